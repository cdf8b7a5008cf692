//! Every column of bytes is known to the rotation of keys: a new one has to be put into a list.

use super::super::conformance::Db;
use super::*;

/// Bytes that no key of ours has to do with: hashes of what is random, and payloads or their hashes.
const UNKEYED: &[(&str, &str)] = &[
    ("letter_marks", "subject"),
    ("sessions", "cookie_hash"),
    ("refresh_tokens", "hash"),
    ("one_time_tokens", "hash"),
    ("api_keys", "hash"),
    ("events", "hash"),
    ("events", "raw"),
    ("registration_invites", "token_hash"),
    ("notifications", "subject_id"),
    ("sandbox_requests", "body"),
    ("embed_tokens", "hash"),
    ("alert_marks", "object"),
    ("task_keys", "hash"),
];
/// Ids that are not named like one.
const IDS: &[(&str, &str)] = &[
    ("members", "invited_by"),
    ("registration_invites", "invited_by"),
    ("events", "derived_from"),
    ("events", "only_webhook"),
    ("events", "source_id"),
    ("attempts", "inbound"),
    ("replays", "upto"),
    ("replays", "reached"),
];

#[tokio::test]
async fn no_column_is_forgotten() {
    let db = Db::open();
    let sql = "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c \
               WHERE t.type = 'table' AND c.type = 'BLOB' ORDER BY 1, 2";
    let columns = db.read(move |snap| snap.all(sql, &[], |row| Ok((row.text(0)?, row.text(1)?)))).await;
    assert!(columns.len() > 50, "the schema was read");
    let hashes = SEALED.iter().filter_map(|cell| match cell.what {
        What::Address(hash) => Some((cell.table, hash?)),
        What::Ip(hash) => Some((cell.table, hash)),
        What::Other => None,
    });
    let mut known: Vec<(&str, &str)> = SEALED.iter().map(|cell| (cell.table, cell.column)).chain(hashes).collect();
    known.extend(ADDRESSES.iter().chain(FINGERPRINTS).chain(UNKEYED).chain(IDS));
    let is_id = |column: &str| column == "id" || column.ends_with("_id");
    for (table, column) in &columns {
        let found = known.contains(&(table, column)) || is_id(column) || FORGOTTEN.contains(&table.as_str());
        assert!(found, "say in store/rotation what becomes of {table}.{column} when the master key is replaced");
    }
    for (table, column) in known {
        assert!(columns.contains(&(table.to_owned(), column.to_owned())), "there is no {table}.{column}");
    }
}
