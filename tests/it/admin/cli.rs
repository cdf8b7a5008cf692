//! `jobcelis admin` over the API, as an operator types it.

use super::Server;
use crate::support::{Cli, Output, PASSWORD};
use serde_json::Value;

impl Server {
    fn cli(&self, args: &[&str]) -> Cli {
        Cli::new([&["admin"], args].concat()).at(self.daemon.address()).env("JOBCELIS_TOKEN", &self.token)
    }

    #[track_caller]
    fn run(&self, args: &[&str]) -> Output {
        self.cli(args).run().ok()
    }

    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        self.cli(args).run().json()
    }
}

#[test]
fn users_by_address_and_by_id() {
    let server = Server::start();
    let made = server.cli(&["users", "create", "--email", "ana@example.org", "--name", "Ana", "--password", "-"]);
    let made = made.stdin(&format!("{PASSWORD}\n")).run().json();
    let id = made["id"].as_str().unwrap();
    assert_eq!(server.json(&["users", "list", "--search", "ana"])["data"][0]["id"], made["id"]);
    assert_eq!(server.json(&["users", "show", "ana@example.org"])["name"], "Ana");
    assert_eq!(server.json(&["users", "show", &id[..20]])["id"], made["id"]);
    assert_eq!(server.json(&["users", "update", id, "--role", "moderator"])["role"], "moderator");
    assert_eq!(server.json(&["users", "deactivate", "ana@example.org"])["status"], "inactive");
    assert_eq!(server.json(&["users", "list", "--status", "inactive"])["data"][0]["id"], made["id"]);
    assert_eq!(server.json(&["users", "activate", id])["status"], "active");
    assert_eq!(server.json(&["users", "unlock", id])["ok"], true);
    assert_eq!(server.json(&["users", "revoke-sessions", id])["ok"], true);
    assert!(server.json(&["users", "reset-link", id])["url"].as_str().unwrap().contains("/reset-password/"));
    let run = server.cli(&["users", "reset-mfa", id]).run();
    assert!(run.code == Some(6) && run.stderr.contains("MFA is not enabled"), "{}", run.stderr);
    let run = server.cli(&["users", "show", "nobody@example.org"]).run();
    assert_eq!(run.code, Some(5), "{}", run.stderr);
    let invited = server.json(&["users", "create", "--email", "eva@example.org", "--send-invite"]);
    assert_eq!(invited["status"], "invited");
    for args in [
        &["users", "create", "--email", "x@example.org"][..],
        &["users", "create", "--email", "x@example.org", "--send-invite", "--password", "x"],
        &["users", "update", id],
        &["users", "show"],
        &["projects", "update", id],
    ] {
        assert_eq!(server.cli(args).run().code, Some(2), "{args:?}");
    }
}

#[test]
fn projects_entries_and_settings() {
    let server = Server::start();
    let account = server.daemon.register();
    account.event("order.created", serde_json::json!({}));
    let list = server.json(&["projects", "list"]);
    assert_eq!(list["data"][0]["owner_email"], Value::from(account.email.as_str()));
    assert_eq!(server.json(&["projects", "show", &account.project_id])["events"][0]["topic"], "order.created");
    let args = ["projects", "update", &account.project_id, "--calls-per-minute", "500", "--events-per-minute", "9"];
    let updated = server.json(&args);
    assert_eq!(
        (&updated["rate_limit_api_calls_per_minute"], &updated["rate_limit_events_per_minute"]),
        (&500.into(), &9.into())
    );
    let args = ["projects", "update", &account.project_id, "--calls-per-minute", "default"];
    assert_eq!(server.json(&args)["rate_limit_api_calls_per_minute"], 600_000);
    let entries = server.json(&["audit", "list", "--action", "admin.project_*"]);
    assert_eq!(entries["data"].as_array().map(Vec::len), Some(3), "{entries}");
    let entries = server.json(&["audit", "list", "--project-id", &account.project_id, "--action", "event.created"]);
    assert_eq!(entries["data"].as_array().map(Vec::len), Some(1));
    assert_eq!(server.json(&["settings"])["data"]["registration"], "open");
    let table = server.run(&["users", "list", "-o", "table"]).stdout;
    assert!(table.contains("root@example.org") && table.contains("superadmin"), "{table}");
    let denied = server.cli(&["users", "list"]).env("JOBCELIS_TOKEN", &account.token).run();
    assert!(denied.code == Some(4) && denied.stderr.contains("Admin role required"), "{}", denied.stderr);
}
