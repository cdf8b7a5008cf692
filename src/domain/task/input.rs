//! What a new task is made of, read from a request in the words of whichever dialect.

use super::{CallbackStatus, Doer, Letter, Request, Status, Task, TaskId};
use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::base::{Error, Json, Result, crypto};
use crate::domain::destination::UrlPolicy;
use crate::domain::event::MAX_BYTES;
use crate::domain::options::Faults;

/// Longest type, tenant and key, in characters.
const MAX_TYPE: usize = 64;
const MAX_TENANT: usize = 255;
const MAX_KEY: usize = 255;

/// How a dialect names the fields, and which it cannot do without.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    pub tenant: &'static str,
    pub callback: &'static str,
    /// Tenant, payload and callback have to be there.
    pub strict: bool,
}

impl Names {
    pub const NATIVE: Names = Names { tenant: "tenant_id", callback: "callback_url", strict: false };
}

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    pub kind: String,
    pub tenant: Option<String>,
    /// JSON text of an object.
    pub payload: String,
    pub callback: Option<String>,
    pub key: Option<String>,
    /// SHA-256 of all of it but the key.
    pub hash: [u8; 32],
}

impl NewTask {
    /// Reads a request; the key in a header, if not empty, wins over that of the body. 400 for what
    /// is missing, 422 for what is wrong.
    pub fn read(body: &Members<'_>, names: Names, header: Option<&str>, policy: &UrlPolicy) -> Result<NewTask> {
        let (fields, mut faults) = (Fields(body), Faults::default());
        fields.required_str("type")?;
        if names.strict {
            fields.required_str(names.tenant)?;
            fields.required_object("payload")?;
            fields.required_str(names.callback)?;
        }
        let tenant = faults.keep(text(fields, names.tenant, MAX_TENANT)).flatten();
        let kind = faults.keep(kind(fields));
        let callback = faults.keep(callback(fields, names.callback, policy)).flatten();
        let key = faults.keep(text(fields, "idempotency_key", MAX_KEY)).flatten();
        let empty = Members::default();
        let payload = faults.keep(fields.opt_object("payload")).map(|payload| payload.unwrap_or(&empty));
        if let (Some(kind), Some(payload)) = (&kind, payload) {
            faults.keep(check_payload(kind, payload, policy));
        }
        faults.finish()?;
        let (kind, payload) = (kind.unwrap_or_default(), payload.unwrap_or(&empty));
        let key = header.filter(|key| !key.is_empty()).map(str::to_owned).or(key);
        let hash = hash(&kind, tenant.as_deref(), payload, callback.as_deref());
        let payload = Json::Object(payload.clone()).to_text();
        Ok(NewTask { kind, tenant, payload, callback, key: key.map(checked_key).transpose()?, hash })
    }

    /// The task it becomes, due at once.
    pub fn create(self, id: TaskId) -> Task {
        let now = id.time();
        Task {
            id,
            kind: self.kind,
            tenant: self.tenant,
            status: Status::Queued,
            attempts: 0,
            cycle_start: 0,
            due_at: Some(now),
            payload: self.payload,
            callback_status: CallbackStatus::of(self.callback.is_some()),
            callback: self.callback,
            callback_attempts: 0,
            callback_start: 0,
            result: None,
            error: None,
            idempotency_key: self.key,
            completed_at: None,
            updated_at: now,
        }
    }
}

fn checked_key(key: String) -> Result<String> {
    if key.chars().count() > MAX_KEY {
        let text = format!("Idempotency-Key must have at most {MAX_KEY} characters");
        return Err(Error::invalid("idempotency_key", text));
    }
    Ok(key)
}

fn text(fields: Fields<'_>, name: &str, max: usize) -> Result<Option<String>> {
    let Some(text) = fields.filled_str(name)? else { return Ok(None) };
    if text.chars().count() > max || text.contains(char::is_control) {
        let fault = format!("{name} must have at most {max} characters and none of control");
        return Err(Error::invalid(name, fault));
    }
    Ok(Some(text.to_owned()))
}

/// A word that can be the end of a topic.
fn kind(fields: Fields<'_>) -> Result<String> {
    let kind = fields.required_str("type")?;
    let fits = kind.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
    if !fits || kind.len() > MAX_TYPE {
        let text = format!("type must have 1 to {MAX_TYPE} letters, digits, dots, dashes or underscores");
        return Err(Error::invalid("type", text));
    }
    Ok(kind.to_owned())
}

fn callback(fields: Fields<'_>, name: &str, policy: &UrlPolicy) -> Result<Option<String>> {
    let url = fields.filled_str(name)?;
    url.map(|url| policy.read(name, url).map(String::from)).transpose()
}

fn check_payload(kind: &str, payload: &Members<'_>, policy: &UrlPolicy) -> Result<()> {
    if Json::Object(payload.clone()).to_text().len() > MAX_BYTES {
        return Err(Error::invalid("payload", format!("payload must have at most {MAX_BYTES} bytes")));
    }
    match Doer::of(kind) {
        Doer::Http => Request::read(payload, Some(policy)).map(drop),
        Doer::Email => Letter::read(payload).map(drop),
        Doer::Worker => Ok(()),
    }
}

/// The same for the same task in whichever dialect, order of keys and spelling it was asked for.
fn hash(kind: &str, tenant: Option<&str>, payload: &Members<'_>, callback: Option<&str>) -> [u8; 32] {
    let text = |text: Option<&str>| text.map_or(Json::Null, |text| Json::string(text.to_owned()));
    let mut all = Members::default();
    all.set("callback", text(callback));
    all.set("payload", Json::Object(payload.clone()));
    all.set("tenant", text(tenant));
    all.set("type", text(Some(kind)));
    crypto::sha256(Json::Object(all).to_canonical().as_bytes())
}
