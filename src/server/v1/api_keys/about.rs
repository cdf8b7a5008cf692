//! What is told of the routes of API keys.

use super::{KeyView, Names};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn list(book: &mut Book) -> About {
    About::new("List API keys").page_or_all().answers(
        200,
        "API keys, newest first.",
        book.list::<KeyView<'_, Names<'_>>>("api_keys"),
    )
}

fn fields() -> Shape {
    object()
        .maybe("description", text().nullable())
        .maybe("scopes", texts().nullable())
        .maybe("permissions", texts().nullable().note("Names of the project's own, beside scopes."))
        .maybe("allowed_ips", texts().nullable())
        .maybe("tenants", texts().nullable().note("Whom it may act for; none is anyone."))
        .maybe("status", words(&["active", "disabled"]).nullable())
}

fn whole(book: &mut Book) -> Shape {
    book.whole::<KeyView<'_, Names<'_>>>()
        .with("secret", text().note("The credential, alone or after the id and a colon."))
}

pub(super) fn create(book: &mut Book) -> About {
    About::new("Create an API key").body(fields()).answers(201, "The key with its secret.", whole(book))
}

pub(super) fn update(book: &mut Book) -> About {
    About::new("Change an API key").body(fields()).answers(200, "The key.", book.of::<KeyView<'_, Names<'_>>>())
}

pub(super) fn delete(_: &mut Book) -> About {
    About::new("End an API key").answers(200, "It is dead.", state("deleted"))
}

pub(super) fn rotate(book: &mut Book) -> About {
    About::new("Give an API key a new secret").answers(200, "The key; its old secret is dead.", whole(book))
}

pub(super) fn reveal(book: &mut Book) -> About {
    About::new("Show the secret of an API key")
        .body(object().with("password", text()))
        .answers(200, "The key with its secret.", whole(book))
        .refuses(401, "`Invalid password`")
        .refuses(403, "The server keeps no copy of it")
        .refuses(423, "`Account locked. Try again later.`")
}
