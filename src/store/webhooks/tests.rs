//! Webhooks on a real file: fields, secrets, circuits and the numbers of a day.

use super::super::conformance::{Db, pages};
use super::super::counters::{Counter, Field};
use super::*;

#[tokio::test]
async fn every_field_comes_back() {
    let db = Db::open();
    let (project, id) = (db.project, db.webhook().await);
    let found = db
        .write(move |tx| {
            let Stored { mut webhook, .. } = find(tx, project, id)?.expect("there");
            webhook.url = "https://example.com/other".to_owned();
            webhook.name = Some("Näme".to_owned());
            webhook.status = Status::Inactive;
            webhook.config = Config {
                topics: vec!["a.#".to_owned(), "quote \" and \\".to_owned()],
                filters: r#"["amount > 1.10"]"#.to_owned(),
                body: r#"{"mode":"full"}"#.to_owned(),
                headers: r#"{"X-A":"1"}"#.to_owned(),
                retry: r#"{"max_attempts":3}"#.to_owned(),
                rate_limit: r#"{"max_per_second":5}"#.to_owned(),
                batch: Some(r#"{"enabled":true}"#.to_owned()),
                schemes: r#"["standard"]"#.to_owned(),
            };
            let at = Timestamp::from_secs(1_790_000_000);
            webhook.circuit = Circuit {
                state: State::HalfOpen,
                failures: 7,
                opened_at: Some(at),
                reopen_at: Some(at),
                probing: false,
            };
            webhook.updated_at = at;
            webhook.has_secret = true;
            let secrets = Secrets { current: Some(vec![1, 2]), previous: Some(vec![3]) };
            update(tx, project, &webhook, &secrets)?;
            set_circuit(tx, id, &webhook.circuit)?;
            let found = find(tx, project, id)?.expect("there");
            assert_eq!((&found.secrets.current, &found.secrets.previous), (&secrets.current, &secrets.previous));
            Ok((webhook, found.webhook, find(tx, Id::MIN, id)?.is_none()))
        })
        .await;
    assert_eq!(found.0, found.1);
    assert!(found.2, "a foreign one is not found");
}

#[tokio::test]
async fn inactive_webhooks_leave_the_lists() {
    let db = Db::open();
    let project = db.project;
    let mut all = Vec::new();
    for _ in 0..5 {
        all.push(db.webhook().await);
    }
    let off = all[2];
    db.write(move |tx| {
        let Stored { mut webhook, secrets } = find(tx, project, off)?.expect("there");
        webhook.status = Status::Inactive;
        update(tx, project, &webhook, &secrets)
    })
    .await;
    db.read(move |snap| {
        let ids = |limit, inactive| -> Result<Vec<WebhookId>> {
            Ok(pages(limit, |page| list(snap, project, page, inactive))?.iter().map(|w| w.id).collect())
        };
        let active: Vec<WebhookId> = all.iter().copied().filter(|id| *id != off).collect();
        let newest_first = |ids: &[WebhookId]| ids.iter().rev().copied().collect::<Vec<_>>();
        assert_eq!(ids(2, false)?, newest_first(&active));
        assert_eq!(ids(1, true)?, newest_first(&all));
        assert_eq!(count_active(snap, project)?, 4);
        let compiled = all_active(snap, project)?;
        assert_eq!(compiled.iter().map(|stored| stored.webhook.id).collect::<Vec<_>>(), active);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn numbers_begin_where_asked() {
    let db = Db::open();
    let hook = db.webhook().await;
    db.write(move |tx| {
        for (minute, field, delta) in [
            (10, Field::Success, 5),
            (20, Field::Success, 2),
            (20, Field::Failed, 1),
            (21, Field::Pending, 3),
            (21, Field::LatencySum, 30),
            (21, Field::LatencyCount, 2),
        ] {
            tx.count(Counter::Minute(hook, minute, field), delta);
        }
        Ok(())
    })
    .await;
    let (old, new) = db.read(move |snap| Ok((numbers(snap, hook, 10)?, numbers(snap, hook, 11)?))).await;
    assert_eq!(old, Numbers { pending: 3, failed: 1, success: 7, latency_sum: 30, latency_count: 2 });
    assert_eq!(new, Numbers { pending: 3, failed: 1, success: 2, latency_sum: 30, latency_count: 2 });
}
