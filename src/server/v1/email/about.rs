//! What is told of the routes of the caller's address.

use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};
use crate::server::v1::me;

pub(super) fn change(book: &mut Book) -> About {
    let body = object()
        .maybe("email", text().nullable().note("The new address. Also `new_email`."))
        .maybe("new_email", text().nullable())
        .maybe("password", text().nullable().note("Also `current_password`."))
        .maybe("current_password", text().nullable());
    About::new("Change the own address")
        .body(body)
        .answers(200, "The account; the new address counts once it is confirmed.", me::about::account(book))
        .refuses(401, "`Invalid password`")
        .refuses(409, "`Email already registered`")
        .refuses(423, "`Account locked. Try again later.`")
}

pub(super) fn resend(_: &mut Book) -> About {
    About::new("Send the link of confirmation again")
        .answers(200, "It is sent.", done())
        .refuses(409, "`Email already confirmed`")
        .refuses(422, "`Mail is not configured`")
}
