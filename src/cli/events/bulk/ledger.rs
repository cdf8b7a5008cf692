//! Keeps count of what is sent, in the order of the input although answers come in any: rejects
//! go to their file, then the state says how far all is done.

use super::batch::Reject;
use super::rejects::Rejects;
use super::send::Sent;
use super::state::State;
use crate::base::Timestamp;
use crate::cli::failure::Outcome;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What a run has done so far.
#[derive(Debug)]
pub struct Ledger {
    pub state: State,
    /// Where the state is kept, if the input can be gone on with.
    pub kept: Option<PathBuf>,
    pub rejects: Rejects,
    /// Pass over what is no event instead of rejecting it.
    pub skip_invalid: bool,
    pub skipped: u64,
    /// Of the accepted, those that the server had already.
    pub known: u64,
    next: u64,
    early: BTreeMap<u64, Sent>,
}

impl Ledger {
    pub fn new(state: State, kept: Option<PathBuf>, rejects: Rejects, skip_invalid: bool) -> Ledger {
        let early = BTreeMap::new();
        Ledger { state, kept, rejects, skip_invalid, skipped: 0, known: 0, next: 0, early }
    }

    /// Takes in a batch; returns how many are settled with it.
    pub fn settle(&mut self, sent: Sent) -> Outcome<usize> {
        self.early.insert(sent.number, sent);
        let mut settled = 0;
        while let Some(sent) = self.early.remove(&self.next) {
            self.enter(&sent)?;
            self.next += 1;
            settled += 1;
        }
        if settled > 0 {
            self.keep()?;
        }
        Ok(settled)
    }

    fn enter(&mut self, sent: &Sent) -> Outcome {
        let skip = |reject: &&Reject| self.skip_invalid && reject.invalid;
        let skipped = sent.rejects.iter().filter(skip).count() as u64;
        self.rejects.add(sent.rejects.iter().filter(|reject| !skip(reject)))?;
        self.skipped += skipped;
        self.known += sent.known;
        self.state.rejected += sent.rejects.len() as u64 - skipped;
        self.state.accepted += sent.accepted;
        (self.state.done_bytes, self.state.done_lines) = (sent.after.bytes, sent.after.lines);
        Ok(())
    }

    fn keep(&mut self) -> Outcome {
        let Some(path) = &self.kept else { return Ok(()) };
        self.state.rejects_bytes = self.rejects.bytes;
        self.state.updated_at = Timestamp::now().to_string();
        self.state.save(path)
    }

    /// All is sent: there is nothing to go on with.
    pub fn close(&self) {
        if let Some(path) = &self.kept {
            // It may never have been written.
            let _ = std::fs::remove_file(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::batch::Reject;
    use super::super::input::Place;
    use super::super::state::Target;
    use super::*;

    fn sent(number: u64, rejects: &[u64]) -> Sent {
        let reject = |line: &u64| {
            let (error, event) = ("bad".to_owned(), "{}".to_owned());
            Reject { line: *line, error, details: None, event, invalid: line % 2 == 1 }
        };
        let done = number + 1;
        Sent {
            number,
            after: Place { bytes: done * 100, lines: done * 10 },
            accepted: 10 - rejects.len() as u64,
            known: 1,
            rejects: rejects.iter().map(reject).collect(),
        }
    }

    #[test]
    fn batches_are_settled_in_the_order_of_the_input() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, rejects) = (folder.path().join("state"), folder.path().join("rejects"));
        let target = Target { profile: "p", project: None, base_url: "http://x" };
        let state = State::new("ab".repeat(32), 1000, target);
        let mut ledger = Ledger::new(state, Some(path.clone()), Rejects::new(rejects.clone(), 0), true);
        assert_eq!(ledger.settle(sent(2, &[24])).expect("settled"), 0);
        assert!(!path.exists() && !rejects.exists());
        assert_eq!(ledger.settle(sent(0, &[2, 3])).expect("settled"), 1);
        let kept = State::load(&path).expect("readable").expect("there");
        assert_eq!((kept.place(), kept.accepted, kept.rejected), (Place { bytes: 100, lines: 10 }, 8, 1));
        assert_eq!(kept.rejects_bytes, std::fs::metadata(&rejects).expect("there").len());
        assert_eq!(ledger.settle(sent(1, &[])).expect("settled"), 2);
        let kept = State::load(&path).expect("readable").expect("there");
        assert_eq!((kept.done_bytes, kept.accepted, kept.rejected), (300, 27, 2));
        assert_eq!((ledger.skipped, ledger.known), (1, 3));
        let lines = std::fs::read_to_string(&rejects).expect("text").lines().count();
        assert_eq!(lines, 2);
        ledger.close();
        assert!(!path.exists());
    }
}
