//! Where a credential may stand, which one counts when there are several, and what is no
//! credential at all.

use crate::support::{Account, Daemon, Reply, bearer_jwt};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

/// `GET /project` with these headers and query; `{key}` and `{jwt}` stand for the account's own.
fn project(account: &Account, headers: &[(&str, &str)], query: &str) -> Reply {
    let fill = |text: &str| text.replace("{key}", &account.key).replace("{jwt}", &account.token);
    let mut call = account.anonymous().call("GET", &format!("/project{}", fill(query)));
    for (name, value) in headers {
        call = call.header(name, &fill(value));
    }
    call.send()
}

#[test]
fn places_of_a_key() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let good: &[(&[(&str, &str)], &str)] = &[
        (&[("Authorization", "Bearer {key}")], ""),
        (&[("authorization", "bearer {key}")], ""),
        (&[("Authorization", "BEARER   {key}  ")], ""),
        (&[("X-Api-Key", "{key}")], ""),
        (&[("x-api-key", " {key} ")], ""),
        (&[], "?api_key={key}"),
        (&[("X-Api-Key", "")], "?api_key={key}"),
        (&[("Authorization", "Bearer ")], "?api_key={key}"),
        (&[("X-Api-Key", "{key}"), ("X-Api-Key", "other")], ""),
        (&[("Authorization", "Bearer {key}"), ("X-Api-Key", "other")], ""),
        (&[("Authorization", "Bearer {jwt}"), ("X-Api-Key", "{key}")], ""),
    ];
    for (headers, query) in good {
        let reply = project(&account, headers, query);
        assert_eq!(reply.status, 200, "{headers:?} {query}: {}", reply.text);
        assert_eq!(reply.json["id"], account.project_id);
    }
}

#[test]
fn an_invalid_key_is_never_rescued_by_a_token() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let bad: &[(&[(&str, &str)], &str)] = &[
        (&[], ""),
        (&[("Authorization", "{key}")], ""),
        (&[("Authorization", "Basic {key}")], ""),
        (&[("X-Api-Key", "other")], ""),
        (&[("Authorization", "Bearer other"), ("X-Api-Key", "{key}")], ""),
        (&[("Authorization", "Bearer {jwt}"), ("X-Api-Key", "other")], ""),
        (&[("Authorization", "Bearer {jwt}")], "?api_key=other"),
        (&[("X-Api-Key", "other"), ("X-Api-Key", "{key}")], ""),
        // Three parts that do not start like a token are a key, and an invalid one.
        (&[("Authorization", "Bearer broken.jwt.eyJ"), ("X-Api-Key", "")], "?api_key={key}"),
    ];
    for (headers, query) in bad {
        let reply = project(&account, headers, query);
        assert_eq!(reply.status, 401, "{headers:?} {query}: {}", reply.text);
        reply.fails(401, "Invalid API key");
    }
}

#[test]
fn places_of_a_token_on_project_routes() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let other = daemon.register();
    for (headers, query) in [
        (&[("Authorization", "Bearer {jwt}")][..], ""),
        (&[("X-Api-Key", "{jwt}")], ""),
        (&[], "?api_key={jwt}"),
        (&[("Authorization", "Bearer {jwt}"), ("X-Project-Id", "{project}")], ""),
        (&[("Authorization", "Bearer {jwt}")], "?project_id={project}"),
    ] {
        let fill = |v: &str| v.replace("{project}", &account.project_id);
        let headers: Vec<_> = headers.iter().map(|(n, v)| (*n, fill(v))).collect();
        let headers: Vec<_> = headers.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let reply = project(&account, &headers, &fill(query));
        assert_eq!(reply.ok(200)["id"], account.project_id, "{headers:?} {query}");
    }
    for id in [other.project_id.as_str(), "xyz", crate::support::NO_ID] {
        let reply = project(&account, &[("Authorization", "Bearer {jwt}"), ("X-Project-Id", id)], "");
        reply.fails(404, "Project not found");
    }
}

#[test]
fn a_key_acts_on_its_own_project_whatever_else_is_sent() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let other = daemon.register();
    let reply = account
        .anonymous()
        .call("GET", "/project")
        .header("Authorization", &format!("Bearer {}", other.token))
        .header("X-Api-Key", &account.key)
        .header("X-Project-Id", &other.project_id)
        .send();
    assert_eq!(reply.ok(200)["id"], account.project_id);
}

#[test]
fn user_routes_take_a_token_from_any_place_and_no_key() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let logout = |headers: &[(&str, &str)], query: &str| {
        let mut call = account.anonymous().call("POST", &format!("/auth/logout{query}"));
        for (name, value) in headers {
            call = call.header(name, value);
        }
        call.send()
    };
    let key = format!("Bearer {}", account.key);
    for reply in [logout(&[], ""), logout(&[("Authorization", &key)], ""), logout(&[("X-Api-Key", &account.key)], "")] {
        reply.fails(401, "Unauthorized");
        assert_eq!(reply.json["message"], "A valid user token is required");
    }
    let token = || account.login()["token"].as_str().unwrap().to_owned();
    logout(&[("Authorization", &format!("Bearer {}", token()))], "").ok(200);
    logout(&[("X-Api-Key", &token())], "").ok(200);
    logout(&[], &format!("?api_key={}", token())).ok(200);
    // With both present the user route acts on the user.
    let both = token();
    logout(&[("Authorization", &format!("Bearer {both}")), ("X-Api-Key", &account.key)], "").ok(200);
    account.with(&both).get("/project").fails(401, "Unauthorized");
    account.get("/project").ok(200);
}

#[test]
fn public_routes_ignore_credentials() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let body = json!({"email": account.email, "password": crate::support::PASSWORD});
    for token in ["jc_live_unknown", account.key.as_str(), account.token.as_str(), "eyJ.x.y", " "] {
        let call = account.with(token).call("POST", "/auth/login").header("X-Api-Key", "").json(body.clone());
        call.send().ok(200);
    }
    account.with("jc_live_unknown").target("GET", "/health").send().ok(200);
}

#[test]
fn forged_tokens() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let parts: Vec<&str> = account.token.split('.').collect();
    let read = |part: &str| -> Value { serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap() };
    let (header, claims) = (read(parts[0]), read(parts[1]));
    let with = |name: &str, value: Value| {
        let mut changed = claims.clone();
        changed[name] = value;
        URL_SAFE_NO_PAD.encode(changed.to_string())
    };
    let none = URL_SAFE_NO_PAD.encode(json!({"alg": "none", "typ": "JWT"}).to_string());
    let forged = [
        format!("{none}.{}.", parts[1]),
        format!("{none}.{}.{}", parts[1], parts[2]),
        format!("{}.{}.", parts[0], parts[1]),
        format!("{}.{}.{}x", parts[0], parts[1], parts[2]),
        format!("{}.{}.{}", parts[0], with("exp", json!(4_000_000_000u64)), parts[2]),
        format!("{}.{}.{}", parts[0], with("sub", json!(crate::support::NO_ID)), parts[2]),
        bearer_jwt(&header, &claims, b""),
        bearer_jwt(&header, &claims, b"secret"),
        bearer_jwt(&json!({"alg": "HS512", "typ": "JWT"}), &claims, b"secret"),
        format!("{}.{}.{}", parts[0], parts[1], "A".repeat(8000)),
    ];
    for token in forged {
        let reply = account.with(&token).get("/project");
        assert_eq!(reply.status, 401, "{token}: {}", reply.text);
        let reply = account.with(&token).call("POST", "/auth/logout").send();
        reply.fails(401, "Unauthorized");
    }
    account.user().get("/project").ok(200);
}

#[test]
fn refresh_tokens_are_no_credentials() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.with(&account.refresh_token).get("/project").fails(401, "Invalid API key");
    account.with(&account.refresh_token).call("POST", "/auth/logout").send().fails(401, "Unauthorized");
}

#[test]
fn the_credentials_of_a_deactivated_user_are_dead() {
    let mut daemon = Daemon::start();
    let (account, other) = (daemon.register(), daemon.register());
    daemon.stop();
    let sql = "UPDATE users SET deactivated_at = updated_at WHERE id = (SELECT MIN(id) FROM users)";
    assert_eq!(daemon.database().execute(sql, []).unwrap(), 1);
    daemon.restart();
    account.get("/project").fails(401, "Invalid API key");
    account.post("/events", json!({})).fails(401, "Invalid API key");
    account.user().get("/project").fails(401, "Unauthorized");
    account.user().get("/projects").fails(401, "Unauthorized");
    let api = account.anonymous();
    for token in [&account.token, &account.refresh_token] {
        api.post("/auth/refresh", json!({ "token": token })).fails(401, "Invalid or expired token");
    }
    let login = |password: &str| api.post("/auth/login", json!({"email": account.email, "password": password}));
    login("Wrong-Horse-77").fails(401, "Invalid email or password");
    login(crate::support::PASSWORD).fails(403, "Account is inactive");
    other.get("/project").ok(200);
}

#[test]
fn credentials_do_not_reach_the_log() {
    let daemon = Daemon::with(&["--log-level", "debug"]);
    let account = daemon.register();
    project(&account, &[], "?api_key={key}").ok(200);
    project(&account, &[], "?api_key={jwt}").ok(200);
    project(&account, &[("X-Api-Key", "{key}")], "").ok(200);
    account.anonymous().get(&format!("/project?token={}", account.refresh_token)).fails(401, "Invalid API key");
    let log = daemon.log();
    for secret in [&account.key, &account.token, &account.refresh_token, &crate::support::PASSWORD.to_owned()] {
        assert!(!log.contains(secret.as_str()), "a credential stands in the log");
    }
}
