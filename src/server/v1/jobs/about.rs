//! What is told of the routes of jobs.

use super::{JobView, RunView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

fn fields() -> Shape {
    let schedule = "`{expr}` or `{hour, minute, day_of_week, day_of_month}`, and `timezone`.";
    object()
        .maybe("schedule_type", words(&["daily", "weekly", "monthly", "cron", ""]).nullable())
        .maybe("schedule_config", object().nullable().note(schedule))
        .maybe("cron_expression", text().nullable().note("Five fields."))
        .maybe("timezone", text().nullable().note("As `Europe/Madrid`; UTC when absent."))
        .maybe("action_type", words(&["emit_event", "post_url", ""]).nullable())
        .maybe("action_config", object().nullable().note("The members below in an object of their own."))
        .maybe("topic", text().nullable().note("Of the event that is sent."))
        .maybe("topics", texts().nullable())
        .maybe("payload", any().note("Of the event or the request."))
        .maybe("webhook_id", text().nullable().note("The event goes to this webhook only."))
        .maybe("url", text().nullable().note("Which is called."))
        .maybe("method", words(&["POST", "PUT", "PATCH", "GET", "DELETE", ""]).nullable())
        .maybe("headers", map(any()).nullable())
        .maybe("secret", text().nullable().note("To sign the request with."))
        .maybe("queue", text().nullable())
        .maybe("status", words(&["active", "inactive", ""]).nullable())
        .maybe("active", any().note("Another way to say `status`."))
}

pub(super) fn list(book: &mut Book) -> About {
    About::new("List jobs").inactive().page_or_all().answers(
        200,
        "Jobs, newest first.",
        book.list::<JobView<'_>>("jobs"),
    )
}

pub(super) fn create(book: &mut Book) -> About {
    About::new("Create a job").body(fields().with("name", text())).answers(201, "The job.", book.of::<JobView<'_>>())
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show a job").answers(200, "The job and its latest runs.", book.of::<JobView<'_>>())
}

pub(super) fn update(book: &mut Book) -> About {
    About::new("Change a job").body(fields().maybe("name", text().nullable())).answers(
        200,
        "The job.",
        book.of::<JobView<'_>>(),
    )
}

pub(super) fn delete(_: &mut Book) -> About {
    About::new("Delete a job").answers(200, "It is inactive.", state("inactive"))
}

pub(super) fn runs(book: &mut Book) -> About {
    About::new("List the runs of a job")
        .query("status", words(&["running", "success", "failed"]), "Of this status.")
        .page(20, 100)
        .answers(200, "Runs, newest first.", book.list::<RunView<'_>>("runs"))
        .refuses(422, "`status` is none of these")
}

pub(super) fn run(book: &mut Book) -> About {
    About::new("Run a job now")
        .answers(200, "The run.", book.of::<RunView<'_>>())
        .refuses(403, "`Processing restricted`")
        .refuses(409, "`Job is already running`")
        .refuses(422, "The job cannot run")
}

pub(super) fn preview(_: &mut Book) -> About {
    let times = || array(time());
    let shape = object()
        .with("expression", text())
        .with("next_executions", times())
        .with("executions", times())
        .with("data", times())
        .with("timezone", text());
    About::new("Show when a cron expression is due")
        .query("expression", text(), "Five fields. Also `cron`, `expr` or `cron_expression`.")
        .query("count", int(1, 100), "How many times.")
        .query("timezone", text(), "UTC when absent.")
        .query("from", moment(), "Now when absent.")
        .answers(200, "The next times.", shape)
        .refuses(400, "`expression` is missing, or `from` is no time")
        .refuses(422, "The expression or the time zone is not understood")
}
