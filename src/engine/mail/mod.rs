//! Letters to users. They are queued in the transaction of the change they tell of and sent by a
//! service; without a mail server nothing is queued. Nobody is written to twice about the same
//! within five minutes, and those who were deactivated not at all.

mod texts;

use super::Engine;
use super::alarm::Alarm;
use crate::base::{Result, Timestamp, crypto};
use crate::config::ServerSettings;
use crate::domain::account::UserId;
use crate::store::letters::Kind;
use crate::store::{self, Tx};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// At most one letter of a kind to a user within this time.
pub const WINDOW: Duration = Duration::from_secs(300);
/// Letters of any kind to a user within [`WINDOW`].
const MOST: i64 = 10;
/// How long a letter is tried, unless it is of no use sooner.
const PATIENCE: Duration = Duration::from_secs(24 * 3600);

/// What a letter tells.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Letter {
    /// The way to a new password; good until that time.
    ResetPassword { url: String, until: Timestamp },
    /// The way to confirm the address of the account.
    ConfirmEmail { url: String, until: Timestamp },
    /// To the new address: the way to confirm that it takes the place of the present one.
    ConfirmChange { url: String, until: Timestamp },
    /// To the present address: another one is to take its place.
    ChangeRequested,
    /// An operator made a link with which the password can be reset.
    ResetLinkMade,
    /// The password was changed or reset.
    PasswordChanged,
    /// Multi-factor login was switched off.
    MfaDisabled,
    /// A login from a network not seen before.
    NewLogin,
    /// Someone is invited to the project of this name, in this role.
    Invited { project: String, role: String },
    /// To operators: the breach detection found something of this severity.
    Anomaly { severity: String, types: Vec<String> },
}

impl Letter {
    /// One word for what it tells.
    fn purpose(&self) -> &'static str {
        match self {
            Letter::ResetPassword { .. } => "reset_password",
            Letter::ConfirmEmail { .. } => "confirm_email",
            Letter::ConfirmChange { .. } => "confirm_change",
            Letter::ChangeRequested => "change_requested",
            Letter::ResetLinkMade => "reset_link_made",
            Letter::PasswordChanged => "password_changed",
            Letter::MfaDisabled => "mfa_disabled",
            Letter::NewLogin => "new_login",
            Letter::Invited { .. } => "invited",
            Letter::Anomaly { .. } => "anomaly",
        }
    }

    /// What tells letters of one purpose apart: two invitations are two letters.
    fn subject(&self) -> Vec<u8> {
        let about = match self {
            Letter::Invited { project, .. } => project.clone(),
            Letter::Anomaly { severity, types } => format!("{severity} {}", types.join(" ")),
            _ => return Vec::new(),
        };
        crypto::sha256(about.as_bytes())[..16].to_vec()
    }

    /// When it is of no use any more.
    fn expires_at(&self, now: Timestamp) -> Timestamp {
        let patience = now.plus(PATIENCE);
        match self {
            Letter::ResetPassword { until, .. }
            | Letter::ConfirmEmail { until, .. }
            | Letter::ConfirmChange { until, .. } => patience.min(*until),
            _ => patience,
        }
    }
}

impl std::fmt::Debug for Letter {
    /// Without its link, which is a key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letter({})", self.purpose())
    }
}

/// What has become of a request to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Queued {
    Yes,
    /// There was one of this kind, or there were many of any kind, so short ago; next one at.
    TooSoon(Timestamp),
    /// There is no mail, or nobody to write to.
    No,
}

/// A letter as it lies in the queue.
#[derive(Serialize, Deserialize)]
struct Content {
    to: String,
    subject: String,
    body: String,
}

/// The way out for letters.
#[derive(Debug)]
pub struct Post {
    configured: bool,
    alarm: Alarm,
}

impl Post {
    /// The way the settings name; an error when they name none that works.
    pub(super) fn new(settings: &ServerSettings) -> Result<Post> {
        let configured = settings.smtp_url.0.is_some() || settings.resend_api_key.0.is_some();
        Ok(Post { configured, alarm: Alarm::default() })
    }

    /// Whether letters can be sent at all.
    pub fn is_configured(&self) -> bool {
        self.configured
    }
}

/// Queues a letter to the address a user has now.
pub(super) fn queue(tx: &Tx<'_>, engine: &Engine, to: UserId, letter: Letter) -> Result<()> {
    match store::users::email_of(tx, &engine.keys, to)?.filter(|_| engine.mail.is_configured()) {
        Some(address) => queue_to(tx, engine, (to, &address), &letter).map(drop),
        None => Ok(()),
    }
}

/// Queues a letter to a user at another address than the present one, and says what became of it.
pub(super) fn queue_to(
    tx: &Tx<'_>,
    engine: &Engine,
    (user, address): (UserId, &str),
    letter: &Letter,
) -> Result<Queued> {
    if !engine.mail.is_configured() || !store::users::is_active(tx, user)? {
        return Ok(Queued::No);
    }
    let id: store::letters::LetterId = engine.ids.next();
    let (now, subject) = (id.time(), letter.subject());
    let kind = Kind { user, purpose: letter.purpose(), subject: &subject };
    let since = now.plus_micros(-(WINDOW.as_micros() as i64));
    if let Some(at) = store::letters::marked_at(tx, kind)?.filter(|at| *at > since) {
        return Ok(Queued::TooSoon(at.plus(WINDOW)));
    }
    if store::letters::mark(tx, kind, since, now)? > MOST {
        return Ok(Queued::TooSoon(now.plus(WINDOW)));
    }
    let texts::Text { subject, body } = texts::of(letter, engine.settings.default_locale, &engine.settings.public_url);
    let content = Content { to: address.to_owned(), subject, body };
    let content = serde_json::to_string(&content).map_err(crate::base::Error::internal)?;
    store::letters::insert(tx, &engine.keys, (id, user), &content, letter.expires_at(now))?;
    let post = engine.mail.clone();
    tx.after_commit(move || post.alarm.set(Some(now)));
    Ok(Queued::Yes)
}
