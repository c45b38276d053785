-- How far each person has read what concerns them in a document. What that is follows from the log.
CREATE TABLE inbox_read (
  account_id TEXT NOT NULL REFERENCES account (id),
  document_id TEXT NOT NULL REFERENCES document (id),
  revision BIGINT NOT NULL,
  PRIMARY KEY (account_id, document_id)
);
