//! The steps of a pipeline as clients spell them: options beside the type or under `config`, with
//! the names of every generation of clients.

use super::condition::{Condition, Op, Style};
use super::reshape::Change;
use super::webhook::WebhookId;
use crate::base::Json;
use crate::base::json::Members;

/// Longest delay, in seconds, of one step and of all together.
pub const MAX_DELAY: u32 = 604_800;

/// Most fields that one step can name: each is looked for among all of a payload.
const MAX_FIELDS: usize = 1000;
const TOO_MANY: Fault = "must name at most 1000 fields";

/// One step, known to be well formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Filter(Condition),
    Transform(Change),
    /// Seconds.
    Delay(u32),
    Deliver(Target),
}

/// Where a deliver step sends what the payload is by then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// As a new event of this topic.
    Topic(String),
    Webhook(WebhookId),
}

type Fault = &'static str;

impl Step {
    /// Reads one step; the error is what is wrong with it, for its author.
    pub fn read(json: &Json<'_>) -> Result<Step, Fault> {
        let given = json.as_object().ok_or("must be an object")?;
        let kind = given.get("type").and_then(Json::as_str).ok_or("type is required")?;
        let options = options(given)?;
        match kind {
            "filter" => filter(&options).map(Step::Filter),
            "transform" => change(&options).map(Step::Transform),
            "delay" => delay(&options).map(Step::Delay),
            "deliver" => target(&options).map(Step::Deliver),
            _ => Err("unknown type"),
        }
    }

    /// The type as clients spell it.
    pub fn kind(&self) -> &'static str {
        match self {
            Step::Filter(_) => "filter",
            Step::Transform(_) => "transform",
            Step::Delay(_) => "delay",
            Step::Deliver(_) => "deliver",
        }
    }
}

/// The members under `config` and those beside `type`, which win; nulls count as absent.
fn options(given: &Members<'_>) -> Result<Members<'static>, Fault> {
    let config = match given.get("config") {
        None | Some(Json::Null) => None,
        Some(config) => Some(config.as_object().ok_or("config must be an object")?),
    };
    let mut all = Members::default();
    let beside = given.iter().filter(|(key, _)| !["type", "config"].contains(&&**key));
    for (key, value) in config.into_iter().flat_map(Members::iter).chain(beside) {
        if !value.is_null() || key == "value" {
            all.set(key.to_string(), value.clone().into_owned());
        }
    }
    Ok(all)
}

fn text<'m>(options: &'m Members<'_>, name: &str, fault: Fault) -> Result<Option<&'m str>, Fault> {
    options.get(name).map(|value| value.as_str().ok_or(fault)).transpose()
}

fn filter(options: &Members<'_>) -> Result<Condition, Fault> {
    if let Some(condition) = text(options, "condition", "condition must be a string")? {
        return Condition::parse(condition, Style::Step);
    }
    let path = options.get("field").or_else(|| options.get("path")).ok_or("field is required")?;
    let path = path.as_str().ok_or("field must be a string")?;
    let word = match text(options, "operator", "operator must be a string")? {
        Some(word) => Some(word),
        None => text(options, "op", "op must be a string")?,
    };
    // An operator as a key, with its value.
    let short = options.iter().find_map(|(key, value)| Some((Op::parse(key)?, value)));
    match (word, short) {
        (Some(word), _) => {
            let op = Op::parse(word).ok_or("unknown operator")?;
            Condition::build(path, op, options.get("value"), Style::Step)
        }
        (None, Some((op, value))) => Condition::build(path, op, Some(value), Style::Step),
        (None, None) => Condition::build(path, Op::Eq, options.get("value"), Style::Step),
    }
}

fn change(options: &Members<'_>) -> Result<Change, Fault> {
    let object = |name: &str| options.get(name).filter(|value| value.as_object().is_some());
    let Some(operation) = text(options, "operation", "operation must be a string")? else {
        return Ok(match options.get("add_field").and_then(Json::as_str) {
            Some(field) => set_one(field, options.get("value")),
            None => match (object("values"), object("template")) {
                (Some(Json::Object(values)), _) => Change::Set(few(values)?.clone().into_owned()),
                (_, Some(template)) => Change::Template(template.clone().into_owned()),
                _ => Change::Nothing,
            },
        });
    };
    Ok(match operation {
        "pick" => Change::Pick(fields(options)?),
        "remove" => Change::Remove(fields(options)?),
        "rename" => Change::Rename(mapping(options)?),
        "set" => match object("values") {
            Some(Json::Object(values)) => Change::Set(few(values)?.clone().into_owned()),
            _ => return Err("values must be an object"),
        },
        "template" => Change::Template(object("template").ok_or("template must be an object")?.clone().into_owned()),
        "flatten" => Change::Flatten,
        _ => return Err("unknown operation"),
    })
}

fn set_one(field: &str, value: Option<&Json<'_>>) -> Change {
    let mut values = Members::default();
    values.set(field.to_owned(), value.map_or(Json::Null, |value| value.clone().into_owned()));
    Change::Set(values)
}

fn few<'m, 'j>(members: &'m Members<'j>) -> Result<&'m Members<'j>, Fault> {
    if members.len() <= MAX_FIELDS { Ok(members) } else { Err(TOO_MANY) }
}

fn fields(options: &Members<'_>) -> Result<Vec<String>, Fault> {
    const FAULT: Fault = "fields must be a list of strings";
    let items = options.get("fields").and_then(Json::as_array).ok_or(FAULT)?;
    if items.len() > MAX_FIELDS {
        return Err(TOO_MANY);
    }
    items.iter().map(|item| item.as_str().map(str::to_owned).ok_or(FAULT)).collect()
}

fn mapping(options: &Members<'_>) -> Result<Vec<(String, String)>, Fault> {
    const FAULT: Fault = "mapping must be an object of strings";
    let members = options.get("mapping").and_then(Json::as_object).ok_or(FAULT)?;
    few(members)?.iter().map(|(old, new)| Ok((old.to_string(), new.as_str().ok_or(FAULT)?.to_owned()))).collect()
}

fn delay(options: &Members<'_>) -> Result<u32, Fault> {
    let given = ["seconds", "delay_seconds", "duration_seconds"].into_iter().find_map(|name| options.get(name));
    let seconds = given.ok_or("seconds is required")?.as_i64().and_then(|n| u32::try_from(n).ok());
    seconds.filter(|n| *n <= MAX_DELAY).ok_or("seconds must be an integer between 0 and 604800")
}

fn target(options: &Members<'_>) -> Result<Target, Fault> {
    if let Some(topic) = text(options, "topic", "topic must be a string")? {
        let fits = (1..=255).contains(&topic.chars().count()) && !topic.chars().any(char::is_control);
        return if fits { Ok(Target::Topic(topic.to_owned())) } else { Err("topic must have 1 to 255 characters") };
    }
    let id = text(options, "webhook_id", "webhook_id must be a string")?.ok_or("topic or webhook_id is required")?;
    WebhookId::parse(id).map(Target::Webhook).ok_or("webhook_id does not exist")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_mean_the_same() {
        for same in [
            &[
                r#"{"type":"filter","config":{"field":"amount","operator":"gt","value":100}}"#,
                r#"{"type":"filter","field":"amount","operator":"gt","value":100}"#,
                r#"{"type":"filter","path":"amount","op":">","value":100}"#,
                r#"{"type":"filter","config":{"field":"amount","gt":100}}"#,
                r#"{"type":"filter","condition":"amount > 100"}"#,
                r#"{"type":"filter","config":{"field":"x","value":1},"field":"amount","operator":"gt","value":100}"#,
            ][..],
            &[
                r#"{"type":"filter","field":"a","value":null}"#,
                r#"{"type":"filter","field":"a","eq":null,"value":null}"#,
            ],
            &[
                r#"{"type":"delay","seconds":5}"#,
                r#"{"type":"delay","config":{"delay_seconds":5}}"#,
                r#"{"type":"delay","duration_seconds":5}"#,
            ],
            &[
                r#"{"type":"transform","add_field":"a","value":1}"#,
                r#"{"type":"transform","values":{"a":1}}"#,
                r#"{"type":"transform","operation":"set","values":{"a":1}}"#,
            ],
            &[
                r#"{"type":"transform","template":"enriched"}"#,
                r#"{"type":"transform"}"#,
                r#"{"type":"transform","config":null}"#,
            ],
            &[
                r#"{"type":"transform","template":{"a":"{{b}}"}}"#,
                r#"{"type":"transform","operation":"template","template":{"a":"{{b}}"}}"#,
            ],
        ] {
            let read = |text: &str| Step::read(&Json::parse(text).expect(text)).expect(text);
            for text in same {
                assert_eq!(read(text), read(same[0]), "{text}");
            }
        }
    }

    #[test]
    fn a_step_names_a_bounded_number_of_fields() {
        for (count, fault) in [(1000, None), (1001, Some(TOO_MANY))] {
            let names: Vec<String> = (0..count).map(|n| format!("\"f{n}\"")).collect();
            let (list, object) = (names.join(","), names.join(":\"x\",") + ":\"x\"");
            for step in [
                format!(r#"{{"type":"transform","operation":"pick","fields":[{list}]}}"#),
                format!(r#"{{"type":"transform","operation":"remove","fields":[{list}]}}"#),
                format!(r#"{{"type":"transform","operation":"rename","mapping":{{{object}}}}}"#),
                format!(r#"{{"type":"transform","operation":"set","values":{{{object}}}}}"#),
                format!(r#"{{"type":"transform","values":{{{object}}}}}"#),
            ] {
                assert_eq!(Step::read(&Json::parse(&step).expect("JSON")).err(), fault, "{count}");
            }
        }
    }

    #[test]
    fn faults_are_named() {
        for (text, fault) in [
            ("5", "must be an object"),
            ("{}", "type is required"),
            (r#"{"type":"sleep"}"#, "unknown type"),
            (r#"{"type":"filter","config":5}"#, "config must be an object"),
            (r#"{"type":"filter"}"#, "field is required"),
            (r#"{"type":"filter","field":5}"#, "field must be a string"),
            (r#"{"type":"filter","field":"a","operator":"like"}"#, "unknown operator"),
            (r#"{"type":"filter","field":"a","in":5}"#, "value must be an array"),
            (r#"{"type":"filter","condition":"a"}"#, "condition is not readable"),
            (r#"{"type":"transform","operation":"explode"}"#, "unknown operation"),
            (r#"{"type":"transform","operation":"pick"}"#, "fields must be a list of strings"),
            (r#"{"type":"transform","operation":"remove","fields":[1]}"#, "fields must be a list of strings"),
            (r#"{"type":"transform","operation":"rename","mapping":{"a":1}}"#, "mapping must be an object of strings"),
            (r#"{"type":"transform","operation":"set"}"#, "values must be an object"),
            (r#"{"type":"transform","operation":"template","template":"x"}"#, "template must be an object"),
            (r#"{"type":"delay"}"#, "seconds is required"),
            (r#"{"type":"delay","seconds":-1}"#, "seconds must be an integer between 0 and 604800"),
            (r#"{"type":"delay","seconds":604801}"#, "seconds must be an integer between 0 and 604800"),
            (r#"{"type":"deliver"}"#, "topic or webhook_id is required"),
            (r#"{"type":"deliver","topic":""}"#, "topic must have 1 to 255 characters"),
            (r#"{"type":"deliver","webhook_id":"x"}"#, "webhook_id does not exist"),
        ] {
            assert_eq!(Step::read(&Json::parse(text).expect(text)), Err(fault), "{text}");
        }
    }
}
