//! Projects of users over the routes: shapes, the default, refusals, the end.

use crate::engine::testing::TestEngine;
use crate::server::testing::Api;
use serde_json::{Value, json};

fn names(list: &Value) -> Vec<(&str, bool)> {
    let rows = list["data"].as_array().expect("a list");
    rows.iter().map(|p| (p["name"].as_str().expect("name"), p["is_default"] == true)).collect()
}

#[tokio::test]
async fn projects_are_started_changed_and_deleted() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let user = made.tokens.access.as_str();
    let body = r#"{"name":" Shop ","settings":{"n":1},"status":"inactive","retention_policy":{"events_days":-1}}"#;
    let (status, shop) = api.call("POST /projects", user, body).await;
    let (id, key) = (shop["id"].as_str().expect("id"), shop["api_key"].as_str().expect("key"));
    assert_eq!((status, key.len(), shop["data"].get("api_key")), (201, 51, None));
    let expected = json!({
        "id": id, "name": "Shop", "status": "active", "is_default": false, "role": "owner", "settings": {"n": 1},
        "retention_days": null, "retention_policy": {}, "rate_limit_api_calls_per_minute": 600_000,
        "rate_limit_events_per_minute": 0, "inserted_at": shop["inserted_at"], "updated_at": shop["inserted_at"],
    });
    assert_eq!(shop["data"].to_string(), expected.to_string());
    assert_eq!(api.call("GET /project", key, "").await.1["id"], id);
    assert_eq!(api.call("POST /projects", user, "[]").await.1["name"], "New Project");

    let list = api.call("GET /projects", user, "").await.1;
    assert_eq!(names(&list), [("New Project", false), ("Shop", false), ("My Project", true)]);
    let page = api.call("GET /projects?limit=2", user, "").await.1;
    assert_eq!((names(&page).len(), &page["next_cursor"]), (2, &json!(id)));
    let rest = api.call(&format!("GET /projects?cursor={id}"), user, "").await.1;
    assert_eq!((names(&rest), &rest["has_next"]), (vec![("My Project", true)], &json!(false)));

    let (status, chosen) = api.call(&format!("PATCH /projects/{id}/default"), user, "").await;
    assert_eq!((status, &chosen["is_default"], &chosen["data"]["is_default"]), (200, &json!(true), &json!(true)));
    assert_eq!(api.call("GET /project", user, "").await.1["id"], id);
    let (status, patched) = api.call(&format!("PATCH /projects/{id}"), user, r#"{"name":"Till"}"#).await;
    assert_eq!((status, &patched["name"], &patched["data"]["name"]), (200, &json!("Till"), &json!("Till")));
    assert_eq!(api.call(&format!("GET /projects/{id}"), user, "").await.1["name"], "Till");
    let (status, _) = api.call(&format!("PATCH /projects/{id}"), user, r#"{"name":""}"#).await;
    assert_eq!(status, 422);

    let path = format!("DELETE /projects/{id}");
    assert_eq!(api.call(&path, user, "").await, (200, json!({"ok": true})));
    let absent = (404, json!({"error": "Project not found"}));
    for call in ["GET /projects/{}", "PATCH /projects/{}", "PATCH /projects/{}/default", "DELETE /projects/{}"] {
        assert_eq!(api.call(&call.replace("{}", id), user, "").await, absent, "{call}");
        assert_eq!(api.call(&call.replace("{}", "x"), user, "").await, absent, "{call}");
    }
    assert_eq!(api.call("GET /project", key, "").await, (401, json!({"error": "Invalid API key"})));
    assert_eq!(api.call("GET /project", user, "").await.1["name"], "My Project", "the oldest is the default again");
}

#[tokio::test]
async fn only_so_many_may_be_owned() {
    let engine = TestEngine::with(&[("registration", "open"), ("max_projects", "2")]);
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let user = made.tokens.access.as_str();
    let second = api.call("POST /projects", user, "").await.1;
    let refused = (422, json!({"error": "Project limit reached"}));
    assert_eq!(api.call("POST /projects", user, "").await, refused);
    let delete = format!("DELETE /projects/{}", second["id"].as_str().expect("id"));
    api.call(&delete, user, "").await;
    assert_eq!(api.call("POST /projects", user, "").await.0, 201);
}

#[tokio::test]
async fn the_first_project_is_the_default() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let user = made.tokens.access.as_str();
    assert_eq!(api.call(&format!("DELETE /projects/{}", made.project), user, "").await.0, 200);
    assert_eq!(api.call("GET /projects", user, "").await.1["data"], json!([]));
    assert_eq!(api.call("GET /project", user, "").await, (404, json!({"error": "Project not found"})));
    for (default, name) in [(true, "One"), (false, "Two")] {
        let shown = api.call("POST /projects", user, &json!({ "name": name }).to_string()).await.1;
        assert_eq!(shown["is_default"], default, "{name}");
    }
    assert_eq!(api.call("GET /project", user, "").await.1["name"], "One");
}
