//! Printing what a server answered: as a table for people, or as JSON, NDJSON, CSV or ids for
//! programs. Columns are dotted paths; how a value is shown follows from the last name in its path.

mod cell;
mod chart;
mod csv;
mod gauge;
mod pretty;
mod progress;
mod table;

pub use chart::{Bar, sparkline};
pub use pretty::pretty;
pub use progress::{Counts, Progress, Transfer};

use super::failure::{Failure, Outcome};
use super::global::{Global, variable};
use crate::base::{Json, Timestamp};
use std::io::{IsTerminal, Write};

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Table,
    /// A table with whole ids, exact times and no regard for the terminal's width.
    Wide,
    /// The server's body, indented.
    Json,
    /// One item per line.
    Ndjson,
    Csv,
    /// Ids alone, one per line.
    Id,
}

impl Format {
    fn parse(text: &str) -> Option<Format> {
        Some(match text {
            "table" => Format::Table,
            "wide" => Format::Wide,
            "json" => Format::Json,
            "ndjson" => Format::Ndjson,
            "csv" => Format::Csv,
            "id" => Format::Id,
            _ => return None,
        })
    }

    pub fn is_table(self) -> bool {
        matches!(self, Format::Table | Format::Wide)
    }
}

/// Where and how a command prints.
#[derive(Debug, Clone)]
pub struct Out {
    pub format: Format,
    /// Columns that were asked for instead of the usual ones.
    pub fields: Option<Vec<String>>,
    headers: bool,
    utc: bool,
    color: bool,
    terminal: bool,
    pub quiet: bool,
}

impl Out {
    /// `configured` is the format of the profile.
    pub fn new(global: &Global, configured: Option<&str>) -> Outcome<Out> {
        let terminal = std::io::stdout().is_terminal();
        let format = match global.format().as_deref().or(configured).unwrap_or("auto") {
            "auto" if terminal => Format::Table,
            "auto" => Format::Json,
            name => Format::parse(name).ok_or_else(|| Failure::usage(format!("{name}: no such output format")))?,
        };
        let color = match global.color.as_deref().unwrap_or("auto") {
            _ if global.no_color => false,
            "always" => true,
            "never" => false,
            _ if variable("NO_COLOR").is_some() => false,
            _ => terminal || variable("CLICOLOR_FORCE").is_some_and(|v| v != "0"),
        };
        let (fields, headers) = (global.fields.clone(), !global.no_headers);
        Ok(Out { format, fields, headers, utc: global.utc, color, terminal, quiet: global.quiet })
    }

    /// One object, or any other value.
    pub fn value(&self, json: &Json<'_>) -> Outcome {
        let text = match (self.format, json) {
            (Format::Json, _) => pretty(&self.picked(json)) + "\n",
            (Format::Ndjson, _) => self.picked(json).to_text() + "\n",
            (Format::Id, _) => ids(json),
            (Format::Csv, Json::Object(members)) => {
                let columns = self.columns(members.iter().map(|(key, _)| key.to_string()).collect());
                csv::titles(&columns, self.headers) + &csv::row(&columns, json)
            }
            (Format::Table | Format::Wide, Json::Object(_)) => table::object(self, json),
            (Format::Table | Format::Wide, Json::Array(items)) if items.iter().any(|i| i.as_object().is_some()) => {
                let columns = items.first().and_then(Json::as_object).map(|m| m.iter().map(|(k, _)| k.to_string()));
                table::rows(self, &self.columns(columns.into_iter().flatten().collect()), items)
            }
            _ => pretty(json) + "\n",
        };
        print(&text)
    }

    /// Prints items of a list as they come.
    pub fn items(&self, usual: &[&str], wide: &[&str]) -> Items<'_> {
        let more = if self.format == Format::Table { &[][..] } else { wide };
        let columns = self.columns(usual.iter().chain(more).map(ToString::to_string).collect());
        Items { out: self, columns, kept: Vec::new(), begun: false }
    }

    /// Prints a list that is there as a whole; `name` is what an empty one has none of.
    pub fn list(&self, usual: &[&str], wide: &[&str], list: Option<&Json<'_>>, name: &str) -> Outcome {
        let mut items = self.items(usual, wide);
        for item in list.and_then(Json::as_array).unwrap_or_default() {
            items.push(item.clone().into_owned())?;
        }
        items.finish(name)
    }

    /// Lines that must be light on dark, whatever the colours of the terminal are.
    pub fn drawing(&self, lines: &str) -> String {
        let (on, off) = if self.color { ("\x1b[97;40m", "\x1b[0m") } else { ("", "") };
        lines.lines().map(|line| format!("{on}{line}{off}\n")).collect()
    }

    /// An object in one line.
    pub fn line(&self, json: &Json<'_>) -> Outcome {
        print(&format!("{}\n", self.picked(json).to_text()))
    }

    /// A state with its symbol, coloured where colours are shown.
    pub fn mood(&self, word: &str) -> String {
        let style = cell::Style { exact: true, utc: self.utc, now: Timestamp::now() };
        let shown = cell::cell("status", Some(&Json::string(word)), style);
        let code = match shown.mood {
            cell::Mood::Good => 32,
            cell::Mood::Bad => 31,
            cell::Mood::Waiting => 33,
            cell::Mood::Plain => 0,
        };
        if self.color { format!("\x1b[{code}m{}\x1b[0m", shown.text) } else { shown.text }
    }

    /// The time of day, in the zone of this machine unless told otherwise.
    pub fn clock(&self, at: Timestamp) -> String {
        let text = if self.utc { at.to_string() } else { at.to_local() };
        text.get(11..19).unwrap_or(&text).to_owned()
    }

    /// A remark on stderr for people; programs that read stdout see nothing of it.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            let _ = writeln!(std::io::stderr(), "{text}");
        }
    }

    fn columns(&self, usual: Vec<String>) -> Vec<String> {
        self.fields.clone().unwrap_or(usual)
    }

    /// Only the fields asked for, under their paths.
    fn picked(&self, json: &Json<'_>) -> Json<'static> {
        let Some(fields) = &self.fields else { return json.clone().into_owned() };
        match json {
            Json::Array(items) => Json::Array(items.iter().map(|item| self.picked(item)).collect()),
            Json::Object(_) => {
                let pick = |path: &String| (path.clone().into(), json.lookup(path).cloned().unwrap_or(Json::Null));
                Json::Object(fields.iter().map(pick).collect()).into_owned()
            }
            other => other.clone().into_owned(),
        }
    }
}

/// A list that is being printed: line formats at once, tables when it is complete.
#[derive(Debug)]
pub struct Items<'a> {
    out: &'a Out,
    columns: Vec<String>,
    kept: Vec<Json<'static>>,
    begun: bool,
}

impl Items<'_> {
    pub fn push(&mut self, item: Json<'static>) -> Outcome {
        let text = match self.out.format {
            Format::Ndjson => self.out.picked(&item).to_text() + "\n",
            Format::Id => ids(&item),
            Format::Csv => {
                let titles = csv::titles(&self.columns, self.out.headers && !self.begun);
                titles + &csv::row(&self.columns, &item)
            }
            Format::Json | Format::Table | Format::Wide => {
                self.kept.push(item);
                return Ok(());
            }
        };
        self.begun = true;
        print(&text)
    }

    /// Prints what was kept; `name` is what an empty list has none of.
    pub fn finish(self, name: &str) -> Outcome {
        let Items { out, columns, kept, .. } = self;
        match out.format {
            Format::Table | Format::Wide if kept.is_empty() => {
                out.note(&format!("No {name}."));
                Ok(())
            }
            Format::Table | Format::Wide => print(&table::rows(out, &columns, &kept)),
            Format::Json => print(&(pretty(&out.picked(&Json::Array(kept))) + "\n")),
            Format::Ndjson | Format::Csv | Format::Id => Ok(()),
        }
    }
}

/// The id of an object, or of each object in it, one per line.
fn ids(json: &Json<'_>) -> String {
    if let Some(items) = json.as_array() {
        return items.iter().map(ids).collect();
    }
    let id = ["id", "event_id", "webhook_id", "delivery_id"].iter().find_map(|key| json.lookup(key)?.as_str());
    id.map(|id| format!("{id}\n")).unwrap_or_default()
}

/// Writes to stdout; when nobody reads any more the command ends in silence.
pub fn print(text: &str) -> Outcome {
    let mut out = std::io::stdout().lock();
    Ok(out.write_all(text.as_bytes()).and_then(|()| out.flush())?)
}
