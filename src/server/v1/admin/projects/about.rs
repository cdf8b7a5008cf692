//! What is told of the routes of projects for operators.

use super::{DetailView, OwnedView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn list(book: &mut Book) -> About {
    About::new("List all projects").page(50, 200).answers(
        200,
        "Projects, newest first.",
        book.list::<OwnedView>("data"),
    )
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show any project").answers(
        200,
        "The project and the newest of its rows.",
        book.data::<DetailView<'_>>(),
    )
}

pub(super) fn update(book: &mut Book) -> About {
    let body = object()
        .maybe("rate_limit_api_calls_per_minute", any().note("0 is no limit; null is that of the server."))
        .maybe("rate_limit_events_per_minute", count().nullable().note("0 is no limit."))
        .maybe("status", words(&["active", "inactive"]).nullable());
    About::new("Change the limits of a project").body(body).answers(200, "The project.", book.data::<OwnedView>())
}
