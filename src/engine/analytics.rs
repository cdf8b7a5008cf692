//! What happened in a project by the day, read from counters. A window is so many days of UTC, the
//! present one included.

use super::Engine;
use crate::base::{Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::analytics::{Daily, Day, DeliveryDay, EventDay, TopicCount, WebhookStats, filled};
use crate::domain::project::ProjectId;
use crate::store::{Snapshot, analytics};

/// The days to look at; `fill` adds those on which nothing happened.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    pub days: usize,
    pub fill: bool,
}

impl Window {
    async fn read<T: Daily + Send + 'static>(
        self,
        engine: &Engine,
        actor: &Actor,
        read: fn(&Snapshot<'_>, ProjectId, Day) -> Result<Vec<T>>,
    ) -> Result<Vec<T>> {
        let (project, today) = (actor.project, Day::of(Timestamp::now()));
        let first = today.first_of(self.days);
        let known = engine.store.read(move |snap| read(snap, project, first)).await?;
        Ok(if self.fill { filled(known, first, today) } else { known })
    }
}

/// Accepted events, oldest day first.
pub async fn events(engine: &Engine, actor: &Actor, window: Window) -> Result<Vec<EventDay>> {
    window.read(engine, actor, analytics::events).await
}

/// Deliveries by the day of their making, oldest day first.
pub async fn deliveries(engine: &Engine, actor: &Actor, window: Window) -> Result<Vec<DeliveryDay>> {
    window.read(engine, actor, analytics::deliveries).await
}

/// The topics with most events, of all time or of the last days.
pub async fn topics(engine: &Engine, actor: &Actor, days: Option<usize>, limit: usize) -> Result<Vec<TopicCount>> {
    let (project, today) = (actor.project, Day::of(Timestamp::now()));
    let since = days.map(|days| today.first_of(days));
    engine.store.read(move |snap| analytics::topics(snap, project, since, limit)).await
}

/// What became of the deliveries of each webhook in the last days, busiest webhook first.
pub async fn webhooks(engine: &Engine, actor: &Actor, days: usize) -> Result<Vec<WebhookStats>> {
    let (project, since) = (actor.project, Day::of(Timestamp::now()).first_of(days));
    engine.store.read(move |snap| analytics::webhooks(snap, project, since)).await
}
