//! Embed tokens as credentials: read live with every call, so that revoking one is in force at once.

use crate::base::{Error, Kind, Result, Timestamp, crypto};
use crate::domain::embed::EmbedToken;
use crate::domain::project::ProjectId;
use crate::engine::Engine;
use crate::store;

/// The token with this text, if it may be used now, and its project; 401.
pub async fn authenticate_embed(engine: &Engine, token: &str) -> Result<(EmbedToken, ProjectId)> {
    let (hash, now) = (crypto::sha256(token.as_bytes()), Timestamp::now());
    let found = engine.store.read(move |snap| store::embed::find_usable(snap, &hash, now)).await?;
    found.ok_or_else(|| Error::new(Kind::Unauthorized, "Invalid or expired embed token"))
}
