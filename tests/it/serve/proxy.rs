//! The proxy on the way out: what takes it, what it is asked for, and what is checked all the same.

use crate::support::tls::Pair;
use crate::support::{Cli, Daemon, Proxy, Receiver, until};
use serde_json::json;

fn behind(proxy: &str) -> Daemon {
    Daemon::with(&["--egress-proxy", proxy])
}

#[test]
fn deliveries_take_it_and_it_is_told_addresses() {
    let (proxy, receiver) = (Proxy::start(), Receiver::start());
    let daemon = behind(&proxy.url());
    let account = daemon.register();
    let named = receiver.url("/in").replace("127.0.0.1", "localhost");
    account.webhook(&named, json!({}));
    let delivery = account.settled(&account.event("t", json!({"a": 1})));
    assert_eq!(delivery["status"], "success", "{delivery}");
    let hit = &receiver.wait_for("/in", 1)[0];
    let port = named.split(':').nth(2).unwrap().split('/').next().unwrap();
    assert_eq!(hit.header("host"), Some(&*format!("localhost:{port}")), "the receiver sees the name");
    let asked = proxy.asked();
    assert_eq!(asked.last().unwrap().line, format!("CONNECT 127.0.0.1:{port} HTTP/1.1"));
    assert!(asked.iter().all(|a| !a.line.contains("localhost")), "it is never told names: {asked:?}");
    assert!(asked.iter().all(|a| a.headers.iter().all(|(name, _)| name.eq_ignore_ascii_case("host"))), "{asked:?}");
    let detail = account.delivery(delivery["id"].as_str().unwrap());
    assert!(!detail.to_string().contains(&proxy.address().port().to_string()), "{detail}");
    let log = daemon.log();
    assert!(log.contains(&format!("proxy=http://{}", proxy.address())), "it is told at the start: {log}");
}

#[test]
fn https_goes_through_the_tunnel() {
    let pair = Pair::new();
    let flags = pair.flags();
    let receiver = Daemon::with(&flags.each_ref().map(String::as_str));
    let proxy = Proxy::start();
    let daemon = behind(&proxy.url());
    let account = daemon.register();
    account.webhook(&format!("https://{}/in", receiver.address()), json!({}));
    let event = account.event("t", json!({}));
    let delivery = account.delivery_when(&event, "tried", |d| d["status"] != "pending");
    // Keys are agreed on with the receiver, not the proxy; nobody vouches for this one.
    let error = delivery["error"].as_str().unwrap();
    assert!(error.starts_with("TLS error: "), "{error}");
    assert_eq!(proxy.asked()[0].line, format!("CONNECT {} HTTP/1.1", receiver.address()));
}

#[test]
fn it_gets_the_login_and_nobody_else_does() {
    let (proxy, receiver) = (Proxy::asking_for(Some("Basic YW5hOnBAc3M=")), Receiver::start());
    let with_login = |login: &str| proxy.url().replace("http://", &format!("http://{login}@"));
    let daemon = behind(&with_login("ana:p%40ss"));
    let account = daemon.register();
    account.webhook(&receiver.url("/in"), json!({}));
    assert_eq!(account.settled(&account.event("t", json!({})))["status"], "success");
    assert_eq!(receiver.wait_for("/in", 1)[0].header("proxy-authorization"), None);
    assert!(!daemon.log().contains("p@ss") && !daemon.log().contains("p%40ss"), "{}", daemon.log());
    let printed = Cli::new(["serve", "--print-config", "--egress-proxy", &with_login("ana:p%40ss")]).run();
    assert!(printed.stdout.contains("egress_proxy = \"http://***:***@") && !printed.stdout.contains("40ss"));

    let stranger = behind(&with_login("eve:x"));
    let account = stranger.register();
    account.webhook(&receiver.url("/in"), json!({"retry_config": {"backoff_seconds": [3600]}}));
    let event = account.event("t", json!({}));
    let delivery = account.delivery_when(&event, "tried", |d| d["status"] != "pending");
    assert_eq!(delivery["error"], "Egress proxy: tunnel error: proxy authorization required");
    assert!(delivery["next_retry_at"].is_string(), "it is tried again");
}

#[test]
fn a_proxy_that_is_down_is_named_and_tried_again() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let receiver = Receiver::start();
    let daemon = behind(&format!("http://{free}"));
    let account = daemon.register();
    account.webhook(&receiver.url("/in"), json!({"retry_config": {"backoff_seconds": [3600]}}));
    let event = account.event("t", json!({}));
    let delivery = account.delivery_when(&event, "tried", |d| d["status"] != "pending");
    assert_eq!(delivery["error"], "Egress proxy: Connection refused");
    assert!(delivery["next_retry_at"].is_string());
    assert!(receiver.hits("/in").is_empty(), "there is no way around it");
}

#[test]
fn forbidden_addresses_are_not_even_asked_for() {
    let (proxy, receiver) = (Proxy::start(), Receiver::start());
    let mut daemon = behind(&proxy.url());
    let account = daemon.register();
    account.webhook(&receiver.url("/in").replace("127.0.0.1", "localhost"), json!({}));
    daemon.stop();
    daemon.restart_with(&["--allow-http-destinations", "--egress-proxy", &proxy.url()]);
    let event = account.event("t", json!({}));
    let delivery = account.delivery_when(&event, "given up", |d| d["status"] == "failed");
    assert_eq!(delivery["error"], "Destination address not allowed");
    assert!(proxy.asked().is_empty(), "{:?}", proxy.asked());
}

#[test]
fn our_own_sandbox_is_reached_without_it() {
    let proxy = Proxy::start();
    let daemon = behind(&proxy.url());
    let account = daemon.register();
    let made = account.post("/sandbox-endpoints", json!({"name": "s"})).ok(201);
    account.webhook(made["full_url"].as_str().unwrap(), json!({}));
    assert_eq!(account.settled(&account.event("t", json!({})))["status"], "success");
    assert!(proxy.asked().is_empty());
}

#[test]
fn other_calls_take_it_too() {
    let (proxy, receiver) = (Proxy::start(), Receiver::start());
    let daemon = behind(&proxy.url());
    let account = daemon.register();
    let job = json!({"name": "j", "schedule_type": "daily", "schedule_config": {"hour": 1, "minute": 0},
        "action_type": "post_url", "action_config": {"url": receiver.url("/job"), "method": "POST"}});
    let made = account.post("/jobs", job).ok(201);
    let id = made["id"].as_str().or_else(|| made["job"]["id"].as_str()).unwrap_or_else(|| panic!("{made}")).to_owned();
    account.call("POST", &format!("/jobs/{id}/run")).send();
    receiver.wait_for("/job", 1);
    until("it was asked", || (!proxy.asked().is_empty()).then_some(()));
}

#[test]
fn what_is_no_proxy_is_refused() {
    for text in
        ["proxy:3128", "https://proxy:3128", "socks5://proxy:1080", "http://proxy:3128/path", "http://a:***@b:1"]
    {
        let run = Cli::new(["serve", "--check", "--egress-proxy", text]).run();
        assert_eq!(run.code, Some(2), "{text}: {}", run.stderr);
        assert!(run.stderr.contains("--egress-proxy ***: must"), "{text}: {}", run.stderr);
    }
}
