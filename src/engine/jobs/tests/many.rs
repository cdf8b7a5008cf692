//! Many jobs at once: all of them run, and nobody's requests are in the way of the others.

use super::super::look::look;
use super::*;
use std::collections::HashSet;
use std::time::{Duration, Instant};

/// Makes so many jobs due, and runs them.
async fn run_all(many: i64) -> Duration {
    let scene = Scene::new().await;
    scene.job(r#"{"name":"n","cron":"@daily","topic":"t","payload":{"at":"{{now}}"}}"#).await;
    let copy = "INSERT INTO jobs (project_id, id, status, name, schedule_type, schedule_config, action, action_config, \
                next_run_at, updated_at) SELECT project_id, randomblob(16), 0, name, schedule_type, schedule_config, \
                action, action_config, ?2, 0 FROM jobs, (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 \
                FROM n WHERE i < ?1) SELECT i FROM n)";
    // No other time of theirs comes while the test runs.
    let due = Timestamp::from_secs(Timestamp::now().secs().div_euclid(86_400) * 86_400);
    scene.engine.store.write(move |tx| tx.exec(copy, params![many, due])).await.expect("copies");
    let started = Instant::now();
    scene.sweep().await;
    let elapsed = started.elapsed();
    assert_eq!((scene.count("events").await, scene.count("job_runs").await), (many, many));
    let sql = "SELECT COUNT(*) FROM jobs WHERE next_run_at <= ?1";
    let left = scene.engine.store.read(move |snap| snap.one(sql, params![due], |row| row.int(0)));
    assert_eq!(left.await.expect("counts"), 0);
    elapsed
}

#[tokio::test]
async fn a_thousand_run_in_one_sweep() {
    run_all(1_000).await;
}

#[tokio::test]
#[ignore = "measures; run with: cargo test --profile perf --lib -- --ignored ten_thousand"]
async fn ten_thousand_run_within_five_seconds() {
    let elapsed = run_all(10_000).await;
    assert!(elapsed < Duration::from_secs(5), "{elapsed:?}");
    eprintln!("10000 jobs in {elapsed:?}");
}

#[tokio::test]
async fn room_for_requests_is_shared_by_projects() {
    let scene = &Scene::new().await;
    let (_, eva) = scene.neighbour().await;
    let body = r#"{"name":"n","url":"https://localhost:1/"}"#;
    let mut mine = Vec::new();
    for n in 0..12 {
        mine.push(scene.job(body).await);
        scene.due(mine[n], Timestamp::from_secs(n as i64 + 1)).await;
    }
    let theirs = scene.job_of(&eva, body).await;
    scene.due(theirs, Timestamp::from_secs(1000)).await;
    let chosen = |limit| async move {
        let found = look(&scene.engine, limit, &HashSet::new()).await.expect("looks").found;
        found.into_iter().map(|found| found.due.job).collect::<Vec<_>>()
    };
    let fair = [&mine[..1], &[theirs], &mine[1..7]].concat();
    assert_eq!(chosen(200).await, fair, "each takes its turn, and eight fit");
    assert_eq!(chosen(1).await, fair[..1]);
    let busy = scene.engine.jobs.begin(scene.actor.project, mine[11]).expect("enters").now().expect("room");
    assert_eq!(chosen(200).await, [&[theirs], &mine[..6]].concat());
    drop(busy);
    let events = scene.job(r#"{"name":"n"}"#).await;
    scene.due(events, Timestamp::from_secs(2000)).await;
    assert_eq!(chosen(200).await, [&fair[..], &[events]].concat());
}
