//! How values are given on the command line: as they stand, from a file (`@file`), from stdin
//! (`@-` or `-`), or with a leading `\` where the first character would mean something.

use super::failure::{Failure, Outcome};
use crate::base::json::Members;
use crate::base::{Json, Timestamp};
use serde::de::IgnoredAny;
use std::io::Read;
use std::sync::OnceLock;
use std::time::Duration;

/// Which option has taken stdin; there is one to read in a process.
static STDIN: OnceLock<String> = OnceLock::new();

/// The bytes of a value, exactly.
pub fn bytes(option: &str, given: &str) -> Outcome<Vec<u8>> {
    match given {
        "-" | "@-" => stdin(option),
        _ => match (given.strip_prefix('@'), given.strip_prefix("\\@")) {
            (Some(path), _) => std::fs::read(path).map_err(|e| Failure::usage(format!("{option}: {path}: {e}"))),
            (None, Some(rest)) => Ok(format!("@{rest}").into_bytes()),
            (None, None) => Ok(given.as_bytes().to_vec()),
        },
    }
}

/// All of stdin, for one option only.
pub fn stdin(option: &str) -> Outcome<Vec<u8>> {
    if STDIN.set(option.to_owned()).is_err() {
        let first = STDIN.get().map_or("another option", String::as_str);
        return Err(Failure::usage(format!("{option}: stdin is already read by {first}")));
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A text; of one that comes from elsewhere the last line end is not part.
pub fn text(option: &str, given: &str) -> Outcome<String> {
    let bytes = bytes(option, given)?;
    let mut text = String::from_utf8(bytes).map_err(|_| Failure::usage(format!("{option}: is not UTF-8")))?;
    if given.starts_with(['@', '-']) && text.ends_with('\n') {
        text.truncate(text.trim_end_matches(['\r', '\n']).len());
    }
    Ok(text)
}

/// As [`text`], where nothing need be given.
pub fn maybe_text(option: &str, given: &Option<String>) -> Outcome<Option<String>> {
    given.as_deref().map(|given| text(option, given)).transpose()
}

/// A JSON value with the exact text of its numbers; an error shows where it is wrong.
pub fn json(option: &str, given: &str) -> Outcome<Json<'static>> {
    parse(option, &text(option, given)?)
}

/// As [`json`], where nothing need be given.
pub fn maybe_json(option: &str, given: &Option<String>) -> Outcome<Option<Json<'static>>> {
    given.as_deref().map(|given| json(option, given)).transpose()
}

pub fn parse(option: &str, text: &str) -> Outcome<Json<'static>> {
    if let Err(e) = serde_json::from_str::<IgnoredAny>(text) {
        return Err(Failure::usage(format!("{option} must be valid JSON: {e}{}", marked(text, e.line(), e.column()))));
    }
    let json = Json::parse(text).map_err(|_| Failure::usage(format!("{option} must be JSON of at most 64 levels")));
    Ok(json?.into_owned())
}

/// The line that is wrong and a caret under the place.
fn marked(text: &str, line: usize, column: usize) -> String {
    let Some(found) = text.lines().nth(line.saturating_sub(1)) else { return String::new() };
    let upto = column.saturating_sub(1).min(found.len());
    let at = (0..=upto).rev().find(|n| found.is_char_boundary(*n)).unwrap_or(0);
    let before: Vec<char> = found[..at].chars().collect();
    // Of a long line only what is around the place.
    let skipped = before.len().saturating_sub(50);
    let visible: String = found.chars().skip(skipped).take(76).collect();
    format!("\n    {visible}\n    {}^", " ".repeat(before.len() - skipped))
}

/// Sets `key=value` (a text) and `key=<json>` pairs in an object; dots reach into objects.
pub fn set(json: Json<'static>, texts: &[String], values: &[String]) -> Outcome<Json<'static>> {
    let mut members = match json {
        Json::Object(members) => members,
        _ if texts.is_empty() && values.is_empty() => return Ok(json),
        _ => return Err(Failure::usage("--set needs an object to set a key in")),
    };
    for (option, pairs) in [("--set", texts), ("--set-json", values)] {
        for pair in pairs {
            let split = pair.split_once('=').filter(|(key, _)| !key.is_empty());
            let (key, value) = split.ok_or_else(|| Failure::usage(format!("{option} {pair}: must be KEY=VALUE")))?;
            let value = if option == "--set" { Json::string(value.to_owned()) } else { parse(option, value)? };
            place(&mut members, key, value);
        }
    }
    Ok(Json::Object(members))
}

fn place(members: &mut Members<'static>, path: &str, value: Json<'static>) {
    let Some((first, rest)) = path.split_once('.') else { return members.set(path.to_owned(), value) };
    let mut inner = members.get(first).and_then(Json::as_object).cloned().unwrap_or_default();
    place(&mut inner, rest, value);
    members.set(first.to_owned(), Json::Object(inner));
}

/// A body of the members that are there.
pub fn object(members: impl IntoIterator<Item = (&'static str, Option<Json<'static>>)>) -> Json<'static> {
    Json::Object(self::members(members))
}

/// As [`object`], to add more to.
pub fn members(members: impl IntoIterator<Item = (&'static str, Option<Json<'static>>)>) -> Members<'static> {
    members.into_iter().filter_map(|(key, value)| Some((key.into(), value?))).collect()
}

/// Sets those members of a body that are there.
pub fn put(body: &mut Members<'static>, members: impl IntoIterator<Item = (&'static str, Option<Json<'static>>)>) {
    self::members(members).into_iter().for_each(|(key, value)| body.set(key, value));
}

/// A JSON number.
pub fn number(n: impl Into<u64>) -> Json<'static> {
    Json::Number(n.into().to_string().into())
}

/// What `--enable` and `--disable` ask for.
pub fn status(enable: bool, disable: bool) -> Option<Json<'static>> {
    let asked = [(enable, "active"), (disable, "inactive")].into_iter().find(|(given, _)| *given);
    asked.map(|(_, status)| Json::string(status))
}

/// A JSON text, if there is one.
pub fn string(text: &Option<String>) -> Option<Json<'static>> {
    text.clone().map(Json::string)
}

/// A JSON list of the parts of `a,b`.
pub fn list(text: &Option<String>) -> Option<Json<'static>> {
    let parts =
        |text: &String| text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    text.as_ref().map(|text| Json::Array(Vec::into_iter(parts(text)).map(Json::string).collect()))
}

/// A time for the server: RFC 3339 and dates stay as given, words are resolved against the clock.
pub fn time(option: &str, given: &str) -> Outcome<String> {
    if Timestamp::parse(given).is_some() {
        return Ok(given.to_owned());
    }
    let at = words(given, Timestamp::now());
    at.map(|at| at.to_string()).ok_or_else(|| {
        Failure::usage(format!("{option} {given}: not a time"))
            .hint("use RFC 3339, YYYY-MM-DD, now, -15m, `2h ago`, 90d, or +10m for a time to come")
    })
}

/// As [`time`], where nothing need be given.
pub fn maybe_time(option: &str, given: &Option<String>) -> Outcome<Option<String>> {
    given.as_deref().map(|text| time(option, text)).transpose()
}

/// `now`, `-15m`, `15m`, `15m ago` are in the past; `+15m` and `in 15m` are to come.
pub fn words(text: &str, now: Timestamp) -> Option<Timestamp> {
    let text = text.trim();
    if text == "now" {
        return Some(now);
    }
    let future = text.strip_prefix('+').or_else(|| text.strip_prefix("in "));
    let past = text.strip_prefix('-').unwrap_or(text);
    let span = duration(future.unwrap_or_else(|| past.strip_suffix(" ago").unwrap_or(past)))?;
    let us = i64::try_from(span.as_micros()).ok()?;
    Some(now.plus_micros(if future.is_some() { us } else { -us }))
}

/// `90s`, `15m`, `2h`, `7d`, `2w`, and sums like `1h30m`; a bare number is refused.
pub fn duration(text: &str) -> Option<Duration> {
    let (mut total, mut digits) = (0u64, String::new());
    for c in text.trim().chars().filter(|c| *c != ' ') {
        let unit = match c {
            '0'..='9' => {
                digits.push(c);
                continue;
            }
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86_400,
            'w' => 604_800,
            _ => return None,
        };
        total = total.checked_add(digits.parse::<u64>().ok()?.checked_mul(unit)?)?;
        digits.clear();
    }
    (digits.is_empty() && !text.trim().is_empty() && total <= 86_400 * 36_600).then(|| Duration::from_secs(total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_from_where_they_are() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("value");
        std::fs::write(&path, "line\r\n").expect("written");
        let at = format!("@{}", path.display());
        assert_eq!(bytes("--body", &at).expect("read"), b"line\r\n");
        assert_eq!(text("--secret", &at).expect("read"), "line");
        assert_eq!(text("--secret", "\\@x").expect("literal"), "@x");
        assert_eq!(text("--secret", "plain\n").expect("literal"), "plain\n");
        assert_eq!(bytes("--body", "@/no/such/file").expect_err("missing").code(), 2);
    }

    #[test]
    fn wrong_json_is_shown_with_its_place() {
        let failure = parse("--payload", "{\"a\" 1}").expect_err("wrong");
        let text = format!("{failure:?}");
        assert!(text.contains("--payload must be valid JSON: expected `:` at line 1 column 6"), "{text}");
        assert_eq!(marked("{\"a\" 1}", 1, 6), "\n    {\"a\" 1}\n         ^");
        assert_eq!(marked("", 1, 0), "");
        assert!(marked(&format!("{}x", "é".repeat(90)), 1, 181).ends_with(&format!("{}^", " ".repeat(50))));
    }

    #[test]
    fn keys_are_set_last_and_deep() {
        let json = parse("--payload", r#"{"a":1.10,"o":{"x":1}}"#).expect("JSON");
        let (texts, values) = (["a=5".to_owned(), "o.y.z=w=1".to_owned()], ["o.x=[1,2.0]".to_owned()]);
        let json = set(json, &texts, &values).expect("set");
        assert_eq!(json.to_text(), r#"{"a":"5","o":{"x":[1,2.0],"y":{"z":"w=1"}}}"#);
        for bad in ["novalue", "=x"] {
            assert_eq!(set(Json::Object(Members::default()), &[bad.to_owned()], &[]).expect_err("bad").code(), 2);
        }
        assert!(set(Json::Null, &["a=1".to_owned()], &[]).is_err());
    }

    #[test]
    fn times_in_words() {
        let now = Timestamp::from_secs(10_000_000);
        for (text, seconds) in [
            ("now", Some(0)),
            ("-15m", Some(-900)),
            ("2h ago", Some(-7200)),
            ("90d", Some(-7_776_000)),
            ("+10m", Some(600)),
            ("in 1h30m", Some(5400)),
            ("15", None),
            ("", None),
            ("soon", None),
            ("1y", None),
        ] {
            let expected = seconds.map(|s| Timestamp::from_secs(10_000_000 + s));
            assert_eq!(words(text, now), expected, "{text}");
        }
        assert_eq!(time("--from", "2026-01-02").expect("date"), "2026-01-02");
        assert!(time("--from", "tomorrow").is_err());
        assert_eq!(duration("1d12h"), Some(Duration::from_secs(129_600)));
    }
}
