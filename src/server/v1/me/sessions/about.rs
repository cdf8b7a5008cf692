//! What is told of the routes of logins.

use super::SessionView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn list(book: &mut Book) -> About {
    About::new("List the own sessions").answers(200, "All of them.", book.list::<SessionView>("data"))
}

pub(super) fn end_others(_: &mut Book) -> About {
    About::new("End all other sessions").answers(200, "How many.", object().with("revoked", count()))
}

pub(super) fn end(_: &mut Book) -> About {
    About::new("End a session").answers(200, "It is over.", done())
}
