-- How a project reviews. The seed is secret: by it the server draws approvals for a second, blind
-- review; a project that is older than this table gets one when its settings are first set.
ALTER TABLE project ADD COLUMN approvals_needed INTEGER NOT NULL DEFAULT 1;
ALTER TABLE project ADD COLUMN sample_percent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE project ADD COLUMN sample_seed TEXT NOT NULL DEFAULT '';
