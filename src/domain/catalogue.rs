//! What whoever integrates a project is told of it: the rights that keys can hold, and the kinds of
//! events there are. Lists that are replaced as a whole; that a name is in none of them forbids
//! nothing.

use super::access::Scope;
use super::api_key::Permissions;
use super::given::short;
use super::topic;
use crate::base::{Error, Json, Result};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

const MAX_PERMISSIONS: usize = 100;
const MAX_EVENT_TYPES: usize = 500;
const MAX_ENDPOINTS: usize = 50;
const MAX_TEXT: usize = 1000;
/// Longest example, in bytes.
const MAX_EXAMPLE: usize = 16 * 1024;

/// One item of a catalogue.
pub trait Item: Serialize + for<'d> Deserialize<'d> + Send + 'static {
    /// What the list is called, in requests as in the table.
    const KIND: &'static str;
    /// What its change is called in the audit log.
    const UPDATED: &'static str;
    const MAX: usize;

    fn read(json: &Json<'_>) -> Result<Self>;
    fn name(&self) -> &str;
}

/// Reads a whole list. 422 for an item that is not valid, or named twice.
pub fn read<T: Item>(items: &[Json<'_>]) -> Result<Vec<T>> {
    if items.len() > T::MAX {
        return Err(Error::invalid(T::KIND, format!("{} must have at most {} items", T::KIND, T::MAX)));
    }
    let mut list: Vec<T> = Vec::with_capacity(items.len());
    for item in items {
        let item = T::read(item)?;
        if list.iter().any(|known| known.name() == item.name()) {
            return Err(Error::invalid(T::KIND, format!("{} is there twice", item.name())));
        }
        list.push(item);
    }
    Ok(list)
}

/// A right, as people read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permission {
    pub name: String,
    pub title: String,
    pub description: String,
    /// What it opens, such as `GET /reports`.
    pub endpoints: Vec<String>,
}

impl Item for Permission {
    const KIND: &'static str = "permissions";
    const UPDATED: &'static str = "permissions.updated";
    const MAX: usize = MAX_PERMISSIONS;

    /// An object, or a name alone.
    fn read(json: &Json<'_>) -> Result<Permission> {
        let name = name_of(json, Self::KIND)?;
        Permissions::check(Self::KIND, name)?;
        let title = short("title", member(json, "title"))?.unwrap_or_else(|| name.to_owned());
        let shape = || Error::invalid("endpoints", "endpoints must be an array of at most 50 strings");
        let endpoints = match member(json, "endpoints") {
            None => Vec::new(),
            Some(list) => {
                let list = list.as_array().filter(|list| list.len() <= MAX_ENDPOINTS).ok_or_else(shape)?;
                let text = |item: &Json<'_>| item.as_str().filter(|t| t.len() <= MAX_TEXT).map(str::to_owned);
                list.iter().map(|item| text(item).ok_or_else(shape)).collect::<Result<_>>()?
            }
        };
        Ok(Permission { name: name.to_owned(), title, description: description(json)?, endpoints })
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Permission {
    /// A name that no catalogue explains.
    pub fn unexplained(name: &str) -> Permission {
        Permission { name: name.to_owned(), title: name.to_owned(), description: String::new(), endpoints: Vec::new() }
    }

    /// A right of this server; `endpoints` are known above.
    pub fn of_scope(scope: Scope, endpoints: Vec<String>) -> Permission {
        let (title, description) = match scope.as_str().split_once(':') {
            None if scope == Scope::All => ("Full access".to_owned(), "Everything in the project".to_owned()),
            None => ("Administration".to_owned(), "Everything in the project, its keys and settings too".to_owned()),
            Some((area, verb)) => {
                let area = area.replace('_', " ");
                match verb {
                    "read" => (format!("Read {area}"), format!("List and read {area}")),
                    "write" => (format!("Write {area}"), format!("Create, change and remove {area}")),
                    "*" => (format!("All of {area}"), format!("Every right on {area}")),
                    verb => (format!("{}{} {area}", verb[..1].to_uppercase(), &verb[1..]), format!("{verb} {area}")),
                }
            }
        };
        Permission { name: scope.as_str().to_owned(), title, description, endpoints }
    }
}

/// A kind of event, with an example of its payload.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EventType {
    pub name: String,
    pub description: String,
    pub example: Option<Box<RawValue>>,
}

impl Item for EventType {
    const KIND: &'static str = "event_types";
    const UPDATED: &'static str = "event_types.updated";
    const MAX: usize = MAX_EVENT_TYPES;

    /// An object, or a name alone.
    fn read(json: &Json<'_>) -> Result<EventType> {
        let name = name_of(json, Self::KIND)?;
        topic::check(name).map_err(|e| Error::invalid(Self::KIND, e.message().to_owned()))?;
        let example = member(json, "example").map(Json::to_text);
        if example.as_ref().is_some_and(|text| text.len() > MAX_EXAMPLE) {
            return Err(Error::invalid("example", "example must be at most 16 KB"));
        }
        let example = example.map(RawValue::from_string).transpose().map_err(Error::internal)?;
        Ok(EventType { name: name.to_owned(), description: description(json)?, example })
    }

    fn name(&self) -> &str {
        &self.name
    }
}

fn name_of<'j>(json: &'j Json<'_>, kind: &'static str) -> Result<&'j str> {
    let name = json.as_str().or_else(|| member(json, "name").and_then(Json::as_str));
    let name = name.filter(|name| !name.is_empty());
    name.ok_or_else(|| Error::invalid(kind, format!("each of {kind} must be an object with a name")))
}

fn member<'j, 'a>(json: &'j Json<'a>, name: &str) -> Option<&'j Json<'a>> {
    json.as_object()?.get(name).filter(|value| !value.is_null())
}

fn description(json: &Json<'_>) -> Result<String> {
    let Some(value) = member(json, "description") else { return Ok(String::new()) };
    let text = value.as_str().filter(|text| text.chars().count() <= MAX_TEXT);
    let fault =
        || Error::invalid("description", format!("description must be a string of at most {MAX_TEXT} characters"));
    text.map(str::to_owned).ok_or_else(fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list<T: Item>(text: &str) -> Result<Vec<T>> {
        read(Json::parse(text).expect("json").as_array().expect("a list"))
    }

    #[test]
    fn items_are_read_and_written() {
        let text =
            r#"[{"name":"reports.read","title":"Reports","description":"d","endpoints":["GET /reports"]},"bare"]"#;
        let read: Vec<Permission> = list(text).expect("valid");
        assert_eq!((read[0].title.as_str(), read[1].title.as_str()), ("Reports", "bare"));
        let written = serde_json::to_string(&read).expect("text");
        assert_eq!(list::<Permission>(&written).expect("again"), read);
        let text = r#"[{"name":"a-b","description":"d","example":{"n":1.10}},{"name":"bare","description":"","example":null}]"#;
        let read: Vec<EventType> = list(text).expect("valid");
        assert_eq!(serde_json::to_string(&read).expect("text"), text);
    }

    #[test]
    fn faults() {
        let many = format!("[{}]", (0..101).map(|n| format!("\"p{n}\"")).collect::<Vec<_>>().join(","));
        for (text, message) in [
            ("[5]", "each of permissions must be an object with a name"),
            (r#"[{"title":"x"}]"#, "each of permissions must be an object with a name"),
            (r#"["events:read"]"#, "events:read is a scope"),
            (r#"["a","a"]"#, "a is there twice"),
            (r#"[{"name":"a","endpoints":"x"}]"#, "endpoints must be an array of at most 50 strings"),
            (r#"[{"name":"a","description":5}]"#, "description must be a string of at most 1000 characters"),
            (many.as_str(), "permissions must have at most 100 items"),
        ] {
            assert_eq!(list::<Permission>(text).expect_err(text).message(), message);
        }
        let long = format!(r#"[{{"name":"a","example":"{}"}}]"#, "x".repeat(MAX_EXAMPLE));
        assert_eq!(list::<EventType>(&long).expect_err("long").message(), "example must be at most 16 KB");
    }

    #[test]
    fn every_scope_explains_itself() {
        for (scope, title, description) in [
            (Scope::All, "Full access", "Everything in the project"),
            (Scope::DeadLettersRead, "Read dead letters", "List and read dead letters"),
            (Scope::EventsAny, "All of events", "Every right on events"),
            (Scope::DeliveriesRetry, "Retry deliveries", "retry deliveries"),
        ] {
            let shown = Permission::of_scope(scope, Vec::new());
            assert_eq!((shown.name.as_str(), shown.title.as_str()), (scope.as_str(), title));
            assert_eq!(shown.description, description);
        }
        for scope in Scope::all() {
            assert!(!Permission::of_scope(scope, Vec::new()).title.is_empty(), "{scope:?}");
        }
    }
}
