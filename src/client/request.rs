//! One request before it is sent: what is asked, how the caller proves itself, and whether
//! asking twice is harmless.

use super::Fault;
use crate::base::Json;
use std::fmt::Display;
use std::time::Duration;
use ureq::http;

/// Which credential a route wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Auth {
    /// The key of a project, or a user's token.
    Project,
    /// A user's token.
    User,
    /// None is sent.
    Open,
}

/// One request; debug output would show its secrets, so there is none.
#[derive(Clone)]
pub struct Request {
    pub method: &'static str,
    /// From the base URL.
    pub path: String,
    pub query: Vec<(String, String)>,
    pub headers: Vec<(String, String)>,
    pub body: Option<String>,
    pub auth: Auth,
    /// What proves the caller, filled in by whoever knows the credentials.
    pub bearer: Option<String>,
    /// Sending it twice does no harm although its method says it might.
    pub safe: bool,
    /// A failure is itself the answer, so it is not sent again.
    pub once: bool,
    /// The answer may be of any length; the time limit is for its beginning and for each pause.
    pub long: bool,
    /// The server works for as long as it takes.
    pub slow: bool,
    /// The longest pause in it, where the usual one does not do.
    pub pause: Option<Duration>,
}

impl Request {
    /// A request to a path below `/api/v1`.
    pub fn api(method: &'static str, path: &str) -> Request {
        Request::at(method, format!("/api/v1{path}"))
    }

    /// A request to a path below the base URL.
    pub fn at(method: &'static str, path: impl Into<String>) -> Request {
        let (query, headers) = (Vec::new(), Vec::new());
        Request {
            method,
            path: path.into(),
            query,
            headers,
            body: None,
            auth: Auth::Project,
            bearer: None,
            safe: false,
            once: false,
            long: false,
            slow: false,
            pause: None,
        }
    }

    pub fn get(path: &str) -> Request {
        Request::api("GET", path)
    }

    pub fn post(path: &str) -> Request {
        Request::api("POST", path)
    }

    pub fn patch(path: &str) -> Request {
        Request::api("PATCH", path)
    }

    pub fn delete(path: &str) -> Request {
        Request::api("DELETE", path)
    }

    /// Adds a query parameter if there is a value.
    pub fn query(mut self, name: &str, value: Option<impl Display>) -> Request {
        self.query.extend(value.map(|v| (name.to_owned(), v.to_string())));
        self
    }

    pub fn header(mut self, name: &str, value: impl Into<String>) -> Request {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    pub fn json(mut self, body: &Json<'_>) -> Request {
        self.body = Some(body.to_text());
        self
    }

    pub fn auth(mut self, auth: Auth) -> Request {
        self.auth = auth;
        self
    }

    /// Marks a POST that changes nothing.
    pub fn safe(mut self) -> Request {
        self.safe = true;
        self
    }

    /// Marks a request whose failure is itself the answer.
    pub fn once(mut self) -> Request {
        self.once = true;
        self
    }

    /// Marks a request whose answer may be of any length.
    pub fn long(mut self) -> Request {
        self.long = true;
        self
    }

    /// Marks a request whose answer may take any time to come.
    pub fn slow(mut self) -> Request {
        self.slow = true;
        self
    }

    /// Marks a request whose answer goes on and on, with pauses of up to this long.
    pub fn patience(mut self, pause: Duration) -> Request {
        self.pause = Some(pause);
        self.long()
    }

    /// Makes a POST repeatable: the server takes the key's first request only.
    pub fn idempotency_key(self, key: impl Into<String>) -> Request {
        self.header("X-Idempotency-Key", key)
    }

    pub(super) fn is_repeatable(&self) -> bool {
        let keyed = self.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("x-idempotency-key"));
        matches!(self.method, "GET" | "HEAD" | "PUT" | "DELETE") || self.safe || keyed
    }

    /// The whole URL on a base without a slash at its end.
    pub(super) fn url(&self, base: &str) -> String {
        let mut url = format!("{base}{}", self.path);
        if !self.query.is_empty() {
            let pairs = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.query).finish();
            url += if url.contains('?') { "&" } else { "?" };
            url += &pairs;
        }
        url
    }

    /// Every header with its value, the credential too.
    pub(super) fn all_headers(&self) -> Vec<(String, String)> {
        let mut all = vec![("Accept".to_owned(), "application/json".to_owned())];
        all.extend(self.bearer.as_ref().map(|value| ("Authorization".to_owned(), format!("Bearer {value}"))));
        if self.body.is_some() {
            all.push(("Content-Type".to_owned(), "application/json".to_owned()));
        }
        for (name, value) in &self.headers {
            all.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
            all.push((name.clone(), value.clone()));
        }
        all
    }

    pub(super) fn build(&self, base: &str) -> Result<http::Request<&[u8]>, Fault> {
        let mut building = http::Request::builder().method(self.method).uri(self.url(base));
        for (name, value) in self.all_headers() {
            building = building.header(name, value);
        }
        let body = self.body.as_deref().unwrap_or_default().as_bytes();
        building.body(body).map_err(|e| Fault::unusable(format!("this request cannot be made: {e}")))
    }
}

/// A segment of a path in which nothing is special.
pub fn segment(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_keep_the_base_path_and_encode_values() {
        let request = Request::get("/events").query("topic", Some("a b&c")).query("cursor", None::<&str>);
        assert_eq!(request.url("https://x.test/base"), "https://x.test/base/api/v1/events?topic=a+b%26c");
        let request = Request::at("GET", "/api/v1/x?y=1").query("z", Some(2));
        assert_eq!(request.url("http://x"), "http://x/api/v1/x?y=1&z=2");
        assert_eq!(segment("../a b"), "..%2Fa%20b");
    }

    #[test]
    fn only_harmless_requests_are_repeatable() {
        for (request, expected) in [
            (Request::get("/x"), true),
            (Request::delete("/x"), true),
            (Request::post("/x"), false),
            (Request::patch("/x"), false),
            (Request::post("/x").safe(), true),
            (Request::post("/x").idempotency_key("k"), true),
        ] {
            assert_eq!(request.is_repeatable(), expected, "{} {}", request.method, request.path);
        }
    }
}
