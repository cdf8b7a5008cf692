//! Reading the audit log of the whole server: the rows of all projects and of none, by id. Accepted
//! events have no rows, and are listed with their project only.

use super::super::scan::{Gather, Merge, Range};
use super::super::{Row, Snapshot};
use super::{COLUMNS, entry};
use crate::base::Result;
use crate::base::crypto::Keys;
use crate::base::page::{Page, Slice};
use crate::domain::audit::{ActionFilter, AuditEntry, AuditId, AuditQuery, AuditTag};
use crate::params;
use crate::store::sql::Value;

/// One page of the entries that fit, newest first.
pub fn all(
    snap: &Snapshot<'_>,
    keys: &Keys,
    query: &AuditQuery,
    page: Page<AuditTag>,
) -> Result<Slice<AuditEntry, AuditTag>> {
    let range = Range::new(page.before, query.recorded.from, query.recorded.to);
    let lists = lists(snap, query)?;
    let read = |list: usize, high: AuditId, n: usize| lists[list].ids(snap, range.low, high, n);
    let mut ids = Merge::open(lists.len(), range.high, page.limit, read)?;
    let mut gather = Gather::new(page.limit);
    let sql = format!("SELECT {COLUMNS} FROM audit_log WHERE id = ?1");
    while let Some(id) = ids.next()? {
        let found = snap.opt(&sql, params![&id], |row| fitting(row, keys, query))?;
        if !gather.visit(id, 1, found.flatten()) {
            break;
        }
    }
    Ok(gather.finish())
}

/// The entry of a row; only what fits is worth opening.
fn fitting(row: &Row<'_>, keys: &Keys, query: &AuditQuery) -> Result<Option<AuditEntry>> {
    let (action, resource_type, resource_id) = (row.text(4)?, row.text(5)?, row.opt_text(6)?);
    let fits = query.fits(&action, row.opt_id(2)?, &resource_type, resource_id.as_deref());
    if fits { entry(row, keys).map(Some) } else { Ok(None) }
}

/// Ids in an order of their own: of all rows, or of those that one index leads to.
#[derive(Debug)]
enum List<'q> {
    All,
    OfResource(&'q str),
    OfUser([u8; 16]),
    OfAction(String),
}

impl List<'_> {
    fn sql(&self) -> String {
        let condition = match self {
            List::All => "",
            List::OfResource(_) => "resource_id = ?4 AND",
            List::OfUser(_) => "user_id = ?4 AND",
            List::OfAction(_) => "action = ?4 AND",
        };
        format!("SELECT id FROM audit_log WHERE {condition} id >= ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")
    }

    /// Up to `n` ids from `low` up to, without, `high`, newest first.
    fn ids(&self, snap: &Snapshot<'_>, low: AuditId, high: AuditId, n: usize) -> Result<Vec<AuditId>> {
        let mut bound = params![&low, &high, n as i64].to_vec();
        bound.extend(match self {
            List::All => None,
            List::OfResource(id) => Some(Value::Text(id)),
            List::OfUser(id) => Some(Value::Blob(id)),
            List::OfAction(action) => Some(Value::Text(action)),
        });
        snap.all(&self.sql(), &bound, |row| row.id(0))
    }
}

/// The lists to look through: few rows that fit rather than many that do not.
fn lists<'q>(snap: &Snapshot<'_>, query: &'q AuditQuery) -> Result<Vec<List<'q>>> {
    if let Some(id) = &query.resource_id {
        return Ok(vec![List::OfResource(id)]);
    }
    if let Some(user) = &query.user {
        return Ok(vec![List::OfUser(*user.as_bytes())]);
    }
    match &query.action {
        Some(ActionFilter::Is(action)) => Ok(vec![List::OfAction(action.clone())]),
        Some(ActionFilter::StartsWith(start)) if !start.is_empty() => beginning(snap, start),
        _ => Ok(vec![List::All]),
    }
}

/// The actions there are of that beginning, each found by a leap over the rows of the one before.
fn beginning(snap: &Snapshot<'_>, start: &str) -> Result<Vec<List<'static>>> {
    let leap = |than: &str, from: &str| {
        let sql = format!("SELECT action FROM audit_log WHERE action {than} ?1 ORDER BY action LIMIT 1");
        snap.opt(&sql, params![from], |row| row.text(0))
    };
    let (mut lists, mut next) = (Vec::new(), leap(">=", start)?);
    while let Some(action) = next.filter(|action| action.starts_with(start)) {
        next = leap(">", &action)?;
        lists.push(List::OfAction(action));
    }
    Ok(lists)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;
    use crate::base::crypto::Keys;
    use crate::store::conformance::{Db, pages, plan};

    #[tokio::test]
    async fn every_filter_has_its_index_and_finds_the_same() {
        let db = Db::open();
        let ids = db.ids.clone();
        let users: [crate::domain::account::UserId; 2] = [ids.next(), ids.next()];
        db.write(move |tx| {
            let keys = Keys::derive(&[7; 32])?;
            for n in 0..400_usize {
                let action = ["user.login", "user.locked", "admin.user_updated", "webhook.created"][n % 4];
                let row = AuditEntry {
                    id: ids.next(),
                    project: (n % 3 == 0).then(|| ids.next()),
                    user: (n % 5 != 0).then_some(users[n % 2]),
                    actor_type: "user".to_owned(),
                    action: action.to_owned(),
                    resource_type: if n % 4 == 3 { "webhook" } else { "user" }.to_owned(),
                    resource_id: (n % 7 == 0).then(|| format!("r{}", n % 2)),
                    metadata: "{}".to_owned(),
                    ip: Some("192.0.2.1".to_owned()),
                    user_agent: None,
                };
                super::super::insert(tx, &keys, &row)?;
            }
            Ok(())
        })
        .await;
        db.read(move |snap| {
            let keys = Keys::derive(&[7; 32])?;
            let every = pages(100, |page| all(snap, &keys, &AuditQuery::default(), page))?;
            assert_eq!(every.len(), 400);
            let base = AuditQuery::default();
            for (query, index) in [
                (base.clone(), "autoindex"),
                (AuditQuery { action: Some(ActionFilter::parse("user.locked")), ..base.clone() }, "audit_log_actions"),
                (AuditQuery { action: Some(ActionFilter::parse("user.*")), ..base.clone() }, "audit_log_actions"),
                (AuditQuery { action: Some(ActionFilter::parse("none.*")), ..base.clone() }, ""),
                (AuditQuery { user: Some(users[1]), ..base.clone() }, "audit_log_user"),
                (AuditQuery { resource_id: Some("r1".to_owned()), ..base.clone() }, "audit_log_resources"),
                (AuditQuery { resource_type: Some("webhook".to_owned()), ..base.clone() }, "autoindex"),
            ] {
                for list in lists(snap, &query)? {
                    let plan = plan(snap, &list.sql())?;
                    assert!(plan.contains(index) && !plan.contains("SCAN"), "{list:?}: {plan}");
                }
                let fits = |e: &&AuditEntry| query.fits(&e.action, e.user, &e.resource_type, e.resource_id.as_deref());
                let expected: Vec<Id<_>> = every.iter().filter(fits).map(|e| e.id).collect();
                let found = pages(7, |page| all(snap, &keys, &query, page))?;
                assert_eq!(found.iter().map(|e| e.id).collect::<Vec<_>>(), expected, "{query:?}");
            }
            Ok(())
        })
        .await;
    }
}
