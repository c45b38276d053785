-- One text for SQLite and PostgreSQL. Times are milliseconds since 1970 in UTC.
-- Ids are 128 random bits as 26 letters and digits. Nothing here is ever renumbered.

CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE, -- the name as compared: without capitals, width folded
  colour TEXT NOT NULL,
  administrator BOOLEAN NOT NULL,
  password_hash TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE sign_in (
  token_hash TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  last_used_at BIGINT NOT NULL
);
CREATE INDEX sign_in_account ON sign_in (account_id);

CREATE TABLE setup_token (
  token_hash TEXT NOT NULL PRIMARY KEY,
  expires_at BIGINT NOT NULL
);

CREATE TABLE project (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE membership (
  project_id TEXT NOT NULL REFERENCES project (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  role TEXT NOT NULL,
  PRIMARY KEY (project_id, account_id)
);
CREATE INDEX membership_account ON membership (account_id);

CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  title TEXT NOT NULL,
  timeline TEXT NOT NULL,      -- a new one after a restore: no client takes an older history for this one
  acl_version BIGINT NOT NULL, -- rises with every change of rights
  created_at BIGINT NOT NULL
);
CREATE INDEX document_project ON document (project_id);

-- Who may append. The epoch rises with every claim; the row lock on it makes a takeover clean.
CREATE TABLE doc_owner (
  document_id TEXT NOT NULL PRIMARY KEY REFERENCES document (id),
  node_id TEXT NOT NULL,
  epoch BIGINT NOT NULL
);

-- The history. The primary key is the fence: no revision can be written twice.
CREATE TABLE change_log (
  document_id TEXT NOT NULL REFERENCES document (id),
  revision BIGINT NOT NULL CHECK (revision >= 1),
  epoch BIGINT NOT NULL,
  author_id TEXT NOT NULL,     -- empty: the system
  client_id TEXT NOT NULL,
  client_seq BIGINT NOT NULL,
  op_format INTEGER NOT NULL,
  op TEXT NOT NULL,
  op_hash TEXT NOT NULL,       -- of what the client sent, before rebasing
  chain_hash TEXT NOT NULL,    -- over this row and all before it
  created_at BIGINT NOT NULL,
  PRIMARY KEY (document_id, revision),
  UNIQUE (document_id, client_id, client_seq)
);

-- Derived from the log, to open a document without replaying its whole life.
CREATE TABLE snapshot (
  document_id TEXT NOT NULL,
  revision BIGINT NOT NULL,
  format INTEGER NOT NULL,
  chain_hash TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (document_id, revision),
  FOREIGN KEY (document_id, revision) REFERENCES change_log (document_id, revision)
);
