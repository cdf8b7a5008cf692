//! What is told of the routes of retention.

use super::RetentionView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

const KINDS: &[&str] = &["events", "deliveries", "audit_logs", "dead_letters", "job_runs", "sandbox_requests"];

fn purged(about: About, count_name: &str) -> About {
    let body = object()
        .with("type", words(KINDS))
        .with("older_than", text().note("A date, a time, or an age as `90d`, `2w`, `12h`, `6mo`, `1y`."))
        .maybe("topic", text().nullable())
        .maybe("status", text().nullable())
        .maybe("webhook_id", text().nullable());
    let shape = object()
        .with("type", words(KINDS))
        .with(count_name, count())
        .with("older_than", text())
        .with("cutoff", time())
        .with("cascade", map(count()).note("What hangs on these rows."));
    about.body(body).answers(200, "How many rows.", shape)
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show how long data are kept").answers(200, "Days by kind.", book.of::<RetentionView>())
}

pub(super) fn update(book: &mut Book) -> About {
    let mut body = object()
        .maybe("retention_days", any().note("Of everything; null clears it."))
        .maybe("retention_policy", object().nullable().note("The members below in an object of their own."));
    for name in crate::domain::retention::FIELDS {
        body = body.maybe(name, count().nullable());
    }
    About::new("Change how long data are kept").body(body).answers(200, "Days by kind.", book.of::<RetentionView>())
}

pub(super) fn preview(_: &mut Book) -> About {
    purged(About::new("Count what a purge would remove"), "count")
}

pub(super) fn purge(_: &mut Book) -> About {
    purged(About::new("Remove old data"), "deleted_count")
}
