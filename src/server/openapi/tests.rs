//! The document is whole, is OpenAPI, and its schemas are schemas.

use super::*;
use crate::server::routes::Told;
use std::collections::HashSet;

#[test]
fn every_route_is_described() {
    let routes = crate::server::routes();
    let left: Vec<_> = routes.rows().iter().filter(|row| matches!(row.told, Told::Nothing)).collect();
    assert!(left.is_empty(), "{left:#?}");
    let nowhere: Vec<_> =
        routes.rows().iter().filter(|row| matches!(row.told, Told::About(_)) && row.area.is_empty()).collect();
    assert!(nowhere.is_empty(), "{nowhere:#?}");
}

/// Calls the visitor with every object of a value.
fn visit<'v>(value: &'v Value, visitor: &mut impl FnMut(&'v serde_json::Map<String, Value>)) {
    match value {
        Value::Object(members) => {
            visitor(members);
            members.values().for_each(|member| visit(member, visitor));
        }
        Value::Array(items) => items.iter().for_each(|item| visit(item, visitor)),
        _ => {}
    }
}

#[test]
fn every_name_leads_somewhere_and_none_is_idle() {
    let schemas = DOCUMENT["components"]["schemas"].as_object().expect("schemas");
    let mut named = HashSet::new();
    visit(&DOCUMENT, &mut |members| {
        if let Some(Value::String(path)) = members.get("$ref") {
            let name = path.strip_prefix("#/components/schemas/").expect(path);
            assert!(schemas.contains_key(name), "{name}");
            named.insert(name);
        }
    });
    let idle: Vec<_> = schemas.keys().filter(|name| !named.contains(name.as_str())).collect();
    assert!(idle.is_empty(), "{idle:?}");
    // Two types of one name would get a number.
    let doubled: Vec<_> = schemas.keys().filter(|name| name.ends_with(|c: char| c.is_ascii_digit())).collect();
    assert!(doubled.is_empty(), "{doubled:?}");
}

#[test]
fn operations_are_complete() {
    let mut ids = HashSet::new();
    for (path, methods) in DOCUMENT["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let place = format!("{method} {path}");
            assert!(ids.insert(operation["operationId"].as_str().expect("id")), "{place}");
            let responses = operation["responses"].as_object().expect("responses");
            assert!(responses.keys().any(|status| status.starts_with('2')), "{place}");
            let params = operation["parameters"].as_array().expect("parameters");
            let mut names = HashSet::new();
            for param in params {
                assert!(names.insert((param["in"].as_str(), param["name"].as_str())), "{place} {param}");
            }
            let of_path = params.iter().filter(|param| param["in"] == "path").count();
            assert_eq!(of_path, path.matches('{').count(), "{place}");
        }
    }
}

#[test]
fn every_schema_compiles() {
    let components = &DOCUMENT["components"];
    let mut checked = 0;
    for (path, methods) in DOCUMENT["paths"].as_object().expect("paths") {
        visit(methods, &mut |members| {
            if let Some(schema) = members.get("schema").filter(|schema| schema.is_object()) {
                let mut whole = schema.clone();
                whole["components"] = components.clone();
                jsonschema_of(&whole, path);
                checked += 1;
            }
        });
    }
    assert!(checked > 300, "{checked}");
}

fn jsonschema_of(schema: &Value, place: &str) {
    if let Err(error) = jsonschema::draft202012::new(schema) {
        panic!("{place}: {error}\n{schema}");
    }
}

#[test]
fn the_page_tells_of_every_route_and_runs_nothing() {
    let page = String::from_utf8(PAGE.to_vec()).expect("text");
    for (path, _) in DOCUMENT["paths"].as_object().expect("paths") {
        assert!(page.contains(&format!("<code>{path}</code>")), "{path}");
    }
    assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("{areas}"));
}
