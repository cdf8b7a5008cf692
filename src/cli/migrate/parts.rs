//! What is copied of each resource, by what it is known again, and what cannot be copied. Plain
//! JSON in and out; knows no server.

use crate::base::Json;
use crate::base::json::Members;
use crate::cli::jobs::JOB;
use crate::cli::noun::Noun;
use crate::cli::pipelines::PIPELINE;
use crate::cli::schemas::SCHEMA;
use crate::cli::webhooks::{CONFIG, WEBHOOK};
use std::collections::HashMap;

/// Ids of webhooks at the other server, and those of their copies.
pub type Copies = HashMap<String, String>;

/// A resource that is copied.
#[derive(Debug)]
pub struct Part {
    pub noun: &'static Noun<'static>,
    /// What describes one; the rest is its history.
    fields: &'static [&'static str],
    /// What is the same of one that is there already; the first of them is its name.
    key: &'static [&'static str],
}

/// In this order: what comes later may name a webhook.
pub const PARTS: [Part; 4] = [
    Part { noun: &WEBHOOK, fields: &CONFIG, key: &["url", "topics", "name"] },
    Part { noun: &SCHEMA, fields: &["topic", "schema"], key: &["topic"] },
    Part {
        noun: &PIPELINE,
        fields: &["name", "description", "topics", "steps", "webhook_id", "status"],
        key: &["name"],
    },
    Part {
        noun: &JOB,
        fields: &[
            "name",
            "schedule_type",
            "schedule_config",
            "timezone",
            "queue",
            "action_type",
            "action_config",
            "status",
        ],
        key: &["name"],
    },
];

impl Part {
    pub fn is_webhook(&self) -> bool {
        self.noun.one == WEBHOOK.one
    }

    pub fn is_job(&self) -> bool {
        self.noun.one == JOB.one
    }

    pub fn name<'i>(&self, item: &'i Json<'_>) -> &'i str {
        text(item, self.key[0])
    }

    /// The same for an item and its copy.
    pub fn key(&self, item: &Json<'_>) -> String {
        let value = |name: &&str| item.lookup(name).map_or_else(|| "null".to_owned(), Json::to_canonical);
        self.key.iter().map(value).collect::<Vec<_>>().join("\n")
    }

    /// The request that makes the copy.
    pub fn body(&self, item: &Json<'_>, copies: &Copies) -> Members<'static> {
        let mut body = Members::default();
        for field in self.fields {
            if let Some(value) = item.lookup(field).filter(|value| !value.is_null()) {
                body.set(*field, value.clone().into_owned());
            }
        }
        rename(&mut body, copies);
        for inner in ["action_config", "steps"] {
            match body.get_mut(inner) {
                Some(Json::Object(members)) => {
                    members.remove("has_secret");
                    rename(members, copies);
                }
                Some(Json::Array(steps)) => steps.iter_mut().for_each(|step| {
                    if let Json::Object(members) = step {
                        rename(members, copies);
                    }
                }),
                _ => {}
            }
        }
        body
    }

    /// What the copy lacks because no server hands it out.
    pub fn missing(&self, item: &Json<'_>) -> Vec<&'static str> {
        let says = |path: &str| item.lookup(path).and_then(Json::as_bool);
        let secret = match self.is_webhook() {
            // Whoever says nothing of it may have one.
            true => says("has_secret") != Some(false),
            false => says("action_config.has_secret") == Some(true),
        };
        let tenant = !text(item, "tenant").is_empty();
        [("secret", secret), ("tenant", tenant)].into_iter().filter_map(|(what, is)| is.then_some(what)).collect()
    }
}

/// Lets a member that names a webhook name its copy.
fn rename(members: &mut Members<'static>, copies: &Copies) {
    if let Some(copy) = members.get("webhook_id").and_then(Json::as_str).and_then(|id| copies.get(id)) {
        members.set("webhook_id", Json::string(copy.clone()));
    }
}

/// A text of an item, of its own or of the object it is in.
pub fn text<'i>(item: &'i Json<'_>, name: &str) -> &'i str {
    let found = item.lookup(name).or_else(|| item.lookup("data")?.lookup(name));
    found.and_then(Json::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Json<'static> {
        Json::parse(text).expect("JSON").into_owned()
    }

    #[test]
    fn copies_name_the_copies_of_webhooks() {
        let copies = Copies::from([("old".to_owned(), "new".to_owned())]);
        for (part, item, expected) in [
            (
                &PARTS[0],
                r#"{"id":"1","url":"https://a.test/","topics":["a"],"filters":[],"name":null,"circuit_state":"open","has_secret":true}"#,
                r#"{"url":"https://a.test/","topics":["a"],"filters":[]}"#,
            ),
            (
                &PARTS[2],
                r#"{"id":"1","name":"p","steps":[{"type":"deliver","webhook_id":"old"},{"webhook_id":"other"},5],"webhook_id":"old"}"#,
                r#"{"name":"p","steps":[{"type":"deliver","webhook_id":"new"},{"webhook_id":"other"},5],"webhook_id":"new"}"#,
            ),
            (
                &PARTS[3],
                r#"{"name":"j","schedule_config":{"expr":"* * * * *"},"action_config":{"payload":{"webhook_id":"old"},"webhook_id":"old","has_secret":false},"next_run_at":"x"}"#,
                r#"{"name":"j","schedule_config":{"expr":"* * * * *"},"action_config":{"payload":{"webhook_id":"old"},"webhook_id":"new"}}"#,
            ),
        ] {
            assert_eq!(Json::Object(part.body(&json(item), &copies)).to_text(), expected);
        }
    }

    #[test]
    fn what_nobody_hands_out_is_missing() {
        for (part, item, missing) in [
            (&PARTS[0], r#"{"has_secret":true,"tenant":null}"#, &["secret"][..]),
            (&PARTS[0], r#"{"has_secret":false,"tenant":"t"}"#, &["tenant"]),
            (&PARTS[0], "{}", &["secret"]),
            (&PARTS[1], "{}", &[]),
            (&PARTS[3], r#"{"action_config":{"has_secret":true}}"#, &["secret"]),
            (&PARTS[3], r#"{"action_config":{}}"#, &[]),
        ] {
            assert_eq!(part.missing(&json(item)), missing, "{item}");
        }
    }

    #[test]
    fn items_are_known_again_however_they_are_written() {
        let webhook = &PARTS[0];
        let one = json(r#"{"url":"https://a.test/","topics":["a","b"],"name":null}"#);
        assert_eq!(webhook.key(&one), webhook.key(&json(r#"{"topics":["a", "b"],"url":"https://a.test/"}"#)));
        assert_ne!(webhook.key(&one), webhook.key(&json(r#"{"topics":["a"],"url":"https://a.test/"}"#)));
        assert_eq!((webhook.name(&one), PARTS[1].name(&json(r#"{"topic":"t"}"#))), ("https://a.test/", "t"));
    }
}
