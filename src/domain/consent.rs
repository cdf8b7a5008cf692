//! What users agree to: the purposes, which of them an account needs, and when an agreement no
//! longer fits the text there is now. Nothing is changed in an agreement but that it is revoked.

use super::account::ConsentId;
use crate::base::{Error, Kind, Result, Timestamp};

/// What data may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Terms,
    Privacy,
    DataProcessing,
    Marketing,
}

impl Purpose {
    pub const ALL: [Purpose; 4] = [Purpose::Terms, Purpose::Privacy, Purpose::DataProcessing, Purpose::Marketing];

    pub fn as_str(self) -> &'static str {
        match self {
            Purpose::Terms => "terms",
            Purpose::Privacy => "privacy",
            Purpose::DataProcessing => "data_processing",
            Purpose::Marketing => "marketing",
        }
    }

    /// 404 `Unknown purpose`.
    pub fn parse(word: &str) -> Result<Purpose> {
        let found = Purpose::ALL.into_iter().find(|purpose| purpose.as_str() == word);
        found.ok_or_else(|| Error::new(Kind::NotFound, "Unknown purpose"))
    }

    /// Whether there is no account without it.
    pub fn is_required(self) -> bool {
        self != Purpose::Marketing
    }

    /// 422 for what cannot be taken back while the account lasts.
    pub fn check_revocable(self) -> Result<()> {
        let text = "This consent is required; object to processing or delete the account instead";
        if self.is_required() { Err(Error::new(Kind::Invalid, text)) } else { Ok(()) }
    }
}

/// The newest answer of a user for a purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub id: ConsentId,
    /// Of the text that was agreed to.
    pub version: String,
    pub revoked_at: Option<Timestamp>,
}

/// Where a user stands with a purpose.
#[derive(Debug, Clone)]
pub struct Standing {
    pub purpose: Purpose,
    /// Of the text there is now.
    pub current_version: String,
    pub answer: Option<Answer>,
}

impl Standing {
    /// The agreement that holds.
    pub fn given(&self) -> Option<&Answer> {
        self.answer.as_ref().filter(|answer| answer.revoked_at.is_none())
    }

    /// Whether the user has to be asked: the text has changed, or what an account needs is missing.
    pub fn is_outdated(&self) -> bool {
        self.given().map_or(self.purpose.is_required(), |given| given.version != self.current_version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;

    #[test]
    fn users_are_asked_again_when_they_must_be() {
        let id = IdSource::default().next();
        let revoked = Some(Timestamp::from_secs(5));
        for (purpose, answer, given, outdated) in [
            (Purpose::Terms, None, false, true),
            (Purpose::Terms, Some(("2.0", None)), true, false),
            (Purpose::Terms, Some(("1.0", None)), true, true),
            (Purpose::Privacy, Some(("2.0", revoked)), false, true),
            (Purpose::Marketing, None, false, false),
            (Purpose::Marketing, Some(("2.0", None)), true, false),
            (Purpose::Marketing, Some(("1.0", None)), true, true),
            (Purpose::Marketing, Some(("1.0", revoked)), false, false),
        ] {
            let answer = answer.map(|(version, revoked_at)| Answer { id, version: version.to_owned(), revoked_at });
            let standing = Standing { purpose, current_version: "2.0".to_owned(), answer };
            assert_eq!((standing.given().is_some(), standing.is_outdated()), (given, outdated), "{standing:?}");
        }
    }

    #[test]
    fn purposes_are_four_words() {
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::parse(purpose.as_str()).expect("known"), purpose);
            assert_eq!(purpose.check_revocable().is_ok(), purpose == Purpose::Marketing);
        }
        for word in ["", "Terms", "cookies"] {
            assert_eq!(Purpose::parse(word).expect_err(word).message(), "Unknown purpose");
        }
    }
}
