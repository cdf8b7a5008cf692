//! Sockets: binding them, and the accept loop with its limits. Each connection is a task that is
//! told to stop and awaited.

use super::edge::Edge;
use super::pace::{Answer, Line, Paced, Patience, Pulse};
use super::refusal::Worded;
use super::tls::Tls;
use crate::base::{Error, Kind, Result};
use crate::config::Listen;
use futures_util::future::join_all;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use std::convert::Infallible;
use std::fs::Permissions;
use std::future::ready;
use std::io;
use std::net::{self, IpAddr, Ipv4Addr, SocketAddr};
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::os::unix::net as net_unix;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream, UnixListener, UnixStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Connections at a time; more wait in the backlog of the system.
const CONNECTIONS: usize = 10_000;
/// Time for requests in work once the server stops.
const GRACE: Duration = Duration::from_secs(20);
/// Pause after the system refused to accept: mostly out of file descriptors.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);
/// A socket file is for the owner and the group, where a proxy may be.
const SOCKET_MODE: u32 = 0o660;
/// Requests at a time on one HTTP/2 connection.
const STREAMS: u32 = 128;

/// A new connection has so long to agree on keys.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// The connections of a server, each from the moment it is accepted.
#[derive(Debug, Clone, Default)]
pub struct Connections(TaskTracker);

impl Connections {
    /// How many there are at this moment.
    pub fn open(&self) -> usize {
        self.0.len()
    }
}

/// A bound socket.
#[derive(Debug)]
pub struct Listener {
    socket: Socket,
    /// As bound: with the port the system chose.
    at: Listen,
    /// The socket file is ours, and goes when we do.
    own_file: bool,
}

#[derive(Debug)]
enum Socket {
    Tcp(TcpListener),
    Unix(UnixListener),
}

impl Listener {
    /// Binds; the error names the address. The socket file of a server that is gone is replaced.
    pub async fn bind(listen: &Listen) -> Result<Listener> {
        let failed = |e: io::Error| Error::new(Kind::Unavailable, format!("cannot listen on {listen}: {e}")).because(e);
        match listen {
            Listen::Tcp(address) => {
                let socket = TcpListener::bind(address).await.map_err(failed)?;
                let at = Listen::Tcp(socket.local_addr().map_err(failed)?);
                Ok(Listener { socket: Socket::Tcp(socket), at, own_file: false })
            }
            Listen::Unix(path) => {
                remove_stale(path).await.map_err(failed)?;
                let socket = Socket::Unix(UnixListener::bind(path).map_err(failed)?);
                std::fs::set_permissions(path, Permissions::from_mode(SOCKET_MODE)).map_err(failed)?;
                Ok(Listener { socket, at: listen.clone(), own_file: true })
            }
        }
    }

    /// Takes over a socket that another program has bound and keeps.
    pub fn from_tcp(socket: net::TcpListener) -> Result<Listener> {
        socket.set_nonblocking(true)?;
        let at = Listen::Tcp(socket.local_addr()?);
        Ok(Listener { socket: Socket::Tcp(TcpListener::from_std(socket)?), at, own_file: false })
    }

    /// As [`Listener::from_tcp`], of a socket file.
    pub fn from_unix(socket: net_unix::UnixListener) -> Result<Listener> {
        socket.set_nonblocking(true)?;
        let path = socket.local_addr()?.as_pathname().map(Path::to_owned).unwrap_or_default();
        Ok(Listener { socket: Socket::Unix(UnixListener::from_std(socket)?), at: Listen::Unix(path), own_file: false })
    }

    /// Where it listens, with the real port.
    pub fn at(&self) -> &Listen {
        &self.at
    }

    pub fn address(&self) -> Option<SocketAddr> {
        match self.at {
            Listen::Tcp(address) => Some(address),
            Listen::Unix(_) => None,
        }
    }

    async fn accept(&self) -> io::Result<Stream> {
        match &self.socket {
            Socket::Tcp(socket) => {
                let (stream, peer) = socket.accept().await?;
                stream.set_nodelay(true)?;
                Ok(Stream::Tcp(stream, peer.ip()))
            }
            Socket::Unix(socket) => Ok(Stream::Unix(socket.accept().await?.0)),
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let (Listen::Unix(path), true) = (&self.at, self.own_file) {
            let _ = std::fs::remove_file(path);
        }
    }
}

enum Stream {
    Tcp(TcpStream, IpAddr),
    Unix(UnixStream),
}

/// A socket file that nobody answers on is left over from a kill. Any other file stays.
async fn remove_stale(path: &Path) -> io::Result<()> {
    let is_socket = std::fs::symlink_metadata(path).is_ok_and(|found| found.file_type().is_socket());
    match UnixStream::connect(path).await {
        Err(e) if is_socket && e.kind() == io::ErrorKind::ConnectionRefused => std::fs::remove_file(path),
        _ => Ok(()),
    }
}

/// Serves all listeners until `stop`, then lets requests in work finish.
pub(super) async fn run(
    edge: Arc<Edge>,
    listeners: Vec<Listener>,
    (tls, Connections(tasks)): (Option<Arc<Tls>>, Connections),
    stop: CancellationToken,
) {
    let slots = Arc::new(Semaphore::new(CONNECTIONS));
    let hall = Hall { builder: Arc::new(builder()), edge, tls, slots, tasks, stop };
    join_all(listeners.into_iter().map(|listener| hall.accept_from(listener))).await;
    hall.tasks.close();
    hall.tasks.wait().await;
}

fn builder() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    // `Paced` watches heads and idleness; the timer of the library would be armed per request.
    // A client that has said all it had to say still gets its answer.
    builder.http1().timer(TokioTimer::new()).header_read_timeout(None).max_buf_size(64 * 1024).half_close(true);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(STREAMS)
        .max_header_list_size(64 * 1024)
        .keep_alive_interval(Duration::from_secs(30))
        .keep_alive_timeout(Duration::from_secs(20));
    builder
}

/// What all accept loops share.
struct Hall {
    builder: Arc<Builder<TokioExecutor>>,
    edge: Arc<Edge>,
    tls: Option<Arc<Tls>>,
    slots: Arc<Semaphore>,
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl Hall {
    async fn accept_from(&self, listener: Listener) {
        loop {
            let next = async {
                let slot = self.slots.clone().acquire_owned().await.ok()?;
                Some((listener.accept().await, slot))
            };
            let accepted = tokio::select! {
                accepted = next => accepted,
                () = self.stop.cancelled() => None,
            };
            match accepted {
                Some((Ok(Stream::Tcp(stream, peer)), slot)) => match &self.tls {
                    None => self.spawn(ready(Some(stream)), peer, slot),
                    Some(tls) => self.spawn(shake_hands(tls.acceptor(), stream), peer, slot),
                },
                // Whoever can open the socket file is on this machine.
                Some((Ok(Stream::Unix(stream)), slot)) => {
                    self.spawn(ready(Some(stream)), Ipv4Addr::LOCALHOST.into(), slot);
                }
                Some((Err(error), _)) => {
                    tracing::warn!(%error, "cannot accept connections");
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                }
                None => return,
            }
        }
    }

    /// Converses over what `stream` becomes, if it becomes anything before the server stops.
    fn spawn<S>(
        &self,
        stream: impl Future<Output = Option<S>> + Send + 'static,
        peer: IpAddr,
        slot: OwnedSemaphorePermit,
    ) where
        S: AsyncRead + AsyncWrite + Line + Unpin + Send + 'static,
    {
        let (builder, edge, stop) = (self.builder.clone(), self.edge.clone(), self.stop.child_token());
        self.tasks.spawn(async move {
            let stream = tokio::select! {
                biased;
                stream = stream => stream,
                () = stop.cancelled() => None,
            };
            if let Some(stream) = stream {
                converse(&builder, edge, stream, peer, stop).await;
            }
            drop(slot);
        });
    }
}

/// A stream with keys on it; none where the peer does not agree in time. What comes of strangers
/// who knock in clear or break off is nothing to log.
async fn shake_hands(acceptor: TlsAcceptor, stream: TcpStream) -> Option<TlsStream<TcpStream>> {
    tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)).await.ok()?.ok()
}

/// One connection to its end. Failures are the peer's and tell nothing worth logging.
async fn converse<S>(
    builder: &Builder<TokioExecutor>,
    edge: Arc<Edge>,
    stream: S,
    peer: IpAddr,
    stop: CancellationToken,
) where
    S: AsyncRead + AsyncWrite + Line + Unpin + Send + 'static,
{
    let pulse = Pulse::new();
    let paced = Paced::new(stream, pulse.clone(), Patience::SERVER);
    let io = TokioIo::new(Worded::new(paced, edge.clone()));
    let service = service_fn(move |request: http::Request<Incoming>| {
        let (edge, pulse, exchange) = (edge.clone(), pulse.clone(), pulse.begin(request.version()));
        async move {
            let response = edge.answer(peer, request).await;
            pulse.answers(response.status(), response.headers());
            Ok::<_, Infallible>(response.map(|body| Answer::new(body, exchange)))
        }
    });
    let mut connection = std::pin::pin!(builder.serve_connection_with_upgrades(io, service));
    tokio::select! {
        biased;
        _ = connection.as_mut() => return,
        () = stop.cancelled() => connection.as_mut().graceful_shutdown(),
    }
    let _ = tokio::time::timeout(GRACE, connection).await;
}
