//! Handing letters to a mail server, several over one connection. Says whose fault a refusal is,
//! and never in words of the server: those repeat addresses.

use super::Refused;
use super::message::Mail;
use crate::config::{Smtp, SmtpTls};
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as From, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use std::net::IpAddr;
use std::time::Duration;
use tokio::time::timeout;
use url::{Host, Url};

/// Connecting, TLS and login together.
const OPENING: Duration = Duration::from_secs(20);
/// One letter.
const HANDING: Duration = Duration::from_secs(60);

/// A connection to a mail server, greeted and logged in.
pub(super) struct Session(AsyncSmtpConnection);

impl Session {
    pub async fn open(smtp: &Smtp, hello: &ClientId) -> Result<Session, Refused> {
        let opened = timeout(OPENING, connect(smtp, hello)).await;
        opened.unwrap_or_else(|_| Err(Refused::Way(LATE.to_owned()))).map(Session)
    }

    /// Hands in one letter. After an error the session is over.
    pub async fn hand_in(&mut self, mail: &Mail) -> Result<(), Refused> {
        let handed = timeout(HANDING, hand_in(&mut self.0, mail)).await;
        handed.unwrap_or_else(|_| Err(Refused::Later(LATE.to_owned())))
    }

    /// Says goodbye, for as long as a moment lasts.
    pub async fn close(mut self) {
        let _ = timeout(Duration::from_secs(2), self.0.quit()).await;
    }
}

const LATE: &str = "the mail server did not answer in time";

/// The name this server gives itself towards others: the host of its public URL.
pub(super) fn hello(public_url: &str) -> ClientId {
    match Url::parse(public_url).ok().as_ref().and_then(Url::host) {
        Some(Host::Domain(name)) => ClientId::Domain(name.to_owned()),
        Some(Host::Ipv6(ip)) => ClientId::Ipv6(ip),
        Some(Host::Ipv4(ip)) => ClientId::Ipv4(ip),
        None => ClientId::default(),
    }
}

async fn connect(smtp: &Smtp, hello: &ClientId) -> Result<AsyncSmtpConnection, Refused> {
    let tls = || TlsParameters::new(smtp.host.clone()).map_err(|e| Refused::Way(cause(&e)));
    let wrapped = if smtp.tls == SmtpTls::Wrapped { Some(tls()?) } else { None };
    let no_address: Option<IpAddr> = None;
    let to = (smtp.host.as_str(), smtp.port);
    let conn = AsyncSmtpConnection::connect_tokio1(to, Some(OPENING), hello, wrapped, no_address).await;
    let mut conn = conn.map_err(|e| Refused::Way(cause(&e)))?;
    if smtp.tls == SmtpTls::Required {
        if !conn.can_starttls() {
            let text = "it does not offer STARTTLS; ?tls=off in the URL would send in clear";
            return Err(Refused::Way(text.to_owned()));
        }
        conn.starttls(tls()?, hello).await.map_err(|e| Refused::Way(cause(&e)))?;
    }
    if let Some((user, password)) = &smtp.login {
        let proof = Credentials::new(user.clone(), password.clone());
        let known = conn.auth(&[Mechanism::Plain, Mechanism::Login], &proof).await;
        known.map_err(|e| Refused::Way(format!("login failed: {}", cause(&e))))?;
    }
    Ok(conn)
}

async fn hand_in(conn: &mut AsyncSmtpConnection, mail: &Mail) -> Result<(), Refused> {
    let mut options = Vec::new();
    let foreign = |to: &Address| !AsRef::<str>::as_ref(to).is_ascii();
    if mail.envelope.to().iter().any(foreign) {
        if !conn.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Err(Refused::Never("the mail server takes ASCII addresses only".to_owned()));
        }
        options = vec![MailParameter::SmtpUtfEight, MailParameter::Body(MailBodyParameter::EightBitMime)];
    }
    let from = conn.command(From::new(mail.envelope.from().cloned(), options)).await;
    from.map_err(|e| match e.status() {
        // Who may send is a matter of the settings, whatever the letter.
        Some(_) => Refused::Way(format!("it refused the sender: {}", cause(&e))),
        None => Refused::Later(cause(&e)),
    })?;
    for to in mail.envelope.to() {
        conn.command(Rcpt::new(to.clone(), Vec::new())).await.map_err(|e| refused("the recipient", &e))?;
    }
    conn.command(Data).await.map_err(|e| refused("the letter", &e))?;
    conn.message(&mail.bytes).await.map_err(|e| refused("the letter", &e))?;
    Ok(())
}

/// A dialogue that breaks off is held against its letter: were the server gone, the next letter
/// finds that out, and else this one would keep all others waiting.
fn refused(what: &str, error: &Error) -> Refused {
    match error.status() {
        Some(_) if error.is_permanent() => Refused::Never(format!("{what} was refused: {}", cause(error))),
        Some(_) => Refused::Later(format!("{what} was refused: {}", cause(error))),
        None => Refused::Later(cause(error)),
    }
}

/// Why, without the words of the other side.
fn cause(error: &Error) -> String {
    if let Some(code) = error.status() {
        return format!("answer {code}");
    }
    if error.is_response() {
        return "it does not speak SMTP, or broke off".to_owned();
    }
    let causes = std::iter::successors(std::error::Error::source(error), |&cause| cause.source());
    let last = causes.last().map(ToString::to_string);
    let text = last.unwrap_or_else(|| error.to_string());
    if error.is_tls() { format!("TLS: {text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_names_itself_by_its_url() {
        for (url, name) in [
            ("https://hooks.example.org/x", "hooks.example.org"),
            ("http://127.0.0.1:4000", "[127.0.0.1]"),
            ("http://[::1]:4000", "[IPv6:::1]"),
            ("nonsense", "[127.0.0.1]"),
        ] {
            assert_eq!(hello(url).to_string(), name, "{url}");
        }
    }
}
