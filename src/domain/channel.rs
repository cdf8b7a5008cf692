//! The channels on which a project is told of trouble: what each is, and what is shown of it.
//! It knows nothing of sending.

mod input;
#[cfg(test)]
mod tests;

pub use input::{Change, Rules};

use super::alert::AlertKind;
use crate::base::{Error, Id, Result, Timestamp};
use std::collections::BTreeSet;
use std::fmt;

#[derive(Debug)]
pub enum ChannelTag {}
/// Id of one channel of a project.
pub type ChannelId = Id<ChannelTag>;

#[derive(Debug)]
pub enum ChannelsTag {}
/// Id of the configuration of a project.
pub type ChannelsId = Id<ChannelsTag>;

/// What stands in the place of a secret; a value that contains its sign is never taken for one.
pub const MASK: &str = "••••••";
/// The sign of [`MASK`].
const DOT: char = '•';

/// The ways that alerts can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Medium {
    Email,
    Slack,
    Discord,
    MetaWebhook,
}

impl Medium {
    pub const ALL: [Medium; 4] = [Medium::Email, Medium::Slack, Medium::Discord, Medium::MetaWebhook];

    pub const fn as_str(self) -> &'static str {
        match self {
            Medium::Email => "email",
            Medium::Slack => "slack",
            Medium::Discord => "discord",
            Medium::MetaWebhook => "meta_webhook",
        }
    }

    /// 422 on `channel` for a word that names none.
    pub fn parse(word: &str) -> Result<Medium> {
        let found = Medium::ALL.into_iter().find(|medium| medium.as_str() == word);
        let found = found.or((word == "webhook").then_some(Medium::MetaWebhook));
        found.ok_or_else(|| Error::invalid("channel", "channel must be one of: email, slack, discord, webhook"))
    }

    /// The flat field that says whether it is on.
    pub const fn switch(self) -> &'static str {
        match self {
            Medium::Email => "email_enabled",
            Medium::Slack => "slack_enabled",
            Medium::Discord => "discord_enabled",
            Medium::MetaWebhook => "meta_webhook_enabled",
        }
    }

    /// The flat field of its address or URL.
    pub const fn field(self) -> &'static str {
        match self {
            Medium::Email => "email_address",
            Medium::Slack => "slack_webhook_url",
            Medium::Discord => "discord_webhook_url",
            Medium::MetaWebhook => "meta_webhook_url",
        }
    }
}

/// What came of the last alert.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Last {
    /// `ok` or `failed`; none before the first.
    pub status: Option<String>,
    pub error: Option<String>,
    /// When one last arrived.
    pub sent_at: Option<Timestamp>,
}

/// One channel of a project.
#[derive(Clone, PartialEq, Eq)]
pub struct Channel {
    pub id: ChannelId,
    pub medium: Medium,
    pub enabled: bool,
    /// An address or a URL; there is one whenever it is enabled.
    pub value: Option<String>,
    /// What its messages are signed with.
    pub secret: Option<String>,
    /// `None` is all.
    pub events: Option<Vec<AlertKind>>,
    pub last: Last,
}

impl fmt::Debug for Channel {
    /// Without its value, which is a key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Channel({}, enabled: {})", self.medium.as_str(), self.enabled)
    }
}

impl Channel {
    /// Whether it wants alerts of this kind.
    pub fn wants(&self, kind: AlertKind) -> bool {
        self.enabled && self.events.as_ref().is_none_or(|events| events.contains(&kind))
    }

    /// The value as it may be shown: of the URLs that are keys, only the host.
    pub fn shown(&self) -> Option<String> {
        let value = self.value.as_deref()?;
        match self.medium {
            Medium::Email | Medium::MetaWebhook => Some(value.to_owned()),
            Medium::Slack | Medium::Discord => {
                let host_end = value.find("://").map_or(0, |at| at + 3);
                let end = value[host_end..].find('/').map_or(value.len(), |at| host_end + at);
                Some(format!("{}/{MASK}", &value[..end]))
            }
        }
    }
}

/// The channels of a project, each medium at most once and in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channels {
    pub id: ChannelsId,
    pub list: Vec<Channel>,
    pub updated_at: Timestamp,
}

impl Channels {
    pub fn of(&self, medium: Medium) -> Option<&Channel> {
        self.list.iter().find(|channel| channel.medium == medium)
    }

    /// Everything that an enabled channel wants; of the disabled ones if there are no others.
    /// `None` is all.
    pub fn events(&self) -> Option<Vec<AlertKind>> {
        let any = self.list.iter().any(|channel| channel.enabled);
        let mut union = BTreeSet::new();
        for channel in self.list.iter().filter(|channel| channel.enabled || !any) {
            union.extend(channel.events.as_ref()?);
        }
        (!union.is_empty()).then(|| union.into_iter().collect())
    }
}
