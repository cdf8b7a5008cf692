//! Members and invitations over the routes: shapes, order of refusals, what is told and recorded.

use crate::engine::accounts::Registered;
use crate::engine::testing::TestEngine;
use crate::server::testing::Api;
use serde_json::{Value, json};

struct Scene {
    engine: TestEngine,
    api: Api,
    ana: Registered,
    eva: Registered,
}

impl Scene {
    async fn new() -> Scene {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        let (ana, eva) = (engine.register("ana@example.org").await, engine.register("eva@example.org").await);
        Scene { engine, api, ana, eva }
    }

    /// A call of the owner; `{p}` is her project.
    async fn ana(&self, call: &str, body: Value) -> (u16, Value) {
        self.call(&self.ana, call, body).await
    }

    async fn eva(&self, call: &str, body: Value) -> (u16, Value) {
        self.call(&self.eva, call, body).await
    }

    async fn call(&self, by: &Registered, call: &str, body: Value) -> (u16, Value) {
        let call = call.replace("{p}", &self.ana.project.to_string());
        self.api.call(&call, &by.tokens.access, &body.to_string()).await
    }

    async fn invite(&self, role: &str) -> String {
        let (status, shown) =
            self.ana("POST /projects/{p}/members", json!({"email": "eva@example.org", "role": role})).await;
        assert_eq!(status, 201, "{shown}");
        shown["id"].as_str().expect("id").to_owned()
    }

    /// Kind, metadata and whether it is read, of every notification, oldest first.
    async fn told(&self) -> Vec<(String, String, bool)> {
        let sql = "SELECT kind, metadata, read_at FROM notifications ORDER BY id";
        let read = self
            .engine
            .store
            .read(move |snap| snap.all(sql, &[], |row| Ok((row.text(0)?, row.text(1)?, row.opt_int(2)?.is_some()))));
        read.await.expect("reads")
    }

    /// What happened to members, oldest first.
    async fn audited(&self) -> Vec<(String, Value)> {
        let all = self.engine.audited().await.into_iter().filter(|(action, _)| action.starts_with("member."));
        all.map(|(action, metadata)| (action, serde_json::from_str(&metadata).expect("json"))).collect()
    }
}

fn error(status: u16, text: &str) -> (u16, Value) {
    (status, json!({ "error": text }))
}

#[tokio::test]
async fn an_invitation_is_shown_and_taken() {
    let scene = Scene::new().await;
    let (project, eva) = (scene.ana.project, scene.eva.user.id);
    let (status, invited) = scene.ana("POST /projects/{p}/members", json!({"email": " EVA@example.org"})).await;
    let id = invited["id"].as_str().expect("id");
    let member = json!({
        "id": id, "project_id": project, "user_id": eva, "email": "eva@example.org", "name": "Ana", "role": "viewer",
        "status": "pending", "invited_by": scene.ana.user.id, "inserted_at": invited["inserted_at"],
        "updated_at": invited["inserted_at"],
    });
    assert_eq!((status, invited["data"].to_string()), (201, member.to_string()));
    assert_eq!(scene.eva("GET /projects/{p}", json!({})).await.0, 404, "an invitation gives no right");
    let (_, pending) = scene.eva("GET /invitations/pending", json!({})).await;
    let mut shown = member.clone();
    shown["project_name"] = json!("My Project");
    assert_eq!(pending, json!({"data": [shown], "has_next": false, "next_cursor": null}));
    let told = json!({"project_id": project, "member_id": id}).to_string();
    assert_eq!(scene.told().await, [("team_invite".to_owned(), told.clone(), false)]);

    let (status, taken) = scene.eva(&format!("POST /invitations/{id}/accept"), Value::Null).await;
    assert_eq!((status, &taken["status"], &taken["data"]["status"]), (200, &json!("accepted"), &json!("accepted")));
    assert_eq!(scene.told().await, [("team_invite".to_owned(), told, true)]);
    assert_eq!(scene.eva("GET /invitations/pending", json!({})).await.1["data"], json!([]));
    let (_, seen) = scene.eva("GET /projects/{p}", json!({})).await;
    assert_eq!((&seen["role"], &seen["is_default"]), (&json!("viewer"), &json!(false)));
    let (_, list) = scene.eva("GET /projects/{p}/members", json!({})).await;
    assert_eq!((&list["data"][0]["role"], &list["data"][0]["invited_by"]), (&json!("owner"), &Value::Null));
    assert_eq!((&list["data"][1], list["data"].as_array().map(Vec::len)), (&taken["data"], Some(2)));
    let owner = list["data"][0]["id"].as_str().expect("id").to_owned();
    let (_, page) = scene.eva("GET /projects/{p}/members?limit=1", json!({})).await;
    assert_eq!((page["data"].as_array().map(Vec::len), &page["next_cursor"]), (Some(1), &json!(owner)));
    let (_, page) = scene.eva(&format!("GET /projects/{{p}}/members?cursor={owner}"), json!({})).await;
    assert_eq!(page, json!({"data": [taken["data"]], "has_next": false, "next_cursor": null}));
    let noted = json!({"user_id": eva, "role": "viewer"});
    assert_eq!(scene.audited().await, [("member.invited".into(), noted.clone()), ("member.accepted".into(), noted)]);
}

#[tokio::test]
async fn refused_invitations() {
    let scene = Scene::new().await;
    let path = "POST /projects/{p}/members";
    let unknown = "User not found. Provide a valid user_id or email.";
    for (body, status, text) in [
        (json!({}), 400, "Missing required field: email"),
        (json!({"email": "nobody@example.org"}), 422, unknown),
        (json!({"user_id": scene.ana.project}), 422, unknown),
        (json!({"user_id": "x", "email": "eva@example.org"}), 422, unknown),
        (json!({"email": "ana@example.org"}), 422, "Cannot invite yourself"),
        (json!({"user_id": scene.ana.user.id}), 422, "Cannot invite yourself"),
        (json!({"email": "eva@example.org", "role": "owner"}), 422, "Role must be one of admin, member, viewer"),
    ] {
        let (code, answer) = scene.ana(path, body.clone()).await;
        assert_eq!((code, answer["error"].as_str()), (status, Some(text)), "{body}");
    }
    scene.invite("editor").await;
    let again = error(409, "User is already a member or invited");
    assert_eq!(scene.ana(path, json!({"user_id": scene.eva.user.id})).await, again);
    assert_eq!(scene.eva(path, json!({})).await, error(404, "Project not found"));
    assert_eq!(scene.audited().await.len(), 1);
    // Of someone who was deactivated nothing is told.
    scene.engine.sql("UPDATE users SET deactivated_at = 1 WHERE id = (SELECT MAX(id) FROM users)").await;
    assert_eq!(scene.ana(path, json!({"email": "eva@example.org"})).await, error(422, unknown));
}

#[tokio::test]
async fn the_answered_are_invited_again_in_the_same_place() {
    let scene = Scene::new().await;
    let id = scene.invite("admin").await;
    let (reject, accept) = (format!("POST /invitations/{id}/reject"), format!("POST /invitations/{id}/accept"));
    let remove = format!("DELETE /projects/{{p}}/members/{id}");
    assert_eq!(scene.ana(&accept, json!({})).await, error(404, "Invitation not found"));
    let (status, rejected) = scene.eva(&reject, json!({})).await;
    assert_eq!((status, &rejected["status"]), (200, &json!("rejected")));
    for again in [&reject, &accept] {
        assert_eq!(scene.eva(again, json!({})).await, error(422, "Not pending"));
    }
    assert_eq!(scene.ana(&remove, json!({})).await, error(404, "Member not found"));
    assert_eq!(scene.invite("viewer").await, id);
    assert_eq!(scene.ana(&remove, json!({})).await, (200, json!({"ok": true})), "an invitation is taken back");
    assert_eq!(scene.eva(&accept, json!({})).await, error(422, "Not pending"));
    assert_eq!(scene.invite("member").await, id);
    assert_eq!(scene.eva(&accept, json!({})).await.1["role"], "member");
    assert_eq!(scene.eva(&accept, json!({})).await, error(422, "Already accepted"));
    assert_eq!(scene.eva(&remove, json!({})).await, (200, json!({"ok": true})), "a member may leave");
    assert_eq!(scene.eva("GET /projects/{p}", json!({})).await.0, 404);
    assert!(scene.told().await.iter().all(|(_, _, read)| *read));
    let actions: Vec<String> = scene.audited().await.into_iter().map(|(action, _)| action).collect();
    let expected = ["invited", "rejected", "invited", "removed", "invited", "accepted", "left"];
    assert_eq!(actions, expected.map(|verb| format!("member.{verb}")));
}

#[tokio::test]
async fn roles_change() {
    let scene = Scene::new().await;
    let id = scene.invite("viewer").await;
    let path = format!("PATCH /projects/{{p}}/members/{id}");
    let (status, changed) = scene.ana(&path, json!({"role": "admin"})).await;
    assert_eq!((status, &changed["role"], &changed["status"]), (200, &json!("admin"), &json!("pending")));
    scene.eva(&format!("POST /invitations/{id}/accept"), json!({})).await;
    assert_eq!(scene.ana(&path, json!({})).await, error(400, "Missing required field: role"));
    assert_eq!(scene.ana(&path, json!({"role": "owner"})).await.0, 422);
    assert_eq!(scene.eva(&path, json!({"role": "viewer"})).await, error(403, "Access denied"));
    let owner = scene.eva("GET /projects/{p}/members", json!({})).await.1["data"][0]["id"].clone();
    let owner = owner.as_str().expect("id");
    for by in [&scene.ana, &scene.eva] {
        let (change, remove) =
            (format!("PATCH /projects/{{p}}/members/{owner}"), format!("DELETE /projects/{{p}}/members/{owner}"));
        let refused = error(422, "Cannot change the owner's role");
        assert_eq!(scene.call(by, &change, json!({"role": "viewer"})).await, refused);
        assert_eq!(scene.call(by, &remove, json!({})).await, error(422, "Cannot remove owner"));
    }
    // The place of someone in another project, and no place at all.
    let other =
        scene.api.call(&format!("GET /projects/{}/members", scene.eva.project), &scene.eva.tokens.access, "").await;
    let foreign = other.1["data"][0]["id"].as_str().expect("id").to_owned();
    for mid in [foreign.as_str(), "x"] {
        let absent = error(404, "Member not found");
        assert_eq!(scene.ana(&format!("PATCH /projects/{{p}}/members/{mid}"), json!({"role": "viewer"})).await, absent);
        assert_eq!(scene.ana(&format!("DELETE /projects/{{p}}/members/{mid}"), json!({})).await, absent);
    }
    assert_eq!(scene.ana(&path, json!({"role": "editor"})).await.1["role"], "member");
    assert_eq!(scene.ana(&path, json!({"role": "member"})).await.0, 200);
    let changes: Vec<Value> =
        scene.audited().await.into_iter().filter(|(a, _)| a == "member.role_changed").map(|c| c.1).collect();
    let eva = scene.eva.user.id;
    assert_eq!(
        changes,
        [
            json!({"user_id": eva, "role": "admin", "from": "viewer"}),
            json!({"user_id": eva, "role": "member", "from": "admin"})
        ]
    );
}
