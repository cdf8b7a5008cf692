//! API keys in memory, exact: a change drops the entry after its commit and before its caller
//! hears, and a load that overlapped a change is not kept.

use crate::base::{Error, Kind, Result, Timestamp, crypto};
use crate::domain::access::{KeyId, ScopeSet, Who};
use crate::domain::account::UserId;
use crate::domain::allowlist::Allowlist;
use crate::domain::api_key::{ApiKey, Tenants};
use crate::domain::project::ProjectId;
use crate::engine::Engine;
use crate::store;
use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, RwLock};

/// What a request needs to know of its key.
#[derive(Debug)]
pub struct KeyView {
    pub key: KeyId,
    pub prefix: String,
    pub owner: UserId,
    pub project: ProjectId,
    pub scopes: ScopeSet,
    pub allowed_ips: Allowlist,
    pub tenants: Tenants,
    pub rotated_at: Option<Timestamp>,
    /// Microseconds of the last use that was noted.
    noted: AtomicI64,
}

impl KeyView {
    fn new(key: ApiKey, owner: UserId) -> KeyView {
        KeyView {
            key: key.id,
            prefix: key.prefix,
            owner,
            project: key.project,
            scopes: key.scopes,
            allowed_ips: key.allowed_ips,
            tenants: key.tenants,
            rotated_at: key.rotated_at,
            noted: AtomicI64::new(key.last_used_at.map_or(0, Timestamp::micros)),
        }
    }

    /// The key as a caller.
    pub fn who(&self) -> Who {
        Who::Key {
            id: self.key,
            prefix: self.prefix.clone(),
            owner: self.owner,
            rotated_at: self.rotated_at,
            tenants: self.tenants.clone(),
        }
    }

    /// Whether this use is to be noted: the last note is a minute old. True for one caller only.
    fn is_noteworthy(&self, now: Timestamp) -> bool {
        let noted = self.noted.load(Ordering::Relaxed);
        let due = now.since(Timestamp::from_micros(noted)) >= super::activity::EVERY;
        due && self.noted.compare_exchange(noted, now.micros(), Ordering::Relaxed, Ordering::Relaxed).is_ok()
    }
}

/// The usable keys that were seen, by hash. Only existing keys are kept, so their number bounds it.
#[derive(Debug, Default)]
pub struct KeyCache {
    views: RwLock<HashMap<[u8; 32], Arc<KeyView>>>,
    /// Rises with every change; a load keeps its result only if this stood still.
    changes: AtomicU64,
}

impl KeyCache {
    /// To be called after the commit of anything that may end or change keys of a project.
    pub fn changed(&self, project: ProjectId) {
        let mut views = self.views.write().unwrap_or_else(|e| e.into_inner());
        self.changes.fetch_add(1, Ordering::SeqCst);
        views.retain(|_, view| view.project != project);
    }

    /// How many changes there were.
    pub fn changes(&self) -> u64 {
        self.changes.load(Ordering::SeqCst)
    }

    fn find(&self, hash: &[u8; 32]) -> Option<Arc<KeyView>> {
        self.views.read().unwrap_or_else(|e| e.into_inner()).get(hash).cloned()
    }

    fn keep(&self, hash: [u8; 32], view: Arc<KeyView>, before: u64) {
        let mut views = self.views.write().unwrap_or_else(|e| e.into_inner());
        if self.changes.load(Ordering::SeqCst) == before {
            views.insert(hash, view);
        }
    }
}

/// The key with this text, if it may be used now; 401 `Invalid API key`.
pub async fn authenticate_key(engine: &Engine, key: &str) -> Result<Arc<KeyView>> {
    let hash = crypto::sha256(key.as_bytes());
    let view = match engine.access.keys.find(&hash) {
        Some(view) => view,
        None => load(engine, hash).await?,
    };
    let now = Timestamp::now();
    if view.is_noteworthy(now) {
        engine.access.activity.note_key(view.key, now);
    }
    Ok(view)
}

/// As [`authenticate_key`], of a key that its caller names too.
pub async fn authenticate_named_key(engine: &Engine, id: KeyId, key: &str) -> Result<Arc<KeyView>> {
    let view = authenticate_key(engine, key).await?;
    if view.key == id { Ok(view) } else { Err(unknown()) }
}

fn unknown() -> Error {
    Error::new(Kind::Unauthorized, "Invalid API key")
}

async fn load(engine: &Engine, hash: [u8; 32]) -> Result<Arc<KeyView>> {
    let before = engine.access.keys.changes.load(Ordering::SeqCst);
    let found = engine.store.read(move |snap| store::api_keys::find_usable(snap, &hash)).await?;
    let (key, owner) = found.ok_or_else(unknown)?;
    let view = Arc::new(KeyView::new(key, owner));
    engine.access.keys.keep(hash, view.clone(), before);
    Ok(view)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;
    use std::time::Duration;

    fn view(project: ProjectId) -> Arc<KeyView> {
        let ids = IdSource::default();
        Arc::new(KeyView::new(ApiKey::new(ids.next(), project, "jc_live_x"), ids.next()))
    }

    #[test]
    fn a_load_that_overlapped_a_change_is_not_kept() {
        let (ids, cache) = (IdSource::default(), KeyCache::default());
        let (one, other) = (ids.next(), ids.next());
        let before = cache.changes.load(Ordering::SeqCst);
        cache.changed(one);
        cache.keep([1; 32], view(one), before);
        assert!(cache.find(&[1; 32]).is_none());
        let before = cache.changes.load(Ordering::SeqCst);
        cache.keep([1; 32], view(one), before);
        cache.keep([2; 32], view(other), before);
        assert!(cache.find(&[1; 32]).is_some());
        cache.changed(one);
        assert!(cache.find(&[1; 32]).is_none() && cache.find(&[2; 32]).is_some());
    }

    #[test]
    fn uses_are_noted_once_a_minute() {
        let (view, start) = (view(IdSource::default().next()), Timestamp::now());
        for (seconds, noted) in [(0, true), (1, false), (59, false), (60, true), (61, false), (200, true)] {
            assert_eq!(view.is_noteworthy(start.plus(Duration::from_secs(seconds))), noted, "{seconds}");
        }
    }
}
