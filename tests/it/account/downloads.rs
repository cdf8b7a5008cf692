//! What pages link to: the exports of a project and the copy of one's data, with the cookie alone.

use super::{Browser, acted};
use crate::support::{Daemon, NO_ID, Reply};
use serde_json::{Value, json};

/// A refusal as everywhere, but for no page of another origin.
#[track_caller]
fn refused(reply: &Reply, status: u16, error: &str) {
    assert_eq!((reply.status, reply.json["error"].as_str()), (status, Some(error)), "{}", reply.text);
    assert_eq!(reply.header("access-control-allow-origin"), None);
}

fn get(browser: &Browser, path: &str) -> Reply {
    browser.api.target("GET", path).header("Cookie", &browser.cookie).send()
}

#[test]
fn the_project_on_the_screen_is_exported() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let browser = Browser::login(&account);
    let other = account.user().post("/projects", json!({"name": "Till"})).ok(201);
    let (other, key) = (other["id"].as_str().unwrap(), other["api_key"].as_str().unwrap());
    account.event("of.default", json!({"n": 1}));
    account.anonymous().with(key).post("/events", json!({"topic": "of.till"})).ok(202);
    for (query, topic) in [("", "of.default"), (&*format!("?project={other}&topic=of.*"), "of.till")] {
        let reply = get(&browser, &format!("/export/events{query}"));
        assert_eq!((reply.status, reply.header("content-type")), (200, Some("text/csv; charset=utf-8")));
        assert_eq!(reply.header("content-disposition"), Some("attachment; filename=\"events.csv\""));
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        let topics: Vec<&str> = reply.text.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
        assert_eq!(topics, [topic]);
    }
    for (name, file) in [("deliveries", "deliveries"), ("jobs", "jobs"), ("audit-log", "audit_log")] {
        let reply = get(&browser, &format!("/export/{name}?format=json&project={other}"));
        let disposition = format!("attachment; filename=\"{file}.json\"");
        assert_eq!((reply.status, reply.header("content-disposition")), (200, Some(&*disposition)), "{name}");
        assert!(reply.json["data"].is_array());
    }
    let log = account.anonymous().with(key).get("/audit-log?action=data.exported").ok(200)["data"].clone();
    let told: Vec<&Value> = log.as_array().unwrap().iter().map(|entry| &entry["metadata"]["type"]).collect();
    assert_eq!(told, ["audit_log", "jobs", "deliveries", "events"]);
    assert_eq!(log[0]["user_id"], account.user_id.as_str());
}

#[test]
fn nobody_else_gets_them() {
    let daemon = Daemon::shared();
    let (account, stranger) = (daemon.register(), Browser::login(&daemon.register()));
    for name in ["events", "deliveries", "jobs", "audit-log", "my-data"] {
        let path = format!("/export/{name}");
        refused(&account.anonymous().target("GET", &path).send(), 401, "Unauthorized");
        refused(&account.target("GET", &path).send(), 401, "Unauthorized");
        let browser = Browser::login(&account);
        browser.change("POST", "/auth/logout", json!({})).ok(200);
        refused(&get(&browser, &path), 401, "Unauthorized");
        refused(&account.target("POST", &path).send(), 405, "Method not allowed");
        if name != "my-data" {
            refused(&get(&stranger, &format!("{path}?project={}", account.project_id)), 404, "Project not found");
            refused(&get(&stranger, &format!("{path}?project={NO_ID}")), 404, "Project not found");
        }
    }
    // A viewer sees what happens, but not who did what.
    let viewer = daemon.register();
    let members = format!("/projects/{}/members", account.project_id);
    let place = account.user().post(&members, json!({"email": viewer.email, "role": "viewer"})).ok(201);
    viewer.user().post(&format!("/invitations/{}/accept", place["id"].as_str().unwrap()), json!({})).ok(200);
    let browser = Browser::login(&viewer);
    assert_eq!(get(&browser, &format!("/export/events?project={}", account.project_id)).status, 200);
    assert_eq!(get(&browser, &format!("/export/audit-log?project={}", account.project_id)).status, 403);
}

#[test]
fn a_copy_of_ones_data_is_a_file() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let browser = Browser::login(&account);
    let reply = get(&browser, "/export/my-data");
    assert_eq!(reply.header("content-disposition"), Some("attachment; filename=\"my-data.json\""));
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    assert_eq!(reply.ok(200)["data"]["profile"]["email"], account.email.as_str());
    assert_eq!(acted(&account.user(), "gdpr."), ["gdpr.data_export"]);
}
