//! Invitations as the invited see them.

use super::{invite, join};
use crate::support::{Daemon, NO_ID};
use serde_json::{Value, json};

#[test]
fn they_are_listed_newest_first() {
    let daemon = Daemon::shared();
    let (ana, eva, guest) = (daemon.register(), daemon.register(), daemon.register());
    ana.patch("/project", json!({"name": "Shop"})).ok(200);
    assert_eq!(guest.user().get("/invitations/pending").ok(200)["data"], json!([]));
    let (one, two) = (invite(&ana, &guest, "admin"), invite(&eva, &guest, "viewer"));
    let list = guest.user().get("/invitations/pending").ok(200);
    let rows = list["data"].as_array().unwrap();
    let shown = |row: &Value| {
        ["id", "project_name", "role", "status", "email"].map(|name| row[name].as_str().unwrap().to_owned())
    };
    assert_eq!(shown(&rows[0]), [&two, "My Project", "viewer", "pending", &guest.email]);
    assert_eq!(shown(&rows[1]), [&one, "Shop", "admin", "pending", &guest.email]);
    assert_eq!((&rows[1]["project_id"], &rows[1]["invited_by"]), (&json!(ana.project_id), &json!(ana.user_id)));
    eva.user().delete(&format!("/projects/{}", eva.project_id)).ok(200);
    let list = guest.user().get("/invitations/pending").ok(200);
    assert_eq!(list["data"].as_array().unwrap().len(), 1, "those of deleted projects are hidden");
    for verb in ["accept", "reject"] {
        guest.user().post(&format!("/invitations/{two}/{verb}"), json!({})).fails(404, "Invitation not found");
    }
}

#[test]
fn they_are_answered_by_the_invited_alone() {
    let daemon = Daemon::shared();
    let (owner, guest, stranger) = (daemon.register(), daemon.register(), daemon.register());
    let id = invite(&owner, &guest, "member");
    for verb in ["accept", "reject"] {
        for other in [&owner, &stranger] {
            other.user().post(&format!("/invitations/{id}/{verb}"), json!({})).fails(404, "Invitation not found");
        }
        for absent in [NO_ID, "x"] {
            guest.user().post(&format!("/invitations/{absent}/{verb}"), json!({})).fails(404, "Invitation not found");
        }
        let own = super::owner_place(&guest);
        let text = if verb == "accept" { "Already accepted" } else { "Not pending" };
        guest.user().post(&format!("/invitations/{own}/{verb}"), json!({})).fails(422, text);
    }
    // With a JSON content type and no body, as some clients send it.
    let empty = guest.user().call("POST", &format!("/invitations/{id}/accept")).raw("application/json", "");
    let taken = empty.send().ok(200);
    assert_eq!(
        (&taken["data"]["status"], &taken["status"], &taken["role"]),
        (&json!("accepted"), &json!("accepted"), &json!("member"))
    );
    let again = guest.user().post(&format!("/invitations/{id}/accept"), json!({}));
    again.fails(422, "Already accepted");
    guest.user().post(&format!("/invitations/{id}/reject"), json!({})).fails(422, "Not pending");
}

#[test]
fn a_rejected_one_can_come_again() {
    let daemon = Daemon::shared();
    let (owner, guest) = (daemon.register(), daemon.register());
    let id = invite(&owner, &guest, "admin");
    let rejected = guest.user().post(&format!("/invitations/{id}/reject"), json!({})).ok(200);
    assert_eq!((&rejected["data"]["status"], &rejected["status"]), (&json!("rejected"), &json!("rejected")));
    guest.user().post(&format!("/invitations/{id}/accept"), json!({})).fails(422, "Not pending");
    guest.user().get(&format!("/projects/{}", owner.project_id)).fails(404, "Project not found");
    assert_eq!(invite(&owner, &guest, "viewer"), id);
    guest.user().post(&format!("/invitations/{id}/accept"), json!({})).ok(200);
    assert_eq!(guest.user().get(&format!("/projects/{}", owner.project_id)).ok(200)["role"], "viewer");
}

#[test]
fn one_that_was_taken_back_is_gone() {
    let daemon = Daemon::shared();
    let (owner, guest) = (daemon.register(), daemon.register());
    let admin = join(&daemon, &owner, "admin");
    let id = invite(&owner, &guest, "viewer");
    let path = format!("/projects/{}/members/{id}", owner.project_id);
    guest.user().delete(&path).fails(404, "Project not found");
    admin.account.user().delete(&path).ok(200);
    assert_eq!(guest.user().get("/invitations/pending").ok(200)["data"], json!([]));
    guest.user().post(&format!("/invitations/{id}/accept"), json!({})).fails(422, "Not pending");
}

#[test]
fn of_many_answers_one_counts() {
    let daemon = Daemon::shared();
    let (owner, guest) = (daemon.register(), daemon.register());
    let id = invite(&owner, &guest, "viewer");
    let user = guest.user();
    let statuses: Vec<u16> = std::thread::scope(|s| {
        let answer = |verb: &str| user.post(&format!("/invitations/{id}/{verb}"), json!({})).status;
        let calls: Vec<_> = ["accept", "reject", "accept", "reject"].map(|verb| s.spawn(move || answer(verb))).into();
        calls.into_iter().map(|c| c.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|s| **s == 200).count(), 1, "{statuses:?}");
    assert_eq!(super::audited(&owner, "member.").len(), 2);
}
