//! The session of a browser: its cookie, what it opens, and what a change needs besides.

use super::{Browser, acted, login};
use crate::support::{Daemon, Reply};
use serde_json::{Value, json};

/// Seconds until the session ends.
fn left(answer: &Value) -> i64 {
    let end = chrono::DateTime::parse_from_rfc3339(answer["expires_at"].as_str().expect("a time")).unwrap();
    (end.to_utc() - chrono::Utc::now()).num_seconds()
}

fn cookie(reply: &Reply) -> Vec<String> {
    reply.header("set-cookie").expect("a cookie").split("; ").map(str::to_owned).collect()
}

#[test]
fn a_browser_gets_a_cookie_and_no_token() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let reply = login(&account, json!({"cookie": true}));
    let parts = cookie(&reply);
    assert_eq!(parts[1..], ["Path=/", "HttpOnly", "SameSite=Lax"], "a cookie for as long as the window is open");
    let id = parts[0].strip_prefix("jobcelis_session=").expect("the name");
    assert_eq!(id.len(), 43);
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    let answer = reply.ok(200);
    assert_eq!(answer.as_object().unwrap().keys().collect::<Vec<_>>(), ["user", "csrf_token", "expires_at"]);
    assert!((1790..=1800).contains(&left(&answer)), "{answer}");
    let reply = login(&account, json!({"cookie": true, "remember": true}));
    let remembered = cookie(&reply);
    assert_eq!(remembered[1..], ["Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=2592000"]);
    assert_ne!(remembered[0], parts[0], "every login has an id of its own");
    let week = left(&reply.ok(200));
    assert!((604_790..=604_800).contains(&week), "{week}");
    let methods: Vec<Value> = account.user().get("/me/activity?limit=2").ok(200)["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["metadata"]["method"].clone())
        .collect();
    assert_eq!(methods, ["web", "web"]);
    for other in [json!({}), json!({"cookie": false}), json!({"cookie": null, "remember": true})] {
        let reply = login(&account, other);
        assert_eq!(reply.header("set-cookie"), None);
        assert!(reply.ok(200)["token"].is_string());
    }
    login(&account, json!({"cookie": "true"})).invalid("cookie");
    login(&account, json!({"cookie": true, "remember": 1})).invalid("remember");
    let wrong =
        account.anonymous().post("/auth/login", json!({"email": account.email, "password": "x", "cookie": true}));
    wrong.fails(401, "Invalid email or password");
    assert_eq!(wrong.header("set-cookie"), None);
}

#[test]
fn behind_https_the_cookie_is_locked_to_the_host() {
    let daemon = Daemon::with(&["--public-url", "https://hooks.example.org"]);
    let account = daemon.register();
    let reply = login(&account, json!({"cookie": true}));
    let parts = cookie(&reply);
    assert_eq!(parts[1..], ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"]);
    let id = parts[0].strip_prefix("__Host-jobcelis_session=").expect("the prefix").to_owned();
    let get = |name: &str| account.anonymous().call("GET", "/me").header("Cookie", &format!("{name}={id}")).send();
    get("__Host-jobcelis_session").ok(200);
    get("jobcelis_session").fails(401, "Unauthorized");
}

#[test]
fn reading_needs_the_cookie_alone() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let browser = Browser::login(&account);
    let me = browser.get("/me").ok(200);
    assert_eq!((&me["id"], &me["csrf_token"]), (&json!(account.user_id), &json!(browser.csrf)));
    assert!(me["data"].get("csrf_token").is_none());
    assert!(account.user().get("/me").ok(200).get("csrf_token").is_none(), "who has a token needs none");
    browser.get("/projects").ok(200);
    assert_eq!(browser.get("/project").ok(200)["role"], "owner");
    assert_eq!(browser.call("HEAD", "/project").send().status, 200);
    let second =
        browser.change("POST", "/projects", json!({"name": "Second"})).ok(201)["id"].as_str().unwrap().to_owned();
    assert_eq!(browser.get(&format!("/project?project_id={second}")).ok(200)["id"], second);
    let chosen = browser.call("GET", "/project").header("X-Project-Id", &second).send().ok(200);
    assert_eq!(chosen["id"], second);
    let others = account.anonymous().call("GET", "/me").header("Cookie", &format!("a=b; {}; c=d", browser.cookie));
    others.send().ok(200);
    for wrong in ["", "x", "jobcelis_session", "jobcelis_session=", "jobcelis_session=x", &browser.cookie[..30]] {
        let reply = account.anonymous().call("GET", "/me").header("Cookie", wrong).send();
        reply.fails(401, "Unauthorized");
        assert_eq!(reply.json["message"], "A valid user token is required");
    }
}

#[test]
fn a_change_needs_the_token_of_the_session() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (browser, other) = (Browser::login(&account), Browser::login(&account));
    let me = account.user().get("/me").ok(200);
    for (method, path) in [
        ("POST", "/auth/logout"),
        ("PATCH", "/me"),
        ("PUT", "/me/last-project"),
        ("DELETE", "/me/sessions"),
        ("POST", "/me/password"),
        ("POST", "/projects"),
        ("PATCH", "/project"),
        ("POST", "/events"),
        ("POST", "/token/regenerate"),
    ] {
        let body = json!({"name": "Forged", "project_id": account.project_id});
        for token in [None, Some(""), Some("x"), Some(&*other.csrf), Some(&browser.csrf[..42])] {
            let call = browser.call(method, path).json(body.clone());
            let call = token.into_iter().fold(call, |call, token| call.header("X-CSRF-Token", token));
            let reply = call.send();
            assert_eq!(reply.status, 401, "{method} {path} {token:?}: {}", reply.text);
        }
    }
    assert_eq!(account.user().get("/me").ok(200), me);
    assert_eq!(browser.change("PATCH", "/me", json!({"name": "Page"})).ok(200)["name"], "Page");
    let overridden = browser.call("POST", "/me").header("X-HTTP-Method-Override", "PATCH");
    overridden.json(json!({"name": "Forged"})).send().fails(401, "Unauthorized");
    browser.change("POST", "/events", json!({"topic": "t"})).ok(202);
    browser.change("DELETE", "/me/sessions", json!({})).ok(200);
}

#[test]
fn any_other_credential_comes_first() {
    let daemon = Daemon::shared();
    let (account, other) = (daemon.register(), daemon.register());
    let browser = Browser::login(&account);
    let with = |path: &str, name: &str, value: &str| browser.call("GET", path).header(name, value).send();
    let bearer = |token: &str| format!("Bearer {token}");
    assert_eq!(with("/me", "Authorization", &bearer(&other.token)).ok(200)["id"], other.user_id);
    assert_eq!(with("/project", "X-Api-Key", &other.key).ok(200)["id"], other.project_id);
    assert_eq!(browser.get(&format!("/project?api_key={}", other.key)).ok(200)["id"], other.project_id);
    with("/me", "Authorization", &bearer(&account.key)).fails(401, "Unauthorized");
    with("/me", "X-Api-Key", &account.key).fails(401, "Unauthorized");
    with("/me", "Authorization", &bearer("eyJhbGciOiJub25lIn0.e30.")).fails(401, "Unauthorized");
    with("/project", "X-Api-Key", "jc_live_none").fails(401, "Invalid API key");
    browser.get("/project?api_key=x").fails(401, "Invalid API key");
    // What is none leaves the cookie its turn.
    with("/me", "Authorization", "Basic YTpi").ok(200);
    with("/me", "X-Api-Key", " ").ok(200);
    // A token in a header needs no other one.
    let changed =
        browser.call("PATCH", "/me").header("Authorization", &bearer(&other.token)).json(json!({"name": "Eva"}));
    assert_eq!(changed.send().ok(200)["id"], other.user_id);
}

#[test]
fn logging_out_takes_the_cookie() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (browser, other) = (Browser::login(&account), Browser::login(&account));
    let reply = browser.change("POST", "/auth/logout", json!({}));
    assert_eq!(cookie(&reply), ["jobcelis_session=", "Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=0"]);
    assert_eq!(reply.ok(200), json!({"ok": true}));
    browser.get("/me").fails(401, "Unauthorized");
    other.get("/me").ok(200);
    assert_eq!(acted(&account.user(), "user.logout"), ["user.logout"]);
    let by_token = account.user().call("POST", "/auth/logout").send();
    assert_eq!(by_token.header("set-cookie"), None);
    by_token.ok(200);
}

#[test]
fn pages_of_other_sites_cannot_log_their_visitors_in() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let from = |name: &str, value: &str| {
        let body = json!({"email": account.email, "password": crate::support::PASSWORD, "cookie": true});
        account.anonymous().call("POST", "/auth/login").header(name, value).json(body).send()
    };
    for (name, value) in
        [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "http://other.test")]
    {
        let reply = from(name, value);
        reply.fails(403, "Origin not allowed");
        assert_eq!(reply.header("set-cookie"), None);
    }
    let own = format!("http://{}", account.address());
    for (name, value) in [("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "none"), ("Origin", own.as_str())] {
        assert!(from(name, value).header("set-cookie").is_some(), "{name} {value}");
    }
}

#[test]
fn routes_for_anyone_do_not_look_at_cookies() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let browser = Browser::login(&account);
    browser.call("POST", "/auth/refresh").json(json!({})).send().fails(400, "Missing required field: token");
    let id = browser.cookie.split('=').nth(1).unwrap();
    for name in ["token", "refresh_token"] {
        let reply = account.anonymous().post("/auth/refresh", json!({name: id}));
        reply.fails(401, "Invalid or expired token");
    }
    account.with(id).get("/me").fails(401, "Unauthorized");
    let bad = account.anonymous().call("POST", "/auth/login").header("Cookie", "jobcelis_session=x");
    bad.json(json!({"email": account.email, "password": crate::support::PASSWORD})).send().ok(200);
}
