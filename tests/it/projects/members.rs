//! The list of members, and who can be invited.

use super::{audited, invite, join, owner_place};
use crate::support::{Daemon, NO_ID, unique};
use serde_json::{Value, json};

#[test]
fn the_owner_comes_first_then_the_oldest() {
    let daemon = Daemon::shared();
    let owner = daemon.register();
    let path = format!("/projects/{}/members", owner.project_id);
    let (one, two) = (join(&daemon, &owner, "admin"), join(&daemon, &owner, "viewer"));
    let guest = daemon.register();
    let open = invite(&owner, &guest, "member");
    let list = two.account.user().get(&path).ok(200);
    let rows = list["data"].as_array().unwrap();
    let ids: Vec<&str> = rows.iter().map(|m| m["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [owner_place(&owner).as_str(), &one.id, &two.id, &open]);
    let shown =
        |row: &Value| [row["role"].clone(), row["status"].clone(), row["email"].clone(), row["invited_by"].clone()];
    assert_eq!(shown(&rows[0]), [json!("owner"), json!("accepted"), json!(owner.email), Value::Null]);
    assert_eq!(shown(&rows[1]), [json!("admin"), json!("accepted"), json!(one.account.email), json!(owner.user_id)]);
    assert_eq!(shown(&rows[3]), [json!("member"), json!("pending"), json!(guest.email), json!(owner.user_id)]);
    for row in rows {
        assert_eq!((&row["project_id"], &row["name"]), (&json!(owner.project_id), &json!("Ana")));
        assert!(row["inserted_at"].is_string() && row["updated_at"].is_string());
    }
    // Page by page it is the same list.
    let (mut cursor, mut paged) = (String::new(), Vec::new());
    loop {
        let page = owner.user().get(&format!("{path}?limit=1{cursor}")).ok(200);
        paged.extend(page["data"].as_array().unwrap().clone());
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(&paged, rows);
    guest.user().post(&format!("/invitations/{open}/reject"), json!({})).ok(200);
    assert_eq!(owner.user().get(&path).ok(200)["data"].as_array().unwrap().len(), 3);
}

#[test]
fn who_can_be_invited() {
    let daemon = Daemon::shared();
    let (owner, guest) = (daemon.register(), daemon.register());
    let post = |body: Value| owner.user().post(&format!("/projects/{}/members", owner.project_id), body);
    let unknown = "User not found. Provide a valid user_id or email.";
    for body in [json!({}), json!({"email": ""}), json!({"user_id": null}), json!({"role": "admin"})] {
        post(body).fails(400, "Missing required field: email");
    }
    for body in
        [json!({"email": format!("{}@example.org", unique("x"))}), json!({"user_id": NO_ID}), json!({"user_id": "x"})]
    {
        post(body).fails(422, unknown);
    }
    for body in [json!({"email": owner.email.to_uppercase()}), json!({"user_id": owner.user_id})] {
        post(body).fails(422, "Cannot invite yourself");
    }
    for role in [json!("owner"), json!("boss"), json!("Admin"), json!(5)] {
        post(json!({"email": guest.email, "role": role})).invalid("role");
    }
    let invited = post(json!({"email": format!(" {} ", guest.email.to_uppercase())})).ok(201);
    assert_eq!((&invited["role"], &invited["data"]["status"]), (&json!("viewer"), &json!("pending")));
    for body in [json!({"email": guest.email, "role": "admin"}), json!({"user_id": guest.user_id})] {
        post(body).fails(409, "User is already a member or invited");
    }
    let other = daemon.register();
    assert_eq!(post(json!({"user_id": other.user_id, "role": "editor"})).ok(201)["role"], "member");
}

#[test]
fn places_belong_to_their_project() {
    let daemon = Daemon::shared();
    let (ana, eva) = (daemon.register(), daemon.register());
    let (of_ana, of_eva) = (join(&daemon, &ana, "viewer"), join(&daemon, &eva, "viewer"));
    for foreign in [of_eva.id.clone(), owner_place(&eva), NO_ID.to_owned(), "x".to_owned()] {
        let path = format!("/projects/{}/members/{foreign}", ana.project_id);
        ana.user().patch(&path, json!({"role": "admin"})).fails(404, "Member not found");
        ana.user().delete(&path).fails(404, "Member not found");
    }
    // Through the other project neither: it is not theirs to see.
    let path = format!("/projects/{}/members/{}", eva.project_id, of_ana.id);
    ana.user().patch(&path, json!({"role": "admin"})).fails(404, "Project not found");
    ana.user().delete(&path).fails(404, "Project not found");
    assert_eq!(of_eva.account.user().get(&format!("/projects/{}", eva.project_id)).ok(200)["role"], "viewer");
}

#[test]
fn changes_act_on_the_next_request() {
    let daemon = Daemon::shared();
    let owner = daemon.register();
    let mate = join(&daemon, &owner, "viewer");
    let send = || {
        let call = mate.account.user().call("POST", "/events").header("X-Project-Id", &owner.project_id);
        call.json(json!({"topic": "t"})).send()
    };
    send().fails(403, "Access denied");
    let path = format!("/projects/{}/members/{}", owner.project_id, mate.id);
    owner.user().patch(&path, json!({"role": "member"})).ok(200);
    send().ok(202);
    owner.user().delete(&path).ok(200);
    send().fails(404, "Project not found");
    owner.user().delete(&path).fails(404, "Member not found");
    owner.user().patch(&path, json!({"role": "viewer"})).fails(404, "Member not found");
    assert_eq!(invite(&owner, &mate.account, "admin"), mate.id, "the place is used again");
    send().fails(404, "Project not found");
    mate.account.user().post(&format!("/invitations/{}/accept", mate.id), json!({})).ok(200);
    send().ok(202);
    let place = |role: &str| json!({"user_id": mate.account.user_id, "role": role});
    let mut changed = place("member");
    changed["from"] = json!("viewer");
    let expected = [
        ("member.invited", place("viewer")),
        ("member.accepted", place("viewer")),
        ("member.role_changed", changed),
        ("member.removed", place("member")),
        ("member.invited", place("admin")),
        ("member.accepted", place("admin")),
    ];
    assert_eq!(audited(&owner, "member."), expected.map(|(action, metadata)| (action.to_owned(), metadata)));
}

#[test]
fn invitations_have_a_limit_of_their_own() {
    let daemon = Daemon::bare(&[]);
    let owner = daemon.register();
    let path = format!("/projects/{}/members", owner.project_id);
    for _ in 0..20 {
        let reply = owner.user().post(&path, json!({"email": "nobody@example.org"}));
        assert_eq!((reply.status, reply.header("x-ratelimit-limit")), (422, Some("20")), "{}", reply.text);
    }
    let reply = owner.user().post(&path, json!({"email": "nobody@example.org"}));
    // The minute may have turned in between.
    assert!([422, 429].contains(&reply.status), "{}", reply.text);
    assert_eq!(owner.user().get(&path).header("x-ratelimit-limit"), Some("300"));
}
