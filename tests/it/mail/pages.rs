//! The pages behind mailed links: harmless to look at, and as strict as pages with keys must be.

use super::{confirmed, daemon};
use crate::support::{Api, Daemon, MailServer, Reply};
use serde_json::json;

const FORM: &str = "application/x-www-form-urlencoded";

fn post(api: &Api, path: &str, body: &str) -> Reply {
    api.target("POST", path).header("Accept", "text/html").raw(FORM, body).send()
}

#[track_caller]
fn is_strict(reply: &Reply) {
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("x-robots-tag", "noindex, nofollow"),
    ] {
        assert_eq!(reply.header(name), Some(value), "{name}");
    }
    let policy = reply.header("content-security-policy").unwrap();
    assert!(policy.contains("default-src 'self'; script-src 'self' 'nonce-") && policy.contains("form-action 'self'"));
    assert!(reply.header("access-control-allow-origin").is_none() && !reply.text.contains("<script"));
}

#[test]
fn a_password_is_set_by_form() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let (account, api) = (confirmed(&daemon, &mail), daemon.api());
    api.post("/auth/forgot-password", json!({"email": account.email})).ok(200);
    let path = format!("/reset-password/{}", mail.letter(&account.email, "Reset").token());
    for _ in 0..3 {
        // As scanners of mail do: looking uses nothing up.
        let page = api.target("GET", &path).send();
        assert!(page.status == 200 && page.text.contains("<form method=\"post\">"), "{}", page.text);
        assert!(!page.text.contains(path.rsplit('/').next().unwrap()), "the token stands in the address only");
        is_strict(&page);
        assert_eq!(api.target("HEAD", &path).send().status, 200);
    }
    for (body, status, told) in [
        ("", 400, "Type a new password."),
        ("password=Fresh-Horse-78&password_confirm=Fresh", 422, "The two are not the same."),
        ("password=Fresh-Horse-78", 422, "The two are not the same."),
        ("password=short&password_confirm=short", 422, "at least 8 characters"),
    ] {
        let page = post(&api, &path, body);
        assert_eq!(page.status, status, "{body}: {}", page.text);
        assert!(page.text.contains(told) && page.text.contains("<form"), "{body}: {}", page.text);
        is_strict(&page);
    }
    let good = "password=Fresh-Horse-78&password_confirm=Fresh-Horse-78";
    let page = post(&api, &path, good);
    assert!(page.status == 200 && page.text.contains("Your password is set"), "{}", page.text);
    is_strict(&page);
    api.post("/auth/login", json!({"email": account.email, "password": "Fresh-Horse-78"})).ok(200);
    let page = post(&api, &path, good);
    assert!(page.status == 401 && page.text.contains("too old") && !page.text.contains("<form"), "{}", page.text);
    is_strict(&page);
}

#[test]
fn an_address_is_confirmed_by_button() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let (account, api) = (daemon.register(), daemon.api());
    let path = format!("/confirm-email/{}", mail.letter(&account.email, "Confirm").token());
    let page = api.target("GET", &path).send();
    assert!(page.status == 200 && page.text.contains("<button>Confirm</button>"), "{}", page.text);
    is_strict(&page);
    assert_eq!(account.login()["user"]["email_verified"], false, "looking confirms nothing");
    let page = post(&api, &path, "");
    assert!(page.status == 200 && page.text.contains("Your address is confirmed."), "{}", page.text);
    assert_eq!(account.login()["user"]["email_verified"], true);
    assert_eq!(post(&api, &path, "").status, 401);
}

#[test]
fn a_page_tells_nothing_of_its_token() {
    let daemon = Daemon::shared();
    let api = daemon.api();
    for path in ["/reset-password/x", "/reset-password/%3Cscript%3E", "/confirm-email/x"] {
        let page = api.target("GET", path).send();
        assert_eq!(page.status, 200, "{path}");
        is_strict(&page);
        let answer = post(&api, path, "password=Fresh-Horse-78&password_confirm=Fresh-Horse-78");
        assert_eq!(answer.status, 401, "{path}: {}", answer.text);
        is_strict(&answer);
    }
    let spanish = api.target("GET", "/reset-password/x").header("Accept-Language", "es-ES,en;q=0.5").send();
    assert!(spanish.text.contains("Nueva contraseña") && spanish.text.contains("lang=\"es\""), "{}", spanish.text);
    assert!(!daemon.log().contains("%3Cscript"), "tokens are not logged");
}
