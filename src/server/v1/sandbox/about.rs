//! What is told of the routes of sandbox endpoints.

use super::{CaptureView, EndpointView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn list(book: &mut Book) -> About {
    About::new("List sandbox endpoints")
        .query("include", words(&["expired"]), "Also those whose time is over.")
        .page_or_all()
        .answers(200, "Sandbox endpoints, newest first.", book.list::<EndpointView<'_>>("data"))
}

pub(super) fn create(book: &mut Book) -> About {
    let fields = object().maybe("name", text().nullable()).maybe("ttl_hours", int(1, 720).nullable().default(168));
    About::new("Create a sandbox endpoint").body(fields).answers(201, "The endpoint.", book.of::<EndpointView<'_>>())
}

pub(super) fn update(book: &mut Book) -> About {
    About::new("Rename a sandbox endpoint").body(object().maybe("name", text().nullable())).answers(
        200,
        "The endpoint.",
        book.of::<EndpointView<'_>>(),
    )
}

pub(super) fn delete(_: &mut Book) -> About {
    About::new("Delete a sandbox endpoint").answers(200, "It is deleted.", state("deleted"))
}

pub(super) fn requests(book: &mut Book) -> About {
    About::new("List what a sandbox endpoint received").page(50, 200).answers(
        200,
        "Requests, newest first.",
        book.list::<CaptureView<'_>>("data"),
    )
}
