//! URLs that the server may be told to call: read once, checked, and from then on used in their
//! canonical form. Names are judged later, by the addresses they resolve to.

use super::address::is_forbidden;
use crate::base::{Error, Result};
use ipnet::IpNet;
use std::net::IpAddr;
use url::{Host, Origin, Url};

/// Longest URL, in characters.
pub const MAX_CHARS: usize = 2048;

/// What the operator allows.
#[derive(Debug, Clone, Default)]
pub struct UrlPolicy {
    /// Plain http besides https.
    pub allow_http: bool,
    /// Forbidden networks that may be reached all the same.
    pub allow_private: Vec<IpNet>,
    /// Where this server itself is reached: its public base URL and its listeners.
    own: Vec<Origin>,
}

impl UrlPolicy {
    /// `own` are base URLs of this server; what is no URL is left out.
    pub fn new<'a>(allow_http: bool, allow_private: Vec<IpNet>, own: impl IntoIterator<Item = &'a str>) -> UrlPolicy {
        let own = own.into_iter().filter_map(|base| Url::parse(base).ok()).map(|url| url.origin());
        UrlPolicy { allow_http, allow_private, own: own.collect() }
    }

    /// Whether the URL is a sandbox endpoint of this server, which is always allowed. A proxy in
    /// front may decode dots and slashes, and then such a path would lead out of the sandbox.
    pub fn is_own_sandbox(&self, url: &Url) -> bool {
        let leads_out = ["%2e", "%2E", "%2f", "%2F", "%5c", "%5C", "%25"].iter().any(|code| url.path().contains(code));
        url.path().starts_with("/sandbox/") && !leads_out && self.own.contains(&url.origin())
    }

    /// Reads a URL for `field`; 422 when it is not allowed as a destination.
    pub fn read(&self, field: &str, text: &str) -> Result<Url> {
        let fault = |rule: &str| Error::invalid(field, format!("{field} {rule}"));
        if text.chars().count() > MAX_CHARS {
            return Err(fault(&format!("must have at most {MAX_CHARS} characters")));
        }
        let authority = authority(text).ok_or_else(|| self.scheme_fault(field))?;
        if authority.is_empty() {
            return Err(fault("must have a host"));
        }
        // The parser repairs all of these silently: what is stored would not be what was meant.
        if text.contains(char::is_control) || authority.contains(['\\', '%', ' ']) {
            return Err(fault("is not a valid URL"));
        }
        let url = Url::parse(text).map_err(|e| fault("is not a valid URL").because(e))?;
        if url.domain().is_some_and(|name| !name.bytes().all(is_name_byte)) {
            return Err(fault("is not a valid URL"));
        }
        let sandbox = self.is_own_sandbox(&url);
        if url.scheme() != "https" && !(url.scheme() == "http" && (self.allow_http || sandbox)) {
            return Err(self.scheme_fault(field));
        }
        if !url.username().is_empty() || url.password().is_some() || authority.contains('@') {
            return Err(fault("must not contain credentials"));
        }
        if url.fragment().is_some() {
            return Err(fault("must not contain a fragment"));
        }
        if url.as_str().len() > MAX_CHARS {
            return Err(fault(&format!("must have at most {MAX_CHARS} characters")));
        }
        if !sandbox && literal(&url).is_some_and(|ip| is_forbidden(ip, &self.allow_private)) {
            return Err(fault("points to a blocked address"));
        }
        Ok(url)
    }

    fn scheme_fault(&self, field: &str) -> Error {
        let schemes = if self.allow_http { "https:// or http://" } else { "https://" };
        Error::invalid(field, format!("URL must start with {schemes}"))
    }
}

/// The part between `//` and the path as it was written; `None` if there is no `scheme://`.
fn authority(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    scheme.chars().all(|c| c.is_ascii_alphabetic()).then(|| rest.split(['/', '?', '#']).next().unwrap_or(rest))
}

/// Of a name that can be resolved. The parser lets more through, which HTTP then refuses.
fn is_name_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"-._".contains(&b)
}

/// The address, if the host is one and no name.
fn literal(url: &Url) -> Option<IpAddr> {
    match url.host()? {
        Host::Ipv4(ip) => Some(ip.into()),
        Host::Ipv6(ip) => Some(ip.into()),
        Host::Domain(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(policy: &UrlPolicy, text: &str) -> Result<String, String> {
        policy.read("url", text).map(String::from).map_err(|e| e.message().to_owned())
    }

    #[test]
    fn urls_are_kept_in_canonical_form() {
        let policy = UrlPolicy::default();
        for (text, kept) in [
            ("https://example.com/hook", "https://example.com/hook"),
            ("https://example.com", "https://example.com/"),
            ("HTTPS://Example.COM:443/a/../b?x=1 2", "https://example.com/b?x=1%202"),
            ("https://bücher.example/", "https://xn--bcher-kva.example/"),
            ("https://1.1.1.1:8443/", "https://1.1.1.1:8443/"),
            ("https://[2606:4700:4700::1111]/", "https://[2606:4700:4700::1111]/"),
            ("https://example.com/a%20b", "https://example.com/a%20b"),
            ("https://example.com/x@y:z\\w", "https://example.com/x@y:z/w"),
        ] {
            assert_eq!(read(&policy, text).as_deref(), Ok(kept));
        }
    }

    #[test]
    fn other_urls_are_refused() {
        let policy = UrlPolicy::default();
        let long = format!("https://example.com/{}", "a".repeat(2029));
        let grows = format!("https://example.com/{}", "é".repeat(1000));
        for (text, message) in [
            ("http://example.com/", "URL must start with https://"),
            ("ftp://example.com/", "URL must start with https://"),
            ("example.com/hook", "URL must start with https://"),
            ("https:example.com", "URL must start with https://"),
            ("javascript:alert(1)", "URL must start with https://"),
            ("not a url", "URL must start with https://"),
            ("https://", "url must have a host"),
            ("https:///example.com", "url must have a host"),
            ("https://?x", "url must have a host"),
            ("https://user@example.com/", "url must not contain credentials"),
            ("https://:pw@example.com/", "url must not contain credentials"),
            ("https://@example.com/", "url must not contain credentials"),
            ("https://example.com/#a", "url must not contain a fragment"),
            ("https://exa%6dple.com/", "url is not a valid URL"),
            ("https://example.com\\@evil.test/", "url is not a valid URL"),
            ("https://exa mple.com/", "url is not a valid URL"),
            ("https://example.com/a\nb", "url is not a valid URL"),
            ("https://example.com:99999/", "url is not a valid URL"),
            ("https://a{b.example/", "url is not a valid URL"),
            ("https://a`b.example/", "url is not a valid URL"),
            ("https://a\"b.example/", "url is not a valid URL"),
            ("https://a,b.example/", "url is not a valid URL"),
            (long.as_str(), "url must have at most 2048 characters"),
            (grows.as_str(), "url must have at most 2048 characters"),
        ] {
            assert_eq!(read(&policy, text), Err(message.to_owned()), "{text}");
        }
    }

    #[test]
    fn literal_addresses_are_seen_through() {
        let policy = UrlPolicy::default();
        for host in [
            "127.0.0.1",
            "127.1",
            "0x7f.1",
            "2130706433",
            "１２７.0.0.1",
            "127。0。0。1",
            "0",
            "169.254.169.254",
            "[::1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[64:ff9b::7f00:1]",
            "[fe80::1]",
        ] {
            let text = format!("https://{host}/");
            assert_eq!(read(&policy, &text), Err("url points to a blocked address".into()), "{text}");
        }
    }

    #[test]
    fn the_operator_may_allow_more() {
        let nets = vec!["127.0.0.0/8".parse().expect("a network")];
        let policy = UrlPolicy::new(true, nets, []);
        assert!(read(&policy, "http://127.0.0.1:9000/hook").is_ok());
        assert_eq!(read(&policy, "https://10.0.0.1/"), Err("url points to a blocked address".into()));
        assert_eq!(read(&policy, "ftp://a.test/"), Err("URL must start with https:// or http://".into()));
    }

    #[test]
    fn the_own_sandbox_is_always_allowed() {
        let own = ["http://127.0.0.1:4000", "https://hooks.example.org/", "no url"];
        let policy = UrlPolicy::new(false, Vec::new(), own);
        for (text, allowed) in [
            ("http://127.0.0.1:4000/sandbox/abc", true),
            ("https://hooks.example.org:443/sandbox/abc", true),
            ("http://127.0.0.1:4000/sandbox/../api/v1/events", false),
            ("http://127.0.0.1:4000/sandbox/%2e%2e/api", false),
            ("http://127.0.0.1:4000/sandbox/..%2fapi", false),
            ("http://127.0.0.1:4000/sandbox/%252e%252e/api", false),
            ("http://127.0.0.1:4000/sandbox/abc/%C3%A9?e=%2f", true),
            ("http://127.0.0.1:4000/SANDBOX/abc", false),
            ("http://127.0.0.1:4000/sandboxes", false),
            ("http://127.0.0.1:4001/sandbox/abc", false),
            ("https://127.0.0.1:4000/sandbox/abc", false),
            ("http://user@127.0.0.1:4000/sandbox/abc", false),
        ] {
            assert_eq!(read(&policy, text).is_ok(), allowed, "{text}");
        }
    }
}
