-- Authority files: the server's, and what each project has of its own over it. A file is named by its
-- project; the server's name is empty. Entries are rows as the file of exchange has them, with tabs
-- between the cells.
CREATE TABLE authority_file (
  file TEXT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL          -- the number of its last step
);

CREATE TABLE authority_entry (
  file TEXT NOT NULL REFERENCES authority_file (file),
  id TEXT NOT NULL,                -- an absolute URI
  entry TEXT NOT NULL,             -- an entity, or where it went
  PRIMARY KEY (file, id)
);

-- What was done with a file, never changed and never dropped.
CREATE TABLE authority_step (
  file TEXT NOT NULL REFERENCES authority_file (file),
  number BIGINT NOT NULL,          -- from 1 on, without gaps
  deed TEXT NOT NULL,              -- ship, add, edit, remove, merge, split, import, undo
  account_id TEXT REFERENCES account (id),  -- whose work it is; NULL: the server's
  reviewer_id TEXT REFERENCES account (id), -- who accepted it, when it was proposed
  at BIGINT NOT NULL,
  reason TEXT NOT NULL,
  undoes BIGINT,                   -- the number of another step
  PRIMARY KEY (file, number)
);

-- What a step did to one id.
CREATE TABLE authority_change (
  file TEXT NOT NULL,
  step BIGINT NOT NULL,
  id TEXT NOT NULL,
  was TEXT,                        -- NULL: there was nothing
  becomes TEXT,                    -- NULL: there is nothing any more
  PRIMARY KEY (file, step, id),
  FOREIGN KEY (file, step) REFERENCES authority_step (file, number)
);
CREATE INDEX authority_change_id ON authority_change (file, id);

-- What somebody would have done, who may not or wants another to look.
CREATE TABLE authority_proposal (
  id TEXT NOT NULL PRIMARY KEY,
  file TEXT NOT NULL,
  deed TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at BIGINT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,             -- open, accepted, rejected, withdrawn
  decided_by TEXT REFERENCES account (id),
  decided_at BIGINT,
  answer TEXT NOT NULL,            -- what the reviewer said
  step BIGINT                      -- the one that it became
);
CREATE INDEX authority_proposal_file ON authority_proposal (file, state);

CREATE TABLE authority_proposed (
  proposal_id TEXT NOT NULL REFERENCES authority_proposal (id),
  id TEXT NOT NULL,
  was TEXT,
  becomes TEXT,
  PRIMARY KEY (proposal_id, id)
);
