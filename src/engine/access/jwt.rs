//! The access token of a signed-in user: a JWT with one algorithm, one header and one purpose.
//! Whether its session still lives is not decided here.

use crate::base::crypto::{Keys, base64url, constant_time_eq, hmac_sha256};
use crate::base::{Error, Id, Result, Timestamp};
use crate::domain::account::{SessionId, UserId};
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
const PURPOSE: &str = "access";
/// Clocks may differ by this many seconds.
const LEEWAY: u64 = 30;

#[derive(Debug)]
pub enum TokenTag {}
/// Id of one token.
pub type TokenId = Id<TokenTag>;

#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: UserId,
    sid: SessionId,
    jti: TokenId,
    typ: String,
    iat: i64,
    nbf: i64,
    exp: i64,
}

/// Makes a token of a session, valid from and until whole seconds.
pub fn mint(keys: &Keys, session: &Session, jti: TokenId, valid: Range<Timestamp>) -> Result<String> {
    let claims = Claims {
        iss: NAME.to_owned(),
        aud: NAME.to_owned(),
        sub: session.user,
        sid: session.id,
        jti,
        typ: PURPOSE.to_owned(),
        iat: valid.start.secs(),
        nbf: valid.start.secs() - 1,
        exp: valid.end.secs(),
    };
    // Written by hand because the crate orders the header its own way.
    let signed = format!("{HEADER}.{}", base64url(&serde_json::to_vec(&claims).map_err(Error::internal)?));
    use_own_hmac();
    let key = EncodingKey::from_secret(&keys.jwt);
    let signature = jsonwebtoken::crypto::sign(signed.as_bytes(), &key, Algorithm::HS256).map_err(Error::internal)?;
    Ok(format!("{signed}.{signature}"))
}

/// Whose session a token is for; `None` for anything but an unexpired access token of ours.
pub fn check(keys: &Keys, token: &str) -> Option<(UserId, SessionId)> {
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
    let claims = jsonwebtoken::decode::<Claims>(token, &key, &rules).ok()?.claims;
    let issued = claims.iat <= Timestamp::now().secs() + LEEWAY as i64;
    (claims.typ == PURPOSE && issued).then_some((claims.sub, claims.sid))
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
