//! Webhooks to the sandbox of the same server: allowed although it is plain http on a private
//! address, and nothing else of the server is.

use super::{kept, place};
use crate::support::{Account, Daemon, jobcelis_signature, until};
use serde_json::{Value, json};

/// The guard on, http not allowed.
fn guarded() -> Daemon {
    Daemon::bare(&["--auth-rate-limit", "off"])
}

#[track_caller]
fn arrived(account: &Account, id: &str) -> Value {
    until("a request arrives", || kept(account, id).into_iter().next())
}

#[test]
fn a_delivery_arrives_as_it_was_sent() {
    let daemon = guarded();
    let account = daemon.register();
    let (id, path) = place(&account);
    let url = format!("http://{}{path}/in?k=v", daemon.address());
    let hook = account.webhook(&url, json!({"topics": ["order.*"], "headers": {"X-Own": "yes"}}));
    let event = account.event("order.created", json!({"order_id": "12345"}));
    let delivery = account.settled(&event);
    assert_eq!((&delivery["status"], &delivery["response_status"]), (&json!("success"), &json!(200)));
    let seen = arrived(&account, &id);
    assert_eq!((&seen["method"], &seen["path"]), (&json!("POST"), &json!(format!("{path}/in"))));
    assert_eq!((&seen["body"]["order_id"], &seen["body"]["topic"]), (&json!("12345"), &json!("order.created")));
    assert_eq!(seen["query_params"], json!({"k": "v"}));
    let signed = jobcelis_signature(hook["secret"].as_str().unwrap(), seen["body_raw"].as_str().unwrap().as_bytes());
    assert_eq!((&seen["headers"]["x-signature"], &seen["headers"]["x-own"]), (&json!(signed), &json!("yes")));
    let test = account.post(&format!("/webhooks/{}/test", hook["id"].as_str().unwrap()), json!({})).ok(200);
    assert_eq!(test["success"], true);
    assert_eq!(kept(&account, &id)[0]["body"]["topic"], "webhook.test");
}

#[test]
fn by_every_name_of_the_server() {
    let daemon = Daemon::bare(&["--auth-rate-limit", "off", "--listen", "0.0.0.0:0"]);
    let port = until("it listens everywhere too", || {
        let log = daemon.log();
        log.split_once("http://0.0.0.0:")?.1.split_whitespace().next()?.parse::<u16>().ok()
    });
    let account = daemon.register();
    for base in
        [format!("http://127.0.0.1:{port}"), format!("http://localhost:{port}"), format!("http://LOCALHOST:{port}")]
    {
        let (id, path) = place(&account);
        let hook = account.webhook_id(&format!("{base}{path}"), json!({}));
        assert_eq!(account.settled(&account.event("t", json!({})))["status"], "success", "{base}");
        arrived(&account, &id);
        account.delete(&format!("/webhooks/{hook}")).ok(200);
    }
}

#[test]
fn nothing_else_of_the_server_may_be_called() {
    let daemon = guarded();
    let account = daemon.register();
    let (_, path) = place(&account);
    let own = daemon.address();
    for (url, error) in [
        (format!("http://{own}/api/v1/events"), "URL must start with https://"),
        (format!("http://{own}{path}/../../api/v1/events"), "URL must start with https://"),
        (format!("http://{own}{path}/%2e%2e/%2E%2E/x"), "URL must start with https://"),
        (format!("http://{own}{path}/..%2f..%2fapi"), "URL must start with https://"),
        (format!("http://{own}/sandboxes/x"), "URL must start with https://"),
        (format!("http://127.0.0.1:1{path}"), "URL must start with https://"),
        (format!("https://{own}{path}"), "url points to a blocked address"),
        (format!("http://u:p@{own}{path}"), "url must not contain credentials"),
    ] {
        let reply = account.post("/webhooks", json!({ "url": url }));
        assert_eq!(reply.status, 422, "{url}: {}", reply.text);
        reply.fails(422, error);
    }
}

#[test]
fn a_connection_to_the_sandbox_leads_nowhere_else() {
    // By a name, the address is judged when it is dialled: a connection that is open must not help.
    let daemon = Daemon::bare(&["--auth-rate-limit", "off", "--allow-http-destinations"]);
    let account = daemon.register();
    let (id, path) = place(&account);
    let base = format!("http://localhost:{}", daemon.address().port());
    let hook = account.webhook_id(&format!("{base}{path}"), json!({}));
    assert_eq!(account.settled(&account.event("t", json!({})))["status"], "success");
    arrived(&account, &id);
    account.patch(&format!("/webhooks/{hook}"), json!({"url": format!("{base}/health")})).ok(200);
    assert_eq!(account.settled(&account.event("t", json!({})))["error"], "Destination address not allowed");
}

#[test]
fn an_endpoint_that_ended_is_a_receiver_that_fails() {
    let daemon = guarded();
    let account = daemon.register();
    let (id, path) = place(&account);
    account.webhook(&format!("http://{}{path}", daemon.address()), json!({}));
    account.delete(&format!("/sandbox-endpoints/{id}")).ok(200);
    let delivery = account.settled(&account.event("t", json!({})));
    assert_eq!((&delivery["status"], &delivery["error"]), (&json!("failed"), &json!("HTTP 404")));
}
