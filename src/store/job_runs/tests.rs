//! Runs on a real file: one per slot, lists by every status, and what a stop leaves.

use super::super::conformance::{Db, Dice, pages, plan};
use super::super::jobs::tests::{keys, new};
use super::*;
use crate::base::id::IdSource;

const JOB: &str = r#"{"name":"n","cron":"* * * * *"}"#;

fn job(tx: &Tx<'_>, project: ProjectId, ids: &IdSource) -> Result<JobId> {
    let (job, _) = new(ids.next(), JOB);
    jobs::insert(tx, &keys(), project, &job, None)?;
    Ok(job.id)
}

fn run(id: RunId, job: JobId, slot: Option<i64>) -> Run {
    Run::begin(id, job, Trigger::Schedule, slot.map(Timestamp::from_secs), id.time())
}

#[tokio::test]
async fn a_slot_has_one_run() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let write = db.write(move |tx| {
        let (job, other) = (job(tx, project, &ids)?, job(tx, project, &ids)?);
        let first = run(ids.next(), job, Some(60));
        assert!(insert(tx, project, &first)?);
        assert!(!insert(tx, project, &run(ids.next(), job, Some(60)))?, "used up");
        assert!(insert(tx, project, &run(ids.next(), other, Some(60)))?, "of another job");
        assert!(insert(tx, project, &run(ids.next(), job, None))? && insert(tx, project, &run(ids.next(), job, None))?);
        assert_eq!(find(tx, project, first.id)?, Some(first.clone()));
        assert_eq!(find(tx, Id::MIN, first.id)?, None, "a foreign one is not found");
        let shown = jobs::get(tx, project, job)?;
        assert_eq!((shown.last_slot, shown.last_run), (first.slot, None), "nothing has ended");

        let mut ended = first.clone();
        ended.finish(Outcome::failed("Timeout"), first.started_at.plus_micros(9));
        finish(tx, project, &ended)?;
        let mut late = first.clone();
        late.finish(Outcome::emitted(&[]), first.started_at.plus_micros(10));
        finish(tx, project, &late)?;
        assert_eq!(find(tx, project, first.id)?, Some(ended), "a run ends once");
        Ok(())
    });
    write.await;
}

#[tokio::test]
async fn the_last_run_is_the_one_that_began_last() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let write = db.write(move |tx| {
        let job = job(tx, project, &ids)?;
        let (mut first, mut second) = (run(ids.next(), job, Some(60)), run(ids.next(), job, Some(120)));
        insert(tx, project, &first)?;
        second.finish(Outcome::failed("Skipped"), second.started_at);
        insert(tx, project, &second)?;
        first.finish(Outcome::emitted(&[]), second.started_at.plus_micros(5));
        finish(tx, project, &first)?;
        let shown = jobs::get(tx, project, job)?;
        assert_eq!(shown.last_run, Some((second.started_at, RunStatus::Failed)));
        assert_eq!(shown.last_slot, second.slot);
        let mut earlier = Run { slot: first.slot.map(|slot| slot.plus_micros(1)), ..run(ids.next(), job, None) };
        earlier.started_at = first.started_at.plus_micros(-5);
        earlier.finish(Outcome::emitted(&[]), second.started_at);
        insert(tx, project, &earlier)?;
        let still = jobs::get(tx, project, job)?;
        assert_eq!((still.last_run, still.last_slot), (shown.last_run, shown.last_slot), "neither goes back");
        Ok(())
    });
    write.await;
}

#[tokio::test]
async fn lists_by_any_status_are_newest_first() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let write = db.write(move |tx| {
        let (mine, other) = (job(tx, project, &ids)?, job(tx, project, &ids)?);
        let (mut dice, mut all) = (Dice(5), Vec::new());
        for n in 0..80 {
            let mut run = run(ids.next(), if dice.roll(5) == 0 { other } else { mine }, Some(60 * n));
            match dice.roll(6) {
                0 => {}
                1 | 2 => run.finish(Outcome::failed("x"), run.started_at),
                _ => run.finish(Outcome::emitted(&[]), run.started_at),
            }
            insert(tx, project, &run)?;
            all.push(run);
        }
        all.retain(|run| run.job == mine);
        all.reverse();
        Ok((mine, all))
    });
    let (mine, all) = write.await;
    for status in [None, Some(RunStatus::Running), Some(RunStatus::Success), Some(RunStatus::Failed)] {
        for limit in [1, 7, 100] {
            let read = db.read(move |snap| pages(limit, |page| list(snap, project, mine, status, page)));
            let expected: Vec<Run> =
                all.iter().filter(|run| status.is_none_or(|wanted| wanted == run.status)).cloned().collect();
            assert_eq!(read.await, expected, "{status:?} by {limit}");
        }
    }
}

#[tokio::test]
async fn what_a_stop_left_under_way_is_ended() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let write = db.write(move |tx| {
        let job = job(tx, project, &ids)?;
        let (cut, mut done) = (run(ids.next(), job, Some(60)), run(ids.next(), job, None));
        done.finish(Outcome::emitted(&[]), done.started_at);
        insert(tx, project, &cut)?;
        insert(tx, project, &done)?;
        let now = Timestamp::from_secs(4_000_000_000);
        assert_eq!(running(tx)?, [(project, cut.id)]);
        let ended = interrupt(tx, project, cut.id, now)?;
        let stored = find(tx, project, cut.id)?.expect("there");
        assert_eq!((stored.status, stored.finished_at), (RunStatus::Failed, Some(now)));
        assert_eq!(stored.result.as_deref(), Some(r#"{"error":"Interrupted"}"#));
        assert_eq!(ended, Some(stored));
        assert_eq!((interrupt(tx, project, cut.id, now)?, interrupt(tx, project, done.id, now)?), (None, None));
        assert_eq!((find(tx, project, done.id)?, running(tx)?), (Some(done), Vec::new()));
        Ok(())
    });
    write.await;
}

#[tokio::test]
async fn no_list_reads_all() {
    let db = Db::open();
    let plans = db.read(|snap| Ok([plan(snap, OF_JOB)?, plan(snap, RUNNING)?]));
    let [of_job, running] = plans.await;
    assert!(of_job.contains("job_runs_job") && !of_job.contains("TEMP B-TREE"), "{of_job}");
    assert!(running.contains("job_runs_running"), "{running}");
}
