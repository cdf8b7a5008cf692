//! JSON Schemas of event payloads: compiling one, and what to say of a payload that does not fit.
//! The rules of the drafts are those of the `jsonschema` crate; nothing is ever fetched.

use crate::base::{Error, Kind, Result};
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{Draft, JsonType, PatternOptions, ValidationError, Validator};
use serde::Serialize;
use serde_json::Value;

/// Largest schema, in bytes of compact JSON.
pub const MAX_BYTES: usize = 65_536;
/// Faults that are reported of one payload at most.
const MAX_FAULTS: usize = 100;
/// Errors that are put in order; more than this nobody reads.
const MAX_SEEN: usize = 1000;
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
        let validator = options.build(&schema).map_err(|e| refused(e.to_string()))?;
        Ok(Schema { validator, text: schema })
    }

    /// What is wrong with a payload, in the order of the schema's keywords; nothing when it fits.
    pub fn check(&self, payload: &str) -> Result<Vec<Fault>> {
        let payload: Value = serde_json::from_str(payload).map_err(Error::internal)?;
        if self.validator.is_valid(&payload) {
            return Ok(Vec::new());
        }
        let mut errors: Vec<_> = self.validator.iter_errors(&payload).take(MAX_SEEN).collect();
        errors.sort_by_cached_key(|error| self.place(error.schema_path().as_str()));
        Ok(errors.iter().flat_map(|error| self.faults(error)).take(MAX_FAULTS).collect())
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

    fn faults(&self, error: &ValidationError<'_>) -> Vec<Fault> {
        let path = format!("#{}", error.instance_path().as_str());
        let below = |name: &str| format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"));
        let unexpected = |names: &[String]| {
            let fault = |name: &String| Fault { message: format!("Property {name} is not allowed"), path: below(name) };
            names.iter().map(fault).collect()
        };
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected: names }
            | ValidationErrorKind::UnevaluatedProperties { unexpected: names } => unexpected(names),
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

/// The refusal of an event whose payload does not fit.
pub fn refusal(faults: &[Fault]) -> Error {
    let list = serde_json::to_value(faults).unwrap_or_default();
    let error = Error::new(Kind::Invalid, "Schema validation failed").extra("validation_errors", list);
    faults.iter().fold(error, |error, fault| error.detail("payload", format!("{}: {}", fault.path, fault.message)))
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
mod tests {
    use super::*;

    fn check(schema: &str, payload: &str) -> Vec<String> {
        let faults = Schema::compile(schema).expect(schema).check(payload).expect(payload);
        faults.into_iter().map(|fault| format!("{} {}", fault.path, fault.message)).collect()
    }

    #[test]
    fn faults_are_worded() {
        let nested = r#"{"properties":{"customer":{"required":["email"]}}}"#;
        for (schema, payload, faults) in [
            (r#"{"required":["order_id"]}"#, "{}", &["#/order_id Required property order_id is missing"][..]),
            (nested, r#"{"customer":{}}"#, &["#/customer/email Required property email is missing"]),
            (r#"{"properties":{"a":{"type":"string"}}}"#, r#"{"a":1}"#, &["#/a Expected string but got integer"]),
            (r#"{"properties":{"a":{"type":"integer"}}}"#, r#"{"a":1.5}"#, &["#/a Expected integer but got number"]),
            (
                r#"{"properties":{"amount":{"type":["number","null"]}}}"#,
                r#"{"amount":"x"}"#,
                &["#/amount Expected number or null but got string"],
            ),
            (
                r#"{"properties":{"a":{}},"additionalProperties":false}"#,
                r#"{"a":1,"foo":1,"b/c":2}"#,
                &["#/foo Property foo is not allowed", "#/b~1c Property b/c is not allowed"],
            ),
            (r#"{"properties":{"c":{"enum":["a"]}}}"#, r#"{"c":"b"}"#, &["#/c Value is not one of the allowed values"]),
            (r#"{"properties":{"c":{"const":1}}}"#, r#"{"c":2}"#, &["#/c Value is not one of the allowed values"]),
            (r#"{"properties":{"a":{"minimum":0}}}"#, r#"{"a":-1}"#, &["#/a Expected a value >= 0"]),
            (r#"{"properties":{"a":{"exclusiveMaximum":9}}}"#, r#"{"a":9}"#, &["#/a Expected a value < 9"]),
            (r#"{"properties":{"a":{"minLength":3}}}"#, r#"{"a":"ab"}"#, &["#/a Expected at least 3 characters"]),
            (
                r#"{"properties":{"a":{"pattern":"^[A-Z]+$"}}}"#,
                r#"{"a":"ab"}"#,
                &["#/a Does not match pattern ^[A-Z]+$"],
            ),
            (r#"{"properties":{"a":{"format":"email"}}}"#, r#"{"a":"ab"}"#, &["#/a Is not a valid email"]),
            (r#"{"properties":{"a":{"format":"duration"}}}"#, r#"{"a":"ab"}"#, &[]),
            (r#"{"properties":{"a":{"format":"special"}}}"#, r#"{"a":"ab"}"#, &[]),
            (
                r#"{"properties":{"items":{"items":{"required":["sku"]}}}}"#,
                r#"{"items":[{}]}"#,
                &["#/items/0/sku Required property sku is missing"],
            ),
            (
                r#"{"type":"object","required":["b","a"],"properties":{"z":{"type":"string"},"y":{"type":"null"}}}"#,
                r#"{"y":1,"z":2}"#,
                &[
                    "#/b Required property b is missing",
                    "#/a Required property a is missing",
                    "#/z Expected string but got integer",
                    "#/y Expected null but got integer",
                ],
            ),
            ("true", "{}", &[]),
            ("false", "{}", &["# Value is not allowed"]),
            (r#"{"propertyNames":{"maxLength":1}}"#, r#"{"ab":1}"#, &["# Property name ab is not allowed"]),
            // Draft 7 unless said otherwise: items as a tuple.
            (
                r#"{"properties":{"a":{"items":[{"type":"string"}]}}}"#,
                r#"{"a":[1,2]}"#,
                &["#/a/0 Expected string but got integer"],
            ),
            (
                r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","properties":{"a":{"prefixItems":[{"type":"string"}]}}}"#,
                r#"{"a":[1,2]}"#,
                &["#/a/0 Expected string but got integer"],
            ),
        ] {
            assert_eq!(check(schema, payload), faults, "{schema}");
        }
    }

    #[test]
    fn schemas_that_cannot_work_are_refused() {
        let large = format!(r#"{{"title":"{}"}}"#, "x".repeat(MAX_BYTES));
        for (text, start) in [
            ("5", "schema must be an object or a boolean"),
            (r#"{"type":"text"}"#, "Invalid JSON Schema: "),
            (r#"{"properties":{"a":{"pattern":"(?=a)b"}}}"#, "Invalid JSON Schema: "),
            (r#"{"properties":{"a":{"pattern":"(a)\\1"}}}"#, "Invalid JSON Schema: "),
            (r#"{"properties":{"a":{"pattern":"(a{1000}){1000}"}}}"#, "Invalid JSON Schema: "),
            (r#"{"$ref":"https://example.org/schema.json"}"#, "Invalid JSON Schema: "),
            (r#"{"$ref":"file:///etc/passwd"}"#, "Invalid JSON Schema: "),
            (r#"{"$schema":"https://example.org/draft"}"#, "Invalid JSON Schema: "),
            (&large, "schema must have at most 65536 bytes"),
        ] {
            let error = Schema::compile(text).map(|_| ()).expect_err(text);
            assert!(error.message().starts_with(start), "{text}: {}", error.message());
            assert_eq!((error.kind(), error.details()[0].0.as_str()), (Kind::Invalid, "schema"));
        }
        let own = r##"{"$ref":"#/definitions/a","definitions":{"a":{"type":"object"}}}"##;
        assert_eq!(check(own, "{}"), Vec::<String>::new());
    }

    #[test]
    fn numbers_are_compared_exactly() {
        let schema = r#"{"properties":{"n":{"maximum":12345678901234567890123}}}"#;
        assert_eq!(check(schema, r#"{"n":12345678901234567890124}"#).len(), 1);
        assert_eq!(check(schema, r#"{"n":12345678901234567890123}"#).len(), 0);
        assert_eq!(check(r#"{"properties":{"n":{"const":0.1}}}"#, r#"{"n":0.10}"#).len(), 0);
    }

    #[test]
    fn a_flood_of_faults_is_cut() {
        let payload = format!("{{\"a\":[{}]}}", vec!["1"; 500].join(","));
        assert_eq!(check(r#"{"properties":{"a":{"items":{"type":"string"}}}}"#, &payload).len(), MAX_FAULTS);
    }
}
