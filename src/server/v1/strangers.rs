//! Two accounts, and every route there is: what belongs to one does not exist for the other. The
//! table is walked, so a new route is judged without being named here; only what its parameters
//! lead to has to be known.

use crate::base::Id;
use crate::domain::access::Account;
use crate::domain::member::{Guest, Invite};
use crate::engine::accounts::Registered;
use crate::engine::testing::{TestEngine, account};
use crate::engine::{invitations, members};
use crate::server::testing::Api;
use crate::server::{Class, Row, routes};
use serde_json::Value;

struct Scene {
    engine: TestEngine,
    api: Api,
    owner: Registered,
    stranger: Registered,
    /// Of the owner: the parameter, or for `{id}` the segment before it → id.
    ids: Vec<(&'static str, String)>,
}

impl Scene {
    async fn new() -> Scene {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        let owner = engine.register("ana@example.org").await;
        let (stranger, mate) = (engine.register("eva@example.org").await, engine.register("ina@example.org").await);
        let place = join(&engine, &owner, &mate).await;
        let hook = r#"{"url":"https://example.com/hook","topics":["never"]}"#;
        let hook = id(&api.call("POST /webhooks", &owner.api_key, hook).await.1);
        let event = id(&api.call("POST /events", &owner.api_key, r#"{"topic":"t"}"#).await.1);
        let (of, to) = (Id::parse(&event).expect("id"), Id::parse(&hook).expect("id"));
        let delivery = engine.delivery(owner.project, of, to).await;
        engine.failed(owner.project, delivery).await;
        let pipeline = id(&api.call("POST /pipelines", &owner.api_key, r#"{"name":"p"}"#).await.1);
        let replay = id(&api.call("POST /replays", &owner.api_key, "{}").await.1);
        // It changes by itself until it is done.
        while api.call(&format!("GET /replays/{replay}"), &owner.api_key, "").await.1["status"] != "completed" {
            tokio::task::yield_now().await;
        }
        let schema = r#"{"topic":"strict","schema":{"required":["a"]}}"#;
        let schema = id(&api.call("POST /event-schemas", &owner.api_key, schema).await.1);
        let task = id(&api.call("POST /tasks", &owner.api_key, r#"{"type":"x"}"#).await.1);
        let job = id(&api.call("POST /jobs", &owner.api_key, r#"{"name":"n","url":"https://example.com/"}"#).await.1);
        let sandbox = id(&api.call("POST /sandbox-endpoints", &owner.api_key, "").await.1);
        let source = id(&api.call("POST /sources", &owner.api_key, r#"{"preset":"acme"}"#).await.1);
        let embed = api.call("POST /embed/tokens", &owner.api_key, "").await.1;
        let key = api.call("POST /api-keys", &owner.api_key, "").await.1;
        let letters = api.call("GET /dead-letters", &owner.api_key, "").await.1;
        join(&engine, &mate, &owner).await;
        let logins = api.call("GET /me/sessions", &owner.tokens.access, "").await.1;
        let notices = api.call("GET /me/notifications", &owner.tokens.access, "").await.1;
        let ids = vec![
            ("sessions", id(&logins["data"][0])),
            ("notifications", id(&notices["data"][0])),
            ("projects", owner.project.to_string()),
            ("mid", place.clone()),
            ("invitations", place),
            ("webhooks", hook),
            ("event-schemas", schema),
            ("events", event),
            ("jobs", job),
            ("tasks", task),
            ("deliveries", delivery.to_string()),
            ("dead-letters", id(&letters["data"][0])),
            ("pipelines", pipeline),
            ("replays", replay),
            ("sandbox-endpoints", sandbox),
            ("sources", source),
            ("tokens", id(&embed["data"])),
            ("api-keys", id(&key)),
        ];
        Scene { engine, api, owner, stranger, ids }
    }

    /// The path of a row with the owner's ids in it.
    fn path(&self, row: &Row) -> String {
        let path = row.path.strip_prefix("/api/v1").expect("only these rows have parameters");
        let mut noun = "";
        let fill = |segment| {
            let before = std::mem::replace(&mut noun, segment);
            let Some(name) = str::strip_prefix(segment, "{") else { return segment.to_owned() };
            let key = if name == "id}" { before } else { name.trim_end_matches('}') };
            let known = self.ids.iter().find(|(k, _)| *k == key);
            known.unwrap_or_else(|| panic!("say here what {{{name} of {path} leads to")).1.clone()
        };
        path.split('/').map(fill).collect::<Vec<_>>().join("/")
    }

    /// All that is the owner's, as far as it is shown.
    async fn estate(&self) -> Vec<Value> {
        let mut shown = Vec::new();
        for row in routes().rows().iter().filter(|row| row.method == "GET" && is_theirs(row)) {
            shown.push(self.api.call(&format!("GET {}", self.path(row)), &self.owner.tokens.access, "").await.1);
        }
        for list in ["/audit-log", "/me", "/me/sessions", "/me/notifications", "/me/consents"] {
            shown.push(self.api.call(&format!("GET {list}"), &self.owner.tokens.access, "").await.1);
        }
        shown
    }
}

/// Whether the row leads to something of somebody; operators have tests of their own.
fn is_theirs(row: &Row) -> bool {
    row.path.contains('{') && !matches!(row.class, Class::Open | Class::Embed(_) | Class::Admin { .. })
}

fn id(of: &Value) -> String {
    of["id"].as_str().expect("id").to_owned()
}

async fn join(engine: &TestEngine, owner: &Registered, mate: &Registered) -> String {
    let (by, guest): (Account, Account) = (account(engine, owner).await, account(engine, mate).await);
    let invite = Invite { guest: Guest::Id(Some(mate.user.id)), role: crate::domain::access::Role::Viewer };
    let place = members::invite(engine, &by, owner.project, invite).await.expect("invites").member.id;
    invitations::accept(engine, &guest, place).await.expect("accepts");
    place.to_string()
}

const BODY: &str =
    r#"{"name":"stolen","role":"admin","email":"eva@example.org","status":"inactive","payload":{},"password":"x"}"#;

#[tokio::test]
async fn find_nothing_by_any_id() {
    let scene = Scene::new().await;
    let before = scene.estate().await;
    let (table, mut walked) = (routes(), 0);
    for row in table.rows().iter().filter(|row| is_theirs(row)) {
        // A word of ours is no id of anyone.
        if row.path.contains("{purpose}") {
            continue;
        }
        let call = format!("{} {}", row.method, scene.path(row));
        for token in [&scene.stranger.tokens.access, &scene.stranger.api_key] {
            let (status, answer) = scene.api.call(&call, token, BODY).await;
            let of_users = matches!(row.class, Class::Account | Class::Member(_));
            let expected = if of_users && token == &scene.stranger.api_key { 401 } else { 404 };
            assert_eq!(status, expected, "{call}: {answer}");
        }
        walked += 1;
    }
    assert!(walked > 20, "the table was not walked");
    assert_eq!(scene.estate().await, before, "something of the owner has changed");
}

#[tokio::test]
async fn cannot_work_in_the_project() {
    let scene = Scene::new().await;
    let before = scene.estate().await;
    for row in routes().rows().iter().filter(|row| matches!(row.class, Class::Project(_) | Class::Member(_))) {
        let call = format!("{} {}?project_id={}", row.method, scene.path(row), scene.owner.project);
        let (status, answer) = scene.api.call(&call, &scene.stranger.tokens.access, BODY).await;
        assert_eq!((status, &answer["error"]), (404, &Value::from("Project not found")), "{call}");
    }
    assert_eq!(scene.estate().await, before, "something of the owner has changed");
    assert!(scene.engine.audited().await.iter().all(|(_, metadata)| !metadata.contains("stolen")));
}
