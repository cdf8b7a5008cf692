//! Making, listing and revoking tokens.

use super::{SCOPES, ids, token, visitor};
use crate::support::{Daemon, NO_ID, in_millis, until};
use serde_json::{Value, json};

#[test]
fn the_object() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let body = json!({"name": " My Portal ", "scopes": ["webhooks:read"], "metadata": {"n": 1.5},
        "allowed_origins": ["https://App.test", "https://*.shop.test"], "tenant": "t1", "expires_in": 3600,
        "project_id": account.project_id, "unknown": 1});
    let made = token(&account, body);
    let whole = made["token"].as_str().unwrap();
    assert!(whole.starts_with("emb_") && whole.len() == 47, "{whole}");
    let data = &made["data"];
    for (name, value) in [
        ("prefix", json!(&whole[..12])),
        ("name", json!("My Portal")),
        ("status", json!("active")),
        ("scopes", json!(["webhooks:read"])),
        ("allowed_origins", json!(["https://app.test", "https://*.shop.test"])),
        ("metadata", json!({"n": 1.5})),
        ("tenant", json!("t1")),
    ] {
        assert_eq!(data[name], value, "{name}");
    }
    let at = |v: &Value| chrono::DateTime::parse_from_rfc3339(v.as_str().unwrap()).unwrap();
    let lasts = (at(&data["expires_at"]) - at(&data["inserted_at"])).num_seconds();
    assert!((3599..=3600).contains(&lasts), "{lasts}");
    let list = account.get("/embed/tokens").ok(200);
    assert_eq!(list, json!({"data": [data], "has_next": false, "next_cursor": null}));
    let bytes = std::fs::read(daemon.data_dir().join("jobcelis.db-wal")).unwrap_or_default();
    assert!(!bytes.windows(whole.len()).any(|window| window == whole.as_bytes()), "the token itself is not stored");
}

#[test]
fn what_is_not_given_has_a_default() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for body in [json!({}), json!([]), json!({"name": null, "scopes": null, "tenant": null, "expires_at": null})] {
        let data = account.post("/embed/tokens", body).ok(201)["data"].clone();
        assert_eq!((&data["name"], &data["scopes"]), (&json!("Default"), &json!(SCOPES)));
        assert_eq!((&data["allowed_origins"], &data["metadata"]), (&json!([]), &json!({})));
        assert_eq!((&data["tenant"], &data["expires_at"]), (&Value::Null, &Value::Null));
    }
}

#[test]
fn faults() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (field, value, error) in [
        ("name", json!("n".repeat(256)), "name must have at most 255 characters"),
        ("scopes", json!(["events:write"]), "scopes contains invalid scope(s)"),
        ("scopes", json!(["*"]), "scopes contains invalid scope(s)"),
        ("scopes", json!("webhooks:read"), "scopes must be an array of strings"),
        ("allowed_origins", json!(["app.test"]), "app.test is not an origin such as https://app.example.com"),
        ("metadata", json!("x"), "metadata must be an object"),
        ("tenant", json!(""), "tenant must have 1 to 128 characters"),
        ("expires_at", json!("soon"), "expires_at must be a time as in RFC 3339"),
        ("expires_at", json!("2020-01-01T00:00:00Z"), "expires_at must be in the future"),
        ("expires_in", json!(0), "expires_in must be between 1 and 3162240000"),
    ] {
        account.post("/embed/tokens", json!({field: value})).fails(422, error).invalid(field);
    }
    account.post("/embed/tokens", json!({"project_id": NO_ID})).fails(403, "Access denied");
    assert_eq!(ids(&account, "/embed/tokens"), [""; 0]);
}

#[test]
fn a_revoked_token_ends_at_once() {
    let daemon = Daemon::shared();
    let (account, stranger) = (daemon.register(), daemon.register());
    let made = token(&account, json!({}));
    let (id, holder) = (made["data"]["id"].as_str().unwrap(), account.with(made["token"].as_str().unwrap()));
    holder.get("/embed/session").ok(200);
    stranger.delete(&format!("/embed/tokens/{id}")).fails(404, "Embed token not found");
    account.delete(&format!("/embed/tokens/{NO_ID}")).fails(404, "Embed token not found");
    holder.get("/embed/session").ok(200);
    assert_eq!(account.delete(&format!("/embed/tokens/{id}")).ok(200), json!({"status": "revoked"}));
    holder.get("/embed/session").fails(401, "Invalid or expired embed token");
    assert_eq!(account.delete(&format!("/embed/tokens/{id}")).ok(200), json!({"status": "revoked"}));
    assert_eq!(ids(&account, "/embed/tokens"), [""; 0]);
    let all = account.get("/embed/tokens?include=inactive").ok(200);
    assert_eq!((&all["data"][0]["id"], &all["data"][0]["status"]), (&json!(id), &json!("revoked")));
    assert_eq!(ids(&stranger, "/embed/tokens?include=inactive"), [""; 0]);
}

#[test]
fn a_token_ends_in_time_and_with_its_project_and_owner() {
    let daemon = Daemon::start();
    let account = daemon.register();
    let short = visitor(&account, json!({"expires_at": in_millis(1500)}));
    short.get("/embed/session").ok(200);
    until("it has expired", || (short.get("/embed/session").status == 401).then_some(()));
    assert_eq!(ids(&account, "/embed/tokens"), [""; 0]);
    assert_eq!(account.get("/embed/tokens?include=inactive").ok(200)["data"][0]["status"], "expired");
    let second = account.user().post("/projects", json!({"name": "Two"})).ok(201);
    let made = account.with(second["api_key"].as_str().unwrap()).post("/embed/tokens", json!({})).ok(201);
    let holder = account.with(made["token"].as_str().unwrap());
    holder.get("/embed/session").ok(200);
    account.user().delete(&format!("/projects/{}", second["id"].as_str().unwrap())).ok(200);
    holder.get("/embed/session").fails(401, "Invalid or expired embed token");
    let long = visitor(&account, json!({}));
    let sql =
        format!("UPDATE users SET deactivated_at = 1 WHERE hex(id) = upper('{}')", account.user_id.replace('-', ""));
    assert_eq!(daemon.database().execute(&sql, []).unwrap(), 1);
    long.get("/embed/session").fails(401, "Invalid or expired embed token");
}
