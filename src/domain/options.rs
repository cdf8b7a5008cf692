//! Reading what clients may set: the option objects of a webhook, and the collecting of every
//! fault of a request. Knows how a refusal is worded, not what any option means.

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
