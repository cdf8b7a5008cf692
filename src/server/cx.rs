//! What a handler is given: the engine, who asks, and typed access to path, query, headers and
//! body. It decides nothing.

use super::Site;
use super::body::{self, Body};
use crate::base::page::Page;
use crate::base::{Error, Id, Kind, Result};
use crate::domain::access::{Account, Actor, Client};
use crate::engine::Engine;
use crate::engine::access::cookies::CookieHash;
use axum::extract::RawPathParams;
use http::request::Parts;
use http::{HeaderMap, Method, Uri, Version};
use std::borrow::Cow;
use std::fmt;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use url::form_urlencoded;

/// Rows of a page when the caller does not say, and the most they may ask for.
const PAGE: usize = 50;
const PAGE_MAX: usize = 200;
/// Rows of the lists that are shown without paging.
const WHOLE_LIST: usize = 1000;

/// One request, admitted.
pub struct Cx {
    pub engine: Arc<Engine>,
    pub(super) site: Arc<Site>,
    pub(super) caller: Caller,
    /// The cookie that let the caller in, if it was one.
    pub(super) cookie: Option<CookieHash>,
    pub(super) ip: IpAddr,
    pub(super) parts: Parts,
    pub(super) params: Option<RawPathParams>,
    /// In a mutex only so that handlers may hold a `&Cx` across an await.
    pub(super) body: Mutex<axum::body::Body>,
    pub(super) body_limit: usize,
}

/// Who asks, by the class of the route.
#[derive(Debug)]
pub(super) enum Caller {
    Anyone,
    Account(Account),
    Actor(Actor),
}

impl Cx {
    /// The caller of a project route.
    pub fn actor(&self) -> &Actor {
        match &self.caller {
            Caller::Actor(actor) => actor,
            _ => unreachable!("only rows of a project have an actor"),
        }
    }

    /// The caller of an account route, or of one for operators.
    pub fn account(&self) -> &Account {
        match &self.caller {
            Caller::Account(account) => account,
            _ => unreachable!("only rows of an account have one"),
        }
    }

    /// The address of the client behind trusted proxies.
    pub fn ip(&self) -> IpAddr {
        self.ip
    }

    /// A header that is text; the first one if repeated.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.parts.headers.get(name)?.to_str().ok()
    }

    /// As [`Cx::header`], whatever its bytes are.
    pub fn header_bytes(&self, name: &str) -> Option<&[u8]> {
        self.parts.headers.get(name).map(|value| value.as_bytes())
    }

    pub fn user_agent(&self) -> Option<&str> {
        self.header("user-agent")
    }

    /// The method, and the path and query as they were sent.
    pub fn line(&self) -> (&Method, &Uri) {
        (&self.parts.method, &self.parts.uri)
    }

    pub fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    /// Who calls an open route, as far as that can be seen.
    pub fn client(&self) -> Client {
        Client { ip: self.ip, user_agent: self.user_agent().map(str::to_owned) }
    }

    /// The token of `Authorization: Bearer`, for open routes that take one.
    pub fn bearer(&self) -> Option<&str> {
        super::auth::bearer(&self.parts.headers)
    }

    /// A segment of the path, percent-decoded.
    pub fn segment(&self, name: &str) -> Option<&str> {
        self.params.as_ref()?.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// The `{id}` of the path; a malformed one is not found.
    pub fn id<T>(&self, resource: &'static str) -> Result<Id<T>> {
        self.id_at("id", resource)
    }

    /// As [`Cx::id`] for another segment.
    pub fn id_at<T>(&self, segment: &str, resource: &'static str) -> Result<Id<T>> {
        self.segment(segment).and_then(Id::parse).ok_or_else(|| Error::not_found(resource))
    }

    /// The first value of a query parameter that is not empty, percent-decoded.
    pub fn query(&self, name: &str) -> Option<Cow<'_, str>> {
        query(self.parts.uri.query(), name)
    }

    /// Every value of a query parameter that is not empty, in their order.
    pub fn queries(&self, name: &str) -> Vec<Cow<'_, str>> {
        let pairs = form_urlencoded::parse(self.parts.uri.query().unwrap_or_default().as_bytes());
        pairs.filter(|(key, value)| key == name && !value.is_empty()).map(|(_, value)| value).collect()
    }

    /// 50 rows unless the caller asks for 1 to 200; 400 `Invalid cursor`.
    pub fn page<T>(&self) -> Result<Page<T>> {
        self.page_upto(PAGE_MAX)
    }

    /// As [`Cx::page`] with another maximum.
    pub fn page_upto<T>(&self, max: usize) -> Result<Page<T>> {
        self.page_within(PAGE.min(max), max)
    }

    /// As [`Cx::page`] with other numbers of rows.
    pub fn page_within<T>(&self, default: usize, max: usize) -> Result<Page<T>> {
        page(self.parts.uri.query(), default, max)
    }

    /// As [`Cx::page`] with another number of rows when the caller does not say.
    pub fn page_of<T>(&self, default: usize) -> Result<Page<T>> {
        page(self.parts.uri.query(), default, PAGE_MAX)
    }

    /// All rows (at most 1,000) unless the caller asks for a page.
    pub fn page_or_all<T>(&self) -> Result<Page<T>> {
        match (self.query("limit"), self.query("cursor")) {
            (None, None) => Ok(Page { limit: WHOLE_LIST, before: None }),
            _ => self.page(),
        }
    }

    /// A whole number of the query, pressed into range; anything else counts as absent.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.query(name).and_then(|text| number(&text))
    }

    /// The version of HTTP that is spoken.
    pub fn version(&self) -> Version {
        self.parts.version
    }

    /// Whether only the headers of the answer are wanted.
    pub fn is_head(&self) -> bool {
        self.parts.method == Method::HEAD
    }

    /// `?include=inactive`: show soft-deleted rows too.
    pub fn include_inactive(&self) -> bool {
        self.query("include").is_some_and(|list| list.split(',').any(|word| word.trim() == "inactive"))
    }

    /// Reads the body: 413, 415, or 400 when it does not arrive. A second call finds none.
    pub async fn body(&mut self) -> Result<Body> {
        Body::new(self.collect().await?, &self.parts.headers)
    }

    /// As [`Cx::body`], of whatever type it is.
    pub async fn any_body(&mut self) -> Result<Body> {
        self.collect().await.map(Body::untyped)
    }

    async fn collect(&mut self) -> Result<body::Collected> {
        let body = std::mem::take(self.body.get_mut().unwrap_or_else(PoisonError::into_inner));
        body::collect(body, self.body_limit, &self.site.bodies).await
    }
}

impl fmt::Debug for Cx {
    /// Without the request: its headers and query hold credentials.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cx").field("path", &self.parts.uri.path()).field("caller", &self.caller).finish_non_exhaustive()
    }
}

/// As [`Cx::query`], of a raw query string.
pub(super) fn query<'q>(raw: Option<&'q str>, name: &str) -> Option<Cow<'q, str>> {
    let mut pairs = form_urlencoded::parse(raw?.as_bytes());
    pairs.find(|(key, value)| key == name && !value.is_empty()).map(|(_, value)| value)
}

fn page<T>(raw: Option<&str>, default: usize, max: usize) -> Result<Page<T>> {
    let limit = query(raw, "limit").and_then(|text| number(&text)).map_or(default, |n| n.clamp(1, max));
    let before = match query(raw, "cursor") {
        Some(text) => Some(Id::parse(&text).ok_or_else(|| Error::new(Kind::Malformed, "Invalid cursor"))?),
        None => None,
    };
    Ok(Page { limit, before })
}

/// A whole number of any size, pressed into range; anything else is none.
fn number(text: &str) -> Option<usize> {
    let text = text.trim();
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let whole = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    whole.then(|| if text.starts_with('-') { 0 } else { digits.parse().unwrap_or(usize::MAX) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    enum Tag {}

    #[test]
    fn limits_are_defaulted_and_clamped() {
        for (raw, limit) in [
            (None, 50),
            (Some("limit=7"), 7),
            (Some("limit="), 50),
            (Some("limit=&limit=9"), 9),
            (Some("limit=0"), 1),
            (Some("limit=-5"), 1),
            (Some("limit=201"), 200),
            (Some("limit=99999999999999999999999"), 200),
            (Some("limit=ten"), 50),
            (Some("limit=1.5"), 50),
            (Some("limit=%2B8"), 8),
        ] {
            let page: Page<Tag> = page(raw, 50, 200).expect("page");
            assert_eq!((page.limit, page.before), (limit, None), "{raw:?}");
        }
    }

    #[test]
    fn cursors_are_ids() {
        let id = "0199b5a0-1111-7000-8000-000000000001";
        let raw = format!("cursor={id}&limit=2");
        let read: Page<Tag> = page(Some(&raw), 50, 200).expect("page");
        assert_eq!(read.before.map(|id| id.to_string()).as_deref(), Some(id));
        for bad in ["cursor=1", "cursor=0199b5a0111170008000000000000001", "cursor=%00"] {
            let error = page::<Tag>(Some(bad), 50, 200).expect_err(bad);
            assert_eq!((error.kind(), error.message()), (Kind::Malformed, "Invalid cursor"));
        }
    }

    #[test]
    fn queries_are_decoded() {
        let raw = Some("topic=a%20b&empty=&x=1&x=2&flag");
        for (name, value) in [("topic", Some("a b")), ("x", Some("1")), ("empty", None), ("flag", None), ("y", None)] {
            assert_eq!(query(raw, name).as_deref(), value);
        }
    }
}
