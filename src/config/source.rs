//! Reads the three sources (flags, environment, file) and merges them.

use super::list::{Given, LIST};
use super::{Loaded, Origin, Setting, Takes, together};
use crate::base::{Error, Kind, Result};
use clap::{Arg, ArgAction, ArgMatches};
use std::path::{Path, PathBuf};

/// Variables that mean a setting although they are named otherwise.
const OTHER_NAMES: [(&str, &str); 9] = [
    ("listen", PORT),
    ("admin_email", "SUPERADMIN_EMAIL"),
    ("admin_email", "ADMIN_EMAIL"),
    ("admin_password", "SUPERADMIN_PASSWORD"),
    ("admin_password", "ADMIN_PASSWORD"),
    ("resend_api_key", "RESEND_API_KEY"),
    ("mail_from", "MAILER_FROM_EMAIL"),
    ("mail_from_name", "MAILER_FROM_NAME"),
    ("hub_management_key", "MANAGEMENT_API_KEY"),
];
/// It holds the port alone: that of the usual listener.
const PORT: &str = "PORT";

/// The flags of all settings, for the command that takes them.
pub fn flags() -> impl Iterator<Item = Arg> {
    LIST.iter().map(flag)
}

fn flag(setting: &Setting) -> Arg {
    let help = format!("{} [env: {}] [default: {}]", setting.help.trim(), setting.variable(), setting.default);
    let arg = Arg::new(setting.key).long(setting.flag()).help(help).allow_hyphen_values(false);
    let optional = |arg: Arg| arg.num_args(0..=1).require_equals(true).default_missing_value("on");
    let arg = arg.value_name(setting.takes.value_name());
    match setting.takes {
        Takes::Switch => optional(arg.hide_possible_values(true)),
        Takes::Maybe(_) => optional(arg),
        Takes::One(_) | Takes::Secret(_) => arg,
        Takes::Many(_) => arg.action(ArgAction::Append),
    }
}

/// Resolves all settings: `flags`, which may be some of [`flags`], over `env` over the file over the defaults. Without `file` the
/// usual place is looked at, where none need be. Errors name the setting and where it was given.
pub fn load(flags: &ArgMatches, env: impl Fn(&str) -> Option<String>, file: Option<&Path>) -> Result<Loaded> {
    let mut given = Given::default();
    for setting in LIST {
        let values: Vec<&String> =
            flags.try_get_many(setting.key).ok().flatten().map(Iterator::collect).unwrap_or_default();
        if !values.is_empty() {
            let text = values.iter().map(|v| v.as_str()).collect::<Vec<_>>().join(",");
            let name = || format!("--{} {}", setting.flag(), setting.shown(&text));
            given.offer(setting.key, &text, Origin::Flag).map_err(|e| wrong(name(), &e))?;
        }
    }
    for setting in LIST {
        let others = OTHER_NAMES.iter().filter(|(key, _)| *key == setting.key).map(|(_, name)| (*name).to_owned());
        for variable in std::iter::once(setting.variable()).chain(others) {
            let Some(text) = env(&variable).filter(|t| !t.is_empty()) else { continue };
            let name = || format!("{variable}={} in the environment", setting.shown(&text));
            let text = if variable == PORT { format!("127.0.0.1:{text}") } else { text.clone() };
            given.offer(setting.key, &text, Origin::Environment).map_err(|e| wrong(name(), &e))?;
        }
        read_secret(&mut given, setting, &env)?;
    }
    read_file(&mut given, file)?;
    let (settings, shown) = given.resolve();
    let mut loaded = Loaded { settings, shown };
    together::check(&mut loaded)?;
    Ok(loaded)
}

/// A secret may lie in a file that a variable names; what it says ends with its line.
fn read_secret(given: &mut Given, setting: &Setting, env: &impl Fn(&str) -> Option<String>) -> Result<()> {
    let variable = format!("{}_FILE", setting.variable());
    // One of that name is a setting of its own.
    let own = LIST.iter().any(|other| other.variable() == variable);
    if own || !matches!(setting.takes, Takes::Secret(_)) {
        return Ok(());
    }
    let Some(path) = env(&variable).filter(|path| !path.is_empty()) else { return Ok(()) };
    let name = || format!("{variable}={path} in the environment");
    let text = std::fs::read_to_string(&path).map_err(|e| wrong(name(), &e.to_string()))?;
    given.offer(setting.key, text.trim_end_matches(['\r', '\n']), Origin::Environment).map_err(|e| wrong(name(), &e))
}

pub(super) fn wrong(name: String, problem: &str) -> Error {
    Error::new(Kind::Invalid, format!("{name}: {problem}"))
}

/// `<configuration folder>/jobcelis/server.toml`.
fn usual_file() -> Option<PathBuf> {
    dirs::config_dir().map(|d| d.join("jobcelis").join("server.toml"))
}

fn read_file(given: &mut Given, file: Option<&Path>) -> Result<()> {
    let Some(path) = file.map(Path::to_path_buf).or_else(usual_file) else { return Ok(()) };
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(e) if file.is_none() && e.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(e) => return Err(wrong(path.display().to_string(), &e.to_string())),
    };
    // The whole of such an error repeats the line, which may hold a password.
    let unreadable = |e: toml::de::Error| {
        let line = e.span().map_or(0, |span| text[..span.start].matches('\n').count() + 1);
        wrong(format!("{} line {line}", path.display()), e.message())
    };
    let table: toml::Table = toml::from_str(&text).map_err(unreadable)?;
    for (key, value) in &table {
        let name = || format!("{key} in {}", path.display());
        let text = plain(value).ok_or_else(|| wrong(name(), "must be a text, a number, on, off or a list of texts"))?;
        given.offer(key, &text, Origin::File(path.clone())).map_err(|e| wrong(name(), &e))?;
    }
    Ok(())
}

/// A value of the file as it would be written on the command line.
fn plain(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(s) => Some(s.clone()),
        toml::Value::Integer(n) => Some(n.to_string()),
        toml::Value::Boolean(b) => Some(b.to_string()),
        toml::Value::Array(list) => list.iter().map(plain).collect::<Option<Vec<_>>>().map(|l| l.join(",")),
        _ => None,
    }
}
