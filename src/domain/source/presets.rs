//! Senders that are known: how they prove themselves and where their requests say what happened.
//! A preset is only a start; a source keeps its own copy and may differ.

use super::mapping::Mapping;
use super::verification::Verification;
use crate::base::{Json, Result};

/// Settings for the requests of one sender, as texts.
#[derive(Debug, PartialEq, Eq)]
pub struct Preset {
    pub name: &'static str,
    /// As it is shown.
    pub title: &'static str,
    pub description: &'static str,
    pub verification: &'static str,
    pub mapping: &'static str,
}

impl Preset {
    pub fn find(name: &str) -> Option<&'static Preset> {
        PRESETS.iter().find(|preset| preset.name == name)
    }

    pub fn verification(&self) -> Result<Verification> {
        Verification::read(&Json::parse(self.verification)?)
    }

    pub fn mapping(&self) -> Result<Mapping> {
        Mapping::read(&Json::parse(self.mapping)?)
    }

    /// What events of a source with this slug are filed under.
    pub fn topic_prefix(slug: &str) -> String {
        format!("{slug}.")
    }

    /// Whether signatures in other forms than the usual one count too.
    pub fn is_lenient(name: Option<&str>) -> bool {
        name == Some("acme")
    }
}

#[rustfmt::skip]
pub const PRESETS: [Preset; 11] = [
    Preset {
        name: "acme", title: "Acme",
        description: "HMAC-SHA256 of the body in X-Acme-Signature",
        verification: r#"{"type":"hmac","header":"x-acme-signature"}"#,
        mapping: r#"{"event_id":"eventId","type":"eventType","occurred_at":"occurredAt","subject":"subject","data":"data"}"#,
    },
    Preset {
        name: "globex", title: "Globex",
        description: "a shared token in X-Globex-Token",
        verification: r#"{"type":"token","header":"x-globex-token"}"#,
        mapping: r#"{"event_id":"id","type":"type","occurred_at":"timestamp","subject":"resource.id","data":"resource"}"#,
    },
    Preset {
        name: "github", title: "GitHub",
        description: "X-Hub-Signature-256; the type is the name of the event",
        verification: r#"{"type":"hmac","header":"x-hub-signature-256","prefix":"sha256="}"#,
        mapping: r#"{"event_id":"header:x-github-delivery","type":"header:x-github-event","subject":"repository.full_name"}"#,
    },
    Preset {
        name: "stripe", title: "Stripe",
        description: "Stripe-Signature with t and v1",
        verification: r#"{"type":"stripe"}"#,
        mapping: r#"{"event_id":"id","type":"type","occurred_at":"created?","subject":"data.object.id","data":"data"}"#,
    },
    Preset {
        name: "shopify", title: "Shopify",
        description: "X-Shopify-Hmac-Sha256 in base64",
        verification: r#"{"type":"hmac","header":"x-shopify-hmac-sha256","encoding":"base64"}"#,
        mapping: r#"{"event_id":"header:x-shopify-webhook-id","type":"header:x-shopify-topic","occurred_at":"header:x-shopify-triggered-at?","subject":"header:x-shopify-shop-domain"}"#,
    },
    Preset {
        name: "slack", title: "Slack",
        description: "X-Slack-Signature, version 0; answers the challenge of a new URL",
        verification: r#"{"type":"slack"}"#,
        mapping: r#"{"event_id":"event_id","type":"event.type","occurred_at":"event_time?","subject":"team_id","data":"event"}"#,
    },
    Preset {
        name: "gitlab", title: "GitLab",
        description: "the secret token in X-Gitlab-Token",
        verification: r#"{"type":"token","header":"x-gitlab-token"}"#,
        mapping: r#"{"event_id":"header:idempotency-key","type":"object_kind","subject":"project.path_with_namespace"}"#,
    },
    Preset {
        name: "standard-webhooks", title: "Standard Webhooks",
        description: "webhook-id, webhook-timestamp and webhook-signature",
        verification: r#"{"type":"standard_webhooks"}"#,
        mapping: r#"{"event_id":"header:webhook-id","type":"type","occurred_at":"timestamp?","data":"data?"}"#,
    },
    Preset {
        name: "jobcelis", title: "Jobcelis",
        description: "X-Signature, as this server signs what it delivers",
        verification: r#"{"type":"hmac","header":"x-signature","encoding":"base64","prefix":"sha256="}"#,
        mapping: r#"{"event_id":"event_id","type":"topic","occurred_at":"occurred_at?"}"#,
    },
    Preset {
        name: "generic-hmac", title: "Generic HMAC",
        description: "HMAC-SHA256 of the body in X-Webhook-Signature, hex",
        verification: r#"{"type":"hmac","header":"x-webhook-signature"}"#,
        mapping: r#"{"event_id":"id","type":"type","occurred_at":"timestamp?","subject":"subject","data":"data?"}"#,
    },
    Preset {
        name: "generic-token", title: "Generic token",
        description: "a shared token in X-Webhook-Token",
        verification: r#"{"type":"token","header":"x-webhook-token"}"#,
        mapping: r#"{"event_id":"id","type":"type","occurred_at":"timestamp?","subject":"subject","data":"data?"}"#,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_are_valid_and_have_names_of_their_own() {
        for (at, preset) in PRESETS.iter().enumerate() {
            let (verification, mapping) = (preset.verification(), preset.mapping());
            let form = verification.expect(preset.name).to_json();
            assert_eq!(Verification::read(&form).expect("its own form").to_json(), form);
            mapping.expect(preset.name);
            assert!(PRESETS[..at].iter().all(|other| other.name != preset.name));
            assert!(Preset::find(preset.name).is_some());
        }
        let acme = Preset::find("acme").expect("acme").verification().expect("valid").to_json().to_text();
        let wanted = r#"{"type":"hmac","header":"x-acme-signature","algorithm":"sha256","encoding":"hex","prefix":null,"signed":"body"}"#;
        assert_eq!(acme, wanted);
    }
}
