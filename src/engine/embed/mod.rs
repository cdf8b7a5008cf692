//! Embed tokens: making, listing and revoking them. What their holders may do is in `portal`.

pub mod portal;

use super::Engine;
use super::audit::{self, Entry};
use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Kind, Result, Timestamp, crypto};
use crate::domain::access::Actor;
use crate::domain::embed::{self, EmbedTag, EmbedToken, EmbedTokenId, NewEmbedToken};
use crate::store;
use serde_json::json;
use std::sync::Arc;

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    page: Page<EmbedTag>,
    include_inactive: bool,
) -> Result<Slice<EmbedToken, EmbedTag>> {
    let (project, now) = (actor.project, Timestamp::now());
    engine.store.read(move |snap| store::embed::list(snap, project, page, include_inactive, now)).await
}

/// Makes a token. Returns the whole token beside its row: it is shown this once. 403 when the body
/// names another project than that of the caller.
pub async fn create(engine: &Arc<Engine>, actor: &Actor, body: &Members<'_>) -> Result<(EmbedToken, String)> {
    let named = Fields(body).opt_str("project_id")?;
    if named.is_some_and(|id| id.to_ascii_lowercase() != actor.project.to_string()) {
        return Err(Error::new(Kind::Forbidden, "Access denied"));
    }
    let new = NewEmbedToken::read(body, Timestamp::now())?;
    let secret = crypto::random_token(embed::PREFIX);
    let token = new.create(engine.ids.next(), &secret);
    let (engine_, actor, hash) = (engine.clone(), actor.clone(), crypto::sha256(secret.as_bytes()));
    let write = engine.store.write(move |tx| {
        store::embed::insert(tx, actor.project, &token, &hash)?;
        let noted = json!({"prefix": token.prefix, "scopes": token.scopes, "tenant": token.tenant});
        let id = Some(token.id.to_string());
        audit::record(tx, &engine_, Entry::of(&actor, "embed_token.created", "embed_token", id, noted))?;
        Ok(token)
    });
    Ok((write.await?, secret))
}

/// Ends a token at once; one that has ended stays so and records nothing.
pub async fn revoke(engine: &Arc<Engine>, actor: &Actor, id: EmbedTokenId) -> Result<()> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let was_active = store::embed::is_active(tx, actor.project, id)?;
        if !store::embed::revoke(tx, actor.project, id)? {
            return Err(Error::not_found("Embed token"));
        }
        if was_active {
            let entry = Entry::of(&actor, "embed_token.revoked", "embed_token", Some(id.to_string()), json!({}));
            audit::record(tx, &engine_, entry)?;
        }
        Ok(())
    });
    write.await
}
