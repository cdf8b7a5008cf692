//! Tasks on a real file: every field, lists by every filter, claims, repair, keys and secrets.

use super::super::conformance::{Db, Dice, pages, plan};
use super::*;
use crate::base::Json;
use crate::base::crypto::Keys;
use crate::base::id::IdSource;
use crate::domain::attempt::Outcome;
use crate::domain::destination::UrlPolicy;
use crate::domain::signing::Secret;
use crate::domain::task::{End, Lane, Names, NewTask};
use std::time::Duration;

fn task(ids: &IdSource, body: &str) -> Task {
    let (json, policy) = (Json::parse(body).expect("json"), UrlPolicy::new(false, Vec::new(), []));
    let new = NewTask::read(json.as_object().expect("an object"), Names::NATIVE, None, &policy).expect(body);
    new.create(ids.next())
}

const CALLS: &str = r#"{"type":"x","tenant_id":"t","payload":{"n":1.50},"callback_url":"https://example.com/"}"#;
const LETTER: &str = r#"{"type":"email","payload":{"to":"a@b.example","subject":"s","body":"b"}}"#;

#[tokio::test]
async fn a_claim_is_one_and_late_results_change_nothing() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let run = db.write(move |tx| {
        let first = task(&ids, CALLS);
        let letter = task(&ids, LETTER);
        for task in [&first, &letter] {
            insert(tx, project, task)?;
            assert_eq!(find(tx, project, task.id)?.as_ref(), Some(task));
        }
        assert_eq!(find(tx, Id::MIN, first.id)?, None);
        let now = first.id.time().plus(Duration::from_secs(9));
        let lanes: Vec<Lane> = waiting(tx)?.into_iter().map(|found| found.lane).collect();
        assert_eq!(lanes, Lane::ALL);
        let mut number = 4;
        let mut take = |lane| {
            claim(tx, (lane, project), 9, now, || {
                number += 1;
                number
            })
        };
        let mut claimed = take(Lane::Requests)?;
        assert_eq!((claimed.len(), claimed[0].number, take(Lane::Requests)?.len()), (1, 5, 0));
        let held = claimed.remove(0);
        assert_eq!((held.task.status, held.task.attempts), (Status::Running, 1));
        assert_eq!(next_due(tx, Lane::Requests, project)?, None);
        let mut done = held.clone();
        done.task.finish(&End { outcome: Outcome::Success, result: Some("1.50".into()), error: None }, now);
        assert!(settle(tx, &done, false)? && !settle(tx, &done, false)?, "once");
        assert_eq!(find(tx, project, first.id)?, Some(done.task.clone()));
        // A callback is due; a user runs the task again while it is under way.
        let callback = take(Lane::Requests)?.remove(0);
        let mut again = callback.task.clone();
        assert!(again.retry(now));
        change(tx, project, &again)?;
        assert!(!settle(tx, &callback, false)?);
        assert_eq!(find(tx, project, first.id)?, Some(again));
        let attempt = Attempt {
            turn: Turn::Run,
            n: 1,
            started_at: now,
            latency_ms: 7,
            response_status: Some(500),
            error: Some("HTTP 500".to_owned()),
            destination_ip: "192.0.2.1".parse().ok(),
            response_body: Some("oops".to_owned()),
        };
        let later = Attempt { turn: Turn::Callback, started_at: now.plus_micros(1), ..attempt.clone() };
        for noted in [&later, &attempt, &Attempt { latency_ms: 8, ..attempt.clone() }] {
            add_attempt(tx, first.id, noted)?;
        }
        assert_eq!(attempts(tx, first.id, 9)?, [attempt, later.clone()]);
        assert_eq!(attempts(tx, first.id, 1)?, [later]);
        Ok(())
    });
    run.await;
}

#[tokio::test]
async fn a_start_returns_what_was_under_way() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let run = db.write(move |tx| {
        let (running, calling, resting) = (task(&ids, CALLS), task(&ids, CALLS), task(&ids, CALLS));
        let now = resting.id.time().plus(Duration::from_secs(1));
        for task in [&running, &calling] {
            insert(tx, project, task)?;
        }
        let mut claims = claim(tx, (Lane::Requests, project), 9, now, || 3)?;
        let mut ended = claims.remove(1);
        ended.task.finish(&End { outcome: Outcome::Success, result: None, error: None }, now);
        ended.task.begin(now);
        assert!(settle(tx, &ended, true)?);
        insert(tx, project, &resting)?;
        assert_eq!((recover(tx, now)?, recover(tx, now)?), (2, 0));
        let back = find(tx, project, running.id)?.expect("there");
        assert_eq!((back.status, back.attempts, back.due_at), (Status::Queued, 0, Some(now)));
        let back = find(tx, project, calling.id)?.expect("there");
        assert_eq!((back.status, back.attempts, back.callback_attempts), (Status::Succeeded, 1, 0));
        assert_eq!(claim(tx, (Lane::Requests, project), 2, now, || 9)?.len(), 2);
        assert_eq!(end(tx, project, now, 2)?, 3, "what is claimed and what is due");
        assert_eq!(claim(tx, (Lane::Requests, project), 9, now, || 9)?.len(), 0);
        let ended = find(tx, project, resting.id)?.expect("there");
        assert_eq!((ended.status, ended.callback_status), (Status::Cancelled, CallbackStatus::Dead));
        Ok(())
    });
    run.await;
}

#[tokio::test]
async fn lists_by_every_filter_are_exact() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let all = db.write(move |tx| {
        let (mut dice, mut all) = (Dice(3), Vec::new());
        for _ in 0..120 {
            let kind = ["x", "y"][dice.roll(2) as usize];
            let tenant = ["", "t", "u"][dice.roll(3) as usize];
            let mut one = task(&ids, &format!(r#"{{"type":"{kind}","tenant_id":"{tenant}"}}"#));
            if dice.roll(3) == 0 {
                one.cancel(one.updated_at)?;
            }
            insert(tx, project, &one)?;
            change(tx, project, &one)?;
            insert(tx, Id::MIN, &task(&ids, CALLS))?;
            all.push(one);
        }
        all.reverse();
        Ok(all)
    });
    let all = all.await;
    for status in [None, Some(Status::Queued), Some(Status::Cancelled), Some(Status::Fatal)] {
        for kind in [None, Some("x"), Some("z")] {
            for tenant in [None, Some("t")] {
                let query = TaskQuery { status, kind: kind.map(str::to_owned), tenant: tenant.map(str::to_owned) };
                let fits = |task: &&Task| {
                    status.is_none_or(|status| status == task.status)
                        && kind.is_none_or(|kind| kind == task.kind)
                        && tenant.is_none_or(|tenant| task.tenant.as_deref() == Some(tenant))
                };
                for may in [true, false] {
                    let seen = move |of: Option<&str>| may || of == Some("t");
                    let expected: Vec<TaskId> = all
                        .iter()
                        .filter(fits)
                        .filter(|task| seen(task.tenant.as_deref()))
                        .map(|task| task.id)
                        .collect();
                    let query = query.clone();
                    let read = db.read(move |snap| pages(7, |page| list(snap, project, &query, page, seen)));
                    assert_eq!(read.await.into_iter().map(|task| task.id).collect::<Vec<_>>(), expected);
                }
            }
        }
    }
}

#[tokio::test]
async fn keys_hold_for_their_time_and_secrets_are_sealed() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let run = db.write(move |tx| {
        let at = Timestamp::from_secs;
        let of = |task| Known { task, hash: vec![7; 32] };
        let (first, second) = (of(ids.next()), of(ids.next()));
        claim_key(tx, project, ("t", "k"), &first, at(10))?;
        assert_eq!(known(tx, project, ("t", "k"), at(9))?.as_ref(), Some(&first));
        for (project, tenant, key, now) in [(project, "t", "k", 10), (project, "", "k", 9), (Id::MIN, "t", "k", 9)] {
            assert_eq!(known(tx, project, (tenant, key), at(now))?, None);
        }
        claim_key(tx, project, ("t", "k"), &second, at(30))?;
        claim_key(tx, project, ("", "k"), &first, at(20))?;
        assert_eq!((purge_keys(tx, at(21), 9)?, purge_keys(tx, at(21), 9)?), (1, 0));
        assert_eq!(known(tx, project, ("t", "k"), at(29))?, Some(second));

        let keys = Keys::derive(&[7; 32])?;
        assert!(secrets(tx, &keys, project)?.is_none());
        let (one, two) = (Secret::new("one"), Secret::new("two"));
        put_secrets(tx, &keys, project, (&one, None), at(1))?;
        put_secrets(tx, &keys, project, (&two, Some(&one)), at(2))?;
        assert_eq!(secrets(tx, &keys, project)?, Some((two, Some(one), at(2))));
        let raw = tx.one("SELECT secret FROM task_secrets", &[], |row| row.bytes(0))?;
        assert!(!raw.windows(3).any(|three| three == b"two"));
        Ok(())
    });
    run.await;
}

#[tokio::test]
async fn nothing_is_searched_row_by_row() {
    let db = Db::open();
    let due = queue::due();
    let page = format!("SELECT {COLUMNS} FROM tasks WHERE project_id = ?1 AND id < ?2 ORDER BY id DESC");
    let due: &'static str = due.leak();
    let page: &'static str = page.leak();
    for (sql, index) in [
        (due, "tasks_due"),
        (queue::NEXT_DUE, "tasks_due"),
        (queue::NEXT_LANE, "tasks_due"),
        (OF_STATUS, "tasks_status"),
        (OF_TYPE, "tasks_type"),
        (OF_TENANT, "tasks_tenant"),
        (page, "autoindex_tasks"),
        ("SELECT id FROM tasks WHERE project_id = ?1 AND claimed <> 0 ORDER BY id LIMIT ?2", "tasks_claimed"),
        ("SELECT name FROM task_keys WHERE expires_at < ?1 ORDER BY expires_at LIMIT ?2", "task_keys_over"),
    ] {
        let plan = db.read(move |snap| plan(snap, sql)).await;
        assert!(plan.contains(index) && !plan.contains("TEMP B-TREE") && !plan.contains("SCAN"), "{sql}: {plan}");
    }
}
