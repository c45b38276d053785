-- Names that people give to revisions of a document. They can be changed and taken away; the log cannot.

CREATE TABLE named_version (
  id TEXT NOT NULL PRIMARY KEY,
  document_id TEXT NOT NULL,
  revision BIGINT NOT NULL,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  author_id TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (document_id, name),
  FOREIGN KEY (document_id, revision) REFERENCES change_log (document_id, revision)
);
