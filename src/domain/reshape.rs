//! What a transform step makes of a payload. Paths with dots lead through objects; a key that is
//! the whole path comes first.

use super::condition::Subject;
use crate::base::Json;
use crate::base::json::Members;

/// One change of a payload, known to be well formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Nothing,
    Pick(Vec<String>),
    Remove(Vec<String>),
    /// Old and new paths.
    Rename(Vec<(String, String)>),
    /// Top-level keys by their literal names.
    Set(Members<'static>),
    Template(Json<'static>),
    Flatten,
}

impl Change {
    /// The payload after it.
    pub fn apply(&self, payload: Json<'static>, topic: Option<&str>) -> Json<'static> {
        let Json::Object(mut members) = payload else { return payload };
        match self {
            Change::Nothing => {}
            Change::Pick(paths) => members = pick(members, paths),
            Change::Remove(paths) => paths.iter().for_each(|path| drop(take(&mut members, path))),
            Change::Rename(mapping) => rename(&mut members, mapping),
            Change::Set(values) => values.iter().for_each(|(key, value)| members.set(key.clone(), value.clone())),
            Change::Template(template) => {
                let payload = Json::Object(members);
                return fill(template, &Subject::new(&payload, topic));
            }
            Change::Flatten => {
                let mut flat = Members::default();
                flatten("", members, &mut flat);
                members = flat;
            }
        }
        Json::Object(members)
    }
}

fn pick(mut members: Members<'static>, paths: &[String]) -> Members<'static> {
    let mut picked = Members::default();
    for path in paths {
        let whole = members.get(path).is_some();
        if let Some(value) = take(&mut members, path) {
            if whole { picked.set(path.clone(), value) } else { put(&mut picked, path, value) }
        }
    }
    picked
}

/// All at once: a new name that is also an old one does not get in the way.
fn rename(members: &mut Members<'static>, mapping: &[(String, String)]) {
    let present = |members: &Members<'static>, path: &str| find(members, path).is_some_and(|value| !value.is_null());
    let moved: Vec<_> = mapping.iter().filter(|(old, _)| present(members, old)).collect();
    let values: Vec<_> = moved.iter().map(|(old, _)| take(members, old)).collect();
    for ((_, new), value) in moved.into_iter().zip(values) {
        if let Some(value) = value {
            put(members, new, value);
        }
    }
}

fn find<'m>(members: &'m Members<'static>, path: &str) -> Option<&'m Json<'static>> {
    members.get(path).or_else(|| {
        let (first, rest) = path.split_once('.')?;
        find(members.get(first)?.as_object()?, rest)
    })
}

/// Takes a value out; objects on its way stay, also when they become empty.
fn take(members: &mut Members<'static>, path: &str) -> Option<Json<'static>> {
    if let Some(value) = members.remove(path) {
        return Some(value);
    }
    let (first, rest) = path.split_once('.')?;
    match members.get_mut(first)? {
        Json::Object(inner) => take(inner, rest),
        _ => None,
    }
}

/// Puts a value in, making the objects on its way.
fn put(members: &mut Members<'static>, path: &str, value: Json<'static>) {
    let Some((first, rest)) = path.split_once('.') else { return members.set(path.to_owned(), value) };
    if !matches!(members.get(first), Some(Json::Object(_))) {
        members.set(first.to_owned(), Json::Object(Members::default()));
    }
    if let Some(Json::Object(inner)) = members.get_mut(first) {
        put(inner, rest, value);
    }
}

fn flatten(prefix: &str, members: Members<'static>, flat: &mut Members<'static>) {
    for (key, value) in members {
        let path = if prefix.is_empty() { key.into_owned() } else { format!("{prefix}.{key}") };
        match value {
            Json::Object(inner) => flatten(&path, inner, flat),
            value => flat.set(path, value),
        }
    }
}

/// Fills `{{ path }}` in strings; one that is a placeholder alone becomes the value itself.
fn fill(template: &Json<'static>, subject: &Subject<'_>) -> Json<'static> {
    match template {
        Json::String(text) => fill_text(text, subject),
        Json::Array(items) => Json::Array(items.iter().map(|item| fill(item, subject)).collect()),
        Json::Object(members) => {
            let filled = members.iter().map(|(key, value)| (key.clone(), fill(value, subject)));
            Json::Object(filled.collect())
        }
        other => other.clone(),
    }
}

fn fill_text(text: &str, subject: &Subject<'_>) -> Json<'static> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, inside, after)) = placeholder(rest) {
        let value = subject.lookup(inside.trim());
        if before.is_empty() && after.is_empty() && rest.len() == text.len() {
            return value.map_or_else(|| Json::string(""), |value| value.clone().into_owned());
        }
        out.push_str(before);
        match value {
            None => {}
            Some(Json::String(text)) => out.push_str(text),
            Some(value) => value.write(&mut out, false),
        }
        rest = after;
    }
    out.push_str(rest);
    Json::string(out)
}

/// What stands before, in and after the first `{{ }}`.
pub(super) fn placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, open) = text.split_once("{{")?;
    let (inside, after) = open.split_once("}}")?;
    Some((before, inside, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAYLOAD: &str =
        r#"{"order_id":"123","amount":150,"customer":{"email":"a@x.io","tags":["x"]},"a.b":1,"none":null,"empty":{}}"#;

    fn apply(change: Change) -> String {
        let payload = Json::parse(PAYLOAD).expect("payload").into_owned();
        change.apply(payload, Some("order.created")).to_text()
    }

    fn paths(list: &[&str]) -> Vec<String> {
        list.iter().map(|path| path.to_string()).collect()
    }

    #[test]
    fn paths_lead_through_objects_only() {
        assert_eq!(
            apply(Change::Pick(paths(&["a.b", "customer.tags.0", "customer.email", "order_id.x"]))),
            r#"{"a.b":1,"customer":{"email":"a@x.io"}}"#
        );
        assert_eq!(
            apply(Change::Remove(paths(&["a.b", "customer.email", "customer.tags", "amount", "none", "no"]))),
            r#"{"order_id":"123","customer":{},"empty":{}}"#
        );
    }

    #[test]
    fn names_are_changed_all_at_once() {
        let mapping = [("order_id", "amount"), ("amount", "order_id"), ("none", "x"), ("no", "y"), ("a.b", "c.d")];
        let mapping = mapping.map(|(old, new)| (old.to_owned(), new.to_owned())).to_vec();
        assert_eq!(
            apply(Change::Rename(mapping)),
            r#"{"customer":{"email":"a@x.io","tags":["x"]},"none":null,"empty":{},"amount":"123","order_id":150,"c":{"d":1}}"#
        );
    }

    #[test]
    fn templates_keep_types_and_flatten_drops_empty_objects() {
        let template = Json::parse(
            r#"{"a":"{{ amount }}","b":"{{customer}}!","c":["{{topic}}",7],"d":"{{ x }}","e":"{{ open","f":"{{a.b}}{{a.b}}"}"#,
        );
        assert_eq!(
            apply(Change::Template(template.expect("template").into_owned())),
            r#"{"a":150,"b":"{\"email\":\"a@x.io\",\"tags\":[\"x\"]}!","c":["order.created",7],"d":"","e":"{{ open","f":"11"}"#
        );
        assert_eq!(
            apply(Change::Flatten),
            r#"{"order_id":"123","amount":150,"customer.email":"a@x.io","customer.tags":["x"],"a.b":1,"none":null}"#
        );
    }
}
