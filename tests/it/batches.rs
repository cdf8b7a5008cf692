//! Webhooks that get several events in one request: when a batch goes, what it holds, and what
//! becomes of it when something goes wrong.

use crate::support::{Account, Answer, Daemon, Hit, Receiver, jobcelis_signature, until};
use serde_json::{Value, json};

struct Scene {
    daemon: Daemon,
    receiver: Receiver,
    account: Account,
}

impl Scene {
    fn start() -> Scene {
        let daemon = Daemon::start();
        let account = daemon.register();
        Scene { daemon, receiver: Receiver::start(), account }
    }

    fn hook(&self, batch: Value, more: Value) -> String {
        let mut config = json!({"topics": ["t"], "batch_config": batch});
        config.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.account.webhook_id(&self.receiver.url("/in"), config)
    }

    fn send(&self, count: usize) -> Vec<String> {
        (0..count).map(|n| self.account.event("t", json!({ "n": n }))).collect()
    }
}

fn numbers(hit: &Hit) -> Vec<i64> {
    let body = hit.json();
    let events = body["events"].as_array().unwrap().iter();
    events.map(|event| event["n"].as_i64().unwrap()).collect()
}

#[test]
fn a_batch_goes_when_its_oldest_event_is_old_enough() {
    let scene = Scene::start();
    scene.hook(json!({"enabled": true, "window_seconds": 1}), json!({"secret": "s"}));
    let events = scene.send(3);
    let hits = scene.receiver.wait_for("/in", 1);
    let hit = &hits[0];
    let body = hit.json();
    assert_eq!((&body["batch"], &body["count"], &body["topic"]), (&json!(true), &json!(3), &Value::Null));
    assert_eq!(body["event_id"], events[0]);
    assert_eq!(numbers(hit), [0, 1, 2]);
    let of = |n: usize, name: &str| body["events"][n][name].as_str().unwrap().to_owned();
    assert_eq!((of(1, "event_id"), of(2, "topic")), (events[1].clone(), "t".to_owned()));
    assert_eq!(hit.header("x-signature"), Some(&*jobcelis_signature("s", hit.text().as_bytes())));
    assert_eq!((hit.header("x-event-id"), hit.header("x-topic")), (Some(&*events[0]), None));
    let delivery = scene.account.settled(&events[0]);
    assert_eq!((&delivery["status"], &delivery["batch_size"]), (&json!("success"), &json!(3)));
    assert_eq!(delivery["request_body"], hit.text());
    assert!(scene.account.deliveries(&events[1]).is_empty());
}

#[test]
fn a_batch_goes_when_it_is_full_and_the_rest_when_batching_ends() {
    let scene = Scene::start();
    let hook = scene.hook(json!({"enabled": true, "window_seconds": 3600, "max_batch_size": 2}), json!({}));
    scene.send(5);
    let hits = scene.receiver.wait_for("/in", 2);
    assert_eq!((numbers(&hits[0]), numbers(&hits[1])), (vec![0, 1], vec![2, 3]));
    scene.account.patch(&format!("/webhooks/{hook}"), json!({"batch_config": null})).ok(200);
    let hits = scene.receiver.wait_for("/in", 3);
    assert_eq!(numbers(&hits[2]), [4]);
    let event = scene.account.event("t", json!({"n": 9}));
    let hits = scene.receiver.wait_for("/in", 4);
    assert_eq!((&hits[3].json()["n"], &hits[3].json()["event_id"]), (&json!(9), &json!(event)), "alone, as before");
}

#[test]
fn what_waits_survives_a_kill() {
    let mut scene = Scene::start();
    scene.hook(json!({"enabled": true, "window_seconds": 2, "max_batch_size": 1000}), json!({}));
    scene.send(20);
    scene.daemon.kill9();
    scene.daemon.restart();
    let more = scene.account.event("t", json!({"n": 20}));
    let sent = until("all have arrived", || {
        let sent: Vec<i64> = scene.receiver.hits("/in").iter().flat_map(numbers).collect();
        (sent.len() >= 21).then_some(sent)
    });
    assert_eq!(sent, (0..21).collect::<Vec<_>>(), "each once, in order");
    drop(more);
}

#[test]
fn a_body_is_at_most_a_mebibyte() {
    let scene = Scene::start();
    scene.hook(json!({"enabled": true, "window_seconds": 3600, "max_batch_size": 6}), json!({}));
    for n in 0..6 {
        scene.account.event("t", json!({"n": n, "text": "x".repeat(120_000)}));
    }
    let hits = scene.receiver.wait_for("/in", 1);
    assert_eq!(numbers(&hits[0]), [0, 1, 2, 3]);
    assert!(hits[0].text().len() <= 1 << 20);
    let rows: i64 =
        scene.daemon.database().query_row("SELECT COUNT(*) FROM batch_items", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 2, "the others wait on");
}

#[test]
fn a_failed_batch_is_a_dead_letter_that_holds_all_of_it() {
    let scene = Scene::start();
    scene.receiver.script("/in", [Answer::status(404), Answer::status(404)]);
    scene.hook(json!({"enabled": true, "window_seconds": 3600, "max_batch_size": 2}), json!({}));
    let events = scene.send(2);
    let delivery = scene.account.delivery_when(&events[0], "failed", |d| d["status"] == "failed");
    scene.account.delete(&format!("/events/{}", events[1])).ok(200);
    let retry = format!("/deliveries/{}/retry", delivery["id"].as_str().unwrap());
    scene.account.post(&retry, json!({})).ok(200);
    scene.receiver.wait_for("/in", 2);
    scene.account.delivery_when(&events[0], "failed again", |d| d["attempt_number"] == 2 && d["status"] == "failed");
    let letters = scene.account.dead_letters();
    let [letter] = &letters[..] else { panic!("{letters:?}") };
    let again = format!("/dead-letters/{}/retry", letter["id"].as_str().unwrap());
    scene.account.post(&again, json!({})).ok(200);
    let hits = scene.receiver.wait_for("/in", 3);
    let bodies: Vec<Value> = hits.iter().map(Hit::json).collect();
    assert_eq!((&bodies[1], &bodies[2]), (&bodies[0], &bodies[0]), "a batch that was made stays whole");
    assert_eq!(numbers(&hits[2]), [0, 1]);
}

#[test]
fn events_of_pipelines_are_collected_and_deleted_ones_leave() {
    let scene = Scene::start();
    let hook = scene.hook(json!({"enabled": true, "window_seconds": 3600, "max_batch_size": 3}), json!({}));
    let steps = json!([{"type": "transform", "operation": "set", "values": {"piped": true}}]);
    let pipeline = json!({"name": "p", "topics": ["t"], "webhook_id": hook, "steps": steps});
    scene.account.post("/pipelines", pipeline).ok(201);
    let events = scene.send(2);
    scene.account.delete(&format!("/events/{}", events[0])).ok(200);
    scene.send(2);
    let hits = scene.receiver.wait_for("/in", 1);
    assert_eq!(numbers(&hits[0]), [1, 0, 1]);
    assert!(hits[0].json()["events"].as_array().unwrap().iter().all(|event| event["piped"] == true));
}

#[test]
fn what_waits_for_a_webhook_that_is_switched_off_ends_visibly() {
    let scene = Scene::start();
    let hook = scene.hook(json!({"enabled": true, "window_seconds": 3600}), json!({}));
    let events = scene.send(2);
    scene.account.delete(&format!("/webhooks/{hook}")).ok(200);
    let delivery = scene.account.delivery_when(&events[0], "ended", |d| d["status"] == "failed");
    assert_eq!((&delivery["batch_size"], &delivery["next_retry_at"]), (&json!(2), &Value::Null));
    assert!(scene.receiver.hits("/in").is_empty());
}

#[test]
fn replays_and_tests_are_not_collected() {
    let scene = Scene::start();
    let hook = scene.hook(json!({"enabled": true, "window_seconds": 3600, "max_batch_size": 2}), json!({}));
    let events = scene.send(2);
    scene.receiver.wait_for("/in", 1);
    scene.account.post("/replays", json!({"event_ids": [events[1]]})).ok(201);
    let hits = scene.receiver.wait_for("/in", 2);
    assert_eq!((&hits[1].json()["n"], &hits[1].json()["batch"]), (&json!(1), &Value::Null));
    scene.account.post(&format!("/webhooks/{hook}/test"), json!({})).ok(200);
    assert_eq!(scene.receiver.wait_for("/in", 3)[2].json()["batch"], Value::Null);
}
