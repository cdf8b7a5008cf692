//! The operations that faces may call, and the services behind them. Knows nothing of paths,
//! status codes or SQL text.

pub mod accept;
pub mod access;
pub mod accounts;
pub mod admin;
pub mod alarm;
pub mod analytics;
pub mod api_keys;
pub mod arrivals;
pub mod audit;
pub mod audit_log;
pub mod backup;
mod batches;
pub mod breach;
pub mod bus;
pub mod channels;
pub mod checkup;
pub mod consents;
pub mod dead_letters;
pub mod deliveries;
pub mod directory;
pub mod dispatch;
pub mod embed;
pub mod erasure;
pub mod events;
pub mod export;
pub mod health;
mod housekeeping;
pub mod hub;
pub mod ingest;
pub mod invitations;
pub mod jobs;
pub mod limits;
mod live;
pub mod local;
mod lock;
mod lockout;
pub mod login;
pub mod mail;
pub mod me;
pub mod members;
pub mod metrics;
pub mod mfa;
pub mod migration;
mod notices;
pub mod notifications;
pub mod offline;
pub mod origins;
pub mod outbound;
mod pace;
pub mod passwords;
pub mod pipelines;
pub mod portal;
pub mod privacy;
pub mod projects;
mod reauth;
pub mod recovery;
pub mod replays;
pub mod retention;
pub mod rotation;
pub mod router;
pub mod sandbox;
pub mod schemas;
pub mod sessions;
pub mod simulation;
pub mod sources;
pub mod state;
pub mod streams;
pub mod tasks;
#[cfg(test)]
pub(crate) mod testing;
pub mod tokens;
pub mod traffic;
pub mod uptime;
pub mod waiting;
pub mod webhooks;

use crate::base::crypto::Keys;
use crate::base::id::IdSource;
use crate::base::{Kind, Result, Timestamp};
use crate::config::{ServerSettings, Sync};
use crate::domain::project::ProjectId;
use crate::domain::sandbox::EndpointId;
use crate::domain::webhook::WebhookId;
use crate::store::{self, Store};
use directory::{Directory, ProjectView};
use dispatch::Dispatch;
use outbound::{Guard, Outbound};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Everything the running server shares.
#[derive(Debug)]
pub struct Engine {
    pub store: Store,
    pub keys: Arc<Keys>,
    pub ids: IdSource,
    /// As they were at the start; for limits see `limits`.
    pub settings: ServerSettings,
    pub limits: limits::Limits,
    pub directory: Directory,
    pub dispatch: Dispatch,
    pub outbound: Outbound,
    pub access: access::Cache,
    pub passwords: passwords::PasswordPool,
    pub mail: Arc<mail::Post>,
    pub backups: backup::Backups,
    pub metrics: Arc<metrics::Metrics>,
    pub uptime: uptime::Uptime,
    pub bus: Arc<bus::Bus>,
    origins: origins::Origins,
    recoveries: recovery::Requests,
    waiting: alarm::Alarm,
    alerts: alarm::Alarm,
    jobs: jobs::Jobs,
    oneoffs: tasks::Tasks,
    batches: batches::Batches,
    pub replays: replays::Replays,
    local_logins: local::Used,
    tests: pace::PerMinute<WebhookId>,
    captures: pace::PerMinute<EndpointId>,
    checks: schemas::Room,
    /// The only project, as far as it is known.
    sole: Arc<hub::Sole>,
    erasures: erasure::Bell,
    retention: retention::Runs,
    /// Ends the services; set first at shutdown.
    stopping: CancellationToken,
    tasks: TaskTracker,
    started: Timestamp,
    /// Held for as long as the data is ours.
    _lock: lock::Lock,
}

/// How long a caller waits for the rest of a change that goes on without them.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whether the parts that matter work.
#[derive(Debug, Clone, Copy)]
pub struct Health {
    pub database: bool,
    pub queue: bool,
    pub stopping: bool,
    pub started: Timestamp,
}

impl Engine {
    /// Opens the data folder: lock, key, migrations, repair of what a kill left.
    pub fn open(settings: &ServerSettings) -> Result<Arc<Engine>> {
        let lock = lock::Lock::take(settings)?;
        rotation::finish(settings)?;
        migration::keep_old(settings)?;
        let keys = Keys::derive(&lock::master_key(settings)?)?;
        let options = store::Options {
            path: settings.db.clone(),
            full_sync: settings.sync == Sync::Full,
            cache_mb: settings.cache_mb,
        };
        let now = Timestamp::now();
        let check = lock::key_check(&keys);
        let (store, found) = Store::open(&options, |tx| {
            store::meta::check_key(tx, &check)?;
            store::replays::recover(tx, now)?;
            store::tasks::recover(tx, now)?;
            if settings.no_reveal {
                store::api_keys::forget_secrets(tx)?;
            }
            let queue =
                (store::queue::recover(tx, now)?, store::queue::pending_by_project(tx)?, store::batches::waiting(tx)?);
            let cut = store::job_runs::running(tx)?;
            let rests = (store::projects::held(tx)?, store::tasks::waiting(tx)?);
            Ok((store::queue::newest(tx)?, queue, rests, cut))
        })?;
        lock::restrict(settings)?;
        let (newest, (backlog, pending, batched), (held, waiting), cut) = found;
        let guard = Guard { allow: settings.allow_private_destinations.0.0.clone(), ..Guard::default() };
        let live = Arc::<traffic::Traffic>::default();
        let engine = Arc::new(Engine {
            store,
            keys: Arc::new(keys),
            ids: IdSource::after(newest),
            directory: Directory::default(),
            oneoffs: tasks::Tasks::found(&waiting, &held),
            dispatch: Dispatch::new(settings.delivery_workers, backlog, held, live.clone()),
            outbound: Outbound::new(Arc::new(guard), settings.egress_proxy.0.as_ref())?,
            access: access::Cache::default(),
            passwords: passwords::PasswordPool::default(),
            mail: Arc::new(mail::Post::new(settings)?),
            backups: backup::Backups::default(),
            metrics: Arc::new(metrics::Metrics::new(settings.metrics_max_topics)),
            uptime: uptime::Uptime::default(),
            bus: Arc::default(),
            origins: origins::Origins::default(),
            recoveries: recovery::Requests::default(),
            waiting: alarm::Alarm::default(),
            alerts: alarm::Alarm::default(),
            jobs: jobs::Jobs::found(cut),
            batches: batches::Batches::found(&batched, now),
            replays: replays::Replays::new(live),
            local_logins: local::Used::default(),
            tests: pace::PerMinute::default(),
            captures: pace::PerMinute::default(),
            checks: schemas::Room::default(),
            sole: Arc::default(),
            erasures: erasure::Bell::default(),
            retention: retention::Runs::default(),
            stopping: CancellationToken::new(),
            tasks: TaskTracker::new(),
            started: now,
            limits: limits::Limits::of(settings),
            settings: settings.clone(),
            _lock: lock,
        });
        for (project, count) in pending {
            engine.directory.live(project).add_pending(count);
        }
        Ok(engine)
    }

    /// Starts the background services. `own` are the bound listeners: never delivered to.
    pub fn run(self: &Arc<Engine>, own: Vec<SocketAddr>) {
        self.outbound.set_own(own);
        self.outbound.set_sandbox(webhooks::url_policy(self));
        let (dispatch, waiting) = (self.clone(), self.clone());
        self.tasks.spawn(async move { dispatch::run(&dispatch).await });
        self.tasks.spawn(async move { waiting::run(&waiting).await });
        let batches = self.clone();
        self.tasks.spawn(async move { batches::run(&batches).await });
        let oneoffs = self.clone();
        self.tasks.spawn(async move { tasks::run(&oneoffs).await });
        let jobs = self.clone();
        self.tasks.spawn(async move { jobs::run(&jobs).await });
        let (stamps, ends, guard) = (self.clone(), self.clone(), self.clone());
        self.tasks.spawn(async move { breach::run(&guard).await });
        self.tasks.spawn(async move { projects::resume(&ends).await });
        self.tasks.spawn(async move { access::run(&stamps).await });
        let chores = self.clone();
        self.tasks.spawn(async move { housekeeping::run(&chores).await });
        let old = self.clone();
        self.tasks.spawn(async move { retention::serve(&old).await });
        let letters = self.clone();
        self.tasks.spawn(async move { mail::run(&letters).await });
        let erasures = self.clone();
        self.tasks.spawn(async move { erasure::run(&erasures).await });
        let replaying = self.clone();
        self.tasks.spawn(async move { replays::resume(&replaying).await });
        let backups = self.clone();
        self.tasks.spawn(async move { backup::run(&backups).await });
        let alerts = self.clone();
        self.tasks.spawn(async move { channels::run(&alerts).await });
        let watch = self.clone();
        self.tasks.spawn(async move { uptime::run(&watch).await });
    }

    /// Starts no more attempts; what comes in from now on waits for the next start.
    pub fn stop_work(&self) {
        self.stopping.cancel();
    }

    /// Stops taking work, lets attempts in flight finish within `grace`, settles and closes.
    pub async fn shutdown(self: &Arc<Engine>, grace: Duration) {
        self.stop_work();
        self.tasks.close();
        let idle = async { tokio::join!(self.dispatch.idle(), self.jobs.idle(), self.oneoffs.idle()) };
        if tokio::time::timeout(grace, idle).await.is_err() {
            tracing::warn!("attempts still in flight at the end of the grace period will be made again");
        }
        let _ = tokio::time::timeout(Duration::from_secs(5), self.tasks.wait()).await;
        uptime::stopped(self).await;
        self.store.close().await;
    }

    /// Takes the limits of these settings from now on.
    pub fn set_limits(&self, settings: &ServerSettings) {
        if self.limits.set(settings) {
            self.directory.all_changed();
        }
    }

    /// Ends when shutdown begins.
    pub fn stopping(&self) -> &CancellationToken {
        &self.stopping
    }

    pub async fn health(&self) -> Health {
        let database = self.store.read(store::meta::ping).await.is_ok();
        Health {
            database: database && !self.store.is_broken(),
            queue: !self.dispatch.is_stuck(),
            stopping: self.stopping.is_cancelled(),
            started: self.started,
        }
    }

    /// Repeats `step` until it says that nothing is left, also when its caller goes away meanwhile
    /// or the disk is full: rows that are half-way through a change are in nobody's hands.
    async fn complete<F>(self: &Arc<Engine>, step: impl Fn(Arc<Engine>) -> F + Send + std::marker::Sync + 'static)
    where
        F: Future<Output = Result<bool>> + Send,
    {
        let engine = self.clone();
        let rest = self.tasks.spawn(async move {
            loop {
                match step(engine.clone()).await {
                    Ok(true) => {}
                    Ok(false) => return,
                    Err(e) => {
                        tracing::error!(error = ?e, "the rest of a change failed");
                        // What is left then is done by the next start.
                        if e.kind() != Kind::Unavailable || engine.store.is_broken() || engine.stopping.is_cancelled() {
                            return;
                        }
                        tokio::time::sleep(Duration::from_secs(1)).await;
                    }
                }
            }
        });
        let _ = tokio::time::timeout(PATIENCE, rest).await;
    }

    /// To be called by every operation that changes who may do what in a project: its status, its
    /// keys, its owner, its members. What is remembered of it is forgotten once that is durable.
    fn rights_changed(self: &Arc<Engine>, tx: &store::Tx<'_>, project: ProjectId) {
        let engine = self.clone();
        tx.after_commit(move || {
            engine.access.keys.changed(project);
            engine.directory.changed(project);
        });
    }

    /// To be called after a commit that ended deliveries of a project without an attempt.
    fn ended(&self, project: ProjectId, count: usize) {
        if count > 0 {
            self.directory.live(project).add_pending(-(count as i64));
            self.replays.recount();
        }
    }

    /// What routing and limits need of a project, from memory when it is there.
    pub async fn project(&self, id: ProjectId) -> Result<Arc<ProjectView>> {
        directory::view(self, id).await
    }
}
