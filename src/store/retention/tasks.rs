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

#[cfg(test)]
mod tests {
    use super::super::tests::{rows, walk};
    use super::*;
    use crate::base::{Json, Timestamp};
    use crate::domain::destination::UrlPolicy;
    use crate::domain::purge::{Selection, What};
    use crate::domain::task::{Attempt, Names, NewTask, Turn};
    use crate::store::conformance::Db;

    #[tokio::test]
    async fn tasks_that_rest_go_with_their_attempts() {
        let db = Db::open();
        let (project, other, ids) = (db.project, db.ids.next(), db.ids.clone());
        db.write(move |tx| {
            let (json, policy) = (Json::parse(r#"{"type":"x"}"#)?, UrlPolicy::new(false, Vec::new(), []));
            let members = json.as_object().expect("an object");
            for n in 0..20 {
                let of = if n % 5 == 0 { other } else { project };
                let mut task = NewTask::read(members, Names::NATIVE, None, &policy)?.create(ids.next());
                tasks::insert(tx, of, &task)?;
                let attempt = Attempt {
                    turn: Turn::Run,
                    n: 1,
                    started_at: task.updated_at,
                    latency_ms: 1,
                    response_status: None,
                    error: None,
                    destination_ip: None,
                    response_body: None,
                };
                tasks::add_attempt(tx, task.id, &attempt)?;
                if n % 2 == 0 {
                    task.cancel(task.updated_at)?;
                    tasks::change(tx, of, &task)?;
                }
            }
            Ok(())
        })
        .await;
        let before = Timestamp::now().plus(std::time::Duration::from_secs(60));
        let selection = Selection { project, before, what: What::Tasks };
        for remove in [false, true] {
            assert_eq!(walk(&db, selection.clone(), remove).await, Tally { rows: 8, ..Tally::default() });
        }
        assert_eq!(rows(&db, "SELECT COUNT(*) FROM tasks").await, 12, "those that wait, and the other's");
        assert_eq!(rows(&db, "SELECT COUNT(*) FROM task_attempts").await, 12);
    }
}
