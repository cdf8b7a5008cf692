//! Reading the counters of days. They are kept with every change, so nothing is counted here, and
//! they stay when what they count is removed.

use super::{Row, Snapshot};
use crate::base::Result;
use crate::domain::analytics::{Day, DeliveryDay, EventDay, TopicCount, WebhookStats};
use crate::domain::project::ProjectId;
use crate::params;

/// Webhooks of one answer at most.
const WEBHOOKS: i64 = 1000;

/// A sum; what was counted before this counter began may have been taken from it.
fn count(row: &Row<'_>, i: usize) -> Result<u64> {
    Ok(row.int(i)?.max(0) as u64)
}

const EVENTS: &str = "SELECT day, events FROM event_days WHERE project_id = ?1 AND day >= ?2 ORDER BY day";

/// Accepted events of each day that has some.
pub fn events(snap: &Snapshot<'_>, project: ProjectId, since: Day) -> Result<Vec<EventDay>> {
    snap.all(EVENTS, params![&project, since.0], |row| Ok(EventDay { day: Day(row.int(0)?), count: count(row, 1)? }))
}

const DELIVERIES: &str = "SELECT d.day, CAST(SUM(d.pending + d.failed + d.success) AS BIGINT), \
    CAST(SUM(d.success) AS BIGINT), CAST(SUM(d.failed) AS BIGINT) FROM webhooks w \
    JOIN webhook_days d ON d.webhook_id = w.id WHERE w.project_id = ?1 AND d.day >= ?2 \
    GROUP BY d.day HAVING SUM(d.pending + d.failed + d.success) > 0 ORDER BY d.day";

/// Deliveries of each day that has some.
pub fn deliveries(snap: &Snapshot<'_>, project: ProjectId, since: Day) -> Result<Vec<DeliveryDay>> {
    snap.all(DELIVERIES, params![&project, since.0], |row| {
        let [total, success, failed] = [count(row, 1)?, count(row, 2)?, count(row, 3)?];
        Ok(DeliveryDay { day: Day(row.int(0)?), total, success, failed })
    })
}

const TOPICS: &str = "SELECT topic, events FROM topics WHERE project_id = ?1 AND events > 0 AND topic <> '' \
    ORDER BY events DESC, topic LIMIT ?2";
const TOPICS_SINCE: &str = "SELECT topic, CAST(SUM(events) AS BIGINT) AS n FROM topic_days WHERE project_id = ?1 \
    AND topic <> '' AND day >= ?3 GROUP BY topic HAVING SUM(events) > 0 ORDER BY n DESC, topic LIMIT ?2";

/// The topics with most events, of all time or since a day.
pub fn topics(snap: &Snapshot<'_>, project: ProjectId, since: Option<Day>, limit: usize) -> Result<Vec<TopicCount>> {
    let read = |row: &Row<'_>| Ok(TopicCount { topic: row.text(0)?, count: count(row, 1)? });
    match since {
        None => snap.all(TOPICS, params![&project, limit as i64], read),
        Some(since) => snap.all(TOPICS_SINCE, params![&project, limit as i64, since.0], read),
    }
}

const BY_WEBHOOK: &str = "SELECT w.id, w.url, CAST(COALESCE(SUM(d.pending), 0) AS BIGINT), \
    CAST(COALESCE(SUM(d.failed), 0) AS BIGINT), CAST(COALESCE(SUM(d.success), 0) AS BIGINT), \
    CAST(COALESCE(SUM(d.latency_sum), 0) AS BIGINT), CAST(COALESCE(SUM(d.latency_count), 0) AS BIGINT) \
    FROM webhooks w LEFT JOIN webhook_days d ON d.webhook_id = w.id AND d.day >= ?2 \
    WHERE w.project_id = ?1 GROUP BY w.id, w.url, w.status \
    HAVING w.status = 0 OR SUM(d.pending + d.failed + d.success) > 0 \
    ORDER BY COALESCE(SUM(d.pending + d.failed + d.success), 0) DESC, w.id DESC LIMIT ?3";

/// The active webhooks, and the others that had a delivery since a day; busiest first.
pub fn webhooks(snap: &Snapshot<'_>, project: ProjectId, since: Day) -> Result<Vec<WebhookStats>> {
    snap.all(BY_WEBHOOK, params![&project, since.0, WEBHOOKS], |row| {
        Ok(WebhookStats {
            id: row.id(0)?,
            url: row.text(1)?,
            pending: count(row, 2)?,
            failed: count(row, 3)?,
            success: count(row, 4)?,
            latency_sum: count(row, 5)?,
            latency_count: count(row, 6)?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, delivery, event, plan, settled};
    use super::super::counters::{Counter, day};
    use super::*;
    use crate::domain::delivery::Status;
    use crate::domain::event::EventId;

    #[tokio::test]
    async fn numbers_are_those_of_what_happened() {
        let db = Db::open();
        let (project, ids) = (db.project, db.ids.clone());
        let (hook, idle) = (db.webhook().await, db.webhook().await);
        let today = db
            .write(move |tx| {
                let mut last: Option<EventId> = None;
                for (topic, times) in [("a.b", 3), ("c", 5), ("", 4)] {
                    for _ in 0..times {
                        let made = event(tx, project, ids.next(), &format!(r#"{{"topic":"{topic}"}}"#))?;
                        last = Some(made.id);
                    }
                }
                event(tx, project, ids.next(), "{}")?;
                for status in [Status::Success, Status::Success, Status::Failed, Status::Pending] {
                    let id = ids.next();
                    delivery(tx, project, id, last.expect("made"), hook)?;
                    settled(tx, project, id, status)?;
                }
                let (off, gone) = (ids.next::<()>(), ids.next::<()>());
                tx.count(Counter::SwitchedOff(project, day(off), "c".into()), 1);
                tx.count(Counter::Removed(project, "a.b".into()), 2);
                Ok(Day(day(gone)))
            })
            .await;
        db.read(move |snap| {
            assert_eq!(events(snap, project, today)?, [EventDay { day: today, count: 13 }]);
            let day = DeliveryDay { day: today, total: 4, success: 2, failed: 1 };
            assert_eq!(deliveries(snap, project, today)?, [day]);
            for since in [None, Some(today.first_of(7))] {
                let top = |limit| {
                    Ok::<_, crate::base::Error>(
                        topics(snap, project, since, limit)?
                            .into_iter()
                            .map(|t| (t.topic, t.count))
                            .collect::<Vec<_>>(),
                    )
                };
                assert_eq!(top(9)?, [("c".to_owned(), 4), ("a.b".to_owned(), 3)]);
                assert_eq!(top(1)?.len(), 1);
            }
            let tomorrow = Day(today.0 + 1);
            assert_eq!((events(snap, project, tomorrow)?.len(), deliveries(snap, project, tomorrow)?.len()), (0, 0));
            assert_eq!(topics(snap, project, Some(tomorrow), 9)?, []);
            let stats = webhooks(snap, project, today)?;
            let seen: Vec<_> = stats.iter().map(|s| (s.id, s.total(), s.success, s.pending)).collect();
            assert_eq!(seen, [(hook, 4, 2, 1), (idle, 0, 0, 0)]);
            Ok(())
        })
        .await;
        db.write(move |tx| tx.exec("UPDATE webhooks SET status = 1", &[])).await;
        let left = db.read(move |snap| webhooks(snap, project, today)).await;
        assert_eq!(left.iter().map(|s| s.id).collect::<Vec<_>>(), [hook], "switched off, but it had deliveries");
    }

    #[tokio::test]
    async fn nothing_is_found_by_looking_through_a_table() {
        let db = Db::open();
        db.read(|snap| {
            for (sql, index) in [
                (EVENTS, "event_days"),
                (DELIVERIES, "webhooks_project"),
                (TOPICS, "topics_events"),
                (TOPICS_SINCE, "topic_days"),
                (BY_WEBHOOK, "webhooks_project"),
            ] {
                let plan = plan(snap, sql)?;
                assert!(plan.contains(index) && !plan.contains("SCAN"), "{sql}: {plan}");
            }
            assert!(!plan(snap, TOPICS)?.contains("TEMP"), "the order is that of the index");
            Ok(())
        })
        .await;
    }
}
