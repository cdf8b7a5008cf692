//! What is told of the checks of load balancers.

use super::Short;
use crate::server::openapi::{About, Book};

fn check(about: About, book: &mut Book) -> About {
    about.answers(200, "It is.", book.of::<Short>()).answers(503, "It is not.", book.of::<Short>())
}

pub(super) fn health(book: &mut Book) -> About {
    check(About::new("Show whether the server works"), book)
}

pub(super) fn live(book: &mut Book) -> About {
    check(About::new("Show whether the process answers"), book)
}

pub(super) fn ready(book: &mut Book) -> About {
    check(About::new("Show whether requests may be sent here"), book)
}
