//! What checking a payload against a schema may come to. References let a page of text stand for
//! more schema than any machine can check: each can double the work of the one before, or lead
//! deep into the stack. Such schemas are told apart here by an upper bound of both.

use super::document::{Document, Place, Reach, parts};
use serde_json::Value;
use std::collections::HashMap;

/// Keywords that one value, and those on one way down from it, may be checked against: about as
/// many as the longest schema has when it is written without references.
const MAX_KEYWORDS: u64 = 20_000;
/// Schemas that may be entered within one another for the same value.
const MAX_HEIGHT: u64 = 100;
/// Schemas in a row that references may lead through, for whatever values.
const MAX_PATH: usize = 250;
/// Deepest nesting of a payload.
const DEPTH: u32 = 64;

/// Upper bounds of one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// Keywords that are looked at for one value and one way down from it.
    keywords: u64,
    /// Schemas that are entered within one another for the same value.
    height: u64,
    /// References that lead back into a schema they are part of.
    rounds: u32,
}

impl Weight {
    /// Weighs a schema that compiles; the error says what is wrong with its references.
    pub fn of(schema: &Value) -> Result<Weight, &'static str> {
        let document = Document::of(schema).ok_or(OUTSIDE)?;
        let mut all = Scales::new(&document, true);
        let (keywords, _) = all.weigh(document.root())?;
        // A value further in is a smaller one; only for the same value a round has no end.
        let mut here = Scales::new(&document, false);
        let mut height = 1;
        for place in all.seen {
            height = here.weigh(place)?.1.max(height);
        }
        let weight = Weight { keywords, height, rounds: all.rounds };
        match keywords.saturating_mul(u64::from(weight.rounds.max(1))) {
            0..=MAX_KEYWORDS if height <= MAX_HEIGHT => Ok(weight),
            0..=MAX_KEYWORDS => Err(TOO_HIGH),
            _ => Err(MULTIPLY),
        }
    }

    /// Keywords that are looked at to tell whether a payload of so many values fits.
    pub fn work(&self, values: u64) -> u64 {
        self.keywords.saturating_mul(values)
    }

    /// Keywords that are looked at to tell all that is wrong with a payload: nothing is remembered
    /// on the way, so every round that can be taken again counts again.
    pub fn detail(&self, values: u64, depth: u32) -> u64 {
        let again = if self.rounds > 1 { u64::from(self.rounds).saturating_pow(depth.min(DEPTH)) } else { 1 };
        self.work(values).saturating_mul(again)
    }

    /// Schemas that are entered within one another for a payload of that depth.
    pub fn stack(&self, depth: u32) -> u64 {
        self.height * u64::from(depth.min(DEPTH) + 1)
    }
}

const MULTIPLY: &str = "its references multiply to more than can be checked";
const TOO_HIGH: &str = "its references follow one another for too long";
const ROUND: &str = "a reference leads back to itself";
const OUTSIDE: &str = "a reference leads out of the document";

/// One weighing; every schema is weighed once.
struct Scales<'d, 's> {
    document: &'d Document<'s>,
    /// Whether what concerns values further down counts too.
    below: bool,
    /// Weights by the address of the schema; none while it is on the scales.
    known: HashMap<usize, Option<(u64, u64)>>,
    seen: Vec<Place<'s>>,
    /// Schemas that are on the scales.
    path: usize,
    rounds: u32,
}

impl<'d, 's> Scales<'d, 's> {
    fn new(document: &'d Document<'s>, below: bool) -> Scales<'d, 's> {
        Scales { document, below, known: HashMap::new(), seen: Vec::new(), path: 0, rounds: 0 }
    }

    /// Keywords and height of a schema.
    fn weigh(&mut self, place: Place<'s>) -> Result<(u64, u64), &'static str> {
        let Value::Object(members) = place.value else { return Ok((1, 1)) };
        let address = std::ptr::from_ref(place.value) as usize;
        match self.known.get(&address) {
            Some(Some(weight)) => return Ok(*weight),
            Some(None) if !self.below => return Err(ROUND),
            Some(None) => {
                self.rounds += 1;
                return Ok((1, 1));
            }
            None => self.known.insert(address, None),
        };
        self.seen.push(place.clone());
        self.path += 1;
        if self.path > MAX_PATH {
            return Err(TOO_HIGH);
        }
        let names = members.get("required").and_then(Value::as_array).map_or(0, Vec::len);
        let (mut keywords, mut height) = ((members.len() + names) as u64, 0);
        let below = self.below;
        for part in parts(members).filter(|part| counts(part.reach, below)) {
            let weights: Vec<_> =
                part.schemas.into_iter().map(|schema| self.weigh(place.part(schema))).collect::<Result<_, _>>()?;
            let all = weights.iter().map(|(keywords, _)| keywords);
            keywords += if part.reach == Reach::OneOf { all.max().copied().unwrap_or(0) } else { all.sum() };
            height = weights.iter().map(|(_, height)| *height).fold(height, u64::max);
        }
        for reference in ["$ref", "$dynamicRef", "$recursiveRef"] {
            if let Some(text) = members.get(reference).and_then(Value::as_str) {
                for target in self.document.targets(reference, text, &place).ok_or(OUTSIDE)? {
                    let weight = self.weigh(target)?;
                    (keywords, height) = (keywords + weight.0, height.max(weight.1));
                }
            }
        }
        // What these leave over is only known after all others were looked at once more.
        if members.contains_key("unevaluatedProperties") || members.contains_key("unevaluatedItems") {
            keywords *= 2;
        }
        if keywords > MAX_KEYWORDS {
            return Err(MULTIPLY);
        }
        self.path -= 1;
        let weight = (keywords, height + 1);
        self.known.insert(address, Some(weight));
        Ok(weight)
    }
}

fn counts(reach: Reach, below: bool) -> bool {
    match reach {
        Reach::Here => true,
        Reach::Below | Reach::OneOf => below,
        Reach::Kept => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Map, json};

    fn chain(n: usize, first: Value, next: impl Fn(Value) -> Value) -> Value {
        let name = |i: usize| format!("d{i}");
        let mut definitions = Map::from_iter([(name(0), first)]);
        for i in 1..=n {
            definitions.insert(name(i), next(json!({"$ref": format!("#/definitions/d{}", i - 1)})));
        }
        json!({"$ref": format!("#/definitions/d{n}"), "definitions": definitions})
    }

    #[test]
    fn what_people_write_is_light() {
        let tree = json!({"properties": {"left": {"$ref": "#"}, "right": {"$ref": "#"}, "name": {"type": "string"}}});
        let comments = json!({"type": "object", "required": ["text"], "properties": {
            "text": {"type": "string"}, "replies": {"type": "array", "items": {"$ref": "#"}}}});
        let kinds: Vec<String> = (0..10).map(|n| format!("kind{n}")).collect();
        let one = |kind: &String| {
            let part = json!({"$ref": "#/$defs/expression"});
            (kind.clone(), json!({"required": ["op"], "properties": {"op": {"const": kind}, "l": part, "r": part}}))
        };
        let mut definitions = Map::from_iter(kinds.iter().map(one));
        let choices: Vec<Value> = kinds.iter().map(|kind| json!({"$ref": format!("#/$defs/{kind}")})).collect();
        definitions.insert("expression".to_owned(), json!({"oneOf": choices}));
        let expressions = json!({"$ref": "#/$defs/expression", "$defs": definitions});
        let inherits = chain(30, json!({"type": "object"}), |base| json!({"allOf": [base, {"required": ["a"]}]}));
        for schema in [json!(true), json!({}), tree, comments, expressions, inherits] {
            let weight = Weight::of(&schema).expect("light");
            assert!(weight.keywords < 300 && weight.height <= 62, "{weight:?}");
        }
    }

    #[test]
    fn what_multiplies_is_refused() {
        let twice = |keyword: &'static str| move |r: Value| json!({keyword: [r, r]});
        let below = |r: Value| json!({"allOf": [{"properties": {"a": r}}, {"properties": {"a": r}}]});
        let left_over = |r: Value| json!({"anyOf": [{"properties": {"a": r}}], "unevaluatedProperties": false});
        let object = || json!({"type": "object"});
        let every = |n: usize, of: &dyn Fn(Value) -> Value| {
            let all: Vec<Value> = (0..n).map(|j| json!({"$ref": format!("#/definitions/d{j}")})).collect();
            let definitions: Map<_, _> = (0..n).map(|i| (format!("d{i}"), of(json!({"allOf": all})))).collect();
            json!({"$ref": "#/definitions/d0", "definitions": definitions})
        };
        for (what, schema, reason) in [
            ("allOf", chain(20, object(), twice("allOf")), MULTIPLY),
            ("anyOf", chain(20, object(), twice("anyOf")), MULTIPLY),
            ("below", chain(20, object(), below), MULTIPLY),
            ("left over", chain(20, object(), left_over), MULTIPLY),
            ("every item", every(70, &|all| json!({"items": all})), MULTIPLY),
            ("long", chain(200, object(), |r| r), TOO_HIGH),
            ("longer", chain(2000, object(), |r| json!({"properties": {"a": r}})), TOO_HIGH),
            (
                "further in",
                json!({"items": {"$ref": "#/definitions/a"}, "definitions": {"a": {"not": {"$ref": "#/definitions/a"}}}}),
                ROUND,
            ),
            ("every one", every(3, &|all| all), ROUND),
            ("itself", json!({"$ref": "#"}), ROUND),
            ("itself", json!({"$ref": "#/not", "not": {"anyOf": [{"$ref": "#"}]}}), ROUND),
            ("elsewhere", json!({"$ref": "http://json-schema.org/draft-07/schema#"}), OUTSIDE),
        ] {
            assert_eq!(Weight::of(&schema), Err(reason), "{what}");
        }
    }

    #[test]
    fn rounds_count_where_they_are_taken() {
        let schema = json!({"properties": {"left": {"$ref": "#"}, "right": {"$ref": "#"}}});
        let weight = Weight::of(&schema).expect("light");
        assert_eq!(weight, Weight { keywords: 3, height: 2, rounds: 2 });
        assert_eq!((weight.work(10), weight.detail(10, 3), weight.stack(3)), (30, 240, 8));
        let flat = Weight::of(&json!({"required": ["a", "b"], "items": {"type": "string"}})).expect("light");
        assert_eq!(flat, Weight { keywords: 5, height: 1, rounds: 0 });
        assert_eq!((flat.detail(10, 60), flat.stack(60)), (50, 61));
    }
}
