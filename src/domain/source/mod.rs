//! Sources: senders from outside whose requests become events. Who they are, how they prove
//! themselves, and what their requests mean; not how a request arrives nor where an event goes.

mod input;
mod mapping;
mod presets;
mod signed;
mod verification;
mod verifier;

pub use input::{NewSource, SourcePatch};
pub use mapping::{Mapping, Request, Told};
pub use presets::{PRESETS, Preset};
pub use verification::Verification;
pub use verifier::{Header, Refusal, Verifier};

use super::status::Status;
use super::topic;
use crate::base::{Error, Id, Json, Kind, Result, Timestamp};
use std::borrow::Cow;

#[derive(Debug)]
pub enum SourceTag {}
/// Id of a source.
pub type SourceId = Id<SourceTag>;

#[derive(Debug)]
pub enum RejectionTag {}
/// Id of a request that was refused.
pub type RejectionId = Id<RejectionTag>;

/// Refused requests that are kept of a source: the newest.
pub const KEPT_REJECTIONS: usize = 100;

/// A sender; its secrets are not part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub id: SourceId,
    pub name: String,
    /// Who sends, as receivers of its events read it.
    pub provider: String,
    /// What its URL ends in; one active source of a project has it.
    pub slug: String,
    pub status: Status,
    /// The preset that it was made from.
    pub preset: Option<String>,
    pub verification: Verification,
    pub mapping: Mapping,
    /// Stands before the type in the topics of its events.
    pub topic_prefix: String,
    pub has_secret: bool,
    /// Requests that were believed and understood.
    pub received: u64,
    /// Requests that were not.
    pub rejected: u64,
    pub last_received_at: Option<Timestamp>,
    pub updated_at: Timestamp,
}

/// A request that was refused; its time is that of its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    pub id: RejectionId,
    pub reason: String,
    /// A JSON object: name → value, without credentials.
    pub headers: String,
    pub ip: String,
}

impl Source {
    /// The topic of an event of this type; 400 naming `type` when there can be none.
    pub fn topic(&self, kind: &str) -> Result<String> {
        let topic = format!("{}{kind}", self.topic_prefix);
        match topic::check(&topic) {
            Ok(()) => Ok(topic),
            Err(e) => {
                let message = e.message().to_owned();
                Err(Error::new(Kind::Malformed, message.clone()).detail("type", message))
            }
        }
    }

    /// What its receivers get: the same form whoever sent it.
    pub fn envelope<'b>(&self, told: &Told<'b>) -> Json<'b> {
        let text = |text: &str| Json::string(text.to_owned());
        let members = [
            ("provider", text(&self.provider)),
            ("externalEventId", text(&told.external_id)),
            ("eventType", text(&told.kind)),
            ("occurredAt", text(&told.occurred_at.to_string())),
            ("subject", told.subject.as_deref().map_or(Json::Null, text)),
            ("data", told.data.clone()),
        ];
        Json::Object(members.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect())
    }
}

#[cfg(test)]
mod tests;
