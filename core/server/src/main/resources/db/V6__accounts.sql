-- What people keep about themselves, links that work once, and tokens for programs. Of every secret
-- only the SHA-256 is here.

ALTER TABLE account ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN suspended_at BIGINT; -- empty: not suspended

ALTER TABLE sign_in ADD COLUMN browser TEXT NOT NULL DEFAULT ''; -- in words, as it called itself

-- One link for each account: to choose a new password without the old one.
CREATE TABLE reset_link (
  account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
  token_hash TEXT NOT NULL UNIQUE,
  expires_at BIGINT NOT NULL
);

CREATE TABLE invitation (
  id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  inviter_id TEXT NOT NULL REFERENCES account (id),
  project_id TEXT REFERENCES project (id), -- empty: to the server only
  role TEXT,                               -- in the project
  note TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  revoked_at BIGINT,
  used_at BIGINT,
  used_by TEXT REFERENCES account (id)
);
CREATE INDEX invitation_project ON invitation (project_id);

CREATE TABLE api_token (
  id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  permissions TEXT NOT NULL,               -- words with a comma between
  project_id TEXT REFERENCES project (id), -- empty: every project of the account
  plugin BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  last_used_at BIGINT                      -- exact to a minute; empty: never
);
CREATE INDEX api_token_account ON api_token (account_id);
