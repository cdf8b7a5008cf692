-- Where projects are told of trouble, and what waits to be told.

-- One configuration a project; it goes with its last channel.
CREATE TABLE notification_channels (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL UNIQUE,
    updated_at BIGINT NOT NULL
);

-- `value` is an address or a URL; it and `secret` are sealed for their row. `events` is a JSON list,
-- or NULL for all of them.
CREATE TABLE alert_channels (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL,
    medium TEXT NOT NULL,
    enabled BIGINT NOT NULL,
    value BLOB,
    secret BLOB,
    events TEXT,
    last_status TEXT,
    last_error TEXT,
    last_sent_at BIGINT,
    UNIQUE (project_id, medium)
);

-- Alerts that wait to be sent, one row a channel. `suppressed` is how many of the kind were held
-- back before it.
CREATE TABLE alerts (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL,
    medium TEXT NOT NULL,
    event_type TEXT NOT NULL,
    payload TEXT NOT NULL,
    suppressed BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL
);

CREATE INDEX alerts_due ON alerts (due_at, id);
CREATE INDEX alerts_project ON alerts (project_id, medium, event_type);

-- When people were last told of one thing on one way, and how often not since then.
CREATE TABLE alert_marks (
    project_id BLOB NOT NULL,
    medium TEXT NOT NULL,
    event_type TEXT NOT NULL,
    object BLOB NOT NULL,
    told_at BIGINT NOT NULL,
    suppressed BIGINT NOT NULL,
    PRIMARY KEY (project_id, medium, event_type, object)
);

CREATE INDEX alert_marks_told ON alert_marks (told_at);

-- How many alerts a channel was given in the hour that began then.
CREATE TABLE alert_hours (
    project_id BLOB NOT NULL,
    medium TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    alerts BIGINT NOT NULL,
    PRIMARY KEY (project_id, medium)
);
