//! How far a long command is: a bar on a terminal, a line every few seconds elsewhere, nothing
//! when quiet. Always on stderr.

use super::Out;
use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Between two lines where there is no terminal.
const LINES: Duration = Duration::from_secs(5);

/// What has been done.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    pub bytes: u64,
    pub accepted: u64,
    pub rejected: u64,
}

/// A command under way.
#[derive(Debug)]
pub struct Progress {
    bar: Option<ProgressBar>,
    lines: bool,
    total: Option<u64>,
    begun: Instant,
    told: Instant,
    start: Counts,
}

impl Out {
    /// Begins to show how many bytes of a total are done, from a start that earlier runs reached.
    pub fn progress(&self, total: Option<u64>, start: Counts) -> Progress {
        let terminal = std::io::stderr().is_terminal();
        let bar = (terminal && !self.quiet).then(|| bar(total, start));
        let now = Instant::now();
        Progress { bar, lines: !terminal && !self.quiet, total, begun: now, told: now, start }
    }
}

/// Bytes that come in, of a number that nobody knows.
#[derive(Debug)]
pub struct Transfer(Option<ProgressBar>);

impl Out {
    /// Begins to show how much has come in, where someone looks on.
    pub fn transfer(&self) -> Transfer {
        let seen = std::io::stderr().is_terminal() && !self.quiet;
        let bar = seen.then(|| ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr()));
        if let (Some(bar), Ok(style)) = (&bar, ProgressStyle::with_template("{spinner} {bytes}, {bytes_per_sec}")) {
            bar.set_style(style);
        }
        Transfer(bar)
    }
}

impl Transfer {
    /// Counts from nothing, also after a try that broke off.
    pub fn begin(&mut self) {
        if let Some(bar) = &self.0 {
            bar.reset();
        }
    }

    pub fn add(&mut self, bytes: u64) {
        if let Some(bar) = &self.0 {
            bar.inc(bytes);
        }
    }
}

impl Drop for Transfer {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

fn bar(total: Option<u64>, start: Counts) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
    let template = match total {
        Some(_) => "{wide_bar} {percent}% of {total_bytes}, {msg}, ETA {eta}",
        None => "{spinner} {bytes}, {msg}, {elapsed}",
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("##-"));
    }
    bar.set_position(start.bytes);
    bar.reset_eta();
    bar
}

impl Progress {
    pub fn show(&mut self, counts: Counts) {
        if let Some(bar) = &self.bar {
            bar.set_message(self.words(counts));
            bar.set_position(counts.bytes);
        }
        if self.lines && self.told.elapsed() >= LINES {
            self.told = Instant::now();
            let of = self.total.map(|total| format!(" of {}", HumanBytes(total))).unwrap_or_default();
            // Nobody is left to tell when stderr is gone.
            let _ = writeln!(std::io::stderr(), "{}{of}, {}", HumanBytes(counts.bytes), self.words(counts));
        }
    }

    /// Takes the bar away.
    pub fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }

    fn words(&self, counts: Counts) -> String {
        let done = counts.accepted + counts.rejected - self.start.accepted - self.start.rejected;
        let rate = done as f64 / self.begun.elapsed().as_secs_f64().max(0.001);
        let [rate, accepted, rejected] = [rate as u64, counts.accepted, counts.rejected].map(HumanCount);
        format!("{rate}/s, {accepted} accepted, {rejected} rejected")
    }
}
