//! What is told of the routes of projects.

use super::ProjectView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};
use crate::server::v1::project;

pub(super) fn list(book: &mut Book) -> About {
    About::new("List the own projects").page_or_all().answers(
        200,
        "Projects, newest first.",
        book.list::<ProjectView>("data"),
    )
}

pub(super) fn create(book: &mut Book) -> About {
    let shape = book.data::<ProjectView>().with("api_key", text().note("Only shown here."));
    About::new("Create a project")
        .body(object().maybe("name", text().nullable()).maybe("settings", object().nullable()))
        .answers(201, "The project and its key.", shape)
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show a project").answers(200, "The project.", book.data::<ProjectView>())
}

pub(super) fn update(book: &mut Book) -> About {
    About::new("Change a project")
        .body(project::about::fields())
        .answers(200, "The project.", book.data::<ProjectView>())
        .refuses(403, "`Access denied`")
}

pub(super) fn make_default(book: &mut Book) -> About {
    About::new("Make a project the default").answers(200, "The project.", book.data::<ProjectView>())
}

pub(super) fn delete(_: &mut Book) -> About {
    About::new("Delete a project")
        .answers(200, "It is deleted.", done())
        .refuses(403, "`Only the owner can delete a project`")
}
