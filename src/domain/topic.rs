//! Topics and their patterns: which events a webhook, a replay or a stream asks for.
//! Dots separate segments; `*` stands for exactly one, `#` for one or more.

use crate::base::{Error, Result};
use std::borrow::Cow;
use std::fmt::Write;

/// Longest topic and longest pattern, in characters.
pub const MAX_CHARS: usize = 255;

/// One compiled pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicPattern {
    text: String,
    form: Form,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    /// A lone `*`: every event, also one without topic.
    Any,
    /// No wildcard: compared as a whole.
    Exact,
    Segments(Vec<Segment>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Segment {
    One,
    Many,
    Literal(String),
}

impl TopicPattern {
    pub fn compile(text: &str) -> TopicPattern {
        let segment = |s: &str| match s {
            "*" => Segment::One,
            "#" => Segment::Many,
            literal => Segment::Literal(literal.to_owned()),
        };
        let segments: Vec<Segment> = text.split('.').map(segment).collect();
        let form = match segments.as_slice() {
            [Segment::One] => Form::Any,
            all if all.iter().all(|s| matches!(s, Segment::Literal(_))) => Form::Exact,
            _ => Form::Segments(segments),
        };
        TopicPattern { text: text.to_owned(), form }
    }

    /// The pattern as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether only one topic can match, which is then [`TopicPattern::text`].
    pub fn is_exact(&self) -> bool {
        self.form == Form::Exact
    }

    pub fn matches(&self, topic: Option<&str>) -> bool {
        match (&self.form, topic) {
            (Form::Any, _) => true,
            (_, None) => false,
            (Form::Exact, Some(topic)) => self.text == topic,
            (Form::Segments(segments), Some(topic)) => walk(segments, topic),
        }
    }
}

/// Matches segment by segment. Only the latest `#` is ever widened, so the work is bounded by
/// pattern length times topic length whatever the pattern.
fn walk(segments: &[Segment], topic: &str) -> bool {
    let mut at = 0;
    let mut rest = topic.split('.');
    let mut widen = None;
    loop {
        let mut after = rest.clone();
        match (segments.get(at), after.next()) {
            (None, None) => return true,
            (Some(Segment::Many), Some(_)) => {
                (at, rest) = (at + 1, after);
                widen = Some((at, rest.clone()));
            }
            (Some(Segment::One), Some(_)) => (at, rest) = (at + 1, after),
            (Some(Segment::Literal(literal)), Some(s)) if literal == s => (at, rest) = (at + 1, after),
            _ => {
                let Some((from, mut wider)) = widen.take() else { return false };
                if wider.next().is_none() {
                    return false;
                }
                (at, rest) = (from, wider.clone());
                widen = Some((from, wider));
            }
        }
    }
}

/// A list of patterns, any of which is enough; the empty list asks for every event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TopicSet(Vec<TopicPattern>);

impl TopicSet {
    pub fn compile<S: AsRef<str>>(patterns: &[S]) -> TopicSet {
        TopicSet(patterns.iter().map(|p| TopicPattern::compile(p.as_ref())).collect())
    }

    pub fn matches(&self, topic: Option<&str>) -> bool {
        self.0.is_empty() || self.0.iter().any(|p| p.matches(topic))
    }

    /// Whether a topic that begins like this can match, as far as patterns tell.
    pub fn may_match_below(&self, start: &str) -> bool {
        let wild = |segment: &&str| !matches!(segment.trim_end_matches('.'), "*" | "#");
        let may = |p: &TopicPattern| {
            let literal: String = p.text.split_inclusive('.').take_while(wild).collect();
            literal.starts_with(start) || (literal.len() < p.text.len() && start.starts_with(&literal))
        };
        self.0.is_empty() || self.0.iter().any(may)
    }

    /// The texts of the patterns that match.
    pub fn matched<'a>(&'a self, topic: Option<&'a str>) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |p| p.matches(topic)).map(TopicPattern::text)
    }

    pub fn patterns(&self) -> &[TopicPattern] {
        &self.0
    }
}

/// Refuses topics that are too long or hold control characters (422).
pub fn check(topic: &str) -> Result<()> {
    // Most topics are short ASCII: their bytes answer both questions.
    if topic.len() > MAX_CHARS && topic.chars().count() > MAX_CHARS {
        return Err(Error::invalid("topic", format!("topic must have at most {MAX_CHARS} characters")));
    }
    if topic.chars().any(char::is_control) {
        return Err(Error::invalid("topic", "topic must not contain control characters"));
    }
    Ok(())
}

/// A topic as a header value: percent-encoded outside visible ASCII.
pub fn header_value(topic: &str) -> Cow<'_, str> {
    if topic.bytes().all(|b| b.is_ascii_graphic()) {
        return Cow::Borrowed(topic);
    }
    let mut out = String::with_capacity(topic.len() * 3);
    for byte in topic.bytes() {
        if byte.is_ascii_graphic() {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_patterns() {
        for (pattern, topic, expected) in [
            ("*", Some("order.created"), true),
            ("*", None, true),
            ("*", Some("a.b"), true),
            ("#", Some("a.b.c"), true),
            ("#", None, false),
            ("order.*", Some("order.created"), true),
            ("order.*", Some("order.item.created"), false),
            ("order.*", Some("order"), false),
            ("order.*", Some("orders.created"), false),
            ("*.created", Some("user.created"), true),
            ("*.created", Some("a.user.created"), false),
            ("order.created", None, false),
            ("*.*", Some("a.b"), true),
            ("*.*", Some("a"), false),
            ("order.#", Some("order.item.created"), true),
            ("order.#", Some("order"), false),
            ("#.completed", Some("order.item.completed"), true),
            ("#.completed", Some("completed"), false),
            ("order.#.completed", Some("order.completed"), false),
            ("order.#.completed", Some("order.a.b.completed"), true),
            ("order.*.completed", Some("order.a.completed"), true),
            ("order.created", Some("order.created"), true),
            ("order.created", Some("Order.Created"), false),
            ("ord*", Some("order"), false),
            ("ord*", Some("ord*"), true),
            ("a.#.#", Some("a.b.c"), true),
            ("a.#.#", Some("a.b"), false),
            ("#.a.#.b", Some("x.a.a.y.b.b"), true),
            ("#.a.#.b", Some("a.x.b"), false),
            ("#.*", Some("a.b"), true),
            ("#.*", Some("a"), false),
            ("*.#", Some("a.b.c"), true),
        ] {
            assert_eq!(TopicPattern::compile(pattern).matches(topic), expected, "{pattern} {topic:?}");
        }
    }

    #[test]
    fn sets_know_what_may_come() {
        for (pattern, may) in [
            ("acme.*", true),
            ("acme.#", true),
            ("#", true),
            ("*", true),
            ("acme.order.created", true),
            ("acme.order.*", true),
            ("*.created", true),
            ("acme", false),
            ("globex.*", false),
            ("order.created", false),
        ] {
            assert_eq!(TopicSet::compile(&[pattern]).may_match_below("acme."), may, "{pattern}");
        }
        assert!(TopicSet::default().may_match_below("acme."));
    }

    #[test]
    fn sets_take_any_pattern_and_the_empty_set_takes_all() {
        let none: [&str; 0] = [];
        assert!(TopicSet::compile(&none).matches(None));
        assert!(TopicSet::compile(&none).matches(Some("a")));
        let set = TopicSet::compile(&["order.*", "#.created", "x"]);
        assert_eq!(set.matched(Some("order.created")).collect::<Vec<_>>(), ["order.*", "#.created"]);
        assert!(!set.matches(Some("y")));
        assert!(!set.matches(None));
    }

    #[test]
    fn hostile_patterns_stay_cheap() {
        let pattern = TopicPattern::compile(&format!("{}z", "#.".repeat(127)));
        let topic = "a.".repeat(127);
        assert!(!pattern.matches(Some(&topic)));
        let pattern = TopicPattern::compile(&format!("{}z", "#.a.".repeat(63)));
        assert!(!pattern.matches(Some(&topic)));
    }

    #[test]
    fn header_values_are_visible_ascii() {
        for (topic, value) in [("order.created", "order.created"), ("a b%é", "a%20b%%C3%A9")] {
            assert_eq!(header_value(topic), value);
        }
    }

    /// The definition itself, exponential and obvious.
    fn defined(pattern: &[&str], topic: &[&str]) -> bool {
        match (pattern, topic) {
            ([], []) => true,
            ([], _) | (_, []) => false,
            (["#", rest @ ..], [_, more @ ..]) => defined(rest, more) || defined(pattern, more),
            ([first, rest @ ..], [segment, more @ ..]) => (first == &"*" || first == segment) && defined(rest, more),
        }
    }

    proptest::proptest! {
        #[test]
        fn the_matcher_agrees_with_the_definition(
            pattern in proptest::collection::vec(proptest::sample::select(vec!["a", "b", "*", "#"]), 2..7),
            topic in proptest::collection::vec(proptest::sample::select(vec!["a", "b"]), 1..9),
        ) {
            let compiled = TopicPattern::compile(&pattern.join("."));
            assert_eq!(compiled.matches(Some(&topic.join("."))), defined(&pattern, &topic));
        }
    }
}
