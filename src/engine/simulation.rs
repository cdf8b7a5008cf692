//! Trying out where an event would go. Nothing is stored or sent.

use super::Engine;
use super::directory::{Endpoint, ProjectView};
use super::router::{self, Derived};
use crate::base::json::Members;
use crate::base::{Id, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::event::{Draft, Event};
use crate::domain::pipeline::PipelineId;
use crate::domain::schema::Fault;
use crate::domain::transform::EventParts;
use std::sync::Arc;

/// A delivery that an event would make now.
#[derive(Debug)]
pub struct Simulated {
    pub endpoint: Arc<Endpoint>,
    /// What makes it, unless the event itself does.
    pub pipeline: Option<PipelineId>,
    /// The patterns by which the webhook or the pipeline is concerned.
    pub matched_topics: Vec<String>,
    /// The body that would be sent, JSON text.
    pub body: String,
    /// The headers that go with it, a JSON object; `x-signature` is null without a secret.
    pub headers: String,
}

/// What would become of an event.
#[derive(Debug)]
pub struct Simulation {
    pub deliveries: Vec<Simulated>,
    /// What is wrong with its payload; such an event would not be accepted.
    pub faults: Vec<Fault>,
}

/// Tries out what would become of an event: one entry per delivery, later ones of pipelines too.
pub async fn simulate(engine: &Arc<Engine>, actor: &Actor, body: Members<'_>) -> Result<Simulation> {
    let view = engine.project(actor.project).await?;
    let now = Timestamp::now();
    let draft = Draft::read(body, None, now)?;
    let route = router::route(&view, draft.topic.as_deref(), &draft.payload);
    let event = draft.accept(Id::floor(now));
    let faults = match view.schemas.rule(event.topic.as_deref()) {
        Some(rule) => rule.check(engine, &event.payload).await?,
        None => Vec::new(),
    };
    let own = Trial { event: &event, pipeline: None, now };
    let mut results = route.direct.iter().map(|webhook| own.direct(webhook)).collect::<Result<Vec<_>>>()?;
    for piped in &route.piped {
        let trial = Trial { pipeline: Some(piped.pipeline), ..own };
        let topics = pipeline_topics(&view, piped.pipeline, &event);
        results.push(trial.send(&piped.endpoint, topics, piped.payload.as_ref().unwrap_or(&event.payload))?);
    }
    for Derived { pipeline, topic, payload, delay } in route.derived {
        let derived = event.derive(event.id, topic, &payload, delay);
        let trial = Trial { event: &derived, pipeline: Some(pipeline), now };
        // One that waits is routed when its time comes, by what is there then.
        if !derived.waiting {
            let route = router::route_derived(&view, derived.topic.as_deref(), &payload);
            for webhook in route.direct.iter() {
                results.push(trial.direct(webhook)?);
            }
        }
    }
    Ok(Simulation { deliveries: results, faults })
}

fn pipeline_topics(view: &ProjectView, id: PipelineId, event: &Event) -> Vec<String> {
    let to = view.subscribed(event.topic.as_deref());
    let flow = to.flows.iter().find(|flow| flow.id == id);
    flow.map(|flow| flow.topics.matched(event.topic.as_deref()).map(str::to_owned).collect()).unwrap_or_default()
}

#[derive(Clone, Copy)]
struct Trial<'e> {
    event: &'e Event,
    pipeline: Option<PipelineId>,
    now: Timestamp,
}

impl Trial<'_> {
    /// The event as it is.
    fn direct(&self, endpoint: &Arc<Endpoint>) -> Result<Simulated> {
        let topics = endpoint.rules.topics.matched(self.event.topic.as_deref()).map(str::to_owned).collect();
        self.send(endpoint, topics, &self.event.payload)
    }

    fn send(&self, endpoint: &Arc<Endpoint>, matched_topics: Vec<String>, payload: &str) -> Result<Simulated> {
        let event = self.event;
        let parts = EventParts {
            id: "simulated",
            topic: event.topic.as_deref(),
            occurred_at: event.occurred_at(),
            nested: event.nested,
        };
        let body = endpoint.rules.body.build(&parts, payload)?;
        let signatures = endpoint.keys.sign(endpoint.rules.schemes, parts.id, self.now.secs(), body.as_bytes());
        let mut headers = endpoint.kept_headers(&signatures);
        if signatures.current.is_none() {
            headers.truncate(headers.len() - 1);
            headers.push_str(",\"x-signature\":null}");
        }
        Ok(Simulated { endpoint: endpoint.clone(), pipeline: self.pipeline, matched_topics, body, headers })
    }
}
