//! Holds every answer that a test gets against the description which the server gives of its API:
//! the status must be a documented one, and the body must have the documented members and no more.

use super::wire::{Reply, try_exchange};
use jsonschema::Validator;
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, OnceLock};

/// What any request may be answered whose head or body arrives broken, or when storage is.
const ALWAYS: [u16; 6] = [400, 408, 413, 415, 431, 500];

struct Description {
    document: Value,
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

static DESCRIPTION: OnceLock<Description> = OnceLock::new();

/// Panics when the answer to this request is not as described.
#[track_caller]
pub fn check(from: SocketAddr, request: &[u8], reply: &Reply) {
    let Some((head, body)) = split(request) else { return };
    let mut words = head.lines().next().unwrap_or_default().split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    // A method in small letters is another method.
    if method != method.to_ascii_uppercase() || head.to_ascii_lowercase().contains("x-http-method-override") {
        return;
    }
    // What a switch has taken away is not there to be described.
    if reply.status == 404 && reply.json["error"] == "Not found" {
        return;
    }
    let Some(description) = description(from) else { return };
    let path = target.split('?').next().unwrap_or_default();
    let Some((name, operation)) = description.find(method, path) else { return };
    let place = format!("{method} {name} {}", reply.status);
    if let Some(fault) = description.answer(&place, operation, reply) {
        panic!("{place} is not as described: {fault}\n{}", reply.text);
    }
    let sent = serde_json::from_slice::<Value>(body).unwrap_or_default();
    if (200..300).contains(&reply.status) && sent.is_object() {
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        if let Some(fault) = description.fault(&format!("{method} {name}"), schema, &sent, false) {
            panic!("{place} took a body that is not as described: {fault}\n{sent}");
        }
    }
}

fn split(request: &[u8]) -> Option<(&str, &[u8])> {
    let end = request.windows(4).position(|four| four == b"\r\n\r\n")?;
    Some((std::str::from_utf8(&request[..end]).ok()?, &request[end + 4..]))
}

/// That of the first server which is asked and speaks every dialect; all are the same.
fn description(from: SocketAddr) -> Option<&'static Description> {
    if DESCRIPTION.get().is_none() {
        let request = format!("GET /api/openapi.json HTTP/1.1\r\nHost: {from}\r\nConnection: close\r\n\r\n");
        let document = try_exchange(from, request.as_bytes()).ok()?.json;
        // One that speaks less tells less.
        if document["openapi"] == "3.1.0" && document["paths"]["/e/{id}"].is_object() {
            let _ = DESCRIPTION.set(Description { document, validators: Mutex::default() });
        }
    }
    DESCRIPTION.get()
}

impl Description {
    /// The operation of a call, and its path as it is documented; what is spelt out wins.
    fn find(&self, method: &str, path: &str) -> Option<(&str, &Value)> {
        let method = method.to_ascii_lowercase();
        let given: Vec<&str> = path.trim_end_matches('/').split('/').collect();
        let fits = |known: &str| {
            let known: Vec<&str> = known.split('/').collect();
            let same = |(known, given): (&&str, &&str)| known.starts_with('{') || known == given;
            known.len() == given.len() && known.iter().zip(&given).all(same)
        };
        let all = self.document["paths"].as_object()?.iter().filter(|(known, _)| fits(known));
        let (name, methods) = all.min_by_key(|(known, _)| known.matches('{').count())?;
        Some((name, methods.get(&method)?))
    }

    fn answer(&self, place: &str, operation: &Value, reply: &Reply) -> Option<String> {
        let Some(response) = operation["responses"].get(reply.status.to_string()) else {
            return (!ALWAYS.contains(&reply.status)).then(|| "the status is not documented".to_owned());
        };
        let kind = reply.header("content-type").unwrap_or_default().split(';').next().unwrap_or_default();
        let Some(content) = response["content"].as_object() else {
            return (!reply.body.is_empty()).then(|| "there should be no body".to_owned());
        };
        let Some(content) = content.get(kind) else { return Some(format!("{kind:?} is not documented")) };
        if kind != "application/json" || reply.header("content-encoding").is_some() {
            return None;
        }
        self.fault(place, &content["schema"], &reply.json, true)
    }

    /// The first fault of a value; `closed` allows no members that are not documented.
    fn fault(&self, place: &str, schema: &Value, value: &Value, closed: bool) -> Option<String> {
        if schema.is_null() {
            return None;
        }
        let known = self.validators.lock().unwrap().get(place).cloned();
        let validator = known.unwrap_or_else(|| {
            let mut whole = schema.clone();
            whole["components"] = self.document["components"].clone();
            if closed {
                close(&mut whole);
            }
            let validator = jsonschema::draft202012::new(&whole).unwrap_or_else(|e| panic!("{place}: {e}"));
            let validator = Arc::new(validator);
            self.validators.lock().unwrap().insert(place.to_owned(), validator.clone());
            validator
        });
        validator.iter_errors(value).next().map(|error| format!("{} at {}", error, error.instance_path()))
    }
}

/// Forbids members that are not documented, wherever members are documented at all.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.get("properties").is_some_and(Value::is_object) && is_schema(members) {
                members.entry("additionalProperties").or_insert(Value::Bool(false));
            }
            members.values_mut().for_each(close);
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

/// Whether it is a schema, and not a table of members one of which is called `properties`.
fn is_schema(members: &Map<String, Value>) -> bool {
    members.get("type").is_some_and(|kind| kind.is_string() || kind.is_array())
}
