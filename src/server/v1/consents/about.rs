//! What is told of the routes of consents.

use super::{ConsentView, OutdatedView, PurposeView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

fn purpose(about: About) -> About {
    let known = words(&["terms", "privacy", "data_processing", "marketing"]);
    about.path("purpose", known, "What is agreed to.")
}

pub(super) fn list(book: &mut Book) -> About {
    let shape = object()
        .with("consents", array(book.of::<ConsentView<'_>>()))
        .with("outdated", array(book.of::<OutdatedView<'_>>()))
        .with("current_versions", map(text()))
        .with("data", array(book.of::<PurposeView<'_>>()));
    About::new("List what the caller agreed to").answers(200, "By purpose.", shape)
}

pub(super) fn accept(book: &mut Book) -> About {
    let consent = book.of::<ConsentView<'_>>().nullable();
    purpose(About::new("Agree to a purpose")).answers(
        200,
        "Where the caller stands with it.",
        book.whole::<PurposeView<'_>>().with("consent", consent),
    )
}

pub(super) fn revoke(_: &mut Book) -> About {
    purpose(About::new("Take an agreement back"))
        .answers(200, "It is taken back.", done())
        .refuses(409, "`Consent is not granted`")
        .refuses(422, "The purpose is required")
}
