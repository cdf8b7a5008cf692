//! What users agree to, and the texts they agree to.

use super::acted;
use crate::support::{Api, Daemon};
use serde_json::{Value, json};

fn accept(user: &Api, purpose: &str) -> crate::support::Reply {
    user.call("POST", &format!("/me/consents/{purpose}/accept")).send()
}

fn revoke(user: &Api, purpose: &str) -> crate::support::Reply {
    user.call("POST", &format!("/me/consents/{purpose}/revoke")).send()
}

fn row<'a>(list: &'a Value, purpose: &str) -> &'a Value {
    list["data"].as_array().unwrap().iter().find(|row| row["purpose"] == purpose).expect("a row per purpose")
}

#[test]
fn a_new_account_has_agreed_to_what_it_needs() {
    let daemon = Daemon::shared();
    let list = daemon.register().user().get("/me/consents").ok(200);
    let versions = json!({"terms": "1.0", "privacy": "1.0", "data_processing": "1.0", "marketing": "1.0"});
    assert_eq!((&list["current_versions"], &list["outdated"]), (&versions, &json!([])));
    let given = list["consents"].as_array().unwrap();
    let purposes: Vec<&Value> = given.iter().map(|consent| &consent["purpose"]).collect();
    assert_eq!(purposes, ["terms", "privacy", "data_processing"]);
    for consent in given {
        assert_eq!(consent.as_object().unwrap().keys().collect::<Vec<_>>(), ["id", "purpose", "version", "granted_at"]);
        let time = &consent["granted_at"];
        let shown = json!({"purpose": consent["purpose"], "accepted": true, "accepted_at": time, "version": "1.0", "updated_at": time});
        assert_eq!(row(&list, consent["purpose"].as_str().unwrap()), &shown);
    }
    let never =
        json!({"purpose": "marketing", "accepted": false, "accepted_at": null, "version": null, "updated_at": null});
    assert_eq!(row(&list, "marketing"), &never);
}

#[test]
fn they_are_given_given_again_and_taken_back() {
    let daemon = Daemon::shared();
    let user = daemon.register().user();
    revoke(&user, "marketing").fails(409, "Consent is not granted");
    let first = accept(&user, "marketing").ok(200);
    let consent = json!({"id": first["consent"]["id"], "purpose": "marketing", "version": "1.0", "granted_at": first["accepted_at"]});
    assert_eq!(first["consent"], consent);
    let list = user.get("/me/consents").ok(200);
    for (name, value) in row(&list, "marketing").as_object().unwrap() {
        assert_eq!(&first[name], value, "{name}");
    }
    let second = accept(&user, "marketing").ok(200);
    assert_ne!(second["consent"]["id"], first["consent"]["id"]);
    let list = user.get("/me/consents").ok(200);
    assert_eq!(list["consents"].as_array().unwrap().iter().filter(|c| c["purpose"] == "marketing").count(), 1);
    assert_eq!(revoke(&user, "marketing").ok(200), json!({"ok": true}));
    let list = user.get("/me/consents").ok(200);
    let gone = row(&list, "marketing");
    assert_eq!((&gone["accepted"], &gone["accepted_at"]), (&json!(false), &Value::Null));
    assert!(gone["updated_at"].as_str() > second["accepted_at"].as_str());
    assert_eq!((list["consents"].as_array().unwrap().len(), &list["outdated"]), (3, &json!([])));
    revoke(&user, "marketing").fails(409, "Consent is not granted");
    accept(&user, "marketing").ok(200);
    let expected = ["consent_granted", "consent_revoked", "consent_re_accepted", "consent_granted"];
    assert_eq!(acted(&user, "gdpr."), expected.map(|action| format!("gdpr.{action}")));
    let entries = user.get("/me/activity?limit=1").ok(200);
    assert_eq!(entries["data"][0]["metadata"], json!({"purpose": "marketing", "version": "1.0"}));
}

#[test]
fn what_an_account_needs_stays() {
    let daemon = Daemon::shared();
    let user = daemon.register().user();
    let text = "This consent is required; object to processing or delete the account instead";
    for purpose in ["terms", "privacy", "data_processing"] {
        revoke(&user, purpose).fails(422, text);
    }
    for purpose in ["cookies", "Terms", "x"] {
        accept(&user, purpose).fails(404, "Unknown purpose");
        revoke(&user, purpose).fails(404, "Unknown purpose");
    }
    assert_eq!(user.get("/me/consents").ok(200)["consents"].as_array().unwrap().len(), 3);
    assert_eq!(acted(&user, "gdpr."), [""; 0]);
}

#[test]
fn a_new_text_asks_again() {
    let mut daemon = Daemon::start();
    let user = daemon.register().user();
    let keen = daemon.register().user();
    accept(&keen, "marketing").ok(200);
    daemon.stop();
    daemon.restart_with(&["--terms-version", "2.0", "--marketing-version", "3.1", "--auth-rate-limit", "off"]);
    let list = user.get("/me/consents").ok(200);
    assert_eq!(
        (&list["current_versions"]["terms"], &list["current_versions"]["privacy"]),
        (&json!("2.0"), &json!("1.0"))
    );
    let terms = json!({"purpose": "terms", "current_version": "2.0", "user_version": "1.0"});
    assert_eq!(list["outdated"], json!([terms]), "who never agreed to marketing is not asked");
    let marketing = json!({"purpose": "marketing", "current_version": "3.1", "user_version": "1.0"});
    assert_eq!(keen.get("/me/consents").ok(200)["outdated"], json!([terms, marketing]));
    assert_eq!(accept(&user, "terms").ok(200)["consent"]["version"], "2.0");
    assert_eq!(user.get("/me/consents").ok(200)["outdated"], json!([]));
    assert_eq!(acted(&user, "gdpr."), ["gdpr.consent_re_accepted"]);
    let late = daemon.register().user().get("/me/consents").ok(200);
    assert_eq!((&late["outdated"], &row(&late, "terms")["version"]), (&json!([]), &json!("2.0")));
}
