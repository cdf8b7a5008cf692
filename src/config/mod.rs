//! The settings of `serve`: flag over environment over file over default, resolved once into
//! [`ServerSettings`]. Nothing else of the server reads the environment or a configuration file;
//! a module is handed what it needs. Beside them the profiles of the command line. Knows nothing
//! of what the settings do.

mod backup;
mod clock;
mod faces;
mod list;
mod mail;
mod origins;
mod profiles;
mod proxy;
mod secret;
mod source;
mod together;
mod value;

pub use backup::{BackupDir, Keep};
pub use clock::TimeOfDay;
pub use faces::{Face, Faces, ProjectRef};
pub use list::{ServerSettings, cache_dir};
pub use mail::{Secret, Sender, SenderName, Smtp, SmtpTls, SmtpUrl};
pub use origins::Origins;
pub use profiles::Profiles;
pub use proxy::{EgressProxy, Proxy};
pub use secret::{MasterKey, Password};
pub use source::{flags, load};
pub use value::{
    Hosts, InstanceName, Listen, Locale, LogFormat, MetricsListen, Nets, PerMinute, PrivateNets, Registration,
    SendRate, Sync,
};

use std::fmt;
use std::path::PathBuf;

/// How a setting is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// `--flag`, and `--flag=off` to undo what the file says.
    Switch,
    /// `--flag VALUE`; the text names the value in the help.
    One(&'static str),
    /// `--flag VALUE`, any number of times or with commas.
    Many(&'static str),
    /// `--flag` or `--flag=VALUE`.
    Maybe(&'static str),
    /// `--flag VALUE`, which no message repeats.
    Secret(&'static str),
}

impl Takes {
    /// What stands for the value in texts.
    pub fn value_name(self) -> &'static str {
        match self {
            Takes::Switch => "on|off",
            Takes::One(name) | Takes::Many(name) | Takes::Maybe(name) | Takes::Secret(name) => name,
        }
    }
}

/// What is known of a setting before anything is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    /// The key in the file; the flag has dashes, the variable is upper case behind `JOBCELIS_`.
    pub key: &'static str,
    pub takes: Takes,
    /// The default as the help shows it.
    pub default: &'static str,
    pub help: &'static str,
}

impl Setting {
    pub fn flag(&self) -> String {
        self.key.replace('_', "-")
    }

    pub fn variable(&self) -> String {
        format!("JOBCELIS_{}", self.key.to_uppercase())
    }

    /// A given value as messages may repeat it.
    fn shown<'t>(&self, text: &'t str) -> &'t str {
        if matches!(self.takes, Takes::Secret(_)) { "***" } else { text }
    }
}

impl ServerSettings {
    /// Where the master key is, for people.
    pub fn key_place(&self) -> String {
        match self.master_key.0 {
            Some(_) => "of JOBCELIS_MASTER_KEY".to_owned(),
            None => self.key_file.display().to_string(),
        }
    }
}

/// Every setting there is, in the order of the help.
pub(crate) fn settings() -> &'static [Setting] {
    list::LIST
}

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    Flag,
    Environment,
    File(PathBuf),
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Flag => f.write_str("flag"),
            Origin::Environment => f.write_str("environment"),
            Origin::File(path) => write!(f, "{}", path.display()),
            Origin::Default => f.write_str("default"),
        }
    }
}

/// One resolved setting as `--print-config` shows it.
#[derive(Debug, Clone)]
pub struct Shown {
    pub key: &'static str,
    pub value: toml::Value,
    pub origin: Origin,
}

/// The settings together with where each came from.
#[derive(Debug)]
pub struct Loaded {
    pub settings: ServerSettings,
    pub shown: Vec<Shown>,
}

impl Loaded {
    /// Whether nobody has given this setting.
    pub fn is_default(&self, key: &str) -> bool {
        self.shown.iter().any(|s| s.key == key && s.origin == Origin::Default)
    }
}

impl fmt::Display for Loaded {
    /// A configuration file with the origin behind each value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.shown {
            writeln!(f, "{} = {}  # {}", line.key, line.value, line.origin)?;
        }
        Ok(())
    }
}

#[cfg(test)]
impl ServerSettings {
    /// The defaults with the data in a folder of the test, and what `change` makes of them.
    pub fn for_test(folder: &std::path::Path, change: &[(&str, &str)]) -> ServerSettings {
        let mut given = list::Given::default();
        let folder = folder.to_str().expect("a readable path");
        for (key, value) in change.iter().chain(&[("data_dir", folder)]) {
            given.offer(key, value, Origin::Flag).expect(key);
        }
        given.resolve().0
    }
}

#[cfg(test)]
mod tests;
