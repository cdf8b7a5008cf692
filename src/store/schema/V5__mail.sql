-- Letters that wait to be sent, and addresses that wait to be confirmed.

-- `content` holds recipient, subject and text, sealed for its row. A row goes when its letter is
-- handed over, or when nobody could use it any more.
CREATE TABLE letters (
    id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL,
    content BLOB NOT NULL,
    due_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL
);

CREATE INDEX letters_due ON letters (due_at, id);
CREATE INDEX letters_expiry ON letters (expires_at);
CREATE INDEX letters_user ON letters (user_id, id);

-- When a user was last written to and why, so that nobody's mailbox is flooded. `subject` tells
-- letters of one purpose apart.
CREATE TABLE letter_marks (
    user_id BLOB NOT NULL,
    purpose TEXT NOT NULL,
    subject BLOB NOT NULL,
    queued_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, purpose, subject)
);

-- The address a user wants to have, sealed, until it is confirmed.
ALTER TABLE users ADD COLUMN pending_email BLOB;
