//! JSON that keeps what it was given: the exact text of each number and the order of keys.
//! `serde_json::Value` rewrites numbers beyond f64, so a payload never goes through it.

mod read;

use super::error::Result;
pub use read::split_object;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::cmp::Ordering;

/// Deepest nesting that is read.
pub const MAX_DEPTH: usize = 64;

/// A JSON value that borrows from the text it was read from where it can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json<'a> {
    Null,
    Bool(bool),
    /// The number as it was written.
    Number(Cow<'a, str>),
    String(Cow<'a, str>),
    Array(Vec<Json<'a>>),
    Object(Members<'a>),
}

/// The members of an object in the order received; of duplicate keys the last one wins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Members<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> Json<'a> {
    /// Reads one JSON text; 400 `Invalid JSON body` when it is none or nests deeper than 64.
    pub fn parse(text: &'a str) -> Result<Json<'a>> {
        read::parse(text)
    }

    pub fn string(text: impl Into<Cow<'a, str>>) -> Json<'a> {
        Json::String(text.into())
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Json::String(s) => Some(s),
            _ => None,
        }
    }

    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Json::Bool(b) => Some(*b),
            _ => None,
        }
    }

    /// The value of a number written without fraction or exponent that fits.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Json::Number(n) => n.parse().ok(),
            _ => None,
        }
    }

    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Json::Number(n) => n.parse().ok(),
            _ => None,
        }
    }

    pub fn as_array(&self) -> Option<&[Json<'a>]> {
        match self {
            Json::Array(items) => Some(items),
            _ => None,
        }
    }

    pub fn as_object(&self) -> Option<&Members<'a>> {
        match self {
            Json::Object(members) => Some(members),
            _ => None,
        }
    }

    pub fn is_null(&self) -> bool {
        matches!(self, Json::Null)
    }

    /// Walks a dotted path: keys in objects, segments of digits as indexes in arrays.
    /// What cannot be walked is absent.
    pub fn lookup(&self, path: &str) -> Option<&Json<'a>> {
        match self {
            Json::Object(members) => members.lookup(path),
            _ => path.split('.').try_fold(self, |at, segment| at.step(segment)),
        }
    }

    /// One step of a path: a key of an object, or digits as an index of an array.
    pub fn step(&self, segment: &str) -> Option<&Json<'a>> {
        match self {
            Json::Object(members) => members.get(segment),
            Json::Array(items) => {
                let digits = !segment.is_empty() && segment.bytes().all(|b| b.is_ascii_digit());
                items.get(digits.then(|| segment.parse::<usize>().ok())??)
            }
            _ => None,
        }
    }

    /// Deep equality: numbers by value (`150` = `150.0`), members in any order, no coercion.
    pub fn same(&self, other: &Json<'_>) -> bool {
        match (self, other) {
            (Json::Null, Json::Null) => true,
            (Json::Bool(a), Json::Bool(b)) => a == b,
            (Json::Number(a), Json::Number(b)) => a == b || compare_numbers(a, b) == Some(Ordering::Equal),
            (Json::String(a), Json::String(b)) => a == b,
            (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.same(y)),
            (Json::Object(a), Json::Object(b)) => {
                a.len() == b.len() && a.iter().all(|(k, v)| b.get(k).is_some_and(|w| v.same(w)))
            }
            _ => false,
        }
    }

    /// Compact text, keys in order, numbers as received.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, false);
        out
    }

    /// Compact text with keys sorted by code point at every level: what the payload hash covers.
    pub fn to_canonical(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, true);
        out
    }

    pub fn write(&self, out: &mut String, sorted: bool) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(true) => out.push_str("true"),
            Json::Bool(false) => out.push_str("false"),
            Json::Number(n) => out.push_str(n),
            Json::String(s) => write_string(out, s),
            Json::Array(items) => {
                out.push('[');
                for (i, item) in items.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    item.write(out, sorted);
                }
                out.push(']');
            }
            Json::Object(members) => members.write(out, sorted),
        }
    }

    pub fn into_owned(self) -> Json<'static> {
        match self {
            Json::Null => Json::Null,
            Json::Bool(b) => Json::Bool(b),
            Json::Number(n) => Json::Number(Cow::Owned(n.into_owned())),
            Json::String(s) => Json::String(Cow::Owned(s.into_owned())),
            Json::Array(items) => Json::Array(items.into_iter().map(Json::into_owned).collect()),
            Json::Object(members) => Json::Object(members.into_owned()),
        }
    }
}

impl<'a> Members<'a> {
    pub fn get(&self, key: &str) -> Option<&Json<'a>> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| v)
    }

    pub fn get_mut(&mut self, key: &str) -> Option<&mut Json<'a>> {
        self.0.iter_mut().find(|(k, _)| k == key).map(|(_, v)| v)
    }

    /// As [`Json::lookup`], but a key that is the whole path comes first.
    pub fn lookup(&self, path: &str) -> Option<&Json<'a>> {
        self.get(path).or_else(|| {
            let (first, rest) = path.split_once('.')?;
            rest.split('.').try_fold(self.get(first)?, |at, segment| at.step(segment))
        })
    }

    pub fn iter(&self) -> impl Iterator<Item = &(Cow<'a, str>, Json<'a>)> {
        self.0.iter()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sets a member: in place if the key is there, else at the end.
    pub fn set(&mut self, key: impl Into<Cow<'a, str>>, value: Json<'a>) {
        let key = key.into();
        match self.0.iter_mut().find(|(k, _)| *k == key) {
            Some((_, slot)) => *slot = value,
            None => self.0.push((key, value)),
        }
    }

    pub fn remove(&mut self, key: &str) -> Option<Json<'a>> {
        let at = self.0.iter().position(|(k, _)| k == key)?;
        Some(self.0.remove(at).1)
    }

    pub fn write(&self, out: &mut String, sorted: bool) {
        out.push('{');
        if sorted && !self.0.is_sorted_by(|a, b| a.0 <= b.0) {
            let mut order: Vec<_> = self.0.iter().collect();
            order.sort_unstable_by(|a, b| a.0.cmp(&b.0));
            write_members(out, order.into_iter(), sorted);
        } else {
            write_members(out, self.0.iter(), sorted);
        }
        out.push('}');
    }

    pub fn into_owned(self) -> Members<'static> {
        Members(self.0.into_iter().map(|(k, v)| (Cow::Owned(k.into_owned()), v.into_owned())).collect())
    }
}

impl<'a> IntoIterator for Members<'a> {
    type Item = (Cow<'a, str>, Json<'a>);
    type IntoIter = std::vec::IntoIter<(Cow<'a, str>, Json<'a>)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> FromIterator<(Cow<'a, str>, Json<'a>)> for Members<'a> {
    /// Collects members; of duplicate keys the last one wins, at its own place.
    fn from_iter<I: IntoIterator<Item = (Cow<'a, str>, Json<'a>)>>(pairs: I) -> Self {
        Members(read::last_wins(pairs.into_iter().collect()))
    }
}

fn write_members<'x, 'a: 'x>(
    out: &mut String,
    members: impl Iterator<Item = &'x (Cow<'a, str>, Json<'a>)>,
    sorted: bool,
) {
    for (i, (key, value)) in members.enumerate() {
        if i > 0 {
            out.push(',');
        }
        write_string(out, key);
        out.push(':');
        value.write(out, sorted);
    }
}

/// Appends a JSON string with the minimal escapes.
pub fn write_string(out: &mut String, text: &str) {
    out.push('"');
    if text.bytes().all(|b| b >= 0x20 && b != b'"' && b != b'\\') {
        out.push_str(text);
    } else {
        for c in text.chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\u{8}' => out.push_str("\\b"),
                '\u{c}' => out.push_str("\\f"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                c if c < ' ' => out.push_str(&format!("\\u{:04x}", c as u32)),
                c => out.push(c),
            }
        }
    }
    out.push('"');
}

/// Orders two JSON numbers by value: whole numbers exactly, others as f64.
pub fn compare_numbers(a: &str, b: &str) -> Option<Ordering> {
    match (a.parse::<i128>(), b.parse::<i128>()) {
        (Ok(x), Ok(y)) => Some(x.cmp(&y)),
        _ => a.parse::<f64>().ok()?.partial_cmp(&b.parse::<f64>().ok()?),
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.to_text()).map_err(serde::ser::Error::custom)?.serialize(s)
    }
}

impl<'de> Deserialize<'de> for Json<'static> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(d)?;
        read::read(&raw, MAX_DEPTH).map(Json::into_owned).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_numbers_and_order() {
        for (input, text, canonical) in [
            ("{}", "{}", "{}"),
            (r#" { "b" : 1.10 , "a" : [ 1e5, -0 ] } "#, r#"{"b":1.10,"a":[1e5,-0]}"#, r#"{"a":[1e5,-0],"b":1.10}"#),
            (
                r#"{"n":12345678901234567890123}"#,
                r#"{"n":12345678901234567890123}"#,
                r#"{"n":12345678901234567890123}"#,
            ),
            (r#"{"a":1,"b":2,"a":3}"#, r#"{"b":2,"a":3}"#, r#"{"a":3,"b":2}"#),
            ("\"\\u0001\\/\\ud83d\\ude00\"", "\"\\u0001/😀\"", "\"\\u0001/😀\""),
            (r#"{"\u0061":"x"}"#, r#"{"a":"x"}"#, r#"{"a":"x"}"#),
        ] {
            let json = Json::parse(input).expect(input);
            assert_eq!((json.to_text().as_str(), json.to_canonical().as_str()), (text, canonical));
        }
    }

    #[test]
    fn bad_texts_are_refused() {
        let (deep, limit) = ("[".repeat(65) + &"]".repeat(65), "[".repeat(64) + &"]".repeat(64));
        for text in ["", "{", "nul", "01", "{\"a\":1,}", "\"\\ud800\"", "1 2", "{'a':1}", "NaN", deep.as_str()] {
            assert!(Json::parse(text).is_err(), "{text}");
        }
        assert!(Json::parse(&limit).is_ok());
    }

    #[test]
    fn large_objects_keep_the_last_of_duplicates() {
        let body: Vec<String> = (0..40).map(|i| format!("\"k{}\":{i}", i % 20)).collect();
        let text = format!("{{{}}}", body.join(","));
        let json = Json::parse(&text).expect("parses");
        let members = json.as_object().expect("object");
        assert_eq!(members.len(), 20);
        assert_eq!(members.get("k3").and_then(Json::as_i64), Some(23));
    }
}
