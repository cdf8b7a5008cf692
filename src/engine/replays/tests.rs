//! What holds a replay back and what lets it go on, without receivers: deliveries end by hand here.

use super::run::MAX_OPEN;
use super::*;
use crate::base::Json;
use crate::base::json::Members;
use crate::domain::event::MAX_BATCH;
use crate::engine::accept;
use crate::engine::testing::{TestEngine, owner};
use std::time::{Duration, Instant};

struct Scene {
    engine: TestEngine,
    actor: Actor,
}

impl Scene {
    /// A project with events that were there before its webhooks.
    async fn new(events: usize, webhooks: usize) -> Scene {
        let engine = TestEngine::new();
        let actor = owner(&engine, &engine.register("ana@example.org").await).await;
        let body = Json::parse(r#"{"topic":"t","n":1}"#).expect("JSON");
        for start in (0..events).step_by(MAX_BATCH) {
            let batch = vec![body.clone(); (events - start).min(MAX_BATCH)];
            accept::batch(&engine, &actor, &batch).await.expect("accepts");
        }
        for n in 0..webhooks {
            let body = Json::parse(r#"{"url":"https://example.com/hook","filters":["n = 1"]}"#).expect("JSON");
            let made = crate::engine::webhooks::create(&engine, &actor, body.as_object().expect("object")).await;
            made.unwrap_or_else(|e| panic!("{n}: {e}"));
        }
        engine.dispatch.pause();
        // As if that had been a while ago.
        engine.replays.make_way(Timestamp::from_secs(0));
        Scene { engine, actor }
    }

    async fn start(&self, body: &str) -> Result<Replay> {
        let json = Json::parse(body).expect("JSON");
        create(&self.engine, &self.actor, Fields(json.as_object().expect("object"))).await
    }

    async fn shown(&self, replay: &Replay) -> Replay {
        get(&self.engine, &self.actor, replay.id).await.expect("reads")
    }

    /// Waits until so many events are handled, and looks once more whether it stays so.
    async fn stands_at(&self, replay: &Replay, processed: u64) -> Replay {
        let begun = Instant::now();
        while self.shown(replay).await.processed_events != processed {
            assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", self.shown(replay).await);
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
        let seen = self.shown(replay).await;
        assert_eq!(seen.processed_events, processed);
        seen
    }

    /// Brings deliveries of a replay to their end, as settling does.
    async fn deliver(&self, replay: &Replay, count: usize) {
        let (id, engine) = (replay.id, self.engine.clone());
        let write = self.engine.store.write(move |tx| {
            let sql = "UPDATE deliveries SET status = 2, due_at = NULL WHERE id IN (SELECT id FROM deliveries \
                       WHERE replay_id = ?1 AND due_at IS NOT NULL LIMIT ?2)";
            let ended = tx.exec(sql, crate::params![&id, count as i64])?;
            tx.after_commit(move || (0..ended).for_each(|_| engine.replays.delivered(id)));
            Ok(ended)
        });
        assert_eq!(write.await.expect("writes"), count);
    }

    async fn hold(&self, restricted_at: &'static str) {
        self.engine.sql(restricted_at).await;
        self.engine.directory.changed(self.actor.project);
    }
}

const HOLD: &str = "UPDATE users SET restricted_at = 1";
const LIFT: &str = "UPDATE users SET restricted_at = NULL";

#[tokio::test]
async fn it_goes_on_when_half_of_its_room_is_free() {
    let scene = Scene::new(MAX_OPEN + 700, 1).await;
    let replay = scene.start("{}").await.expect("starts");
    scene.stands_at(&replay, 1000).await;
    scene.deliver(&replay, 499).await;
    scene.stands_at(&replay, 1000).await;
    scene.deliver(&replay, 1).await;
    scene.stands_at(&replay, 1500).await;
    assert_eq!(scene.engine.directory.live(scene.actor.project).pending(), 1500, "as far as settling told");
    scene.deliver(&replay, 1000).await;
    let done = scene.stands_at(&replay, 1700).await;
    assert_eq!((done.status, done.deliveries_created), (Status::Completed, 1700));
    let begun = Instant::now();
    while !scene.engine.replays.runs().is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(20));
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

#[tokio::test]
async fn room_counts_deliveries_and_an_event_keeps_its_own_together() {
    let scene = Scene::new(300, 7).await;
    let replay = scene.start("{}").await.expect("starts");
    let seen = scene.stands_at(&replay, 142).await;
    assert_eq!((seen.deliveries_created, seen.status), (994, Status::Running));
    scene.deliver(&replay, 493).await;
    scene.stands_at(&replay, 142).await;
    scene.deliver(&replay, 1).await;
    let seen = scene.stands_at(&replay, 213).await;
    assert_eq!(seen.deliveries_created, 213 * 7, "1000 - (994 - 494) = 500 places, 71 events");
}

#[tokio::test]
async fn a_held_project_starts_none_and_pauses_those_under_way() {
    let scene = Scene::new(MAX_OPEN + 100, 1).await;
    let replay = scene.start("{}").await.expect("starts");
    scene.stands_at(&replay, 1000).await;
    scene.hold(HOLD).await;
    let refused = scene.start("{}").await.expect_err("held");
    assert_eq!((refused.kind(), refused.message()), (Kind::Forbidden, "Processing restricted"));
    scene.deliver(&replay, 1000).await;
    assert_eq!(scene.stands_at(&replay, 1000).await.status, Status::Running);
    scene.hold(LIFT).await;
    assert_eq!(scene.stands_at(&replay, 1100).await.status, Status::Completed);
    assert_eq!(
        list(&scene.engine, &scene.actor, None, Page { limit: 9, before: None }).await.expect("lists").rows.len(),
        1
    );
}

#[tokio::test]
async fn a_fault_of_ours_ends_it_with_a_word() {
    let scene = Scene::new(3, 1).await;
    scene.engine.sql("UPDATE events SET payload = '{'").await;
    let replay = scene.start("{}").await.expect("starts");
    let begun = Instant::now();
    while scene.shown(&replay).await.status != Status::Failed {
        assert!(begun.elapsed() < Duration::from_secs(20));
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let failed = scene.shown(&replay).await;
    assert_eq!((failed.error.as_deref(), failed.processed_events), (Some("Internal error"), 0));
    assert!(failed.completed_at.is_some());
}

#[tokio::test]
async fn what_is_left_unfinished_is_resumed() {
    let scene = Scene::new(10, 1).await;
    let project = scene.actor.project;
    let Some(upto) = scene.engine.store.read(move |snap| replays::newest_event(snap, project)).await.expect("reads")
    else {
        panic!("there are events");
    };
    let stored = Replay {
        id: scene.engine.ids.next(),
        status: Status::Running,
        filters: Filters::read(&Members::default()).expect("none"),
        upto,
        reached: Id::MIN,
        total_events: 10,
        processed_events: 0,
        deliveries_created: 0,
        error: None,
        started_at: None,
        completed_at: None,
    };
    let row = stored.clone();
    scene.engine.store.write(move |tx| replays::insert(tx, project, &row)).await.expect("stores");
    run::resume(&scene.engine).await;
    assert_eq!(scene.stands_at(&stored, 10).await.status, Status::Completed);
}

#[tokio::test]
async fn replays_keep_to_a_pace_while_events_come_in() {
    let engine = TestEngine::new();
    let replays = &engine.replays;
    assert_eq!(replays.pace(), None, "nothing has come in yet");
    let now = Timestamp::now();
    replays.make_way(now);
    assert_eq!(replays.pace(), Some(BESIDE));
    for _ in 0..4 {
        replays.runs().insert(engine.ids.next(), Arc::default());
    }
    assert_eq!(replays.pace(), Some(BESIDE / 4), "all of them together");
    replays.make_way(now.plus_micros(-1_000_001));
    assert_eq!(replays.pace(), None, "that was a while ago");
    let run = Run::default();
    assert_eq!(run.share(None), CHUNK);
    let share = run.share(Some(1_000_000));
    assert!((1..=CHUNK).contains(&share), "what the time since the last step gives: {share}");
    assert_eq!(Run::default().share(Some(4_000)), 40, "the first step is one of 10 ms");
}
