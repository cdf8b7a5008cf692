//! Who sent an event and from where, as one small row that many events name.

use crate::base::{Result, Timestamp, crypto};
use crate::domain::access::{Actor, KeyId, Who};
use crate::domain::project::ProjectId;
use crate::engine::Engine;
use crate::store::Tx;
use crate::store::intake::{self, Origin, OriginId};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

const REMEMBERED: usize = 10_000;

type Key = (ProjectId, [u8; 16], IpAddr);

/// Origins that are known to be stored.
#[derive(Debug, Default)]
pub struct Origins(Mutex<HashMap<Key, OriginId>>);

impl Origins {
    fn find(&self, key: &Key) -> Option<OriginId> {
        self.0.lock().unwrap_or_else(|e| e.into_inner()).get(key).copied()
    }

    fn learn(&self, key: Key, id: OriginId) {
        let mut known = self.0.lock().unwrap_or_else(|e| e.into_inner());
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(key, id);
    }
}

/// What tells the secrets of a key apart: they are shown by different prefixes.
fn secret_of(key: KeyId, rotated_at: Option<Timestamp>) -> [u8; 16] {
    let since = rotated_at.map_or(0, Timestamp::micros);
    (u128::from_be_bytes(*key.as_bytes()) ^ u128::from(since.unsigned_abs())).to_be_bytes()
}

/// The id of the row for this actor, made when it is the first time; `None` for the system.
pub(super) fn resolve(engine: &Arc<Engine>, tx: &Tx<'_>, actor: &Actor) -> Result<Option<OriginId>> {
    let (who, actor_type, user, prefix) = match &actor.who {
        Who::Key { id, prefix, owner, rotated_at, .. } => {
            (secret_of(*id, *rotated_at), "api_key", *owner.as_bytes(), Some(prefix.clone()))
        }
        Who::User { id, .. } => (*id.as_bytes(), "user", *id.as_bytes(), None),
        // Holders of an embed token send no events.
        Who::Embed { .. } | Who::System => return Ok(None),
    };
    let key = (actor.project, who, actor.ip);
    if let Some(id) = engine.origins.find(&key) {
        return Ok(Some(id));
    }
    let ip = actor.ip.to_string();
    let fingerprint = crypto::hmac_sha256(&engine.keys.ip, &[&who, ip.as_bytes()]);
    let stored = intake::find_origin(tx, actor.project, &fingerprint)?;
    let id = match stored {
        Some(id) => id,
        None => {
            let id = engine.ids.next();
            let sealed = engine.keys.seal_text(&format!("origins.ip:{id}"), &ip)?;
            let ip_hash = crypto::hmac_sha256(&engine.keys.ip, &[ip.as_bytes()]);
            let origin = Origin { actor_type, user_id: user, api_key_prefix: prefix, ip: sealed, ip_hash };
            intake::insert_origin(tx, id, actor.project, &fingerprint, &origin)?;
            id
        }
    };
    let engine = engine.clone();
    tx.after_commit(move || engine.origins.learn(key, id));
    Ok(Some(id))
}
