//! Login and its lock: the same answers for known and unknown addresses.

use crate::support::{Account, Api, Daemon, PASSWORD, Reply, unique};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

fn login(api: &Api, email: &str, password: &str) -> Reply {
    api.post("/auth/login", json!({"email": email, "password": password}))
}

fn part(token: &str, n: usize) -> String {
    let part = token.split('.').nth(n).expect("three parts");
    String::from_utf8(URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

#[test]
fn the_answer() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let answer = login(&daemon.api(), &format!(" {} ", account.email.to_uppercase()), PASSWORD).ok(200);
    assert_eq!(answer["user"]["id"], account.user_id);
    assert_eq!(answer["user"]["email"], account.email);
    assert!(answer.get("api_key").is_none(), "a login shows no key");
    let token = answer["token"].as_str().unwrap();
    assert_ne!(token, account.token);
    assert_eq!(daemon.api().with(token).get("/project").ok(200)["id"], account.project_id);
}

#[test]
fn the_access_token() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    assert_eq!(part(&account.token, 0), r#"{"alg":"HS256","typ":"JWT"}"#);
    let claims: Value = serde_json::from_str(&part(&account.token, 1)).unwrap();
    assert_eq!(
        (&claims["iss"], &claims["aud"], &claims["typ"]),
        (&json!("jobcelis"), &json!("jobcelis"), &json!("access"))
    );
    assert_eq!(claims["sub"], account.user_id);
    for name in ["sid", "jti"] {
        assert_eq!(claims[name].as_str().map(str::len), Some(36), "{name}");
    }
    let second = |name: &str| claims[name].as_i64().unwrap();
    let now = chrono::Utc::now().timestamp();
    assert!((now - 120..=now + 1).contains(&second("iat")));
    assert_eq!(second("exp") - second("iat"), 7 * 86_400);
    assert!((0..=30).contains(&(second("iat") - second("nbf"))));
}

#[test]
fn the_life_of_a_token_is_a_setting() {
    let daemon = Daemon::with(&["--jwt-days", "1"]);
    let account = daemon.register();
    let claims: Value = serde_json::from_str(&part(&account.token, 1)).unwrap();
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 86_400);
}

#[test]
fn refused_bodies() {
    let daemon = Daemon::shared();
    let api = daemon.api();
    api.post("/auth/login", json!({})).fails(400, "Missing required field: email");
    api.post("/auth/login", json!({"email": "a@b"})).fails(400, "Missing required field: password");
    api.post("/auth/login", json!({"email": 5, "password": "x"})).invalid("email");
    api.post("/auth/login", json!({"email": "a@b", "password": ["x"]})).invalid("password");
}

#[test]
fn the_policy_for_new_passwords_does_not_apply() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for password in ["x", &"long".repeat(1000)] {
        login(&daemon.api(), &account.email, password).fails(401, "Invalid email or password");
    }
    login(&daemon.api(), "no address at all", "x").fails(401, "Invalid email or password");
}

#[track_caller]
fn locked(reply: &Reply) {
    reply.fails(423, "Account locked. Try again later.");
    let wait = reply.json["retry_after"].as_u64().expect("seconds");
    assert!((840..=900).contains(&wait), "{wait}");
    assert_eq!(reply.header("retry-after").unwrap(), wait.to_string());
}

/// Four wrong passwords, the fifth locks, and then nothing opens.
fn lock(api: &Api, email: &str) {
    for _ in 0..4 {
        login(api, email, "Wrong-Horse-77").fails(401, "Invalid email or password");
    }
    locked(&login(api, email, "Wrong-Horse-77"));
    locked(&login(api, email, "Wrong-Horse-77"));
    locked(&login(api, email, PASSWORD));
}

#[test]
fn known_and_unknown_addresses_are_locked_alike() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    lock(&daemon.api(), &account.email);
    lock(&daemon.api(), &format!("{}@example.org", unique("nobody")));
    // The lock is on the login, not on what is open already.
    account.user().get("/project").ok(200);
    account.get("/project").ok(200);
    locked(&login(&daemon.api(), &account.email.to_uppercase(), PASSWORD));
}

#[test]
fn a_login_forgets_earlier_failures() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for _ in 0..2 {
        for _ in 0..4 {
            login(&daemon.api(), &account.email, "Wrong-Horse-77").fails(401, "Invalid email or password");
        }
        login(&daemon.api(), &account.email, PASSWORD).ok(200);
    }
}

#[test]
fn guesses_at_the_same_time_are_counted_one_by_one() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let statuses: Vec<u16> = std::thread::scope(|s| {
        let guess = || login(&daemon.api(), &account.email, "Wrong-Horse-77").status;
        let calls: Vec<_> = (0..12).map(|_| s.spawn(guess)).collect();
        calls.into_iter().map(|c| c.join().unwrap()).collect()
    });
    assert!(statuses.iter().all(|s| [401, 423].contains(s)), "{statuses:?}");
    assert!(statuses.iter().filter(|s| **s == 401).count() <= 4, "{statuses:?}");
    locked(&login(&daemon.api(), &account.email, PASSWORD));
}

#[test]
fn a_flood_is_bounded_and_events_go_on() {
    let daemon = Daemon::start();
    let account = daemon.register();
    std::thread::scope(|s| {
        let guess = || login(&daemon.api(), &format!("{}@example.org", unique("nobody")), "Wrong-Horse-77");
        let flood: Vec<_> = (0..120).map(|_| s.spawn(guess)).collect();
        for n in 0..50 {
            account.post("/events", json!({ "n": n })).ok(202);
        }
        for reply in flood.into_iter().map(|call| call.join().unwrap()) {
            match reply.status {
                503 => reply.fails(503, "Service unavailable"),
                _ => reply.fails(401, "Invalid email or password"),
            };
        }
    });
    login(&daemon.api(), &account.email, PASSWORD).ok(200);
}

#[test]
fn the_lock_ends_after_a_quarter_of_an_hour() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    lock(&daemon.api(), &account.email);
    for (seconds, open) in [(890, false), (11, true)] {
        daemon.stop();
        let sql = "UPDATE login_attempts SET locked_until = locked_until - ?1, last_failed_at = last_failed_at - ?1";
        assert_eq!(daemon.database().execute(sql, [seconds * 1_000_000]).unwrap(), 1);
        daemon.restart();
        let reply = login(&daemon.api(), &account.email, PASSWORD);
        assert_eq!(reply.status, if open { 200 } else { 423 }, "{}", reply.text);
    }
    lock(&daemon.api(), &account.email);
}

#[test]
fn the_lock_survives_a_restart() {
    let mut daemon = Daemon::start();
    let account: Account = daemon.register();
    lock(&daemon.api(), &account.email);
    daemon.kill9();
    daemon.restart();
    locked(&login(&daemon.api(), &account.email, PASSWORD));
}
