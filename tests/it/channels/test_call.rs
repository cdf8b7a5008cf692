//! The test call: every channel at once, with what became of each.

use super::{PATH, listen, put};
use crate::support::{Answer, Daemon, MailServer, Receiver, jobcelis_signature, until};
use serde_json::json;

#[test]
fn every_channel_is_tried() {
    let mail = MailServer::start();
    let flags = mail.flags();
    let mut flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    flags.extend(["--alert-hosts", "127.0.0.1"]);
    let daemon = Daemon::with(&flags);
    let (account, receiver) = (daemon.register(), Receiver::start());
    listen(&account, &receiver.url("/meta"), &["job_failed"]);
    for channel in ["slack", "discord"] {
        let config = json!({"url": receiver.url(&format!("/{channel}"))});
        put(&account, json!({"channel": channel, "config": config})).ok(200);
    }
    put(&account, json!({"channel": "email", "config": {"to": "ops@shop.test"}})).ok(200);
    receiver.script("/discord", [Answer::status(500)]);
    let answer = account.post(&format!("{PATH}/test"), json!({})).ok(200);
    assert_eq!(answer["status"], "partial", "{answer}");
    assert_eq!(answer["channels"], json!(["email", "slack", "discord", "meta_webhook"]));
    let results = answer["results"].as_array().unwrap();
    let seen: Vec<_> = results.iter().map(|r| (r["ok"].as_bool().unwrap(), r["status"].as_u64())).collect();
    assert_eq!(seen, [(true, None), (true, Some(200)), (false, Some(500)), (true, Some(200))]);
    assert!(results[2]["error"].is_string() && results[0]["latency_ms"].is_u64(), "{answer}");

    let hit = &receiver.wait_for("/meta", 1)[0];
    let body = hit.json();
    assert_eq!((&body["event_type"], &body["payload"]["test"]), (&json!("webhook_failing"), &json!(true)));
    assert_eq!(body["project_id"], account.project_id.as_str());
    assert_eq!(hit.header("x-signature"), Some(jobcelis_signature("key", &hit.body).as_str()));
    assert_eq!(hit.header("x-jobcelis-alert"), Some("webhook_failing"));
    assert!(hit.header("x-jobcelis-alert-id").is_some_and(|id| id.len() == 36));
    let slack = receiver.wait_for("/slack", 1)[0].json();
    assert_eq!(slack["blocks"][1]["elements"][0]["text"], "Event: `webhook_failing`");
    assert_eq!(receiver.wait_for("/discord", 1)[0].json()["allowed_mentions"], json!({"parse": []}));
    let letter = until("the letter is there", || {
        mail.letters().into_iter().find(|letter| letter.to.iter().any(|to| to.contains("ops@shop.test")))
    });
    assert!(letter.header("Subject").contains("webhook_failing"), "{}", letter.text);
    assert!(letter.text.contains("multipart/alternative") && letter.text.contains("text/html"));

    let channels = account.get(PATH).ok(200)["data"]["channels"].clone();
    assert_eq!(
        (&channels["slack"]["last_status"], &channels["discord"]["last_status"]),
        (&json!("ok"), &json!("failed"))
    );
    let one = account.post(&format!("{PATH}/test"), json!({"channel": "webhook"})).ok(200);
    assert_eq!((&one["status"], &one["channels"]), (&json!("sent"), &json!(["meta_webhook"])));
}

#[test]
fn what_cannot_be_tried() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let test = |body| account.post(&format!("{PATH}/test"), body);
    test(json!({})).fails(404, "No notification channel configured");
    put(&account, json!({"channel": "email", "config": {"to": "ops@shop.test"}})).ok(200);
    test(json!({"channel": "slack"})).fails(422, "Channel slack is not enabled");
    test(json!({"channel": "pager"})).invalid("channel");
    let answer = test(json!({})).ok(200);
    assert_eq!(answer["status"], "failed");
    assert_eq!(answer["results"][0]["error"], "Email is not configured on this server");
    put(&account, json!({"channel": "email", "enabled": false})).ok(200);
    test(json!({})).fails(422, "No channel is enabled");
}
