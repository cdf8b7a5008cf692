//! What clients send to create or change a webhook: every field checked, all faults reported
//! together. A field that is absent or null is left as it is, except where it says otherwise.

use super::{Batch, Config, CustomHeaders, Webhook, WebhookId};
use crate::base::json::Members;
use crate::base::{Error, Json, Result, Timestamp};
use crate::domain::circuit::Circuit;
use crate::domain::destination::UrlPolicy;
use crate::domain::filter::Filters;
use crate::domain::given::{self, replace, text};
use crate::domain::options::Faults;
use crate::domain::rate::RateLimit;
use crate::domain::retry::RetryPlan;
use crate::domain::signing::{MAX_SECRET, Schemes, Secret};
use crate::domain::status::Status;
use crate::domain::transform::BodyConfig;

/// A webhook to create.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWebhook {
    pub url: String,
    pub name: Option<String>,
    /// `None` asks for a generated one.
    pub secret: Option<Secret>,
    pub status: Status,
    pub config: Config,
}

/// A change of a webhook; `None` leaves a field as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WebhookPatch {
    pub url: Option<String>,
    pub name: Option<String>,
    pub secret: Option<SecretChange>,
    pub topics: Option<Vec<String>>,
    pub filters: Option<String>,
    pub body: Option<String>,
    pub headers: Option<String>,
    pub retry: Option<String>,
    pub rate_limit: Option<String>,
    /// `Some(None)` clears it.
    pub batch: Option<Option<String>>,
    pub schemes: Option<String>,
    pub status: Option<Status>,
    /// Closes the circuit by hand.
    pub close_circuit: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecretChange {
    Set(Secret),
    /// Deliveries go unsigned from now on.
    Remove,
}

impl SecretChange {
    /// A text to sign with from now on; `""` removes the one there is. 422 on `secret`.
    pub fn read(value: &Json<'_>) -> Result<SecretChange> {
        match value.as_str() {
            None => Err(Error::invalid("secret", "secret must be a string")),
            Some("") => Ok(SecretChange::Remove),
            Some(secret) if secret.chars().count() > MAX_SECRET => {
                Err(Error::invalid("secret", format!("secret must have at most {MAX_SECRET} characters")))
            }
            Some(secret) => Ok(SecretChange::Set(Secret::new(secret))),
        }
    }
}

/// What a patch changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Names of the changed fields.
    pub fields: Vec<&'static str>,
    /// The circuit was closed: postponed deliveries are due now.
    pub circuit_reset: bool,
    /// Deliveries still due end here.
    pub deactivated: bool,
}

impl NewWebhook {
    /// 400 without `url`, 422 for every field that is not valid.
    pub fn read(body: &Members<'_>, policy: &UrlPolicy) -> Result<NewWebhook> {
        if body.get("url").is_none_or(|url| url.is_null() || url.as_str() == Some("")) {
            return Err(Error::missing("url"));
        }
        let patch = WebhookPatch::fields(body, policy, Purpose::Create)?;
        let default = Config::default();
        Ok(NewWebhook {
            url: patch.url.unwrap_or_default(),
            name: patch.name,
            secret: match patch.secret {
                Some(SecretChange::Set(secret)) => Some(secret),
                Some(SecretChange::Remove) | None => None,
            },
            status: patch.status.unwrap_or_default(),
            config: Config {
                topics: patch.topics.unwrap_or(default.topics),
                filters: patch.filters.unwrap_or(default.filters),
                body: patch.body.unwrap_or(default.body),
                headers: patch.headers.unwrap_or(default.headers),
                retry: patch.retry.unwrap_or(default.retry),
                rate_limit: patch.rate_limit.unwrap_or(default.rate_limit),
                batch: patch.batch.flatten(),
                schemes: patch.schemes.unwrap_or(default.schemes),
            },
        })
    }

    /// The webhook under its id, whose time is the time of creation. A secret is added by then.
    pub fn create(self, id: WebhookId) -> Webhook {
        Webhook {
            id,
            url: self.url,
            name: self.name,
            status: self.status,
            config: self.config,
            has_secret: true,
            tenant: None,
            circuit: Circuit::default(),
            updated_at: id.time(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Create,
    Change,
}

impl WebhookPatch {
    /// 422 for every field that is not valid.
    pub fn read(body: &Members<'_>, policy: &UrlPolicy) -> Result<WebhookPatch> {
        WebhookPatch::fields(body, policy, Purpose::Change)
    }

    fn fields(body: &Members<'_>, policy: &UrlPolicy, purpose: Purpose) -> Result<WebhookPatch> {
        let mut faults = Faults::default();
        let get = |name: &str| body.get(name).filter(|value| !value.is_null());
        let change = purpose == Purpose::Change;
        let url = faults.keep(text("url", get("url"))).flatten();
        let batch = body.get("batch_config").map(|value| match value {
            Json::Null => Ok(None),
            given => Batch::compile(given).map(|_| Some(given.to_text())),
        });
        let patch = WebhookPatch {
            url: url.and_then(|url| faults.keep(policy.read("url", url))).map(String::from),
            name: faults.keep(given::name(get("name"))).flatten(),
            secret: faults.keep(read_secret(body, change)).flatten(),
            topics: faults.keep(given::topics("topics", get("topics"))).flatten(),
            filters: faults.keep(checked(get("filters"), Filters::compile)).flatten(),
            body: faults.keep(checked(get("body_config"), BodyConfig::compile)).flatten(),
            headers: faults.keep(get("headers").map(CustomHeaders::compile).transpose()).flatten().map(|h| h.to_text()),
            retry: faults.keep(checked(get("retry_config"), RetryPlan::compile)).flatten(),
            rate_limit: faults.keep(checked(get("rate_limit"), RateLimit::compile)).flatten(),
            batch: faults.keep(batch.transpose()).flatten(),
            schemes: faults.keep(checked(get("signature_schemes"), Schemes::parse)).flatten(),
            status: faults.keep(given::status(get("status"), get("active"))).flatten(),
            close_circuit: change && faults.keep(read_circuit(get("circuit_state"))).unwrap_or_default(),
        };
        faults.finish()?;
        Ok(patch)
    }

    /// Applies the change; the secret itself is kept elsewhere.
    pub fn apply(self, webhook: &mut Webhook, now: Timestamp) -> Changes {
        let mut fields = Vec::new();
        let was = webhook.status;
        let moved = replace(&mut fields, "url", &mut webhook.url, self.url);
        replace(&mut fields, "name", &mut webhook.name, self.name.map(Some));
        if let Some(secret) = self.secret {
            webhook.has_secret = matches!(secret, SecretChange::Set(_));
            fields.push("secret");
        }
        let config = &mut webhook.config;
        replace(&mut fields, "topics", &mut config.topics, self.topics);
        replace(&mut fields, "filters", &mut config.filters, self.filters);
        replace(&mut fields, "body_config", &mut config.body, self.body);
        replace(&mut fields, "headers", &mut config.headers, self.headers);
        replace(&mut fields, "retry_config", &mut config.retry, self.retry);
        replace(&mut fields, "rate_limit", &mut config.rate_limit, self.rate_limit);
        replace(&mut fields, "batch_config", &mut config.batch, self.batch);
        replace(&mut fields, "signature_schemes", &mut config.schemes, self.schemes);
        let switched = replace(&mut fields, "status", &mut webhook.status, self.status);
        let circuit_reset = moved || self.close_circuit || (switched && !was.is_active());
        if circuit_reset {
            if self.close_circuit && webhook.circuit != Circuit::default() {
                fields.push("circuit_state");
            }
            webhook.circuit.close();
        }
        if !fields.is_empty() {
            webhook.updated_at = now;
        }
        Changes { fields, circuit_reset, deactivated: switched && was.is_active() }
    }
}

/// The text of a value that compiles.
fn checked<T>(value: Option<&Json<'_>>, compile: impl Fn(&Json<'_>) -> Result<T>) -> Result<Option<String>> {
    value.map(|value| compile(value).map(|_| value.to_text())).transpose()
}

fn read_secret(body: &Members<'_>, change: bool) -> Result<Option<SecretChange>> {
    let given = |name| body.get(name).filter(|value| !value.is_null());
    let Some(value) = given("secret").or_else(|| given("secret_encrypted").filter(|_| change)) else {
        return Ok(None);
    };
    SecretChange::read(value).map(Some)
}

/// Whether the circuit is to be closed, the only state that can be asked for.
fn read_circuit(value: Option<&Json<'_>>) -> Result<bool> {
    match value.map(Json::as_str) {
        None | Some(Some("")) => Ok(false),
        Some(Some("closed")) => Ok(true),
        Some(_) => Err(Error::invalid("circuit_state", "circuit_state can only be set to closed")),
    }
}
