-- What is left of rows that retention and purges remove, and how they are found.

-- Accepted events that were removed: the audit log still tells of them.
CREATE TABLE past_events (
    project_id BLOB NOT NULL,
    id BLOB NOT NULL,
    topic TEXT,
    origin_id BLOB NOT NULL,
    PRIMARY KEY (project_id, id)
);

-- Entries of before are removed. Those of accepted events are made from events, which may stay:
-- they are no longer shown.
ALTER TABLE projects ADD COLUMN audit_since BIGINT;

-- Removals under way and what they have removed so far: the entry that a kill left unwritten.
CREATE TABLE removals (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB,
    user_id BLOB,
    actor_type TEXT NOT NULL,
    action TEXT NOT NULL,
    resource_type TEXT NOT NULL,
    metadata TEXT NOT NULL
);

CREATE INDEX removals_project ON removals (project_id, id);
CREATE INDEX removals_user ON removals (user_id, id);
CREATE INDEX dead_letters_resolved ON dead_letters (project_id, resolved_at, id) WHERE resolved_at IS NOT NULL;
CREATE INDEX dead_letters_of_delivery ON dead_letters (delivery_id) WHERE delivery_id IS NOT NULL;
CREATE INDEX dead_letters_of_event ON dead_letters (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX audit_log_nobody ON audit_log (id) WHERE project_id IS NULL;
