//! One batch to the server and its answer back: repeated while that may help, cut in halves while
//! the server finds it too large. Every event carries a key, so repeating does no harm.

use super::batch::{Batch, Entry, Reject};
use super::input::Place;
use super::limit::Limit;
use super::pace::Pace;
use crate::cli::stop::Stop;
use crate::client::{Client, Fault, Policy, Request, Trace};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::io::{BufReader, Read};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;

/// What became of a batch.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sent {
    pub number: u64,
    pub after: Place,
    pub accepted: u64,
    /// Of those, how many the server had already.
    pub known: u64,
    pub rejects: Vec<Reject>,
}

/// Why a batch was not sent.
#[derive(Debug)]
pub enum Halt {
    /// The run was stopped before.
    Stopped,
    Fault(Fault),
}

/// The way to the server that the threads of a run share.
pub struct Sender<'a> {
    pub client: &'a Client,
    /// The request without a body.
    pub request: Request,
    pub limit: Limit,
    pub pace: Pace,
    pub stop: Stop,
    pub retries: u32,
    pub trace: Trace,
    /// Requests that were taken so far.
    pub taken: AtomicU64,
}

/// The answer to a batch.
#[derive(Debug, Deserialize)]
struct Verdicts {
    #[serde(default)]
    events: Vec<Verdict>,
}

#[derive(Debug, Deserialize)]
struct Verdict {
    result: Option<String>,
    status: Option<String>,
    error: Option<serde_json::Value>,
    #[serde(default)]
    duplicate: bool,
    validation_errors: Option<Box<RawValue>>,
}

impl Sender<'_> {
    /// Sends a batch; returns when every event of it is accepted or rejected.
    pub fn send(&self, batch: &mut Batch) -> Result<Sent, Halt> {
        let rejects = std::mem::take(&mut batch.rejects);
        let mut sent = Sent { number: batch.number, after: batch.after, rejects, ..Sent::default() };
        if !batch.events.is_empty() {
            self.deliver(batch, &mut sent)?;
            sent.rejects.sort_by_key(|reject| reject.line);
        }
        Ok(sent)
    }

    fn deliver(&self, batch: &mut Batch, sent: &mut Sent) -> Result<(), Halt> {
        let mut request = self.request.clone();
        request.body = Some(std::mem::take(&mut batch.body));
        let answer = self.persist(&request, batch.events.len());
        batch.body = request.body.take().unwrap_or_default();
        match answer {
            Ok(verdicts) => sent.note(batch, verdicts),
            Err(Halt::Fault(fault)) if fault.status() == Some(413) => {
                self.limit.refuse(batch.body.len());
                match batch.halve() {
                    Some(mut halves) => {
                        batch.body = String::new();
                        halves.iter_mut().try_for_each(|half| self.deliver(half, sent))?;
                    }
                    None => sent.rejects.extend(batch.events.iter().map(|e| reject(batch, e, fault.to_string()))),
                }
            }
            Err(halt) => return Err(halt),
        }
        Ok(())
    }

    /// Repeats the request until it is taken or there is no hope. Tries count from the last time
    /// that anything was taken: a server that lets some through is only slow.
    fn persist(&self, request: &Request, events: usize) -> Result<Vec<Verdict>, Halt> {
        let policy = Policy { retries: self.retries, repeatable: true };
        let (mut tries, mut taken) = (0, self.taken.load(Relaxed));
        loop {
            if !self.pace.wait(events, &self.stop) {
                return Err(Halt::Stopped);
            }
            let mut fault = match self.once(request, events) {
                Ok(verdicts) => return Ok(verdicts),
                Err(fault) => fault,
            };
            let now = self.taken.load(Relaxed);
            if now != taken {
                (tries, taken) = (0, now);
            }
            tries += 1;
            if let Fault::Network { refused, .. } = &mut fault {
                // It was there before: it is being started again.
                *refused &= now == 0;
            }
            let Some(pause) = policy.pause(tries, &fault, rand::random()) else { return Err(Halt::Fault(fault)) };
            self.trace.note(1, || format!("{fault}; trying again in {:.1} s", pause.as_secs_f64()));
            self.pace.hold(pause);
        }
    }

    fn once(&self, request: &Request, events: usize) -> Result<Vec<Verdict>, Fault> {
        let begun = Instant::now();
        let (verdicts, ours) = self.client.open(request, |head, body| {
            let named = head.header("server").is_some_and(|name| name.starts_with("jobcelis/"));
            Ok((read(body, events)?, named && head.header("x-api-version").is_some()))
        })?;
        self.taken.fetch_add(1, Relaxed);
        let size = request.body.as_ref().map_or(0, String::len);
        self.limit.learn(ours, size, begun.elapsed());
        Ok(verdicts)
    }
}

/// Reads the answer as it comes, since it holds every payload again.
fn read(body: &mut dyn Read, events: usize) -> Result<Vec<Verdict>, Fault> {
    let answer: Result<Verdicts, _> = serde_json::from_reader(BufReader::with_capacity(64 << 10, body));
    let verdicts = answer.map_err(|e| Fault::network(format!("the answer to a batch cannot be read: {e}")))?.events;
    if verdicts.len() != events {
        let told = verdicts.len();
        return Err(Fault::network(format!("the answer to a batch of {events} events speaks of {told}")));
    }
    Ok(verdicts)
}

impl Sent {
    fn note(&mut self, batch: &Batch, verdicts: Vec<Verdict>) {
        for (entry, verdict) in batch.events.iter().zip(verdicts) {
            if verdict.is_rejected() {
                let mut reject = reject(batch, entry, verdict.words());
                reject.details = verdict.validation_errors.map(|list| list.get().to_owned());
                self.rejects.push(reject);
            } else {
                self.accepted += 1;
                self.known += u64::from(verdict.duplicate);
            }
        }
    }
}

impl Verdict {
    fn is_rejected(&self) -> bool {
        [&self.result, &self.status].into_iter().flatten().any(|word| word == "rejected")
    }

    fn words(&self) -> String {
        match &self.error {
            Some(serde_json::Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => "rejected".to_owned(),
        }
    }
}

fn reject(batch: &Batch, entry: &Entry, error: String) -> Reject {
    Reject { line: entry.line, error, details: None, event: batch.text(entry).to_owned(), invalid: false }
}
