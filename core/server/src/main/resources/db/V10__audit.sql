-- Who was let do what, and who was not. Rows are only ever added; each is tied to all before it by a hash.

CREATE TABLE audit (
  number BIGINT NOT NULL PRIMARY KEY, -- from 1, without a gap
  happened_at BIGINT NOT NULL,
  outcome TEXT NOT NULL,
  operation TEXT NOT NULL,
  account_id TEXT NOT NULL,           -- empty: nobody was signed in
  thing TEXT NOT NULL,
  address TEXT NOT NULL,
  detail TEXT NOT NULL,
  chain_hash TEXT NOT NULL
);
CREATE INDEX audit_account ON audit (account_id, number);

-- Where it ends. Its one row lets one append wait for the other, and shows when the last rows are gone.
CREATE TABLE audit_end (
  number BIGINT NOT NULL,
  chain_hash TEXT NOT NULL
);
INSERT INTO audit_end (number, chain_hash) VALUES (0, '');
