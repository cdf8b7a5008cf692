//! Webhook filters: a list of conditions that must all hold for an event to be delivered.

use super::condition::{Condition, Op, Style, Subject};
use crate::base::{Error, Json, Result};

/// Most filters of one webhook.
pub const MAX_FILTERS: usize = 50;

/// Compiled filters; none at all hold for every event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters(Vec<Condition>);

impl Filters {
    /// Reads a list of objects `{path, op, value}` and condition texts; 422 on `filters`.
    pub fn compile(json: &Json<'_>) -> Result<Filters> {
        let items = json.as_array().ok_or_else(|| Error::invalid("filters", "filters must be an array"))?;
        if items.len() > MAX_FILTERS {
            return Err(Error::invalid("filters", format!("filters must have at most {MAX_FILTERS} items")));
        }
        let compiled = items.iter().enumerate().map(|(i, item)| {
            read(item).map_err(|fault| Error::invalid("filters", format!("filter {}: {fault}", i + 1)))
        });
        compiled.collect::<Result<_>>().map(Filters)
    }

    pub fn hold(&self, subject: &Subject<'_>) -> bool {
        self.0.iter().all(|condition| condition.holds(subject))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn read(item: &Json<'_>) -> Result<Condition, &'static str> {
    if let Some(text) = item.as_str() {
        return Condition::parse(text, Style::Filter);
    }
    let members = item.as_object().ok_or("must be an object or a condition")?;
    let either = |name, alias| members.get(name).or_else(|| members.get(alias)).and_then(Json::as_str);
    let path = either("path", "field").ok_or("path is required")?;
    let word = either("op", "operator").ok_or("op is required")?;
    // Symbols and `not_exists` belong to condition texts; an object names its operator.
    let named = |op: &Op| op.as_str() == word && *op != Op::NotExists;
    let op = Op::parse(word).filter(named).ok_or("unknown operator")?;
    Condition::build(path, op, members.get("value"), Style::Filter)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAYLOAD: &str = r#"{"amount":150,"status":"paid","qty":0,"vip":false,"note":"","tags":["new","eu"],"customer":{"plan":"premium","name":"Ann Lee"},"items":[{"sku":"A1"},{"sku":"B2"}],"a.b":7,"nul":null}"#;

    fn holds(filters: &str, payload: &str) -> bool {
        let (filters, payload) = (Json::parse(filters).expect(filters), Json::parse(payload).expect(payload));
        let filters = Filters::compile(&filters).unwrap_or_else(|e| panic!("{filters:?}: {e}"));
        filters.hold(&Subject::new(&payload, Some("order.created")))
    }

    #[test]
    fn the_table_of_operators() {
        for (path, op, value, expected) in [
            ("amount", "gt", "100", true),
            ("amount", "gt", "150", false),
            ("amount", "gte", "150", true),
            ("amount", "gt", "\"100\"", false),
            ("amount", "lt", "150.1", true),
            ("amount", "lte", "1.5e2", true),
            ("amount", "eq", "150.0", true),
            ("amount", "eq", "\"150\"", false),
            ("payload.amount", "gte", "100", true),
            ("topic", "in", r#"["order.created","x"]"#, true),
            ("status", "neq", "\"paid\"", false),
            ("missing", "neq", "\"x\"", true),
            ("missing", "eq", "null", true),
            ("nul", "eq", "null", true),
            ("vip", "eq", "false", true),
            ("customer", "eq", r#"{"name":"Ann Lee","plan":"premium"}"#, true),
            ("status", "not_in", "[\"paid\"]", false),
            ("missing", "not_in", "[\"paid\"]", true),
            ("note", "exists", "true", false),
            ("note", "exists", "false", true),
            ("qty", "exists", "true", true),
            ("vip", "exists", "\"true\"", true),
            ("vip", "exists", "0", false),
            ("nul", "exists", "true", false),
            ("missing", "exists", "false", true),
            ("tags", "contains", "\"eu\"", true),
            ("tags", "contains", "\"e\"", false),
            ("customer.name", "contains", "\"Ann\"", true),
            ("customer.name", "contains", "\"ann\"", false),
            ("amount", "contains", "\"15\"", false),
            ("items.1.sku", "eq", "\"B2\"", true),
            ("items.9.sku", "eq", "null", true),
            ("status.x", "eq", "null", true),
            ("a.b", "eq", "7", true),
            ("status", "gt", "1", false),
            ("topic.x", "eq", "null", true),
            ("payload", "exists", "true", true),
        ] {
            let filter = format!(r#"[{{"path":"{path}","op":"{op}","value":{value}}}]"#);
            assert_eq!(holds(&filter, PAYLOAD), expected, "{filter}");
        }
    }

    #[test]
    fn all_must_hold_and_aliases_are_read() {
        for (filters, expected) in [
            ("[]", true),
            (r#"[{"field":"amount","operator":"gt","value":100},"status = 'paid'"]"#, true),
            (r#"["amount > 100","status = 'open'"]"#, false),
            (r#"["payload.amount > 100"]"#, true),
            (r#"[{"path":"vip","op":"exists"}]"#, true),
        ] {
            assert_eq!(holds(filters, PAYLOAD), expected, "{filters}");
        }
    }

    #[test]
    fn own_fields_and_the_topic_take_their_places() {
        for (filters, payload, expected) in [
            (r#"["payload.x = 1"]"#, r#"{"payload":{"x":1},"x":2}"#, true),
            (r#"["payload.x = 2"]"#, r#"{"x":2}"#, true),
            (r#"["topic = 'order.created'"]"#, r#"{"topic":"mine"}"#, true),
            (r#"["n = 12345678901234567890124"]"#, r#"{"n":12345678901234567890123}"#, false),
        ] {
            assert_eq!(holds(filters, payload), expected, "{filters} {payload}");
        }
    }

    #[test]
    fn bad_filters_are_refused() {
        let many = format!("[{}]", vec!["\"true\""; 51].join(","));
        for (filters, message) in [
            ("{}", "filters must be an array"),
            (many.as_str(), "filters must have at most 50 items"),
            (r#"["true",{"op":"eq","value":1}]"#, "filter 2: path is required"),
            (r#"[{"path":"","op":"eq"}]"#, "filter 1: path is required"),
            (r#"[{"path":5,"op":"eq"}]"#, "filter 1: path is required"),
            (r#"[{"path":"a"}]"#, "filter 1: op is required"),
            (r#"[{"path":"a","op":"like","value":1}]"#, "filter 1: unknown operator"),
            (r#"[{"path":"a","op":"in","value":"x"}]"#, "filter 1: value must be an array"),
            (r#"[{"path":"a","op":"not_in"}]"#, "filter 1: value must be an array"),
            ("[5]", "filter 1: must be an object or a condition"),
            (r#"["amount"]"#, "filter 1: condition is not readable"),
        ] {
            let error = Filters::compile(&Json::parse(filters).expect(filters)).expect_err(filters);
            assert_eq!((error.message(), error.details()[0].0.as_str()), (message, "filters"));
        }
    }
}
