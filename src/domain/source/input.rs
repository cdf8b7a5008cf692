//! What clients send to create or change a source: every field checked, all faults reported
//! together. A field that is absent or null is left as it is.

use super::{Mapping, Preset, Source, SourceId, Verification};
use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::base::{Error, Json, Result, Timestamp};
use crate::domain::given::{self, replace, text};
use crate::domain::options::Faults;
use crate::domain::signing::{MAX_SECRET, Secret};
use crate::domain::status::Status;

const MAX_SLUG: usize = 64;
const MAX_PREFIX: usize = 128;

/// A source to create.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSource {
    pub slug: String,
    pub name: String,
    pub provider: String,
    pub preset: Option<&'static Preset>,
    pub verification: Verification,
    pub mapping: Mapping,
    pub topic_prefix: String,
    /// `None` asks for a generated one, where one has a meaning.
    pub secret: Option<Secret>,
    pub status: Status,
}

/// A change of a source; `None` leaves a field as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourcePatch {
    pub slug: Option<String>,
    pub name: Option<String>,
    pub provider: Option<String>,
    pub verification: Option<Verification>,
    pub mapping: Option<Mapping>,
    pub topic_prefix: Option<String>,
    pub secret: Option<Secret>,
    pub status: Option<Status>,
}

impl NewSource {
    /// 400 without `slug` (or a preset that names one) and without `verification`, 422 for every
    /// field that is not valid.
    pub fn read(body: &Members<'_>) -> Result<NewSource> {
        let mut faults = Faults::default();
        let preset = faults.keep(preset(Fields(body).get("preset"))).flatten();
        let patch = faults.keep(SourcePatch::read(body)).unwrap_or_default();
        faults.finish()?;
        let slug = patch.slug.or_else(|| preset.map(|preset| preset.name.to_owned()));
        let slug = slug.ok_or_else(|| Error::missing("slug"))?;
        let verification = match (patch.verification, preset) {
            (Some(given), _) => given,
            (None, Some(preset)) => preset.verification()?,
            (None, None) => return Err(Error::missing("verification")),
        };
        let mapping = match (patch.mapping, preset) {
            (Some(given), _) => given,
            (None, Some(preset)) => preset.mapping()?,
            (None, None) => Mapping::read(&Json::parse(r#"{"type":"type"}"#)?)?,
        };
        let provider = patch.provider.unwrap_or_else(|| preset.map_or(slug.as_str(), |p| p.name).to_owned());
        Ok(NewSource {
            name: patch.name.unwrap_or_else(|| preset.map_or(slug.as_str(), |p| p.title).to_owned()),
            topic_prefix: patch.topic_prefix.unwrap_or_else(|| Preset::topic_prefix(&slug)),
            provider,
            slug,
            preset,
            secret: patch.secret.filter(|_| verification.has_secret()),
            verification,
            mapping,
            status: patch.status.unwrap_or_default(),
        })
    }

    /// The source under its id, whose time is the time of creation. A secret is added by then,
    /// where one has a meaning.
    pub fn create(self, id: SourceId) -> Source {
        Source {
            id,
            name: self.name,
            provider: self.provider,
            slug: self.slug,
            status: self.status,
            preset: self.preset.map(|preset| preset.name.to_owned()),
            has_secret: self.verification.has_secret(),
            verification: self.verification,
            mapping: self.mapping,
            topic_prefix: self.topic_prefix,
            received: 0,
            rejected: 0,
            last_received_at: None,
            updated_at: id.time(),
        }
    }
}

impl SourcePatch {
    /// 422 for every field that is not valid.
    pub fn read(body: &Members<'_>) -> Result<SourcePatch> {
        let (mut faults, fields) = (Faults::default(), Fields(body));
        let unverified = faults.keep(fields.opt_bool("allow_unverified")).flatten().unwrap_or(false);
        let verification = |value: &Json<'_>| match Verification::read(value)? {
            Verification::None if !unverified => {
                Err(Error::invalid("verification", "verification none needs allow_unverified: true"))
            }
            read => Ok(read),
        };
        let patch = SourcePatch {
            slug: faults.keep(slug(fields.get("slug"))).flatten(),
            name: faults.keep(given::name(fields.get("name"))).flatten(),
            provider: faults.keep(provider(fields.get("provider"))).flatten(),
            verification: faults.keep(fields.get("verification").map(verification).transpose()).flatten(),
            mapping: faults.keep(fields.get("mapping").map(Mapping::read).transpose()).flatten(),
            topic_prefix: faults.keep(topic_prefix(fields.get("topic_prefix"))).flatten(),
            secret: faults.keep(secret(fields.get("secret"))).flatten(),
            status: faults.keep(given::status(fields.get("status"), fields.get("active"))).flatten(),
        };
        faults.finish()?;
        Ok(patch)
    }

    /// Applies the change and returns the names of the fields that it changed; the secret itself is
    /// kept elsewhere, and is there whenever it is named.
    pub fn apply(self, source: &mut Source, now: Timestamp) -> Vec<&'static str> {
        let mut fields = Vec::new();
        replace(&mut fields, "slug", &mut source.slug, self.slug);
        replace(&mut fields, "name", &mut source.name, self.name);
        replace(&mut fields, "provider", &mut source.provider, self.provider);
        replace(&mut fields, "verification", &mut source.verification, self.verification);
        replace(&mut fields, "mapping", &mut source.mapping, self.mapping);
        replace(&mut fields, "topic_prefix", &mut source.topic_prefix, self.topic_prefix);
        if self.secret.is_some() {
            source.has_secret = true;
            fields.push("secret");
        }
        replace(&mut fields, "status", &mut source.status, self.status);
        if !fields.is_empty() {
            source.updated_at = now;
        }
        fields
    }
}

fn preset(value: Option<&Json<'_>>) -> Result<Option<&'static Preset>> {
    let Some(name) = text("preset", value)? else { return Ok(None) };
    Preset::find(name).map(Some).ok_or_else(|| Error::invalid("preset", format!("Unknown preset: {name}")))
}

fn is_slug(text: &str) -> bool {
    text.len() <= MAX_SLUG && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn slug(value: Option<&Json<'_>>) -> Result<Option<String>> {
    let Some(slug) = text("slug", value)? else { return Ok(None) };
    let fault = || Error::invalid("slug", format!("slug must have 1 to {MAX_SLUG} characters of a-z, 0-9 and -"));
    is_slug(slug).then(|| Some(slug.to_owned())).ok_or_else(fault)
}

fn provider(value: Option<&Json<'_>>) -> Result<Option<String>> {
    let Some(provider) = text("provider", value)? else { return Ok(None) };
    match provider.chars().count() <= MAX_SLUG && !provider.contains(char::is_control) {
        true => Ok(Some(provider.to_owned())),
        false => Err(Error::invalid("provider", format!("provider must have at most {MAX_SLUG} characters"))),
    }
}

/// An empty one is a prefix too: the types are the topics then.
fn topic_prefix(value: Option<&Json<'_>>) -> Result<Option<String>> {
    let Some(value) = value else { return Ok(None) };
    let prefix = value.as_str().filter(|p| p.chars().count() <= MAX_PREFIX && !p.contains(char::is_control));
    let fault = || Error::invalid("topic_prefix", format!("topic_prefix must have at most {MAX_PREFIX} characters"));
    prefix.map(|prefix| Some(prefix.to_owned())).ok_or_else(fault)
}

fn secret(value: Option<&Json<'_>>) -> Result<Option<Secret>> {
    match text("secret", value)? {
        Some(secret) if secret.chars().count() > MAX_SECRET => {
            Err(Error::invalid("secret", format!("secret must have at most {MAX_SECRET} characters")))
        }
        secret => Ok(secret.map(Secret::new)),
    }
}
