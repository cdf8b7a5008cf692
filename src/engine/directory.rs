//! What the hot paths need of each project, kept in memory and exact: a change drops the entry
//! after its commit and before its caller hears, and a load that overlapped a change is not kept.

use super::Engine;
use super::metrics::{Attempts, Events, Metrics};
use super::schemas::Applied;
use super::sources::Inlet;
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::allowlist::Allowlist;
use crate::domain::attempt::kept_request_headers;
use crate::domain::pipeline::{Pipeline, PipelineId, Steps};
use crate::domain::project::{Project, ProjectId};
use crate::domain::rate::{Quota, RateLimit, Window};
use crate::domain::signing::{Scheme, Signatures, SigningKeys};
use crate::domain::topic::TopicSet;
use crate::domain::transform::BodyConfig;
use crate::domain::webhook::{CustomHeaders, Rules, Webhook, WebhookId};
use crate::store;
use crate::store::webhooks::{Secrets, Stored};
use http::header::{ACCEPT_ENCODING, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Uri};
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, RwLock};
use tokio::sync::Notify;

/// Topics whose webhooks are remembered per project; beyond, all are forgotten and learnt anew.
const REMEMBERED_TOPICS: usize = 1024;

/// A project as routing, limits and access see it.
#[derive(Debug)]
pub struct ProjectView {
    pub project: Project,
    /// Its owner restricted or objected to processing, was deactivated or is no more.
    pub held: bool,
    pub allowed_ips: Allowlist,
    /// Active webhooks, oldest first; none once the project is deleted.
    pub webhooks: Vec<Arc<Endpoint>>,
    /// Attempts are listed in the log for integrators: one of the webhooks signs for those.
    pub logs: bool,
    /// Active pipelines, oldest first.
    flows: Vec<Arc<Flow>>,
    /// Active sources by their slugs.
    pub inlets: HashMap<Arc<str>, Arc<Inlet>>,
    pub schemas: Arc<Applied>,
    pub live: Arc<Live>,
    metrics: Arc<Metrics>,
    by_topic: Mutex<HashMap<Arc<str>, Arc<Subscribed>>>,
    without_topic: OnceLock<Arc<Subscribed>>,
}

impl ProjectView {
    /// Whom a topic concerns; filters are not looked at yet. Learnt once a topic.
    pub fn subscribed(&self, topic: Option<&str>) -> Arc<Subscribed> {
        let Some(topic) = topic else {
            return self.without_topic.get_or_init(|| Arc::new(self.matching(None))).clone();
        };
        let mut known = self.by_topic.lock().unwrap_or_else(|e| e.into_inner());
        if let Some(found) = known.get(topic) {
            return found.clone();
        }
        if known.len() >= REMEMBERED_TOPICS {
            known.clear();
        }
        let name: Arc<str> = topic.into();
        let found = Arc::new(self.matching(Some(name.clone())));
        known.insert(name, found.clone());
        found
    }

    fn matching(&self, topic: Option<Arc<str>>) -> Subscribed {
        let flows: Vec<_> = self.flows.iter().filter(|f| f.topics.matches(topic.as_deref())).cloned().collect();
        let taken_over = |w: &Endpoint| flows.iter().any(|f| f.target == Some(w.id));
        let all: Arc<[_]> =
            self.webhooks.iter().filter(|w| w.rules.topics.matches(topic.as_deref())).cloned().collect();
        let webhooks = match all.iter().any(|w| taken_over(w)) {
            true => all.iter().filter(|w| !taken_over(w)).cloned().collect(),
            false => all.clone(),
        };
        let reads_payload = !flows.is_empty() || webhooks.iter().any(|w| !w.rules.filters.is_empty());
        let events = self.metrics.events(self.project.id, topic.as_deref());
        Subscribed { topic, webhooks, all, flows, reads_payload, events }
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
    /// The counters of the topics that were delivered so far.
    counters: Mutex<HashMap<Box<str>, Arc<Attempts>>>,
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
        let default = engine.limits.sends();
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
            counters: Mutex::default(),
            webhook,
        })
    }

    /// Where attempts of a topic are counted; looked up once a topic.
    pub fn counters(&self, metrics: &Metrics, topic: Option<&str>) -> Arc<Attempts> {
        let mut known = self.counters.lock().unwrap_or_else(|e| e.into_inner());
        let topic = topic.unwrap_or_default();
        if let Some(found) = known.get(topic) {
            return found.clone();
        }
        if known.len() >= REMEMBERED_TOPICS {
            known.clear();
        }
        let found = metrics.attempts(self.project, self.id, Some(topic));
        known.insert(topic.into(), found.clone());
        found
    }

    /// The request headers of an attempt that cannot be derived from its row, as a JSON object.
    pub fn kept_headers(&self, signatures: &Signatures) -> String {
        let mut kept = String::with_capacity(self.kept.len() + 256);
        kept.push_str(&self.kept);
        for (name, value) in [
            ("x-signature", &signatures.current),
            ("x-signature-previous", &signatures.previous),
            ("webhook-signature", &signatures.standard),
            ("x-signing-signature", &signatures.portal),
        ] {
            if let Some(value) = value {
                // Base64, numbers and fixed words: nothing in it needs an escape.
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

/// A pipeline ready to run.
#[derive(Debug)]
pub struct Flow {
    pub id: PipelineId,
    pub topics: TopicSet,
    /// `None` when they cannot be read: nothing passes then.
    pub steps: Option<Steps>,
    /// Who gets its output, and nothing else of the events that it is about.
    pub target: Option<WebhookId>,
}

impl Flow {
    fn open(pipeline: &Pipeline) -> Flow {
        let steps = pipeline.compile();
        if let Err(e) = &steps {
            tracing::error!(error = ?e, pipeline = %pipeline.id, "the steps of a pipeline cannot be read");
        }
        Flow { id: pipeline.id, topics: pipeline.topic_set(), steps: steps.ok(), target: pipeline.webhook }
    }
}

/// Whom a topic concerns.
#[derive(Debug)]
pub struct Subscribed {
    /// The topic, shared.
    pub topic: Option<Arc<str>>,
    /// Webhooks whose topics match, without those that a pipeline takes over.
    pub webhooks: Arc<[Arc<Endpoint>]>,
    /// Those too.
    pub all: Arc<[Arc<Endpoint>]>,
    /// Pipelines whose topics match.
    pub flows: Vec<Arc<Flow>>,
    /// Routing has to look into the payload.
    pub reads_payload: bool,
    /// Where its events are counted.
    pub events: Events,
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
    /// Beside the views, so that a schema is compiled again only when schemas change.
    schemas: Mutex<HashMap<ProjectId, Arc<Applied>>>,
    live: Mutex<HashMap<ProjectId, Arc<Live>>>,
    /// Rises with every change; a load keeps its result only if this stood still.
    changes: AtomicU64,
    /// Something changed in some project.
    news: Notify,
}

impl Directory {
    pub fn live(&self, project: ProjectId) -> Arc<Live> {
        self.live.lock().unwrap_or_else(|e| e.into_inner()).entry(project).or_default().clone()
    }

    /// Deliveries of all projects that are not finished.
    pub fn pending(&self) -> i64 {
        self.live.lock().unwrap_or_else(|e| e.into_inner()).values().map(|live| live.pending()).sum()
    }

    /// To be called after the commit of anything a view shows: project, owner, webhooks, pipelines.
    pub fn changed(&self, project: ProjectId) {
        let mut views = self.views.write().unwrap_or_else(|e| e.into_inner());
        self.changes.fetch_add(1, Ordering::SeqCst);
        views.remove(&project);
        drop(views);
        self.news.notify_waiters();
    }

    /// To be called after a change of what all views show.
    pub fn all_changed(&self) {
        let mut views = self.views.write().unwrap_or_else(|e| e.into_inner());
        self.changes.fetch_add(1, Ordering::SeqCst);
        views.clear();
        drop(views);
        self.news.notify_waiters();
    }

    /// Wakes whoever waits for a change of any project.
    pub fn news(&self) -> &Notify {
        &self.news
    }

    /// As [`Directory::changed`], for the event schemas of a project.
    pub fn schemas_changed(&self, project: ProjectId) {
        let mut views = self.views.write().unwrap_or_else(|e| e.into_inner());
        self.changes.fetch_add(1, Ordering::SeqCst);
        views.remove(&project);
        self.schemas().remove(&project);
    }

    fn schemas(&self) -> MutexGuard<'_, HashMap<ProjectId, Arc<Applied>>> {
        self.schemas.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// Drops everything that is remembered of a project that exists no more.
    pub fn forget(&self, project: ProjectId) {
        self.schemas_changed(project);
        self.live.lock().unwrap_or_else(|e| e.into_inner()).remove(&project);
    }

    /// How many changes there were.
    pub fn changes(&self) -> u64 {
        self.changes.load(Ordering::SeqCst)
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
    let known = directory.schemas().get(&id).cloned();
    let read = engine.store.read(move |snap| {
        let Some(project) = store::projects::find(snap, id)? else { return Err(Error::not_found("Project")) };
        let held = store::projects::is_held(snap, id)?;
        let (webhooks, pipelines, sources) = match project.active {
            true => (
                store::webhooks::all_active(snap, id)?,
                store::pipelines::all_active(snap, id)?,
                store::sources::all_active(snap, id)?,
            ),
            false => (Vec::new(), Vec::new(), Vec::new()),
        };
        let schemas = match known {
            Some(known) => known,
            None if project.active => Arc::new(Applied::new(store::schemas::applying(snap, id)?)),
            None => Arc::default(),
        };
        Ok((project, held, webhooks, pipelines, sources, schemas))
    });
    let (project, held, stored, pipelines, sources, schemas) = read.await?;
    let mut webhooks = Vec::with_capacity(stored.len());
    for Stored { webhook, secrets } in stored {
        webhooks.push(Arc::new(Endpoint::open(engine, id, webhook, &secrets)?));
    }
    let view = Arc::new(ProjectView {
        allowed_ips: project.allowed_ips(),
        project,
        held,
        logs: webhooks.iter().any(|w| w.rules.schemes.contains(Scheme::Portal)),
        webhooks,
        flows: pipelines.iter().map(|pipeline| Arc::new(Flow::open(pipeline))).collect(),
        inlets: super::sources::inlets(engine, sources)?,
        schemas,
        live: directory.live(id),
        metrics: engine.metrics.clone(),
        by_topic: Mutex::default(),
        without_topic: OnceLock::new(),
    });
    let mut views = directory.views.write().unwrap_or_else(|e| e.into_inner());
    if directory.changes.load(Ordering::SeqCst) == before {
        directory.schemas().insert(id, view.schemas.clone());
        views.insert(id, view.clone());
    }
    Ok(view)
}

/// 429 with `Retry-After` when the present minute has no room for `n` more of `limit`; 0 is off.
pub(super) fn spend(window: &Window, limit: u32, n: u32, now: Timestamp) -> Result<()> {
    if limit == 0 { Ok(()) } else { take(window, limit, n, now).map(drop) }
}

/// As [`spend`], with what is left.
pub(super) fn take(window: &Window, limit: u32, n: u32, now: Timestamp) -> Result<Quota> {
    let quota = window.take(limit, n, now);
    if quota.allowed {
        return Ok(quota);
    }
    let refused = Error::new(Kind::RateLimited, "Rate limit exceeded. Try again later.");
    Err(refused.retry_after(quota.retry_after(now)).extra("limit", limit.into()).extra("remaining", 0.into()))
}
