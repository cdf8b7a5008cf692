//! Pipelines as rows: finding, listing and writing them. What their steps mean is decided above.

use super::sql::texts;
use super::{Row, Snapshot, Tx};
use crate::base::page::{Page, Slice};
use crate::base::{Id, Result, Timestamp};
use crate::domain::pipeline::{Pipeline, PipelineId, PipelineTag};
use crate::domain::project::ProjectId;
use crate::domain::status::Status;
use crate::params;

const COLUMNS: &str = "id, name, description, topics, steps, webhook_id, status, updated_at";

fn read(row: &Row<'_>) -> Result<Pipeline> {
    Ok(Pipeline {
        id: row.id(0)?,
        name: row.text(1)?,
        description: row.opt_text(2)?,
        topics: row.opt_texts(3)?,
        steps: row.text(4)?,
        webhook: row.opt_id(5)?,
        status: Status::from_code(row.int(6)?),
        updated_at: row.time(7)?,
    })
}

pub fn insert(tx: &Tx<'_>, project: ProjectId, p: &Pipeline) -> Result<()> {
    let sql = "INSERT INTO pipelines (project_id, id, name, description, topics, steps, webhook_id, status, updated_at) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    write(tx, sql, project, p)
}

pub fn update(tx: &Tx<'_>, project: ProjectId, p: &Pipeline) -> Result<()> {
    let sql = "UPDATE pipelines SET name = ?3, description = ?4, topics = ?5, steps = ?6, webhook_id = ?7, status = ?8, \
               updated_at = ?9 WHERE project_id = ?1 AND id = ?2";
    write(tx, sql, project, p)
}

fn write(tx: &Tx<'_>, sql: &str, project: ProjectId, p: &Pipeline) -> Result<()> {
    let topics = p.topics.as_deref().map(texts);
    let (description, topics, webhook) = (p.description.as_deref(), topics.as_deref(), p.webhook.as_ref());
    let status = p.status.code();
    tx.exec(sql, params![&project, &p.id, &p.name, description, topics, &p.steps, webhook, status, p.updated_at])?;
    Ok(())
}

/// Active and inactive ones alike.
pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: PipelineId) -> Result<Option<Pipeline>> {
    let sql = format!("SELECT {COLUMNS} FROM pipelines WHERE project_id = ?1 AND id = ?2");
    snap.opt(&sql, params![&project, &id], read)
}

/// One page, newest first.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    page: Page<PipelineTag>,
    include_inactive: bool,
) -> Result<Slice<Pipeline, PipelineTag>> {
    let active = if include_inactive { "" } else { " AND status = 0" };
    let sql =
        format!("SELECT {COLUMNS} FROM pipelines WHERE project_id = ?1{active} AND id < ?2 ORDER BY id DESC LIMIT ?3");
    let high = page.before.unwrap_or(Id::MAX);
    let rows = snap.all(&sql, params![&project, &high, page.limit as i64 + 1], read)?;
    Ok(Slice::cut(rows, page.limit, |pipeline| pipeline.id))
}

/// Every active pipeline of a project, oldest first.
pub fn all_active(snap: &Snapshot<'_>, project: ProjectId) -> Result<Vec<Pipeline>> {
    let sql = format!("SELECT {COLUMNS} FROM pipelines WHERE project_id = ?1 AND status = 0 ORDER BY id");
    snap.all(&sql, params![&project], read)
}

pub fn count_active(snap: &Snapshot<'_>, project: ProjectId) -> Result<usize> {
    let sql = "SELECT COUNT(*) FROM pipelines WHERE project_id = ?1 AND status = 0";
    Ok(snap.one(sql, params![&project], |row| row.int(0))?.unsigned_abs() as usize)
}

/// Switches off every pipeline of a project.
pub fn deactivate_all(tx: &Tx<'_>, project: ProjectId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE pipelines SET status = 1, updated_at = ?2 WHERE project_id = ?1 AND status = 0";
    tx.exec(sql, params![&project, now]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, pages, plan};
    use super::*;
    use crate::base::Json;
    use crate::domain::pipeline::{NewPipeline, PipelinePatch};

    fn pipeline(id: PipelineId, body: &str) -> Pipeline {
        let json = Json::parse(body).expect("JSON");
        NewPipeline::read(json.as_object().expect("object")).expect("valid").create(id)
    }

    #[tokio::test]
    async fn rows_keep_what_was_sent() {
        let db = Db::open();
        let (project, ids, hook) = (db.project, db.ids.clone(), db.webhook().await);
        let whole = format!(
            r#"{{"name":"p","description":"d","topics":["a.*"],"webhook_id":"{hook}","steps":[{{"type":"filter","field":"n","value":1.10}}]}}"#
        );
        let run = db.write(move |tx| {
            for body in [whole.as_str(), r#"{"name":"bare"}"#, r#"{"name":"all","topics":[]}"#] {
                let mut made = pipeline(ids.next(), body);
                insert(tx, project, &made)?;
                assert_eq!(find(tx, project, made.id)?.as_ref(), Some(&made), "{body}");
                assert_eq!(find(tx, ids.next(), made.id)?, None, "of another project");
                let json = Json::parse(r#"{"name":"q","status":"inactive","webhook_id":null}"#).expect("JSON");
                let patch = PipelinePatch::read(json.as_object().expect("object"))?;
                patch.apply(&mut made, Timestamp::from_secs(1));
                update(tx, project, &made)?;
                assert_eq!(find(tx, project, made.id)?, Some(made), "{body}");
            }
            Ok(())
        });
        run.await;
    }

    #[tokio::test]
    async fn lists_and_counts() {
        let db = Db::open();
        let (project, ids) = (db.project, db.ids.clone());
        let names = |rows: &[Pipeline]| rows.iter().map(|p| p.name.clone()).collect::<Vec<_>>();
        let run = db.write(move |tx| {
            for body in [r#"{"name":"a"}"#, r#"{"name":"b","active":false}"#, r#"{"name":"c"}"#] {
                insert(tx, project, &pipeline(ids.next(), body))?;
            }
            insert(tx, ids.next(), &pipeline(ids.next(), r#"{"name":"x"}"#))?;
            for limit in [1, 2, 10] {
                assert_eq!(names(&pages(limit, |page| list(tx, project, page, false))?), ["c", "a"]);
                assert_eq!(names(&pages(limit, |page| list(tx, project, page, true))?), ["c", "b", "a"]);
            }
            assert_eq!(
                (names(&all_active(tx, project)?), count_active(tx, project)?),
                (vec!["a".into(), "c".into()], 2)
            );
            let sql = "SELECT id FROM pipelines WHERE project_id = ?1 AND status = 0 ORDER BY id";
            assert!(plan(tx, sql)?.contains("INDEX pipelines_project"), "{}", plan(tx, sql)?);
            deactivate_all(tx, project, Timestamp::from_secs(1))?;
            assert_eq!(count_active(tx, project)?, 0);
            Ok(())
        });
        run.await;
    }
}
