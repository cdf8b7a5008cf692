//! What a transform step makes of a payload. Paths with dots lead through objects; a key that is
//! the whole path comes first.

use super::condition::Subject;
use crate::base::Json;
use crate::base::json::Members;
use std::borrow::Cow;

/// Bytes that one change may add by repeating what is there, in a template or in flattened names:
/// a few kilobytes of steps must not make gigabytes of every event.
pub const MAX_ADDED: usize = 1 << 20;

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
    /// The payload after it; `None` when that would be too large.
    pub fn apply(&self, payload: Json<'static>, topic: Option<&str>) -> Option<Json<'static>> {
        let Json::Object(mut members) = payload else { return Some(payload) };
        let mut room = Room(MAX_ADDED);
        match self {
            Change::Nothing => {}
            Change::Pick(paths) => members = pick(members, paths),
            Change::Remove(paths) => paths.iter().for_each(|path| drop(take(&mut members, path))),
            Change::Rename(mapping) => rename(&mut members, mapping),
            Change::Set(values) => values.iter().for_each(|(key, value)| members.set(key.clone(), value.clone())),
            Change::Template(template) => {
                let payload = Json::Object(members);
                return fill(template, &Subject::new(&payload, topic), &mut room);
            }
            Change::Flatten => {
                let mut flat = Vec::with_capacity(members.len());
                flatten("", members, &mut flat, &mut room)?;
                members = flat.into_iter().collect();
            }
        }
        Some(Json::Object(members))
    }
}

/// What may still be added.
struct Room(usize);

impl Room {
    fn take(&mut self, bytes: usize) -> Option<()> {
        self.0 = self.0.checked_sub(bytes)?;
        Some(())
    }
}

/// About as many bytes as the text of a value has.
fn size(json: &Json<'_>) -> usize {
    match json {
        Json::Null | Json::Bool(_) => 4,
        Json::Number(text) | Json::String(text) => text.len() + 2,
        Json::Array(items) => items.iter().map(|item| size(item) + 1).sum::<usize>() + 2,
        Json::Object(members) => members.iter().map(|(key, value)| key.len() + size(value) + 4).sum::<usize>() + 2,
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

type Flat = Vec<(Cow<'static, str>, Json<'static>)>;

fn flatten(prefix: &str, members: Members<'static>, flat: &mut Flat, room: &mut Room) -> Option<()> {
    for (key, value) in members {
        room.take(prefix.len())?;
        let path = if prefix.is_empty() { key.into_owned() } else { format!("{prefix}.{key}") };
        match value {
            Json::Object(inner) => flatten(&path, inner, flat, room)?,
            value => flat.push((path.into(), value)),
        }
    }
    Some(())
}

/// Fills `{{ path }}` in strings; one that is a placeholder alone becomes the value itself.
fn fill(template: &Json<'static>, subject: &Subject<'_>, room: &mut Room) -> Option<Json<'static>> {
    Some(match template {
        Json::String(text) => fill_text(text, subject, room)?,
        Json::Array(items) => Json::Array(items.iter().map(|item| fill(item, subject, room)).collect::<Option<_>>()?),
        Json::Object(members) => {
            let filled = members.iter().map(|(key, value)| Some((key.clone(), fill(value, subject, room)?)));
            Json::Object(filled.collect::<Option<_>>()?)
        }
        other => other.clone(),
    })
}

fn fill_text(text: &str, subject: &Subject<'_>, room: &mut Room) -> Option<Json<'static>> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, inside, after)) = placeholder(rest) {
        let value = subject.lookup(inside.trim());
        room.take(value.map_or(0, size))?;
        if before.is_empty() && after.is_empty() && rest.len() == text.len() {
            return Some(value.map_or_else(|| Json::string(""), |value| value.clone().into_owned()));
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
    Some(Json::string(out))
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
        change.apply(payload, Some("order.created")).expect("small").to_text()
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

    #[test]
    fn nothing_grows_without_bounds() {
        let payload = |text: &str| Json::parse(text).expect("payload").into_owned();
        let big = payload(&format!(r#"{{"a":"{}"}}"#, "x".repeat(MAX_ADDED / 8)));
        for (times, fits) in [(7, true), (9, false)] {
            let template = payload(&format!(r#"{{"t":"{}","u":["{{{{a}}}}"]}}"#, "{{ payload }}".repeat(times - 1)));
            assert_eq!(Change::Template(template).apply(big.clone(), None).is_some(), fits, "{times}");
        }
        let leaves = (0..1000).map(|n| format!("\"{n}\":0")).collect::<Vec<_>>().join(",");
        for (name, fits) in [(1000, true), (2000, false)] {
            let deep = payload(&format!(r#"{{"{}":{{{leaves}}}}}"#, "k".repeat(name)));
            assert_eq!(Change::Flatten.apply(deep, None).is_some(), fits, "{name}");
        }
    }
}
