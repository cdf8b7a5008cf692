//! What is told of the routes of replays.

use super::ReplayView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn list(book: &mut Book) -> About {
    let known = words(&["pending", "running", "completed", "failed", "cancelled"]);
    About::new("List replays")
        .query("status", known, "Of this status.")
        .page_or_all()
        .answers(200, "Replays, newest first.", book.list::<ReplayView<'_>>("data"))
        .refuses(422, "`status` is none of these")
}

pub(super) fn create(book: &mut Book) -> About {
    let filters = object()
        .maybe("topic", text().nullable())
        .maybe("from_date", moment().nullable())
        .maybe("to_date", moment().nullable())
        .maybe("webhook_id", text().nullable().note("Only to this webhook."))
        .maybe("event_ids", array(uuid()).nullable().note("At most 1000."));
    About::new("Send stored events again")
        .body(filters)
        .answers(201, "The replay, which begins now.", book.of::<ReplayView<'_>>())
        .refuses(403, "`Processing restricted`")
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show a replay").answers(200, "The replay.", book.of::<ReplayView<'_>>())
}

pub(super) fn cancel(book: &mut Book) -> About {
    About::new("Cancel a replay")
        .answers(200, "The replay.", book.of::<ReplayView<'_>>())
        .refuses(409, "`Replay already finished`")
}
