//! A run that makes events: prepared before the write, stored with its events in one.

use super::tell;
use crate::base::{Error, Json, Kind, Result};
use crate::domain::event::{Draft, EventId, MAX_BYTES};
use crate::domain::job::{Emit, Job, Moment, Outcome, Run};
use crate::domain::project::ProjectId;
use crate::engine::directory::{self, ProjectView};
use crate::engine::{Engine, accept};
use crate::store::{Tx, job_runs};
use std::sync::Arc;

/// A run that is ready to be written, with the events that it made.
#[derive(Debug)]
pub(super) struct Firing {
    pub project: ProjectId,
    run: Run,
    /// What came of it; `None` while that are its events, whose ids the write gives.
    outcome: Option<Outcome>,
    events: Vec<(Arc<ProjectView>, accept::Ready)>,
}

/// Makes the events of a run; what refuses one refuses all and fails the run.
pub(super) async fn events(engine: &Engine, view: &Arc<ProjectView>, job: &Job, emit: &Emit, run: Run) -> Firing {
    let project = view.project.id;
    match prepare(engine, view, job, emit, &run).await {
        Ok(events) => {
            let events = events.into_iter().map(|event| (view.clone(), event)).collect();
            Firing { project, run, outcome: None, events }
        }
        Err(refused) => failed(project, run, Outcome::refused(&refused)),
    }
}

/// A run of which nothing came.
pub(super) fn failed(project: ProjectId, run: Run, outcome: Outcome) -> Firing {
    Firing { project, run, outcome: Some(outcome), events: Vec::new() }
}

/// The payload of a job for one run. 413 when its placeholders made it too large to send.
pub(super) fn payload<'j>(job: &'j Job, run: &Run) -> Result<(Json<'j>, String)> {
    let moment = Moment { job: job.id, name: &job.name, now: run.started_at, scheduled_for: run.scheduled_for() };
    let filled = moment.fill(Json::parse(job.action.payload())?);
    let text = filled.to_text();
    if text.len() > MAX_BYTES {
        return Err(Error::new(Kind::TooLarge, "Payload too large. Maximum is 256 KB."));
    }
    Ok((filled, text))
}

async fn prepare(engine: &Engine, view: &ProjectView, job: &Job, emit: &Emit, run: &Run) -> Result<Vec<accept::Ready>> {
    accept::admit(view)?;
    let (payload, _) = payload(job, run)?;
    let topics: Vec<Option<&String>> = match &emit.topics[..] {
        [] => vec![None],
        topics => topics.iter().map(Some).collect(),
    };
    let limit = view.project.rate_limit_events_per_minute;
    directory::spend(&view.live.events, limit, topics.len() as u32, run.started_at)?;
    let draft = |topic: Option<&String>| Draft {
        topic: topic.cloned(),
        payload: payload.clone(),
        nested: false,
        idempotency_key: None,
        deliver_at: None,
        only: emit.webhook,
        source: None,
        correlation_id: None,
    };
    let mut events = Vec::with_capacity(topics.len());
    for topic in topics {
        events.push(accept::prepare(engine, view, draft(topic)).await?);
    }
    Ok(events)
}

impl Firing {
    /// The rows that it takes.
    pub fn rows(&self) -> usize {
        1 + self.events.iter().map(|(_, event)| event.rows()).sum::<usize>()
    }

    /// Stores the run and its events; nothing when its slot has had its run. Returns the run.
    pub fn store(self, engine: &Arc<Engine>, tx: &Tx<'_>) -> Result<Run> {
        let Firing { project, mut run, outcome, mut events } = self;
        let emitted = || {
            let ids: Vec<EventId> = events.iter_mut().map(|(_, event)| event.number(engine, None)).collect();
            Outcome::emitted(&ids)
        };
        let now = run.started_at;
        run.finish(outcome.unwrap_or_else(emitted), now);
        if job_runs::insert(tx, project, &run)? {
            tell::ended(tx, engine, project, &run)?;
            for (view, event) in events {
                accept::store(engine, tx, &view, event, None)??;
            }
        }
        Ok(run)
    }
}
