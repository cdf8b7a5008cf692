//! `jobcelis deliveries`: what was sent to whom, what came back, and sending it again.

use super::app::App;
use super::every::Action;
use super::failure::{Failure, Outcome};
use super::noun::{Ids, Noun, Paging, Period};
use super::webhooks::WEBHOOK;
use crate::client::{Auth, Request};

pub const DELIVERY: Noun<'_> = Noun {
    one: "delivery",
    many: "deliveries",
    path: "/deliveries",
    list: "",
    auth: Auth::Project,
    key: "deliveries",
    everything: None,
    columns: &["id", "topic", "status", "attempt_number", "response_status", "error", "next_retry_at", "inserted_at"],
    wide: &["webhook_id", "event_id", "response_latency_ms", "destination_ip"],
};

const ATTEMPT: Noun<'_> = Noun {
    one: "attempt",
    many: "attempts",
    columns: &["n", "started_at", "response_status", "latency_ms", "error", "response_body"],
    wide: &["destination_ip"],
    ..DELIVERY
};

/// What was sent to webhooks, and what came of it
#[derive(Debug, clap::Subcommand)]
pub enum Deliveries {
    #[command(visible_alias = "ls")]
    List(List),
    /// Show deliveries with requests, answers and every attempt
    Get(Ids),
    Retry(Retry),
}

/// List deliveries, newest first
#[derive(Debug, clap::Args)]
pub struct List {
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    paging: Paging,
}

/// Which deliveries.
#[derive(Debug, clap::Args)]
#[command(mut_arg("from", |from| from.visible_alias("since")))]
pub struct Filter {
    /// pending, success, failed or circuit_open
    #[arg(long)]
    status: Option<String>,
    /// Only of this event
    #[arg(long, value_name = "ID")]
    event: Option<String>,
    /// Only to this webhook
    #[arg(long, value_name = "ID")]
    webhook: Option<String>,
    #[command(flatten)]
    period: Period,
}

/// Send deliveries again: those named, or all that a filter finds
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis deliveries retry 0199b5a0-3333
  jobcelis deliveries retry --status failed --since 1h --yes")]
pub struct Retry {
    /// Ids, or the first 6 or more characters of one; - reads them from stdin
    #[arg(value_name = "ID", conflicts_with_all = ["status", "event", "webhook", "from", "to"])]
    ids: Vec<String>,
    #[command(flatten)]
    filter: Filter,
}

pub fn run(app: &App, command: &Deliveries) -> Outcome {
    match command {
        Deliveries::List(list) => app.list(&DELIVERY, list.filter.request(app)?, &list.paging),
        Deliveries::Get(ids) => {
            app.each_with(&DELIVERY, ids, |id| app.show_parts(Request::get(&DELIVERY.at(id, "")), "attempts", &ATTEMPT))
        }
        Deliveries::Retry(retry) => retry.run(app),
    }
}

impl Filter {
    fn request(&self, app: &App) -> Outcome<Request> {
        let whole = |noun: &Noun<'_>, id: &Option<String>| id.as_ref().map(|id| app.id(noun, id)).transpose();
        let request = Request::get(DELIVERY.path)
            .query("status", self.status.as_ref())
            .query("event_id", whole(&super::events::EVENT, &self.event)?)
            .query("webhook_id", whole(&WEBHOOK, &self.webhook)?);
        self.period.narrow(request)
    }

    fn is_empty(&self) -> bool {
        [&self.status, &self.event, &self.webhook].into_iter().all(Option::is_none) && self.period.is_empty()
    }
}

impl Retry {
    fn run(&self, app: &App) -> Outcome {
        let request = |id: &str| Request::post(&DELIVERY.at(id, "/retry"));
        if !self.ids.is_empty() {
            return app.each(&DELIVERY, &Ids { ids: self.ids.clone() }, request);
        }
        if self.filter.is_empty() {
            return Err(
                Failure::usage("<delivery id> argument is required.").hint("or a filter such as --status failed")
            );
        }
        app.in_bulk(&DELIVERY, self.filter.request(app)?, Action { verb: "Retry", done: "retried" }, request)
    }
}
