//! What is told of the routes of webhooks.

use super::health::HealthView;
use super::{TemplateView, WebhookView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

/// The members of a webhook that a client may set.
fn fields() -> Shape {
    let filters = array(any()).note("`{path, op, value}` or a condition as text; all must hold.");
    object()
        .maybe("name", text().nullable())
        .maybe("topics", one_of(vec![texts(), text()]).nullable().note("Which events it wants; none or `*` is all."))
        .maybe("filters", filters.nullable())
        .maybe("body_config", object().nullable().note("What is sent of an event."))
        .maybe("headers", map(any()).nullable().note("Sent with every delivery."))
        .maybe("secret", text().nullable().note("To sign with; `\"\"` in a change removes it."))
        .maybe("retry_config", object().nullable())
        .maybe("rate_limit", any().note("Deliveries a second or a minute."))
        .maybe("batch_config", object().nullable().note("Collects events into one delivery."))
        .maybe("signature_schemes", any().note("How deliveries are signed."))
        .maybe("status", words(&["active", "inactive", ""]).nullable())
        .maybe("active", any().note("Another way to say `status`."))
        .maybe("tenant", text().nullable())
}

/// A webhook with the secret that was just made or given.
fn with_secret(book: &mut Book) -> Shape {
    book.whole::<WebhookView<'_>>().maybe("secret", text().note("Only shown here."))
}

/// What a test call came to.
pub(in crate::server::v1) fn trial(about: About) -> About {
    let answered = object()
        .with("success", flag())
        .with("status", int(100, 999))
        .with("latency_ms", count().nullable())
        .with("webhook_id", uuid())
        .maybe("reason", text().note("When it did not succeed."));
    let failed = object()
        .with("success", flag())
        .with("error", text().nullable())
        .with("reason", text().nullable())
        .with("webhook_id", uuid());
    about
        .answers(200, "The receiver answered.", answered)
        .answers(422, "The receiver could not be reached.", failed)
        .refuses(403, "`Processing restricted`")
}

pub(super) fn list(book: &mut Book) -> About {
    About::new("List webhooks").inactive().page_or_all().answers(
        200,
        "Webhooks, newest first.",
        book.list::<WebhookView<'_>>("webhooks"),
    )
}

pub(super) fn create(book: &mut Book) -> About {
    About::new("Create a webhook")
        .body(fields().with("url", text().note("https, unless the server allows http.")))
        .answers(201, "The webhook with its secret, which is not shown again.", with_secret(book))
        .refuses(400, "`Missing required field: url`")
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show a webhook").answers(200, "The webhook.", book.of::<WebhookView<'_>>())
}

pub(super) fn update(book: &mut Book) -> About {
    About::new("Change a webhook")
        .note("What is absent or null stays.")
        .body(fields().maybe("url", text().nullable()))
        .answers(200, "The webhook; with the secret when that was changed.", with_secret(book))
}

pub(super) fn delete(_: &mut Book) -> About {
    About::new("Delete a webhook").answers(200, "It is inactive.", state("inactive"))
}

pub(super) fn rotate_secret(book: &mut Book) -> About {
    About::new("Give a webhook a new secret").note("Deliveries are signed with the old one too for a while.").answers(
        200,
        "The webhook with its new secret.",
        with_secret(book),
    )
}

pub(super) fn test(_: &mut Book) -> About {
    trial(About::new("Send a test to a webhook").note("Nothing is stored of it."))
}

pub(super) fn templates(book: &mut Book) -> About {
    About::new("List samples of webhooks").answers(200, "All samples.", book.list::<TemplateView>("templates"))
}

pub(super) fn health_all(book: &mut Book) -> About {
    About::new("Show how all webhooks are doing").answers(
        200,
        "The active webhooks and their last 24 hours.",
        book.list::<HealthView<'_>>("data"),
    )
}

pub(super) fn health_one(book: &mut Book) -> About {
    About::new("Show how a webhook is doing").answers(200, "Its last 24 hours.", book.of::<HealthView<'_>>())
}
