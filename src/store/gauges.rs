//! Numbers of things for monitoring, each read from an index made for it.

use super::Snapshot;
use crate::base::Result;
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
}

pub fn read(snap: &Snapshot<'_>) -> Result<Gauges> {
    let one = |sql: &str| snap.one(sql, &[], |row| row.int(0));
    let letters = "SELECT COUNT(*) FROM (SELECT 1 FROM dead_letters WHERE resolved_at IS NULL LIMIT ?1) AS open_ones";
    Ok(Gauges {
        webhooks: one("SELECT COUNT(*) FROM webhooks WHERE status = 0")?,
        circuits_open: one("SELECT COUNT(*) FROM webhooks WHERE status = 0 AND circuit_state > 0")?,
        dead_letters: snap.one(letters, params![COUNTED], |row| row.int(0))?,
    })
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
        assert_eq!(db.read(read).await, Gauges { webhooks: 2, circuits_open: 1, dead_letters: 0 });
        let sql = "SELECT COUNT(*) FROM webhooks WHERE status = 0 AND circuit_state > 0";
        let steps = db.read(move |snap| plan(snap, sql)).await;
        assert!(steps.contains("COVERING INDEX webhooks_circuit"), "{steps}");
    }
}
