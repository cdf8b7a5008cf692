//! Sources: making, changing and ending them, natively and on the command line.

use crate::support::{Account, Daemon};
use serde_json::{Value, json};

#[test]
fn a_source_of_a_preset_is_whole() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = account.post("/sources", json!({"preset": "acme"})).ok(201);
    let secret = made["secret"].as_str().unwrap();
    assert!(secret.starts_with("whsec_"));
    let id = made["id"].as_str().unwrap();
    let base = format!("/hub/{}/api/v1/webhooks/acme", account.project_id);
    let url = made["url"].as_str().unwrap();
    assert!(url.ends_with(&base), "{url}");
    let wanted = json!({"id": id, "name": "Acme", "provider": "acme", "slug": "acme", "status": "active", "preset": "acme",
        "verification": {"type": "hmac", "header": "x-acme-signature", "algorithm": "sha256", "encoding": "hex",
            "prefix": null, "signed": "body"},
        "mapping": {"event_id": "eventId", "type": "eventType", "occurred_at": "occurredAt", "subject": "subject",
            "data": "data"},
        "topic_prefix": "acme.", "url": url, "has_secret": true, "received": 0, "rejected": 0,
        "last_received_at": null, "inserted_at": made["inserted_at"], "updated_at": made["updated_at"]});
    assert_eq!(account.get(&format!("/sources/{id}")).ok(200), wanted, "the secret is shown once");
    let list = account.get("/sources").ok(200);
    assert_eq!((&list["sources"], &list["has_next"]), (&json!([wanted]), &json!(false)));
    let given = account.post("/sources", json!({"preset": "github", "secret": "mine"})).ok(201);
    assert_eq!(given["secret"], "mine");
}

#[test]
fn presets_are_listed() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let list = account.get("/sources/presets").ok(200);
    let names: Vec<_> = list["presets"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect();
    let wanted = [
        "acme",
        "globex",
        "github",
        "stripe",
        "shopify",
        "slack",
        "gitlab",
        "standard-webhooks",
        "jobcelis",
        "generic-hmac",
        "generic-token",
    ];
    assert_eq!(names, wanted);
    for name in wanted {
        account.post("/sources", json!({"preset": name})).ok(201);
    }
}

#[test]
fn what_cannot_be_a_source_is_refused() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.post("/sources", json!({})).fails(400, "Missing required field: slug");
    account.post("/sources", json!({"slug": "a"})).fails(400, "Missing required field: verification");
    for (body, field) in [
        (json!({"slug": "A", "preset": "acme"}), "slug"),
        (json!({"slug": "x".repeat(65), "preset": "acme"}), "slug"),
        (json!({"preset": "nobody"}), "preset"),
        (json!({"slug": "a", "verification": {"type": "none"}}), "verification"),
        (json!({"slug": "a", "verification": {"type": "hmac"}}), "verification"),
        (json!({"preset": "acme", "mapping": {"type": 5}}), "mapping"),
        (json!({"preset": "acme", "secret": "x".repeat(257)}), "secret"),
    ] {
        account.post("/sources", body).invalid(field);
    }
    account.post("/sources", json!({"preset": "acme"})).ok(201);
    account.post("/sources", json!({"preset": "globex", "slug": "acme"})).invalid("slug");
}

#[test]
fn changes_hold_at_once() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made =
        account.post("/sources", json!({"slug": "shop", "verification": {"type": "none"}, "allow_unverified": true}));
    let made = made.ok(201);
    assert_eq!((&made["has_secret"], made.get("secret")), (&json!(false), None));
    let path = format!("/sources/{}", made["id"].as_str().unwrap());
    let send = |slug: &str| {
        let target = format!("/hub/{}/api/v1/webhooks/{slug}", account.project_id);
        account.anonymous().target("POST", &target).json(json!({"type": "t", "n": slug})).send().status
    };
    assert_eq!((send("shop"), send("store")), (202, 404));
    let moved = account.patch(&path, json!({"slug": "store", "topic_prefix": "s."})).ok(200);
    assert_eq!((&moved["slug"], &moved["topic_prefix"]), (&json!("store"), &json!("s.")));
    assert_eq!((send("shop"), send("store")), (404, 202));
    assert_eq!(account.get("/events?topic=s.t").ok(200)["events"].as_array().unwrap().len(), 1);
    let closed = account.patch(&path, json!({"verification": {"type": "token", "header": "X-T"}})).ok(200);
    assert!(closed["secret"].is_string(), "one is made where it is needed: {closed}");
    assert_eq!(send("store"), 401);
    let rotated = account.post(&format!("{path}/rotate-secret"), json!({})).ok(200);
    assert_ne!(rotated["secret"], closed["secret"]);
    account.patch(&path, json!({"status": "inactive"})).ok(200);
    assert_eq!(send("store"), 404);
    assert_eq!(account.get("/sources").ok(200)["sources"], json!([]));
    assert_eq!(account.get("/sources?include=inactive").ok(200)["sources"].as_array().unwrap().len(), 1);
    account.post("/sources", json!({"preset": "acme", "slug": "store"})).ok(201);
    account.patch(&path, json!({"status": "active"})).invalid("slug");
    assert_eq!(account.delete(&path).ok(200), json!({"status": "inactive"}));
}

fn run(account: &Account, args: &[&str]) -> Value {
    account.cli([&["sources"], args, &["-o", "json"]].concat()).run().json()
}

#[test]
fn the_command_line_knows_them() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    assert_eq!(run(&account, &["presets"])["presets"].as_array().unwrap().len(), 11);
    for preset in ["acme", "globex", "github", "stripe", "shopify", "slack", "gitlab", "standard-webhooks", "jobcelis"]
    {
        let made = run(&account, &["create", "--preset", preset]);
        let (id, secret) = (made["id"].as_str().unwrap(), made["secret"].as_str().unwrap());
        let tried = run(&account, &["test", id, "--secret", secret, "--type", "order.created"]);
        assert_eq!((&tried["success"], &tried["data"]["status"]), (&json!(true), &json!("pending")), "{preset}");
        assert_eq!(run(&account, &["get", id])["received"], 1, "{preset}");
    }
    let slack = run(&account, &["list"])["sources"].as_array().unwrap().len();
    assert_eq!(slack, 9);
    let way = r#"{"type":"basic","username":"hook"}"#;
    let own = run(&account, &["create", "--slug", "own", "--verification", way, "--secret", "s", "--name", "Own"]);
    let id = own["id"].as_str().unwrap();
    assert_eq!(run(&account, &["update", id, "--topic-prefix", "o.", "--disable"])["status"], "inactive");
    assert_eq!(run(&account, &["update", id, "--enable"])["status"], "active");
    assert_ne!(run(&account, &["rotate-secret", id])["secret"], "s");
    assert_eq!(run(&account, &["rejections", id])["rejections"], json!([]));
    assert_eq!(run(&account, &["delete", id])["status"], "inactive");
}
