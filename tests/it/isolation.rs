//! Two accounts on one server: what belongs to one does not exist for the other.

use crate::support::{Account, Answer, Api, Daemon, Receiver, until};
use serde_json::{Value, json};

/// Everything one account can own, and the paths that lead to it.
struct Estate {
    event: String,
    hook: String,
    delivery: String,
    letter: String,
    pipeline: String,
    replay: String,
    job: String,
    task: String,
    sandbox: String,
    key: String,
    source: String,
    project: String,
    /// The place of somebody in the project, and of somebody who is invited to it.
    member: String,
    invitation: String,
}

impl Estate {
    fn build(daemon: &Daemon, account: &Account, receiver: &Receiver) -> Estate {
        receiver.script("/in", [Answer::status(404)]);
        let hook = account.webhook_id(&receiver.url("/in"), json!({"name": "mine", "topics": ["order.*"]}));
        let event = account.event("order.created", json!({"order_id": "12345"}));
        let delivery = account.settled(&event)["id"].as_str().unwrap().to_owned();
        let letter = account.dead_letters()[0]["id"].as_str().unwrap().to_owned();
        let (mate, guest, user) = (daemon.register(), daemon.register(), account.user());
        let [member, invitation] = [&mate, &guest].map(|other| {
            let invite = json!({"email": other.email, "role": "viewer"});
            let place = user.post(&format!("/projects/{}/members", account.project_id), invite).ok(201);
            place["id"].as_str().unwrap().to_owned()
        });
        mate.user().post(&format!("/invitations/{member}/accept"), json!({})).ok(200);
        let job = account.post("/jobs", json!({"name": "mine"})).ok(201)["id"].as_str().unwrap().to_owned();
        account.post(&format!("/jobs/{job}/run"), json!({})).ok(200);
        let task = account.post("/tasks", json!({"type": "mine"})).ok(201)["id"].as_str().unwrap().to_owned();
        account.delete(&format!("/tasks/{task}")).ok(200);
        let project = account.project_id.clone();
        let pipeline = account.post("/pipelines", json!({"name": "mine", "topics": ["never"]})).ok(201);
        let pipeline = pipeline["id"].as_str().unwrap().to_owned();
        let replay = account.post("/replays", json!({"topic": "never"})).ok(201)["id"].as_str().unwrap().to_owned();
        until("the replay is over", || {
            let replay = account.get(&format!("/replays/{replay}")).ok(200);
            (replay["status"] == "completed").then_some(())
        });
        let sandbox = account.post("/sandbox-endpoints", json!({"name": "mine"})).ok(201);
        account.target("POST", sandbox["url"].as_str().unwrap()).raw("", "mine").send().ok(200);
        let sandbox = sandbox["id"].as_str().unwrap().to_owned();
        let key = account.post("/api-keys", json!({"description": "mine"})).ok(201)["id"].as_str().unwrap().to_owned();
        let source = account.post("/sources", json!({"preset": "acme"})).ok(201)["id"].as_str().unwrap().to_owned();
        Estate {
            event,
            hook,
            delivery,
            letter,
            pipeline,
            job,
            task,
            replay,
            sandbox,
            key,
            source,
            project,
            member,
            invitation,
        }
    }

    fn fill(&self, path: &str) -> String {
        path.replace("{event}", &self.event)
            .replace("{hook}", &self.hook)
            .replace("{delivery}", &self.delivery)
            .replace("{letter}", &self.letter)
            .replace("{pipeline}", &self.pipeline)
            .replace("{replay}", &self.replay)
            .replace("{job}", &self.job)
            .replace("{task}", &self.task)
            .replace("{sandbox}", &self.sandbox)
            .replace("{key}", &self.key)
            .replace("{source}", &self.source)
            .replace("{project}", &self.project)
            .replace("{member}", &self.member)
            .replace("{invitation}", &self.invitation)
    }
}

const ROUTES: &[(&str, &str, &str)] = &[
    ("GET", "/events/{event}", "Event not found"),
    ("DELETE", "/events/{event}", "Event not found"),
    ("GET", "/webhooks/{hook}", "Webhook not found"),
    ("PATCH", "/webhooks/{hook}", "Webhook not found"),
    ("PUT", "/webhooks/{hook}", "Webhook not found"),
    ("DELETE", "/webhooks/{hook}", "Webhook not found"),
    ("GET", "/webhooks/{hook}/health", "Webhook not found"),
    ("POST", "/webhooks/{hook}/test", "Webhook not found"),
    ("POST", "/webhooks/{hook}/rotate-secret", "Webhook not found"),
    ("GET", "/deliveries/{delivery}", "Delivery not found"),
    ("POST", "/deliveries/{delivery}/retry", "Delivery not found"),
    ("GET", "/dead-letters/{letter}", "Dead letter not found"),
    ("POST", "/dead-letters/{letter}/retry", "Dead letter not found"),
    ("PATCH", "/dead-letters/{letter}/resolve", "Dead letter not found"),
    ("POST", "/dead-letters/{letter}/resolve", "Dead letter not found"),
    ("GET", "/pipelines/{pipeline}", "Pipeline not found"),
    ("PATCH", "/pipelines/{pipeline}", "Pipeline not found"),
    ("DELETE", "/pipelines/{pipeline}", "Pipeline not found"),
    ("POST", "/pipelines/{pipeline}/test", "Pipeline not found"),
    ("GET", "/replays/{replay}", "Replay not found"),
    ("DELETE", "/replays/{replay}", "Replay not found"),
    ("GET", "/jobs/{job}", "Job not found"),
    ("PATCH", "/jobs/{job}", "Job not found"),
    ("DELETE", "/jobs/{job}", "Job not found"),
    ("GET", "/jobs/{job}/runs", "Job not found"),
    ("POST", "/jobs/{job}/run", "Job not found"),
    ("GET", "/tasks/{task}", "Task not found"),
    ("DELETE", "/tasks/{task}", "Task not found"),
    ("POST", "/tasks/{task}/retry", "Task not found"),
    ("GET", "/sources/{source}", "Source not found"),
    ("PATCH", "/sources/{source}", "Source not found"),
    ("DELETE", "/sources/{source}", "Source not found"),
    ("POST", "/sources/{source}/rotate-secret", "Source not found"),
    ("GET", "/sources/{source}/rejections", "Source not found"),
    ("PATCH", "/sandbox-endpoints/{sandbox}", "Sandbox endpoint not found"),
    ("DELETE", "/sandbox-endpoints/{sandbox}", "Sandbox endpoint not found"),
    ("GET", "/sandbox-endpoints/{sandbox}/requests", "Sandbox endpoint not found"),
    ("GET", "/sandbox-endpoints/{hook}/requests", "Sandbox endpoint not found"),
    ("PATCH", "/api-keys/{key}", "API key not found"),
    ("DELETE", "/api-keys/{key}", "API key not found"),
    ("POST", "/api-keys/{key}/rotate", "API key not found"),
    // Ids of one kind mean nothing in the place of another.
    ("GET", "/events/{hook}", "Event not found"),
    ("GET", "/webhooks/{event}", "Webhook not found"),
    ("GET", "/pipelines/{hook}", "Pipeline not found"),
];

/// Those of a signed-in user.
const OF_USERS: [(&str, &str, &str); 15] = [
    ("GET", "/projects/{project}", "Project not found"),
    ("PATCH", "/projects/{project}", "Project not found"),
    ("DELETE", "/projects/{project}", "Project not found"),
    ("PATCH", "/projects/{project}/default", "Project not found"),
    ("GET", "/projects/{project}/members", "Project not found"),
    ("POST", "/projects/{project}/members", "Project not found"),
    ("PATCH", "/projects/{project}/members/{member}", "Project not found"),
    ("DELETE", "/projects/{project}/members/{member}", "Project not found"),
    ("PATCH", "/projects/{own}/members/{member}", "Member not found"),
    ("DELETE", "/projects/{own}/members/{member}", "Member not found"),
    ("PATCH", "/projects/{own}/members/{invitation}", "Member not found"),
    ("POST", "/invitations/{invitation}/accept", "Invitation not found"),
    ("POST", "/invitations/{invitation}/reject", "Invitation not found"),
    ("POST", "/invitations/{member}/accept", "Invitation not found"),
    ("GET", "/projects/{hook}", "Project not found"),
];

/// All an account can see of its own, as one value.
fn snapshot(api: &Api, estate: &Estate) -> Value {
    let paths = [
        "/events/{event}",
        "/webhooks/{hook}",
        "/webhooks/{hook}/health",
        "/deliveries/{delivery}",
        "/dead-letters/{letter}",
        "/pipelines/{pipeline}",
        "/replays/{replay}",
        "/replays",
        "/pipelines?include=inactive",
        "/jobs/{job}",
        "/jobs/{job}/runs",
        "/jobs?include=inactive",
        "/tasks/{task}",
        "/tasks",
        "/sandbox-endpoints?include=expired",
        "/sources?include=inactive",
        "/sources/{source}",
        "/sandbox-endpoints/{sandbox}/requests",
        "/events?include=inactive",
        "/webhooks?include=inactive",
        "/deliveries",
        "/dead-letters?resolved=all",
        "/topics",
        "/api-keys",
        "/project",
    ];
    paths.iter().map(|path| api.get(&estate.fill(path)).ok(200)).collect()
}

/// As [`snapshot`], for what only the user sees.
fn user_snapshot(user: &Api, estate: &Estate) -> Value {
    let paths =
        ["/projects", "/projects/{project}", "/projects/{project}/members", "/invitations/pending", "/audit-log"];
    paths.iter().map(|path| user.get(&estate.fill(path)).ok(200)).collect()
}

#[test]
fn every_id_of_one_is_absent_for_the_other() {
    let daemon = Daemon::shared();
    let receiver = Receiver::start();
    let (owner, stranger) = (daemon.register(), daemon.register());
    let estate = Estate::build(&daemon, &owner, &receiver);
    Estate::build(&daemon, &stranger, &receiver);
    let before = snapshot(&owner, &estate);
    let sent = receiver.hits("/in").len();
    for (method, path, error) in ROUTES {
        let body = json!({"name": "stolen", "status": "inactive", "payload": {"x": 1}, "secret": "known"});
        for api in [&*stranger, &stranger.user()] {
            let reply = api.call(method, &estate.fill(path)).json(body.clone()).send();
            assert_eq!(reply.status, 404, "{method} {path}: {}", reply.text);
            reply.fails(404, error);
        }
    }
    assert_eq!(snapshot(&owner, &estate), before, "something of the owner has changed");
    assert_eq!(receiver.hits("/in").len(), sent, "something was sent");
}

#[test]
fn nor_does_it_exist_for_another_user() {
    let daemon = Daemon::shared();
    let receiver = Receiver::start();
    let (owner, stranger) = (daemon.register(), daemon.register());
    let estate = Estate::build(&daemon, &owner, &receiver);
    let before = user_snapshot(&owner.user(), &estate);
    for (method, path, error) in OF_USERS {
        let path = estate.fill(path).replace("{own}", &stranger.project_id);
        let body = json!({"name": "stolen", "role": "viewer", "email": stranger.email});
        let reply = stranger.user().call(method, &path).json(body).send();
        assert_eq!(reply.status, 404, "{method} {path}: {}", reply.text);
        reply.fails(404, error);
    }
    for path in ["/projects", "/invitations/pending"] {
        let text = stranger.user().get(path).text;
        assert!(!text.contains(&owner.project_id), "{path}: {text}");
    }
    assert_eq!(user_snapshot(&owner.user(), &estate), before, "something of the owner has changed");
}

#[test]
fn foreign_and_absent_look_the_same() {
    let daemon = Daemon::shared();
    let receiver = Receiver::start();
    let (owner, stranger) = (daemon.register(), daemon.register());
    let estate = Estate::build(&daemon, &owner, &receiver);
    for (method, path, _) in ROUTES {
        let foreign = stranger.call(method, &estate.fill(path)).json(json!({})).send();
        let nowhere = path.split('{').next().unwrap().to_owned() + crate::support::NO_ID;
        let rest = path.split('}').nth(1).unwrap_or_default();
        let absent = stranger.call(method, &format!("{nowhere}{rest}")).json(json!({})).send();
        assert_eq!((foreign.status, &foreign.text), (absent.status, &absent.text), "{method} {path}");
    }
}

#[test]
fn lists_and_filters_stay_inside_the_project() {
    let daemon = Daemon::shared();
    let receiver = Receiver::start();
    let (owner, stranger) = (daemon.register(), daemon.register());
    let estate = Estate::build(&daemon, &owner, &receiver);
    for (path, key) in [
        ("/events?include=inactive", "events"),
        ("/events?topic=order.*", "events"),
        ("/events?search=12345", "events"),
        ("/webhooks?include=inactive", "webhooks"),
        ("/webhooks/health", "data"),
        ("/deliveries", "deliveries"),
        ("/deliveries?event_id={event}", "deliveries"),
        ("/deliveries?webhook_id={hook}", "deliveries"),
        ("/dead-letters?resolved=all", "dead_letters"),
        ("/dead-letters?webhook_id={hook}", "dead_letters"),
        ("/pipelines?include=inactive", "data"),
        ("/deliveries?replay_id={replay}", "deliveries"),
        ("/jobs?include=inactive", "jobs"),
        ("/sandbox-endpoints?include=expired", "data"),
        ("/sources?include=inactive", "sources"),
        ("/topics", "topics"),
        ("/audit-log?resource_id={hook}", "data"),
        ("/audit-log?resource_id={event}", "data"),
        ("/audit-log?action=webhook.*", "data"),
        ("/export/audit-log?format=json&resource_id={hook}", "data"),
        ("/export/audit-log?format=json&action=webhook.*", "data"),
        ("/export/events?format=json&include=inactive", "data"),
        ("/export/deliveries?format=json", "data"),
        ("/export/jobs?format=json", "data"),
        ("/export/deliveries?format=json&webhook_id={hook}", "data"),
        ("/export/deliveries?format=json&event_id={event}", "data"),
        ("/analytics/events-per-day", "data"),
        ("/analytics/deliveries-per-day", "data"),
        ("/analytics/top-topics", "data"),
        ("/analytics/webhook-stats", "data"),
    ] {
        assert_eq!(stranger.get(&estate.fill(path)).ok(200)[key], json!([]), "{path}");
    }
    // A cursor of another project is a place in time, nothing more.
    let list = stranger.get(&format!("/events?cursor={}", estate.event)).ok(200);
    assert_eq!(list["events"], json!([]));
}

#[test]
fn events_reach_the_webhooks_of_their_project_only() {
    let daemon = Daemon::shared();
    let receiver = Receiver::start();
    let (owner, stranger) = (daemon.register(), daemon.register());
    owner.webhook(&receiver.url("/owner"), json!({}));
    stranger.webhook(&receiver.url("/stranger"), json!({}));
    owner.settled(&owner.event("t", json!({})));
    assert_eq!(stranger.post("/simulate", json!({})).ok(200)["matching_webhooks"], 1);
    stranger.settled(&stranger.event("t", json!({})));
    assert_eq!((receiver.hits("/owner").len(), receiver.hits("/stranger").len()), (1, 1));
}

#[test]
fn a_project_cannot_be_chosen_by_a_stranger() {
    let daemon = Daemon::shared();
    let (owner, stranger) = (daemon.register(), daemon.register());
    let before = owner.get("/project").ok(200);
    for (method, path) in [
        ("GET", "/project"),
        ("PATCH", "/project"),
        ("GET", "/token"),
        ("POST", "/token/regenerate"),
        ("GET", "/events"),
        ("GET", "/audit-log"),
        ("GET", "/export/audit-log"),
        ("GET", "/export/events"),
        ("GET", "/analytics/events-per-day"),
        ("GET", "/retention"),
        ("PATCH", "/retention"),
        ("POST", "/purge"),
    ] {
        let body = json!({"name": "stolen"});
        let by_header = stranger.user().call(method, path).header("X-Project-Id", &owner.project_id).json(body.clone());
        by_header.send().fails(404, "Project not found");
        let by_query = stranger.user().call(method, &format!("{path}?project_id={}", owner.project_id)).json(body);
        by_query.send().fails(404, "Project not found");
    }
    assert_eq!(owner.get("/project").ok(200), before);
}

#[test]
fn changes_of_one_do_not_touch_the_other() {
    let daemon = Daemon::shared();
    let (one, two) = (daemon.register(), daemon.register());
    one.patch("/project", json!({"name": "one", "settings": {"allowed_ips": ["203.0.113.9"]}})).ok(200);
    one.user().patch("/token", json!({"scopes": ["events:read"]})).ok(200);
    one.user().post("/token/regenerate", json!({})).ok(200);
    one.user().call("POST", "/auth/logout").send().ok(200);
    assert_eq!(two.get("/project").ok(200)["name"], "My Project");
    two.post("/events", json!({})).ok(202);
    two.user().get("/project").ok(200);
}
