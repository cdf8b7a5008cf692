//! The table of frames: what a socket answers to each, in both versions.

use super::Socket;
use crate::support::{Daemon, NO_ID};
use serde_json::json;

const OK: &str = r#"{"status":"ok","response":{}}"#;

fn error(reason: &str) -> String {
    format!(r#"{{"status":"error","response":{{"reason":"{reason}"}}}}"#)
}

#[test]
fn arrays() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let p = &account.project_id;
    let mut socket = Socket::open(&account, &format!("?vsn=2.0.0&token={}", account.key));
    let (unmatched, unknown, unauthorized) = (error("unmatched topic"), error("unknown event"), error("unauthorized"));
    let rows = [
        // Heartbeats, with references of either type.
        (r#"[null,"8","phoenix","heartbeat",{}]"#.to_owned(), format!(r#"[null,"8","phoenix","phx_reply",{OK}]"#)),
        (r#"[null,8,"phoenix","heartbeat",{}]"#.to_owned(), format!(r#"[null,8,"phoenix","phx_reply",{OK}]"#)),
        // What is not joined.
        (
            format!(r#"["1","2","events:{p}","whatever",{{}}]"#),
            format!(r#"[null,"2","events:{p}","phx_reply",{unmatched}]"#),
        ),
        (format!(r#"["1","2","events:{p}","phx_leave",{{}}]"#), format!(r#"["1","2","events:{p}","phx_reply",{OK}]"#)),
        (r#"["1","2","room:1","phx_join",{}]"#.to_owned(), format!(r#"[null,"2","room:1","phx_reply",{unmatched}]"#)),
        (
            format!(r#"["1","2","events:{NO_ID}","phx_join",{{}}]"#),
            format!(r#"["1","2","events:{NO_ID}","phx_reply",{unauthorized}]"#),
        ),
        // The channel.
        (format!(r#"["3","3","events:{p}","phx_join",{{}}]"#), format!(r#"["3","3","events:{p}","phx_reply",{OK}]"#)),
        (
            format!(r#"["3","7","events:{p}","whatever",{{}}]"#),
            format!(r#"["3","7","events:{p}","phx_reply",{unknown}]"#),
        ),
        (
            format!(r#"[null,"8","events:{p}","whatever",{{}}]"#),
            format!(r#"["3","8","events:{p}","phx_reply",{unknown}]"#),
        ),
    ];
    for (sent, expected) in rows {
        socket.exchange(&sent, &expected);
    }
    // Of an earlier join: no answer at all.
    socket.send(&format!(r#"["2","9","events:{p}","whatever",{{}}]"#));
    socket.send(&format!(r#"["2","9","events:{p}","phx_leave",{{}}]"#));
    // A push in binary form.
    let mut push = vec![0, 1, 2, u8::try_from(7 + p.len()).unwrap(), 4];
    push.extend(format!("310events:{p}filedata").bytes());
    socket.0.send(tokio_tungstenite::tungstenite::Message::binary(push)).unwrap();
    assert_eq!(socket.text(), format!(r#"["3","10","events:{p}","phx_reply",{unknown}]"#));
    // Joined twice: the old one ends first.
    socket.send(&format!(r#"["11","11","events:{p}","phx_join",{{}}]"#));
    assert_eq!(socket.text(), format!(r#"["3","3","events:{p}","phx_close",{{}}]"#));
    assert_eq!(socket.text(), format!(r#"["11","11","events:{p}","phx_reply",{OK}]"#));
    let event = account.event("a", json!({}));
    let told = socket.frame();
    assert_eq!(
        (&told[0], &told[1], &told[3], &told[4]["id"]),
        (&json!("11"), &json!(null), &json!("event:created"), &json!(event))
    );
    // Left: nothing more is told.
    socket.send(&format!(r#"["11","12","events:{p}","phx_leave",{{}}]"#));
    assert_eq!(socket.text(), format!(r#"["11","12","events:{p}","phx_reply",{OK}]"#));
    assert_eq!(socket.text(), format!(r#"["11","11","events:{p}","phx_close",{{}}]"#));
    account.event("a", json!({}));
    socket.exchange(r#"[null,"13","phoenix","heartbeat",{}]"#, &format!(r#"[null,"13","phoenix","phx_reply",{OK}]"#));
}

#[test]
fn objects() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let p = &account.project_id;
    let mut socket = Socket::open(&account, &format!("?vsn=1.0.0&token={}", account.key));
    let frame = |topic: &str, event: &str, refer: &str| {
        format!(r#"{{"topic":"{topic}","event":"{event}","payload":{{}},"ref":{refer}}}"#)
    };
    let reply = |topic: &str, payload: &str, refer: &str| {
        format!(r#"{{"topic":"{topic}","event":"phx_reply","payload":{payload},"ref":{refer}}}"#)
    };
    let own = format!("events:{p}");
    let foreign = format!("events:{NO_ID}");
    for (topic, event, refer, payload) in [
        ("phoenix", "heartbeat", r#""1""#, OK.to_owned()),
        ("phoenix", "heartbeat", "2", OK.to_owned()),
        (own.as_str(), "whatever", r#""3""#, error("unmatched topic")),
        (own.as_str(), "phx_leave", r#""4""#, OK.to_owned()),
        ("room:1", "phx_join", r#""5""#, error("unmatched topic")),
        (foreign.as_str(), "phx_join", r#""6""#, error("unauthorized")),
        (own.as_str(), "phx_join", r#""7""#, OK.to_owned()),
        (own.as_str(), "whatever", r#""8""#, error("unknown event")),
    ] {
        socket.exchange(&frame(topic, event, refer), &reply(topic, &payload, refer));
    }
    let close = format!(r#"{{"topic":"{own}","event":"phx_close","payload":{{}},"ref":"7"}}"#);
    socket.send(&frame(&own, "phx_join", r#""9""#));
    assert_eq!((socket.text(), socket.text()), (close.clone(), reply(&own, OK, r#""9""#)));
    account.event("a", json!({}));
    let told = socket.frame();
    assert_eq!((&told["event"], &told["ref"], told.get("join_ref")), (&json!("event:created"), &json!(null), None));
    socket.send(&frame(&own, "phx_leave", r#""10""#));
    assert_eq!((socket.text(), socket.text()), (reply(&own, OK, r#""10""#), close.replace(r#""7""#, r#""9""#)));
}

#[test]
fn without_a_version_the_first_frame_shows_it() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let url = format!("?token={}", account.key);
    let array = r#"[null,"1","phoenix","heartbeat",{}]"#;
    let object = r#"{"topic":"phoenix","event":"heartbeat","payload":{},"ref":"1"}"#;
    let array_reply = format!(r#"[null,"1","phoenix","phx_reply",{OK}]"#);
    let object_reply = format!(r#"{{"topic":"phoenix","event":"phx_reply","payload":{OK},"ref":"1"}}"#);
    for (first, second, reply) in [(array, object, &array_reply), (object, array, &object_reply)] {
        let mut socket = Socket::open(&account, &url);
        socket.exchange(first, reply);
        socket.exchange(second, reply);
    }
    // A version that was asked for stays, whatever comes in.
    let mut socket = Socket::open(&account, &format!("{url}&vsn=2.0.0"));
    socket.exchange(object, &array_reply);
}
