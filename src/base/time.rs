//! Instants: microseconds since the Unix epoch, UTC, and their one text form.

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveDateTime, TimeZone, Timelike, Utc};
use serde::{Serialize, Serializer};
use std::fmt;
use std::time::Duration;

/// An instant in UTC with microsecond precision; prints as `2026-04-02T09:15:00.000000Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp(i64);

impl Timestamp {
    pub const fn from_micros(us: i64) -> Timestamp {
        Timestamp(us)
    }

    pub const fn from_secs(s: i64) -> Timestamp {
        Timestamp(s * 1_000_000)
    }

    /// The wall clock. Rules never call this: `now` is an argument there.
    pub fn now() -> Timestamp {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Timestamp(since.map_or(0, |d| d.as_micros() as i64))
    }

    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Whole seconds since the epoch, rounded down.
    pub const fn secs(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    pub fn plus(self, d: Duration) -> Timestamp {
        Timestamp(self.0.saturating_add(i64::try_from(d.as_micros()).unwrap_or(i64::MAX)))
    }

    pub fn minus(self, d: Duration) -> Timestamp {
        Timestamp(self.0.saturating_sub(i64::try_from(d.as_micros()).unwrap_or(i64::MAX)))
    }

    pub fn plus_micros(self, us: i64) -> Timestamp {
        Timestamp(self.0.saturating_add(us))
    }

    /// The same time of the day so many calendar months before; of a shorter month its last day.
    pub fn months_before(self, months: u32) -> Option<Timestamp> {
        Some(Timestamp(self.datetime().checked_sub_months(Months::new(months))?.timestamp_micros()))
    }

    /// Time from `earlier` to here; zero when `earlier` is later.
    pub fn since(self, earlier: Timestamp) -> Duration {
        Duration::from_micros(u64::try_from(self.0 - earlier.0).unwrap_or(0))
    }

    fn datetime(self) -> DateTime<Utc> {
        Utc.timestamp_micros(self.0).single().unwrap_or_default()
    }

    /// Reads RFC 3339 with an offset or `Z`; without an offset it is UTC; a bare date is 00:00:00.
    pub fn parse(text: &str) -> Option<Timestamp> {
        let t = text.trim();
        if let Ok(at) = DateTime::parse_from_rfc3339(t) {
            return Some(Timestamp(at.timestamp_micros()));
        }
        for form in ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M"] {
            if let Ok(at) = NaiveDateTime::parse_from_str(t, form) {
                return Some(Timestamp(at.and_utc().timestamp_micros()));
            }
        }
        Timestamp::parse_date(t)
    }

    /// Reads `YYYY-MM-DD` as 00:00:00 UTC of that day.
    pub fn parse_date(text: &str) -> Option<Timestamp> {
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
        (text.len() == 10).then(|| Timestamp(day.and_time(Default::default()).and_utc().timestamp_micros()))
    }

    /// Reads the three date forms of HTTP (RFC 9110 §5.6.7).
    pub fn parse_http_date(text: &str) -> Option<Timestamp> {
        let forms = ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];
        let at = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text.trim(), form).ok())?;
        Some(Timestamp(at.and_utc().timestamp_micros()))
    }

    /// The instant in the zone of this machine: `2026-04-02 11:15:00 +02:00`.
    pub fn to_local(self) -> String {
        self.datetime().with_timezone(&chrono::Local).format("%Y-%m-%d %H:%M:%S %:z").to_string()
    }

    /// The text form without a fraction of the second: `2026-04-02T09:15:00Z`.
    pub fn to_whole_seconds(self) -> String {
        let mut text = self.to_string();
        text.truncate("2026-04-02T09:15:00".len());
        text + "Z"
    }

    /// Appends the text form. Written out by hand of chrono's fields: its own formatter costs
    /// more than storing the row that holds the time.
    pub fn write_to(self, out: &mut String) {
        let t = self.datetime();
        let (date, frac) = (t.date_naive(), t.timestamp_subsec_micros());
        digits(out, date.year().clamp(0, 9999) as u32, 4);
        out.push('-');
        digits(out, date.month(), 2);
        out.push('-');
        digits(out, date.day(), 2);
        out.push('T');
        digits(out, t.hour(), 2);
        out.push(':');
        digits(out, t.minute(), 2);
        out.push(':');
        digits(out, t.second(), 2);
        out.push('.');
        digits(out, frac, 6);
        out.push('Z');
    }
}

fn digits(out: &mut String, value: u32, width: u32) {
    for place in (0..width).rev() {
        out.push(char::from(b'0' + (value / 10u32.pow(place) % 10) as u8));
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(27);
        self.write_to(&mut text);
        f.write_str(&text)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_round_trip() {
        for (input, shown) in [
            ("2026-04-02T09:15:00Z", "2026-04-02T09:15:00.000000Z"),
            ("2026-04-02T09:15:00.123456Z", "2026-04-02T09:15:00.123456Z"),
            ("2026-04-02T11:15:00+02:00", "2026-04-02T09:15:00.000000Z"),
            ("2026-04-02T09:15:00", "2026-04-02T09:15:00.000000Z"),
            ("2026-04-02", "2026-04-02T00:00:00.000000Z"),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500000Z"),
        ] {
            assert_eq!(Timestamp::parse(input).map(|t| t.to_string()).as_deref(), Some(shown), "{input}");
        }
    }

    #[test]
    fn http_dates_are_read_in_all_three_forms() {
        let at = Timestamp::parse("1994-11-06T08:49:37Z");
        for text in ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"] {
            assert_eq!(Timestamp::parse_http_date(text), at, "{text}");
        }
        assert_eq!(Timestamp::parse_http_date("1994-11-06T08:49:37Z"), None);
    }

    #[test]
    fn unreadable_texts_are_refused() {
        for text in ["", "now", "2026-13-01", "26-01-01", "2026-02-30", "2026-1-1", "1700000000"] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }
}
