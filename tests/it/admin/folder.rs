//! Lost access: the commands that work on the folder of the data, with and without the server.

use super::login;
use crate::support::{Account, Cli, Daemon, Output, PASSWORD};
use serde_json::json;

const OTHER: &str = "Another-Horse-88";

fn cli(daemon: &Daemon, args: &[&str]) -> Cli {
    let folder = daemon.data_dir();
    Cli::new([&["admin"], args, &["--data-dir", folder.to_str().unwrap()]].concat())
}

#[track_caller]
fn done(run: Output) -> Output {
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    run
}

#[test]
fn a_superadmin_is_made_of_a_stranger_or_an_account() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let url = format!("http://{}", daemon.address());
    let live = ["create-superadmin", "--base-url", &url, "--email"];
    let run = cli(&daemon, &[&live[..], &[&account.email]].concat()).run();
    assert!(done(run).stderr.contains("is a superadmin"));
    account.user().get("/admin/users").ok(200);
    let run = cli(&daemon, &[&live[..], &["root@example.org"]].concat()).run();
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{}", run.stderr);
    assert!(run.stderr.contains("--password is required"), "{}", run.stderr);
    let run = cli(&daemon, &[&live[..], &["root@example.org", "--password", "-"]].concat());
    done(run.stdin(&format!("{PASSWORD}\n")).run());
    daemon.api().with(&login(&daemon.api(), "root@example.org")).get("/admin/users").ok(200);
    daemon.stop();
    let run = cli(&daemon, &["create-superadmin", "--email", "two@example.org", "--password", "short"]).run();
    assert!(run.code != Some(0) && run.stderr.contains("at least 8 characters"), "{}", run.stderr);
    done(cli(&daemon, &["create-superadmin", "--email", "two@example.org", "--password", PASSWORD]).run());
    daemon.restart();
    let two = daemon.api().with(&login(&daemon.api(), "two@example.org"));
    let list = two.get("/admin/users?role=superadmin").ok(200);
    assert_eq!(list["data"].as_array().map(Vec::len), Some(3));
    let entries = two.get("/admin/audit-log?action=admin.user_created").ok(200);
    assert_eq!(entries["data"][0]["actor_type"], "system");
}

#[test]
fn a_server_without_data_gets_its_superadmin_first() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    let args =
        ["admin", "create-superadmin", "--email", "root@example.org", "--password", PASSWORD, "--data-dir", data];
    done(Cli::new(args).run());
    for args in [
        &["unlock", "--email", "root@example.org"][..],
        &["rotate-keys", "--yes"],
        &["reset-password", "--email", "root@example.org", "--password", OTHER],
    ] {
        let nowhere = folder.path().join("nowhere");
        let all = [&["admin"], args, &["--data-dir", nowhere.to_str().unwrap()]].concat();
        let run = Cli::new(all).run();
        assert!(run.code != Some(0) && run.stderr.contains("there is no database"), "{args:?}: {}", run.stderr);
        assert!(!nowhere.join("jobcelis.db").exists(), "{args:?} made one");
    }
}

#[test]
fn a_running_server_is_named() {
    let daemon = Daemon::start();
    let account = daemon.register();
    for args in [
        &["unlock", "--email", &account.email][..],
        &["reset-mfa", "--email", &account.email],
        &["reset-password", "--email", &account.email, "--password", OTHER],
        &["patch-token", "--project-id", &account.project_id, "--scopes", "*"],
        &["rotate-keys", "--yes"],
    ] {
        let run = cli(&daemon, args).run();
        assert_ne!(run.code, Some(0), "{args:?}");
        assert!(run.stderr.contains(&format!("process {}", daemon.pid())), "{args:?}: {}", run.stderr);
    }
    account.login();
}

#[test]
fn a_locked_out_user_and_project_come_back() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    for _ in 0..5 {
        daemon.api().post("/auth/login", json!({"email": account.email, "password": "Wrong-pass1"}));
    }
    account.user().patch("/token", json!({"scopes": ["events:read"], "allowed_ips": ["203.0.113.9"]})).ok(200);
    account.get("/events").fails(403, "IP not allowed");
    daemon.stop();
    done(cli(&daemon, &["unlock", "--email", &account.email]).run());
    let patch = ["patch-token", "--project-id", &account.project_id, "--scopes", "*", "--allowed-ips", ""];
    done(cli(&daemon, &patch).run());
    let run = cli(&daemon, &["reset-mfa", "--email", &account.email]).run();
    assert!(run.code != Some(0) && run.stderr.contains("MFA is not enabled"), "{}", run.stderr);
    let run = cli(&daemon, &["unlock", "--email", "nobody@example.org"]).run();
    assert!(run.code == Some(1) && run.stderr.contains("has no account"), "{:?} {}", run.code, run.stderr);
    daemon.restart();
    account.login();
    account.get("/events").ok(200);
    account.post("/events", json!({})).ok(202);
    daemon.stop();
    let reset = ["reset-password", "--email", &account.email, "--password"];
    let run = cli(&daemon, &[&reset[..], &[PASSWORD]].concat()).run();
    assert!(run.code != Some(0) && run.stderr.contains("was used recently"), "{}", run.stderr);
    done(cli(&daemon, &[&reset[..], &[OTHER]].concat()).run());
    daemon.restart();
    account.user().get("/projects").fails(401, "Unauthorized");
    let old = json!({"email": account.email, "password": PASSWORD});
    daemon.api().post("/auth/login", old).fails(401, "Invalid email or password");
    daemon.api().post("/auth/login", json!({"email": account.email, "password": OTHER})).ok(200);
    check_log(&account);
}

/// The project saw who changed its key.
fn check_log(account: &Account) {
    let again = account.anonymous().post("/auth/login", json!({"email": account.email, "password": OTHER})).ok(200);
    let user = account.with(again["token"].as_str().unwrap());
    let entries = user.get("/audit-log?action=api_key.updated").ok(200);
    assert_eq!(entries["data"][0]["actor_type"], "system", "{entries}");
}
