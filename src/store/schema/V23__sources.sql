-- Senders from outside. `slug` is what their URLs end in; an inactive one leaves it to others.
-- `received`, `rejected` and `last_received_at` are kept with what they count.
CREATE TABLE sources (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    provider TEXT NOT NULL,
    status BIGINT NOT NULL,
    preset TEXT,
    verification TEXT NOT NULL,
    mapping TEXT NOT NULL,
    topic_prefix TEXT NOT NULL,
    secret BLOB,
    previous_secret BLOB,
    received BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    last_received_at BIGINT,
    updated_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX sources_slug ON sources (project_id, slug) WHERE status = 0;
CREATE INDEX sources_project ON sources (project_id, status, id);

-- The newest requests that were refused, without their bodies; `headers` and `ip` are sealed.
CREATE TABLE source_rejections (
    id BLOB NOT NULL PRIMARY KEY,
    source_id BLOB NOT NULL,
    reason TEXT NOT NULL,
    headers BLOB NOT NULL,
    ip BLOB NOT NULL
);

CREATE INDEX source_rejections_source ON source_rejections (source_id, id);

-- What a source has sent ever: the same is never taken twice, also after its event was removed.
-- `hash` is that of the id which the sender gave.
CREATE TABLE inbound_keys (
    source_id BLOB NOT NULL,
    hash BLOB NOT NULL,
    event_id BLOB NOT NULL,
    PRIMARY KEY (source_id, hash)
);

-- What is known of an event because it came from a source; gone with the event. `provider` is the
-- slug that it came by. `state` follows from the deliveries of the event and is kept with each
-- change of them, in the same commit.
CREATE TABLE inbound (
    project_id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    source_id BLOB NOT NULL,
    provider TEXT NOT NULL,
    external_id TEXT NOT NULL,
    event_type TEXT NOT NULL,
    subject TEXT,
    occurred_at BIGINT NOT NULL,
    state BIGINT NOT NULL,
    PRIMARY KEY (project_id, event_id)
);

CREATE INDEX inbound_state ON inbound (project_id, state, event_id);
CREATE INDEX inbound_occurred ON inbound (project_id, occurred_at, event_id);
CREATE INDEX inbound_provider ON inbound (project_id, provider, event_id);
CREATE INDEX inbound_type ON inbound (project_id, event_type, event_id);

-- The request of such an event as it came; `headers` are sealed and hold no credentials.
CREATE TABLE inbound_raw (
    event_id BLOB NOT NULL PRIMARY KEY,
    headers BLOB NOT NULL,
    body BLOB NOT NULL
);

-- How many of such events there are of each kind, kept with every change.
CREATE TABLE inbound_totals (
    project_id BLOB NOT NULL,
    provider TEXT NOT NULL,
    event_type TEXT NOT NULL,
    state BIGINT NOT NULL,
    events BIGINT NOT NULL,
    PRIMARY KEY (project_id, provider, event_type, state)
);

-- The attempts of such events by `attempts.seq`, and how many there are.
CREATE TABLE inbound_attempts (
    project_id BLOB NOT NULL,
    seq BIGINT NOT NULL,
    event_id BLOB NOT NULL,
    succeeded BIGINT NOT NULL,
    PRIMARY KEY (project_id, seq)
);

CREATE INDEX inbound_attempts_result ON inbound_attempts (project_id, succeeded, seq);
CREATE INDEX inbound_attempts_event ON inbound_attempts (event_id, seq);

CREATE TABLE inbound_attempt_totals (
    project_id BLOB NOT NULL,
    succeeded BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    PRIMARY KEY (project_id, succeeded)
);

-- Who asked for the replay of one event, and why; both sealed.
CREATE TABLE replay_requests (
    replay_id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    requested_by BLOB NOT NULL,
    reason BLOB NOT NULL
);

CREATE INDEX replay_requests_project ON replay_requests (project_id, replay_id);
