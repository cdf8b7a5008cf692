//! The second factor: what a code looks like however it was typed, which time steps it may be of,
//! what backup codes are, and how long a login waits for one. Secrets and random bytes are
//! arguments; nothing here remembers which codes were used.

use super::account::UserId;
use crate::base::fields::Fields;
use crate::base::{Error, Id, Json, Result, Timestamp};
use std::fmt;
use std::time::Duration;
use totp_rs::{Algorithm, Builder, Totp};
use url::form_urlencoded::byte_serialize;

/// How long a secret that was shown waits for its first code.
pub const SETUP_LIFE: Duration = Duration::from_secs(600);
/// How long a login waits for its code.
pub const CHALLENGE_LIFE: Duration = Duration::from_secs(300);
/// Wrong codes that end a waiting login.
pub const TRIES: i64 = 5;
/// Backup codes that are made at a time.
pub const BACKUP_CODES: usize = 10;

const STEP_SECS: i64 = 30;
/// Steps before and after the present one whose codes count: clocks differ, typing takes time.
const SKEW: i64 = 1;
const DIGITS: usize = 6;
const BACKUP_LENGTH: usize = 10;
/// RFC 4648, in lower case.
const BASE32: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

#[derive(Debug)]
pub enum ChallengeTag {}
/// Id of a login that waits for its code; also the id of the token that stands for it.
pub type ChallengeId = Id<ChallengeTag>;

/// A login whose password was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Challenge {
    pub id: ChallengeId,
    pub user: UserId,
    /// Wrong codes so far.
    pub failures: i64,
    pub expires_at: Timestamp,
}

impl Challenge {
    pub fn new(id: ChallengeId, user: UserId, now: Timestamp) -> Challenge {
        Challenge { id, user, failures: 0, expires_at: now.plus(CHALLENGE_LIFE) }
    }

    /// Counts a wrong code; none is left after the last one allowed.
    pub fn after_failure(self) -> Option<Challenge> {
        let failures = self.failures + 1;
        (failures < TRIES).then_some(Challenge { failures, ..self })
    }
}

/// A code as it was given, without blanks, dashes and regard to case.
#[derive(Clone, PartialEq, Eq)]
pub enum Code {
    /// Six digits of an authenticator app.
    Totp(String),
    /// Ten characters of a backup code.
    Backup(String),
    /// Neither: a wrong one like any other.
    Malformed,
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code([redacted])")
    }
}

impl Code {
    pub fn parse(text: &str) -> Code {
        let kept = |c: &char| !c.is_whitespace() && *c != '-';
        let code: String = text.chars().filter(kept).map(|c| c.to_ascii_lowercase()).collect();
        match code.len() {
            DIGITS if code.bytes().all(|b| b.is_ascii_digit()) => Code::Totp(code),
            BACKUP_LENGTH if code.bytes().all(|b| BASE32.contains(&b)) => Code::Backup(code),
            _ => Code::Malformed,
        }
    }

    /// Reads `code`, a string or a whole number, or else `backup_code`. 422 for other types.
    pub fn read(fields: Fields<'_>) -> Result<Option<Code>> {
        let code = match fields.get("code") {
            // Numbers lose the zeros a code begins with.
            Some(Json::Number(n)) if n.bytes().all(|b| b.is_ascii_digit()) => Some(format!("{n:0>DIGITS$}")),
            Some(Json::String(text)) => Some(text.to_string()).filter(|text| !text.is_empty()),
            Some(_) => return Err(Error::invalid("code", "code must be a string or an integer")),
            None => None,
        };
        let backup = fields.filled_str("backup_code")?;
        Ok(code.as_deref().or(backup).map(Code::parse))
    }

    /// As [`Code::read`]; 400 without one.
    pub fn required(fields: Fields<'_>) -> Result<Code> {
        Code::read(fields)?.ok_or_else(|| Error::missing("code"))
    }
}

/// What an authenticator app and the server share: 20 random bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 20]);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret([redacted])")
    }
}

impl Secret {
    pub fn new(random: [u8; 20]) -> Secret {
        Secret(random)
    }

    /// Reads what [`Secret::base32`] wrote.
    pub fn parse(base32: &str) -> Option<Secret> {
        let read = totp_rs::Secret::try_from_base32(base32).ok()?;
        read.as_bytes().try_into().ok().map(Secret)
    }

    /// As people type it into an app: 32 capital letters and digits.
    pub fn base32(&self) -> String {
        totp_rs::Secret::from(self.0).to_base32()
    }

    /// What apps scan. All parameters are named: some apps guess other ones.
    pub fn url(&self, issuer: &str, account: &str) -> String {
        let encoded = |text: &str| byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
        let (issuer, account, secret) = (encoded(issuer), encoded(account), self.base32());
        format!(
            "otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits={DIGITS}&period={STEP_SECS}"
        )
    }

    /// The step whose code this is, among those that count at `now` and come after `last`: an
    /// accepted code and all older ones are never accepted again.
    pub fn step_of(&self, code: &str, last: Option<i64>, now: Timestamp) -> Option<i64> {
        let present = now.secs() / STEP_SECS;
        let totp = self.totp();
        let mut steps = (present - SKEW..=present + SKEW).filter(|step| last.is_none_or(|last| *step > last));
        steps.find(|step| u64::try_from(step * STEP_SECS).is_ok_and(|at| totp.check(code, at).is_some()))
    }

    /// The code of a step.
    #[cfg(test)]
    pub fn code_of(&self, step: i64) -> String {
        self.totp().generate((step * STEP_SECS) as u64).to_string()
    }

    fn totp(&self) -> Totp {
        let rules = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(DIGITS as u8);
        rules.with_step_duration(STEP_SECS as u64).with_skew(0).with_secret(self.0).build_noncompliant()
    }
}

/// A code for the day the app is lost, out of random bytes: 50 bits.
pub fn backup_code(random: [u8; BACKUP_LENGTH]) -> String {
    random.iter().map(|byte| char::from(BASE32[usize::from(byte % 32)])).collect()
}

/// A backup code as it is shown.
pub fn shown(code: &str) -> String {
    let (left, right) = code.split_at(code.len() / 2);
    format!("{left}-{right}")
}

#[cfg(test)]
mod tests;
