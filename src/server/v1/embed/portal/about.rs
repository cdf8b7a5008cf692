//! What is told of the routes of the portal.

use super::{DeliveryView, WebhookView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};
use crate::server::v1::deliveries::about::by_status;
use crate::server::v1::webhooks::about::trial;

fn fields() -> Shape {
    object().maybe("topics", texts().nullable())
}

fn one(book: &mut Book) -> Shape {
    object().with("data", book.of::<WebhookView<'_>>())
}

pub(super) fn session(_: &mut Book) -> About {
    let data = object()
        .with("scopes", texts())
        .with("name", text())
        .with("expires_at", time().nullable())
        .with("locale", text());
    About::new("Show what the embed token allows").answers(200, "The token.", object().with("data", data))
}

pub(super) fn list(book: &mut Book) -> About {
    About::new("List webhooks in the portal").inactive().page_or_all().answers(
        200,
        "Webhooks, newest first.",
        book.list::<WebhookView<'_>>("data"),
    )
}

pub(super) fn create(book: &mut Book) -> About {
    About::new("Create a webhook in the portal").body(fields().with("url", text())).answers(
        201,
        "The webhook.",
        one(book),
    )
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show a webhook in the portal").answers(200, "The webhook.", one(book))
}

pub(super) fn update(book: &mut Book) -> About {
    About::new("Change a webhook in the portal")
        .body(fields().maybe("url", text().nullable()).maybe("status", text().nullable()))
        .answers(200, "The webhook.", one(book))
}

pub(super) fn delete(_: &mut Book) -> About {
    About::new("Delete a webhook in the portal").answers(200, "It is inactive.", state("deleted"))
}

pub(super) fn test(_: &mut Book) -> About {
    trial(About::new("Send a test to a webhook in the portal"))
}

pub(super) fn deliveries(book: &mut Book) -> About {
    by_status(About::new("List deliveries in the portal")).page(50, 100).answers(
        200,
        "Deliveries, newest first.",
        book.list::<DeliveryView<'_>>("data"),
    )
}

pub(super) fn retry(_: &mut Book) -> About {
    About::new("Send a delivery again in the portal")
        .answers(200, "It is due now.", state("retry_queued"))
        .refuses(403, "`Processing restricted`")
        .refuses(422, "It is under way, or its webhook or event is gone")
}
