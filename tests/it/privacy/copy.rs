//! The copy of a user's data: whose it is, how much, in which order.

use super::{entries, join};
use crate::support::{Account, Answer, Daemon, Receiver, until};
use serde_json::{Value, json};

fn copy(account: &Account) -> Value {
    account.user().get("/me/data").ok(200)["data"].take()
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect()
}

#[test]
fn long_lists_are_cut_and_say_so() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    account.webhook(&receiver.url("/in"), json!({}));
    let second = account.user().post("/projects", json!({"name": "Second"})).ok(201);
    let other = account.with(second["api_key"].as_str().unwrap());
    let batch = |from: u32, n: u32| {
        let events: Vec<Value> = (from..from + n).map(|n| json!({"topic": "t", "n": n})).collect();
        json!({ "events": events })
    };
    account.post("/events/batch", batch(0, 499)).ok(202);
    let one = other.post("/events", json!({"topic": "t"})).ok(202);
    let data = copy(&account);
    assert_eq!((ids(&data["events"]).len(), &data["truncated"]["events"]), (500, &json!(false)));
    account.post("/events/batch", batch(499, 100)).ok(202);
    until("all deliveries are there", || {
        let data = copy(&account);
        (data["truncated"]["deliveries"] == true).then_some(())
    });
    let data = copy(&account);
    for list in ["events", "deliveries"] {
        let ids = ids(&data[list]);
        assert_eq!((ids.len(), &data["truncated"][list]), (500, &json!(true)), "{list}");
        assert!(ids.windows(2).all(|pair| pair[0] > pair[1]), "{list}: newest first");
    }
    assert!(ids(&data["events"]).contains(&one["id"].as_str().unwrap()), "of both projects");
    assert_eq!(data["truncated"]["projects"], false);
    let names: Vec<&str> = data["projects"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Second", "My Project"]);
    assert!(data.to_string().len() < 1 << 20);
}

#[test]
fn only_what_is_ones_own_is_in_it() {
    let daemon = Daemon::shared();
    let (owner, mate, receiver) = (daemon.register(), daemon.register(), Receiver::start());
    join(&owner, &mate, "admin");
    receiver.script("/in", [Answer::status(200)]);
    owner.webhook(&receiver.url("/in"), json!({"secret": "whsec_bm90IGluIGFueSBjb3B5IG9mIGRhdGE="}));
    let event = owner.event("order.created", json!({"secret_word": "mellon"}));
    owner.settled(&event);
    let (own, guest) = (copy(&owner), copy(&mate));
    assert_eq!(own["events"][0]["topic"], "order.created");
    assert_eq!(
        (own["deliveries"][0]["attempt_number"].clone(), own["webhooks"][0]["status"].clone()),
        (1.into(), "active".into())
    );
    for list in ["webhooks", "events", "deliveries"] {
        assert_eq!(guest[list], json!([]), "{list}");
    }
    assert_eq!(ids(&guest["projects"]), [mate.project_id.as_str()]);
    let places: Vec<(&str, &str)> = guest["memberships"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| (m["project_id"].as_str().unwrap(), m["role"].as_str().unwrap()))
        .collect();
    assert_eq!(places, [(owner.project_id.as_str(), "admin"), (mate.project_id.as_str(), "owner")]);
    assert_eq!(guest["notifications"][0]["type"], "team_invite");
    for (data, account) in [(&own, &owner), (&guest, &mate)] {
        let text = data.to_string();
        for secret in ["mellon", "whsec_", "argon2", "jcr_", &account.key, &account.token] {
            assert!(!text.contains(secret), "{secret} is in {text}");
        }
    }
    assert!(!guest.to_string().contains(&owner.email), "the address of another");
}

#[test]
fn every_copy_is_recorded() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    copy(&account);
    let recorded = entries(&account, "gdpr.data_export");
    assert_eq!(recorded.len(), 1);
    assert_eq!(entries(&account, "gdpr.data_export").len(), 2);
    account.get("/me/data").fails(401, "Unauthorized");
}
