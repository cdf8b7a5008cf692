//! What users are told beside events and deliveries, and keys are not.

use super::Sse;
use crate::admin::{ROOT, Server};
use crate::support::{Account, Daemon, PASSWORD};
use serde_json::{Value, json};

const QUERY: &str = "?scope=user";

/// The next message of that kind.
#[track_caller]
fn next(stream: &mut Sse, kind: &str) -> Value {
    loop {
        let told = stream.must();
        if told.kind() == kind {
            assert_eq!(told.id, None, "nothing to resume from");
            return told.data["data"].clone();
        }
    }
}

fn open(account: &Account, query: &str) -> Sse {
    Sse::open(account, &account.token, query, &[])
}

#[test]
fn requests_replays_and_notices() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let mut stream = open(&account, QUERY);
    let mut chosen = open(&account, "?scope=user&types=sandbox.request,notification.created&topics=none");
    let mut keyed = Sse::open(&account, &account.key, "", &[]);

    let made = account.post("/sandbox-endpoints", json!({})).ok(201);
    account.target("PUT", made["url"].as_str().unwrap()).json(json!({"a": 1})).send();
    for stream in [&mut stream, &mut chosen] {
        let request = next(stream, "sandbox.request");
        assert_eq!((&request["endpoint_id"], &request["method"]), (&made["id"], &json!("PUT")));
        assert_eq!((&request["size_bytes"], request.get("ip")), (&json!(7), None));
    }

    let event = account.event("t", json!({}));
    let told = stream.must();
    assert_eq!((told.kind(), told.field("id")), ("event.created", &*event));
    assert!(told.id.is_some());
    let replay = account.post("/replays", json!({"topic": "t"})).ok(201);
    let mut progress = next(&mut stream, "replay.progress");
    while progress["status"] == "running" {
        progress = next(&mut stream, "replay.progress");
    }
    assert_eq!(progress, json!({"id": replay["id"], "status": "completed", "processed_events": 1, "total_events": 1}));
    let notice = next(&mut chosen, "notification.created");
    let listed = account.user().get("/me/notifications").ok(200)["data"][0].clone();
    assert_eq!(notice, listed);
    assert_eq!(notice["type"], "replay_completed");
    // All that the holder of a key hears of it.
    assert_eq!(keyed.must().kind(), "event.created");
    account.event("u", json!({}));
    assert_eq!(keyed.must().field("topic"), "u");
}

#[test]
fn notices_follow_their_user_into_every_project() {
    let daemon = Daemon::shared();
    let (ana, eva) = (daemon.register(), daemon.register());
    let (mut of_ana, mut of_eva) = (open(&ana, QUERY), open(&eva, QUERY));
    let members = format!("/projects/{}/members", ana.project_id);
    ana.user().post(&members, json!({"email": eva.email, "role": "member"})).ok(201);
    assert_eq!(next(&mut of_eva, "notification.created")["type"], "team_invite");
    ana.event("t", json!({}));
    assert_eq!(of_ana.must().kind(), "event.created", "nobody else is told");
}

#[test]
fn who_may_not_is_refused() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let refused = |key: &str, query: &str| {
        let reply = Sse::begin(&account, key, query, &[]).err().expect("refused");
        (reply.status, reply.json["error"].as_str().unwrap().to_owned())
    };
    assert_eq!(refused(&account.key, QUERY), (403, "Access denied".to_owned()));
    assert_eq!(refused(&account.token, "?scope=all"), (400, "scope must be user".to_owned()));
    let types = "types must be event.created or delivery.updated".to_owned();
    assert_eq!(refused(&account.key, "?types=sandbox.request"), (400, types));
}

#[test]
fn operators_see_the_queue_move() {
    let server = Server::start();
    let login = json!({"email": ROOT, "password": PASSWORD});
    let token = server.daemon.api().post("/auth/login", login).ok(200)["token"].as_str().unwrap().to_owned();
    let made = server.root.post("/projects", json!({"name": "Ops"})).ok(201);
    let path = format!("?scope=user&project_id={}", made["id"].as_str().unwrap());
    let mut stream = Sse::open(&server.daemon.api(), &token, &path, &[]);
    let account = server.daemon.register();
    let mut other = open(&account, "?scope=user&types=queue.changed,event.created");
    account.webhook("http://127.0.0.1:9/refused", json!({}));
    account.event("t", json!({}));
    let changed = next(&mut stream, "queue.changed");
    assert_eq!((&changed["queue"], &changed["pending"]), (&json!("delivery"), &json!(1)));
    assert_eq!(other.must().kind(), "event.created");
}
