-- What operators work with: invitations to register, where users log in from, what was reported
-- of attacks, and the ways to users and the audit log of the whole server.

-- One open invitation an address; only the hash of its token is here.
CREATE TABLE registration_invites (
    id BLOB NOT NULL PRIMARY KEY,
    token_hash BLOB NOT NULL,
    email BLOB NOT NULL,
    email_hash BLOB NOT NULL,
    name BLOB,
    role BIGINT NOT NULL,
    invited_by BLOB NOT NULL,
    expires_at BIGINT NOT NULL
) /* clustered */;

CREATE UNIQUE INDEX registration_invites_email ON registration_invites (email_hash);
CREATE INDEX registration_invites_end ON registration_invites (expires_at);

-- Networks a user has logged in from, as keyed hashes.
CREATE TABLE user_networks (
    user_id BLOB NOT NULL,
    network BLOB NOT NULL,
    last_seen_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, network)
) /* clustered */;

-- What was reported of an attack, so that it is not reported again for a while.
CREATE TABLE anomalies (
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    reported_at BIGINT NOT NULL,
    PRIMARY KEY (kind, subject)
) /* clustered */;

CREATE INDEX anomalies_reported ON anomalies (reported_at);

CREATE INDEX users_role ON users (role, id);
CREATE INDEX users_inactive ON users (id, deactivated_at) WHERE deactivated_at IS NOT NULL;
CREATE INDEX users_restricted ON users (id, restricted_at) WHERE restricted_at IS NOT NULL;

CREATE INDEX audit_log_actions ON audit_log (action, id);
CREATE INDEX audit_log_resources ON audit_log (resource_id, id) WHERE resource_id IS NOT NULL;
