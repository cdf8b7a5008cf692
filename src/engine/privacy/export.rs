//! A copy of what is stored of a user, for themselves.

use crate::base::{Error, Result, Timestamp};
use crate::domain::access::Account;
use crate::domain::account::User;
use crate::engine::Engine;
use crate::engine::audit::{self, Entry};
use crate::store;
use serde_json::json;
use std::sync::Arc;

pub use crate::store::export::{List, Lists};

/// The copy, as it was at one moment.
#[derive(Debug)]
pub struct Export {
    pub at: Timestamp,
    pub user: User,
    pub lists: Lists,
}

/// Copies what is stored of the caller; recorded, for it may be someone else at their session.
pub async fn export(engine: &Arc<Engine>, account: &Account) -> Result<Export> {
    let (keys, id, at) = (engine.keys.clone(), account.user, Timestamp::now());
    let read = engine.store.read(move |snap| {
        let user = store::users::find(snap, &keys, id)?.ok_or_else(|| Error::not_found("User"))?;
        Ok(Export { at, user, lists: store::export::lists(snap, &keys, id)? })
    });
    let export = read.await?;
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let user = Some(account.user.to_string());
        audit::record(tx, &engine_, Entry::of(&account, "gdpr.data_export", "user", user, json!({})))
    });
    write.await?;
    Ok(export)
}
