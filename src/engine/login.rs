//! Logging in with a password. Unknown, wrong and locked look and cost the same, whether or not
//! there is an account.

use super::audit::{self, By, Entry};
use super::sessions::{self, Pass, Proven};
use super::{Engine, lockout, mfa, passwords};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Client;
use crate::domain::account::{User, UserId, normalise_email};
use crate::domain::session::SessionKind;
use crate::store::{self, Tx};
use serde_json::{Value, json};
use std::sync::Arc;

/// A user who has proven themselves.
#[derive(Debug)]
pub struct LoggedIn {
    pub user: User,
    pub pass: Pass,
}

/// What the right password leads to.
#[derive(Debug)]
pub enum Login {
    Done(Box<LoggedIn>),
    /// The user has a second factor, and nothing is open until it is proven.
    Waiting(mfa::Waiting),
}

/// What someone logs in with, and for what.
#[derive(Clone)]
pub struct Credentials {
    pub email: String,
    pub password: String,
    pub kind: SessionKind,
}

/// One try, with what was found for its address.
struct Attempt {
    email_hash: [u8; 32],
    user: Option<UserId>,
    kind: SessionKind,
    client: Client,
    /// The password is that of `user`.
    right: bool,
    /// A hash of it that is to take the place of an outdated one.
    rehashed: Option<String>,
}

/// Why a try failed, as the audit log says it.
#[derive(Clone, Copy)]
enum Reason {
    Locked,
    UnknownEmail,
    WrongPassword,
    Inactive,
}

impl Reason {
    fn as_str(self) -> &'static str {
        match self {
            Reason::Locked => "locked",
            Reason::UnknownEmail => "unknown_email",
            Reason::WrongPassword => "wrong_password",
            Reason::Inactive => "inactive",
        }
    }
}

/// Checks address and password and opens a session, or asks for the second factor. 401, 403 when
/// inactive, 423 when locked.
pub async fn login(engine: &Arc<Engine>, given: Credentials, client: Client) -> Result<Login> {
    let Credentials { email, password, kind } = given;
    let email_hash = store::email_hash(&engine.keys, &normalise_email(&email));
    let now = Timestamp::now();
    let read = engine.store.read(move |snap| {
        let locked = store::lockout::find(snap, &email_hash)?.is_some_and(|state| state.refusal(now).is_some());
        Ok((locked, store::users::credentials(snap, &email_hash)?))
    });
    let (locked, found) = read.await?;
    let (user, stored) = found.unzip();
    // A locked address costs no hash, which tells nothing: it is the same with and without account.
    let right = !locked && engine.passwords.verify(password.clone(), stored.clone()).await?;
    let rehashed = match stored {
        Some(stored) if right && passwords::is_outdated(&stored) => Some(engine.passwords.hash(password).await?),
        _ => None,
    };
    let attempt = Attempt { email_hash, user, kind, client, right, rehashed };
    let engine_ = engine.clone();
    // A refusal is an answer here, not an error of the write: its audit entry must stay.
    engine.store.write(move |tx| settle(tx, &engine_, &attempt)).await?
}

fn settle(tx: &Tx<'_>, engine: &Engine, attempt: &Attempt) -> Result<Result<Login>> {
    let now = Timestamp::now();
    let state = store::lockout::find(tx, &attempt.email_hash)?;
    // Asked again: tries at the same time may have locked since, also against a right password.
    if let Some(state) = state
        && let Some(refusal) = state.refusal(now)
    {
        attempt.failed(tx, engine, Reason::Locked, state.failures)?;
        return Ok(Err(refusal));
    }
    let user = match attempt.user.filter(|_| attempt.right) {
        Some(id) => store::users::find(tx, &engine.keys, id)?,
        None => None,
    };
    let Some(user) = user else { return wrong(tx, engine, attempt).map(Err) };
    if user.deactivated_at.is_some() {
        attempt.failed(tx, engine, Reason::Inactive, state.map_or(0, |s| s.failures))?;
        return Ok(Err(Error::new(Kind::Forbidden, "Account is inactive")));
    }
    if let Some(hash) = &attempt.rehashed {
        store::users::rehashed(tx, user.id, hash)?;
    }
    // Failures are not forgotten yet: whoever knows the password could guess codes for ever.
    if user.mfa_enabled_at.is_some() {
        return Ok(Ok(Login::Waiting(mfa::begin(tx, engine, user.id, now)?)));
    }
    let proven = Proven { user: user.id, kind: attempt.kind, client: &attempt.client };
    complete(tx, engine, proven).map(|done| Ok(Login::Done(Box::new(done))))
}

/// What follows the last proof of a login, whichever it was.
pub(super) fn complete(tx: &Tx<'_>, engine: &Engine, proven: Proven<'_>) -> Result<LoggedIn> {
    let (id, kind, client) = (proven.user, proven.kind, proven.client);
    let user = store::users::find(tx, &engine.keys, id)?;
    let mut user = user.ok_or_else(|| Error::not_found("User"))?;
    let now = Timestamp::now();
    store::lockout::clear(tx, &store::email_hash(&engine.keys, &user.email))?;
    store::users::logged_in(tx, id, now)?;
    user.last_login_at = Some(now);
    let pass = sessions::enter(tx, engine, proven)?;
    let (by, metadata) = (By::Client(client, Some(id)), json!({"method": kind.as_str()}));
    audit::record(tx, engine, Entry::of(by, "user.login", "user", Some(id.to_string()), metadata))?;
    Ok(LoggedIn { user, pass })
}

/// Counts a wrong password; the answer to give.
fn wrong(tx: &Tx<'_>, engine: &Engine, attempt: &Attempt) -> Result<Error> {
    let reason = if attempt.user.is_some() { Reason::WrongPassword } else { Reason::UnknownEmail };
    let (by, guessed) = (By::Client(&attempt.client, attempt.user), (&attempt.email_hash, attempt.user));
    let (failures, locked) = lockout::failed(tx, engine, by, guessed)?;
    attempt.failed(tx, engine, reason, failures)?;
    Ok(locked.unwrap_or_else(|| Error::new(Kind::Unauthorized, "Invalid email or password")))
}

impl Attempt {
    fn failed(&self, tx: &Tx<'_>, engine: &Engine, reason: Reason, attempts: i64) -> Result<()> {
        let metadata = json!({"reason": reason.as_str(), "attempts": attempts, "method": self.kind.as_str()});
        self.record(tx, engine, "user.login_failed", metadata)
    }

    fn record(&self, tx: &Tx<'_>, engine: &Engine, action: &'static str, metadata: Value) -> Result<()> {
        let by = By::Client(&self.client, self.user);
        audit::record(tx, engine, Entry::of(by, action, "user", self.user.map(|id| id.to_string()), metadata))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{PASSWORD, TestEngine, client};
    use super::*;

    /// The same password, hashed with less memory in one pass.
    const OLD_HASH: &str = "UPDATE users SET password_hash = \
        '$argon2id$v=19$m=64,t=1,p=1$3OqLczei5R0vcdPUOs552g$4uRIIL/PtyS9q9XZ0qRfjNcZJzsOJ0ZU1Y/wmSIdDTs'";

    async fn attempt(engine: &Arc<Engine>, email: &str, password: &str) -> Result<LoggedIn> {
        let given = Credentials { email: email.into(), password: password.into(), kind: SessionKind::Api };
        match login(engine, given, client()).await? {
            Login::Done(done) => Ok(*done),
            Login::Waiting(_) => panic!("nobody here has a second factor"),
        }
    }

    fn answer(result: Result<LoggedIn>) -> (Kind, String) {
        let error = result.expect_err("refused");
        (error.kind(), error.message().to_owned())
    }

    #[tokio::test]
    async fn the_right_password_opens_a_session() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        let done = attempt(&engine, " ANA@example.org", PASSWORD).await.expect("logs in");
        assert_eq!(done.user.id, made.user.id);
        assert!(done.user.last_login_at.is_some());
        let Pass::Tokens(tokens) = done.pass else { panic!("no tokens") };
        let session = super::super::access::authenticate_user(&engine, &tokens.access).await.expect("token");
        assert_eq!(session.user, made.user.id);
        let week = tokens.expires_at.secs() - Timestamp::now().secs();
        assert!((604_790..=604_800).contains(&week), "{week}");
        let last = engine.audited().await.pop().expect("entry");
        assert_eq!(last, ("user.login".to_owned(), r#"{"method":"api"}"#.to_owned()));
    }

    #[tokio::test]
    async fn known_and_unknown_addresses_fail_alike_and_lock() {
        let engine = TestEngine::new();
        engine.register("ana@example.org").await;
        for (email, reason) in [("ana@example.org", "wrong_password"), ("nobody@example.org", "unknown_email")] {
            for _ in 0..4 {
                let refused = (Kind::Unauthorized, "Invalid email or password".to_owned());
                assert_eq!(answer(attempt(&engine, email, "Wrong-pass1").await), refused);
            }
            let locked = (Kind::Locked, "Account locked. Try again later.".to_owned());
            assert_eq!(answer(attempt(&engine, email, "Wrong-pass1").await), locked);
            let error = attempt(&engine, email, PASSWORD).await.expect_err("locked");
            assert_eq!(error.kind(), Kind::Locked);
            assert!(error.retry_after_seconds().is_some_and(|s| (890..=900).contains(&s)));
            let entries = engine.audited().await;
            let tail: Vec<(&str, &str)> = entries[entries.len() - 3..].iter().map(|(a, m)| (&**a, &**m)).collect();
            let fifth = format!(r#"{{"reason":"{reason}","attempts":5,"method":"api"}}"#);
            assert_eq!(tail[0], ("user.locked", r#"{"failed_attempts":5,"lockout_minutes":15}"#));
            assert_eq!(tail[1], ("user.login_failed", fifth.as_str()));
            assert_eq!(tail[2], ("user.login_failed", r#"{"reason":"locked","attempts":5,"method":"api"}"#));
        }
        engine.sql("UPDATE login_attempts SET locked_until = 1").await;
        attempt(&engine, "ana@example.org", PASSWORD).await.expect("the lock is over");
        assert_eq!(answer(attempt(&engine, "nobody@example.org", PASSWORD).await).0, Kind::Unauthorized);
    }

    #[tokio::test]
    async fn a_completed_login_forgets_failures() {
        let engine = TestEngine::new();
        engine.register("ana@example.org").await;
        for _ in 0..2 {
            for _ in 0..4 {
                assert_eq!(answer(attempt(&engine, "ana@example.org", "Wrong-pass1").await).0, Kind::Unauthorized);
            }
            attempt(&engine, "ana@example.org", PASSWORD).await.expect("logs in");
        }
    }

    #[tokio::test]
    async fn tries_at_the_same_time_count_each() {
        let engine = TestEngine::new();
        engine.register("ana@example.org").await;
        let tries = (0..8).map(|_| attempt(&engine, "ana@example.org", "Wrong-pass1"));
        let answers = futures_util::future::join_all(tries).await;
        let locked = answers.into_iter().filter(|a| a.as_ref().is_err_and(|e| e.kind() == Kind::Locked)).count();
        assert_eq!(locked, 4);
    }

    #[tokio::test]
    async fn only_the_right_password_learns_of_inactivity() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        engine.sql("UPDATE users SET deactivated_at = 1").await;
        assert_eq!(answer(attempt(&engine, "ana@example.org", "Wrong-pass1").await).0, Kind::Unauthorized);
        let inactive = (Kind::Forbidden, "Account is inactive".to_owned());
        assert_eq!(answer(attempt(&engine, "ana@example.org", PASSWORD).await), inactive);
        let token = super::super::access::authenticate_user(&engine, &made.tokens.access).await;
        assert_eq!(token.expect_err("dead").kind(), Kind::Unauthorized);
    }

    #[tokio::test]
    async fn restricted_users_may_log_in() {
        let engine = TestEngine::new();
        engine.register("ana@example.org").await;
        engine.sql("UPDATE users SET restricted_at = 1, processing_consent = 0").await;
        attempt(&engine, "ana@example.org", PASSWORD).await.expect("logs in");
    }

    #[tokio::test]
    async fn outdated_hashes_are_replaced() {
        let engine = TestEngine::new();
        engine.register("ana@example.org").await;
        engine.sql(OLD_HASH).await;
        attempt(&engine, "ana@example.org", PASSWORD).await.expect("logs in");
        let stored = engine.store.read(|snap| snap.one("SELECT password_hash FROM users", &[], |row| row.text(0)));
        assert!(!passwords::is_outdated(&stored.await.expect("hash")));
        attempt(&engine, "ana@example.org", PASSWORD).await.expect("logs in again");
    }
}
