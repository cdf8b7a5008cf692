//! Connections to receivers: names become addresses, the addresses are checked, and only those are
//! dialled, or asked of the proxy that this server has to take. Knows nothing of requests.

use super::{Guard, Undialled, from_io};
use crate::base::crypto::base64_encode;
use crate::base::{Error, Result};
use crate::config::Proxy;
use crate::domain::attempt::Failure;
use http::{HeaderValue, Uri};
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::connect::{Connected, Connection};
use hyper_util::rt::TokioIo;
use std::error::Error as _;
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tower::Service;

/// Who was reached; travels with the answer.
#[derive(Debug, Clone)]
pub(super) struct Reached(pub IpAddr);

/// Makes plain connections to addresses that the guard permits. Literal addresses and resolved
/// names take the same way, and the checked address is the one that is dialled: no second lookup.
#[derive(Clone)]
pub(super) struct Tcp {
    /// None permits every address.
    guard: Option<Arc<Guard>>,
    lookups: Arc<Semaphore>,
    proxy: Option<Arc<Tunnel<Tcp>>>,
}

pub(super) struct Stream(TokioIo<TcpStream>, IpAddr);

impl Tcp {
    /// Dials whatever it is told to.
    pub fn open(lookups: Arc<Semaphore>) -> Tcp {
        Tcp { guard: None, lookups, proxy: None }
    }

    /// Dials what the guard permits.
    pub fn guarded(self, guard: Arc<Guard>) -> Tcp {
        Tcp { guard: Some(guard), ..self }
    }

    /// Asks this proxy instead of dialling. Where the proxy itself is, is nobody's choice but the
    /// operator's.
    pub fn through(self, proxy: &Proxy) -> Result<Tcp> {
        let place: Uri = format!("http://{}:{}", proxy.host, proxy.port).parse().map_err(Error::internal)?;
        let mut tunnel = Tunnel::new(place, Tcp::open(self.lookups.clone()));
        if let Some((user, password)) = &proxy.login {
            let login = format!("Basic {}", base64_encode(format!("{user}:{password}").as_bytes()));
            tunnel = tunnel.with_auth(HeaderValue::try_from(login).map_err(Error::internal)?);
        }
        Ok(Tcp { proxy: Some(Arc::new(tunnel)), ..self })
    }

    async fn connect(self, to: Uri) -> Result<Stream, Failure> {
        let addresses = self.addresses(&to).await?;
        match &self.proxy {
            None => dial(addresses).await,
            Some(proxy) => dig(proxy, addresses).await,
        }
    }

    /// Where that is, once every address is found to be permitted.
    async fn addresses(&self, to: &Uri) -> Result<Vec<SocketAddr>, Failure> {
        let host = to.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
        let port = to.port_u16().unwrap_or(if to.scheme_str() == Some("https") { 443 } else { 80 });
        let addresses: Vec<SocketAddr> = match host.parse::<IpAddr>() {
            Ok(ip) => vec![SocketAddr::new(ip, port)],
            Err(_) => look_up(self.lookups.clone(), host.to_owned(), port).await.ok_or(Failure::Dns)?,
        };
        if addresses.is_empty() {
            return Err(Failure::Dns);
        }
        // One forbidden answer condemns the name: a mixed answer is how rebinding looks.
        match &self.guard {
            Some(guard) if !addresses.iter().all(|a| guard.permits(*a)) => Err(Failure::Blocked),
            _ => Ok(addresses),
        }
    }
}

impl Service<Uri> for Tcp {
    type Response = Stream;
    type Error = Undialled;
    type Future = Pin<Box<dyn Future<Output = Result<Stream, Undialled>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Undialled>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let connecting = self.clone().connect(to);
        Box::pin(async move { connecting.await.map_err(Undialled) })
    }
}

/// The first connection that comes about.
async fn dial(addresses: Vec<SocketAddr>) -> Result<Stream, Failure> {
    let mut failure = Failure::Refused;
    for address in addresses {
        match TcpStream::connect(address).await {
            Ok(stream) => {
                let _ = stream.set_nodelay(true);
                return Ok(Stream(TokioIo::new(stream), address.ip().to_canonical()));
            }
            Err(e) => failure = from_io(&e),
        }
    }
    Err(failure)
}

/// The first tunnel that comes about. The proxy is told addresses, never names: it would look them
/// up again, and find what was not checked.
async fn dig(proxy: &Tunnel<Tcp>, addresses: Vec<SocketAddr>) -> Result<Stream, Failure> {
    let mut failure = Failure::Unreachable;
    for address in addresses {
        let Ok(to) = format!("http://{address}").parse::<Uri>() else { continue };
        match proxy.clone().call(to).await {
            Ok(Stream(stream, _)) => return Ok(Stream(stream, address.ip().to_canonical())),
            Err(e) => {
                let undialled = e.source().and_then(|cause| cause.downcast_ref::<Undialled>());
                failure = Failure::Proxy(undialled.map_or_else(|| e.to_string(), ToString::to_string));
            }
        }
    }
    Err(failure)
}

/// All addresses of a name. Its permit is given back when the look-up ends, which may be long
/// after the caller's patience did.
async fn look_up(lookups: Arc<Semaphore>, host: String, port: u16) -> Option<Vec<SocketAddr>> {
    let permit = lookups.acquire_owned().await.ok()?;
    let found = tokio::task::spawn_blocking(move || {
        let found = (host.as_str(), port).to_socket_addrs();
        drop(permit);
        found
    });
    Some(found.await.ok()?.ok()?.collect())
}

impl Connection for Stream {
    fn connected(&self) -> Connected {
        Connected::new().extra(Reached(self.1))
    }
}

impl hyper::rt::Read for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: hyper::rt::ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buf)
    }
}

impl hyper::rt::Write for Stream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.0.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write_vectored(cx, bufs)
    }
}
