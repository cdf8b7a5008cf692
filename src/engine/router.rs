//! Where an event goes: which webhooks get it as it is, and what pipelines make of it.

use super::directory::{Endpoint, Flow, ProjectView, Subscribed};
use super::metrics::Events;
use crate::base::{Json, Result};
use crate::domain::condition::Subject;
use crate::domain::event::Event;
use crate::domain::pipeline::{PipelineId, Stop};
use crate::domain::step::Target;
use crate::domain::webhook::WebhookId;
use std::sync::Arc;
use std::time::Duration;

/// Bytes of payloads of their own that the deliveries of one event may have in all.
const MAX_OUTPUTS: usize = 16 << 20;

/// Where an event goes.
#[derive(Debug)]
pub struct Route {
    /// Its topic, shared.
    pub topic: Option<Arc<str>>,
    /// Webhooks that get it as it is.
    pub direct: Arc<[Arc<Endpoint>]>,
    /// What pipelines send, oldest pipeline first.
    pub piped: Vec<Piped>,
    /// Events that pipelines make of it.
    pub derived: Vec<Derived>,
    /// Where it is counted once it is stored.
    pub events: Events,
}

/// A delivery that a pipeline asks for.
#[derive(Debug)]
pub struct Piped {
    pub endpoint: Arc<Endpoint>,
    pub pipeline: PipelineId,
    /// JSON text; `None` when it is that of the event.
    pub payload: Option<String>,
    pub delay: Duration,
}

/// An event that a pipeline asks for.
#[derive(Debug)]
pub struct Derived {
    pub pipeline: PipelineId,
    pub topic: String,
    pub payload: Json<'static>,
    pub delay: Duration,
}

impl Route {
    fn to(subscribed: &Subscribed, direct: Arc<[Arc<Endpoint>]>) -> Route {
        let (topic, events) = (subscribed.topic.clone(), subscribed.events.clone());
        Route { topic, direct, piped: Vec::new(), derived: Vec::new(), events }
    }

    /// The route of an event that waits for its time: nowhere yet.
    pub fn later(view: &ProjectView, topic: Option<&str>) -> Route {
        Route::to(&view.subscribed(topic), Arc::default())
    }
}

/// Routes an event against the project as it is now. The payload is read only if someone asks.
pub fn route(view: &ProjectView, topic: Option<&str>, payload: &Json<'_>) -> Route {
    decide(view, &view.subscribed(topic), topic, payload)
}

/// Routes an event that a pipeline made: to webhooks alone, also those that pipelines take over,
/// for nothing else would reach them.
pub fn route_derived(view: &ProjectView, topic: Option<&str>, payload: &Json<'_>) -> Route {
    let to = view.subscribed(topic);
    Route::to(&to, filtered(&to.all, topic, payload))
}

/// Routes an event to one webhook whatever its topics; its status and its filters decide.
pub fn route_to(view: &ProjectView, webhook: WebhookId, topic: Option<&str>, payload: &Json<'_>) -> Route {
    let holds = |w: &&Arc<Endpoint>| w.rules.filters.hold(&Subject::new(payload, topic));
    Route::to(&view.subscribed(topic), view.webhook(webhook).filter(holds).cloned().into_iter().collect())
}

/// Routes an event that is stored.
pub fn route_stored(view: &ProjectView, event: &Event) -> Result<Route> {
    let topic = event.topic.as_deref();
    if let Some(webhook) = event.only {
        return Ok(route_to(view, webhook, topic, &Json::parse(&event.payload)?));
    }
    if event.derived_from.is_some() {
        return Ok(route_derived(view, topic, &Json::parse(&event.payload)?));
    }
    let to = view.subscribed(topic);
    match to.reads_payload {
        true => Ok(decide(view, &to, topic, &Json::parse(&event.payload)?)),
        false => Ok(Route::to(&to, to.webhooks.clone())),
    }
}

fn decide(view: &ProjectView, to: &Subscribed, topic: Option<&str>, payload: &Json<'_>) -> Route {
    if !to.reads_payload {
        return Route::to(to, to.webhooks.clone());
    }
    let mut outputs =
        Outputs { view, payload, route: Route::to(to, filtered(&to.webhooks, topic, payload)), room: MAX_OUTPUTS };
    to.flows.iter().for_each(|flow| outputs.run(flow, topic));
    outputs.route
}

fn filtered(webhooks: &Arc<[Arc<Endpoint>]>, topic: Option<&str>, payload: &Json<'_>) -> Arc<[Arc<Endpoint>]> {
    if webhooks.iter().all(|w| w.rules.filters.is_empty()) {
        return webhooks.clone();
    }
    let subject = Subject::new(payload, topic);
    webhooks.iter().filter(|w| w.rules.filters.hold(&subject)).cloned().collect()
}

/// The running of pipelines over one event.
struct Outputs<'v> {
    view: &'v ProjectView,
    payload: &'v Json<'v>,
    route: Route,
    room: usize,
}

impl Outputs<'_> {
    /// Adds what one pipeline sends. One that fails sends nothing at all.
    fn run(&mut self, flow: &Flow, topic: Option<&str>) {
        let Some(steps) = &flow.steps else { return };
        let run = steps.run(self.payload.clone().into_owned(), topic, |_, _| {});
        let before = (self.route.piped.len(), self.route.derived.len());
        let mut fits = true;
        let output = match run.output {
            Ok(output) => flow.target.map(|id| (Target::Webhook(id), output, run.delay)),
            Err(Stop::Filtered(_)) => None,
            Err(Stop::Failed(reason)) => return failed(flow, &reason),
        };
        for (target, output, delay) in run.sent.into_iter().chain(output) {
            let delay = Duration::from_secs(u64::from(delay));
            fits &= match target {
                Target::Webhook(webhook) => self.send(flow.id, webhook, &output, delay),
                Target::Topic(topic) => self.derive(Derived { pipeline: flow.id, topic, payload: output, delay }),
            };
        }
        if !fits {
            self.route.piped.truncate(before.0);
            self.route.derived.truncate(before.1);
            failed(flow, "the results for one event are too large together");
        }
    }

    /// False when there is no room for it.
    fn send(&mut self, pipeline: PipelineId, webhook: WebhookId, output: &Json<'_>, delay: Duration) -> bool {
        let Some(endpoint) = self.view.webhook(webhook).cloned() else { return true };
        let payload = (output != self.payload).then(|| output.to_text());
        let fits = self.take(payload.as_ref().map_or(0, String::len));
        self.route.piped.push(Piped { endpoint, pipeline, payload, delay });
        fits
    }

    fn derive(&mut self, derived: Derived) -> bool {
        let fits = self.take(derived.payload.to_text().len());
        self.route.derived.push(derived);
        fits
    }

    fn take(&mut self, bytes: usize) -> bool {
        let fits = bytes <= self.room;
        self.room = self.room.saturating_sub(bytes);
        fits
    }
}

/// Closed: what could not be worked out is not sent.
fn failed(flow: &Flow, reason: &str) {
    tracing::error!(pipeline = %flow.id, "a pipeline failed and sends nothing: {reason}");
}
