//! What is told of the live stream.

use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn stream(_: &mut Book) -> About {
    let position = "Go on after this message.";
    About::new("Follow the project live")
        .note("Server-sent events that go on until the client leaves.")
        .query("topics", text(), "Of these topics, with commas between them.")
        .query("types", text(), "Of these kinds, with commas between them: `event.created`, `delivery.updated`.")
        .query("scope", words(&["user"]), "Also `notification.created`, `replay.progress`, `sandbox.request` and, for superadmins, `queue.changed`; for users, not for keys.")
        .query("payload", flag(), "Whether events come with their payload.")
        .query("nested", flag(), "Whether the form of the event is told.")
        .query("last_event_id", text(), position)
        .header("Last-Event-ID", text(), position)
        .answers_as(200, "The stream.", vec![("text/event-stream", text())])
        .refuses(400, "`types`, `scope`, `payload` or `nested` is not understood")
        .refuses(403, "`Access denied`: `scope=user` with a key")
}
