//! Secrets that may be given instead of the files that usually hold them; nothing shows them.

use super::value::Value;
use crate::base::crypto::base64_decode;
use std::fmt;
use toml::Value as Toml;

/// What is shown in the place of a secret.
pub(super) const HIDDEN: &str = "***";

fn shown(is_given: bool) -> &'static str {
    if is_given { HIDDEN } else { "" }
}

/// The password of the first superadmin; empty for none.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Password(pub Option<String>);

impl Value for Password {
    fn parse(text: &str) -> Result<Password, String> {
        match text {
            HIDDEN => Err(format!("must be the password that {HIDDEN} stands for")),
            _ => Ok(Password(Some(text.to_owned()).filter(|text| !text.is_empty()))),
        }
    }
    fn show(&self) -> Toml {
        Toml::String(shown(self.0.is_some()).to_owned())
    }
}

/// The master key; none is that of the key file.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct MasterKey(pub Option<[u8; 32]>);

impl Value for MasterKey {
    fn parse(text: &str) -> Result<MasterKey, String> {
        let text = text.trim();
        let bytes = match text {
            "" => return Ok(MasterKey(None)),
            _ if text.len() == 64 => hex::decode(text).ok(),
            _ => base64_decode(text),
        };
        let key = bytes.and_then(|bytes| bytes.try_into().ok());
        key.map(|key| MasterKey(Some(key))).ok_or_else(|| "must be 32 bytes, in hex or base64".to_owned())
    }
    fn show(&self) -> Toml {
        Toml::String(shown(self.0.is_some()).to_owned())
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(shown(self.0.is_some()))
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(shown(self.0.is_some()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_in_both_spellings_and_never_shown() {
        let key = MasterKey(Some([0x41; 32]));
        for text in ["41".repeat(32), "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=".to_owned()] {
            assert_eq!(MasterKey::parse(&text), Ok(key.clone()));
        }
        for bad in ["x", "41", "4141414141", HIDDEN] {
            assert!(MasterKey::parse(bad).is_err(), "{bad}");
        }
        assert_eq!((format!("{key:?}"), key.show().to_string()), (HIDDEN.to_owned(), "\"***\"".to_owned()));
        assert_eq!(Password::parse("a b"), Ok(Password(Some("a b".to_owned()))));
    }
}
