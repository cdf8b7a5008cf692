//! Reading what clients may set: the option objects of a webhook, the fields that several things
//! have, and the collecting of every fault of a request. Knows how a refusal is worded, not what
//! any option means.

use super::status::Status;
use crate::base::json::Members;
use crate::base::{Error, Json, Kind, Result};
use std::ops::RangeInclusive;

/// The faults of one request: the first is the error, all of them are its details.
#[derive(Debug, Default)]
pub struct Faults(Option<Error>);

impl Faults {
    /// Takes the value out; a failure is noted and leaves nothing.
    pub fn keep<T>(&mut self, read: Result<T>) -> Option<T> {
        read.map_err(|fault| self.note(fault)).ok()
    }

    pub fn note(&mut self, fault: Error) {
        self.0 = Some(match self.0.take() {
            None => fault,
            Some(first) => fault.details().iter().fold(first, |error, (field, messages)| {
                messages.iter().fold(error, |error, message| error.detail(field, message.as_str()))
            }),
        });
    }

    pub fn finish(self) -> Result<()> {
        self.0.map_or(Ok(()), Err)
    }
}

/// One object of options, such as `retry_config`. Null members count as absent, unknown ones are
/// left alone; every refusal is 422 on the object's own field.
#[derive(Debug, Clone, Copy)]
pub struct Options<'m> {
    field: &'static str,
    members: &'m Members<'m>,
}

impl<'m> Options<'m> {
    pub fn of(field: &'static str, json: &'m Json<'m>) -> Result<Options<'m>> {
        let members = json.as_object().ok_or_else(|| Error::invalid(field, format!("{field} must be an object")))?;
        Ok(Options { field, members })
    }

    /// The first of the names that is set, with that name.
    pub fn get(&self, names: &[&'static str]) -> Option<(&'static str, &'m Json<'m>)> {
        names.iter().find_map(|name| Some((*name, self.members.get(name).filter(|v| !v.is_null())?)))
    }

    pub fn fault(&self, name: &str, rule: &str) -> Error {
        let message = format!("{}.{name} {rule}", self.field);
        Error::new(Kind::Invalid, message.clone()).detail(self.field, message)
    }

    pub fn int(&self, name: &'static str, range: RangeInclusive<i64>) -> Result<Option<i64>> {
        let Some((_, value)) = self.get(&[name]) else { return Ok(None) };
        value.as_i64().filter(|n| range.contains(n)).map(Some).ok_or_else(|| {
            self.fault(name, &format!("must be an integer between {} and {}", range.start(), range.end()))
        })
    }

    pub fn number(&self, names: &[&'static str], range: RangeInclusive<f64>) -> Result<Option<f64>> {
        let Some((name, value)) = self.get(names) else { return Ok(None) };
        value
            .as_f64()
            .filter(|n| range.contains(n))
            .map(Some)
            .ok_or_else(|| self.fault(name, &format!("must be a number between {} and {}", range.start(), range.end())))
    }

    pub fn flag(&self, name: &'static str) -> Result<Option<bool>> {
        let Some((_, value)) = self.get(&[name]) else { return Ok(None) };
        value.as_bool().map(Some).ok_or_else(|| self.fault(name, "must be a boolean"))
    }
}

/// Longest name of a thing, in characters.
const MAX_NAME: usize = 255;

/// A string; `""` counts as absent.
pub(super) fn text<'m>(field: &str, value: Option<&'m Json<'_>>) -> Result<Option<&'m str>> {
    let Some(value) = value else { return Ok(None) };
    let text = value.as_str().ok_or_else(|| Error::invalid(field, format!("{field} must be a string")))?;
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// A name to show, trimmed; a blank one counts as absent.
pub(super) fn read_name(value: Option<&Json<'_>>) -> Result<Option<String>> {
    let Some(name) = text("name", value)?.map(str::trim).filter(|name| !name.is_empty()) else { return Ok(None) };
    if name.chars().count() > MAX_NAME {
        return Err(Error::invalid("name", format!("name must have at most {MAX_NAME} characters")));
    }
    if name.contains(char::is_control) {
        return Err(Error::invalid("name", "name must not contain control characters"));
    }
    Ok(Some(name.to_owned()))
}

/// `status`, or its other spelling `active`; the first wins.
pub(super) fn read_status(status: Option<&Json<'_>>, active: Option<&Json<'_>>) -> Result<Option<Status>> {
    if let Some(word) = status.filter(|value| value.as_str() != Some("")) {
        let status = word.as_str().and_then(Status::parse);
        return status.map(Some).ok_or_else(|| Error::invalid("status", "status must be active or inactive"));
    }
    let Some(active) = active else { return Ok(None) };
    let active = active.as_bool().ok_or_else(|| Error::invalid("active", "active must be a boolean"))?;
    Ok(Some(Status::of(active)))
}

/// Puts a new value into its place and notes the field if it differs; true when it did.
pub(super) fn replace<T: PartialEq>(
    fields: &mut Vec<&'static str>,
    name: &'static str,
    slot: &mut T,
    new: Option<T>,
) -> bool {
    match new {
        Some(new) if *slot != new => {
            *slot = new;
            fields.push(name);
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_fault_is_the_error_and_all_are_details() {
        let mut faults = Faults::default();
        assert_eq!(faults.keep(Ok(1)), Some(1));
        faults.note(Error::invalid("b", "b is wrong"));
        assert_eq!(faults.keep::<()>(Err(Error::invalid("a", "a is wrong"))), None);
        let error = faults.finish().expect_err("two faults");
        assert_eq!(error.message(), "b is wrong");
        let wanted = [("b", "b is wrong"), ("a", "a is wrong")].map(|(f, m)| (f.to_owned(), vec![m.to_owned()]));
        assert_eq!(error.details(), &wanted);
    }
}
