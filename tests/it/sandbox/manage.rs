//! Making, listing, renaming and deleting endpoints.

use super::{endpoint, kept, place};
use crate::support::{Daemon, NO_ID};
use serde_json::{Value, json};

/// The slug without its random end, which is eight characters of a-z and 0-9.
fn stem(made: &Value) -> String {
    let (stem, tail) = made["slug"].as_str().unwrap().rsplit_once('-').expect("two parts");
    assert!(tail.len() == 8 && tail.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{tail}");
    stem.to_owned()
}

fn seconds(from: &Value, to: &Value) -> i64 {
    let at = |v: &Value| chrono::DateTime::parse_from_rfc3339(v.as_str().unwrap()).unwrap();
    (at(to) - at(from)).num_seconds()
}

#[test]
fn the_object() {
    let daemon = Daemon::with(&["--public-url", "https://hooks.example.org/"]);
    let account = daemon.register();
    let made = endpoint(&account, json!({"name": " Test Endpoint ", "unknown": 1}));
    assert_eq!(stem(&made), "test-endpoint");
    let slug = made["slug"].as_str().unwrap();
    for (name, value) in [
        ("name", json!("Test Endpoint")),
        ("url", json!(format!("/sandbox/{slug}"))),
        ("full_url", json!(format!("https://hooks.example.org/sandbox/{slug}"))),
        ("requests_count", json!(0)),
    ] {
        assert_eq!(made[name], value, "{name}");
    }
    assert_eq!(made.as_object().unwrap().len(), 8);
    assert_eq!(seconds(&made["inserted_at"], &made["expires_at"]), 168 * 3600);
    let list = account.get("/sandbox-endpoints").ok(200);
    assert_eq!(list, json!({"data": [made], "has_next": false, "next_cursor": null}));
}

#[test]
fn what_is_not_given_has_a_default() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for body in [json!({}), json!({"name": ""}), json!({"name": null, "ttl_hours": null}), json!([])] {
        let made = account.post("/sandbox-endpoints", body).ok(201);
        assert_eq!(stem(&made), "sandbox");
        assert_eq!(made["name"], format!("Sandbox {}", made["slug"].as_str().unwrap()));
    }
    for hours in [1, 720] {
        let made = endpoint(&account, json!({"ttl_hours": hours}));
        assert_eq!(seconds(&made["inserted_at"], &made["expires_at"]), hours * 3600);
    }
}

#[test]
fn faults() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (id, _) = place(&account);
    for (field, value, error) in [
        ("name", json!("n".repeat(256)), "name must have at most 255 characters"),
        ("name", json!(5), "name must be a string"),
        ("name", json!("a\nb"), "name must not contain control characters"),
        ("ttl_hours", json!(0), "ttl_hours must be between 1 and 720"),
        ("ttl_hours", json!(721), "ttl_hours must be between 1 and 720"),
        ("ttl_hours", json!("1"), "ttl_hours must be an integer"),
    ] {
        account.post("/sandbox-endpoints", json!({field: value})).fails(422, error).invalid(field);
        if field == "name" {
            account.patch(&format!("/sandbox-endpoints/{id}"), json!({field: value})).fails(422, error).invalid(field);
        }
    }
    for id in [NO_ID, "x", "%00"] {
        let path = format!("/sandbox-endpoints/{id}");
        account.patch(&path, json!({"name": "x"})).fails(404, "Sandbox endpoint not found");
        account.delete(&path).fails(404, "Sandbox endpoint not found");
        account.get(&format!("{path}/requests")).fails(404, "Sandbox endpoint not found");
    }
}

#[test]
fn renaming_leaves_the_address() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = endpoint(&account, json!({"name": "one"}));
    let path = format!("/sandbox-endpoints/{}", made["id"].as_str().unwrap());
    account.target("GET", made["url"].as_str().unwrap()).send().ok(200);
    let mut renamed = made.clone();
    renamed["name"] = json!("two");
    renamed["requests_count"] = json!(1);
    assert_eq!(account.patch(&path, json!({"name": " two ", "slug": "mine", "ttl_hours": 720})).ok(200), renamed);
    assert_eq!(account.patch(&path, json!({})).ok(200), renamed);
    assert_eq!(account.get("/sandbox-endpoints").ok(200)["data"], json!([renamed]));
}

#[test]
fn lists_are_paged_on_request() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made: Vec<Value> = (0..3).map(|n| endpoint(&account, json!({"name": format!("e{n}")}))["id"].clone()).collect();
    let first = account.get("/sandbox-endpoints?limit=2").ok(200);
    let ids = |list: &Value| list["data"].as_array().unwrap().iter().map(|e| e["id"].clone()).collect::<Vec<_>>();
    assert_eq!((ids(&first), &first["has_next"]), (vec![made[2].clone(), made[1].clone()], &json!(true)));
    let cursor = first["next_cursor"].as_str().unwrap();
    let rest = account.get(&format!("/sandbox-endpoints?cursor={cursor}")).ok(200);
    assert_eq!((ids(&rest), &rest["has_next"]), (vec![made[0].clone()], &json!(false)));
    account.get("/sandbox-endpoints?cursor=x").fails(400, "Invalid cursor");
}

#[test]
fn a_project_has_fifty_at_most() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let mut last = String::new();
    for _ in 0..50 {
        last = place(&account).0;
    }
    account.post("/sandbox-endpoints", json!({})).fails(422, "Limit reached: 50 sandbox endpoints");
    account.delete(&format!("/sandbox-endpoints/{last}")).ok(200);
    place(&account);
    place(&daemon.register());
}

#[test]
fn deleting_erases_what_was_kept() {
    let daemon = Daemon::start();
    let account = daemon.register();
    let ((id, path), (other, _)) = (place(&account), place(&account));
    for n in 0..40 {
        account.target("POST", &path).raw("", format!("body {n}")).send().ok(200);
    }
    let one = format!("/sandbox-endpoints/{id}");
    assert_eq!(account.delete(&one).ok(200), json!({"status": "deleted"}));
    account.delete(&one).fails(404, "Sandbox endpoint not found");
    account.target("POST", &path).send().fails(404, "Sandbox endpoint not found");
    let left = account.get("/sandbox-endpoints?include=expired").ok(200);
    assert_eq!(left["data"].as_array().map(|list| list.len()), Some(1));
    assert_eq!(left["data"][0]["id"], other);
    assert_eq!(kept(&account, &other), [Value::Null; 0]);
    let count = |table: &str| -> i64 {
        daemon.database().query_row(&format!("SELECT COUNT(*) FROM {table}"), [], |row| row.get(0)).unwrap()
    };
    assert_eq!((count("sandbox_requests"), count("sandbox_endpoints")), (0, 1));
}
