-- Users, their logins, projects, keys and the audit log.
-- Columns of personal data are BLOBs sealed for their place (`table.column:row`); addresses are
-- found through a keyed hash. A row's creation time is in its id.

CREATE TABLE users (
    id BLOB NOT NULL PRIMARY KEY,
    email BLOB NOT NULL,
    email_hash BLOB NOT NULL,
    name BLOB,
    password_hash TEXT NOT NULL,
    role BIGINT NOT NULL,
    email_verified_at BIGINT,
    last_login_at BIGINT,
    mfa_enabled_at BIGINT,
    processing_consent BIGINT NOT NULL,
    restricted_at BIGINT,
    restriction_reason TEXT,
    deactivated_at BIGINT,
    default_project_id BLOB,
    updated_at BIGINT NOT NULL
) /* clustered */;

CREATE UNIQUE INDEX users_email ON users (email_hash);

CREATE TABLE password_history (
    user_id BLOB NOT NULL,
    set_at BIGINT NOT NULL,
    password_hash TEXT NOT NULL,
    PRIMARY KEY (user_id, set_at)
) /* clustered */;

-- What a mail carries to prove an address: only the hash is here.
CREATE TABLE one_time_tokens (
    hash BLOB NOT NULL PRIMARY KEY,
    purpose BIGINT NOT NULL,
    user_id BLOB NOT NULL,
    address_hash BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
) /* clustered */;

CREATE INDEX one_time_tokens_user ON one_time_tokens (user_id, purpose);

-- Failures by address, also of addresses without an account.
CREATE TABLE login_attempts (
    email_hash BLOB NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    last_failed_at BIGINT NOT NULL,
    locked_until BIGINT
) /* clustered */;

CREATE TABLE sessions (
    id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL,
    kind BIGINT NOT NULL,
    device TEXT NOT NULL,
    ip BLOB NOT NULL,
    ip_hash BLOB NOT NULL,
    user_agent BLOB,
    last_activity_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
) /* clustered */;

CREATE INDEX sessions_user ON sessions (user_id, id);

-- Every refresh token a session had: a replaced one that comes back later tells of a theft.
CREATE TABLE refresh_tokens (
    hash BLOB NOT NULL PRIMARY KEY,
    session_id BLOB NOT NULL,
    replaced_at BIGINT
) /* clustered */;

CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);

CREATE TABLE consents (
    id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL,
    purpose TEXT NOT NULL,
    version TEXT NOT NULL,
    ip BLOB,
    revoked_at BIGINT
) /* clustered */;

CREATE INDEX consents_user ON consents (user_id, id);

CREATE TABLE projects (
    id BLOB NOT NULL PRIMARY KEY,
    owner_id BLOB NOT NULL,
    name TEXT NOT NULL,
    active BIGINT NOT NULL,
    settings TEXT NOT NULL,
    retention_days BIGINT,
    retention_policy TEXT NOT NULL,
    api_calls_per_minute BIGINT,
    events_per_minute BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
) /* clustered */;

CREATE INDEX projects_owner ON projects (owner_id, id);

CREATE TABLE members (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    role TEXT NOT NULL,
    status TEXT NOT NULL,
    invited_by BLOB,
    updated_at BIGINT NOT NULL
) /* clustered */;

CREATE UNIQUE INDEX members_place ON members (project_id, user_id);
CREATE INDEX members_user ON members (user_id, id);

-- One active key a project; replaced keys stay for the record.
CREATE TABLE api_keys (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL,
    hash BLOB NOT NULL,
    prefix TEXT NOT NULL,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    allowed_ips TEXT NOT NULL,
    active BIGINT NOT NULL,
    last_used_at BIGINT,
    updated_at BIGINT NOT NULL
) /* clustered */;

CREATE UNIQUE INDEX api_keys_hash ON api_keys (hash);
CREATE UNIQUE INDEX api_keys_active ON api_keys (project_id) WHERE active = 1;

CREATE TABLE audit_log (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB,
    user_id BLOB,
    actor_type TEXT NOT NULL,
    action TEXT NOT NULL,
    resource_type TEXT NOT NULL,
    resource_id TEXT,
    metadata TEXT NOT NULL,
    ip BLOB,
    ip_hash BLOB,
    user_agent BLOB
) /* clustered */;

CREATE INDEX audit_log_project ON audit_log (project_id, id) WHERE project_id IS NOT NULL;
CREATE INDEX audit_log_user ON audit_log (user_id, id) WHERE user_id IS NOT NULL;
