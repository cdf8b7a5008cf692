//! `jobcelis schemas`: what the payloads of a topic have to look like.

use super::app::App;
use super::failure::{FAILED, Failure, Outcome};
use super::noun::{Ids, Noun, Paging, items_of};
use super::output::{pretty, print};
use super::value;
use crate::base::Json;
use crate::cli::events::EVENT;
use crate::client::{Auth, Request};
use crate::domain::schema::{self, Schema, infer};

pub const SCHEMA: Noun<'_> = Noun {
    one: "schema",
    many: "schemas",
    path: "/event-schemas",
    list: "",
    auth: Auth::Project,
    key: "data",
    everything: Some(("include", "inactive")),
    columns: &["id", "topic", "version", "status", "inserted_at"],
    wide: &["schema", "updated_at"],
};

/// Most events that one page of a list holds.
const PAGE: usize = 200;

/// JSON Schemas that the payloads of a topic have to fit
#[derive(Debug, clap::Subcommand)]
pub enum Schemas {
    #[command(visible_alias = "ls")]
    List(List),
    /// Show schemas
    Get(Ids),
    #[command(visible_alias = "new")]
    Create(Create),
    Update(Update),
    /// Delete schemas: the next lower version of the topic applies again
    #[command(visible_alias = "rm")]
    Delete(Ids),
    Validate(Validate),
    Infer(Infer),
}

/// List schemas
#[derive(Debug, clap::Args)]
pub struct List {
    /// Only of this topic
    #[arg(long)]
    topic: Option<String>,
    /// Deleted ones too
    #[arg(long)]
    include_inactive: bool,
    #[command(flatten)]
    paging: Paging,
}

/// Make a schema: the next version of its topic, which applies from now on
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis schemas create --topic order.created --schema @order.schema.json
  jobcelis schemas infer --topic order.created | jobcelis schemas create --topic order.created --schema -")]
pub struct Create {
    #[arg(long)]
    topic: String,
    /// JSON Schema: JSON, @file or - for stdin
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    schema: String,
    /// Version to make instead of the next one
    #[arg(long, value_name = "N")]
    schema_version: Option<u32>,
}

/// Change schemas: another schema is another version
#[derive(Debug, clap::Args)]
pub struct Update {
    #[command(flatten)]
    ids: Ids,
    #[arg(long)]
    topic: Option<String>,
    /// JSON Schema: JSON, @file or - for stdin
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    schema: Option<String>,
    /// Version to make of it instead of the next free one
    #[arg(long, value_name = "N")]
    schema_version: Option<u32>,
}

/// Try a payload on the schema of a topic; exit code 1 when it does not fit
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis schemas validate --topic order.created --payload @order.json
  jobcelis schemas validate --schema @order.schema.json --payload @order.json --local")]
pub struct Validate {
    #[arg(long, required_unless_present = "schema")]
    topic: Option<String>,
    /// JSON, @file or - for stdin
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    payload: String,
    /// Try it on this schema instead of the one of the topic
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    schema: Option<String>,
    /// Ask no server
    #[arg(long, requires = "schema")]
    local: bool,
}

/// Print a draft of a schema from the latest events of a topic
#[derive(Debug, clap::Args)]
pub struct Infer {
    #[arg(long)]
    topic: String,
    /// Events to look at, at most
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    sample: u32,
}

pub fn run(app: &App, command: &Schemas) -> Outcome {
    match command {
        Schemas::List(list) => app.list(&SCHEMA, list.request(), &list.paging),
        Schemas::Get(ids) => app.each(&SCHEMA, ids, |id| Request::get(&SCHEMA.at(id, ""))),
        Schemas::Create(create) => app.run(create.request()?),
        Schemas::Update(update) => update.run(app),
        Schemas::Delete(ids) => app.each(&SCHEMA, ids, |id| Request::delete(&SCHEMA.at(id, ""))),
        Schemas::Validate(validate) => validate.run(app),
        Schemas::Infer(infer) => infer.run(app),
    }
}

impl List {
    fn request(&self) -> Request {
        SCHEMA.listing_of(self.include_inactive).query("topic", self.topic.as_ref())
    }
}

impl Create {
    fn request(&self) -> Outcome<Request> {
        let body = value::object([
            ("topic", Some(Json::string(self.topic.clone()))),
            ("schema", Some(value::json("--schema", &self.schema)?)),
            ("version", self.schema_version.map(value::number)),
        ]);
        Ok(Request::post(SCHEMA.path).json(&body))
    }
}

impl Update {
    fn run(&self, app: &App) -> Outcome {
        let body = value::object([
            ("topic", value::string(&self.topic)),
            ("schema", value::maybe_json("--schema", &self.schema)?),
            ("version", self.schema_version.map(value::number)),
        ]);
        app.change(&SCHEMA, &self.ids, body)
    }
}

impl Validate {
    fn run(&self, app: &App) -> Outcome {
        let payload = value::json("--payload", &self.payload)?;
        let schema = value::maybe_json("--schema", &self.schema)?;
        let verdict = match schema {
            Some(schema) if self.local => check(&schema, &payload)?,
            schema => {
                let members = [("topic", value::string(&self.topic)), ("payload", Some(payload)), ("schema", schema)];
                let path = format!("{}/validate", SCHEMA.path);
                app.call(Request::post(&path).json(&value::object(members)).safe())?.json()?
            }
        };
        if app.out.format.is_table() {
            app.out.list(&["path", "message"], &[], verdict.lookup("errors"), "faults")?;
        } else {
            app.out.value(&verdict)?;
        }
        match verdict.lookup("valid").and_then(Json::as_bool) {
            Some(false) => Err(Failure::silent(FAILED)),
            _ => Ok(()),
        }
    }
}

/// The verdict in the words of a server.
fn check(schema: &Json<'_>, payload: &Json<'_>) -> Outcome<Json<'static>> {
    let schema = Schema::compile(&schema.to_text()).map_err(|e| Failure::usage(e.message()))?;
    let payload = payload.to_text();
    let roomy = std::thread::Builder::new().stack_size(schema::STACK);
    let checked = roomy.spawn(move || schema.check(&payload))?.join();
    let faults = checked.map_err(|_| Failure::failed("the check has failed"))??;
    let fault = |fault: schema::Fault| {
        value::object([("message", Some(Json::string(fault.message))), ("path", Some(Json::string(fault.path)))])
    };
    Ok(value::object([
        ("valid", Some(Json::Bool(faults.is_empty()))),
        ("errors", Some(Json::Array(faults.into_iter().map(fault).collect()))),
        ("schema_id", Some(Json::Null)),
        ("version", Some(Json::Null)),
    ]))
}

impl Infer {
    fn run(&self, app: &App) -> Outcome {
        let (mut payloads, mut cursor) = (Vec::new(), None);
        loop {
            let left = self.sample as usize - payloads.len();
            let request =
                Request::get(EVENT.path).query("topic", Some(&self.topic)).query("limit", Some(left.min(PAGE)));
            let page = app.call(request.query("cursor", cursor.as_deref()))?.json()?;
            payloads.extend(items_of(&page, &EVENT).iter().filter_map(|event| event.lookup("payload")).cloned());
            cursor = page.lookup("next_cursor").and_then(Json::as_str).map(str::to_owned);
            if cursor.is_none() || payloads.len() >= self.sample as usize {
                break;
            }
        }
        if payloads.is_empty() {
            return Err(Failure::failed(format!("there are no events of topic {}", self.topic)));
        }
        app.trace(1, &format!("{} events were looked at", payloads.len()));
        print(&(pretty(&infer(payloads.iter())) + "\n"))
    }
}
