//! What is told of the routes of the face.

use super::wire::{EventView, ListView, Queued};
use super::{LIMIT, LIMIT_MAX};
use crate::domain::ingest::Progress;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn send(book: &mut Book) -> About {
    About::new("Send a signed event to one endpoint")
        .note(
            "The endpoint is a webhook. `event_type`, `type`, `event` or `topic` of an object names the type; with \
             `event_type` and `payload` the payload is `payload`, else the whole body.",
        )
        .path("id", prefixed("ep_"), "The endpoint.")
        .header("X-PJ-Timestamp", text(), "Seconds since 1970; at most 300 off.")
        .header("X-PJ-Signature", text(), "HMAC-SHA256 over `timestamp.body` with a secret of the endpoint.")
        .header("X-PJ-Event-Type", text(), "The type; wins over the body.")
        .header("X-PJ-Correlation-ID", text(), "Kept and sent on; at most 255 visible characters.")
        .body(any())
        .answers(202, "The event is stored and its delivery is on its way.", book.of::<Queued>())
        .refuses(401, "`Timestamp outside tolerance` · `Invalid signature`")
        .refuses(403, "`Processing restricted`")
        .refuses(404, "`Endpoint not found`")
}

pub(super) fn list(book: &mut Book) -> About {
    let most = LIMIT_MAX as i64;
    About::new("List events that were sent to endpoints")
        .query("limit", int(1, most).default(LIMIT), "Rows; a number out of range means the nearest.")
        .query("offset", count(), "Rows passed over.")
        .query("endpoint_id", prefixed("ep_"), "Of this endpoint.")
        .query("event_type", text(), "Of this type.")
        .query("status", words(&Progress::ALL.map(Progress::as_str)), "Of this status.")
        .query("include", words(&["all"]), "Also the events that came otherwise.")
        .answers(200, "Events, newest first, and how many there are in all.", book.of::<ListView<'_>>())
        .refuses(400, "`status` is none of these")
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show an event and its attempts").path("id", prefixed("evt_"), "The event.").answers(
        200,
        "The event.",
        book.of::<EventView<'_>>(),
    )
}

pub(super) fn replay(book: &mut Book) -> About {
    About::new("Send an event again as a new one")
        .path("id", prefixed("evt_"), "The event.")
        .body(object().maybe("payload", any().note("Instead of the payload of the event.")))
        .answers(200, "The new event; the old one is `REPLAYED`.", book.of::<Queued>())
        .refuses(403, "`Processing restricted`")
}
