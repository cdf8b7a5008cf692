//! When a failed attempt is made again: the schedule of a webhook's `retry_config`.
//! Chance is an argument, between 0 and 1.

use super::options::Options;
use crate::base::{Json, Result, Timestamp};
use std::borrow::Cow;
use std::time::Duration;

/// Longest wait a receiver may ask for.
const MAX_WANTED: Duration = Duration::from_secs(3600);

/// A compiled `retry_config`; delays are in seconds.
#[derive(Debug, Clone, PartialEq)]
pub struct RetryPlan {
    max_attempts: u32,
    steps: Steps,
    /// Longest delay.
    cap: f64,
    jitter: bool,
    /// Shortest delay.
    floor: f64,
    no_retry: Cow<'static, [u16]>,
}

#[derive(Debug, Clone, PartialEq)]
enum Steps {
    /// One delay per attempt; the last one repeats.
    List(Cow<'static, [f64]>),
    /// `base · 3^(n-1)`
    Exponential(f64),
    /// `base · n`
    Linear(f64),
    Fixed(f64),
}

const MAX_DELAY: f64 = 604_800.0;

impl Default for RetryPlan {
    /// 1 min, 5 min, 15 min, 1 h with jitter; five attempts.
    fn default() -> RetryPlan {
        RetryPlan {
            max_attempts: 5,
            steps: Steps::List(Cow::Borrowed(&[60.0, 300.0, 900.0, 3600.0])),
            cap: 3600.0,
            jitter: true,
            floor: 1.0,
            no_retry: Cow::Borrowed(&[400, 401, 403, 404, 422]),
        }
    }
}

impl RetryPlan {
    /// 422 on `retry_config` for wrong types and values out of range.
    pub fn compile(json: &Json<'_>) -> Result<RetryPlan> {
        let options = Options::of("retry_config", json)?;
        let mut plan = RetryPlan::default();
        let retries = options.int("max_retries", 0..=19)?.map(|n| n + 1);
        if let Some(n) = options.int("max_attempts", 1..=20)?.or(retries) {
            plan.max_attempts = n as u32;
        }
        let cap = options.number(&["max_delay_seconds", "max_delay"], 1.0..=MAX_DELAY)?;
        plan.cap = cap.unwrap_or(plan.cap);
        plan.jitter = options.flag("jitter")?.unwrap_or(plan.jitter);
        if let Some(steps) = read_strategy(&options)? {
            plan.steps = steps;
        }
        if let Some(list) = read_list(&options)? {
            // A given list is meant as it stands: only a cap that was given too changes it.
            plan.steps = Steps::List(list.into());
            plan.cap = cap.unwrap_or(MAX_DELAY);
            (plan.jitter, plan.floor) = (false, 0.0);
        }
        if let Some(statuses) = read_statuses(&options)? {
            plan.no_retry = statuses.into();
        }
        Ok(plan)
    }

    pub fn max_attempts(&self) -> u32 {
        self.max_attempts
    }

    /// Whether this status ends the delivery at once.
    pub fn gives_up_at(&self, status: u16) -> bool {
        self.no_retry.contains(&status)
    }

    /// The delay after failed attempt `n` of the cycle, counted from 1; `None` when it was the last.
    pub fn delay(&self, n: u32, chance: f64) -> Option<Duration> {
        if n >= self.max_attempts {
            return None;
        }
        let step = n.saturating_sub(1);
        let plain = match &self.steps {
            Steps::List(list) => list.get(step as usize).or(list.last()).copied().unwrap_or_default(),
            Steps::Exponential(base) => base * 3f64.powi(step as i32),
            Steps::Linear(base) => base * f64::from(n),
            Steps::Fixed(base) => *base,
        };
        let factor = if self.jitter { 0.8 + 0.4 * chance } else { 1.0 };
        let seconds = (plain.min(self.cap) * factor).min(self.cap).max(self.floor);
        Some(Duration::from_secs_f64(seconds))
    }
}

/// The longer of the computed delay and what the receiver asked for, which counts up to an hour.
pub fn at_least(computed: Duration, wanted: Option<Duration>) -> Duration {
    computed.max(wanted.unwrap_or_default().min(MAX_WANTED))
}

/// Reads a `Retry-After` value: whole seconds or a date.
pub fn retry_after(value: &str, now: Timestamp) -> Option<Duration> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()) {
        return Some(value.parse().map_or(Duration::MAX, Duration::from_secs));
    }
    Timestamp::parse_http_date(value).map(|at| at.since(now))
}

fn read_strategy(options: &Options<'_>) -> Result<Option<Steps>> {
    let given = options.number(&["base_delay_seconds", "base_delay"], 1.0..=86_400.0)?;
    let base = given.unwrap_or(10.0);
    let Some((name, word)) = options.get(&["strategy", "backoff"]) else {
        return Ok(given.map(Steps::Exponential));
    };
    match word.as_str() {
        Some("exponential") => Ok(Some(Steps::Exponential(base))),
        Some("linear") => Ok(Some(Steps::Linear(base))),
        Some("fixed") => Ok(Some(Steps::Fixed(base))),
        _ => Err(options.fault(name, "must be exponential, linear or fixed")),
    }
}

fn read_list(options: &Options<'_>) -> Result<Option<Vec<f64>>> {
    let Some((name, value)) = options.get(&["backoff_seconds"]) else { return Ok(None) };
    let fault = || options.fault(name, "must be an array of 1 to 20 numbers between 0 and 604800");
    let items = value.as_array().filter(|items| (1..=20).contains(&items.len())).ok_or_else(fault)?;
    let delay = |item: &Json<'_>| item.as_f64().filter(|n| (0.0..=MAX_DELAY).contains(n)).ok_or_else(fault);
    items.iter().map(delay).collect::<Result<_>>().map(Some)
}

fn read_statuses(options: &Options<'_>) -> Result<Option<Vec<u16>>> {
    let Some((name, value)) = options.get(&["no_retry_statuses"]) else { return Ok(None) };
    let fault = || options.fault(name, "must be an array of status codes");
    let items = value.as_array().ok_or_else(fault)?;
    let status = |item: &Json<'_>| item.as_i64().and_then(|n| u16::try_from(n).ok()).ok_or_else(fault);
    items.iter().map(status).collect::<Result<_>>().map(Some)
}

#[cfg(test)]
mod tests;
