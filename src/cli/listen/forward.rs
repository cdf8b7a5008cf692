//! Sending events to a program: signed as a delivery is, several at a time, again when it fails.

use super::rules::Rules;
use super::short;
use crate::base::Timestamp;
use crate::cli::failure::Outcome;
use crate::cli::follow::Told;
use crate::cli::output::print;
use crate::client::Receiver;
use crate::domain::signing::{Schemes, SigningKeys};
use crate::domain::topic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// The first pause before another try; it doubles.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(60);

/// How one event is sent.
pub struct Forward {
    receiver: Receiver,
    rules: Arc<Rules>,
    keys: SigningKeys,
    retry: u32,
}

/// An event that waits to be sent.
struct Job {
    id: String,
    short: String,
    topic: Option<String>,
    body: String,
}

impl Forward {
    pub fn new(receiver: Receiver, rules: Arc<Rules>, secret: &str, retry: u32) -> Forward {
        Forward { receiver, rules, keys: SigningKeys::new(&[secret]), retry }
    }

    /// Sends one event until it is taken or given up. False in the end when it was not taken.
    fn run(&self, job: &Job) -> bool {
        let delivery = Uuid::now_v7().to_string();
        let mut pause = PAUSE;
        for attempt in 1.. {
            let begun = Instant::now();
            let sent = self.receiver.post(&self.headers(job, &delivery, attempt), job.body.as_bytes());
            let ms = begun.elapsed().as_millis();
            let (url, short) = (self.receiver.url(), &job.short);
            let (line, taken) = match sent {
                Ok(status) => (format!("<-- [{status}] POST {url} {ms}ms [{short}]\n"), (200..300).contains(&status)),
                Err(why) => (format!("<-- [error] POST {url} {ms}ms [{short}] {why}\n"), false),
            };
            let _ = print(&line);
            if taken || attempt > self.retry {
                return taken;
            }
            std::thread::sleep(pause);
            pause = (pause * 2).min(LONGEST);
        }
        false
    }

    /// What a delivery carries, in the order in which it does.
    fn headers(&self, job: &Job, delivery: &str, attempt: u32) -> Vec<(String, String)> {
        let now = Timestamp::now().secs();
        let signatures = self.keys.sign(Schemes::default(), &job.id, now, job.body.as_bytes());
        let agent = concat!("jobcelis/", env!("CARGO_PKG_VERSION"));
        let mut headers: Vec<(String, String)> = Vec::new();
        let mut set = |name: &str, value: &str| {
            headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
            headers.push((name.to_owned(), value.to_owned()));
        };
        for (name, value) in
            [("content-type", "application/json"), ("accept-encoding", "identity"), ("user-agent", agent)]
        {
            set(name, value);
        }
        self.rules.headers.iter().for_each(|(name, value)| set(name, value));
        set("x-event-id", &job.id);
        set("x-delivery-id", delivery);
        set("webhook-id", &job.id);
        if let Some(topic) = &job.topic {
            set("x-topic", &topic::header_value(topic));
        }
        set("x-attempt", &attempt.to_string());
        set("webhook-timestamp", &now.to_string());
        for (name, value) in [("x-signature", &signatures.current), ("webhook-signature", &signatures.standard)] {
            value.iter().for_each(|value| set(name, value));
        }
        headers
    }
}

/// The threads that send. No more events wait than threads work: the stream is read no faster.
pub struct Pool {
    rules: Arc<Rules>,
    jobs: Mutex<Option<SyncSender<Job>>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    failed: Arc<AtomicBool>,
}

impl Pool {
    pub fn start(forward: Forward, threads: usize) -> Arc<Pool> {
        let (jobs, waiting) = mpsc::sync_channel::<Job>(threads);
        let (forward, waiting) = (Arc::new(forward), Arc::new(Mutex::new(waiting)));
        let failed = Arc::new(AtomicBool::new(false));
        let work = |_| {
            let (forward, waiting, failed) = (forward.clone(), waiting.clone(), failed.clone());
            std::thread::spawn(move || {
                loop {
                    let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok(job) = next else { return };
                    if !forward.run(&job) {
                        failed.store(true, Ordering::Relaxed);
                    }
                }
            })
        };
        let threads = Mutex::new((0..threads).map(work).collect());
        Arc::new(Pool { rules: forward.rules.clone(), jobs: Mutex::new(Some(jobs)), threads, failed })
    }

    /// Hands over an event; waits while all threads are at work.
    pub fn send(&self, event: &Told) -> Outcome {
        let job = Job {
            id: event.field("id").unwrap_or_default().to_owned(),
            short: short(event).to_owned(),
            topic: event.field("topic").map(str::to_owned),
            body: self.rules.body(event)?,
        };
        let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(jobs) = jobs {
            // Nobody takes it any more when the command is ending.
            let _ = jobs.send(job);
        }
        Ok(())
    }

    /// Takes no more and waits until everything that was taken is sent.
    pub fn finish(&self) {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take();
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in threads {
            let _ = thread.join();
        }
    }

    /// Whether an event was not taken.
    pub fn failed(&self) -> bool {
        self.failed.load(Ordering::Relaxed)
    }
}
