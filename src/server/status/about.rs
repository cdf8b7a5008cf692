//! What is told of the status.

use super::Report;
use crate::server::openapi::shape::text;
use crate::server::openapi::{About, Book};

pub(super) fn status(book: &mut Book) -> About {
    let forms = vec![("application/json", book.of::<Report>()), ("text/html", text())];
    About::new("Show how the server is and has been")
        .note("A page for browsers, JSON for everything else.")
        .answers_as(200, "The status.", forms)
        .refuses(404, "The page is switched off")
}
