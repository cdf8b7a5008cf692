//! What is told of the daily run of retention.

use crate::engine::retention::Counts;
use crate::server::openapi::{About, Book};

pub(super) fn run(book: &mut Book) -> About {
    About::new("Remove what is past its time now")
        .answers(200, "How many rows went, by kind.", book.data::<Counts>())
        .refuses(409, "`Retention is running already`")
}
