//! What is told of the routes of the caller's own account.

use super::user::OwnView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};
use crate::server::v1::audit_log::EntryView;

/// The account; a browser is told the token of its changes too.
pub(in crate::server::v1) fn account(book: &mut Book) -> Shape {
    book.data::<OwnView>().maybe("csrf_token", text().note("Only to a browser."))
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show the own account").answers(200, "The account.", account(book))
}

pub(super) fn update(book: &mut Book) -> About {
    let body = object()
        .maybe("name", text().nullable())
        .maybe("locale", words(&["en", "es"]).nullable())
        .maybe("theme", words(&["light", "dark", "system"]).nullable())
        .maybe("default_project_id", text().nullable())
        .maybe("last_project_id", text().nullable());
    About::new("Change the own account")
        .body(body)
        .answers(200, "The account.", account(book))
        .refuses(404, "`Project not found`")
}

pub(super) fn last_project(book: &mut Book) -> About {
    About::new("Note which project was looked at last")
        .body(object().with("project_id", text()))
        .answers(200, "The account.", account(book))
        .refuses(404, "`Project not found`")
}

pub(super) fn password(_: &mut Book) -> About {
    let body = object()
        .with("current_password", text())
        .with("new_password", text())
        .maybe("new_password_confirm", text().nullable());
    About::new("Change the own password")
        .body(body)
        .answers(200, "It is changed; all other sessions are over.", done())
        .refuses(401, "`Invalid password`")
        .refuses(423, "`Account locked. Try again later.`")
}

pub(super) fn activity(book: &mut Book) -> About {
    About::new("List what the caller did").page(50, 100).answers(
        200,
        "Entries, newest first.",
        book.list::<EntryView<'_>>("data"),
    )
}
