//! What managers see: providers, their events, attempts, the audit log, and sending again.

use super::envelope;
use super::query::{self, Numbers};
use super::views::{self, AttemptView, DetailView, EVENT, EventView, JobView, REPLAY};
use crate::base::prefixed::Prefixed;
use crate::base::{Error, Fields, Kind, Result};
use crate::engine::hub;
use crate::engine::hub::events::{self, AuditWanted};
use crate::server::{Cx, Reply};
use http::StatusCode;
use serde_json::json;

/// Longest text that a replay is asked for with, in characters.
const MAX_TEXT: usize = 255;

pub async fn integrations(cx: Cx) -> Result<Reply> {
    let (provider, active) = (query::text(&cx, "provider"), query::flag(&cx, "activeOnly")?);
    let found = hub::integrations(&cx.engine, cx.actor().project, provider.as_deref(), active).await?;
    Ok(envelope::ok(found.iter().map(views::integration).collect::<Vec<_>>()))
}

pub async fn list(cx: Cx) -> Result<Reply> {
    let (numbers, query) = (Numbers::of(&cx)?, query::events(&cx)?);
    let found = events::list(&cx.engine, cx.actor(), query, numbers.window()).await?;
    let views: Vec<_> = found.rows.iter().map(EventView::of).collect();
    Ok(envelope::with(views, numbers.meta(&found)))
}

pub async fn show(cx: Cx) -> Result<Reply> {
    let detail = events::detail(&cx.engine, cx.actor(), query::event_id(&cx)?).await?;
    Ok(envelope::ok(DetailView::of(&detail)?))
}

pub async fn status(cx: Cx) -> Result<Reply> {
    let detail = events::detail(&cx.engine, cx.actor(), query::event_id(&cx)?).await?;
    let last_error = detail.attempts.rows.iter().find_map(|attempt| attempt.error.as_deref());
    let jobs: Vec<_> = detail.jobs.iter().map(JobView::of).collect();
    Ok(envelope::ok(json!({
        "eventId": Prefixed(EVENT, detail.listed.event), "status": detail.listed.state.as_str(),
        "attemptCount": detail.attempts.total, "lastError": last_error, "recentJobs": jobs,
    })))
}

pub async fn replay(mut cx: Cx) -> Result<Reply> {
    let (event, body) = (query::event_id(&cx)?, cx.body().await?);
    let members = body.json()?;
    let text = |name: &str| {
        let text = Fields(&members).required_str(name)?.trim().to_owned();
        match text.chars().count() {
            0 => Err(Error::missing(name).detail(name, format!("{name} is required"))),
            n if n > MAX_TEXT => Err(Error::invalid(name, format!("{name} must have at most {MAX_TEXT} characters"))),
            _ => Ok(text),
        }
    };
    let named = |error: Error, name: &str| match error.kind() {
        Kind::Malformed => Error::invalid(name, error.message().to_owned()),
        _ => error,
    };
    let by = text("requestedBy").map_err(|e| named(e, "requestedBy"))?;
    let reason = text("reason").map_err(|e| named(e, "reason"))?;
    let replay = events::replay(&cx.engine, cx.actor(), event, by, reason).await?;
    let data = json!({"replayRequestId": Prefixed(REPLAY, replay), "eventId": Prefixed(EVENT, event)});
    Ok(envelope::ok(data).status(StatusCode::ACCEPTED))
}

pub async fn deliveries(cx: Cx) -> Result<Reply> {
    let (numbers, query) = (Numbers::of(&cx)?, query::attempts(&cx)?);
    let found = events::attempts(&cx.engine, cx.actor(), query, numbers.window()).await?;
    let views: Vec<_> = found.rows.iter().map(AttemptView::listed).collect();
    Ok(envelope::with(views, numbers.meta(&found)))
}

pub async fn audit_entries(cx: Cx) -> Result<Reply> {
    let numbers = Numbers::of(&cx)?;
    let wanted = AuditWanted {
        entity_type: query::text(&cx, "entityType"),
        entity_id: query::text(&cx, "entityId").map(plain),
        action: query::text(&cx, "action"),
    };
    let found = events::audit_entries(&cx.engine, cx.actor(), wanted, numbers.window()).await?;
    let views = found.rows.iter().map(views::audit_entry).collect::<Result<Vec<_>>>()?;
    Ok(envelope::with(views, numbers.meta(&found)))
}

/// An id as the audit log writes it.
fn plain(text: String) -> String {
    let read = |prefix| Prefixed::<()>::parse(prefix, &text);
    let id = [EVENT, REPLAY].into_iter().find_map(read);
    id.map_or(text.clone(), |id| id.to_string())
}
