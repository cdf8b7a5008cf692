//! Deliveries: ending those that nothing more shall happen to.

use super::Tx;
use super::queue::count_move;
use super::sql::Value;
use crate::base::{Result, Timestamp};
use crate::domain::delivery::{DeliveryId, Ended, Status};
use crate::domain::event::EventId;
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;
use crate::params;

/// Whose deliveries end.
#[derive(Debug, Clone, Copy)]
pub enum Of {
    Webhook(WebhookId),
    Event(EventId),
}

/// Ends up to `limit` deliveries that something would still happen to, those in hand included:
/// the result of an attempt in flight is then dropped. Returns how many it were.
pub fn end(tx: &Tx<'_>, of: Of, why: Ended, now: Timestamp, limit: usize) -> Result<usize> {
    let (column, key) = match &of {
        Of::Webhook(id) => ("webhook_id", Value::from(id)),
        Of::Event(id) => ("event_id", Value::from(id)),
    };
    let sql = format!(
        "SELECT project_id, id, webhook_id, status FROM deliveries WHERE {column} = ?1 AND due_at IS NOT NULL LIMIT ?2"
    );
    let due: Vec<(ProjectId, DeliveryId, WebhookId, Status)> =
        tx.all(&sql, &[key, Value::Int(limit as i64)], |row| {
            Ok((row.id(0)?, row.id(1)?, row.id(2)?, Status::from_code(row.int(3)?)))
        })?;
    let failed = Status::Failed;
    let sql = "UPDATE deliveries SET status = ?3, due_at = NULL, claimed = 0, error = ?4, updated_at = ?5 \
               WHERE project_id = ?1 AND id = ?2";
    for (project, id, webhook, status) in &due {
        tx.exec(sql, params![project, id, failed.code(), why.text(), now])?;
        count_move(tx, *webhook, *id, *status, failed);
    }
    Ok(due.len())
}
