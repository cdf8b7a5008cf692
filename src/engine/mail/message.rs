//! A letter as it travels: headers and encoded text. Everything that varies goes through typed
//! headers, so that no name or address can add a line of its own.

use super::Content;
use crate::base::{Error, Kind, Result};
use crate::config::ServerSettings;
use crate::store::letters::LetterId;
use lettre::address::{Address, Envelope};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart};
use std::time::{Duration, UNIX_EPOCH};

/// Who writes.
#[derive(Debug, Clone)]
pub(super) struct Sender(Mailbox);

impl Sender {
    /// None without an address to write from; an error when that is no good.
    pub fn new(settings: &ServerSettings) -> Result<Option<Sender>> {
        let Some(address) = &settings.mail_from.0 else { return Ok(None) };
        let address = address.parse::<Address>();
        let address = address.map_err(|e| Error::new(Kind::Invalid, "mail_from is no address").because(e))?;
        Ok(Some(Sender(Mailbox::new(Some(settings.mail_from_name.0.clone()), address))))
    }

    /// The same address, by the name that a letter comes under.
    pub fn of(&self, content: &Content) -> Sender {
        match &content.from_name {
            Some(name) => Sender(Mailbox::new(Some(name.clone()), self.0.email.clone())),
            None => self.clone(),
        }
    }

    /// `Name <address>`, encoded as a header is.
    pub fn text(&self) -> String {
        self.0.to_string()
    }
}

/// A letter ready to be handed in.
#[derive(Debug)]
pub(super) struct Mail {
    pub id: LetterId,
    pub envelope: Envelope,
    /// Headers and body.
    pub bytes: Vec<u8>,
}

/// Whether a letter can carry this address.
pub(super) fn is_addressable(address: &str) -> bool {
    address.parse::<Address>().is_ok()
}

/// Writes a letter; the same again for the same id. An error when nobody can be addressed so.
pub(super) fn write(sender: &Sender, id: LetterId, content: &Content) -> Result<Mail> {
    let unfit = |e: String| Error::new(Kind::Invalid, "no letter can be addressed so").because(e);
    let from = &sender.0.email;
    let written = Duration::from_micros(id.time().micros().unsigned_abs());
    let automatic = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned());
    let mut message = Message::builder().from(sender.of(content).0);
    for to in content.recipients() {
        let to: Address = to.parse().map_err(|_| unfit("no address".to_owned()))?;
        message = message.to(Mailbox::new(None, to));
    }
    let message = message
        .subject(content.subject.clone())
        .date(UNIX_EPOCH + written)
        .message_id(Some(format!("<{id}@{}>", from.domain())))
        .raw_header(automatic);
    let message = match &content.html {
        None => message.header(ContentType::TEXT_PLAIN).body(content.body.clone()),
        Some(html) => message.multipart(MultiPart::alternative_plain_html(content.body.clone(), html.clone())),
    };
    let message = message.map_err(|e| unfit(e.to_string()))?;
    Ok(Mail { id, envelope: message.envelope().clone(), bytes: message.formatted() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;

    fn sender(name: &str) -> Sender {
        let folder = std::path::Path::new("/nonexistent");
        let settings = [("mail_from", "jobcelis@example.org"), ("mail_from_name", name)];
        Sender::new(&ServerSettings::for_test(folder, &settings)).expect("good").expect("there")
    }

    fn content(to: &str) -> Content {
        let body = "Buenos días\n.\nFrom x\n".to_owned();
        Content { to: to.to_owned(), subject: "Señal".to_owned(), body, ..Content::default() }
    }

    #[test]
    fn letters_are_plain_and_the_same_again() {
        let id: LetterId = IdSource::default().next();
        let mail = write(&sender("Señales, \"S\""), id, &content("ana@example.org")).expect("written");
        let text = String::from_utf8(mail.bytes.clone()).expect("text");
        let (head, body) = text.split_once("\r\n\r\n").expect("two parts");
        let names: Vec<&str> = head.lines().filter_map(|l| Some(l.split_once(": ")?.0)).collect();
        let expected = [
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Auto-Submitted",
            "Content-Type",
            "Content-Transfer-Encoding",
        ];
        for name in expected {
            assert_eq!(names.iter().filter(|n| **n == name).count(), 1, "{name}: {head}");
        }
        assert!(head.contains(&format!("Message-ID: <{id}@example.org>")) && head.contains("To: ana@example.org"));
        assert!(text.is_ascii() && body.contains("Buenos d=C3=ADas"), "{text}");
        assert_eq!(mail.envelope.from().map(ToString::to_string).as_deref(), Some("jobcelis@example.org"));
        let again = write(&sender("Señales, \"S\""), id, &content("ana@example.org")).expect("written");
        assert_eq!(mail.bytes, again.bytes);
    }

    #[test]
    fn what_the_settings_take_can_write() {
        let folder = std::path::Path::new("/nonexistent");
        for address in ["root@localhost", "a.b+c@mail.example.org", "!#$%&'*+/=?^_`{|}~-@1.2.example"] {
            let settings = ServerSettings::for_test(folder, &[("mail_from", address)]);
            assert!(Sender::new(&settings).expect(address).is_some(), "{address}");
        }
        assert!(Sender::new(&ServerSettings::for_test(folder, &[])).expect("none").is_none());
    }

    #[test]
    fn nothing_adds_a_header() {
        let id: LetterId = IdSource::default().next();
        for to in
            ["a@b@c", "a\r\nBcc: c@d@example.org", "<a@example.org>", "a@example.org, b@example.org", "a b@c", "a@"]
        {
            assert!(write(&sender("X"), id, &content(to)).is_err(), "{to}");
        }
        let evil = Content { subject: "x\r\nBcc: eva@example.org\r\n\r\nbody".to_owned(), ..content("a@b.example") };
        let mail = write(&sender("X"), id, &evil).expect("written");
        let text = String::from_utf8_lossy(&mail.bytes).into_owned();
        let head = text.split("\r\n\r\n").next().unwrap_or_default();
        assert!(head.contains("Content-Type") && !head.lines().any(|l| l.starts_with("Bcc")), "{head}");
        assert_eq!(mail.envelope.to().len(), 1);
    }
}
