//! One condition over an event: what it reads, how it compares, and its text grammar. Webhook
//! filters and pipeline steps share it; the few places where they differ are in [`Style`].

use crate::base::Json;
use crate::base::json::compare_numbers;
use std::cmp::Ordering;
use std::fmt;

/// What conditions and templates read: the payload's fields, `payload` as a whole unless the
/// payload has a field of that name, and `topic`.
#[derive(Debug)]
pub struct Subject<'a> {
    payload: &'a Json<'a>,
    topic: Json<'a>,
}

impl<'a> Subject<'a> {
    pub fn new(payload: &'a Json<'a>, topic: Option<&'a str>) -> Subject<'a> {
        Subject { payload, topic: topic.map_or(Json::Null, Json::string) }
    }

    /// The whole path as one key first, then step by step; what cannot be walked is absent.
    pub fn lookup(&self, path: &str) -> Option<&Json<'a>> {
        self.key(path).or_else(|| {
            let (first, rest) = path.split_once('.')?;
            rest.split('.').try_fold(self.key(first)?, |at, segment| at.step(segment))
        })
    }

    fn key(&self, key: &str) -> Option<&Json<'a>> {
        if key == "topic" {
            return Some(&self.topic);
        }
        let field = self.payload.as_object().and_then(|members| members.get(key));
        field.or_else(|| (key == "payload").then_some(self.payload))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    Eq,
    Neq,
    Gt,
    Gte,
    Lt,
    Lte,
    Contains,
    In,
    NotIn,
    Exists,
    NotExists,
}

impl Op {
    /// Reads a name or one of its aliases.
    pub fn parse(word: &str) -> Option<Op> {
        Some(match word {
            "eq" | "==" | "=" => Op::Eq,
            "neq" | "!=" | "ne" => Op::Neq,
            "gt" | ">" => Op::Gt,
            "gte" | ">=" => Op::Gte,
            "lt" | "<" => Op::Lt,
            "lte" | "<=" => Op::Lte,
            "contains" => Op::Contains,
            "in" => Op::In,
            "not_in" => Op::NotIn,
            "exists" => Op::Exists,
            "not_exists" => Op::NotExists,
            _ => return None,
        })
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Op::Eq => "eq",
            Op::Neq => "neq",
            Op::Gt => "gt",
            Op::Gte => "gte",
            Op::Lt => "lt",
            Op::Lte => "lte",
            Op::Contains => "contains",
            Op::In => "in",
            Op::NotIn => "not_in",
            Op::Exists => "exists",
            Op::NotExists => "not_exists",
        }
    }
}

/// Whose condition it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// An empty string does not exist; only strings are looked for in strings.
    Filter,
    /// An empty string exists; numbers and booleans are looked for in strings by their text.
    Step,
}

/// A condition that is known to be well formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    Always(bool),
    Test { path: String, op: Op, value: Json<'static>, style: Style },
}

impl Condition {
    /// Fails with what is wrong, in words for the client.
    pub fn build(path: &str, op: Op, value: Option<&Json<'_>>, style: Style) -> Result<Condition, &'static str> {
        if path.is_empty() {
            return Err("path is required");
        }
        let value = value.map_or(Json::Null, |v| v.clone().into_owned());
        let wanted = value.is_null() || value.as_bool() == Some(true) || value.as_str() == Some("true");
        let op = match op {
            Op::In | Op::NotIn if value.as_array().is_none() => return Err("value must be an array"),
            Op::Exists if !wanted => Op::NotExists,
            op => op,
        };
        Ok(Condition::Test { path: path.to_owned(), op, value, style })
    }

    /// Reads `true`, `false`, `path exists`, `path not_exists` or `path op literal`, where the
    /// literal is JSON or text in single quotes.
    pub fn parse(text: &str, style: Style) -> Result<Condition, &'static str> {
        let blank = char::is_whitespace;
        let (path, rest) = match text.trim() {
            "true" => return Ok(Condition::Always(true)),
            "false" => return Ok(Condition::Always(false)),
            text => text.split_once(blank).ok_or("condition is not readable")?,
        };
        let rest = rest.trim_start();
        let (word, literal) = rest.split_once(blank).unwrap_or((rest, ""));
        let op = Op::parse(word).ok_or("unknown operator")?;
        match (op, literal.trim_start()) {
            (Op::Exists | Op::NotExists, "") => Condition::build(path, op, None, style),
            (Op::Exists | Op::NotExists, _) | (_, "") => Err("condition is not readable"),
            (_, literal) => {
                let quoted = literal.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
                let value = match quoted {
                    Some(text) => Json::string(text),
                    None => Json::parse(literal).map_err(|_| "value is not valid JSON")?,
                };
                Condition::build(path, op, Some(&value), style)
            }
        }
    }

    pub fn holds(&self, subject: &Subject<'_>) -> bool {
        match self {
            Condition::Always(answer) => *answer,
            Condition::Test { path, op, value, style } => test(subject.lookup(path), *op, value, *style),
        }
    }
}

/// Prints `path op value`.
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Condition::Always(answer) => write!(f, "{answer}"),
            Condition::Test { path, op: op @ (Op::Exists | Op::NotExists), .. } => write!(f, "{path} {}", op.as_str()),
            Condition::Test { path, op, value, .. } => write!(f, "{path} {} {}", op.as_str(), value.to_text()),
        }
    }
}

fn test(found: Option<&Json<'_>>, op: Op, value: &Json<'_>, style: Style) -> bool {
    let same = |other: &Json<'_>| found.map_or(other.is_null(), |f| f.same(other));
    let one_of = || value.as_array().is_some_and(|items| items.iter().any(same));
    match op {
        Op::Eq => same(value),
        Op::Neq => !same(value),
        Op::Gt => compare(found, value).is_some_and(Ordering::is_gt),
        Op::Gte => compare(found, value).is_some_and(Ordering::is_ge),
        Op::Lt => compare(found, value).is_some_and(Ordering::is_lt),
        Op::Lte => compare(found, value).is_some_and(Ordering::is_le),
        Op::Contains => found.is_some_and(|f| contains(f, value, style)),
        Op::In => one_of(),
        Op::NotIn => !one_of(),
        Op::Exists => exists(found, style),
        Op::NotExists => !exists(found, style),
    }
}

fn exists(found: Option<&Json<'_>>, style: Style) -> bool {
    found.is_some_and(|f| !f.is_null() && (style == Style::Step || f.as_str() != Some("")))
}

fn compare(found: Option<&Json<'_>>, value: &Json<'_>) -> Option<Ordering> {
    match (found?, value) {
        (Json::Number(a), Json::Number(b)) => compare_numbers(a, b),
        _ => None,
    }
}

fn contains(found: &Json<'_>, value: &Json<'_>, style: Style) -> bool {
    match (found, value) {
        (Json::Array(items), _) => items.iter().any(|item| item.same(value)),
        (Json::String(text), Json::String(part)) => text.contains(&**part),
        (Json::String(text), Json::Number(_) | Json::Bool(_)) if style == Style::Step => {
            text.contains(&value.to_text())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str, style: Style) -> bool {
        let payload = Json::parse(r#"{"amount":150,"name":"Ann 150 true","note":"","tags":[1,"eu"],"vip":false}"#)
            .expect("parses");
        let condition = Condition::parse(text, style).unwrap_or_else(|e| panic!("{text}: {e}"));
        condition.holds(&Subject::new(&payload, Some("order.created")))
    }

    #[test]
    fn texts_are_read() {
        for (text, expected) in [
            ("true", true),
            (" false ", false),
            ("payload.amount > 100", true),
            ("amount >= 150.0", true),
            ("amount  <\t150", false),
            ("amount <= 150", true),
            ("amount == 150", true),
            ("amount = 151", false),
            ("amount != 150", false),
            ("amount ne 151", true),
            ("amount gt 100", true),
            ("vip exists", true),
            ("vip eq false", true),
            ("nope not_exists", true),
            ("nope = null", true),
            ("topic in [\"x\", \"order.created\"]", true),
            ("topic not_in [\"x\"]", true),
            ("topic == 'order.created'", true),
            ("name contains 'Ann 1'", true),
            ("name contains \"ann\"", false),
            ("tags contains 'eu'", true),
        ] {
            assert_eq!(holds(text, Style::Filter), expected, "{text}");
        }
    }

    #[test]
    fn bad_texts_are_refused() {
        for (text, fault) in [
            ("", "condition is not readable"),
            ("amount", "condition is not readable"),
            ("amount>100", "condition is not readable"),
            ("amount >", "condition is not readable"),
            ("amount exists true", "condition is not readable"),
            ("amount like 5", "unknown operator"),
            ("amount > ten", "value is not valid JSON"),
            ("amount in ['x']", "value is not valid JSON"),
            ("amount in 5", "value must be an array"),
        ] {
            assert_eq!(Condition::parse(text, Style::Filter), Err(fault), "{text}");
        }
    }

    #[test]
    fn steps_differ_in_two_places() {
        for (text, filter, step) in [
            ("note exists", false, true),
            ("note not_exists", true, false),
            ("name contains 150", false, true),
            ("name contains true", false, true),
            ("tags contains 1.0", true, true),
            ("amount contains 1", false, false),
        ] {
            assert_eq!((holds(text, Style::Filter), holds(text, Style::Step)), (filter, step), "{text}");
        }
    }

    #[test]
    fn conditions_print_themselves() {
        for (text, shown) in [("amount  > 100", "amount gt 100"), ("a exists", "a exists"), ("a = 'x'", "a eq \"x\"")] {
            assert_eq!(Condition::parse(text, Style::Step).expect(text).to_string(), shown);
        }
    }
}
