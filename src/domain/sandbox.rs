//! Sandbox endpoints: public URLs that take in whatever is sent to them and show it. Their names,
//! their slugs, how long they live, and what a captured body is. Nothing captured is ever run.

use super::given::{self, replace};
use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::base::{Id, Json, Result, Timestamp};
use std::time::Duration;

/// Characters of a slug that come from the name, at most.
const STEM: usize = 40;
/// Random characters at the end of a slug: too many to be guessed.
pub const TAIL: usize = 8;
const HOURS: i64 = 168;
const MAX_HOURS: i64 = 720;

#[derive(Debug)]
pub enum EndpointTag {}
/// Id of a sandbox endpoint.
pub type EndpointId = Id<EndpointTag>;

#[derive(Debug)]
pub enum CaptureTag {}
/// Id of a captured request.
pub type CaptureId = Id<CaptureTag>;

/// A public URL, `/sandbox/<slug>`, that takes in any request until it expires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    pub id: EndpointId,
    pub slug: String,
    pub name: String,
    pub expires_at: Timestamp,
}

impl Endpoint {
    /// Its URL below the base of the server.
    pub fn path(&self) -> String {
        format!("/sandbox/{}", self.slug)
    }
}

/// What a caller may say of a new endpoint.
#[derive(Debug, PartialEq, Eq)]
pub struct NewEndpoint {
    name: Option<String>,
    hours: i64,
}

impl NewEndpoint {
    /// 422 on `name` and on `ttl_hours`, which is 1 to 720 and a week if absent.
    pub fn read(body: &Members<'_>) -> Result<NewEndpoint> {
        let fields = Fields(body);
        let name = given::name(fields.get("name"))?;
        let hours = fields.opt_int("ttl_hours", 1..=MAX_HOURS)?.unwrap_or(HOURS);
        Ok(NewEndpoint { name, hours })
    }

    /// The endpoint; `tail` are the random characters of its slug.
    pub fn create(&self, id: EndpointId, tail: &str) -> Endpoint {
        let slug = format!("{}-{tail}", self.name.as_deref().map(stem).as_deref().unwrap_or("sandbox"));
        let name = self.name.clone().unwrap_or_else(|| format!("Sandbox {slug}"));
        let lifetime = Duration::from_secs(self.hours.unsigned_abs() * 3600);
        Endpoint { id, slug, name, expires_at: id.time().plus(lifetime) }
    }
}

/// A name as it may stand in a URL.
fn stem(name: &str) -> String {
    let mut stem = String::new();
    for c in name.chars().map(|c| c.to_ascii_lowercase()) {
        if c.is_ascii_alphanumeric() {
            stem.push(c);
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
        if stem.len() == STEM {
            break;
        }
    }
    match stem.trim_end_matches('-') {
        "" => "sandbox".to_owned(),
        stem => stem.to_owned(),
    }
}

/// What a caller may change.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct EndpointPatch {
    name: Option<String>,
}

impl EndpointPatch {
    /// 422 on `name`.
    pub fn read(body: &Members<'_>) -> Result<EndpointPatch> {
        Ok(EndpointPatch { name: given::name(Fields(body).get("name"))? })
    }

    /// The names of the fields that changed.
    pub fn apply(self, endpoint: &mut Endpoint) -> Vec<&'static str> {
        let mut fields = Vec::new();
        replace(&mut fields, "name", &mut endpoint.name, self.name);
        fields
    }
}

/// A request as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    pub id: CaptureId,
    pub endpoint: EndpointId,
    pub method: String,
    /// As it was sent, with the slug.
    pub path: String,
    /// Without the question mark.
    pub query: Option<String>,
    /// A JSON object: name in lower case → values, joined by `, `.
    pub headers: String,
    pub body: Vec<u8>,
    pub ip: String,
}

/// What the bytes of a body are.
#[derive(Debug, PartialEq, Eq)]
pub enum Content<'b> {
    Nothing,
    /// A JSON value, as it was written.
    Json(&'b str),
    Text(&'b str),
    /// Not UTF-8.
    Bytes(&'b [u8]),
}

impl<'b> Content<'b> {
    /// Whatever the content type said.
    pub fn of(body: &'b [u8]) -> Content<'b> {
        match std::str::from_utf8(body) {
            Ok("") => Content::Nothing,
            Ok(text) if Json::parse(text).is_ok() => Content::Json(text),
            Ok(text) => Content::Text(text),
            Err(_) => Content::Bytes(body),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Result<NewEndpoint> {
        let json = Json::parse(body).expect(body);
        NewEndpoint::read(json.as_object().expect("object"))
    }

    #[test]
    fn slugs_begin_with_the_name() {
        let id = Id::floor(Timestamp::from_secs(1_790_000_000));
        for (body, slug, name) in [
            ("{}", "sandbox-x7k9m2qa", "Sandbox sandbox-x7k9m2qa"),
            (r#"{"name":"  "}"#, "sandbox-x7k9m2qa", "Sandbox sandbox-x7k9m2qa"),
            (r#"{"name":" Test Endpoint "}"#, "test-endpoint-x7k9m2qa", "Test Endpoint"),
            (r#"{"name":"--A__b // C!"}"#, "a-b-c-x7k9m2qa", "--A__b // C!"),
            (r#"{"name":"señal"}"#, "se-al-x7k9m2qa", "señal"),
            (r#"{"name":"日本"}"#, "sandbox-x7k9m2qa", "日本"),
        ] {
            let made = read(body).expect(body).create(id, "x7k9m2qa");
            assert_eq!((made.slug.as_str(), made.name.as_str()), (slug, name), "{body}");
            assert_eq!(made.expires_at, Timestamp::from_secs(1_790_000_000 + 7 * 86_400));
        }
        for (name, kept) in [("a".repeat(255), 40), ("a".repeat(39) + " b", 39), ("ab ".repeat(30), 40)] {
            let stem = stem(&name);
            assert_eq!(stem.len(), kept, "{stem}");
            assert!(!stem.ends_with('-'));
        }
    }

    #[test]
    fn lifetimes_are_hours() {
        let id = Id::floor(Timestamp::from_secs(0));
        for (hours, ok) in [("1", true), ("720", true), ("0", false), ("721", false), ("1.5", false), ("\"1\"", false)]
        {
            let made = read(&format!(r#"{{"ttl_hours":{hours}}}"#)).map(|new| new.create(id, "x").expires_at.secs());
            assert_eq!(
                made.as_ref().ok().copied(),
                hours.parse().ok().filter(|_| ok).map(|h: i64| h * 3600),
                "{hours}"
            );
        }
        assert_eq!(read(r#"{"ttl_hours":0}"#).expect_err("0").message(), "ttl_hours must be between 1 and 720");
        assert_eq!(read(r#"{"name":5}"#).expect_err("5").message(), "name must be a string");
    }

    #[test]
    fn bodies_are_what_their_bytes_are() {
        for (body, content) in [
            (&b""[..], Content::Nothing),
            (b"{\"a\":1.10}\n", Content::Json("{\"a\":1.10}\n")),
            (b"5", Content::Json("5")),
            (b"a=1", Content::Text("a=1")),
            (b"{", Content::Text("{")),
            (b" ", Content::Text(" ")),
            (b"\xff{}", Content::Bytes(b"\xff{}")),
        ] {
            assert_eq!(Content::of(body), content);
        }
    }
}
