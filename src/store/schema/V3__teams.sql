-- What members of projects are told, and the ways into the audit log.

-- `subject_id` is the row a notification is about, so that it can be marked as read with it.
CREATE TABLE notifications (
    id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    message TEXT NOT NULL,
    metadata TEXT NOT NULL,
    project_id BLOB,
    subject_id BLOB,
    read_at BIGINT
);

CREATE INDEX notifications_user ON notifications (user_id, id);
CREATE INDEX notifications_unread ON notifications (user_id, id) WHERE read_at IS NULL;
CREATE INDEX notifications_subject ON notifications (subject_id) WHERE subject_id IS NOT NULL AND read_at IS NULL;

CREATE INDEX audit_log_action ON audit_log (project_id, action, id) WHERE project_id IS NOT NULL;
CREATE INDEX audit_log_resource ON audit_log (project_id, resource_id, id) WHERE project_id IS NOT NULL;
