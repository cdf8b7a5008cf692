//! Hashing, signing, sealing and random tokens; which key serves what is decided above.

pub mod mac;
pub mod stream;

use super::error::{Error, Kind, Result};
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use std::fmt;
use std::io::{ErrorKind, Read};
use subtle::ConstantTimeEq;

pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// What a server says to the key of a WebSocket handshake. SHA-1 proves nothing here but that the
/// other side speaks the protocol.
pub fn websocket_accept(key: &[u8]) -> String {
    let digest = Sha1::new().chain_update(key).chain_update(b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").finalize();
    base64_encode(&digest)
}

/// SHA-256 of everything a reader gives, in constant memory.
pub fn sha256_of(reader: &mut impl Read) -> std::io::Result<[u8; 32]> {
    let (mut digest, mut buffer) = (Sha256::new(), vec![0; 256 << 10]);
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => return Ok(digest.finalize().into()),
            Ok(n) => digest.update(&buffer[..n]),
            Err(e) if e.kind() == ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
}

/// HMAC-SHA256 over the parts in order.
pub fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    HmacKey::new(key).sign(parts)
}

/// A prepared HMAC-SHA256 key: the two key blocks are already hashed, so that signing costs only
/// the message.
#[derive(Clone)]
pub struct HmacKey(Hmac<Sha256>);

impl HmacKey {
    pub fn new(key: &[u8]) -> HmacKey {
        // RFC 2104: a key longer than a block is hashed, a shorter one is padded with zeros.
        let mut block = [0; 64];
        match block.get_mut(..key.len()) {
            Some(start) => start.copy_from_slice(key),
            None => block[..32].copy_from_slice(&sha256(key)),
        }
        HmacKey(<Hmac<Sha256> as KeyInit>::new(&block.into()))
    }

    /// The MAC over the parts in order.
    pub fn sign(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = self.0.clone();
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for HmacKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HmacKey([redacted])")
    }
}

/// Compares secrets without telling where they differ.
pub fn constant_time_eq(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

pub fn base64_encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

pub fn base64_encode_no_pad(bytes: &[u8]) -> String {
    STANDARD_NO_PAD.encode(bytes)
}

/// The alphabet of URLs, without padding.
pub fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The alphabet of addresses, without padding.
pub fn base64url_decode(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// Standard alphabet, with or without padding.
pub fn base64_decode(text: &str) -> Option<Vec<u8>> {
    STANDARD_NO_PAD.decode(text.trim_end_matches('=')).ok()
}

pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::fill(&mut bytes);
    bytes
}

/// `length` random characters of a-z and 0-9.
pub fn random_word(length: usize) -> String {
    const ALPHABET: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    (0..length).map(|_| char::from(ALPHABET[rand::random_range(0..ALPHABET.len())])).collect()
}

/// `prefix` followed by 43 base64url characters of 32 random bytes.
pub fn random_token(prefix: &str) -> String {
    format!("{prefix}{}", base64url(&random_bytes::<32>()))
}

/// The master key and the sub-keys derived from it by label (HKDF-SHA256).
pub struct Keys {
    seal: Aes256Gcm,
    pub jwt: [u8; 32],
    pub email: [u8; 32],
    pub ip: [u8; 32],
    pub code: [u8; 32],
}

/// First byte of a sealed value: the layout `version ‖ key id ‖ nonce ‖ ciphertext ‖ tag`.
const SEAL_VERSION: u8 = 1;
const KEY_ID: u8 = 1;

impl Keys {
    pub fn derive(master: &[u8; 32]) -> Result<Keys> {
        let hkdf = hkdf::Hkdf::<Sha256>::new(None, master);
        let sub = |label: &str| -> Result<[u8; 32]> {
            let mut key = [0; 32];
            hkdf.expand(label.as_bytes(), &mut key).map_err(|e| Error::internal(e.to_string()))?;
            Ok(key)
        };
        let seal = Aes256Gcm::new(&sub("jobcelis pii")?.into());
        Ok(Keys {
            seal,
            jwt: sub("jobcelis jwt")?,
            email: sub("jobcelis email")?,
            ip: sub("jobcelis ip")?,
            code: sub("jobcelis code")?,
        })
    }

    /// Encrypts a value for one place (`table.column:row`); only [`Keys::open`] with the same
    /// place reads it back.
    pub fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>> {
        let nonce = random_bytes::<12>();
        let payload = Payload { msg: plain, aad: place.as_bytes() };
        let sealed = self.seal.encrypt(&Nonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| Error::internal("sealing failed"))?;
        let mut out = Vec::with_capacity(14 + sealed.len());
        out.extend_from_slice(&[SEAL_VERSION, KEY_ID]);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        let broken = || Error::new(Kind::Internal, "a sealed value does not open with this key");
        let (head, body) = sealed.split_at_checked(14).ok_or_else(broken)?;
        if head[..2] != [SEAL_VERSION, KEY_ID] {
            return Err(broken());
        }
        let nonce: [u8; 12] = head[2..].try_into().map_err(|_| broken())?;
        self.seal.decrypt(&Nonce::from(nonce), Payload { msg: body, aad: place.as_bytes() }).map_err(|_| broken())
    }

    pub fn seal_text(&self, place: &str, plain: &str) -> Result<Vec<u8>> {
        self.seal(place, plain.as_bytes())
    }

    pub fn open_text(&self, place: &str, sealed: &[u8]) -> Result<String> {
        String::from_utf8(self.open(place, sealed)?).map_err(Error::internal)
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys([redacted])")
    }
}

/// Argon2id with the crate's defaults (19 MiB, 2 passes, 1 lane): the OWASP minimum.
/// Slow on purpose; call it on a blocking thread behind a semaphore.
pub fn hash_password(password: &str) -> Result<String> {
    use argon2::PasswordHasher;
    let hash = argon2::Argon2::default().hash_password(password.as_bytes());
    Ok(hash.map_err(|e| Error::internal(e.to_string()))?.to_string())
}

pub fn verify_password(password: &str, phc: &str) -> bool {
    use argon2::PasswordVerifier;
    argon2::Argon2::default().verify_password(password.as_bytes(), phc).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sealed_values_open_only_in_their_place() {
        let keys = Keys::derive(&[7; 32]).expect("derives");
        let sealed = keys.seal_text("users.email:1", "ana@example.org").expect("seals");
        assert_eq!(keys.open_text("users.email:1", &sealed).expect("opens"), "ana@example.org");
        assert!(keys.open("users.email:2", &sealed).is_err());
        let other = Keys::derive(&[8; 32]).expect("derives");
        assert!(other.open("users.email:1", &sealed).is_err());
        for cut in 0..sealed.len() {
            assert!(keys.open("users.email:1", &sealed[..cut]).is_err());
        }
    }

    #[test]
    fn keys_of_every_length_sign_as_rfc_4231_says() {
        for (key, message, mac) in [
            (vec![0x0b; 20], "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            (
                b"Jefe".to_vec(),
                "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (
                vec![0xaa; 131],
                "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
        ] {
            let (start, end) = message.as_bytes().split_at(message.len() / 2);
            assert_eq!(hex::encode(HmacKey::new(&key).sign(&[start, end])), mac);
        }
    }

    #[test]
    fn a_stream_hashes_like_its_bytes() {
        let bytes: Vec<u8> = (0..700_000_u32).map(|n| (n % 251) as u8).collect();
        assert_eq!(sha256_of(&mut bytes.as_slice()).expect("read"), sha256(&bytes));
    }

    #[test]
    fn passwords_verify() {
        let phc = hash_password("Secret123").expect("hashes");
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verify_password("Secret123", &phc));
        assert!(!verify_password("secret123", &phc));
        assert!(!verify_password("Secret123", "not a hash"));
    }
}
