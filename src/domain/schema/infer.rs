//! A first draft of a schema from payloads that were seen: types, and the properties that all of
//! them have. People make a rule of it.

use crate::base::Json;
use crate::base::json::Members;

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// A schema that all of these payloads fit.
pub fn infer<'a>(payloads: impl Iterator<Item = &'a Json<'a>>) -> Json<'static> {
    let mut shape = Shape::default();
    payloads.for_each(|payload| shape.see(payload));
    let mut schema: Members<'static> = [("$schema".into(), Json::string(DRAFT))].into_iter().collect();
    shape.write(&mut schema);
    Json::Object(schema)
}

/// What the values at one place were like.
#[derive(Debug, Default)]
struct Shape {
    /// In the order in which they were first seen.
    types: Vec<&'static str>,
    objects: usize,
    properties: Vec<(String, Shape, usize)>,
    items: Option<Box<Shape>>,
}

impl Shape {
    fn see(&mut self, value: &Json<'_>) {
        let kind = match value {
            Json::Null => "null",
            Json::Bool(_) => "boolean",
            Json::Number(text) if text.contains(['.', 'e', 'E']) => "number",
            Json::Number(_) => "integer",
            Json::String(_) => "string",
            Json::Array(items) => {
                let inner = self.items.get_or_insert_default();
                items.iter().for_each(|item| inner.see(item));
                "array"
            }
            Json::Object(members) => {
                self.objects += 1;
                members.iter().for_each(|(name, value)| self.property(name, value));
                "object"
            }
        };
        if !self.types.contains(&kind) {
            self.types.push(kind);
        }
    }

    fn property(&mut self, name: &str, value: &Json<'_>) {
        let at = match self.properties.iter().position(|(known, ..)| known == name) {
            Some(at) => at,
            None => {
                self.properties.push((name.to_owned(), Shape::default(), 0));
                self.properties.len() - 1
            }
        };
        let (_, shape, times) = &mut self.properties[at];
        shape.see(value);
        *times += 1;
    }

    fn write(&self, schema: &mut Members<'static>) {
        // Every integer is a number too.
        let kept = |kind: &&&str| **kind != "integer" || !self.types.contains(&"number");
        let types: Vec<_> = self.types.iter().filter(kept).map(|kind| Json::string(*kind)).collect();
        match <[_; 1]>::try_from(types) {
            Ok([one]) => schema.set("type", one),
            Err(none) if none.is_empty() => {}
            Err(several) => schema.set("type", Json::Array(several)),
        }
        let always = self.properties.iter().filter(|(.., times)| *times == self.objects);
        let required: Vec<_> = always.map(|(name, ..)| Json::string(name.clone())).collect();
        if !required.is_empty() {
            schema.set("required", Json::Array(required));
        }
        if !self.properties.is_empty() {
            let property = |(name, shape, _): &(String, Shape, usize)| (name.clone().into(), shape.schema());
            schema.set("properties", Json::Object(self.properties.iter().map(property).collect()));
        }
        if let Some(items) = self.items.as_ref().filter(|items| !items.types.is_empty()) {
            schema.set("items", items.schema());
        }
    }

    fn schema(&self) -> Json<'static> {
        let mut schema = Members::default();
        self.write(&mut schema);
        Json::Object(schema)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Schema;
    use super::*;

    #[test]
    fn all_that_was_seen_fits() {
        for (payloads, schema) in [
            (&["{}"][..], r#""type":"object""#),
            (
                &[r#"{"a":1}"#, r#"{"a":2.5,"b":null}"#],
                r#""type":"object","required":["a"],"properties":{"a":{"type":"number"},"b":{"type":"null"}}"#,
            ),
            (
                &[r#"{"a":"x"}"#, r#"{"a":null}"#],
                r#""type":"object","required":["a"],"properties":{"a":{"type":["string","null"]}}"#,
            ),
            (
                &[r#"{"items":[{"sku":"A"},{"sku":"B","n":1}],"tags":[]}"#],
                r#""type":"object","required":["items","tags"],"properties":{"items":{"type":"array","items":{"type":"object","required":["sku"],"properties":{"sku":{"type":"string"},"n":{"type":"integer"}}}},"tags":{"type":"array"}}"#,
            ),
            (&[], ""),
        ] {
            let seen: Vec<_> = payloads.iter().map(|text| Json::parse(text).expect(text)).collect();
            let inferred = infer(seen.iter()).to_text();
            let rest = if schema.is_empty() { String::new() } else { format!(",{schema}") };
            assert_eq!(inferred, format!(r#"{{"$schema":"{DRAFT}"{rest}}}"#));
            let compiled = Schema::compile(&inferred).expect("compiles");
            assert!(payloads.iter().all(|payload| compiled.check(payload).expect("checked").is_empty()));
        }
    }
}
