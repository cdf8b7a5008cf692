//! The export of the audit log over the routes: formats, columns, filters, refusals, the entry.

use crate::engine::testing::TestEngine;
use crate::server::testing::Api;
use serde_json::{Map, Value, json};

const NAMES: [&str; 7] = ["id", "action", "resource_type", "resource_id", "user_id", "ip_address", "inserted_at"];

/// The entries of a list with some of their members.
fn picked(list: &Value, names: &[&str]) -> Vec<Value> {
    let row =
        |entry: &Value| names.iter().map(|name| ((*name).to_owned(), entry[*name].clone())).collect::<Map<_, _>>();
    list["data"].as_array().expect("a list").iter().map(|entry| row(entry).into()).collect()
}

#[tokio::test]
async fn an_export_holds_what_the_list_shows() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let (key, user) = (made.api_key.as_str(), made.user.id);
    api.call("POST /events", key, r#"{"topic":"t"}"#).await;
    for (filter, count) in [
        (String::new(), 3),
        ("&action=event.created".into(), 1),
        ("&action=p*".into(), 1),
        ("&resource_type=api_key".into(), 1),
        (format!("&user_id={user}&actor_email=ANA@example.org"), 3),
        ("&actor_email=eva@example.org".into(), 0),
        ("&to=2020-01-01".into(), 0),
        ("&from=2020-01-01&days=1".into(), 3),
        ("&from=2999-01-01&days=1".into(), 0),
        ("&days=x".into(), 3),
    ] {
        let list = api.call(&format!("GET /audit-log?limit=100{filter}"), key, "").await.1;
        let (status, export) = api.call(&format!("GET /export/audit-log?format=json{filter}"), key, "").await;
        let rows: Vec<Value> = picked(&list, &NAMES);
        // Earlier exports have left entries of their own, also in the list.
        let total = rows.len();
        assert_eq!((status, export.to_string()), (200, json!({"data": rows, "total": total}).to_string()), "{filter}");
        let exports = rows.iter().filter(|row| row["action"] == "data.exported").count();
        assert_eq!(total - exports, count, "{filter}");
    }
}

#[tokio::test]
async fn columns_and_limits_are_as_asked() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let key = made.api_key.as_str();
    for (query, rows) in [
        ("columns=action,id,action&limit=1", json!([{"action": "api_key.created", "id": null}])),
        ("columns=%20resource_type%20,&limit=0", json!([{"resource_type": "audit_log"}])),
        ("columns=user_id&limit=-3", json!([{"user_id": made.user.id}])),
    ] {
        let (status, mut export) = api.call(&format!("GET /export/audit-log?format=json&{query}"), key, "").await;
        assert_eq!((status, &export["total"]), (200, &json!(1)), "{query}");
        if let Some(id) = export["data"][0].get_mut("id") {
            *id = Value::Null;
        }
        assert_eq!(export["data"].to_string(), rows.to_string(), "{query}");
    }
}

#[tokio::test]
async fn refusals_leave_no_entry() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let known = NAMES.join(", ");
    let before = engine.audited().await.len();
    for (query, error) in [
        ("format=xml", "format must be csv, json or ndjson".to_owned()),
        ("format=CSV", "format must be csv, json or ndjson".to_owned()),
        ("columns=id,metadata", format!("columns must be among {known}")),
        ("from=now", "from must be an ISO 8601 timestamp".to_owned()),
        ("user_id=x", "user_id must be a UUID".to_owned()),
    ] {
        let answer = api.call(&format!("GET /export/audit-log?{query}"), &made.api_key, "").await;
        assert_eq!(answer, (400, json!({ "error": error })), "{query}");
    }
    assert_eq!(engine.audited().await.len(), before);
    // Only the headers were wanted: nothing is handed out.
    assert_eq!(api.call("HEAD /export/audit-log", &made.api_key, "").await, (200, Value::Null));
    assert_eq!(engine.audited().await.len(), before);
    let (_, export) = api.call("GET /export/audit-log?format=json", &made.api_key, "").await;
    let entry = engine.audited().await.pop().expect("an entry");
    let prefix = &made.api_key[..12];
    let metadata = json!({"type": "audit_log", "format": "json", "rows": export["total"], "api_key_prefix": prefix});
    assert_eq!(entry, ("data.exported".to_owned(), metadata.to_string()));
}
