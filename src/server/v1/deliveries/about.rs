//! What is told of the routes of deliveries.

use super::{AttemptView, DeliveryView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

/// What the list may be filtered by, here and in the portal.
pub(in crate::server::v1) fn by_status(about: About) -> About {
    let known = words(&["pending", "success", "failed", "circuit_open"]);
    about
        .query("status", known, "Of this status; `circuit_open` waits for its receiver to recover.")
        .refuses(422, "`status` is none of these")
        .query("webhook_id", uuid(), "To this webhook.")
        .refuses(400, "`webhook_id must be a UUID`")
}

pub(super) fn list(book: &mut Book) -> About {
    by_status(About::new("List deliveries"))
        .query("event_id", uuid(), "Of this event.")
        .query("replay_id", uuid(), "Made by this replay.")
        .period()
        .page(50, 200)
        .answers(200, "Deliveries, newest first.", book.list::<DeliveryView<'_>>("deliveries"))
        .refuses(400, "`event_id` or `replay_id` is no UUID")
}

pub(super) fn show(book: &mut Book) -> About {
    let attempts = array(book.of::<AttemptView<'_>>());
    About::new("Show a delivery").answers(
        200,
        "The delivery and its attempts.",
        book.whole::<DeliveryView<'_>>().with("attempts", attempts),
    )
}

pub(super) fn retry(_: &mut Book) -> About {
    About::new("Send a delivery again")
        .answers(200, "It is due now.", state("retry_queued"))
        .refuses(403, "`Processing restricted`")
        .refuses(422, "It is under way, or its webhook or event is gone")
}
