//! Removing rows for good, oldest first and in steps: of a project by age and by what they are,
//! with what hangs on them. Counting what would go looks at the same rows in the same way. What is
//! to go, and how long one step may take, is decided above.

mod audit;
mod captures;
mod deliveries;
mod events;
mod journal;
mod letters;
mod runs;
mod space;
mod tasks;

pub use audit::{Log, Position, count as count_entries, remove as remove_entries, since as audit_since};
pub use journal::{Removal, forget, left, note};
pub use space::give_back;

use super::{Snapshot, Tx};
use crate::base::{Id, Result};
use crate::domain::delivery::DeliveryId;
use crate::domain::project::ProjectId;
use crate::domain::purge::{Selection, What};
use std::ops::AddAssign;

/// The id of a row of any kind; steps go upwards.
pub type RowId = Id<()>;

/// What went, or would go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub rows: u64,
    /// Deliveries that went with their event.
    pub deliveries: u64,
    /// Dead letters that lost what they tell of.
    pub detached: u64,
    /// Places in queues of batches that went with their event.
    pub collected: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, more: Tally) {
        self.rows += more.rows;
        self.deliveries += more.deliveries;
        self.detached += more.detached;
        self.collected += more.collected;
    }
}

/// What one step did.
#[derive(Debug, Clone, Default)]
pub struct Step {
    pub tally: Tally,
    /// Deliveries that went although something would still have happened to them.
    pub unfinished: Vec<DeliveryId>,
    /// Where the next one begins; `None` when nothing is left.
    pub next: Option<RowId>,
}

/// Whether a row has gone with all that hangs on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gone {
    Wholly,
    /// So much hangs on it that another step has to go on.
    Partly,
}

/// Rows of one kind that fit, found by an index.
trait Rows {
    type Row;

    /// The ids between `after` and the end, in order; at most `limit`.
    fn ids(&self, snap: &Snapshot<'_>, after: RowId, limit: usize) -> Result<Vec<RowId>>;
    /// The row, unless it is to stay.
    fn find(&self, snap: &Snapshot<'_>, id: RowId) -> Result<Option<Self::Row>>;
    /// What goes with the row.
    fn weigh(&self, snap: &Snapshot<'_>, row: &Self::Row) -> Result<Tally>;
    fn remove(&self, tx: &Tx<'_>, row: Self::Row, step: &mut Step) -> Result<Gone>;
}

/// Counts among the next `limit` rows those that would go.
pub fn count(snap: &Snapshot<'_>, selection: &Selection, after: RowId, limit: usize) -> Result<Step> {
    let project = selection.project;
    let before = Id::floor(selection.before);
    match &selection.what {
        What::Events { .. } | What::Finished => count_rows(snap, &events::Events::new(snap, selection)?, after, limit),
        What::Deliveries { topic, status, webhook } => {
            count_rows(snap, &deliveries::Deliveries { project, before, topic, status: *status, webhook }, after, limit)
        }
        What::DeadLetters { .. } | What::Resolved => {
            count_rows(snap, &letters::Letters { project, before, selection }, after, limit)
        }
        What::JobRuns => count_rows(snap, &runs::Runs { project, before }, after, limit),
        What::Tasks => count_rows(snap, &tasks::Tasks { project, before }, after, limit),
        What::SandboxRequests => count_rows(snap, &captures::Captures { project, before }, after, limit),
    }
}

/// Removes what is to go among the next `limit` rows, for as long as `go_on` says so.
pub fn remove(
    tx: &Tx<'_>,
    selection: &Selection,
    after: RowId,
    limit: usize,
    go_on: impl Fn() -> bool,
) -> Result<Step> {
    let project = selection.project;
    let before = Id::floor(selection.before);
    match &selection.what {
        What::Events { .. } | What::Finished => {
            remove_rows(tx, &events::Events::new(tx, selection)?, after, limit, go_on)
        }
        What::Deliveries { topic, status, webhook } => {
            let rows = deliveries::Deliveries { project, before, topic, status: *status, webhook };
            remove_rows(tx, &rows, after, limit, go_on)
        }
        What::DeadLetters { .. } | What::Resolved => {
            remove_rows(tx, &letters::Letters { project, before, selection }, after, limit, go_on)
        }
        What::JobRuns => remove_rows(tx, &runs::Runs { project, before }, after, limit, go_on),
        What::Tasks => remove_rows(tx, &tasks::Tasks { project, before }, after, limit, go_on),
        What::SandboxRequests => remove_rows(tx, &captures::Captures { project, before }, after, limit, go_on),
    }
}

fn count_rows<R: Rows>(snap: &Snapshot<'_>, rows: &R, after: RowId, limit: usize) -> Result<Step> {
    let ids = rows.ids(snap, after, limit)?;
    let mut tally = Tally::default();
    for id in &ids {
        if let Some(row) = rows.find(snap, *id)? {
            tally += rows.weigh(snap, &row)?;
        }
    }
    let next = ids.last().copied().filter(|_| ids.len() == limit);
    Ok(Step { tally, next, ..Step::default() })
}

fn remove_rows<R: Rows>(tx: &Tx<'_>, rows: &R, after: RowId, limit: usize, go_on: impl Fn() -> bool) -> Result<Step> {
    let ids = rows.ids(tx, after, limit)?;
    let (mut step, mut last) = (Step::default(), after);
    for id in &ids {
        let gone = match rows.find(tx, *id)? {
            _ if !go_on() => Gone::Partly,
            Some(row) => rows.remove(tx, row, &mut step)?,
            None => Gone::Wholly,
        };
        if gone == Gone::Partly {
            return Ok(Step { next: Some(last), ..step });
        }
        last = *id;
    }
    Ok(Step { next: Some(last).filter(|_| ids.len() == limit), ..step })
}

/// All projects, those that were deleted too.
pub fn projects(snap: &Snapshot<'_>) -> Result<Vec<ProjectId>> {
    snap.all("SELECT id FROM projects ORDER BY id", &[], |row| row.id(0))
}

#[cfg(test)]
mod tests;
