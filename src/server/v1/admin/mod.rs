//! What operators of the server see and do. The rows of superadmins say so.

mod audit_log;
mod backups;
mod projects;
mod retention;
mod settings;
mod uptime;
mod users;

use crate::server::Routes;

pub(super) fn routes() -> Routes {
    Routes::new()
        .merge(users::routes())
        .merge(projects::routes())
        .merge(audit_log::routes())
        .merge(settings::routes())
        .merge(retention::routes())
        .merge(backups::routes())
        .merge(uptime::routes())
}

#[cfg(test)]
mod tests;
