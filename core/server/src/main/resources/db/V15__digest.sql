-- Who wants to be told by e-mail, once a day, what concerns them; and how far that was done. It is written down that a
-- message is being sent before it is, so that none is sent twice.
CREATE TABLE digest (
  account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
  wanted BOOLEAN NOT NULL,
  day BIGINT NOT NULL,        -- since 1970 in UTC: the last one on which a message was tried; 0 none
  state TEXT NOT NULL,        -- of that day: sending, sent, failed
  tries INTEGER NOT NULL,     -- on that day
  retry_at BIGINT NOT NULL,   -- when it failed: not before
  told_until BIGINT NOT NULL  -- news up to then were in a message, or are older than the wish for one
);
