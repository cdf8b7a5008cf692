//! Projects, the audit log and the settings as operators see them.

use crate::domain::account::UserRole;
use crate::engine::testing::TestEngine;
use crate::server::testing::Api;
use serde_json::{Value, json};

struct Scene {
    engine: TestEngine,
    api: Api,
    root: String,
}

impl Scene {
    async fn new() -> Scene {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        let root = engine.operator("root@example.org", UserRole::Admin).await.0.tokens.access;
        Scene { engine, api, root }
    }

    async fn get(&self, path: &str) -> Value {
        let (status, answer) = self.api.call(&format!("GET /admin{path}"), &self.root, "").await;
        assert_eq!(status, 200, "{path}: {answer}");
        answer
    }
}

#[tokio::test]
async fn all_projects_are_shown_and_opening_one_is_on_record() {
    let scene = Scene::new().await;
    let made = scene.engine.register("ana@example.org").await;
    let hook = r#"{"url":"https://example.com/hook","topics":["never"]}"#;
    scene.api.call("POST /webhooks", &made.api_key, hook).await;
    for _ in 0..32 {
        scene.api.call("POST /events", &made.api_key, r#"{"topic":"t"}"#).await;
    }
    let list = scene.get("/projects").await;
    let newest = &list["data"][0];
    assert_eq!(list["data"].as_array().map(Vec::len), Some(2));
    assert_eq!((&newest["id"], &newest["owner_email"]), (&json!(made.project), &json!("ana@example.org")));
    assert_eq!((&newest["role"], &newest["is_default"]), (&Value::Null, &json!(true)));
    assert!(!scene.engine.audited().await.iter().any(|(action, _)| action == "admin.project_viewed"));
    let shown = scene.get(&format!("/projects/{}", made.project)).await;
    let count = |key: &str| shown["data"][key].as_array().map(Vec::len);
    assert_eq!(
        (count("events"), count("deliveries"), count("webhooks"), count("jobs")),
        (Some(30), Some(0), Some(1), Some(0))
    );
    assert_eq!((&shown["status"], &shown["owner_id"]), (&json!("active"), &json!(made.user.id)));
    assert!(shown["webhooks"][0].get("secret").is_none());
    assert_eq!(scene.engine.audited().await.pop().expect("entry").0, "admin.project_viewed");
    for path in ["x", "0199b5a0-ffff-7000-8000-00000000dead"] {
        let (status, answer) = scene.api.call(&format!("GET /admin/projects/{path}"), &scene.root, "").await;
        assert_eq!((status, &answer["error"]), (404, &json!("Project not found")));
    }
}

#[tokio::test]
async fn limits_and_status_are_set_at_once() {
    let scene = Scene::new().await;
    let made = scene.engine.register("ana@example.org").await;
    let patch = format!("PATCH /admin/projects/{}", made.project);
    let set = async |body: &str| scene.api.call(&patch, &scene.root, body).await;
    let (status, shown) = set(r#"{"rate_limit_api_calls_per_minute":1}"#).await;
    assert_eq!((status, &shown["rate_limit_api_calls_per_minute"]), (200, &json!(1)));
    let call = async || scene.api.call("GET /project", &made.api_key, "").await.0;
    assert_eq!((call().await, call().await), (200, 429));
    let shown = set(r#"{"rate_limit_api_calls_per_minute":null,"rate_limit_events_per_minute":5}"#).await.1;
    assert_eq!(shown["rate_limit_api_calls_per_minute"], 600_000);
    assert_eq!(shown["rate_limit_events_per_minute"], 5);
    assert_eq!(call().await, 200);
    assert_eq!(set(r#"{"status":"inactive"}"#).await.1["status"], "inactive");
    assert_eq!(call().await, 401);
    assert_eq!(scene.api.call("GET /projects", &made.tokens.access, "").await.1["data"], json!([]));
    let actions: Vec<String> = scene.engine.audited().await.into_iter().map(|(action, _)| action).collect();
    assert!(actions.ends_with(&["project.deleted".to_owned(), "admin.project_updated".to_owned()]), "{actions:?}");
    assert_eq!(set(r#"{"status":"active"}"#).await.1["status"], "active");
    let list = scene.api.call("GET /projects", &made.tokens.access, "").await.1;
    assert_eq!((&list["data"][0]["id"], &list["data"][0]["is_default"]), (&json!(made.project), &json!(true)));
    assert_eq!(scene.api.call("POST /token/regenerate", &made.tokens.access, "").await.0, 200);
    let before = scene.engine.audited().await.len();
    assert_eq!(set(r#"{"status":"active"}"#).await.0, 200);
    assert_eq!(scene.engine.audited().await.len(), before);
}

#[tokio::test]
async fn the_log_of_all_has_projects_and_the_server() {
    let scene = Scene::new().await;
    let made = scene.engine.register("ana@example.org").await;
    scene.api.call("POST /events", &made.api_key, r#"{"topic":"t"}"#).await;
    let actions = |list: &Value| -> Vec<String> {
        let rows = list["data"].as_array().expect("list").iter();
        rows.map(|row| row["action"].as_str().expect("action").to_owned()).collect()
    };
    let all = scene.get("/audit-log").await;
    let one = ["api_key.created", "project.created", "user.registered"];
    assert_eq!(actions(&all), [one, one].concat());
    assert_eq!(all["data"][0]["project_id"], json!(made.project));
    assert_eq!(
        (&all["data"][2]["project_id"], &all["data"][2]["actor_email"]),
        (&Value::Null, &json!("ana@example.org"))
    );
    let of_project = scene.get(&format!("/audit-log?project_id={}", made.project)).await;
    assert_eq!(actions(&of_project), ["event.created", "api_key.created", "project.created"]);
    for (query, count) in [
        ("action=user.registered".to_owned(), 2),
        ("action=user.*".to_owned(), 2),
        ("actor_email=ana@example.org".to_owned(), 3),
        (format!("user_id={}&action=project.*", made.user.id), 1),
        (format!("resource_id={}", made.project), 1),
        ("resource_type=api_key".to_owned(), 2),
        ("to=2020-01-01".to_owned(), 0),
    ] {
        assert_eq!(actions(&scene.get(&format!("/audit-log?{query}")).await).len(), count, "{query}");
    }
    let (status, answer) = scene.api.call("GET /admin/audit-log?project_id=x", &scene.root, "").await;
    assert_eq!((status, &answer["error"]), (400, &json!("project_id must be a UUID")));
}

#[tokio::test]
async fn settings_are_those_in_force() {
    let scene = Scene::new().await;
    let shown = scene.get("/settings").await;
    assert_eq!((&shown["data"]["registration"], &shown["jwt_days"]), (&json!("open"), &json!(7)));
}
