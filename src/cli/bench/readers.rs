//! Readers of the live stream beside the load: each counts what it is told and whether that is in
//! order; some read nothing at all. They live on a thread of their own.

use super::load::{FIRST, micros};
use super::report::Percentiles;
use crate::cli::api::Api;
use crate::cli::failure::{Failure, Outcome};
use serde::Serialize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Of so many messages one is timed.
const TIMED: u64 = 16;
/// Messages still missing when none has come for so long are lost.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the readers were told.
#[derive(Debug, Serialize)]
pub struct Streams {
    pub readers: u32,
    pub stalled: u32,
    pub told: u64,
    pub missing: u64,
    pub disordered: u64,
    pub told_per_s: f64,
    /// From sending the event to its arrival at a reader.
    pub delay_ms: Percentiles,
}

/// The readers at work.
#[derive(Debug)]
pub struct Readers {
    shared: Arc<Shared>,
    thread: JoinHandle<Vec<Tally>>,
    stalled: Vec<TcpStream>,
    begun: Instant,
}

#[derive(Debug, Default)]
struct Shared {
    connected: AtomicU64,
    told: AtomicU64,
    over: AtomicBool,
}

/// What one reader saw.
#[derive(Debug, Default)]
struct Tally {
    told: u64,
    disordered: u64,
    last: u64,
    delays: Vec<u64>,
}

impl Readers {
    /// Opens the streams; returns when all of them are.
    pub async fn start(api: &Api, readers: u32, stalled: u32, start: Instant) -> Outcome<Readers> {
        let head = format!("{}\r\n", api.head("GET", "/api/v1/stream?types=event.created"));
        let mut mute = Vec::new();
        for _ in 0..stalled {
            let mut stream = TcpStream::connect(&api.address).await?;
            stream.write_all(head.as_bytes()).await?;
            mute.push(stream);
        }
        let shared = Arc::new(Shared::default());
        let (address, shared_) = (api.address.clone(), shared.clone());
        let thread = std::thread::spawn(move || read_all(&address, &head, readers, &shared_, start));
        let begun = Instant::now();
        while shared.connected.load(Ordering::Relaxed) < u64::from(readers) {
            if thread.is_finished() || begun.elapsed() > PATIENCE {
                return Err(Failure::failed("the streams could not be opened"));
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(Readers { shared, thread, stalled: mute, begun: Instant::now() })
    }

    /// Waits until everybody was told of so many events, or nobody is told anything any more.
    pub async fn finish(self, events: u64, readers: u32) -> Streams {
        let wanted = events * u64::from(readers);
        let (mut seen, mut since) = (0, Instant::now());
        while seen < wanted && since.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(20)).await;
            let told = self.shared.told.load(Ordering::Relaxed);
            if told > seen {
                (seen, since) = (told, Instant::now());
            }
        }
        let seconds = self.begun.elapsed().as_secs_f64();
        self.shared.over.store(true, Ordering::Relaxed);
        let tallies = self.thread.join().unwrap_or_default();
        let told: u64 = tallies.iter().map(|tally| tally.told).sum();
        Streams {
            readers,
            stalled: self.stalled.len() as u32,
            told,
            missing: wanted.saturating_sub(told),
            disordered: tallies.iter().map(|tally| tally.disordered).sum(),
            told_per_s: told as f64 / seconds,
            delay_ms: Percentiles::of(tallies.into_iter().flat_map(|tally| tally.delays).collect()),
        }
    }
}

fn read_all(address: &str, head: &str, readers: u32, shared: &Arc<Shared>, start: Instant) -> Vec<Tally> {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return Vec::new() };
    let local = tokio::task::LocalSet::new();
    runtime.block_on(local.run_until(async {
        let spawn = |_| {
            let (address, head, shared) = (address.to_owned(), head.to_owned(), shared.clone());
            tokio::task::spawn_local(async move { read(&address, &head, &shared, start).await.unwrap_or_default() })
        };
        let tasks: Vec<_> = (0..readers).map(spawn).collect();
        let mut tallies = Vec::new();
        for task in tasks {
            tallies.push(task.await.unwrap_or_default());
        }
        tallies
    }))
}

async fn read(address: &str, head: &str, shared: &Shared, start: Instant) -> std::io::Result<Tally> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(head.as_bytes()).await?;
    let (mut tally, mut buffer) = (Tally::default(), Vec::with_capacity(64 << 10));
    while !shared.over.load(Ordering::Relaxed) {
        let read = match tokio::time::timeout(Duration::from_millis(200), stream.read_buf(&mut buffer)).await {
            Ok(read) => read?,
            Err(_) => continue,
        };
        if read == 0 {
            break;
        }
        let mut from = 0;
        while let Some(end) = buffer[from..].iter().position(|b| *b == b'\n') {
            tally.line(&buffer[from..from + end], shared, start);
            from += end + 1;
        }
        buffer.drain(..from);
    }
    Ok(tally)
}

impl Tally {
    fn line(&mut self, line: &[u8], shared: &Shared, start: Instant) {
        if let Some(id) = line.strip_prefix(b"id: ") {
            let id = digits(id);
            self.disordered += u64::from(id <= self.last);
            (self.last, self.told) = (id, self.told + 1);
            shared.told.fetch_add(1, Ordering::Relaxed);
        } else if line.starts_with(b"data: {\"type\":\"connected\"") {
            shared.connected.fetch_add(1, Ordering::Relaxed);
        } else if self.told % TIMED == 1 && line.starts_with(b"data: ") {
            let key = b"\"ts_us\":";
            let at = line.windows(key.len()).position(|part| part == key);
            if let Some(at) = at {
                let sent = digits(&line[at + key.len()..]).saturating_sub(FIRST * 1_000_000);
                self.delays.push(micros(start).saturating_sub(sent));
            }
        }
    }
}

/// The number at the start of a text.
fn digits(text: &[u8]) -> u64 {
    text.iter().take_while(|b| b.is_ascii_digit()).fold(0, |n, b| n * 10 + u64::from(b - b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_counted_and_their_order_judged() {
        let (mut tally, shared) = (Tally::default(), Shared::default());
        for line in
            ["data: {\"type\":\"connected\"}", "id: 5", "data: {\"ts_us\":1000000000000000}", "id: 7", "id: 7", "1f"]
        {
            tally.line(line.as_bytes(), &shared, Instant::now());
        }
        assert_eq!((tally.told, tally.disordered, tally.delays.len()), (3, 1, 1));
        assert_eq!(shared.connected.load(Ordering::Relaxed), 1);
    }
}
