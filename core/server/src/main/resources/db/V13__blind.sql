-- Double work: who reads which passages without seeing whom, and what was decided about where they differ.
-- A copy is a document like any other; while its round lasts, only those see it whom the round lets.

CREATE TABLE blind_round (
  id TEXT NOT NULL PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  source_id TEXT NOT NULL REFERENCES document (id),
  source_revision BIGINT NOT NULL,
  range_start INTEGER NOT NULL,
  range_end INTEGER NOT NULL,
  task TEXT NOT NULL,
  state TEXT NOT NULL,
  starter_id TEXT NOT NULL REFERENCES account (id),
  created_at BIGINT NOT NULL,
  adjudicator_id TEXT REFERENCES account (id), -- from the first decision on
  merged_revision BIGINT                       -- of the source, once the decisions are in it
);
CREATE INDEX blind_round_project ON blind_round (project_id);

CREATE TABLE blind_copy (
  document_id TEXT NOT NULL PRIMARY KEY REFERENCES document (id),
  round_id TEXT NOT NULL REFERENCES blind_round (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  place INTEGER NOT NULL,
  done_revision BIGINT,                        -- of the copy, once its worker said so
  UNIQUE (round_id, account_id)
);

CREATE TABLE blind_ruling (
  round_id TEXT NOT NULL REFERENCES blind_round (id),
  difference TEXT NOT NULL,
  choice TEXT NOT NULL,
  worker_id TEXT REFERENCES account (id),
  own TEXT,
  PRIMARY KEY (round_id, difference)
);

-- What was decided and could not be put into the source, and why.
CREATE TABLE blind_left (
  round_id TEXT NOT NULL REFERENCES blind_round (id),
  difference TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (round_id, difference)
);
