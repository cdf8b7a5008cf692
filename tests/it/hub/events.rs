//! Lists with numbered pages, one event with all that is known of it, and the audit log.

use super::{Hub, fails, globex};
use crate::support::{Daemon, Receiver};
use serde_json::{Value, json};

fn names(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Six events of two providers, oldest first.
fn six(hub: &Hub) -> Vec<String> {
    hub.source("globex", "token");
    hub.account.post("/sources", json!({"preset": "globex", "slug": "other", "secret": "token"})).ok(201);
    let send = |n: usize| {
        let mut body = globex(&format!("g-{n}"), if n.is_multiple_of(2) { "even" } else { "odd" });
        body["timestamp"] = json!(format!("2026-01-{:02}T00:00:00Z", 20 - n));
        body["resource"]["id"] = json!(format!("Order-{n}"));
        let slug = if n < 4 { "globex" } else { "other" };
        let answer = hub.provide(slug, &[("X-Globex-Token", "token")], &body.to_string()).ok(202);
        answer["data"]["eventId"].as_str().unwrap().to_owned()
    };
    (0..6).map(send).collect()
}

#[test]
fn lists_are_filtered_sorted_and_counted() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hub = Hub::of(&account);
    let ids = six(&hub);
    for (query, wanted) in [
        ("", vec![5, 4, 3, 2, 1, 0]),
        ("?sortOrder=asc", vec![0, 1, 2, 3, 4, 5]),
        ("?sortBy=receivedAt", vec![5, 4, 3, 2, 1, 0]),
        ("?sortBy=occurredAt", vec![0, 1, 2, 3, 4, 5]),
        ("?sortBy=occurredAt&sortOrder=asc", vec![5, 4, 3, 2, 1, 0]),
        ("?sortBy=status", vec![5, 4, 3, 2, 1, 0]),
        ("?provider=globex", vec![3, 2, 1, 0]),
        ("?provider=globex&eventType=odd", vec![3, 1]),
        ("?provider=other&sortBy=occurredAt", vec![4, 5]),
        ("?eventType=even&sortOrder=asc", vec![0, 2, 4]),
        ("?status=processed", vec![5, 4, 3, 2, 1, 0]),
        ("?status=failed", vec![]),
        ("?subject=ORDER-3", vec![3]),
        ("?subject=rder-&provider=other", vec![5, 4]),
        ("?from=2026-01-16T00:00:00Z&to=2026-01-18T00:00:00Z", vec![4, 3, 2]),
        ("?from=2026-01-16&sortBy=occurredAt&sortOrder=asc", vec![4, 3, 2, 1, 0]),
        ("?to=2026-01-16&eventType=odd", vec![5]),
        ("?from=2026-01-16T00:00:00Z&to=2026-01-16T00:00:00Z", vec![4]),
        ("?from=2026-01-15T23:30:00Z&to=2026-01-17T00:30:00Z&sortBy=occurredAt", vec![3, 4]),
        ("?to=2026-01-15T00:00:00Z", vec![5]),
        ("?provider=nobody", vec![]),
    ] {
        let list = hub.get(&format!("/events{query}"));
        let found: Vec<_> =
            list["data"].as_array().unwrap().iter().map(|event| event["id"].as_str().unwrap()).collect();
        let expected: Vec<_> = wanted.iter().map(|n: &usize| ids[*n].as_str()).collect();
        assert_eq!(found, expected, "{query}");
        assert_eq!(list["meta"]["total"], wanted.len(), "{query}");
    }
    let page = hub.get("/events?page=2&pageSize=4");
    assert_eq!(page["meta"], json!({"page": 2, "pageSize": 4, "total": 6, "totalPages": 2}));
    assert_eq!(page["data"].as_array().unwrap().len(), 2);
    let item = &page["data"][1];
    let wanted = json!({"id": ids[0], "provider": "globex", "externalEventId": "g-0", "eventType": "even",
        "subject": "Order-0", "status": "processed", "occurredAt": "2026-01-20T00:00:00.000000Z",
        "receivedAt": item["receivedAt"], "createdAt": item["createdAt"]});
    assert_eq!(item, &wanted);
}

#[test]
fn values_that_cannot_be_meant_are_refused() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hub = Hub::of(&account);
    for (path, field) in [
        ("/events?page=0", "page"),
        ("/events?page=x", "page"),
        ("/events?pageSize=101", "pageSize"),
        ("/events?pageSize=0", "pageSize"),
        ("/events?status=done", "status"),
        ("/events?sortBy=subject", "sortBy"),
        ("/events?sortOrder=up", "sortOrder"),
        ("/events?from=soon", "from"),
        ("/events?from=2026-01-02&to=2026-01-01", "from"),
        ("/integrations?activeOnly=yes", "activeOnly"),
        ("/deliveries?status=pending", "status"),
        ("/deliveries?eventId=x", "eventId"),
        ("/audit-entries?page=-1", "page"),
    ] {
        let error = fails(&hub.call("GET", path).send(), 400, "VALIDATION_ERROR");
        assert!(error["details"][field].is_array(), "{path}: {error}");
    }
}

#[test]
fn an_event_is_shown_with_its_request_and_attempts() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let hub = Hub::of(&account);
    hub.source("globex", "token");
    account.webhook(&receiver.url("/in"), json!({"topics": ["globex.*"]}));
    let body = r#"{ "id":"g-1", "type":"t", "timestamp":1768473000, "resource":{"id":"r","n":1.10} }"#;
    let headers = [("X-Globex-Token", "token"), ("X-Trace", "abc"), ("Authorization", "Basic eHg6eHg=")];
    let event = hub.provide("globex", &headers, body).ok(202)["data"]["eventId"].as_str().unwrap().to_owned();
    hub.reaches(&event, "processed");
    let answer = hub.call("GET", &format!("/events/{event}")).send();
    let shown = &answer.json["data"];
    assert_eq!(
        names(shown),
        [
            "id",
            "provider",
            "externalEventId",
            "eventType",
            "subject",
            "status",
            "occurredAt",
            "receivedAt",
            "createdAt",
            "data",
            "rawWebhook",
            "deliveryAttempts",
            "processingJobs"
        ]
    );
    assert_eq!((&shown["occurredAt"], &shown["subject"]), (&json!("2026-01-15T10:30:00.000000Z"), &json!("r")));
    assert!(answer.text.contains(r#""data":{"id":"r","n":1.10}"#), "{}", answer.text);
    assert!(answer.text.contains(body), "the bytes as they came: {}", answer.text);
    let raw = &shown["rawWebhook"];
    assert_eq!(names(raw), ["headers", "body", "receivedAt"]);
    assert_eq!(raw["headers"]["x-trace"], "abc");
    assert!(raw["headers"].get("authorization").is_none() && raw["headers"].get("x-globex-token").is_none(), "{raw}");
    let attempt = &shown["deliveryAttempts"][0];
    assert_eq!(
        names(attempt),
        ["id", "deliveryId", "attempt", "statusCode", "status", "durationMs", "error", "createdAt"]
    );
    assert_eq!(
        (&attempt["attempt"], &attempt["statusCode"], &attempt["status"]),
        (&json!(1), &json!(200), &json!("success"))
    );
    let job = &shown["processingJobs"][0];
    assert_eq!(names(job), ["id", "status", "attempts", "nextRunAt", "lastError"]);
    assert_eq!(
        job,
        &json!({"id": job["id"], "status": "processed", "attempts": 1, "nextRunAt": null, "lastError": null})
    );

    let native = account.deliveries(account.get("/events").ok(200)["events"][0]["id"].as_str().unwrap());
    assert_eq!((native.len(), &native[0]["id"]), (1, &attempt["deliveryId"]), "one story");
    for path in [format!("/events/{event}/status"), format!("/processing-status/{event}")] {
        let status = hub.get(&path);
        let wanted = json!({"eventId": event, "status": "processed", "attemptCount": 1, "lastError": null,
            "recentJobs": shown["processingJobs"]});
        assert_eq!(status["data"], wanted);
    }
    let plain = format!("{}-{}-{}-{}-{}", &event[4..12], &event[12..16], &event[16..20], &event[20..24], &event[24..]);
    assert_eq!(hub.get(&format!("/events/{plain}"))["data"]["id"], event.as_str());
    let native = account.event("globex.t", json!({}));
    for id in [&native, "evt_x", "x"] {
        fails(&hub.call("GET", &format!("/events/{id}")).send(), 404, "NOT_FOUND");
    }
}

#[test]
fn attempts_and_entries_have_numbered_pages() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let hub = Hub::of(&account);
    hub.source("globex", "token");
    account.webhook(&receiver.url("/in"), json!({"topics": ["globex.good"]}));
    receiver.script("/bad", (0..2).map(|_| crate::support::Answer::status(404)));
    account.webhook(&receiver.url("/bad"), json!({"topics": ["globex.bad"]}));
    let good = hub.globex(&globex("1", "good"));
    let bad = hub.globex(&globex("2", "bad"));
    hub.reaches(&good, "processed");
    hub.reaches(&bad, "failed");
    let all = hub.get("/deliveries?pageSize=1");
    assert_eq!(all["meta"], json!({"page": 1, "pageSize": 1, "total": 2, "totalPages": 2}));
    for (query, event, status) in [
        ("status=failed".to_owned(), &bad, "failed"),
        ("status=success".to_owned(), &good, "success"),
        (format!("eventId={good}"), &good, "success"),
        (format!("eventId={bad}&status=failed"), &bad, "failed"),
    ] {
        let list = hub.get(&format!("/deliveries?{query}"));
        let one = &list["data"][0];
        assert_eq!(
            (&one["eventId"], &one["status"], &list["meta"]["total"]),
            (&json!(event), &json!(status), &json!(1))
        );
    }
    assert_eq!(hub.get(&format!("/deliveries?eventId={good}&status=failed"))["meta"]["total"], 0);
    let failed = hub.get(&format!("/events/{bad}/status"));
    assert_eq!((&failed["data"]["lastError"], &failed["data"]["attemptCount"]), (&json!("HTTP 404"), &json!(1)));

    let sources = hub.get("/audit-entries?entityType=source");
    assert_eq!((&sources["meta"]["total"], &sources["data"][0]["action"]), (&json!(1), &json!("source.created")));
    let entry = &sources["data"][0];
    assert_eq!(names(entry), ["id", "entityType", "entityId", "action", "actor", "metadata", "createdAt"]);
    let id = entry["entityId"].as_str().unwrap();
    let same = hub.get(&format!("/audit-entries?entityId={id}&action=source.created&pageSize=5"));
    assert_eq!(&same["data"][0], entry);
    let every = hub.get("/audit-entries");
    assert!(every["meta"]["total"].as_u64().unwrap() >= 3, "{every}");
}
