-- What pages of others show of a project's webhooks. Of a token only its hash is kept. `tenant` is
-- whose webhooks it is about, of a token and of the webhooks made with it; null is the project.
CREATE TABLE embed_tokens (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    prefix TEXT NOT NULL,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    allowed_origins TEXT NOT NULL,
    metadata TEXT NOT NULL,
    tenant TEXT,
    active BIGINT NOT NULL,
    expires_at BIGINT
);

CREATE INDEX embed_tokens_project ON embed_tokens (project_id, active, id);
CREATE INDEX embed_tokens_expiry ON embed_tokens (expires_at) WHERE expires_at IS NOT NULL;

ALTER TABLE webhooks ADD COLUMN tenant TEXT;

CREATE INDEX webhooks_tenant ON webhooks (project_id, tenant, id) WHERE tenant IS NOT NULL;
