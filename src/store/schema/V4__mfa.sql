-- The second factor: its secrets are sealed, backup codes are kept as keyed hashes. Since when a
-- user has it is in `users.mfa_enabled_at`.

CREATE TABLE mfa_factors (
    user_id BLOB NOT NULL PRIMARY KEY,
    secret BLOB NOT NULL,
    last_step BIGINT NOT NULL
) /* clustered */;

-- Shown to the user, waiting for a first code.
CREATE TABLE mfa_setups (
    user_id BLOB NOT NULL PRIMARY KEY,
    secret BLOB NOT NULL,
    expires_at BIGINT NOT NULL
) /* clustered */;

CREATE INDEX mfa_setups_end ON mfa_setups (expires_at);

CREATE TABLE mfa_backup_codes (
    user_id BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (user_id, hash)
) /* clustered */;

-- Logins whose password was right and whose code is awaited. A row goes with its success, its
-- last wrong code or its end, so a token without a row opens nothing.
CREATE TABLE mfa_challenges (
    id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL,
    failures BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
) /* clustered */;

CREATE INDEX mfa_challenges_user ON mfa_challenges (user_id);
CREATE INDEX mfa_challenges_end ON mfa_challenges (expires_at);
