//! Changing the address of an account, with mail and without.

use super::{confirmed, daemon, stands_on_disk};
use crate::support::{Daemon, MailServer, PASSWORD, unique};
use serde_json::json;

fn fresh() -> String {
    format!("{}@example.org", unique("new"))
}

#[test]
fn with_mail_the_new_address_has_to_confirm() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let (account, wanted) = (confirmed(&daemon, &mail), fresh());
    let (user, api) = (account.user(), daemon.api());
    let answer = user.post("/me/email", json!({"new_email": wanted.to_uppercase(), "current_password": PASSWORD}));
    let answer = answer.ok(200);
    assert_eq!((&answer["data"]["email"], &answer["email"]), (&json!(account.email), &json!(account.email)));
    assert_eq!((&answer["pending_email"], &answer["email_verified"]), (&json!(wanted), &json!(true)));
    let notice = mail.letter(&account.email, "Your email address is about to change");
    assert!(!notice.body().contains(&wanted) && !notice.body().contains("confirm-email"), "{}", notice.body());

    // One letter in five minutes, wherever it goes.
    let again = user.post("/me/email", json!({"email": fresh(), "password": PASSWORD}));
    again.fails(429, "Rate limit exceeded. Try again later.");
    user.post("/me/email/confirmation", json!({})).fails(429, "Rate limit exceeded. Try again later.");
    user.get("/projects").ok(200);
    api.post("/auth/login", json!({"email": wanted, "password": PASSWORD})).fails(401, "Invalid email or password");

    let letter = mail.letter(&wanted, "Confirm your new email address");
    assert!(!stands_on_disk(&daemon, &wanted) && !stands_on_disk(&daemon, &letter.token()));
    let reset = json!({"token": letter.token(), "password": "Other-Horse-78"});
    api.post("/auth/reset-password", reset).fails(401, "Invalid or expired token");
    api.post("/auth/confirm-email", json!({"token": letter.token()})).ok(200);
    user.get("/projects").fails(401, "Unauthorized");
    let login = |email: &str| api.post("/auth/login", json!({"email": email, "password": PASSWORD}));
    login(&account.email).fails(401, "Invalid email or password");
    let signed_in = login(&wanted).ok(200);
    assert_eq!((&signed_in["user"]["email"], &signed_in["user"]["email_verified"]), (&json!(wanted), &json!(true)));
    api.post("/auth/confirm-email", json!({"token": letter.token()})).fails(401, "Invalid or expired token");
    account.get("/project").ok(200);
}

#[test]
fn an_address_taken_meanwhile_stays_where_it_is() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let (account, api) = (confirmed(&daemon, &mail), daemon.api());
    let wanted = fresh();
    account.user().post("/me/email", json!({"email": wanted, "password": PASSWORD})).ok(200);
    let token = mail.letter(&wanted, "Confirm your new").token();
    api.post("/auth/register", json!({"email": wanted, "password": PASSWORD})).ok(201);
    api.post("/auth/confirm-email", json!({"token": token})).fails(409, "Email already registered");
    account.user().get("/projects").ok(200);
    account.login();
}

#[test]
fn what_cannot_be_asked_for() {
    let mail = MailServer::start();
    for daemon in [daemon(&mail), Daemon::start()] {
        let (account, other) = (daemon.register(), daemon.register());
        let change = |body| account.user().post("/me/email", body);
        change(json!({"password": PASSWORD})).fails(400, "Missing required field: email");
        change(json!({"email": fresh()})).fails(400, "Missing required field: password");
        change(json!({"email": "nobody", "password": PASSWORD})).fails(422, "Email is not a valid address");
        let evil = format!("a\r\nBcc:b@{}", "example.org");
        change(json!({"email": evil, "password": PASSWORD})).fails(422, "Email is not a valid address");
        change(json!({"email": fresh(), "password": "Wrong-Horse-1"})).fails(401, "Invalid password");
        let own = format!(" {} ", account.email.to_uppercase());
        change(json!({"email": own, "password": PASSWORD})).fails(422, "New email must be different").invalid("email");
        change(json!({"email": other.email, "password": PASSWORD})).fails(409, "Email already registered");
        account.post("/me/email", json!({"email": fresh(), "password": PASSWORD})).fails(401, "Unauthorized");
    }
    let here = |letter: &crate::support::Letter| letter.header("Subject").contains("Confirm your email");
    assert!(mail.letters().iter().all(here), "nothing but the letters of the new accounts");
}

#[test]
fn an_address_that_no_letter_can_carry_is_refused() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let account = daemon.register();
    for email in ["a,b@example.org", "<a@example.org>", "a(b)@example.org", "a\"b@example.org"] {
        let reply = account.user().post("/me/email", json!({"email": email, "password": PASSWORD}));
        reply.fails(422, "Email is not a valid address");
    }
    // Registering with one works, as there is nothing to confirm it with.
    let odd = format!("a,{}@example.org", unique("odd"));
    daemon.api().post("/auth/register", json!({"email": odd, "password": PASSWORD})).ok(201);
    daemon.api().post("/auth/forgot-password", json!({"email": odd})).ok(200);
    let last = daemon.register();
    mail.letter(&last.email, "Confirm");
    assert!(mail.letters().iter().all(|letter| !letter.text.contains("odd")));
}

#[test]
fn without_mail_it_counts_at_once_and_unproven() {
    let daemon = Daemon::shared();
    let (account, wanted) = (daemon.register(), fresh());
    let other = account.login();
    let answer = account.user().post("/me/email", json!({"email": wanted, "password": PASSWORD})).ok(200);
    assert_eq!((&answer["email"], &answer["pending_email"]), (&json!(wanted), &json!(null)));
    assert_eq!((&answer["email_verified"], &answer["email_verified_at"]), (&json!(false), &json!(null)));
    account.user().get("/projects").ok(200);
    account.with(other["token"].as_str().unwrap()).get("/projects").fails(401, "Unauthorized");
    let login = |email: &str| daemon.api().post("/auth/login", json!({"email": email, "password": PASSWORD}));
    login(&account.email).fails(401, "Invalid email or password");
    assert_eq!(login(&wanted).ok(200)["user"]["email_verified"], false);
    // The old address is free again.
    daemon.api().post("/auth/register", json!({"email": account.email, "password": PASSWORD})).ok(201);
}
