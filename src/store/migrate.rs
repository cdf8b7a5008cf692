//! Brings a database to the schema of this binary: each file of `schema/` once, in order.
//! A changed or unknown old file is refused, so an older binary never opens a newer database.

use crate::base::{Error, Result};
use refinery::{Migration, Runner, Target};
use rusqlite::Connection;

/// `V<n>__name` and its text; the text is what PostgreSQL would be given too.
const SCHEMA: &[(&str, &str)] = &[
    ("V1__accounts", include_str!("schema/V1__accounts.sql")),
    ("V2__events", include_str!("schema/V2__events.sql")),
    ("V3__teams", include_str!("schema/V3__teams.sql")),
    ("V4__mfa", include_str!("schema/V4__mfa.sql")),
    ("V5__mail", include_str!("schema/V5__mail.sql")),
    ("V6__me", include_str!("schema/V6__me.sql")),
    ("V7__privacy", include_str!("schema/V7__privacy.sql")),
    ("V8__admin", include_str!("schema/V8__admin.sql")),
    ("V9__pipelines", include_str!("schema/V9__pipelines.sql")),
    ("V10__schemas", include_str!("schema/V10__schemas.sql")),
    ("V11__jobs", include_str!("schema/V11__jobs.sql")),
    ("V12__replays", include_str!("schema/V12__replays.sql")),
    ("V13__sandbox", include_str!("schema/V13__sandbox.sql")),
    ("V14__batches", include_str!("schema/V14__batches.sql")),
    ("V15__analytics", include_str!("schema/V15__analytics.sql")),
    ("V16__retention", include_str!("schema/V16__retention.sql")),
    ("V17__uptime", include_str!("schema/V17__uptime.sql")),
    ("V19__embed", include_str!("schema/V19__embed.sql")),
    ("V20__streams", include_str!("schema/V20__streams.sql")),
    ("V21__channels", include_str!("schema/V21__channels.sql")),
    ("V22__tasks", include_str!("schema/V22__tasks.sql")),
    ("V23__sources", include_str!("schema/V23__sources.sql")),
    ("V24__portal", include_str!("schema/V24__portal.sql")),
    ("V25__faces", include_str!("schema/V25__faces.sql")),
    ("V27__arrivals", include_str!("schema/V27__arrivals.sql")),
];

/// The version of the schema of this binary.
pub(super) fn newest() -> i64 {
    SCHEMA.iter().filter_map(|(name, _)| name[1..].split("__").next()?.parse().ok()).max().unwrap_or(0)
}

/// A key by which rows are kept in order costs nothing in SQLite, but only under this name.
fn native(sql: &str) -> String {
    sql.replace("BIGINT /* row number */", "INTEGER")
}

pub(super) fn run(conn: &mut Connection) -> Result<()> {
    up_to(conn, Target::Latest)
}

fn up_to(conn: &mut Connection, target: Target) -> Result<()> {
    let migrations: Result<Vec<_>, _> =
        SCHEMA.iter().map(|(name, sql)| Migration::unapplied(name, &native(sql))).collect();
    let migrations = migrations.map_err(Error::internal)?;
    let runner = Runner::new(&migrations).set_abort_divergent(true).set_abort_missing(true).set_target(target);
    runner.run(conn).map_err(Error::internal)?;
    Ok(())
}

#[cfg(test)]
mod tests;
