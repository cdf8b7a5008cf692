//! The sandbox on the command line.

use super::{kept, place};
use crate::support::{Account, Cli, Daemon, Output, until};
use serde_json::{Value, json};

fn cli(account: &Account, args: &[&str]) -> Cli {
    account.cli([&["sandbox"], args].concat())
}

#[track_caller]
fn run(account: &Account, args: &[&str]) -> Output {
    cli(account, args).run().ok()
}

#[track_caller]
fn json_of(account: &Account, args: &[&str]) -> Value {
    cli(account, args).run().json()
}

#[test]
fn from_beginning_to_end() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = json_of(&account, &["create", "--name", "Till", "--ttl-hours", "1"]);
    let (id, url) = (made["id"].as_str().unwrap(), made["url"].as_str().unwrap());
    assert_eq!((&made["name"], url.starts_with("/sandbox/till-")), (&json!("Till"), true));
    assert_eq!(json_of(&account, &["list"])["data"], json!([made]));
    assert_eq!(run(&account, &["url", id]).stdout.trim(), made["full_url"].as_str().unwrap());
    assert_eq!(json_of(&account, &["rename", id, "--name", "Shop"])["name"], "Shop");
    for n in 0..3 {
        account.target("POST", url).raw("", n.to_string()).send().ok(200);
    }
    let list = json_of(&account, &["requests", id, "--limit", "2"]);
    assert_eq!((&list["data"][0]["body"], &list["has_next"]), (&json!(2), &json!(true)));
    assert_eq!(run(&account, &["requests", id, "--all", "-o", "ndjson", "--fields", "body"]).stdout.lines().count(), 3);
    let table = run(&account, &["requests", id, "-o", "table"]).stdout;
    assert!(table.contains("POST") && table.contains(url), "{table}");
    assert_eq!(json_of(&account, &["delete", id]), json!({"status": "deleted"}));
    assert_eq!(cli(&account, &["delete", id]).run().code, Some(5));
    assert_eq!(cli(&account, &["url", id]).run().code, Some(1));
    let usage = cli(&account, &["requests", id, "--count", "1"]).run();
    assert_eq!(usage.code, Some(2), "a count is for following: {}", usage.stderr);
}

#[test]
fn following_shows_what_arrives_after_it_began() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (id, path) = place(&account);
    account.target("POST", &path).raw("", "before").send().ok(200);
    let follower = cli(&account, &["requests", &id, "--follow", "--count", "3"]);
    let following = std::thread::spawn(move || follower.run());
    // It cannot be seen when it has begun: what is sent is sent until it has seen enough.
    until("the follower ends", || {
        account.target("POST", &path).raw("", "after").send().ok(200);
        following.is_finished().then_some(())
    });
    let output = following.join().unwrap();
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    let lines: Vec<Value> = output.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines.len() == 3 && lines.iter().all(|line| line["body"] == "after"), "{}", output.stdout);
    assert!(kept(&account, &id).len() > 3);
}
