//! How the server says that it is and has been: checks, their history, and the page for people.

use crate::admin::Server;
use crate::support::{Daemon, Reply, until};
use serde_json::{Value, json};

fn page(daemon: &Daemon, language: &str) -> Reply {
    let call = daemon.api().target("GET", "/status").header("Accept", "text/html");
    call.header("Accept-Language", language).send()
}

fn uptime(server: &Server) -> Value {
    server.root.get("/admin/uptime").ok(200)["data"].clone()
}

#[test]
fn the_first_check_comes_soon_and_a_stop_is_no_outage() {
    let mut server = Server::start();
    assert_eq!(uptime(&server)["latest"], Value::Null);
    let data = until("the first check is made", || Some(uptime(&server)).filter(|data| !data["latest"].is_null()));
    let latest = &data["latest"];
    assert_eq!(latest["status"], "healthy");
    let parts = json!({"database": "ok", "queue": "ok", "cache": "ok", "backup": "no_backups", "disk": "ok"});
    assert_eq!(latest["checks"], parts);
    assert!(latest["response_time_ms"].is_i64() && latest["inserted_at"].is_string(), "{latest}");
    assert_eq!(data["uptime"], json!({"last_24h": 100.0, "last_7d": 100.0, "last_30d": 100.0}));
    let days = data["days"].as_array().unwrap();
    assert_eq!((days.len(), &days[89]["healthy"], &days[89]["missing"]), (90, &1.into(), &0.into()));
    assert_eq!(server.root.get("/admin/uptime?days=7").ok(200)["data"]["days"].as_array().map(Vec::len), Some(7));

    server.daemon.stop();
    let db = server.daemon.database();
    let stopped: i64 =
        db.query_row("SELECT COUNT(*) FROM uptime_checks WHERE status = 3", [], |row| row.get(0)).unwrap();
    assert_eq!(stopped, 1, "it was on purpose");
    // An hour ago it was killed, and nobody noticed for half an hour.
    let now = chrono::Utc::now().timestamp_micros();
    db.execute("DELETE FROM uptime_checks", []).unwrap();
    for minutes in [70, 65, 60, 30, 25, 20, 15, 10, 5] {
        let sql = "INSERT INTO uptime_checks (at, status, checks, response_time_ms) VALUES (?1, 0, '{}', 1)";
        db.execute(sql, [now - minutes * 60_000_000]).unwrap();
    }
    drop(db);
    server.daemon.restart();
    let percent = uptime(&server)["uptime"]["last_24h"].as_f64().unwrap();
    assert!((60.0..70.0).contains(&percent), "9 checks, and 5 that are missing: {percent}");
    server.operator("admin").get("/admin/uptime").fails(403, "Superadmin role required");
}

#[test]
fn in_words_for_machines_and_for_people() {
    let daemon = Daemon::shared();
    let health = daemon.api().target("GET", "/health").send().ok(200);
    assert_eq!(health["status"], "healthy");
    assert!(health["checks"].is_null() && health["timestamp"].is_string(), "{health}");
    let head = daemon.api().target("HEAD", "/health").send();
    assert_eq!((head.status, head.header("cache-control")), (200, Some("no-store")));
    for (path, word) in [("/health/live", "alive"), ("/health/ready", "ready")] {
        assert_eq!(daemon.api().target("GET", path).send().ok(200)["status"], word);
    }
    let status = daemon.api().target("GET", "/status").send().ok(200);
    assert_eq!(status["checks"], json!({"database": "ok", "queue": "ok", "cache": "ok"}));
    assert_eq!(status["uptime"]["last_30d"], 100.0);
    assert!(status["checked_at"].is_string() && status["timestamp"].is_string());

    let english = page(&daemon, "en-GB");
    assert!(english.text.contains("Operational") && english.text.contains("The last 90 days"), "{}", english.text);
    assert_eq!(english.text.matches("<i class=").count(), 90);
    assert!(!english.text.contains('{') || !english.text.contains("{state}"));
    let spanish = page(&daemon, "es");
    assert!(spanish.text.contains("Operativo") && spanish.text.contains("lang=\"es\""), "{}", spanish.text);
}

#[test]
fn a_chosen_language_wins_over_that_of_the_browser() {
    let daemon = Daemon::shared();
    let choose = |word: &str, from: &str| {
        let call = daemon.api().target("GET", &format!("/locale/{word}"));
        call.header("Referer", &format!("http://{}{from}", daemon.address())).send()
    };
    let chosen = choose("es", "/status?x=1");
    assert_eq!((chosen.status, chosen.header("location")), (303, Some("/status?x=1")));
    assert_eq!(chosen.header("set-cookie"), Some("locale=es; Path=/; Max-Age=31536000; SameSite=Lax"));
    let call = daemon.api().target("GET", "/status").header("Accept", "text/html").header("Accept-Language", "en");
    assert!(call.clone().header("Cookie", "x=y; locale=es").send().text.contains("lang=\"es\""));
    assert!(call.header("Cookie", "locale=fr").send().text.contains("lang=\"en\""));
    assert_eq!(choose("fr", "/").header("set-cookie"), Some("locale=en; Path=/; Max-Age=31536000; SameSite=Lax"));
    let elsewhere = daemon.api().target("GET", "/locale/es").header("Referer", "https://evil.test/x").send();
    assert_eq!(elsewhere.header("location"), Some("/"));
}

#[test]
fn the_page_can_be_switched_off() {
    let daemon = Daemon::with(&["--status-page", "off", "--default-locale", "es"]);
    assert_eq!(page(&daemon, "en").status, 404);
    daemon.api().target("GET", "/status").send().ok(200);
}

#[test]
fn a_letter_is_tried_and_the_reason_told() {
    let server = Server::start();
    let to = json!({"to": "ana@example.org"});
    server.root.post("/admin/mail/test", to.clone()).fails(422, "Mail is not configured");
    server.root.post("/admin/mail/test", json!({})).fails(400, "Missing required field: to");
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("smtp://{closed}");
    let server = Server::with(&["--smtp-url", &url, "--mail-from", "jobcelis@example.org"]);
    let reply = server.root.post("/admin/mail/test", to);
    assert_eq!((reply.status, &reply.json["ok"]), (502, &false.into()), "{}", reply.text);
    assert!(!reply.json["error"].as_str().unwrap().is_empty());
    assert_eq!(server.entries("admin.mail_tested").len(), 1);
}
