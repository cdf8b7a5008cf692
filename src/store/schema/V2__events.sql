-- Webhooks, events, deliveries and what hangs on them.
-- Ids are UUIDv7, so a row's creation time is in its id and no column repeats it.

CREATE TABLE webhooks (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL,
    status BIGINT NOT NULL,
    url TEXT NOT NULL,
    name TEXT,
    topics TEXT NOT NULL,
    filters TEXT NOT NULL,
    body_config TEXT NOT NULL,
    headers TEXT NOT NULL,
    retry_config TEXT NOT NULL,
    rate_limit TEXT NOT NULL,
    batch_config TEXT,
    signature_schemes TEXT NOT NULL,
    secret BLOB,
    previous_secret BLOB,
    circuit_state BIGINT NOT NULL,
    circuit_opened_at BIGINT,
    circuit_reopen_at BIGINT,
    consecutive_failures BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE INDEX webhooks_project ON webhooks (project_id, status, id);

-- Deliveries of a webhook by the minute of their creation and their present status, and the
-- latency of the attempts of that minute: health is read from these, never counted.
CREATE TABLE webhook_minutes (
    webhook_id BLOB NOT NULL,
    minute BIGINT NOT NULL,
    pending BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    success BIGINT NOT NULL,
    latency_sum BIGINT NOT NULL,
    latency_count BIGINT NOT NULL,
    PRIMARY KEY (webhook_id, minute)
);

-- Who sent an event and from where: an event names one row here instead of repeating it, and
-- the audit entry `event.created` is read from both.
CREATE TABLE origins (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL,
    actor_type TEXT NOT NULL,
    user_id BLOB,
    api_key_prefix TEXT,
    ip BLOB,
    ip_hash BLOB,
    fingerprint BLOB NOT NULL
);

CREATE UNIQUE INDEX origins_fingerprint ON origins (project_id, fingerprint);

-- `waiting` is the due time of a delayed event that is not routed yet, else null.
-- `origin_id` is null for events whose creation is audited otherwise (a batch).
CREATE TABLE events (
    project_id BLOB NOT NULL,
    id BLOB NOT NULL,
    topic TEXT,
    payload TEXT NOT NULL,
    nested BIGINT NOT NULL,
    status BIGINT NOT NULL,
    hash BLOB NOT NULL,
    idempotency_key TEXT,
    deliver_at BIGINT,
    waiting BIGINT,
    origin_id BLOB,
    PRIMARY KEY (project_id, id)
);

CREATE INDEX events_topic ON events (project_id, topic, id);
CREATE UNIQUE INDEX events_idempotency ON events (project_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX events_waiting ON events (waiting, id) WHERE waiting IS NOT NULL;
-- Lists by these start with an equality, so that the planner takes them over the primary key.
CREATE INDEX events_inactive ON events (project_id, status, id) WHERE status = 1;
CREATE INDEX events_scheduled ON events (project_id, status, id, waiting) WHERE waiting IS NOT NULL;

-- Active events of each topic, kept with every change.
CREATE TABLE topics (
    project_id BLOB NOT NULL,
    topic TEXT NOT NULL,
    active_events BIGINT NOT NULL,
    PRIMARY KEY (project_id, topic)
);

-- A delivery is due at `due_at`; null means that nothing will ever happen to it by itself.
-- `claimed` marks a row that the running process holds; a start returns such rows.
-- `priority` 0 is a first attempt of a live event, 1 a retry or a replay.
-- `cycle_start` is the number of attempts made before the present retry cycle.
CREATE TABLE deliveries (
    project_id BLOB NOT NULL,
    id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    webhook_id BLOB NOT NULL,
    status BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    cycle_start BIGINT NOT NULL,
    priority BIGINT NOT NULL,
    due_at BIGINT,
    claimed BIGINT NOT NULL,
    response_status BIGINT,
    latency_ms BIGINT,
    error TEXT,
    updated_at BIGINT NOT NULL,
    payload TEXT,
    pipeline_id BLOB,
    replay_id BLOB,
    batch_size BIGINT,
    PRIMARY KEY (project_id, id)
);

CREATE INDEX deliveries_webhook ON deliveries (webhook_id, id);
CREATE INDEX deliveries_event ON deliveries (event_id, id);
CREATE INDEX deliveries_replay ON deliveries (replay_id, id) WHERE replay_id IS NOT NULL;
CREATE INDEX deliveries_open ON deliveries (project_id, status, id) WHERE status <> 2;
CREATE INDEX deliveries_due ON deliveries (webhook_id, claimed, priority, due_at, id) WHERE due_at IS NOT NULL;

-- One row an attempt. `request_body` is null when it follows from the event alone.
CREATE TABLE attempts (
    delivery_id BLOB NOT NULL,
    n BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    latency_ms BIGINT,
    response_status BIGINT,
    error TEXT,
    destination_ip TEXT,
    request_headers TEXT,
    request_body TEXT,
    response_headers TEXT,
    response_body TEXT,
    PRIMARY KEY (delivery_id, n)
);

CREATE TABLE dead_letters (
    project_id BLOB NOT NULL,
    id BLOB NOT NULL,
    delivery_id BLOB,
    event_id BLOB,
    webhook_id BLOB NOT NULL,
    webhook_url TEXT NOT NULL,
    topic TEXT,
    payload TEXT NOT NULL,
    last_error TEXT NOT NULL,
    last_response_status BIGINT,
    attempts BIGINT NOT NULL,
    resolved_at BIGINT,
    PRIMARY KEY (project_id, id)
);

CREATE INDEX dead_letters_webhook ON dead_letters (webhook_id, id);
CREATE INDEX dead_letters_unresolved ON dead_letters (project_id, resolved_at, id) WHERE resolved_at IS NULL;
CREATE UNIQUE INDEX dead_letters_delivery ON dead_letters (delivery_id) WHERE resolved_at IS NULL;

CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
