//! Projects of users, their members, invitations, and what each role may do.

mod end;
mod invitations;
mod list;
mod members;
mod roles;

use crate::support::{Account, Daemon};
use serde_json::{Value, json};

/// Someone in the project of the owner.
struct Mate {
    account: Account,
    /// Their place in the project.
    id: String,
}

/// Invites an account and returns its place.
#[track_caller]
fn invite(owner: &Account, guest: &Account, role: &str) -> String {
    let path = format!("/projects/{}/members", owner.project_id);
    let member = owner.user().post(&path, json!({"email": guest.email, "role": role})).ok(201);
    member["id"].as_str().unwrap().to_owned()
}

/// A new account that belongs to the project of the owner.
#[track_caller]
fn join(daemon: &Daemon, owner: &Account, role: &str) -> Mate {
    let account = daemon.register();
    let id = invite(owner, &account, role);
    account.user().post(&format!("/invitations/{id}/accept"), json!({})).ok(200);
    Mate { account, id }
}

/// The place of the owner in their own project.
fn owner_place(owner: &Account) -> String {
    let members = owner.user().get(&format!("/projects/{}/members", owner.project_id)).ok(200);
    assert_eq!(members["data"][0]["role"], "owner");
    members["data"][0]["id"].as_str().unwrap().to_owned()
}

/// The entries of the audit log whose action begins so, oldest first: action and metadata.
fn audited(owner: &Account, start: &str) -> Vec<(String, Value)> {
    let list = owner.user().get(&format!("/audit-log?action={start}*&limit=100")).ok(200);
    let mut rows = list["data"].as_array().unwrap().clone();
    rows.reverse();
    rows.iter().map(|e| (e["action"].as_str().unwrap().to_owned(), e["metadata"].clone())).collect()
}
