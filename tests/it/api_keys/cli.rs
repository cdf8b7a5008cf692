//! Keys on the command line.

use super::holder;
use crate::support::{Account, Daemon, Output, PASSWORD};
use serde_json::{Value, json};

fn run(account: &Account, args: &[&str]) -> Output {
    account.cli([&["api-keys"], args].concat()).env("JOBCELIS_TOKEN", &account.token).run()
}

#[track_caller]
fn json_of(account: &Account, args: &[&str]) -> Value {
    run(account, args).json()
}

#[test]
fn keys_from_beginning_to_end() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let new = [
        "create",
        "--description",
        "CI",
        "--scopes",
        "events:write,events:read",
        "--permissions",
        "a,b",
        "--tenants",
        "t1",
        "--allowed-ips",
        "127.0.0.0/8",
    ];
    let made = json_of(&account, &new);
    assert_eq!((&made["description"], &made["scopes"]), (&json!("CI"), &json!(["events:write", "events:read"])));
    assert_eq!((&made["permissions"], &made["tenants"]), (&json!(["a", "b"]), &json!(["t1"])));
    let id = made["id"].as_str().unwrap();
    holder(&account, &made).get("/events").ok(200);
    let update = ["update", id, "--scopes", "events:read", "--tenants", ""];
    let changed = json_of(&account, &update);
    assert_eq!((&changed["scopes"], &changed["tenants"]), (&json!(["events:read"]), &json!([])));
    assert_eq!(json_of(&account, &["list"])["api_keys"][0]["id"], id);
    assert_eq!(json_of(&account, &["disable", id])["status"], "disabled");
    holder(&account, &made).get("/events").fails(401, "Invalid API key");
    assert_eq!(json_of(&account, &["enable", id])["status"], "active");
    assert_eq!(json_of(&account, &["reveal", id, "--password", PASSWORD])["secret"], made["secret"]);
    let next = json_of(&account, &["rotate", id]);
    assert_ne!(next["secret"], made["secret"]);
    holder(&account, &made).get("/events").fails(401, "Invalid API key");
    holder(&account, &next).get("/events").ok(200);
    assert_eq!(json_of(&account, &["delete", id]), json!({"status": "deleted"}));
    holder(&account, &next).get("/events").fails(401, "Invalid API key");
    assert_eq!(run(&account, &["update", id]).code, Some(2));
}
