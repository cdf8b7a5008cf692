//! The signatures a receiver checks, computed here from the written rules and nothing of the crate.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;

fn hmac(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

/// `X-Signature`: the whole secret is the key, the body alone is signed, no padding.
pub fn jobcelis_signature(secret: &str, body: &[u8]) -> String {
    format!("sha256={}", STANDARD_NO_PAD.encode(hmac(secret.as_bytes(), body)))
}

/// `X-PJ-Signature`: time and body are signed, in hexadecimal.
pub fn pj_signature(secret: &str, timestamp: &str, body: &[u8]) -> String {
    hex::encode(hmac(secret.as_bytes(), &[timestamp.as_bytes(), b".", body].concat()))
}

/// One item of `webhook-signature`: id, time and body are signed, with padding.
pub fn standard_signature(secret: &str, id: &str, timestamp: &str, body: &[u8]) -> String {
    let decoded = secret.strip_prefix("whsec_").and_then(|s| STANDARD.decode(s).ok());
    let key = decoded.filter(|k| (24..=64).contains(&k.len())).unwrap_or_else(|| secret.into());
    let message = [id.as_bytes(), b".", timestamp.as_bytes(), b".", body].concat();
    format!("v1,{}", STANDARD.encode(hmac(&key, &message)))
}

/// HMAC-SHA256 in lower-case hexadecimal.
pub fn hmac_hex(key: &[u8], message: &[u8]) -> String {
    hmac(key, message).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A token with these parts, signed with a key of the caller's choice.
pub fn bearer_jwt(header: &Value, claims: &Value, key: &[u8]) -> String {
    let part = |v: &Value| URL_SAFE_NO_PAD.encode(v.to_string());
    let signed = format!("{}.{}", part(header), part(claims));
    let signature = URL_SAFE_NO_PAD.encode(hmac(key, signed.as_bytes()));
    format!("{signed}.{signature}")
}
