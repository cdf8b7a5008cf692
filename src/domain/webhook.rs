//! Webhooks: where events go and under which rules. What a client sets is kept as the text it
//! sent; the compiled form is made from that text.

mod headers;
mod input;

pub use headers::CustomHeaders;
pub use input::{Changes, NewWebhook, SecretChange, WebhookPatch};

use super::circuit::Circuit;
use super::filter::Filters;
use super::options::Options;
use super::rate::RateLimit;
use super::retry::RetryPlan;
use super::signing::Schemes;
use super::status::Status;
use super::topic::TopicSet;
use super::transform::BodyConfig;
use crate::base::{Id, Json, Result, Timestamp};
use std::time::Duration;

#[derive(Debug)]
pub enum WebhookTag {}
pub type WebhookId = Id<WebhookTag>;

/// A webhook as it is stored; its secrets are not part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    pub id: WebhookId,
    /// In canonical form.
    pub url: String,
    pub name: Option<String>,
    pub status: Status,
    pub config: Config,
    pub has_secret: bool,
    /// Whose it is, if it was made with an embed token of a tenant.
    pub tenant: Option<String>,
    pub circuit: Circuit,
    pub updated_at: Timestamp,
}

/// What a client may set, as compact JSON texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    pub topics: Vec<String>,
    pub filters: String,
    pub body: String,
    pub headers: String,
    pub retry: String,
    pub rate_limit: String,
    pub batch: Option<String>,
    /// `signature_schemes`.
    pub schemes: String,
}

impl Default for Config {
    fn default() -> Config {
        let object = || "{}".to_owned();
        Config {
            topics: Vec::new(),
            filters: "[]".to_owned(),
            body: object(),
            headers: object(),
            retry: object(),
            rate_limit: object(),
            batch: None,
            schemes: Schemes::default().to_text(),
        }
    }
}

/// The compiled rules of a webhook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rules {
    pub topics: TopicSet,
    pub filters: Filters,
    pub body: BodyConfig,
    pub headers: CustomHeaders,
    pub retry: RetryPlan,
    pub rate_limit: RateLimit,
    /// Set while batching is enabled.
    pub batch: Option<Batch>,
    pub schemes: Schemes,
}

impl Config {
    /// Compiles stored texts; they were checked when they came, so this only fails on damage.
    pub fn compile(&self) -> Result<Rules> {
        let batch = self.batch.as_deref().map(|text| Batch::compile(&Json::parse(text)?)).transpose()?;
        Ok(Rules {
            topics: TopicSet::compile(&self.topics),
            filters: Filters::compile(&Json::parse(&self.filters)?)?,
            body: BodyConfig::compile(&Json::parse(&self.body)?)?,
            headers: CustomHeaders::compile(&Json::parse(&self.headers)?)?,
            retry: RetryPlan::compile(&Json::parse(&self.retry)?)?,
            rate_limit: RateLimit::compile(&Json::parse(&self.rate_limit)?)?,
            batch: batch.flatten(),
            schemes: Schemes::parse(&Json::parse(&self.schemes)?)?,
        })
    }
}

/// Events are collected and sent together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Batch {
    /// Age of the oldest event at which a batch goes.
    pub window: Duration,
    /// Number of events at which a batch goes.
    pub max_size: u32,
}

impl Batch {
    /// Reads a `batch_config`; `None` while it is not enabled. 422 on `batch_config`.
    pub fn compile(json: &Json<'_>) -> Result<Option<Batch>> {
        let options = Options::of("batch_config", json)?;
        let enabled = options.flag("enabled")?.unwrap_or(false);
        let window = options.int("window_seconds", 1..=3600)?.unwrap_or(60);
        let max_size = options.int("max_batch_size", 1..=1000)?.unwrap_or(100);
        let batch = Batch { window: Duration::from_secs(window as u64), max_size: max_size as u32 };
        Ok(enabled.then_some(batch))
    }
}

#[cfg(test)]
mod tests;
