//! What is told of the routes of the face.

use super::OverviewView;
use super::keys::View;
use super::logs::{EntryView, LineView};
use super::webhooks::{PairView, WebhookView};
use crate::domain::catalogue::{EventType, Permission};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};
use serde_json::json;

pub(super) fn overview(book: &mut Book) -> About {
    About::new("Show a project in a few numbers").answers(200, "The numbers.", book.of::<OverviewView>())
}

pub(super) fn check(_: &mut Book) -> About {
    About::new("Check an API key")
        .query("permission", text(), "A right that it must have.")
        .answers(200, "It holds; what it may.", object().with("ok", flag()).with("permissions", texts()))
        .refuses(403, "`Missing permission: …`")
}

pub(super) fn permissions(book: &mut Book) -> About {
    About::new("List what API keys may be allowed").answers(
        200,
        "Scopes, then the names of the project.",
        book.list::<Permission>("permissions"),
    )
}

pub(super) fn set_permissions(book: &mut Book) -> About {
    let items = array(any()).note("Names, or objects of `name`, `title`, `description`, `endpoints`. Scopes are kept.");
    About::new("Set the rights that the project has names for")
        .body(object().maybe("permissions", items.clone()).maybe("data", items))
        .answers(200, "All rights.", book.list::<Permission>("permissions"))
}

pub(super) fn event_types(book: &mut Book) -> About {
    About::new("List the kinds of events there are").answers(
        200,
        "The catalogue.",
        book.list::<EventType>("event_types"),
    )
}

pub(super) fn set_event_types(book: &mut Book) -> About {
    let items = array(any()).note("Names, or objects of `name`, `description`, `example`.");
    About::new("Set the kinds of events there are")
        .body(object().maybe("event_types", items.clone()).maybe("data", items))
        .answers(200, "The catalogue.", book.list::<EventType>("event_types"))
}

fn key_fields() -> Shape {
    object()
        .maybe("description", text().nullable())
        .maybe("scopes", array(any()).nullable())
        .maybe(
            "permissions",
            array(any()).nullable().note("Names of scopes and of the project, or objects with `name`."),
        )
        .maybe("allowed_ips", texts().nullable())
        .maybe("tenants", texts().nullable().note("Whom it may act for; none is anyone."))
        .maybe("status", words(&["active", "disabled"]).nullable())
}

fn whole_key(book: &mut Book) -> Shape {
    book.whole::<View<'_>>().with("secret", text().note("The credential."))
}

pub(super) fn keys(book: &mut Book) -> About {
    About::new("List API keys with what they may").page_or_all().answers(
        200,
        "API keys, newest first.",
        book.list::<View<'_>>("api_keys"),
    )
}

pub(super) fn create_key(book: &mut Book) -> About {
    About::new("Create an API key for an integrator").body(key_fields()).answers(
        201,
        "The key with its secret.",
        whole_key(book),
    )
}

pub(super) fn update_key(book: &mut Book) -> About {
    About::new("Change an API key of an integrator").body(key_fields()).answers(200, "The key.", book.of::<View<'_>>())
}

pub(super) fn delete_key(_: &mut Book) -> About {
    About::new("End an API key of an integrator").answers(200, "It is dead.", state("deleted"))
}

pub(super) fn rotate_key(book: &mut Book) -> About {
    About::new("Give an API key of an integrator a new secret").answers(
        200,
        "The key; its old secret is dead.",
        whole_key(book),
    )
}

/// What confirms the password refuses.
fn confirmed(about: About) -> About {
    about.refuses(401, "`Invalid password`").refuses(423, "`Account locked. Try again later.`")
}

pub(super) fn reveal_key(book: &mut Book) -> About {
    confirmed(About::new("Show the secret of an API key of an integrator"))
        .body(object().with("password", password_text()))
        .answers(200, "The key with its secret.", whole_key(book))
        .refuses(403, "The server keeps no copy of it")
}

fn webhook_fields() -> Shape {
    object().maybe("status", words(&["active", "inactive", ""]).nullable())
}

pub(super) fn webhooks(book: &mut Book) -> About {
    About::new("List webhooks of integrators").inactive().page_or_all().answers(
        200,
        "Webhooks, newest first.",
        book.list::<WebhookView<'_>>("webhooks"),
    )
}

pub(super) fn create_webhook(book: &mut Book) -> About {
    let body = webhook_fields()
        .with("description", name())
        .with("url", url())
        .with("event_types", texts().note("Names or patterns, at least one.").sample(json!(["order.*"])));
    let shape = book.whole::<WebhookView<'_>>().with("signing_secrets", book.of::<PairView<'_>>().note("Only here."));
    About::new("Create a webhook with two secrets").body(body).answers(201, "The webhook with its secrets.", shape)
}

pub(super) fn webhook(book: &mut Book) -> About {
    About::new("Show a webhook of an integrator").answers(200, "The webhook.", book.of::<WebhookView<'_>>())
}

pub(super) fn update_webhook(book: &mut Book) -> About {
    let body = webhook_fields()
        .maybe("description", text().nullable())
        .maybe("url", url().nullable())
        .maybe("event_types", texts().nullable());
    About::new("Change a webhook of an integrator").body(body).answers(
        200,
        "The webhook.",
        book.of::<WebhookView<'_>>(),
    )
}

pub(super) fn delete_webhook(_: &mut Book) -> About {
    About::new("Delete a webhook of an integrator").answers(200, "It is inactive.", state("inactive"))
}

fn secrets(book: &mut Book) -> About {
    confirmed(About::new("Show the two secrets of a webhook"))
        .header("X-Password", text(), "The password of the user.")
        .answers(200, "The secrets.", book.of::<PairView<'_>>())
}

/// The password may stand in a header, so that no GET needs a body.
pub(super) fn read_secrets(book: &mut Book) -> About {
    secrets(book).refuses(400, "`Missing required field: password`").refuses(422, "The password is no text")
}

pub(super) fn ask_secrets(book: &mut Book) -> About {
    secrets(book).body(object().maybe("password", password_text()))
}

fn rotated(summary: &'static str, slot: &str) -> About {
    About::new(summary)
        .answers(200, "The new secret; the old one is dead.", object().with(slot, text()))
        .refuses(422, "A second secret without a first one signs nothing")
}

pub(super) fn rotate_first(_: &mut Book) -> About {
    rotated("Replace the first secret of a webhook", "first")
}

pub(super) fn rotate_second(_: &mut Book) -> About {
    rotated("Replace the second secret of a webhook", "second")
}

pub(super) fn logs(book: &mut Book) -> About {
    About::new("List what was sent to webhooks")
        .query("webhook_id", uuid(), "To this webhook.")
        .query("event_type", text(), "Of this kind.")
        .query("status_code", text().sample("2xx"), "Answered with this status, or one like `2xx`.")
        .period()
        .page(50, 200)
        .answers(200, "Attempts, newest first.", book.list::<LineView<'_>>("webhook_logs"))
        .refuses(422, "A parameter has a value that is not possible; see `details`")
}

pub(super) fn log(book: &mut Book) -> About {
    About::new("Show one exchange with a webhook").answers(200, "As it was.", book.of::<EntryView<'_>>())
}
