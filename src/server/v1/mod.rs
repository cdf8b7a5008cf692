//! The main face: the resources under `/api/v1`. This is the merge list; each resource file opens
//! with its own table.

mod auth;
mod ingest;
mod project;
mod token;

use super::Routes;

pub(super) fn routes() -> Routes {
    Routes::new().merge(auth::routes()).merge(project::routes()).merge(token::routes()).merge(ingest::routes())
}
