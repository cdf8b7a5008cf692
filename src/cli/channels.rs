//! `jobcelis channels`: where the project is told of trouble.

use super::app::App;
use super::failure::{FAILED, Failure, Outcome};
use super::value;
use crate::base::Json;
use crate::client::Request;
use std::path::PathBuf;

const PATH: &str = "/notification-channels";

/// Where the project is told of trouble: mail, Slack, Discord, or a URL of your own
#[derive(Debug, clap::Subcommand)]
pub enum Channels {
    /// Show what is set, without its secrets
    #[command(visible_aliases = ["get", "list", "ls"])]
    Show,
    Set(Set),
    /// Remove one channel
    Unset {
        /// email, slack, discord or webhook
        #[arg(value_name = "CHANNEL", value_parser = CHANNELS)]
        channel: String,
    },
    /// Send a test alert now; exit 1 if one did not arrive
    Test {
        /// Only to this one
        #[arg(value_name = "CHANNEL", value_parser = CHANNELS)]
        channel: Option<String>,
    },
    /// Set everything at once
    Upsert {
        /// The request as JSON, @file or - for stdin; in the place of the shared option of this name
        // Of the type of that option, for its name has one type only.
        #[arg(long, value_name = "JSON", required = true, allow_hyphen_values = true)]
        config: PathBuf,
    },
    /// Remove all channels
    #[command(visible_alias = "rm")]
    Delete,
}

const CHANNELS: [&str; 5] = ["email", "slack", "discord", "webhook", "meta_webhook"];

/// Set one channel; the others stay as they are
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis channels set email ops@example.com --events circuit_open,dlq_entry
  jobcelis channels set slack @slack-url.txt
  jobcelis channels set webhook https://example.com/alerts --secret @secret.txt
  jobcelis channels set slack --disable")]
pub struct Set {
    #[arg(value_name = "CHANNEL", value_parser = CHANNELS)]
    channel: String,
    /// The address or the URL, @file or - for stdin; as it is if not given
    #[arg(value_name = "VALUE")]
    value: Option<String>,
    /// What to be told of: webhook_failing, circuit_open, circuit_closed, dlq_entry, job_failed,
    /// replay_completed, security_anomaly, system_health; \"\" is all
    #[arg(long, value_name = "A,B")]
    events: Option<String>,
    /// What messages to a webhook are signed with: @file or - for stdin
    #[arg(long, value_name = "SECRET")]
    secret: Option<String>,
    /// Keep it, but send nothing there
    #[arg(long)]
    disable: bool,
}

pub fn run(app: &App, command: &Channels) -> Outcome {
    match command {
        Channels::Show => app.run(Request::get(PATH)),
        Channels::Set(set) => app.run(set.request()?),
        Channels::Unset { channel } => app.run(Request::delete(PATH).query("channel", Some(channel))),
        Channels::Test { channel } => test(app, channel),
        Channels::Upsert { config } => {
            app.run(Request::api("PUT", PATH).json(&value::json("--config", &config.to_string_lossy())?))
        }
        Channels::Delete => app.run(Request::delete(PATH)),
    }
}

impl Set {
    fn request(&self) -> Outcome<Request> {
        let read = |option: &str, given: &Option<String>| {
            let text = value::maybe_text(option, given)?;
            Ok::<_, Failure>(text.map(|text| Json::string(text.trim().to_owned())))
        };
        let name = match self.channel.as_str() {
            "email" => "email",
            "slack" | "discord" => "webhook_url",
            _ => "url",
        };
        let config = value::object([(name, read("VALUE", &self.value)?), ("secret", read("--secret", &self.secret)?)]);
        let body = value::object([
            ("channel", Some(Json::string(self.channel.clone()))),
            ("config", Some(config)),
            ("events", value::list(&self.events)),
            ("enabled", self.disable.then_some(Json::Bool(false))),
        ]);
        Ok(Request::api("PUT", PATH).json(&body))
    }
}

fn test(app: &App, channel: &Option<String>) -> Outcome {
    let body = value::object([("channel", value::string(channel))]);
    let answer = app.call(Request::post(&format!("{PATH}/test")).json(&body))?.json()?;
    app.out.value(&answer)?;
    match answer.lookup("status").and_then(Json::as_str) {
        Some("sent") => Ok(()),
        _ => Err(Failure::silent(FAILED)),
    }
}
