//! Address lists of the key and of the project: both must hold, forged headers change nothing.

use crate::support::{Account, Daemon, Reply};
use serde_json::{Value, json};

fn from(account: &Account, forwarded: &str) -> Reply {
    account.call("GET", "/project").header("X-Forwarded-For", forwarded).send()
}

fn allow_key(account: &Account, list: Value) {
    account.user().patch("/token", json!({ "allowed_ips": list })).ok(200);
}

fn allow_project(account: &Account, list: Value) {
    account.user().patch("/project", json!({"settings": {"allowed_ips": list}})).ok(200);
}

#[test]
fn the_list_of_the_key() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (list, allowed) in [
        (json!(["203.0.113.9"]), false),
        (json!(["127.0.0.1"]), true),
        (json!(["10.0.0.0/8", "127.0.0.0/8"]), true),
        (json!(["::ffff:127.0.0.1"]), true),
        (json!(["::1"]), false),
        (json!(["0.0.0.0/0"]), true),
        (json!([]), true),
    ] {
        allow_key(&account, list.clone());
        let reply = account.get("/project");
        if allowed {
            assert_eq!(reply.status, 200, "{list}: {}", reply.text);
        } else {
            reply.fails(403, "IP not allowed");
        }
    }
}

#[test]
fn forged_origins_change_nothing() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    allow_key(&account, json!(["203.0.113.9"]));
    for header in ["203.0.113.9", "203.0.113.9, 127.0.0.1", "127.0.0.1, 203.0.113.9"] {
        from(&account, header).fails(403, "IP not allowed");
    }
    for name in ["X-Real-IP", "Forwarded", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP"] {
        let reply = account.call("GET", "/project").header(name, "203.0.113.9").send();
        reply.fails(403, "IP not allowed");
    }
}

#[test]
fn a_trusted_proxy_is_believed() {
    let daemon = Daemon::with(&["--trusted-proxies", "127.0.0.0/8,192.0.2.0/24"]);
    let account = daemon.register();
    allow_key(&account, json!(["203.0.113.9", "2001:db8::/32"]));
    for (header, allowed) in [
        ("203.0.113.9", true),
        ("198.51.100.1, 203.0.113.9", true),
        ("203.0.113.9, 198.51.100.1", false),
        ("203.0.113.9, 192.0.2.7", true),
        ("203.0.113.9:4711", true),
        ("::ffff:203.0.113.9", true),
        ("2001:db8::5", true),
        ("[2001:db8::5]:443", true),
        ("198.51.100.1", false),
        ("garbage", false),
    ] {
        let reply = from(&account, header);
        let expected = if allowed { 200 } else { 403 };
        assert_eq!(reply.status, expected, "{header}: {}", reply.text);
    }
    assert_eq!(account.get("/project").status, 403, "without a header the proxy itself is the client");
}

#[test]
fn both_lists_must_hold() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    allow_project(&account, json!(["203.0.113.9"]));
    account.get("/project").fails(403, "IP not allowed");
    allow_key(&account, json!(["127.0.0.1"]));
    account.get("/project").fails(403, "IP not allowed");
    allow_project(&account, json!(["127.0.0.0/8"]));
    account.get("/project").ok(200);
    allow_key(&account, json!(["203.0.113.9"]));
    account.get("/project").fails(403, "IP not allowed");
}

#[test]
fn users_are_not_bound_by_the_lists() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    allow_key(&account, json!(["203.0.113.9"]));
    allow_project(&account, json!(["203.0.113.9"]));
    account.user().get("/project").ok(200);
    account.user().post("/events", json!({})).ok(202);
}

#[test]
fn the_address_is_judged_after_the_key_and_before_the_scope() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.user().patch("/token", json!({"scopes": ["audit:read"], "allowed_ips": ["203.0.113.9"]})).ok(200);
    account.get("/events").fails(403, "IP not allowed");
    account.with("jc_live_unknown").get("/events").fails(401, "Invalid API key");
    account.get("/nowhere").fails(404, "Not found");
}

#[test]
fn bad_lists_of_a_project() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for list in [json!(["nonsense"]), json!("10.0.0.1"), json!([5]), json!(["10.0.0.0/40"])] {
        let reply = account.patch("/project", json!({"settings": {"allowed_ips": list}}));
        assert_eq!(reply.status, 422, "{list}: {}", reply.text);
        reply.error_shape();
    }
    assert_eq!(account.get("/project").ok(200)["settings"], json!({}));
}
