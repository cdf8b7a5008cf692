//! What is told of the routes of sources.

use super::{PresetView, RejectionView, SourceView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};
use serde_json::json;

/// How requests prove where they come from.
fn verification() -> Shape {
    object()
        .maybe("type", words(&["hmac", "token", "basic", "standard_webhooks", "stripe", "slack", "none"]))
        .note("With `header`, `algorithm`, `encoding`, `prefix`, `signed`, `username` and others as the type wants.")
}

/// The members of a source that a client may set.
fn fields() -> Shape {
    object()
        .maybe("name", text().nullable())
        .maybe("provider", text().nullable())
        .maybe("slug", text().nullable().note("In the URL; small letters, digits and `-`."))
        .maybe("preset", text().nullable().note("What is absent below is filled from it."))
        .maybe("verification", verification().nullable())
        .maybe("mapping", map(any()).nullable().note("Paths to `event_id`, `type`, `occurred_at`, `subject`, `data`."))
        .maybe("topic_prefix", text().nullable().note("Before the type of an event."))
        .maybe("secret", text().nullable().note("What requests are verified with; made when absent."))
        .maybe("allow_unverified", flag().nullable().note("Has to be true for the type `none`."))
        .maybe("status", words(&["active", "inactive", ""]).nullable())
        .maybe("active", any().note("Another way to say `status`."))
}

fn with_secret(book: &mut Book) -> Shape {
    book.whole::<SourceView<'_>>().maybe("secret", text().note("Only shown here."))
}

pub(super) fn list(book: &mut Book) -> About {
    About::new("List sources").inactive().page_or_all().answers(
        200,
        "Sources, newest first.",
        book.list::<SourceView<'_>>("sources"),
    )
}

pub(super) fn create(book: &mut Book) -> About {
    About::new("Create a source")
        .body(fields().sample(json!({"preset": "github", "slug": "github"})))
        .answers(201, "The source with its secret, which is not shown again.", with_secret(book))
        .refuses(409, "The slug is taken")
}

pub(super) fn presets(book: &mut Book) -> About {
    About::new("List presets of sources").answers(200, "All presets.", book.list::<PresetView>("presets"))
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show a source").answers(200, "The source.", book.of::<SourceView<'_>>())
}

pub(super) fn update(book: &mut Book) -> About {
    About::new("Change a source")
        .body(fields())
        .answers(200, "The source; with the secret when that was changed.", with_secret(book))
        .refuses(409, "The slug is taken")
}

pub(super) fn delete(_: &mut Book) -> About {
    About::new("Delete a source").answers(200, "It is inactive.", state("inactive"))
}

pub(super) fn rotate_secret(book: &mut Book) -> About {
    About::new("Give a source a new secret").note("Requests verify with the old one too for a while.").answers(
        200,
        "The source with its new secret.",
        with_secret(book),
    )
}

pub(super) fn rejections(book: &mut Book) -> About {
    About::new("List requests that a source refused").page(50, 200).answers(
        200,
        "The last hundred, newest first.",
        book.list::<RejectionView<'_>>("rejections"),
    )
}
