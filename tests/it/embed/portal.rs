//! What a token opens: the credential, its scopes and pages, and the routes behind.

use super::{SCOPES, hook, ids, token, visitor};
use crate::support::{Answer, Api, Daemon, NO_ID, PASSWORD, Receiver, jobcelis_signature};
use serde_json::{Value, json};

#[test]
fn a_token_stands_in_three_places() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = token(&account, json!({"name": "n"}));
    let whole = made["token"].as_str().unwrap();
    let session = json!({"data": {"scopes": SCOPES, "name": "n", "expires_at": null, "locale": "en"}});
    let anyone = account.anonymous();
    let call = || anyone.call("GET", "/embed/session");
    assert_eq!(call().header("Authorization", &format!("Bearer {whole}")).send().ok(200), session);
    assert_eq!(call().header("X-Embed-Token", whole).send().ok(200), session);
    assert_eq!(anyone.get(&format!("/embed/session?token={whole}")).ok(200), session);
    let beside = call().header("Authorization", "Bearer something").header("X-Embed-Token", whole);
    assert_eq!(beside.send().ok(200), session);
    for bad in ["", "emb_x", &whole[..46], &account.key, &account.token] {
        call().header("X-Embed-Token", bad).send().fails(401, "Invalid or expired embed token");
    }
    call().send().fails(401, "Invalid or expired embed token");
    account.with(&account.key).get("/embed/webhooks").fails(401, "Invalid or expired embed token");
    // And it opens nothing else.
    let holder = account.with(whole);
    for path in ["/webhooks", "/events", "/embed/tokens", "/token"] {
        holder.get(path).fails(401, "Invalid API key");
    }
    holder.get("/me").fails(401, "Unauthorized");
}

/// Method, path, the scope it asks for.
const ROUTES: [(&str, &str, &str); 8] = [
    ("GET", "/embed/webhooks", "webhooks:read"),
    ("GET", "/embed/webhooks/{id}", "webhooks:read"),
    ("POST", "/embed/webhooks", "webhooks:write"),
    ("PATCH", "/embed/webhooks/{id}", "webhooks:write"),
    ("DELETE", "/embed/webhooks/{id}", "webhooks:write"),
    ("POST", "/embed/webhooks/{id}/test", "webhooks:write"),
    ("GET", "/embed/deliveries", "deliveries:read"),
    ("POST", "/embed/deliveries/{id}/retry", "deliveries:retry"),
];

#[test]
fn every_scope_on_every_route() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for scope in SCOPES {
        let holder = visitor(&account, json!({"scopes": [scope]}));
        assert_eq!(holder.get("/embed/session").ok(200)["data"]["scopes"], json!([scope]));
        for (method, path, wanted) in ROUTES {
            let reply = holder.call(method, &path.replace("{id}", NO_ID)).json(json!({})).send();
            if scope == wanted {
                assert!(![401, 403].contains(&reply.status), "{scope}: {method} {path}: {}", reply.text);
            } else {
                reply.fails(403, &format!("Insufficient scope: {wanted}"));
            }
        }
    }
}

#[test]
fn only_the_pages_that_are_listed() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let bound = visitor(&account, json!({"allowed_origins": ["https://app.test", "https://*.shop.test"]}));
    let from = |api: &Api, origin: &str| api.call("GET", "/embed/webhooks").header("Origin", origin).send();
    for origin in ["https://app.test", "https://a.shop.test"] {
        let reply = from(&bound, origin);
        assert_eq!(reply.header("access-control-allow-origin"), Some("*"));
        reply.ok(200);
    }
    for origin in ["https://evil.test", "http://app.test", "https://shop.test", "null", "https://app.test.evil.test"] {
        from(&bound, origin).fails(403, "Origin not allowed");
    }
    bound.get("/embed/webhooks").ok(200);
    from(&visitor(&account, json!({})), "https://any.test").ok(200);
    // What a browser asks before, it asks without the token.
    let asked = account.anonymous().call("OPTIONS", "/embed/webhooks").header("Origin", "https://app.test");
    let asked = asked.header("Access-Control-Request-Headers", "x-embed-token").send();
    assert!(asked.header("access-control-allow-headers").is_some_and(|allowed| allowed.contains("X-Embed-Token")));
}

#[test]
fn webhooks_are_made_changed_and_deleted() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let holder = visitor(&account, json!({}));
    let body = json!({"url": receiver.url("/in"), "topics": ["order.*"], "secret": "of-the-visitor", "name": "n",
        "headers": {"X-A": "b"}, "status": "inactive"});
    let made = holder.post("/embed/webhooks", body).ok(201);
    let (hook, id) = (&made["data"], made["data"]["id"].as_str().unwrap());
    let names: Vec<&str> = hook.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["id", "url", "status", "topics", "circuit_state", "inserted_at", "updated_at"]);
    assert_eq!((&hook["status"], &hook["circuit_state"]), (&json!("active"), &json!("closed")));
    let whole = account.get(&format!("/webhooks/{id}")).ok(200);
    assert_eq!((&whole["name"], &whole["headers"]), (&Value::Null, &json!({})), "only some fields may be set");
    assert_eq!(holder.get(&format!("/embed/webhooks/{id}")).ok(200), made);
    let list = holder.get("/embed/webhooks").ok(200);
    assert_eq!(list, json!({"data": [hook], "has_next": false, "next_cursor": null}));
    // Signed with the visitor's secret.
    account.settled(&account.event("order.created", json!({"a": 1})));
    let hit = receiver.wait_for("/in", 1).remove(0);
    assert_eq!(hit.header("x-signature"), Some(jobcelis_signature("of-the-visitor", &hit.body).as_str()));
    let path = format!("/embed/webhooks/{id}");
    let changed = holder.patch(&path, json!({"topics": [], "name": "x", "rate_limit": {"max_per_second": 1}})).ok(200);
    assert_eq!((&changed["data"]["topics"], &changed["data"]["status"]), (&json!([]), &json!("active")));
    assert_eq!(account.get(&format!("/webhooks/{id}")).ok(200)["rate_limit"], json!({}));
    assert_eq!(holder.patch(&path, json!({"status": "inactive"})).ok(200)["data"]["status"], "inactive");
    assert_eq!((ids(&holder, "/embed/webhooks").len(), ids(&holder, "/embed/webhooks?include=inactive").len()), (0, 1));
    assert_eq!(holder.patch(&path, json!({"status": "active"})).ok(200)["data"]["status"], "active");
    let tested = holder.post(&format!("{path}/test"), json!({})).ok(200);
    assert_eq!((&tested["success"], &tested["status"]), (&json!(true), &json!(200)));
    assert_eq!(holder.delete(&path).ok(200), json!({"status": "deleted"}));
    assert_eq!(account.get(&format!("/webhooks/{id}")).ok(200)["status"], "inactive");
    holder.post("/embed/webhooks", json!({})).fails(400, "Missing required field: url");
    holder.post("/embed/webhooks", json!({"url": "ftp://a.test"})).invalid("url");
    holder.patch(&path, json!({"topics": 5})).invalid("topics");
    for (method, path) in [("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/test")] {
        let reply = holder.call(method, &format!("/embed/webhooks/{NO_ID}{path}")).json(json!({})).send();
        reply.fails(404, "Webhook not found");
    }
}

#[test]
fn deliveries_are_listed_and_sent_again() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let holder = visitor(&account, json!({}));
    receiver.script("/bad", [Answer::status(404), Answer::status(200)]);
    let (good, bad) = (hook(&holder, &receiver.url("/good")), hook(&holder, &receiver.url("/bad")));
    let event = account.event("order.created", json!({"secret": "payload"}));
    let done = || account.deliveries(&event).iter().all(|d| d["status"] != "pending");
    crate::support::until("both are attempted", || done().then_some(()));
    let page = holder.get("/embed/deliveries");
    assert!(!page.text.contains("payload") && !page.text.contains("whsec_"), "{}", page.text);
    let list = page.ok(200)["data"].as_array().unwrap().clone();
    assert_eq!(list.len(), 2);
    let names: Vec<&str> = list[0].as_object().unwrap().keys().map(String::as_str).collect();
    let wanted = [
        "id",
        "status",
        "attempt_number",
        "response_status",
        "response_latency_ms",
        "webhook_id",
        "event_id",
        "inserted_at",
        "topic",
    ];
    assert_eq!(names, wanted);
    let of = |path: &str| ids(&holder, path);
    let (failed, succeeded) = (of("/embed/deliveries?status=failed"), of("/embed/deliveries?status=success"));
    assert_eq!(failed, of(&format!("/embed/deliveries?webhook_id={bad}")));
    assert_eq!(succeeded, of(&format!("/embed/deliveries?webhook_id={good}")));
    let first = holder.get("/embed/deliveries?limit=1").ok(200);
    let next = first["next_cursor"].as_str().unwrap();
    assert_eq!(of(&format!("/embed/deliveries?limit=x&cursor={next}")).len(), 1);
    let retried = holder.post(&format!("/embed/deliveries/{}/retry", failed[0]), json!({})).ok(200);
    assert_eq!(retried, json!({"status": "retry_queued"}));
    receiver.wait_for("/bad", 2);
    holder.post(&format!("/embed/deliveries/{NO_ID}/retry"), json!({})).fails(404, "Delivery not found");
    holder.get("/embed/deliveries?status=odd").invalid("status");
}

#[test]
fn a_held_project_sends_nothing_again() {
    let daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let holder = visitor(&account, json!({}));
    receiver.script("/in", [Answer::status(404)]);
    let id = hook(&holder, &receiver.url("/in"));
    let delivery = account.settled(&account.event("t", json!({})))["id"].as_str().unwrap().to_owned();
    account.user().post("/me/restrict", json!({"password": PASSWORD})).ok(200);
    holder.post(&format!("/embed/deliveries/{delivery}/retry"), json!({})).fails(403, "Processing restricted");
    holder.post(&format!("/embed/webhooks/{id}/test"), json!({})).fails(403, "Processing restricted");
    holder.get("/embed/webhooks").ok(200);
}
