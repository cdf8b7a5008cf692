//! Sockets: who may open one, what is told over it, and when it is closed.

use super::{Socket, Sse};
use crate::support::{Daemon, Receiver};
use serde_json::{Value, json};

/// base64url without padding.
fn base64url(text: &str) -> String {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits = chunk.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for i in 0..=chunk.len() {
            out.push(char::from(alphabet[(bits >> (18 - 6 * i) & 63) as usize]));
        }
    }
    out
}

#[test]
fn who_may_open_one() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (key, jwt) = (&account.key, &account.token);
    let token = format!("token={key}");
    let offered = format!("phoenix, base64url.bearer.phx.{}", base64url(key));
    let rows: &[(&str, &[(&str, &str)])] = &[
        (&format!("/ws?{token}"), &[]),
        (&format!("/ws/websocket?{token}&vsn=2.0.0"), &[]),
        (&format!("/ws/websocket/?{token}&vsn=1.0.0"), &[]),
        (&format!("/ws?token={jwt}&project_id={}", account.project_id), &[]),
        (&format!("/ws?api_key={key}"), &[]),
        ("/ws", &[("X-Api-Key", key)]),
        ("/ws", &[("Authorization", &format!("Bearer {key}"))]),
        ("/ws/websocket?vsn=2.0.0", &[("Sec-WebSocket-Protocol", &offered)]),
        (&format!("/ws?{token}"), &[("Origin", "https://any.example"), ("Accept-Encoding", "gzip")]),
    ];
    for (target, headers) in rows {
        let (reply, mut socket) =
            Socket::begin(&account, target, headers).unwrap_or_else(|r| panic!("{target}: {}", r.status));
        assert_eq!(reply.header("sec-websocket-accept"), Some("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), "{target}");
        let protocol = headers.iter().any(|(name, _)| *name == "Sec-WebSocket-Protocol").then_some("phoenix");
        assert_eq!(reply.header("sec-websocket-protocol"), protocol, "{target}");
        assert_eq!(reply.header("sec-websocket-extensions"), None);
        if !target.contains("vsn=1") {
            socket.join(&account.project_id, json!({}));
        }
    }
}

#[test]
fn a_refusal_is_a_bare_403() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let token = format!("token={}", account.key);
    let refuse = |target: &str, headers: &[(&str, &str)]| {
        let reply = Socket::begin(&account, target, headers).err().expect("refused");
        (reply.status, reply.text)
    };
    for target in [
        "/ws",
        "/ws?token=",
        "/ws?token=jc_live_none",
        "/ws?token=eyJh.eyJz.c2ln",
        &format!("/ws?{token}&vsn=3.0.0"),
        &format!("/ws?{token}&vsn=two"),
        &format!("/ws?token={}&project_id={}", account.token, crate::support::NO_ID),
    ] {
        assert_eq!(refuse(target, &[]), (403, String::new()), "{target}");
    }
    // A browser sends its cookies from pages of anyone.
    let cookie = [("Cookie", "jobcelis_session=x")];
    assert_eq!(refuse("/ws", &cookie).0, 403);
    account.user().patch("/token", json!({"scopes": ["events:write"]})).ok(200);
    assert_eq!(refuse(&format!("/ws?{token}"), &[]), (403, String::new()));
    account.user().patch("/token", json!({"scopes": ["*"], "allowed_ips": ["192.0.2.1"]})).ok(200);
    assert_eq!(refuse(&format!("/ws?{token}"), &[]), (403, String::new()));
    for (method, path, status) in [
        ("GET", format!("/ws?{token}"), 400),
        ("GET", "/ws/websocket".to_owned(), 400),
        ("POST", "/ws".to_owned(), 400),
        ("GET", "/ws/longpoll".to_owned(), 404),
    ] {
        assert_eq!(account.anonymous().target(method, &path).send().status, status, "{method} {path}");
    }
    assert!(!daemon.log().contains(&account.key));
}

#[test]
fn the_same_is_told_as_by_an_event_stream() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    account.webhook(&receiver.url("/hook"), json!({}));
    let mut stream = Sse::open(&account, &account.key, "", &[]);
    let mut arrays = Socket::open(&account, &format!("?vsn=2.0.0&token={}", account.key));
    arrays.join(&account.project_id, json!({}));
    let topic = format!("events:{}", account.project_id);
    let mut objects = Socket::open(&account, &format!("?token={}", account.key));
    let join = json!({"topic": topic, "event": "phx_join", "payload": {}, "ref": "1"});
    let ok = json!({"status": "ok", "response": {}});
    objects.send(&join.to_string());
    assert_eq!(objects.frame(), json!({"topic": topic, "event": "phx_reply", "payload": ok, "ref": "1"}));
    account.event("order.created", json!({"order_id": "77"}));
    for event in ["event:created", "delivery:updated"] {
        let told = stream.must();
        let mut data = told.data["data"].clone();
        data["cursor"] = json!(told.id);
        assert_eq!(arrays.frame(), json!(["1", null, topic, event, data]));
        assert_eq!(objects.frame(), json!({"topic": topic, "event": event, "payload": data, "ref": null}));
    }
}

#[test]
fn a_join_narrows_and_resumes() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let mut stream = Sse::open(&account, &account.key, "", &[]);
    let ids: Vec<String> = (0..4).map(|n| account.event(&format!("t.{}", n % 2), json!({"n": n}))).collect();
    let places: Vec<String> = (0..4).map(|_| stream.must().id.unwrap()).collect();
    let seen = |socket: &mut Socket| -> (String, Value) {
        let frame = socket.frame();
        (frame[4]["id"].as_str().unwrap_or_default().to_owned(), frame[4].clone())
    };
    let url = format!("?vsn=2.0.0&token={}", account.key);
    let mut socket = Socket::open(&account, &url);
    socket.join(&account.project_id, json!({"topics": ["t.1"], "payload": false, "last_event_id": places[0]}));
    for n in [1, 3] {
        let (id, data) = seen(&mut socket);
        assert_eq!((id, data.get("payload"), &data["cursor"]), (ids[n].clone(), None, &json!(places[n])));
    }
    // What stands in the address holds for the first join.
    let mut socket = Socket::open(&account, &format!("{url}&last_event_id={}&topics=t.0", places[1]));
    socket.join(&account.project_id, json!({}));
    assert_eq!(seen(&mut socket).0, ids[2]);
    let mut socket = Socket::open(&account, &url);
    socket.join(&account.project_id, json!({"last_event_id": "12-3"}));
    let gap = socket.frame();
    assert_eq!((&gap[3], &gap[4]["requested"]), (&json!("gap"), &json!("12-3")));
    let live = account.event("t.9", json!({}));
    assert_eq!(seen(&mut socket).0, live);
    let topic = format!("events:{}", account.project_id);
    socket.exchange(
        &json!(["5", "5", topic, "phx_join", {"types": ["none"]}]).to_string(),
        &format!(r#"["1","1","{topic}","phx_close",{{}}]"#),
    );
    assert_eq!(socket.frame()[4]["response"]["reason"], "types must be event.created or delivery.updated");
}

#[test]
fn nonsense_is_borne_for_a_while() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let url = format!("?vsn=2.0.0&token={}", account.key);
    let mut socket = Socket::open(&account, &url);
    for bad in ["", "x", "[]", "{}", "17", r#"["1","2",3,"e",{}]"#, "null", "[[]]", "\"phx_join\""] {
        socket.send(bad);
    }
    let heartbeat = r#"[null,"8","phoenix","heartbeat",{}]"#;
    socket.exchange(heartbeat, r#"[null,"8","phoenix","phx_reply",{"status":"ok","response":{}}]"#);
    socket.send("ten");
    assert_eq!(socket.closed(), (Some(1003), Vec::new()));
    let mut socket = Socket::open(&account, &url);
    socket.send(&format!(r#"[null,"1","phoenix","heartbeat",{{"x":"{}"}}]"#, "x".repeat(65_000)));
    assert_eq!(socket.frame()[1], "1");
    socket.send(&format!(r#"[null,"1","phoenix","heartbeat",{{"x":"{}"}}]"#, "x".repeat(66_000)));
    assert_eq!(socket.closed(), (Some(1009), Vec::new()));
}

#[test]
fn a_heartbeat_is_answered_in_the_middle_of_a_backlog() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let first = account.event("a", json!({}));
    let fill = "x".repeat(2000);
    for _ in 0..5 {
        let events: Vec<Value> = (0..500).map(|n| json!({"topic": "a", "payload": {"n": n, "fill": fill}})).collect();
        account.post("/events/batch", json!({"events": events})).ok(202);
    }
    let mut socket = Socket::open(&account, &format!("?vsn=2.0.0&token={}", account.key));
    socket.join(&account.project_id, json!({"last_event_id": first}));
    socket.frame();
    socket.send(r#"[null,"8","phoenix","heartbeat",{}]"#);
    let begun = std::time::Instant::now();
    let (mut told, mut answered) = (1, false);
    while told < 2500 {
        match socket.frame()[1].is_null() {
            true => told += 1,
            false => {
                answered = true;
                assert!(begun.elapsed().as_secs() < 5, "{told} messages came first");
            }
        }
    }
    assert!(answered || socket.frame()[1] == "8");
}
