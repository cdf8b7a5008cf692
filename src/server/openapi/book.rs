//! The schemas of the types that are serialised, each once under its name, and the envelopes that
//! answers put around them.

use super::shape::{Shape, array, flag, object, text};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

/// Collects the schemas that descriptions name.
#[derive(Debug)]
pub struct Book(SchemaGenerator);

impl Book {
    pub(super) fn new() -> Book {
        let settings = SchemaSettings::draft2020_12().for_serialize().with(|settings| {
            settings.meta_schema = None;
            settings.definitions_path = "/components/schemas".into();
        });
        Book(settings.into_generator())
    }

    /// What a value of the type looks like, by name.
    pub fn of<T: JsonSchema>(&mut self) -> Shape {
        Shape::of(self.0.subschema_for::<T>().to_value())
    }

    /// The same written out, to have members added.
    pub fn whole<T: JsonSchema>(&mut self) -> Shape {
        Shape::of(T::json_schema(&mut self.0).to_value())
    }

    /// A page: the rows under their key and under `data`, and where the next one starts.
    pub fn list<T: JsonSchema>(&mut self, key: &str) -> Shape {
        let rows = array(self.of::<T>());
        let page = if key == "data" { object() } else { object().with(key, rows.clone()) };
        page.with("data", rows.note("The rows.")).with("has_next", flag()).with("next_cursor", text().nullable())
    }

    /// The object under `data`, and its members again at top level.
    pub fn data<T: JsonSchema>(&mut self) -> Shape {
        let data = self.of::<T>();
        self.whole::<T>().with("data", data)
    }

    pub(super) fn finish(mut self) -> Map<String, Value> {
        self.0.take_definitions(true)
    }
}
