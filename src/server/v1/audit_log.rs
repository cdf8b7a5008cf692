//! The audit log of the project.

pub(super) mod about;

use super::filters::{id, period};
use super::raw;
use crate::base::{Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::account::UserId;
use crate::domain::audit::{ActionFilter, AuditId, AuditQuery};
use crate::engine::audit_log::{self, Listed};
use crate::server::openapi::Object;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/audit-log", Access::AUDIT_READ, list).about(about::list)
}

/// Rows of a page at most.
pub(super) const PAGE_MAX: usize = 100;

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AuditEntry")]
pub(super) struct EntryView<'a> {
    id: AuditId,
    action: &'a str,
    resource_type: &'a str,
    resource_id: Option<&'a str>,
    #[schemars(with = "Object")]
    metadata: &'a RawValue,
    user_id: Option<UserId>,
    ip_address: Option<&'a str>,
    inserted_at: Timestamp,
    actor_id: Option<UserId>,
    actor_type: &'a str,
    actor_email: Option<&'a str>,
}

impl<'a> EntryView<'a> {
    pub(super) fn of(listed: &'a Listed) -> Result<EntryView<'a>> {
        let entry = &listed.entry;
        Ok(EntryView {
            id: entry.id,
            action: &entry.action,
            resource_type: &entry.resource_type,
            resource_id: entry.resource_id.as_deref(),
            metadata: raw(&entry.metadata)?,
            user_id: entry.user,
            ip_address: entry.ip.as_deref(),
            inserted_at: entry.id.time(),
            actor_id: entry.user,
            actor_type: &entry.actor_type,
            actor_email: listed.actor_email.as_deref(),
        })
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let (query, email, page) = (query(&cx)?, cx.query("actor_email"), cx.page_upto(PAGE_MAX)?);
    let slice = audit_log::list(&cx.engine, cx.actor(), query, email.as_deref(), page).await?;
    let views = slice.rows.iter().map(EntryView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("data", views, slice.next))
}

/// The filters of the list and of its export.
pub(super) fn query(cx: &Cx) -> Result<AuditQuery> {
    Ok(AuditQuery {
        action: cx.query("action").map(|text| ActionFilter::parse(&text)),
        user: id(cx, "user_id")?,
        resource_type: cx.query("resource_type").map(Into::into),
        resource_id: cx.query("resource_id").map(Into::into),
        recorded: period(cx)?,
    })
}

#[cfg(test)]
mod tests {
    use crate::engine::testing::TestEngine;
    use crate::server::testing::Api;
    use serde_json::{Value, json};

    fn actions(list: &Value) -> Vec<&str> {
        list["data"].as_array().expect("a list").iter().map(|e| e["action"].as_str().expect("action")).collect()
    }

    #[tokio::test]
    async fn entries_tell_who_did_what() {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        let made = engine.register("ana@example.org").await;
        let hook = api.call("POST /webhooks", &made.api_key, r#"{"url":"https://example.com/in"}"#).await.1;
        let event = api.call("POST /events", &made.api_key, r#"{"topic":"order.created"}"#).await.1;
        api.call("POST /events/batch", &made.tokens.access, r#"{"events":[{"topic":"x"},5]}"#).await;
        let (status, list) = api.call("GET /audit-log", &made.api_key, "").await;
        let expected =
            ["event.batch_created", "event.created", "webhook.created", "api_key.created", "project.created"];
        assert_eq!((status, actions(&list)), (200, expected.to_vec()));
        let prefix = &made.api_key[..12];
        let user = made.user.id;
        let entry = |id: &Value, action: &str, noun: &str, of: &Value, metadata: Value| {
            json!({
                "id": id, "action": action, "resource_type": noun, "resource_id": of, "metadata": metadata,
                "user_id": user, "ip_address": "0.0.0.0", "inserted_at": null, "actor_id": user,
                "actor_type": "api_key", "actor_email": "ana@example.org",
            })
        };
        let sent = json!({"topic": "order.created", "api_key_prefix": prefix});
        let hooked = json!({"url": "https://example.com/in", "api_key_prefix": prefix});
        for (at, mut wanted) in [
            (1, entry(&event["id"], "event.created", "event", &event["id"], sent)),
            (2, entry(&list["data"][2]["id"], "webhook.created", "webhook", &hook["id"], hooked)),
        ] {
            wanted["inserted_at"] = list["data"][at]["inserted_at"].clone();
            assert_eq!(list["data"][at].to_string(), wanted.to_string());
        }
        assert_eq!(list["data"][1]["inserted_at"], event["inserted_at"]);
        let batch = &list["data"][0];
        assert_eq!(
            (&batch["actor_type"], &batch["metadata"]),
            (&json!("user"), &json!({"accepted": 1, "rejected": 1}))
        );
    }

    #[tokio::test]
    async fn every_filter_narrows_the_list() {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        let made = engine.register("ana@example.org").await;
        let key = made.api_key.as_str();
        let event = api.call("POST /events", key, r#"{"topic":"a"}"#).await.1;
        let (event, user) = (event["id"].as_str().expect("id"), made.user.id);
        let all = ["event.created", "api_key.created", "project.created"];
        for (query, wanted) in [
            (String::new(), &all[..]),
            ("limit=0".into(), &all[..1]),
            (format!("cursor={event}"), &all[1..]),
            ("action=event.created".into(), &all[..1]),
            ("action=event.*".into(), &all[..1]),
            ("action=project*".into(), &all[2..]),
            ("action=*".into(), &all),
            ("action=event".into(), &[]),
            ("resource_type=event".into(), &all[..1]),
            ("resource_type=api_key".into(), &all[1..2]),
            (format!("resource_id={event}"), &all[..1]),
            (format!("resource_id={}", made.project), &all[2..]),
            ("resource_id=none".into(), &[]),
            (format!("user_id={user}"), &all),
            (format!("user_id={event}"), &[]),
            ("actor_email=%20ANA@example.org".into(), &all),
            ("actor_email=eva@example.org".into(), &[]),
            (format!("actor_email=ana@example.org&user_id={event}"), &[]),
            ("from=2020-01-01&to=2999-12-31".into(), &all),
            ("to=2020-01-01".into(), &[]),
            ("from=2999-01-01".into(), &[]),
        ] {
            let (status, list) = api.call(&format!("GET /audit-log?{query}"), key, "").await;
            assert_eq!((status, actions(&list)), (200, wanted.to_vec()), "{query}");
        }
        for (query, error) in [
            ("from=now", "from must be an ISO 8601 timestamp"),
            ("to=2020-13-01", "to must be an ISO 8601 timestamp"),
            ("user_id=x", "user_id must be a UUID"),
            ("cursor=x", "Invalid cursor"),
        ] {
            let refused = (400, json!({ "error": error }));
            assert_eq!(api.call(&format!("GET /audit-log?{query}"), key, "").await, refused);
        }
    }

    #[tokio::test]
    async fn accepted_events_can_be_left_out() {
        let engine = TestEngine::with(&[("registration", "open"), ("audit_events", "off")]);
        let api = Api::new(&engine);
        let made = engine.register("ana@example.org").await;
        assert_eq!(api.call("POST /events", &made.api_key, "{}").await.0, 202);
        let list = api.call("GET /audit-log?limit=500", &made.api_key, "").await.1;
        assert_eq!(actions(&list), ["api_key.created", "project.created"]);
    }
}
