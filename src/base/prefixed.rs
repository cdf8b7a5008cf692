//! Ids as other dialects write them: a word that says of what, and the 32 digits of the id.
//! It does not know which words there are.

use super::Id;
use serde::{Serialize, Serializer};
use std::fmt;

/// Prints as its prefix, such as `evt_`, and 32 lower-case hexadecimal digits.
pub struct Prefixed<T>(pub &'static str, pub Id<T>);

impl<T> Prefixed<T> {
    /// Reads the prefix with 32 digits in either case, or the plain id; anything else is `None`.
    pub fn parse(prefix: &str, text: &str) -> Option<Id<T>> {
        let Some(digits) = text.strip_prefix(prefix) else { return Id::parse(text) };
        if digits.len() != 32 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        Id::from_bytes(&u128::from_str_radix(digits, 16).ok()?.to_be_bytes())
    }
}

impl<T> fmt::Display for Prefixed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:032x}", self.0, u128::from_be_bytes(*self.1.as_bytes()))
    }
}

impl<T> fmt::Debug for Prefixed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<T> Clone for Prefixed<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Prefixed<T> {}

impl<T> Serialize for Prefixed<T> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read() {
        let plain = "0199b5a0-1111-7000-8000-000000000001";
        let id: Id<()> = Id::parse(plain).expect("an id");
        let text = Prefixed("evt_", id).to_string();
        assert_eq!(text, "evt_0199b5a0111170008000000000000001");
        for good in [&text, plain, "evt_0199B5A0111170008000000000000001"] {
            assert_eq!(Prefixed::parse("evt_", good), Some(id), "{good}");
        }
        for bad in [
            "",
            "evt_",
            "0199b5a0111170008000000000000001",
            "ep_0199b5a0111170008000000000000001",
            "evt_0199b5a0-1111-7000-8000-000000000001",
            "evt_199b5a0111170008000000000000001",
            "evt_+199b5a0111170008000000000000001",
            "evt_0199b5a01111700080000000000000011",
        ] {
            assert_eq!(Prefixed::<()>::parse("evt_", bad), None, "{bad}");
        }
    }
}
