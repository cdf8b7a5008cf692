-- Deliveries of several events together.

-- What waits to be delivered with others: an event for a webhook. It joins the others at `due_at`,
-- which lies ahead of its creation only by the delays of a pipeline; `payload` is what that pipeline
-- made of the event, else null.
CREATE TABLE batch_items (
    project_id BLOB NOT NULL,
    id BLOB NOT NULL,
    webhook_id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    due_at BIGINT NOT NULL,
    payload TEXT,
    PRIMARY KEY (project_id, id)
);

CREATE INDEX batch_items_webhook ON batch_items (webhook_id, due_at, id);
CREATE INDEX batch_items_event ON batch_items (event_id);

-- The payload of such a delivery is its whole body, and so is that of its dead letter.
ALTER TABLE dead_letters ADD COLUMN batch_size BIGINT;
