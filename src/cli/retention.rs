//! `jobcelis retention`: how long a project keeps its data.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::value;
use crate::base::Json;
use crate::client::Request;

/// How long the data of the project are kept
#[derive(Debug, clap::Subcommand)]
pub enum Retention {
    /// Show what is set, what comes of it, and when data are removed next
    Get,
    Set(Set),
}

/// Change how long data are kept; what is not named stays
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis retention set --events-days 30 --deliveries-days 30
  jobcelis retention set --audit-logs-days 0
  jobcelis retention set --default events,deliveries")]
pub struct Set {
    /// Days that events are kept; 0 is for ever
    #[arg(long, value_name = "DAYS")]
    events_days: Option<u32>,
    /// Days that deliveries are kept
    #[arg(long, value_name = "DAYS")]
    deliveries_days: Option<u32>,
    /// Days that entries of the audit log are kept
    #[arg(long, value_name = "DAYS")]
    audit_logs_days: Option<u32>,
    /// Days that runs of jobs are kept
    #[arg(long, value_name = "DAYS")]
    job_runs_days: Option<u32>,
    /// Days that dead letters are kept after they were resolved
    #[arg(long, value_name = "DAYS")]
    dead_letters_days: Option<u32>,
    /// Back to what the server keeps by default: these, or everything
    #[arg(long, value_name = "A,B", num_args = 0..=1, value_delimiter = ',',
          default_missing_value = "events,deliveries,audit-logs,job-runs,dead-letters",
          value_parser = ["events", "deliveries", "audit-logs", "job-runs", "dead-letters"])]
    default: Vec<String>,
}

pub fn run(app: &App, command: &Retention) -> Outcome {
    match command {
        Retention::Get => show(app, Request::get("/retention")),
        Retention::Set(set) => show(app, set.request()?),
    }
}

/// People see a line for each kind of data, programs the body.
fn show(app: &App, request: Request) -> Outcome {
    let answer = app.call(request)?;
    let body = answer.json()?;
    let Some(effective) = body.lookup("effective").and_then(Json::as_object).filter(|_| app.out.format.is_table())
    else {
        return app.show(&answer);
    };
    let mut items = app.out.items(&["kind", "set", "days"], &[]);
    for (field, days) in effective.iter() {
        let kept = if days.as_i64() == Some(0) { Json::string("for ever") } else { days.clone().into_owned() };
        items.push(value::object([
            ("kind", Some(Json::string(field.trim_end_matches("_days").replace('_', " ")))),
            ("set", body.lookup(&format!("retention_policy.{field}")).cloned().map(Json::into_owned)),
            ("days", Some(kept)),
        ]))?;
    }
    items.finish("retention")?;
    if let Some(next) = body.lookup("next_run_at").and_then(Json::as_str) {
        app.out.note(&format!("What is older is removed next at {next}."));
    }
    Ok(())
}

impl Set {
    fn request(&self) -> Outcome<Request> {
        let days = |name: &str, days: Option<u32>| match days {
            Some(days) => Some(value::number(days)),
            None => self.default.iter().any(|kind| kind == name).then_some(Json::Null),
        };
        let body = value::object([
            ("events_days", days("events", self.events_days)),
            ("deliveries_days", days("deliveries", self.deliveries_days)),
            ("audit_logs_days", days("audit-logs", self.audit_logs_days)),
            ("job_runs_days", days("job-runs", self.job_runs_days)),
            ("dead_letters_days", days("dead-letters", self.dead_letters_days)),
        ]);
        if body == value::object([]) {
            return Err(Failure::usage("nothing to set").hint("such as --events-days 30, or --default"));
        }
        Ok(Request::patch("/retention").json(&body))
    }
}
