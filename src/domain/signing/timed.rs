//! Signatures of other dialects: `pj`, in hexadecimal over `<time>.<body>`, and `portal`, the same
//! by both secrets in one header. They share how a value is read: whole, and compared in constant
//! time. The age of a time is the caller's to judge.

use super::{Reason, SigningKeys};
use crate::base::crypto::{HmacKey, base64_decode, constant_time_eq};

/// Bytes of a value.
const LENGTH: usize = 32;

impl SigningKeys {
    /// Checks an `X-PJ-Signature` over a timestamp as it was sent and the raw body: one of the
    /// secrets must hold. All of them are tried whatever the first says.
    pub fn verify_pj(&self, timestamp: &str, body: &[u8], header: &str) -> Result<(), Reason> {
        let given = value(header)?;
        let parts = [timestamp.as_bytes(), b".", body];
        let holds = |found, pair: &super::Pair| found | constant_time_eq(&pair.whole.sign(&parts), &given);
        if self.0.iter().fold(false, holds) { Ok(()) } else { Err(Reason::Mismatch) }
    }

    /// The value of `X-Signing-Signature` at a Unix time; `None` without a secret.
    pub fn sign_portal(&self, seconds: i64, body: &[u8]) -> Option<String> {
        let time = seconds.to_string();
        let parts = [time.as_bytes(), b".", body];
        let mut text = format!("t={time}");
        for (n, pair) in self.0.iter().enumerate() {
            text.push_str(&format!(",s{}={}", n + 1, hex::encode(pair.whole.sign(&parts))));
        }
        (!self.0.is_empty()).then_some(text)
    }
}

/// The `X-PJ-Signature` of a body at a time.
pub fn sign_pj(secret: &str, timestamp: &str, body: &[u8]) -> String {
    hex::encode(HmacKey::new(secret.as_bytes()).sign(&[timestamp.as_bytes(), b".", body]))
}

/// As [`SigningKeys::verify_pj`], with one secret.
pub fn verify_pj(secret: &str, timestamp: &str, body: &[u8], header: &str) -> Result<(), Reason> {
    SigningKeys::new(&[secret]).verify_pj(timestamp, body, header)
}

/// The signature of a body alone, in hexadecimal.
pub fn sign_hex(secret: &str, body: &[u8]) -> String {
    hex::encode(HmacKey::new(secret.as_bytes()).sign(&[body]))
}

/// Checks a signature of a body alone, in hexadecimal or base64, `sha256=` in front or not.
pub fn verify_hex(secret: &str, body: &[u8], header: &str) -> Result<(), Reason> {
    let given = value(header)?;
    let expected = HmacKey::new(secret.as_bytes()).sign(&[body]);
    if constant_time_eq(&expected, &given) { Ok(()) } else { Err(Reason::Mismatch) }
}

/// Checks an `X-Signing-Signature` with one secret, which may be either of the two; its time.
pub fn verify_portal(secret: &str, body: &[u8], header: &str) -> Result<i64, Reason> {
    let item = |name: &str| header.split(',').find_map(|item| item.trim().strip_prefix(name)?.strip_prefix('='));
    let time = item("t").ok_or(Reason::Prefix)?;
    let seconds: i64 = time.parse().map_err(|_| Reason::Encoding)?;
    let expected = HmacKey::new(secret.as_bytes()).sign(&[time.as_bytes(), b".", body]);
    let mut worst = Reason::Prefix;
    for given in [item("s1"), item("s2")].into_iter().flatten() {
        worst = match hex::decode(given) {
            Err(_) => Reason::Encoding,
            Ok(given) if given.len() != LENGTH => Reason::Length,
            Ok(given) if constant_time_eq(&expected, &given) => return Ok(seconds),
            Ok(_) => Reason::Mismatch,
        };
    }
    Err(worst)
}

/// The bytes of a value in hexadecimal or base64, `sha256=` in front or not: all 32 of them.
fn value(header: &str) -> Result<Vec<u8>, Reason> {
    let text = header.trim();
    let text = text.strip_prefix("sha256=").unwrap_or(text);
    // 64 hexadecimal digits are base64 too, but of more than 32 bytes.
    let bytes = hex::decode(text).ok().filter(|bytes| bytes.len() == LENGTH).or_else(|| base64_decode(text));
    let bytes = bytes.or_else(|| hex::decode(text).ok()).ok_or(Reason::Encoding)?;
    if bytes.len() == LENGTH { Ok(bytes) } else { Err(Reason::Length) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::crypto::base64_encode;

    const AT: &str = "1768473000";
    const BODY: &[u8] = br#"{"event_type":"user.created"}"#;

    #[test]
    fn values_of_both_encodings_hold_and_nothing_else() {
        let hexed = sign_pj("one", AT, BODY);
        // Made with another implementation of HMAC.
        assert_eq!(hexed, "d8dae3f82178b29f9e2361fcc428064ce81d74ad3ad961da0a2deb50ddc2d019");
        let bytes = hex::decode(&hexed).expect("hex");
        let (encoded, bare) = (base64_encode(&bytes), base64_encode(&bytes).replace('=', ""));
        let keys = SigningKeys::new(&["two", "one"]);
        for good in [&hexed, &hexed.to_uppercase(), &format!("sha256={hexed}"), &encoded, &bare, &format!(" {hexed} ")]
        {
            assert_eq!(keys.verify_pj(AT, BODY, good), Ok(()), "{good}");
            assert_eq!(verify_pj("one", AT, BODY, good), Ok(()), "{good}");
        }
        for (bad, reason) in [
            (sign_pj("three", AT, BODY), Reason::Mismatch),
            (sign_pj("one", "1768473001", BODY), Reason::Mismatch),
            (sign_pj("one", AT, b"{}"), Reason::Mismatch),
            (hexed[..62].to_owned(), Reason::Length),
            (format!("{hexed}00"), Reason::Length),
            (base64_encode(&bytes[..31]), Reason::Length),
            (String::new(), Reason::Length),
            (format!("?{}", &hexed[1..]), Reason::Encoding),
            (format!("sha512={hexed}"), Reason::Encoding),
            (format!("sha256=sha256={hexed}"), Reason::Encoding),
        ] {
            assert_eq!(keys.verify_pj(AT, BODY, &bad), Err(reason), "{bad}");
        }
        let mut flipped = hexed.into_bytes();
        flipped[63] = if flipped[63] == b'0' { b'1' } else { b'0' };
        let flipped = String::from_utf8(flipped).expect("text");
        assert_eq!(keys.verify_pj(AT, BODY, &flipped), Err(Reason::Mismatch));
        assert_eq!(SigningKeys::default().verify_pj(AT, BODY, &flipped), Err(Reason::Mismatch), "no secret at all");
    }

    #[test]
    fn portal_signatures_hold_for_either_secret() {
        let signed = SigningKeys::new(&["one", "two"]).sign_portal(1_768_473_000, BODY).expect("signed");
        let (s1, s2) = (sign_pj("one", AT, BODY), sign_pj("two", AT, BODY));
        assert_eq!(signed, format!("t={AT},s1={s1},s2={s2}"));
        for secret in ["one", "two"] {
            assert_eq!(verify_portal(secret, BODY, &signed), Ok(1_768_473_000));
        }
        assert_eq!(verify_portal("one", BODY, &format!("s2={s1}, t={AT}")), Ok(1_768_473_000));
        for (secret, header, reason) in [
            ("three", signed.clone(), Reason::Mismatch),
            ("one", signed.replace(AT, "1768473001"), Reason::Mismatch),
            ("one", format!("t={AT},s1={}", &s1[..62]), Reason::Length),
            ("one", format!("t={AT},s1={s1}00"), Reason::Length),
            ("one", format!("t={AT},s1=xyz"), Reason::Encoding),
            ("one", format!("t=now,s1={s1}"), Reason::Encoding),
            ("one", format!("s1={s1}"), Reason::Prefix),
            ("one", format!("t={AT}"), Reason::Prefix),
        ] {
            assert_eq!(verify_portal(secret, BODY, &header), Err(reason), "{header}");
        }
        assert_eq!(SigningKeys::default().sign_portal(1, BODY), None);
    }

    #[test]
    fn a_body_alone() {
        // RFC 4231, test case 2.
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        let body = b"what do ya want for nothing?";
        assert_eq!(sign_hex("Jefe", body), expected);
        assert_eq!(verify_hex("Jefe", body, expected), Ok(()));
        assert_eq!(verify_hex("Jefe", b"else", expected), Err(Reason::Mismatch));
    }
}
