//! Which webhooks an event goes to.

use super::directory::{Endpoint, ProjectView, Subscribed};
use crate::base::Json;
use crate::domain::condition::Subject;
use crate::domain::webhook::WebhookId;
use std::sync::Arc;

/// Where an event goes: its topic, shared, and the webhooks whose topics and filters match.
#[derive(Debug, Clone)]
pub struct Route {
    pub topic: Option<Arc<str>>,
    pub webhooks: Arc<[Arc<Endpoint>]>,
}

/// Routes an event against the project as it is now. The payload is read only if a filter asks.
pub fn route(view: &ProjectView, topic: Option<&str>, payload: &Json<'_>) -> Route {
    let Subscribed { topic: shared, webhooks } = view.subscribed(topic);
    if webhooks.iter().all(|w| w.rules.filters.is_empty()) {
        return Route { topic: shared, webhooks };
    }
    let subject = Subject::new(payload, topic);
    let webhooks = webhooks.iter().filter(|w| w.rules.filters.hold(&subject)).cloned().collect();
    Route { topic: shared, webhooks }
}

/// Routes an event to one webhook whatever its topics; its status and its filters decide.
pub fn route_to(view: &ProjectView, webhook: WebhookId, topic: Option<&str>, payload: &Json<'_>) -> Route {
    let holds = |w: &&Arc<Endpoint>| w.rules.filters.hold(&Subject::new(payload, topic));
    let webhooks = view.webhook(webhook).filter(holds).cloned().into_iter().collect();
    Route { topic: view.subscribed(topic).topic, webhooks }
}
