//! Times of the day at which the server does what it does daily.

use super::value::Value;
use std::time::Duration;
use toml::Value as Toml;

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
        let digits = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        let part = |text: &str, below: u32| text.parse::<u32>().ok().filter(|n| digits(text) && *n < below);
        let read = || {
            let (hours, minutes) = text.split_once(':')?;
            Some(TimeOfDay(part(hours, 24)? * 60 + part(minutes, 60)?))
        };
        read().ok_or_else(|| "must be a time of the day such as 03:00".to_owned())
    }
    fn show(&self) -> Toml {
        Toml::String(format!("{:02}:{:02}", self.0 / 60, self.0 % 60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_the_day() {
        for (text, minutes) in [("00:00", 0), ("03:00", 180), ("23:59", 1439)] {
            let time = TimeOfDay::parse(text).expect(text);
            assert_eq!((time, time.show()), (TimeOfDay(minutes), Toml::String(text.to_owned())));
        }
        for text in ["", "3:00", "24:00", "03:60", "03", "03:00:00", "+3:00"] {
            assert!(TimeOfDay::parse(text).is_err(), "{text}");
        }
    }
}
