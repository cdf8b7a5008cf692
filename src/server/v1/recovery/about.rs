//! What is told of the routes behind mailed links.

use super::Confirmed;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn forgot(_: &mut Book) -> About {
    About::new("Ask for a link to set a new password").body(object().with("email", text())).answers(
        200,
        "The same for every address.",
        done().with("message", text()),
    )
}

pub(super) fn reset(_: &mut Book) -> About {
    let body = object().with("token", text()).with("password", text()).maybe("password_confirm", text().nullable());
    About::new("Set a new password")
        .body(body)
        .answers(200, "It is set, and all sessions are over.", done())
        .refuses(401, "`Invalid or expired token`")
}

pub(super) fn confirm(book: &mut Book) -> About {
    About::new("Confirm an address")
        .body(object().with("token", text()))
        .answers(200, "It is confirmed.", book.of::<Confirmed>())
        .refuses(401, "`Invalid or expired token`")
        .refuses(409, "`Email already registered`")
}
