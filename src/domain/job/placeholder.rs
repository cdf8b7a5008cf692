//! What a payload may say of the run that sends it: `{{name}}` in any of its texts.

use super::JobId;
use crate::base::{Json, Timestamp};

/// The run, as far as a payload can name it.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    pub job: JobId,
    pub name: &'a str,
    pub now: Timestamp,
    pub scheduled_for: Timestamp,
}

impl Moment<'_> {
    /// The payload with its placeholders filled in every text, in lists too; keys stay as they
    /// are, and so does what names nothing.
    pub fn fill<'j>(&self, payload: Json<'j>) -> Json<'j> {
        match payload {
            Json::String(text) if text.contains("{{") => Json::string(self.fill_text(&text)),
            Json::Array(items) => Json::Array(items.into_iter().map(|item| self.fill(item)).collect()),
            Json::Object(members) => {
                Json::Object(members.into_iter().map(|(key, value)| (key, self.fill(value))).collect())
            }
            other => other,
        }
    }

    fn fill_text(&self, text: &str) -> String {
        let (mut out, mut rest) = (String::with_capacity(text.len()), text);
        while let Some((before, inside)) = rest.split_once("{{") {
            out.push_str(before);
            match name(inside).and_then(|(name, after)| Some((self.value(name)?, after))) {
                Some((value, after)) => {
                    out.push_str(&value);
                    rest = after;
                }
                // Another one may begin inside of what names nothing: `{{{job_id}}`.
                None => {
                    out.push('{');
                    rest = &rest[before.len() + 1..];
                }
            }
        }
        out.push_str(rest);
        out
    }

    fn value(&self, name: &str) -> Option<String> {
        Some(match name {
            "date" | "now" => self.now.to_string(),
            "scheduled_for" => self.scheduled_for.to_string(),
            "job_id" => self.job.to_string(),
            "job_name" => self.name.to_owned(),
            _ => return None,
        })
    }
}

/// The name that begins here and what follows its end. Looks at nothing beyond the name, so that
/// a text full of openings costs no more than another one.
fn name(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_lowercase() && c != '_')?;
    let (name, rest) = text.split_at(end);
    Some((name, rest.trim_start().strip_prefix("}}")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[test]
    fn texts_at_any_depth_are_filled() {
        let job = Id::parse("0199b5a0-6666-7000-8000-000000000001").expect("id");
        let scheduled_for = Timestamp::parse("2026-01-15T06:00:00Z").expect("time");
        let now = scheduled_for.plus_micros(123);
        let moment = Moment { job, name: "Daily \"{{now}}\"", now, scheduled_for };
        for (payload, filled) in [
            (r#"{"at":"{{date}}"}"#, r#"{"at":"2026-01-15T06:00:00.000123Z"}"#),
            (r#"{"at":"{{ now }}!","n":1.10}"#, r#"{"at":"2026-01-15T06:00:00.000123Z!","n":1.10}"#),
            (
                r#"[["{{  scheduled_for}}"],{"a":{"b":["x {{job_id}} y"]}}]"#,
                r#"[["2026-01-15T06:00:00.000000Z"],{"a":{"b":["x 0199b5a0-6666-7000-8000-000000000001 y"]}}]"#,
            ),
            // A value is not looked into again.
            (r#""{{job_name}}""#, r#""Daily \"{{now}}\"""#),
            (
                r#"{"{{date}}":"{{ other }} {{Date}} {{ }} {{ {{job_id"}"#,
                r#"{"{{date}}":"{{ other }} {{Date}} {{ }} {{ {{job_id"}"#,
            ),
            (
                r#""{{{job_id}}} {{ x {{job_id}}""#,
                r#""{0199b5a0-6666-7000-8000-000000000001} {{ x 0199b5a0-6666-7000-8000-000000000001""#,
            ),
        ] {
            let json = Json::parse(payload).expect(payload);
            assert_eq!(moment.fill(json).to_text(), filled, "{payload}");
        }
        let openings = Json::string("{{".repeat(200_000) + "x}}");
        assert_eq!(moment.fill(openings.clone()), openings);
    }
}
