//! The cookie of a browser's session: how it is read, set and cleared, and whether a request comes
//! from a page of ours. Whose session it is, is the engine's to know.

use super::Site;
use super::cx::Cx;
use super::reply::Reply;
use crate::base::{Error, Kind, Result};
use crate::domain::session::LONGEST_WEB;
use crate::engine::access::cookies::CookieHash;
use crate::engine::sessions::Cookie;
use http::header::{COOKIE, HOST, ORIGIN, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, Method};

const NAME: &str = "jobcelis_session";
/// Browsers take this name only with `Secure` and `Path=/` and without a domain.
const NAME_ON_HTTPS: &str = "__Host-jobcelis_session";
const CSRF_HEADER: &str = "x-csrf-token";

fn name(https: bool) -> &'static str {
    if https { NAME_ON_HTTPS } else { NAME }
}

/// The cookie that a request may be let in by. What changes something needs the token of the
/// session too; without it the cookie does not count.
pub(super) fn presented(site: &Site, parts: &Parts) -> Option<CookieHash> {
    let cookie = CookieHash::of(value(&parts.headers, name(site.https()))?);
    let reads = parts.method == Method::GET || parts.method == Method::HEAD;
    let given = parts.headers.get(CSRF_HEADER).and_then(|token| token.to_str().ok()).unwrap_or_default();
    (reads || cookie.is_csrf_token(&site.engine.keys, given.trim())).then_some(cookie)
}

/// The first cookie of a name.
fn value<'r>(headers: &'r HeaderMap, name: &str) -> Option<&'r str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
}

/// A `Set-Cookie` line; without an age the cookie goes with the window of the browser.
fn line(https: bool, value: &str, max_age: Option<u64>) -> String {
    let age = max_age.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let secure = if https { "; Secure" } else { "" };
    format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", name(https))
}

/// Whether a browser says that the page it shows is another site's. Programs say nothing.
fn is_foreign(parts: &Parts, public_url: &str) -> bool {
    let text = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(ORIGIN.as_str()) else { return false };
    // What a proxy makes of the host need not be what the browser asked for.
    let public = public_url.strip_prefix(origin).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let host = parts.uri.authority().map(|authority| authority.as_str()).or_else(|| text(HOST.as_str()));
    !public && origin.split_once("://").is_none_or(|(_, at)| host != Some(at))
}

impl Cx {
    /// 403 when a page of another site asks to be given a cookie: it would log its visitor in as
    /// someone else.
    pub fn require_own_page(&self) -> Result<()> {
        match is_foreign(&self.parts, &self.engine.settings.public_url) {
            true => Err(Error::new(Kind::Forbidden, "Origin not allowed")),
            false => Ok(()),
        }
    }

    /// What the page has to send with every change, if the caller is a browser.
    pub fn csrf_token(&self) -> Option<String> {
        self.cookie.map(|cookie| cookie.csrf_token(&self.engine.keys))
    }

    /// A cookie of that name.
    pub fn cookie(&self, name: &str) -> Option<String> {
        value(&self.parts.headers, name).map(str::to_owned)
    }

    /// Gives the browser its cookie with the answer.
    pub fn set_cookie(&self, reply: Reply, cookie: &Cookie) -> Reply {
        let age = cookie.remember.then_some(LONGEST_WEB.as_secs());
        reply.header(SET_COOKIE, line(self.site.https(), cookie.id.as_str(), age))
    }

    /// Takes the cookie from a caller who came with it.
    pub fn clear_cookie(&self, reply: Reply) -> Reply {
        match self.cookie {
            Some(_) => reply.header(SET_COOKIE, line(self.site.https(), "", Some(0))),
            None => reply,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderName, HeaderValue, Request};

    fn parts(uri: &str, headers: &[(&'static str, &'static str)]) -> Parts {
        let mut request = Request::builder().uri(uri).body(()).expect("request");
        for (name, value) in headers {
            request.headers_mut().append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        request.into_parts().0
    }

    #[test]
    fn the_cookie_is_found_among_others() {
        for (lines, found) in [
            (&[][..], None),
            (&["jobcelis_session=a"][..], Some("a")),
            (&["locale=es; jobcelis_session=a_-9; x=y"], Some("a_-9")),
            (&["locale=es;jobcelis_session = a "], Some("a")),
            (&["locale=es", "jobcelis_session=a"], Some("a")),
            (&["jobcelis_session=a; jobcelis_session=b"], Some("a")),
            (&["jobcelis_session="], None),
            (&["jobcelis_session"], None),
            (&["my_jobcelis_session=a; __Host-jobcelis_session=b; JOBCELIS_SESSION=c"], None),
        ] {
            let headers: Vec<_> = lines.iter().map(|line| ("cookie", *line)).collect();
            assert_eq!(value(&parts("/", &headers).headers, NAME), found, "{lines:?}");
        }
    }

    #[test]
    fn lines_say_what_browsers_have_to_keep_to() {
        for (https, value, age, shown) in [
            (false, "a", None, "jobcelis_session=a; Path=/; HttpOnly; SameSite=Lax"),
            (true, "a", None, "__Host-jobcelis_session=a; Path=/; HttpOnly; SameSite=Lax; Secure"),
            (true, "a", Some(60), "__Host-jobcelis_session=a; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60"),
            (false, "", Some(0), "jobcelis_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"),
        ] {
            assert_eq!(line(https, value, age), shown);
        }
    }

    #[test]
    fn pages_of_other_sites_are_told() {
        let public = "https://hooks.example.org/base";
        for (uri, headers, foreign) in [
            ("/", &[][..], false),
            ("/", &[("sec-fetch-site", "same-origin"), ("origin", "https://other.example")][..], false),
            ("/", &[("sec-fetch-site", "none")], false),
            ("/", &[("sec-fetch-site", "same-site")], true),
            ("/", &[("sec-fetch-site", "cross-site")], true),
            ("/", &[("origin", "http://10.0.0.7:4000"), ("host", "10.0.0.7:4000")], false),
            ("http://10.0.0.7:4000/", &[("origin", "http://10.0.0.7:4000")], false),
            ("/", &[("origin", "http://10.0.0.7:4001"), ("host", "10.0.0.7:4000")], true),
            ("/", &[("origin", "https://hooks.example.org"), ("host", "127.0.0.1:4000")], false),
            ("/", &[("origin", "https://hooks.example.or"), ("host", "127.0.0.1:4000")], true),
            ("/", &[("origin", "null"), ("host", "127.0.0.1:4000")], true),
            ("/", &[("origin", "null")], true),
        ] {
            assert_eq!(is_foreign(&parts(uri, headers), public), foreign, "{uri} {headers:?}");
        }
    }
}
