//! Every call that changes something, one by one: the entries it leaves in the audit log, and that
//! the same call leaves none when it fails. The documented routes are walked, so a new one has to
//! be named here.

mod automation;

use crate::shape::routes::ROUTES;
use crate::support::{Account, Answer, Api, Daemon, NO_ID, PASSWORD, Receiver, unique};
use serde_json::{Value, json};

/// Routes that change nothing of which the log tells, and why.
const UNRECORDED: [(&str, &str, &str); 6] = [
    ("POST", "/auth/local", "it asks for a proof of the master key; its entry is tested beside it"),
    ("POST", "/auth/refresh", "it goes on with a session that is recorded already"),
    ("POST", "/simulate", "it changes nothing"),
    ("POST", "/event-schemas/validate", "it changes nothing"),
    ("POST", "/purge/preview", "it changes nothing"),
    ("PATCH", "/projects/{id}/default", "what a user looks at first is nobody else's concern"),
];

/// Routes of areas that walk their own.
const ELSEWHERE: [&str; 4] = ["/me", "/admin", "/auth/", "/api-keys"];

struct Walk {
    daemon: Daemon,
    owner: Account,
    /// Routes that were called.
    seen: Vec<(&'static str, &'static str)>,
}

impl Walk {
    /// All actions so far, oldest first; those of events come last, for they have no rows.
    fn actions(&self) -> Vec<String> {
        let db = self.daemon.database();
        let mut rows = db.prepare("SELECT action FROM audit_log ORDER BY id").unwrap();
        let mut actions: Vec<String> = rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let events = self.owner.user().get("/audit-log?action=event.created&limit=100");
        let count = events.json["data"].as_array().map_or(0, Vec::len);
        actions.extend((0..count).map(|_| "event.created".to_owned()));
        actions
    }

    /// What was added since.
    fn added(&self, mut before: Vec<String>) -> Vec<String> {
        let left = |action: String| match before.iter().position(|known| *known == action) {
            Some(at) => {
                before.remove(at);
                None
            }
            None => Some(action),
        };
        self.actions().into_iter().filter_map(left).collect()
    }

    /// Makes a call that must succeed and one that must fail, and compares their entries.
    #[track_caller]
    fn step(
        &mut self,
        by: &Api,
        route: (&'static str, &'static str),
        ids: &[&str],
        body: Value,
        actions: &[&str],
    ) -> Value {
        let (method, path) = route;
        self.seen.push(route);
        let before = self.actions();
        self.fail(by, route, ids, &body);
        assert_eq!(self.added(before.clone()), [""; 0], "{method} {path} failed");
        let reply = by.call(method, &filled(path, ids)).json(body).send();
        // A test call tells of its failure by its status, and was made all the same.
        let made = reply.status < 300 || reply.json["success"] == false;
        assert!(made, "{method} {path}: {} {}", reply.status, reply.text);
        let mut added = self.added(before);
        added.sort();
        let mut wanted = actions.to_vec();
        wanted.sort_unstable();
        assert_eq!(added, wanted, "{method} {path}");
        reply.json
    }

    /// The same call in every way that it can fail.
    #[track_caller]
    fn fail(&self, by: &Api, (method, path): (&str, &str), ids: &[&str], body: &Value) {
        let fails = |api: &Api, path: &str, what: &str| {
            let call = api.call(method, path);
            let reply = match what {
                "broken" => call.raw("application/json", "{").send(),
                _ => call.json(body.clone()).send(),
            };
            assert!(reply.status >= 400, "{method} {path} {what}: {} {}", reply.status, reply.text);
        };
        let reads_body = body.as_object().is_some_and(|members| !members.is_empty());
        if reads_body {
            fails(by, &filled(path, ids), "broken");
        }
        if !path.starts_with("/auth/") || path == "/auth/logout" {
            fails(&by.anonymous(), &filled(path, ids), "by nobody");
            fails(&by.with("jc_live_unknown"), &filled(path, ids), "with an unknown key");
        }
        for at in 0..ids.len() {
            let mut ids = ids.to_vec();
            ids[at] = NO_ID;
            fails(by, &filled(path, &ids), "with an unknown id");
        }
    }
}

/// The path with ids in the places of `{…}`.
fn filled(path: &str, ids: &[&str]) -> String {
    let mut ids = ids.iter();
    let fill =
        |part: &str| if part.starts_with('{') { ids.next().expect("an id").to_string() } else { part.to_owned() };
    path.split('/').map(fill).collect::<Vec<_>>().join("/")
}

fn id(json: &Value) -> String {
    json["id"].as_str().unwrap_or_else(|| panic!("no id in {json}")).to_owned()
}

fn accounts(walk: &mut Walk) {
    let api = walk.daemon.api();
    let email = format!("{}@example.org", unique("walker"));
    let body = json!({"email": email, "password": PASSWORD});
    let made = ["user.registered", "project.created", "api_key.created"];
    walk.step(&api, ("POST", "/auth/register"), &[], body.clone(), &made);
    let login = walk.step(&api, ("POST", "/auth/login"), &[], body, &["user.login"]);
    let user = api.with(login["token"].as_str().unwrap());
    walk.step(&user, ("POST", "/auth/logout"), &[], json!({}), &["user.logout"]);
    // The one failure that is told of: someone tried to get in.
    for (email, wrong) in [(email.clone(), "Wrong-Horse-77"), ("nobody@example.org".to_owned(), PASSWORD)] {
        let before = walk.actions();
        api.post("/auth/login", json!({"email": email, "password": wrong})).fails(401, "Invalid email or password");
        assert_eq!(walk.added(before), ["user.login_failed"]);
    }
    for _ in 0..3 {
        api.post("/auth/login", json!({"email": email, "password": "Wrong-Horse-77"}))
            .fails(401, "Invalid email or password");
    }
    let before = walk.actions();
    assert_eq!(api.post("/auth/login", json!({"email": email, "password": "Wrong-Horse-77"})).status, 423);
    let mut added = walk.added(before);
    added.sort();
    assert_eq!(added, ["user.locked", "user.login_failed"]);
}

fn projects(walk: &mut Walk) {
    let (owner, key) = (walk.owner.user(), walk.owner.with(&walk.owner.key));
    let new = ["project.created", "api_key.created"];
    let second = id(&walk.step(&owner, ("POST", "/projects"), &[], json!({"name": "Two"}), &new));
    walk.step(&owner, ("PATCH", "/projects/{id}"), &[&second], json!({"name": "Due"}), &["project.updated"]);
    walk.step(&owner, ("DELETE", "/projects/{id}"), &[&second], json!({}), &["project.deleted"]);
    walk.step(&key, ("PATCH", "/project"), &[], json!({"name": "Shop"}), &["project.updated"]);
    walk.step(&key, ("PATCH", "/token"), &[], json!({"name": "Till"}), &["api_key.updated"]);
    walk.step(&owner, ("POST", "/token/regenerate"), &[], json!({}), &["api_key.regenerated"]);
    for (path, body) in [("/project", json!({"name": ""})), ("/token", json!({"scopes": []}))] {
        let before = walk.actions();
        assert_eq!(owner.patch(path, body).status, 422);
        assert_eq!(walk.added(before), [""; 0], "PATCH {path} is refused");
    }
}

fn members(walk: &mut Walk) {
    let (owner, project) = (walk.owner.user(), walk.owner.project_id.clone());
    let guests = [0; 3].map(|_| walk.daemon.register());
    let places = guests.clone().map(|guest| {
        let body = json!({"email": guest.email, "role": "member"});
        let place = walk.step(&owner, ("POST", "/projects/{id}/members"), &[&project], body, &["member.invited"]);
        id(&place)
    });
    let [one, two, three] = &guests;
    walk.step(&one.user(), ("POST", "/invitations/{id}/accept"), &[&places[0]], json!({}), &["member.accepted"]);
    walk.step(&two.user(), ("POST", "/invitations/{id}/reject"), &[&places[1]], json!({}), &["member.rejected"]);
    walk.step(&three.user(), ("POST", "/invitations/{id}/accept"), &[&places[2]], json!({}), &["member.accepted"]);
    let route = "/projects/{id}/members/{id}";
    let role = json!({"role": "viewer"});
    walk.step(&owner, ("PATCH", route), &[&project, &places[0]], role, &["member.role_changed"]);
    walk.step(&owner, ("DELETE", route), &[&project, &places[0]], json!({}), &["member.removed"]);
    walk.step(&three.user(), ("DELETE", route), &[&project, &places[2]], json!({}), &["member.left"]);
    // Who may not, leaves nothing either.
    let stranger = walk.daemon.register();
    let before = walk.actions();
    let body = json!({"email": stranger.email});
    stranger.user().post(&format!("/projects/{project}/members"), body).fails(404, "Project not found");
    assert_eq!(walk.added(before), [""; 0]);
}

fn data(walk: &mut Walk) {
    let owner = walk.owner.user();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::status(404)]);
    let (target, other) = (receiver.url("/in"), receiver.url("/other"));
    let hook = json!({"url": target, "topics": ["t"]});
    let hook = id(&walk.step(&owner, ("POST", "/webhooks"), &[], hook, &["webhook.created"]));
    let one = "/webhooks/{id}";
    let renamed = |name: &str| json!({ "name": name });
    walk.step(&owner, ("PATCH", one), &[&hook], renamed("a"), &["webhook.updated"]);
    walk.step(&owner, ("PUT", one), &[&hook], renamed("b"), &["webhook.updated"]);
    walk.step(&owner, ("POST", "/webhooks/{id}/rotate-secret"), &[&hook], json!({}), &["webhook.updated"]);
    walk.step(&owner, ("POST", "/webhooks/{id}/test"), &[&hook], json!({}), &["webhook.tested"]);
    let event = json!({"topic": "t", "payload": {"secret": "in the payload"}});
    let sent = id(&walk.step(&owner, ("POST", "/events"), &[], event.clone(), &["event.created"]));
    walk.step(&owner, ("POST", "/send"), &[], event.clone(), &["event.created"]);
    let batch = json!({"events": [event, 5]});
    walk.step(&owner, ("POST", "/events/batch"), &[], batch, &["event.batch_created"]);
    let keyed = walk.owner.user();
    let find = |path: &str, key: &str| -> Vec<String> {
        let list = keyed.get(path).ok(200);
        list[key].as_array().unwrap().iter().map(id).collect()
    };
    let letters = crate::support::until("three deliveries are dead letters", || {
        Some(find("/dead-letters", "dead_letters")).filter(|list| list.len() == 3)
    });
    let delivery = find(&format!("/deliveries?event_id={sent}"), "deliveries").remove(0);
    walk.step(&owner, ("POST", "/deliveries/{id}/retry"), &[&delivery], json!({}), &["delivery.retried"]);
    walk.step(&owner, ("POST", "/dead-letters/{id}/retry"), &[&letters[0]], json!({}), &["dead_letter.retried"]);
    let resolve = "/dead-letters/{id}/resolve";
    walk.step(&owner, ("PATCH", resolve), &[&letters[1]], json!({}), &["dead_letter.resolved"]);
    walk.step(&owner, ("POST", resolve), &[&letters[2]], json!({}), &["dead_letter.resolved"]);
    walk.step(&owner, ("DELETE", "/events/{id}"), &[&sent], json!({}), &["event.deleted"]);
    walk.step(&owner, ("DELETE", one), &[&hook], json!({}), &["webhook.deleted"]);
    for path in ["/export/events", "/export/deliveries", "/export/jobs", "/export/audit-log"] {
        walk.step(&owner, ("GET", path), &[], json!({}), &["data.exported"]);
    }
    walk.step(&owner, ("PATCH", "/retention"), &[], json!({"events_days": 7}), &["retention.updated"]);
    let old = json!({"type": "dead_letters", "older_than": "1d"});
    walk.step(&owner, ("POST", "/purge"), &[], old.clone(), &["data.purged"]);
    let before = walk.actions();
    owner.post("/webhooks", json!({"url": other, "topics": 5})).invalid("topics");
    owner.get("/export/audit-log?format=xml").fails(400, "format must be csv, json or ndjson");
    owner.post("/purge/preview", old).ok(200);
    owner.post("/purge", json!({"type": "x", "older_than": "1d"})).invalid("type");
    owner.patch("/retention", json!({"events_days": -1})).invalid("events_days");
    assert_eq!(walk.added(before), [""; 0]);
}

fn sandboxes(walk: &mut Walk) {
    let owner = walk.owner.user();
    let route = ("POST", "/sandbox-endpoints");
    let made = walk.step(&owner, route, &[], json!({"name": "s"}), &["sandbox.created"]);
    let (slug, made) = (made["url"].as_str().unwrap().to_owned(), id(&made));
    let one = "/sandbox-endpoints/{id}";
    walk.step(&owner, ("PATCH", one), &[&made], json!({"name": "t"}), &["sandbox.updated"]);
    let before = walk.actions();
    owner.patch(&filled(one, &[&made]), json!({"name": "t"})).ok(200);
    owner.post("/sandbox-endpoints", json!({"ttl_hours": 0})).invalid("ttl_hours");
    owner.target("POST", &slug).raw("text/plain", "in the payload").send().ok(200);
    assert_eq!(walk.added(before), [""; 0]);
    walk.step(&owner, ("DELETE", one), &[&made], json!({}), &["sandbox.deleted"]);
}

/// Tokens, and what their holders do: the entries of these name no user.
fn embeds(walk: &mut Walk) {
    let (owner, receiver) = (walk.owner.user(), Receiver::start());
    receiver.script("/portal", [Answer::status(404)]);
    let new = json!({"tenant": "t"});
    let made = walk.step(&owner, ("POST", "/embed/tokens"), &[], new, &["embed_token.created"]);
    let visitor = owner.with(made["token"].as_str().unwrap());
    let hook = json!({"url": receiver.url("/portal"), "topics": ["portal"]});
    let hook = id(&walk.step(&visitor, ("POST", "/embed/webhooks"), &[], hook, &["webhook.created"])["data"]);
    let (one, topics) = ("/embed/webhooks/{id}", json!({"topics": ["portal", "x"]}));
    walk.step(&visitor, ("PATCH", one), &[&hook], topics, &["webhook.updated"]);
    walk.step(&visitor, ("POST", "/embed/webhooks/{id}/test"), &[&hook], json!({}), &["webhook.tested"]);
    let event = walk.owner.user().post("/events", json!({"topic": "portal", "payload": {}})).ok(202);
    let path = format!("/deliveries?event_id={}", event["event_id"].as_str().unwrap());
    let failed = crate::support::until("the delivery has failed", || {
        let list = owner.get(&path).ok(200);
        list["deliveries"].as_array().unwrap().iter().find(|d| d["status"] == "failed").map(id)
    });
    let retry = ("POST", "/embed/deliveries/{id}/retry");
    walk.step(&visitor, retry, &[&failed], json!({}), &["delivery.retried"]);
    walk.step(&visitor, ("DELETE", one), &[&hook], json!({}), &["webhook.deleted"]);
    let entry = owner.get("/audit-log?limit=1").ok(200)["data"][0].clone();
    assert_eq!((&entry["actor_type"], &entry["user_id"]), (&json!("embed_token"), &Value::Null));
    assert_eq!(entry["metadata"]["embed_token_prefix"], made["data"]["prefix"]);
    let token = id(&made["data"]);
    walk.step(&owner, ("DELETE", "/embed/tokens/{id}"), &[&token], json!({}), &["embed_token.revoked"]);
    let before = walk.actions();
    owner.delete(&format!("/embed/tokens/{token}")).ok(200);
    owner.post("/embed/tokens", json!({"tenant": ""})).invalid("tenant");
    assert_eq!(walk.added(before), [""; 0]);
}

/// Where people are told of trouble: one configuration, without ids in its paths.
fn channels(walk: &mut Walk) {
    let (owner, receiver) = (walk.owner.user(), Receiver::start());
    let (all, test) = ("/notification-channels", "/notification-channels/test");
    owner.delete(all).fails(404, "No notification channel configured");
    let new = json!({"channel": "webhook", "config": {"url": receiver.url("/alerts")}});
    walk.step(&owner, ("PUT", all), &[], new, &["notification_channel.updated"]);
    walk.step(&owner, ("POST", test), &[], json!({"channel": "webhook"}), &["notification_channel.tested"]);
    let before = walk.actions();
    owner.post(test, json!({"channel": "slack"})).fails(422, "Channel slack is not enabled");
    owner.delete("/notification-channels?channel=slack").fails(404, "No notification channel configured");
    assert_eq!(walk.added(before), [""; 0]);
    walk.step(&owner, ("DELETE", all), &[], json!({}), &["notification_channel.deleted"]);
}

#[test]
fn every_call_leaves_its_entries_and_a_failing_one_none() {
    let daemon = Daemon::start();
    let owner = daemon.register();
    let mut walk = Walk { daemon, owner, seen: Vec::new() };
    accounts(&mut walk);
    projects(&mut walk);
    members(&mut walk);
    data(&mut walk);
    channels(&mut walk);
    automation::pipelines(&mut walk);
    automation::jobs(&mut walk);
    automation::tasks(&mut walk);
    automation::replays(&mut walk);
    automation::schemas(&mut walk);
    automation::sources(&mut walk);
    sandboxes(&mut walk);
    embeds(&mut walk);
    let known = |method: &str, path: &str| {
        walk.seen.contains(&(method, path)) || UNRECORDED.iter().any(|(m, p, _)| (*m, *p) == (method, path))
    };
    let changes = ROUTES.iter().filter(|(method, _)| *method != "GET");
    let forgotten: Vec<_> = changes
        .filter(|(method, path)| !known(method, path) && !ELSEWHERE.iter().any(|area| path.starts_with(area)))
        .collect();
    assert!(forgotten.is_empty(), "say which entries these leave: {forgotten:?}");

    // No entry tells a secret, an address or a payload.
    let db = walk.daemon.database();
    let mut rows = db.prepare("SELECT action || metadata FROM audit_log").unwrap();
    let texts: Vec<String> = rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for secret in ["@example.org", "in the payload", "jc_live_", "jcr_", "whsec_", "eyJ", PASSWORD, "Wrong-Horse"] {
        // The first twelve characters of a key are shown so that keys can be told apart.
        let tells = |text: &&String| text.replace("\"jc_live_", "").contains(secret);
        assert_eq!(texts.iter().find(tells), None, "{secret}");
    }
}
