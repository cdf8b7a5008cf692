//! The options that describe a job, and the body they make.

use super::JOB;
use crate::base::Json;
use crate::base::json::Members;
use crate::cli::app::App;
use crate::cli::failure::Outcome;
use crate::cli::noun::Ids;
use crate::cli::value;
use crate::client::Request;
use crate::domain::job::topic_of;

/// Make a job: an event, or a request to a URL, by the clock
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis jobs create --name 'Daily report' --at 06:30 --timezone Europe/Madrid --topic report.daily
  jobcelis jobs create --name poll --cron '*/5 * * * *' --url https://shop.test/poll --method GET")]
pub struct Create {
    #[arg(long)]
    name: String,
    /// Do not run it yet
    #[arg(long)]
    inactive: bool,
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    what: What,
}

/// Change jobs: only what is given changes
#[derive(Debug, clap::Args)]
pub struct Update {
    #[command(flatten)]
    ids: Ids,
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    what: What,
    /// Run it again
    #[arg(long, conflicts_with = "disable")]
    enable: bool,
    /// Do not run it any more
    #[arg(long)]
    disable: bool,
}

/// When it runs.
#[derive(Debug, clap::Args)]
struct When {
    /// daily, weekly, monthly or cron; follows from the other options
    #[arg(long, value_name = "KIND")]
    schedule: Option<String>,
    /// Time of day
    #[arg(long, value_name = "HH:MM", value_parser = clock)]
    at: Option<(u8, u8)>,
    /// Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday
    #[arg(long, value_name = "DAY")]
    day_of_week: Option<String>,
    /// Monthly on this day, where the month has it
    #[arg(long, value_name = "DAY")]
    day_of_month: Option<u8>,
    /// A cron expression
    #[arg(long, value_name = "EXPRESSION")]
    cron: Option<String>,
    /// Zone whose wall clock is meant, such as Europe/Madrid
    #[arg(long, value_name = "ZONE")]
    timezone: Option<String>,
}

/// What is done. JSON values are given as they stand, as @file or as - for stdin.
#[derive(Debug, clap::Args)]
struct What {
    /// Name of a queue, kept with the job
    #[arg(long)]
    queue: Option<String>,
    /// Topic of the event
    #[arg(long, conflicts_with_all = ["topics", "url"])]
    topic: Option<String>,
    /// One event for each of these topics
    #[arg(long, value_name = "A,B", conflicts_with = "url")]
    topics: Option<String>,
    /// Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in
    #[arg(long, value_name = "JSON", allow_hyphen_values = true, conflicts_with = "body")]
    payload: Option<String>,
    /// Deliver the event to this webhook alone
    #[arg(long, value_name = "ID", conflicts_with = "url")]
    webhook: Option<String>,
    /// Call this URL instead
    #[arg(long)]
    url: Option<String>,
    /// POST, PUT, PATCH, GET or DELETE
    #[arg(long)]
    method: Option<String>,
    /// Headers of the request, as an object
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    headers: Option<String>,
    /// Body of the request
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    body: Option<String>,
    /// Secret to sign the request with: a text, @file or -
    #[arg(long, allow_hyphen_values = true)]
    secret: Option<String>,
}

impl Create {
    /// In the nested form, which every server reads.
    pub fn request(&self, app: &App) -> Outcome<Request> {
        let (kind, action) = self.action(app)?;
        let body = value::object([
            ("name", Some(Json::string(self.name.clone()))),
            ("queue", value::string(&self.what.queue)),
            ("cron", value::string(&self.when.cron)),
            ("schedule_type", Some(Json::string(self.when.kind().to_owned()))),
            ("schedule_config", Some(self.when.config(""))),
            ("action_type", Some(Json::string(kind))),
            ("action_config", Some(Json::Object(action))),
            ("status", self.inactive.then(|| Json::string("inactive"))),
        ]);
        Ok(Request::post(JOB.path).json(&body))
    }

    fn action(&self, app: &App) -> Outcome<(&'static str, Members<'static>)> {
        let mut action = self.what.action(app)?;
        if self.what.url.is_some() {
            return Ok(("post_url", action));
        }
        if action.is_empty() {
            // What the server would make of it, said so that nobody is surprised.
            let queue = value::string(&self.what.queue).map(|queue| value::object([("queue", Some(queue))]));
            value::put(&mut action, [("payload", queue)]);
        }
        if action.get("topic").is_none() && action.get("topics").is_none() {
            let topic = topic_of(&self.name);
            app.out.note(&format!("note: without --topic its events have the topic {topic}"));
            action.set("topic", Json::string(topic));
        }
        Ok(("emit_event", action))
    }
}

impl Update {
    /// In the flat form, which changes nothing else.
    pub fn run(&self, app: &App) -> Outcome {
        let mut body = value::members([
            ("name", value::string(&self.name)),
            ("queue", value::string(&self.what.queue)),
            ("schedule_type", value::string(&self.when.schedule).or_else(|| self.when.follows())),
            ("cron", value::string(&self.when.cron)),
        ]);
        if let Json::Object(when) = self.when.config("schedule_") {
            when.into_iter().filter(|(key, _)| key != "expr").for_each(|(key, value)| body.set(key, value));
        }
        self.what.action(app)?.into_iter().for_each(|(key, value)| body.set(key, value));
        value::put(&mut body, [("status", value::status(self.enable, self.disable))]);
        app.change(&JOB, &self.ids, Json::Object(body))
    }
}

impl When {
    fn kind(&self) -> &str {
        match (&self.schedule, &self.cron, &self.day_of_week, self.day_of_month) {
            (Some(given), ..) => given,
            (None, Some(_), ..) => "cron",
            (None, None, Some(_), _) => "weekly",
            (None, None, None, Some(_)) => "monthly",
            (None, None, None, None) => "daily",
        }
    }

    /// The kind that a day asks for; a time of day goes with several.
    fn follows(&self) -> Option<Json<'static>> {
        let day = self.day_of_week.is_some() || self.day_of_month.is_some();
        day.then(|| Json::string(self.kind().to_owned()))
    }

    /// What was given, under its names with `prefix` before those that have it when they stand
    /// flat.
    fn config(&self, prefix: &str) -> Json<'static> {
        let day = self.day_of_week.clone().map(|day| match day.parse::<u8>() {
            Ok(n) => value::number(n),
            Err(_) => Json::string(day),
        });
        let mut config = Members::default();
        for (name, value) in [
            ("day_of_week", day),
            ("day_of_month", self.day_of_month.map(value::number)),
            ("hour", self.at.map(|(hour, _)| value::number(hour))),
            ("minute", self.at.map(|(_, minute)| value::number(minute))),
        ] {
            if let Some(value) = value {
                config.set(format!("{prefix}{name}"), value);
            }
        }
        value::put(&mut config, [("expr", value::string(&self.cron)), ("timezone", value::string(&self.timezone))]);
        Json::Object(config)
    }
}

impl What {
    fn action(&self, app: &App) -> Outcome<Members<'static>> {
        let webhook = self.webhook.as_ref().map(|id| app.id(&crate::cli::webhooks::WEBHOOK, id)).transpose()?;
        let payload = value::maybe_json("--payload", &self.payload)?.or(value::maybe_json("--body", &self.body)?);
        Ok(value::members([
            ("topic", value::string(&self.topic)),
            ("topics", value::list(&self.topics)),
            ("payload", payload),
            ("webhook_id", webhook.map(Json::string)),
            ("url", value::string(&self.url)),
            ("method", value::string(&self.method)),
            ("headers", value::maybe_json("--headers", &self.headers)?),
            ("secret", value::string(&value::maybe_text("--secret", &self.secret)?)),
        ]))
    }
}

fn clock(text: &str) -> Result<(u8, u8), String> {
    let read = || {
        let (hour, minute) = text.split_once(':')?;
        let two = |part: &str| (1..=2).contains(&part.len()).then(|| part.parse::<u8>().ok()).flatten();
        Some((two(hour).filter(|h| *h < 24)?, two(minute).filter(|m| *m < 60)?))
    };
    read().ok_or_else(|| "must be a time of day such as 06:30".to_owned())
}
