//! What is told of the routes of uptime and mail.

use super::View;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show how the server has been").query("days", int(1, 90), "How many days, today included.").answers(
        200,
        "The latest check, and days.",
        object().with("data", book.of::<View<'_>>()),
    )
}

pub(super) fn test(_: &mut Book) -> About {
    About::new("Send a letter to see whether mail works")
        .body(object().with("to", text()))
        .answers(200, "It is sent.", done())
        .answers(502, "The mail server refused.", done().with("error", text()))
}
