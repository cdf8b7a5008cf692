//! `jobcelis profile`: the named servers and credentials of the configuration file.

use super::app::App;
use super::failure::{Failure, NOT_FOUND, Outcome};
use super::value;
use crate::base::Json;

/// Servers and credentials of the configuration file
#[derive(Debug, clap::Subcommand)]
pub enum Profile {
    /// List the profiles
    #[command(visible_alias = "ls")]
    List,
    /// Show a profile, its secrets masked
    Show {
        name: Option<String>,
    },
    /// Use a profile when none is named
    Use {
        name: String,
    },
    Set(Set),
    /// Remove a profile
    #[command(visible_alias = "rm")]
    Delete {
        name: String,
    },
    /// Give a profile another name
    Rename {
        name: String,
        to: String,
    },
}

/// Set a value of the profile in use
#[derive(Debug, clap::Args)]
#[command(after_help = "Keys: base_url, api_key, api_key_command, token, refresh, project, output, listen.secret")]
pub struct Set {
    key: String,
    /// As it stands, @file or - for stdin; empty removes it
    #[arg(allow_hyphen_values = true)]
    value: String,
}

/// Values that do not belong on a command line, where others can see them.
const SECRETS: [&str; 4] = ["api_key", "token", "refresh", "listen.secret"];

pub fn run(app: &App, command: &Profile) -> Outcome {
    let mut profiles = app.settings.profiles.clone();
    let known = |name: &str| match app.settings.profiles.contains(name) {
        true => Ok(()),
        false => Err(Failure::new(NOT_FOUND, format!("there is no profile {name}"))),
    };
    match command {
        Profile::List => return list(app),
        Profile::Show { name } => return show(app, name.as_ref().unwrap_or(&app.settings.profile)),
        Profile::Use { name } => {
            known(name)?;
            profiles.set_default(name);
        }
        Profile::Set(set) => {
            let literal = !set.value.is_empty() && !set.value.starts_with(['@', '-']);
            if SECRETS.contains(&set.key.as_str()) && literal {
                return Err(Failure::usage(format!("{}: others could see it on the command line", set.key))
                    .hint(format!("give it on stdin: jobcelis profile set {} -", set.key)));
            }
            let value = value::text("VALUE", &set.value)?;
            profiles.set(&app.settings.profile, &set.key, Some(value.as_str()).filter(|v| !v.is_empty()))?;
        }
        Profile::Delete { name } => {
            known(name)?;
            if app.can_ask() {
                app.confirm(&format!("Delete profile {name}"))?;
            }
            profiles.remove(name);
        }
        Profile::Rename { name, to } => {
            known(name)?;
            if app.settings.profiles.contains(to) {
                return Err(Failure::usage(format!("there is already a profile {to}")));
            }
            profiles.rename(name, to);
        }
    }
    Ok(profiles.save()?)
}

fn list(app: &App) -> Outcome {
    let profiles = &app.settings.profiles;
    let mut items = app.out.items(&["name", "base_url", "credential", "default"], &["project"]);
    for name in profiles.names() {
        let has = |key: &&str| profiles.get(name, key).is_some();
        let credential = ["api_key", "api_key_command", "token"].into_iter().find(has);
        let text = |text: &str| Json::string(text.to_owned());
        items.push(value::object([
            ("name", Some(text(name))),
            ("base_url", profiles.get(name, "base_url").map(text)),
            ("credential", credential.map(text)),
            ("project", profiles.get(name, "project").map(text)),
            ("default", Some(Json::Bool(name == profiles.default_name()))),
        ]))?;
    }
    items.finish("profiles")
}

fn show(app: &App, name: &str) -> Outcome {
    if !app.settings.profiles.contains(name) {
        return Err(Failure::new(NOT_FOUND, format!("there is no profile {name}")));
    }
    let masked = |(key, value): (String, String)| {
        let shown: String = match SECRETS.contains(&key.as_str()) {
            // As much as tells one from another.
            true if value.len() > 24 => value.chars().take(12).chain("***".chars()).collect(),
            true => "***".to_owned(),
            false => value,
        };
        (key.into(), Json::string(shown))
    };
    app.out.value(&Json::Object(app.settings.profiles.entries(name).into_iter().map(masked).collect()))
}
