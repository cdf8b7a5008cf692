//! `jobcelis export`: everything of a kind as a file, which has its name only once it is whole.

use super::app::App;
use super::audit;
use super::failure::{Failure, Outcome};
use super::noun::Period;
use super::output::{Transfer, print};
use crate::base::Timestamp;
use crate::client::{Fault, Request};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Everything of a kind as a file
#[derive(Debug, clap::Subcommand)]
pub enum Export {
    Events(Events),
    Deliveries(Deliveries),
    Jobs(Jobs),
    AuditLog(AuditLog),
}

/// Export events; as NDJSON they can be sent again
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis export events
  jobcelis export events --topic 'order.*' --from -7d --format csv -f orders.csv
  jobcelis export events --format ndjson -f - | gzip > events.ndjson.gz")]
pub struct Events {
    /// Only of this topic; order.* is all below it
    #[arg(long)]
    topic: Option<String>,
    /// active or inactive
    #[arg(long)]
    status: Option<String>,
    /// Also events that were deleted
    #[arg(long)]
    include_inactive: bool,
    #[command(flatten)]
    span: Span,
    #[command(flatten)]
    target: Target,
}

/// Export deliveries
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis export deliveries
  jobcelis export deliveries --status failed --from -1d --format csv -f failed.csv")]
pub struct Deliveries {
    /// pending, success or failed
    #[arg(long)]
    status: Option<String>,
    /// Only to the webhook with this id
    #[arg(long, value_name = "ID")]
    webhook: Option<String>,
    /// Only of the event with this id
    #[arg(long, value_name = "ID")]
    event: Option<String>,
    #[command(flatten)]
    span: Span,
    #[command(flatten)]
    target: Target,
}

/// Export jobs, those that are switched off too
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis export jobs
  jobcelis export jobs --format csv -f - | column -s, -t")]
pub struct Jobs {
    #[command(flatten)]
    span: Span,
    #[command(flatten)]
    target: Target,
}

/// From when, and how many.
#[derive(Debug, clap::Args)]
pub struct Span {
    #[command(flatten)]
    period: Period,
    /// The newest so many
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
}

impl Span {
    fn narrow(&self, request: Request) -> Outcome<Request> {
        Ok(self.period.narrow(request)?.query("limit", self.limit))
    }
}

/// Export the audit log of the project
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis export audit-log
  jobcelis export audit-log --from 2026-01-01 --format csv -f audit.csv
  jobcelis export audit-log --format ndjson -f - | jq .action")]
pub struct AuditLog {
    #[command(flatten)]
    filter: audit::Filter,
    #[command(flatten)]
    target: Target,
}

/// Where an export goes, and how.
#[derive(Debug, clap::Args)]
pub struct Target {
    /// Of the file; json unless given
    #[arg(long, value_name = "FORMAT", value_parser = ["csv", "json", "ndjson"])]
    format: Option<String>,
    /// File to write, or - for stdout; without one a name with the day of today
    #[arg(short, long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
    /// Protect cells of CSV that a spreadsheet would take for formulas
    #[arg(long)]
    safe: bool,
}

pub fn run(app: &App, command: &Export) -> Outcome {
    match command {
        Export::Events(export) => {
            let request = Request::get("/export/events")
                .query("topic", export.topic.as_ref())
                .query("status", export.status.as_ref())
                .query("include", export.include_inactive.then_some("inactive"));
            export.target.take(app, "events", export.span.narrow(request)?)
        }
        Export::Deliveries(export) => {
            let request = Request::get("/export/deliveries")
                .query("status", export.status.as_ref())
                .query("webhook_id", export.webhook.as_ref())
                .query("event_id", export.event.as_ref());
            export.target.take(app, "deliveries", export.span.narrow(request)?)
        }
        Export::Jobs(export) => export.target.take(app, "jobs", export.span.narrow(Request::get("/export/jobs"))?),
        Export::AuditLog(export) => {
            let request = export.filter.narrow(Request::get("/export/audit-log"))?;
            export.target.take(app, "audit-log", request)
        }
    }
}

/// Bytes in memory at a time.
const BUFFER: usize = 64 << 10;

impl Target {
    /// Fetches what `name` calls; `request` carries its filters.
    fn take(&self, app: &App, name: &str, request: Request) -> Outcome {
        // The bare command has always replaced the file of the same day.
        let bare = request.query.is_empty() && self.format.is_none() && self.file.is_none() && !self.safe;
        let request = request.query("format", self.format.as_ref()).query("safe", self.safe.then_some(1));
        if self.file.as_deref() == Some(Path::new("-")) {
            // What has been printed cannot be taken back: one try.
            let mut transfer = app.out.transfer();
            let copied = app.download(request.once(), |body| copy(body, &mut io::stdout().lock(), &mut transfer))?;
            return Ok(copied?);
        }
        let path = self.file.clone().unwrap_or_else(|| {
            let today = &Timestamp::now().to_string()[..10];
            format!("{name}-export-{today}.{}", self.format.as_deref().unwrap_or("json")).into()
        });
        if path.exists() && !self.force && !bare {
            return Err(Failure::usage(format!("{}: exists already", path.display())).hint("replace it with --force"));
        }
        save(app, request, &path)?;
        match app.out.quiet {
            true => Ok(()),
            false => print(&format!("Exported {} to {}\n", name.replace('-', " "), path.display())),
        }
    }
}

/// Writes to a file beside the one that is wanted, which then takes its place.
pub fn save(app: &App, request: Request, path: &Path) -> Outcome {
    let part = PathBuf::from(format!("{}.part", path.display()));
    let mut transfer = app.out.transfer();
    let fetched = app.download(request, |body| match private(&part) {
        Ok(mut file) => copy(body, &mut file, &mut transfer),
        Err(e) => Ok(Err(e)),
    });
    let failed = |e: io::Error| Failure::failed(format!("{}: {e}", path.display()));
    let saved = fetched.and_then(|copied| copied.and_then(|_| std::fs::rename(&part, path)).map_err(failed));
    saved.inspect_err(|_| {
        // It may not have come to be.
        let _ = std::fs::remove_file(&part);
    })
}

/// Copies all of it. What cannot be read is the server's failure, what cannot be written ours.
pub fn copy(from: &mut dyn Read, to: &mut dyn Write, transfer: &mut Transfer) -> Result<io::Result<()>, Fault> {
    let mut buffer = vec![0; BUFFER];
    transfer.begin();
    loop {
        let count = match from.read(&mut buffer) {
            Ok(0) => return Ok(to.flush()),
            Ok(count) => count,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(Fault::cut(e)),
        };
        if let Err(e) = to.write_all(&buffer[..count]) {
            return Ok(Err(e));
        }
        transfer.add(count as u64);
    }
}

/// An empty file that only its owner can read: the log names people and addresses.
fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
