//! Letters to users. They are queued in the transaction of the change they tell of and sent by a
//! service; without a mail server nothing is queued. Nobody is written to twice about the same
//! within five minutes, and those who were deactivated not at all.

mod letter;
mod message;
mod resend;
mod service;
mod smtp;
mod texts;

pub(super) use letter::Letter;
pub(super) use service::run;

use super::Engine;
use super::alarm::Alarm;
use super::audit::{self, Entry};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::config::{self, ServerSettings, Smtp};
use crate::domain::access::Account;
use crate::domain::account::{self, UserId};
use crate::domain::alert::wire;
use crate::domain::profile;
use crate::domain::task::Letter as TaskLetter;
use crate::store::letters::{self, LetterId};
use crate::store::{self, Tx};
use lettre::transport::smtp::extension::ClientId;
use message::Sender;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use texts::Text;

/// At most one letter of a kind to a user within this time.
pub const WINDOW: Duration = Duration::from_secs(300);
/// Letters of any kind to a user within [`WINDOW`].
const MOST: i64 = 10;
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
#[derive(Default, Serialize, Deserialize)]
struct Content {
    to: String,
    subject: String,
    body: String,
    /// The same for readers that show it; letters of the queue have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    html: Option<String>,
    /// Further addresses; letters of the queue have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<String>,
    /// Whom it comes from by name, in place of the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from_name: Option<String>,
}

impl Content {
    fn recipients(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.to).chain(&self.others).map(String::as_str)
    }
}

/// Why a letter was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Refused {
    /// Nothing can be sent at the moment.
    Way(String),
    /// This letter, for now.
    Later(String),
    /// This letter, for good.
    Never(String),
}

/// To whom letters are handed.
enum Way {
    Smtp(Smtp),
    /// The key of the service.
    Resend(String),
}

/// The way out for letters.
pub struct Post {
    way: Option<(Way, Sender)>,
    /// How this server names itself to mail servers.
    hello: ClientId,
    alarm: Alarm,
}

impl Post {
    /// The way the settings name; an error when the sender is no good.
    pub(super) fn new(settings: &ServerSettings) -> Result<Post> {
        let way = match (&settings.smtp_url.0, &settings.resend_api_key.0) {
            (Some(smtp), _) => Some(Way::Smtp(smtp.clone())),
            (None, Some(key)) => Some(Way::Resend(key.clone())),
            (None, None) => None,
        };
        let way = way.zip(Sender::new(settings)?);
        Ok(Post { way, hello: smtp::hello(&settings.public_url), alarm: Alarm::default() })
    }

    /// Whether letters can be sent at all.
    pub fn is_configured(&self) -> bool {
        self.way.is_some()
    }
}

impl fmt::Debug for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Post").field("configured", &self.is_configured()).finish_non_exhaustive()
    }
}

/// Sends a letter at once to see whether it can be done; the inner error is why not. 422 without
/// mail and for what is no address.
pub async fn try_out(engine: &Arc<Engine>, account: &Account, to: &str) -> Result<Result<(), String>> {
    if !engine.mail.is_configured() {
        return Err(not_configured());
    }
    let to = account::normalise_email(to);
    account::check_email(&to)?;
    let Text { subject, body } = texts::trial(engine.settings.default_locale, &engine.settings.public_url);
    let sent = service::send_now(engine, &Content { to, subject, body, ..Content::default() }).await;
    let sent = sent.map_err(|(Refused::Way(why) | Refused::Later(why) | Refused::Never(why))| why);
    let (engine_, account, good) = (engine.clone(), account.clone(), sent.is_ok());
    let write = engine.store.write(move |tx| {
        let entry = Entry::of(&account, "admin.mail_tested", "mail", None, json!({ "sent": good }));
        audit::record(tx, &engine_, entry)
    });
    write.await?;
    Ok(sent)
}

/// Sends an alert at once and outside of the queue; the error is why that fails.
pub(super) async fn send_alert(engine: &Arc<Engine>, to: &str, letter: wire::Letter) -> Result<(), String> {
    let wire::Letter { subject, text, html } = letter;
    let content = Content { to: to.to_owned(), subject, body: text, html: Some(html), ..Content::default() };
    let sent = service::send_now(engine, &content).await;
    sent.map_err(|(Refused::Way(why) | Refused::Later(why) | Refused::Never(why))| why)
}

/// Why a letter of a task did not go out, and whether it never will.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unsent {
    pub why: String,
    pub for_good: bool,
}

/// Sends the letter of a task at once; the same again under the same id.
pub(super) async fn send_letter(engine: &Arc<Engine>, id: &[u8; 16], letter: TaskLetter) -> Result<(), Unsent> {
    if !engine.mail.is_configured() {
        return Err(Unsent { why: "Email is not configured on this server".to_owned(), for_good: true });
    }
    let TaskLetter { to, subject, text, html, from_name } = letter;
    let mut to = to.into_iter();
    let (first, others) = (to.next().unwrap_or_default(), to.collect());
    let content = Content { to: first, subject, body: text, html, others, from_name };
    let sent = match LetterId::from_bytes(id) {
        Some(id) => service::send_as(engine, id, &content).await,
        None => service::send_now(engine, &content).await,
    };
    sent.map_err(|refused| match refused {
        Refused::Way(why) | Refused::Later(why) => Unsent { why, for_good: false },
        Refused::Never(why) => Unsent { why, for_good: true },
    })
}

/// Connects and logs in to the mail server of these settings; the error is why that fails.
/// Nothing to try without one.
pub(super) async fn probe(settings: &ServerSettings) -> Option<Result<(), String>> {
    let smtp = settings.smtp_url.0.as_ref()?;
    match smtp::Session::open(smtp, &smtp::hello(&settings.public_url)).await {
        Ok(session) => {
            session.close().await;
            Some(Ok(()))
        }
        Err(Refused::Way(why) | Refused::Later(why) | Refused::Never(why)) => Some(Err(why)),
    }
}

/// The language a user has chosen, else that of the server.
fn language(tx: &Tx<'_>, engine: &Engine, user: UserId) -> Result<config::Locale> {
    Ok(match store::profiles::locale(tx, user)? {
        Some(profile::Locale::En) => config::Locale::En,
        Some(profile::Locale::Es) => config::Locale::Es,
        None => engine.settings.default_locale,
    })
}

/// 422 for what needs mail.
pub(super) fn not_configured() -> Error {
    Error::new(Kind::Invalid, "Mail is not configured")
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
    if !message::is_addressable(address) {
        tracing::warn!(%user, letter = ?letter, "nobody can be written to at the address of this user");
        return Ok(Queued::No);
    }
    let id: LetterId = engine.ids.next();
    let (now, subject) = (id.time(), letter.subject());
    let kind = letters::Kind { user, purpose: letter.purpose(), subject: &subject };
    let since = now.plus_micros(-(WINDOW.as_micros() as i64));
    if let Some(at) = letters::marked_at(tx, kind)?.filter(|at| *at > since) {
        return Ok(Queued::TooSoon(at.plus(WINDOW)));
    }
    if letters::mark(tx, kind, since, now)? > MOST {
        return Ok(Queued::TooSoon(now.plus(WINDOW)));
    }
    let Text { subject, body } = texts::of(letter, language(tx, engine, user)?, &engine.settings.public_url);
    let content = Content { to: address.to_owned(), subject, body, ..Content::default() };
    let content = serde_json::to_string(&content).map_err(Error::internal)?;
    letters::insert(tx, &engine.keys, (id, user), &content, letter.expires_at(now))?;
    let post = engine.mail.clone();
    tx.after_commit(move || post.alarm.set(Some(now)));
    Ok(Queued::Yes)
}
