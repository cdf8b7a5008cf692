//! The face ingest: signed events to one endpoint. An endpoint is a webhook, whose secrets sign
//! and whose URL receives.

use crate::server::Routes;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
}
