//! The one layer around all routes: request id, preflight, size guard, method override, gzip,
//! panic guard, common headers, log line. The hot path of the server: static header values, no
//! towers of boxes. It knows paths by their area only, never a route or a credential.

use super::body::too_large;
use super::faces;
use super::fault::{self, Cause};
use super::headers::{Area, Dress};
use super::intake::Intake;
use super::peer::{ClientIp, client_ip};
use super::refusal;
use super::reply::json_response;
use super::routes::Row;
use crate::base::Timestamp;
use crate::base::id::IdSource;
use crate::config::{Faces, Origins};
use axum::Router;
use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use futures_util::FutureExt;
use http::header::{ACCEPT_ENCODING, ACCESS_CONTROL_REQUEST_METHOD, ORIGIN};
use http::uri::{PathAndQuery, Uri};
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode};
use http_body::Body as HttpBody;
use ipnet::IpNet;
use std::fmt::Write as _;
use std::net::IpAddr;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;
use tower::ServiceExt;
use tower_http::CompressionLevel;
use tower_http::compression::Compression;
use tower_http::compression::predicate::{And, NotForContentType, Predicate, SizeAbove};

/// Smallest body that is worth compressing, in bytes.
const GZIP_FROM: u64 = 861;

/// Of a kind that does not shrink: backups.
const PACKED: NotForContentType = NotForContentType::const_new("application/octet-stream");

type Compressed = Compression<Router, And<And<SizeAbove, NotForContentType>, NotForContentType>>;

/// What the edge is told at start.
#[derive(Debug, Clone)]
pub(super) struct Options {
    /// Bytes of a request body, where a route does not take more.
    pub max_body: usize,
    pub trusted_proxies: Vec<IpNet>,
    /// The public URL is https.
    pub https: bool,
    pub faces: Faces,
    /// Whose pages may read answers.
    pub origins: Origins,
}

pub(super) struct Edge {
    options: Options,
    dress: Dress,
    /// Paths of the POST routes with a larger body, and its size.
    large: Vec<(String, usize)>,
    router: Router,
    compressed: Compressed,
    ids: IdSource,
    /// The second of the last warning about refused requests.
    warned: AtomicI64,
}

/// Marks the ids of requests.
enum RequestTag {}

impl Edge {
    pub(super) fn new(options: Options, rows: &[Row], router: Router) -> Edge {
        let large = rows.iter().filter_map(|row| Some((row.path.clone(), row.body_limit?))).collect();
        let worthwhile = SizeAbove::new(GZIP_FROM).and(NotForContentType::SSE).and(PACKED);
        let compressed = Compression::new(router.clone()).quality(CompressionLevel::Fastest).compress_when(worthwhile);
        Edge {
            dress: Dress { https: options.https, origins: options.origins.clone() },
            options,
            large,
            router,
            compressed,
            ids: IdSource::default(),
            warned: AtomicI64::new(0),
        }
    }

    /// Answers one request of a connection from `peer`. Always an answer, never an error.
    pub(super) async fn answer<B>(&self, peer: IpAddr, mut request: Request<B>) -> Response
    where
        B: HttpBody<Data = Bytes> + Send + Unpin + 'static,
        B::Error: Into<axum::BoxError>,
    {
        let started = Instant::now();
        let id = self.request_id(request.headers());
        let area = Area::of(request.uri().path());
        if !area.sandbox {
            without_trailing_slash(request.uri_mut());
        }
        let (method, uri) = (request.method().clone(), request.uri().clone());
        let asks = !area.sandbox || request.headers().contains_key(ACCESS_CONTROL_REQUEST_METHOD);
        let preflight = area.cors && method == Method::OPTIONS && asks;
        let reader = self.dress.reader(request.headers().get(ORIGIN));
        let mut response = match preflight {
            true => Response::new(Body::empty()),
            false => self.guarded(peer, area, request).await,
        };
        self.dress.put_on(&mut response, area, id.clone(), (preflight, reader));
        self.log(&id, &method, area.shown(uri.path()), &mut response, started);
        response
    }

    /// The whole answer to a request whose head was refused with `status` before it got here; the
    /// connection ends with it.
    pub(super) fn refusal(&self, status: StatusCode) -> Bytes {
        let body = format!("{{\"error\":\"{}\"}}", refusal::message(status));
        let length = body.len();
        let mut response = json_response(status, body.clone());
        // Nobody knows what path was meant: most are of the API.
        let reader = self.dress.reader(None);
        self.dress.put_on(&mut response, Area::of("/api/v1"), self.request_id(&HeaderMap::new()), (false, reader));
        let mut text = format!("HTTP/1.1 {status}\r\n");
        for (name, value) in response.headers() {
            let _ = write!(text, "{name}: {}\r\n", value.to_str().unwrap_or_default());
        }
        let _ = write!(text, "content-length: {length}\r\nconnection: close\r\n\r\n{body}");
        Bytes::from(text)
    }

    async fn guarded<B>(&self, peer: IpAddr, area: Area, mut request: Request<B>) -> Response
    where
        B: HttpBody<Data = Bytes> + Send + Unpin + 'static,
        B::Error: Into<axum::BoxError>,
    {
        let length = request.body().size_hint().lower();
        let limit = self.body_limit(&request, length);
        let ip = client_ip(peer, request.headers(), &self.options.trusted_proxies);
        request.extensions_mut().insert(ClientIp(ip));
        if area.v1 {
            override_method(&mut request);
        }
        let words = faces::words(self.options.faces, request.uri().path());
        let (parts, body) = request.into_parts();
        let intake = Intake::new(body, &parts.headers);
        if length > limit as u64 {
            return fault::worded(words, &too_large(limit));
        }
        let request = Request::from_parts(parts, Body::new(intake));
        match AssertUnwindSafe(self.route(area, request)).catch_unwind().await {
            Ok(response) => response,
            Err(_) => fault::panicked(words),
        }
    }

    /// The general limit is enough to know for all but bodies above it.
    fn body_limit<B>(&self, request: &Request<B>, length: u64) -> usize {
        let general = self.options.max_body;
        if length <= general as u64 || request.method() != Method::POST {
            return general;
        }
        let own = self.large.iter().find(|(path, _)| path == request.uri().path());
        own.map_or(general, |(_, limit)| general.max(*limit))
    }

    async fn route(&self, area: Area, mut request: Request<Body>) -> Response {
        let gzip = request.method() == Method::GET && request.headers().get(ACCEPT_ENCODING).is_some_and(takes_gzip);
        if !gzip || area.sandbox {
            let Ok(response) = self.router.clone().oneshot(request).await;
            return response;
        }
        // Nothing else to negotiate: an unsatisfiable list would be answered with 406.
        request.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        let Ok(response) = self.compressed.clone().oneshot(request).await;
        response.map(Body::new)
    }

    /// The caller's id if it is a decent one, else a new one.
    fn request_id(&self, headers: &HeaderMap) -> HeaderValue {
        match headers.get("x-request-id").filter(|id| is_decent(id)) {
            Some(given) => given.clone(),
            None => {
                let id = self.ids.next::<RequestTag>().to_string();
                HeaderValue::try_from(id).unwrap_or(HeaderValue::from_static("unknown"))
            }
        }
    }

    /// One line per request, without query or headers, for they hold credentials. What went well
    /// or was the caller's fault is for debugging only: a flood of requests is none of lines.
    fn log(&self, id: &HeaderValue, method: &Method, path: &str, response: &mut Response, started: Instant) {
        let status = response.status().as_u16();
        let us = || started.elapsed().as_micros() as u64;
        let request_id = || id.to_str().unwrap_or_default();
        if status < 500 {
            tracing::debug!(request_id = request_id(), %method, path, status, us = us(), "request");
            return;
        }
        let cause = response.extensions_mut().remove::<Cause>().map_or_else(|| "panic".to_owned(), |c| c.0);
        if status == 500 {
            tracing::error!(request_id = request_id(), %method, path, status, us = us(), %cause, "request failed");
            return;
        }
        let second = Timestamp::now().secs();
        if self.warned.swap(second, Ordering::Relaxed) != second {
            tracing::warn!(request_id = request_id(), %method, path, status, %cause, "requests are refused");
        }
    }
}

/// Whether `gzip`, or anything, is among the accepted codings with a weight above zero.
fn takes_gzip(value: &HeaderValue) -> bool {
    let weighs = |rest: &str| {
        let weight = rest.split(';').find_map(|p| p.trim().strip_prefix("q="));
        weight.is_none_or(|q| q.trim().parse::<f32>().is_ok_and(|q| q > 0.0))
    };
    value.to_str().unwrap_or_default().split(',').any(|coding| {
        let (name, rest) = coding.split_once(';').unwrap_or((coding, ""));
        let name = name.trim();
        (name.eq_ignore_ascii_case("gzip") || name == "*") && weighs(rest)
    })
}

/// 20 to 200 characters that are harmless in logs.
fn is_decent(id: &HeaderValue) -> bool {
    let allowed = |b: &u8| b.is_ascii_alphanumeric() || b"._:=+/-".contains(b);
    (20..=200).contains(&id.len()) && id.as_bytes().iter().all(allowed)
}

/// `/a/b/` is `/a/b`; the query stays.
fn without_trailing_slash(uri: &mut Uri) {
    let path = uri.path();
    if path.len() < 2 || !path.ends_with('/') {
        return;
    }
    let bare = match path.trim_end_matches('/') {
        "" => "/",
        bare => bare,
    };
    let text = uri.query().map_or_else(|| bare.to_owned(), |query| format!("{bare}?{query}"));
    if let Ok(path_and_query) = text.parse::<PathAndQuery>() {
        let mut parts = std::mem::take(uri).into_parts();
        parts.path_and_query = Some(path_and_query);
        *uri = Uri::from_parts(parts).unwrap_or_default();
    }
}

/// Clients that cannot send PATCH, PUT or DELETE say so in a header of a POST.
fn override_method<B>(request: &mut Request<B>) {
    if request.method() != Method::POST {
        return;
    }
    let wanted = request.headers().get("x-http-method-override").map(|value| value.as_bytes().trim_ascii());
    let method = [Method::PATCH, Method::PUT, Method::DELETE]
        .into_iter()
        .find(|method| wanted.is_some_and(|w| w.eq_ignore_ascii_case(method.as_str().as_bytes())));
    if let Some(method) = method {
        *request.method_mut() = method;
    }
}

impl std::fmt::Debug for Edge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Edge").field("options", &self.options).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
