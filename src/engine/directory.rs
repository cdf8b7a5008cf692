//! What the hot paths need of each project, kept in memory and exact: a change drops the entry
//! after its commit and before its caller hears, and a load that overlapped a change is not kept.

use super::Engine;
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::allowlist::Allowlist;
use crate::domain::attempt::kept_request_headers;
use crate::domain::project::{Project, ProjectId};
use crate::domain::rate::{RateLimit, Window};
use crate::domain::signing::{Signatures, SigningKeys};
use crate::domain::transform::BodyConfig;
use crate::domain::webhook::{CustomHeaders, Rules, Webhook, WebhookId};
use crate::store;
use crate::store::webhooks::{Secrets, Stored};
use http::header::{ACCEPT_ENCODING, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Uri};
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, RwLock};

/// Topics whose webhooks are remembered per project; beyond, all are forgotten and learnt anew.
const REMEMBERED_TOPICS: usize = 1024;

/// A project as routing, limits and access see it.
#[derive(Debug)]
pub struct ProjectView {
    pub project: Project,
    /// Its owner restricted or objected to processing, or was deactivated.
    pub held: bool,
    pub allowed_ips: Allowlist,
    /// Active webhooks, oldest first.
    pub webhooks: Vec<Arc<Endpoint>>,
    pub live: Arc<Live>,
    by_topic: Mutex<HashMap<Arc<str>, Subscribed>>,
    without_topic: OnceLock<Arc<[Arc<Endpoint>]>>,
}

impl ProjectView {
    /// The active webhooks whose topics match; filters are not looked at yet. Learnt once a topic.
    pub fn subscribed(&self, topic: Option<&str>) -> Subscribed {
        let Some(topic) = topic else {
            let webhooks = self.without_topic.get_or_init(|| self.matching(None)).clone();
            return Subscribed { topic: None, webhooks };
        };
        let mut known = self.by_topic.lock().unwrap_or_else(|e| e.into_inner());
        if let Some(found) = known.get(topic) {
            return found.clone();
        }
        if known.len() >= REMEMBERED_TOPICS {
            known.clear();
        }
        let name: Arc<str> = topic.into();
        let found = Subscribed { topic: Some(name.clone()), webhooks: self.matching(Some(topic)) };
        known.insert(name, found.clone());
        found
    }

    fn matching(&self, topic: Option<&str>) -> Arc<[Arc<Endpoint>]> {
        self.webhooks.iter().filter(|w| w.rules.topics.matches(topic)).cloned().collect()
    }

    pub fn webhook(&self, id: WebhookId) -> Option<&Arc<Endpoint>> {
        self.webhooks.binary_search_by_key(&id, |w| w.id).ok().map(|at| &self.webhooks[at])
    }

    /// 403 `Processing restricted` while the project is held.
    pub fn require_unheld(&self) -> Result<()> {
        if self.held { Err(Error::new(Kind::Forbidden, "Processing restricted")) } else { Ok(()) }
    }
}

/// A webhook ready to be delivered to: rules compiled, keys prepared, headers written once.
#[derive(Debug)]
pub struct Endpoint {
    pub webhook: Webhook,
    pub project: ProjectId,
    pub rules: Rules,
    /// The rate limit with the server's default filled in.
    pub limits: RateLimit,
    pub keys: SigningKeys,
    pub uri: Uri,
    /// Content type, user agent and the webhook's own.
    pub headers: HeaderMap,
    /// No body configuration: the body follows from the event alone.
    pub plain_body: bool,
    /// `headers` as they are kept of an attempt, an unfinished JSON object.
    kept: String,
}

impl Endpoint {
    /// Opens the sealed secrets and compiles the rules.
    pub fn open(engine: &Engine, project: ProjectId, webhook: Webhook, secrets: &Secrets) -> Result<Endpoint> {
        let place = store::webhooks::place(webhook.id);
        let sealed = [&secrets.current, &secrets.previous].into_iter().flatten();
        let secrets: Vec<String> = sealed.map(|s| engine.keys.open_text(&place, s)).collect::<Result<_>>()?;
        let secrets: Vec<&str> = secrets.iter().map(String::as_str).collect();
        let rules = webhook.config.compile()?;
        let headers = request_headers(engine, &rules.headers);
        let mut kept = kept_request_headers(headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())));
        kept.pop();
        let default = engine.settings.webhook_rate_limit;
        let some = |n: u32| Some(n).filter(|n| *n > 0);
        let default =
            RateLimit { per_second: some(default.per_second), per_minute: some(default.per_minute), concurrent: None };
        Ok(Endpoint {
            project,
            limits: rules.rate_limit.or(default),
            keys: SigningKeys::new(&secrets),
            uri: webhook.url.parse().map_err(Error::internal)?,
            plain_body: rules.body == BodyConfig::default(),
            rules,
            headers,
            kept,
            webhook,
        })
    }

    /// The request headers of an attempt that cannot be derived from its row, as a JSON object.
    pub fn kept_headers(&self, signatures: &Signatures) -> String {
        let mut kept = String::with_capacity(self.kept.len() + 256);
        kept.push_str(&self.kept);
        for (name, value) in [
            ("x-signature", &signatures.current),
            ("x-signature-previous", &signatures.previous),
            ("webhook-signature", &signatures.standard),
        ] {
            if let Some(value) = value {
                // Base64 and fixed words: nothing in it needs an escape.
                kept.push_str(",\"");
                kept.push_str(name);
                kept.push_str("\":\"");
                kept.push_str(value);
                kept.push('"');
            }
        }
        kept.push('}');
        kept
    }
}

/// What every request of ours says, and what its owner adds or puts in the place of it.
pub(super) fn request_headers(engine: &Engine, own: &CustomHeaders) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    // Answers are kept as they come and cut at a limit: a packed one would be unreadable.
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    if let Ok(agent) = HeaderValue::from_str(&engine.settings.user_agent) {
        headers.insert(USER_AGENT, agent);
    }
    for (name, value) in own.iter() {
        // Checked when they were set; a value that HTTP refuses all the same is left out.
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
    headers
}

impl Deref for Endpoint {
    type Target = Webhook;
    fn deref(&self) -> &Webhook {
        &self.webhook
    }
}

/// A topic, shared, and the webhooks subscribed to it.
#[derive(Debug, Clone)]
pub struct Subscribed {
    pub topic: Option<Arc<str>>,
    pub webhooks: Arc<[Arc<Endpoint>]>,
}

/// Counters of a project that outlive its view.
#[derive(Debug, Default)]
pub struct Live {
    /// API calls and accepted events of the present minute.
    pub calls: Window,
    pub events: Window,
    pending: AtomicI64,
}

impl Live {
    /// Deliveries that are not finished.
    pub fn pending(&self) -> i64 {
        self.pending.load(Ordering::Relaxed)
    }

    pub fn add_pending(&self, delta: i64) {
        self.pending.fetch_add(delta, Ordering::Relaxed);
    }
}

/// The views, and the counters beside them.
#[derive(Debug, Default)]
pub struct Directory {
    views: RwLock<HashMap<ProjectId, Arc<ProjectView>>>,
    live: Mutex<HashMap<ProjectId, Arc<Live>>>,
    /// Rises with every change; a load keeps its result only if this stood still.
    changes: AtomicU64,
}

impl Directory {
    pub fn live(&self, project: ProjectId) -> Arc<Live> {
        self.live.lock().unwrap_or_else(|e| e.into_inner()).entry(project).or_default().clone()
    }

    /// To be called after the commit of anything a view shows: project, owner, webhooks.
    pub fn changed(&self, project: ProjectId) {
        let mut views = self.views.write().unwrap_or_else(|e| e.into_inner());
        self.changes.fetch_add(1, Ordering::SeqCst);
        views.remove(&project);
    }

    fn find(&self, project: ProjectId) -> Option<Arc<ProjectView>> {
        self.views.read().unwrap_or_else(|e| e.into_inner()).get(&project).cloned()
    }
}

pub(super) async fn view(engine: &Engine, id: ProjectId) -> Result<Arc<ProjectView>> {
    let directory = &engine.directory;
    if let Some(found) = directory.find(id) {
        return Ok(found);
    }
    let before = directory.changes.load(Ordering::SeqCst);
    let read = engine.store.read(move |snap| {
        let Some(project) = store::projects::find(snap, id)? else { return Err(Error::not_found("Project")) };
        let held = store::projects::is_held(snap, id)?;
        Ok((project, held, store::webhooks::all_active(snap, id)?))
    });
    let (project, held, stored) = read.await?;
    let mut webhooks = Vec::with_capacity(stored.len());
    for Stored { webhook, secrets } in stored {
        webhooks.push(Arc::new(Endpoint::open(engine, id, webhook, &secrets)?));
    }
    let view = Arc::new(ProjectView {
        allowed_ips: project.allowed_ips(),
        project,
        held,
        webhooks,
        live: directory.live(id),
        by_topic: Mutex::default(),
        without_topic: OnceLock::new(),
    });
    let mut views = directory.views.write().unwrap_or_else(|e| e.into_inner());
    if directory.changes.load(Ordering::SeqCst) == before {
        views.insert(id, view.clone());
    }
    Ok(view)
}

/// 429 with `Retry-After` when the present minute has no room for `n` more of `limit`; 0 is off.
pub(super) fn spend(window: &Window, limit: u32, n: u32, now: Timestamp) -> Result<()> {
    if limit == 0 {
        return Ok(());
    }
    let quota = window.take(limit, n, now);
    if quota.allowed {
        return Ok(());
    }
    let refused = Error::new(Kind::RateLimited, "Rate limit exceeded. Try again later.");
    Err(refused.retry_after(quota.retry_after(now)).extra("limit", limit.into()).extra("remaining", 0.into()))
}
