//! What callers may give, and what becomes of the stored channels.

use super::*;
use crate::base::Json;
use crate::base::id::IdSource;
use crate::domain::destination::UrlPolicy;

const SLACK: &str = "https://hooks.slack.com/services/T/B/x";

fn rules() -> Rules {
    Rules { urls: UrlPolicy::default(), hosts: vec!["chat.example.org".to_owned()] }
}

fn put(stored: Vec<Channel>, body: &str) -> Result<Vec<Channel>, String> {
    let ids = IdSource::default();
    let json = Json::parse(body).expect("JSON");
    let change = Change::read(json.as_object().expect("object"));
    change.and_then(|change| change.apply(stored, &rules(), || ids.next())).map_err(|e| {
        assert_eq!(e.details().len(), 1, "{body}");
        e.message().to_owned()
    })
}

fn all(list: Vec<Channel>) -> Channels {
    let ids = IdSource::default();
    Channels { id: ids.next(), list, updated_at: Timestamp::from_secs(0) }
}

#[test]
fn one_channel_leaves_the_others() {
    let slack = format!(r#"{{"channel":"slack","config":{{"webhook_url":"{SLACK}"}},"events":["webhook_failing"]}}"#);
    let one = put(Vec::new(), &slack).expect("slack");
    let two = put(one.clone(), r#"{"channel":"webhook","config":{"url":"http://a.example/x","secret":"s"}}"#);
    let two = two.expect("webhook");
    assert_eq!(two[0], one[0]);
    assert_eq!((two[1].medium, two[1].secret.as_deref()), (Medium::MetaWebhook, Some("s")));
    assert_eq!(all(two.clone()).events(), None, "one wants all");
    let off = put(two.clone(), r#"{"channel":"meta_webhook","enabled":false}"#).expect("off");
    assert_eq!((off[1].value.as_deref(), off[1].enabled), (Some("http://a.example/x"), false));
    assert_eq!(all(off).events(), Some(vec![AlertKind::WebhookFailing]));
    let wide = put(one.clone(), r#"{"channel":"slack","events":[]}"#).expect("all");
    assert!(wide[0].wants(AlertKind::JobFailed) && !one[0].wants(AlertKind::JobFailed));
    for (name, medium) in [("email", "email"), ("email_address", "email"), ("address", "email"), ("to", "email")] {
        let body = format!(r#"{{"channel":"{medium}","config":{{"{name}":"a@b"}}}}"#);
        assert_eq!(put(Vec::new(), &body).expect(name)[0].value.as_deref(), Some("a@b"));
    }
}

#[test]
fn flat_fields_replace_everything() {
    let body = format!(
        r#"{{"email_enabled":true,"email_address":"a@b.c","slack_enabled":true,"slack_webhook_url":"{SLACK}",
            "meta_webhook_url":"https://a.example/","meta_webhook_secret":"s","event_types":["job_failed"]}}"#
    );
    let list = put(Vec::new(), &body).expect("three");
    let mediums: Vec<_> = list.iter().map(|c| (c.medium, c.enabled)).collect();
    assert_eq!(mediums, [(Medium::Email, true), (Medium::Slack, true), (Medium::MetaWebhook, false)]);
    assert_eq!(all(list.clone()).events(), Some(vec![AlertKind::JobFailed]));
    let masked = format!(
        r#"{{"slack_enabled":true,"slack_webhook_url":"https://hooks.slack.com/{MASK}",
            "meta_webhook_url":"https://a.example/","meta_webhook_secret":"{MASK}"}}"#
    );
    let again = put(list, &masked).expect("kept");
    assert_eq!(again[0].value.as_deref(), Some(SLACK));
    assert_eq!((again.len(), again[1].secret.as_deref()), (2, Some("s")));
    assert!(put(again, "{}").expect("nothing").is_empty());
}

#[test]
fn bad_values_are_refused() {
    for (body, error) in [
        (r#"{"slack_enabled":true}"#, "slack_webhook_url can't be blank"),
        (r#"{"channel":"email"}"#, "email_address can't be blank"),
        (r#"{"channel":"pager"}"#, "channel must be one of: email, slack, discord, webhook"),
        (r#"{"email_address":"nobody"}"#, "email_address must be an email address"),
        (r#"{"email_address":"a@b\r\nBcc: c@d"}"#, "email_address must be an email address"),
        (r#"{"email_enabled":"yes"}"#, "email_enabled must be a boolean"),
        (r#"{"event_types":["nothing"]}"#, "event_types contains invalid event types"),
        (r#"{"channel":"slack","events":["nothing"]}"#, "event_types contains invalid event types"),
        (r#"{"event_types":"all"}"#, "event_types must be an array of strings"),
        (
            r#"{"slack_webhook_url":"https://hooks.slack.com.evil.example/x"}"#,
            "slack_webhook_url must start with https://hooks.slack.com/",
        ),
        (
            r#"{"discord_webhook_url":"https://discord.com/other"}"#,
            "discord_webhook_url must start with https://discord.com/api/webhooks/",
        ),
        (r#"{"meta_webhook_url":"http://127.0.0.1/"}"#, "meta_webhook_url points to a blocked address"),
        (r#"{"meta_webhook_url":"ftp://a.example/"}"#, "meta_webhook_url must start with https:// or http://"),
    ] {
        assert_eq!(put(Vec::new(), body).expect_err(body), error, "{body}");
    }
}

#[test]
fn known_hosts() {
    for url in [SLACK, "https://hooks.slack-gov.com/x", "https://chat.example.org/hooks/x"] {
        assert!(put(Vec::new(), &format!(r#"{{"slack_webhook_url":"{url}"}}"#)).is_ok(), "{url}");
    }
    for host in ["discord.com", "discordapp.com", "ptb.discord.com", "canary.discord.com"] {
        let body = format!(r#"{{"discord_webhook_url":"https://{host}/api/webhooks/1/x"}}"#);
        let list = put(Vec::new(), &body).expect(host);
        assert_eq!(list[0].shown(), Some(format!("https://{host}/{MASK}")));
    }
}
