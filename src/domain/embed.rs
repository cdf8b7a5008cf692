//! Embed tokens: what a page of somebody else shows its visitors of a project's webhooks. Their
//! rights, the pages they hold for, and whose webhooks they are about.

use super::access::{Scope, ScopeSet};
use super::given;
use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::base::{Error, Id, Json, Result, Timestamp};
use std::time::Duration;
use url::{Host, Url};

/// What every embed token starts with; the rest is 43 characters of 32 random bytes.
pub const PREFIX: &str = "emb_";
/// Characters of a token that are kept readable.
const SHOWN: usize = 12;
const MAX_METADATA: usize = 4 * 1024;
const MAX_TENANT: usize = 128;
const MAX_ORIGINS: usize = 100;
/// A century.
const MAX_SECONDS: i64 = 100 * 366 * 86_400;

/// The rights that a token may hold, all of which it has unless told otherwise.
const SCOPES: [Scope; 4] = [Scope::WebhooksRead, Scope::WebhooksWrite, Scope::DeliveriesRead, Scope::DeliveriesRetry];

#[derive(Debug)]
pub enum EmbedTag {}
/// Id of an embed token.
pub type EmbedTokenId = Id<EmbedTag>;

/// A token; the token itself is never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbedToken {
    pub id: EmbedTokenId,
    /// First 12 characters of the token, for people to recognise it.
    pub prefix: String,
    pub name: String,
    pub scopes: ScopeSet,
    pub origins: Origins,
    /// A JSON object, as it was given.
    pub metadata: String,
    /// Whose webhooks it is about; none is all of the project.
    pub tenant: Option<String>,
    pub revoked: bool,
    pub expires_at: Option<Timestamp>,
}

impl EmbedToken {
    pub fn status(&self, now: Timestamp) -> &'static str {
        match self.expires_at {
            _ if self.revoked => "revoked",
            Some(end) if end <= now => "expired",
            _ => "active",
        }
    }
}

/// What a caller may say of a new token.
#[derive(Debug)]
pub struct NewEmbedToken {
    name: String,
    scopes: ScopeSet,
    origins: Origins,
    metadata: String,
    tenant: Option<String>,
    expires_at: Option<Timestamp>,
}

impl NewEmbedToken {
    /// 422 for every member that is not valid.
    pub fn read(body: &Members<'_>, now: Timestamp) -> Result<NewEmbedToken> {
        let fields = Fields(body);
        Ok(NewEmbedToken {
            name: given::name(fields.get("name"))?.unwrap_or_else(|| "Default".to_owned()),
            scopes: scopes(fields.get("scopes"))?,
            origins: fields.get("allowed_origins").map(Origins::parse).transpose()?.unwrap_or_default(),
            metadata: metadata(fields.get("metadata"))?,
            tenant: tenant(fields.get("tenant"))?,
            expires_at: end(fields, now)?,
        })
    }

    /// The row of a token with this text.
    pub fn create(self, id: EmbedTokenId, secret: &str) -> EmbedToken {
        let NewEmbedToken { name, scopes, origins, metadata, tenant, expires_at } = self;
        let prefix = secret.chars().take(SHOWN).collect();
        EmbedToken { id, prefix, name, scopes, origins, metadata, tenant, revoked: false, expires_at }
    }
}

fn scopes(given: Option<&Json<'_>>) -> Result<ScopeSet> {
    let Some(list) = given else { return Ok(ScopeSet::of(&SCOPES)) };
    let set = ScopeSet::parse(list).map_err(|e| match list.as_array() {
        Some([_, ..]) => invalid_scopes(),
        _ => e,
    })?;
    if set.names().all(|name| SCOPES.iter().any(|scope| scope.as_str() == name)) {
        Ok(set)
    } else {
        Err(invalid_scopes())
    }
}

fn invalid_scopes() -> Error {
    Error::invalid("scopes", "scopes contains invalid scope(s)")
}

fn metadata(given: Option<&Json<'_>>) -> Result<String> {
    let Some(json) = given else { return Ok("{}".to_owned()) };
    let text = json.as_object().map(|_| json.to_text());
    let text = text.ok_or_else(|| Error::invalid("metadata", "metadata must be an object"))?;
    if text.len() > MAX_METADATA {
        return Err(Error::invalid("metadata", "metadata must be at most 4 KB"));
    }
    Ok(text)
}

/// An empty name would be taken for none, and none shows everything: it is refused.
fn tenant(given: Option<&Json<'_>>) -> Result<Option<String>> {
    let Some(json) = given else { return Ok(None) };
    let fault = |rule: &str| Error::invalid("tenant", format!("tenant must {rule}"));
    let name = json.as_str().ok_or_else(|| fault("be a string"))?;
    if !(1..=MAX_TENANT).contains(&name.chars().count()) {
        return Err(fault("have 1 to 128 characters"));
    }
    if name.contains(char::is_control) {
        return Err(fault("not contain control characters"));
    }
    Ok(Some(name.to_owned()))
}

/// `expires_at`, or else `expires_in` seconds from now.
fn end(fields: Fields<'_>, now: Timestamp) -> Result<Option<Timestamp>> {
    let fault = |rule: &str| Error::invalid("expires_at", format!("expires_at must be {rule}"));
    if let Some(json) = fields.get("expires_at") {
        let at = json.as_str().and_then(Timestamp::parse).ok_or_else(|| fault("a time as in RFC 3339"))?;
        return if at > now { Ok(Some(at)) } else { Err(fault("in the future")) };
    }
    let seconds = fields.opt_int("expires_in", 1..=MAX_SECONDS)?;
    Ok(seconds.map(|seconds| now.plus(Duration::from_secs(seconds.unsigned_abs()))))
}

/// The pages that may use a token, by their origins; none is any.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origins(Vec<String>);

impl Origins {
    /// Reads a list of `https://host[:port]`, or `https://*.host` for all below a name. 422.
    pub fn parse(json: &Json<'_>) -> Result<Origins> {
        const FIELD: &str = "allowed_origins";
        let shape = || Error::invalid(FIELD, "allowed_origins must be an array of strings");
        let items = json.as_array().ok_or_else(shape)?;
        if items.len() > MAX_ORIGINS {
            return Err(Error::invalid(FIELD, format!("allowed_origins must have at most {MAX_ORIGINS} items")));
        }
        let mut origins = Vec::with_capacity(items.len());
        for item in items {
            let text = item.as_str().ok_or_else(shape)?;
            let fault = || Error::invalid(FIELD, format!("{text} is not an origin such as https://app.example.com"));
            let origin = canonical(text).ok_or_else(fault)?;
            if !origins.contains(&origin) {
                origins.push(origin);
            }
        }
        Ok(Origins(origins))
    }

    /// In canonical form.
    pub fn list(&self) -> &[String] {
        &self.0
    }

    /// Whether a page of this origin, as its browser names it, may use the token.
    pub fn allow(&self, origin: &str) -> bool {
        let allowed = |pattern: &String, origin: &str| match pattern.split_once("*.") {
            None => pattern == origin,
            Some((scheme, name)) => {
                let host = origin.strip_prefix(scheme).and_then(|rest| rest.strip_suffix(name));
                host.is_some_and(|below| below.len() > 1 && below.ends_with('.'))
            }
        };
        let origin = canonical(origin).filter(|origin| !origin.contains('*'));
        self.0.is_empty() || origin.is_some_and(|origin| self.0.iter().any(|pattern| allowed(pattern, &origin)))
    }
}

/// An origin as browsers write it; nothing but scheme, host and port may be there.
fn canonical(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let (wild, rest) = rest.strip_prefix("*.").map_or(("", rest), |rest| ("*.", rest));
    if rest.contains(['/', '?', '#', '@', '*', '\\']) || text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let url = Url::parse(&format!("{scheme}://{rest}")).ok()?;
    let named = matches!(url.host()?, Host::Domain(_));
    if !["http", "https"].contains(&url.scheme()) || (!wild.is_empty() && !named) {
        return None;
    }
    let origin = url.origin().ascii_serialization();
    let host = origin.split_once("://")?.1.to_owned();
    Some(format!("{}://{wild}{host}", url.scheme()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_790_000_000;

    fn read(body: &str) -> Result<EmbedToken, String> {
        let json = Json::parse(body).expect(body);
        let new = NewEmbedToken::read(json.as_object().expect("object"), Timestamp::from_secs(NOW));
        new.map(|new| new.create(Id::MIN, "emb_Zk3vQ9aBcdef")).map_err(|e| e.message().to_owned())
    }

    #[test]
    fn what_is_not_given_has_a_default() {
        let token = read("{}").expect("valid");
        assert_eq!(
            (token.prefix.as_str(), token.name.as_str(), token.metadata.as_str()),
            ("emb_Zk3vQ9aB", "Default", "{}")
        );
        assert_eq!(
            token.scopes.names().collect::<Vec<_>>(),
            ["webhooks:read", "webhooks:write", "deliveries:read", "deliveries:retry"]
        );
        assert!(token.origins.list().is_empty() && token.tenant.is_none() && token.expires_at.is_none());
        let given = read(r#"{"scopes":["webhooks:read"],"tenant":" a ","expires_in":60,"metadata":{"n":1.10}}"#);
        let given = given.expect("valid");
        assert_eq!((given.tenant.as_deref(), given.metadata.as_str()), (Some(" a "), r#"{"n":1.10}"#));
        assert_eq!(given.expires_at, Some(Timestamp::from_secs(NOW + 60)));
        assert_eq!(given.status(Timestamp::from_secs(NOW + 59)), "active");
        assert_eq!(given.status(Timestamp::from_secs(NOW + 60)), "expired");
    }

    #[test]
    fn faults() {
        let large = format!(r#"{{"metadata":{{"a":"{}"}}}}"#, "x".repeat(MAX_METADATA));
        let (long, century) = (format!(r#"{{"tenant":"{}"}}"#, "t".repeat(129)), MAX_SECONDS + 1);
        let ever = format!(r#"{{"expires_in":{century}}}"#);
        for (body, message) in [
            (r#"{"scopes":["events:write"]}"#, "scopes contains invalid scope(s)"),
            (r#"{"scopes":["webhooks:read","x"]}"#, "scopes contains invalid scope(s)"),
            (r#"{"scopes":["*"]}"#, "scopes contains invalid scope(s)"),
            (r#"{"scopes":["webhooks:*"]}"#, "scopes contains invalid scope(s)"),
            (r#"{"scopes":[5]}"#, "scopes contains invalid scope(s)"),
            (r#"{"scopes":[]}"#, "Scopes must not be empty"),
            (r#"{"scopes":"webhooks:read"}"#, "scopes must be an array of strings"),
            (r#"{"tenant":""}"#, "tenant must have 1 to 128 characters"),
            (long.as_str(), "tenant must have 1 to 128 characters"),
            (r#"{"tenant":5}"#, "tenant must be a string"),
            (r#"{"tenant":"a\nb"}"#, "tenant must not contain control characters"),
            (r#"{"metadata":[]}"#, "metadata must be an object"),
            (large.as_str(), "metadata must be at most 4 KB"),
            (r#"{"expires_at":"tomorrow"}"#, "expires_at must be a time as in RFC 3339"),
            (r#"{"expires_at":5}"#, "expires_at must be a time as in RFC 3339"),
            (r#"{"expires_at":"2020-01-01T00:00:00Z"}"#, "expires_at must be in the future"),
            (r#"{"expires_in":0}"#, "expires_in must be between 1 and 3162240000"),
            (ever.as_str(), "expires_in must be between 1 and 3162240000"),
            (r#"{"allowed_origins":"https://a.test"}"#, "allowed_origins must be an array of strings"),
        ] {
            assert_eq!(read(body).expect_err(body), message);
        }
    }

    #[test]
    fn origins_are_scheme_host_and_port() {
        for (text, canonical_form) in [
            ("https://app.test", Some("https://app.test")),
            ("HTTPS://App.Test:443", Some("https://app.test")),
            ("http://localhost:3000", Some("http://localhost:3000")),
            ("https://*.app.test", Some("https://*.app.test")),
            ("https://*.app.test:8443", Some("https://*.app.test:8443")),
            ("https://bücher.example", Some("https://xn--bcher-kva.example")),
            ("https://[::1]:80", Some("https://[::1]:80")),
            ("https://app.test/", None),
            ("https://app.test/x", None),
            ("https://u@app.test", None),
            ("https://*", None),
            ("https://*.", None),
            ("https://a.*.test", None),
            ("https://*.10.0.0.1", None),
            ("*.app.test", None),
            ("app.test", None),
            ("null", None),
            ("*", None),
            ("ftp://app.test", None),
            ("https:// app.test", None),
        ] {
            assert_eq!(canonical(text).as_deref(), canonical_form, "{text}");
        }
    }

    #[test]
    fn pages_are_told_apart() {
        let list = r#"["https://app.test","https://*.shop.test:8443","http://localhost:3000"]"#;
        let origins = Origins::parse(&Json::parse(list).expect("json")).expect("valid");
        for (origin, allowed) in [
            ("https://app.test", true),
            ("https://app.test:443", true),
            ("https://APP.test", true),
            ("http://app.test", false),
            ("https://app.test:8443", false),
            ("https://app.test.evil.test", false),
            ("https://evilapp.test", false),
            ("https://a.shop.test:8443", true),
            ("https://a.b.shop.test:8443", true),
            ("https://shop.test:8443", false),
            ("https://.shop.test:8443", false),
            ("https://evilshop.test:8443", false),
            ("https://a.shop.test", false),
            ("https://*.shop.test:8443", false),
            ("http://localhost:3000", true),
            ("http://localhost:3001", false),
            ("null", false),
            ("", false),
        ] {
            assert_eq!(origins.allow(origin), allowed, "{origin}");
        }
        assert!(Origins::default().allow("null") && Origins::default().allow("https://any.test"));
    }
}
