-- What was done with rounds of double work, so that those whom it concerns are told of it; a row is never changed.

CREATE TABLE blind_step (
  round_id TEXT NOT NULL REFERENCES blind_round (id),
  number INTEGER NOT NULL,                         -- from 1
  deed TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  to_id TEXT REFERENCES account (id),              -- to whom it was handed over
  at BIGINT NOT NULL,
  PRIMARY KEY (round_id, number)
);

-- Up to which step somebody has read.
CREATE TABLE blind_read (
  round_id TEXT NOT NULL REFERENCES blind_round (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  number INTEGER NOT NULL,
  PRIMARY KEY (round_id, account_id)
);
