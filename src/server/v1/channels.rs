//! The channels on which a project is told of trouble: one configuration, without what is secret.

mod about;

use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::channel::{Channel, Channels, ChannelsId, MASK, Medium};
use crate::domain::project::ProjectId;
use crate::engine::channels::{self, Sent};
use crate::server::{Cx, Reply, Routes};
use serde::Serialize;
use serde_json::{Map, Value, json};

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/notification-channels",      Access::ADMIN, show).about(about::show)
        .put   ("/notification-channels",      Access::ADMIN, put).about(about::put)
        .delete("/notification-channels",      Access::ADMIN, delete).about(about::delete)
        .post  ("/notification-channels/test", Access::ADMIN, test).about(about::test)
}

#[derive(Debug, Serialize)]
struct ChannelsView {
    id: ChannelsId,
    project_id: ProjectId,
    #[serde(flatten)]
    fields: Map<String, Value>,
    event_types: Option<Vec<&'static str>>,
    inserted_at: Timestamp,
    updated_at: Timestamp,
    channels: Map<String, Value>,
}

impl ChannelsView {
    fn of(project_id: ProjectId, channels: &Channels) -> ChannelsView {
        let mut fields = Map::new();
        for medium in Medium::ALL {
            let channel = channels.of(medium);
            fields.insert(medium.switch().to_owned(), json!(channel.is_some_and(|channel| channel.enabled)));
            fields.insert(medium.field().to_owned(), json!(channel.and_then(Channel::shown)));
        }
        let secret = channels.of(Medium::MetaWebhook).and_then(|channel| channel.secret.as_ref());
        fields.insert("meta_webhook_secret".to_owned(), json!(secret.map(|_| MASK)));
        ChannelsView {
            id: channels.id,
            project_id,
            fields,
            event_types: channels.events().map(|kinds| kinds.into_iter().map(|kind| kind.as_str()).collect()),
            inserted_at: channels.id.time(),
            updated_at: channels.updated_at,
            channels: channels.list.iter().map(|c| (c.medium.as_str().to_owned(), one(c))).collect(),
        }
    }
}

fn one(channel: &Channel) -> Value {
    let kinds = channel.events.as_ref();
    json!({
        "enabled": channel.enabled,
        "events": kinds.map(|kinds| kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>()),
        "last_status": channel.last.status,
        "last_error": channel.last.error,
        "last_sent_at": channel.last.sent_at,
    })
}

fn reply(cx: &Cx, channels: Option<&Channels>) -> Reply {
    Reply::ok(json!({"data": channels.map(|channels| ChannelsView::of(cx.actor().project, channels))}))
}

async fn show(cx: Cx) -> Result<Reply> {
    let channels = channels::get(&cx.engine, cx.actor()).await?;
    Ok(reply(&cx, channels.as_ref()))
}

async fn put(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let channels = channels::put(&cx.engine, cx.actor(), &body.json()?).await?;
    Ok(reply(&cx, channels.as_ref()))
}

async fn delete(cx: Cx) -> Result<Reply> {
    let medium = cx.query("channel").map(|word| Medium::parse(&word)).transpose()?;
    let left = channels::delete(&cx.engine, cx.actor(), medium).await?;
    Ok(if medium.is_some() { reply(&cx, left.as_ref()) } else { Reply::no_content() })
}

async fn test(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let medium = Fields(&body.json()?).filled_str("channel")?.map(Medium::parse).transpose()?;
    let sent = channels::test(&cx.engine, cx.actor(), medium).await?;
    let good = sent.iter().filter(|sent| sent.error.is_none()).count();
    let status = match good {
        0 => "failed",
        _ if good == sent.len() => "sent",
        _ => "partial",
    };
    let names: Vec<_> = sent.iter().map(|sent| sent.medium.as_str()).collect();
    let results: Vec<_> = sent.iter().map(result).collect();
    Ok(Reply::ok(json!({"status": status, "channels": names, "results": results})))
}

fn result(sent: &Sent) -> Value {
    json!({
        "channel": sent.medium.as_str(),
        "ok": sent.error.is_none(),
        "status": sent.status,
        "latency_ms": sent.latency_ms,
        "error": sent.error,
    })
}
