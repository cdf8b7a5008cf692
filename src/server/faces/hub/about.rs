//! What is told of the routes of the face. All of them may stand below a project.

use super::views::{AttemptView, DetailView, EVENT, EventView, JobView};
use crate::domain::inbound::State;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book, Failure};

/// What a failure looks like.
pub(in crate::server) const FAILURE: Failure = Failure { name: "HubError", shape: failure };

fn failure() -> Shape {
    let error = object().with("code", text()).with("message", text()).with("details", object());
    object().with("success", flag()).with("error", error)
}

/// An answer in the envelope.
fn ok(data: Shape) -> Shape {
    object().with("success", flag()).with("data", data).with("meta", object())
}

/// A numbered page in the envelope.
fn page(rows: Shape) -> Shape {
    let meta = object()
        .with("page", count())
        .with("pageSize", count())
        .with("total", count().note("Of all pages."))
        .with("totalPages", count());
    object().with("success", flag()).with("data", array(rows)).with("meta", meta)
}

/// Where the path names no project, it has to be clear which one is meant.
fn clear(about: About) -> About {
    about.refuses(404, "Which project is meant is not clear")
}

fn numbered(about: About) -> About {
    clear(about)
        .query("page", int(1, 1_000_000_000).default(1), "Its number.")
        .query("pageSize", int(1, 100).default(20), "Rows of it.")
        .refuses(400, "A parameter has a value that is not possible; see `details`")
}

fn states() -> Shape {
    words(&State::ALL.map(State::as_str))
}

pub(super) fn health(_: &mut Book) -> About {
    let part = object().with("status", words(&["up", "down"])).with("latencyMs", count());
    let shape = object().with("status", words(&["healthy"])).with("dependencies", map(part));
    About::new("Show how the server is to whoever watches it").answers(200, "All is well.", ok(shape))
}

pub(super) fn receive(_: &mut Book) -> About {
    let taken = object().with("eventId", prefixed(EVENT)).with("status", states()).with("duplicate", flag());
    let known = one_of(vec![
        ok(taken.clone()),
        ok(object().with("challenge", text())).with("challenge", text().note("Answered to who sets a webhook up.")),
    ]);
    About::new("Take in a webhook of a provider")
        .note("The source says how it is verified, and where in the body type, id and time are.")
        .path("provider", text(), "The slug of a source.")
        .body(any())
        .answers(202, "A new event.", ok(taken))
        .answers(200, "The event is known already, or a challenge is answered.", known)
        .refuses(400, "The body is no object, or a member that the source needs is missing; see `details`")
        .refuses(401, "The request does not verify")
        .refuses(404, "There is no such source")
        .refuses(429, "Too many requests that did not verify")
}

pub(super) fn sink(_: &mut Book) -> About {
    About::new("Receive deliveries of a server for trying out")
        .note("There only with `--dev`.")
        .path("provider", text(), "Any word.")
        .body(any())
        .answers(200, "It is received.", ok(object().with("received", flag())))
        .refuses(500, "The body says `simulateFailure`")
}

pub(super) fn integrations(_: &mut Book) -> About {
    let shape = object()
        .with("id", uuid())
        .with("provider", text())
        .with("name", text())
        .with("active", flag())
        .with("callbackUrls", texts().note("Of webhooks that want its events."))
        .with("createdAt", time());
    clear(About::new("List sources as integrations"))
        .query("provider", text(), "This slug.")
        .switch("activeOnly", "Without those that are switched off.")
        .answers(200, "All of them.", ok(array(shape)))
        .refuses(400, "`activeOnly` is neither `true` nor `false`")
}

pub(super) fn events(book: &mut Book) -> About {
    numbered(About::new("List inbound events"))
        .query("provider", text(), "Of this source.")
        .query("status", states(), "Of this status.")
        .query("eventType", text(), "Of this type.")
        .query("subject", text(), "Text within the subject.")
        .query("from", time(), "Occurred not before.")
        .query("to", time(), "Occurred not after.")
        .query("sortBy", words(&["createdAt", "occurredAt", "status", "receivedAt"]), "What decides the order.")
        .query("sortOrder", words(&["asc", "desc"]), "`desc` when absent.")
        .answers(200, "Events.", page(book.of::<EventView<'_>>()))
}

fn event(summary: &'static str) -> About {
    About::new(summary).path("id", prefixed(EVENT), "The event.")
}

pub(super) fn show(book: &mut Book) -> About {
    event("Show an inbound event").answers(200, "With what came and went.", ok(book.of::<DetailView<'_>>()))
}

pub(super) fn status(book: &mut Book) -> About {
    let shape = object()
        .with("eventId", prefixed(EVENT))
        .with("status", states())
        .with("attemptCount", count())
        .with("lastError", text().nullable())
        .with("recentJobs", array(book.of::<JobView<'_>>()));
    event("Show how far an inbound event is").answers(200, "Its status.", ok(shape))
}

pub(super) fn replay(_: &mut Book) -> About {
    let word = || text().set("minLength", 1).set("maxLength", 255);
    event("Send an inbound event again")
        .body(object().with("requestedBy", word()).with("reason", word()))
        .answers(
            202,
            "It is noted and on its way.",
            ok(object().with("replayRequestId", prefixed("rpl_")).with("eventId", prefixed(EVENT))),
        )
        .refuses(409, "It cannot be sent now")
}

pub(super) fn deliveries(book: &mut Book) -> About {
    numbered(About::new("List attempts to deliver"))
        .query("status", words(&["success", "failed"]), "With this end.")
        .query("eventId", prefixed(EVENT), "Of this event.")
        .answers(200, "Attempts, newest first.", page(book.of::<AttemptView<'_>>()))
}

pub(super) fn audit_entries(_: &mut Book) -> About {
    let shape = object()
        .with("id", uuid())
        .with("entityType", text().nullable())
        .with("entityId", text().nullable())
        .with("action", text())
        .with("actor", text())
        .with("metadata", any())
        .with("createdAt", time());
    numbered(About::new("List the audit log"))
        .query("entityType", text(), "Of this kind.")
        .query("entityId", text(), "Of this thing.")
        .query("action", text(), "This action.")
        .answers(200, "Entries, newest first.", page(shape))
}
