//! `jobcelis dead-letters`: deliveries that failed for good.

use super::app::App;
use super::every::Action;
use super::failure::{Failure, Outcome};
use super::noun::{Ids, Noun, Paging, Period};
use super::value;
use super::webhooks::WEBHOOK;
use crate::client::{Auth, Request};

pub const DEAD_LETTER: Noun<'_> = Noun {
    one: "dead letter",
    many: "dead letters",
    path: "/dead-letters",
    list: "",
    auth: Auth::Project,
    key: "dead_letters",
    everything: Some(("resolved", "all")),
    columns: &["id", "topic", "webhook_url", "last_error", "attempts_exhausted", "resolved", "inserted_at"],
    wide: &["webhook_id", "event_id", "delivery_id"],
};

/// Deliveries that failed for good
#[derive(Debug, clap::Subcommand)]
pub enum DeadLetters {
    #[command(visible_alias = "ls")]
    List(List),
    /// Show dead letters with their payload
    Get(Ids),
    Retry(Retry),
    Resolve(Resolve),
}

/// List dead letters that are not resolved, newest first
#[derive(Debug, clap::Args)]
pub struct List {
    /// Only unresolved ones, which is what is listed anyway
    #[arg(long, conflicts_with = "resolved")]
    unresolved: bool,
    /// Only resolved ones
    #[arg(long)]
    resolved: bool,
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    paging: Paging,
}

/// Which dead letters.
#[derive(Debug, clap::Args)]
pub struct Filter {
    /// Only of this webhook
    #[arg(long, value_name = "ID")]
    webhook: Option<String>,
    #[command(flatten)]
    period: Period,
}

/// Deliver again: those named, or all that are not resolved
#[derive(Debug, clap::Args)]
pub struct Retry {
    #[arg(value_name = "ID", required_unless_present = "all", conflicts_with = "all")]
    ids: Vec<String>,
    /// All that are not resolved
    #[arg(long)]
    all: bool,
    /// Payload to send instead: JSON, @file or - for stdin
    #[arg(long, value_name = "JSON", allow_hyphen_values = true, conflicts_with = "all")]
    payload: Option<String>,
    #[command(flatten)]
    filter: Filter,
}

/// Mark as dealt with: those named, or all that are not resolved
#[derive(Debug, clap::Args)]
pub struct Resolve {
    #[arg(value_name = "ID", required_unless_present = "all", conflicts_with = "all")]
    ids: Vec<String>,
    /// All that are not resolved
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    filter: Filter,
}

pub fn run(app: &App, command: &DeadLetters) -> Outcome {
    match command {
        DeadLetters::List(list) => {
            let resolved = if list.resolved { Some("true") } else { list.unresolved.then_some("false") };
            app.list(&DEAD_LETTER, list.filter.request(app)?.query("resolved", resolved), &list.paging)
        }
        DeadLetters::Get(ids) => app.each(&DEAD_LETTER, ids, |id| Request::get(&DEAD_LETTER.at(id, ""))),
        DeadLetters::Retry(retry) => retry.run(app),
        DeadLetters::Resolve(resolve) => {
            let request = |id: &str| Request::patch(&DEAD_LETTER.at(id, "/resolve"));
            let action = Action { verb: "Resolve", done: "resolved" };
            act(app, (&resolve.ids, &resolve.filter), action, request)
        }
    }
}

/// On those named, or on all that are not resolved.
fn act(app: &App, on: (&[String], &Filter), action: Action, request: impl Fn(&str) -> Request) -> Outcome {
    match on {
        ([], filter) => app.in_bulk(&DEAD_LETTER, filter.request(app)?, action, request),
        (ids, filter) if filter.is_empty() => app.each(&DEAD_LETTER, &Ids { ids: ids.to_vec() }, request),
        _ => Err(Failure::usage("--webhook, --from and --to go with --all")),
    }
}

impl Filter {
    fn request(&self, app: &App) -> Outcome<Request> {
        let webhook = self.webhook.as_ref().map(|id| app.id(&WEBHOOK, id)).transpose()?;
        self.period.narrow(Request::get(DEAD_LETTER.path).query("webhook_id", webhook))
    }

    fn is_empty(&self) -> bool {
        self.webhook.is_none() && self.period.is_empty()
    }
}

impl Retry {
    fn run(&self, app: &App) -> Outcome {
        let payload = value::maybe_json("--payload", &self.payload)?;
        let body = payload.map(|payload| value::object([("payload", Some(payload))]));
        let request = |id: &str| {
            let request = Request::post(&DEAD_LETTER.at(id, "/retry"));
            body.iter().fold(request, |request, body| request.json(body))
        };
        act(app, (&self.ids, &self.filter), Action { verb: "Retry", done: "retried" }, request)
    }
}
