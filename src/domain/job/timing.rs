//! When a job runs: one of four kinds of rule, in a time zone. Each has a cron expression that
//! means the same, and that is what its times are computed from.

use super::given::Given;
use crate::base::json::Members;
use crate::base::{Error, Json, Result, Timestamp};
use crate::domain::cron::Cron;
use crate::domain::given::text;
use crate::domain::schedule::{Schedule, Zone, zone};

/// A rule and the zone whose wall clock it reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    pub rule: Rule,
    zone: Zone,
}

/// Hours are 0..=23, minutes 0..=59.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    Daily {
        hour: u8,
        minute: u8,
    },
    /// 0 and 7 are both Sunday.
    Weekly {
        day: u8,
        hour: u8,
        minute: u8,
    },
    /// Months without that day are passed over.
    Monthly {
        day: u8,
        hour: u8,
        minute: u8,
    },
    /// An expression that was understood.
    Cron(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Daily,
    Weekly,
    Monthly,
    Cron,
}

const DAYS: [&str; 7] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

impl Kind {
    const NAMES: [(&'static str, Kind); 4] =
        [("daily", Kind::Daily), ("weekly", Kind::Weekly), ("monthly", Kind::Monthly), ("cron", Kind::Cron)];

    fn read(given: &Given<'_>) -> Result<Option<Kind>> {
        let fault = || Error::invalid("schedule_type", "schedule_type must be one of: daily, weekly, monthly, cron");
        let Some(name) = text("schedule_type", given.body.get("schedule_type")).map_err(|_| fault())? else {
            return Ok(None);
        };
        let found = Kind::NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, kind)| Some(*kind)).ok_or_else(fault)
    }
}

impl Timing {
    /// Reads what a request says. What it leaves open is as in `base`, unless the request replaces
    /// the whole; else it has a default. 400 without a cron text where one is needed.
    pub(super) fn read(given: &Given<'_>, base: Option<&Timing>) -> Result<Timing> {
        let cron = given.cron()?;
        let kind = match Kind::read(given)? {
            Some(kind) => kind,
            None if cron.is_some() => Kind::Cron,
            None => base.map_or(Kind::Daily, Timing::kind),
        };
        Timing::of(kind, cron, given, base.filter(|_| given.schedule.is_none()))
    }

    /// Reads the two columns that keep it.
    pub fn restore(kind: &str, config: &str) -> Result<Timing> {
        let damaged = || Error::internal("a stored schedule cannot be read");
        let (_, kind) = Kind::NAMES.into_iter().find(|(known, _)| *known == kind).ok_or_else(damaged)?;
        let (config, nothing) = (Json::parse(config)?, Members::default());
        let given = Given::stored_schedule(config.as_object().ok_or_else(damaged)?, &nothing);
        Timing::of(kind, given.cron()?, &given, None).map_err(|e| damaged().because(e))
    }

    fn of(kind: Kind, cron: Option<&str>, given: &Given<'_>, kept: Option<&Timing>) -> Result<Timing> {
        let known = given
            .timezone()?
            .map(|name| zone(name).ok_or_else(|| Error::invalid("timezone", "timezone is not a known time zone")));
        let zone = known.transpose()?.or(kept.map(|timing| timing.zone)).unwrap_or(Zone::UTC);
        let no_word = |_: &str| None;
        let clock = || -> Result<(u8, u8)> {
            let (hour, minute) = kept.and_then(Timing::clock).unwrap_or((0, 0));
            let given_hour = given.number("hour", 0..=23, no_word)?;
            Ok((given_hour.unwrap_or(hour), given.number("minute", 0..=59, no_word)?.unwrap_or(minute)))
        };
        let rule = match kind {
            Kind::Daily => {
                let (hour, minute) = clock()?;
                Rule::Daily { hour, minute }
            }
            Kind::Weekly => {
                let day = if let Some(Rule::Weekly { day, .. }) = kept.map(|t| &t.rule) { *day } else { 1 };
                let day = given.number("day_of_week", 0..=7, day_named)?.unwrap_or(day);
                let (hour, minute) = clock()?;
                Rule::Weekly { day, hour, minute }
            }
            Kind::Monthly => {
                let day = if let Some(Rule::Monthly { day, .. }) = kept.map(|t| &t.rule) { *day } else { 1 };
                let day = given.number("day_of_month", 1..=31, no_word)?.unwrap_or(day);
                let (hour, minute) = clock()?;
                Rule::Monthly { day, hour, minute }
            }
            Kind::Cron => {
                let text = cron.or_else(|| kept.and_then(Timing::expression));
                let text = text.ok_or_else(|| Error::missing("cron_expression"))?;
                Cron::parse(text).map_err(|reason| invalid(&reason))?;
                Rule::Cron(text.to_owned())
            }
        };
        Ok(Timing { rule, zone })
    }

    fn kind(&self) -> Kind {
        match self.rule {
            Rule::Daily { .. } => Kind::Daily,
            Rule::Weekly { .. } => Kind::Weekly,
            Rule::Monthly { .. } => Kind::Monthly,
            Rule::Cron(_) => Kind::Cron,
        }
    }

    /// `daily`, `weekly`, `monthly` or `cron`.
    pub fn kind_name(&self) -> &'static str {
        Kind::NAMES[self.kind() as usize].0
    }

    fn clock(&self) -> Option<(u8, u8)> {
        match self.rule {
            Rule::Daily { hour, minute } | Rule::Weekly { hour, minute, .. } | Rule::Monthly { hour, minute, .. } => {
                Some((hour, minute))
            }
            Rule::Cron(_) => None,
        }
    }

    fn expression(&self) -> Option<&str> {
        match &self.rule {
            Rule::Cron(text) => Some(text),
            _ => None,
        }
    }

    /// The cron expression that means the same.
    pub fn cron(&self) -> String {
        match &self.rule {
            Rule::Daily { hour, minute } => format!("{minute} {hour} * * *"),
            Rule::Weekly { day, hour, minute } => format!("{minute} {hour} * * {day}"),
            Rule::Monthly { day, hour, minute } => format!("{minute} {hour} {day} * *"),
            Rule::Cron(text) => text.clone(),
        }
    }

    /// The IANA name of the zone.
    pub fn timezone(&self) -> &'static str {
        self.zone.name()
    }

    pub fn schedule(&self) -> Result<Schedule> {
        let cron = Cron::parse(&self.cron()).map_err(|reason| invalid(&reason))?;
        Ok(Schedule::new(cron, self.zone))
    }

    /// 422 when there is no time for it after `now`.
    pub(super) fn require_future(&self, now: Timestamp) -> Result<()> {
        match self.schedule()?.next(now) {
            Some(_) => Ok(()),
            None => Err(Error::invalid("cron_expression", "Cron expression never fires")),
        }
    }

    /// `schedule_config` as it is kept and shown.
    pub fn config(&self) -> String {
        let mut config = Members::default();
        let mut put = |name: &'static str, n: u8| config.set(name, Json::Number(n.to_string().into()));
        match self.rule {
            Rule::Weekly { day, .. } => put("day_of_week", day),
            Rule::Monthly { day, .. } => put("day_of_month", day),
            Rule::Daily { .. } | Rule::Cron(_) => {}
        }
        if let Some((hour, minute)) = self.clock() {
            put("hour", hour);
            put("minute", minute);
        }
        if let Some(text) = self.expression() {
            config.set("expr", Json::string(text.to_owned()));
        }
        if self.zone != Zone::UTC {
            config.set("timezone", Json::string(self.timezone()));
        }
        Json::Object(config).to_text()
    }
}

/// 422 with the reason why an expression was not understood.
pub(super) fn invalid(reason: &str) -> Error {
    Error::invalid("cron_expression", format!("Invalid cron expression: {reason}"))
}

/// A day by its name or the first three letters of it.
fn day_named(word: &str) -> Option<u8> {
    let at = DAYS.iter().position(|day| day.eq_ignore_ascii_case(word) || day[..3].eq_ignore_ascii_case(word));
    at.and_then(|at| u8::try_from(at).ok())
}
