//! Removing requests that the sandbox endpoints of a project captured. Those of endpoints that were
//! deleted are on their way out already.

use super::{Gone, RowId, Rows, Step, Tally};
use crate::base::Result;
use crate::domain::project::ProjectId;
use crate::params;
use crate::store::{Snapshot, Tx};

pub(super) struct Captures {
    pub project: ProjectId,
    pub before: RowId,
}

/// Sorted by the way: endpoints are few, and each keeps few requests.
pub(super) const ALL: &str = "SELECT r.id FROM sandbox_endpoints e JOIN sandbox_requests r ON r.endpoint_id = e.id \
    WHERE e.project_id = ?1 AND e.expires_at > 0 AND r.id > ?2 AND r.id < ?3 ORDER BY r.id LIMIT ?4";

impl Rows for Captures {
    type Row = RowId;

    fn ids(&self, snap: &Snapshot<'_>, after: RowId, limit: usize) -> Result<Vec<RowId>> {
        snap.all(ALL, params![&self.project, &after, &self.before, limit as i64], |row| row.id(0))
    }

    fn find(&self, _: &Snapshot<'_>, id: RowId) -> Result<Option<RowId>> {
        Ok(Some(id))
    }

    fn weigh(&self, _: &Snapshot<'_>, _: &RowId) -> Result<Tally> {
        Ok(Tally { rows: 1, ..Tally::default() })
    }

    fn remove(&self, tx: &Tx<'_>, id: RowId, step: &mut Step) -> Result<Gone> {
        tx.exec("DELETE FROM sandbox_requests WHERE id = ?1", params![&id])?;
        step.tally.rows += 1;
        Ok(Gone::Wholly)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ids_now, rows, walk};
    use super::*;
    use crate::base::Timestamp;
    use crate::base::crypto::Keys;
    use crate::domain::purge::{Selection, What};
    use crate::domain::sandbox::{Capture, Endpoint};
    use crate::store::conformance::{Db, plan};
    use crate::store::sandbox;

    #[tokio::test]
    async fn requests_of_all_endpoints_of_a_project_go() {
        let db = Db::open();
        let keys = Keys::derive(&[7; 32]).expect("keys");
        let (project, other, ids) = (db.project, db.ids.next(), db.ids.clone());
        let written = db.write(move |tx| {
            let mut endpoints = Vec::new();
            for (slug, project) in [("a", project), ("b", project), ("deleted", project), ("c", other)] {
                let expires_at = Timestamp::from_secs(9);
                let endpoint = Endpoint { id: ids.next(), slug: slug.to_owned(), name: String::new(), expires_at };
                sandbox::insert(tx, project, &endpoint)?;
                endpoints.push(endpoint.id);
            }
            for n in 0..40 {
                let text = |text: &str| text.to_owned();
                let capture = Capture {
                    id: ids.next(),
                    endpoint: endpoints[n % 4],
                    method: text("PUT"),
                    path: text("/"),
                    query: None,
                    headers: text("{}"),
                    body: vec![7; n],
                    ip: text("192.0.2.1"),
                };
                sandbox::capture(tx, &keys, &capture, 100)?;
            }
            sandbox::delete(tx, project, endpoints[2])
        });
        written.await;
        let selection = Selection { project, before: ids_now(&db), what: What::SandboxRequests };
        let early = Selection { before: project.time(), ..selection.clone() };
        for (selection, count) in [(early, 0), (selection.clone(), 20)] {
            for remove in [false, true] {
                assert_eq!(walk(&db, selection.clone(), remove).await.rows, count);
            }
        }
        assert_eq!(walk(&db, selection, false).await.rows, 0);
        assert_eq!(rows(&db, "SELECT COUNT(*) FROM sandbox_requests").await, 20);
        let plan = db.read(|snap| plan(snap, ALL)).await;
        assert!(plan.contains("sandbox_endpoints_project") && plan.contains("sandbox_requests_endpoint"), "{plan}");
        assert!(!plan.contains("SCAN"), "{plan}");
    }
}
