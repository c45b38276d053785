-- A project's own rules for variant characters. They are kept as one table: who writes it says which
-- version of it they saw.
CREATE TABLE variant_table (
  project_id TEXT NOT NULL PRIMARY KEY REFERENCES project (id),
  version BIGINT NOT NULL
);

CREATE TABLE variant_rule (
  project_id TEXT NOT NULL REFERENCES project (id),
  number INTEGER NOT NULL,         -- its place in the table
  origin TEXT NOT NULL,            -- as it stands in texts
  form TEXT NOT NULL,              -- the regular one; empty: to be left alone
  type TEXT NOT NULL,
  words TEXT NOT NULL,             -- in which it holds, | between them; empty: everywhere
  reason TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id), -- who made it as it is
  at BIGINT NOT NULL,
  PRIMARY KEY (project_id, number)
);
