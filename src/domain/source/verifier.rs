//! The check of a request against the secrets of its source: over the bytes as they came, in
//! constant time and at full length. Which request it is, and what becomes of it, is known above.

use super::verification::{Encoding, Hmac, Verification};
use crate::base::crypto::mac::{Algorithm, MacKey};
use crate::base::crypto::{base64_decode, base64_encode, base64_encode_no_pad, constant_time_eq, sha256};
use crate::base::{Error, Result, Timestamp};
use crate::domain::signing::Secret;

/// A header of a request by its name in lower case, if it is text.
pub type Header<'h> = &'h dyn Fn(&str) -> Option<&'h str>;

/// Why a request was not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A header that must be there is not.
    Missing,
    /// It cannot be read: another prefix, another encoding, another length.
    Malformed,
    /// The timestamp is too far off.
    Stale,
    /// Another secret, or another body.
    Mismatch,
}

impl Refusal {
    pub const fn as_str(self) -> &'static str {
        match self {
            Refusal::Missing => "missing credentials",
            Refusal::Malformed => "malformed credentials",
            Refusal::Stale => "timestamp outside tolerance",
            Refusal::Mismatch => "wrong credentials",
        }
    }
}

/// A source's verification with its secrets prepared.
#[derive(Debug)]
pub struct Verifier {
    way: Verification,
    /// Also `<algorithm>=` in front, and the other encoding.
    lenient: bool,
    macs: Vec<MacKey>,
    /// SHA-256 of what a request must present, where that is the secret itself.
    tokens: Vec<[u8; 32]>,
}

impl Verifier {
    /// `secrets` are the present one and the one before.
    pub fn new(way: Verification, lenient: bool, secrets: &[Secret]) -> Result<Verifier> {
        let macs = |algorithm, key: fn(&str) -> Vec<u8>| {
            let mac = |secret: &Secret| MacKey::new(algorithm, &key(secret.expose()));
            secrets.iter().map(mac).collect::<Option<Vec<_>>>().ok_or_else(|| Error::internal("a key without a use"))
        };
        let whole = |secret: &str| secret.as_bytes().to_vec();
        let (macs, tokens) = match &way {
            Verification::Hmac(hmac) => (macs(hmac.algorithm, whole)?, Vec::new()),
            Verification::Stripe { .. } | Verification::Slack { .. } => (macs(Algorithm::Sha256, whole)?, Vec::new()),
            Verification::StandardWebhooks { .. } => (macs(Algorithm::Sha256, standard_key)?, Vec::new()),
            Verification::Token { .. } => {
                (Vec::new(), secrets.iter().map(|secret| sha256(secret.expose().as_bytes())).collect())
            }
            Verification::Basic { username } => {
                let pair = |secret: &Secret| sha256(format!("{username}:{}", secret.expose()).as_bytes());
                (Vec::new(), secrets.iter().map(pair).collect())
            }
            Verification::None => (Vec::new(), Vec::new()),
        };
        Ok(Verifier { way, lenient, macs, tokens })
    }

    /// Whether a request comes from who has one of the secrets.
    pub fn check(&self, header: Header<'_>, body: &[u8], now: Timestamp) -> Result<(), Refusal> {
        match &self.way {
            Verification::None => Ok(()),
            Verification::Hmac(hmac) => self.hmac(hmac, header, body, now),
            Verification::Token { header: name, prefix } => {
                let value = header(name).ok_or(Refusal::Missing)?;
                let token = match prefix {
                    Some(prefix) => value.strip_prefix(prefix.as_str()).ok_or(Refusal::Malformed)?,
                    None => value,
                };
                self.token(token.as_bytes())
            }
            Verification::Basic { .. } => {
                let value = header("authorization").ok_or(Refusal::Missing)?;
                let (scheme, pair) = value.split_once(' ').ok_or(Refusal::Malformed)?;
                let pair = base64_decode(pair.trim()).filter(|_| scheme.eq_ignore_ascii_case("basic"));
                self.token(&pair.ok_or(Refusal::Malformed)?)
            }
            Verification::StandardWebhooks { tolerance } => {
                let read = |name| header(name).ok_or(Refusal::Missing);
                let (id, at, list) = (read("webhook-id")?, read("webhook-timestamp")?, read("webhook-signature")?);
                fresh(at, *tolerance, now)?;
                let items = list.split(' ').filter_map(|item| item.strip_prefix("v1,"));
                self.any(items.map(base64), &[id.as_bytes(), b".", at.as_bytes(), b".", body])
            }
            Verification::Stripe { tolerance } => {
                let value = header("stripe-signature").ok_or(Refusal::Missing)?;
                let of = |name| value.split(',').filter_map(move |item| item.trim().strip_prefix(name));
                let at = of("t=").next().ok_or(Refusal::Malformed)?;
                fresh(at, *tolerance, now)?;
                self.any(of("v1=").map(hex_digits), &[at.as_bytes(), b".", body])
            }
            Verification::Slack { tolerance } => {
                let read = |name| header(name).ok_or(Refusal::Missing);
                let (at, value) = (read("x-slack-request-timestamp")?, read("x-slack-signature")?);
                fresh(at, *tolerance, now)?;
                let given = value.strip_prefix("v0=").map(hex_digits);
                self.any(given.into_iter(), &[b"v0:", at.as_bytes(), b":", body])
            }
        }
    }

    fn hmac(&self, hmac: &Hmac, header: Header<'_>, body: &[u8], now: Timestamp) -> Result<(), Refusal> {
        let value = header(&hmac.header).ok_or(Refusal::Missing)?.trim();
        let read = |name: &Option<String>| match name {
            Some(name) => header(name).ok_or(Refusal::Missing),
            None => Ok(""),
        };
        let (at, id) = (read(&hmac.timestamp_header)?, read(&hmac.id_header)?);
        if hmac.timestamp_header.is_some() {
            fresh(at, hmac.tolerance, now)?;
        }
        let value = match &hmac.prefix {
            Some(prefix) => value.strip_prefix(prefix.as_str()).ok_or(Refusal::Malformed)?,
            None if self.lenient => {
                let named = value.strip_prefix(hmac.algorithm.as_str());
                named.and_then(|rest| rest.strip_prefix('=')).unwrap_or(value)
            }
            None => value,
        };
        let (hex, base64) = (hex_digits as fn(&str) -> Option<Vec<u8>>, base64 as fn(&str) -> Option<Vec<u8>>);
        let (usual, other) = match hmac.encoding {
            Encoding::Hex => (hex, base64),
            Encoding::Base64 => (base64, hex),
        };
        let fits = |mac: &Vec<u8>| mac.len() == hmac.algorithm.size();
        let given = usual(value).filter(fits).or_else(|| other(value).filter(|mac| self.lenient && fits(mac)));
        self.any(std::iter::once(given), &hmac.signed.pieces(at, id, body))
    }

    /// Whether one of the signatures was made with one of the secrets.
    fn any(&self, given: impl Iterator<Item = Option<Vec<u8>>>, parts: &[&[u8]]) -> Result<(), Refusal> {
        let (mut worst, mut expected) = (Refusal::Malformed, None);
        for mac in given {
            let expected: &Vec<Vec<u8>> =
                expected.get_or_insert_with(|| self.macs.iter().map(|key| key.sign(parts)).collect());
            match mac.filter(|mac| expected.iter().all(|made| made.len() == mac.len())) {
                Some(mac) if expected.iter().any(|made| constant_time_eq(made, &mac)) => return Ok(()),
                Some(_) => worst = Refusal::Mismatch,
                None => {}
            }
        }
        Err(worst)
    }

    fn token(&self, given: &[u8]) -> Result<(), Refusal> {
        let given = sha256(given);
        let known = self.tokens.iter().any(|token| constant_time_eq(token, &given));
        if known { Ok(()) } else { Err(Refusal::Mismatch) }
    }

    /// The headers with which a sender who has the newest secret would prove a request; empty where
    /// that takes none, or a secret that is not known.
    pub fn sign(&self, secret: &Secret, id: &str, now: Timestamp, body: &[u8]) -> Vec<(String, String)> {
        let at = now.secs().to_string();
        let mac = |parts: &[&[u8]]| self.macs.first().map(|key| key.sign(parts)).unwrap_or_default();
        let named = |name: &str, value: String| (name.to_owned(), value);
        match &self.way {
            Verification::None => Vec::new(),
            Verification::Hmac(hmac) => {
                let made = mac(&hmac.signed.pieces(&at, id, body));
                let made = match hmac.encoding {
                    Encoding::Hex => hex::encode(made),
                    // What has `sha256=` in front has no padding after it here.
                    Encoding::Base64 if hmac.prefix.is_some() => base64_encode_no_pad(&made),
                    Encoding::Base64 => base64_encode(&made),
                };
                let mut headers =
                    vec![named(&hmac.header, format!("{}{made}", hmac.prefix.as_deref().unwrap_or_default()))];
                headers.extend(hmac.timestamp_header.as_deref().map(|name| named(name, at.clone())));
                headers.extend(hmac.id_header.as_deref().map(|name| named(name, id.to_owned())));
                headers
            }
            Verification::Token { header, prefix } => {
                vec![named(header, format!("{}{}", prefix.as_deref().unwrap_or_default(), secret.expose()))]
            }
            Verification::Basic { username } => {
                let pair = base64_encode(format!("{username}:{}", secret.expose()).as_bytes());
                vec![named("authorization", format!("Basic {pair}"))]
            }
            Verification::StandardWebhooks { .. } => {
                let made = base64_encode(&mac(&[id.as_bytes(), b".", at.as_bytes(), b".", body]));
                vec![
                    named("webhook-id", id.to_owned()),
                    named("webhook-timestamp", at),
                    named("webhook-signature", format!("v1,{made}")),
                ]
            }
            Verification::Stripe { .. } => {
                let made = hex::encode(mac(&[at.as_bytes(), b".", body]));
                vec![named("stripe-signature", format!("t={at},v1={made}"))]
            }
            Verification::Slack { .. } => {
                let made = hex::encode(mac(&[b"v0:", at.as_bytes(), b":", body]));
                vec![named("x-slack-request-timestamp", at), named("x-slack-signature", format!("v0={made}"))]
            }
        }
    }
}

fn hex_digits(text: &str) -> Option<Vec<u8>> {
    hex::decode(text).ok()
}

fn base64(text: &str) -> Option<Vec<u8>> {
    base64_decode(text)
}

/// The key of a Standard Webhooks secret: base64 after `whsec_`, which may be left out. A secret
/// that is no base64 is taken as it is.
fn standard_key(secret: &str) -> Vec<u8> {
    base64_decode(secret.strip_prefix("whsec_").unwrap_or(secret))
        .filter(|key| !key.is_empty())
        .unwrap_or_else(|| secret.as_bytes().to_vec())
}

fn fresh(at: &str, tolerance: i64, now: Timestamp) -> Result<(), Refusal> {
    let digits = !at.is_empty() && at.bytes().all(|b| b.is_ascii_digit());
    let at: i64 = if digits { at.parse().map_err(|_| Refusal::Malformed)? } else { return Err(Refusal::Malformed) };
    let off = now.secs().saturating_sub(at).unsigned_abs();
    if off <= tolerance.unsigned_abs() { Ok(()) } else { Err(Refusal::Stale) }
}

#[cfg(test)]
mod tests;
