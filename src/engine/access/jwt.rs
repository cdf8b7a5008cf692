//! The signed tokens of users: JWTs with one algorithm and one header. Each is for one purpose, the
//! access of a session or the second step of a login, and is refused for the other. Whether what
//! it stands for still lives is not decided here.

use crate::base::crypto::{Keys, base64url, constant_time_eq, hmac_sha256};
use crate::base::{Error, Id, Result, Timestamp};
use crate::domain::account::{SessionId, UserId};
use crate::domain::mfa::{Challenge, ChallengeId, ChallengeTag};
use crate::domain::session::Session;
use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::signature::{Error as SignatureError, Signer, Verifier};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Validation};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// `{"alg":"HS256","typ":"JWT"}`. The only header that is made or accepted, so that nothing in
/// it can choose an algorithm or a key.
const HEADER: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";
/// Longest token that is looked at.
const MAX_LENGTH: usize = 4096;
/// Who makes the tokens and for whom.
const NAME: &str = "jobcelis";
const ACCESS: &str = "access";
const CHALLENGE: &str = "mfa_challenge";
/// Clocks may differ by this many seconds.
const LEEWAY: u64 = 30;

#[derive(Debug)]
pub enum TokenTag {}
/// Id of one token.
pub type TokenId = Id<TokenTag>;

#[derive(Serialize, Deserialize)]
#[serde(bound = "")]
struct Claims<T> {
    iss: String,
    aud: String,
    sub: UserId,
    #[serde(skip_serializing_if = "Option::is_none")]
    sid: Option<SessionId>,
    jti: Id<T>,
    typ: String,
    iat: i64,
    nbf: i64,
    exp: i64,
}

/// Makes a token of a session, valid from and until whole seconds.
pub fn mint(keys: &Keys, session: &Session, jti: TokenId, valid: Range<Timestamp>) -> Result<String> {
    sign(keys, &Claims::new(ACCESS, session.user, Some(session.id), jti, valid))
}

/// Makes the token of a login that waits for its code.
pub fn mint_challenge(keys: &Keys, challenge: &Challenge, now: Timestamp) -> Result<String> {
    let valid = now..challenge.expires_at;
    sign(keys, &Claims::new(CHALLENGE, challenge.user, None, challenge.id, valid))
}

impl<T> Claims<T> {
    fn new(typ: &str, sub: UserId, sid: Option<SessionId>, jti: Id<T>, valid: Range<Timestamp>) -> Claims<T> {
        Claims {
            iss: NAME.to_owned(),
            aud: NAME.to_owned(),
            sub,
            sid,
            jti,
            typ: typ.to_owned(),
            iat: valid.start.secs(),
            nbf: valid.start.secs() - 1,
            exp: valid.end.secs(),
        }
    }
}

fn sign<T>(keys: &Keys, claims: &Claims<T>) -> Result<String> {
    // Written by hand because the crate orders the header its own way.
    let signed = format!("{HEADER}.{}", base64url(&serde_json::to_vec(claims).map_err(Error::internal)?));
    use_own_hmac();
    let key = EncodingKey::from_secret(&keys.jwt);
    let signature = jsonwebtoken::crypto::sign(signed.as_bytes(), &key, Algorithm::HS256).map_err(Error::internal)?;
    Ok(format!("{signed}.{signature}"))
}

/// Whose session a token is for; `None` for anything but an unexpired access token of ours.
pub fn check(keys: &Keys, token: &str) -> Option<(UserId, SessionId)> {
    let claims: Claims<TokenTag> = read(keys, token, ACCESS)?;
    Some((claims.sub, claims.sid?))
}

/// Which login of whom a token continues; `None` for anything but an unexpired challenge of ours.
pub fn check_challenge(keys: &Keys, token: &str) -> Option<(UserId, ChallengeId)> {
    let claims: Claims<ChallengeTag> = read(keys, token, CHALLENGE)?;
    Some((claims.sub, claims.jti))
}

fn read<T>(keys: &Keys, token: &str, purpose: &str) -> Option<Claims<T>> {
    if token.len() > MAX_LENGTH || token.split('.').next() != Some(HEADER) {
        return None;
    }
    let mut rules = Validation::new(Algorithm::HS256);
    rules.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
    rules.set_issuer(&[NAME]);
    rules.set_audience(&[NAME]);
    rules.validate_nbf = true;
    rules.leeway = LEEWAY;
    use_own_hmac();
    let key = DecodingKey::from_secret(&keys.jwt);
    let claims = jsonwebtoken::decode::<Claims<T>>(token, &key, &rules).ok()?.claims;
    let issued = claims.iat <= Timestamp::now().secs() + LEEWAY as i64;
    (claims.typ == purpose && issued).then_some(claims)
}

/// Gives the crate our HMAC; without a provider it cannot sign, and its own would bring along
/// the algorithms that must never be accepted.
fn use_own_hmac() {
    static PROVIDER: CryptoProvider = CryptoProvider {
        signer_factory: |algorithm, key| match algorithm {
            Algorithm::HS256 => Ok(Box::new(Hs256(key.as_bytes().to_vec()))),
            _ => Err(ErrorKind::InvalidAlgorithm.into()),
        },
        verifier_factory: |algorithm, key| match algorithm {
            Algorithm::HS256 => Ok(Box::new(Hs256(key.try_get_as_bytes()?.to_vec()))),
            _ => Err(ErrorKind::InvalidAlgorithm.into()),
        },
        key_utils: KeyUtils::new_unimplemented(),
    };
    // Fails when it is installed already.
    let _ = PROVIDER.install_default();
}

struct Hs256(Vec<u8>);

impl Signer<Vec<u8>> for Hs256 {
    fn try_sign(&self, message: &[u8]) -> Result<Vec<u8>, SignatureError> {
        Ok(hmac_sha256(&self.0, &[message]).to_vec())
    }
}

impl Verifier<Vec<u8>> for Hs256 {
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> Result<(), SignatureError> {
        match constant_time_eq(&hmac_sha256(&self.0, &[message]), signature) {
            true => Ok(()),
            false => Err(SignatureError::new()),
        }
    }
}

impl JwtSigner for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

impl JwtVerifier for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;
    use crate::domain::session::SessionKind;
    use serde_json::{Value, json};
    use std::time::Duration;

    fn keys() -> Keys {
        Keys::derive(&[7; 32]).expect("keys")
    }

    fn session() -> Session {
        let (ids, now) = (IdSource::default(), Timestamp::now());
        Session { id: ids.next(), user: ids.next(), kind: SessionKind::Api, expires_at: now, last_activity_at: now }
    }

    /// A token of any header and claims, signed with our key.
    fn forge(header: &str, claims: &Value) -> String {
        let signed = format!("{}.{}", base64url(header.as_bytes()), base64url(claims.to_string().as_bytes()));
        let signature = base64url(&hmac_sha256(&keys().jwt, &[signed.as_bytes()]));
        format!("{signed}.{signature}")
    }

    #[test]
    fn tokens_say_whose_they_are() {
        let (session, now) = (session(), Timestamp::now());
        let valid = now..now.plus(Duration::from_secs(60));
        let token = mint(&keys(), &session, IdSource::default().next(), valid).expect("token");
        assert!(token.starts_with("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."));
        assert_eq!(check(&keys(), &token), Some((session.user, session.id)));
        let other = Keys::derive(&[8; 32]).expect("keys");
        assert_eq!(check(&other, &token), None);
        for cut in [0, 10, HEADER.len() + 1, token.len() - 1] {
            assert_eq!(check(&keys(), &token[..cut]), None, "{cut}");
        }
    }

    #[test]
    fn no_token_serves_the_other_purpose() {
        let (ids, now) = (IdSource::default(), Timestamp::now());
        let challenge = Challenge::new(ids.next(), ids.next(), now);
        let token = mint_challenge(&keys(), &challenge, now).expect("token");
        assert_eq!(check_challenge(&keys(), &token), Some((challenge.user, challenge.id)));
        assert_eq!(check(&keys(), &token), None);
        let access = mint(&keys(), &session(), ids.next(), now..challenge.expires_at).expect("token");
        assert_eq!(check_challenge(&keys(), &access), None);
        let other = Keys::derive(&[8; 32]).expect("keys");
        assert_eq!(check_challenge(&other, &token), None);
        // Not even one that names a session, too.
        let now = now.secs();
        let mut claims = json!({
            "iss": "jobcelis", "aud": "jobcelis", "sub": challenge.user, "sid": challenge.id, "jti": challenge.id,
            "typ": "mfa_challenge", "iat": now, "nbf": now - 1, "exp": now + 60,
        });
        let header = r#"{"alg":"HS256","typ":"JWT"}"#;
        assert_eq!(check(&keys(), &forge(header, &claims)), None);
        claims["exp"] = json!(now - 31);
        assert_eq!(check_challenge(&keys(), &forge(header, &claims)), None);
    }

    #[test]
    fn other_tokens_are_refused() {
        let (session, now) = (session(), Timestamp::now().secs());
        let good = json!({
            "iss": "jobcelis", "aud": "jobcelis", "sub": session.user, "sid": session.id, "jti": session.id,
            "typ": "access", "iat": now, "nbf": now - 1, "exp": now + 60,
        });
        let header = r#"{"alg":"HS256","typ":"JWT"}"#;
        assert!(check(&keys(), &forge(header, &good)).is_some());
        for header in [
            r#"{"typ":"JWT","alg":"HS256"}"#,
            r#"{"alg":"none","typ":"JWT"}"#,
            r#"{"alg":"HS512","typ":"JWT"}"#,
            r#"{"alg":"RS256","typ":"JWT"}"#,
            r#"{"alg":"HS256","typ":"JWT","kid":"1"}"#,
            r#"{"alg":"HS256","typ":"JWT","crit":["exp"]}"#,
        ] {
            assert_eq!(check(&keys(), &forge(header, &good)), None, "{header}");
        }
        for (claim, value) in [
            ("iss", json!("other")),
            ("iss", Value::Null),
            ("aud", json!("other")),
            ("aud", Value::Null),
            ("typ", json!("mfa_challenge")),
            ("typ", Value::Null),
            ("sub", json!("ana")),
            ("sid", Value::Null),
            ("exp", json!(now - 31)),
            ("exp", Value::Null),
            ("nbf", json!(now + 40)),
            ("iat", json!(now + 40)),
            ("iat", json!("now")),
        ] {
            let mut claims = good.clone();
            claims[claim] = value.clone();
            assert_eq!(check(&keys(), &forge(header, &claims)), None, "{claim} {value}");
        }
        let mut within = good.clone();
        within["exp"] = json!(now - 20);
        assert!(check(&keys(), &forge(header, &within)).is_some());
        let unsigned = forge(header, &good).rsplit_once('.').map(|(signed, _)| format!("{signed}."));
        assert_eq!(check(&keys(), &unsigned.expect("parts")), None);
    }
}
