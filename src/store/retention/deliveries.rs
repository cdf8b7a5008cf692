//! Removing deliveries with their attempts. What was counted of them by the minute and by the day
//! stays; one that was still to be attempted counts as failed from then on.

use super::{Gone, RowId, Rows, Step, Tally, letters};
use crate::base::Result;
use crate::domain::delivery::{DeliveryId, Status};
use crate::domain::event::EventId;
use crate::domain::glob::Glob;
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;
use crate::params;
use crate::store::queue::count_move;
use crate::store::sql::Value;
use crate::store::{Snapshot, Tx, inbound, ingested};

pub(super) struct Deliveries<'s> {
    pub project: ProjectId,
    pub before: RowId,
    pub topic: &'s Option<Glob>,
    pub status: Option<Status>,
    pub webhook: &'s Option<WebhookId>,
}

pub(super) struct Delivery {
    id: RowId,
    event: EventId,
    webhook: WebhookId,
    status: Status,
    unfinished: bool,
}

pub(super) const ALL: &str =
    "SELECT id FROM deliveries WHERE project_id = ?1 AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";
pub(super) const OPEN: &str = "SELECT id FROM deliveries WHERE project_id = ?1 AND status = ?5 AND status <> 2 \
    AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";
pub(super) const OF_WEBHOOK: &str =
    "SELECT id FROM deliveries WHERE webhook_id = ?1 AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";

impl Deliveries<'_> {
    /// What something will still happen to goes only when it is asked for by its status.
    fn may_go(&self, status: Status, unfinished: bool) -> bool {
        match self.status {
            Some(Status::Pending) => status == Status::Pending,
            wanted => !unfinished && wanted.is_none_or(|wanted| wanted == status),
        }
    }

    fn is_of_topic(&self, snap: &Snapshot<'_>, event: EventId) -> Result<bool> {
        let Some(glob) = self.topic else { return Ok(true) };
        let sql = "SELECT topic FROM events WHERE project_id = ?1 AND id = ?2";
        let topic = snap.opt(sql, params![&self.project, &event], |row| row.opt_text(0))?;
        Ok(topic.flatten().is_some_and(|topic| glob.matches(&topic)))
    }
}

impl Rows for Deliveries<'_> {
    type Row = Delivery;

    fn ids(&self, snap: &Snapshot<'_>, after: RowId, limit: usize) -> Result<Vec<RowId>> {
        let of = self.webhook.as_ref().map_or(Value::from(&self.project), Value::from);
        let mut bound = vec![of, Value::from(&after), Value::from(&self.before), Value::Int(limit as i64)];
        let sql = match (self.webhook, self.status) {
            (Some(_), _) => OF_WEBHOOK,
            (None, Some(open @ (Status::Pending | Status::Failed))) => {
                bound.push(Value::Int(open.code()));
                OPEN
            }
            (None, _) => ALL,
        };
        snap.all(sql, &bound, |row| row.id(0))
    }

    fn find(&self, snap: &Snapshot<'_>, id: RowId) -> Result<Option<Delivery>> {
        let sql = "SELECT webhook_id, status, due_at IS NOT NULL, event_id FROM deliveries \
                   WHERE project_id = ?1 AND id = ?2";
        let found = snap.opt(sql, params![&self.project, &id], |row| {
            let (status, unfinished) = (Status::from_code(row.int(1)?), row.flag(2)?);
            Ok(Delivery { id, event: row.id(3)?, webhook: row.id(0)?, status, unfinished })
        })?;
        match found.filter(|delivery| self.may_go(delivery.status, delivery.unfinished)) {
            Some(delivery) if self.is_of_topic(snap, delivery.event)? => Ok(Some(delivery)),
            _ => Ok(None),
        }
    }

    fn weigh(&self, snap: &Snapshot<'_>, delivery: &Delivery) -> Result<Tally> {
        Ok(Tally { rows: 1, detached: letters::of_delivery(snap, delivery.id)?, ..Tally::default() })
    }

    fn remove(&self, tx: &Tx<'_>, delivery: Delivery, step: &mut Step) -> Result<Gone> {
        let Delivery { id, event, webhook, status, unfinished } = delivery;
        step.tally.detached += letters::detach_delivery(tx, id)?;
        delete(tx, self.project, id)?;
        if unfinished {
            inbound::touch(tx, self.project, event);
        }
        let of_delivery = DeliveryId::from_bytes(id.as_bytes());
        if let Some(id) = of_delivery.filter(|_| status == Status::Pending) {
            count_move(tx, webhook, id, Status::Pending, Status::Failed);
        }
        if unfinished {
            ingested::refresh(tx, event)?;
        }
        step.tally.rows += 1;
        step.unfinished.extend(of_delivery.filter(|_| unfinished));
        Ok(Gone::Wholly)
    }
}

/// Deletes one with its attempts.
pub(super) fn delete(tx: &Tx<'_>, project: ProjectId, id: RowId) -> Result<()> {
    inbound::forget_attempts(tx, project, id.as_bytes())?;
    tx.exec("DELETE FROM attempts WHERE delivery_id = ?1", params![&id])?;
    tx.exec("DELETE FROM deliveries WHERE project_id = ?1 AND id = ?2", params![&project, &id]).map(drop)
}
