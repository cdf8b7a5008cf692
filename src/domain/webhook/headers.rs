//! Headers that a webhook adds to its requests: which may be set, and in what form.

use crate::base::{Error, Json, Result};

const MAX_HEADERS: usize = 32;
const MAX_VALUE: usize = 4096;

/// Names that belong to the connection or to what the server says itself.
const RESERVED: [&str; 11] = [
    "host",
    "content-length",
    "transfer-encoding",
    "connection",
    "expect",
    "te",
    "trailer",
    "upgrade",
    "x-event-id",
    "x-delivery-id",
    "x-attempt",
];
const RESERVED_PREFIXES: [&str; 3] = ["x-signature", "webhook-", "proxy-"];

/// Checked names and values in the order given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CustomHeaders(Vec<(String, String)>);

impl CustomHeaders {
    /// Reads an object; numbers and booleans count as their text. 422 on `headers`.
    pub fn compile(json: &Json<'_>) -> Result<CustomHeaders> {
        let fault = |text: String| Error::invalid("headers", text);
        let members = json.as_object().ok_or_else(|| fault("headers must be an object".to_owned()))?;
        if members.len() > MAX_HEADERS {
            return Err(fault(format!("headers must have at most {MAX_HEADERS} items")));
        }
        let pairs = members.iter().map(|(name, value)| {
            let text = match value {
                Json::String(text) => text.to_string(),
                Json::Number(_) | Json::Bool(_) => value.to_text(),
                _ => return Err(fault(format!("header {name} must be a string"))),
            };
            check(name, &text).map_err(fault)?;
            Ok((name.to_string(), text))
        });
        pairs.collect::<Result<_>>().map(CustomHeaders)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn to_json(&self) -> Json<'_> {
        Json::Object(self.0.iter().map(|(name, value)| (name.into(), Json::string(value))).collect())
    }

    /// The headers as the JSON text that is kept.
    pub fn to_text(&self) -> String {
        self.to_json().to_text()
    }
}

fn check(name: &str, value: &str) -> Result<(), String> {
    let token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    if name.is_empty() || !name.bytes().all(token) {
        return Err(format!("header name {name:?} is not valid"));
    }
    let lower = name.to_ascii_lowercase();
    if RESERVED.contains(&&*lower) || RESERVED_PREFIXES.iter().any(|prefix| lower.starts_with(prefix)) {
        return Err(format!("header {name} must not be set"));
    }
    if value.len() > MAX_VALUE {
        return Err(format!("header {name} must have at most {MAX_VALUE} bytes"));
    }
    // HTTP carries no control characters but the tab; a line break would start a new header.
    if value.bytes().any(|b| b.is_ascii_control() && b != b'\t') {
        return Err(format!("header {name} must not contain control characters"));
    }
    Ok(())
}
