//! Event schemas: which JSON Schema the payloads of a topic have to fit. What a schema means is in
//! `schema`; which versions are taken is known below.

use super::options::Faults;
use super::schema::Schema;
use super::status::Status;
use super::topic::{self, TopicPattern};
use crate::base::json::Members;
use crate::base::{Error, Fields, Id, Json, Result, Timestamp};

#[derive(Debug)]
pub enum SchemaTag {}
pub type SchemaId = Id<SchemaTag>;

/// Highest version that can be asked for.
const MAX_VERSION: i64 = 1_000_000_000;

/// One version of the schema of a topic. Of the active ones the highest applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventSchema {
    pub id: SchemaId,
    /// A topic, never a pattern.
    pub topic: String,
    pub version: i64,
    /// Compact JSON text as it was sent; it compiles.
    pub text: String,
    pub status: Status,
    pub updated_at: Timestamp,
}

/// A schema to create.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSchema {
    pub topic: String,
    pub text: String,
    /// `None` asks for the next one.
    pub version: Option<i64>,
    pub status: Status,
}

/// A change of a schema; `None` leaves a field as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SchemaPatch {
    pub topic: Option<String>,
    pub text: Option<String>,
    pub version: Option<i64>,
    pub status: Option<Status>,
}

impl NewSchema {
    /// 400 without `topic` or `schema`, 422 for every field that is not valid.
    pub fn read(body: &Members<'_>) -> Result<NewSchema> {
        let fields = Fields(body);
        if fields.get("topic").is_none_or(|topic| topic.as_str() == Some("")) {
            return Err(Error::missing("topic"));
        }
        if fields.get("schema").is_none() {
            return Err(Error::missing("schema"));
        }
        let patch = SchemaPatch::read(body)?;
        Ok(NewSchema {
            topic: patch.topic.unwrap_or_default(),
            text: patch.text.unwrap_or_default(),
            version: patch.version,
            status: patch.status.unwrap_or_default(),
        })
    }

    /// The schema under its id and the version it gets when it asked for none.
    pub fn create(self, id: SchemaId, next: i64) -> EventSchema {
        EventSchema {
            id,
            topic: self.topic,
            version: self.version.unwrap_or(next),
            text: self.text,
            status: self.status,
            updated_at: id.time(),
        }
    }
}

impl SchemaPatch {
    /// 422 for every field that is not valid.
    pub fn read(body: &Members<'_>) -> Result<SchemaPatch> {
        let fields = Fields(body);
        let mut faults = Faults::default();
        let patch = SchemaPatch {
            topic: faults.keep(read_topic(fields)).flatten(),
            text: faults.keep(fields.get("schema").map(read_schema).transpose()).flatten(),
            version: faults.keep(read_version(fields.get("version"))).flatten(),
            status: faults.keep(read_status(fields)).flatten(),
        };
        faults.finish()?;
        Ok(patch)
    }

    /// Whether this is another schema under the version of the old one, which then rises.
    pub fn raises_version(&self, schema: &EventSchema) -> bool {
        self.version.is_none() && self.text.as_ref().is_some_and(|text| *text != schema.text)
    }

    /// Applies the change and returns the names of the fields that changed.
    pub fn apply(self, schema: &mut EventSchema, now: Timestamp) -> Vec<&'static str> {
        let before = schema.clone();
        schema.topic = self.topic.unwrap_or_else(|| before.topic.clone());
        schema.text = self.text.unwrap_or_else(|| before.text.clone());
        schema.version = self.version.unwrap_or(before.version);
        schema.status = self.status.unwrap_or(before.status);
        let fields = [
            ("topic", schema.topic != before.topic),
            ("schema", schema.text != before.text),
            ("version", schema.version != before.version),
            ("status", schema.status != before.status),
        ];
        let changed: Vec<_> = fields.into_iter().filter(|(_, changed)| *changed).map(|(name, _)| name).collect();
        if !changed.is_empty() {
            schema.updated_at = now;
        }
        changed
    }
}

fn read_topic(fields: Fields<'_>) -> Result<Option<String>> {
    let Some(text) = fields.filled_str("topic")? else { return Ok(None) };
    topic::check(text)?;
    if !TopicPattern::compile(text).is_exact() {
        return Err(Error::invalid("topic", "topic must be a topic, not a pattern"));
    }
    Ok(Some(text.to_owned()))
}

fn read_schema(json: &Json<'_>) -> Result<String> {
    let text = json.to_text();
    Schema::compile(&text)?;
    Ok(text)
}

/// A whole number, or a text that begins with one.
fn read_version(value: Option<&Json<'_>>) -> Result<Option<i64>> {
    let number = match value {
        None => return Ok(None),
        Some(Json::String(text)) if text.is_empty() => return Ok(None),
        Some(Json::String(text)) => text[..text.bytes().take_while(u8::is_ascii_digit).count()].parse().ok(),
        Some(other) => other.as_i64(),
    };
    let fault = || Error::invalid("version", "version must be a positive integer");
    number.filter(|n| (1..=MAX_VERSION).contains(n)).map(Some).ok_or_else(fault)
}

fn read_status(fields: Fields<'_>) -> Result<Option<Status>> {
    let Some(word) = fields.filled_str("status")? else { return Ok(None) };
    let fault = || Error::invalid("status", "status must be active or inactive");
    Status::parse(word).map(Some).ok_or_else(fault)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Kind;

    fn members(text: &str) -> Members<'_> {
        match Json::parse(text).expect(text) {
            Json::Object(members) => members,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn versions_are_numbers_however_written() {
        for (given, version) in [
            ("1", Some(1)),
            ("12", Some(12)),
            (r#""1.0""#, Some(1)),
            (r#""2""#, Some(2)),
            (r#""10-beta""#, Some(10)),
            (r#""""#, None),
            ("null", None),
        ] {
            let body = format!(r#"{{"topic":"t","schema":{{}},"version":{given}}}"#);
            assert_eq!(NewSchema::read(&members(&body)).expect(given).version, version, "{given}");
        }
        for given in [
            "0",
            "-1",
            "1.5",
            r#""0""#,
            r#""v2""#,
            r#""-1""#,
            "true",
            "[1]",
            "10000000000",
            r#""99999999999999999999""#,
        ] {
            let body = format!(r#"{{"topic":"t","schema":{{}},"version":{given}}}"#);
            let error = NewSchema::read(&members(&body)).expect_err(given);
            assert_eq!(error.message(), "version must be a positive integer", "{given}");
        }
    }

    #[test]
    fn faults_name_their_field() {
        let long = format!(r#"{{"topic":"{}","schema":{{}}}}"#, "x".repeat(256));
        for (body, kind, message) in [
            ("{}", Kind::Malformed, "Missing required field: topic"),
            (r#"{"topic":""}"#, Kind::Malformed, "Missing required field: topic"),
            (r#"{"topic":"t"}"#, Kind::Malformed, "Missing required field: schema"),
            (r#"{"topic":"t","schema":null}"#, Kind::Malformed, "Missing required field: schema"),
            (r#"{"topic":5,"schema":{}}"#, Kind::Invalid, "topic must be a string"),
            (r#"{"topic":"a.*","schema":{}}"#, Kind::Invalid, "topic must be a topic, not a pattern"),
            (r##"{"topic":"#","schema":{}}"##, Kind::Invalid, "topic must be a topic, not a pattern"),
            (&long, Kind::Invalid, "topic must have at most 255 characters"),
            (r#"{"topic":"t","schema":"{}"}"#, Kind::Invalid, "schema must be an object or a boolean"),
            (r#"{"topic":"t","schema":[]}"#, Kind::Invalid, "schema must be an object or a boolean"),
            (r#"{"topic":"t","schema":{},"status":"off"}"#, Kind::Invalid, "status must be active or inactive"),
        ] {
            let error = NewSchema::read(&members(body)).expect_err(body);
            assert_eq!((error.kind(), error.message()), (kind, message), "{body}");
        }
        let both = NewSchema::read(&members(r#"{"topic":"a.*","schema":5,"version":0}"#)).expect_err("three faults");
        let fields: Vec<_> = both.details().iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["topic", "schema", "version"]);
        assert!(NewSchema::read(&members(r#"{"topic":"ord*","schema":true,"status":""}"#)).is_ok());
    }

    #[test]
    fn patches_change_what_they_name() {
        let old = NewSchema::read(&members(r#"{"topic":"t","schema":{"type":"object"}}"#)).expect("read");
        let old = old.create(Id::floor(Timestamp::from_secs(1)), 3);
        assert_eq!((old.version, old.updated_at), (3, Timestamp::from_secs(1)));
        let now = Timestamp::from_secs(2);
        for (body, raises, changed) in [
            ("{}", false, &[][..]),
            (r#"{"topic":"","schema":null,"version":"","status":null}"#, false, &[]),
            (r#"{"topic":"t","schema":{"type":"object"},"version":3,"status":"active"}"#, false, &[]),
            (r#"{"schema":{"type":"array"}}"#, true, &["schema"]),
            (r#"{"schema":true,"version":9}"#, false, &["schema", "version"]),
            (r#"{"topic":"u","status":"inactive"}"#, false, &["topic", "status"]),
        ] {
            let patch = SchemaPatch::read(&members(body)).expect(body);
            let mut new = old.clone();
            assert_eq!(patch.raises_version(&old), raises, "{body}");
            assert_eq!(patch.apply(&mut new, now), changed, "{body}");
            assert_eq!(new.updated_at == now, !changed.is_empty(), "{body}");
        }
    }
}
