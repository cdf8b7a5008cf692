//! Dead letters on a real file: one unresolved per delivery, lists by every filter.

use super::super::conformance::{Db, Dice, pages, plan};
use super::*;
use crate::base::Id;
use crate::domain::query::Period;
use crate::domain::webhook::WebhookId;

fn letter(id: DeadLetterId, delivery: DeliveryId, webhook: WebhookId, error: &str) -> DeadLetter {
    DeadLetter {
        id,
        delivery: Some(delivery),
        event: Some(Id::MAX),
        webhook: Some(webhook),
        task: None,
        webhook_url: "https://example.com/hook".to_owned(),
        topic: Some("a.b".to_owned()),
        payload: r#"{"n":1.10}"#.to_owned(),
        batch_size: None,
        last_error: error.to_owned(),
        last_response_status: Some(500),
        attempts: 5,
        resolved_at: None,
    }
}

#[tokio::test]
async fn a_delivery_has_one_unresolved_letter() {
    let db = Db::open();
    let (project, ids, hook) = (db.project, db.ids.clone(), db.webhook().await);
    let (delivery, now) = (ids.next(), Timestamp::now());
    let steps = db.write(move |tx| {
        let (first, second, third) = (ids.next(), ids.next(), ids.next());
        record(tx, project, &letter(first, delivery, hook, "HTTP 500"))?;
        record(tx, project, &letter(second, delivery, hook, "Timeout"))?;
        let updated = find(tx, project, first)?.expect("kept");
        let absent = find(tx, project, second)?;
        let resolved = [
            resolve(tx, Id::MIN, first, now)?,
            resolve(tx, project, first, now)?,
            resolve(tx, project, first, now.plus_micros(1))?,
        ];
        record(tx, project, &letter(third, delivery, hook, "HTTP 502"))?;
        resolve_of(tx, delivery, now.plus_micros(2))?;
        Ok((updated, absent, resolved, find(tx, project, first)?, find(tx, project, third)?))
    });
    let (updated, absent, resolved, first, third) = steps.await;
    assert_eq!((updated.last_error.as_str(), updated.payload.as_str()), ("Timeout", r#"{"n":1.10}"#));
    assert!(absent.is_none());
    assert_eq!(resolved, [false, true, false]);
    assert_eq!(first.and_then(|l| l.resolved_at), Some(now));
    assert_eq!(third.and_then(|l| l.resolved_at), Some(now.plus_micros(2)));
}

#[tokio::test]
async fn lists_agree_with_a_look_at_everything() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let hooks = [db.webhook().await, db.webhook().await];
    let all = db.write(move |tx| {
        let mut dice = Dice(5);
        let mut all = Vec::new();
        for _ in 0..200 {
            let (id, hook) = (ids.next(), hooks[dice.roll(2) as usize]);
            record(tx, project, &letter(id, ids.next(), hook, "Timeout"))?;
            let resolved = dice.roll(3) == 0 && resolve(tx, project, id, Timestamp::now())?;
            all.push((id, hook, resolved));
        }
        Ok(all)
    });
    let all = all.await;
    db.read(move |snap| {
        let mut dice = Dice(6);
        for round in 0..200 {
            let time = |d: &mut Dice| all[d.roll(200) as usize].0.time();
            let query = DeadLetterQuery {
                resolved: [None, Some(true), Some(false)][dice.roll(3) as usize],
                webhook: dice.maybe(2, |d| hooks[d.roll(2) as usize]),
                created: Period { from: dice.maybe(3, time), to: dice.maybe(3, time) },
            };
            let expected = all.iter().rev().filter(|(id, hook, resolved)| {
                query.resolved.is_none_or(|wanted| wanted == *resolved)
                    && query.webhook.is_none_or(|wanted| wanted == *hook)
                    && query.created.from.is_none_or(|from| id.time() >= from)
                    && query.created.to.is_none_or(|to| id.time() <= to)
            });
            let limit = 1 + dice.roll(20) as usize;
            let found = pages(limit, |page| list(snap, project, &query, page))?;
            assert!(found.iter().map(|l| l.id).eq(expected.map(|known| known.0)), "round {round}: {query:?}");
        }
        let foreign = DeadLetterQuery { webhook: Some(hooks[0]), ..DeadLetterQuery::default() };
        assert!(list(snap, Id::MIN, &foreign, Page { limit: 5, before: None })?.rows.is_empty());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn lists_read_their_index_alone() {
    let db = Db::open();
    db.read(|snap| {
        for (sql, index) in [(UNRESOLVED, "unresolved"), (OF_WEBHOOK, "webhook")] {
            let plan = plan(snap, sql)?;
            assert!(
                plan.starts_with(&format!("SEARCH dead_letters USING COVERING INDEX dead_letters_{index} (")),
                "{plan}"
            );
        }
        Ok(())
    })
    .await;
}
