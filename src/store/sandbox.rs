//! Sandbox endpoints and what they captured as rows. Addresses and headers of captured requests are
//! sealed: they tell who sent them.

use super::sealed::{open, seal};
use super::{Row, Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::page::{Page, Slice};
use crate::base::{Id, Result, Timestamp};
use crate::domain::project::ProjectId;
use crate::domain::sandbox::{Capture, CaptureTag, Endpoint, EndpointId, EndpointTag};
use crate::params;

/// Captured requests removed at once: each can be large.
const BITE: i64 = 32;

const COLUMNS: &str = "id, slug, name, expires_at";

fn read(row: &Row<'_>) -> Result<Endpoint> {
    Ok(Endpoint { id: row.id(0)?, slug: row.text(1)?, name: row.text(2)?, expires_at: row.time(3)? })
}

pub fn insert(tx: &Tx<'_>, project: ProjectId, e: &Endpoint) -> Result<()> {
    let sql = "INSERT INTO sandbox_endpoints (id, project_id, slug, name, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.exec(sql, params![&e.id, &project, &e.slug, &e.name, e.expires_at]).map(drop)
}

pub fn rename(tx: &Tx<'_>, project: ProjectId, id: EndpointId, name: &str) -> Result<()> {
    let sql = "UPDATE sandbox_endpoints SET name = ?3 WHERE project_id = ?1 AND id = ?2";
    tx.exec(sql, params![&project, &id, name]).map(drop)
}

/// Expired ones too, until they are erased.
pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: EndpointId) -> Result<Option<Endpoint>> {
    let sql = format!("SELECT {COLUMNS} FROM sandbox_endpoints WHERE project_id = ?1 AND id = ?2 AND expires_at > 0");
    snap.opt(&sql, params![&project, &id], read)
}

/// The endpoint of a slug, unless it has expired.
pub fn live(snap: &Snapshot<'_>, slug: &str, now: Timestamp) -> Result<Option<Endpoint>> {
    let sql = format!("SELECT {COLUMNS} FROM sandbox_endpoints WHERE slug = ?1 AND expires_at > ?2");
    snap.opt(&sql, params![slug, now], read)
}

/// The project of such an endpoint.
pub fn home(snap: &Snapshot<'_>, slug: &str, now: Timestamp) -> Result<Option<ProjectId>> {
    let sql = "SELECT project_id FROM sandbox_endpoints WHERE slug = ?1 AND expires_at > ?2";
    snap.opt(sql, params![slug, now], |row| row.id(0))
}

pub fn is_taken(snap: &Snapshot<'_>, slug: &str) -> Result<bool> {
    Ok(snap.opt("SELECT 1 FROM sandbox_endpoints WHERE slug = ?1", params![slug], |_| Ok(()))?.is_some())
}

/// One page of those that expire after `after`, newest first, with the requests kept of each.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    page: Page<EndpointTag>,
    after: Timestamp,
) -> Result<Slice<(Endpoint, usize), EndpointTag>> {
    let sql = format!(
        "SELECT {COLUMNS}, (SELECT COUNT(*) FROM sandbox_requests r WHERE r.endpoint_id = e.id) \
         FROM sandbox_endpoints e WHERE project_id = ?1 AND id < ?2 AND expires_at > ?3 ORDER BY id DESC LIMIT ?4"
    );
    let high = page.before.unwrap_or(Id::MAX);
    let with_count = |row: &Row<'_>| Ok((read(row)?, row.int(4)?.unsigned_abs() as usize));
    let rows = snap.all(&sql, params![&project, &high, after, page.limit as i64 + 1], with_count)?;
    Ok(Slice::cut(rows, page.limit, |(endpoint, _)| endpoint.id))
}

/// The requests kept of an endpoint.
pub fn count(snap: &Snapshot<'_>, id: EndpointId) -> Result<usize> {
    let sql = "SELECT COUNT(*) FROM sandbox_requests WHERE endpoint_id = ?1";
    Ok(snap.one(sql, params![&id], |row| row.int(0))?.unsigned_abs() as usize)
}

/// How many of a project have not expired.
pub fn count_live(snap: &Snapshot<'_>, project: ProjectId, now: Timestamp) -> Result<usize> {
    let sql = "SELECT COUNT(*) FROM sandbox_endpoints WHERE project_id = ?1 AND expires_at > ?2";
    Ok(snap.one(sql, params![&project, now], |row| row.int(0))?.unsigned_abs() as usize)
}

/// Hides an endpoint for good; its rows are left to [`clear`].
pub fn delete(tx: &Tx<'_>, project: ProjectId, id: EndpointId) -> Result<()> {
    let sql = "UPDATE sandbox_endpoints SET expires_at = 0 WHERE project_id = ?1 AND id = ?2";
    tx.exec(sql, params![&project, &id]).map(drop)
}

/// As [`delete`] for all of a project.
pub fn delete_all(tx: &Tx<'_>, project: ProjectId) -> Result<()> {
    tx.exec("UPDATE sandbox_endpoints SET expires_at = 0 WHERE project_id = ?1", params![&project]).map(drop)
}

/// Erases some requests of an endpoint, or the endpoint when it has none; false when it is gone.
pub fn clear(tx: &Tx<'_>, id: EndpointId) -> Result<bool> {
    let sql = "DELETE FROM sandbox_requests WHERE id IN \
               (SELECT id FROM sandbox_requests WHERE endpoint_id = ?1 ORDER BY id LIMIT ?2)";
    match tx.exec(sql, params![&id, BITE])? {
        0 => Ok(tx.exec("DELETE FROM sandbox_endpoints WHERE id = ?1", params![&id])? > 0),
        _ => Ok(true),
    }
}

/// Keeps a request, and of its endpoint only the newest `keep`.
pub fn capture(tx: &Tx<'_>, keys: &Keys, c: &Capture, keep: usize) -> Result<()> {
    let sql = "INSERT INTO sandbox_requests (id, endpoint_id, method, path, query, headers, ip, body) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let headers = seal(keys, "sandbox_requests.headers", c.id, &c.headers)?;
    let ip = seal(keys, "sandbox_requests.ip", c.id, &c.ip)?;
    let query = c.query.as_deref();
    tx.exec(sql, params![&c.id, &c.endpoint, &c.method, &c.path, query, &headers, &ip, &c.body])?;
    let sql = "DELETE FROM sandbox_requests WHERE endpoint_id = ?1 AND id <= \
               (SELECT id FROM sandbox_requests WHERE endpoint_id = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)";
    tx.exec(sql, params![&c.endpoint, keep as i64]).map(drop)
}

/// One page of what an endpoint captured, newest first. A page ends early once its bodies have
/// `bytes` bytes together.
pub fn captures(
    snap: &Snapshot<'_>,
    keys: &Keys,
    endpoint: EndpointId,
    page: Page<CaptureTag>,
    bytes: usize,
) -> Result<Slice<Capture, CaptureTag>> {
    let sql = "SELECT id, method, path, query, headers, ip, body FROM sandbox_requests \
               WHERE endpoint_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3";
    let high = page.before.unwrap_or(Id::MAX);
    let (mut rows, mut size, mut next) = (Vec::<Capture>::new(), 0, None);
    snap.each(sql, params![&endpoint, &high, page.limit as i64 + 1], |row| {
        if rows.len() == page.limit || (size >= bytes && !rows.is_empty()) {
            next = rows.last().map(|last| last.id);
            return Ok(false);
        }
        let id = row.id(0)?;
        let capture = Capture {
            id,
            endpoint,
            method: row.text(1)?,
            path: row.text(2)?,
            query: row.opt_text(3)?,
            headers: open(keys, "sandbox_requests.headers", id, &row.bytes(4)?)?,
            ip: open(keys, "sandbox_requests.ip", id, &row.bytes(5)?)?,
            body: row.bytes(6)?,
        };
        size += capture.body.len();
        rows.push(capture);
        Ok(true)
    })?;
    Ok(Slice { rows, next })
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, pages, plan};
    use super::*;

    fn endpoint(db: &Db, slug: &str, ends: i64) -> Endpoint {
        let (slug, name) = (slug.to_owned(), format!("of {slug}"));
        Endpoint { id: db.ids.next(), slug, name, expires_at: Timestamp::from_secs(ends) }
    }

    fn capture_of(db: &Db, endpoint: EndpointId, body: &[u8]) -> Capture {
        Capture {
            id: db.ids.next(),
            endpoint,
            method: "PUT".into(),
            path: "/sandbox/a/b".into(),
            query: (body.len() > 3).then(|| "a=1".into()),
            headers: r#"{"x":"y"}"#.into(),
            body: body.to_vec(),
            ip: "192.0.2.1".into(),
        }
    }

    #[tokio::test]
    async fn endpoints_are_found_until_they_end() {
        let db = Db::open();
        let (project, other) = (db.project, db.ids.next());
        let made = ["a", "b", "c"].map(|slug| endpoint(&db, slug, if slug == "b" { 50 } else { 100 }));
        let run = db.write(move |tx| {
            for e in &made {
                insert(tx, project, e)?;
                assert_eq!((find(tx, project, e.id)?.as_ref(), find(tx, other, e.id)?), (Some(e), None));
            }
            let [a, b, c] = &made;
            let at = Timestamp::from_secs;
            assert_eq!(
                (live(tx, "b", at(49))?.as_ref(), live(tx, "b", at(50))?, live(tx, "x", at(0))?),
                (Some(b), None, None)
            );
            assert!(is_taken(tx, "b")? && !is_taken(tx, "x")?);
            assert_eq!((count_live(tx, project, at(60))?, count_live(tx, project, at(0))?), (2, 3));
            let slugs = |after| -> Result<Vec<String>> {
                Ok(pages(1, |page| list(tx, project, page, at(after)))?.into_iter().map(|(e, _)| e.slug).collect())
            };
            assert_eq!(
                (slugs(60)?, slugs(0)?),
                (vec!["c".into(), "a".into()], vec!["c".into(), "b".into(), "a".into()])
            );
            rename(tx, project, a.id, "new")?;
            rename(tx, other, c.id, "stolen")?;
            let names = [find(tx, project, a.id)?, find(tx, project, c.id)?].map(|e| e.map(|e| e.name));
            assert_eq!(names, [Some("new".into()), Some("of c".into())]);
            delete(tx, other, a.id)?;
            assert!(find(tx, project, a.id)?.is_some(), "of another project");
            delete(tx, project, a.id)?;
            assert!(find(tx, project, a.id)?.is_none() && is_taken(tx, "a")?);
            delete_all(tx, project)?;
            assert_eq!(slugs(0)?, [""; 0]);
            Ok(())
        });
        run.await;
    }

    #[tokio::test]
    async fn the_newest_captures_are_kept() {
        let db = Db::open();
        let keys = Keys::derive(&[7; 32]).expect("keys");
        let (one, two) = (endpoint(&db, "one", 100), endpoint(&db, "two", 100));
        let made: Vec<Capture> = (0..7).map(|n| capture_of(&db, one.id, &vec![b'x'; n])).collect();
        let foreign = capture_of(&db, two.id, b"other");
        let project = db.project;
        let run = db.write(move |tx| {
            insert(tx, project, &one)?;
            capture(tx, &keys, &foreign, 5)?;
            for c in &made {
                capture(tx, &keys, c, 5)?;
            }
            let newest: Vec<Capture> = made.iter().rev().take(5).cloned().collect();
            for (limit, bytes) in [(10, 1000), (2, 1000), (10, 1), (10, 0), (3, 7)] {
                assert_eq!(pages(limit, |page| captures(tx, &keys, one.id, page, bytes))?, newest, "{limit} {bytes}");
            }
            assert_eq!((count(tx, one.id)?, count(tx, two.id)?), (5, 1));
            assert!(clear(tx, one.id)? && count(tx, one.id)? == 0 && is_taken(tx, "one")?, "the requests first");
            assert!(clear(tx, one.id)? && !is_taken(tx, "one")?, "then the endpoint");
            assert!(!clear(tx, one.id)?);
            assert_eq!(count(tx, two.id)?, 1);
            for sql in [
                "SELECT id FROM sandbox_requests WHERE endpoint_id = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2",
                "SELECT id FROM sandbox_endpoints WHERE expires_at < ?1 ORDER BY expires_at LIMIT 1",
            ] {
                assert!(plan(tx, sql)?.contains("USING"), "{}", plan(tx, sql)?);
            }
            Ok(())
        });
        run.await;
    }
}
