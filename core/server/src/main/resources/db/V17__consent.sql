-- Where texts of a project may go: to which remote plugin, at which machine. What was given and taken
-- back before is in the audit log.

CREATE TABLE plugin_consent (
  project_id TEXT NOT NULL REFERENCES project (id),
  plugin TEXT NOT NULL,                            -- the instance
  destination TEXT NOT NULL,                       -- its machine; for another one it has to be given anew
  account_id TEXT NOT NULL REFERENCES account (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (project_id, plugin)
);
