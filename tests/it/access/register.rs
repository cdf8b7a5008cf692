//! Registration: what it returns, what it refuses and the switch that closes it.

use crate::support::{Daemon, PASSWORD, Reply, unique};
use serde_json::{Value, json};

fn register(daemon: &Daemon, body: Value) -> Reply {
    daemon.api().post("/auth/register", body)
}

fn email() -> String {
    format!("{}@example.org", unique("u"))
}

#[test]
fn the_answer_opens_everything() {
    let daemon = Daemon::shared();
    let email = email();
    let body = json!({"email": email, "password": PASSWORD, "name": "  Ana  ", "plan": "pro", "remember": true});
    let answer = register(&daemon, body).ok(201);
    let user = &answer["user"];
    assert_eq!(user["email"], email);
    assert_eq!(user["name"], "Ana");
    assert_eq!(user["role"], "user");
    assert_eq!(user["email_verified"], false);
    let text = |name: &str| answer[name].as_str().unwrap_or_else(|| panic!("{name} is missing"));
    let key = text("api_key");
    let random = key.strip_prefix("jc_live_").expect("the prefix of keys");
    assert_eq!(random.len(), 43);
    assert!(random.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'), "{key}");
    assert_eq!(text("refresh_token").strip_prefix("jcr_").map(str::len), Some(43));
    assert!(text("expires_at").ends_with('Z'));

    let with_key = daemon.api().with(key);
    let token = with_key.get("/token").ok(200);
    assert_eq!(token["prefix"], key[..12]);
    assert_eq!((&token["name"], &token["scopes"]), (&json!("Default"), &json!(["*"])));
    let project = with_key.get("/project").ok(200);
    assert_eq!(project["id"], answer["project_id"]);
    assert_eq!(project["name"], "My Project");
    let user = daemon.api().with(text("token"));
    assert_eq!(user.get("/project").ok(200)["id"], answer["project_id"]);
    assert_eq!(user.call("POST", "/auth/logout").send().ok(200), json!({"ok": true}));
}

#[test]
fn addresses_are_normalised_and_taken_once() {
    let daemon = Daemon::shared();
    let email = email();
    let answer = register(&daemon, json!({"email": format!("  {}\t", email.to_uppercase()), "password": PASSWORD}));
    let answer = answer.ok(201);
    assert_eq!(answer["user"]["email"], email);
    assert_eq!(answer["user"]["name"], Value::Null);
    for again in [email.clone(), email.to_uppercase(), format!(" {email}")] {
        let reply = register(&daemon, json!({"email": again, "password": PASSWORD}));
        reply.fails(409, "Email already registered");
    }
}

#[test]
fn one_of_many_at_once_wins() {
    let daemon = Daemon::shared();
    let body = json!({"email": email(), "password": PASSWORD});
    let statuses: Vec<u16> = std::thread::scope(|s| {
        let calls: Vec<_> = (0..6).map(|_| s.spawn(|| register(&daemon, body.clone()).status)).collect();
        calls.into_iter().map(|c| c.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|s| **s == 201).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|s| **s == 409).count(), 5, "{statuses:?}");
}

#[test]
fn bad_addresses() {
    let daemon = Daemon::shared();
    let long = format!("{}@example.org", "x".repeat(250));
    for email in ["a", "ab", "@b.c", "a@", "a@@b", "a@b@c", "a b@c.d", "a@b c", "a\n@b.c", long.as_str()] {
        register(&daemon, json!({"email": email, "password": PASSWORD})).invalid("email");
    }
    for email in [json!(5), json!(true), json!(["a@b.c"]), json!({"a": 1})] {
        register(&daemon, json!({"email": email, "password": PASSWORD})).invalid("email");
    }
    for body in [json!({"password": PASSWORD}), json!({"email": "", "password": PASSWORD})] {
        register(&daemon, body).fails(400, "Missing required field: email");
    }
    // The domain needs no dot.
    let local = format!("{}@b", unique("a"));
    register(&daemon, json!({"email": local, "password": PASSWORD})).ok(201);
}

#[test]
fn the_password_policy() {
    let daemon = Daemon::shared();
    let long = format!("Aa1{}", "x".repeat(126));
    for (password, messages) in [
        ("Short1a", &["should be at least 8 characters"][..]),
        (long.as_str(), &["should be at most 128 bytes"]),
        ("lowercase-77x", &["must have at least one uppercase letter"]),
        ("UPPERCASE-77X", &["must have at least one lowercase letter"]),
        ("Without-Digit", &["must have at least one digit"]),
        ("Password123", &["is too common"]),
        ("xMargarita77y", &["is too similar to your email"]),
        ("xMARGARITA77y", &["is too similar to your email"]),
        (
            "abc",
            &[
                "should be at least 8 characters",
                "must have at least one uppercase letter",
                "must have at least one digit",
            ],
        ),
    ] {
        let email = format!("margarita@{}.example", unique("d"));
        let reply = register(&daemon, json!({"email": email, "password": password}));
        reply.invalid("password");
        assert_eq!(reply.json["details"]["password"], json!(messages), "{password}");
        assert_eq!(reply.json["error"], format!("Password {}", messages[0]));
    }
    register(&daemon, json!({"email": email(), "password": 12345678})).invalid("password");
    register(&daemon, json!({"email": email()})).fails(400, "Missing required field: password");
    // Characters are counted, not bytes; a short local part may be contained.
    for password in ["Aañññññ1", "Xbo-Secret-77"] {
        let email = format!("bo@{}.example", unique("d"));
        register(&daemon, json!({"email": email, "password": password})).ok(201);
    }
    let exact = format!("Aa1{}", "x".repeat(125));
    register(&daemon, json!({"email": self::email(), "password": exact})).ok(201);
}

#[test]
fn several_invalid_fields_at_once() {
    let daemon = Daemon::shared();
    let reply = register(&daemon, json!({"email": "nope", "password": "abc", "name": "x".repeat(256)}));
    for field in ["email", "password", "name"] {
        reply.invalid(field);
    }
    let first = reply.json["details"]["email"][0].as_str().unwrap();
    let shown = reply.json["error"].as_str().unwrap();
    assert!(shown.to_lowercase().contains(&first.to_lowercase()), "{shown:?} is not about the first field");
}

#[test]
fn names() {
    let daemon = Daemon::shared();
    for name in [json!("x".repeat(256)), json!("a\u{0}b"), json!("a\nb"), json!(5), json!([])] {
        register(&daemon, json!({"email": email(), "password": PASSWORD, "name": name})).invalid("name");
    }
    for (name, stored) in [
        (json!(""), Value::Null),
        (json!("   "), Value::Null),
        (Value::Null, Value::Null),
        (json!("é".repeat(255)), json!("é".repeat(255))),
    ] {
        let answer = register(&daemon, json!({"email": email(), "password": PASSWORD, "name": name})).ok(201);
        assert_eq!(answer["user"]["name"], stored);
    }
}

#[test]
fn the_switch() {
    let closed = Daemon::with(&["--registration", "closed"]);
    register(&closed, json!({"email": email(), "password": PASSWORD})).fails(403, "Registration is disabled");
    let first = Daemon::with(&["--registration", "first"]);
    first.register().get("/project").ok(200);
    register(&first, json!({"email": email(), "password": PASSWORD})).fails(403, "Registration is disabled");
}

#[test]
fn the_first_account_is_an_ordinary_user() {
    let daemon = Daemon::start();
    let answer = register(&daemon, json!({"email": email(), "password": PASSWORD, "role": "superadmin"})).ok(201);
    assert_eq!(answer["user"]["role"], "user");
}
