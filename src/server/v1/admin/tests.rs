//! The routes of operators, by calling them: who is let in, what is shown, what is on record.

use crate::domain::account::UserRole;
use crate::engine::offline;
use crate::engine::testing::{PASSWORD, TestEngine};
use crate::server::testing::Api;
use crate::server::{Class, routes};
use serde_json::{Value, json};

struct Scene {
    engine: TestEngine,
    api: Api,
}

impl Scene {
    fn new() -> Scene {
        Scene::with(&[("registration", "open")])
    }

    fn with(settings: &[(&str, &str)]) -> Scene {
        let engine = TestEngine::with(settings);
        let api = Api::new(&engine);
        Scene { engine, api }
    }

    /// The token and the id of a new user of this role.
    async fn user(&self, name: &str, role: UserRole) -> (String, String) {
        let (made, _) = self.engine.operator(&format!("{name}@example.org"), role).await;
        (made.tokens.access, made.user.id.to_string())
    }

    /// The token of a superadmin made where nobody can register.
    async fn first(&self) -> String {
        let password = Some(PASSWORD.to_owned());
        offline::make_superadmin(&self.engine, "root@example.org", password).await.expect("made");
        let login = json!({"email": "root@example.org", "password": PASSWORD});
        self.call("POST /auth/login", "", login).await.1["token"].as_str().expect("token").to_owned()
    }

    async fn call(&self, call: &str, token: &str, body: Value) -> (u16, Value) {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        self.api.call(call, token, &body).await
    }

    async fn fails(&self, call: &str, token: &str, body: Value, expected: (u16, &str)) {
        let (status, answer) = self.call(call, token, body.clone()).await;
        assert_eq!((status, answer["error"].as_str()), (expected.0, Some(expected.1)), "{call} {body}");
    }

    async fn newest(&self) -> Vec<String> {
        let mut actions: Vec<String> = self.engine.audited().await.into_iter().map(|(action, _)| action).collect();
        actions.reverse();
        actions
    }
}

#[tokio::test]
async fn only_operators_come_in() {
    // More calls than an operator may make in a minute.
    let scene = Scene::with(&[("registration", "open"), ("auth_rate_limit", "off")]);
    let made = scene.engine.register("ana@example.org").await;
    let (moderator, id) = scene.user("mod", UserRole::Moderator).await;
    let (admin, _) = scene.user("admin", UserRole::Admin).await;
    let before = scene.engine.audited().await.len();
    let (table, mut walked) = (routes(), 0);
    for row in table.rows() {
        let Class::Admin { superadmin } = row.class else { continue };
        let path = row.path.strip_prefix("/api/v1").expect("prefix").replace("{id}", &id);
        let call = format!("{} {path}", row.method);
        for token in [made.tokens.access.as_str(), &moderator] {
            scene.fails(&call, token, json!({"role": "admin"}), (403, "Admin role required")).await;
        }
        for token in ["", &made.api_key, &made.tokens.refresh] {
            scene.fails(&call, token, json!({}), (401, "Unauthorized")).await;
        }
        if superadmin {
            scene.fails(&call, &admin, json!({}), (403, "Superadmin role required")).await;
        }
        walked += 1;
    }
    assert!(walked >= 13, "{walked}");
    assert_eq!(scene.engine.audited().await.len(), before, "a refused call leaves no entry");
    let paths = table.rows().iter().filter(|row| row.path.contains("/admin"));
    assert!(paths.into_iter().all(|row| matches!(row.class, Class::Admin { .. })));
}

#[tokio::test]
async fn who_may_do_what_to_whom() {
    use UserRole::{Admin, Moderator, Superadmin, User};
    let scene = Scene::new();
    let (root, _) = scene.user("root", Superadmin).await;
    let (admin, _) = scene.user("admin", Admin).await;
    for (n, role) in [User, Moderator, Admin, Superadmin].into_iter().enumerate() {
        for (who, token, may) in [("admin", &admin, !role.is_operator()), ("root", &root, true)] {
            let (_, id) = scene.user(&format!("{who}{n}"), role).await;
            let at = |verb: &str| format!("{verb} /admin/users/{id}");
            for (call, body) in [
                (at("PATCH"), json!({"name": "New"})),
                (at("PATCH"), json!({"email": format!("other-{who}{n}@example.org")})),
                (format!("{}/unlock", at("POST")), Value::Null),
                (format!("{}/revoke-sessions", at("POST")), Value::Null),
                (format!("{}/reset-link", at("POST")), Value::Null),
                (at("PATCH"), json!({"status": "inactive"})),
                (at("PATCH"), json!({"status": "active"})),
            ] {
                match may {
                    true => assert_eq!(scene.call(&call, token, body.clone()).await.0, 200, "{who} {call} {body}"),
                    false => scene.fails(&call, token, body, (403, "Access denied")).await,
                }
            }
            for (word, assigns) in [("moderator", true), ("admin", who == "root"), ("superadmin", who == "root")] {
                let (status, _) = scene.call(&at("PATCH"), token, json!({"role": word})).await;
                assert_eq!(status, if may && assigns { 200 } else { 403 }, "{who} makes {role:?} {word}");
                let new = json!({"email": format!("{who}{n}{word}@x"), "password": PASSWORD, "role": word});
                let (status, _) = scene.call("POST /admin/users", token, new).await;
                assert_eq!(status, if assigns { 201 } else { 403 }, "{who} creates {word}");
            }
            assert_eq!(scene.call(&at("GET"), token, Value::Null).await.0, 200);
        }
    }
}

#[tokio::test]
async fn nobody_demotes_themselves_and_one_superadmin_stays() {
    let scene = Scene::new();
    let (root, root_id) = scene.user("root", UserRole::Superadmin).await;
    let own = format!("PATCH /admin/users/{root_id}");
    for (body, error) in [
        (json!({"role": "admin"}), "The last superadmin cannot be demoted"),
        (json!({"status": "inactive"}), "The last superadmin cannot be deactivated"),
    ] {
        scene.fails(&own, &root, body, (409, error)).await;
    }
    let (other, other_id) = scene.user("other", UserRole::Superadmin).await;
    for body in [json!({"role": "user"}), json!({"status": "inactive"})] {
        scene.fails(&own, &root, body, (403, "Access denied")).await;
    }
    assert_eq!(scene.call(&own, &root, json!({"role": "superadmin", "name": "Root"})).await.0, 200);
    assert_eq!(scene.call(&own, &other, json!({"status": "inactive"})).await.0, 200);
    scene.fails("GET /admin/users", &root, Value::Null, (401, "Unauthorized")).await;
    let gone = format!("PATCH /admin/users/{other_id}");
    scene.fails(&gone, &other, json!({"role": "admin"}), (409, "The last superadmin cannot be demoted")).await;
    assert_eq!(scene.call(&own, &other, json!({"status": "active"})).await.0, 200);
    scene.fails("GET /admin/users", &root, Value::Null, (401, "Unauthorized")).await;
    let admin = format!("PATCH /admin/users/{}", scene.user("admin", UserRole::Admin).await.1);
    scene.fails(&admin, &other, json!({"status": "restricted"}), (422, "status must be active or inactive")).await;
}

#[tokio::test]
async fn users_are_listed_and_found() {
    let scene = Scene::new();
    let (root, id) = scene.user("root", UserRole::Superadmin).await;
    for name in ["ana", "bob", "eva"] {
        scene.engine.register(&format!("{name}@example.org")).await;
    }
    let bob = format!(
        "PATCH /admin/users/{}",
        found(&scene, &root, "q=bob@example.org").await[0]["id"].as_str().expect("id")
    );
    scene.call(&bob, &root, json!({"name": "Roberto", "status": "inactive"})).await;
    for (query, expected) in [
        ("", &["eva", "bob", "ana", "root"][..]),
        ("q=EVA%40example.org", &["eva"]),
        ("q=robert", &["bob"]),
        ("q=example", &["eva", "bob", "ana", "root"]),
        ("q=nobody@example.org", &[]),
        ("q=eva@example.org&role=admin", &[]),
        ("role=superadmin", &["root"]),
        ("role=user&status=active", &["eva", "ana"]),
        ("status=inactive", &["bob"]),
        ("status=restricted", &[]),
    ] {
        let emails: Vec<String> = expected.iter().map(|name| format!("{name}@example.org")).collect();
        let list = found(&scene, &root, query).await;
        let shown: Vec<&str> = list.iter().map(|user| user["email"].as_str().expect("email")).collect();
        assert_eq!(shown, emails, "{query}");
    }
    for (query, error) in [
        ("role=boss", "role must be user, moderator, admin or superadmin"),
        ("status=gone", "status must be active, inactive or restricted"),
    ] {
        scene.fails(&format!("GET /admin/users?{query}"), &root, Value::Null, (422, error)).await;
    }
    let (status, shown) = scene.call(&format!("GET /admin/users/{id}"), &root, Value::Null).await;
    assert_eq!((status, &shown["data"]["id"], &shown["role"]), (200, &json!(id), &json!("superadmin")));
    assert_eq!((&shown["projects_count"], &shown["locked_until"]), (&json!(1), &Value::Null));
    let keys: Vec<&String> = shown["data"].as_object().expect("object").keys().collect();
    for secret in ["password_hash", "email_hash"] {
        assert!(!keys.iter().any(|key| *key == secret));
    }
    scene.fails("GET /admin/users/x", &root, Value::Null, (404, "User not found")).await;
    let page = scene.call("GET /admin/users?limit=3", &root, Value::Null).await.1;
    let rest = format!("GET /admin/users?limit=3&cursor={}", page["next_cursor"].as_str().expect("cursor"));
    let rest = scene.call(&rest, &root, Value::Null).await.1;
    assert_eq!((page["has_next"].as_bool(), rest["data"].as_array().map(Vec::len)), (Some(true), Some(1)));
}

async fn found(scene: &Scene, token: &str, query: &str) -> Vec<Value> {
    let (status, list) = scene.call(&format!("GET /admin/users?{query}"), token, Value::Null).await;
    assert_eq!(status, 200, "{list}");
    list["data"].as_array().expect("list").clone()
}

#[tokio::test]
async fn created_users_have_all_they_need() {
    let scene = Scene::with(&[("registration", "closed")]);
    let root = scene.first().await;
    let body = json!({"email": " Eva@Example.org", "password": PASSWORD, "name": "Eva", "role": "moderator"});
    let (status, made) = scene.call("POST /admin/users", &root, body.clone()).await;
    assert_eq!((status, &made["email"], &made["role"]), (201, &json!("eva@example.org"), &json!("moderator")));
    assert_eq!((&made["projects_count"], &made["email_verified"]), (&json!(1), &json!(false)));
    scene.fails("POST /admin/users", &root, body, (409, "Email already registered")).await;
    for (body, status, error) in [
        (json!({"password": PASSWORD}), 400, "Missing required field: email"),
        (json!({"email": "a@b"}), 400, "Missing required field: password"),
        (json!({"email": "a@b", "password": "short"}), 422, "Password should be at least 8 characters"),
        (json!({"email": "a@b", "send_invite": true}), 422, "Registration is closed; give a password"),
    ] {
        scene.fails("POST /admin/users", &root, body, (status, error)).await;
    }
    let login = json!({"email": "eva@example.org", "password": PASSWORD});
    let (status, login) = scene.call("POST /auth/login", "", login).await;
    assert_eq!(status, 200);
    let token = login["token"].as_str().expect("token");
    let project = scene.call("GET /project", token, Value::Null).await;
    assert_eq!((project.0, &project.1["role"], &project.1["is_default"]), (200, &json!("owner"), &json!(true)));
    assert_eq!(scene.call("POST /token/regenerate", token, Value::Null).await.0, 200);
    let actions = scene.newest().await;
    assert!(actions.contains(&"admin.user_created".to_owned()), "{actions:?}");
}

#[tokio::test]
async fn invitations_are_followed_once_by_whom_they_name() {
    let scene = Scene::with(&[("registration", "invite")]);
    let root = scene.first().await;
    let engine = &scene.engine;
    assert!(engine.try_register("eva@example.org").await.is_err());
    let body = json!({"email": "Eva@example.org", "send_invite": true, "role": "admin", "name": "Eva"});
    let (status, first) = scene.call("POST /admin/users", &root, body.clone()).await;
    assert_eq!((status, &first["status"], &first["data"]["role"]), (201, &json!("invited"), &json!("admin")));
    let second = scene.call("POST /admin/users", &root, body).await.1;
    let token = |invited: &Value| invited["invite_token"].as_str().expect("token").to_owned();
    let (first, token) = (token(&first), token(&second));
    assert!(second["url"].as_str().expect("url").ends_with(&format!("/register?invite_token={token}")));
    for (email, with) in [
        ("eva@example.org", None),
        ("eva@example.org", Some("x")),
        ("eva@example.org", Some(&*first)),
        ("bob@example.org", Some(&*token)),
    ] {
        let error = engine.follow(email, with).await.expect_err("refused");
        assert_eq!(error.message(), "Registration is disabled", "{email} {with:?}");
    }
    let made = engine.follow("eva@example.org", Some(&token)).await.expect("registers");
    assert_eq!(made.user.role, UserRole::Admin);
    assert_eq!(scene.call("GET /admin/users", &made.tokens.access, Value::Null).await.0, 200);
    assert!(engine.follow("eva@example.org", Some(&token)).await.is_err(), "used");
    let admin = json!({"email": "bob@example.org", "send_invite": true, "role": "superadmin"});
    scene.fails("POST /admin/users", &made.tokens.access, admin, (403, "Access denied")).await;
    let taken = json!({"email": "eva@example.org", "send_invite": true});
    scene.fails("POST /admin/users", &root, taken, (409, "Email already registered")).await;
    let body = json!({"email": "late@example.org", "send_invite": true});
    let late = scene.call("POST /admin/users", &root, body).await.1;
    engine.sql("UPDATE registration_invites SET expires_at = 1").await;
    let late = late["invite_token"].as_str().expect("token").to_owned();
    assert!(engine.follow("late@example.org", Some(&late)).await.is_err(), "too late");
}

#[tokio::test]
async fn a_deactivated_owner_stands_still() {
    let scene = Scene::new();
    let (root, _) = scene.user("root", UserRole::Superadmin).await;
    let made = scene.engine.register("ana@example.org").await;
    assert_eq!(scene.call("POST /events", &made.api_key, json!({"topic": "a"})).await.0, 202);
    let at = format!("PATCH /admin/users/{}", made.user.id);
    assert_eq!(scene.call(&at, &root, json!({"status": "inactive"})).await.1["status"], "inactive");
    scene.fails("POST /events", &made.api_key, json!({}), (401, "Invalid API key")).await;
    scene.fails("GET /projects", &made.tokens.access, Value::Null, (401, "Unauthorized")).await;
    let login = json!({"email": "ana@example.org", "password": PASSWORD});
    scene.fails("POST /auth/login", "", login.clone(), (403, "Account is inactive")).await;
    assert!(scene.engine.project(made.project).await.expect("view").held);
    let link = format!("POST /admin/users/{}/reset-link", made.user.id);
    scene.fails(&link, &root, Value::Null, (409, "Account is inactive")).await;
    assert_eq!(scene.call(&at, &root, json!({"status": "active"})).await.1["status"], "active");
    assert!(!scene.engine.project(made.project).await.expect("view").held);
    assert_eq!(scene.call("POST /events", &made.api_key, json!({"topic": "a"})).await.0, 202);
    scene.fails("GET /projects", &made.tokens.access, Value::Null, (401, "Unauthorized")).await;
    assert_eq!(scene.call("POST /auth/login", "", login).await.0, 200);
    let actions = scene.newest().await;
    assert!(
        actions.iter().any(|a| a == "admin.user_activated") && actions.iter().any(|a| a == "admin.user_deactivated")
    );
    let before = scene.engine.audited().await.len();
    scene.call(&at, &root, json!({"status": "active", "name": "Ana", "email": "ANA@example.org"})).await;
    assert_eq!(scene.engine.audited().await.len(), before, "nothing changed, nothing recorded");
}

#[tokio::test]
async fn locked_out_users_are_helped() {
    let scene = Scene::new();
    let (root, _) = scene.user("root", UserRole::Superadmin).await;
    let made = scene.engine.register("ana@example.org").await;
    let at = |rest: &str| format!("POST /admin/users/{}/{rest}", made.user.id);
    for _ in 0..5 {
        let wrong = json!({"email": "ana@example.org", "password": "Wrong-pass1"});
        scene.call("POST /auth/login", "", wrong).await;
    }
    let shown = scene.call(&format!("GET /admin/users/{}", made.user.id), &root, Value::Null).await.1;
    assert!(shown["locked_until"].is_string());
    assert_eq!(scene.call(&at("unlock"), &root, Value::Null).await, (200, json!({"ok": true})));
    assert_eq!(scene.newest().await[..2], ["admin.user_unlocked", "user.unlocked"]);
    assert_eq!(scene.call(&at("unlock"), &root, Value::Null).await.0, 200);
    assert_eq!(scene.newest().await[..2], ["admin.user_unlocked", "admin.user_unlocked"]);
    let right = json!({"email": "ana@example.org", "password": PASSWORD});
    assert_eq!(scene.call("POST /auth/login", "", right).await.0, 200);
    assert_eq!(scene.call(&at("revoke-sessions"), &root, Value::Null).await.0, 200);
    scene.fails("GET /projects", &made.tokens.access, Value::Null, (401, "Unauthorized")).await;
    assert_eq!(scene.newest().await[..2], ["admin.user_updated", "user.all_sessions_revoked"]);
    scene.fails(&at("reset-mfa"), &root, Value::Null, (409, "MFA is not enabled")).await;
    scene.engine.sql("UPDATE users SET mfa_enabled_at = 1").await;
    assert_eq!(scene.call(&at("reset-mfa"), &root, Value::Null).await.0, 200);
    assert_eq!(scene.newest().await[0], "admin.user_mfa_reset");
    let (status, link) = scene.call(&at("reset-link"), &root, Value::Null).await;
    let url = link["url"].as_str().expect("url");
    assert!(status == 200 && url.contains("/reset-password/") && link["expires_at"].is_string(), "{link}");
    let token = url.rsplit('/').next().expect("token");
    assert_eq!(token.len(), 43);
    let sql = "SELECT COUNT(*) FROM one_time_tokens WHERE hash = ?1 AND purpose = 0";
    let hash = crate::base::crypto::sha256(token.as_bytes());
    let read = scene.engine.store.read(move |snap| snap.one(sql, crate::params![&hash], |row| row.int(0)));
    assert_eq!(read.await.expect("count"), 1);
    let moved = json!({"email": "new@example.org"});
    assert_eq!(scene.call(&format!("PATCH /admin/users/{}", made.user.id), &root, moved).await.0, 200);
    let read = scene.engine.store.read(move |snap| snap.one(sql, crate::params![&hash], |row| row.int(0)));
    assert_eq!(read.await.expect("count"), 0, "a link to the old address is dead");
}
