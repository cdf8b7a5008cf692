//! What a client command runs with: flag over environment over profile over built-in, resolved
//! once. Credentials of a higher source hide those of a lower one.

use super::failure::{DENIED, Failure, Outcome};
use super::global::{Global, seconds, variable};
use super::value;
use crate::client::{Options, Trace};
use crate::config::Profiles;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

/// The server that is meant when none is named.
pub const DEFAULT_URL: &str = "https://jobcelis.com";

/// The resolved options of a command.
#[derive(Debug)]
pub struct Settings {
    pub profiles: Profiles,
    /// The name of the profile in use; it need not exist.
    pub profile: String,
    pub base_url: String,
    pub project: Option<String>,
    sources: [Source; 3],
}

/// The credentials of one source.
#[derive(Clone, Default)]
struct Source {
    key: Option<String>,
    token: Option<String>,
    is_profile: bool,
}

/// What proves a caller.
#[derive(Clone)]
pub enum Proof {
    Key(String),
    Token {
        value: String,
        /// It is the profile's, where a fresh one is to be kept.
        kept: bool,
    },
}

impl Settings {
    pub fn resolve(global: &Global) -> Outcome<Settings> {
        let profiles = Profiles::load(config_file(global).as_deref()).map_err(|e| Failure::usage(e.message()))?;
        let named = global.profile.clone().or_else(|| variable("JOBCELIS_PROFILE"));
        let profile = named.unwrap_or_else(|| profiles.default_name().to_owned());
        let kept = |key: &str| profiles.get(&profile, key).map(str::to_owned);
        let base_url = global.base_url.clone().or_else(|| variable("JOBCELIS_BASE_URL")).or_else(|| kept("base_url"));
        let base_url = base_url.unwrap_or_else(|| DEFAULT_URL.to_owned());
        // A profile's credentials are for its own server; another one never gets to see them.
        let same = |own: String| own.trim_end_matches('/') == base_url.trim_end_matches('/');
        let at_home = kept("base_url").is_none_or(same);
        let own = |key: &str| kept(key).filter(|_| at_home);
        let project = global.project.clone().or_else(|| variable("JOBCELIS_PROJECT")).or_else(|| own("project"));
        let sources = [
            Source { key: flag_key(global)?, token: global.token.clone(), is_profile: false },
            Source { key: variable("JOBCELIS_API_KEY"), token: variable("JOBCELIS_TOKEN"), is_profile: false },
            Source { key: own("api_key"), token: own("token"), is_profile: at_home },
        ];
        Ok(Settings { base_url, project, sources, profile, profiles })
    }

    /// A text of the profile in use.
    pub fn kept(&self, key: &str) -> Option<&str> {
        self.profiles.get(&self.profile, key)
    }

    /// What proves the caller to the routes of a project: of the first source that has anything.
    pub fn for_project(&self) -> Outcome<Option<Proof>> {
        for source in &self.sources {
            if let Some(key) = &source.key {
                return Ok(Some(proof(key, source)));
            }
            if source.is_profile
                && let Some(command) = self.kept("api_key_command")
            {
                return Ok(Some(Proof::Key(key_of(command)?)));
            }
            if let Some(token) = &source.token {
                return Ok(Some(proof(token, source)));
            }
        }
        Ok(None)
    }

    /// As [`Settings::for_project`] where no command has to be run for it, which might ask.
    pub fn at_hand(&self) -> Option<Proof> {
        let runs = self.kept("api_key_command").is_some();
        let has_any = |s: &&Source| s.key.is_some() || s.token.is_some() || (s.is_profile && runs);
        let source = self.sources.iter().find(has_any)?;
        let token = source.token.as_ref().filter(|_| !(source.is_profile && runs));
        source.key.as_ref().or(token).map(|value| proof(value, source))
    }

    /// What proves the caller to account routes: the first token, which may stand in a key's place.
    pub fn for_user(&self) -> Option<Proof> {
        let tokens = |source: &Source| {
            let key = source.key.clone().filter(|key| is_jwt(key));
            source.token.clone().or(key).map(|token| proof(&token, source))
        };
        let found = self.sources.iter().find_map(tokens);
        found.or_else(|| self.sources.iter().find_map(|source| source.key.clone().map(Proof::Key)))
    }
}

/// The configuration file that was named.
pub fn config_file(global: &Global) -> Option<PathBuf> {
    global.config.clone().or_else(|| variable("JOBCELIS_CONFIG").map(Into::into))
}

fn proof(value: &str, source: &Source) -> Proof {
    if is_jwt(value) {
        Proof::Token { value: value.to_owned(), kept: source.is_profile }
    } else {
        Proof::Key(value.to_owned())
    }
}

/// Three parts, the first of which is a JSON object in base64.
pub fn is_jwt(text: &str) -> bool {
    text.starts_with("eyJ") && text.split('.').count() == 3
}

fn flag_key(global: &Global) -> Outcome<Option<String>> {
    if global.api_key_stdin {
        return Ok(Some(value::text("--api-key-stdin", "-")?.trim().to_owned()));
    }
    match &global.api_key_file {
        Some(path) => Ok(Some(value::text("--api-key-file", &format!("@{}", path.display()))?.trim().to_owned())),
        None => Ok(global.api_key.clone()),
    }
}

/// What the profile's command prints.
fn key_of(command: &str) -> Outcome<String> {
    let failed = |why: String| Failure::new(DENIED, format!("api_key_command: {why}"));
    let run = Command::new("sh").args(["-c", command]).stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let output = run.map_err(|e| failed(e.to_string()))?;
    let key = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    match (output.status.success(), key.is_empty()) {
        (false, _) => Err(failed(output.status.to_string())),
        (true, true) => Err(failed("it printed nothing".to_owned())),
        (true, false) => Ok(key),
    }
}

/// How the server is called.
pub fn options(global: &Global, base_url: &str) -> Outcome<Options> {
    let span = |given: Option<f64>, usual: f64| Duration::from_secs_f64(given.unwrap_or(usual));
    let asked = variable("JOBCELIS_TIMEOUT").map(|text| seconds(&text).map_err(|e| (text, e))).transpose();
    let asked = asked.map_err(|(text, e)| Failure::usage(format!("JOBCELIS_TIMEOUT={text}: {e}")))?;
    let pem = |path: &std::path::PathBuf| {
        std::fs::read(path).map_err(|e| Failure::usage(format!("--ca-cert: {}: {e}", path.display())))
    };
    Ok(Options {
        base_url: base_url.to_owned(),
        timeout: span(global.timeout.or(asked), 30.0),
        connect_timeout: span(global.connect_timeout, 10.0),
        retries: global.retries.unwrap_or(3),
        ca_cert: global.ca_cert.as_ref().map(pem).transpose()?,
        insecure: global.insecure,
        trace: Trace(global.verbosity()),
    })
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}
