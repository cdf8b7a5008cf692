//! The guard on destinations: no address of this machine or of private networks is ever dialled,
//! however it is written.

use crate::support::{Account, Daemon, Receiver};
use serde_json::json;

/// Plain http allowed, the guard on.
fn guarded(more: &[&str]) -> Daemon {
    Daemon::bare(&[&["--auth-rate-limit", "off", "--allow-http-destinations"], more].concat())
}

const BLOCKED_HOSTS: [&str; 40] = [
    "127.0.0.1",
    "127.1",
    "127.255.255.254",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "１２７.０.０.１",
    "127。0。0。1",
    "0.0.0.0",
    "0",
    "10.1.2.3",
    "100.64.0.1",
    "169.254.169.254",
    "0xa9fea9fe",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:169.254.169.254]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2001::1]",
    "[2001:db8::1]",
    "[2002:7f00:1::]",
    "[fc00::1]",
    "[fe80::1]",
    "[ff02::1]",
];

#[test]
fn literal_addresses_are_refused_at_once() {
    let daemon = guarded(&[]);
    let account = daemon.register();
    let hook = account.webhook_id("https://example.com/x", json!({}));
    for host in BLOCKED_HOSTS {
        for scheme in ["https", "http"] {
            let url = format!("{scheme}://{host}/x");
            let reply = account.post("/webhooks", json!({ "url": url }));
            assert_eq!(reply.status, 422, "{url}: {}", reply.text);
            reply.fails(422, "url points to a blocked address").invalid("url");
        }
        let reply = account.patch(&format!("/webhooks/{hook}"), json!({"url": format!("https://{host}:8443/x")}));
        reply.fails(422, "url points to a blocked address");
    }
    for host in ["93.184.216.34", "1.1.1.1", "172.32.0.1", "[2606:4700::1111]"] {
        account.post("/webhooks", json!({"url": format!("https://{host}/x")})).ok(201);
    }
}

/// Sends an event to the URL and expects that nobody was dialled.
#[track_caller]
fn never_dialled(account: &Account, receiver: &Receiver, url: &str) {
    let hook = account.webhook_id(url, json!({}));
    let event = account.event("t", json!({"a": 1}));
    let delivery = account.settled(&event);
    assert_eq!(delivery["status"], "failed", "{url}");
    assert_eq!(delivery["error"], "Destination address not allowed", "{url}");
    assert_eq!(delivery["response_status"], json!(null));
    let letters = account.dead_letters();
    assert!(letters.iter().any(|l| l["delivery_id"] == delivery["id"]), "it ends in the dead letters at once");
    let test = account.post(&format!("/webhooks/{hook}/test"), json!({}));
    assert_eq!((test.status, &test.json["error"]), (422, &json!("Destination address not allowed")), "{}", test.text);
    account.delete(&format!("/webhooks/{hook}")).ok(200);
    assert_eq!(receiver.connections(), 0, "{url} was dialled");
}

#[test]
fn names_of_this_machine_are_never_dialled() {
    let daemon = guarded(&[]);
    let account = daemon.register();
    let receiver = Receiver::start();
    let port = receiver.address().port();
    never_dialled(&account, &receiver, &format!("http://localhost:{port}/in"));
    never_dialled(&account, &receiver, &format!("http://LocalHost:{port}/in"));
    // Not every resolver knows this one; then the attempt fails on the name.
    let hook = json!({"retry_config": {"max_attempts": 1}});
    account.webhook(&format!("http://sub.localhost:{port}/in"), hook);
    assert_eq!(account.settled(&account.event("t", json!({})))["status"], "failed");
    assert_eq!(receiver.connections(), 0);
}

#[test]
fn a_webhook_made_while_it_was_allowed_is_blocked_at_send_time() {
    let mut daemon = Daemon::with(&[]);
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    account.settled(&account.event("t", json!({})));
    assert_eq!(receiver.hits("/in").len(), 1);
    daemon.stop();
    daemon.restart_with(&["--auth-rate-limit", "off", "--allow-http-destinations"]);
    let delivery = account.settled(&account.event("t", json!({})));
    assert_eq!(
        (&delivery["status"], &delivery["error"]),
        (&json!("failed"), &json!("Destination address not allowed"))
    );
    assert_eq!(receiver.hits("/in").len(), 1);
}

#[test]
fn networks_may_be_allowed_one_by_one() {
    let daemon = guarded(&["--allow-private-destinations=127.0.0.0/8"]);
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    assert_eq!(account.settled(&account.event("t", json!({})))["status"], "success");
    for host in ["10.1.2.3", "169.254.169.254", "[::1]", "192.168.1.1"] {
        let reply = account.post("/webhooks", json!({"url": format!("http://{host}/x")}));
        reply.fails(422, "url points to a blocked address");
    }
}

#[test]
fn our_own_listener_is_no_destination() {
    let daemon = guarded(&[]);
    let account = daemon.register();
    let own = daemon.address();
    for host in ["localhost", "127.0.0.1", "[::ffff:127.0.0.1]"] {
        let url = format!("http://{host}:{}/api/v1/events", own.port());
        let reply = account.post("/webhooks", json!({ "url": url }));
        if reply.status == 201 {
            let event = account.event("t", json!({}));
            assert_eq!(account.settled(&event)["error"], "Destination address not allowed", "{url}");
        } else {
            reply.fails(422, "url points to a blocked address");
        }
    }
}

#[test]
fn proxies_of_the_environment_are_ignored() {
    let receiver = Receiver::start();
    let proxy = Receiver::start();
    let address = proxy.url("");
    let daemon = Daemon::with_env(&[("HTTP_PROXY", &address), ("http_proxy", &address), ("ALL_PROXY", &address)]);
    let account = daemon.register();
    account.webhook(&receiver.url("/in"), json!({}));
    assert_eq!(account.settled(&account.event("t", json!({})))["status"], "success");
    assert_eq!((receiver.hits("/in").len(), proxy.connections()), (1, 0));
}
