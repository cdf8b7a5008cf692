//! That no table is left out, that nothing is found by looking through a whole one, and that what
//! remains says nothing of who is gone.

use super::super::conformance::Db;
use super::parts::{Fate, OF_PROJECT, OF_USER, Part};
use super::*;
use crate::base::Id;
use std::collections::BTreeSet;

/// Tables with rows about nobody.
const IMPERSONAL: [&str; 3] = ["meta", "refinery_schema_history", "uptime_checks"];

fn parts() -> impl Iterator<Item = &'static Part> {
    OF_PROJECT.iter().chain(OF_USER)
}

/// Whether a column may name a user, a project, or something that hangs on one.
fn names_someone(column: &str) -> bool {
    let ends = ["_id", "_by", "_hash"].iter().any(|end| column.ends_with(end));
    ends && !["password_hash", "ip_hash"].contains(&column)
}

async fn columns(db: &Db) -> Vec<(String, String)> {
    db.read(|snap| {
        let sql = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c \
                   WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid";
        snap.all(sql, &[], |row| Ok((row.text(0)?, row.text(1)?)))
    })
    .await
}

#[tokio::test]
async fn every_table_is_known() {
    let db = Db::open();
    let columns = columns(&db).await;
    assert!(columns.len() > 100, "the schema was not read");
    for (table, column) in &columns {
        let known = parts().any(|part| part.table == table && part.column == column);
        assert!(
            known || !names_someone(column),
            "say in store/erasure/parts.rs what becomes of rows of {table} by their {column}"
        );
    }
    let tables: BTreeSet<&str> = columns.iter().map(|(table, _)| table.as_str()).collect();
    for table in tables {
        let known = IMPERSONAL.contains(&table) || parts().any(|part| part.table == table);
        assert!(
            known,
            "say in store/erasure/parts.rs what becomes of rows of {table}, or here that they are about nobody"
        );
    }
    for Part { table, column, fate } in parts() {
        let there = |column: &str| columns.contains(&((*table).to_owned(), column.to_owned()));
        assert!(there(column), "{table}.{column} is not in the schema");
        match fate {
            Fate::Rows(id) => assert!(there(id), "{table}.{id} is not in the schema"),
            Fate::By(_) => {}
            Fate::Along(with) => {
                let (of, with) = with.split_once('.').unwrap_or((table, with));
                let dealt = |p: &Part| p.table == of && p.column == with && !matches!(p.fate, Fate::Along(_));
                assert!(with.starts_with('(') || parts().any(dealt), "{table}.{column} goes along with nothing");
            }
        }
    }
}

#[tokio::test]
async fn nothing_is_found_by_looking_through_a_table() {
    let db = Db::open();
    db.read(|snap| {
        let mut statements: Vec<String> = parts().map(Part::statement).filter(|sql| !sql.is_empty()).collect();
        assert!(statements.len() > 10);
        statements.extend(
            [
                "SELECT id FROM deliveries WHERE project_id = ?1 ORDER BY id LIMIT 1",
                "DELETE FROM attempts WHERE delivery_id = ?1",
                "SELECT id FROM webhooks WHERE project_id = ?1 LIMIT 1",
                "SELECT minute FROM webhook_minutes WHERE webhook_id = ?1 ORDER BY minute LIMIT ?2",
                "SELECT id FROM sandbox_endpoints WHERE project_id = ?1 LIMIT 1",
                "SELECT id FROM sandbox_requests WHERE endpoint_id = ?1 ORDER BY id LIMIT ?2",
                "SELECT day FROM webhook_days WHERE webhook_id = ?1 ORDER BY day LIMIT ?2",
                "SELECT topic FROM topic_days WHERE project_id = ?1 AND day = ?2 LIMIT 10",
                "SELECT id FROM sessions WHERE user_id = ?1 ORDER BY id LIMIT 1",
                "SELECT hash FROM refresh_tokens WHERE session_id = ?1 LIMIT ?2",
                "SELECT id FROM members WHERE invited_by = ?1 ORDER BY id LIMIT ?2",
                "SELECT id FROM origins WHERE user_id = ?1 ORDER BY id LIMIT ?2",
                "SELECT id FROM audit_log WHERE user_id = ?1 ORDER BY id LIMIT ?2",
                "SELECT id, 1, ?2 FROM projects WHERE owner_id = ?1",
                "SELECT COUNT(*), ?1 FROM users WHERE role = 3 AND deactivated_at IS NULL",
            ]
            .map(str::to_owned),
        );
        for sql in statements {
            let values = &params![&Id::<()>::MIN, 1][..if sql.contains("?2") { 2 } else { 1 }];
            let plan = snap.all(&format!("EXPLAIN QUERY PLAN {sql}"), values, |row| row.text(3))?;
            let whole = |step: &String| step.starts_with("SCAN") && !step.ends_with("users_superadmins");
            assert!(!plan.iter().any(whole), "{sql}: {plan:?}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_long_project_goes_in_parts_and_alone() {
    let db = Db::open();
    let (hook, ids, project) = (db.webhook().await, db.ids.clone(), db.project);
    let (other, keys) = (ids.next(), Keys::derive(&[7; 32]).expect("keys"));
    db.write(move |tx| {
        for owner in [project, other] {
            for _ in 0..50 {
                let (event, delivery) = (ids.next(), ids.next());
                super::super::conformance::event(tx, owner, event, r#"{"topic":"a.b"}"#)?;
                super::super::conformance::delivery(tx, owner, delivery, event, hook)?;
            }
        }
        Ok(())
    })
    .await;
    let cleared = db
        .write(move |tx| {
            let (mut all, subject) = (Vec::new(), Subject::Project(project));
            while let done @ 1.. = clear(tx, &keys, &subject, 20)? {
                all.push(done);
            }
            Ok(all)
        })
        .await;
    assert!(cleared.iter().all(|done| *done <= 20) && cleared.len() > 50, "{cleared:?}");
    let left = db
        .read(|snap| {
            let count = |table: &str| snap.one(&format!("SELECT COUNT(*) FROM {table}"), &[], |row| row.int(0));
            ["events", "deliveries", "topics", "webhooks"].into_iter().map(count).collect::<Result<Vec<_>>>()
        })
        .await;
    assert_eq!(left, [50, 50, 1, 0]);
}

#[tokio::test]
async fn what_is_noted_is_struck_off() {
    let db = Db::open();
    let (user, now) = (Id::MIN, Timestamp::from_secs(7));
    db.write(move |tx| begin(tx, user, &[0; 32], now)).await;
    let open = db.read(open).await;
    assert_eq!(open.iter().map(|e| (e.subject, e.begun_at)).collect::<Vec<_>>(), [(Subject::User(user), now)]);
    db.write(move |tx| forget(tx, &Subject::User(user))).await;
    assert_eq!(db.read(super::open).await.len(), 0);
}
