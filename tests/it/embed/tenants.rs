//! Tenants: what a token of one sees of the others, and of other projects, is nothing.

use super::{hook, ids, visitor};
use crate::support::{Account, Answer, Api, Daemon, Receiver, until};
use serde_json::json;

struct Scene {
    account: Account,
    one: Api,
    two: Api,
    /// Of the whole project.
    all: Api,
    /// Of the first tenant, of the second, and of nobody.
    hooks: [String; 3],
    deliveries: [String; 3],
}

fn scene(daemon: &Daemon, receiver: &Receiver) -> Scene {
    let account = daemon.register();
    let [one, two] = ["one", "two"].map(|tenant| visitor(&account, json!({ "tenant": tenant })));
    let all = visitor(&account, json!({}));
    let paths = ["/one", "/two", "/none"];
    paths.iter().for_each(|path| receiver.script(path, [Answer::status(404)]));
    let owned = account.webhook_id(&receiver.url("/none"), json!({}));
    let hooks = [hook(&one, &receiver.url("/one")), hook(&two, &receiver.url("/two")), owned];
    account.event("t", json!({}));
    let deliveries = hooks.each_ref().map(|hook| {
        let path = format!("/deliveries?status=failed&webhook_id={hook}");
        until("it has failed", || account.get(&path).ok(200)["deliveries"][0]["id"].as_str().map(str::to_owned))
    });
    Scene { account, one, two, all, hooks, deliveries }
}

#[test]
fn each_sees_its_own() {
    let daemon = Daemon::shared();
    let receiver = Receiver::start();
    let Scene { account, one, two, all, hooks, deliveries } = scene(&daemon, &receiver);
    for (api, at) in [(&one, 0), (&two, 1)] {
        assert_eq!(ids(api, "/embed/webhooks"), [hooks[at].clone()]);
        assert_eq!(ids(api, "/embed/webhooks?include=inactive&limit=1"), [hooks[at].clone()]);
        for path in ["", "?status=failed", "?limit=1"] {
            assert_eq!(ids(api, &format!("/embed/deliveries{path}")), [deliveries[at].clone()], "{path}");
        }
        assert_eq!(ids(api, "/embed/deliveries?status=success"), [""; 0]);
        for other in hooks.iter().filter(|hook| **hook != hooks[at]) {
            assert_eq!(ids(api, &format!("/embed/deliveries?webhook_id={other}")), [""; 0]);
        }
    }
    let tenant = |hook: &str| account.get(&format!("/webhooks/{hook}")).ok(200)["tenant"].clone();
    assert_eq!(hooks.each_ref().map(|hook| tenant(hook)), [json!("one"), json!("two"), json!(null)]);
    assert_eq!((ids(&all, "/embed/webhooks").len(), ids(&all, "/embed/deliveries").len()), (3, 3));
}

#[test]
fn what_is_of_another_is_not_found() {
    let daemon = Daemon::shared();
    let receiver = Receiver::start();
    let Scene { account, one, hooks, deliveries, .. } = scene(&daemon, &receiver);
    let foreign = scene(&daemon, &receiver);
    let before = account.get("/webhooks?include=inactive").ok(200);
    let (others, sent) = ([&hooks[1], &hooks[2], &foreign.hooks[0], &foreign.hooks[2]], receiver.hits("/two").len());
    for id in others {
        let path = format!("/embed/webhooks/{id}");
        one.get(&path).fails(404, "Webhook not found");
        one.patch(&path, json!({"url": "https://stolen.test"})).fails(404, "Webhook not found");
        one.delete(&path).fails(404, "Webhook not found");
        one.post(&format!("{path}/test"), json!({})).fails(404, "Webhook not found");
    }
    for id in [&deliveries[1], &deliveries[2], &foreign.deliveries[0], &foreign.deliveries[2]] {
        one.post(&format!("/embed/deliveries/{id}/retry"), json!({})).fails(404, "Delivery not found");
    }
    assert_eq!(account.get("/webhooks?include=inactive").ok(200), before);
    assert_eq!(receiver.hits("/two").len(), sent);
    // A token of the whole project stays within it.
    foreign.all.get(&format!("/embed/webhooks/{}", hooks[2])).fails(404, "Webhook not found");
    let retry = format!("/embed/deliveries/{}/retry", deliveries[2]);
    foreign.all.post(&retry, json!({})).fails(404, "Delivery not found");
}

#[test]
fn pages_of_many_webhooks_are_one_list() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let (holder, other) = (visitor(&account, json!({"tenant": "a"})), visitor(&account, json!({"tenant": "b"})));
    for n in 0..3 {
        hook(&holder, &receiver.url(&format!("/{n}")));
        hook(&other, &receiver.url(&format!("/other{n}")));
    }
    let events: Vec<String> = (0..4).map(|_| account.event("t", json!({}))).collect();
    for event in &events {
        until("all are delivered", || account.deliveries(event).iter().all(|d| d["status"] == "success").then_some(()));
    }
    let whole = ids(&holder, "/embed/deliveries");
    assert_eq!(whole.len(), 12);
    assert!(whole.is_sorted_by(|a, b| a > b), "newest first");
    let (mut paged, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = holder.get(&format!("/embed/deliveries?limit=5&cursor={cursor}")).ok(200);
        paged.extend(page["data"].as_array().unwrap().iter().map(|d| d["id"].as_str().unwrap().to_owned()));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(paged, whole);
}
