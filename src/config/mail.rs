//! The settings of mail: where letters are handed in and whom they come from. Passwords and keys
//! are never shown; what stands for them in a printed configuration is refused when it is read.

use super::secret::HIDDEN;
use super::value::Value;
use crate::base::percent;
use std::fmt;
use toml::Value as Toml;
use url::{Url, form_urlencoded};

/// A server that takes mail.
#[derive(Clone, PartialEq, Eq)]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    pub tls: SmtpTls,
    /// Name and password.
    pub login: Option<(String, String)>,
}

/// How the connection to a mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmtpTls {
    /// From the first byte.
    Wrapped,
    /// After STARTTLS, which the server must offer.
    Required,
    /// Not at all.
    Off,
}

/// `smtps://USER:PASSWORD@HOST[:PORT]`, or `smtp://` for STARTTLS; empty for no mail server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SmtpUrl(pub Option<Smtp>);

impl Value for SmtpUrl {
    fn parse(text: &str) -> Result<SmtpUrl, String> {
        if text.is_empty() { Ok(SmtpUrl(None)) } else { Smtp::parse(text).map(|smtp| SmtpUrl(Some(smtp))) }
    }
    fn show(&self) -> Toml {
        Toml::String(self.0.as_ref().map(ToString::to_string).unwrap_or_default())
    }
}

impl Smtp {
    fn parse(text: &str) -> Result<Smtp, String> {
        let form = "must be smtps://USER:PASSWORD@HOST or smtp://HOST[:PORT][?tls=required|off]";
        let url = Url::parse(text).map_err(|_| form)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(form)?;
        let host = host.trim_start_matches('[').trim_end_matches(']').to_lowercase();
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(form.to_owned());
        }
        let tls = match (url.scheme(), url.query()) {
            ("smtps", None) => SmtpTls::Wrapped,
            ("smtp", Some("tls=required")) => SmtpTls::Required,
            ("smtp", Some("tls=off")) => SmtpTls::Off,
            // Links in letters are keys to accounts: in clear they stay on this machine.
            ("smtp", None) if is_loopback(&host) => SmtpTls::Off,
            ("smtp", None) => SmtpTls::Required,
            _ => return Err(form.to_owned()),
        };
        let login = match (percent::decode(url.username()), url.password().map(percent::decode)) {
            (user, None) if user.is_empty() => None,
            (user, Some(password)) if !user.is_empty() && password != HIDDEN => Some((user, password)),
            (_, Some(password)) if password == HIDDEN => return Err(format!("must have the password for {HIDDEN}")),
            _ => return Err("must have both USER and PASSWORD, or neither".to_owned()),
        };
        let usual = match tls {
            SmtpTls::Wrapped => 465,
            SmtpTls::Required => 587,
            SmtpTls::Off => 25,
        };
        Ok(Smtp { host, port: url.port().unwrap_or(usual), tls, login })
    }
}

impl fmt::Display for Smtp {
    /// As it is given, with the password hidden.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, query) = match self.tls {
            SmtpTls::Wrapped => ("smtps", ""),
            SmtpTls::Required => ("smtp", "?tls=required"),
            SmtpTls::Off => ("smtp", "?tls=off"),
        };
        write!(f, "{scheme}://")?;
        if let Some((user, _)) = &self.login {
            let user: String = form_urlencoded::byte_serialize(user.as_bytes()).collect();
            write!(f, "{}:{HIDDEN}@", user.replace('+', "%20"))?;
        }
        match self.host.contains(':') {
            true => write!(f, "[{}]:{}{query}", self.host, self.port),
            false => write!(f, "{}:{}{query}", self.host, self.port),
        }
    }
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
}

/// A key of another service; empty for none.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(pub Option<String>);

impl Value for Secret {
    fn parse(text: &str) -> Result<Secret, String> {
        match text {
            "" => Ok(Secret(None)),
            HIDDEN => Err(format!("must be the key that {HIDDEN} stands for")),
            _ if text.bytes().all(|b| b.is_ascii_graphic()) => Ok(Secret(Some(text.to_owned()))),
            _ => Err("must be a key without blanks".to_owned()),
        }
    }
    fn show(&self) -> Toml {
        Toml::String(if self.0.is_some() { HIDDEN.to_owned() } else { String::new() })
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { HIDDEN } else { "none" })
    }
}

/// The address that letters come from; empty for none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sender(pub Option<String>);

impl Value for Sender {
    fn parse(text: &str) -> Result<Sender, String> {
        match text.split_once('@') {
            _ if text.is_empty() => Ok(Sender(None)),
            Some((local, domain)) if is_local_part(local) && is_domain(domain) => Ok(Sender(Some(text.to_owned()))),
            _ => Err("must be a plain address such as jobcelis@example.org".to_owned()),
        }
    }
    fn show(&self) -> Toml {
        Toml::String(self.0.clone().unwrap_or_default())
    }
}

fn is_local_part(text: &str) -> bool {
    let atom = |part: &str| {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&b);
        !part.is_empty() && part.bytes().all(allowed)
    };
    text.len() <= 64 && text.split('.').all(atom)
}

fn is_domain(text: &str) -> bool {
    let label = |part: &str| {
        let inner = part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        (1..=63).contains(&part.len()) && inner && !part.starts_with('-') && !part.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(label)
}

/// The name in front of [`Sender`]: any letters, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenderName(pub String);

impl Value for SenderName {
    fn parse(text: &str) -> Result<SenderName, String> {
        let good = !text.trim().is_empty() && text.chars().count() <= 100 && !text.chars().any(char::is_control);
        if good {
            Ok(SenderName(text.trim().to_owned()))
        } else {
            Err("must be a name of at most 100 letters".to_owned())
        }
    }
    fn show(&self) -> Toml {
        Toml::String(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_say_how_to_hand_in_mail() {
        let login = |user: &str, password: &str| Some((user.to_owned(), password.to_owned()));
        for (text, host, port, tls, with) in [
            ("smtps://ana:pw@mail.example.org", "mail.example.org", 465, SmtpTls::Wrapped, login("ana", "pw")),
            ("smtps://Mail.Example.org:2465/", "mail.example.org", 2465, SmtpTls::Wrapped, None),
            ("smtp://mail.example.org", "mail.example.org", 587, SmtpTls::Required, None),
            ("smtp://mailpit:1025?tls=off", "mailpit", 1025, SmtpTls::Off, None),
            ("smtp://localhost", "localhost", 25, SmtpTls::Off, None),
            ("smtp://[::1]:2525", "::1", 2525, SmtpTls::Off, None),
            ("smtp://127.0.0.1?tls=required", "127.0.0.1", 587, SmtpTls::Required, None),
            (
                "smtps://ana%40example.org:a%2Fb+c&d=e%20%F0%9F%94%91@mail",
                "mail",
                465,
                SmtpTls::Wrapped,
                login("ana@example.org", "a/b+c&d=e 🔑"),
            ),
        ] {
            let read = SmtpUrl::parse(text).expect(text).0.expect(text);
            assert_eq!((read.host.as_str(), read.port, read.tls, &read.login), (host, port, tls, &with), "{text}");
            assert!(!format!("{read:?} {read}").contains("pw"));
            let again = Smtp::parse(&read.to_string().replace(HIDDEN, "pw")).expect(text);
            assert_eq!((again.host, again.port, again.tls), (read.host, read.port, read.tls), "{text}");
            assert_eq!(again.login.map(|l| l.0), read.login.map(|l| l.0), "{text}");
        }
        assert_eq!(SmtpUrl::parse(""), Ok(SmtpUrl(None)));
        for text in [
            "mail.example.org",
            "http://mail.example.org",
            "smtp://",
            "smtp:mail",
            "smtps://mail?tls=off",
            "smtp://mail?tls=maybe",
            "smtp://mail/path",
            "smtp://ana@mail",
            "smtp://:pw@mail",
            "smtp://ana:***@mail",
        ] {
            let error = SmtpUrl::parse(text).expect_err(text);
            assert!(error.starts_with("must "), "{error}");
        }
    }

    #[test]
    fn senders_are_plain_addresses() {
        let long = format!("{}@example.org", "a".repeat(65));
        for (text, good) in [
            ("jobcelis@example.org", true),
            ("no.reply+x@mail.example.org", true),
            ("root@localhost", true),
            ("", true),
            ("Jobcelis <jobcelis@example.org>", false),
            ("a@b@c", false),
            ("@example.org", false),
            ("a@", false),
            ("a..b@example.org", false),
            ("a@-example.org", false),
            ("ñ@example.org", false),
            ("a@example.org\r\nBcc: b@example.org", false),
            (&long, false),
        ] {
            assert_eq!(Sender::parse(text).is_ok(), good, "{text}");
        }
        assert_eq!(SenderName::parse(" Señales ").map(|n| n.0), Ok("Señales".to_owned()));
        assert!(SenderName::parse("a\r\nBcc: b").is_err() && SenderName::parse(" ").is_err());
        assert!(Secret::parse("re_a b").is_err() && Secret::parse(HIDDEN).is_err());
        assert_eq!(format!("{:?}", Secret::parse("re_123")), format!("Ok({HIDDEN})"));
    }
}
