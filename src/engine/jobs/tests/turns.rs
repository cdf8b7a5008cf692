//! What comes of a due job: its event, a failed run, or nothing at all.

use super::super::look::look;
use super::super::scheduler::take;
use super::*;
use std::collections::HashSet;
use std::time::Duration;

/// Falls due by itself at an instant that no test meets.
const YEARLY: &str = r#"{"name":"n","cron":"59 23 29 2 *","topic":"t","payload":{"slot":"{{scheduled_for}}"}}"#;
const MINUTE: &str = r#"{"name":"n","cron":"* * * * *","topic":"t","payload":{"slot":"{{scheduled_for}}"}}"#;

#[tokio::test]
async fn a_due_job_makes_its_event_and_moves_on() {
    let scene = Scene::new().await;
    let job = scene.job(YEARLY).await;
    // Due since the engine was opened, so nobody missed it.
    let at = Timestamp::now();
    scene.due(job, at).await;
    scene.sweep().await;
    let (shown, runs) = scene.get(job).await;
    let [run] = &runs[..] else { panic!("{runs:?}") };
    assert_eq!((run.trigger, run.slot, run.status), (Trigger::Schedule, Some(at), RunStatus::Success));
    assert!(run.started_at >= at && run.finished_at == Some(run.started_at));
    assert_eq!(scene.events().await, [(Some("t".to_owned()), format!(r#"{{"slot":"{at}"}}"#))]);
    assert!(shown.next_run_at.is_some_and(|next| next > run.started_at && next.secs() % 60 == 0));
    assert_eq!((shown.last_slot, shown.last_run), (Some(at), Some((run.started_at, RunStatus::Success))));
    scene.sweep().await;
    assert_eq!(scene.get(job).await.1.len(), 1, "once");
    assert!(scene.engine.audited().await.iter().all(|(action, _)| action != "event.created"));
}

#[tokio::test]
async fn two_sweeps_at_once_run_a_slot_once() {
    let scene = Scene::new().await;
    let now = Timestamp::now();
    for _ in 0..20 {
        let job = scene.job(YEARLY).await;
        scene.due(job, now).await;
    }
    tokio::join!(scene.sweep(), scene.sweep(), scene.sweep());
    assert_eq!((scene.count("events").await, scene.count("job_runs").await), (20, 20));
}

#[tokio::test]
async fn a_job_that_was_changed_meanwhile_is_not_due_as_it_was() {
    let scene = Scene::new().await;
    let (moved, off, stays) = (scene.job(MINUTE).await, scene.job(MINUTE).await, scene.job(MINUTE).await);
    for job in [moved, off, stays] {
        scene.due(job, Timestamp::now()).await;
    }
    let found = look(&scene.engine, 10, &HashSet::new()).await.expect("looks").found;
    assert_eq!(found.len(), 3);
    let body = Json::parse(r#"{"cron":"@yearly"}"#).expect("json");
    let next = update(&scene.engine, &scene.actor, moved, body.as_object().expect("object")).await.expect("changes");
    delete(&scene.engine, &scene.actor, off).await.expect("switches off");
    take(&scene.engine, found).await.expect("takes the turns");
    let scene = &scene;
    let runs = |job| async move { scene.get(job).await.1.len() };
    assert_eq!((runs(moved).await, runs(off).await, runs(stays).await), (0, 0, 1));
    assert_eq!(scene.get(moved).await.0.next_run_at, next.next_run_at);
}

#[tokio::test]
async fn one_run_stands_for_all_that_were_missed() {
    let scene = Scene::new().await;
    let (minute, daily) = (scene.job(MINUTE).await, scene.job(r#"{"name":"d","topic":"daily"}"#).await);
    let ago = |days: i64| Timestamp::now().plus_micros(-days * 86_400_000_000);
    scene.due(minute, Timestamp::from_secs(ago(400).secs().div_euclid(60) * 60)).await;
    let yesterday = Timestamp::from_secs(ago(1).secs().div_euclid(86_400) * 86_400);
    scene.due(daily, yesterday).await;
    let before = this_minute();
    scene.sweep().await;
    let (shown, runs) = scene.get(minute).await;
    let [run] = &runs[..] else { panic!("{runs:?}") };
    let slot = run.slot.expect("a slot");
    assert!((before..=this_minute()).contains(&slot), "the latest: {slot}");
    assert_eq!((run.trigger, shown.last_slot), (Trigger::CatchUp, Some(slot)));
    let (shown, runs) = scene.get(daily).await;
    let today = yesterday.plus(Duration::from_secs(86_400));
    assert_eq!((runs.len(), runs[0].trigger, runs[0].slot), (1, Trigger::CatchUp, Some(today)));
    assert!(shown.next_run_at.is_some_and(|next| next > Timestamp::now()));
    assert_eq!(scene.events().await.len(), 2);
}

#[tokio::test]
async fn a_clock_that_is_set_back_repeats_nothing() {
    let scene = Scene::new().await;
    let job = scene.job(MINUTE).await;
    let slot = this_minute();
    scene.due(job, slot).await;
    scene.sweep().await;
    // The slot has had its run, whatever the row says.
    scene.due(job, slot).await;
    scene.sweep().await;
    assert_eq!((scene.events().await.len(), scene.get(job).await.1.len()), (1, 1));
    scene.engine.sql("UPDATE jobs SET last_slot = 4000000000000000").await;
    let body = Json::parse(r#"{"cron":"*/5 * * * *"}"#).expect("json");
    let changed = update(&scene.engine, &scene.actor, job, body.as_object().expect("object")).await.expect("changes");
    assert!(changed.next_run_at.is_some_and(|next| next.micros() > 4_000_000_000_000_000));
}

#[tokio::test]
async fn nothing_fires_while_held_and_nothing_is_made_up() {
    let scene = Scene::new().await;
    let (job, project) = (scene.job(MINUTE).await, scene.actor.project);
    let engine = &scene.engine;
    let hold = |sql| async move {
        engine.sql(sql).await;
        engine.directory.changed(project);
    };
    hold("UPDATE users SET processing_consent = 0").await;
    scene.due(job, this_minute()).await;
    scene.sweep().await;
    let (shown, runs) = scene.get(job).await;
    assert_eq!((runs.len(), shown.last_slot), (0, None));
    assert!(shown.next_run_at.is_some_and(|next| next > Timestamp::now()));
    hold("UPDATE users SET processing_consent = 1").await;
    scene.sweep().await;
    assert_eq!(scene.get(job).await.1.len(), 0);
    scene.due(job, this_minute()).await;
    scene.sweep().await;
    assert_eq!(scene.get(job).await.1.len(), 1);
}

#[tokio::test]
async fn an_inactive_job_is_not_due() {
    let scene = Scene::new().await;
    let job = scene.job(MINUTE).await;
    delete(&scene.engine, &scene.actor, job).await.expect("switches off");
    assert_eq!(sweep(&scene.engine).await.expect("sweeps"), None, "nothing to wait for");
    let other = scene.job(MINUTE).await;
    let next = scene.get(other).await.0.next_run_at;
    assert_eq!(sweep(&scene.engine).await.expect("sweeps"), next);
    let (made, _) = scene.neighbour().await;
    let account = crate::engine::testing::account(&scene.engine, &made).await;
    crate::engine::projects::delete(&scene.engine, &account, made.project).await.expect("deletes");
    assert_eq!(scene.get(other).await.0.status, Status::Active, "of another project");
}

#[tokio::test]
async fn jobs_end_with_their_project() {
    let scene = Scene::new().await;
    let (made, actor) = scene.neighbour().await;
    let job = scene.job_of(&actor, MINUTE).await;
    let account = crate::engine::testing::account(&scene.engine, &made).await;
    crate::engine::projects::delete(&scene.engine, &account, made.project).await.expect("deletes");
    let shown = get(&scene.engine, &actor, job).await.expect("there").0;
    assert_eq!((shown.status, shown.next_run_at), (Status::Inactive, None));
}

#[tokio::test]
async fn a_named_webhook_gets_it_alone_if_its_filters_hold() {
    let scene = Scene::new().await;
    let hook = |body: &'static str| async {
        let json = Json::parse(body).expect("json");
        crate::engine::webhooks::create(&scene.engine, &scene.actor, json.as_object().expect("object"))
            .await
            .expect("creates")
    };
    let all = hook(r#"{"url":"https://example.com/all"}"#).await.webhook.id;
    let named = hook(r#"{"url":"https://example.com/one","topics":["other"],"filters":["n > 1"]}"#).await.webhook.id;
    let off = hook(r#"{"url":"https://example.com/off","status":"inactive"}"#).await.webhook.id;
    for (body, expected) in [
        (r#""payload":{"n":2}"#.to_owned(), vec![all]),
        (format!(r#""payload":{{"n":2}},"webhook_id":"{named}""#), vec![named]),
        (format!(r#""payload":{{"n":1}},"webhook_id":"{named}""#), vec![]),
        (format!(r#""webhook_id":"{off}""#), vec![]),
    ] {
        let before = scene.count("deliveries").await;
        let job = scene.job(&format!(r#"{{"name":"n","topic":"t",{body}}}"#)).await;
        scene.due(job, Timestamp::now()).await;
        scene.sweep().await;
        let sql = format!("SELECT webhook_id FROM deliveries ORDER BY id LIMIT 9 OFFSET {before}");
        let read = scene.engine.store.read(move |snap| snap.all(&sql, &[], |row| row.id(0)));
        assert_eq!(read.await.expect("reads"), expected, "{body}");
        assert_eq!(outcome(&scene.get(job).await.1[0]).0, "success");
    }
}

#[tokio::test]
async fn what_is_refused_is_a_failed_run_without_events() {
    let scene = Scene::new().await;
    let placeholders = "{{job_name}}".repeat(1100);
    let name = "x".repeat(255);
    let large = scene.job(&format!(r#"{{"name":"{name}","payload":{{"a":"{placeholders}"}}}}"#)).await;
    scene.due(large, Timestamp::now()).await;
    scene.sweep().await;
    let (shown, runs) = scene.get(large).await;
    assert_eq!(outcome(&runs[0]), ("failed", r#"{"error":"Payload too large. Maximum is 256 KB."}"#));
    assert!(shown.next_run_at.is_some_and(|next| next > Timestamp::now()), "the next time comes all the same");

    scene.engine.sql("UPDATE projects SET events_per_minute = 2").await;
    scene.engine.directory.changed(scene.actor.project);
    let three = scene.job(r#"{"name":"n","topics":["a","b","c"]}"#).await;
    scene.due(three, Timestamp::now()).await;
    scene.sweep().await;
    let runs = scene.get(three).await.1;
    let (status, result) = outcome(&runs[0]);
    assert!(status == "failed" && result.starts_with(r#"{"error":"Rate limit exceeded."#), "{result}");
    assert_eq!(scene.count("events").await, 0);
}

#[tokio::test]
async fn a_slot_that_comes_while_the_job_runs_is_skipped() {
    let scene = Scene::new().await;
    let job = scene.job(r#"{"name":"n","cron":"* * * * *","url":"https://localhost:1/"}"#).await;
    let entered = scene.engine.jobs.begin(scene.actor.project, job).expect("enters");
    let refused = run_now(&scene.engine, &scene.actor, job).await.expect_err("it runs");
    assert_eq!((refused.kind(), refused.message()), (Kind::Conflict, "Job is already running"));
    scene.due(job, Timestamp::now()).await;
    scene.sweep().await;
    let (shown, runs) = scene.get(job).await;
    assert_eq!(outcome(&runs[0]), ("failed", r#"{"error":"Skipped: previous run still in progress"}"#));
    assert!(shown.next_run_at.is_some_and(|next| next > Timestamp::now()));
    drop(entered);
    let run = run_now(&scene.engine, &scene.actor, job).await.expect("runs");
    assert_eq!(outcome(&run), ("failed", r#"{"error":"Destination address not allowed"}"#));
    assert_eq!(run, scene.get(job).await.1[0]);
}

#[tokio::test]
async fn a_job_that_is_damaged_does_not_stop_the_others() {
    let scene = Scene::new().await;
    let (bad, good) = (scene.job(MINUTE).await, scene.job(MINUTE).await);
    scene.engine.sql("UPDATE jobs SET schedule_config = '{' WHERE id = (SELECT MIN(id) FROM jobs)").await;
    let now = Timestamp::now();
    scene.due(bad, now).await;
    scene.due(good, now).await;
    scene.sweep().await;
    assert_eq!((scene.get(good).await.1.len(), scene.count("events").await), (1, 1));
    let next = "SELECT next_run_at FROM jobs ORDER BY id LIMIT 1";
    let read = scene.engine.store.read(move |snap| snap.one(next, &[], |row| row.opt_int(0)));
    assert_eq!(read.await.expect("reads"), None, "it does not run any more");
}

#[tokio::test]
async fn a_job_that_cannot_be_stored_does_not_stop_the_others() {
    let scene = Scene::new().await;
    let now = Timestamp::now();
    let mut jobs = Vec::new();
    for n in 0..5 {
        jobs.push(scene.job(MINUTE).await);
        scene.due(jobs[n], now).await;
    }
    scene
        .engine
        .sql(
            "CREATE TRIGGER broken BEFORE INSERT ON job_runs WHEN NEW.job_id = (SELECT MIN(id) FROM jobs) \
             BEGIN SELECT RAISE(ABORT, 'no'); END",
        )
        .await;
    let again = sweep(&scene.engine).await.expect("sweeps");
    assert_eq!(scene.events().await.len(), 4);
    assert!(again.is_some_and(|at| at > now && at < now.plus(Duration::from_secs(40))), "it is tried again later");
    scene.engine.sql("DROP TRIGGER broken").await;
    scene.sweep().await;
    assert_eq!(scene.events().await.len(), 5);
}
