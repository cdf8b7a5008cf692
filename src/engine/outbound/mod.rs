//! The one HTTP client towards receivers: it dials only addresses that the guard allows, never
//! follows redirects, ignores proxy variables (a proxy is a setting), and reads a bounded part of
//! an answer.
//! What to send and what an answer means is decided elsewhere.

mod dial;
mod own;

use crate::base::{Error, Result};
use crate::config::Proxy;
use crate::domain::address;
use crate::domain::attempt::Failure;
use crate::domain::destination::UrlPolicy;
use bytes::{Bytes, BytesMut};
use dial::{Reached, Stream, Tcp};
use http::{HeaderMap, Request, Uri};
use http_body_util::{BodyExt, Full};
use hyper_rustls::{ConfigBuilderExt, HttpsConnector};
use hyper_util::client::legacy::{self, Client};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use ipnet::IpNet;
use own::Own;
use rustls::ClientConfig;
use std::fmt;
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;
use tower::Service;
use url::Url;

/// Connecting, TLS included.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// Of an answer's body; beyond, the connection is closed and the status still counts.
const READ_LIMIT: usize = 64 * 1024;
const IDLE_PER_RECEIVER: usize = 256;
const IDLE_TIMEOUT: Duration = Duration::from_secs(30);
/// Names looked up at once at most. Each look-up holds a blocking thread until the resolver gives
/// up, and reads of the database need threads of the same pool.
const LOOKUPS: usize = 128;

/// Where requests may go.
#[derive(Debug, Default)]
pub struct Guard {
    /// Networks that are allowed although they are private.
    pub allow: Vec<IpNet>,
    /// Our own listeners, known once they are bound; never dialled unless allowed.
    pub own: OnceLock<Vec<SocketAddr>>,
}

impl Guard {
    fn permits(&self, to: SocketAddr) -> bool {
        let ip = to.ip().to_canonical();
        if self.allow.iter().any(|net| net.contains(&ip)) {
            return true;
        }
        !self.is_own(SocketAddr::new(ip, to.port())) && !address::is_forbidden(ip, &self.allow)
    }

    /// A listener without an address of its own has all those of this machine, and only those.
    fn is_own(&self, to: SocketAddr) -> bool {
        let own = self.own.get().map(Vec::as_slice).unwrap_or_default();
        own.iter().filter(|listener| listener.port() == to.port()).any(|listener| {
            let ip = listener.ip().to_canonical();
            ip == to.ip() || (ip.is_unspecified() && is_local(to.ip()))
        })
    }
}

/// Whether an address is one of this machine's: only those can be bound.
fn is_local(ip: IpAddr) -> bool {
    std::net::UdpSocket::bind((ip, 0)).is_ok()
}

/// What a receiver answered.
#[derive(Debug)]
pub struct Received {
    pub status: u16,
    pub headers: HeaderMap,
    /// The first 64 KiB at most.
    pub body: Bytes,
}

/// One exchange: its answer or failure, how long it took, and whom it reached.
#[derive(Debug)]
pub struct Exchange {
    pub result: Result<Received, Failure>,
    pub latency: Duration,
    pub ip: Option<IpAddr>,
}

/// The client; cheap to share, connections are kept per receiver.
pub struct Outbound {
    client: Client<Dialer, Full<Bytes>>,
    /// Towards our own sandbox, which the guard would not let through. Apart from the other, for
    /// connections are kept by their address and lead to more than the sandbox.
    inward: Client<Dialer, Full<Bytes>>,
    /// What that one may meet there.
    certificate: Arc<Own>,
    guard: Arc<Guard>,
    sandbox: OnceLock<UrlPolicy>,
}

impl fmt::Debug for Outbound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outbound").field("guard", &self.guard).finish()
    }
}

impl Outbound {
    /// A `proxy` is taken by all requests but those to our own sandbox.
    pub fn new(guard: Arc<Guard>, proxy: Option<&Proxy>) -> Result<Outbound> {
        let inward = Tcp::open(Arc::new(Semaphore::new(LOOKUPS)));
        let outward = inward.clone().guarded(guard.clone());
        let outward = proxy.map_or(Ok(outward.clone()), |proxy| outward.through(proxy))?;
        let certificate = Arc::<Own>::default();
        let public = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(Error::internal)?
            .with_webpki_roots()
            .with_no_client_auth();
        let (client, inward) = (client(outward, public), client(inward, own::config(certificate.clone())?));
        Ok(Outbound { client, inward, certificate, guard, sandbox: OnceLock::new() })
    }

    /// Tells which addresses are ours, once they are bound.
    pub fn set_own(&self, own: Vec<SocketAddr>) {
        let _ = self.guard.own.set(own);
    }

    /// Tells which certificate our listeners show, in DER.
    pub fn set_certificate(&self, der: Vec<u8>) {
        self.certificate.set(der);
    }

    /// Our own listeners, once they are bound.
    pub fn own(&self) -> &[SocketAddr] {
        self.guard.own.get().map(Vec::as_slice).unwrap_or_default()
    }

    /// Tells by which URLs our own sandbox is reached; from then on it may be.
    pub fn set_sandbox(&self, policy: UrlPolicy) {
        let _ = self.sandbox.set(policy);
    }

    /// Sends one request and reads the answer, both within `limit`.
    pub async fn send(&self, request: Request<Full<Bytes>>, limit: Duration) -> Exchange {
        let started = Instant::now();
        let mut ip = None;
        let result = match tokio::time::timeout(limit, self.exchange(request, &mut ip)).await {
            Ok(result) => result,
            Err(_) => Err(Failure::Timeout),
        };
        Exchange { result, latency: started.elapsed(), ip }
    }

    /// Whether a request goes to our own sandbox. Of most, the path alone says that it does not.
    fn is_inward(&self, to: &Uri) -> bool {
        let Some(policy) = self.sandbox.get().filter(|_| to.path().starts_with("/sandbox/")) else { return false };
        Url::parse(&to.to_string()).is_ok_and(|url| policy.is_own_sandbox(&url))
    }

    async fn exchange(&self, request: Request<Full<Bytes>>, ip: &mut Option<IpAddr>) -> Result<Received, Failure> {
        let client = if self.is_inward(request.uri()) { &self.inward } else { &self.client };
        let answer = client.request(request).await.map_err(|e| explain(&e))?;
        *ip = answer.extensions().get::<Reached>().map(|r| r.0);
        let (head, mut body) = answer.into_parts();
        let mut read = BytesMut::new();
        while let Some(frame) = body.frame().await {
            // A body that breaks off does not take back the status.
            let Ok(frame) = frame else { break };
            let Some(data) = frame.data_ref() else { continue };
            let room = READ_LIMIT - read.len();
            read.extend_from_slice(&data[..data.len().min(room)]);
            if data.len() >= room {
                break;
            }
        }
        Ok(Received { status: head.status.as_u16(), headers: head.headers, body: read.freeze() })
    }
}

/// A client that dials by this rule.
fn client(tcp: Tcp, tls: ClientConfig) -> Client<Dialer, Full<Bytes>> {
    let https = hyper_rustls::HttpsConnectorBuilder::new()
        .with_tls_config(tls)
        .https_or_http()
        .enable_all_versions()
        .wrap_connector(tcp);
    Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .timer(TokioTimer::new())
        .pool_idle_timeout(IDLE_TIMEOUT)
        .pool_max_idle_per_host(IDLE_PER_RECEIVER)
        .build(Dialer(https))
}

/// Finds the cause that the receiver's owner can act on.
fn explain(error: &legacy::Error) -> Failure {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    let mut found = Failure::Unreachable;
    while let Some(e) = cause {
        if let Some(Undialled(failure)) = e.downcast_ref::<Undialled>() {
            return failure.clone();
        }
        if let Some(tls) = e.downcast_ref::<rustls::Error>() {
            return Failure::Tls(short(&tls.to_string()));
        }
        if let Some(h) = e.downcast_ref::<hyper::Error>() {
            found = if h.is_parse() { Failure::Protocol } else { Failure::Reset };
        }
        if let Some(io) = e.downcast_ref::<io::Error>() {
            let io = innermost(io);
            found = from_io(io);
            if let Some(tls) = io.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
                return Failure::Tls(short(&tls.to_string()));
            }
        }
        cause = e.source();
    }
    found
}

/// The error within others of its kind; as a source, each passes over the one it holds.
fn innermost(mut io: &io::Error) -> &io::Error {
    while let Some(inner) = io.get_ref().and_then(|inner| inner.downcast_ref::<io::Error>()) {
        io = inner;
    }
    io
}

fn from_io(e: &io::Error) -> Failure {
    use io::ErrorKind::*;
    match e.kind() {
        ConnectionRefused => Failure::Refused,
        ConnectionReset | ConnectionAborted | BrokenPipe | UnexpectedEof | NotConnected => Failure::Reset,
        TimedOut => Failure::Timeout,
        _ => Failure::Unreachable,
    }
}

fn short(text: &str) -> String {
    text.chars().take(120).collect()
}

/// Why there is no connection; carried through the client's own error.
#[derive(Debug)]
struct Undialled(Failure);

impl fmt::Display for Undialled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.text())
    }
}

impl std::error::Error for Undialled {}

/// TLS over [`Tcp`], the two together within the connect timeout.
#[derive(Clone)]
struct Dialer(HttpsConnector<Tcp>);

impl Service<Uri> for Dialer {
    type Response = hyper_rustls::MaybeHttpsStream<Stream>;
    type Error = Box<dyn std::error::Error + Send + Sync>;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let dial = self.0.call(to);
        Box::pin(
            async move { tokio::time::timeout(CONNECT_TIMEOUT, dial).await.map_err(|_| Undialled(Failure::Timeout))? },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn permits(own: &str, to: &str) -> bool {
        let guard = Guard::default();
        guard.own.set(vec![own.parse().expect(own)]).expect("set once");
        guard.permits(to.parse().expect(to))
    }

    #[test]
    fn only_this_machine_is_our_own() {
        for (own, to, permitted) in [
            ("0.0.0.0:443", "1.1.1.1:443", true),
            ("[::]:443", "1.1.1.1:443", true),
            ("[::]:443", "[2606:4700:4700::1111]:443", true),
            ("1.1.1.1:443", "1.1.1.1:443", false),
            ("1.1.1.1:443", "[::ffff:1.1.1.1]:443", false),
            ("1.1.1.1:443", "1.1.1.1:444", true),
        ] {
            assert_eq!(permits(own, to), permitted, "{own} {to}");
        }
        assert!(is_local(IpAddr::from([127, 0, 0, 1])) && !is_local(IpAddr::from([1, 1, 1, 1])));
    }
}
