//! What is told of the routes of analytics.

use super::{DeliveriesView, StatsView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

fn rows(of: Shape) -> Shape {
    object().with("data", array(of))
}

fn days(about: About, default: i64) -> About {
    about.query("days", int(1, 90).default(default), "How many days, today included.")
}

fn window(about: About) -> About {
    days(about, 30).query("fill", words(&["zero"]), "Days without any are rows too.")
}

pub(super) fn events(_: &mut Book) -> About {
    let day = object().with("date", text().set("format", "date")).with("count", count());
    window(About::new("Count events by day")).answers(200, "A row per day.", rows(day))
}

pub(super) fn deliveries(book: &mut Book) -> About {
    window(About::new("Count deliveries by day")).answers(200, "A row per day.", rows(book.of::<DeliveriesView>()))
}

pub(super) fn topics(_: &mut Book) -> About {
    let topic = object().with("topic", text().nullable()).with("count", count());
    About::new("Count events by topic")
        .query("days", int(1, 90), "How many days; all when absent.")
        .query("limit", int(1, 50).default(10), "Rows.")
        .answers(200, "The topics with the most events.", rows(topic))
}

pub(super) fn webhooks(book: &mut Book) -> About {
    days(About::new("Count deliveries by webhook"), 7).answers(
        200,
        "A row per webhook.",
        rows(book.of::<StatsView<'_>>()),
    )
}
