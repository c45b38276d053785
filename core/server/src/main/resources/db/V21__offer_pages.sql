-- What plugins offer in a document is kept page by page: each says what came and went since the page before. Derived: what is lost is computed again.
ALTER TABLE offer RENAME TO offer_whole;

CREATE TABLE offer (
  document_id TEXT NOT NULL REFERENCES document (id),
  instance TEXT NOT NULL,   -- of a plugin
  number BIGINT NOT NULL,   -- from 1 on, in the order in which they were kept
  revision BIGINT NOT NULL, -- at which the places count
  body TEXT NOT NULL,
  PRIMARY KEY (document_id, instance, number)
);

INSERT INTO offer (document_id, instance, number, revision, body)
  SELECT document_id, instance, 1, revision, body FROM offer_whole;

DROP TABLE offer_whole;
