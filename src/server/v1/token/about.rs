//! What is told of the routes of the API key.

use super::KeyView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show the API key").answers(200, "The key without its secret.", book.of::<KeyView>())
}

pub(super) fn update(book: &mut Book) -> About {
    let body = object()
        .maybe("name", text().nullable())
        .maybe("scopes", texts().nullable())
        .maybe("allowed_ips", texts().nullable());
    About::new("Change the API key")
        .body(body)
        .answers(200, "The key without its secret.", book.of::<KeyView>())
        .refuses(404, "There is no key")
}

pub(super) fn regenerate(book: &mut Book) -> About {
    let shape = book.whole::<KeyView>().with("token", text().note("Only shown here."));
    About::new("Replace the API key").answers(200, "The new key; the old one is dead.", shape)
}
