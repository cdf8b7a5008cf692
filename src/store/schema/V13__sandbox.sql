-- Public URLs that take in any request. `expires_at` is 0 once an endpoint is deleted: its rows
-- are then on their way out.
CREATE TABLE sandbox_endpoints (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX sandbox_endpoints_project ON sandbox_endpoints (project_id, id);
CREATE INDEX sandbox_endpoints_expiry ON sandbox_endpoints (expires_at);

-- What arrived there, as it was sent; `ip` and `headers` are sealed.
CREATE TABLE sandbox_requests (
    id BLOB NOT NULL PRIMARY KEY,
    endpoint_id BLOB NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    query TEXT,
    headers BLOB NOT NULL,
    ip BLOB NOT NULL,
    body BLOB NOT NULL
);

CREATE INDEX sandbox_requests_endpoint ON sandbox_requests (endpoint_id, id);
