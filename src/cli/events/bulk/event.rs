//! From a record to the event that is sent: the topic it lacks, the payload it is, and a key under
//! which the server takes it once, however often it is sent.

use super::input::Record;
use crate::base::Json;
use crate::base::json::{MAX_DEPTH, Members};
use std::error::Error;

/// Levels that the batch adds around an event.
const AROUND: usize = 2;

/// What every record is made into.
#[derive(Debug)]
pub struct Shape {
    /// For events that name none.
    pub topic: Option<String>,
    /// The whole record is the payload.
    pub payload_only: bool,
    /// Keys are this, a dash and the record's number.
    pub keys: String,
}

impl Shape {
    /// Appends the event; the error says what is wrong with the record.
    pub fn write(&self, record: &Record, out: &mut String) -> Result<(), String> {
        let text = record.text.as_ref().map_err(String::clone)?;
        let json = Json::parse(text).map_err(|e| match e.source() {
            // A record is one text: its lines are not those of the file.
            Some(why) => format!("not JSON: {}", why.to_string().replace("at line 1 column", "at column")),
            None => format!("nests deeper than {MAX_DEPTH} levels"),
        })?;
        let mut event = match (self.payload_only, json) {
            (true, payload) => Members::from_iter([("payload".into(), payload)]),
            (false, Json::Object(members)) => members,
            (false, _) => return Err("an event must be a JSON object".to_owned()),
        };
        if let Some(topic) = &self.topic
            && lacks(&event, "topic")
        {
            event.set("topic", Json::string(topic.as_str()));
        }
        if lacks(&event, "idempotency_key") {
            event.set("idempotency_key", Json::string(format!("{}-{}", self.keys, record.line)));
        }
        // Deeper, the whole batch would be refused for this one.
        if event.iter().any(|(_, value)| depth(value) + 1 + AROUND > MAX_DEPTH) {
            return Err(format!("nests deeper than {} levels", MAX_DEPTH - AROUND));
        }
        event.write(out, false);
        Ok(())
    }
}

/// Whether a member is absent, null or an empty text, which mean the same to servers.
fn lacks(event: &Members<'_>, name: &str) -> bool {
    event.get(name).is_none_or(|value| value.is_null() || value.as_str() == Some(""))
}

fn depth(json: &Json<'_>) -> usize {
    match json {
        Json::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Json::Object(members) => 1 + members.iter().map(|(_, value)| depth(value)).max().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::input::Place;
    use super::*;

    fn written(topic: Option<&str>, payload_only: bool, text: &str) -> Result<String, String> {
        let shape = Shape { topic: topic.map(str::to_owned), payload_only, keys: "k".into() };
        let record = Record { line: 7, after: Place::default(), text: Ok(text.to_owned()) };
        let mut out = String::new();
        shape.write(&record, &mut out).map(|()| out)
    }

    #[test]
    fn events_get_what_they_lack() {
        for (topic, payload_only, text, expected) in [
            (None, false, "{}", r#"{"idempotency_key":"k-7"}"#),
            (Some("t"), false, r#"{ "n": 1.10 }"#, r#"{"n":1.10,"topic":"t","idempotency_key":"k-7"}"#),
            (
                Some("t"),
                false,
                r#"{"topic":"own","payload":{"topic":null}}"#,
                r#"{"topic":"own","payload":{"topic":null},"idempotency_key":"k-7"}"#,
            ),
            (
                Some("t"),
                false,
                r#"{"idempotency_key":"mine","topic":null}"#,
                r#"{"idempotency_key":"mine","topic":"t"}"#,
            ),
            (None, false, r#"{"topic":"","idempotency_key":""}"#, r#"{"topic":"","idempotency_key":"k-7"}"#),
            (
                Some("t"),
                true,
                r#"{"topic":"own","idempotency_key":"x"}"#,
                r#"{"payload":{"topic":"own","idempotency_key":"x"},"topic":"t","idempotency_key":"k-7"}"#,
            ),
            (None, true, "[1]", r#"{"payload":[1],"idempotency_key":"k-7"}"#),
        ] {
            assert_eq!(written(topic, payload_only, text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_would_spoil_a_batch_is_told() {
        let nested = |n: usize| format!("{{\"a\":{}1{}}}", "[".repeat(n), "]".repeat(n));
        assert!(written(None, false, &nested(61)).is_ok());
        assert_eq!(written(None, false, &nested(62)), Err("nests deeper than 62 levels".into()));
        assert!(written(None, false, &nested(100)).is_err());
        for (text, error) in [
            ("[]", "an event must be a JSON object"),
            ("7", "an event must be a JSON object"),
            ("{\"a\":}", "not JSON: expected value at column 6"),
            ("{} {}", "not JSON: trailing characters at column 4"),
        ] {
            assert_eq!(written(None, false, text), Err(error.into()));
        }
        assert!(written(None, false, r#"{"a":"\ud800"}"#).is_err());
    }
}
