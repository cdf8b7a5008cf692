//! Which deliveries an event makes where pipelines stand in its way.

use super::{over, pipeline};
use crate::support::{Account, Daemon, Receiver, until};
use serde_json::{Value, json};

/// Two webhooks, of every event and of orders.
struct Scene {
    account: Account,
    receiver: Receiver,
    first: String,
    second: String,
}

impl Scene {
    fn new(daemon: &Daemon) -> Scene {
        let (account, receiver) = (daemon.register(), Receiver::start());
        let first = account.webhook_id(&receiver.url("/w1"), json!({}));
        let second = account.webhook_id(&receiver.url("/w2"), json!({"topics": ["order.*"]}));
        Scene { account, receiver, first, second }
    }

    /// The settled deliveries of an order of 50: who made them and the body that arrived.
    fn order(&self) -> Vec<(String, Value, Value)> {
        self.send(json!({"topic": "order.created", "amount": 50, "note": "n"}))
    }

    fn send(&self, event: Value) -> Vec<(String, Value, Value)> {
        let event = self.account.post("/events", event).ok(202)["id"].as_str().unwrap().to_owned();
        self.arrived(&event)
    }

    /// Of each delivery the webhook, the pipeline and the body, oldest first.
    fn arrived(&self, event: &str) -> Vec<(String, Value, Value)> {
        let mut list = until("everything is delivered", || {
            let list = self.account.deliveries(event);
            list.iter().all(|d| d["status"] == "success").then_some(list)
        });
        list.reverse();
        let body = |d: &Value| {
            let (id, path) = (d["id"].as_str(), if d["webhook_id"] == self.first { "/w1" } else { "/w2" });
            let hits: Vec<_> =
                self.receiver.hits(path).into_iter().filter(|h| h.header("x-delivery-id") == id).collect();
            assert_eq!(hits.len(), 1, "{d}");
            assert_eq!(d["request_body"], hits[0].text());
            let mut body = hits[0].json();
            for key in ["event_id", "topic", "occurred_at"] {
                assert!(!body.as_object_mut().unwrap().remove(key).unwrap().is_null(), "{key}");
            }
            body
        };
        list.iter().map(|d| (d["webhook_id"].as_str().unwrap().to_owned(), d["pipeline_id"].clone(), body(d))).collect()
    }
}

#[test]
fn the_table() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    let (w1, w2) = (scene.first.clone(), scene.second.clone());
    let plain = json!({"amount": 50, "note": "n"});
    let direct = |hook: &str| (hook.to_owned(), Value::Null, plain.clone());
    assert_eq!(scene.order(), [direct(&w1), direct(&w2)], "no pipeline");

    let path = format!("/pipelines/{}", pipeline(&scene.account, json!({"webhook_id": w1, "steps": [over(100)]})));
    assert_eq!(scene.order(), [direct(&w2)], "filtered out: nothing goes to the target");

    let pick = json!({"type": "transform", "operation": "pick", "fields": ["amount"]});
    scene.account.patch(&path, json!({"steps": [over(10), pick]})).ok(200);
    let id = json!(path.rsplit('/').next().unwrap());
    assert_eq!(scene.order(), [direct(&w2), (w1.clone(), id.clone(), json!({"amount": 50}))], "picked");

    scene.account.patch(&path, json!({"webhook_id": null, "steps": [over(100)]})).ok(200);
    assert_eq!(scene.order(), [direct(&w1), direct(&w2)], "without a target it is harmless");

    scene.account.patch(&path, json!({"webhook_id": w1, "topics": ["user.*"]})).ok(200);
    assert_eq!(scene.order(), [direct(&w1), direct(&w2)], "of other topics");

    scene.account.patch(&path, json!({"topics": ["order.*"], "steps": []})).ok(200);
    assert_eq!(scene.order(), [direct(&w2), (w1.clone(), id, plain.clone())], "through, unchanged");

    scene.account.delete(&path);
    assert_eq!(scene.order(), [direct(&w1), direct(&w2)], "deleted");
}

#[test]
fn what_a_pipeline_sends_is_not_asked_for() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    let config = json!({"topics": ["never"], "filters": [{"path": "amount", "op": "gt", "value": 1000}],
        "body_config": {"body_rename": {"note": "remark"}}, "headers": {"X-Shop": "7"}});
    scene.account.patch(&format!("/webhooks/{}", scene.second), config).ok(200);
    let id = pipeline(&scene.account, json!({"webhook_id": scene.second}));
    let piped = (scene.second.clone(), json!(id), json!({"amount": 50, "remark": "n"}));
    assert_eq!(scene.order()[1], piped, "its body_config holds, its topics and filters do not");
    assert_eq!(scene.receiver.hits("/w2")[0].header("x-shop"), Some("7"));
    let without_topic = scene.account.post("/events", json!({"amount": 1})).ok(202);
    let event = without_topic["id"].as_str().unwrap();
    until("both are delivered", || {
        let list = scene.account.deliveries(event);
        (list.len() == 2 && list.iter().all(|d| d["status"] == "success")).then_some(())
    });
}

#[test]
fn two_pipelines_make_two_deliveries() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    let set = |n: u32| json!([{"type": "transform", "values": {"n": n}}]);
    let first = pipeline(&scene.account, json!({"webhook_id": scene.first, "steps": set(1)}));
    let second = pipeline(&scene.account, json!({"webhook_id": scene.first, "steps": set(2)}));
    let of = |id: &str, n: u32| (scene.first.clone(), json!(id), json!({"amount": 50, "note": "n", "n": n}));
    assert_eq!(scene.order()[1..], [of(&first, 1), of(&second, 2)], "in the order of their creation");
}

#[test]
fn an_inactive_target_gets_nothing() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    pipeline(&scene.account, json!({"webhook_id": scene.first}));
    scene.account.patch(&format!("/webhooks/{}", scene.first), json!({"active": false})).ok(200);
    assert_eq!(scene.order().len(), 1);
    assert_eq!(scene.receiver.hits("/w1").len(), 0);
    scene.account.patch(&format!("/webhooks/{}", scene.first), json!({"active": true})).ok(200);
    assert_eq!(scene.order().len(), 2);
}

#[test]
fn events_in_nested_form_keep_both_views() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    let pick = json!({"type": "transform", "operation": "pick", "fields": ["amount"]});
    let id = pipeline(&scene.account, json!({"webhook_id": scene.first, "steps": [pick]}));
    let arrived = scene.send(json!({"topic": "t", "payload": {"amount": 5, "note": "n"}}));
    assert_eq!(arrived, [(scene.first.clone(), json!(id), json!({"amount": 5, "payload": {"amount": 5}}))]);
}

#[test]
fn batches_and_delayed_events_pass_through_too() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    let id = pipeline(&scene.account, json!({"webhook_id": scene.first, "steps": [over(10)]}));
    let soon = crate::support::in_millis(400);
    let events = json!([{"topic": "t", "amount": 11}, {"topic": "t", "amount": 9}, {"topic": "t", "amount": 12, "deliver_at": soon}, {"topic": "t", "amount": 8, "deliver_at": soon}]);
    let answer = scene.account.post("/events/batch", json!({ "events": events })).ok(202);
    let ids: Vec<_> = answer["events"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap()).collect();
    scene.receiver.wait_for("/w1", 2);
    let one = |amount: u32| vec![(scene.first.clone(), json!(id), json!({"amount": amount}))];
    until("the second one is there", || (scene.account.deliveries(ids[2]).len() == 1).then_some(()));
    assert_eq!([0, 1, 2, 3].map(|n| scene.arrived(ids[n])), [one(11), vec![], one(12), vec![]]);
}

#[test]
fn a_retry_sends_the_same_output() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    scene.receiver.script("/w1", [crate::support::Answer::status(404)]);
    let set = |n: u32| json!([{"type": "transform", "values": {"n": n}}]);
    let id = pipeline(&scene.account, json!({"webhook_id": scene.first, "steps": set(1), "topics": ["t"]}));
    let event = scene.account.event("t", json!({"a": 1}));
    let failed = scene.account.settled(&event);
    assert_eq!(scene.account.dead_letters()[0]["original_payload"], json!({"a": 1, "n": 1}));
    scene.account.patch(&format!("/pipelines/{id}"), json!({"steps": set(2)})).ok(200);
    scene.receiver.script("/w1", [crate::support::Answer::status(200)]);
    scene.account.post(&format!("/deliveries/{}/retry", failed["id"].as_str().unwrap()), json!({})).ok(200);
    let done = scene.account.delivery_when(&event, "delivered", |d| d["status"] == "success");
    let hits = scene.receiver.hits("/w1");
    assert_eq!((hits.len(), hits[1].text()), (2, hits[0].text()));
    assert_eq!((&done["request_body"], hits[1].json()["n"].as_u64()), (&json!(hits[1].text()), Some(1)));
}

#[test]
fn simulation_shows_what_would_be_sent() {
    let daemon = Daemon::shared();
    let scene = Scene::new(&daemon);
    let steps = json!([{"type": "deliver", "topic": "order.copied"}, {"type": "deliver", "webhook_id": scene.first},
        {"type": "delay", "seconds": 60}, {"type": "deliver", "topic": "order.late"},
        {"type": "transform", "operation": "pick", "fields": ["amount"]}]);
    let id =
        pipeline(&scene.account, json!({"webhook_id": scene.second, "topics": ["#.created", "x"], "steps": steps}));
    let answer = scene.account.post("/simulate", json!({"topic": "order.created", "amount": 5, "note": "n"})).ok(200);
    let shown: Vec<_> = answer["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| {
            let body = &r["would_send_body"];
            (
                r["webhook_id"].as_str().unwrap(),
                r["via"].as_str().unwrap(),
                &r["pipeline_id"],
                &r["matched_topics"],
                &body["topic"],
                &body["note"],
            )
        })
        .collect();
    let (w1, w2, id) = (scene.first.as_str(), scene.second.as_str(), json!(id));
    let (n, none, created, copied) = (json!("n"), Value::Null, json!("order.created"), json!("order.copied"));
    let (every, orders, of_pipeline) = (json!([]), json!(["order.*"]), json!(["#.created"]));
    assert_eq!(
        shown,
        [
            (w1, "direct", &none, &every, &created, &n),
            (w1, "pipeline", &id, &of_pipeline, &created, &n),
            (w2, "pipeline", &id, &of_pipeline, &created, &none),
            (w1, "pipeline", &id, &every, &copied, &n),
            (w2, "pipeline", &id, &orders, &copied, &n),
        ]
    );
    assert_eq!(answer["matching_webhooks"], 5);
    assert_eq!(scene.account.get("/events").ok(200)["events"], json!([]));
}

#[test]
fn pipelines_stay_in_their_project_and_end_with_it() {
    let daemon = Daemon::shared();
    let (scene, other) = (Scene::new(&daemon), Scene::new(&daemon));
    pipeline(&other.account, json!({"webhook_id": other.first, "steps": [over(100)]}));
    assert_eq!((scene.order().len(), other.order().len()), (2, 1));
    let user = other.account.user();
    user.delete(&format!("/projects/{}", other.account.project_id)).ok(200);
    other.account.get("/pipelines").fails(401, "Invalid API key");
}
