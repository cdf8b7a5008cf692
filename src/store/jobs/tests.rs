//! Jobs on a real file: fields, secrets, lists, what is due and who gets it.

use super::super::conformance::{Db, pages, plan};
use super::*;
use crate::domain::destination::UrlPolicy;
use crate::domain::job::NewJob;

pub(in crate::store) fn keys() -> Keys {
    Keys::derive(&[7; 32]).expect("keys")
}

pub(in crate::store) fn new(id: JobId, body: &str) -> (Job, Option<Secret>) {
    let json = Json::parse(body).expect(body);
    let mut new = NewJob::read(json.as_object().expect("object"), &UrlPolicy::default(), id.time()).expect(body);
    let secret = new.secret.take();
    (Job { has_secret: secret.is_some(), ..new.create(id).expect(body) }, secret)
}

const EMIT: &str = r#"{"name":"Emit","queue":"q","cron":"0 9 * * *","timezone":"Europe/Madrid","topics":["a","b"],"payload":{"n":1.10}}"#;
const POST: &str = r#"{"name":"Post","schedule_type":"monthly","day_of_month":31,"url":"https://example.com/a?b=c","method":"PUT",
    "headers":{"X-A":"1"},"payload":[null],"secret":"hush"}"#;

#[tokio::test]
async fn every_field_comes_back_and_secrets_are_sealed() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let run = db.write(move |tx| {
        let keys = keys();
        for body in [EMIT, POST] {
            let (mut job, given) = new(ids.next(), body);
            insert(tx, &keys, project, &job, given.as_ref())?;
            assert_eq!(find(tx, project, job.id)?, Some(job.clone()));
            assert_eq!(find(tx, Id::MIN, job.id)?, None, "a foreign one is not found");
            assert_eq!(secret(tx, &keys, project, job.id)?, given);
            job.name = "Ünï".to_owned();
            (job.status, job.next_run_at, job.queue) = (Status::Inactive, None, None);
            job.updated_at = job.updated_at.plus_micros(5);
            update(tx, &keys, project, &job, None)?;
            assert_eq!((find(tx, project, job.id)?.as_ref(), secret(tx, &keys, project, job.id)?), (Some(&job), given));
            let [set, remove] = [SecretChange::Set(Secret::new("other")), SecretChange::Remove];
            update(tx, &keys, project, &job, Some(&set))?;
            assert_eq!(secret(tx, &keys, project, job.id)?, Some(Secret::new("other")));
            let sealed = tx.one("SELECT secret FROM jobs WHERE id = ?1", params![&job.id], |row| row.bytes(0))?;
            assert!(!sealed.windows(5).any(|w| w == b"other"), "not in clear");
            update(tx, &keys, project, &job, Some(&remove))?;
            assert_eq!(find(tx, project, job.id)?.map(|job| job.has_secret), Some(false));
        }
        let message = get(tx, project, ids.next()).expect_err("absent").message().to_owned();
        Ok(message)
    });
    assert_eq!(run.await, "Job not found");
}

#[tokio::test]
async fn lists_show_the_active_ones_newest_first() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let all = db.write(move |tx| {
        let keys = keys();
        let jobs: Vec<Job> = (0..7).map(|_| new(ids.next(), EMIT).0).collect();
        for job in &jobs {
            insert(tx, &keys, project, job, None)?;
        }
        insert(tx, &keys, ids.next(), &new(ids.next(), EMIT).0, None)?;
        for n in [2, 3] {
            let mut job = jobs[n].clone();
            job.deactivate(job.updated_at);
            update(tx, &keys, project, &job, None)?;
        }
        assert_eq!(count_active(tx, project)?, 5);
        Ok(jobs.into_iter().map(|job| job.id).rev().collect::<Vec<_>>())
    });
    let all = all.await;
    for (inactive, expected) in [(true, all.clone()), (false, [&all[..3], &all[5..]].concat())] {
        let read = db.read(move |snap| pages(3, |page| list(snap, project, page, inactive)));
        assert_eq!(read.await.into_iter().map(|job| job.id).collect::<Vec<_>>(), expected);
    }
    let of = |from: &JobId, to: &JobId| Period { from: Some(from.time()), to: Some(to.time()) };
    for (period, expected) in [(Period::default(), &all[..]), (of(&all[4], &all[1]), &all[1..5])] {
        let read = db.read(move |snap| pages(3, |page| list_created(snap, project, period, page)));
        assert_eq!(read.await.into_iter().map(|job| job.id).collect::<Vec<_>>(), expected);
    }
    db.write(move |tx| deactivate_all(tx, project, Timestamp::from_secs(1))).await;
    let read = db.read(move |snap| {
        let mut left = 0;
        due(snap, ActionKind::Emit, Timestamp::from_secs(i64::from(u32::MAX)), |_| {
            left += 1;
            Ok(true)
        })?;
        Ok((count_active(snap, project)?, left))
    });
    assert_eq!(read.await, (0, 1), "only the other project's is due");
}

#[tokio::test]
async fn due_jobs_come_in_order_and_are_claimed_once() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let run = db.write(move |tx| {
        let at = Timestamp::from_secs;
        let keys = keys();
        let mut made = Vec::new();
        for (body, next) in [(EMIT, Some(30)), (EMIT, Some(10)), (EMIT, Some(31)), (POST, Some(5)), (EMIT, None)] {
            let (mut job, secret) = new(ids.next(), body);
            job.next_run_at = next.map(at);
            insert(tx, &keys, project, &job, secret.as_ref())?;
            made.push(job.id);
        }
        let seen = |kind, now| {
            let mut seen = Vec::new();
            due(tx, kind, at(now), |due| {
                seen.push(due);
                Ok(seen.len() < 2)
            })?;
            Ok::<_, Error>(seen)
        };
        let of = |job, secs| Due { project, job, at: at(secs) };
        assert_eq!(seen(ActionKind::Emit, 30)?, [of(made[1], 10), of(made[0], 30)]);
        assert_eq!(seen(ActionKind::Emit, 99)?.len(), 2, "until the visitor has enough");
        assert_eq!(seen(ActionKind::Post, 30)?, [of(made[3], 5)]);
        assert_eq!(seen(ActionKind::Emit, 9)?, []);
        assert_eq!(next_due(tx, ActionKind::Emit, at(10))?, Some(at(30)));
        assert_eq!(next_due(tx, ActionKind::Post, at(5))?, None);
        let first = of(made[1], 10);
        assert!(claim(tx, &first, Some(at(40)))? && !claim(tx, &first, Some(at(40)))?);
        assert!(!claim(tx, &of(made[4], 10), None)?, "not due by itself");
        assert_eq!(find(tx, project, made[1])?.expect("there").next_run_at, Some(at(40)));
        for slot in [20, 10, 15] {
            use_up(tx, project, made[1], at(slot))?;
        }
        assert_eq!(find(tx, project, made[1])?.expect("there").last_slot, Some(at(20)));
        Ok(())
    });
    run.await;
}

#[tokio::test]
async fn no_look_for_due_jobs_reads_all() {
    let db = Db::open();
    let plans = db.read(|snap| {
        let active = "SELECT id FROM jobs WHERE project_id = ?1 AND status = 0 AND id < ?2 ORDER BY id DESC LIMIT ?3";
        let all = "SELECT id FROM jobs WHERE project_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3";
        let next =
            "SELECT next_run_at FROM jobs WHERE action = ?1 AND next_run_at > ?2 ORDER BY next_run_at, id LIMIT 1";
        let created = "SELECT id FROM jobs WHERE project_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4";
        [DUE, next, active, all, created].map(|sql| plan(snap, sql)).into_iter().collect::<Result<Vec<_>>>()
    });
    let plans = plans.await;
    for (plan, index) in plans.iter().zip(["jobs_due", "jobs_due", "jobs_status", "autoindex_jobs", "autoindex_jobs"]) {
        assert!(plan.contains(index) && !plan.contains("TEMP B-TREE") && !plan.contains("SCAN"), "{plan}");
    }
}
