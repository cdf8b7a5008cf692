//! The settings of backups: where they go, when they are made, which are kept.

use super::value::Value;
use std::path::{Path, PathBuf};
use std::time::Duration;
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

/// A time of the day in UTC, as minutes after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeOfDay(pub u32);

impl TimeOfDay {
    /// How long after midnight.
    pub fn offset(self) -> Duration {
        Duration::from_secs(u64::from(self.0) * 60)
    }
}

impl Value for TimeOfDay {
    fn parse(text: &str) -> Result<TimeOfDay, String> {
        let part = |text: &str, below: u32| text.parse::<u32>().ok().filter(|n| text.len() == 2 && *n < below);
        let read = || {
            let (hours, minutes) = text.split_once(':')?;
            Some(TimeOfDay(part(hours, 24)? * 60 + part(minutes, 60)?))
        };
        read().ok_or_else(|| "must be a time of the day such as 02:00".to_owned())
    }
    fn show(&self) -> Toml {
        Toml::String(format!("{:02}:{:02}", self.0 / 60, self.0 % 60))
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
    fn times_and_numbers_are_read_and_shown() {
        for (text, minutes) in
            [("02:00", Some(120)), ("23:59", Some(1439)), ("2:00", None), ("24:00", None), ("0200", None)]
        {
            let read = TimeOfDay::parse(text).ok();
            assert_eq!(read.map(|at| at.0), minutes, "{text}");
            assert!(read.is_none_or(|at| at.show() == Toml::String(text.to_owned())));
        }
        for (text, keep) in [("7", Some(Keep::Newest(7))), ("30d", Some(Keep::Days(30))), ("0", None), ("d", None)] {
            let read = Keep::parse(text).ok();
            assert_eq!(read, keep, "{text}");
            assert!(read.is_none_or(|keep| keep.show() == Toml::String(text.to_owned())));
        }
        assert_eq!(BackupDir::parse("off"), Ok(BackupDir(None)));
    }
}
