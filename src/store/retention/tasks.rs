//! Removing tasks that have ended, with their attempts. Those that run, wait or have yet to call
//! back stay.

use super::{Gone, RowId, Rows, Step, Tally};
use crate::base::{Id, Result};
use crate::domain::project::ProjectId;
use crate::params;
use crate::store::{Snapshot, Tx, tasks};

pub(super) struct Tasks {
    pub project: ProjectId,
    pub before: RowId,
}

const ALL: &str = "SELECT id FROM tasks WHERE project_id = ?1 AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";

impl Rows for Tasks {
    type Row = RowId;

    fn ids(&self, snap: &Snapshot<'_>, after: RowId, limit: usize) -> Result<Vec<RowId>> {
        snap.all(ALL, params![&self.project, &after, &self.before, limit as i64], |row| row.id(0))
    }

    fn find(&self, snap: &Snapshot<'_>, id: RowId) -> Result<Option<RowId>> {
        let sql = "SELECT claimed = 0 AND due_at IS NULL FROM tasks WHERE project_id = ?1 AND id = ?2";
        let rests = snap.opt(sql, params![&self.project, &id], |row| row.flag(0))?;
        Ok(Some(id).filter(|_| rests == Some(true)))
    }

    fn weigh(&self, _: &Snapshot<'_>, _: &RowId) -> Result<Tally> {
        Ok(Tally { rows: 1, ..Tally::default() })
    }

    fn remove(&self, tx: &Tx<'_>, id: RowId, step: &mut Step) -> Result<Gone> {
        if let Some(task) = Id::from_bytes(id.as_bytes()) {
            tasks::delete(tx, self.project, task)?;
            step.tally.rows += 1;
        }
        Ok(Gone::Wholly)
    }
}
