-- How far plugins were told what people decided about their suggestions, so that each decision is told at least once.
-- The row without an instance says up to which revision of a document everything was told to everybody, but for those
-- that have a row of their own: they did not listen.
CREATE TABLE lesson (
  document_id TEXT NOT NULL REFERENCES document (id),
  instance TEXT NOT NULL, -- of a plugin; empty: all
  revision BIGINT NOT NULL,
  PRIMARY KEY (document_id, instance)
);
CREATE INDEX lesson_instance ON lesson (instance);

-- What was decided before this table was made was told when it was decided, or is past.
INSERT INTO lesson (document_id, instance, revision)
SELECT document_id, '', MAX(revision) FROM change_log GROUP BY document_id;
