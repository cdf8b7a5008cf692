//! The headers that every response gets, by the area its path is in. A header the handler has set
//! stays, except those that are the same for all.

use super::faces;
use crate::config::Origins;
use axum::response::Response;
use http::HeaderValue;
use http::header::{self, HeaderName};

/// Says that the answer is that to an earlier request with the same key.
pub(super) const IDEMPOTENCY_REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// What the path alone tells of the rules for a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    /// `/api/…`
    pub api: bool,
    /// `/api/v1/…`
    pub v1: bool,
    /// Readable from pages of other origins.
    pub cors: bool,
    /// The path itself holds a secret.
    pub secret: bool,
    /// `/sandbox/…`: requests are kept as they were sent.
    pub sandbox: bool,
}

impl Area {
    pub(super) fn of(path: &str) -> Area {
        let under =
            |prefix: &str| path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let (api, sandbox) = (under("/api") || faces::is_api(path), under("/sandbox"));
        Area {
            api,
            v1: under("/api/v1"),
            cors: api || sandbox || under("/health"),
            secret: !api && (under("/reset-password") || under("/confirm-email")),
            sandbox,
        }
    }

    /// The path as the log may show it.
    pub(super) fn shown(self, path: &str) -> &str {
        match path.get(1..).and_then(|rest| rest.find('/')) {
            Some(end) if self.secret => &path[..=end],
            _ => path,
        }
    }
}

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const API_VERSION: HeaderName = HeaderName::from_static("x-api-version");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

const EXPOSED: HeaderValue = HeaderValue::from_static(
    "X-Request-Id, X-API-Version, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After, Content-Disposition",
);
const METHODS: HeaderValue = HeaderValue::from_static("GET, POST, PUT, PATCH, DELETE, OPTIONS");
const ALLOWED: HeaderValue = HeaderValue::from_static(
    "Authorization, X-Api-Key, Content-Type, Accept, X-Idempotency-Key, Idempotency-Key, X-Embed-Token, X-Project-Id, X-Request-Id, \
     X-Internal-Api-Key, X-PJ-Timestamp, X-PJ-Signature, X-PJ-Event-Type, X-PJ-Correlation-ID, Last-Event-ID",
);

#[derive(Debug)]
pub(super) struct Dress {
    /// The public URL is https.
    pub https: bool,
    pub origins: Origins,
}

/// Which page may read an answer.
#[derive(Debug)]
pub(super) enum Reader {
    Any,
    /// One of this origin, or none; others get other answers.
    Only(Option<HeaderValue>),
}

impl Dress {
    /// Who may read the answer to a request that comes from a page of `origin`, if from any.
    pub(super) fn reader(&self, origin: Option<&HeaderValue>) -> Reader {
        match &self.origins {
            Origins::Any => Reader::Any,
            Origins::Only(list) => {
                let known = |origin: &&HeaderValue| list.iter().any(|one| one.as_bytes() == origin.as_bytes());
                Reader::Only(origin.filter(known).cloned())
            }
        }
    }

    /// `preflight`: it answers the question of a browser whether a request may be sent.
    pub(super) fn put_on(
        &self,
        response: &mut Response,
        area: Area,
        id: HeaderValue,
        (preflight, reader): (bool, Reader),
    ) {
        let page = !area.api && is_html(response);
        let headers = response.headers_mut();
        let fixed = HeaderValue::from_static;
        headers.insert(REQUEST_ID, id);
        headers.insert(header::SERVER, fixed("jobcelis/1"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff"));
        headers.insert(header::X_FRAME_OPTIONS, fixed("DENY"));
        let referrer = if area.secret { "no-referrer" } else { "strict-origin-when-cross-origin" };
        headers.insert(header::REFERRER_POLICY, fixed(referrer));
        if self.https {
            headers.insert(header::STRICT_TRANSPORT_SECURITY, fixed("max-age=31536000"));
        }
        if area.api {
            headers.entry(header::CACHE_CONTROL).or_insert(fixed("no-store"));
        }
        if area.v1 {
            headers.insert(API_VERSION, fixed("1"));
        }
        if area.cors {
            let origin = match reader {
                Reader::Any => Some(fixed("*")),
                Reader::Only(origin) => {
                    headers.append(header::VARY, fixed("Origin"));
                    origin
                }
            };
            if let Some(origin) = origin {
                headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
                headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            }
        }
        if preflight {
            headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED);
            headers.insert(header::ACCESS_CONTROL_MAX_AGE, fixed("86400"));
        }
        if page {
            headers.insert(PERMISSIONS, fixed("geolocation=(), microphone=(), camera=()"));
            headers.insert(header::X_XSS_PROTECTION, fixed("0"));
        }
    }
}

fn is_html(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_follow_whole_segments() {
        for (path, api, v1, cors) in [
            ("/api/v1/events", true, true, true),
            ("/api/v1", true, true, true),
            ("/api/v10/x", true, false, true),
            ("/api/openapi.json", true, false, true),
            ("/apidocs", false, false, false),
            ("/health", false, false, true),
            ("/health/live", false, false, true),
            ("/healthy", false, false, false),
            ("/e/ep_1", true, false, true),
            ("/jobs", true, false, true),
            ("/hub/api/v1/events", true, false, true),
            ("/portal/api/v1/check", true, false, true),
            ("/portal", false, false, false),
            ("/events", false, false, false),
            ("/sandbox/abc", false, false, true),
            ("/status", false, false, false),
            ("/", false, false, false),
            ("*", false, false, false),
        ] {
            let sandbox = path == "/sandbox/abc";
            assert_eq!(Area::of(path), Area { api, v1, cors, secret: false, sandbox }, "{path}");
        }
    }

    #[test]
    fn secret_paths_are_cut() {
        for (path, shown) in [
            ("/reset-password/abc123", "/reset-password"),
            ("/confirm-email/abc/def", "/confirm-email"),
            ("/reset-password", "/reset-password"),
            ("/api/v1/events", "/api/v1/events"),
            ("*", "*"),
        ] {
            assert_eq!(Area::of(path).shown(path), shown);
        }
    }
}
