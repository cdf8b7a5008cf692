//! `jobcelis events`: sending, listing, reading and deleting events.

mod bulk;
mod tail;
mod wait;

use super::app::App;
use super::deliveries::DELIVERY;
use super::failure::{Failure, Outcome};
use super::noun::{Ids, Noun, Paging, Period};
use super::replays::Resend;
use super::value;
use crate::base::Json;
use crate::client::{Auth, Request};
use bulk::Bulk;
use tail::Tail;
use uuid::Uuid;

pub const EVENT: Noun<'_> = Noun {
    one: "event",
    many: "events",
    path: "/events",
    list: "",
    auth: Auth::Project,
    key: "events",
    everything: Some(("include", "inactive")),
    columns: &["id", "topic", "status", "payload", "occurred_at"],
    wide: &["deliver_at", "idempotency_key"],
};

/// Send events and look at them
#[derive(Debug, clap::Subcommand)]
pub enum Events {
    Send(Send),
    Batch(Batch),
    Tail(Tail),
    #[command(visible_alias = "ls")]
    List(List),
    Get(Get),
    /// Delete events: their waiting deliveries are cancelled
    #[command(visible_alias = "rm")]
    Delete(Ids),
    Resend(Resend),
}

/// Send an event, or all of a file
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis events send order.created '{\"id\":1}'
  jobcelis events send --topic order.created --payload @order.json --set customer.plan=pro
  echo '{\"id\":1}' | jobcelis events send order.created -
  jobcelis events send --file orders.ndjson --topic order.created
  jobcelis events send --file orders.csv --csv --topic order.created --rate 500/s")]
pub struct Send {
    /// Topic; the same as --topic
    #[arg(value_name = "TOPIC")]
    topic: Option<String>,
    /// Payload; the same as --payload
    #[arg(value_name = "PAYLOAD", allow_hyphen_values = true)]
    payload: Option<String>,
    #[arg(long = "topic", value_name = "TOPIC", conflicts_with = "topic")]
    topic_option: Option<String>,
    /// JSON, @file or - for stdin
    #[arg(long = "payload", value_name = "JSON", allow_hyphen_values = true, conflicts_with = "payload")]
    payload_option: Option<String>,
    /// Set a text in the payload; dots reach into objects
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// Set a JSON value in the payload
    #[arg(long, value_name = "KEY=JSON")]
    set_json: Vec<String>,
    /// Deliver at that time and not before
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    deliver_at: Option<String>,
    /// Key under which the server takes only one event; without it one is made
    #[arg(long, value_name = "KEY")]
    idempotency_key: Option<String>,
    /// Send no key: a repeated request makes another event
    #[arg(long, conflicts_with = "idempotency_key")]
    no_idempotency: bool,
    /// Send the payload's members beside the topic instead of under `payload`
    #[arg(long)]
    flat: bool,
    /// Wait until all deliveries have ended; exit code 1 when one failed
    #[arg(long, value_name = "TIME", num_args = 0..=1, default_missing_value = "30s", require_equals = true)]
    wait: Option<String>,
    #[command(flatten)]
    bulk: Bulk,
}

/// Send a JSON array of up to 1000 events in one request; send --file takes any number
#[derive(Debug, clap::Args)]
pub struct Batch {
    /// File with the array, or - for stdin
    #[arg(long, value_name = "FILE")]
    file: String,
}

/// Show events with their latest deliveries
#[derive(Debug, clap::Args)]
pub struct Get {
    #[command(flatten)]
    ids: Ids,
    /// Show the deliveries alone, with what came of them
    #[arg(long)]
    deliveries: bool,
}

/// List events, newest first
#[derive(Debug, clap::Args)]
pub struct List {
    /// Only this topic; may be a pattern like order.*
    #[arg(long)]
    topic: Option<String>,
    #[command(flatten)]
    period: Period,
    /// active or inactive
    #[arg(long)]
    status: Option<String>,
    /// Only with this text in the payload
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    #[command(flatten)]
    paging: Paging,
}

pub fn run(app: &App, command: &Events) -> Outcome {
    match command {
        Events::Send(send) => send.run(app),
        Events::Tail(tail) => tail.run(app),
        Events::Batch(batch) => app.run(batch.request()?),
        Events::List(list) => app.list(&EVENT, list.request()?, &list.paging),
        Events::Get(get) if get.deliveries => app.each_with(&EVENT, &get.ids, |id| {
            app.list(&DELIVERY, Request::get(DELIVERY.path).query("event_id", Some(id)), &Paging::ALL)
        }),
        Events::Get(get) => app.each(&EVENT, &get.ids, |id| Request::get(&EVENT.at(id, ""))),
        Events::Resend(resend) => resend.run(app),
        Events::Delete(ids) => app.each(&EVENT, ids, |id| Request::delete(&EVENT.at(id, ""))),
    }
}

impl Batch {
    fn request(&self) -> Outcome<Request> {
        let given = if self.file == "-" { "-".to_owned() } else { format!("@{}", self.file) };
        let events = value::json("--file", &given)?;
        if events.as_array().is_none() {
            return Err(Failure::usage("--file must contain a JSON array.").hint("lines go through send --file"));
        }
        Ok(Request::post("/events/batch").json(&value::object([("events", Some(events))])))
    }
}

impl List {
    fn request(&self) -> Outcome<Request> {
        let request =
            Request::get(EVENT.path).query("topic", self.topic.as_ref()).query("status", self.status.as_ref());
        Ok(self.period.narrow(request)?.query("search", self.search.as_ref()))
    }
}

impl Send {
    fn topic(&self) -> Option<&String> {
        self.topic.as_ref().or(self.topic_option.as_ref())
    }

    fn run(&self, app: &App) -> Outcome {
        if let Some(sent) = bulk::run(app, self.topic(), &self.bulk) {
            return sent;
        }
        let limit = self.wait.as_ref().map(|text| {
            value::duration(text).ok_or_else(|| Failure::usage(format!("--wait={text}: must be a time such as 30s")))
        });
        let limit = limit.transpose()?;
        let answer = app.call(self.request()?)?;
        app.show(&answer)?;
        let Some(limit) = limit else { return Ok(()) };
        let body = answer.json()?;
        let id = ["event_id", "id"].iter().find_map(|key| body.lookup(key)?.as_str());
        let id = id.ok_or_else(|| Failure::failed("the server's answer holds no event id"))?;
        wait::wait(app, id, limit)
    }

    fn request(&self) -> Outcome<Request> {
        let given = self.payload.as_ref().or(self.payload_option.as_ref());
        let payload = match given {
            Some(text) => value::json("--payload", text)?,
            None if self.set.is_empty() && self.set_json.is_empty() => {
                return Err(Failure::usage("--payload <payload> is required."));
            }
            None => Json::Object(Default::default()),
        };
        let payload = value::set(payload, &self.set, &self.set_json)?;
        let topic = self.topic().ok_or_else(|| Failure::usage("--topic <topic> is required."))?;
        let at = value::maybe_time("--deliver-at", &self.deliver_at)?;
        let (topic, at) = (Some(Json::string(topic.clone())), at.map(Json::string));
        let body = if self.flat {
            let Json::Object(mut members) = payload else { return Err(Failure::usage("--flat needs an object")) };
            value::put(&mut members, [("topic", topic), ("deliver_at", at)]);
            Json::Object(members)
        } else {
            value::object([("topic", topic), ("payload", Some(payload)), ("deliver_at", at)])
        };
        let request = Request::post("/events").json(&body);
        Ok(match &self.idempotency_key {
            Some(key) => request.idempotency_key(key),
            None if self.no_idempotency => request,
            None => request.idempotency_key(Uuid::now_v7().to_string()),
        })
    }
}
