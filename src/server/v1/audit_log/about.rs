//! What is told of the audit log.

use super::EntryView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

/// What the entries may be filtered by, here, for operators and in the export.
pub(in crate::server::v1) fn filters(about: About) -> About {
    about
        .query("action", text(), "Of this action, as `webhook.created`, or of an area, as `webhook.*`.")
        .query("user_id", uuid(), "By this user.")
        .query("actor_email", text(), "By the user of this address.")
        .query("resource_type", text(), "On this kind of thing.")
        .query("resource_id", text(), "On this thing.")
        .period()
        .refuses(400, "`user_id must be a UUID`")
}

pub(super) fn list(book: &mut Book) -> About {
    filters(About::new("List the audit log of the project")).page(50, 100).answers(
        200,
        "Entries, newest first.",
        book.list::<EntryView<'_>>("data"),
    )
}
