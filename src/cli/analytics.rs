//! `jobcelis analytics`: numbers by the day, by topic and by webhook; as charts for people who ask
//! for them.

use super::app::App;
use super::failure::Outcome;
use super::output::{Bar, Format, print, sparkline};
use super::value;
use crate::base::Json;
use crate::client::Request;

/// Events and deliveries by the day, by topic and by webhook
#[derive(Debug, clap::Subcommand)]
pub enum Analytics {
    /// Accepted events of each day
    Events(Daily),
    /// Deliveries of each day and what became of them
    Deliveries(Daily),
    Topics(Topics),
    /// What became of the deliveries of each webhook
    WebhookStats(Stats),
    /// The last days in short
    Summary(Summary),
}

#[derive(Debug, clap::Args)]
pub struct Daily {
    /// Days up to today, 1 to 90
    #[arg(long, value_name = "N")]
    days: Option<u32>,
    /// Also days on which nothing happened
    #[arg(long)]
    fill: bool,
    /// Draw it
    #[arg(long)]
    chart: bool,
}

/// The topics with most events
#[derive(Debug, clap::Args)]
pub struct Topics {
    /// How many topics, 1 to 50
    #[arg(long, value_name = "N")]
    limit: Option<u32>,
    /// Only of so many days up to today; without it of all time
    #[arg(long, value_name = "N")]
    days: Option<u32>,
    /// Draw it
    #[arg(long)]
    chart: bool,
}

#[derive(Debug, clap::Args)]
pub struct Stats {
    /// Days up to today, 1 to 90
    #[arg(long, value_name = "N")]
    days: Option<u32>,
    /// Draw it
    #[arg(long)]
    chart: bool,
}

#[derive(Debug, clap::Args)]
pub struct Summary {
    /// Days up to today, 1 to 90
    #[arg(long, value_name = "N", default_value_t = 7)]
    days: u32,
}

/// A list of numbers: where it is, its columns, and what a bar of its chart is made of.
struct List {
    path: &'static str,
    many: &'static str,
    columns: &'static [&'static str],
    name: &'static str,
    parts: &'static [&'static str],
}

const EVENTS: List = List {
    path: "/analytics/events-per-day",
    many: "events",
    columns: &["date", "count"],
    name: "date",
    parts: &["count"],
};
const DELIVERIES: List = List {
    path: "/analytics/deliveries-per-day",
    many: "deliveries",
    columns: &["date", "total", "success", "failed"],
    name: "date",
    parts: &["success", "failed"],
};
const TOPICS: List = List {
    path: "/analytics/top-topics",
    many: "topics",
    columns: &["topic", "count"],
    name: "topic",
    parts: &["count"],
};
const WEBHOOKS: List = List {
    path: "/analytics/webhook-stats",
    many: "webhooks",
    columns: &["webhook_id", "url", "total", "success", "failed", "pending", "success_rate", "avg_latency_ms"],
    name: "url",
    parts: &["success", "failed", "pending"],
};

pub fn run(app: &App, command: &Analytics) -> Outcome {
    match command {
        Analytics::Events(daily) => EVENTS.show(app, daily.request(&EVENTS), daily.chart),
        Analytics::Deliveries(daily) => DELIVERIES.show(app, daily.request(&DELIVERIES), daily.chart),
        Analytics::Topics(topics) => {
            let request = TOPICS.request().query("limit", topics.limit).query("days", topics.days);
            TOPICS.show(app, request, topics.chart)
        }
        Analytics::WebhookStats(stats) => WEBHOOKS.show(app, WEBHOOKS.request().query("days", stats.days), stats.chart),
        Analytics::Summary(summary) => summary.show(app),
    }
}

impl Daily {
    fn request(&self, list: &List) -> Request {
        let fill = (self.fill || self.chart).then_some("zero");
        list.request().query("days", self.days).query("fill", fill)
    }
}

impl List {
    fn request(&self) -> Request {
        Request::get(self.path)
    }

    /// People see a table or a chart, programs the body.
    fn show(&self, app: &App, request: Request, chart: bool) -> Outcome {
        let answer = app.call(request)?;
        if app.out.format == Format::Json {
            return app.show(&answer);
        }
        let body = answer.json()?;
        let rows = rows(&body);
        if chart && app.out.format.is_table() {
            return print(&app.out.bars(&rows.iter().map(|row| self.bar(row)).collect::<Vec<_>>()));
        }
        app.out.list(self.columns, &[], body.lookup("data"), self.many)
    }

    fn bar(&self, row: &Json<'_>) -> Bar {
        let name = row.lookup(self.name).and_then(Json::as_str).unwrap_or_default();
        // What was neither delivered nor failed yet is the rest of a day.
        let known: Vec<u64> = self.parts.iter().map(|part| number(row, part)).collect();
        let rest = number(row, "total").saturating_sub(known.iter().sum());
        Bar { name: name.to_owned(), parts: known.into_iter().chain(Some(rest).filter(|rest| *rest > 0)).collect() }
    }
}

fn rows<'a, 'j>(body: &'a Json<'j>) -> &'a [Json<'j>] {
    body.lookup("data").and_then(Json::as_array).unwrap_or_default()
}

fn number(row: &Json<'_>, name: &str) -> u64 {
    row.lookup(name).and_then(Json::as_i64).map_or(0, |n| n.max(0).unsigned_abs())
}

impl Summary {
    /// Totals of the days and, for people, how they went.
    fn show(&self, app: &App) -> Outcome {
        let days = |list: &List| list.request().query("days", Some(self.days)).query("fill", Some("zero"));
        let [events, deliveries] = [&EVENTS, &DELIVERIES].map(|list| app.call(days(list)));
        let (events, deliveries) = (events?.json()?, deliveries?.json()?);
        let topics = app.call(TOPICS.request().query("limit", Some(5)).query("days", Some(self.days)))?.json()?;
        let sum = |body: &Json<'_>, name| rows(body).iter().map(|row| number(row, name)).sum::<u64>();
        let count = |n: u64| Some(value::number(n));
        let (success, failed) = (sum(&deliveries, "success"), sum(&deliveries, "failed"));
        let trend = |body: &Json<'_>| {
            let line = sparkline(&rows(body).iter().map(|row| number(row, "count")).collect::<Vec<_>>());
            app.out.format.is_table().then(|| Json::string(line))
        };
        let top = rows(&topics).iter().filter_map(|row| row.lookup("topic").cloned()).map(Json::into_owned);
        app.out.value(&value::object([
            ("days", count(u64::from(self.days))),
            ("events", count(sum(&events, "count"))),
            ("events_trend", trend(&events)),
            ("deliveries", count(sum(&deliveries, "total"))),
            ("deliveries_trend", trend(&deliveries)),
            ("success", count(success)),
            ("failed", count(failed)),
            ("top_topics", Some(Json::Array(top.collect()))),
        ]))
    }
}
