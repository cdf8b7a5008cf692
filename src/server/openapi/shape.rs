//! JSON Schemas written by hand: small functions that read like the JSON they describe. Types that
//! are serialised describe themselves (`book.rs`); this is for everything else.

use serde_json::{Map, Value, json};

/// A JSON Schema (draft 2020-12) that is an object.
#[derive(Debug, Clone)]
pub struct Shape(Map<String, Value>);

impl Shape {
    /// `schema` must be an object; anything else becomes the schema that everything fits.
    pub(super) fn of(schema: Value) -> Shape {
        match schema {
            Value::Object(members) => Shape(members),
            _ => any(),
        }
    }

    pub(super) fn into_value(self) -> Value {
        Value::Object(self.0)
    }

    /// Adds a member that is always there.
    pub fn with(mut self, name: &str, shape: Shape) -> Shape {
        self = self.maybe(name, shape);
        if let Value::Array(required) = self.0.entry("required").or_insert_with(|| json!([])) {
            required.push(name.into());
        }
        self
    }

    /// Adds a member that may be absent.
    pub fn maybe(mut self, name: &str, shape: Shape) -> Shape {
        if let Value::Object(properties) = self.0.entry("properties").or_insert_with(|| json!({})) {
            properties.insert(name.to_owned(), shape.into_value());
        }
        self
    }

    /// Says what is not in the schema.
    pub fn note(self, text: &str) -> Shape {
        self.set("description", text)
    }

    /// The value that counts when none is given.
    pub fn default(self, value: impl Into<Value>) -> Shape {
        self.set("default", value)
    }

    /// Sets a keyword.
    pub fn set(mut self, name: &str, value: impl Into<Value>) -> Shape {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    /// The same, or null.
    pub fn nullable(mut self) -> Shape {
        match self.0.get_mut("type") {
            Some(kind @ Value::String(_)) => {
                *kind = json!([kind.take(), "null"]);
                if let Some(Value::Array(words)) = self.0.get_mut("enum") {
                    words.push(Value::Null);
                }
                self
            }
            _ => one_of(vec![self, typed("null")]),
        }
    }

    /// Whether an empty object does not fit.
    pub(super) fn requires(&self) -> bool {
        self.0.get("required").and_then(Value::as_array).is_some_and(|names| !names.is_empty())
    }
}

fn typed(name: &str) -> Shape {
    Shape(Map::new()).set("type", name)
}

/// Any JSON value.
pub fn any() -> Shape {
    Shape(Map::new())
}

pub fn text() -> Shape {
    typed("string")
}

pub fn uuid() -> Shape {
    text().set("format", "uuid")
}

/// An instant as in RFC 3339.
pub fn time() -> Shape {
    text().set("format", "date-time")
}

/// An instant, or a date that means its beginning or its end.
pub fn moment() -> Shape {
    text().note("RFC 3339, or YYYY-MM-DD")
}

pub fn email() -> Shape {
    text().set("format", "email")
}

pub fn flag() -> Shape {
    typed("boolean")
}

/// A whole number that is not negative.
pub fn count() -> Shape {
    typed("integer").set("minimum", 0)
}

/// A whole number within limits.
pub fn int(least: i64, most: i64) -> Shape {
    typed("integer").set("minimum", least).set("maximum", most)
}

/// One of these texts.
pub fn words(words: &[&str]) -> Shape {
    text().set("enum", words)
}

/// An object of any members.
pub fn object() -> Shape {
    typed("object")
}

/// An object whose members all have one form.
pub fn map(of: Shape) -> Shape {
    object().set("additionalProperties", of.into_value())
}

pub fn array(of: Shape) -> Shape {
    typed("array").set("items", of.into_value())
}

pub fn texts() -> Shape {
    array(text())
}

/// Any of these forms.
pub fn one_of(shapes: Vec<Shape>) -> Shape {
    any().set("anyOf", shapes.into_iter().map(Shape::into_value).collect::<Vec<_>>())
}

/// What many changes answer.
pub fn done() -> Shape {
    object().with("ok", flag())
}

/// `{"status": word}`.
pub fn state(word: &str) -> Shape {
    object().with("status", words(&[word]))
}
