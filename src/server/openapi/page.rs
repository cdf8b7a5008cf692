//! The page `/docs`: the document for people, with everything folded away until it is wanted. It
//! reads the document only, and writes HTML without scripts.

use serde_json::{Map, Value};
use std::fmt::Write;

const FRAME: &str = include_str!("docs.html");

/// The whole page.
pub(super) fn page(document: &Value) -> String {
    let mut toc = String::new();
    let mut areas = String::new();
    for tag in items(&document["tags"]) {
        let name = word(&tag["name"]);
        let id = anchor(name);
        let _ = writeln!(toc, "<a href=\"#{id}\">{}</a>", escape(name));
        let _ = writeln!(areas, "<h2 id=\"{id}\">{}</h2>", escape(name));
        for (path, methods) in members(&document["paths"]) {
            for (method, operation) in members(methods).filter(|(_, operation)| operation["tags"][0] == name) {
                route(&mut areas, method, path, operation);
            }
        }
    }
    let mut schemas = String::new();
    for (name, schema) in members(&document["components"]["schemas"]) {
        let id = escape(name);
        let _ = write!(schemas, "<details id=\"schema-{id}\"><summary>{id}</summary>");
        whole(&mut schemas, schema);
        schemas.push_str("</details>\n");
    }
    let info = &document["info"];
    FRAME
        .replace("{version}", &escape(word(&info["version"])))
        .replace("{about}", &prose(word(&info["description"])))
        .replace("{toc}", &toc)
        .replace("{areas}", &areas)
        .replace("{schemas}", &schemas)
}

fn route(out: &mut String, method: &str, path: &str, operation: &Value) {
    let id = escape(word(&operation["operationId"]));
    let (path, summary) = (escape(path), escape(word(&operation["summary"])));
    let _ = writeln!(
        out,
        "<details id=\"{id}\"><summary><b class=\"{method}\">{method}</b> <code>{path}</code> <span>{summary}</span>\
         </summary>"
    );
    for part in word(&operation["description"]).split("\n\n").filter(|part| !part.is_empty()) {
        let _ = write!(out, "<p>{}</p>", prose(part));
    }
    let params = items(&operation["parameters"]);
    if !params.is_empty() {
        out.push_str("<h3>Parameters</h3><table>");
        for param in params {
            let name = format!("{}<small>{}</small>", escape(word(&param["name"])), escape(word(&param["in"])));
            let text = [word(&param["description"]), word(&param["schema"]["description"])].join(" ");
            row(out, &name, &kind(&param["schema"]), &prose(text.trim()));
        }
        out.push_str("</table>");
    }
    for (_, content) in members(&operation["requestBody"]["content"]) {
        let needed = if operation["requestBody"]["required"] == true { "" } else { " (optional)" };
        let _ = write!(out, "<h3>Body{needed}</h3>");
        whole(out, &content["schema"]);
    }
    out.push_str("<h3>Answers</h3>");
    answers(out, &operation["responses"]);
    out.push_str("</details>\n");
}

fn answers(out: &mut String, responses: &Value) {
    for (status, response) in members(responses) {
        let _ = write!(out, "<h4>{} {}</h4>", escape(status), prose(word(&response["description"])));
        for (media, content) in members(&response["content"]) {
            if content["schema"]["$ref"] == "#/components/schemas/Error" {
                continue;
            }
            if media != "application/json" {
                let _ = write!(out, "<p><code>{}</code></p>", escape(media));
            }
            whole(out, &content["schema"]);
        }
    }
}

/// A schema with the members of its object, if it is one.
fn whole(out: &mut String, schema: &Value) {
    let required = items(&schema["required"]);
    let mut rows = String::new();
    for (name, member) in members(&schema["properties"]) {
        let absent = if required.contains(&Value::from(name.as_str())) { "" } else { "<small>may be absent</small>" };
        row(&mut rows, &format!("{}{absent}", escape(name)), &kind(member), &prose(word(&member["description"])));
    }
    if !word(&schema["description"]).is_empty() {
        let _ = write!(out, "<p>{}</p>", prose(word(&schema["description"])));
    }
    match rows.is_empty() {
        true => {
            let _ = write!(out, "<p class=\"kind\">{}</p>", kind(schema));
        }
        false => {
            let _ = write!(out, "<table>{rows}</table>");
        }
    }
}

fn row(out: &mut String, name: &str, kind: &str, text: &str) {
    let _ = write!(out, "<tr><th>{name}<td class=\"kind\">{kind}<td>{text}");
}

/// A schema in a few words of HTML.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        let name = escape(name);
        return format!("<a href=\"#schema-{name}\">{name}</a>");
    }
    if let Some(words) = schema["enum"].as_array() {
        return words.iter().map(|word| escape(&word.to_string())).collect::<Vec<_>>().join(" | ");
    }
    for choice in ["anyOf", "oneOf"] {
        if let Some(forms) = schema[choice].as_array() {
            return forms.iter().map(kind).collect::<Vec<_>>().join(" or ");
        }
    }
    let names: Vec<&str> = match &schema["type"] {
        Value::Array(names) => names.iter().map(word).collect(),
        name => vec![word(name)],
    };
    let one = |name: &&str| match *name {
        "array" => format!("list of {}", kind(&schema["items"])),
        "string" => escape(schema["format"].as_str().unwrap_or("string")),
        "integer" => range(schema),
        "" => "any".to_owned(),
        other => escape(other),
    };
    names.iter().map(one).collect::<Vec<_>>().join(" or ")
}

fn range(schema: &Value) -> String {
    let (least, most) = (&schema["minimum"], &schema["maximum"]);
    let default = schema.get("default").map(|value| format!(", else {value}")).unwrap_or_default();
    match (least.is_null(), most.is_null()) {
        (false, false) => format!("integer {least}–{most}{default}"),
        _ => format!("integer{default}"),
    }
}

/// Text in which backquotes mark code.
fn prose(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split('`').enumerate() {
        match at % 2 {
            0 => out.push_str(&escape(part)),
            _ => {
                let _ = write!(out, "<code>{}</code>", escape(part));
            }
        }
    }
    out
}

fn anchor(name: &str) -> String {
    name.to_ascii_lowercase().replace(' ', "-")
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
