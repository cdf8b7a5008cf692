//! Alerts that wait to be sent, and what keeps them from becoming a flood.

use super::{Row, Snapshot, Tx};
use crate::base::{Result, Timestamp};
use crate::domain::alert::AlertId;
use crate::domain::project::ProjectId;
use crate::params;

/// One alert on its way to one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub id: AlertId,
    pub project: ProjectId,
    /// The word of the medium.
    pub medium: String,
    pub event: String,
    /// A JSON object.
    pub payload: String,
    /// How many of the kind were held back.
    pub suppressed: i64,
    pub due_at: Timestamp,
    /// Times it was tried.
    pub attempts: i64,
}

/// What is told once within a time: on which way, of what kind, about what.
#[derive(Debug, Clone, Copy)]
pub struct Mark<'a> {
    pub project: ProjectId,
    pub medium: &'a str,
    pub event: &'a str,
    pub object: [u8; 16],
}

pub fn insert(tx: &Tx<'_>, alert: &Waiting) -> Result<()> {
    let sql = "INSERT INTO alerts (id, project_id, medium, event_type, payload, suppressed, due_at, attempts) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let a = alert;
    let values = params![&a.id, &a.project, &a.medium, &a.event, &a.payload, a.suppressed, a.due_at, a.attempts];
    tx.exec(sql, values).map(drop)
}

/// Alerts that are due, the longest waiting first.
pub fn due(snap: &Snapshot<'_>, now: Timestamp, limit: i64) -> Result<Vec<Waiting>> {
    let sql = "SELECT id, project_id, medium, event_type, payload, suppressed, due_at, attempts FROM alerts \
               WHERE due_at <= ?1 ORDER BY due_at, id LIMIT ?2";
    snap.all(sql, params![now, limit], |row: &Row<'_>| {
        Ok(Waiting {
            id: row.id(0)?,
            project: row.id(1)?,
            medium: row.text(2)?,
            event: row.text(3)?,
            payload: row.text(4)?,
            suppressed: row.int(5)?,
            due_at: row.time(6)?,
            attempts: row.int(7)?,
        })
    })
}

/// When the next alert is due.
pub fn next_due(snap: &Snapshot<'_>) -> Result<Option<Timestamp>> {
    snap.opt("SELECT due_at FROM alerts ORDER BY due_at LIMIT 1", &[], |row| row.time(0))
}

pub fn delete(tx: &Tx<'_>, id: AlertId) -> Result<()> {
    tx.exec("DELETE FROM alerts WHERE id = ?1", params![&id]).map(drop)
}

/// Makes an alert that did not arrive due again later.
pub fn postpone(tx: &Tx<'_>, id: AlertId, due_at: Timestamp) -> Result<()> {
    tx.exec("UPDATE alerts SET due_at = ?2, attempts = attempts + 1 WHERE id = ?1", params![&id, due_at]).map(drop)
}

/// Adds one to what an alert that was not tried yet counts; false when none waits.
pub fn count_on(tx: &Tx<'_>, project: ProjectId, medium: &str, event: &str) -> Result<bool> {
    let sql = "UPDATE alerts SET suppressed = suppressed + 1 \
               WHERE project_id = ?1 AND medium = ?2 AND event_type = ?3 AND attempts = 0";
    Ok(tx.exec(sql, params![&project, medium, event])? > 0)
}

/// Asks to tell of something: how many of its kind were held back since it was last told, or `None`
/// when that was after `since` and this one is held back too.
pub fn pass(tx: &Tx<'_>, mark: Mark<'_>, since: Timestamp, now: Timestamp) -> Result<Option<i64>> {
    const WHERE: &str = "WHERE project_id = ?1 AND medium = ?2 AND event_type = ?3 AND object = ?4";
    let key = params![&mark.project, mark.medium, mark.event, &mark.object];
    let sql = format!("SELECT told_at, suppressed FROM alert_marks {WHERE}");
    let known = tx.opt(&sql, key, |row| Ok((row.time(0)?, row.int(1)?)))?;
    if known.is_some_and(|(told_at, _)| told_at > since) {
        tx.exec(&format!("UPDATE alert_marks SET suppressed = suppressed + 1 {WHERE}"), key)?;
        return Ok(None);
    }
    let sql = "INSERT INTO alert_marks (project_id, medium, event_type, object, told_at, suppressed) \
               VALUES (?1, ?2, ?3, ?4, ?5, 0) ON CONFLICT (project_id, medium, event_type, object) \
               DO UPDATE SET told_at = excluded.told_at, suppressed = 0";
    tx.exec(sql, params![&mark.project, mark.medium, mark.event, &mark.object, now])?;
    Ok(Some(known.map_or(0, |(_, suppressed)| suppressed)))
}

/// Counts an alert of the present hour of a channel; an hour that began before `since` is over.
/// Returns how many there were with this one, and when the hour began.
pub fn count_hour(
    tx: &Tx<'_>,
    project: ProjectId,
    medium: &str,
    since: Timestamp,
    now: Timestamp,
) -> Result<(i64, Timestamp)> {
    let sql = "INSERT INTO alert_hours (project_id, medium, began_at, alerts) VALUES (?1, ?2, ?3, 1) \
               ON CONFLICT (project_id, medium) DO UPDATE SET \
               alerts = CASE WHEN alert_hours.began_at <= ?4 THEN 1 ELSE alert_hours.alerts + 1 END, \
               began_at = CASE WHEN alert_hours.began_at <= ?4 THEN ?3 ELSE alert_hours.began_at END";
    tx.exec(sql, params![&project, medium, now, since])?;
    let sql = "SELECT alerts, began_at FROM alert_hours WHERE project_id = ?1 AND medium = ?2";
    tx.one(sql, params![&project, medium], |row| Ok((row.int(0)?, row.time(1)?)))
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, plan};
    use super::*;

    fn at(secs: i64) -> Timestamp {
        Timestamp::from_secs(secs)
    }

    #[tokio::test]
    async fn alerts_wait_and_go() {
        let db = Db::open();
        let (project, ids): (_, [AlertId; 2]) = (db.project, std::array::from_fn(|_| db.ids.next()));
        let alert = |n: usize, due| Waiting {
            id: ids[n],
            project,
            medium: "slack".to_owned(),
            event: "job_failed".to_owned(),
            payload: "{}".to_owned(),
            suppressed: 0,
            due_at: at(due),
            attempts: 0,
        };
        let (one, two) = (alert(0, 10), alert(1, 5));
        let run = db.write(move |tx| {
            assert!(!count_on(tx, project, "slack", "job_failed")?);
            insert(tx, &one)?;
            insert(tx, &two)?;
            assert_eq!((due(tx, at(9), 9)?, next_due(tx)?), (vec![two.clone()], Some(at(5))));
            postpone(tx, two.id, at(20))?;
            assert!(count_on(tx, project, "slack", "job_failed")?);
            let seen: Vec<_> = due(tx, at(20), 9)?.iter().map(|a| (a.id, a.suppressed, a.attempts)).collect();
            assert_eq!(seen, [(one.id, 1, 0), (two.id, 0, 1)]);
            delete(tx, one.id)?;
            delete(tx, two.id)?;
            assert_eq!(next_due(tx)?, None);
            for sql in [
                "SELECT id FROM alerts WHERE due_at <= ?1 ORDER BY due_at, id LIMIT ?2",
                "UPDATE alerts SET attempts = 0 WHERE project_id = ?1 AND medium = ?2 AND event_type = ?3",
            ] {
                let plan = plan(tx, sql)?;
                assert!(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "{plan}");
            }
            Ok(())
        });
        run.await;
    }

    #[tokio::test]
    async fn the_same_is_told_once_in_a_while() {
        let db = Db::open();
        let project = db.project;
        let run = db.write(move |tx| {
            let mark = Mark { project, medium: "slack", event: "dlq_entry", object: [1; 16] };
            assert_eq!(pass(tx, mark, at(0), at(100))?, Some(0));
            assert_eq!(pass(tx, mark, at(99), at(101))?, None);
            assert_eq!(pass(tx, mark, at(99), at(102))?, None);
            assert_eq!(pass(tx, Mark { object: [2; 16], ..mark }, at(99), at(102))?, Some(0));
            assert_eq!(pass(tx, Mark { medium: "email", ..mark }, at(99), at(102))?, Some(0));
            assert_eq!(pass(tx, mark, at(100), at(400))?, Some(2));
            assert_eq!(pass(tx, mark, at(400), at(700))?, Some(0));
            assert_eq!(count_hour(tx, project, "slack", at(0), at(10))?, (1, at(10)));
            assert_eq!(count_hour(tx, project, "slack", at(9), at(20))?, (2, at(10)));
            assert_eq!(count_hour(tx, project, "email", at(9), at(20))?, (1, at(20)));
            assert_eq!(count_hour(tx, project, "slack", at(10), at(30))?, (1, at(30)));
            Ok(())
        });
        run.await;
    }
}
