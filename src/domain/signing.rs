//! Signatures of delivered bodies, in both schemes, and their check on the receiving side.
//! Knows no clock and no header map: times are arguments, values are returned by name.

mod timed;

pub use timed::{sign_hex, sign_pj, verify_hex, verify_pj, verify_portal};

use crate::base::crypto::{HmacKey, base64_decode, base64_encode, base64_encode_no_pad, constant_time_eq};
use crate::base::{Error, Json, Result};
use std::fmt;

/// What marks a secret as `prefix ‖ base64 of the key`.
const KEY_PREFIX: &str = "whsec_";

/// Longest secret of a webhook, in characters.
pub const MAX_SECRET: usize = 256;

/// A shared secret; its value never shows in debug output.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: impl Into<String>) -> Secret {
        Secret(text.into())
    }

    /// A generated secret of 32 random bytes.
    pub fn generate(random: [u8; 32]) -> Secret {
        Secret(format!("{KEY_PREFIX}{}", base64_encode(&random)))
    }

    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// `X-Signature`: the body alone.
    Jobcelis,
    /// Standard Webhooks: id, time and body.
    Standard,
    /// `X-Signing-Signature`: time and body, by both secrets in one header.
    Portal,
}

impl Scheme {
    const ALL: [Scheme; 3] = [Scheme::Jobcelis, Scheme::Standard, Scheme::Portal];

    pub const fn as_str(self) -> &'static str {
        match self {
            Scheme::Jobcelis => "jobcelis",
            Scheme::Standard => "standard",
            Scheme::Portal => "portal",
        }
    }
}

/// The schemes a webhook signs with; the first two unless it says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schemes(u8);

impl Schemes {
    /// Reads a list of scheme names; 422 on `signature_schemes`.
    pub fn parse(json: &Json<'_>) -> Result<Schemes> {
        let fault =
            || Error::invalid("signature_schemes", "signature_schemes must be an array of jobcelis, standard, portal");
        let items = json.as_array().filter(|items| !items.is_empty()).ok_or_else(fault)?;
        items.iter().try_fold(Schemes(0), |set, item| {
            let scheme = Scheme::ALL.into_iter().find(|s| item.as_str() == Some(s.as_str())).ok_or_else(fault)?;
            Ok(Schemes(set.0 | 1 << scheme as u8))
        })
    }

    pub const fn contains(self, scheme: Scheme) -> bool {
        self.0 & (1 << scheme as u8) != 0
    }

    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Scheme::ALL.into_iter().filter(move |s| self.contains(*s)).map(Scheme::as_str)
    }

    /// The list as JSON text.
    pub fn to_text(self) -> String {
        Json::Array(self.names().map(Json::string).collect()).to_text()
    }

    const USUAL: Schemes = Schemes(0b11);
    /// Every scheme there is.
    pub const ALL: Schemes = Schemes(0b111);
}

impl Default for Schemes {
    fn default() -> Schemes {
        Schemes::USUAL
    }
}

/// The prepared keys of a webhook's active secrets, newest first; at most two are used.
#[derive(Debug, Clone, Default)]
pub struct SigningKeys(Vec<Pair>);

#[derive(Debug, Clone)]
struct Pair {
    /// For `X-Signature`: the bytes of the whole secret.
    whole: HmacKey,
    /// For `webhook-signature`.
    standard: HmacKey,
}

/// Values of the signature headers; `None` is a header that is not sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signatures {
    /// `X-Signature`.
    pub current: Option<String>,
    /// `X-Signature-Previous`, made with the second secret.
    pub previous: Option<String>,
    /// `webhook-signature`, one item per secret.
    pub standard: Option<String>,
    /// `X-Signing-Signature`.
    pub portal: Option<String>,
}

impl SigningKeys {
    pub fn new(secrets: &[&str]) -> SigningKeys {
        let pair = |secret: &&str| {
            let whole = HmacKey::new(secret.as_bytes());
            let standard = encoded_key(secret).map_or_else(|| whole.clone(), |key| HmacKey::new(&key));
            Pair { whole, standard }
        };
        SigningKeys(secrets.iter().take(2).map(pair).collect())
    }

    /// Signs one attempt: `id` is the event id, `seconds` the Unix time of the attempt.
    pub fn sign(&self, schemes: Schemes, id: &str, seconds: i64, body: &[u8]) -> Signatures {
        let whole = |pair: &Pair| native(&pair.whole, body);
        let mut signatures = Signatures::default();
        if schemes.contains(Scheme::Jobcelis) {
            signatures.current = self.0.first().map(whole);
            signatures.previous = self.0.get(1).map(whole);
        }
        if schemes.contains(Scheme::Standard) && !self.0.is_empty() {
            let seconds = seconds.to_string();
            let parts = [id.as_bytes(), b".", seconds.as_bytes(), b".", body];
            let items = self.0.iter().map(|p| format!("v1,{}", base64_encode(&p.standard.sign(&parts))));
            signatures.standard = Some(items.collect::<Vec<_>>().join(" "));
        }
        if schemes.contains(Scheme::Portal) {
            signatures.portal = self.sign_portal(seconds, body);
        }
        signatures
    }
}

/// The key inside `whsec_…`, if the secret has that form.
fn encoded_key(secret: &str) -> Option<Vec<u8>> {
    base64_decode(secret.strip_prefix(KEY_PREFIX)?).filter(|key| (24..=64).contains(&key.len()))
}

fn native(key: &HmacKey, body: &[u8]) -> String {
    format!("sha256={}", base64_encode_no_pad(&key.sign(&[body])))
}

/// The `X-Signature` value of a body.
pub fn sign(secret: &str, body: &[u8]) -> String {
    native(&HmacKey::new(secret.as_bytes()), body)
}

/// Why a signature was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It does not start with `sha256=`, or holds no `v1,` item.
    Prefix,
    /// It is not standard base64.
    Encoding,
    /// It does not decode to 32 bytes.
    Length,
    /// It was made with another secret or over another body.
    Mismatch,
}

impl Reason {
    pub const fn as_str(self) -> &'static str {
        match self {
            Reason::Prefix => "prefix",
            Reason::Encoding => "encoding",
            Reason::Length => "length",
            Reason::Mismatch => "mismatch",
        }
    }
}

/// Checks an `X-Signature` value, in constant time. Padding, surrounding blanks and the header's
/// name in front are accepted.
pub fn verify(secret: &str, body: &[u8], header: &str) -> Result<(), Reason> {
    let text = header.trim();
    let value = match text.split_once(':') {
        Some((name, value)) if name.trim_end().eq_ignore_ascii_case("x-signature") => value.trim_start(),
        _ => text,
    };
    let encoded = value.strip_prefix("sha256=").ok_or(Reason::Prefix)?;
    let mac = base64_decode(encoded).ok_or(Reason::Encoding)?;
    if mac.len() != 32 {
        return Err(Reason::Length);
    }
    let expected = HmacKey::new(secret.as_bytes()).sign(&[body]);
    constant_time_eq(&expected, &mac).then_some(()).ok_or(Reason::Mismatch)
}

/// The `webhook-signature` value of a body.
pub fn sign_standard(secret: &str, id: &str, seconds: i64, body: &[u8]) -> String {
    let signatures = SigningKeys::new(&[secret]).sign(Schemes(1 << Scheme::Standard as u8), id, seconds, body);
    signatures.standard.unwrap_or_default()
}

/// Checks a `webhook-signature` value, in constant time: one of its `v1` items must hold. The age
/// of the timestamp is the caller's to judge.
pub fn verify_standard(secret: &str, id: &str, seconds: i64, body: &[u8], header: &str) -> Result<(), Reason> {
    let expected = sign_standard(secret, id, seconds, body);
    let expected = expected.strip_prefix("v1,").and_then(base64_decode).unwrap_or_default();
    let mut worst = Reason::Prefix;
    for item in header.split_ascii_whitespace().filter_map(|item| item.strip_prefix("v1,")) {
        worst = match base64_decode(item) {
            None => Reason::Encoding,
            Some(mac) if mac.len() != 32 => Reason::Length,
            Some(mac) if constant_time_eq(&expected, &mac) => return Ok(()),
            Some(_) => Reason::Mismatch,
        };
    }
    Err(worst)
}

#[cfg(test)]
mod tests;
