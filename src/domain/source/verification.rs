//! How a source proves itself: the settings of each scheme, read from what clients send and
//! written in one form. The check itself is `verifier`'s.

use super::signed::Signed;
use crate::base::crypto::mac::Algorithm;
use crate::base::{Error, Json, Kind, Result};
use std::borrow::Cow;

/// Seconds that a timestamp may be off, unless a source says otherwise.
pub const TOLERANCE: i64 = 300;
const MAX_TOLERANCE: i64 = 86_400;
const FIELD: &str = "verification";
const MAX_TEXT: usize = 128;

/// How the bytes of a signature are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Hex,
    Base64,
}

impl Encoding {
    const fn as_str(self) -> &'static str {
        match self {
            Encoding::Hex => "hex",
            Encoding::Base64 => "base64",
        }
    }
}

/// An HMAC in a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hmac {
    /// In lower case.
    pub header: String,
    pub algorithm: Algorithm,
    pub encoding: Encoding,
    /// What stands before the signature.
    pub prefix: Option<String>,
    pub signed: Signed,
    /// Where `{timestamp}` stands, in Unix seconds.
    pub timestamp_header: Option<String>,
    /// Where `{id}` stands.
    pub id_header: Option<String>,
    /// Seconds that the timestamp may be off, either way.
    pub tolerance: i64,
}

/// What a request must carry to be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verification {
    Hmac(Hmac),
    /// The secret itself in a header, after a prefix if there is one.
    Token {
        header: String,
        prefix: Option<String>,
    },
    /// HTTP Basic; the secret is the password.
    Basic {
        username: String,
    },
    StandardWebhooks {
        tolerance: i64,
    },
    Stripe {
        tolerance: i64,
    },
    Slack {
        tolerance: i64,
    },
    /// Anyone is believed.
    None,
}

impl Verification {
    /// Reads the object of a request, or the text that [`Verification::to_json`] makes. 422 on
    /// `verification`.
    pub fn read(json: &Json<'_>) -> Result<Verification> {
        let given = Given::of(json)?;
        Ok(match given.word("type")?.ok_or_else(|| fault("type is required"))? {
            "hmac" => Verification::Hmac(given.hmac()?),
            "token" => Verification::Token { header: given.header("header")?, prefix: given.text("prefix")? },
            "basic" => Verification::Basic { username: given.text("username")?.unwrap_or_default() },
            "standard_webhooks" => Verification::StandardWebhooks { tolerance: given.tolerance()? },
            "stripe" => Verification::Stripe { tolerance: given.tolerance()? },
            "slack" => Verification::Slack { tolerance: given.tolerance()? },
            "none" => Verification::None,
            _ => {
                return Err(fault("type must be one of: hmac, token, basic, standard_webhooks, stripe, slack, none"));
            }
        })
    }

    pub const fn kind(&self) -> &'static str {
        match self {
            Verification::Hmac(_) => "hmac",
            Verification::Token { .. } => "token",
            Verification::Basic { .. } => "basic",
            Verification::StandardWebhooks { .. } => "standard_webhooks",
            Verification::Stripe { .. } => "stripe",
            Verification::Slack { .. } => "slack",
            Verification::None => "none",
        }
    }

    /// Whether a secret has any meaning.
    pub const fn has_secret(&self) -> bool {
        !matches!(self, Verification::None)
    }

    /// The header that holds the secret itself, in lower case.
    pub fn secret_header(&self) -> Option<&str> {
        match self {
            Verification::Token { header, .. } => Some(header),
            _ => None,
        }
    }

    /// The one form for rows and answers.
    pub fn to_json(&self) -> Json<'static> {
        let mut members = vec![("type", Some(text(self.kind())))];
        match self {
            Verification::Hmac(hmac) => hmac.write(&mut members),
            Verification::Token { header, prefix } => {
                members.push(("header", Some(text(header))));
                members.push(("prefix", Some(prefix.as_deref().map_or(Json::Null, text))));
            }
            Verification::Basic { username } => members.push(("username", Some(text(username)))),
            Verification::StandardWebhooks { tolerance }
            | Verification::Stripe { tolerance }
            | Verification::Slack { tolerance } => members.push(("tolerance_seconds", Some(number(*tolerance)))),
            Verification::None => {}
        }
        Json::Object(members.into_iter().filter_map(|(name, value)| Some((Cow::Borrowed(name), value?))).collect())
    }
}

impl Hmac {
    fn write(&self, members: &mut Vec<(&'static str, Option<Json<'static>>)>) {
        members.extend([
            ("header", Some(text(&self.header))),
            ("algorithm", Some(text(self.algorithm.as_str()))),
            ("encoding", Some(text(self.encoding.as_str()))),
            ("prefix", Some(self.prefix.as_deref().map_or(Json::Null, text))),
            ("signed", Some(text(self.signed.text()))),
            ("timestamp_header", self.timestamp_header.as_deref().map(text)),
            ("id_header", self.id_header.as_deref().map(text)),
            ("tolerance_seconds", self.timestamp_header.as_ref().map(|_| number(self.tolerance))),
        ]);
    }
}

fn text(value: &str) -> Json<'static> {
    Json::string(value.to_owned())
}

fn number(value: i64) -> Json<'static> {
    Json::Number(value.to_string().into())
}

fn fault(rule: &str) -> Error {
    let message = format!("{FIELD}.{rule}");
    Error::new(Kind::Invalid, message.clone()).detail(FIELD, message)
}

/// The members of the object; null counts as absent.
struct Given<'m>(&'m Json<'m>);

impl<'m> Given<'m> {
    fn of(json: &'m Json<'m>) -> Result<Given<'m>> {
        match json.as_object() {
            Some(_) => Ok(Given(json)),
            None => Err(Error::invalid(FIELD, "verification must be an object")),
        }
    }

    fn word(&self, name: &str) -> Result<Option<&'m str>> {
        match self.0.step(name).filter(|value| !value.is_null()) {
            None => Ok(None),
            Some(value) => match value.as_str() {
                Some(word) if word.chars().count() <= MAX_TEXT && !word.contains(char::is_control) => {
                    Ok(Some(word).filter(|word| !word.is_empty()))
                }
                _ => Err(fault(&format!("{name} must be a string of at most {MAX_TEXT} characters"))),
            },
        }
    }

    fn text(&self, name: &str) -> Result<Option<String>> {
        Ok(self.word(name)?.map(str::to_owned))
    }

    /// The name of a header, in lower case.
    fn opt_header(&self, name: &str) -> Result<Option<String>> {
        let Some(header) = self.word(name)? else { return Ok(None) };
        match is_header(header) {
            true => Ok(Some(header.to_ascii_lowercase())),
            false => Err(fault(&format!("{name} must be the name of a header"))),
        }
    }

    fn header(&self, name: &str) -> Result<String> {
        self.opt_header(name)?.ok_or_else(|| fault(&format!("{name} is required")))
    }

    fn tolerance(&self) -> Result<i64> {
        match self.0.step("tolerance_seconds").filter(|value| !value.is_null()) {
            None => Ok(TOLERANCE),
            Some(value) => value
                .as_i64()
                .filter(|n| (1..=MAX_TOLERANCE).contains(n))
                .ok_or_else(|| fault(&format!("tolerance_seconds must be an integer between 1 and {MAX_TOLERANCE}"))),
        }
    }

    fn hmac(&self) -> Result<Hmac> {
        let algorithm = match self.word("algorithm")? {
            None => Algorithm::Sha256,
            Some(name) => {
                Algorithm::parse(name).ok_or_else(|| fault("algorithm must be one of: sha1, sha256, sha512"))?
            }
        };
        let encoding = match self.word("encoding")? {
            None | Some("hex") => Encoding::Hex,
            Some("base64") => Encoding::Base64,
            Some(_) => return Err(fault("encoding must be hex or base64")),
        };
        let signed = Signed::parse(self.word("signed")?.unwrap_or("body")).ok_or_else(|| {
            fault("signed must be body, or a text of {timestamp}, {id} and {body} that has {body} in it")
        })?;
        let (timestamp_header, id_header) = (self.opt_header("timestamp_header")?, self.opt_header("id_header")?);
        if timestamp_header.is_some() != signed.has_timestamp() {
            return Err(fault("timestamp_header and {timestamp} in signed belong together"));
        }
        if id_header.is_some() != signed.has_id() {
            return Err(fault("id_header and {id} in signed belong together"));
        }
        let (header, prefix, tolerance) = (self.header("header")?, self.text("prefix")?, self.tolerance()?);
        Ok(Hmac { header, algorithm, encoding, prefix, signed, timestamp_header, id_header, tolerance })
    }
}

/// Whether a text can be the name of a header (RFC 9110 §5.6.2).
pub(super) fn is_header(name: &str) -> bool {
    let token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    !name.is_empty() && name.bytes().all(token)
}
