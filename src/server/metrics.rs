//! The page for Prometheus, on a listener of its own that serves nothing else: it tells of all
//! projects, so it is not for those who reach the API.

use super::Site;
use crate::base::crypto::constant_time_eq;
use crate::base::{Error, Kind, Result};
use crate::engine::metrics::{self, Format};
use axum::body::Body;
use axum::response::Response;
use http::header::{ACCEPT, ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{HeaderValue, Method, Request, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

/// Connections at a time: there is a handful of readers.
const CONNECTIONS: usize = 32;
/// Time for the head of a request, and until a connection that is not used ends.
const PATIENCE: Duration = Duration::from_secs(75);
/// Pause after the system refused to accept.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

const TEXT: HeaderValue = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
const OPEN_METRICS: HeaderValue =
    HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8");

/// A bound socket for the page.
#[derive(Debug)]
pub struct MetricsListener {
    socket: TcpListener,
    at: SocketAddr,
}

impl MetricsListener {
    /// Binds; the error names the address.
    pub async fn bind(address: SocketAddr) -> Result<MetricsListener> {
        let failed = |e: std::io::Error| {
            Error::new(Kind::Unavailable, format!("cannot listen on {address} for metrics: {e}")).because(e)
        };
        let socket = TcpListener::bind(address).await.map_err(failed)?;
        let at = socket.local_addr().map_err(failed)?;
        Ok(MetricsListener { socket, at })
    }

    /// Where it listens, with the real port.
    pub fn address(&self) -> SocketAddr {
        self.at
    }
}

/// Serves the page until `stop`.
pub(super) async fn run(site: Arc<Site>, listener: MetricsListener, stop: CancellationToken) {
    let slots = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok(slot) = slots.clone().acquire_owned().await else { return };
        let accepted = tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.socket.accept() => accepted,
        };
        let Ok((stream, _)) = accepted else {
            tokio::time::sleep(ACCEPT_PAUSE).await;
            continue;
        };
        let (site, stop) = (site.clone(), stop.clone());
        tokio::spawn(async move {
            tokio::select! {
                () = stop.cancelled() => {}
                () = converse(site, stream) => {}
            }
            drop(slot);
        });
    }
}

async fn converse(site: Arc<Site>, stream: TcpStream) {
    let service = service_fn(move |request: Request<Incoming>| {
        let site = site.clone();
        async move { Ok::<_, Infallible>(answer(&site, &request).await) }
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(16 * 1024);
    // Whoever breaks off will come again.
    let _ = builder.serve_connection(TokioIo::new(stream), service).await;
}

async fn answer(site: &Site, request: &Request<Incoming>) -> Response {
    if request.uri().path() != "/metrics" {
        return plain(StatusCode::NOT_FOUND, "Not found\n");
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed\n");
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    if !admitted(site, request) {
        let mut response = plain(StatusCode::UNAUTHORIZED, "Unauthorized\n");
        response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        return response;
    }
    let accept = request.headers().get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    let open = accept.contains("application/openmetrics-text");
    let (format, kind) = if open { (Format::OpenMetrics, OPEN_METRICS) } else { (Format::Text, TEXT) };
    match metrics::page(&site.engine, Box::new(site.meters.used()), format).await {
        Ok(text) => {
            let mut response = plain(StatusCode::OK, text);
            response.headers_mut().insert(CONTENT_TYPE, kind);
            response
        }
        Err(e) => {
            tracing::error!(error = ?e, "the page of metrics cannot be written");
            plain(StatusCode::INTERNAL_SERVER_ERROR, "Internal server error\n")
        }
    }
}

/// Whether the reader shows the token, where one is asked for.
fn admitted(site: &Site, request: &Request<Incoming>) -> bool {
    let Some(token) = &site.engine.settings.metrics_token.0 else { return true };
    let given = request.headers().get(AUTHORIZATION).map(HeaderValue::as_bytes).unwrap_or_default();
    let given = given.split_at_checked(7).filter(|(scheme, _)| scheme.eq_ignore_ascii_case(b"bearer "));
    given.is_some_and(|(_, given)| constant_time_eq(given.trim_ascii(), token.as_bytes()))
}

fn plain(status: StatusCode, text: impl Into<Body>) -> Response {
    let mut response = Response::new(text.into());
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
