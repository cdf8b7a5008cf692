-- An event may be for one webhook alone, and may belong to a matter that its sender has named.
ALTER TABLE events ADD COLUMN only_webhook BLOB;
ALTER TABLE events ADD COLUMN correlation TEXT;

-- Events sent to one endpoint; `seq` is the place of the event in the order of commits. `progress`
-- follows from the deliveries and is kept with them: queued, retrying, delivered, failed, replayed.
CREATE TABLE ingested (
    seq BIGINT /* row number */ NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    webhook_id BLOB NOT NULL,
    topic TEXT,
    progress BIGINT NOT NULL,
    wrapped BIGINT NOT NULL
);

CREATE INDEX ingested_project ON ingested (project_id, seq);
CREATE INDEX ingested_webhook ON ingested (webhook_id, seq);
CREATE INDEX ingested_topic ON ingested (project_id, topic, seq);
CREATE INDEX ingested_progress ON ingested (project_id, progress, seq) WHERE progress <> 2;

-- How many there are, and how many of each topic; of all of them where the topic is empty.
CREATE TABLE ingested_totals (
    project_id BLOB NOT NULL,
    topic TEXT NOT NULL,
    webhook_id BLOB NOT NULL,
    progress BIGINT NOT NULL,
    events BIGINT NOT NULL,
    PRIMARY KEY (project_id, topic, webhook_id, progress)
);

-- Events of a project that are stored.
CREATE TABLE event_totals (
    project_id BLOB NOT NULL PRIMARY KEY,
    events BIGINT NOT NULL
);

INSERT INTO event_totals (project_id, events) SELECT project_id, COUNT(*) FROM events GROUP BY project_id;
