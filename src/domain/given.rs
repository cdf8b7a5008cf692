//! Reading the fields that several nouns let clients set, and applying what was read. Every
//! refusal is 422 on the field; what a field means is known by its noun.

use super::status::Status;
use super::topic::MAX_CHARS;
use crate::base::{Error, Json, Result};

const MAX_TOPICS: usize = 100;
const MAX_NAME: usize = 255;

/// A string; `""` counts as absent.
pub fn text<'m>(field: &str, value: Option<&'m Json<'_>>) -> Result<Option<&'m str>> {
    let Some(value) = value else { return Ok(None) };
    let text = value.as_str().ok_or_else(|| Error::invalid(field, format!("{field} must be a string")))?;
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// A name of 1 to 255 characters after trimming; an empty one counts as absent.
pub fn name(value: Option<&Json<'_>>) -> Result<Option<String>> {
    short("name", value)
}

/// As [`name`], where it is called otherwise.
pub fn short(field: &str, value: Option<&Json<'_>>) -> Result<Option<String>> {
    let Some(name) = text(field, value)?.map(str::trim).filter(|name| !name.is_empty()) else { return Ok(None) };
    if name.chars().count() > MAX_NAME {
        return Err(Error::invalid(field, format!("{field} must have at most {MAX_NAME} characters")));
    }
    if name.contains(char::is_control) {
        return Err(Error::invalid(field, format!("{field} must not contain control characters")));
    }
    Ok(Some(name.to_owned()))
}

/// A list of topic patterns; a single string is a list of one, `""` counts as absent.
pub fn topics(field: &str, value: Option<&Json<'_>>) -> Result<Option<Vec<String>>> {
    let Some(value) = value else { return Ok(None) };
    let items = match value {
        Json::String(one) if one.is_empty() => return Ok(None),
        Json::String(_) => std::slice::from_ref(value),
        Json::Array(items) => items.as_slice(),
        _ => return Err(Error::invalid(field, format!("{field} must be an array of strings"))),
    };
    if items.len() > MAX_TOPICS {
        return Err(Error::invalid(field, format!("{field} must have at most {MAX_TOPICS} items")));
    }
    let topic = |item: &Json<'_>| {
        let topic =
            item.as_str().ok_or_else(|| Error::invalid(field, format!("{field} must be an array of strings")))?;
        let fits = (1..=MAX_CHARS).contains(&topic.chars().count());
        let fault = || Error::invalid(field, format!("each topic must have 1 to {MAX_CHARS} characters"));
        fits.then(|| topic.to_owned()).ok_or_else(fault)
    };
    items.iter().map(topic).collect::<Result<_>>().map(Some)
}

/// `status`, or else its other spelling `active`.
pub fn status(status: Option<&Json<'_>>, active: Option<&Json<'_>>) -> Result<Option<Status>> {
    if let Some(word) = status.filter(|value| value.as_str() != Some("")) {
        let status = word.as_str().and_then(Status::parse);
        return status.map(Some).ok_or_else(|| Error::invalid("status", "status must be active or inactive"));
    }
    let Some(active) = active else { return Ok(None) };
    let active = active.as_bool().ok_or_else(|| Error::invalid("active", "active must be a boolean"))?;
    Ok(Some(Status::of(active)))
}

/// Puts a new value in place and notes the name of a field that changed by it.
pub fn replace<T: PartialEq>(fields: &mut Vec<&'static str>, name: &'static str, slot: &mut T, new: Option<T>) -> bool {
    match new {
        Some(new) if *slot != new => {
            *slot = new;
            fields.push(name);
            true
        }
        _ => false,
    }
}
