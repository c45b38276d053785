-- Long work on the documents of a project that somebody asked for; it goes on after a restart.
CREATE TABLE job (
  id TEXT NOT NULL PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  document_id TEXT REFERENCES document (id), -- the only one that it is about; NULL: all of the project
  account_id TEXT NOT NULL REFERENCES account (id), -- in whose name it is done
  task TEXT NOT NULL,              -- look, command, compare
  asked TEXT NOT NULL,             -- what more the task needs to know, as JSON; empty when nothing
  state TEXT NOT NULL,             -- running, paused, cancelled, done
  created_at BIGINT NOT NULL,
  ended_at BIGINT,
  worked_millis BIGINT NOT NULL    -- while it was not paused
);
CREATE INDEX job_project ON job (project_id);
CREATE INDEX job_document ON job (document_id);

-- What one instance of a plugin does with one document.
CREATE TABLE job_part (
  job_id TEXT NOT NULL REFERENCES job (id),
  number INTEGER NOT NULL,
  document_id TEXT NOT NULL REFERENCES document (id),
  instance TEXT NOT NULL,
  units BIGINT NOT NULL,           -- length of the text when it was last looked at
  done BIGINT NOT NULL,            -- of them
  ended BOOLEAN NOT NULL,
  fault TEXT NOT NULL,             -- why it could not be done, empty when it could
  result TEXT NOT NULL,            -- what it found, in the task's own form; empty when nothing is kept
  PRIMARY KEY (job_id, number)
);

-- What a command of a plugin said about one document, for whoever gave it. Large, and read one by one.
CREATE TABLE job_report (
  job_id TEXT NOT NULL REFERENCES job (id),
  number INTEGER NOT NULL,         -- of the part
  report TEXT NOT NULL,
  PRIMARY KEY (job_id, number)
);
