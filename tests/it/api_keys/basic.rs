//! Keys as user and password: the id and the secret.

use super::{at, holder, key, reader};
use crate::support::{Account, Daemon, NO_ID, Reply};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

fn get(account: &Account, user: &str, password: &str) -> Reply {
    let pair = BASE64_STANDARD.encode(format!("{user}:{password}"));
    account.anonymous().call("GET", "/events").header("Authorization", &format!("Basic {pair}")).send()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

#[test]
fn id_and_secret_are_a_credential() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (one, two) = (key(&account, reader()), key(&account, reader()));
    let (id, secret) = (text(&one["id"]), text(&one["secret"]));
    get(&account, id, secret).ok(200);
    get(&account, &id.to_uppercase(), secret).ok(200);
    for (user, password) in [
        (id, text(&two["secret"])),
        (text(&two["id"]), secret),
        (NO_ID, secret),
        (id, ""),
        (id, &secret[..50]),
        (id, &account.key),
        ("", secret),
        ("ana", secret),
    ] {
        get(&account, user, password).fails(401, "Invalid API key");
    }
    let write = account.anonymous().call("POST", "/events").header("Authorization", &basic(id, secret)).json(json!({}));
    write.send().fails(403, "Insufficient scope: events:write");
    let plain = account.anonymous().call("GET", "/events").header("Authorization", &format!("Basic {id}:{secret}"));
    plain.send().fails(401, "Invalid API key");
}

fn basic(user: &str, password: &str) -> String {
    format!("Basic {}", BASE64_STANDARD.encode(format!("{user}:{password}")))
}

#[test]
fn a_named_key_is_not_passed_over() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let one = key(&account, reader());
    let call = |first: &str| {
        let call = account.anonymous().call("GET", "/events").header("Authorization", first);
        call.header("X-Api-Key", &account.key).send()
    };
    call(&basic(text(&one["id"]), "wrong")).fails(401, "Invalid API key");
    // What names no key is for whoever stands in front of the server.
    call(&basic("ana", "wrong")).ok(200);
    call("Basic !").ok(200);
}

#[test]
fn it_ends_as_the_secret_does() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let one = key(&account, reader());
    let (id, secret) = (text(&one["id"]), text(&one["secret"]));
    get(&account, id, secret).ok(200);
    account.patch(&at(&one, ""), json!({"status": "disabled"})).ok(200);
    get(&account, id, secret).fails(401, "Invalid API key");
    account.patch(&at(&one, ""), json!({"status": "active"})).ok(200);
    let next = account.post(&at(&one, "/rotate"), json!({})).ok(200);
    get(&account, id, secret).fails(401, "Invalid API key");
    get(&account, id, text(&next["secret"])).ok(200);
    holder(&account, &next).get("/events").ok(200);
    account.delete(&at(&one, "")).ok(200);
    get(&account, id, text(&next["secret"])).fails(401, "Invalid API key");
}
