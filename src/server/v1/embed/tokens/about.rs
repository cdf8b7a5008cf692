//! What is told of the routes of embed tokens.

use super::TokenView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn list(book: &mut Book) -> About {
    About::new("List embed tokens").inactive().page_or_all().answers(
        200,
        "Embed tokens, newest first.",
        book.list::<TokenView<'_>>("data"),
    )
}

pub(super) fn create(book: &mut Book) -> About {
    let fields = object()
        .maybe("name", text().nullable())
        .maybe("scopes", texts().nullable())
        .maybe("allowed_origins", texts().nullable().note("Pages that may use it; none is all."))
        .maybe("metadata", object().nullable())
        .maybe("tenant", text().nullable().note("Whose webhooks it shows."))
        .maybe("expires_at", time().nullable())
        .maybe("expires_in", int(1, 3_162_240_000).nullable().note("Seconds."))
        .maybe("project_id", text().nullable().note("Must be the project of the caller."));
    let shape = object().with("token", text().note("Only shown here.")).with("data", book.of::<TokenView<'_>>());
    About::new("Create an embed token").body(fields).answers(201, "The token.", shape)
}

pub(super) fn revoke(_: &mut Book) -> About {
    About::new("Revoke an embed token").answers(200, "It is dead.", state("revoked"))
}
