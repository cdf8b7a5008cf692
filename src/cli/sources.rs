//! `jobcelis sources`: senders from outside whose requests become events.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::noun::{Ids, Noun, Paging};
use super::value;
use crate::base::json::Members;
use crate::base::{Json, Timestamp};
use crate::client::{Auth, Request};
use crate::domain::signing::Secret;
use crate::domain::source::{Mapping, Verification, Verifier};

pub const SOURCE: Noun<'_> = Noun {
    one: "source",
    many: "sources",
    path: "/sources",
    list: "",
    auth: Auth::Project,
    key: "sources",
    everything: Some(("include", "inactive")),
    columns: &["id", "slug", "name", "status", "received", "rejected", "last_received_at"],
    wide: &["url", "provider", "preset", "verification.type", "topic_prefix", "inserted_at"],
};

const PRESET: Noun<'_> = Noun {
    one: "preset",
    many: "presets",
    list: "/presets",
    key: "presets",
    columns: &["name", "title", "description"],
    wide: &["verification", "mapping"],
    everything: None,
    ..SOURCE
};

const REJECTION: Noun<'_> = Noun {
    one: "rejection",
    many: "rejections",
    key: "rejections",
    columns: &["inserted_at", "reason", "ip"],
    wide: &["id", "headers"],
    everything: None,
    ..SOURCE
};

/// Senders from outside whose requests become events
#[derive(Debug, clap::Subcommand)]
pub enum Sources {
    #[command(visible_alias = "ls")]
    List(List),
    /// List the senders that are known
    Presets(Presets),
    /// Show sources
    Get(Ids),
    #[command(visible_alias = "new")]
    Create(Create),
    Update(Update),
    /// Switch sources off: nothing more is taken from them
    #[command(visible_alias = "rm")]
    Delete(Ids),
    /// Give sources a new secret; the one before is still believed
    RotateSecret(Ids),
    Rejections(Rejections),
    Test(Test),
}

/// List sources
#[derive(Debug, clap::Args)]
pub struct List {
    /// Deleted and disabled ones too
    #[arg(long)]
    include_inactive: bool,
    #[command(flatten)]
    paging: Paging,
}

#[derive(Debug, clap::Args)]
pub struct Presets {
    #[command(flatten)]
    paging: Paging,
}

/// List the newest requests that were refused
#[derive(Debug, clap::Args)]
pub struct Rejections {
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    paging: Paging,
}

/// Make a source; its secret and its URL are shown
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis sources create --preset github --secret @secret
  jobcelis sources create --slug shop --verification '{\"type\":\"token\",\"header\":\"X-Token\"}'")]
pub struct Create {
    /// A sender that is known, see: jobcelis sources presets
    #[arg(long, value_name = "NAME", required_unless_present = "slug")]
    preset: Option<String>,
    #[command(flatten)]
    config: Config,
}

/// Change sources: only what is given changes
#[derive(Debug, clap::Args)]
pub struct Update {
    #[command(flatten)]
    ids: Ids,
    #[command(flatten)]
    config: Config,
}

#[derive(Debug, clap::Args)]
pub struct Config {
    /// What its URL ends in: a-z, 0-9 and -
    #[arg(long)]
    slug: Option<String>,
    #[arg(long)]
    name: Option<String>,
    /// Who sends, as receivers read it
    #[arg(long)]
    provider: Option<String>,
    /// How it proves itself: JSON, @file or -
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    verification: Option<String>,
    /// Where its requests say what happened: JSON, @file or -
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    mapping: Option<String>,
    /// What stands before the type in topics
    #[arg(long, value_name = "TEXT")]
    topic_prefix: Option<String>,
    /// Secret that it proves itself with: a text, @file or -; else one is made
    #[arg(long, value_name = "SECRET", allow_hyphen_values = true)]
    secret: Option<String>,
    /// Believe anyone, where the verification is none
    #[arg(long)]
    allow_unverified: bool,
    /// Take requests
    #[arg(long)]
    enable: bool,
    /// Take no requests
    #[arg(long, conflicts_with = "enable")]
    disable: bool,
}

/// Send a request as the sender would: signed, with a body that the mapping understands
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  jobcelis sources test 0199b5a0-8888 --secret @secret --type order.created")]
pub struct Test {
    #[arg(value_name = "ID")]
    id: String,
    /// Secret of the source: a text, @file or -
    #[arg(long, value_name = "SECRET", allow_hyphen_values = true)]
    secret: Option<String>,
    /// Type of the event
    #[arg(long = "type", value_name = "TYPE", default_value = "test")]
    kind: String,
    /// Body instead of one made up: JSON, @file or -
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    body: Option<String>,
}

pub fn run(app: &App, command: &Sources) -> Outcome {
    match command {
        Sources::List(list) => app.list(&SOURCE, SOURCE.listing_of(list.include_inactive), &list.paging),
        Sources::Presets(list) => app.list(&PRESET, PRESET.listing(), &list.paging),
        Sources::Get(ids) => app.each(&SOURCE, ids, |id| Request::get(&SOURCE.at(id, ""))),
        Sources::Create(create) => create.run(app),
        Sources::Update(update) => update.run(app),
        Sources::Delete(ids) => app.each(&SOURCE, ids, |id| Request::delete(&SOURCE.at(id, ""))),
        Sources::RotateSecret(ids) => app.each(&SOURCE, ids, |id| Request::post(&SOURCE.at(id, "/rotate-secret"))),
        Sources::Rejections(of) => {
            let id = app.id(&SOURCE, &of.id)?;
            app.list(&REJECTION, Request::get(&SOURCE.at(&id, "/rejections")), &of.paging)
        }
        Sources::Test(test) => test.run(app),
    }
}

impl Create {
    fn run(&self, app: &App) -> Outcome {
        let mut body = value::members([("preset", value::string(&self.preset))]);
        self.config.put(&mut body)?;
        app.run(Request::post(SOURCE.path).json(&Json::Object(body)))
    }
}

impl Update {
    fn run(&self, app: &App) -> Outcome {
        let mut body = Members::default();
        self.config.put(&mut body)?;
        app.change(&SOURCE, &self.ids, Json::Object(body))
    }
}

impl Config {
    /// Adds what was given to a body.
    fn put(&self, body: &mut Members<'static>) -> Outcome {
        let members = [
            ("slug", value::string(&self.slug)),
            ("name", value::string(&self.name)),
            ("provider", value::string(&self.provider)),
            ("verification", value::maybe_json("--verification", &self.verification)?),
            ("mapping", value::maybe_json("--mapping", &self.mapping)?),
            ("topic_prefix", value::string(&self.topic_prefix)),
            ("secret", value::string(&value::maybe_text("--secret", &self.secret)?)),
            ("allow_unverified", self.allow_unverified.then_some(Json::Bool(true))),
            ("status", value::status(self.enable, self.disable)),
        ];
        value::put(body, members);
        Ok(())
    }
}

impl Test {
    fn run(&self, app: &App) -> Outcome {
        let id = app.id(&SOURCE, &self.id)?;
        let source = app.call(Request::get(&SOURCE.at(&id, "")))?.json()?;
        let part = |name: &str| source.step(name).cloned().unwrap_or(Json::Null);
        let (way, mapping) = (Verification::read(&part("verification"))?, Mapping::read(&part("mapping"))?);
        let event = format!("test-{:016x}", rand::random::<u64>());
        let (sample, mut headers) = mapping.sample(&event, &self.kind, Timestamp::now());
        let body = match &self.body {
            Some(given) => value::json("--body", given)?,
            None => sample,
        };
        let secret = match &self.secret {
            Some(given) => value::text("--secret", given)?,
            None if way.has_secret() => return Err(Failure::usage("--secret <secret> is required.")),
            None => String::new(),
        };
        let secret = Secret::new(secret);
        let verifier = Verifier::new(way, false, std::slice::from_ref(&secret))?;
        headers.extend(verifier.sign(&secret, &event, Timestamp::now(), body.to_text().as_bytes()));
        let url = part("url");
        let path = url.as_str().and_then(|url| url.find("/hub/").map(|at| url[at..].to_owned()));
        let path = path.ok_or_else(|| Failure::failed("the server does not say where the source is"))?;
        let request = Request::at("POST", path).auth(Auth::Open).json(&body);
        app.run(headers.into_iter().fold(request, |request, (name, value)| request.header(&name, value)))
    }
}
