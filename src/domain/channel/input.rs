//! What callers may set: one channel by its name, or all of them with flat fields. Values are
//! judged when they are applied, for what is only a mask stands for the stored value.

use super::{Channel, ChannelId, DOT, Last, Medium};
use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::base::{Error, Kind, Result};
use crate::domain::alert::AlertKind;
use crate::domain::destination::UrlPolicy;

/// Longest address.
const MAX_ADDRESS: usize = 320;
/// Longest secret, in characters.
const MAX_SECRET: usize = 256;

/// Where messages may go.
#[derive(Debug, Clone)]
pub struct Rules {
    pub urls: UrlPolicy,
    /// Hosts that speak as Slack or Discord do.
    pub hosts: Vec<String>,
}

/// What is to become of a stored value.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Set<T> {
    Keep,
    To(T),
}

impl<T> Set<T> {
    fn or(self, stored: T) -> T {
        match self {
            Set::Keep => stored,
            Set::To(value) => value,
        }
    }
}

/// What is given for one channel.
#[derive(Debug)]
struct Given {
    medium: Medium,
    enabled: bool,
    value: Set<Option<String>>,
    secret: Set<Option<String>>,
    events: Set<Option<Vec<AlertKind>>>,
}

/// A change of the channels of a project.
#[derive(Debug)]
pub struct Change(Vec<Given>);

fn fault(field: &str, rule: &str) -> Error {
    Error::new(Kind::Invalid, format!("{field} {rule}")).detail(field, rule)
}

/// Absent and empty are none, masked is kept.
fn text(fields: &Fields<'_>, name: &str) -> Result<Set<Option<String>>> {
    Ok(match fields.filled_str(name)?.map(str::trim) {
        Some(text) if text.contains(DOT) => Set::Keep,
        other => Set::To(other.filter(|text| !text.is_empty()).map(str::to_owned)),
    })
}

/// An empty list is all, as `null` is.
fn events(fields: &Fields<'_>, name: &str) -> Result<Option<Vec<AlertKind>>> {
    let Some(words) = fields.opt_strings(name)?.filter(|words| !words.is_empty()) else { return Ok(None) };
    let kinds: Option<std::collections::BTreeSet<_>> = words.into_iter().map(AlertKind::parse).collect();
    let kinds = kinds.ok_or_else(|| fault("event_types", "contains invalid event types"))?;
    Ok(Some(kinds.into_iter().collect()))
}

impl Change {
    /// 422 for what has the wrong type, and for unknown channels and events.
    pub fn read(body: &Members<'_>) -> Result<Change> {
        let fields = Fields(body);
        match fields.opt_str("channel")? {
            Some(word) => Ok(Change(vec![one(&fields, Medium::parse(word)?)?])),
            None => Ok(Change(all(&fields)?)),
        }
    }

    /// What the stored channels become. 422 for a value that its channel cannot use.
    pub fn apply(
        self,
        stored: Vec<Channel>,
        rules: &Rules,
        mut fresh: impl FnMut() -> ChannelId,
    ) -> Result<Vec<Channel>> {
        let mut list = stored;
        for given in self.0 {
            let old = list.iter().position(|channel| channel.medium == given.medium).map(|at| list.remove(at));
            let channel = given.apply(old, rules, &mut fresh)?;
            if channel.enabled || channel.value.is_some() {
                list.push(channel);
            }
        }
        list.sort_by_key(|channel| channel.medium);
        Ok(list)
    }
}

fn one(fields: &Fields<'_>, medium: Medium) -> Result<Given> {
    let (mut value, mut secret) = (Set::Keep, Set::Keep);
    if let Some(config) = fields.opt_object("config")? {
        let names: &[&str] = match medium {
            Medium::Email => &["email", "email_address", "address", "to"],
            Medium::Slack | Medium::Discord => &["webhook_url", "url"],
            Medium::MetaWebhook => &["url", "webhook_url"],
        };
        if let Some(name) = names.iter().find(|name| config.get(name).is_some()) {
            value = text(&Fields(config), name)?;
        }
        if medium == Medium::MetaWebhook && config.get("secret").is_some() {
            secret = text(&Fields(config), "secret")?;
        }
    }
    let events = match fields.0.get("events") {
        None => Set::Keep,
        Some(_) => Set::To(events(fields, "events")?),
    };
    let enabled = fields.opt_bool("enabled")?.unwrap_or(true);
    Ok(Given { medium, enabled, value, secret, events })
}

fn all(fields: &Fields<'_>) -> Result<Vec<Given>> {
    let events = events(fields, "event_types")?;
    let given = Medium::ALL.map(|medium| {
        let secret = match medium {
            Medium::MetaWebhook => text(fields, "meta_webhook_secret")?,
            _ => Set::To(None),
        };
        let enabled = fields.opt_bool(medium.switch())?.unwrap_or(false);
        let value = text(fields, medium.field())?;
        Ok(Given { medium, enabled, value, secret, events: Set::To(events.clone()) })
    });
    given.into_iter().collect()
}

impl Given {
    fn apply(self, old: Option<Channel>, rules: &Rules, fresh: &mut impl FnMut() -> ChannelId) -> Result<Channel> {
        let Given { medium, enabled, value, secret, events } = self;
        let old = old.unwrap_or_else(|| Channel {
            id: fresh(),
            medium,
            enabled,
            value: None,
            secret: None,
            events: None,
            last: Last::default(),
        });
        let value = match value {
            Set::To(Some(text)) => Some(check(medium, &text, rules)?),
            other => other.or(old.value.clone()),
        };
        if enabled && value.is_none() {
            return Err(fault(medium.field(), "can't be blank"));
        }
        let secret = secret.or(old.secret);
        if secret.as_ref().is_some_and(|secret| secret.chars().count() > MAX_SECRET) {
            return Err(fault("meta_webhook_secret", &format!("must have at most {MAX_SECRET} characters")));
        }
        // What became of alerts to another place says nothing about this one.
        let last = if value == old.value { old.last } else { Last::default() };
        Ok(Channel { id: old.id, medium, enabled, value, secret, events: events.or(old.events), last })
    }
}

/// The value as it is stored.
fn check(medium: Medium, text: &str, rules: &Rules) -> Result<String> {
    let field = medium.field();
    let starts: &[&str] = match medium {
        Medium::Email => return address(field, text),
        Medium::MetaWebhook => &[],
        Medium::Slack => &["https://hooks.slack.com/", "https://hooks.slack-gov.com/"],
        Medium::Discord => &[
            "https://discord.com/api/webhooks/",
            "https://discordapp.com/api/webhooks/",
            "https://ptb.discord.com/api/webhooks/",
            "https://canary.discord.com/api/webhooks/",
        ],
    };
    let mut urls = rules.urls.clone();
    urls.allow_http |= medium == Medium::MetaWebhook;
    let url = urls.read(field, text).map_err(|e| {
        let rule = e.message().trim_start_matches(field).trim_start_matches("URL").trim_start().to_owned();
        fault(field, &rule)
    })?;
    let known = |host: &str| rules.hosts.iter().any(|known| known.eq_ignore_ascii_case(host));
    let permitted = starts.is_empty()
        || starts.iter().any(|start| url.as_str().starts_with(start))
        || url.host_str().is_some_and(known);
    if !permitted {
        return Err(fault(field, &format!("must start with {}", starts[0])));
    }
    Ok(url.into())
}

fn address(field: &str, text: &str) -> Result<String> {
    let good = text.split_once('@').is_some_and(|(local, host)| !local.is_empty() && !host.is_empty());
    if !good || text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(fault(field, "must be an email address"));
    }
    if text.chars().count() > MAX_ADDRESS {
        return Err(fault(field, &format!("must have at most {MAX_ADDRESS} characters")));
    }
    Ok(text.to_owned())
}
