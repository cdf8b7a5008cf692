//! What is told of the routes of event schemas.

use super::SchemaView;
use crate::domain::schema::Fault;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

fn fields() -> Shape {
    object()
        .maybe("version", any().note("A whole number; the next one when absent."))
        .maybe("status", words(&["active", "inactive", ""]).nullable())
}

/// At top level the version is a text.
fn shown(book: &mut Book) -> Shape {
    let data = book.of::<SchemaView<'_, u32>>();
    book.whole::<SchemaView<'_, String>>().with("data", data)
}

pub(super) fn list(book: &mut Book) -> About {
    About::new("List event schemas").query("topic", text(), "Of this topic.").inactive().page_or_all().answers(
        200,
        "Schemas, newest first.",
        book.list::<SchemaView<'_, u32>>("data"),
    )
}

pub(super) fn create(book: &mut Book) -> About {
    About::new("Create an event schema")
        .body(fields().with("topic", text()).with("schema", any().note("A JSON Schema.")))
        .answers(201, "The schema.", shown(book))
        .refuses(409, "`Schema version already exists`")
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show an event schema").answers(200, "The schema.", shown(book))
}

pub(super) fn update(book: &mut Book) -> About {
    About::new("Change an event schema")
        .body(fields().maybe("topic", text().nullable()).maybe("schema", any()))
        .answers(200, "The schema.", shown(book))
        .refuses(409, "`Schema version already exists`")
}

pub(super) fn delete(_: &mut Book) -> About {
    About::new("Delete an event schema").answers(200, "It is deleted.", done())
}

pub(super) fn validate(book: &mut Book) -> About {
    let body = object()
        .maybe("topic", any().note("Whose schema to use; required without `schema`."))
        .maybe("schema", any().note("A schema to use instead."))
        .maybe("payload", any());
    let shape = object()
        .with("valid", flag())
        .with("errors", array(book.of::<Fault>()))
        .with("schema_id", uuid().nullable())
        .with("version", count().nullable());
    About::new("Check a payload against a schema").body(body).answers(200, "Whether it fits.", shape)
}
