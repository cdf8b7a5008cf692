//! `jobcelis events send --file`: many events from a file, in batches, again after an interruption
//! without sending anything twice.
//!
//! input → records → event (the shape) → batch → run (threads) → send → ledger (state, rejects)

mod array;
mod batch;
mod event;
mod input;
mod ledger;
mod limit;
mod lines;
mod pace;
mod rejects;
mod rows;
mod run;
mod send;
mod state;

use crate::base::Json;
use crate::base::json::Members;
use crate::cli::app::App;
use crate::cli::failure::{Failure, Outcome, PARTIAL};
use crate::cli::output::Counts;
use crate::cli::stop::{INTERRUPTED, Keyboard, Stop};
use crate::client::{Request, Trace};
use batch::{Batcher, Spare};
use event::Shape;
use input::{Input, Source};
use ledger::Ledger;
use limit::Limit;
use pace::Pace;
use rejects::Rejects;
use run::{Run, in_memory};
use send::Sender;
use state::{State, Target, with_suffix};
use std::path::PathBuf;
use std::time::Instant;

/// Options for sending many events.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Many events from a file")]
pub struct Bulk {
    /// Send every event of a file (- is stdin): one per line, a JSON array, or CSV
    #[arg(long, value_name = "FILE", conflicts_with_all = [
        "payload", "payload_option", "set", "set_json", "deliver_at", "idempotency_key", "no_idempotency", "flat", "wait",
    ])]
    file: Option<PathBuf>,
    /// The file is CSV: its columns become the payload, but topic, idempotency_key and deliver_at
    #[arg(long, requires = "file")]
    csv: bool,
    /// Every record as a whole is a payload
    #[arg(long, requires = "file")]
    payload_only: bool,
    /// Requests at a time
    #[arg(long, value_name = "N", requires = "file", default_value_t = 4,
        value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=64))]
    concurrency: usize,
    /// Events per second at most
    #[arg(long, value_name = "N/s", requires = "file", value_parser = pace::rate)]
    rate: Option<f64>,
    /// Events per request at most
    #[arg(long, value_name = "N", requires = "file", default_value_t = 500,
        value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=1000))]
    batch_size: usize,
    /// Go on where an earlier run was interrupted
    #[arg(long, requires = "file")]
    resume: bool,
    /// Where to keep how far the file is sent [default: FILE.jobcelis-state.json]
    #[arg(long, value_name = "FILE", requires = "file")]
    state: Option<PathBuf>,
    /// Where to put what is not accepted [default: FILE.rejected.ndjson]
    #[arg(long, value_name = "FILE", requires = "file")]
    rejects: Option<PathBuf>,
    /// Stop at the first event that is not accepted
    #[arg(long, requires = "file")]
    fail_fast: bool,
    /// Pass over records that are no events instead of rejecting them
    #[arg(long, requires = "file")]
    skip_invalid: bool,
    /// Go on with a run that is too old, or went to another server or project
    #[arg(long, requires = "file")]
    force: bool,
}

/// Sends the events of a file; `None` when none was named.
pub fn run(app: &App, topic: Option<&String>, bulk: &Bulk) -> Option<Outcome> {
    match &bulk.file {
        Some(file) => Some(Source::open(file).and_then(|source| bulk.send(app, topic, source))),
        // `requires` says nothing where a payload rules the file out.
        None if bulk.is_meant() => Some(Err(Failure::usage("this option is for many events: --file is missing"))),
        None => None,
    }
}

impl Bulk {
    fn is_meant(&self) -> bool {
        let flags = [self.csv, self.payload_only, self.resume, self.fail_fast, self.skip_invalid, self.force];
        flags.contains(&true) || self.rate.is_some() || self.state.is_some() || self.rejects.is_some()
    }

    fn send(&self, app: &App, topic: Option<&String>, source: Source) -> Outcome {
        let request = app.proven(Request::post("/events/batch").header("Accept-Encoding", "identity"))?;
        let mut ledger = self.ledger(app, &source)?;
        let (total, place) = (source.size, ledger.state.place());
        let keys = ledger.state.keys().to_owned();
        let shape = Shape { topic: topic.cloned(), payload_only: self.payload_only, keys };
        let input = Input::open(source, self.csv, self.payload_only, place)?;
        let run = Run {
            sender: Sender {
                client: app.client()?,
                request,
                limit: Limit::new(in_memory(self.concurrency)),
                pace: Pace::new(self.rate),
                stop: Stop::default(),
                retries: app.global.retries.unwrap_or(3),
                trace: Trace(app.global.verbosity()),
                taken: 0.into(),
            },
            shape,
            spare: Spare::default(),
            workers: self.concurrency,
            // At a low rate a batch is what may go in a second.
            batch_size: self.rate.map_or(self.batch_size, |rate| self.batch_size.min(rate.ceil() as usize)).max(1),
            fail_fast: self.fail_fast,
        };
        if app.sends_nothing() {
            return preview(app, &run, input);
        }
        let (state, begun) = (&ledger.state, Instant::now());
        let start = Counts { bytes: state.done_bytes, accepted: state.accepted, rejected: state.rejected };
        let mut progress = app.out.progress(total, start);
        let keyboard = Keyboard::listen(&run.sender.stop)?;
        let outcome = run.drive(input, &mut ledger, &mut progress);
        drop(keyboard);
        progress.finish();
        let stop = &run.sender.stop;
        let complete = outcome.is_ok() && !stop.is_set();
        if complete {
            ledger.close();
        } else if ledger.kept.is_some() {
            let done = format!("sent as far as record {}; the rest:\n  {}", ledger.state.done_lines, resume_line());
            app.out.note(&done);
        }
        outcome?;
        report(app, &ledger, &start, begun.elapsed().as_secs_f64())?;
        match ledger.rejects.path() {
            _ if stop.by_user() => Err(Failure::silent(INTERRUPTED)),
            Some(file) if ledger.state.rejected > 0 => {
                let (accepted, rejected) = (ledger.state.accepted, ledger.state.rejected);
                let told =
                    format!("{rejected} of {} events were rejected: see {}", accepted + rejected, file.display());
                Err(Failure::new(PARTIAL, told))
            }
            _ => Ok(()),
        }
    }

    /// What earlier runs did, if there is one to go on with.
    fn ledger(&self, app: &App, source: &Source) -> Outcome<Ledger> {
        let settings = &app.settings;
        let target =
            Target { profile: &settings.profile, project: settings.project.as_deref(), base_url: &settings.base_url };
        let name = if source.path.as_os_str() == "-" { PathBuf::from("stdin") } else { source.path.clone() };
        let rejects = self.rejects.clone().unwrap_or_else(|| with_suffix(&name, ".rejected.ndjson"));
        let Some(size) = source.size else {
            if self.resume {
                return Err(Failure::usage("--resume needs a file that can be read again"));
            }
            let state = State::new(hex::encode(rand::random::<[u8; 32]>()), 0, target);
            return Ok(Ledger::new(state, None, Rejects::new(rejects, 0), self.skip_invalid));
        };
        let path = self.state.clone().unwrap_or_else(|| with_suffix(&name, ".jobcelis-state.json"));
        let state = match State::load(&path)? {
            Some(earlier) if self.resume => {
                earlier.fits(source, target, self.force)?;
                earlier
            }
            earlier => {
                let sha256 = state::hash(source, size)?;
                if let Some(earlier) = earlier.filter(|earlier| earlier.file_sha256 == sha256) {
                    earlier.allows_another(&path, self.force)?;
                    app.out.note("note: an earlier run was interrupted; --resume would go on where it stopped");
                } else if self.resume {
                    app.out.note("note: there is no earlier run to go on with; starting at the beginning");
                }
                State::new(sha256, size, target)
            }
        };
        let rejects = Rejects::new(rejects, state.rejects_bytes);
        Ok(Ledger::new(state, Some(path), rejects, self.skip_invalid))
    }
}

/// Says what was done: by all runs, but for the speed.
fn report(app: &App, ledger: &Ledger, start: &Counts, seconds: f64) -> Outcome {
    let state = &ledger.state;
    if ledger.known > 0 {
        app.out.note(&format!("{} of the accepted events were there already", ledger.known));
    }
    if ledger.skipped > 0 {
        app.out.note(&format!("{} records were passed over because they are no events", ledger.skipped));
    }
    let done = state.accepted + state.rejected - start.accepted - start.rejected;
    let number = |text: String| Json::Number(text.into());
    let rejects = ledger.rejects.path().map(|path| Json::string(path.display().to_string()));
    let summary = Members::from_iter([
        ("accepted".into(), number(state.accepted.to_string())),
        ("rejected".into(), number(state.rejected.to_string())),
        ("events_per_second".into(), number(format!("{:.1}", done as f64 / seconds.max(0.001)))),
        ("elapsed_s".into(), number(format!("{seconds:.3}"))),
        ("rejects_file".into(), rejects.unwrap_or(Json::Null)),
    ]);
    app.out.value(&Json::Object(summary))
}

/// Shows the first request.
fn preview(app: &App, run: &Run<'_>, mut input: Input) -> Outcome {
    let mut batcher = Batcher::new(&run.shape, &run.sender.limit, &run.spare, run.batch_size);
    let mut first = None;
    while first.is_none() {
        let Some(record) = input.next()? else { break };
        first = batcher.push(&record).filter(|batch| !batch.events.is_empty());
    }
    let Some(batch) = first.or_else(|| batcher.finish()) else { return Ok(()) };
    let mut request = run.sender.request.clone();
    request.body = Some(batch.body);
    app.run(request)
}

/// The command that goes on, without what is secret in this one.
fn resume_line() -> String {
    let mut line = String::from("jobcelis");
    let mut words = std::env::args().skip(1);
    let mut resumes = false;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--api-key" | "--token" => {
                words.next();
            }
            _ if word.starts_with("--api-key=") || word.starts_with("--token=") => {}
            _ => {
                resumes |= word == "--resume";
                line += &format!(" {}", quoted(&word));
            }
        }
    }
    line + if resumes { "" } else { " --resume" }
}

/// For a POSIX shell.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:=,@%+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
