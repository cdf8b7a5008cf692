//! Readers beside writers: nothing is lost, doubled or out of order, however slow they are.

use super::*;
use crate::base::Json;
use crate::domain::stream::{Form, Kind as Of};
use crate::engine::accept;
use crate::engine::testing::{TestEngine, owner};
use std::time::Duration;

async fn send(engine: &Arc<Engine>, actor: &Actor, n: usize) {
    let body = format!(r#"{{"topic":"t.{n}","payload":{{"n":{n}}}}}"#);
    let Json::Object(members) = Json::parse(&body).expect("JSON") else { unreachable!() };
    accept::one(engine, actor, members, None).await.expect("accepted");
}

/// Sends from several tasks at once, so that writes share commits.
async fn flood(engine: &Arc<Engine>, actor: &Actor, from: usize, count: usize) {
    let tasks: Vec<_> = (0..8)
        .map(|task| {
            let (engine, actor) = (engine.clone(), actor.clone());
            tokio::spawn(async move {
                for n in (from..from + count).filter(|n| n % 8 == task) {
                    send(&engine, &actor, n).await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("sends");
    }
}

async fn read(reader: &mut Reader) -> Told {
    tokio::time::timeout(Duration::from_secs(20), reader.next()).await.expect("in time").expect("readable")
}

async fn positions(reader: &mut Reader, count: usize) -> Vec<Position> {
    let mut found = Vec::new();
    while found.len() < count {
        match read(reader).await {
            Told::Message(message) => found.push(message.position),
            Told::Gap(gap) => panic!("{gap:?}"),
        }
    }
    found
}

struct Scene {
    engine: TestEngine,
    actor: Actor,
    seat: Seat,
}

impl Scene {
    async fn new() -> Scene {
        let engine = TestEngine::with(&[("registration", "open"), ("max_streams_per_project", "3")]);
        let actor = owner(&engine, &engine.register("ana@example.org").await).await;
        let seat = sit(&engine, actor.project, Protocol::Sse, None).expect("room");
        Scene { engine, actor, seat }
    }

    async fn open(&self, after: Option<String>) -> Reader {
        let wanted = Wanted::default().after(after);
        open(&self.engine, &self.seat, self.actor.project, wanted).await.expect("opens")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_event_comes_once_and_in_order_wherever_a_reader_begins() {
    let scene = Scene::new().await;
    let mut first = scene.open(None).await;
    let sending = tokio::spawn({
        let (engine, actor) = ((*scene.engine).clone(), scene.actor.clone());
        async move { flood(&engine, &actor, 0, 3000).await }
    });
    let mut all = positions(&mut first, 700).await;
    // In the middle of the flood, from the beginning and from places in it.
    let mut later = Vec::new();
    for at in [0, 1, 350, 699] {
        later.push((at, scene.open(Some(all[at].to_string())).await));
    }
    all.extend(positions(&mut first, 2300).await);
    sending.await.expect("sends");
    assert!(all.is_sorted_by(|a, b| a < b));
    for (at, mut reader) in later {
        assert_eq!(positions(&mut reader, 2999 - at).await, all[at + 1..], "{at}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_falls_behind_reads_on_from_storage() {
    let scene = Scene::new().await;
    let (mut slow, mut fast) = (scene.open(None).await, scene.open(None).await);
    flood(&scene.engine, &scene.actor, 0, 50).await;
    let mut all = positions(&mut fast, 50).await;
    let mut got = positions(&mut slow, 10).await;
    for round in 1..4 {
        flood(&scene.engine, &scene.actor, round * 1500, 1500).await;
        all.extend(positions(&mut fast, 1500).await);
        got.extend(positions(&mut slow, 700).await);
    }
    got.extend(positions(&mut slow, all.len() - got.len()).await);
    assert_eq!(got, all);
    assert!(all.is_sorted_by(|a, b| a < b));
}

#[tokio::test]
async fn readers_get_what_they_ask_for() {
    let scene = Scene::new().await;
    let wanted = Wanted::default().topics(["t.2", "t.4"]).types(["event.created"]).expect("known");
    let wanted = wanted.form(Form::Bare);
    let mut reader = open(&scene.engine, &scene.seat, scene.actor.project, wanted).await.expect("opens");
    for n in 1..=4 {
        send(&scene.engine, &scene.actor, n).await;
    }
    for topic in ["t.2", "t.4"] {
        let Told::Message(message) = read(&mut reader).await else { panic!("a gap") };
        assert_eq!((message.topic.as_deref(), message.kind), (Some(topic), Of::Created));
    }
}

#[tokio::test]
async fn what_cannot_be_resumed_is_a_gap() {
    let scene = Scene::new().await;
    let never = scene.engine.ids.next::<()>().tick();
    // Nothing is stored, so nothing is missing.
    let mut reader = scene.open(Some(never.to_string())).await;
    send(&scene.engine, &scene.actor, 1).await;
    let first = positions(&mut reader, 1).await[0];
    let future = (first.tick() + 10_000_000_000).to_string();
    for (after, gap) in
        [("x", true), ("12-3", true), (&future, true), ("1", true), (&first.before().to_string(), false)]
    {
        let mut reader = scene.open(Some(after.to_owned())).await;
        match (read(&mut reader).await, gap) {
            (Told::Gap(found), true) => {
                assert_eq!(found, Gap { requested: after.to_owned(), oldest: first.before() });
                // It goes on live.
                send(&scene.engine, &scene.actor, 2).await;
                assert!(positions(&mut reader, 1).await[0] > first);
            }
            (Told::Message(found), false) => assert_eq!(found.position, first),
            other => panic!("{after}: {other:?}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_way_back_is_given_in_parts() {
    let scene = Scene::new().await;
    let mut reader = scene.open(None).await;
    send(&scene.engine, &scene.actor, 0).await;
    let first = positions(&mut reader, 1).await[0];
    let (project, engine) = (scene.actor.project, (*scene.engine).clone());
    let write = scene.engine.store.write(move |tx| {
        for _ in 0..RESUMED + 50 {
            let Json::Object(members) = Json::parse(r#"{"n":1}"#)? else { unreachable!() };
            let event = crate::domain::event::Draft::read(members, None, Timestamp::now())?.accept(engine.ids.next());
            store::intake::insert_event(tx, project, &event, Default::default())?;
        }
        Ok(())
    });
    write.await.expect("writes");
    let mut again = scene.open(Some(first.to_string())).await;
    let part = positions(&mut again, RESUMED).await;
    let Told::Gap(gap) = read(&mut again).await else { panic!("more than a part") };
    assert_eq!(gap.requested, part[RESUMED - 1].to_string());
    let mut rest = scene.open(Some(gap.requested)).await;
    assert_eq!(positions(&mut rest, 50).await.len(), 50);
    send(&scene.engine, &scene.actor, 1).await;
    let live = positions(&mut again, 1).await[0];
    assert!(live > part[RESUMED - 1] && live == positions(&mut rest, 1).await[0]);
}

#[tokio::test]
async fn there_is_room_for_so_many_and_none_at_the_end() {
    let scene = Scene::new().await;
    let sit = |project| sit(&scene.engine, project, Protocol::Socket, None);
    let _more = [sit(scene.actor.project), sit(scene.actor.project)];
    assert_eq!(sit(scene.actor.project).expect_err("full").kind(), ErrorKind::RateLimited);
    scene.engine.stopping().cancel();
    let other = scene.engine.ids.next();
    assert_eq!(sit(other).expect_err("stopping").kind(), ErrorKind::Unavailable);
}

#[tokio::test]
async fn rights_are_watched() {
    let scene = Scene::new().await;
    let made = scene.engine.register("eva@example.org").await;
    let mut watch = Watch::new(&scene.actor, Access::EVENTS_READ);
    let key = crate::engine::access::authenticate_key(&scene.engine, &made.api_key).await.expect("key");
    let who = key.who();
    let by_key = Actor { who, project: made.project, ..scene.actor.clone() };
    let mut key_watch = Watch::new(&by_key, Access::EVENTS_READ);
    assert!(watch.allows(&scene.engine).await && key_watch.allows(&scene.engine).await);
    let owner = owner(&scene.engine, &made).await;
    crate::engine::tokens::regenerate(&scene.engine, &owner).await.expect("regenerated");
    assert!(!key_watch.allows(&scene.engine).await && watch.allows(&scene.engine).await);
    scene.engine.sql("UPDATE sessions SET revoked_at = 1").await;
    assert!(!watch.allows(&scene.engine).await);
}
