-- What happened day by day (UTC days since the epoch). These counters stay when the rows that they
-- count are removed.

-- Accepted events. Those of before this table are not in it: their days are in their ids, which
-- SQL does not read.
CREATE TABLE event_days (
    project_id BLOB NOT NULL,
    day BIGINT NOT NULL,
    events BIGINT NOT NULL,
    PRIMARY KEY (project_id, day)
);

-- Of those the ones that were not switched off, by topic.
CREATE TABLE topic_days (
    project_id BLOB NOT NULL,
    day BIGINT NOT NULL,
    topic TEXT NOT NULL,
    events BIGINT NOT NULL,
    PRIMARY KEY (project_id, day, topic)
);

CREATE INDEX topic_days_day ON topic_days (day);

-- As `webhook_minutes`, by the day.
CREATE TABLE webhook_days (
    webhook_id BLOB NOT NULL,
    day BIGINT NOT NULL,
    pending BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    success BIGINT NOT NULL,
    latency_sum BIGINT NOT NULL,
    latency_count BIGINT NOT NULL,
    PRIMARY KEY (webhook_id, day)
);

INSERT INTO webhook_days (webhook_id, day, pending, failed, success, latency_sum, latency_count)
SELECT webhook_id, minute / 1440, CAST(SUM(pending) AS BIGINT), CAST(SUM(failed) AS BIGINT),
       CAST(SUM(success) AS BIGINT), CAST(SUM(latency_sum) AS BIGINT), CAST(SUM(latency_count) AS BIGINT)
FROM webhook_minutes GROUP BY webhook_id, minute / 1440;

-- All events of a topic that were accepted and not switched off, stored or not.
ALTER TABLE topics ADD COLUMN events BIGINT NOT NULL DEFAULT 0;
UPDATE topics SET events = active_events;
CREATE INDEX topics_events ON topics (project_id, events DESC, topic);
CREATE INDEX webhook_minutes_minute ON webhook_minutes (minute);
