//! JSON Schemas of event payloads: compiling one, and what to say of a payload that does not fit.
//! The rules of the drafts are those of the `jsonschema` crate; nothing is ever fetched.

mod document;
mod weight;

use crate::base::{Error, Kind, Result};
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{Draft, JsonType, PatternOptions, ValidationError, Validator};
use serde::Serialize;
use serde_json::Value;
use weight::Weight;

/// Largest schema, in bytes of compact JSON.
pub const MAX_BYTES: usize = 65_536;
/// Faults that are reported of one payload at most.
const MAX_FAULTS: usize = 100;
/// Errors that are put in order; more than this nobody reads.
const MAX_SEEN: usize = 1000;
/// Keywords that may be looked at to tell all that is wrong with a payload; each can be a fault, and
/// they are all held in memory before the first ones are taken.
const MAX_DETAIL: u64 = 500_000;
/// Keywords looked at, and schemas entered within one another, by a check that anybody may make in
/// passing.
const QUICK_WORK: u64 = 500_000;
const QUICK_STACK: u64 = 128;
/// Largest compiled pattern, in bytes.
const PATTERN_SIZE: usize = 64 * 1024;
/// Formats that say something to people only.
const LAX_FORMATS: [&str; 10] = [
    "duration",
    "idn-email",
    "idn-hostname",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
    "relative-json-pointer",
    "uri-reference",
    "uri-template",
];

/// A schema that compiles.
#[derive(Debug)]
pub struct Schema {
    validator: Validator,
    text: Value,
    weight: Weight,
}

/// One thing wrong with a payload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    pub message: String,
    /// `#` and the JSON Pointer of the value, or of the property that is missing.
    pub path: String,
}

impl Schema {
    /// Compiles a schema; 422 `Invalid JSON Schema: <reason>`. Without `$schema` it is draft 7.
    pub fn compile(text: &str) -> Result<Schema> {
        let refused = |reason: String| Error::invalid("schema", format!("Invalid JSON Schema: {reason}"));
        let schema: Value = serde_json::from_str(text).map_err(|e| refused(e.to_string()))?;
        if !(schema.is_object() || schema.is_boolean()) {
            return Err(Error::invalid("schema", "schema must be an object or a boolean"));
        }
        if text.len() > MAX_BYTES {
            return Err(Error::invalid("schema", format!("schema must have at most {MAX_BYTES} bytes")));
        }
        let patterns = PatternOptions::regex().size_limit(PATTERN_SIZE);
        let mut options = jsonschema::options().should_validate_formats(true).with_pattern_options(patterns).offline();
        if schema.get("$schema").is_none() {
            options = options.with_draft(Draft::Draft7);
        }
        for format in LAX_FORMATS {
            options = options.with_format(format, |_: &str| true);
        }
        // The older drafts do not know it.
        options = options.with_format("uuid", is_uuid);
        let validator = options.build(&schema).map_err(|e| refused(e.to_string()))?;
        let weight = Weight::of(&schema).map_err(|reason| refused(reason.to_owned()))?;
        Ok(Schema { validator, text: schema, weight })
    }

    /// What is wrong with a payload, in the order of the schema's keywords; nothing when it fits.
    pub fn check(&self, payload: &str) -> Result<Vec<Fault>> {
        let payload: Value = serde_json::from_str(payload).map_err(Error::internal)?;
        if self.validator.is_valid(&payload) {
            return Ok(Vec::new());
        }
        let (values, depth) = extent(&payload);
        if self.weight.detail(values, depth) > MAX_DETAIL {
            return Ok(vec![Fault { message: "Value is not valid".to_owned(), path: "#".to_owned() }]);
        }
        let mut errors: Vec<_> = self.validator.iter_errors(&payload).take(MAX_SEEN).collect();
        errors.sort_by_cached_key(|error| self.place(error.schema_path().as_str()));
        Ok(errors.iter().flat_map(|error| self.faults(error, &payload)).take(MAX_FAULTS).collect())
    }

    /// Whether checking this payload takes neither long nor much of the stack.
    pub fn is_quick(&self, payload: &str) -> bool {
        // Every value but the first takes two bytes at least.
        let values = payload.len() as u64 / 2 + 1;
        self.weight.work(values) <= QUICK_WORK && self.weight.stack(nesting(payload)) <= QUICK_STACK
    }

    /// Where a keyword stands in the document: the position in each object on the way to it.
    fn place(&self, path: &str) -> Vec<usize> {
        let (mut at, mut place) = (Some(&self.text), Vec::new());
        for segment in path.split('/').skip(1) {
            let key = segment.replace("~1", "/").replace("~0", "~");
            let (position, next) = match at {
                Some(Value::Object(members)) => (members.keys().position(|k| *k == key), members.get(&key)),
                Some(Value::Array(items)) => {
                    let n = key.parse::<usize>().ok();
                    (n, n.and_then(|n| items.get(n)))
                }
                _ => (None, None),
            };
            place.push(position.unwrap_or(usize::MAX));
            at = next;
        }
        place
    }

    fn faults(&self, error: &ValidationError<'_>, payload: &Value) -> Vec<Fault> {
        let path = format!("#{}", error.instance_path().as_str());
        let below = |name: &str| format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"));
        let unexpected =
            |name: &String| Fault { message: format!("Property {name} is not allowed"), path: below(name) };
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected: names }
            | ValidationErrorKind::UnevaluatedProperties { unexpected: names } => {
                names.iter().map(unexpected).collect()
            }
            // Where no property is allowed at all, the error is that of the first one.
            ValidationErrorKind::FalseSchema if error.schema_path().as_str().ends_with("/additionalProperties") => {
                let object = payload.pointer(error.instance_path().as_str()).and_then(Value::as_object);
                object.into_iter().flat_map(|members| members.keys()).map(unexpected).collect()
            }
            ValidationErrorKind::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                vec![Fault { message: format!("Required property {name} is missing"), path: below(name) }]
            }
            ValidationErrorKind::Type { kind } => {
                let found = found(error.instance());
                vec![Fault { message: format!("Expected {} but got {found}", self.expected(kind, error)), path }]
            }
            kind => vec![Fault { message: message(kind), path }],
        }
    }

    /// The types that the schema names, in its order.
    fn expected(&self, kind: &TypeKind, error: &ValidationError<'_>) -> String {
        let set = match kind {
            TypeKind::Single(one) => return one.to_string(),
            TypeKind::Multiple(set) => set,
        };
        let written = self.text.pointer(error.schema_path().as_str()).and_then(Value::as_array);
        let names: Vec<String> = match written {
            Some(list) => list.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect(),
            None => set.iter().map(|one| one.to_string()).collect(),
        };
        names.join(" or ")
    }
}

/// The number of values in a value, itself among them, and how deep they nest.
fn extent(value: &Value) -> (u64, u32) {
    let inside: &mut dyn Iterator<Item = &Value> = match value {
        Value::Array(items) => &mut items.iter(),
        Value::Object(members) => &mut members.values(),
        _ => return (1, 0),
    };
    let (values, depth) = inside.map(extent).fold((1, 0), |all, one| (all.0 + one.0, all.1.max(one.1)));
    (values, depth + 1)
}

/// How deep a JSON text nests.
fn nesting(text: &str) -> u32 {
    let (mut depth, mut deepest, mut quoted, mut escaped) = (0u32, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = quoted,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => (depth, deepest) = (depth + 1, deepest.max(depth + 1)),
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// The refusal of an event whose payload does not fit.
pub fn refusal(faults: &[Fault]) -> Error {
    let list = serde_json::to_value(faults).unwrap_or_default();
    let error = Error::new(Kind::Invalid, "Schema validation failed").extra("validation_errors", list);
    faults.iter().fold(error, |error, fault| error.detail("payload", format!("{}: {}", fault.path, fault.message)))
}

/// As the drafts say that know it, in either case.
fn is_uuid(text: &str) -> bool {
    let form = [8, 4, 4, 4, 12];
    text.split('-').map(str::len).eq(form) && text.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}

fn message(kind: &ValidationErrorKind) -> String {
    use ValidationErrorKind as K;
    match kind {
        K::Enum { .. } | K::Constant { .. } => "Value is not one of the allowed values".to_owned(),
        K::Minimum { limit } => format!("Expected a value >= {limit}"),
        K::Maximum { limit } => format!("Expected a value <= {limit}"),
        K::ExclusiveMinimum { limit } => format!("Expected a value > {limit}"),
        K::ExclusiveMaximum { limit } => format!("Expected a value < {limit}"),
        K::MultipleOf { multiple_of } => format!("Expected a multiple of {multiple_of}"),
        K::MinLength { limit } => format!("Expected at least {limit} characters"),
        K::MaxLength { limit } => format!("Expected at most {limit} characters"),
        K::MinItems { limit } => format!("Expected at least {limit} items"),
        K::MaxItems { limit } => format!("Expected at most {limit} items"),
        K::AdditionalItems { limit } => format!("Expected at most {limit} items"),
        K::MinProperties { limit } => format!("Expected at least {limit} properties"),
        K::MaxProperties { limit } => format!("Expected at most {limit} properties"),
        K::Pattern { pattern } => format!("Does not match pattern {pattern}"),
        K::Format { format } => format!("Is not a valid {format}"),
        K::UniqueItems => "Items are not unique".to_owned(),
        K::Contains => "No item is of the required form".to_owned(),
        K::AnyOf { .. } | K::OneOfNotValid { .. } => "Is not of any of the allowed forms".to_owned(),
        K::OneOfMultipleValid { .. } => "Is of more than one of the allowed forms".to_owned(),
        K::Not { .. } => "Is of a form that is not allowed".to_owned(),
        K::PropertyNames { error } => {
            format!("Property name {} is not allowed", error.instance().as_str().unwrap_or_default())
        }
        K::FalseSchema => "Value is not allowed".to_owned(),
        _ => "Value is not valid".to_owned(),
    }
}

/// A whole number is an integer to people, whatever the drafts call it.
fn found(value: &Value) -> String {
    match value {
        Value::Number(n) if !n.to_string().contains(['.', 'e', 'E']) => "integer".to_owned(),
        value => JsonType::from(value).to_string(),
    }
}

#[cfg(test)]
mod tests;
