-- One-off tasks: what runs once and then calls back.

-- A task is due at `due_at`; null means that nothing will ever happen to it by itself. `claimed` is
-- 0, or the number of the claim under which the running process works on it: a start returns such
-- rows. `lane` 0 is a request, 1 a letter. Once a task has ended, what is due is its callback.
-- `cycle_start` and `callback_start` are the attempts made before the present cycle of retries.
CREATE TABLE tasks (
    project_id BLOB NOT NULL,
    id BLOB NOT NULL,
    type TEXT NOT NULL,
    tenant TEXT,
    status BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    cycle_start BIGINT NOT NULL,
    lane BIGINT NOT NULL,
    due_at BIGINT,
    claimed BIGINT NOT NULL,
    callback_url TEXT,
    callback_status BIGINT NOT NULL,
    callback_attempts BIGINT NOT NULL,
    callback_start BIGINT NOT NULL,
    result TEXT,
    error TEXT,
    idempotency_key TEXT,
    completed_at BIGINT,
    updated_at BIGINT NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (project_id, id)
);

CREATE INDEX tasks_due ON tasks (lane, project_id, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX tasks_claimed ON tasks (project_id, id) WHERE claimed <> 0;
CREATE INDEX tasks_status ON tasks (project_id, status, id);
CREATE INDEX tasks_type ON tasks (project_id, type, id);
CREATE INDEX tasks_tenant ON tasks (project_id, tenant, id) WHERE tenant IS NOT NULL;

-- `callback` is 0 for an attempt to run a task, 1 for one to tell of its end.
CREATE TABLE task_attempts (
    task_id BLOB NOT NULL,
    callback BIGINT NOT NULL,
    n BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    latency_ms BIGINT NOT NULL,
    response_status BIGINT,
    error TEXT,
    destination_ip TEXT,
    response_body TEXT,
    PRIMARY KEY (task_id, callback, n)
);

-- Which task a key stands for, and what was asked for with it. No tenant is the empty one.
CREATE TABLE task_keys (
    project_id BLOB NOT NULL,
    tenant TEXT NOT NULL,
    name TEXT NOT NULL,
    task_id BLOB NOT NULL,
    hash BLOB NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (project_id, tenant, name)
);

CREATE INDEX task_keys_over ON task_keys (expires_at);

-- What callbacks are signed with; both are sealed.
CREATE TABLE task_secrets (
    project_id BLOB NOT NULL PRIMARY KEY,
    secret BLOB NOT NULL,
    previous_secret BLOB,
    updated_at BIGINT NOT NULL
);

-- A dead letter may tell of a callback instead of a delivery: it has a task then and no webhook.
ALTER TABLE dead_letters RENAME TO dead_letters_before;

CREATE TABLE dead_letters (
    project_id BLOB NOT NULL,
    id BLOB NOT NULL,
    delivery_id BLOB,
    event_id BLOB,
    webhook_id BLOB,
    webhook_url TEXT NOT NULL,
    topic TEXT,
    payload TEXT NOT NULL,
    last_error TEXT NOT NULL,
    last_response_status BIGINT,
    attempts BIGINT NOT NULL,
    resolved_at BIGINT,
    batch_size BIGINT,
    task_id BLOB,
    PRIMARY KEY (project_id, id)
);

INSERT INTO dead_letters (project_id, id, delivery_id, event_id, webhook_id, webhook_url, topic, payload, last_error,
    last_response_status, attempts, resolved_at, batch_size)
SELECT project_id, id, delivery_id, event_id, webhook_id, webhook_url, topic, payload, last_error,
    last_response_status, attempts, resolved_at, batch_size
FROM dead_letters_before;

DROP TABLE dead_letters_before;

CREATE INDEX dead_letters_webhook ON dead_letters (webhook_id, id);
CREATE INDEX dead_letters_unresolved ON dead_letters (project_id, resolved_at, id) WHERE resolved_at IS NULL;
CREATE UNIQUE INDEX dead_letters_delivery ON dead_letters (delivery_id) WHERE resolved_at IS NULL;
CREATE INDEX dead_letters_resolved ON dead_letters (project_id, resolved_at, id) WHERE resolved_at IS NOT NULL;
CREATE INDEX dead_letters_of_delivery ON dead_letters (delivery_id) WHERE delivery_id IS NOT NULL;
CREATE INDEX dead_letters_of_event ON dead_letters (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX dead_letters_of_task ON dead_letters (task_id) WHERE task_id IS NOT NULL;
