//! Event schemas as rows: finding, listing and writing them, and which versions of a topic there
//! are.

use super::sql::Value;
use super::{Row, Snapshot, Tx};
use crate::base::page::{Page, Slice};
use crate::base::{Id, Result, Timestamp};
use crate::domain::event_schema::{EventSchema, SchemaId, SchemaTag};
use crate::domain::project::ProjectId;
use crate::domain::status::Status;
use crate::params;

const COLUMNS: &str = "id, topic, version, schema, status, updated_at";

fn read(row: &Row<'_>) -> Result<EventSchema> {
    Ok(EventSchema {
        id: row.id(0)?,
        topic: row.text(1)?,
        version: row.int(2)?,
        text: row.text(3)?,
        status: Status::from_code(row.int(4)?),
        updated_at: row.time(5)?,
    })
}

pub fn insert(tx: &Tx<'_>, project: ProjectId, s: &EventSchema) -> Result<()> {
    let sql = "INSERT INTO event_schemas (project_id, id, topic, version, schema, status, updated_at) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    tx.exec(sql, params![&project, &s.id, &s.topic, s.version, &s.text, s.status.code(), s.updated_at]).map(drop)
}

pub fn update(tx: &Tx<'_>, project: ProjectId, s: &EventSchema) -> Result<()> {
    let sql = "UPDATE event_schemas SET topic = ?3, version = ?4, schema = ?5, status = ?6, updated_at = ?7 \
               WHERE project_id = ?1 AND id = ?2";
    tx.exec(sql, params![&project, &s.id, &s.topic, s.version, &s.text, s.status.code(), s.updated_at]).map(drop)
}

/// Active and inactive ones alike.
pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: SchemaId) -> Result<Option<EventSchema>> {
    let sql = format!("SELECT {COLUMNS} FROM event_schemas WHERE project_id = ?1 AND id = ?2");
    snap.opt(&sql, params![&project, &id], read)
}

/// One page, newest first; of one topic if one is given.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    topic: Option<&str>,
    page: Page<SchemaTag>,
    include_inactive: bool,
) -> Result<Slice<EventSchema, SchemaTag>> {
    let active = if include_inactive { "" } else { " AND status = 0" };
    let of_topic = if topic.is_some() { " AND topic = ?4" } else { "" };
    let sql = format!(
        "SELECT {COLUMNS} FROM event_schemas WHERE project_id = ?1{active}{of_topic} AND id < ?2 ORDER BY id DESC LIMIT ?3"
    );
    let high = page.before.unwrap_or(Id::MAX);
    let mut bound = params![&project, &high, page.limit as i64 + 1].to_vec();
    bound.extend(topic.map(Value::from));
    Ok(Slice::cut(snap.all(&sql, &bound, read)?, page.limit, |schema| schema.id))
}

/// Of every topic the active schema with the highest version.
pub fn applying(snap: &Snapshot<'_>, project: ProjectId) -> Result<Vec<EventSchema>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM event_schemas WHERE project_id = ?1 AND status = 0 ORDER BY topic DESC, version DESC"
    );
    let mut found: Vec<EventSchema> = Vec::new();
    snap.each(&sql, params![&project], |row| {
        if found.last().is_none_or(|last| row.text(1).is_ok_and(|topic| topic != last.topic)) {
            found.push(read(row)?);
        }
        Ok(true)
    })?;
    Ok(found)
}

/// The active versions of a topic, without those of one schema, lowest first.
pub fn versions(snap: &Snapshot<'_>, project: ProjectId, topic: &str, but: Option<SchemaId>) -> Result<Vec<i64>> {
    let sql = "SELECT version FROM event_schemas WHERE project_id = ?1 AND topic = ?2 AND status = 0 AND id <> ?3 \
               ORDER BY version";
    snap.all(sql, params![&project, topic, &but.unwrap_or(Id::MIN)], |row| row.int(0))
}

pub fn count_active(snap: &Snapshot<'_>, project: ProjectId) -> Result<usize> {
    let sql = "SELECT COUNT(*) FROM event_schemas WHERE project_id = ?1 AND status = 0";
    Ok(snap.one(sql, params![&project], |row| row.int(0))?.unsigned_abs() as usize)
}

/// Switches off every schema of a project.
pub fn deactivate_all(tx: &Tx<'_>, project: ProjectId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE event_schemas SET status = 1, updated_at = ?2 WHERE project_id = ?1 AND status = 0";
    tx.exec(sql, params![&project, now]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, pages, plan};
    use super::*;

    fn schema(id: SchemaId, topic: &str, version: i64, status: Status) -> EventSchema {
        let text = format!(r#"{{"title":"{topic} {version}"}}"#);
        EventSchema { id, topic: topic.to_owned(), version, text, status, updated_at: id.time() }
    }

    /// Stores schemas of the project in this order, and one of a stranger.
    async fn stored(db: &Db, rows: &[(&'static str, i64, Status)]) -> Vec<EventSchema> {
        let made: Vec<_> =
            rows.iter().map(|(topic, version, status)| schema(db.ids.next(), topic, *version, *status)).collect();
        let (project, stranger, all) = (db.project, db.ids.next(), made.clone());
        let foreign = schema(db.ids.next(), "a", 9, Status::Active);
        db.write(move |tx| {
            insert(tx, stranger, &foreign)?;
            all.iter().try_for_each(|schema| insert(tx, project, schema))
        })
        .await;
        made
    }

    #[tokio::test]
    async fn every_field_comes_back() {
        let db = Db::open();
        let project = db.project;
        let made = stored(&db, &[("a", 1, Status::Active)]).await.remove(0);
        db.write(move |tx| {
            let mut found = find(tx, project, made.id)?.expect("there");
            assert_eq!(found, made);
            assert_eq!(find(tx, Id::MIN, made.id)?, None, "a foreign one is not found");
            found.topic = "b".to_owned();
            found.version = 7;
            found.text = "true".to_owned();
            found.status = Status::Inactive;
            found.updated_at = Timestamp::from_secs(5);
            update(tx, project, &found)?;
            assert_eq!(find(tx, project, made.id)?, Some(found));
            Ok(())
        })
        .await;
    }

    #[tokio::test]
    async fn lists_and_versions() {
        let db = Db::open();
        let project = db.project;
        let (on, off) = (Status::Active, Status::Inactive);
        let rows = [("a", 1, on), ("a", 3, on), ("a", 3, off), ("b", 2, on), ("a", 2, on), ("c", 1, off)];
        let made = stored(&db, &rows).await;
        db.write(move |tx| {
            let listed = |topic: Option<&str>, inactive, limit| -> Result<Vec<usize>> {
                let all = pages(limit, |page| list(tx, project, topic, page, inactive))?;
                Ok(all.iter().map(|s| made.iter().position(|m| m == s).expect("ours")).collect())
            };
            assert_eq!(listed(None, false, 2)?, [4, 3, 1, 0]);
            assert_eq!(listed(None, true, 4)?, [5, 4, 3, 2, 1, 0]);
            assert_eq!(listed(Some("a"), false, 1)?, [4, 1, 0]);
            assert_eq!(listed(Some("a"), true, 10)?, [4, 2, 1, 0]);
            assert_eq!(listed(Some("z"), true, 10)?, [0; 0]);
            let of = applying(tx, project)?.into_iter().map(|s| (s.topic, s.version)).collect::<Vec<_>>();
            assert_eq!(of, [("b".to_owned(), 2), ("a".to_owned(), 3)]);
            assert_eq!(versions(tx, project, "a", None)?, [1, 2, 3]);
            assert_eq!(versions(tx, project, "a", Some(made[1].id))?, [1, 2]);
            assert_eq!(count_active(tx, project)?, 4);
            deactivate_all(tx, project, Timestamp::from_secs(9))?;
            assert_eq!((count_active(tx, project)?, applying(tx, project)?.len()), (0, 0));
            Ok(())
        })
        .await;
    }

    #[tokio::test]
    async fn nothing_is_searched_row_by_row() {
        let db = Db::open();
        for (condition, order, index) in [
            ("", "id DESC LIMIT ?3", "sqlite_autoindex_event_schemas_1"),
            ("AND status = 0", "id DESC LIMIT ?3", "event_schemas_status"),
            ("AND topic = ?4", "id DESC LIMIT ?3", "event_schemas_topic"),
            ("AND status = 0", "topic DESC, version DESC", "event_schemas_version"),
        ] {
            let range = if order.starts_with("id") { "AND id < ?2" } else { "" };
            let sql = format!(
                "SELECT {COLUMNS} FROM event_schemas WHERE project_id = ?1 {condition} {range} ORDER BY {order}"
            );
            let plan = db.read(move |snap| plan(snap, &sql)).await;
            assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{condition}: {plan}");
        }
    }
}
