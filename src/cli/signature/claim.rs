//! A signature with what it is made over beside the body, of whatever scheme, and where it stands
//! among headers.

use crate::base::Timestamp;
use crate::cli::failure::{Failure, Outcome};
use crate::domain::signing::{self, Reason};

/// How a body is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Scheme {
    /// Whichever the values are of
    Auto,
    /// X-Signature
    Jobcelis,
    /// webhook-signature
    Standard,
    /// X-Signing-Signature
    Portal,
    /// X-PJ-Signature
    Pj,
}

/// A signature to be checked.
#[derive(Debug, PartialEq, Eq)]
pub enum Claim {
    Jobcelis(String),
    /// With the id and the time.
    Standard(String, String, i64),
    Portal(String),
    /// With the time as it was sent.
    Pj(String, String),
}

impl Claim {
    pub fn check(&self, secret: &str, body: &[u8]) -> Result<(), Reason> {
        match self {
            Claim::Jobcelis(value) => signing::verify(secret, body, value),
            Claim::Standard(value, id, seconds) => signing::verify_standard(secret, id, *seconds, body, value),
            Claim::Portal(value) => signing::verify_portal(secret, body, value).map(drop),
            Claim::Pj(value, timestamp) => signing::verify_pj(secret, timestamp, body, value),
        }
    }

    /// Of the options of the command.
    pub fn given(scheme: Scheme, value: String, id: Option<&String>, timestamp: Option<i64>) -> Outcome<Claim> {
        let needs = |what: &str, scheme: &str| Failure::usage(format!("{what} is required with --scheme {scheme}."));
        let scheme = match scheme {
            Scheme::Auto if id.is_some() => Scheme::Standard,
            Scheme::Auto if value.trim_start().starts_with("t=") => Scheme::Portal,
            Scheme::Auto if timestamp.is_some() => Scheme::Pj,
            Scheme::Auto => Scheme::Jobcelis,
            named => named,
        };
        match scheme {
            Scheme::Standard => {
                let id = id.ok_or_else(|| needs("--id <id>", "standard"))?;
                let seconds = timestamp.ok_or_else(|| needs("--timestamp <seconds>", "standard"))?;
                Ok(Claim::Standard(value, id.clone(), seconds))
            }
            Scheme::Pj => {
                let seconds = timestamp.ok_or_else(|| needs("--timestamp <seconds>", "pj"))?;
                Ok(Claim::Pj(value, seconds.to_string()))
            }
            Scheme::Portal => Ok(Claim::Portal(value)),
            Scheme::Auto | Scheme::Jobcelis => Ok(Claim::Jobcelis(value)),
        }
    }

    /// The signature among headers. If several schemes are there and none is named, the first of
    /// `X-Signature`, `webhook-signature`, `X-Signing-Signature`, `X-PJ-Signature`.
    pub fn among(text: &str, scheme: Scheme) -> Outcome<Claim> {
        let find = |wanted: &str| {
            let lines = text.lines().filter_map(|line| line.split_once(':'));
            let mut found = lines.filter(|(name, _)| name.trim().eq_ignore_ascii_case(wanted));
            found.next().map(|(_, value)| value.trim().to_owned())
        };
        let missing = |name: &str| Failure::usage(format!("--header-file: there is no {name} header"));
        let needed = |name: &str| find(name).ok_or_else(|| missing(name));
        let present = |(_, name): &(Scheme, &str)| find(name).is_some();
        let scheme = match scheme {
            Scheme::Auto => HEADERS.into_iter().find(present).map(|(scheme, _)| scheme),
            named => Some(named),
        };
        match scheme {
            None | Some(Scheme::Auto) => Err(missing("X-Signature or webhook-signature")),
            Some(Scheme::Jobcelis) => needed("X-Signature").map(Claim::Jobcelis),
            Some(Scheme::Portal) => needed("X-Signing-Signature").map(Claim::Portal),
            Some(Scheme::Pj) => Ok(Claim::Pj(needed("X-PJ-Signature")?, needed("X-PJ-Timestamp")?)),
            Some(Scheme::Standard) => {
                let (value, id) = (needed("webhook-signature")?, needed("webhook-id")?);
                let at = needed("webhook-timestamp")?;
                let seconds = at.parse().ok().or_else(|| Timestamp::parse(&at).map(Timestamp::secs));
                Ok(Claim::Standard(value, id, seconds.ok_or_else(|| missing("readable webhook-timestamp"))?))
            }
        }
    }
}

const HEADERS: [(Scheme, &str); 4] = [
    (Scheme::Jobcelis, "x-signature"),
    (Scheme::Standard, "webhook-signature"),
    (Scheme::Portal, "x-signing-signature"),
    (Scheme::Pj, "x-pj-signature"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_tell_the_scheme() {
        let among = |text: &str, scheme| Claim::among(text, scheme).ok();
        let standard = "webhook-id: m1\nWebhook-Timestamp: 7\r\nwebhook-signature: v1,x\n";
        let pj = "X-PJ-Timestamp: 7\nx-pj-signature: abc\n";
        let all = format!("HTTP/1.1 200 OK\nx-signature: sha256=y\nX-Signing-Signature: t=1,s1=z\n{standard}{pj}");
        let expected = Claim::Standard("v1,x".to_owned(), "m1".to_owned(), 7);
        assert_eq!(among(standard, Scheme::Auto).as_ref(), Some(&expected));
        assert_eq!(among(&all, Scheme::Auto), Some(Claim::Jobcelis("sha256=y".to_owned())));
        assert_eq!(among(&all, Scheme::Standard), Some(expected));
        assert_eq!(among(&all, Scheme::Portal), Some(Claim::Portal("t=1,s1=z".to_owned())));
        assert_eq!(among(&all, Scheme::Pj), Some(Claim::Pj("abc".to_owned(), "7".to_owned())));
        assert_eq!(among(pj, Scheme::Auto), Some(Claim::Pj("abc".to_owned(), "7".to_owned())));
        for (text, scheme) in [
            ("webhook-signature: v1,x", Scheme::Auto),
            ("x-pj-signature: abc", Scheme::Auto),
            (pj, Scheme::Jobcelis),
            ("", Scheme::Auto),
        ] {
            assert_eq!(among(text, scheme), None, "{text}");
        }
    }

    #[test]
    fn options_tell_the_scheme() {
        let id = "m1".to_owned();
        let given = |scheme, value: &str, id, timestamp| Claim::given(scheme, value.to_owned(), id, timestamp).ok();
        let text = |text: &str| text.to_owned();
        for (value, with_id, timestamp, claim) in [
            ("sha256=y", None, None, Claim::Jobcelis(text("sha256=y"))),
            ("v1,x", Some(&id), Some(7), Claim::Standard(text("v1,x"), id.clone(), 7)),
            ("t=1,s1=z", None, None, Claim::Portal(text("t=1,s1=z"))),
            ("abc", None, Some(7), Claim::Pj(text("abc"), text("7"))),
        ] {
            assert_eq!(given(Scheme::Auto, value, with_id, timestamp), Some(claim));
        }
        assert_eq!(given(Scheme::Pj, "abc", None, None), None);
        assert_eq!(given(Scheme::Standard, "v1,x", None, Some(7)), None);
    }
}
