//! Jobs as a file, those that are switched off too.

use super::period;
use super::table::{Table, Wanted};
use crate::base::Result;
use crate::domain::job::Job;
use crate::engine;
use crate::server::{Cx, Reply};

const JOBS: Table<Job> = Table {
    name: "jobs",
    // What a job is to send can be large.
    chunk: 100,
    columns: &[
        ("id", |job| job.id.to_string().into()),
        ("name", |job| job.name.as_str().into()),
        ("status", |job| job.status.as_str().into()),
        ("schedule_type", |job| job.timing.kind_name().into()),
        ("action_type", |job| job.action.kind().as_str().into()),
        ("inserted_at", |job| job.id.time().to_string().into()),
    ],
};

pub(super) async fn export(cx: Cx) -> Result<Reply> {
    let (wanted, created) = (Wanted::read(&cx, &JOBS)?, period(&cx)?);
    if cx.is_head() {
        return Ok(wanted.head());
    }
    let rows = engine::jobs::export(&cx.engine, cx.actor(), created, wanted.order);
    wanted.stream(rows).await
}
