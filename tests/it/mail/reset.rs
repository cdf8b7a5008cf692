//! A lost password: asking for a link, using it, and what neither of them tells.

use super::{confirmed, daemon};
use crate::support::{Daemon, MailServer, PASSWORD, unique};
use serde_json::{Value, json};

const NEW: &str = "Fresh-Horse-78";

fn forgot(daemon: &Daemon, email: &str) -> Value {
    daemon.api().post("/auth/forgot-password", json!({"email": email})).ok(200)
}

#[test]
fn a_link_leads_to_a_new_password() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let account = daemon.register();
    let (api, other) = (daemon.api(), account.login());
    for _ in 0..4 {
        api.post("/auth/login", json!({"email": account.email, "password": "Wrong-Horse-1"}))
            .fails(401, "Invalid email or password");
    }
    let locked = api.post("/auth/login", json!({"email": account.email, "password": "Wrong-Horse-1"}));
    locked.fails(423, "Account locked. Try again later.");
    forgot(&daemon, &format!(" {} ", account.email.to_uppercase()));
    let letter = mail.letter(&account.email, "Reset your password");
    assert_eq!(letter.link(), format!("http://{}/reset-password/{}", daemon.address(), letter.token()));

    let reset = |body: Value| api.post("/auth/reset-password", body);
    let token = letter.token();
    reset(json!({"password": NEW})).fails(400, "Missing required field: token");
    reset(json!({"token": token})).fails(400, "Missing required field: password");
    reset(json!({"token": "x", "password": NEW})).fails(401, "Invalid or expired token");
    api.post("/auth/confirm-email", json!({"token": token})).fails(401, "Invalid or expired token");
    let differs = reset(json!({"token": token, "password": NEW, "password_confirm": "Fresh-Horse-79"}));
    differs.fails(422, "Passwords do not match");
    for (password, error) in [
        ("short", "Password should be at least 8 characters"),
        (PASSWORD, "Password was used recently"),
        ("Password1", "Password is too common"),
    ] {
        reset(json!({"token": token, "password": password})).fails(422, error).invalid("password");
    }
    // Nothing so far has used the token or changed anything.
    account.user().get("/projects").ok(200);
    let given = json!({"token": token, "password": NEW, "password_confirm": NEW});
    assert_eq!(reset(given.clone()).ok(200), json!({"ok": true}));
    reset(given).fails(401, "Invalid or expired token");

    for session in [account.token.as_str(), other["token"].as_str().unwrap()] {
        api.with(session).get("/projects").fails(401, "Unauthorized");
    }
    api.post("/auth/refresh", json!({"refresh_token": account.refresh_token})).fails(401, "Invalid or expired token");
    account.get("/project").ok(200);
    let login = |password: &str| api.post("/auth/login", json!({"email": account.email, "password": password}));
    login(PASSWORD).fails(401, "Invalid email or password");
    // The lock is lifted, and who read the letter has the address.
    assert_eq!(login(NEW).ok(200)["user"]["email_verified"], true);
    mail.letter(&account.email, "Your password was changed");
}

#[test]
fn forms_do_as_well_as_objects() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let account = daemon.register();
    let form = "application/x-www-form-urlencoded";
    let email = account.email.replace('@', "%40");
    daemon.api().call("POST", "/auth/forgot-password").raw(form, format!("email={email}")).send().ok(200);
    let token = mail.letter(&account.email, "Reset").token();
    let body = format!("token={token}&password={NEW}");
    daemon.api().call("POST", "/auth/reset-password").raw(form, body).send().ok(200);
}

#[test]
fn nobody_learns_who_has_an_account() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let account = daemon.register();
    mail.letter(&account.email, "Confirm");
    let stranger = format!("{}@example.org", unique("nobody"));
    let said = json!({"ok": true, "message": "If the address is registered, a reset link was sent."});
    for email in [&stranger, "no address at all", "a\r\nBcc: b@example.org"] {
        assert_eq!(forgot(&daemon, email), said);
    }
    assert_eq!(forgot(&daemon, &account.email), said);
    mail.letter(&account.email, "Reset");
    // At most one in five minutes, and nobody hears of that.
    assert_eq!(forgot(&daemon, &account.email), said);
    let last = daemon.register();
    mail.letter(&last.email, "Confirm");
    let to: Vec<String> = mail.letters().into_iter().flat_map(|letter| letter.to).collect();
    assert_eq!(to, [account.email.as_str(), &account.email, &last.email], "nothing else was sent");
    let reply = daemon.api().post("/auth/forgot-password", json!({}));
    reply.fails(400, "Missing required field: email");
}

#[test]
fn without_mail_the_answer_is_the_same() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let said = json!({"ok": true, "message": "If the address is registered, a reset link was sent."});
    assert_eq!(forgot(&daemon, &account.email), said);
    account.user().get("/projects").ok(200);
}

#[test]
fn links_use_the_public_url_whatever_the_caller_says() {
    let mail = MailServer::start();
    let mut flags: Vec<String> = mail.flags().into();
    flags.extend(["--public-url".to_owned(), "https://hooks.example.org/base/".to_owned()]);
    let daemon = Daemon::with(&flags.iter().map(String::as_str).collect::<Vec<_>>());
    let account = daemon.register();
    let body = json!({"email": account.email});
    let call = daemon.api().call("POST", "/auth/forgot-password").header("X-Forwarded-Host", "evil.example");
    call.header("Host", "evil.example").json(body).send();
    daemon.api().post("/auth/forgot-password", json!({"email": account.email})).ok(200);
    let letter = mail.letter(&account.email, "Reset");
    assert_eq!(letter.link(), format!("https://hooks.example.org/base/reset-password/{}", letter.token()));
    assert!(!letter.text.contains("evil"));
}

#[test]
fn a_reset_stops_a_change_of_address() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let account = confirmed(&daemon, &mail);
    let wanted = format!("{}@example.org", unique("thief"));
    account.user().post("/me/email", json!({"email": wanted, "password": PASSWORD})).ok(200);
    let change = mail.letter(&wanted, "Confirm").token();
    forgot(&daemon, &account.email);
    let token = mail.letter(&account.email, "Reset your password").token();
    daemon.api().post("/auth/reset-password", json!({"token": token, "password": NEW})).ok(200);
    daemon.api().post("/auth/confirm-email", json!({"token": change})).fails(401, "Invalid or expired token");
    daemon.api().post("/auth/login", json!({"email": account.email, "password": NEW})).ok(200);
}

#[test]
fn the_limits_are_those_of_the_routes() {
    let daemon = Daemon::bare(&[]);
    for (path, limit) in [("/auth/forgot-password", 5), ("/auth/reset-password", 10), ("/auth/confirm-email", 10)] {
        let body = json!({"email": "a@b.example", "token": "x", "password": "x"});
        let reply = daemon.api().post(path, body);
        assert_eq!(reply.header("x-ratelimit-limit"), Some(limit.to_string().as_str()), "{path}");
    }
}
