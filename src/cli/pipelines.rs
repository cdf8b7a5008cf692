//! `jobcelis pipelines`: what is done to events before they are delivered.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::noun::{Ids, Noun, Paging};
use super::value;
use super::webhooks::WEBHOOK;
use crate::base::Json;
use crate::base::json::Members;
use crate::client::{Auth, Request};

pub const PIPELINE: Noun<'_> = Noun {
    one: "pipeline",
    many: "pipelines",
    path: "/pipelines",
    list: "",
    auth: Auth::Project,
    key: "data",
    everything: Some(("include", "inactive")),
    columns: &["id", "name", "topics", "webhook_id", "status", "inserted_at"],
    wide: &["description", "steps", "updated_at"],
};

/// What is done to events before they are delivered
#[derive(Debug, clap::Subcommand)]
pub enum Pipelines {
    #[command(visible_alias = "ls")]
    List(List),
    /// Show pipelines
    Get(Ids),
    #[command(visible_alias = "new")]
    Create(Create),
    Update(Update),
    /// Delete pipelines: events go on as if they were not there
    #[command(visible_alias = "rm")]
    Delete(Ids),
    Test(Test),
}

/// List pipelines
#[derive(Debug, clap::Args)]
pub struct List {
    /// Deleted and disabled ones too
    #[arg(long)]
    include_inactive: bool,
    #[command(flatten)]
    paging: Paging,
}

/// Make a pipeline
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis pipelines create --name big-orders --topics 'order.*' --webhook 0199b5a0-2222 --steps @steps.json
  jobcelis pipelines create --name all --steps '[{\"type\":\"deliver\",\"topic\":\"copy\"}]'")]
pub struct Create {
    #[arg(long)]
    name: String,
    #[command(flatten)]
    config: Config,
}

/// Change pipelines: only what is given changes
#[derive(Debug, clap::Args)]
pub struct Update {
    #[command(flatten)]
    ids: Ids,
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    config: Config,
}

#[derive(Debug, clap::Args)]
pub struct Config {
    /// Topics or patterns such as order.*; none is every event
    #[arg(long, value_name = "A,B")]
    topics: Option<String>,
    /// The list of steps: JSON, @file or - for stdin
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    steps: Option<String>,
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// Who gets the output instead of the event; an empty id is nobody
    #[arg(long, value_name = "ID")]
    webhook: Option<String>,
    /// Run it on events
    #[arg(long)]
    enable: bool,
    /// Do not run it on events
    #[arg(long, conflicts_with = "enable")]
    disable: bool,
}

/// Show what the steps of pipelines make of a payload; nothing is sent
#[derive(Debug, clap::Args)]
pub struct Test {
    #[command(flatten)]
    ids: Ids,
    /// Tell whether the pipeline is about events of this topic
    #[arg(long)]
    topic: Option<String>,
    /// JSON, @file or - for stdin
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    payload: String,
    /// Set a text in the payload; dots reach into objects
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// Set a JSON value in the payload
    #[arg(long, value_name = "KEY=JSON")]
    set_json: Vec<String>,
    /// Exit code 1 when the payload fares otherwise
    #[arg(long, value_name = "OUTCOME", value_parser = ["pass", "filter"])]
    expect: Option<String>,
}

pub fn run(app: &App, command: &Pipelines) -> Outcome {
    match command {
        Pipelines::List(list) => app.list(&PIPELINE, PIPELINE.listing_of(list.include_inactive), &list.paging),
        Pipelines::Get(ids) => app.each(&PIPELINE, ids, |id| Request::get(&PIPELINE.at(id, ""))),
        Pipelines::Create(create) => app.run(create.request(app)?),
        Pipelines::Update(update) => update.run(app),
        Pipelines::Delete(ids) => app.each(&PIPELINE, ids, |id| Request::delete(&PIPELINE.at(id, ""))),
        Pipelines::Test(test) => test.run(app),
    }
}

impl Create {
    fn request(&self, app: &App) -> Outcome<Request> {
        let mut body = Members::default();
        body.set("name", Json::string(self.name.clone()));
        self.config.put(app, &mut body)?;
        Ok(Request::post(PIPELINE.path).json(&Json::Object(body)))
    }
}

impl Update {
    fn run(&self, app: &App) -> Outcome {
        let mut body = value::members([("name", value::string(&self.name))]);
        self.config.put(app, &mut body)?;
        app.change(&PIPELINE, &self.ids, Json::Object(body))
    }
}

impl Config {
    /// Adds what was given to a body.
    fn put(&self, app: &App, body: &mut Members<'static>) -> Outcome {
        let webhook = match self.webhook.as_deref() {
            None => None,
            Some("") => Some(Json::Null),
            Some(id) => Some(Json::string(app.id(&WEBHOOK, id)?)),
        };
        let members = [
            ("topics", value::list(&self.topics)),
            ("steps", value::maybe_json("--steps", &self.steps)?),
            ("description", value::string(&self.description)),
            ("webhook_id", webhook),
            ("status", value::status(self.enable, self.disable)),
        ];
        value::put(body, members);
        Ok(())
    }
}

impl Test {
    fn run(&self, app: &App) -> Outcome {
        let payload = value::set(value::json("--payload", &self.payload)?, &self.set, &self.set_json)?;
        let body = value::object([("topic", value::string(&self.topic)), ("payload", Some(payload))]);
        app.each_with(&PIPELINE, &self.ids, |id| {
            let answer = app.call(Request::post(&PIPELINE.at(id, "/test")).json(&body).safe())?;
            app.show(&answer)?;
            self.judge(&answer.json()?)
        })
    }

    fn judge(&self, tried: &Json<'_>) -> Outcome {
        let status = tried.lookup("status").and_then(Json::as_str).unwrap_or_default();
        let wanted = match self.expect.as_deref() {
            None => return Ok(()),
            Some("pass") => "passed",
            Some(_) => "filtered",
        };
        if status == wanted {
            return Ok(());
        }
        let reason = tried.lookup("reason").and_then(Json::as_str).map(|reason| format!(": {reason}"));
        Err(Failure::failed(format!("the payload is {status}, not {wanted}{}", reason.unwrap_or_default())))
    }
}
