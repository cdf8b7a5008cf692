//! The settings of backups: where they go, when they are made, which are kept.

use super::value::Value;
use std::path::{Path, PathBuf};
use toml::Value as Toml;

/// A folder, or `off`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupDir(pub Option<PathBuf>);

impl BackupDir {
    /// Beside the data, unless these are thrown away anyway.
    pub(super) fn fitting(dev: bool, data_dir: &Path) -> BackupDir {
        BackupDir((!dev).then(|| data_dir.join("backups")))
    }
}

impl Value for BackupDir {
    fn parse(text: &str) -> Result<BackupDir, String> {
        if text == "off" { Ok(BackupDir(None)) } else { PathBuf::parse(text).map(|dir| BackupDir(Some(dir))) }
    }
    fn show(&self) -> Toml {
        self.0.as_ref().map_or_else(|| Toml::String("off".to_owned()), Value::show)
    }
}

/// Which backups stay: the newest so many, or those of the last days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    Newest(u32),
    Days(u32),
}

impl std::str::FromStr for Keep {
    type Err = String;
    fn from_str(text: &str) -> Result<Keep, String> {
        let count = |text: &str| text.parse().ok().filter(|n| (1..=36_500).contains(n));
        let read = match text.strip_suffix('d') {
            Some(days) => count(days).map(Keep::Days),
            None => count(text).map(Keep::Newest),
        };
        read.ok_or_else(|| "must be a number such as 7, or of days such as 30d".to_owned())
    }
}

impl Value for Keep {
    fn parse(text: &str) -> Result<Keep, String> {
        text.parse()
    }
    fn show(&self) -> Toml {
        Toml::String(match self {
            Keep::Newest(count) => count.to_string(),
            Keep::Days(days) => format!("{days}d"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_shown() {
        for (text, keep) in [("7", Some(Keep::Newest(7))), ("30d", Some(Keep::Days(30))), ("0", None), ("d", None)] {
            let read = Keep::parse(text).ok();
            assert_eq!(read, keep, "{text}");
            assert!(read.is_none_or(|keep| keep.show() == Toml::String(text.to_owned())));
        }
        assert_eq!(BackupDir::parse("off"), Ok(BackupDir(None)));
    }
}
