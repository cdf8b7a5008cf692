//! What a deactivation does to what its user owns, invitations to register, and the breach
//! detection of a running server.

use super::Server;
use crate::support::{PASSWORD, Receiver, until};
use serde_json::{Value, json};

#[test]
fn a_deactivated_owner_is_shut_out_and_let_in_again() {
    let server = Server::start();
    let receiver = Receiver::start();
    let account = server.daemon.register();
    let mate = server.daemon.register();
    let invite = json!({"email": mate.email, "role": "member"});
    let place = account.user().post(&format!("/projects/{}/members", account.project_id), invite).ok(201);
    let accept = format!("/invitations/{}/accept", place["id"].as_str().unwrap());
    mate.user().post(&accept, json!({})).ok(200);
    account.webhook(&receiver.url("/in"), json!({}));
    let later = json!({"topic": "t", "payload": {}, "deliver_at": crate::support::in_millis(1500)});
    account.post("/events", later).ok(202);
    let at = format!("/admin/users/{}", account.user_id);
    server.root.patch(&at, json!({"status": "inactive"})).ok(200);
    account.get("/events").fails(401, "Invalid API key");
    account.post("/events", json!({})).fails(401, "Invalid API key");
    account.user().get("/projects").fails(401, "Unauthorized");
    let refresh = json!({"refresh_token": account.refresh_token});
    account.anonymous().post("/auth/refresh", refresh).fails(401, "Invalid or expired token");
    let login = json!({"email": account.email, "password": PASSWORD});
    account.anonymous().post("/auth/login", login).fails(403, "Account is inactive");
    let member = |method: &str, path: &str| {
        mate.user().call(method, path).header("X-Project-Id", &account.project_id).json(json!({})).send()
    };
    member("GET", "/events").ok(200);
    member("POST", "/events").fails(403, "Processing restricted");
    server.root.patch(&at, json!({"status": "active"})).ok(200);
    account.user().get("/projects").fails(401, "Unauthorized");
    account.login();
    account.get("/events").ok(200);
    account.settled(&account.event("after", json!({})));
}

#[test]
fn invitations_open_the_door_once() {
    let server = Server::with(&["--registration", "invite", "--public-url", "https://hooks.example.org"]);
    let api = server.daemon.api();
    let register = |email: &str, token: Value| {
        api.post("/auth/register", json!({"email": email, "password": PASSWORD, "invite_token": token}))
    };
    register("eva@example.org", Value::Null).fails(403, "Registration is disabled");
    let invite = json!({"email": "eva@example.org", "send_invite": true, "role": "moderator"});
    let invited = server.root.post("/admin/users", invite).ok(201);
    for entry in std::fs::read_dir(server.daemon.data_dir()).unwrap().map(Result::unwrap) {
        let bytes = std::fs::read(entry.path()).unwrap();
        for text in ["eva@example.org", invited["invite_token"].as_str().unwrap()] {
            assert!(!bytes.windows(text.len()).any(|w| w == text.as_bytes()), "{text} in {:?}", entry.path());
        }
    }
    assert!(invited["url"].as_str().unwrap().starts_with("https://hooks.example.org/register?invite_token="));
    let token = invited["data"]["invite_token"].clone();
    register("bob@example.org", token.clone()).fails(403, "Registration is disabled");
    assert_eq!(register("EVA@example.org", token.clone()).ok(201)["user"]["role"], "moderator");
    register("eva@example.org", token).fails(403, "Registration is disabled");
    let text = token_free(&server);
    assert!(!text.contains(invited["invite_token"].as_str().unwrap()), "{text}");
}

/// The log and the audit log as text: neither holds a token.
fn token_free(server: &Server) -> String {
    server.daemon.log() + &server.root.get("/admin/audit-log").text
}

#[test]
fn an_attack_is_told_to_operators_at_the_next_look() {
    let mut server = Server::start();
    for n in 0..21 {
        let guess = json!({"email": format!("guess{n}@example.org"), "password": "Wrong-pass1"});
        server.daemon.api().post("/auth/login", guess).fails(401, "Invalid email or password");
    }
    // The first look is taken at the start.
    server.daemon.stop();
    server.daemon.restart();
    let found = until("the attack is found", || server.entries("security.anomaly_detected").pop());
    assert_eq!(found["metadata"]["anomalies"][0]["type"], "brute_force_ip");
    assert_eq!(found["metadata"]["anomalies"][0]["count"], 21);
    assert_eq!((&found["actor_type"], &found["ip_address"]), (&json!("system"), &json!("127.0.0.1")));
    until("the log tells", || server.daemon.log().contains("21 failed logins from one address").then_some(()));
    server.daemon.stop();
    server.daemon.restart();
    server.root.get("/admin/users").ok(200);
    assert_eq!(server.entries("security.anomaly_detected").len(), 1, "told once");
}
