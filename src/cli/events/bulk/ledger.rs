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
