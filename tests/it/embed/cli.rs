//! Embed tokens on the command line.

use crate::support::{Account, Daemon, Output};
use serde_json::{Value, json};

fn run(account: &Account, args: &[&str]) -> Output {
    account.cli([&["embed"], args].concat()).run()
}

#[track_caller]
fn json_of(account: &Account, args: &[&str]) -> Value {
    run(account, args).json()
}

#[test]
fn tokens_from_beginning_to_end() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let args = [
        "tokens",
        "create",
        "--name",
        "Shop",
        "--tenant",
        "t1",
        "--scopes",
        "webhooks:read,deliveries:read",
        "--origins",
        "https://a.test,https://*.b.test",
        "--metadata",
        "{\"n\":1}",
        "--expires-in",
        "1h",
    ];
    let output = run(&account, &args);
    assert!(output.stderr.is_empty(), "{}", output.stderr);
    let made = output.json();
    let (data, token) = (&made["data"], made["token"].as_str().unwrap());
    assert_eq!((&data["tenant"], &data["scopes"]), (&json!("t1"), &json!(["webhooks:read", "deliveries:read"])));
    assert_eq!(
        (&data["allowed_origins"], &data["metadata"]),
        (&json!(["https://a.test", "https://*.b.test"]), &json!({"n": 1}))
    );
    account.with(token).get("/embed/session").ok(200);
    assert_eq!(json_of(&account, &["tokens", "list"])["data"], json!([data]));
    let snippet = run(&account, &["snippet", token, "--locale", "es"]).stdout;
    let script = format!("<script src=\"http://{}/embed.js\"></script>", account.address());
    assert!(snippet.contains(&script) && snippet.contains(token) && snippet.contains("\"locale\":\"es\""), "{snippet}");
    assert!(!run(&account, &["snippet", "</script><b>"]).stdout.contains("</script><b>"));
    let id = data["id"].as_str().unwrap();
    assert_eq!(json_of(&account, &["tokens", "revoke", id]), json!({"status": "revoked"}));
    assert_eq!(json_of(&account, &["tokens", "list"])["data"], json!([]));
    assert_eq!(json_of(&account, &["tokens", "list", "--include-inactive"])["data"][0]["status"], "revoked");
    assert_eq!(run(&account, &["tokens", "create", "--expires-in", "soon"]).code, Some(2));
}

#[test]
fn a_token_for_everything_is_warned_of() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let output = run(&account, &["tokens", "create"]);
    assert_eq!(output.code, Some(0));
    assert!(output.stderr.contains("--tenant"), "{}", output.stderr);
}

#[test]
fn scripts_of_the_official_client_go_on() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let output = run(&account, &["tokens-create", "--name", "Old", "--scopes", "webhooks:read"]);
    let (first, rest) = output.stdout.split_once('\n').expect("two parts");
    let token = first.strip_prefix("Token: ").expect("the token comes first");
    account.with(token).get("/embed/session").ok(200);
    let data: Value = serde_json::from_str(rest).expect("then the object");
    assert_eq!((&data["name"], &data["scopes"]), (&json!("Old"), &json!(["webhooks:read"])));
    assert_eq!(json_of(&account, &["tokens-list"]), json!([data]));
    assert_eq!(json_of(&account, &["tokens-revoke", data["id"].as_str().unwrap()]), json!({"status": "revoked"}));
}
