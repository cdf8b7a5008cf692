//! The main face: the resources under `/api/v1`. This is the merge list; each resource file opens
//! with its own table.

mod ingest;

use super::Routes;

pub(super) fn routes() -> Routes {
    Routes::new().merge(ingest::routes())
}
