//! The audit log on a real file: merged pages by every filter, and their price.

use super::super::super::conformance::{Db, Dice, event, pages, plan};
use super::*;
use crate::base::Id;
use crate::domain::query::Period;
use crate::store::intake::{self, Origin as Stored};
use crate::store::{Tx, audit};
use std::sync::Arc;

const ACTIONS: [(&str, &str); 4] =
    [("webhook.created", "webhook"), ("webhook.deleted", "webhook"), ("event.deleted", "event"), ("event.z", "event")];

fn keys() -> Arc<Keys> {
    Arc::new(Keys::derive(&[7; 32]).expect("keys"))
}

/// Stores an entry with these parts, whatever else.
fn entry(tx: &Tx<'_>, keys: &Keys, entry: &AuditEntry) -> Result<()> {
    audit::insert(tx, keys, entry)
}

fn origin(tx: &Tx<'_>, keys: &Keys, project: ProjectId, id: OriginId, user: UserId) -> Result<()> {
    let ip = keys.seal_text(&format!("origins.ip:{id}"), "192.0.2.9")?;
    let origin = Stored { actor_type: "user", user_id: *user.as_bytes(), api_key_prefix: None, ip, ip_hash: [0; 32] };
    intake::insert_origin(tx, id, project, &[id.as_bytes()[15]; 32], &origin)
}

fn some(dice: &mut Dice, id: AuditId, project: ProjectId, users: &[UserId], resources: &[String]) -> AuditEntry {
    let (action, resource_type) = ACTIONS[dice.roll(4) as usize];
    AuditEntry {
        id,
        project: Some(project),
        user: Some(users[dice.roll(3) as usize]),
        actor_type: "user".to_owned(),
        action: action.to_owned(),
        resource_type: resource_type.to_owned(),
        resource_id: dice.maybe(2, |d| resources[d.roll(3) as usize].clone()),
        metadata: "{}".to_owned(),
        ip: Some("192.0.2.1".to_owned()),
        user_agent: None,
    }
}

fn query(dice: &mut Dice, all: &[AuditEntry], users: &[UserId], resources: &[String]) -> AuditQuery {
    let filters = ["webhook.*", "event.*", "event.created", "event.z", "*", "none*", "webhook.created", "e*"];
    let time = |d: &mut Dice| all[d.roll(all.len() as u64) as usize].id.time();
    AuditQuery {
        action: dice.maybe(2, |d| ActionFilter::parse(filters[d.roll(8) as usize])),
        user: dice.maybe(3, |d| users[d.roll(3) as usize]),
        resource_type: dice.maybe(4, |d| ["webhook", "event", "job"][d.roll(3) as usize].to_owned()),
        resource_id: dice.maybe(5, |d| match d.roll(2) {
            0 => resources[d.roll(3) as usize].clone(),
            _ => all[d.roll(all.len() as u64) as usize].resource_id.clone().unwrap_or_default(),
        }),
        recorded: Period { from: dice.maybe(5, time), to: dice.maybe(5, time) },
    }
}

/// Every filter gives what looking at all entries gives, on pages of any size.
#[tokio::test]
async fn lists_agree_with_a_look_at_everything() {
    let (db, keys) = (Db::open(), keys());
    let (project, ids) = (db.project, db.ids.clone());
    let (other, users) = (ids.next(), [ids.next(), ids.next(), ids.next()]);
    let resources: Vec<String> = (0..3).map(|_| ids.next::<()>().to_string()).collect();
    let (sealing, things) = (keys.clone(), resources.clone());
    let all = db.write(move |tx| {
        let (mut dice, mut all) = (Dice(3), Vec::new());
        // The last user never sends an event.
        let origins: [OriginId; 2] = [ids.next(), ids.next()];
        for (id, user) in origins.iter().zip(users) {
            origin(tx, &sealing, project, *id, user)?;
        }
        for _ in 0..300 {
            let id: AuditId = ids.next();
            if dice.roll(2) == 0 {
                let made = some(&mut dice, id, project, &users, &things);
                entry(tx, &sealing, &made)?;
                entry(tx, &sealing, &AuditEntry { id: ids.next(), project: Some(other), ..made.clone() })?;
                all.push(made);
                continue;
            }
            let sent = event(tx, project, Id::parse(&id.to_string()).expect("id"), r#"{"topic":"a"}"#)?;
            let Some(which) = dice.maybe(2, |d| d.roll(2) as usize) else { continue };
            let sql = "UPDATE events SET origin_id = ?2 WHERE project_id = ?1 AND id = ?3";
            tx.exec(sql, params![&project, &origins[which], &sent.id])?;
            all.push(AuditEntry {
                id,
                project: Some(project),
                user: Some(users[which]),
                actor_type: "user".to_owned(),
                action: EVENT_CREATED.to_owned(),
                resource_type: EVENT.to_owned(),
                resource_id: Some(id.to_string()),
                metadata: r#"{"topic":"a"}"#.to_owned(),
                ip: Some("192.0.2.9".to_owned()),
                user_agent: None,
            });
        }
        Ok(all)
    });
    let all = all.await;
    db.read(move |snap| {
        let mut dice = Dice(4);
        for round in 0..600 {
            let query = query(&mut dice, &all, &users, &resources);
            let wanted: Vec<AuditEntry> = all.iter().rev().filter(|e| fits(&query, e)).cloned().collect();
            let limit = [1, 2, 7, 50, 100][round % 5];
            assert_eq!(pages(limit, |page| list(snap, &keys, project, &query, page))?, wanted, "{query:?}");
        }
        Ok(())
    })
    .await;
}

fn fits(query: &AuditQuery, e: &AuditEntry) -> bool {
    let (at, Period { from, to }) = (e.id.time(), query.recorded);
    query.fits(&e.action, e.user, &e.resource_type, e.resource_id.as_deref())
        && from.is_none_or(|from| at >= from)
        && to.is_none_or(|to| at <= to)
}

/// Events of batches have no entry: a page passes many of them, but not any number.
#[tokio::test]
async fn pages_pass_what_they_do_not_show() {
    let (db, keys) = (Db::open(), keys());
    let (project, ids, sealing) = (db.project, db.ids.clone(), keys.clone());
    let users = [ids.next(), ids.next(), ids.next()];
    let first: AuditId = ids.next();
    db.write(move |tx| {
        let made = some(&mut Dice(1), first, project, &users, &["x".into(), "y".into(), "z".into()]);
        entry(tx, &sealing, &AuditEntry { action: "webhook.created".to_owned(), ..made })?;
        for _ in 0..25_000 {
            event(tx, project, ids.next(), r#"{"topic":"a"}"#)?;
        }
        Ok(())
    })
    .await;
    db.read(move |snap| {
        let (query, mut before, mut sizes) = (AuditQuery::default(), None, Vec::new());
        loop {
            let slice = list(snap, &keys, project, &query, Page { limit: 50, before })?;
            sizes.push(slice.rows.len());
            before = slice.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(sizes, [0, 1]);
        let action = ActionFilter::parse("webhook.*");
        let query = AuditQuery { action: Some(action), ..AuditQuery::default() };
        assert_eq!(list(snap, &keys, project, &query, Page { limit: 50, before: None })?.rows.len(), 1);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn indexes_are_taken() {
    let db = Db::open();
    db.read(|snap| {
        for (condition, index) in [
            ("", "USING COVERING INDEX audit_log_project (project_id=? AND id>? AND id<?)"),
            ("AND action = ?5", "USING COVERING INDEX audit_log_action (project_id=? AND action=? AND id>? AND id<?)"),
            (
                "AND resource_id = ?5",
                "USING COVERING INDEX audit_log_resource (project_id=? AND resource_id=? AND id>? AND id<?)",
            ),
        ] {
            let plan = plan(snap, &ids(condition))?;
            assert!(plan.contains(index) && !plan.contains("TEMP"), "{condition}: {plan}");
        }
        Ok(())
    })
    .await;
}
