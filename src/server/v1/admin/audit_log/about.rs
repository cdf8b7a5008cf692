//! What is told of the audit log of all projects.

use super::AnywhereView;
use crate::server::openapi::shape::uuid;
use crate::server::openapi::{About, Book};
use crate::server::v1::audit_log::about::filters;

pub(super) fn list(book: &mut Book) -> About {
    filters(About::new("List the audit log of the server"))
        .query("project_id", uuid(), "Of this project.")
        .page(50, 100)
        .answers(200, "Entries, newest first.", book.list::<AnywhereView<'_>>("data"))
        .refuses(400, "`project_id must be a UUID`")
}
