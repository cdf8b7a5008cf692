//! Cron expressions of five fields, read as Vixie's cron reads them. The calendar itself is that of
//! the `cron` crate, which knows another dialect: each expression becomes explicit lists in it.
//! Times here are wall times; what a clock change does to them is the schedule's business.

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::str::FromStr;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// A field: its name, its range and the names of its values.
struct Field {
    name: &'static str,
    range: RangeInclusive<u32>,
    names: &'static [&'static str],
}

const MINUTE: Field = Field { name: "minute", range: 0..=59, names: &[] };
const HOUR: Field = Field { name: "hour", range: 0..=23, names: &[] };
const DAY: Field = Field { name: "day of month", range: 1..=31, names: &[] };
const MONTH: Field = Field {
    name: "month",
    range: 1..=12,
    names: &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
};
/// 0 and 7 are both Sunday.
const WEEKDAY: Field =
    Field { name: "day of week", range: 0..=7, names: &["sun", "mon", "tue", "wed", "thu", "fri", "sat"] };

const MACROS: [(&str, &str); 7] = [
    ("@yearly", "0 0 1 1 *"),
    ("@annually", "0 0 1 1 *"),
    ("@monthly", "0 0 1 * *"),
    ("@weekly", "0 0 * * 0"),
    ("@daily", "0 0 * * *"),
    ("@midnight", "0 0 * * *"),
    ("@hourly", "0 * * * *"),
];

/// An expression that was understood.
#[derive(Debug, Clone)]
pub struct Cron {
    /// One, or two of which either counts: a day of the month or a day of the week.
    calendars: Arc<[cron::Schedule]>,
    wild: bool,
}

/// Expressions kept at most, and their length. Reading one takes longer than the rest of a run,
/// and thousands of jobs have few between them.
const KEPT: usize = 1_000;
const KEPT_LENGTH: usize = 100;
static READ: LazyLock<Mutex<HashMap<String, Cron>>> = LazyLock::new(Mutex::default);

impl Cron {
    /// Reads an expression; the error is the reason, for a person.
    pub fn parse(text: &str) -> Result<Cron, String> {
        let text = text.trim();
        if let Some(known) = READ.lock().unwrap_or_else(PoisonError::into_inner).get(text) {
            return Ok(known.clone());
        }
        let cron = Cron::read(text)?;
        if text.len() <= KEPT_LENGTH {
            let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
            if read.len() >= KEPT {
                read.clear();
            }
            read.insert(text.to_owned(), cron.clone());
        }
        Ok(cron)
    }

    fn read(text: &str) -> Result<Cron, String> {
        let lower = text.to_ascii_lowercase();
        let expanded = MACROS.iter().find(|(name, _)| *name == lower).map_or(text, |(_, fields)| fields);
        if expanded.starts_with('@') {
            return Err(format!("unknown macro {expanded}"));
        }
        let fields: Vec<&str> = expanded.split([' ', '\t']).filter(|field| !field.is_empty()).collect();
        let [minute, hour, day, month, weekday] = fields[..] else {
            return Err(format!("expected 5 fields, got {}", fields.len()));
        };
        let time = format!("0 {} {}", MINUTE.list(minute)?, HOUR.list(hour)?);
        let (days, months) = (DAY.list(day)?, MONTH.list(month)?);
        let weekdays = weekdays(WEEKDAY.values(weekday)?);
        let open = |field: &str| field.starts_with('*');
        let texts = match open(day) || open(weekday) {
            true => vec![format!("{time} {days} {months} {weekdays} *")],
            false => vec![format!("{time} {days} {months} * *"), format!("{time} * {months} {weekdays} *")],
        };
        let calendars: Result<_, _> = texts.iter().map(|text| cron::Schedule::from_str(text)).collect();
        Ok(Cron { calendars: calendars.map_err(|e| e.to_string())?, wild: open(minute) || open(hour) })
    }

    /// Whether the minute or the hour field is open: then a clock change moves nothing, and every
    /// real minute that matches counts.
    pub(super) fn is_wild(&self) -> bool {
        self.wild
    }

    /// The matching wall times after `wall`, in order, up to the year 2100.
    pub(super) fn after(&self, wall: NaiveDateTime) -> impl Iterator<Item = NaiveDateTime> + '_ {
        let from: DateTime<Utc> = Utc.from_utc_datetime(&wall);
        let mut next: Vec<_> = self.calendars.iter().map(|calendar| calendar.after(&from).peekable()).collect();
        std::iter::from_fn(move || {
            let least = next.iter_mut().filter_map(|times| times.peek().copied()).min()?;
            for times in &mut next {
                times.next_if_eq(&least);
            }
            Some(least.naive_utc())
        })
    }
}

impl Field {
    /// A field as the crate reads it. All values are a star: it takes long to read them one by one.
    fn list(&self, text: &str) -> Result<String, String> {
        let values = self.values(text)?;
        Ok(match values.len() == self.range.clone().count() {
            true => "*".to_owned(),
            false => values.iter().map(u32::to_string).collect::<Vec<_>>().join(","),
        })
    }

    /// The values of a field, sorted, each once.
    fn values(&self, text: &str) -> Result<Vec<u32>, String> {
        let mut values = Vec::new();
        for item in text.split(',') {
            self.item(item, &mut values).map_err(|problem| format!("{}: {problem}", self.name))?;
        }
        values.sort_unstable();
        values.dedup();
        Ok(values)
    }

    fn item(&self, item: &str, values: &mut Vec<u32>) -> Result<(), String> {
        let (span, step) = match item.split_once('/') {
            Some((span, step)) => (span, Some(number(step)?)),
            None => (item, None),
        };
        if step == Some(0) {
            return Err("a step must be at least 1".to_owned());
        }
        // The second name of Sunday is for those who write it.
        let last = self.range.end() - u32::from(*self.range.end() == 7);
        let (from, to) = match span.split_once('-') {
            _ if span == "*" => (*self.range.start(), last),
            Some((from, to)) => (self.value(from)?, self.end(to)?),
            None => {
                let from = self.value(span)?;
                (from, if step.is_some() { last.max(from) } else { from })
            }
        };
        if from > to {
            return Err(format!("{span} is reversed"));
        }
        values.extend((from..=to).step_by(step.unwrap_or(1) as usize));
        Ok(())
    }

    /// The end of a range: a named Sunday is the last day there.
    fn end(&self, text: &str) -> Result<u32, String> {
        match self.value(text)? {
            0 if self.names.first() == Some(&"sun") && !text.starts_with('0') => Ok(7),
            value => Ok(value),
        }
    }

    fn value(&self, text: &str) -> Result<u32, String> {
        if let Some(at) = self.names.iter().position(|name| name.eq_ignore_ascii_case(text)) {
            return Ok(at as u32 + self.range.start());
        }
        let value = number(text)?;
        match self.range.contains(&value) {
            true => Ok(value),
            false => Err(format!("{value} is not in {}-{}", self.range.start(), self.range.end())),
        }
    }
}

fn number(text: &str) -> Result<u32, String> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let value = digits.then(|| text.parse().ok()).flatten();
    value.ok_or_else(|| format!("\"{text}\" is no value"))
}

/// By name, for the crate numbers them otherwise.
fn weekdays(values: Vec<u32>) -> String {
    let mut days: Vec<usize> = values.into_iter().map(|day| day as usize % 7).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().map(|day| WEEKDAY.names[day]).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests;
