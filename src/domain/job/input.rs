//! What clients send to create or change a job: every field checked, all faults reported
//! together. A field that is absent or null is left as it is.

use super::given::Given;
use super::{Action, Job, JobId, Timing};
use crate::base::json::Members;
use crate::base::{Error, Json, Result, Timestamp};
use crate::domain::destination::UrlPolicy;
use crate::domain::given::{self, replace, text};
use crate::domain::options::Faults;
use crate::domain::signing::Secret;
use crate::domain::status::Status;
use crate::domain::webhook::{SecretChange, WebhookId};

const MAX_QUEUE: usize = 255;

/// A job to create.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    pub name: String,
    pub status: Status,
    pub queue: Option<String>,
    pub timing: Timing,
    pub action: Action,
    pub secret: Option<Secret>,
}

/// What a request changed of a job.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Names of the changed fields.
    pub fields: Vec<&'static str>,
    /// The secret, if it is another one now.
    pub secret: Option<SecretChange>,
    /// Another schedule, or switched on or off: the next time is another one.
    pub rescheduled: bool,
}

impl NewJob {
    /// 400 without a name, a cron text or a URL where one is needed; 422 for every field that is
    /// not valid, and for an expression without a time after `now`.
    pub fn read(body: &Members<'_>, policy: &UrlPolicy, now: Timestamp) -> Result<NewJob> {
        let given = Given::of(body)?;
        let mut faults = Faults::default();
        let named = given::name(given.body.get("name")).and_then(|name| name.ok_or_else(|| Error::missing("name")));
        let name = faults.keep(named).unwrap_or_default();
        let timing = Timing::read(&given, None).and_then(|timing| timing.require_future(now).map(|()| timing));
        let timing = faults.keep(timing);
        let action = faults.keep(Action::create(&given, &name, policy));
        let status = faults.keep(given::status(given.body.get("status"), given.body.get("active"))).flatten();
        let queue = faults.keep(read_queue(&given)).flatten();
        let secret = faults.keep(read_secret(&given)).flatten();
        faults.finish()?;
        let (Some(timing), Some(action)) = (timing, action) else {
            return Err(Error::internal("a job without faults lacks a part"));
        };
        let secret = match secret {
            Some(SecretChange::Set(secret)) if action.post().is_some() => Some(secret),
            _ => None,
        };
        Ok(NewJob { name, status: status.unwrap_or_default(), queue, timing, action, secret })
    }

    /// The job under its id, whose time is the time of creation; due next after it.
    pub fn create(self, id: JobId) -> Result<Job> {
        let mut job = Job {
            id,
            name: self.name,
            status: self.status,
            queue: self.queue,
            timing: self.timing,
            action: self.action,
            has_secret: self.secret.is_some(),
            next_run_at: None,
            last_slot: None,
            last_run: None,
            updated_at: id.time(),
        };
        job.next_run_at = job.next_after(id.time())?;
        Ok(job)
    }
}

impl Job {
    /// Applies what a request says and tells what that changed; the secret itself is kept
    /// elsewhere. Errors as for a new one; then the job is not to be used.
    pub fn change(&mut self, body: &Members<'_>, policy: &UrlPolicy, now: Timestamp) -> Result<Changes> {
        let given = Given::of(body)?;
        let mut faults = Faults::default();
        let name = faults.keep(given::name(given.body.get("name"))).flatten();
        let timing = Timing::read(&given, Some(&self.timing));
        let timing = timing.and_then(|timing| match timing == self.timing {
            true => Ok(timing),
            false => timing.require_future(now).map(|()| timing),
        });
        let timing = faults.keep(timing);
        let action = faults.keep(self.action.change(&given, policy));
        let status = faults.keep(given::status(given.body.get("status"), given.body.get("active"))).flatten();
        let queue = faults.keep(read_queue(&given)).flatten();
        let secret = faults.keep(read_secret(&given)).flatten();
        faults.finish()?;

        let mut fields = Vec::new();
        replace(&mut fields, "name", &mut self.name, name);
        replace(&mut fields, "queue", &mut self.queue, queue.map(Some));
        let (kind, what) = (self.timing.kind_name(), self.action.kind());
        let mut rescheduled = replace(&mut fields, "schedule_config", &mut self.timing, timing);
        if self.timing.kind_name() != kind {
            fields.push("schedule_type");
        }
        replace(&mut fields, "action_config", &mut self.action, action);
        if self.action.kind() != what {
            fields.push("action_type");
        }
        rescheduled |= replace(&mut fields, "status", &mut self.status, status);
        let secret = self.change_secret(secret);
        if secret.is_some() {
            fields.push("secret");
        }
        if !fields.is_empty() {
            self.updated_at = now;
        }
        if rescheduled {
            self.next_run_at = self.next_after(now)?;
        }
        Ok(Changes { fields, secret, rescheduled })
    }

    /// Only requests are signed: the secret goes with the last of them. It cannot be read back, so
    /// it stays when the rest of the configuration is replaced.
    fn change_secret(&mut self, given: Option<SecretChange>) -> Option<SecretChange> {
        let wanted = if self.action.post().is_some() { given } else { Some(SecretChange::Remove) };
        let change = wanted.filter(|change| self.has_secret || *change != SecretChange::Remove);
        if let Some(change) = &change {
            self.has_secret = *change != SecretChange::Remove;
        }
        change
    }

    /// Switches it off; false when it was off.
    pub fn deactivate(&mut self, now: Timestamp) -> bool {
        let was = std::mem::replace(&mut self.status, Status::Inactive);
        if was.is_active() {
            (self.next_run_at, self.updated_at) = (None, now);
        }
        was.is_active()
    }

    /// The only webhook that gets its events, which must be one of the project.
    pub fn webhook(&self) -> Option<WebhookId> {
        self.action.emit().and_then(|emit| emit.webhook)
    }

    /// 422 for a webhook that is none.
    pub fn unknown_webhook() -> Error {
        super::action::unknown_webhook()
    }
}

fn read_queue(given: &Given<'_>) -> Result<Option<String>> {
    let Some(queue) = text("queue", given.body.get("queue"))? else { return Ok(None) };
    if queue.chars().count() > MAX_QUEUE {
        return Err(Error::invalid("queue", format!("queue must have at most {MAX_QUEUE} characters")));
    }
    Ok(Some(queue.to_owned()))
}

fn read_secret(given: &Given<'_>) -> Result<Option<SecretChange>> {
    let value: Option<&Json<'_>> = given.of_action("secret");
    value.map(SecretChange::read).transpose()
}
