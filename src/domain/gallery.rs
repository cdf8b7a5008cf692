//! Ready-made webhooks that a client may start from.

/// One template of the list; `headers` and `body_config` are JSON texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    pub id: &'static str,
    pub name: &'static str,
    pub description: &'static str,
    /// A placeholder: shows the form of the receiver's URL.
    pub url: &'static str,
    pub topics: &'static [&'static str],
    pub headers: &'static str,
    pub body_config: &'static str,
}

const JSON: &str = r#"{"Content-Type":"application/json"}"#;

pub static GALLERY: [Sample; 6] = [
    Sample {
        id: "slack",
        name: "Slack Notification",
        description: "Posts a message to a Slack channel through an incoming webhook.",
        url: "https://hooks.slack.com/services/...",
        topics: &["order.created", "payment.completed"],
        headers: JSON,
        body_config: r#"{"body_mode":"custom","template":{"text":"{{topic}} received","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*{{topic}}* ({{event_id}})\n{{payload}}"}}]}}"#,
    },
    Sample {
        id: "discord",
        name: "Discord",
        description: "Posts an embed to a Discord channel.",
        url: "https://discord.com/api/webhooks/...",
        topics: &[],
        headers: JSON,
        body_config: r#"{"body_mode":"custom","template":{"content":"{{topic}} received","embeds":[{"title":"{{topic}}","description":"{{payload}}"}]}}"#,
    },
    Sample {
        id: "telegram",
        name: "Telegram Bot",
        description: "Sends a message from a Telegram bot to a chat.",
        url: "https://api.telegram.org/bot.../sendMessage",
        topics: &[],
        headers: JSON,
        body_config: r#"{"body_mode":"custom","template":{"chat_id":"YOUR_CHAT_ID","text":"{{topic}}: {{payload}}"}}"#,
    },
    Sample {
        id: "email",
        name: "Email Alert",
        description: "Hands the event to a service that sends e-mail.",
        url: "https://api.example.com/email-hook",
        topics: &["user.signup"],
        headers: "{}",
        body_config: r#"{"body_mode":"full"}"#,
    },
    Sample {
        id: "generic",
        name: "Generic JSON",
        description: "Sends the whole event as JSON to any endpoint.",
        url: "https://your-endpoint.example/webhook",
        topics: &[],
        headers: JSON,
        body_config: r#"{"body_mode":"full"}"#,
    },
    Sample {
        id: "custom",
        name: "Custom",
        description: "An empty configuration to fill in yourself.",
        url: "https://your-endpoint.example/webhook",
        topics: &[],
        headers: "{}",
        body_config: "{}",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Json;
    use crate::domain::transform::BodyConfig;

    #[test]
    fn every_sample_is_a_valid_configuration() {
        for sample in GALLERY {
            let config = Json::parse(sample.body_config).expect(sample.id);
            assert!(BodyConfig::compile(&config).is_ok(), "{}", sample.id);
            assert!(Json::parse(sample.headers).is_ok_and(|h| h.as_object().is_some()), "{}", sample.id);
        }
    }
}
