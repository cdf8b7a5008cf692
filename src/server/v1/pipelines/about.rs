//! What is told of the routes of pipelines.

use super::{PipelineView, TriedView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

fn fields() -> Shape {
    object()
        .maybe("description", text().nullable())
        .maybe("topics", texts().nullable().note("Which events run through it."))
        .maybe("source_topic", text().nullable().note("As `topics`, for one."))
        .maybe("steps", array(object()).nullable().note("`{type, config}`: filters, transforms and delays."))
        .maybe("webhook_id", text().nullable().note("Where its output goes."))
        .maybe("status", words(&["active", "inactive", ""]).nullable())
        .maybe("active", any().note("Another way to say `status`."))
}

pub(super) fn list(book: &mut Book) -> About {
    About::new("List pipelines").inactive().page_or_all().answers(
        200,
        "Pipelines, newest first.",
        book.list::<PipelineView<'_>>("data"),
    )
}

pub(super) fn create(book: &mut Book) -> About {
    About::new("Create a pipeline").body(fields().with("name", text())).answers(
        201,
        "The pipeline.",
        book.data::<PipelineView<'_>>(),
    )
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show a pipeline").answers(200, "The pipeline.", book.data::<PipelineView<'_>>())
}

pub(super) fn update(book: &mut Book) -> About {
    About::new("Change a pipeline").body(fields().maybe("name", text().nullable())).answers(
        200,
        "The pipeline.",
        book.data::<PipelineView<'_>>(),
    )
}

pub(super) fn delete(_: &mut Book) -> About {
    About::new("Delete a pipeline").answers_as(204, "It is deleted.", Vec::new())
}

pub(super) fn test(book: &mut Book) -> About {
    About::new("Try a pipeline on a payload")
        .body(object().maybe("payload", any()).maybe("topic", text().nullable()))
        .answers(200, "What came of it, step by step.", book.of::<TriedView<'_>>())
}
