//! The main face: the resources under `/api/v1`. This is the merge list; each resource file opens
//! with its own table.

mod auth;
mod dead_letters;
mod deliveries;
mod events;
mod project;
mod token;
mod webhooks;

use super::Routes;

pub(super) fn routes() -> Routes {
    Routes::new()
        .merge(auth::routes())
        .merge(project::routes())
        .merge(token::routes())
        .merge(events::routes())
        .merge(webhooks::routes())
        .merge(deliveries::routes())
        .merge(dead_letters::routes())
}
