-- How the server was every few minutes, kept for 90 days. A row with the status 3 is no check: the
-- server was stopped on purpose then.
CREATE TABLE uptime_checks (
    at BIGINT NOT NULL PRIMARY KEY,
    status BIGINT NOT NULL,
    checks TEXT NOT NULL,
    response_time_ms BIGINT NOT NULL
);

-- What monitoring counts.
CREATE INDEX webhooks_circuit ON webhooks (status, circuit_state);
