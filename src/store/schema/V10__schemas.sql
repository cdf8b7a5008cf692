-- JSON Schemas that the payloads of a topic have to fit. Of the active ones of a topic the highest
-- version applies.
CREATE TABLE event_schemas (
    project_id BLOB NOT NULL,
    id BLOB NOT NULL,
    topic TEXT NOT NULL,
    version BIGINT NOT NULL,
    schema TEXT NOT NULL,
    status BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (project_id, id)
);

CREATE INDEX event_schemas_status ON event_schemas (project_id, status, id);
CREATE INDEX event_schemas_topic ON event_schemas (project_id, topic, id);
CREATE UNIQUE INDEX event_schemas_version ON event_schemas (project_id, topic, version) WHERE status = 0;
