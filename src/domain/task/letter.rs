//! What a task of type `email` sends: read from its payload when it is made, and again when it runs.

use super::request::within;
use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::base::{Error, Json, Result};
use crate::domain::account;

/// Addresses of one letter at most.
const MAX_TO: usize = 50;
/// Longest line of a header, in characters.
const MAX_LINE: usize = 255;

/// One letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// One or more.
    pub to: Vec<String>,
    pub subject: String,
    pub text: String,
    pub html: Option<String>,
    /// Whom it comes from, by name; the address is the server's.
    pub from_name: Option<String>,
}

impl Letter {
    /// `{to, subject, body}` and, if wanted, `html` and `from_name`. 400, 422.
    pub fn read(payload: &Members<'_>) -> Result<Letter> {
        let fields = Fields(payload);
        let text = |name| fields.required_str(name).map(str::to_owned).map_err(|e| within(&e));
        let maybe = |name| fields.filled_str(name).map(|text| text.map(str::to_owned)).map_err(|e| within(&e));
        let letter = Letter {
            to: addresses(fields.get("to"))?,
            subject: text("subject")?,
            text: text("body")?,
            html: maybe("html")?,
            from_name: maybe("from_name")?,
        };
        check_line("subject", &letter.subject)?;
        letter.from_name.as_deref().map_or(Ok(()), |name| check_line("from_name", name))?;
        Ok(letter)
    }
}

fn addresses(to: Option<&Json<'_>>) -> Result<Vec<String>> {
    let fault = |text: &str| Error::invalid("payload.to", format!("payload.to {text}"));
    let items = match to {
        None => return Err(Error::missing("payload.to")),
        Some(one @ Json::String(_)) => std::slice::from_ref(one),
        Some(Json::Array(items)) => items.as_slice(),
        Some(_) => return Err(fault("must be an address or an array of addresses")),
    };
    if items.is_empty() || items.len() > MAX_TO {
        return Err(fault(&format!("must have 1 to {MAX_TO} addresses")));
    }
    let address = |item: &Json<'_>| {
        let text = item.as_str().map(str::trim).filter(|text| account::check_email(text).is_ok());
        text.map(str::to_owned).ok_or_else(|| fault("must be an address or an array of addresses"))
    };
    items.iter().map(address).collect()
}

fn check_line(name: &str, text: &str) -> Result<()> {
    if text.chars().count() > MAX_LINE || text.contains(char::is_control) {
        let field = format!("payload.{name}");
        let text = format!("{field} must have at most {MAX_LINE} characters and none of control");
        return Err(Error::invalid(&field, text));
    }
    Ok(())
}
