//! Lines come newest first, once each, by every condition, and by an index.

use super::super::conformance::{self, Db, delivery, event, pages, plan};
use super::super::queue::{self, Settled};
use super::*;
use crate::domain::delivery::DeliveryId;
use crate::domain::query::Period;
use crate::domain::webhook::WebhookId;

fn result(project: ProjectId, id: DeliveryId, webhook: WebhookId, status: Option<u16>, topic: Option<&str>) -> Settled {
    let logged = topic.map(|topic| (Some(topic.to_owned()).filter(|t| !t.is_empty()), "https://r.test/".to_owned()));
    Settled { response_status: status, logged, ..conformance::result(project, id, webhook) }
}

#[tokio::test]
async fn lines_are_found_by_every_condition() {
    let db = Db::open();
    let (project, other, ids) = (db.project, db.ids.next(), db.ids.clone());
    let (one, two) = (db.webhook().await, db.webhook().await);
    let run = db.write(move |tx| {
        let mut made = Vec::new();
        for n in 0..60_usize {
            let (owner, hook) = ([project, other][usize::from(n % 10 == 9)], [one, two][n % 2]);
            let (of, id, seq) = (ids.next(), ids.next(), ids.next::<()>().tick());
            event(tx, owner, of, "{}")?;
            delivery(tx, owner, id, of, hook)?;
            tx.exec("UPDATE deliveries SET claimed = 1 WHERE id = ?1", params![&id])?;
            let (status, topic) = ([Some(200), Some(404), None, Some(201)][n % 4], ["a", "", "b"][n % 3]);
            let topic = Some(topic).filter(|_| n % 7 != 0);
            queue::settle(tx, &result(owner, id, hook, status, topic), seq)?;
            if let (true, Some(topic)) = (owner == project, topic) {
                made.push((LogId::from_tick(seq), hook, topic, status));
            }
        }
        made.reverse();
        type Fits = fn(&(LogId, WebhookId, &str, Option<u16>), WebhookId) -> bool;
        let with = |query: LogQuery, fits: Fits| -> Result<()> {
            let listed: Vec<LogId> = pages(3, |page| list(tx, project, &query, page))?.iter().map(|l| l.id).collect();
            let wanted: Vec<LogId> = made.iter().filter(|line| fits(line, one)).map(|line| line.0).collect();
            assert!(!wanted.is_empty() && listed == wanted, "{query:?}");
            Ok(())
        };
        let topic = || Some("a".to_owned());
        with(LogQuery::default(), |_, _| true)?;
        with(LogQuery { webhook: Some(one), ..LogQuery::default() }, |l, one| l.1 == one)?;
        with(LogQuery { topic: topic(), ..LogQuery::default() }, |l, _| l.2 == "a")?;
        with(LogQuery { answered: Some(Answered::Is(201)), ..LogQuery::default() }, |l, _| l.3 == Some(201))?;
        with(LogQuery { answered: Some(Answered::Class(2)), ..LogQuery::default() }, |l, _| {
            matches!(l.3, Some(200 | 201))
        })?;
        let all =
            LogQuery { webhook: Some(one), topic: topic(), answered: Some(Answered::Is(200)), ..LogQuery::default() };
        with(all, |l, one| l.1 == one && l.2 == "a" && l.3 == Some(200))?;
        let middle = made[made.len() / 2].0;
        let logged = Period { from: Some(middle.time()), to: Some(middle.time()) };
        let page = Page { limit: 9, before: None };
        assert!(
            list(tx, project, &LogQuery { logged, ..LogQuery::default() }, page)?.rows.iter().any(|l| l.id == middle)
        );
        let found = find(tx, project, middle)?.expect("there").0;
        assert_eq!((found.line.id, found.attempt.n, found.line.url.as_str()), (middle, 1, "https://r.test/"));
        assert!(find(tx, other, middle)?.is_none() && find(tx, project, middle.above())?.is_none());
        let foreign = LogQuery { webhook: Some(one), ..LogQuery::default() };
        assert!(list(tx, other, &foreign, page)?.rows.is_empty(), "a webhook of another project");
        Ok(())
    });
    run.await;
}

#[tokio::test]
async fn every_condition_has_its_index() {
    let db = Db::open();
    for (sql, index) in [
        (OF_PROJECT, "attempts_project"),
        (OF_WEBHOOK, "attempts_webhook"),
        (OF_TOPIC, "attempts_topic"),
        (OF_STATUS, "attempts_status"),
        (OF_CLASS, "attempts_class"),
    ] {
        let plan = db.read(move |snap| plan(snap, sql)).await;
        assert!(plan.contains(&format!("INDEX {index} ")) && !plan.contains("TEMP B-TREE"), "{index}: {plan}");
    }
}
