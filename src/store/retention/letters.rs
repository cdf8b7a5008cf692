//! Removing dead letters, and keeping those whose event or delivery is removed.

use super::{Gone, RowId, Rows, Step, Tally};
use crate::base::Result;
use crate::domain::project::ProjectId;
use crate::domain::purge::{Selection, What};
use crate::domain::webhook::WebhookId;
use crate::params;
use crate::store::sql::Value;
use crate::store::{Snapshot, Tx};

pub(super) struct Letters<'s> {
    pub project: ProjectId,
    pub before: RowId,
    pub selection: &'s Selection,
}

pub(super) const ALL: &str =
    "SELECT id FROM dead_letters WHERE project_id = ?1 AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";
pub(super) const UNRESOLVED: &str = "SELECT id FROM dead_letters WHERE project_id = ?1 AND resolved_at IS NULL \
    AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";
pub(super) const OF_WEBHOOK: &str =
    "SELECT id FROM dead_letters WHERE webhook_id = ?1 AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";
/// Not by id: each of them goes, so the next step begins at the beginning.
pub(super) const RESOLVED: &str = "SELECT id FROM dead_letters WHERE project_id = ?1 AND resolved_at < ?2 \
    AND resolved_at IS NOT NULL ORDER BY resolved_at, id LIMIT ?3";

impl Rows for Letters<'_> {
    type Row = RowId;

    fn ids(&self, snap: &Snapshot<'_>, after: RowId, limit: usize) -> Result<Vec<RowId>> {
        let limit = limit as i64;
        let (sql, of) = match &self.selection.what {
            What::Resolved => {
                return snap.all(RESOLVED, params![&self.project, self.selection.before, limit], |row| row.id(0));
            }
            What::DeadLetters { webhook: Some(webhook), .. } => (OF_WEBHOOK, Value::from(webhook)),
            What::DeadLetters { resolved: Some(false), .. } => (UNRESOLVED, Value::from(&self.project)),
            _ => (ALL, Value::from(&self.project)),
        };
        let bound = [of, Value::from(&after), Value::from(&self.before), Value::Int(limit)];
        snap.all(sql, &bound, |row| row.id(0))
    }

    fn find(&self, snap: &Snapshot<'_>, id: RowId) -> Result<Option<RowId>> {
        let sql = "SELECT webhook_id, resolved_at IS NOT NULL FROM dead_letters WHERE project_id = ?1 AND id = ?2";
        let found = snap.opt(sql, params![&self.project, &id], |row| {
            let (of, is_resolved): (Option<WebhookId>, bool) = (row.opt_id(0)?, row.flag(1)?);
            Ok(match &self.selection.what {
                What::DeadLetters { resolved, webhook } => {
                    resolved.is_none_or(|wanted| wanted == is_resolved)
                        && webhook.is_none_or(|wanted| Some(wanted) == of)
                }
                _ => is_resolved,
            })
        })?;
        Ok(Some(id).filter(|_| found == Some(true)))
    }

    fn weigh(&self, _: &Snapshot<'_>, _: &RowId) -> Result<Tally> {
        Ok(Tally { rows: 1, ..Tally::default() })
    }

    fn remove(&self, tx: &Tx<'_>, id: RowId, step: &mut Step) -> Result<Gone> {
        tx.exec("DELETE FROM dead_letters WHERE project_id = ?1 AND id = ?2", params![&self.project, &id])?;
        step.tally.rows += 1;
        Ok(Gone::Wholly)
    }
}

fn count(snap: &Snapshot<'_>, sql: &str, id: RowId) -> Result<u64> {
    Ok(snap.one(sql, params![&id], |row| row.int(0))?.unsigned_abs())
}

/// How many tell of an event, or of a delivery.
pub(super) fn of_event(snap: &Snapshot<'_>, id: RowId) -> Result<u64> {
    count(snap, "SELECT COUNT(*) FROM dead_letters WHERE event_id = ?1", id)
}

pub(super) fn of_delivery(snap: &Snapshot<'_>, id: RowId) -> Result<u64> {
    count(snap, "SELECT COUNT(*) FROM dead_letters WHERE delivery_id = ?1", id)
}

pub(super) const DETACH_EVENT: &str = "UPDATE dead_letters SET event_id = NULL, delivery_id = NULL WHERE event_id = ?1";
pub(super) const DETACH_DELIVERY: &str = "UPDATE dead_letters SET delivery_id = NULL WHERE delivery_id = ?1";

/// They stay, without what they told of. Returns how many it were.
pub(super) fn detach_event(tx: &Tx<'_>, id: RowId) -> Result<u64> {
    Ok(tx.exec(DETACH_EVENT, params![&id])? as u64)
}

pub(super) fn detach_delivery(tx: &Tx<'_>, id: RowId) -> Result<u64> {
    Ok(tx.exec(DETACH_DELIVERY, params![&id])? as u64)
}
