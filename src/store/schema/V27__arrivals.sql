-- What belongs to events of sources, in fewer places: each tree that a request grows costs time.

-- Set on events of sources only: which one, and the body by which it came.
ALTER TABLE events ADD COLUMN source_id BLOB;
ALTER TABLE events ADD COLUMN raw BLOB;
UPDATE events SET
    source_id = (SELECT i.source_id FROM inbound i WHERE i.project_id = events.project_id AND i.event_id = events.id),
    raw = (SELECT r.body FROM inbound_raw r WHERE r.event_id = events.id)
WHERE (project_id, id) IN (SELECT project_id, event_id FROM inbound);

-- What a source has sent ever, by the id that the sender gave, so that ids that grow are written
-- side by side. `sha256:` and a hash stand for an id that is long.
CREATE TABLE inbound_ids (
    source_id BLOB NOT NULL,
    external_id TEXT NOT NULL,
    event_id BLOB NOT NULL,
    PRIMARY KEY (source_id, external_id)
);

-- Of ids whose events were removed before this only the hashes are known.
ALTER TABLE sources ADD COLUMN hashed_ids BIGINT NOT NULL DEFAULT 0;
UPDATE sources SET hashed_ids = 1 WHERE id IN (SELECT k.source_id FROM inbound_keys k
    WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.project_id = sources.project_id AND e.id = k.event_id));

INSERT INTO inbound_ids (source_id, external_id, event_id)
SELECT k.source_id,
    CASE WHEN LENGTH(CAST(i.external_id AS BLOB)) <= 64 THEN i.external_id ELSE 'sha256:' || LOWER(HEX(k.hash)) END,
    k.event_id
FROM inbound_keys k JOIN sources s ON s.id = k.source_id
LEFT JOIN inbound i ON i.project_id = s.project_id AND i.event_id = k.event_id;

DROP TABLE inbound_keys;

-- As before, without what is with the event now; `headers` are those of its request, sealed, and
-- hold no credentials.
ALTER TABLE inbound RENAME TO inbound_before;

CREATE TABLE inbound (
    project_id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    provider TEXT NOT NULL,
    external_id TEXT NOT NULL,
    event_type TEXT NOT NULL,
    subject TEXT,
    occurred_at BIGINT NOT NULL,
    state BIGINT NOT NULL,
    headers BLOB NOT NULL,
    PRIMARY KEY (project_id, event_id)
);

INSERT INTO inbound (project_id, event_id, provider, external_id, event_type, subject, occurred_at, state, headers)
SELECT i.project_id, i.event_id, i.provider, i.external_id, i.event_type, i.subject, i.occurred_at, i.state, r.headers
FROM inbound_before i JOIN inbound_raw r ON r.event_id = i.event_id;

DROP TABLE inbound_before;
DROP TABLE inbound_raw;

-- Each row of `inbound_totals` counts a run of this index: lists merge the runs they are made of.
CREATE INDEX inbound_runs ON inbound (project_id, provider, event_type, state, event_id);
CREATE INDEX inbound_occurred ON inbound (project_id, occurred_at, event_id);

-- Set on the attempts of events of sources: their project, and whether it succeeded.
ALTER TABLE attempts ADD COLUMN inbound BLOB;
ALTER TABLE attempts ADD COLUMN succeeded BIGINT;
UPDATE attempts SET
    inbound = (SELECT i.project_id FROM inbound_attempts i WHERE i.seq = attempts.seq),
    succeeded = (SELECT i.succeeded FROM inbound_attempts i WHERE i.seq = attempts.seq)
WHERE seq IN (SELECT seq FROM inbound_attempts);
DROP TABLE inbound_attempts;
CREATE INDEX attempts_inbound ON attempts (inbound, succeeded, seq) WHERE inbound IS NOT NULL;
