//! How far something is that the server does: a bar on a terminal, a line every few seconds
//! elsewhere, nothing when quiet. Always on stderr.

use super::Out;
use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Between two lines where there is no terminal.
const LINES: Duration = Duration::from_secs(5);

/// Something under way.
#[derive(Debug)]
pub struct Gauge {
    bar: Option<ProgressBar>,
    lines: bool,
    told: Instant,
}

impl Out {
    /// Begins to show how many of a total are done; `what` they are stands behind the numbers.
    pub fn gauge(&self, what: &'static str) -> Gauge {
        let terminal = std::io::stderr().is_terminal();
        let bar = (terminal && !self.quiet).then(|| bar(what));
        Gauge { bar, lines: !terminal && !self.quiet, told: Instant::now() }
    }
}

fn bar(what: &'static str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
    let template = format!("{{wide_bar}} {{percent}}% of {{human_len}} {what}, {{msg}}, ETA {{eta}}");
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style.progress_chars("##-"));
    }
    bar
}

impl Gauge {
    pub fn show(&mut self, done: u64, total: u64, state: &str) {
        if let Some(bar) = &self.bar {
            bar.set_length(total);
            bar.set_message(state.to_owned());
            bar.set_position(done.min(total));
        }
        if self.lines && self.told.elapsed() >= LINES {
            self.told = Instant::now();
            // Nobody is left to tell when stderr is gone.
            let _ = writeln!(std::io::stderr(), "{} of {}, {state}", HumanCount(done), HumanCount(total));
        }
    }

    /// Takes the bar away.
    pub fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}
