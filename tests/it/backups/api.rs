//! Backups over the API, for superadmins alone, and `jobcelis admin backups`.

use super::complete;
use crate::admin::Server;
use crate::support::{Cli, until};
use serde_json::{Value, json};

fn newest(server: &Server) -> Value {
    until("there is a backup", || {
        let list = server.root.get("/admin/backups").ok(200);
        list["data"].as_array().unwrap().first().cloned()
    })
}

#[test]
fn made_listed_checked_and_fetched() {
    let server = Server::start();
    assert_eq!(server.root.get("/admin/backups").ok(200)["data"], json!([]));
    assert_eq!(server.root.post("/admin/backups", json!({})).ok(202), json!({"status": "started"}));
    let made = newest(&server);
    let name = made["name"].as_str().unwrap();
    assert_eq!((&made["verified"], &made["encrypted"]), (&true.into(), &false.into()), "{made}");
    assert_eq!(made["sha256"].as_str().unwrap().len(), 64);
    let verified = server.root.post(&format!("/admin/backups/{name}/verify"), json!({})).ok(200);
    assert_eq!(verified, json!({"verified": true, "error": null}));
    let reply = server.root.get(&format!("/admin/backups/{name}"));
    assert_eq!(reply.status, 200);
    let wanted = format!("attachment; filename=\"{name}\"");
    assert_eq!(reply.header("content-disposition"), Some(wanted.as_str()));
    assert_eq!(reply.header("content-length"), Some(made["size_bytes"].to_string().as_str()));

    let path = server.daemon.data_dir().join("backups").join(name);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let verified = server.root.post(&format!("/admin/backups/{name}/verify"), json!({})).ok(200);
    assert_eq!(verified["verified"], false);
    assert!(verified["error"].as_str().unwrap().contains("checksum"), "{verified}");
    assert_eq!(newest(&server)["verified"], false);

    for (action, count) in [
        ("admin.backup_started", 1),
        ("system.backup_completed", 1),
        ("system.backup_verification_passed", 1),
        ("system.backup_verification_failed", 1),
        ("admin.backup_downloaded", 1),
    ] {
        assert_eq!(server.entries(action).len(), count, "{action}");
    }
    for other in ["..%2fjobcelis.db", "jobcelis.db", "jobcelis-20260101T000000Z-v1.db.zst"] {
        server.root.get(&format!("/admin/backups/{other}")).fails(404, "Backup not found");
        server.root.post(&format!("/admin/backups/{other}/verify"), json!({})).fails(404, "Backup not found");
    }
    let admin = server.operator("admin");
    admin.get("/admin/backups").fails(403, "Superadmin role required");
    admin.post("/admin/backups", json!({})).fails(403, "Superadmin role required");
    admin.get(&format!("/admin/backups/{name}")).fails(403, "Superadmin role required");
}

#[test]
fn from_the_command_line() {
    let server = Server::with(&["--backup-keep", "1"]);
    let home = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let cli = Cli::new([&["admin", "backups"], args].concat()).within(home.path());
        cli.at(server.daemon.address()).env("JOBCELIS_TOKEN", &server.token).run()
    };
    for _ in 0..2 {
        let before = server.entries("system.backup_completed").len();
        assert_eq!(run(&["run"]).code, Some(0));
        until("it is made", || (server.entries("system.backup_completed").len() > before).then_some(()));
    }
    assert_eq!(complete(&server.daemon.data_dir().join("backups")).len(), 1, "only one is kept");
    let list = run(&["list"]).json();
    let name = list["data"][0]["name"].as_str().unwrap();
    run(&["verify", name]).ok();
    run(&["download", name]).ok();
    let stored = server.daemon.data_dir().join("backups").join(name);
    assert_eq!(std::fs::read(home.path().join(name)).unwrap(), std::fs::read(stored).unwrap());
    assert_eq!(run(&["download", name]).code, Some(2), "it is there already");
    assert_eq!(run(&["verify", "jobcelis-20260101T000000Z-v1.db.zst"]).code, Some(5));
}
