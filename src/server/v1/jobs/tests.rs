//! Jobs through the route table: shapes, changes, runs by hand, the look ahead.

use crate::base::{Id, Timestamp};
use crate::engine::testing::TestEngine;
use crate::server::testing::Api;
use serde_json::{Value, json};

struct Scene {
    engine: TestEngine,
    api: Api,
    key: String,
}

impl Scene {
    async fn new() -> Scene {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        let key = engine.register("ana@example.org").await.api_key;
        Scene { engine, api, key }
    }

    async fn call(&self, call: &str, body: Value) -> (u16, Value) {
        self.api.call(call, &self.key, &body.to_string()).await
    }

    async fn ok(&self, call: &str, body: Value) -> Value {
        let (status, answer) = self.call(call, body).await;
        assert!((200..300).contains(&status), "{call}: {status} {answer}");
        answer
    }

    /// Actions and what they changed, of the entries about jobs.
    async fn audited(&self) -> Vec<(String, Value)> {
        let all = self.engine.audited().await.into_iter().filter(|(action, _)| action.starts_with("job."));
        all.map(|(action, text)| {
            let metadata: Value = serde_json::from_str(&text).expect("json");
            (action, metadata["changed"].clone())
        })
        .collect()
    }
}

fn at(job: &Value) -> String {
    format!("/jobs/{}", job["id"].as_str().expect("an id"))
}

#[tokio::test]
async fn a_new_job_has_every_field() {
    let scene = Scene::new().await;
    let body = json!({"name": "Daily Report", "schedule_type": "daily", "schedule_hour": 6, "action_type": "emit_event",
                      "action_config": {"topic": "report.daily", "payload": {}}});
    let (status, job) = scene.call("POST /jobs", body).await;
    let made: Id<()> = Id::parse(job["id"].as_str().expect("id")).expect("id");
    let due = Timestamp::parse(job["next_run_at"].as_str().expect("time")).expect("time");
    assert!(due > made.time() && due.since(made.time()).as_secs() <= 86_400, "{job}");
    let expected = json!({
        "id": job["id"], "name": "Daily Report", "schedule_type": "daily", "schedule_config": {"hour": 6, "minute": 0},
        "action_type": "emit_event", "action_config": {"topic": "report.daily", "payload": {}}, "status": "active",
        "inserted_at": made.time().to_string(), "updated_at": job["inserted_at"], "active": true, "timezone": "UTC",
        "next_run_at": job["next_run_at"], "last_run_at": null, "last_run_status": null, "cron_expression": "0 6 * * *",
        "schedule": "0 6 * * *", "queue": null, "topic": "report.daily", "topics": ["report.daily"], "payload": {},
        "url": null, "webhook_id": null,
    });
    assert_eq!((status, job.to_string()), (201, expected.to_string()));
    let shown = scene.ok(&format!("GET {}", at(&job)), json!({})).await;
    assert_eq!(shown["recent_runs"], json!([]));
    let list = scene.ok("GET /jobs", json!({})).await;
    assert_eq!(list, json!({"jobs": [job], "data": [job], "has_next": false, "next_cursor": null}));

    let body = json!({"name": "Call", "schedule": "*/5 * * * *", "url": "https://example.com/a", "secret": "hush"});
    let post = scene.ok("POST /jobs", body).await;
    let config =
        json!({"url": "https://example.com/a", "method": "POST", "headers": {}, "payload": {}, "has_secret": true});
    assert_eq!(post["action_config"].to_string(), config.to_string());
    assert_eq!((&post["url"], &post["topic"], &post["topics"]), (&config["url"], &Value::Null, &json!([])));
    assert!(!post.to_string().contains("hush"));
    assert_eq!(scene.audited().await, vec![("job.created".to_owned(), Value::Null); 2]);
}

#[tokio::test]
async fn refusals_keep_nothing() {
    let scene = Scene::new().await;
    let foreign = scene.engine.register("eva@example.org").await;
    let hook = r#"{"url":"https://example.com/hook"}"#;
    let hook = scene.api.call("POST /webhooks", &foreign.api_key, hook).await.1["id"].clone();
    for (body, status, error) in [
        (json!({}), 400, "Missing required field: name"),
        (json!({"name": "n", "schedule_type": "cron"}), 400, "Missing required field: cron_expression"),
        (json!({"name": "n", "cron": "x"}), 422, "Invalid cron expression: expected 5 fields, got 1"),
        (json!({"name": "n", "webhook_id": hook}), 422, "webhook_id does not exist"),
        (json!({"name": "n", "url": "https://127.0.0.1/"}), 422, "url points to a blocked address"),
    ] {
        let (code, answer) = scene.call("POST /jobs", body.clone()).await;
        assert_eq!((code, answer["error"].as_str()), (status, Some(error)), "{body}");
    }
    let job = scene.ok("POST /jobs", json!({"name": "n"})).await;
    let (code, answer) = scene.call(&format!("PATCH {}", at(&job)), json!({"name": "m", "webhook_id": hook})).await;
    assert_eq!((code, answer["error"].as_str()), (422, Some("webhook_id does not exist")));
    assert_eq!(scene.ok("GET /jobs", json!({})).await["jobs"], json!([job]));
    let none = format!("/jobs/{}", crate::base::Id::<()>::MAX);
    for call in ["GET", "PATCH", "DELETE"].map(|verb| format!("{verb} {none}")).into_iter().chain([
        format!("GET {none}/runs"),
        format!("POST {none}/run"),
        "GET /jobs/5".to_owned(),
    ]) {
        assert_eq!(scene.call(&call, json!({})).await, (404, json!({"error": "Job not found"})), "{call}");
    }
    let (code, answer) = scene.call(&format!("GET {}/runs?status=done", at(&job)), json!({})).await;
    assert_eq!((code, answer["error"].as_str()), (422, Some("status must be one of: running, success, failed")));
}

#[tokio::test]
async fn changes_reschedule_and_are_recorded() {
    let scene = Scene::new().await;
    let job = scene.ok("POST /jobs", json!({"name": "n", "hour": 3, "topic": "t"})).await;
    let path = at(&job);
    let patch = format!("PATCH {path}");
    let same = scene.ok(&patch, json!({"name": "", "cron_expression": "", "topics": null, "webhook_id": ""})).await;
    assert_eq!(same, job);
    let renamed = scene.ok(&patch, json!({"name": "Updated", "schedule_hour": 6})).await;
    assert_eq!((&renamed["name"], &renamed["cron_expression"]), (&json!("Updated"), &json!("0 6 * * *")));
    assert_ne!(renamed["next_run_at"], job["next_run_at"]);
    let off = scene.ok(&patch, json!({"active": false})).await;
    assert_eq!((&off["status"], &off["next_run_at"]), (&json!("inactive"), &Value::Null));
    assert_eq!(scene.ok("GET /jobs", json!({})).await["jobs"], json!([]));
    assert_eq!(scene.ok("GET /jobs?include=inactive", json!({})).await["jobs"], json!([off]));
    let on = scene.ok(&patch, json!({"status": "active"})).await;
    assert_eq!(on["next_run_at"], renamed["next_run_at"]);
    for _ in 0..2 {
        assert_eq!(scene.ok(&format!("DELETE {path}"), json!({})).await, json!({"status": "inactive"}));
    }
    let gone = scene.ok(&format!("GET {path}"), json!({})).await;
    assert_eq!((&gone["status"], &gone["next_run_at"]), (&json!("inactive"), &Value::Null));
    let expected = [
        ("job.created", Value::Null),
        ("job.updated", json!(["name", "schedule_config"])),
        ("job.updated", json!(["status"])),
        ("job.updated", json!(["status"])),
        ("job.deactivated", Value::Null),
    ];
    assert_eq!(scene.audited().await, expected.map(|(action, changed)| (action.to_owned(), changed)));
}

#[tokio::test]
async fn a_run_by_hand_makes_the_event_and_leaves_the_schedule() {
    let scene = Scene::new().await;
    let body = json!({"name": "Daily \"digest\"", "topics": ["a", "b"], "payload": {"at": "{{ now }}", "for": ["{{scheduled_for}}"],
                      "who": "{{job_id}}/{{job_name}}", "topic": "plain", "deliver_at": "data", "idempotency_key": 5}});
    let job = scene.ok("POST /jobs", body).await;
    let path = at(&job);
    scene.ok(&format!("DELETE {path}"), json!({})).await;
    let run = scene.ok(&format!("POST {path}/run"), json!({})).await;
    let (now, ids) = (&run["started_at"], &run["result"]["event_ids"]);
    let expected = json!({
        "id": run["id"], "executed_at": now, "status": "success", "result": {"event_id": ids[0], "event_ids": ids},
        "job_id": job["id"], "scheduled_for": now, "trigger": "manual", "started_at": now, "finished_at": now,
        "error": null, "inserted_at": run["inserted_at"],
    });
    assert_eq!(run.to_string(), expected.to_string());
    assert_eq!(ids.as_array().map(Vec::len), Some(2));
    for (id, topic) in ids.as_array().into_iter().flatten().zip(["a", "b"]) {
        let event = scene.ok(&format!("GET /events/{}", id.as_str().expect("id")), json!({})).await;
        let payload = json!({"at": now, "for": [now], "who": format!("{}/Daily \"digest\"", job["id"].as_str().expect("id")),
                             "topic": "plain", "deliver_at": "data", "idempotency_key": 5});
        assert_eq!((event["topic"].as_str(), &event["payload"]), (Some(topic), &payload));
        assert_eq!((&event["deliver_at"], &event["idempotency_key"]), (&Value::Null, &Value::Null));
    }
    let shown = scene.ok(&format!("GET {path}"), json!({})).await;
    assert_eq!((&shown["last_run_at"], &shown["last_run_status"]), (now, &json!("success")));
    assert_eq!((&shown["next_run_at"], &shown["recent_runs"]), (&Value::Null, &json!([run])));
    let runs = scene.ok(&format!("GET {path}/runs"), json!({})).await;
    assert_eq!(runs, json!({"runs": [run], "data": [run], "has_next": false, "next_cursor": null}));
}

#[tokio::test]
async fn runs_come_in_pages_by_status() {
    let scene = Scene::new().await;
    let job = scene.ok("POST /jobs", json!({"name": "n"})).await;
    let path = at(&job);
    for _ in 0..23 {
        scene.ok(&format!("POST {path}/run"), json!({})).await;
    }
    let count = |list: &Value| list["runs"].as_array().map(Vec::len);
    let first = scene.ok(&format!("GET {path}/runs"), json!({})).await;
    assert_eq!((count(&first), &first["has_next"]), (Some(20), &json!(true)));
    let cursor = first["next_cursor"].as_str().expect("cursor");
    let rest = scene.ok(&format!("GET {path}/runs?cursor={cursor}"), json!({})).await;
    assert_eq!((count(&rest), &rest["has_next"]), (Some(3), &json!(false)));
    for (query, expected) in [("limit=500", 23), ("limit=0", 1), ("status=success&limit=7", 7), ("status=failed", 0)] {
        let list = scene.ok(&format!("GET {path}/runs?{query}"), json!({})).await;
        assert_eq!(count(&list), Some(expected), "{query}");
    }
    let shown = scene.ok(&format!("GET {path}"), json!({})).await;
    assert_eq!(shown["recent_runs"].as_array().map(Vec::len), Some(10));
    assert_eq!(shown["recent_runs"][0], first["runs"][0]);
}

#[tokio::test]
async fn a_request_that_cannot_be_sent_is_a_failed_run() {
    let scene = Scene::new().await;
    let body = json!({"name": "n", "url": "https://localhost:1/x"});
    let job = scene.ok("POST /jobs", body).await;
    let run = scene.ok(&format!("POST {}/run", at(&job)), json!({})).await;
    assert_eq!((&run["status"], &run["error"]), (&json!("failed"), &json!("Destination address not allowed")));
    assert_eq!(run["result"], json!({"error": "Destination address not allowed"}));
    let shown = scene.ok(&format!("GET {}", at(&job)), json!({})).await;
    assert_eq!((&shown["last_run_status"], &shown["recent_runs"]), (&json!("failed"), &json!([run])));
}

#[tokio::test]
async fn a_held_project_runs_nothing() {
    let scene = Scene::new().await;
    let job = scene.ok("POST /jobs", json!({"name": "n"})).await;
    scene.engine.sql("UPDATE users SET processing_consent = 0").await;
    let project = scene.ok("GET /project", json!({})).await["id"].as_str().and_then(Id::parse).expect("id");
    scene.engine.directory.changed(project);
    let refused = scene.call(&format!("POST {}/run", at(&job)), json!({})).await;
    assert_eq!(refused, (403, json!({"error": "Processing restricted"})));
    scene.ok(&format!("PATCH {}", at(&job)), json!({"hour": 5})).await;
    assert_eq!(scene.ok(&format!("GET {}/runs", at(&job)), json!({})).await["runs"], json!([]));
}

#[tokio::test]
async fn the_thousandth_job_is_the_last() {
    let scene = Scene::new().await;
    let job = scene.ok("POST /jobs", json!({"name": "n"})).await;
    let copies = "INSERT INTO jobs (project_id, id, status, name, schedule_type, schedule_config, action, action_config, \
                  updated_at) SELECT project_id, randomblob(16), 0, name, schedule_type, schedule_config, action, \
                  action_config, 0 FROM jobs, (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n \
                  WHERE i < 999) SELECT i FROM n)";
    scene.engine.sql(copies).await;
    let full = (422, json!({"error": "Limit reached: 1000 jobs"}));
    assert_eq!(scene.call("POST /jobs", json!({"name": "m"})).await, full);
    let off = scene.ok("POST /jobs", json!({"name": "m", "active": false})).await;
    assert_eq!(scene.call(&format!("PATCH {}", at(&off)), json!({"active": true})).await, full);
    scene.ok(&format!("PATCH {}", at(&job)), json!({"name": "other"})).await;
    scene.ok(&format!("DELETE {}", at(&job)), json!({})).await;
    scene.ok(&format!("PATCH {}", at(&off)), json!({"active": true})).await;
}

#[tokio::test]
async fn the_look_ahead_takes_any_spelling() {
    let scene = Scene::new().await;
    let from = "from=2026-01-15T10:30:00Z";
    let times = json!(["2026-01-15T10:45:00Z", "2026-01-15T11:00:00Z"]);
    for name in ["expression", "cron", "expr", "cron_expression"] {
        let query = format!("GET /jobs/cron-preview?{name}=*/15+*+*+*%20*&count=2&{from}");
        let expected = json!({"expression": "*/15 * * * *", "next_executions": times, "executions": times, "data": times,
                              "timezone": "UTC"});
        assert_eq!(scene.ok(&query, json!({})).await.to_string(), expected.to_string());
    }
    for (query, count) in [("", 5), ("&count=0", 1), ("&count=500", 100), ("&count=x", 5)] {
        let answer = scene.ok(&format!("GET /jobs/cron-preview?cron=@daily{query}"), json!({})).await;
        assert_eq!(answer["data"].as_array().map(Vec::len), Some(count), "{query}");
    }
    let zoned = format!("GET /jobs/cron-preview?cron=0+0+*+*+*&timezone=Asia/Kolkata&count=1&{from}");
    let answer = scene.ok(&zoned, json!({})).await;
    assert_eq!((&answer["data"], &answer["timezone"]), (&json!(["2026-01-15T18:30:00Z"]), &json!("Asia/Kolkata")));
    for (query, status, error) in [
        ("", 400, "Missing required field: expression"),
        ("cron=", 400, "Missing required field: expression"),
        ("cron=60+*+*+*+*", 422, "Invalid cron expression: minute: 60 is not in 0-59"),
        ("cron=@daily&timezone=x", 422, "timezone is not a known time zone"),
        ("cron=@daily&from=x", 400, "from must be an ISO 8601 timestamp"),
    ] {
        let (code, answer) = scene.call(&format!("GET /jobs/cron-preview?{query}"), json!({})).await;
        assert_eq!((code, answer["error"].as_str()), (status, Some(error)), "{query}");
    }
}
