//! The body that is sent: how the payload, the event's own data and the webhook's `body_config`
//! become one JSON text. Works on the texts of top-level values; only templates look deeper.

use super::condition::Subject;
use super::options::Options;
use super::template::{Template, Values};
use crate::base::json::{split_object, write_string};
use crate::base::{Json, Result, Timestamp};
use std::borrow::Cow;

/// What a body says of its event besides the payload.
#[derive(Debug, Clone, Copy)]
pub struct EventParts<'a> {
    pub id: &'a str,
    pub topic: Option<&'a str>,
    pub occurred_at: Timestamp,
    /// The payload came under `payload`, so it is sent in both views.
    pub nested: bool,
}

/// A compiled `body_config`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BodyConfig {
    mode: Mode,
    /// Old and new names of top-level keys.
    rename: Vec<(String, String)>,
    /// Keys and JSON texts merged over the rest.
    extra: Vec<(String, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum Mode {
    #[default]
    Full,
    Pick(Vec<String>),
    Custom(Template),
}

/// Keys that the event's own data always takes.
const METADATA: [&str; 3] = ["event_id", "topic", "occurred_at"];

impl BodyConfig {
    /// 422 on `body_config` for wrong types and unknown modes.
    pub fn compile(json: &Json<'_>) -> Result<BodyConfig> {
        let options = Options::of("body_config", json)?;
        let pick = read_pick(&options)?;
        let mode = match options.get(&["body_mode", "mode"]) {
            None => pick.filter(|keys| !keys.is_empty()).map_or(Mode::Full, Mode::Pick),
            Some((name, value)) => match value.as_str() {
                Some("full" | "rename" | "extra") => Mode::Full,
                Some("pick") => Mode::Pick(pick.unwrap_or_default()),
                Some("custom") => Mode::Custom(read_template(&options)?),
                _ => return Err(options.fault(name, "must be full, pick, rename, extra or custom")),
            },
        };
        Ok(BodyConfig { mode, rename: read_rename(&options)?, extra: read_extra(&options)? })
    }

    /// The compact body for an event. `payload` must be the text of an object exactly as
    /// [`Json::write`] makes it; only a damaged one fails.
    pub fn build(&self, event: &EventParts<'_>, payload: &str) -> Result<String> {
        if let Mode::Custom(template) = &self.mode {
            return self.fill(template, event, payload);
        }
        if *self == BodyConfig::default() && !may_collide(event.nested, payload) {
            return Ok(splice(event, payload));
        }
        let mut body = Body(split_object(payload)?);
        if event.nested {
            body.set("payload", payload);
        }
        if let Mode::Pick(keys) = &self.mode {
            body = body.pick(keys);
        }
        body.rename(&self.rename);
        for (key, text) in &self.extra {
            body.set(key, text);
        }
        body.0.retain(|(key, _)| !METADATA.contains(&&**key));
        let mut out = String::with_capacity(payload.len() * 2 + 256);
        body.write(&mut out);
        push_metadata(&mut out, event);
        Ok(out)
    }

    fn fill(&self, template: &Template, event: &EventParts<'_>, payload: &str) -> Result<String> {
        let json = Json::parse(payload)?;
        let values = Values { event, payload, subject: Subject::new(&json, event.topic) };
        let rendered: Vec<_> = template.render(&values).collect();
        let mut body = Body(rendered.iter().map(|(key, text)| (Cow::Borrowed(*key), text.as_str())).collect());
        for (key, text) in &self.extra {
            body.set(key, text);
        }
        let mut out = String::with_capacity(256);
        body.write(&mut out);
        out.push('}');
        Ok(out)
    }
}

/// Top-level members with their JSON texts.
struct Body<'a>(Vec<(Cow<'a, str>, &'a str)>);

impl<'a> Body<'a> {
    fn set(&mut self, key: &'a str, text: &'a str) {
        match self.0.iter_mut().find(|(k, _)| k == key) {
            Some((_, slot)) => *slot = text,
            None => self.0.push((Cow::Borrowed(key), text)),
        }
    }

    fn pick(&self, keys: &'a [String]) -> Body<'a> {
        let mut picked = Body(Vec::with_capacity(keys.len()));
        for key in keys {
            let found = self.0.iter().find(|(k, _)| k == key);
            picked.set(key, found.map_or("null", |(_, text)| text));
        }
        picked
    }

    /// All at once: every value is taken out before the first is put back.
    fn rename(&mut self, names: &'a [(String, String)]) {
        let mut moved = Vec::with_capacity(names.len());
        for (old, new) in names {
            if let Some(at) = self.0.iter().position(|(k, text)| k == old && *text != "null") {
                moved.push((new, self.0.remove(at).1));
            }
        }
        for (new, text) in moved {
            self.set(new, text);
        }
    }

    /// Writes the members and leaves the object open.
    fn write(&self, out: &mut String) {
        out.push('{');
        for (i, (key, text)) in self.0.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            write_string(out, key);
            out.push(':');
            out.push_str(text);
        }
    }
}

/// Whether a top-level key might be one that gets overwritten. A compact text that holds such a
/// key holds it literally; the same text deeper inside only costs the longer way.
fn may_collide(nested: bool, payload: &str) -> bool {
    let keys = ["\"event_id\":", "\"topic\":", "\"occurred_at\":"];
    keys.iter().any(|key| payload.contains(key)) || (nested && payload.contains("\"payload\":"))
}

/// The default body of a payload that collides with nothing: its text, opened at the end.
fn splice(event: &EventParts<'_>, payload: &str) -> String {
    let open = payload.strip_suffix('}').unwrap_or(payload);
    let mut out = String::with_capacity(payload.len() * if event.nested { 2 } else { 1 } + 192);
    out.push_str(open);
    if event.nested {
        if open.len() > 1 {
            out.push(',');
        }
        out.push_str("\"payload\":");
        out.push_str(payload);
    }
    push_metadata(&mut out, event);
    out
}

/// Closes an open object with the event's own data.
fn push_metadata(out: &mut String, event: &EventParts<'_>) {
    if !out.ends_with('{') {
        out.push(',');
    }
    out.push_str("\"event_id\":");
    write_string(out, event.id);
    out.push_str(",\"topic\":");
    match event.topic {
        Some(topic) => write_string(out, topic),
        None => out.push_str("null"),
    }
    out.push_str(",\"occurred_at\":\"");
    event.occurred_at.write_to(out);
    out.push_str("\"}");
}

fn read_pick(options: &Options<'_>) -> Result<Option<Vec<String>>> {
    let Some((name, value)) = options.get(&["body_pick", "pick"]) else { return Ok(None) };
    let fault = || options.fault(name, "must be an array of strings");
    let items = value.as_array().ok_or_else(fault)?;
    items.iter().map(|item| item.as_str().map(str::to_owned).ok_or_else(fault)).collect::<Result<_>>().map(Some)
}

fn read_rename(options: &Options<'_>) -> Result<Vec<(String, String)>> {
    let Some((name, value)) = options.get(&["body_rename", "rename"]) else { return Ok(Vec::new()) };
    let fault = || options.fault(name, "must be an object of strings");
    let members = value.as_object().ok_or_else(fault)?;
    let pair = |(old, new): &(Cow<'_, str>, Json<'_>)| Some((old.to_string(), new.as_str()?.to_owned()));
    members.iter().map(|member| pair(member).ok_or_else(fault)).collect()
}

fn read_extra(options: &Options<'_>) -> Result<Vec<(String, String)>> {
    let Some((name, value)) = options.get(&["body_extra", "extra"]) else { return Ok(Vec::new()) };
    let members = value.as_object().ok_or_else(|| options.fault(name, "must be an object"))?;
    Ok(members.iter().map(|(key, value)| (key.to_string(), value.to_text())).collect())
}

fn read_template(options: &Options<'_>) -> Result<Template> {
    let found = options.get(&["template", "body_template"]);
    let members = found.and_then(|(_, value)| value.as_object());
    members.map(Template::compile).ok_or_else(|| options.fault("template", "must be an object"))
}

#[cfg(test)]
mod tests;
