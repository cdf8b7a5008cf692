//! What is told of the exports.

use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};
use crate::server::v1::audit_log;

fn export(about: About) -> About {
    let row = || object().note("A row by its columns.");
    about
        .query("format", words(&["csv", "json", "ndjson"]), "CSV, unless `Accept` says otherwise.")
        .query("columns", text(), "Names with commas between them, in the wanted order.")
        .query("limit", count(), "Rows at most.")
        .query("bom", words(&["1", "true", "0", "false"]), "Begins a CSV file with a mark for spreadsheets.")
        .query("safe", words(&["1", "true", "0", "false"]), "No cell of a CSV file is taken for a formula.")
        .query("days", int(1, 36_525), "Of the last days.")
        .answers_as(
            200,
            "The whole, as a file.",
            vec![
                ("text/csv", text()),
                ("application/json", object().with("data", array(row())).with("total", count())),
                ("application/x-ndjson", text()),
            ],
        )
        .refuses(400, "`format` or `columns` is not understood")
}

pub(super) fn events(_: &mut Book) -> About {
    export(About::new("Export events"))
        .period()
        .query("topic", text(), "Of this topic.")
        .query("status", words(&["active", "inactive"]), "Of this status.")
        .inactive()
        .refuses(422, "`status must be active or inactive`")
}

pub(super) fn deliveries(_: &mut Book) -> About {
    export(About::new("Export deliveries"))
        .period()
        .query("status", words(&["pending", "success", "failed"]), "Of this status.")
        .query("webhook_id", uuid(), "To this webhook.")
        .query("event_id", uuid(), "Of this event.")
        .query("replay_id", uuid(), "Made by this replay.")
        .refuses(400, "An id is no UUID")
        .refuses(422, "`status` is none of these")
}

pub(super) fn jobs(_: &mut Book) -> About {
    export(About::new("Export jobs")).period()
}

pub(super) fn entries(_: &mut Book) -> About {
    audit_log::about::filters(export(About::new("Export the audit log")))
}
