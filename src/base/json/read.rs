//! Reading JSON level by level: strings are borrowed where they hold no escape, numbers are left as
//! they stand, and of duplicate keys the last one wins.

use super::{Json, MAX_DEPTH, Members};
use crate::base::error::{Error, Kind, Result};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt;

pub(super) fn parse(text: &str) -> Result<Json<'_>> {
    let raw: &RawValue = serde_json::from_str(text).map_err(|e| invalid().because(e))?;
    read(raw, MAX_DEPTH)
}

/// The members of an object, each value as its raw text: enough to pick, rename and splice
/// without building the values. 400 when the text is no object.
pub fn split_object(text: &str) -> Result<Vec<(Cow<'_, str>, &str)>> {
    let Level(pairs) = serde_json::from_str(text).map_err(|e| invalid().because(e))?;
    Ok(last_wins(pairs).into_iter().map(|(key, value)| (key, value.get())).collect())
}

fn invalid() -> Error {
    Error::new(Kind::Malformed, "Invalid JSON body")
}

/// Members of one level, each value still raw.
struct Level<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

/// A value whose arrays and objects nest at most so deep.
pub(super) fn read<'a>(raw: &'a RawValue, depth: usize) -> Result<Json<'a>> {
    let text = raw.get();
    let nested = || if depth == 0 { Err(invalid()) } else { Ok(depth - 1) };
    Ok(match text.as_bytes().first() {
        Some(b'n') => Json::Null,
        Some(b't') => Json::Bool(true),
        Some(b'f') => Json::Bool(false),
        Some(b'"') => Json::String(read_string(text)?),
        Some(b'[') => {
            let below = nested()?;
            let items: Vec<&RawValue> = serde_json::from_str(text).map_err(|e| invalid().because(e))?;
            Json::Array(items.into_iter().map(|item| read(item, below)).collect::<Result<_>>()?)
        }
        Some(b'{') => {
            let below = nested()?;
            let Level(pairs) = serde_json::from_str(text).map_err(|e| invalid().because(e))?;
            let pairs = last_wins(pairs).into_iter();
            Json::Object(Members(pairs.map(|(k, v)| Ok((k, read(v, below)?))).collect::<Result<_>>()?))
        }
        _ => Json::Number(Cow::Borrowed(text)),
    })
}

fn read_string(text: &str) -> Result<Cow<'_, str>> {
    let inner = &text[1..text.len() - 1];
    if !inner.contains('\\') {
        return Ok(Cow::Borrowed(inner));
    }
    serde_json::from_str::<String>(text).map(Cow::Owned).map_err(|e| invalid().because(e))
}

pub(super) fn last_wins<V>(pairs: Vec<(Cow<'_, str>, V)>) -> Vec<(Cow<'_, str>, V)> {
    let duplicate = if pairs.len() <= 16 {
        pairs.iter().enumerate().any(|(i, (k, _))| pairs[..i].iter().any(|(other, _)| other == k))
    } else {
        let mut seen = HashSet::with_capacity(pairs.len());
        !pairs.iter().all(|(k, _)| seen.insert(k.as_ref()))
    };
    if !duplicate {
        return pairs;
    }
    let last: HashMap<String, usize> = pairs.iter().enumerate().map(|(i, (k, _))| (k.to_string(), i)).collect();
    let kept = pairs.into_iter().enumerate().filter(|(i, (k, _))| last.get(k.as_ref()) == Some(i));
    kept.map(|(_, pair)| pair).collect()
}

impl<'de: 'a, 'a> Deserialize<'de> for Level<'a> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Level<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Level<'de>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(Key(key)) = map.next_key()? {
                    pairs.push((key, map.next_value()?));
                }
                Ok(Level(pairs))
            }
        }
        d.deserialize_map(Pairs)
    }
}

/// A key that borrows when it holds no escape; serde's own `Cow` always copies.
struct Key<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Key<'a> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Key<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_borrowed_str<E>(self, v: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(v)))
            }
            fn visit_str<E>(self, v: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(v.to_owned())))
            }
        }
        d.deserialize_str(Text)
    }
}
