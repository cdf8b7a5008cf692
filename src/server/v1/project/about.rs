//! What is told of the routes of the project of the caller.

use super::ProjectView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

/// What may be changed of a project.
pub(in crate::server::v1) fn fields() -> Shape {
    object()
        .maybe("name", text().nullable())
        .maybe("settings", object().nullable().note("Any members; `allowed_ips` limits the API keys."))
        .maybe("retention_policy", object().nullable())
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show the project").answers(200, "The project.", book.of::<ProjectView>())
}

pub(super) fn update(book: &mut Book) -> About {
    About::new("Change the project").body(fields()).answers(200, "The project.", book.of::<ProjectView>())
}

pub(super) fn topics(_: &mut Book) -> About {
    let counted = object().with("name", text()).with("event_count", count());
    About::new("List the topics of the project").answers(
        200,
        "All topics, and their events.",
        object().with("topics", texts()).with("data", array(counted)),
    )
}
