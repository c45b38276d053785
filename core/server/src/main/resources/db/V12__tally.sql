-- Derived from the log of a document: who did how much on which day, how far it was at the end of each day,
-- and what became of suggestions. It can be thrown away; whoever asks next makes it anew.
CREATE TABLE tally (
  document_id TEXT NOT NULL PRIMARY KEY REFERENCES document (id),
  revision BIGINT NOT NULL,
  format INTEGER NOT NULL,
  body TEXT NOT NULL
);
