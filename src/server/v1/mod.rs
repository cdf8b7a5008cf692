//! The main face: the resources under `/api/v1`. This is the merge list; each resource file opens
//! with its own table.

mod admin;
mod analytics;
pub(super) mod api_keys;
mod audit_log;
mod auth;
mod channels;
mod consents;
mod dead_letters;
mod deliveries;
mod email;
mod embed;
mod event_schemas;
mod events;
mod export;
pub(super) mod filters;
mod ingest;
mod invitations;
mod jobs;
mod me;
mod members;
mod mfa;
mod notifications;
mod pipelines;
mod privacy;
mod project;
mod projects;
mod recovery;
mod replays;
mod retention;
mod sandbox;
mod sources;
#[cfg(test)]
mod strangers;
mod stream;
mod tasks;
mod token;
mod webhooks;

use super::Routes;
use crate::base::{Error, Result};
use serde_json::value::RawValue;

pub(super) fn routes() -> Routes {
    Routes::new()
        .merge(auth::routes().merge(mfa::routes()).merge(recovery::routes()).merge(email::routes()).area("Accounts"))
        .merge(
            me::routes()
                .merge(consents::routes())
                .merge(notifications::routes())
                .merge(privacy::routes())
                .area("Own account"),
        )
        .merge(
            project::routes()
                .merge(projects::routes())
                .merge(members::routes())
                .merge(invitations::routes())
                .merge(token::routes())
                .merge(api_keys::routes())
                .area("Projects"),
        )
        .merge(
            ingest::routes()
                .merge(events::routes())
                .merge(stream::routes())
                .merge(event_schemas::routes())
                .area("Events"),
        )
        .merge(webhooks::routes().merge(sources::routes()).merge(pipelines::routes()).area("Webhooks"))
        .merge(deliveries::routes().merge(dead_letters::routes()).merge(replays::routes()).area("Deliveries"))
        .merge(jobs::routes().merge(tasks::routes()).area("Jobs"))
        .merge(channels::routes().area("Alerts"))
        .merge(sandbox::routes().area("Sandbox"))
        .merge(embed::routes().area("Portal"))
        .merge(
            analytics::routes()
                .merge(audit_log::routes())
                .merge(export::routes())
                .merge(retention::routes())
                .area("Records"),
        )
        .merge(admin::routes().area("Administration"))
}

/// What pages link to, beside the API.
pub(super) fn downloads() -> Routes {
    export::downloads().merge(privacy::downloads())
}

/// A stored JSON text, to be answered as it is.
pub(super) fn raw(text: &str) -> Result<&RawValue> {
    serde_json::from_str(text).map_err(Error::internal)
}
