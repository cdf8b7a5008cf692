//! Deliveries in short, for those who want very many: no join, nothing long.

use super::{Listed, small};
use crate::base::Result;
use crate::domain::delivery::{DeliveryId, Status, StatusFilter};
use crate::domain::event::EventId;
use crate::domain::project::ProjectId;
use crate::domain::query::DeliveryQuery;
use crate::domain::replay::ReplayId;
use crate::domain::webhook::WebhookId;
use crate::params;
use crate::store::Snapshot;

/// The short columns of a delivery.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: DeliveryId,
    pub event: EventId,
    pub webhook: WebhookId,
    pub status: Status,
    pub attempts: u32,
    pub response_status: Option<u16>,
    replay: Option<ReplayId>,
}

impl Listed for Line {
    fn find(snap: &Snapshot<'_>, project: ProjectId, id: DeliveryId) -> Result<Option<Line>> {
        let sql = "SELECT event_id, webhook_id, status, attempts, response_status, replay_id FROM deliveries \
                   WHERE project_id = ?1 AND id = ?2";
        snap.opt(sql, params![&project, &id], |row| {
            Ok(Line {
                id,
                event: row.id(0)?,
                webhook: row.id(1)?,
                status: Status::from_code(row.int(2)?),
                attempts: small(row.opt_int(3)?).unwrap_or(0),
                response_status: small(row.opt_int(4)?),
                replay: row.opt_id(5)?,
            })
        })
    }

    /// Whether the circuit of a webhook is open is not known here: nobody asks these for it.
    fn fits(&self, query: &DeliveryQuery) -> bool {
        query.status.is_none_or(|filter| filter == StatusFilter::Is(self.status))
            && query.webhook.is_none_or(|id| id == self.webhook)
            && query.event.is_none_or(|id| id == self.event)
            && query.replay.is_none_or(|id| Some(id) == self.replay)
    }
}
