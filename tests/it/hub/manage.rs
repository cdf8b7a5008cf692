//! Who may manage, which project is meant, and the one envelope.

use super::{Hub, anonymous, fails, globex};
use crate::support::{Daemon, until};
use serde_json::json;

#[test]
fn management_needs_the_key_of_the_server_or_one_with_full_rights() {
    let daemon = Daemon::with(&["--hub-management-key", "manager-key"]);
    let account = daemon.register();
    let hub = Hub::of(&account);
    hub.source("globex", "token");
    let event = hub.globex(&globex("1", "t"));
    let paths = [
        "/integrations",
        "/events",
        "/events/{id}",
        "/events/{id}/status",
        "/processing-status/{id}",
        "/deliveries",
        "/audit-entries",
    ];
    let ask = |path: &str, key: Option<&str>| {
        let path = format!("{}{}", hub.base, path.replace("{id}", &event));
        let call = account.anonymous().target("GET", &path);
        key.map_or(call.clone(), |key| call.header("X-Internal-Api-Key", key)).send()
    };
    for path in paths {
        for key in
            [None, Some(""), Some("wrong"), Some("manager-ke"), Some("manager-key2"), Some(account.token.as_str())]
        {
            fails(&ask(path, key), 401, "UNAUTHORIZED");
        }
        assert_eq!(ask(path, Some("manager-key")).status, 200, "{path}");
        assert_eq!(ask(path, Some(&account.key)).status, 200, "{path}");
    }
    let replay = account.anonymous().target("POST", &format!("{}/events/{event}/replay", hub.base));
    fails(&replay.json(json!({})).send(), 401, "UNAUTHORIZED");
    // The key in another header is none here.
    fails(&account.target("GET", &format!("{}/events", hub.base)).send(), 401, "UNAUTHORIZED");
    account.user().patch("/token", json!({"scopes": ["events:read", "sources:read"]})).ok(200);
    fails(&ask("/events", Some(&account.key)), 401, "UNAUTHORIZED");
}

#[test]
fn a_path_without_a_project_means_the_only_one() {
    let daemon = Daemon::with(&["--hub-management-key", "manager-key"]);
    let first = daemon.register();
    let hub = Hub { account: first.clone(), base: "/hub/api/v1".to_owned() };
    hub.source("globex", "token");
    let event = hub.globex(&globex("1", "t"));
    assert_eq!(hub.get(&format!("/events/{event}"))["data"]["id"], event.as_str());
    let second = daemon.register();
    let unclear = hub.provide("globex", &[("X-Globex-Token", "token")], "{}");
    let message = fails(&unclear, 404, "NOT_FOUND")["message"].as_str().unwrap().to_owned();
    assert!(message.contains("--hub-project"), "{message}");
    // A key says which.
    assert_eq!(hub.get("/events")["meta"]["total"], 1);
    let other = Hub { account: second, base: "/hub/api/v1".to_owned() };
    assert_eq!(other.get("/events")["meta"]["total"], 0);
    let manager = first.anonymous().target("GET", "/hub/api/v1/events").header("X-Internal-Api-Key", "manager-key");
    fails(&manager.send(), 404, "NOT_FOUND");
    // The management key reads every project, by its name.
    let named = first.anonymous().target("GET", &format!("/hub/{}/api/v1/events", first.project_id));
    assert_eq!(named.header("X-Internal-Api-Key", "manager-key").send().ok(200)["meta"]["total"], 1);
}

#[test]
fn every_answer_has_the_envelope() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (method, path, status, code) in [
        ("GET", "/hub", 404, "NOT_FOUND"),
        ("GET", "/hub/api/v1/nothing", 404, "NOT_FOUND"),
        ("DELETE", "/hub/api/v1/events", 404, "NOT_FOUND"),
        ("GET", "/hub/api/v1/events", 401, "UNAUTHORIZED"),
        ("POST", "/hub/api/v1/internal/delivery-sink/acme", 404, "NOT_FOUND"),
    ] {
        fails(&anonymous(&account, method, path), status, code);
    }
    let hub = Hub::of(&account);
    hub.source("globex", "token");
    let large = format!("{{\"a\":\"{}\"}}", "x".repeat(262_144));
    fails(&hub.provide("globex", &[("X-Globex-Token", "token")], &large), 413, "PAYLOAD_TOO_LARGE");
    let health = anonymous(&account, "GET", "/hub/api/v1/health").ok(200);
    assert_eq!((&health["success"], &health["data"]["status"]), (&json!(true), &json!("healthy")));
    for part in ["database", "queue", "cache"] {
        let part = &health["data"]["dependencies"][part];
        assert!(part["status"] == "up" && part["latencyMs"].is_u64(), "{part}");
    }
    let off = Daemon::with(&["--faces", "ingest"]);
    assert_eq!(anonymous(&off.api(), "GET", "/hub/api/v1/health").status, 404);
}

#[test]
fn integrations_tell_where_events_go() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hub = Hub::of(&account);
    let (acme, globex) = (hub.source("acme", "a"), hub.source("globex", "b"));
    account.webhook("https://example.com/acme", json!({"topics": ["acme.order.*"]}));
    account.webhook("https://example.com/all", json!({}));
    account.webhook("https://example.com/other", json!({"topics": ["order.*"]}));
    account.delete(&format!("/sources/{globex}")).ok(200);
    let list = hub.get("/integrations");
    let mut found: Vec<_> = list["data"].as_array().unwrap().clone();
    found.sort_by_key(|item| item["provider"].to_string());
    let wanted = json!({"id": acme, "provider": "acme", "name": "Acme", "active": true,
        "callbackUrls": ["https://example.com/acme", "https://example.com/all"], "createdAt": found[0]["createdAt"]});
    assert_eq!((found.len(), &found[0], &found[1]["active"]), (2, &wanted, &json!(false)));
    assert_eq!(hub.get("/integrations?activeOnly=true")["data"], json!([wanted]));
    assert_eq!(hub.get("/integrations?provider=acme")["data"], json!([wanted]));
}

#[test]
fn a_server_for_trying_out_has_providers_and_a_receiver() {
    let daemon = Daemon::bare(&["--dev"]);
    let api = daemon.api();
    let body = json!({"id": "1", "type": "order.created", "timestamp": "2026-01-15T10:30:00Z", "resource": {}});
    let send = |id: &str, fail: bool| {
        let mut body = body.clone();
        body["id"] = json!(id);
        body["resource"]["simulateFailure"] = json!(fail);
        let call = api.target("POST", "/hub/api/v1/webhooks/globex").header("X-Globex-Token", "globex-dev-token");
        call.json(body).send()
    };
    until("the providers are there", || (send("1", false).status == 202).then_some(()));
    for (path, body, status) in [
        ("acme", json!({}), 200),
        ("acme", json!({"simulateFailure": true}), 500),
        ("acme", json!({"data": {"simulateFailure": true}}), 500),
        ("globex", json!({"data": {"simulateFailure": false}}), 200),
    ] {
        let sink = api.target("POST", &format!("/hub/api/v1/internal/delivery-sink/{path}"));
        assert_eq!(sink.json(body).send().status, status);
    }
}
