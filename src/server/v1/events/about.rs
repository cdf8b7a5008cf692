//! What is told of the routes of events.

use super::{BriefView, EventView, SimulatedView};
use crate::domain::schema::Fault;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};
use crate::server::v1::ingest;

pub(super) fn list(book: &mut Book) -> About {
    About::new("List events")
        .query("topic", text(), "Of this topic; `*` stands for one word, `#` for any number of them.")
        .query("status", words(&["active", "inactive"]), "Active ones when absent.")
        .inactive()
        .period()
        .switch("scheduled", "Only those whose delivery is still ahead.")
        .query("search", text(), "Text within the payload.")
        .query("match", texts(), "`path=value` in the payload; all must hold, at most 5.")
        .page(50, 200)
        .answers(200, "Events, newest first.", book.list::<EventView<'_>>("events"))
        .refuses(400, "`match` is not understood")
        .refuses(422, "`status must be active or inactive`")
}

pub(super) fn show(book: &mut Book) -> About {
    let deliveries = array(book.of::<BriefView>());
    About::new("Show an event").answers(
        200,
        "The event and its deliveries.",
        book.whole::<EventView<'_>>().with("deliveries", deliveries),
    )
}

pub(super) fn delete(_: &mut Book) -> About {
    About::new("Delete an event").note("It is not shown any more, and what is due of it is not delivered.").answers(
        200,
        "It is deleted.",
        state("inactive"),
    )
}

pub(super) fn simulate(book: &mut Book) -> About {
    let faults = array(book.of::<Fault>());
    let results = array(book.of::<SimulatedView<'_>>());
    let shape = object()
        .with("simulation", flag())
        .with("matching_webhooks", count())
        .with("results", results)
        .with("validation", object().with("valid", flag()).with("errors", faults));
    About::new("Try an event without sending it")
        .note("Tells which webhooks it would go to and what they would receive. Nothing is stored.")
        .body(ingest::about::event())
        .answers(200, "What would be sent.", shape)
}
