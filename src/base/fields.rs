//! Typed reading of the members of a request object: which kind of failure a missing or wrong
//! member is, and its wording. It does not know which members a request has.

use super::error::{Error, Result};
use super::json::{Json, Members};
use std::ops::RangeInclusive;

/// The members of one object. `null` counts as absent everywhere but in [`Fields::is_null`].
#[derive(Debug, Clone, Copy)]
pub struct Fields<'m>(pub &'m Members<'m>);

impl<'m> Fields<'m> {
    /// The value of a member that is there and not `null`.
    pub fn get(&self, name: &str) -> Option<&'m Json<'m>> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// Whether the member is there and is `null`: for the routes where that clears a value.
    pub fn is_null(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(Json::is_null)
    }

    /// 400 when absent or empty, 422 when no string.
    pub fn required_str(&self, name: &str) -> Result<&'m str> {
        self.filled_str(name)?.ok_or_else(|| Error::missing(name))
    }

    /// 422 when no string; an empty one is a value.
    pub fn opt_str(&self, name: &str) -> Result<Option<&'m str>> {
        self.opt(name, "a string", Json::as_str)
    }

    /// As [`Fields::opt_str`], but an empty string counts as absent.
    pub fn filled_str(&self, name: &str) -> Result<Option<&'m str>> {
        Ok(self.opt_str(name)?.filter(|text| !text.is_empty()))
    }

    pub fn opt_bool(&self, name: &str) -> Result<Option<bool>> {
        self.opt(name, "a boolean", Json::as_bool)
    }

    /// 422 when no whole number, or one outside of `range`.
    pub fn opt_int(&self, name: &str, range: RangeInclusive<i64>) -> Result<Option<i64>> {
        let value = self.opt(name, "an integer", Json::as_i64)?;
        match value {
            Some(n) if !range.contains(&n) => {
                let text = format!("{name} must be between {} and {}", range.start(), range.end());
                Err(Error::invalid(name, text))
            }
            _ => Ok(value),
        }
    }

    pub fn opt_object(&self, name: &str) -> Result<Option<&'m Members<'m>>> {
        self.opt(name, "an object", Json::as_object)
    }

    pub fn required_object(&self, name: &str) -> Result<&'m Members<'m>> {
        self.opt_object(name)?.ok_or_else(|| Error::missing(name))
    }

    pub fn opt_list(&self, name: &str) -> Result<Option<&'m [Json<'m>]>> {
        self.opt(name, "an array", Json::as_array)
    }

    pub fn required_list(&self, name: &str) -> Result<&'m [Json<'m>]> {
        self.opt_list(name)?.ok_or_else(|| Error::missing(name))
    }

    /// 422 when no array, or when one of its items is no string.
    pub fn opt_strings(&self, name: &str) -> Result<Option<Vec<&'m str>>> {
        let wanted = "an array of strings";
        let Some(items) = self.opt(name, wanted, Json::as_array)? else { return Ok(None) };
        let strings: Option<Vec<_>> = items.iter().map(Json::as_str).collect();
        strings.map(Some).ok_or_else(|| wrong_type(name, wanted))
    }

    fn opt<T>(&self, name: &str, wanted: &str, read: impl Fn(&'m Json<'m>) -> Option<T>) -> Result<Option<T>> {
        let Some(value) = self.get(name) else { return Ok(None) };
        read(value).map(Some).ok_or_else(|| wrong_type(name, wanted))
    }
}

fn wrong_type(name: &str, wanted: &str) -> Error {
    Error::invalid(name, format!("{name} must be {wanted}"))
}

#[cfg(test)]
mod tests {
    use super::super::error::Kind;
    use super::*;

    fn with<T>(text: &str, read: impl Fn(Fields<'_>) -> T) -> T {
        let json = Json::parse(text).expect("json");
        read(Fields(json.as_object().expect("object")))
    }

    #[test]
    fn members_are_read() {
        let text = r#"{"s":"x","e":"","b":false,"i":7,"o":{"k":1},"l":["a","b"],"n":null}"#;
        with(text, |f| {
            assert_eq!(f.required_str("s").expect("s"), "x");
            assert_eq!(f.opt_str("e").expect("e"), Some(""));
            assert_eq!(f.filled_str("e").expect("e"), None);
            assert_eq!(f.opt_bool("b").expect("b"), Some(false));
            assert_eq!(f.opt_int("i", 0..=7).expect("i"), Some(7));
            assert_eq!(f.required_object("o").expect("o").len(), 1);
            assert_eq!(f.opt_strings("l").expect("l"), Some(vec!["a", "b"]));
            assert_eq!(f.opt_str("n").expect("n"), None);
            assert_eq!(f.opt_list("absent").expect("absent"), None);
            assert!(f.is_null("n") && !f.is_null("absent") && !f.is_null("s"));
        });
    }

    #[test]
    fn failures_name_the_member() {
        type Read = fn(Fields<'_>) -> Result<()>;
        let rows: &[(&str, Read, Kind, &str)] = &[
            ("{}", |f| f.required_str("a").map(drop), Kind::Malformed, "Missing required field: a"),
            (r#"{"a":""}"#, |f| f.required_str("a").map(drop), Kind::Malformed, "Missing required field: a"),
            (r#"{"a":null}"#, |f| f.required_list("a").map(drop), Kind::Malformed, "Missing required field: a"),
            (r#"{"a":1}"#, |f| f.required_str("a").map(drop), Kind::Invalid, "a must be a string"),
            (r#"{"a":"yes"}"#, |f| f.opt_bool("a").map(drop), Kind::Invalid, "a must be a boolean"),
            (r#"{"a":1.5}"#, |f| f.opt_int("a", 0..=9).map(drop), Kind::Invalid, "a must be an integer"),
            (r#"{"a":10}"#, |f| f.opt_int("a", 0..=9).map(drop), Kind::Invalid, "a must be between 0 and 9"),
            (r#"{"a":[]}"#, |f| f.opt_object("a").map(drop), Kind::Invalid, "a must be an object"),
            (r#"{"a":{}}"#, |f| f.opt_list("a").map(drop), Kind::Invalid, "a must be an array"),
            (r#"{"a":["x",1]}"#, |f| f.opt_strings("a").map(drop), Kind::Invalid, "a must be an array of strings"),
        ];
        for (text, read, kind, message) in rows {
            let error = with(text, *read).expect_err(text);
            assert_eq!((error.kind(), error.message()), (*kind, *message), "{text}");
            let detail = vec![("a".to_owned(), vec![(*message).to_owned()])];
            assert_eq!(error.details(), &if *kind == Kind::Invalid { detail } else { Vec::new() });
        }
    }
}
