//! What was found, line by line, for people and for programs.

use crate::base::Json;
use crate::cli::failure::Outcome;
use crate::cli::output::{pretty, print};
use crate::cli::value;
use crate::client::redact;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Ok,
    /// Works, but not as it should.
    Warn,
    /// Does not work, or tells secrets.
    Fail,
}

impl Level {
    fn as_str(self) -> &'static str {
        match self {
            Level::Ok => "ok",
            Level::Warn => "warn",
            Level::Fail => "fail",
        }
    }
}

#[derive(Debug)]
struct Finding {
    name: &'static str,
    level: Level,
    text: String,
    hint: Option<String>,
}

/// Everything found so far.
#[derive(Debug, Default)]
pub struct Report(Vec<Finding>);

impl Report {
    pub fn ok(&mut self, name: &'static str, text: impl Into<String>) {
        self.0.push(Finding { name, level: Level::Ok, text: text.into(), hint: None });
    }

    pub fn warn(&mut self, name: &'static str, text: impl Into<String>, hint: impl Into<String>) {
        self.add(Level::Warn, name, text, hint);
    }

    pub fn fail(&mut self, name: &'static str, text: impl Into<String>, hint: impl Into<String>) {
        self.add(Level::Fail, name, text, hint);
    }

    /// An empty hint is none.
    pub fn add(&mut self, level: Level, name: &'static str, text: impl Into<String>, hint: impl Into<String>) {
        let hint = Some(hint.into()).filter(|hint| !hint.is_empty());
        self.0.push(Finding { name, level, text: text.into(), hint });
    }

    pub fn is_bad(&self, strict: bool) -> bool {
        self.count(Level::Fail) > 0 || (strict && self.count(Level::Warn) > 0)
    }

    fn count(&self, level: Level) -> usize {
        self.0.iter().filter(|finding| finding.level == level).count()
    }

    /// With `quiet` only what is not well.
    pub fn print(&self, json: bool, quiet: bool) -> Outcome {
        print(&redact(&if json { self.json() } else { self.text(quiet) }))
    }

    fn text(&self, quiet: bool) -> String {
        let mut text = String::new();
        for finding in self.0.iter().filter(|finding| !quiet || finding.level != Level::Ok) {
            text += &format!("{:<5} {:<16} {}\n", finding.level.as_str(), finding.name, finding.text);
            if let Some(hint) = &finding.hint {
                text += &format!("{:23}hint: {hint}\n", "");
            }
        }
        text
    }

    fn json(&self) -> String {
        let text = |text: &str| Some(Json::string(text.to_owned()));
        let check = |finding: &Finding| {
            value::object([
                ("name", text(finding.name)),
                ("status", text(finding.level.as_str())),
                ("message", text(&finding.text)),
                ("hint", finding.hint.as_deref().and_then(text)),
            ])
        };
        let checks = Json::Array(self.0.iter().map(check).collect());
        let body = value::object([("ok", Some(Json::Bool(!self.is_bad(false)))), ("checks", Some(checks))]);
        pretty(&body) + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_in_both_forms() {
        let mut report = Report::default();
        report.ok("disk", "9.1 GiB free");
        report.warn("clock", "40 s behind", "");
        assert!(!report.is_bad(false) && report.is_bad(true));
        report.fail("key", "jc_live_abcdefghijkl is refused", "log in");
        assert!(report.is_bad(false));
        assert_eq!(
            report.text(false),
            "ok    disk             9.1 GiB free\nwarn  clock            40 s behind\n\
             fail  key              jc_live_abcdefghijkl is refused\n                       hint: log in\n"
        );
        assert!(report.text(true).starts_with("warn"));
        let json: serde_json::Value = serde_json::from_str(&report.json()).expect("JSON");
        assert_eq!(json["ok"], false);
        assert_eq!(json["checks"][2]["status"], "fail");
        assert_eq!(json["checks"][1].get("hint"), None);
    }
}
