-- What a user prefers, the sessions of browsers, and the ways to what is to be purged.

ALTER TABLE users ADD COLUMN locale TEXT;
ALTER TABLE users ADD COLUMN theme TEXT;
ALTER TABLE users ADD COLUMN last_project_id BLOB;

-- A browser's session is found by the hash of the id in its cookie.
ALTER TABLE sessions ADD COLUMN cookie_hash BLOB;
CREATE UNIQUE INDEX sessions_cookie ON sessions (cookie_hash) WHERE cookie_hash IS NOT NULL;
CREATE INDEX sessions_recent ON sessions (user_id, last_activity_at) WHERE revoked_at IS NULL;

CREATE INDEX consents_purpose ON consents (user_id, purpose, id);

CREATE INDEX sessions_over ON sessions (expires_at);
CREATE INDEX sessions_revoked ON sessions (revoked_at) WHERE revoked_at IS NOT NULL;
CREATE INDEX login_attempts_idle ON login_attempts (last_failed_at);
CREATE INDEX one_time_tokens_over ON one_time_tokens (expires_at);
