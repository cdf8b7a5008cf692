//! Removing runs of jobs that have ended. What a job remembers of its last one stays with the job.

use super::{Gone, RowId, Rows, Step, Tally};
use crate::base::Result;
use crate::domain::job::RunStatus;
use crate::domain::project::ProjectId;
use crate::params;
use crate::store::{Snapshot, Tx};

pub(super) struct Runs {
    pub project: ProjectId,
    pub before: RowId,
}

pub(super) const ALL: &str =
    "SELECT id FROM job_runs WHERE project_id = ?1 AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";

impl Rows for Runs {
    type Row = RowId;

    fn ids(&self, snap: &Snapshot<'_>, after: RowId, limit: usize) -> Result<Vec<RowId>> {
        snap.all(ALL, params![&self.project, &after, &self.before, limit as i64], |row| row.id(0))
    }

    fn find(&self, snap: &Snapshot<'_>, id: RowId) -> Result<Option<RowId>> {
        let sql = "SELECT status FROM job_runs WHERE project_id = ?1 AND id = ?2";
        let status = snap.opt(sql, params![&self.project, &id], |row| Ok(RunStatus::from_code(row.int(0)?)))?;
        Ok(Some(id).filter(|_| status.is_some_and(|status| status != RunStatus::Running)))
    }

    fn weigh(&self, _: &Snapshot<'_>, _: &RowId) -> Result<Tally> {
        Ok(Tally { rows: 1, ..Tally::default() })
    }

    fn remove(&self, tx: &Tx<'_>, id: RowId, step: &mut Step) -> Result<Gone> {
        tx.exec("DELETE FROM job_runs WHERE project_id = ?1 AND id = ?2", params![&self.project, &id])?;
        step.tally.rows += 1;
        Ok(Gone::Wholly)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ids_now, rows, walk};
    use super::*;
    use crate::base::Timestamp;
    use crate::domain::job::{Outcome, Run, Trigger};
    use crate::domain::purge::{Selection, What};
    use crate::store::conformance::Db;
    use crate::store::job_runs;

    #[tokio::test]
    async fn runs_that_ended_go_and_others_stay() {
        let db = Db::open();
        let (project, other, ids) = (db.project, db.ids.next(), db.ids.clone());
        let mut middle = Timestamp::now();
        for n in 0..40 {
            let ids = ids.clone();
            db.write(move |tx| {
                let mut run = Run::begin(ids.next(), ids.next(), Trigger::Manual, None, Timestamp::from_secs(1));
                if n % 10 != 3 {
                    run.finish(Outcome::failed("x"), Timestamp::from_secs(2));
                }
                job_runs::insert(tx, if n % 4 == 1 { other } else { project }, &run)
            })
            .await;
            if n == 19 {
                middle = ids_now(&db);
            }
        }
        for (before, count) in [(middle, 14), (middle, 0), (ids_now(&db), 14)] {
            let selection = Selection { project, before, what: What::JobRuns };
            for remove in [false, true] {
                assert_eq!(walk(&db, selection.clone(), remove).await, Tally { rows: count, ..Tally::default() });
            }
        }
        assert_eq!(rows(&db, "SELECT COUNT(*) FROM job_runs").await, 12, "ten of the other and what is under way");
        assert_eq!(rows(&db, "SELECT COUNT(*) FROM job_runs WHERE status = 0").await, 4);
    }
}
