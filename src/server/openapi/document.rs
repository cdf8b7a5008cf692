//! The OpenAPI document of a table of routes: what the rows say by themselves, and what is told of
//! each. It knows no single route.

use super::about::{About, Failure, Param};
use super::book::Book;
use super::shape::{Shape, array, int, map, object, text, texts, uuid};
use crate::domain::access::{Access, RoleKind};
use crate::server::routes::{Class, Row, Told};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const ABOUT: &str = "Events in, signed webhooks out. Every error is `{\"error\": text}`, with `details` by field \
    where several are wrong. Lists have `has_next` and `next_cursor`. Times are RFC 3339 in UTC; ids are UUIDs whose \
    order is that of creation. Limits are told in `X-RateLimit-Limit`, `X-RateLimit-Remaining` and \
    `X-RateLimit-Reset`.";

/// The document for these rows; rows that are not listed are left out.
pub(super) fn document(rows: &[Row]) -> Value {
    let mut book = Book::new();
    let mut paths: Map<String, Value> = Map::new();
    let mut areas: Vec<&str> = Vec::new();
    let mut failures: Map<String, Value> = Map::new();
    for row in rows {
        let Told::About(describe) = row.told else { continue };
        if !areas.contains(&row.area) {
            areas.push(row.area);
        }
        failures.entry(row.failure.name).or_insert_with(|| (row.failure.shape)().into_value());
        let operation = operation(row, describe(&mut book));
        let path = paths.entry(row.path.clone()).or_insert_with(|| json!({}));
        path[row.method.as_str().to_ascii_lowercase()] = operation;
    }
    let mut schemas = book.finish();
    schemas.append(&mut failures);
    json!({
        "openapi": "3.1.0",
        "info": {"title": "jobcelis", "version": env!("CARGO_PKG_VERSION"), "description": ABOUT},
        "servers": [{"url": "/"}],
        "tags": areas.iter().map(|name| json!({"name": name})).collect::<Vec<_>>(),
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": schemes()},
    })
}

/// The one form of errors, except in dialects.
pub(in crate::server) const NATIVE: Failure = Failure { name: "Error", shape: error };

fn error() -> Shape {
    let fault = object().with("message", text()).with("path", text());
    object()
        .with("error", text().note("What is wrong, in English."))
        .maybe("details", map(texts()).note("What is wrong, by field."))
        .maybe("message", text())
        .maybe("retry_after", int(0, i64::MAX).note("Seconds until it may go well."))
        .maybe("limit", int(0, i64::MAX))
        .maybe("remaining", int(0, i64::MAX))
        .maybe("validation_errors", array(fault).note("How a payload does not fit the schema of its topic."))
}

fn schemes() -> Value {
    json!({
        "apiKey": {"type": "http", "scheme": "bearer", "description": "An API key of a project; its scopes are named \
            with each route. Also in `X-Api-Key` or `?api_key=`."},
        "apiKeyHeader": {"type": "apiKey", "in": "header", "name": "X-Api-Key"},
        "apiKeyBasic": {"type": "http", "scheme": "basic", "description": "An API key: its id as the user name and \
            its text as the password."},
        "managementKey": {"type": "apiKey", "in": "header", "name": "X-Internal-Api-Key"},
        "userToken": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": "The `token` of a \
            login."},
        "embedToken": {"type": "http", "scheme": "bearer", "description": "A token for the portal. Also in \
            `X-Embed-Token` or `?token=`."},
    })
}

fn operation(row: &Row, about: About) -> Value {
    let mut params: Vec<Value> = ids(row, &about.params).chain(about.params.iter().map(param)).collect();
    if matches!(row.class, Class::Project(_) | Class::Member(_)) {
        let text = "The project, when a user calls; without it their default one. Also `?project_id=`.";
        params.push(param(&Param { place: "header", name: "X-Project-Id", shape: uuid(), text }));
    }
    let mut operation = json!({
        "operationId": name(row),
        "tags": [row.area],
        "summary": about.summary,
        "parameters": params,
        "security": security(row.class),
        "responses": responses(row, &about),
    });
    let notes: Vec<String> = about.note.map(str::to_owned).into_iter().chain(rights(row.class)).collect();
    if !notes.is_empty() {
        operation["description"] = notes.join("\n\n").into();
    }
    if let Some(body) = about.body {
        let required = body.requires();
        operation["requestBody"] =
            json!({"required": required, "content": {"application/json": {"schema": body.into_value()}}});
    }
    operation
}

/// `get_webhooks_id_health`; of what stands elsewhere, `post_face_jobs`.
fn name(row: &Row) -> String {
    let path = row.path.strip_prefix("/api/v1").unwrap_or(&row.path);
    let words = path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let face = row.area.starts_with("Face").then_some("face");
    let method = row.method.as_str().to_ascii_lowercase();
    std::iter::once(method.as_str()).chain(face).chain(words).collect::<Vec<_>>().join("_")
}

/// The parameters of the path that nothing else is said of: ids.
fn ids<'r>(row: &'r Row, told: &'r [Param]) -> impl Iterator<Item = Value> + 'r {
    let names = row.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let left = names.filter(|name| !told.iter().any(|param| param.place == "path" && param.name == *name));
    left.map(|name| json!({"name": name, "in": "path", "required": true, "schema": uuid().into_value()}))
}

fn param(param: &Param) -> Value {
    json!({
        "name": param.name, "in": param.place, "required": param.place == "path", "description": param.text,
        "schema": param.shape.clone().into_value(),
    })
}

fn security(class: Class) -> Value {
    match class {
        Class::Open => json!([]),
        Class::Account | Class::Member(_) | Class::Download(_) | Class::Admin { .. } => json!([{"userToken": []}]),
        Class::Project(_) | Class::Socket(_) => {
            json!([{"apiKey": []}, {"apiKeyHeader": []}, {"apiKeyBasic": []}, {"userToken": []}])
        }
        Class::Key(_) => json!([{"apiKey": []}, {"apiKeyHeader": []}, {"apiKeyBasic": []}]),
        Class::Manager => json!([{"managementKey": []}]),
        Class::Embed(_) => json!([{"embedToken": []}]),
    }
}

/// What the caller must be allowed, in words.
fn rights(class: Class) -> Option<String> {
    match class {
        Class::Project(access) | Class::Socket(access) => {
            Some(format!("API keys: {}. Users: {}.", scopes(access), role(access)))
        }
        Class::Member(access) | Class::Download(access) => Some(format!("Users: {}. API keys may not.", role(access))),
        Class::Key(access) => Some(format!("API keys: {}.", scopes(access))),
        Class::Manager => Some("The management key of the server, or an API key with full rights.".to_owned()),
        Class::Embed(access) => Some(format!("Embed tokens: {}.", scopes(access))),
        Class::Admin { superadmin: false } => Some("For users with the role `admin` or `superadmin`.".to_owned()),
        Class::Admin { superadmin: true } => Some("For users with the role `superadmin`.".to_owned()),
        Class::Open | Class::Account => None,
    }
}

fn role(access: Access) -> &'static str {
    match access.kind {
        RoleKind::Read => "any member",
        RoleKind::Write => "role `member` or above",
        RoleKind::Admin => "role `admin` or above",
    }
}

fn scopes(access: Access) -> String {
    let names: Vec<String> = access.any_of.iter().map(|scope| format!("`{}`", scope.as_str())).collect();
    if names.is_empty() { "any scope".to_owned() } else { format!("scope {}", names.join(" or ")) }
}

fn responses(row: &Row, about: &About) -> Value {
    let mut all: BTreeMap<u16, Value> = BTreeMap::new();
    for answer in &about.answers {
        let mut response = json!({"description": answer.text});
        let content = answer.content.iter().map(|(kind, shape)| (*kind, json!({"schema": shape.clone().into_value()})));
        let content: Map<String, Value> = content.map(|(kind, schema)| (kind.to_owned(), schema)).collect();
        if !content.is_empty() {
            response["content"] = content.into();
        }
        all.insert(answer.status, response);
    }
    let mut refusals: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
    let usual = usual(row, about).into_iter().map(|(status, text)| (row.status(status), text));
    for (status, text) in usual.chain(about.refusals.iter().copied()) {
        let texts = refusals.entry(status).or_default();
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    for (status, texts) in refusals {
        let schema = json!({"$ref": format!("#/components/schemas/{}", row.failure.name)});
        let response = json!({"description": texts.join(" · "), "content": {"application/json": {"schema": schema}}});
        all.entry(status).or_insert(response);
    }
    all.into_iter().map(|(status, response)| (status.to_string(), response)).collect::<Map<_, _>>().into()
}

/// The refusals that follow from the class of the row, its path and its having a body.
fn usual(row: &Row, about: &About) -> Vec<(u16, &'static str)> {
    let mut usual = vec![(503, "`Service unavailable`: storage is busy, or the server is stopping")];
    let limited = row.limit.is_some() || row.class != Class::Open;
    if limited {
        usual.push((429, "`Rate limit exceeded. Try again later.`"));
    }
    match row.class {
        Class::Open => {}
        Class::Account => usual.push((401, "`Unauthorized`: no user token that holds")),
        Class::Admin { .. } => usual
            .extend([(401, "`Unauthorized`: no user token that holds"), (403, "The role of the caller is not enough")]),
        Class::Download(_) => usual.extend([
            (401, "`Unauthorized`: no user token that holds"),
            (403, "The role of the caller is not enough"),
            (404, "`Project not found`: one was named that is not theirs"),
        ]),
        Class::Project(_) | Class::Socket(_) => usual.extend([
            (401, "`Invalid API key`, or a user token that does not hold"),
            (403, "The scopes of the key, its addresses or the role of the user do not allow it"),
            (404, "`Project not found`: a user named one that is not theirs"),
        ]),
        Class::Member(_) => usual.extend([
            (401, "`Unauthorized`: no user token that holds"),
            (403, "The role of the user does not allow it"),
            (404, "`Project not found`: a user named one that is not theirs"),
        ]),
        Class::Key(_) => usual.extend([
            (401, "`Invalid API key`: none that holds, or none with the scope"),
            (403, "The addresses of the key do not allow it"),
        ]),
        Class::Manager => usual.push((401, "No key that holds")),
        Class::Embed(_) => usual.extend([
            (401, "`Invalid or expired embed token`"),
            (403, "The scopes or the origins of the token do not allow it"),
        ]),
    }
    if row.path.contains('{') {
        usual.push((404, "What the path names does not exist, or is not the caller's"));
    }
    if about.body.is_some() {
        usual.extend([
            (400, "`Invalid JSON body`, or a required field is missing"),
            (413, "The body is too large"),
            (415, "The body is no JSON"),
            (422, "A field has a value that is not possible; see `details`"),
        ]);
    }
    usual
}
