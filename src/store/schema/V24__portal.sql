-- Several keys a project, what integrators are told of its rights and events, and the log of what
-- was sent to them.

-- `secret` is sealed for its row, and null where it is kept as a hash alone. A key that is disabled
-- is still active: only one that has ended is not.
ALTER TABLE api_keys ADD COLUMN secret BLOB;
ALTER TABLE api_keys ADD COLUMN permissions TEXT NOT NULL DEFAULT '[]';
ALTER TABLE api_keys ADD COLUMN tenants TEXT NOT NULL DEFAULT '[]';
ALTER TABLE api_keys ADD COLUMN disabled_at BIGINT;
ALTER TABLE api_keys ADD COLUMN rotated_at BIGINT;

DROP INDEX api_keys_active;
CREATE INDEX api_keys_active ON api_keys (project_id, id) WHERE active = 1;

-- Lists that integrators read, whole and as JSON: `permissions` and `event_types`.
CREATE TABLE catalogues (
    project_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    items TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (project_id, kind)
);

-- Set on the attempts of projects that show a log of them, with what the log is asked by; elsewhere
-- null, and then in none of the indexes.
ALTER TABLE attempts ADD COLUMN project_id BLOB;
ALTER TABLE attempts ADD COLUMN webhook_id BLOB;
ALTER TABLE attempts ADD COLUMN topic TEXT;
ALTER TABLE attempts ADD COLUMN url TEXT;
-- The hundreds of the status.
ALTER TABLE attempts ADD COLUMN response_class BIGINT;

CREATE INDEX attempts_project ON attempts (project_id, seq) WHERE project_id IS NOT NULL;
CREATE INDEX attempts_webhook ON attempts (webhook_id, seq) WHERE webhook_id IS NOT NULL;
CREATE INDEX attempts_topic ON attempts (project_id, topic, seq) WHERE project_id IS NOT NULL AND topic IS NOT NULL;
CREATE INDEX attempts_status ON attempts (project_id, response_status, seq)
    WHERE project_id IS NOT NULL AND response_status IS NOT NULL;
CREATE INDEX attempts_class ON attempts (project_id, response_class, seq)
    WHERE project_id IS NOT NULL AND response_class IS NOT NULL;
