-- Stored events on their way once more. `upto` is the highest event at creation, `reached` the last
-- one that was handled: a replay goes on behind it after every stop.
CREATE TABLE replays (
    project_id BLOB NOT NULL,
    id BLOB NOT NULL,
    status BIGINT NOT NULL,
    filters TEXT NOT NULL,
    upto BLOB NOT NULL,
    reached BLOB NOT NULL,
    total_events BIGINT NOT NULL,
    processed_events BIGINT NOT NULL,
    deliveries_created BIGINT NOT NULL,
    error TEXT,
    started_at BIGINT,
    completed_at BIGINT,
    PRIMARY KEY (project_id, id)
);

CREATE INDEX replays_status ON replays (project_id, status, id);
-- What a start has to go on with: pending and running ones.
CREATE INDEX replays_unfinished ON replays (id) WHERE status < 2;

-- Deliveries of replays that something will still happen to. Only those that were never attempted
-- end with their replay.
CREATE INDEX deliveries_replaying ON deliveries (replay_id, attempts, due_at) WHERE replay_id IS NOT NULL AND due_at IS NOT NULL;
