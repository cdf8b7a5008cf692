//! A power cut in the middle of a backup: what is left looks like no backup, and the next one is
//! made as if nothing had been.

use super::{cli, complete};
use crate::admin::Server;
use crate::support::until;
use serde_json::json;
use std::path::Path;

/// Makes the database so large that a backup takes a while.
fn fatten(server: &Server) {
    let db = server.daemon.database();
    let sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) \
               INSERT INTO meta (name, value) SELECT 'filler' || i, hex(randomblob(400000)) FROM n";
    db.execute(sql, []).unwrap();
}

fn parts(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|end| end == "part")).count()
}

#[test]
fn a_kill_leaves_nothing_that_looks_complete() {
    let mut server = Server::start();
    fatten(&server);
    let data = server.daemon.data_dir();
    let (folder, copy) = (data.join("backups"), data.join("jobcelis.db.copy"));
    let moments: [&dyn Fn() -> bool; 2] = [&|| copy.exists(), &|| parts(&folder) > 0];
    for moment in moments {
        assert_eq!(server.root.post("/admin/backups", json!({})).ok(202)["status"], "started");
        until("the backup is under way", || moment().then_some(()));
        server.daemon.kill9();
        assert_eq!(complete(&folder).len(), 0);
        server.daemon.restart();
        assert_eq!(server.root.get("/admin/backups").ok(200)["data"].as_array().map(Vec::len), Some(0));
        until("what was left is cleared", || (!copy.exists()).then_some(()));
    }
    let made = cli(&server.daemon, &["backup"]).run().json();
    assert_eq!(made["verified"], true);
    assert_eq!(complete(&folder).len(), 1);
    server.root.post("/admin/backups", json!({})).ok(202);
    until("the next one is there", || (complete(&folder).len() == 2).then_some(()));
    until("the parts are cleared", || (parts(&folder) == 0).then_some(()));
}

#[test]
fn a_stop_ends_a_backup_at_once() {
    let mut server = Server::start();
    fatten(&server);
    let folder = server.daemon.data_dir().join("backups");
    server.root.post("/admin/backups", json!({})).ok(202);
    until("the backup is under way", || (parts(&folder) > 0).then_some(()));
    server.daemon.stop();
    assert_eq!((complete(&folder).len(), parts(&folder)), (0, 0));
    server.daemon.restart();
    assert!(server.entries("system.backup_failed").is_empty(), "a stop is no failure");
}
