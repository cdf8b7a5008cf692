//! What is told of the routes of channels.

use crate::domain::alert::AlertKind;
use crate::domain::channel::Medium;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

const NONE: &str = "`No notification channel configured`";

/// Which alerts are wanted.
fn kinds() -> Shape {
    array(words(&AlertKind::ALL.map(AlertKind::as_str))).nullable().note("Null is all.")
}

fn media() -> [&'static str; 4] {
    Medium::ALL.map(Medium::as_str)
}

/// The names by which callers may mean a channel.
fn medium() -> Shape {
    let [email, slack, discord, webhook] = media();
    words(&[email, slack, discord, webhook, "webhook"])
}

/// The configuration as it is shown, or null.
fn view() -> Shape {
    let one = object()
        .with("enabled", flag())
        .with("events", kinds())
        .with("last_status", words(&["ok", "failed"]).nullable())
        .with("last_error", text().nullable())
        .with("last_sent_at", time().nullable().note("When an alert last arrived."));
    let flat = Medium::ALL.into_iter().fold(object().with("id", uuid()).with("project_id", uuid()), |shape, medium| {
        shape.with(medium.switch(), flag()).with(medium.field(), text().nullable().note("Of a key, only the host."))
    });
    let channels = media().into_iter().fold(object(), |shape, name| shape.maybe(name, one.clone()));
    let whole = flat
        .with("meta_webhook_secret", text().nullable().note("A mask."))
        .with("event_types", kinds())
        .with("inserted_at", time())
        .with("updated_at", time())
        .with("channels", channels);
    object().with("data", whole.nullable())
}

pub(super) fn show(_: &mut Book) -> About {
    About::new("Show the channels on which the project is told of trouble").answers(
        200,
        "Null where none is set.",
        view(),
    )
}

pub(super) fn put(_: &mut Book) -> About {
    let flat = Medium::ALL.into_iter().fold(object(), |shape, medium| {
        shape.maybe(medium.switch(), flag().nullable()).maybe(medium.field(), text().nullable())
    });
    let config = object()
        .maybe("email", text().nullable())
        .maybe("webhook_url", text().nullable().note("Of `slack` and `discord`."))
        .maybe("url", text().nullable().note("Of `webhook`."))
        .maybe("secret", text().nullable().note("Of `webhook`: messages are signed with it."));
    let body = flat
        .maybe("meta_webhook_secret", text().nullable())
        .maybe("event_types", kinds())
        .maybe("channel", medium().nullable())
        .maybe("config", config.nullable())
        .maybe("events", kinds())
        .maybe("enabled", flag().nullable());
    About::new("Set one channel or all")
        .note(
            "With `channel`, `config`, `events` and `enabled` one channel is changed and what is absent stays. \
             With the other members all are replaced. A mask as it is shown keeps the stored value.",
        )
        .body(body)
        .answers(200, "The channels as they are now.", view())
}

pub(super) fn delete(_: &mut Book) -> About {
    About::new("Remove one channel or all")
        .query("channel", medium(), "This one only.")
        .answers(200, "With `channel`: what is left.", view())
        .answers_as(204, "All are removed.", Vec::new())
        .refuses(404, NONE)
        .refuses(422, "`channel` names none")
}

pub(super) fn test(_: &mut Book) -> About {
    let names = || words(&media());
    let result = object()
        .with("channel", names())
        .with("ok", flag())
        .with("status", int(100, 999).nullable())
        .with("latency_ms", count())
        .with("error", text().nullable());
    let sent = object()
        .with("status", words(&["sent", "partial", "failed"]))
        .with("channels", array(names()))
        .with("results", array(result));
    About::new("Send a test alert now")
        .body(object().maybe("channel", medium().nullable().note("This one only; without it all that are enabled.")))
        .answers(200, "What came of each.", sent)
        .refuses(404, NONE)
        .refuses(422, "The channel is not enabled")
}
