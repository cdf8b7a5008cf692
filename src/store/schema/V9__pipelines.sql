-- What stands between events and webhooks. `topics` is null when none were given; `steps` is the
-- list as it was sent.
CREATE TABLE pipelines (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL,
    status BIGINT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    topics TEXT,
    steps TEXT NOT NULL,
    webhook_id BLOB,
    updated_at BIGINT NOT NULL
);

CREATE INDEX pipelines_project ON pipelines (project_id, status, id);

-- The event that a pipeline made this one of.
ALTER TABLE events ADD COLUMN derived_from BLOB;
