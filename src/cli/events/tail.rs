//! `events tail`: the messages of the project as they happen.

use super::EVENT;
use crate::base::{Json, Timestamp};
use crate::cli::app::App;
use crate::cli::failure::{FAILED, Failure, Outcome};
use crate::cli::follow::{Ask, Go, Told, follow, since};
use crate::cli::noun::items_of;
use crate::cli::output::print;
use crate::cli::stop::Stop;
use crate::cli::value;
use crate::client::Request;
use crate::domain::stream::Position;
use regex::Regex;
use std::time::Duration;

/// Follow events and the outcomes of their deliveries
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis events tail
  jobcelis events tail --topics 'order.*' --since 10m
  jobcelis events tail --failed-only --exit-on delivery.failed
  jobcelis events tail --count 1 --topics order.created | jq .data.payload")]
pub struct Tail {
    /// Only these topics or patterns
    #[arg(long, value_name = "A,B.*", value_delimiter = ',')]
    topics: Vec<String>,
    /// Only these kinds of messages
    #[arg(long, value_name = "A,B", value_delimiter = ',', value_parser = ["event.created", "delivery.updated"])]
    types: Vec<String>,
    /// Begin with what happened since then: a time like 10m, an event's id, or a cursor
    #[arg(long, value_name = "TIME|ID|CURSOR", allow_hyphen_values = true)]
    since: Option<String>,
    /// Begin with the latest events
    #[arg(long, value_name = "N", conflicts_with = "since", value_parser = clap::value_parser!(u32).range(1..=200))]
    last: Option<u32>,
    /// Leave out the payloads
    #[arg(long)]
    no_payload: bool,
    /// Only deliveries whose attempt failed
    #[arg(long)]
    failed_only: bool,
    /// Only messages in whose text this is found
    #[arg(long, value_name = "REGEX")]
    grep: Option<String>,
    /// End after so many messages
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    count: Option<u64>,
    /// End after this time
    #[arg(long = "for", value_name = "TIME")]
    time: Option<String>,
    /// Over a WebSocket instead of an event stream; no proxy is gone through
    #[arg(long)]
    ws: bool,
    /// End with exit code 1 at the first message of that kind
    #[arg(long, value_name = "WHAT", value_parser = ["delivery.failed"])]
    exit_on: Option<String>,
}

impl Tail {
    pub fn run(&self, app: &App) -> Outcome {
        let grep =
            self.grep.as_deref().map(|text| Regex::new(text).map_err(|e| Failure::usage(format!("--grep: {e}"))));
        let grep = grep.transpose()?;
        if let Some(text) = &self.time {
            let time = value::duration(text).ok_or_else(|| Failure::usage(format!("--for {text}: not a time")))?;
            end_after(time);
        }
        let ask = Ask {
            topics: self.topics.clone(),
            types: self.types(),
            bare: self.no_payload,
            nested: false,
            after: self.after(app)?,
            socket: self.ws,
        };
        let mut seen = 0;
        follow(app, ask, &Stop::default(), &mut |told| {
            if told.kind() == "connected" || !self.wants(told, grep.as_ref()) {
                return Ok(Go::On);
            }
            show(app, told)?;
            seen += 1;
            if self.exit_on.is_some() && failed(told) {
                return Err(Failure::silent(FAILED));
            }
            Ok(if self.count == Some(seen) { Go::Home } else { Go::On })
        })
    }

    fn types(&self) -> Vec<String> {
        if self.failed_only { vec!["delivery.updated".to_owned()] } else { self.types.clone() }
    }

    fn wants(&self, told: &Told, grep: Option<&Regex>) -> bool {
        (!self.failed_only || failed(told)) && grep.is_none_or(|grep| grep.is_match(&told.text))
    }

    fn after(&self, app: &App) -> Outcome<Option<String>> {
        let Some(last) = self.last.filter(|_| !app.sends_nothing()) else { return since(self.since.as_deref()) };
        let list = app.call(Request::get(EVENT.path).query("limit", Some(last)))?.json()?;
        let oldest = items_of(&list, &EVENT).last().and_then(|event| event.lookup("id")).and_then(Json::as_str);
        Ok(oldest.and_then(Position::parse).map(|place| place.before().to_string()))
    }
}

/// Ends the process after a while; never in the middle of a line.
fn end_after(time: Duration) {
    std::thread::spawn(move || {
        std::thread::sleep(time);
        let _line = std::io::stdout().lock();
        std::process::exit(0);
    });
}

fn failed(told: &Told) -> bool {
    told.field("status") == Some("failed")
}

fn show(app: &App, told: &Told) -> Outcome {
    if app.out.format.is_table() {
        return print(&line(app, told));
    }
    match app.out.fields {
        Some(_) => app.out.line(&told.json),
        None => print(&format!("{}\n", told.text)),
    }
}

/// One line for people.
fn line(app: &App, told: &Told) -> String {
    let number = |name: &str| told.json.step("data").and_then(|data| data.step(name)).and_then(Json::as_i64);
    let at = told.field("occurred_at").and_then(Timestamp::parse).unwrap_or_else(Timestamp::now);
    let id: String = told.field("id").unwrap_or_default().chars().take(8).collect();
    let topic = told.field("topic").unwrap_or("-");
    let rest = match told.kind() {
        "delivery.updated" => {
            let status = app.out.mood(told.field("status").unwrap_or_default());
            let http = number("response_status").map_or_else(|| "no answer".to_owned(), |code| code.to_string());
            let ms = number("response_latency_ms").map_or_else(String::new, |ms| format!(" {ms}ms"));
            format!("{status} {http}{ms}")
        }
        _ => told.json.lookup("data.payload").map_or_else(String::new, Json::to_text),
    };
    format!("{} {topic} {id} {rest}\n", app.out.clock(at))
}
