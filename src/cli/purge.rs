//! `jobcelis purge`: removing rows for good, never without having shown how many they are.

use super::app::App;
use super::failure::{FAILED, Failure, Outcome, USAGE};
use super::value;
use crate::base::{Json, Timestamp};
use crate::client::Request;
use crate::domain::purge::cutoff;

/// Remove old rows for good, after a look at how many they are
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis purge --type deliveries --older-than 90d
  jobcelis purge preview --type events --older-than 2026-01-01 --topic 'test.*'
  jobcelis purge --type dead_letters --older-than 1y --status resolved --yes --max 10000")]
pub struct Purge {
    /// preview only shows how many there are
    #[arg(value_name = "VERB", value_parser = ["preview", "execute"])]
    verb: Option<String>,
    /// events, deliveries, audit_logs, dead_letters, job_runs or sandbox_requests
    #[arg(long = "type", value_name = "TYPE")]
    kind: String,
    /// Age such as 90d, 2w, 6mo or 1y, or the date before which they were made
    #[arg(long, value_name = "AGE|DATE")]
    older_than: Option<String>,
    /// Only of this topic; * is any text, ? any character
    #[arg(long)]
    topic: Option<String>,
    /// Only with this status
    #[arg(long)]
    status: Option<String>,
    /// Only of this webhook
    #[arg(long, value_name = "ID")]
    webhook: Option<String>,
    /// Remove nothing when there are more
    #[arg(long, value_name = "N")]
    max: Option<u64>,
    /// Remove nothing when there are more or fewer
    #[arg(long, value_name = "N")]
    expect_count: Option<u64>,
}

/// Below so many a simple yes will do.
const FEW: u64 = 100;

pub fn run(app: &App, purge: &Purge) -> Outcome {
    let body = purge.body()?;
    // Rows beyond number take their time, unless a limit is given.
    let patient = |request: Request| if app.global.timeout.is_none() { request.slow() } else { request };
    let preview = patient(Request::post("/purge/preview").json(&body).safe());
    if purge.verb.as_deref() == Some("preview") {
        return app.run(preview);
    }
    let seen = app.call(preview)?.json()?;
    let count = seen.lookup("count").and_then(Json::as_i64).unwrap_or(0).max(0).unsigned_abs();
    purge.announce(app, &seen, count);
    purge.check(count)?;
    if count == 0 && purge.verb.is_none() {
        app.out.note("Nothing to purge.");
        return Ok(());
    }
    if count > 0 {
        purge.confirm(app, count)?;
    }
    app.run(patient(Request::post("/purge").json(&body)))
}

impl Purge {
    /// Ages become dates here, so that preview and purge mean the same rows.
    fn body(&self) -> Outcome<Json<'static>> {
        let older_than = self.older_than.as_deref().map(|text| resolved(text, Timestamp::now())).transpose()?;
        Ok(value::object([
            ("type", Some(Json::string(self.kind.clone()))),
            ("older_than", older_than.map(Json::string)),
            ("topic", value::string(&self.topic)),
            ("status", value::string(&self.status)),
            ("webhook_id", value::string(&self.webhook)),
        ]))
    }

    fn announce(&self, app: &App, seen: &Json<'_>, count: u64) {
        let before = ["cutoff", "older_than"].iter().find_map(|key| seen.lookup(key)?.as_str()).unwrap_or_default();
        let mut text = format!("{} {} from before {before} (UTC)", grouped(count), self.noun());
        for (name, given) in [("topic", &self.topic), ("status", &self.status), ("webhook", &self.webhook)] {
            text += &given.as_ref().map(|given| format!(", {name} {given}")).unwrap_or_default();
        }
        for (name, number) in seen.lookup("cascade").and_then(Json::as_object).into_iter().flat_map(|m| m.iter()) {
            text += &format!("\n  {}: {}", name.replace('_', " "), number.to_text());
        }
        app.out.note(&text);
    }

    fn noun(&self) -> String {
        self.kind.replace('_', " ")
    }

    /// Exit code 1 when there are not as many as were thought.
    fn check(&self, count: u64) -> Outcome {
        if let Some(max) = self.max.filter(|max| count > *max) {
            return Err(Failure::new(FAILED, format!("{count} are more than {max}; nothing was removed")));
        }
        match self.expect_count.filter(|expected| count != *expected) {
            Some(expected) => Err(Failure::new(FAILED, format!("{count} are not {expected}; nothing was removed"))),
            None => Ok(()),
        }
    }

    fn confirm(&self, app: &App, count: u64) -> Outcome {
        if !app.global.yes && !app.can_ask() {
            return Err(Failure::new(USAGE, "not confirmed").hint("confirm with --yes"));
        }
        let question = format!("Delete {} {} permanently", grouped(count), self.noun());
        match count < FEW {
            true => app.confirm(&question),
            false => app.confirm_by_name(&format!("{question}?"), &count.to_string()),
        }
    }
}

/// A date or an instant as it stands; an age as the date that it means.
fn resolved(text: &str, now: Timestamp) -> Outcome<String> {
    if Timestamp::parse(text).is_some() {
        return Ok(text.to_owned());
    }
    let at = cutoff(text, now).map_err(|e| {
        Failure::usage(format!("--older-than {text}: {}", e.message())).hint("or an age such as 90d, 2w, 6mo, 1y")
    })?;
    let day = &at.to_string()[..10];
    // Hours are finer than dates.
    Ok(if text.ends_with('h') { at.to_string() } else { day.to_owned() })
}

/// `1,247`.
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned());
    groups.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_become_dates() {
        let now = Timestamp::parse("2026-03-31T12:30:00Z").expect("time");
        for (given, sent) in [
            ("90d", "2025-12-31"),
            ("6mo", "2025-09-30"),
            ("2026-01-01", "2026-01-01"),
            ("2026-01-01T10:00:00+02:00", "2026-01-01T10:00:00+02:00"),
            ("2h", "2026-03-31T10:30:00.000000Z"),
        ] {
            assert_eq!(resolved(given, now).expect(given), sent);
        }
        assert_eq!(resolved("soon", now).expect_err("unreadable").code(), USAGE);
    }

    #[test]
    fn numbers_are_grouped() {
        for (count, text) in [(0, "0"), (999, "999"), (1247, "1,247"), (1_000_000, "1,000,000")] {
            assert_eq!(grouped(count), text);
        }
    }
}
