//! `jobcelis replays`: sending stored events again, and watching how far that is.

use super::app::App;
use super::events::EVENT;
use super::failure::{Failure, Outcome};
use super::noun::{Ids, Noun, Paging, Period};
use super::value;
use super::webhooks::WEBHOOK;
use crate::base::Json;
use crate::client::{Auth, Request};
use std::time::Duration;

pub const REPLAY: Noun<'_> = Noun {
    one: "replay",
    many: "replays",
    path: "/replays",
    list: "",
    auth: Auth::Project,
    key: "data",
    everything: None,
    columns: &["id", "topic", "status", "processed_events", "total_events", "deliveries_created", "inserted_at"],
    wide: &["from_date", "to_date", "webhook_id", "error", "completed_at"],
};

/// Events of one replay by their ids at most.
const MAX_IDS: usize = 1000;
/// The first pause between two looks; it doubles up to `LONGEST`.
const FIRST: Duration = Duration::from_millis(50);
const LONGEST: Duration = Duration::from_secs(1);

/// Send stored events again
#[derive(Debug, clap::Subcommand)]
pub enum Replays {
    #[command(visible_alias = "ls")]
    List(List),
    /// Show replays
    Get(Ids),
    #[command(visible_alias = "new")]
    Create(Create),
    /// Show how far a replay is until it ends; exit code 1 unless it completes
    Watch(Ids),
    /// Stop replays: what they made and nobody has attempted yet is not sent
    Cancel(Ids),
}

/// List replays, newest first
#[derive(Debug, clap::Args)]
pub struct List {
    /// pending, running, completed, failed or cancelled
    #[arg(long)]
    status: Option<String>,
    #[command(flatten)]
    paging: Paging,
}

/// Send events again to the webhooks of today
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis replays create --topic 'order.*' --from 2026-01-01 --to 2026-01-31
  jobcelis replays create --topic '*' --from 2h --webhook 0199b5a0-2222 --wait")]
pub struct Create {
    /// Only this topic; may be a pattern like order.*, and * is every event
    #[arg(long)]
    topic: Option<String>,
    #[command(flatten)]
    period: Period,
    /// Only to this webhook
    #[arg(long, value_name = "ID")]
    webhook: Option<String>,
    /// Show how far it is until it ends; exit code 1 unless it completes
    #[arg(long)]
    wait: bool,
}

/// Send events again
#[derive(Debug, clap::Args)]
pub struct Resend {
    #[command(flatten)]
    ids: Ids,
    /// Only to this webhook
    #[arg(long, value_name = "ID")]
    webhook: Option<String>,
}

pub fn run(app: &App, command: &Replays) -> Outcome {
    match command {
        Replays::List(list) => app.list(&REPLAY, list.request(), &list.paging),
        Replays::Get(ids) => app.each(&REPLAY, ids, |id| Request::get(&REPLAY.at(id, ""))),
        Replays::Create(create) => create.run(app),
        Replays::Watch(ids) => app.each_with(&REPLAY, ids, |id| watch(app, id)),
        Replays::Cancel(ids) => app.each(&REPLAY, ids, |id| Request::delete(&REPLAY.at(id, ""))),
    }
}

impl List {
    fn request(&self) -> Request {
        Request::get(REPLAY.path).query("status", self.status.as_ref())
    }
}

impl Create {
    fn run(&self, app: &App) -> Outcome {
        let answer = app.call(self.request(app)?)?;
        if !self.wait {
            return app.show(&answer);
        }
        let made = answer.json()?;
        let id = made.lookup("id").and_then(Json::as_str);
        watch(app, id.ok_or_else(|| Failure::failed("the server's answer holds no id"))?)
    }

    fn request(&self, app: &App) -> Outcome<Request> {
        if self.topic.is_none() && self.period.is_empty() {
            return Err(Failure::usage("--topic <topic> is required.").hint("--topic '*' sends every event again"));
        }
        let time = |option, text: &Option<String>| Ok::<_, Failure>(value::maybe_time(option, text)?.map(Json::string));
        let body = value::object([
            ("topic", value::string(&self.topic)),
            ("from", time("--from", &self.period.from)?),
            ("to", time("--to", &self.period.to)?),
            ("webhook_id", webhook(app, &self.webhook)?),
        ]);
        Ok(Request::post(REPLAY.path).json(&body))
    }
}

impl Resend {
    /// One replay of all that is named, or several if that is too much for one.
    pub fn run(&self, app: &App) -> Outcome {
        let (ids, webhook) = (app.ids(&EVENT, &self.ids.ids)?, webhook(app, &self.webhook)?);
        ids.chunks(MAX_IDS).try_for_each(|ids| {
            let ids = Json::Array(ids.iter().map(|id| Json::string(id.clone())).collect());
            let body = value::object([("event_ids", Some(ids)), ("webhook_id", webhook.clone())]);
            app.run(Request::post(REPLAY.path).json(&body))
        })
    }
}

fn webhook(app: &App, given: &Option<String>) -> Outcome<Option<Json<'static>>> {
    given.as_ref().map(|id| Ok(Json::string(app.id(&WEBHOOK, id)?))).transpose()
}

/// Follows a replay to its end and prints what it is then.
fn watch(app: &App, id: &str) -> Outcome {
    let (mut gauge, mut pause) = (app.out.gauge("events"), FIRST);
    loop {
        let replay = app.call(Request::get(&REPLAY.at(id, "")))?.json()?;
        let count = |name| replay.lookup(name).and_then(Json::as_i64).unwrap_or(0).unsigned_abs();
        let status = replay.lookup("status").and_then(Json::as_str).unwrap_or_default();
        gauge.show(count("processed_events"), count("total_events"), status);
        if ["pending", "running"].contains(&status) {
            std::thread::sleep(pause);
            pause = (pause * 2).min(LONGEST);
            continue;
        }
        gauge.finish();
        app.out.value(&replay)?;
        let error = replay.lookup("error").and_then(Json::as_str).map(|error| format!(": {error}"));
        return match status {
            "completed" => Ok(()),
            _ => Err(Failure::failed(format!("the replay is {status}{}", error.unwrap_or_default()))),
        };
    }
}
