//! Message authentication with the hashes that senders of webhooks choose among. What is signed,
//! and how a signature is written down, is decided above.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Sha256, Sha512};
use std::fmt;

/// A hash for HMAC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// Only for senders that offer nothing else; HMAC over it still holds.
    Sha1,
    Sha256,
    Sha512,
}

impl Algorithm {
    pub const ALL: [Algorithm; 3] = [Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512];

    pub const fn as_str(self) -> &'static str {
        match self {
            Algorithm::Sha1 => "sha1",
            Algorithm::Sha256 => "sha256",
            Algorithm::Sha512 => "sha512",
        }
    }

    pub fn parse(name: &str) -> Option<Algorithm> {
        Algorithm::ALL.into_iter().find(|algorithm| algorithm.as_str() == name)
    }

    /// Bytes of a signature.
    pub const fn size(self) -> usize {
        match self {
            Algorithm::Sha1 => 20,
            Algorithm::Sha256 => 32,
            Algorithm::Sha512 => 64,
        }
    }
}

/// A prepared HMAC key: its blocks are already hashed.
#[derive(Clone)]
pub enum MacKey {
    Sha1(Hmac<Sha1>),
    Sha256(Hmac<Sha256>),
    Sha512(Hmac<Sha512>),
}

impl MacKey {
    /// A key of any length, as RFC 2104 has it; `None` never comes of these hashes.
    pub fn new(algorithm: Algorithm, key: &[u8]) -> Option<MacKey> {
        Some(match algorithm {
            Algorithm::Sha1 => MacKey::Sha1(Hmac::new_from_slice(key).ok()?),
            Algorithm::Sha256 => MacKey::Sha256(Hmac::new_from_slice(key).ok()?),
            Algorithm::Sha512 => MacKey::Sha512(Hmac::new_from_slice(key).ok()?),
        })
    }

    /// The MAC over the parts in order.
    pub fn sign(&self, parts: &[&[u8]]) -> Vec<u8> {
        fn over<M: Mac>(mut mac: M, parts: &[&[u8]]) -> Vec<u8> {
            parts.iter().for_each(|part| mac.update(part));
            mac.finalize().into_bytes().to_vec()
        }
        match self {
            MacKey::Sha1(mac) => over(mac.clone(), parts),
            MacKey::Sha256(mac) => over(mac.clone(), parts),
            MacKey::Sha512(mac) => over(mac.clone(), parts),
        }
    }
}

impl fmt::Debug for MacKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MacKey([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 2202 and RFC 4231, test cases 2 and (with the long key) 6.
    #[test]
    fn the_vectors_of_the_standards() {
        let (jefe, what): (&[u8], &[u8]) = (b"Jefe", b"what do ya want for nothing?");
        let (long, text) = ([0xaa; 131], b"Test Using Larger Than Block-Size Key - Hash Key First");
        for (algorithm, key, parts, mac) in [
            (Algorithm::Sha1, jefe, what, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
            (Algorithm::Sha256, jefe, what, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
            (
                Algorithm::Sha512,
                jefe,
                what,
                "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
            ),
            (Algorithm::Sha256, &long, text, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
        ] {
            let key = MacKey::new(algorithm, key).expect("any key");
            let (start, end) = parts.split_at(7);
            assert_eq!(hex::encode(key.sign(&[start, end])), mac, "{algorithm:?}");
            assert_eq!(mac.len(), 2 * algorithm.size());
            assert_eq!(Algorithm::parse(algorithm.as_str()), Some(algorithm));
        }
        assert_eq!(Algorithm::parse("md5"), None);
    }
}
