//! The face ingest: sending, looking, sending again. What the tests share: an endpoint and signed
//! requests to it.

mod lists;
mod replay;
mod send;
mod signatures;
mod story;

use crate::support::{Account, Call, Receiver, pj_signature, until};
use serde_json::{Value, json};

/// An endpoint, as its senders know it.
pub struct Endpoint {
    /// As `ep_…`, and as the id of the webhook.
    pub id: String,
    pub webhook: String,
    pub secret: String,
}

impl Endpoint {
    /// A webhook that no topic of the tests goes to by itself.
    #[track_caller]
    pub fn new(account: &Account, receiver: &Receiver, path: &str, more: Value) -> Endpoint {
        let mut fields = json!({"topics": ["never.sent"]});
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let hook = account.webhook(&receiver.url(path), fields);
        let webhook = hook["id"].as_str().unwrap().to_owned();
        Endpoint { id: prefixed("ep_", &webhook), webhook, secret: hook["secret"].as_str().unwrap().to_owned() }
    }

    /// A request that is signed as it must be.
    pub fn call(&self, account: &Account, body: &str) -> Call {
        let timestamp = now().to_string();
        self.unsigned(account, body)
            .header("X-PJ-Signature", &pj_signature(&self.secret, &timestamp, body.as_bytes()))
            .header("X-PJ-Timestamp", &timestamp)
    }

    pub fn unsigned(&self, account: &Account, body: &str) -> Call {
        account.target("POST", &format!("/e/{}", self.id)).raw("application/json", body)
    }

    /// Sends an event and returns its id.
    #[track_caller]
    pub fn send(&self, account: &Account, body: &str) -> String {
        self.call(account, body).send().ok(202)["id"].as_str().unwrap().to_owned()
    }
}

pub fn now() -> i64 {
    chrono::Utc::now().timestamp()
}

/// An id as the face writes it.
pub fn prefixed(prefix: &str, id: &str) -> String {
    format!("{prefix}{}", id.replace('-', ""))
}

/// The id within an id of the face.
pub fn plain(id: &str) -> String {
    let digits = id.split_once('_').unwrap().1;
    [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
}

#[track_caller]
pub fn get(account: &Account, path: &str) -> Value {
    account.target("GET", &format!("/ingest/api/v1/events{path}")).send().ok(200)
}

/// Waits until an event has a status, and returns it.
#[track_caller]
pub fn in_status(account: &Account, id: &str, status: &str) -> Value {
    until(&format!("{id} is {status}"), || {
        Some(get(account, &format!("/{id}"))).filter(|event| event["status"] == status)
    })
}
