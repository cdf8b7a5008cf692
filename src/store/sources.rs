//! Sources as rows, their sealed secrets, and the requests that were refused.

use super::sealed::{open, seal};
use super::{Row, Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::page::{Page, Slice};
use crate::base::{Id, Json, Result, Timestamp};
use crate::domain::project::ProjectId;
use crate::domain::source::{
    KEPT_REJECTIONS, Mapping, Rejection, RejectionTag, Source, SourceId, SourceTag, Verification,
};
use crate::domain::status::Status;
use crate::params;

const COLUMNS: &str = "id, slug, name, provider, status, preset, verification, mapping, topic_prefix, secret, \
    previous_secret, received, rejected, last_received_at, updated_at, hashed_ids";

/// The sealed secrets of a source, which open for [`place`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Secrets {
    pub current: Option<Vec<u8>>,
    /// Still believed beside it.
    pub previous: Option<Vec<u8>>,
}

/// A source as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub source: Source,
    pub secrets: Secrets,
    /// Of some ids that it has sent only the hashes are known.
    pub hashed_ids: bool,
}

/// What the secrets of a source are sealed for.
pub fn place(id: SourceId) -> String {
    format!("sources.secret:{id}")
}

fn read(row: &Row<'_>) -> Result<Stored> {
    let secrets = Secrets { current: row.opt_bytes(9)?, previous: row.opt_bytes(10)? };
    let source = Source {
        id: row.id(0)?,
        slug: row.text(1)?,
        name: row.text(2)?,
        provider: row.text(3)?,
        status: Status::from_code(row.int(4)?),
        preset: row.opt_text(5)?,
        verification: Verification::read(&Json::parse(&row.text(6)?)?)?,
        mapping: Mapping::read(&Json::parse(&row.text(7)?)?)?,
        topic_prefix: row.text(8)?,
        has_secret: secrets.current.is_some(),
        received: row.int(11)?.unsigned_abs(),
        rejected: row.int(12)?.unsigned_abs(),
        last_received_at: row.opt_time(13)?,
        updated_at: row.time(14)?,
    };
    Ok(Stored { source, secrets, hashed_ids: row.flag(15)? })
}

pub fn insert(tx: &Tx<'_>, project: ProjectId, s: &Source, secrets: &Secrets) -> Result<()> {
    let sql = "INSERT INTO sources (project_id, id, slug, name, provider, status, preset, verification, mapping, \
               topic_prefix, secret, previous_secret, updated_at, received, rejected) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0, 0)";
    write(tx, sql, project, s, secrets)
}

/// Writes everything but what is counted.
pub fn update(tx: &Tx<'_>, project: ProjectId, s: &Source, secrets: &Secrets) -> Result<()> {
    let sql = "UPDATE sources SET slug = ?3, name = ?4, provider = ?5, status = ?6, preset = ?7, verification = ?8, \
               mapping = ?9, topic_prefix = ?10, secret = ?11, previous_secret = ?12, updated_at = ?13 \
               WHERE project_id = ?1 AND id = ?2";
    write(tx, sql, project, s, secrets)
}

fn write(tx: &Tx<'_>, sql: &str, project: ProjectId, s: &Source, secrets: &Secrets) -> Result<()> {
    let (verification, mapping) = (s.verification.to_json().to_text(), s.mapping.to_json().to_text());
    tx.exec(
        sql,
        params![
            &project,
            &s.id,
            &s.slug,
            &s.name,
            &s.provider,
            s.status.code(),
            s.preset.as_deref(),
            &verification,
            &mapping,
            &s.topic_prefix,
            secrets.current.as_deref(),
            secrets.previous.as_deref(),
            s.updated_at
        ],
    )?;
    Ok(())
}

/// Active and inactive ones alike.
pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: SourceId) -> Result<Option<Stored>> {
    let sql = format!("SELECT {COLUMNS} FROM sources WHERE project_id = ?1 AND id = ?2");
    snap.opt(&sql, params![&project, &id], read)
}

/// The active source of a slug.
pub fn by_slug(snap: &Snapshot<'_>, project: ProjectId, slug: &str) -> Result<Option<SourceId>> {
    let sql = "SELECT id FROM sources WHERE project_id = ?1 AND slug = ?2 AND status = 0";
    snap.opt(sql, params![&project, slug], |row| row.id(0))
}

/// One page, newest first.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    page: Page<SourceTag>,
    include_inactive: bool,
) -> Result<Slice<Source, SourceTag>> {
    let active = if include_inactive { "" } else { " AND status = 0" };
    let sql =
        format!("SELECT {COLUMNS} FROM sources WHERE project_id = ?1{active} AND id < ?2 ORDER BY id DESC LIMIT ?3");
    let high = page.before.unwrap_or(Id::MAX);
    let rows = snap.all(&sql, params![&project, &high, page.limit as i64 + 1], |row| Ok(read(row)?.source))?;
    Ok(Slice::cut(rows, page.limit, |source| source.id))
}

/// Every active source of a project.
pub fn all_active(snap: &Snapshot<'_>, project: ProjectId) -> Result<Vec<Stored>> {
    let sql = format!("SELECT {COLUMNS} FROM sources WHERE project_id = ?1 AND status = 0 ORDER BY id");
    snap.all(&sql, params![&project], read)
}

pub fn count_active(snap: &Snapshot<'_>, project: ProjectId) -> Result<usize> {
    let sql = "SELECT COUNT(*) FROM sources WHERE project_id = ?1 AND status = 0";
    Ok(snap.one(sql, params![&project], |row| row.int(0))?.unsigned_abs() as usize)
}

/// Switches off every source of a project.
pub fn deactivate_all(tx: &Tx<'_>, project: ProjectId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE sources SET status = 1, updated_at = ?2 WHERE project_id = ?1 AND status = 0";
    tx.exec(sql, params![&project, now]).map(drop)
}

/// Keeps a refused request and lets go of the oldest.
pub fn reject(tx: &Tx<'_>, keys: &Keys, source: SourceId, r: &Rejection) -> Result<()> {
    let headers = seal(keys, "source_rejections.headers", r.id, &r.headers)?;
    let ip = seal(keys, "source_rejections.ip", r.id, &r.ip)?;
    let sql = "INSERT INTO source_rejections (id, source_id, reason, headers, ip) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.exec(sql, params![&r.id, &source, &r.reason, &headers, &ip])?;
    let sql = "DELETE FROM source_rejections WHERE source_id = ?1 AND id <= \
               (SELECT id FROM source_rejections WHERE source_id = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)";
    tx.exec(sql, params![&source, KEPT_REJECTIONS as i64]).map(drop)
}

/// One page of the refused requests that are kept, newest first.
pub fn rejections(
    snap: &Snapshot<'_>,
    keys: &Keys,
    source: SourceId,
    page: Page<RejectionTag>,
) -> Result<Slice<Rejection, RejectionTag>> {
    let sql = "SELECT id, reason, headers, ip FROM source_rejections WHERE source_id = ?1 AND id < ?2 \
               ORDER BY id DESC LIMIT ?3";
    let high = page.before.unwrap_or(Id::MAX);
    let rows = snap.all(sql, params![&source, &high, page.limit as i64 + 1], |row| {
        let id = row.id(0)?;
        let headers = open(keys, "source_rejections.headers", id, &row.bytes(2)?)?;
        let ip = open(keys, "source_rejections.ip", id, &row.bytes(3)?)?;
        Ok(Rejection { id, reason: row.text(1)?, headers, ip })
    })?;
    Ok(Slice::cut(rows, page.limit, |rejection| rejection.id))
}
