//! The project the caller works in, and its topics.

pub(super) mod about;

use crate::base::fields::Fields;
use crate::base::{Error, Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::project::{ProjectId, ProjectPatch};
use crate::domain::retention::RetentionPolicy;
use crate::engine::projects::{self, Seen};
use crate::server::openapi::Object;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get  ("/project", Access::ANY_KEY_READ, show).about(about::show)
        .patch("/project", Access::ADMIN,        update).about(about::update)
        .get  ("/topics",  Access::EVENTS_READ,  topics).about(about::topics)
}

/// A project as its caller sees it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Project")]
pub(super) struct ProjectView {
    id: ProjectId,
    name: String,
    status: &'static str,
    is_default: bool,
    role: Option<&'static str>,
    #[schemars(with = "Object")]
    settings: Box<RawValue>,
    retention_days: Option<i64>,
    retention_policy: RetentionPolicy,
    rate_limit_api_calls_per_minute: u32,
    rate_limit_events_per_minute: u32,
    inserted_at: Timestamp,
    updated_at: Timestamp,
}

impl ProjectView {
    /// `calls` is the server's limit for projects without one of their own.
    pub(super) fn of(seen: Seen, calls: u32) -> Result<ProjectView> {
        let Seen { project, is_default, role } = seen;
        Ok(ProjectView {
            id: project.id,
            status: project.status(),
            is_default,
            role: role.map(|role| role.as_str()),
            settings: RawValue::from_string(project.settings.text().to_owned()).map_err(Error::internal)?,
            retention_days: project.retention_days,
            retention_policy: project.retention,
            rate_limit_api_calls_per_minute: project.rate_limit_api_calls_per_minute.unwrap_or(calls),
            rate_limit_events_per_minute: project.rate_limit_events_per_minute,
            inserted_at: project.id.time(),
            updated_at: project.updated_at,
            name: project.name,
        })
    }
}

async fn show(cx: Cx) -> Result<Reply> {
    let seen = projects::current(&cx.engine, cx.actor()).await?;
    Ok(Reply::ok(ProjectView::of(seen, cx.engine.limits.calls())?))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let patch = ProjectPatch::read(Fields(&body.json()?))?;
    let seen = projects::update(&cx.engine, cx.actor(), patch).await?;
    Ok(Reply::ok(ProjectView::of(seen, cx.engine.limits.calls())?))
}

async fn topics(cx: Cx) -> Result<Reply> {
    let topics = projects::topics(&cx.engine, cx.actor()).await?;
    let names: Vec<&str> = topics.iter().map(|(name, _)| name.as_str()).collect();
    let counts: Vec<_> = topics.iter().map(|(name, n)| json!({"name": name, "event_count": n})).collect();
    Ok(Reply::ok(json!({"topics": names, "data": counts})))
}

#[cfg(test)]
mod tests {
    use crate::engine::testing::TestEngine;
    use crate::server::testing::Api;
    use serde_json::json;

    #[tokio::test]
    async fn the_project_of_a_key_and_of_a_user() {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        let made = engine.register("ana@example.org").await;
        let (status, shown) = api.call("GET /project", &made.api_key, "").await;
        let expected = json!({
            "id": made.project, "name": "My Project", "status": "active", "is_default": true, "role": null,
            "settings": {}, "retention_days": null, "retention_policy": {},
            "rate_limit_api_calls_per_minute": 600_000, "rate_limit_events_per_minute": 0,
            "inserted_at": made.project.time(), "updated_at": made.project.time(),
        });
        assert_eq!((status, &shown), (200, &expected));
        assert_eq!(shown.to_string(), expected.to_string(), "the order of members is part of the shape");
        let (_, shown) = api.call("GET /project", &made.tokens.access, "").await;
        assert_eq!(shown["role"], "owner");
        let body = r#"{"name":"Shop","settings":{"n":1.0}}"#;
        let (status, shown) = api.call("PATCH /project", &made.tokens.access, body).await;
        assert_eq!(
            (status, &shown["name"], shown["settings"].to_string()),
            (200, &json!("Shop"), r#"{"n":1.0}"#.into())
        );
        for (body, error) in [
            (r#"{"name":""}"#, "Name should be at least 1 character"),
            (r#"{"settings":[]}"#, "settings must be an object"),
            (r#"{"settings":{"allowed_ips":["x"]}}"#, "Invalid IP address: x"),
            (r#"{"retention_policy":{"events_days":-1}}"#, "events_days must be an integer between 0 and 36500"),
        ] {
            let (status, answer) = api.call("PATCH /project", &made.api_key, body).await;
            assert_eq!((status, answer["error"].as_str()), (422, Some(error)));
        }
        let topics = api.call("GET /topics", &made.api_key, "").await;
        assert_eq!(topics, (200, json!({"topics": [], "data": []})));
    }

    #[tokio::test]
    async fn addresses_of_the_settings_bind_keys_at_once() {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        let made = engine.register("ana@example.org").await;
        let body = r#"{"settings":{"allowed_ips":["192.0.2.0/24"]}}"#;
        assert_eq!(api.call("PATCH /project", &made.api_key, body).await.0, 200);
        let refused = (403, json!({"error": "IP not allowed"}));
        assert_eq!(api.call("GET /project", &made.api_key, "").await, refused);
        assert_eq!(api.call("GET /project", &made.tokens.access, "").await.0, 200);
    }
}
