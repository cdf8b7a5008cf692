//! An alert as each receiver takes it. Whatever comes from data is escaped for its place.

use super::{AlertKind, SUMMARY};
use crate::base::Timestamp;
use crate::base::crypto::{base64_encode_no_pad, hmac_sha256};
use crate::domain::project::ProjectId;
use serde::Serialize;
use serde_json::{Map, Value, json};

const RED: u32 = 15_158_332;
const GREEN: u32 = 3_066_993;

/// What a Discord embed may hold, in characters.
const TITLE: usize = 256;
const DESCRIPTION: usize = 4096;
/// What a section of a Slack message may hold.
const SECTION: usize = 3000;

/// An alert about to be sent.
#[derive(Debug, Clone)]
pub struct Message {
    /// The word of a kind, or [`SUMMARY`].
    pub event: String,
    pub payload: Map<String, Value>,
    pub project: ProjectId,
    /// The name of the project.
    pub name: String,
    pub at: Timestamp,
    /// The name of the server.
    pub product: String,
    /// Where its dashboard is.
    pub site: String,
}

/// A letter in its two forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub subject: String,
    pub text: String,
    pub html: String,
}

#[derive(Serialize)]
struct Meta<'a> {
    event_type: &'a str,
    payload: &'a Map<String, Value>,
    project_id: ProjectId,
    timestamp: Timestamp,
}

/// What `X-Signature` says of a body.
pub fn signature(secret: &str, body: &[u8]) -> String {
    format!("sha256={}", base64_encode_no_pad(&hmac_sha256(secret.as_bytes(), &[body])))
}

impl Message {
    fn title(&self) -> &'static str {
        match AlertKind::parse(&self.event) {
            Some(kind) => kind.title(),
            None if self.event == SUMMARY => "Alerts held back",
            None => "Alert",
        }
    }

    fn text(&self) -> &str {
        self.payload.get("message").and_then(Value::as_str).unwrap_or(self.title())
    }

    /// The members of the payload beside the message, as text.
    fn facts(&self) -> impl Iterator<Item = (&str, String)> {
        let others = self.payload.iter().filter(|(name, _)| *name != "message");
        others.map(|(name, value)| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            (name.as_str(), text)
        })
    }

    /// For programs.
    pub fn meta(&self) -> String {
        let meta =
            Meta { event_type: &self.event, payload: &self.payload, project_id: self.project, timestamp: self.at };
        serde_json::to_string(&meta).unwrap_or_default()
    }

    pub fn slack(&self) -> String {
        let mut text = format!("*{}* – {}\n{}", self.title(), slack(&self.name), slack(self.text()));
        for (name, value) in self.facts() {
            text.push_str(&format!("\n{}: {}", slack(name), slack(&value)));
        }
        let text = cut(&text, SECTION);
        let body = json!({
            "text": text,
            "blocks": [
                {"type": "section", "text": {"type": "mrkdwn", "text": text}},
                {"type": "context", "elements": [
                    {"type": "mrkdwn", "text": format!("Event: `{}`", self.event)},
                    {"type": "mrkdwn", "text": format!("Time: {}", self.at.to_whole_seconds())},
                ]},
            ],
        });
        body.to_string()
    }

    pub fn discord(&self) -> String {
        let good = AlertKind::parse(&self.event).is_some_and(AlertKind::is_good);
        let mut text = self.text().to_owned();
        for (name, value) in self.facts() {
            text.push_str(&format!("\n{name}: {value}"));
        }
        let body = json!({
            "embeds": [{
                "title": cut(&format!("{} – {}", self.title(), self.name), TITLE),
                "description": cut(&text, DESCRIPTION),
                "color": if good { GREEN } else { RED },
                "fields": [
                    {"name": "Event", "value": format!("`{}`", self.event), "inline": true},
                    {"name": "Time", "value": self.at.to_whole_seconds(), "inline": true},
                ],
                "footer": {"text": cut(&self.product, TITLE)},
            }],
            "allowed_mentions": {"parse": []},
        });
        body.to_string()
    }

    pub fn letter(&self) -> Letter {
        let (title, at) = (self.title(), self.at.to_whole_seconds());
        let subject = format!("[{}] {title} ({}) – {}", self.product, self.event, self.name);
        let subject: String = cut(&subject, 200).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let mut text = format!("{}\n\nProject: {}\nEvent: {}\nTime: {at}\n", self.text(), self.name, self.event);
        let row = |name: &str, value: &str| format!("<tr><td>{}</td><td>{}</td></tr>", html(name), html(value));
        let mut rows = row("Project", &self.name) + &row("Event", &self.event) + &row("Time", &at);
        for (name, value) in self.facts() {
            text.push_str(&format!("{name}: {value}\n"));
            rows.push_str(&row(name, &value));
        }
        text.push_str(&format!("\n{}\n", self.site));
        let site = html(&self.site);
        let html = format!(
            "<!doctype html><html><body><h2>{}</h2><p>{}</p><table>{rows}</table><p><a href=\"{site}\">{site}</a></p>\
             </body></html>",
            html(title),
            html(self.text()),
        );
        Letter { subject, text, html }
    }
}

/// Without the signs that Slack reads as links and mentions.
fn slack(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn html(text: &str) -> String {
    slack(text).replace('"', "&quot;").replace('\'', "&#39;")
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some(_) => text.chars().take(most - 1).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;

    fn message(text: &str) -> Message {
        let payload = json!({"message": text, "webhook_url": "https://a.test/?x=<b>&y"});
        Message {
            event: "dlq_entry".to_owned(),
            payload: payload.as_object().cloned().unwrap_or_default(),
            project: IdSource::default().next(),
            name: "Shop & Co".to_owned(),
            at: Timestamp::from_secs(1_772_893_800),
            product: "Jobcelis".to_owned(),
            site: "https://jobs.test".to_owned(),
        }
    }

    fn parsed(text: &str) -> Value {
        serde_json::from_str(text).expect("json")
    }

    #[test]
    fn programs_get_the_payload_as_it_is() {
        let message = message("m");
        let meta = parsed(&message.meta());
        assert_eq!((&meta["event_type"], &meta["payload"]["message"]), (&json!("dlq_entry"), &json!("m")));
        assert_eq!(meta["project_id"], json!(message.project.to_string()));
        assert!(meta["timestamp"].as_str().is_some_and(|at| at.starts_with("2026-03-07T14:30:00")), "{meta}");
        assert_eq!(meta.as_object().map(Map::len), Some(4));
        // openssl dgst -sha256 -hmac key -binary | base64, without the padding.
        let known = "sha256=97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg";
        assert_eq!(signature("key", b"The quick brown fox jumps over the lazy dog"), known);
    }

    #[test]
    fn slack_and_discord_take_no_orders_from_data() {
        let long = "<!channel> ".repeat(1000);
        let slack = parsed(&message(&long).slack());
        let text = slack["blocks"][0]["text"]["text"].as_str().expect("text");
        assert!(!text.contains('<') && text.contains("Shop &amp; Co") && text.chars().count() <= SECTION, "{text}");
        assert_eq!(slack["blocks"][1]["elements"][0]["text"], "Event: `dlq_entry`");
        assert_eq!(slack["text"], slack["blocks"][0]["text"]["text"]);
        let discord = parsed(&Message { name: "n".repeat(999), ..message(&long) }.discord());
        assert_eq!(discord["allowed_mentions"], json!({"parse": []}));
        let embed = &discord["embeds"][0];
        let length = |name: &str| embed[name].as_str().expect("text").chars().count();
        assert_eq!((length("title"), length("description"), &embed["color"]), (256, 4096, &json!(15_158_332)));
        assert_eq!(
            (&embed["fields"][0]["value"], &embed["fields"][1]["name"]),
            (&json!("`dlq_entry`"), &json!("Time"))
        );
        assert_eq!(embed["footer"]["text"], "Jobcelis");
    }

    #[test]
    fn letters_are_escaped() {
        let letter = Message { name: "a\r\nBcc: x".to_owned(), ..message("<script>") }.letter();
        assert!(letter.subject.contains("Jobcelis") && letter.subject.contains("dlq_entry"), "{}", letter.subject);
        assert!(!letter.subject.contains(['\r', '\n']));
        assert!(letter.text.contains("<script>") && !letter.html.contains("<script>"), "{}", letter.html);
        assert!(letter.html.contains("x=&lt;b&gt;&amp;y") && letter.html.contains("href=\"https://jobs.test\""));
    }
}
