//! Which events a replay chooses, and whom it sends them to.

use super::{completed, deliveries, events, send};
use crate::support::{Account, Daemon, NO_ID, Receiver, in_millis};
use serde_json::{Value, json};

/// Eight events, and a webhook that was not there when they came.
struct Scene {
    account: Account,
    receiver: Receiver,
    hook: String,
    ids: Vec<String>,
}

const TOPICS: [&str; 8] = ["a.x", "a.y", "b", "a.x", "a.x.z", "", "b", "a.y"];

impl Scene {
    fn new(daemon: &Daemon) -> Scene {
        let (account, receiver) = (daemon.register(), Receiver::start());
        let ids: Vec<String> = TOPICS
            .iter()
            .enumerate()
            .map(|(n, topic)| {
                let event = account.post("/events", json!({"topic": topic, "n": n})).ok(202);
                event["id"].as_str().unwrap().to_owned()
            })
            .collect();
        let hook = account.webhook_id(&receiver.url("/in"), json!({}));
        Scene { account, receiver, hook, ids }
    }

    /// The numbers of the events that a replay chooses, in order.
    fn chosen(&self, filters: Value) -> Vec<usize> {
        let done = completed(&self.account, filters.clone());
        let ids = events(&self.account, &done);
        let counts =
            ["total_events", "processed_events", "deliveries_created"].map(|name| done[name].as_u64().unwrap());
        assert_eq!(counts, [ids.len() as u64; 3], "{filters}");
        ids.iter().map(|id| self.ids.iter().position(|known| known == id).expect("one of these")).collect()
    }

    fn time(&self, n: usize) -> String {
        self.account.get(&format!("/events/{}", self.ids[n])).ok(200)["occurred_at"].as_str().unwrap().to_owned()
    }
}

#[test]
fn topics_patterns_and_dates() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    let (second, sixth) = (scene.time(2), scene.time(6));
    let day = &second[..10];
    for (filters, chosen) in [
        (json!({}), &[0, 1, 2, 3, 4, 5, 6, 7][..]),
        (json!({"topic": "a.x"}), &[0, 3]),
        (json!({"topic": "a.*"}), &[0, 1, 3, 7]),
        (json!({"topic": "a.#"}), &[0, 1, 3, 4, 7]),
        (json!({"topic": "*"}), &[0, 1, 2, 3, 4, 5, 6, 7]),
        (json!({"topic": "#"}), &[0, 1, 2, 3, 4, 6, 7]),
        (json!({"topic": "A.x"}), &[]),
        (json!({"from_date": second}), &[2, 3, 4, 5, 6, 7]),
        (json!({"to_date": sixth}), &[0, 1, 2, 3, 4, 5, 6]),
        (json!({"from": second, "to": sixth}), &[2, 3, 4, 5, 6]),
        (json!({"from": second, "to": second}), &[2]),
        (json!({"from": second, "to": sixth, "topic": "b"}), &[2, 6]),
        (json!({"from": "2020-01-01", "to": "2020-12-31"}), &[]),
        (json!({"from": day, "to": "2099-01-01"}), &[0, 1, 2, 3, 4, 5, 6, 7]),
        (json!({"to": "2020-01-01"}), &[]),
    ] {
        assert_eq!(scene.chosen(filters.clone()), chosen, "{filters}");
    }
}

#[test]
fn events_by_their_ids() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    let id = |n: usize| scene.ids[n].clone();
    let foreign = daemon.register().event("a.x", json!({}));
    for (filters, chosen) in [
        (json!({"event_ids": [id(4), id(1), id(4)]}), &[1, 4][..]),
        (json!({"event_ids": [id(1).to_uppercase(), NO_ID, "nonsense", foreign]}), &[1]),
        (json!({"event_ids": [id(0), id(1), id(2)], "topic": "a.*"}), &[0, 1]),
        (json!({"event_ids": [id(0), id(2)], "from": scene.time(1)}), &[2]),
        (json!({"event_ids": []}), &[]),
    ] {
        assert_eq!(scene.chosen(filters.clone()), chosen, "{filters}");
    }
}

#[test]
fn only_active_events_that_were_routed() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    scene.account.delete(&format!("/events/{}", scene.ids[3])).ok(200);
    scene.account.post("/events", json!({"topic": "a.x", "deliver_at": in_millis(3_600_000)})).ok(202);
    assert_eq!(scene.chosen(json!({"topic": "a.x"})), [0]);
    assert_eq!(scene.chosen(json!({})), [0, 1, 2, 4, 5, 6, 7]);
    assert_eq!(scene.chosen(json!({"event_ids": scene.ids})), [0, 1, 2, 4, 5, 6, 7]);
}

#[test]
fn every_match_is_a_new_delivery_of_the_same_event() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({"topics": ["order.*"]}));
    let event = account.event("order.created", json!({"n": 1}));
    let live = account.settled(&event);
    let done = completed(&account, json!({}));
    let again = &deliveries(&account, &done)[0];
    assert_ne!(again["id"], live["id"]);
    for (name, value) in
        [("event_id", json!(event)), ("replay_id", done["id"].clone()), ("topic", json!("order.created"))]
    {
        assert_eq!(again[name], value, "{name}");
    }
    assert_eq!((&live["replay_id"], account.deliveries(&event).len()), (&Value::Null, 2));
    let hits = receiver.wait_for("/in", 2);
    assert_eq!(hits[0].text(), hits[1].text(), "the time of the event is that of its acceptance");
    for (header, same) in [("x-event-id", true), ("webhook-id", true), ("x-delivery-id", false)] {
        assert_eq!(hits[0].header(header) == hits[1].header(header), same, "{header}");
    }
    let log = account.user().get("/audit-log?action=event.created").ok(200);
    assert_eq!(
        (log["data"].as_array().unwrap().len(), account.get("/events").ok(200)["events"].as_array().unwrap().len()),
        (1, 1)
    );
}

#[test]
fn routing_is_that_of_today() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    let account = &scene.account;
    let other = account.webhook_id(
        &scene.receiver.url("/other"),
        json!({"topics": ["a.*"], "filters": [{"path": "n", "op": "gt", "value": 0}]}),
    );
    let asleep = account.webhook_id(&scene.receiver.url("/asleep"), json!({"active": false}));
    let of = |hook: &str, filters: Value| -> Vec<usize> {
        let done = completed(account, filters);
        let list = deliveries(account, &done).into_iter().rev().filter(|d| d["webhook_id"] == hook);
        list.map(|d| scene.ids.iter().position(|id| d["event_id"] == *id).unwrap()).collect()
    };
    assert_eq!(of(&other, json!({})), [1, 3, 7], "its topics and filters count");
    assert_eq!(of(&scene.hook, json!({"webhook_id": other})), [0; 0], "to one webhook only");
    let narrowed = completed(account, json!({"webhook_id": other}));
    for (name, count) in [("total_events", 8), ("processed_events", 8), ("deliveries_created", 3)] {
        assert_eq!(narrowed[name], count, "{name}");
    }
    assert_eq!(of(&asleep, json!({})), [0; 0]);
    scene.receiver.wait_for("/other", 6);
}

#[test]
fn pipelines_run_again_and_do_not_wait() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    let account = &scene.account;
    let steps = json!([{"type": "deliver", "topic": "derived"}, {"type": "delay", "seconds": 3600},
        {"type": "filter", "condition": "n > 0"}, {"type": "transform", "values": {"again": true}}]);
    let body = json!({"name": "p", "topics": ["a.*"], "webhook_id": scene.hook, "steps": steps});
    let pipeline = account.post("/pipelines", body).ok(201)["id"].clone();
    let done = completed(account, json!({}));
    let list: Vec<_> = deliveries(account, &done).into_iter().rev().collect();
    let made: Vec<_> = list
        .iter()
        .map(|d| (scene.ids.iter().position(|id| d["event_id"] == *id).unwrap(), d["pipeline_id"] == pipeline))
        .collect();
    assert_eq!(made, [(1, true), (2, false), (3, true), (4, false), (5, false), (6, false), (7, true)]);
    let hits = scene.receiver.wait_for("/in", 7);
    assert_eq!(hits.iter().filter(|hit| hit.json()["again"] == true).count(), 3);
    assert_eq!(account.get("/events?topic=derived").ok(200)["events"], json!([]), "no event is made");
}

#[test]
fn derived_events_are_replayed_as_they_were_routed() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({"topics": ["derived"]}));
    let steps = json!([{"type": "deliver", "topic": "derived"}]);
    account.post("/pipelines", json!({"name": "p", "topics": ["t"], "steps": steps})).ok(201);
    // It takes the webhook over for events that pass through pipelines; derived ones do not.
    let filter = json!([{"type": "filter", "condition": "false"}]);
    account
        .post("/pipelines", json!({"name": "q", "topics": ["derived"], "steps": filter, "webhook_id": hook}))
        .ok(201);
    account.event("t", json!({}));
    receiver.wait_for("/in", 1);
    let done = completed(&account, json!({}));
    assert_eq!((&done["total_events"], &done["deliveries_created"]), (&json!(2), &json!(1)));
    receiver.wait_for("/in", 2);
}

#[test]
fn many_events_of_many_topics_come_in_order() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let mut sent = Vec::new();
    for n in 0..6 {
        sent.extend(send(&account, ["x.a", "x.b", "y"][n % 3], 120));
    }
    account.webhook("http://127.0.0.1:9/x", json!({"topics": ["x.*"], "rate_limit": {"max_per_minute": 1}}));
    let wanted: Vec<_> =
        sent.chunks(120).enumerate().filter(|(n, _)| n % 3 < 2).flat_map(|(_, ids)| ids.to_vec()).collect();
    assert_eq!(events(&account, &completed(&account, json!({"topic": "x.*"}))), wanted);
}
