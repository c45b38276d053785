-- What plugins offered in a document when it was last closed. Derived: a row that is lost is computed again.
CREATE TABLE offer (
  document_id TEXT NOT NULL REFERENCES document (id),
  instance TEXT NOT NULL,   -- of a plugin
  revision BIGINT NOT NULL, -- at which the places count
  body TEXT NOT NULL,
  PRIMARY KEY (document_id, instance)
);
