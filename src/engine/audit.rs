//! Recording who did what, in the transaction that does it. Metadata holds no secret, token,
//! address or payload.

use super::Engine;
use crate::base::Result;
use crate::domain::access::{Account, Actor, Client, Who};
use crate::domain::account::UserId;
use crate::domain::audit::{ActorType, AuditEntry};
use crate::domain::project::ProjectId;
use crate::store::{self, Tx};
use serde_json::{Value, json};
use std::net::IpAddr;

/// Who is to be named in an entry.
#[derive(Debug, Clone, Copy)]
pub enum By<'a> {
    /// A key or a user inside a project: the entry belongs to the project.
    Actor(&'a Actor),
    /// A user outside of projects.
    Account(&'a Account),
    /// Someone who tries to log in, and whose account that would be.
    Client(&'a Client, Option<UserId>),
    /// The server itself.
    System(Option<ProjectId>),
}

impl<'a> From<&'a Actor> for By<'a> {
    fn from(actor: &'a Actor) -> By<'a> {
        By::Actor(actor)
    }
}

impl<'a> From<&'a Account> for By<'a> {
    fn from(account: &'a Account) -> By<'a> {
        By::Account(account)
    }
}

impl By<'_> {
    fn project(&self) -> Option<ProjectId> {
        match self {
            By::Actor(actor) => Some(actor.project),
            By::System(project) => *project,
            By::Account(_) | By::Client(..) => None,
        }
    }

    fn user(&self) -> Option<UserId> {
        match self {
            By::Actor(actor) => actor.user(),
            By::Account(account) => Some(account.user),
            By::Client(_, user) => *user,
            By::System(_) => None,
        }
    }

    fn actor_type(&self) -> ActorType {
        match self {
            By::Actor(Actor { who: Who::Key { .. }, .. }) => ActorType::ApiKey,
            By::Actor(Actor { who: Who::Embed { .. }, .. }) => ActorType::EmbedToken,
            By::Actor(Actor { who: Who::System, .. }) | By::System(_) => ActorType::System,
            By::Actor(_) | By::Account(_) | By::Client(..) => ActorType::User,
        }
    }

    /// Where the call came from; the server's own acts come from nowhere.
    fn origin(&self) -> Option<(IpAddr, Option<&String>)> {
        match self {
            By::Actor(Actor { who: Who::System, .. }) | By::System(_) => None,
            By::Actor(actor) => Some((actor.ip, actor.user_agent.as_ref())),
            By::Account(account) => Some((account.ip, account.user_agent.as_ref())),
            By::Client(client, _) => Some((client.ip, client.user_agent.as_ref())),
        }
    }

    /// What tells apart who holds no account: the name of the member, and its value.
    fn prefix(&self) -> Option<(&'static str, &str)> {
        match self {
            By::Actor(Actor { who: Who::Key { prefix, .. }, .. }) => Some(("api_key_prefix", prefix)),
            By::Actor(Actor { who: Who::Embed { token }, .. }) => Some(("embed_token_prefix", &token.prefix)),
            _ => None,
        }
    }
}

/// An entry to record.
#[derive(Debug)]
pub struct Entry<'a> {
    pub actor: By<'a>,
    /// `noun.verb`.
    pub action: &'static str,
    pub resource_type: &'static str,
    pub resource_id: Option<String>,
    /// An object; the prefix of a key or token is added by [`record`].
    pub metadata: Value,
}

impl<'a> Entry<'a> {
    pub fn of(
        actor: impl Into<By<'a>>,
        action: &'static str,
        resource_type: &'static str,
        resource_id: Option<String>,
        metadata: Value,
    ) -> Entry<'a> {
        Entry { actor: actor.into(), action, resource_type, resource_id, metadata }
    }
}

impl Entry<'_> {
    /// What sort of caller is named.
    pub fn actor_type(&self) -> ActorType {
        self.actor.actor_type()
    }
}

/// Writes an entry with the change it tells of.
pub fn record(tx: &Tx<'_>, engine: &Engine, entry: Entry<'_>) -> Result<()> {
    let Entry { actor, action, resource_type, resource_id, mut metadata } = entry;
    if let (Some((name, prefix)), Some(members)) = (actor.prefix(), metadata.as_object_mut()) {
        members.insert(name.to_owned(), json!(prefix));
    }
    let origin = actor.origin();
    let row = AuditEntry {
        id: engine.ids.next(),
        project: actor.project(),
        user: actor.user(),
        actor_type: actor.actor_type().as_str().to_owned(),
        action: action.to_owned(),
        resource_type: resource_type.to_owned(),
        resource_id,
        metadata: metadata.to_string(),
        ip: origin.map(|(ip, _)| ip.to_string()),
        user_agent: origin.and_then(|(_, agent)| agent.cloned()),
    };
    store::audit::insert(tx, &engine.keys, &row)
}
