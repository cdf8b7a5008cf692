//! `jobcelis jobs`: what is done by the clock, and what came of it.

mod input;
mod preview;

use super::app::App;
use super::failure::{FAILED, Failure, Outcome};
use super::noun::{Ids, Noun, Paging};
use crate::base::Json;
use crate::client::{Auth, Request};
use input::{Create, Update};
use preview::CronPreview;

pub const JOB: Noun<'_> = Noun {
    one: "job",
    many: "jobs",
    path: "/jobs",
    list: "",
    auth: Auth::Project,
    key: "jobs",
    everything: Some(("include", "inactive")),
    columns: &["id", "name", "cron_expression", "action_type", "status", "last_run_status", "next_run_at"],
    wide: &["timezone", "topic", "url", "queue", "last_run_at", "inserted_at"],
};

const RUN: Noun<'_> = Noun {
    one: "run",
    many: "runs",
    key: "runs",
    everything: None,
    columns: &["id", "executed_at", "trigger", "status", "error", "scheduled_for"],
    wide: &["finished_at", "result"],
    ..JOB
};

/// Events and requests by the clock
#[derive(Debug, clap::Subcommand)]
pub enum Jobs {
    #[command(visible_alias = "ls")]
    List(List),
    /// Show jobs with their newest runs
    Get(Ids),
    #[command(visible_alias = "new")]
    Create(Create),
    Update(Update),
    /// Switch jobs off
    #[command(visible_alias = "rm")]
    Delete(Ids),
    Runs(Runs),
    /// Run jobs now, also inactive ones; exit code 1 when a run fails
    Run(Ids),
    CronPreview(CronPreview),
}

/// List jobs
#[derive(Debug, clap::Args)]
pub struct List {
    /// Those switched off too
    #[arg(long)]
    include_inactive: bool,
    #[command(flatten)]
    paging: Paging,
}

/// List the runs of a job, newest first
#[derive(Debug, clap::Args)]
pub struct Runs {
    #[arg(value_name = "ID")]
    id: String,
    /// running, success or failed
    #[arg(long)]
    status: Option<String>,
    #[command(flatten)]
    paging: Paging,
}

pub fn run(app: &App, command: &Jobs) -> Outcome {
    match command {
        Jobs::List(list) => app.list(&JOB, JOB.listing_of(list.include_inactive), &list.paging),
        Jobs::Get(ids) => {
            app.each_with(&JOB, ids, |id| app.show_parts(Request::get(&JOB.at(id, "")), "recent_runs", &RUN))
        }
        Jobs::Create(create) => app.run(create.request(app)?),
        Jobs::Update(update) => update.run(app),
        Jobs::Delete(ids) => app.each(&JOB, ids, |id| Request::delete(&JOB.at(id, ""))),
        Jobs::Runs(runs) => {
            let id = app.id(&JOB, &runs.id)?;
            app.list(&RUN, Request::get(&JOB.at(&id, "/runs")).query("status", runs.status.as_ref()), &runs.paging)
        }
        Jobs::Run(ids) => app.each_with(&JOB, ids, |id| run_now(app, id)),
        Jobs::CronPreview(preview) => preview.run(app),
    }
}

fn run_now(app: &App, id: &str) -> Outcome {
    let answer = app.call(Request::post(&JOB.at(id, "/run")))?;
    app.show(&answer)?;
    match answer.json()?.lookup("status").and_then(Json::as_str) {
        Some("failed") => Err(Failure::silent(FAILED)),
        _ => Ok(()),
    }
}
