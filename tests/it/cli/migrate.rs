//! Copies of projects from another server: everything but secrets, once, and into the right place.

use crate::support::{Account, Daemon, Output};
use serde_json::{Value, json};

/// What is set in a project that is copied.
struct Source {
    daemon: Daemon,
    account: Account,
}

impl Source {
    fn start() -> Source {
        let daemon = Daemon::start();
        let account = daemon.register();
        let shop = json!({"name": "Shop", "settings": {"a": 1}, "retention_policy": {"events_days": 30}});
        account.user().patch(&format!("/projects/{}", account.project_id), shop).ok(200);
        let hook = account.webhook_id(
            "http://127.0.0.1:9/in",
            json!({"topics": ["order.*"], "name": "Till", "headers": {"X-Till": "1"}, "filters": [{"field": "n", "op": "eq", "value": 1}]}),
        );
        let plain = account.webhook_id("http://127.0.0.1:9/plain", json!({}));
        account.patch(&format!("/webhooks/{plain}"), json!({"secret": ""})).ok(200);
        let gone = account.webhook_id("http://127.0.0.1:9/gone", json!({}));
        account.delete(&format!("/webhooks/{gone}")).ok(200);
        account.post("/event-schemas", json!({"topic": "order.paid", "schema": {"type": "object"}})).ok(201);
        account
            .post(
                "/pipelines",
                json!({"name": "big", "webhook_id": hook, "steps": [{"type": "filter", "field": "n", "gt": 1.10}]}),
            )
            .ok(201);
        account.post("/jobs", json!({"name": "nightly", "cron": "0 3 * * *", "timezone": "Europe/Madrid", "topic": "night", "webhook_id": hook})).ok(201);
        account
            .post(
                "/jobs",
                json!({"name": "ping", "cron": "*/5 * * * *", "url": "http://127.0.0.1:9/ping", "secret": "s3cret"}),
            )
            .ok(201);
        account.event("order.paid", json!({"n": 1}));
        Source { daemon, account }
    }

    fn import(&self, to: &Account, args: &[&str]) -> Output {
        let from = format!("http://{}", self.daemon.address());
        let line = ["migrate", "import", "--from-url", &from];
        to.user_cli([&line[..], args].concat()).run()
    }
}

fn rows(output: &Output) -> Vec<Value> {
    output.read().as_array().expect("a list").clone()
}

/// Kind, name, result and what is missing of each line.
fn told(output: &Output) -> Vec<(String, String, String, String)> {
    let text = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
    let line = |row: &Value| (text(row, "kind"), text(row, "name"), text(row, "result"), row["missing"].to_string());
    rows(output).iter().map(line).collect()
}

fn list(api: &crate::support::Api, path: &str, key: &str, project: &str) -> Vec<Value> {
    let reply = api.call("GET", path).header("X-Project-Id", project).send().ok(200);
    reply[key].as_array().expect("a list").clone()
}

#[test]
fn a_project_is_copied_once() {
    let source = Source::start();
    let daemon = Daemon::start();
    let to = daemon.register();
    let token = ["--token", &source.account.token];
    let expected = |made: &str| -> Vec<(String, String, String, String)> {
        let secret = r#"["secret"]"#;
        [
            ("project", "Shop", r#"["api key"]"#),
            ("webhook", "http://127.0.0.1:9/plain", "[]"),
            ("webhook", "http://127.0.0.1:9/in", secret),
            ("schema", "order.paid", "[]"),
            ("pipeline", "big", "[]"),
            ("job", "ping", secret),
            ("job", "nightly", "[]"),
        ]
        .map(|(kind, name, missing)| {
            let missing = if made == "present" { "[]" } else { missing };
            (kind.to_owned(), name.to_owned(), made.to_owned(), missing.to_owned())
        })
        .to_vec()
    };
    let dry = source.import(&to, &[&token[..], &["--dry-run"]].concat());
    assert_eq!((dry.code, told(&dry)), (Some(0), expected("would be made")), "{}", dry.stderr);
    assert_eq!(to.user().get("/projects").ok(200)["data"].as_array().unwrap().len(), 1, "nothing was made");

    let run = source.import(&to, &[&token[..], &["--hold-jobs"]].concat());
    assert_eq!((run.code, told(&run)), (Some(0), expected("made")), "{}", run.stderr);
    let copy = rows(&run)[0]["id"].as_str().unwrap().to_owned();
    let project = to.user().get(&format!("/projects/{copy}")).ok(200);
    assert_eq!((&project["name"], &project["settings"]), (&json!("Shop"), &json!({"a": 1})));
    assert_eq!(project["retention_policy"], json!({"events_days": 30}));
    let (user, origin) = (to.user(), source.account.user());
    let home = &source.account.project_id;
    let pick = |row: &Value, fields: &[&str]| fields.iter().map(|name| row[*name].clone()).collect::<Vec<_>>();
    let config = ["url", "name", "topics", "headers", "filters", "body_config", "retry_config"];
    let hooks = list(&user, "/webhooks", "webhooks", &copy);
    let both = [&hooks, &list(&origin, "/webhooks", "webhooks", home)];
    // The newest comes first, and they are copied in that order.
    let [new, old] = both.map(|list| list.iter().map(|hook| pick(hook, &config)).collect::<Vec<_>>());
    assert_eq!(new.iter().rev().collect::<Vec<_>>(), old.iter().collect::<Vec<_>>());
    let till = hooks.iter().find(|hook| hook["name"] == "Till").unwrap();
    let pipeline = list(&user, "/pipelines", "data", &copy).remove(0);
    assert_eq!((&pipeline["webhook_id"], &pipeline["steps"][0]["gt"]), (&till["id"], &json!(1.1)));
    let jobs = list(&user, "/jobs?include=inactive", "jobs", &copy);
    let nightly = jobs.iter().find(|job| job["name"] == "nightly").unwrap();
    assert_eq!((&nightly["status"], &nightly["timezone"]), (&json!("inactive"), &json!("Europe/Madrid")));
    assert_eq!((&nightly["cron_expression"], &nightly["webhook_id"]), (&json!("0 3 * * *"), &till["id"]));
    let schema = list(&user, "/event-schemas", "data", &copy).remove(0);
    assert_eq!((&schema["topic"], &schema["schema"]), (&json!("order.paid"), &json!({"type": "object"})));
    assert!(list(&user, "/events", "events", &copy).is_empty(), "what was sent stays where it is");

    let again = source.import(&to, &token);
    assert_eq!((again.code, told(&again)), (Some(0), expected("present")), "{}", again.stderr);
}

#[test]
fn keys_stand_for_one_project() {
    let source = Source::start();
    let daemon = Daemon::start();
    let to = daemon.register();
    let key = source.account.key.clone();
    // From a key to a key: neither can make a project.
    let from = format!("http://{}", source.daemon.address());
    let cli = to.cli(["migrate", "import", "--from-url", &from, "--token", "-"]);
    let run = cli.stdin(&format!("{key}\n")).run();
    assert_eq!((run.code, rows(&run).len()), (Some(0), 6), "{}", run.stderr);
    assert_eq!(to.get("/webhooks").ok(200)["webhooks"].as_array().unwrap().len(), 2);
    assert!(!run.stdout.contains(&key) && !run.stderr.contains(&key));
    // To a project that is named.
    let till = to.user().post("/projects", json!({"name": "Till"})).ok(201)["id"].as_str().unwrap().to_owned();
    let run = source.import(&to, &["--token", &key, "--project", "Till"]);
    assert_eq!((run.code, rows(&run).len()), (Some(0), 6), "{}", run.stderr);
    assert_eq!(list(&to.user(), "/webhooks", "webhooks", &till).len(), 2);
}

#[test]
fn what_goes_wrong_is_said() {
    let source = Source::start();
    // Nothing is delivered to this machine there, so these webhooks are refused.
    let daemon = Daemon::bare(&[]);
    let to = daemon.register();
    let run = source.import(&to, &["--token", &source.account.token]);
    assert_eq!(run.code, Some(9), "{}", run.stderr);
    let failed: Vec<Value> = rows(&run).into_iter().filter(|row| row["result"] == "failed").collect();
    let kinds: Vec<&str> = failed.iter().map(|row| row["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["webhook", "webhook", "pipeline", "job", "job"]);
    assert!(failed.iter().all(|row| row["error"].as_str().is_some_and(|text| !text.is_empty())), "{failed:?}");

    source.account.user().post("/projects", json!({"name": "Other"})).ok(201);
    let token = ["--token", &*source.account.token];
    for (args, code, said) in [
        (&["--only", "Nowhere"][..], 2, "--only Nowhere: there is no such project"),
        (&["--project", "My Project"], 2, "2 projects cannot be copied into one"),
        (&["--project", "Nowhere", "--only", "Shop"], 2, "Nowhere: there is no project of that name"),
    ] {
        let run = source.import(&to, &[&token[..], args].concat());
        assert_eq!(run.code, Some(code), "{args:?}: {}", run.stderr);
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
    let run = source.import(&to, &["--token", "jc_live_wrong"]);
    assert_eq!(run.code, Some(4), "{}", run.stderr);
    assert!(run.stderr.contains("--token is for the server that is copied from"), "{}", run.stderr);
}
