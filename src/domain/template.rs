//! Body templates: an object whose strings name values of the event in `{{ }}`. Knows how a
//! template is filled, not when one is used.

use super::condition::Subject;
use super::reshape::placeholder;
use super::transform::EventParts;
use crate::base::Json;
use crate::base::json::{Members, write_string};

/// A compiled template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template(Vec<(String, Node)>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    /// A value without placeholders, as JSON text.
    Raw(String),
    Text(Vec<Piece>),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Literal(String),
    Path(String),
}

/// What a template may name.
#[derive(Debug)]
pub struct Values<'a> {
    pub event: &'a EventParts<'a>,
    /// The whole payload as compact JSON.
    pub payload: &'a str,
    pub subject: Subject<'a>,
}

impl Template {
    pub fn compile(members: &Members<'_>) -> Template {
        Template(compile_members(members))
    }

    /// The top-level members with their rendered JSON texts.
    pub fn render<'t>(&'t self, values: &'t Values<'_>) -> impl Iterator<Item = (&'t str, String)> {
        self.0.iter().map(|(key, node)| {
            let mut text = String::new();
            render(node, values, &mut text);
            (key.as_str(), text)
        })
    }
}

fn compile_members(members: &Members<'_>) -> Vec<(String, Node)> {
    members.iter().map(|(key, value)| (key.to_string(), compile(value))).collect()
}

fn compile(json: &Json<'_>) -> Node {
    match json {
        Json::String(text) if text.contains("{{") => Node::Text(pieces(text)),
        Json::Array(items) => Node::List(items.iter().map(compile).collect()),
        Json::Object(members) => Node::Map(compile_members(members)),
        other => Node::Raw(other.to_text()),
    }
}

/// Cuts at `{{` and `}}`; an opening without an end is ordinary text.
fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, inside, after)) = placeholder(rest) {
        found.push(Piece::Literal(before.to_owned()));
        found.push(Piece::Path(inside.trim().to_owned()));
        rest = after;
    }
    found.push(Piece::Literal(rest.to_owned()));
    found
}

fn render(node: &Node, values: &Values<'_>, out: &mut String) {
    match node {
        Node::Raw(text) => out.push_str(text),
        Node::Text(pieces) => {
            let mut text = String::new();
            for piece in pieces {
                match piece {
                    Piece::Literal(literal) => text.push_str(literal),
                    Piece::Path(path) => values.print(path, &mut text),
                }
            }
            write_string(out, &text);
        }
        Node::List(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                render(item, values, out);
            }
            out.push(']');
        }
        Node::Map(members) => {
            out.push('{');
            for (i, (key, value)) in members.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_string(out, key);
                out.push(':');
                render(value, values, out);
            }
            out.push('}');
        }
    }
}

impl Values<'_> {
    /// Strings as they are, other values as compact JSON, nothing for what is missing.
    fn print(&self, path: &str, out: &mut String) {
        match path {
            "event_id" => out.push_str(self.event.id),
            "topic" => out.push_str(self.event.topic.unwrap_or_default()),
            "occurred_at" => self.event.occurred_at.write_to(out),
            "payload" => out.push_str(self.payload),
            path => match self.subject.lookup(path) {
                None => {}
                Some(Json::String(text)) => out.push_str(text),
                Some(value) => value.write(out, false),
            },
        }
    }
}
