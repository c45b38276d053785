-- Documents that could not be opened. An attempt is written before a document is loaded and taken
-- away after it, so that one which takes the server down with it is found out.
CREATE TABLE quarantine (
  document_id TEXT NOT NULL PRIMARY KEY REFERENCES document (id),
  attempts INTEGER NOT NULL,
  first_at BIGINT NOT NULL,  -- the first of these attempts
  since BIGINT,              -- empty: it may still be tried
  reason TEXT NOT NULL
);
