//! What is told of the routes that take events in.

use super::{AcceptedView, BatchView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

/// The body of an event; all other members are its payload.
pub(in crate::server::v1) fn event() -> Shape {
    object()
        .maybe("topic", text().nullable().note("What the event is about, as `order.created`."))
        .maybe("payload", any().note("The payload, when it is the only other member and an object."))
        .maybe("idempotency_key", text().nullable().note("The same key within 7 days is the same event."))
        .maybe("deliver_at", moment().nullable().note("Not delivered before; at most 366 days ahead."))
        .note("All members but `topic`, `idempotency_key` and `deliver_at` are the payload.")
}

pub(super) fn send(book: &mut Book) -> About {
    About::new("Send an event")
        .header("X-Idempotency-Key", text(), "As `idempotency_key`, which wins.")
        .body(event())
        .answers(202, "The event is stored and its deliveries are on their way.", book.of::<AcceptedView<'_>>())
        .refuses(403, "`Processing restricted`")
        .refuses(422, "The payload does not fit the schema of its topic; see `validation_errors`")
}

pub(super) fn batch(book: &mut Book) -> About {
    About::new("Send many events")
        .note("At most 1000 events and 10 MB. Each is accepted or rejected by itself.")
        .body(object().with("events", array(any()).note("As in `POST /events`.")))
        .answers(202, "What became of each event, in the order they were sent.", book.of::<BatchView<'_>>())
        .refuses(403, "`Processing restricted`")
}
