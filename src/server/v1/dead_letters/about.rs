//! What is told of the routes of dead letters.

use super::DeadLetterView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn list(book: &mut Book) -> About {
    About::new("List dead letters")
        .query("resolved", words(&["true", "false", "all"]), "Unresolved ones when absent.")
        .query("webhook_id", uuid(), "Of this webhook.")
        .period()
        .page_or_all()
        .answers(200, "Dead letters, newest first.", book.list::<DeadLetterView<'_>>("dead_letters"))
        .refuses(400, "`webhook_id must be a UUID`")
        .refuses(422, "`resolved` is not understood")
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show a dead letter").answers(200, "The dead letter.", book.of::<DeadLetterView<'_>>())
}

pub(super) fn retry(_: &mut Book) -> About {
    About::new("Send a dead letter again")
        .note("Makes a new delivery, or the callback of a task once more, and resolves the dead letter.")
        .body(object().maybe("payload", object().nullable().note("Instead of the payload of the event.")))
        .answers(
            200,
            "The new delivery, or the task.",
            state("retrying").with("delivery_id", uuid().nullable()).maybe("task_id", uuid()),
        )
        .refuses(403, "`Processing restricted`")
        .refuses(422, "Its webhook or event is gone")
}

pub(super) fn resolve(_: &mut Book) -> About {
    About::new("Resolve a dead letter").answers(200, "It is resolved.", state("resolved"))
}
