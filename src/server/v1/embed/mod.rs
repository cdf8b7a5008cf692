//! What pages of others show of a project: the tokens they do it with, and what these open.

mod portal;
mod tokens;

use crate::server::Routes;

pub(super) fn routes() -> Routes {
    tokens::routes().merge(portal::routes())
}
