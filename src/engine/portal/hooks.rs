//! Webhooks as integrators know them: a description, event types, and two secrets that sign side
//! by side, each replaced without the other. They are webhooks like all others.

use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Json, Kind, Result, Timestamp};
use crate::domain::access::{Account, Actor};
use crate::domain::given;
use crate::domain::signing::{Schemes, Secret};
use crate::domain::webhook::{Webhook, WebhookId, WebhookTag};
use crate::engine::{Engine, access, reauth, webhooks};
use crate::store;
use crate::store::webhooks::{Secrets, Stored};
use serde_json::json;
use std::sync::Arc;

/// One of the two places for a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    First,
    Second,
}

impl Slot {
    pub fn as_str(self) -> &'static str {
        match self {
            Slot::First => "first",
            Slot::Second => "second",
        }
    }
}

/// Both secrets, or the ends of them by which people tell them apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair<T> {
    pub first: Option<T>,
    pub second: Option<T>,
}

/// A webhook and the ends of its secrets.
#[derive(Debug)]
pub struct Hinted {
    pub webhook: Webhook,
    pub hints: Pair<String>,
}

/// Characters of a secret that are shown.
const SHOWN: usize = 4;

fn open(engine: &Engine, id: WebhookId, secrets: &Secrets) -> Result<Pair<Secret>> {
    let place = store::webhooks::place(id);
    let text = |sealed: &Option<Vec<u8>>| {
        let text = sealed.as_deref().map(|sealed| engine.keys.open_text(&place, sealed));
        text.transpose().map(|text| text.map(Secret::new))
    };
    Ok(Pair { first: text(&secrets.current)?, second: text(&secrets.previous)? })
}

/// A secret that is short tells nothing of itself.
fn hint(secret: &Secret) -> String {
    let text = secret.expose();
    let shown = text.char_indices().nth_back(SHOWN - 1).filter(|_| text.chars().count() >= 4 * SHOWN);
    format!("…{}", shown.map_or("", |(at, _)| &text[at..]))
}

fn hinted(engine: &Engine, Stored { mut webhook, secrets }: Stored) -> Result<Hinted> {
    let Pair { first, second } = open(engine, webhook.id, &secrets)?;
    webhooks::update_circuit(engine, &mut webhook);
    Ok(Hinted { webhook, hints: Pair { first: first.as_ref().map(hint), second: second.as_ref().map(hint) } })
}

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    page: Page<WebhookTag>,
    include_inactive: bool,
) -> Result<Slice<Hinted, WebhookTag>> {
    let project = actor.project;
    let read = engine.store.read(move |snap| store::webhooks::list_stored(snap, project, page, include_inactive));
    let Slice { rows, next } = read.await?;
    Ok(Slice { rows: rows.into_iter().map(|stored| hinted(engine, stored)).collect::<Result<_>>()?, next })
}

pub async fn get(engine: &Engine, actor: &Actor, id: WebhookId) -> Result<Hinted> {
    let project = actor.project;
    let stored = engine.store.read(move |snap| webhooks::find(snap, project, id)).await?;
    hinted(engine, stored)
}

/// Makes a webhook with both secrets, which signs in every scheme. Returns the secrets beside it.
pub async fn create(engine: &Arc<Engine>, actor: &Actor, body: &Members<'_>) -> Result<(Hinted, Pair<Secret>)> {
    let fields = Fields(body);
    fields.required_str("description")?;
    fields.required_str("url")?;
    if fields.get("event_types").is_none() {
        return Err(Error::missing("event_types"));
    }
    let mut native = native(fields)?;
    if native.get("name").is_none() {
        return Err(Error::missing("description"));
    }
    native.set("signature_schemes", Json::parse(&Schemes::ALL.to_text())?.into_owned());
    let second = webhooks::generate();
    let made = webhooks::create_with(engine, actor, &native, Some(&second)).await?;
    let secrets = Pair { first: made.secret, second: Some(second) };
    Ok((get(engine, actor, made.webhook.id).await?, secrets))
}

pub async fn update(engine: &Arc<Engine>, actor: &Actor, id: WebhookId, body: &Members<'_>) -> Result<Hinted> {
    get(engine, actor, id).await?;
    webhooks::update(engine, actor, id, &native(Fields(body))?).await?;
    get(engine, actor, id).await
}

/// What was said of a webhook, in the words of all other webhooks. 422 on the fields as they were
/// called.
fn native<'m>(fields: Fields<'m>) -> Result<Members<'m>> {
    let mut native: Members<'m> =
        fields.0.iter().filter(|(name, _)| ["url", "status"].contains(&&**name)).cloned().collect();
    if let Some(description) = given::short("description", fields.get("description"))? {
        native.set("name", Json::string(description));
    }
    if let Some(list) = fields.get("event_types") {
        let topics = given::topics("event_types", Some(list))?.filter(|topics| !topics.is_empty());
        topics.ok_or_else(|| Error::invalid("event_types", "event_types must have at least one item"))?;
        native.set("topics", list.clone());
    }
    Ok(native)
}

/// Both secrets, for a user who gives their password again.
pub async fn secrets(engine: &Arc<Engine>, actor: &Actor, id: WebhookId, password: String) -> Result<Pair<Secret>> {
    let account = Account::of(actor).ok_or_else(access::no_user)?;
    get(engine, actor, id).await?;
    reauth::confirm(engine, &account, password).await?;
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let stored = webhooks::find(tx, actor.project, id)?;
        webhooks::record(tx, &engine_, &actor, id, "webhook.secrets_revealed", json!({}))?;
        open(&engine_, id, &stored.secrets)
    });
    write.await
}

/// Puts a new secret in the place of one; the other stays as it is.
pub async fn rotate(engine: &Arc<Engine>, actor: &Actor, id: WebhookId, slot: Slot) -> Result<Secret> {
    let (engine_, actor, secret) = (engine.clone(), actor.clone(), webhooks::generate());
    let write = engine.store.write(move |tx| {
        let Stored { mut webhook, mut secrets } = webhooks::find(tx, actor.project, id)?;
        let sealed = Some(webhooks::seal(&engine_, id, &secret)?);
        match slot {
            Slot::First => secrets.current = sealed,
            Slot::Second if secrets.current.is_none() => return Err(unsigned()),
            Slot::Second => secrets.previous = sealed,
        }
        webhook.updated_at = Timestamp::now();
        store::webhooks::update(tx, actor.project, &webhook, &secrets)?;
        let noted = json!({"changed": ["secret"], "slot": slot.as_str()});
        webhooks::record(tx, &engine_, &actor, id, "webhook.updated", noted)?;
        let engine = engine_.clone();
        tx.after_commit(move || engine.directory.changed(actor.project));
        Ok(secret)
    });
    write.await
}

fn unsigned() -> Error {
    Error::new(Kind::Invalid, "The webhook has no first secret")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_end_as_the_secret_does() {
        for (secret, shown) in [
            ("whsec_0123456789abcdef", "…cdef"),
            ("sixteen-chars-ok", "…s-ok"),
            ("fifteen-chars-x", "…"),
            ("ñññññññññññññññé", "…ñññé"),
            ("", "…"),
        ] {
            assert_eq!(hint(&Secret::new(secret)), shown, "{secret}");
        }
    }
}
