//! Exports as files: formats and headers, any number of rows in little memory, and no clean end
//! for what is not complete.

use crate::support::{Account, Answer, Daemon, Receiver, Reply, connect, read_reply, until};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};

const PATH: &str = "/export/audit-log";
const TITLES: &str = "id,action,resource_type,resource_id,user_id,ip_address,inserted_at";

/// An export by an `Accept` header; an empty one is not sent.
fn export(account: &Account, query: &str, accept: &str) -> Reply {
    let call = account.call("GET", &format!("{PATH}?{query}"));
    if accept.is_empty() { call.send() } else { call.header("Accept", accept).send() }
}

#[test]
fn the_format_is_named_or_follows_from_accept() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (query, accept, kind) in [
        ("", "", "csv"),
        ("", "*/*", "csv"),
        ("", "application/json", "json"),
        ("", "application/json, */*", "csv"),
        ("", "application/x-ndjson", "ndjson"),
        ("format=csv", "application/json", "csv"),
        ("format=json", "text/csv", "json"),
        ("format=ndjson", "", "ndjson"),
    ] {
        let reply = export(&account, query, accept);
        let content_type = match kind {
            "csv" => "text/csv; charset=utf-8",
            "json" => "application/json; charset=utf-8",
            _ => "application/x-ndjson; charset=utf-8",
        };
        assert_eq!((reply.status, reply.header("content-type")), (200, Some(content_type)), "{query} {accept}");
        let disposition = format!("attachment; filename=\"audit_log.{kind}\"");
        assert_eq!(reply.header("content-disposition"), Some(disposition.as_str()));
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        let head = account.call("HEAD", &format!("{PATH}?format={kind}")).send();
        assert_eq!((head.status, head.header("content-disposition")), (200, Some(disposition.as_str())));
    }
    let refused = export(&account, "format=xml", "");
    refused.fails(400, "format must be csv, json or ndjson");
}

#[test]
fn the_rows_are_those_of_the_log() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.webhook("http://127.0.0.1:9/x", json!({"topics": ["never"]}));
    account.event("t", json!({}));
    let log = account.get("/audit-log?limit=100").ok(200)["data"].as_array().unwrap().clone();
    let line = |entry: &Value| {
        let cell = |name| entry[name].as_str().unwrap_or_default().to_owned();
        TITLES.split(',').map(cell).collect::<Vec<_>>().join(",") + "\n"
    };
    let csv = export(&account, "", "").text;
    assert_eq!(csv, format!("{TITLES}\n") + &log.iter().map(line).collect::<String>());
    // The export itself is the newest entry now.
    let ndjson = export(&account, "format=ndjson&action=webhook.*&columns=action,id", "").text;
    let hook = log.iter().find(|e| e["action"] == "webhook.created").unwrap();
    assert_eq!(ndjson, format!("{{\"action\":\"webhook.created\",\"id\":{}}}\n", hook["id"]));
    let short = export(&account, "limit=2&bom=1&columns=action", "").text;
    assert_eq!(short, "\u{feff}action\ndata.exported\ndata.exported\n");
    let entries = account.get("/audit-log?action=data.exported").ok(200);
    let told: Vec<Value> = entries["data"].as_array().unwrap().iter().map(|e| e["metadata"].clone()).collect();
    let expected = [("csv", 2), ("ndjson", 1), ("csv", log.len())].map(|(format, rows)| {
        json!({"type": "audit_log", "format": format, "rows": rows, "api_key_prefix": &account.key[..12]})
    });
    assert_eq!(told, expected);
    assert_eq!(entries["data"][0]["resource_type"], "audit_log");
}

#[test]
fn events_and_deliveries_are_files_too() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    receiver.script("/bad", [Answer::status(404)]);
    let hook = account.webhook_id(&receiver.url("/bad"), json!({"topics": ["a.*"]}));
    let payload = r#"{"text":"x, \"y\"\n","n":1.10,"big":12345678901234567890123}"#;
    let body = format!(r#"{{"topic":"a.b","payload":{payload}}}"#);
    let sent = account.call("POST", "/events").raw("application/json", body).send().ok(202);
    let event = sent["event_id"].as_str().unwrap();
    let delivery = account.settled(event);
    let other = account.event("c", json!({}));
    account.delete(&format!("/events/{other}")).ok(200);
    let get = |path: &str| {
        let reply = account.get(&format!("/export/{path}"));
        assert_eq!(reply.status, 200, "{path}: {}", reply.text);
        reply
    };
    let shown = account.get(&format!("/events/{event}")).ok(200);
    let (at, hash) = (shown["occurred_at"].as_str().unwrap(), shown["payload_hash"].as_str().unwrap());
    let quoted = payload.replace('"', "\"\"");
    let csv =
        format!("id,topic,status,occurred_at,payload,payload_hash\n{event},a.b,active,{at},\"{quoted}\",{hash}\n");
    assert_eq!(get("events").text, csv);
    let encoded = serde_json::to_string(payload).unwrap();
    let row = |payload: &str| {
        format!(
            r#"{{"id":"{event}","topic":"a.b","status":"active","occurred_at":"{at}","payload":{payload},"payload_hash":"{hash}"}}"#
        )
    };
    assert_eq!(get("events?format=json").text, format!(r#"{{"data":[{}],"total":1}}"#, row(&encoded)));
    assert_eq!(get("events?format=ndjson&topic=a.*").text, row(payload) + "\n");
    assert_eq!(get("events?include=inactive&columns=id").text, format!("id\n{other}\n{event}\n"));
    assert_eq!(get("events?topic=b.*&columns=id").text, "id\n");
    assert_eq!(get("events?to=2020-01-01&columns=id").text, "id\n");
    let id = delivery["id"].as_str().unwrap();
    let titles = "id,event_id,webhook_id,status,attempt_number,response_status,inserted_at\n";
    let at = delivery["inserted_at"].as_str().unwrap();
    let csv = format!("{titles}{id},{event},{hook},failed,1,404,{at}\n");
    for query in
        [String::new(), "?status=failed".into(), format!("?webhook_id={hook}"), format!("?event_id={event}&days=1")]
    {
        assert_eq!(get(&format!("deliveries{query}")).text, csv, "{query}");
    }
    assert_eq!(get("deliveries?status=success").text, titles);
    account.get("/export/deliveries?status=lost").fails(422, "status must be one of: pending, success, failed");
    for (kind, name) in [("events", "events.csv"), ("deliveries", "deliveries.csv")] {
        let disposition = format!("attachment; filename=\"{name}\"");
        assert_eq!(get(kind).header("content-disposition"), Some(disposition.as_str()));
    }
    let told = account.get("/audit-log?action=data.exported&limit=1").ok(200)["data"][0].clone();
    assert_eq!((&told["resource_type"], &told["metadata"]["rows"]), (&json!("deliveries"), &json!(1)));
}

#[test]
fn jobs_are_a_file_too() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let titles = "id,name,status,schedule_type,action_type,inserted_at\n";
    assert_eq!(account.get("/export/jobs").text, titles);
    let job = |name: &str, more: Value| {
        let mut body = json!({"name": name, "cron_expression": "0 4 * * *"});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        account.post("/jobs", body).ok(201)["id"].as_str().unwrap().to_owned()
    };
    let emit = job("a, \"b\"", json!({"topic": "t"}));
    let post = job("post", json!({"url": "http://127.0.0.1:9/x"}));
    account.delete(&format!("/jobs/{emit}")).ok(200);
    let at = |id: &str| account.get(&format!("/jobs/{id}")).ok(200)["inserted_at"].as_str().unwrap().to_owned();
    let rows = format!(
        "{post},post,active,cron,post_url,{}\n{emit},\"a, \"\"b\"\"\",inactive,cron,emit_event,{}\n",
        at(&post),
        at(&emit)
    );
    let csv = account.get("/export/jobs");
    assert_eq!(
        (csv.text.clone(), csv.header("content-disposition")),
        (titles.to_owned() + &rows, Some("attachment; filename=\"jobs.csv\""))
    );
    let whole = account.get("/export/jobs?format=json&columns=name,status").ok(200);
    let rows = json!([{"name": "post", "status": "active"}, {"name": "a, \"b\"", "status": "inactive"}]);
    assert_eq!(whole, json!({"data": rows, "total": 2}));
    for (query, ids) in [
        ("limit=1", format!("{post}\n")),
        ("to=2020-01-01", String::new()),
        ("days=1&limit=9", format!("{post}\n{emit}\n")),
    ] {
        assert_eq!(account.get(&format!("/export/jobs?columns=id&{query}")).text, format!("id\n{ids}"), "{query}");
    }
    let told = account.get("/audit-log?action=data.exported&limit=1").ok(200)["data"][0].clone();
    let metadata = json!({"type": "jobs", "format": "csv", "rows": 2, "api_key_prefix": &account.key[..12]});
    assert_eq!((&told["resource_type"], &told["metadata"]), (&json!("jobs"), &metadata));
}

/// Adds that many entries of about a kilobyte to the log of a project whose server is stopped.
fn fill(daemon: &Daemon, project: &str, count: u32) {
    let db = daemon.database();
    let sql = "INSERT INTO audit_log (id, project_id, actor_type, action, resource_type, resource_id, metadata) \
               VALUES (?1, ?2, 'system', 'x.filled', 'x', ?3, '{}')";
    let project = blob(project);
    db.execute_batch("BEGIN").unwrap();
    let mut insert = db.prepare(sql).unwrap();
    for n in 0..count {
        let id = blob(&format!("0199b5a0-1111-7000-8000-{n:012x}"));
        insert.execute((id, &project, format!("{n:01000}"))).unwrap();
    }
    db.execute_batch("COMMIT").unwrap();
}

/// An id as the database holds it.
fn blob(id: &str) -> Vec<u8> {
    let digits = id.replace('-', "");
    (0..16).map(|n| u8::from_str_radix(&digits[2 * n..2 * n + 2], 16).unwrap()).collect()
}

/// The most memory the server has ever held, in kilobytes.
fn peak(daemon: &Daemon) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", daemon.pid())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn exported(account: &Account) -> Vec<u64> {
    let entries = account.get("/audit-log?action=data.exported").ok(200);
    entries["data"].as_array().unwrap().iter().map(|e| e["metadata"]["rows"].as_u64().unwrap()).collect()
}

#[test]
fn any_number_of_rows_streams_in_little_memory_and_ends_only_when_whole() {
    const ROWS: u32 = 40_000;
    let mut daemon = Daemon::start();
    let account = daemon.register();
    daemon.stop();
    fill(&daemon, &account.project_id, ROWS);
    daemon.restart();
    export(&account, "format=json&limit=1000", "");
    let before = peak(&daemon);
    for format in ["csv", "ndjson", "json"] {
        let whole = export(&account, &format!("action=x.filled&format={format}"), "");
        assert!(whole.body.len() > 40_000_000 && whole.header("content-length").is_none(), "{format}");
        let rows = match format {
            "csv" => whole.text.lines().count() - 1,
            "ndjson" => whole.text.lines().count(),
            _ => whole.json["data"].as_array().unwrap().len(),
        };
        assert_eq!(rows, ROWS as usize, "{format}");
    }
    let grown = peak(&daemon) - before;
    // Most of it are the caches of the database; one of the files alone is longer.
    assert!(grown < 64_000, "120 MB of exports took {grown} kB of memory");

    // A caller who leaves early is recorded with about as many rows as left.
    assert_eq!(exported(&account)[0], u64::from(ROWS));
    let mut stream = begin(&account, "ndjson");
    stream.read_exact(&mut [0; 10_000]).unwrap();
    drop(stream);
    let left =
        until("the broken export is recorded", || (exported(&account).len() == 5).then(|| exported(&account)[0]));
    assert!((1..u64::from(ROWS)).contains(&left), "{left}");

    // A server that dies leaves no file that looks complete, whatever the format.
    let mut broken: Vec<_> = ["csv", "ndjson", "json"].map(|format| BufReader::new(begin(&account, format))).into();
    for stream in &mut broken {
        assert!(!stream.fill_buf().unwrap().is_empty());
    }
    daemon.kill9();
    for stream in &mut broken {
        assert!(read_reply(stream, false).is_err(), "it looks complete");
    }
}

#[test]
fn large_events_stream_in_little_memory_too() {
    const ROWS: u32 = 2_000;
    let mut daemon = Daemon::start();
    let account = daemon.register();
    daemon.stop();
    {
        let (db, project) = (daemon.database(), blob(&account.project_id));
        let sql = "INSERT INTO events (project_id, id, topic, payload, nested, status, hash) \
                   VALUES (?1, ?2, 't', ?3, 1, 0, ?4)";
        db.execute_batch("BEGIN").unwrap();
        for n in 0..ROWS {
            let id = blob(&format!("0199b5a0-1111-7000-8000-{n:012x}"));
            let payload = format!(r#"{{"text":"{n:060000}"}}"#);
            db.prepare_cached(sql).unwrap().execute((&project, id, payload, [7u8; 32])).unwrap();
        }
        db.execute_batch("COMMIT").unwrap();
    }
    daemon.restart();
    account.get("/export/events?limit=100");
    let before = peak(&daemon);
    for format in ["csv", "ndjson"] {
        let whole = account.get(&format!("/export/events?format={format}"));
        let titles = u32::from(format == "csv");
        assert_eq!(whole.text.lines().count() as u32, ROWS + titles, "{format}");
    }
    let grown = peak(&daemon) - before;
    assert!(grown < 64_000, "240 MB of exports took {grown} kB of memory");
    let mut stream = BufReader::new(begin_at(&account, "/export/events", "json"));
    assert!(!stream.fill_buf().unwrap().is_empty());
    daemon.kill9();
    assert!(read_reply(&mut stream, false).is_err(), "it looks complete");
}

/// Asks for all rows and reads nothing yet.
fn begin(account: &Account, format: &str) -> std::net::TcpStream {
    begin_at(account, PATH, format)
}

fn begin_at(account: &Account, path: &str, format: &str) -> std::net::TcpStream {
    let mut stream = connect(account.address()).unwrap();
    let key = &account.key;
    let head = format!("GET /api/v1{path}?format={format} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    stream
}
