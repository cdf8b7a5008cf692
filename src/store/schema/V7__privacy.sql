-- What is being erased, and the ways to what it left in the projects of others.

-- A user or a project that is gone for everyone; `subject_id` is its former id and `kind` 0 a user,
-- 1 a project. The row stays until nothing of it is left and nothing can come after.
CREATE TABLE erasures (
    subject_id BLOB NOT NULL PRIMARY KEY,
    kind BIGINT NOT NULL,
    begun_at BIGINT NOT NULL
) /* clustered */;

-- Superadmins, of whom one must always be left.
CREATE INDEX users_superadmins ON users (id) WHERE role = 3;
CREATE INDEX api_keys_project ON api_keys (project_id, id);
CREATE INDEX notifications_project ON notifications (project_id, id) WHERE project_id IS NOT NULL;
CREATE INDEX members_inviter ON members (invited_by, id) WHERE invited_by IS NOT NULL;
CREATE INDEX origins_user ON origins (user_id, id) WHERE user_id IS NOT NULL;
