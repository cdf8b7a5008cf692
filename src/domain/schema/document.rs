//! Where the schemas stand in the text of a schema, and what its references name. It does not
//! check anything; what cannot be found is simply not there.

use crate::base::percent;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::rc::Rc;
use url::Url;

/// The base of references in a document without a name of its own.
const UNNAMED: &str = "json-schema:///";

/// A schema within a document, with the base its references are read against.
#[derive(Debug, Clone)]
pub(super) struct Place<'s> {
    pub value: &'s Value,
    base: Rc<Url>,
    /// What this draft calls the keyword for names.
    id: &'static str,
}

impl<'s> Place<'s> {
    /// Something inside, or the document itself.
    pub fn part(&self, value: &'s Value) -> Place<'s> {
        let id = value.get(self.id).and_then(Value::as_str).filter(|id| !id.starts_with('#'));
        let base = id.and_then(|id| self.base.join(id).ok()).map(|mut url| {
            url.set_fragment(None);
            Rc::new(url)
        });
        Place { value, base: base.unwrap_or_else(|| self.base.clone()), id: self.id }
    }
}

/// Which values a schema inside another one is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// The same value.
    Here,
    /// Values inside of it.
    Below,
    /// Values inside of it, each for another one.
    OneOf,
    /// None, until it is referred to.
    Kept,
}

/// The schemas that stand under one keyword.
pub(super) struct Part<'s> {
    pub reach: Reach,
    pub schemas: Vec<&'s Value>,
}

/// The schemas directly inside a schema.
pub(super) fn parts(members: &Map<String, Value>) -> impl Iterator<Item = Part<'_>> {
    members.iter().filter_map(|(keyword, value)| {
        let (reach, named) = match keyword.as_str() {
            "allOf" | "anyOf" | "oneOf" | "not" | "if" | "then" | "else" => (Reach::Here, false),
            "dependencies" | "dependentSchemas" => (Reach::Here, true),
            "properties" => (Reach::OneOf, true),
            "prefixItems" => (Reach::OneOf, false),
            "items" if value.is_array() => (Reach::OneOf, false),
            "patternProperties" => (Reach::Below, true),
            "items" | "additionalItems" | "unevaluatedItems" | "contains" => (Reach::Below, false),
            "additionalProperties" | "unevaluatedProperties" | "propertyNames" => (Reach::Below, false),
            "definitions" | "$defs" => (Reach::Kept, true),
            _ => return None,
        };
        let schemas = match value {
            Value::Object(members) if named => members.values().collect(),
            Value::Array(items) => items.iter().collect(),
            one => vec![one],
        };
        Some(Part { reach, schemas })
    })
}

/// A schema with the places that have a name.
pub(super) struct Document<'s> {
    root: Place<'s>,
    named: BTreeMap<String, Place<'s>>,
}

impl<'s> Document<'s> {
    pub fn of(schema: &'s Value) -> Option<Document<'s>> {
        let old = schema.get("$schema").and_then(Value::as_str).is_some_and(|draft| draft.contains("draft-04"));
        let nowhere =
            Place { value: schema, base: Rc::new(Url::parse(UNNAMED).ok()?), id: if old { "id" } else { "$id" } };
        let root = nowhere.part(schema);
        let mut document = Document { named: BTreeMap::from([(root.base.to_string(), root.clone())]), root };
        document.name(document.root.clone());
        Some(document)
    }

    pub fn root(&self) -> Place<'s> {
        self.root.clone()
    }

    fn name(&mut self, place: Place<'s>) {
        let Value::Object(members) = place.value else { return };
        for keyword in [place.id, "$anchor", "$dynamicAnchor"] {
            let Some(text) = members.get(keyword).and_then(Value::as_str) else { continue };
            let mut url = (*place.base).clone();
            match text.strip_prefix('#') {
                Some(anchor) => url.set_fragment(Some(anchor)),
                None if keyword == place.id => {}
                None => url.set_fragment(Some(text)),
            }
            self.named.entry(url.into()).or_insert_with(|| place.clone());
        }
        for schema in parts(members).flat_map(|part| part.schemas) {
            self.name(place.part(schema));
        }
    }

    /// All that a reference may lead to; which of several it is depends on the way to it.
    pub fn targets(&self, keyword: &str, reference: &str, at: &Place<'s>) -> Option<Vec<Place<'s>>> {
        let found = self.find(reference, at)?;
        let fragment = reference.split_once('#').map_or("", |(_, fragment)| fragment);
        if keyword == "$ref" || fragment.starts_with('/') {
            return Some(vec![found]);
        }
        let alike = |name: &&String| name.split_once('#').map_or("", |(_, fragment)| fragment) == fragment;
        Some(self.named.iter().filter(|(name, _)| alike(name)).map(|(_, place)| place.clone()).collect())
    }

    /// What a reference at a place names, if it is in this document.
    fn find(&self, reference: &str, at: &Place<'s>) -> Option<Place<'s>> {
        let mut url = at.base.join(reference).ok()?;
        let fragment = url.fragment().map(percent::decode).unwrap_or_default();
        if !fragment.is_empty() && !fragment.starts_with('/') {
            return self.named.get(url.as_str()).cloned();
        }
        url.set_fragment(None);
        let mut place = self.named.get(url.as_str())?.clone();
        for segment in fragment.split('/').skip(1) {
            let key = segment.replace("~1", "/").replace("~0", "~");
            let inner = match place.value {
                Value::Object(members) => members.get(&key)?,
                Value::Array(items) => items.get(key.parse::<usize>().ok()?)?,
                _ => return None,
            };
            place = place.part(inner);
        }
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn references_are_followed() {
        let schema = json!({
            "$id": "https://x.test/root.json",
            "$defs": {
                "a": {"const": 1, "$anchor": "first"},
                "b c/d": {"const": 2},
                "own": {"$id": "sub/own.json", "const": 3, "$defs": {"e": {"const": 4, "$anchor": "first"}}},
                "old": {"$id": "#old", "const": 5},
            },
            "allOf": [{"const": 6}],
        });
        let document = Document::of(&schema).expect("read");
        let own = document.root().part(&schema["$defs"]).part(&schema["$defs"]["own"]);
        for (place, reference, found) in [
            (document.root(), "#/$defs/a", Some(1)),
            (document.root(), "#first", Some(1)),
            (document.root(), "#/$defs/b%20c~1d", Some(2)),
            (document.root(), "root.json#/$defs/a", Some(1)),
            (document.root(), "https://x.test/sub/own.json", Some(3)),
            (document.root(), "sub/own.json#first", Some(4)),
            (document.root(), "#/$defs/own/$defs/e", Some(4)),
            (document.root(), "#old", Some(5)),
            (document.root(), "#/allOf/0", Some(6)),
            (own.clone(), "#", Some(3)),
            (own.clone(), "#/$defs/e", Some(4)),
            (own.clone(), "#first", Some(4)),
            (own.clone(), "../root.json#first", Some(1)),
            (document.root(), "#/$defs/z", None),
            (document.root(), "#last", None),
            (document.root(), "other.json", None),
            (own, "#/allOf/0", None),
        ] {
            let value = document.find(reference, &place).map(|place| place.value["const"].as_i64());
            assert_eq!(value, found.map(Some), "{reference}");
        }
        let dynamic = document.targets("$dynamicRef", "#first", &document.root()).expect("found");
        assert_eq!(dynamic.iter().map(|place| &place.value["const"]).collect::<Vec<_>>(), [&json!(1), &json!(4)]);
        let unnamed = json!({"definitions": {"a": {"const": 7}}});
        let document = Document::of(&unnamed).expect("read");
        let found = document.find("#/definitions/a", &document.root()).expect("found");
        assert_eq!(found.value, &unnamed["definitions"]["a"]);
    }
}
