//! The file of the command line: named profiles with a server and its credentials. Only its owner
//! reads it; it is replaced as a whole or not at all, and keys that are not known here stay.

use crate::base::{Error, Kind, Result};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// The profiles of one file, and where they are kept.
#[derive(Clone)]
pub struct Profiles {
    path: PathBuf,
    table: Table,
}

impl Profiles {
    /// Reads the file, which need not exist; without a path the usual one.
    pub fn load(path: Option<&Path>) -> Result<Profiles> {
        let path = Profiles::place(path).ok_or_else(|| {
            Error::new(Kind::Invalid, "there is no configuration folder for this user; name a file with --config")
        })?;
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(Profiles { path, table: Table::new() }),
            Err(e) => return Err(wrong(&path, e)),
        };
        private(&path)?;
        let table = toml::from_str(&text).map_err(|e| wrong(&path, e))?;
        Ok(Profiles { path, table })
    }

    /// Where the file is or would be; `None` without a home.
    pub fn place(path: Option<&Path>) -> Option<PathBuf> {
        path.map(Path::to_path_buf).or_else(usual)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The profile that is used when none is named.
    pub fn default_name(&self) -> &str {
        self.table.get("default_profile").and_then(Value::as_str).unwrap_or("default")
    }

    pub fn set_default(&mut self, name: &str) {
        self.table.insert("default_profile".to_owned(), Value::String(name.to_owned()));
    }

    /// The names in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.profiles().into_iter().flat_map(|table| table.keys()).map(String::as_str)
    }

    pub fn contains(&self, name: &str) -> bool {
        self.profiles().is_some_and(|table| table.contains_key(name))
    }

    /// A text of a profile; a dotted key reaches into tables.
    pub fn get(&self, name: &str, key: &str) -> Option<&str> {
        let profile = self.profiles()?.get(name)?;
        key.split('.').try_fold(profile, |at, part| at.get(part))?.as_str()
    }

    /// Every text of a profile with its dotted key.
    pub fn entries(&self, name: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        if let Some(profile) = self.profiles().and_then(|table| table.get(name)) {
            collect("", profile, &mut found);
        }
        found
    }

    /// Sets a text of a profile, which is made if need be; `None` removes it.
    pub fn set(&mut self, name: &str, key: &str, value: Option<&str>) -> Result<()> {
        let not_a_table = |part: &str| Error::new(Kind::Invalid, format!("{part} holds no table in the configuration"));
        let mut at = &mut self.table;
        let parts: Vec<&str> = ["profiles", name].into_iter().chain(key.split('.')).collect();
        for part in &parts[..parts.len() - 1] {
            let slot = at.entry(*part).or_insert_with(|| Value::Table(Table::new()));
            at = slot.as_table_mut().ok_or_else(|| not_a_table(part))?;
        }
        let last = parts[parts.len() - 1];
        match value {
            Some(value) => at.insert(last.to_owned(), Value::String(value.to_owned())),
            None => at.remove(last),
        };
        Ok(())
    }

    /// Removes a profile; whether there was one.
    pub fn remove(&mut self, name: &str) -> bool {
        let profiles = self.table.get_mut("profiles").and_then(Value::as_table_mut);
        profiles.is_some_and(|table| table.remove(name).is_some())
    }

    /// Gives a profile another name; whether there was one.
    pub fn rename(&mut self, name: &str, to: &str) -> bool {
        let was_default = self.default_name() == name;
        let Some(profiles) = self.table.get_mut("profiles").and_then(Value::as_table_mut) else { return false };
        let Some(profile) = profiles.remove(name) else { return false };
        profiles.insert(to.to_owned(), profile);
        if was_default {
            self.set_default(to);
        }
        true
    }

    /// Replaces the file: a crash leaves the old one or the new one.
    pub fn save(&self) -> Result<()> {
        let at = |e| wrong(&self.path, e);
        let folder = self.path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            make_folder(folder).map_err(at)?;
        }
        let fresh = self.path.with_extension(format!("{:08x}.tmp", rand::random::<u32>()));
        let written = write_private(&fresh, &self.table.to_string()).and_then(|()| fs::rename(&fresh, &self.path));
        if written.is_err() {
            let _ = fs::remove_file(&fresh);
        }
        written.map_err(at)
    }

    fn profiles(&self) -> Option<&Table> {
        self.table.get("profiles")?.as_table()
    }
}

/// `<configuration folder>/jobcelis/config.toml`.
fn usual() -> Option<PathBuf> {
    dirs::config_dir().map(|folder| folder.join("jobcelis").join("config.toml"))
}

fn wrong(path: &Path, error: impl std::fmt::Display) -> Error {
    Error::new(Kind::Invalid, format!("{}: {error}", path.display()))
}

fn collect(prefix: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                let name = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
                collect(&name, value, found);
            }
        }
        Value::String(text) => found.push((prefix.to_owned(), text.clone())),
        other => found.push((prefix.to_owned(), other.to_string())),
    }
}

/// A file with credentials that others can read is not used: its owner should know.
#[cfg(unix)]
fn private(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path).map_err(|e| wrong(path, e))?.permissions().mode();
    if mode & 0o077 == 0 {
        return Ok(());
    }
    Err(wrong(path, format!("other users can read it; take it back with: chmod 600 {}", path.display())))
}

#[cfg(not(unix))]
fn private(_: &Path) -> Result<()> {
    Ok(())
}

#[cfg(unix)]
fn make_folder(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

#[cfg(not(unix))]
fn make_folder(path: &Path) -> std::io::Result<()> {
    fs::create_dir_all(path)
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

impl std::fmt::Debug for Profiles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Profiles({})", self.path.display())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("there").permissions().mode() & 0o777
    }

    #[test]
    fn what_is_set_is_found_again_and_the_rest_stays() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("deep").join("config.toml");
        let mut profiles = Profiles::load(Some(&path)).expect("need not exist");
        assert_eq!((profiles.default_name(), profiles.contains("default")), ("default", false));
        profiles.set("local", "base_url", Some("http://127.0.0.1:4000")).expect("set");
        profiles.set("local", "listen.secret", Some("whsec_x")).expect("set");
        profiles.save().expect("saved");
        assert_eq!((mode(&path), mode(path.parent().expect("folder"))), (0o600, 0o700));

        let text = fs::read_to_string(&path).expect("text");
        fs::write(&path, format!("future = 1\n{text}\n[profiles.local.more]\nx = \"y\"\n")).expect("written");
        let mut profiles = Profiles::load(Some(&path)).expect("readable");
        assert_eq!(profiles.get("local", "listen.secret"), Some("whsec_x"));
        assert!(profiles.rename("local", "home"));
        profiles.set("home", "base_url", None).expect("unset");
        profiles.set_default("home");
        profiles.save().expect("saved");
        let again = Profiles::load(Some(&path)).expect("readable");
        assert_eq!(again.default_name(), "home");
        let entries = again.entries("home");
        let entries: Vec<(&str, &str)> = entries.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        assert_eq!(entries, [("listen.secret", "whsec_x"), ("more.x", "y")]);
        assert!(fs::read_to_string(&path).expect("text").contains("future = 1"));
        let left = fs::read_dir(path.parent().expect("folder")).expect("list").count();
        assert_eq!(left, 1, "no temporary file stays");
    }

    #[test]
    fn a_file_that_others_read_is_refused() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("config.toml");
        fs::write(&path, "").expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("mode");
        let error = Profiles::load(Some(&path)).expect_err("refused");
        assert!(error.message().contains("chmod 600"), "{error}");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("mode");
        fs::write(&path, "= nonsense").expect("written");
        assert!(Profiles::load(Some(&path)).is_err());
    }
}
