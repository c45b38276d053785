-- Work that is given to somebody. Which passages is said as they were at a revision; where they are now
-- follows from the log. A row is never deleted: what was taken back says so.

CREATE TABLE assignment (
  id TEXT NOT NULL PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id),
  account_id TEXT NOT NULL REFERENCES account (id), -- whose work it is
  given_revision BIGINT,                            -- this and the next five empty: the whole document
  given_start INTEGER,
  given_end INTEGER,
  given_line INTEGER,
  given_lines INTEGER,
  given_words TEXT,
  task TEXT NOT NULL,
  due TEXT NOT NULL,                                -- a day as 2026-11-21; empty: none
  note TEXT NOT NULL,
  giver_id TEXT NOT NULL REFERENCES account (id),
  created_at BIGINT NOT NULL,
  step TEXT NOT NULL,                               -- what was done with it last
  step_by TEXT NOT NULL REFERENCES account (id),
  step_at BIGINT NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX assignment_document ON assignment (document_id);
CREATE INDEX assignment_account ON assignment (account_id);
CREATE INDEX assignment_giver ON assignment (giver_id);

-- Derived from the log: where the passages are at a revision, so that not all of it is read each time.
CREATE TABLE assignment_place (
  assignment_id TEXT NOT NULL PRIMARY KEY REFERENCES assignment (id),
  revision BIGINT NOT NULL,
  place_start INTEGER NOT NULL,
  place_end INTEGER NOT NULL,
  gone BOOLEAN NOT NULL
);

-- Up to which version somebody has read of it.
CREATE TABLE assignment_read (
  assignment_id TEXT NOT NULL REFERENCES assignment (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  version INTEGER NOT NULL,
  PRIMARY KEY (assignment_id, account_id)
);
