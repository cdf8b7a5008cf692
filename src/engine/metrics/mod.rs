//! What is counted of events, deliveries and circuits, for Prometheus. A label set is looked up
//! once per topic and webhook; whoever counts keeps the handle, and counting is an addition in
//! memory. Topics are chosen by callers, so there are never more than a number of them a project.

mod facts;
pub(super) mod process;
mod text;

pub use text::{Format, Samples, page};

use crate::base::Timestamp;
use crate::domain::channel::Medium;
use crate::domain::circuit::Change;
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::histogram::Histogram;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// What stands for the topics beyond the allowed number.
const OTHER: &str = "__other__";
/// How long the series of a webhook outlive its last delivery once it is not active any more.
const KEPT: Duration = Duration::from_secs(86_400);
const LATENCIES: [f64; 10] = [10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1000.0, 2500.0, 5000.0, 10_000.0];

/// Events of a topic.
pub type Events = Counter;

/// The labels of attempts: project, webhook, topic.
type Series = (ProjectId, WebhookId, Arc<str>);

/// Attempts of deliveries of one topic to one webhook.
#[derive(Debug)]
pub struct Attempts {
    success: Counter,
    failed: Counter,
    /// Of successful attempts, in milliseconds.
    latency: Histogram,
    used: AtomicI64,
}

impl Attempts {
    /// Counts an attempt that is stored; with its milliseconds when it succeeded.
    pub fn count(&self, success: Option<i64>, now: Timestamp) {
        match success {
            Some(millis) => {
                self.success.inc();
                self.latency.observe(millis as f64);
            }
            None => {
                self.failed.inc();
            }
        }
        self.used.store(now.secs(), Ordering::Relaxed);
    }
}

/// How often the circuit of a webhook changed.
#[derive(Debug, Default)]
struct Circuit {
    opened: Counter,
    closed: Counter,
    used: AtomicI64,
}

/// Everything that is counted.
#[derive(Debug)]
pub struct Metrics {
    /// Topics of a project that have series of their own.
    max_topics: usize,
    topics: Mutex<HashMap<ProjectId, HashSet<Arc<str>>>>,
    events: Mutex<HashMap<(ProjectId, Arc<str>), Events>>,
    attempts: Mutex<HashMap<Series, Arc<Attempts>>>,
    circuits: Mutex<HashMap<(ProjectId, WebhookId), Circuit>>,
    /// Alerts by channel, those that arrived and those that were given up.
    alerts: Mutex<BTreeMap<(Medium, bool), Counter>>,
    /// One-off tasks that ended, by whether they succeeded.
    tasks: [Counter; 2],
    facts: facts::Cache,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|e| e.into_inner())
}

impl Metrics {
    pub fn new(max_topics: u32) -> Metrics {
        Metrics {
            max_topics: max_topics as usize,
            topics: Mutex::default(),
            events: Mutex::default(),
            attempts: Mutex::default(),
            circuits: Mutex::default(),
            alerts: Mutex::default(),
            tasks: Default::default(),
            facts: facts::Cache::default(),
        }
    }

    /// The counter of the events of a topic, to be kept.
    pub fn events(&self, project: ProjectId, topic: Option<&str>) -> Events {
        let topic = self.topic(project, topic);
        locked(&self.events).entry((project, topic)).or_default().clone()
    }

    /// The counters of the attempts of a topic at a webhook, to be kept while it is active.
    pub fn attempts(&self, project: ProjectId, webhook: WebhookId, topic: Option<&str>) -> Arc<Attempts> {
        let topic = self.topic(project, topic);
        let new = || {
            Arc::new(Attempts {
                success: Counter::default(),
                failed: Counter::default(),
                latency: Histogram::new(LATENCIES),
                used: AtomicI64::new(Timestamp::now().secs()),
            })
        };
        locked(&self.attempts).entry((project, webhook, topic)).or_insert_with(new).clone()
    }

    /// The label of a topic: itself while there is room for it.
    fn topic(&self, project: ProjectId, topic: Option<&str>) -> Arc<str> {
        let Some(topic) = topic.filter(|topic| self.max_topics > 0 && !topic.is_empty()) else { return "".into() };
        let mut topics = locked(&self.topics);
        let known = topics.entry(project).or_default();
        if let Some(found) = known.get(topic) {
            return found.clone();
        }
        if known.len() >= self.max_topics {
            return OTHER.into();
        }
        let topic: Arc<str> = topic.into();
        known.insert(topic.clone());
        topic
    }

    /// Counts that a circuit opened or closed.
    pub fn circuit(&self, project: ProjectId, webhook: WebhookId, change: Change) {
        let mut circuits = locked(&self.circuits);
        let circuit = circuits.entry((project, webhook)).or_default();
        circuit.used.store(Timestamp::now().secs(), Ordering::Relaxed);
        let counter = match change {
            Change::Opened => &circuit.opened,
            Change::Closed => &circuit.closed,
            Change::Failing => return,
        };
        counter.inc();
    }

    /// Counts an alert that arrived, or was given up.
    pub fn alert(&self, medium: Medium, arrived: bool) {
        locked(&self.alerts).entry((medium, arrived)).or_default().inc();
    }

    /// Counts a one-off task that ran and ended.
    pub fn task(&self, succeeded: bool) {
        self.tasks[usize::from(succeeded)].inc();
    }

    /// Drops the series of webhooks that nobody counts for any more.
    pub(super) fn forget_idle(&self, now: Timestamp) {
        let old = now.minus(KEPT).secs();
        let mut attempts = locked(&self.attempts);
        // Whoever may still count holds a handle.
        attempts.retain(|_, series| Arc::strong_count(series) > 1 || series.used.load(Ordering::Relaxed) > old);
        let active: HashSet<WebhookId> = attempts.keys().map(|(_, webhook, _)| *webhook).collect();
        drop(attempts);
        locked(&self.circuits)
            .retain(|(_, webhook), circuit| active.contains(webhook) || circuit.used.load(Ordering::Relaxed) > old);
    }

    /// Drops all series of a project that exists no more.
    pub fn forget_project(&self, project: ProjectId) {
        locked(&self.topics).remove(&project);
        locked(&self.events).retain(|(of, _), _| *of != project);
        locked(&self.attempts).retain(|(of, ..), _| *of != project);
        locked(&self.circuits).retain(|(of, _), _| *of != project);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;

    #[test]
    fn callers_cannot_make_more_series_than_allowed() {
        let (ids, metrics) = (IdSource::default(), Metrics::new(2));
        let project = ids.next();
        for topic in ["a", "b", "c", "d", "a"] {
            metrics.events(project, Some(topic)).inc();
        }
        metrics.events(project, None).inc();
        let events = locked(&metrics.events);
        let mut found: Vec<(&str, u64)> = events.iter().map(|((_, topic), count)| (&**topic, count.get())).collect();
        found.sort_unstable();
        assert_eq!(found, [("", 1), ("__other__", 2), ("a", 2), ("b", 1)]);
        let none = Metrics::new(0);
        assert_eq!(&*none.topic(project, Some("a")), "");
    }

    #[test]
    fn series_go_a_day_after_their_webhook() {
        let (ids, metrics) = (IdSource::default(), Metrics::new(200));
        let (project, hook, now) = (ids.next(), ids.next(), Timestamp::now());
        let held = metrics.attempts(project, hook, Some("a"));
        held.count(Some(12), now);
        metrics.circuit(project, hook, Change::Opened);
        let days = |n: u64| now.plus(Duration::from_secs(n * 86_400 + 1));
        metrics.forget_idle(days(9));
        assert_eq!(locked(&metrics.attempts).len(), 1, "somebody may still count");
        drop(held);
        metrics.forget_idle(days(0));
        assert_eq!(locked(&metrics.attempts).len(), 1);
        metrics.forget_idle(days(1));
        assert!(locked(&metrics.attempts).is_empty() && locked(&metrics.circuits).is_empty());
    }
}
