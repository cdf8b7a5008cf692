//! How one value looks in a table. The name of the field decides: ids are shortened, times are
//! relative, states carry a symbol, so that colour never says something alone.

use crate::base::{Json, Timestamp};
use std::time::Duration;

/// What a state means at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Good,
    Bad,
    Waiting,
    Plain,
}

/// A value as text, and its mood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub mood: Mood,
    /// Stands at the right of its column.
    pub number: bool,
}

/// What is shown of times.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Exact times instead of relative ones.
    pub exact: bool,
    pub utc: bool,
    pub now: Timestamp,
}

/// A title from a path: `health.success_rate` is `SUCCESS RATE`.
pub fn title(path: &str) -> String {
    let last = path.rsplit('.').next().unwrap_or(path);
    let short = match last {
        "inserted_at" => "created",
        "attempt_number" | "attempts_exhausted" => "attempts",
        "response_status" => "http",
        "circuit_state" => "circuit",
        "consecutive_failures" => "failures",
        "success_rate_percent" => "success %",
        "avg_latency_ms" | "response_latency_ms" | "latency_ms" => "ms",
        "event_count" => "events",
        other => other.strip_suffix("_at").unwrap_or(other),
    };
    short.replace('_', " ").to_uppercase()
}

/// The cell of the value at a path.
pub fn cell(path: &str, value: Option<&Json<'_>>, style: Style) -> Cell {
    let name = path.rsplit('.').next().unwrap_or(path);
    let plain = |text: String| Cell { text, mood: Mood::Plain, number: false };
    match value {
        None | Some(Json::Null) => plain("-".to_owned()),
        Some(Json::String(text)) if name.ends_with("_at") || name == "timestamp" => {
            plain(Timestamp::parse(text).map_or_else(|| text.to_string(), |at| time(at, style)))
        }
        Some(Json::String(text)) => state(name, text).unwrap_or_else(|| plain(one_line(text))),
        Some(Json::Bool(yes)) => plain(if *yes { "yes" } else { "no" }.to_owned()),
        Some(Json::Number(n)) => Cell { number: true, ..plain(n.to_string()) },
        Some(Json::Array(items)) if items.iter().all(|item| item.as_str().is_some()) => {
            plain(items.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(", "))
        }
        Some(other) => plain(other.to_text()),
    }
}

fn state(name: &str, word: &str) -> Option<Cell> {
    if !matches!(name, "status" | "circuit_state" | "result" | "state" | "database" | "queue" | "cache") {
        return None;
    }
    let (mood, symbol) = match word {
        "success" | "active" | "healthy" | "ok" | "closed" | "accepted" | "alive" | "ready" => (Mood::Good, "✓"),
        "failed" | "failing" | "unhealthy" | "error" | "rejected" | "open" | "critical" => (Mood::Bad, "✗"),
        "pending" | "degraded" | "half_open" | "running" | "retry_queued" | "retrying" => (Mood::Waiting, "•"),
        _ => (Mood::Plain, ""),
    };
    let text = if symbol.is_empty() { word.to_owned() } else { format!("{symbol} {word}") };
    Some(Cell { text, mood, number: false })
}

/// Control characters would break the table, or worse, reach the terminal.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn time(at: Timestamp, style: Style) -> String {
    match style {
        Style { exact: false, now, .. } => relative(at, now),
        Style { utc: true, .. } => at.to_string(),
        Style { .. } => at.to_local(),
    }
}

/// `3m ago`, `in 2h`, `now`.
pub fn relative(at: Timestamp, now: Timestamp) -> String {
    let span = if at > now { at.since(now) } else { now.since(at) };
    let text = match span.as_secs() {
        0 => return "now".to_owned(),
        s @ 1..=119 => format!("{s}s"),
        s @ 120..=7199 => format!("{}m", s / 60),
        s @ 7200..=172_799 => format!("{}h", s / 3600),
        s => format!("{}d", Duration::from_secs(s).as_secs() / 86_400),
    };
    if at > now { format!("in {text}") } else { format!("{text} ago") }
}

/// How many characters of the ids of one column tell them apart, 8 at least. Ids made within a
/// minute share their first 8 characters.
pub fn shown_length(ids: &[&str]) -> usize {
    let mut distinct: Vec<&str> = ids.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    let common = |pair: &[&str]| pair[0].bytes().zip(pair[1].bytes()).take_while(|(a, b)| a == b).count() + 1;
    distinct.windows(2).map(common).max().unwrap_or(0).clamp(8, 36)
}

/// Whether a text has the form of an id.
pub fn is_id(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(n, b)| if is_dash(n) { b == b'-' } else { b.is_ascii_hexdigit() })
}

fn is_dash(place: usize) -> bool {
    matches!(place, 8 | 13 | 18 | 23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_decide_how_values_look() {
        let now = Timestamp::parse("2026-04-02T12:00:00Z").expect("time");
        let style = Style { exact: false, utc: true, now };
        let item = Json::parse(
            r#"{"id":"x","status":"failed","inserted_at":"2026-04-02T11:57:00Z","n":3,"on":true,
                "topics":["a","b"],"o":{"a":1},"t":"a\u001b[31mb","h":{"status":"healthy"}}"#,
        )
        .expect("JSON");
        for (path, text, mood) in [
            ("id", "x", Mood::Plain),
            ("status", "✗ failed", Mood::Bad),
            ("h.status", "✓ healthy", Mood::Good),
            ("inserted_at", "3m ago", Mood::Plain),
            ("n", "3", Mood::Plain),
            ("on", "yes", Mood::Plain),
            ("topics", "a, b", Mood::Plain),
            ("o", r#"{"a":1}"#, Mood::Plain),
            ("t", "a [31mb", Mood::Plain),
            ("absent", "-", Mood::Plain),
        ] {
            let cell = cell(path, item.lookup(path), style);
            assert_eq!((cell.text.as_str(), cell.mood), (text, mood), "{path}");
        }
        let exact = Style { exact: true, ..style };
        assert_eq!(cell("inserted_at", item.lookup("inserted_at"), exact).text, "2026-04-02T11:57:00.000000Z");
        assert_eq!((title("inserted_at"), title("a.success_rate")), ("CREATED".into(), "SUCCESS RATE".into()));
    }

    #[test]
    fn times_are_told_from_now() {
        let now = Timestamp::from_secs(1_000_000);
        for (seconds, text) in [
            (0, "now"),
            (-5, "5s ago"),
            (-119, "119s ago"),
            (-120, "2m ago"),
            (-7200, "2h ago"),
            (-172_800, "2d ago"),
            (300, "in 5m"),
        ] {
            assert_eq!(relative(Timestamp::from_secs(1_000_000 + seconds), now), text);
        }
    }

    #[test]
    fn ids_are_as_long_as_it_takes() {
        let (a, b) = ("0199b5a0-1111-7000-8000-000000000001", "0199b5a0-1112-7000-8000-000000000001");
        assert_eq!((shown_length(&[a]), shown_length(&[a, a]), shown_length(&[a, b])), (8, 8, 13));
        assert!(is_id(a) && !is_id("0199b5a0") && !is_id(&a.replace('-', "x")));
    }
}
