//! Confirming the address of a new account, and what waits for that.

use super::{confirmed, daemon};
use crate::support::{Daemon, MailServer};
use serde_json::json;

#[test]
fn a_new_account_is_asked_to_confirm() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let account = daemon.register();
    assert_eq!(account.login()["user"]["email_verified"], false);
    let letter = mail.letter(&account.email, "Confirm your email address");
    assert_eq!((letter.from.as_str(), letter.to.as_slice()), ("jobcelis@mail.example", &[account.email.clone()][..]));
    assert_eq!(letter.header("From"), "Jobcelis <jobcelis@mail.example>");
    assert_eq!(letter.header("To"), account.email);
    assert_eq!(letter.header("Auto-Submitted"), "auto-generated");
    assert!(letter.header("Message-ID").ends_with("@mail.example>") && letter.header("Date").ends_with("+0000"));
    assert_eq!(letter.link(), format!("http://{}/confirm-email/{}", daemon.address(), letter.token()));
    assert_eq!(letter.token().len(), 43);

    let api = daemon.api();
    let confirm = |token: &str| api.post("/auth/confirm-email", json!({"token": token}));
    confirm("").fails(400, "Missing required field: token");
    for bad in ["x", &letter.token()[1..], &account.token] {
        confirm(bad).fails(401, "Invalid or expired token");
    }
    api.post("/auth/reset-password", json!({"token": letter.token(), "password": "Other-Horse-78"}))
        .fails(401, "Invalid or expired token");
    let done = confirm(&letter.token()).ok(200);
    assert!(done["ok"] == true && done["email_verified_at"].as_str().unwrap().ends_with('Z'), "{done}");
    assert_eq!(account.login()["user"]["email_verified"], true);
    confirm(&letter.token()).fails(401, "Invalid or expired token");
    account.user().post("/me/email/confirmation", json!({})).fails(409, "Email already confirmed");
}

#[test]
fn the_letter_can_be_had_again_but_not_at_once() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let account = daemon.register();
    mail.letter(&account.email, "Confirm");
    let refused = account.user().post("/me/email/confirmation", json!({}));
    refused.fails(429, "Rate limit exceeded. Try again later.");
    let wait = refused.json["retry_after"].as_u64().unwrap();
    assert!((280..=301).contains(&wait), "{}", refused.text);
    assert_eq!(refused.header("retry-after"), Some(wait.to_string().as_str()));
    assert_eq!((&refused.json["limit"], &refused.json["remaining"]), (&json!(1), &json!(0)));

    let without = Daemon::shared();
    without.register().user().post("/me/email/confirmation", json!({})).fails(422, "Mail is not configured");
}

#[test]
fn invitations_wait_for_it() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let (owner, guest) = (confirmed(&daemon, &mail), daemon.register());
    owner.patch("/project", json!({"name": "Shop \"ñ\"\u{202e}"})).ok(200);
    let members = format!("/projects/{}/members", owner.project_id);
    let place = owner.user().post(&members, json!({"email": guest.email, "role": "member"})).ok(201);
    let letter = mail.letter(&guest.email, "You are invited to a project");
    assert!(letter.body().contains("Shop \"ñ\"") && letter.body().contains("as member"), "{}", letter.body());
    let accept = format!("/invitations/{}/accept", place["id"].as_str().unwrap());
    guest.user().post(&accept, json!({})).fails(403, "Confirm your email first");
    guest.user().get(&format!("/projects/{}", owner.project_id)).fails(404, "Project not found");
    let token = mail.letter(&guest.email, "Confirm").token();
    daemon.api().post("/auth/confirm-email", json!({"token": token})).ok(200);
    assert_eq!(guest.user().post(&accept, json!({})).ok(200)["status"], "accepted");
    guest.user().post(&accept, json!({})).fails(422, "Already accepted");
}

#[test]
fn turning_down_needs_no_proof() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let (owner, guest) = (confirmed(&daemon, &mail), daemon.register());
    let members = format!("/projects/{}/members", owner.project_id);
    let place = owner.user().post(&members, json!({"user_id": guest.user_id})).ok(201);
    let reject = format!("/invitations/{}/reject", place["id"].as_str().unwrap());
    assert_eq!(guest.user().post(&reject, json!({})).ok(200)["status"], "rejected");
}
