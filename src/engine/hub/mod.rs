//! What operators of inbound providers see: which project is meant, how the server is, who sends,
//! and what became of what they sent. Looking only; intake is with the sources.

pub mod events;

use super::Engine;
use crate::base::page::Page;
use crate::base::{Error, Kind, Result};
use crate::domain::project::ProjectId;
use crate::domain::source::{Source, SourceTag};
use crate::store;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// The only project there is, as long as none is made or changed.
#[derive(Debug, Default)]
pub struct Sole(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    /// How many projects were made since the start.
    made: u64,
    /// As of so many changes.
    found: Option<(u64, Option<ProjectId>)>,
}

impl Sole {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// To be called after the commit that makes a project.
    pub fn forget(&self) {
        let mut known = self.known();
        *known = Known { made: known.made + 1, found: None };
    }
}

/// The project that a path names, or else the one meant by all paths that name none. 404 when
/// there is no such project, or no way to tell.
pub async fn project(engine: &Engine, named: Option<&str>) -> Result<ProjectId> {
    match (named, &engine.settings.hub_project) {
        (Some(text), _) => ProjectId::parse(text).ok_or_else(|| Error::not_found("Project")),
        (None, Some(set)) => ProjectId::parse(&set.0).ok_or_else(|| Error::not_found("Project")),
        (None, None) => sole(engine).await?.ok_or_else(|| {
            let text = "Which project is meant is not clear: name it as /hub/{project_id}/api/v1, or set --hub-project";
            Error::new(Kind::NotFound, text)
        }),
    }
}

/// The only active project there is.
async fn sole(engine: &Engine) -> Result<Option<ProjectId>> {
    let changes = engine.directory.changes();
    let made = match &*engine.sole.known() {
        Known { found: Some((at, found)), .. } if *at == changes => return Ok(*found),
        known => known.made,
    };
    let active = engine.store.read(|snap| store::projects::first_active(snap, 2)).await?;
    let found = if let [only] = active[..] { Some(only) } else { None };
    let mut known = engine.sole.known();
    if known.made == made {
        known.found = Some((changes, found));
    }
    Ok(found)
}

/// A part that the server needs.
#[derive(Debug)]
pub struct Dependency {
    pub name: &'static str,
    pub up: bool,
    pub latency_ms: u64,
}

/// The parts that the server needs, as they are now.
pub async fn dependencies(engine: &Engine) -> [Dependency; 3] {
    let asked = Instant::now();
    let health = engine.health().await;
    let latency_ms = asked.elapsed().as_millis() as u64;
    let queue_ms = engine.store.write_wait().as_millis() as u64;
    [
        Dependency { name: "database", up: health.database, latency_ms },
        Dependency { name: "queue", up: health.queue && !health.stopping, latency_ms: queue_ms },
        // What is remembered is remembered in this process: it is there as long as that is.
        Dependency { name: "cache", up: true, latency_ms: 0 },
    ]
}

/// A source and where its events go.
#[derive(Debug)]
pub struct Integration {
    pub source: Source,
    pub callback_urls: Vec<String>,
}

/// Most sources that one answer shows.
const MOST: usize = 1000;

/// The sources of a project with the webhooks that can get their events, newest first.
pub async fn integrations(
    engine: &Engine,
    project: ProjectId,
    provider: Option<&str>,
    active_only: bool,
) -> Result<Vec<Integration>> {
    let view = engine.project(project).await?;
    let page = Page::<SourceTag> { limit: MOST, before: None };
    let found = engine.store.read(move |snap| store::sources::list(snap, project, page, !active_only)).await?;
    let of = |source: Source| {
        let to = view.webhooks.iter().filter(|hook| hook.rules.topics.may_match_below(&source.topic_prefix));
        Integration { callback_urls: to.map(|hook| hook.url.clone()).collect(), source }
    };
    Ok(found.rows.into_iter().filter(|source| provider.is_none_or(|slug| slug == source.slug)).map(of).collect())
}
