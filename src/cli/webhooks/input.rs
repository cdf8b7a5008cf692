//! The options that describe a webhook, and the body they make.

use super::WEBHOOK;
use crate::base::Json;
use crate::base::crypto::random_bytes;
use crate::base::json::Members;
use crate::cli::app::App;
use crate::cli::failure::{Failure, Outcome};
use crate::cli::noun::Ids;
use crate::cli::value;
use crate::client::Request;
use crate::domain::signing::Secret;

/// Make a webhook; its secret is shown once
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis webhooks create --url https://shop.test/hook --topics 'order.*,user.created'
  jobcelis webhooks create --url https://hooks.slack.com/services/T/B/X --template slack")]
pub struct Create {
    #[arg(long)]
    url: String,
    /// Begin with a ready-made configuration
    #[arg(long, value_name = "NAME")]
    template: Option<String>,
    /// Do not send to it yet
    #[arg(long)]
    inactive: bool,
    #[command(flatten)]
    config: Config,
}

/// Change webhooks: only what is given changes
#[derive(Debug, clap::Args)]
pub struct Update {
    #[command(flatten)]
    ids: Ids,
    #[arg(long)]
    url: Option<String>,
    #[command(flatten)]
    config: Config,
}

/// JSON values are given as they stand, as @file or as - for stdin.
#[derive(Debug, clap::Args)]
pub struct Config {
    /// Topics or patterns such as order.*; none is every event
    #[arg(long, value_name = "A,B")]
    topics: Option<String>,
    /// Name to show
    #[arg(long)]
    name: Option<String>,
    /// Secret to sign with: a text, @file, -, or auto for a new one
    #[arg(long, value_name = "SECRET", num_args = 0..=1, default_missing_value = "auto", allow_hyphen_values = true)]
    secret: Option<String>,
    /// Conditions on the payload
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    filters: Option<String>,
    /// What the body is made of
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    body_config: Option<String>,
    /// Headers to send, as an object
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    headers: Option<String>,
    /// One header to send
    #[arg(short = 'H', long = "header", value_name = "NAME:VALUE")]
    header: Vec<String>,
    /// When failed deliveries are tried again
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    retry_config: Option<String>,
    /// Attempts before a delivery has failed for good
    #[arg(long, value_name = "N")]
    max_attempts: Option<u32>,
    /// Deliveries per second at most
    #[arg(long, value_name = "N")]
    max_per_second: Option<u32>,
    /// Deliveries per minute at most
    #[arg(long, value_name = "N")]
    max_per_minute: Option<u32>,
    /// Several events in one delivery
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    batch_config: Option<String>,
}

impl Create {
    pub fn request(&self, app: &App) -> Outcome<Request> {
        let mut body = Members::default();
        body.set("url", Json::string(self.url.clone()));
        if let Some(name) = &self.template {
            let template = template(app, name)?;
            for key in ["topics", "headers", "body_config"] {
                if let Some(value) = template.lookup(key) {
                    body.set(key, value.clone());
                }
            }
        }
        self.config.put(&mut body, false)?;
        if self.inactive {
            body.set("status", Json::string("inactive"));
        }
        Ok(Request::post(WEBHOOK.path).json(&Json::Object(body)))
    }
}

fn template(app: &App, name: &str) -> Outcome<Json<'static>> {
    let all = app.call(Request::get("/webhooks/templates"))?.json()?;
    let all = all.lookup("templates").and_then(Json::as_array).unwrap_or_default();
    let id = |template: &Json<'_>| template.lookup("id").and_then(Json::as_str).unwrap_or_default().to_owned();
    match all.iter().find(|template| id(template) == name) {
        Some(template) => Ok(template.clone().into_owned()),
        None => {
            let known: Vec<String> = all.iter().map(id).collect();
            Err(Failure::usage(format!("--template {name}: there are {}", known.join(", "))))
        }
    }
}

impl Update {
    pub fn run(&self, app: &App) -> Outcome {
        let mut body = value::members([("url", value::string(&self.url))]);
        self.config.put(&mut body, true)?;
        app.change(&WEBHOOK, &self.ids, Json::Object(body))
    }
}

impl Config {
    /// Adds what was given to a body; a webhook that exists is told its new secret.
    fn put(&self, body: &mut Members<'static>, exists: bool) -> Outcome {
        let members = [
            ("name", value::string(&self.name)),
            ("topics", value::list(&self.topics)),
            ("secret", self.secret(exists)?),
            ("filters", value::maybe_json("--filters", &self.filters)?),
            ("body_config", value::maybe_json("--body-config", &self.body_config)?),
            ("headers", self.headers()?),
            ("retry_config", self.retry_config()?),
            ("rate_limit", self.rate_limit()),
            ("batch_config", value::maybe_json("--batch-config", &self.batch_config)?),
        ];
        value::put(body, members);
        Ok(())
    }

    /// A new webhook gets a secret of its own from the server.
    fn secret(&self, exists: bool) -> Outcome<Option<Json<'static>>> {
        match self.secret.as_deref() {
            Some("auto") if exists => Ok(Some(Json::string(Secret::generate(random_bytes()).expose().to_owned()))),
            None | Some("auto") => Ok(None),
            Some(given) => Ok(Some(Json::string(value::text("--secret", given)?))),
        }
    }

    fn headers(&self) -> Outcome<Option<Json<'static>>> {
        let base = value::maybe_json("--headers", &self.headers)?;
        if self.header.is_empty() {
            return Ok(base);
        }
        let Json::Object(mut members) = base.unwrap_or_else(|| Json::Object(Members::default())) else {
            return Err(Failure::usage("--headers must be an object to add a header to"));
        };
        for header in &self.header {
            let split = header.split_once(':').filter(|(name, _)| !name.trim().is_empty());
            let (name, value) =
                split.ok_or_else(|| Failure::usage(format!("--header {header}: must be NAME:VALUE")))?;
            members.set(name.trim().to_owned(), Json::string(value.trim().to_owned()));
        }
        Ok(Some(Json::Object(members)))
    }

    fn retry_config(&self) -> Outcome<Option<Json<'static>>> {
        let base = value::maybe_json("--retry-config", &self.retry_config)?;
        let Some(attempts) = self.max_attempts else { return Ok(base) };
        let Json::Object(mut members) = base.unwrap_or_else(|| Json::Object(Members::default())) else {
            return Err(Failure::usage("--retry-config must be an object to set --max-attempts in"));
        };
        members.set("max_attempts", value::number(attempts));
        Ok(Some(Json::Object(members)))
    }

    fn rate_limit(&self) -> Option<Json<'static>> {
        let limit = value::object([
            ("max_per_second", self.max_per_second.map(value::number)),
            ("max_per_minute", self.max_per_minute.map(value::number)),
        ]);
        (self.max_per_second.is_some() || self.max_per_minute.is_some()).then_some(limit)
    }
}
