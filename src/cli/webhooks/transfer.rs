//! Webhooks to a file and from one: their configuration without ids, states and secrets.

use super::WEBHOOK;
use crate::base::Json;
use crate::base::json::Members;
use crate::cli::app::App;
use crate::cli::failure::{Failure, Outcome, PARTIAL};
use crate::cli::noun::whole;
use crate::cli::output::{pretty, print};
use crate::cli::value;
use crate::client::Request;
use std::fs::OpenOptions;
use std::io::Write;

/// What describes a webhook; the rest is its history.
pub const CONFIG: [&str; 11] = [
    "url",
    "name",
    "status",
    "topics",
    "filters",
    "body_config",
    "headers",
    "retry_config",
    "rate_limit",
    "batch_config",
    "signature_schemes",
];

/// Write the configuration of all webhooks to a file; secrets stay with the server
#[derive(Debug, clap::Args)]
pub struct Export {
    /// File to write, or - for stdout
    #[arg(value_name = "FILE", default_value = "-")]
    file: String,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
}

/// Make the webhooks of a file that export wrote; each gets a new secret, shown once
#[derive(Debug, clap::Args)]
pub struct Import {
    /// File to read, or - for stdin
    #[arg(value_name = "FILE")]
    file: String,
}

impl Export {
    pub fn run(&self, app: &App) -> Outcome {
        let all = whole(&WEBHOOK, &Request::get(WEBHOOK.path), |request| Ok(app.call(request)?.json()?))?;
        let all: Vec<_> = all.iter().map(config).collect();
        let count = all.len();
        let text = pretty(&Json::Array(all)) + "\n";
        if self.file == "-" {
            return print(&text);
        }
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true).create_new(!self.force);
        // Headers of webhooks often hold credentials of their receivers.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&self.file).and_then(|mut file| file.write_all(text.as_bytes()));
        file.map_err(|e| Failure::usage(format!("{}: {e}", self.file)))?;
        app.out.note(&format!("Exported {count} webhooks to {}.", self.file));
        Ok(())
    }
}

fn config(webhook: &Json<'_>) -> Json<'static> {
    let mut members = Members::default();
    for key in CONFIG {
        if let Some(value) = webhook.lookup(key).filter(|value| !value.is_null()) {
            members.set(key, value.clone().into_owned());
        }
    }
    Json::Object(members)
}

impl Import {
    pub fn run(&self, app: &App) -> Outcome {
        let given = if self.file == "-" { "-".to_owned() } else { format!("@{}", self.file) };
        let read = value::json(&self.file, &given)?;
        let Some(webhooks) = read.as_array() else {
            return Err(Failure::usage(format!("{}: must be a list of webhooks", self.file)));
        };
        let mut failed = 0;
        for webhook in webhooks {
            match app.run(Request::post(WEBHOOK.path).json(&config(webhook))) {
                Err(failure) if failure.code() != 0 => {
                    let url = webhook.lookup("url").and_then(Json::as_str).unwrap_or("no url");
                    failure.of(url).report(app.global.wants_json());
                    failed += 1;
                }
                _ => {}
            }
        }
        app.out.note(&format!("Imported {} of {} webhooks.", webhooks.len() - failed, webhooks.len()));
        if failed == 0 { Ok(()) } else { Err(Failure::silent(PARTIAL)) }
    }
}
