//! Numbers of things for monitoring, each read from an index made for it.

use super::{Snapshot, alerts, jobs, letters, queue};
use crate::base::{Result, Timestamp};
use crate::domain::job::ActionKind;
use crate::domain::webhook::WebhookId;
use crate::params;

/// Beyond this the exact number of dead letters is of no use to anyone.
const COUNTED: i64 = 100_000;

/// How many there are now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gauges {
    /// Active webhooks.
    pub webhooks: i64,
    /// Of these, with a circuit that is not closed.
    pub circuits_open: i64,
    /// Unresolved, up to [`COUNTED`].
    pub dead_letters: i64,
    /// Since when the oldest work of each queue has been due, if any is.
    pub since: [(&'static str, Option<Timestamp>); 4],
}

/// `behind` are webhooks that may have due deliveries.
pub fn read(snap: &Snapshot<'_>, behind: &[WebhookId], now: Timestamp) -> Result<Gauges> {
    let one = |sql: &str| snap.one(sql, &[], |row| row.int(0));
    let letters = "SELECT COUNT(*) FROM (SELECT 1 FROM dead_letters WHERE resolved_at IS NULL LIMIT ?1) AS open_ones";
    Ok(Gauges {
        webhooks: one("SELECT COUNT(*) FROM webhooks WHERE status = 0")?,
        circuits_open: one("SELECT COUNT(*) FROM webhooks WHERE status = 0 AND circuit_state > 0")?,
        dead_letters: snap.one(letters, params![COUNTED], |row| row.int(0))?,
        since: [
            ("delivery", queue::waiting_since(snap, behind, now)?),
            ("job", job(snap, now)?),
            ("mail", letters::next_due(snap)?.filter(|due| *due <= now)),
            ("alert", alerts::next_due(snap)?.filter(|due| *due <= now)),
        ],
    })
}

/// Since when a job waits for its turn.
fn job(snap: &Snapshot<'_>, now: Timestamp) -> Result<Option<Timestamp>> {
    let mut since: Option<Timestamp> = None;
    for kind in [ActionKind::Emit, ActionKind::Post] {
        jobs::due(snap, kind, now, |due| {
            since = Some(since.map_or(due.at, |since| since.min(due.at)));
            Ok(false)
        })?;
    }
    Ok(since)
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, plan};
    use super::*;
    use crate::domain::circuit::{Circuit, State};
    use crate::store::webhooks;

    #[tokio::test]
    async fn webhooks_and_letters_are_counted_by_their_indexes() {
        let db = Db::open();
        let (hook, _) = (db.webhook().await, db.webhook().await);
        let open = Circuit { state: State::Open, ..Circuit::default() };
        db.write(move |tx| webhooks::set_circuit(tx, hook, &open)).await;
        let gauges = db.read(move |snap| read(snap, &[hook], Timestamp::now())).await;
        assert_eq!((gauges.webhooks, gauges.circuits_open, gauges.dead_letters), (2, 1, 0));
        assert!(gauges.since.iter().all(|(_, since)| since.is_none()), "{gauges:?}");
        let sql = "SELECT COUNT(*) FROM webhooks WHERE status = 0 AND circuit_state > 0";
        let steps = db.read(move |snap| plan(snap, sql)).await;
        assert!(steps.contains("COVERING INDEX webhooks_circuit"), "{steps}");
    }
}
