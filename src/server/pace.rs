//! Patience with one connection: a stream that fails when a request head, an idle keep-alive or a
//! write takes too long. One timer per connection, moved only when it rings, so that a busy
//! connection pays two clock readings per request. It does not read what it carries.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use http_body::{Body, Frame, SizeHint};
use std::io::{self, IoSlice};
use std::net;
use std::os::fd::AsFd;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::{Instant, Sleep, sleep_until};
use tokio_rustls::server::TlsStream;

/// How long each part may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    /// From the first byte of a request (or from accepting) to the end of its head.
    pub head: Duration,
    /// From the end of an answer to the first byte of the next request.
    pub idle: Duration,
    /// Without the peer taking a byte.
    pub write: Duration,
    /// The same while an answer has no end of its own.
    pub stream: Duration,
}

impl Patience {
    pub(super) const SERVER: Patience = Patience {
        head: Duration::from_secs(15),
        idle: Duration::from_secs(75),
        write: Duration::from_secs(30),
        stream: Duration::from_secs(120),
    };
}

/// What the service tells the stream: whether requests are in work, and when the last one ended.
#[derive(Debug)]
pub(super) struct Pulse {
    accepted: Instant,
    open: AtomicUsize,
    served: AtomicUsize,
    /// Microseconds after `accepted`.
    ended: AtomicU64,
    /// HTTP/2: bytes between requests are not the start of a request.
    multiplexed: AtomicBool,
    /// An answer without an end of its own began.
    streams: AtomicBool,
    /// The connection speaks another protocol now, which watches over its silence itself.
    upgraded: AtomicBool,
    /// While a stream is sent nobody reads, so a client that leaves is looked for by this.
    second: OnceLock<Option<Second>>,
}

impl Pulse {
    pub(super) fn new() -> Arc<Pulse> {
        Arc::new(Pulse {
            accepted: Instant::now(),
            open: AtomicUsize::new(0),
            served: AtomicUsize::new(0),
            ended: AtomicU64::new(0),
            multiplexed: AtomicBool::new(false),
            streams: AtomicBool::new(false),
            upgraded: AtomicBool::new(false),
            second: OnceLock::new(),
        })
    }

    fn ended(&self) -> Instant {
        self.accepted + Duration::from_micros(self.ended.load(Ordering::Relaxed))
    }

    /// Whether the client of a stream has left. One that only has nothing more to say counts too:
    /// no reader of streams does that.
    fn is_left(&self) -> bool {
        let Some(Some(Second { socket, says_goodbye })) = self.second.get() else { return false };
        match socket.peek(&mut [0]) {
            // Requests over HTTP/2 go on to come, and are read.
            Ok(read) => read == 0 || (*says_goodbye && !self.multiplexed.load(Ordering::Relaxed)),
            Err(e) => e.kind() != io::ErrorKind::WouldBlock,
        }
    }

    /// What kind of answer begins.
    pub(super) fn answers(&self, status: StatusCode, headers: &HeaderMap) {
        if status == StatusCode::SWITCHING_PROTOCOLS {
            self.upgraded.store(true, Ordering::Relaxed);
        }
        let streams = headers.get(CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        if streams || status == StatusCode::SWITCHING_PROTOCOLS {
            self.streams.store(true, Ordering::Relaxed);
        }
    }

    /// Marks a request as in work until the guard is dropped.
    pub(super) fn begin(self: &Arc<Pulse>, version: http::Version) -> Exchange {
        self.open.fetch_add(1, Ordering::Relaxed);
        if version == http::Version::HTTP_2 {
            self.multiplexed.store(true, Ordering::Relaxed);
        }
        Exchange(self.clone())
    }
}

#[derive(Debug)]
pub(super) struct Exchange(Arc<Pulse>);

impl Drop for Exchange {
    fn drop(&mut self) {
        self.0.ended.store(self.0.accepted.elapsed().as_micros() as u64, Ordering::Relaxed);
        self.0.served.fetch_add(1, Ordering::Release);
        self.0.open.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The body of an answer; its exchange lasts until it is sent.
#[derive(Debug)]
pub(super) struct Answer<B> {
    body: B,
    exchange: Exchange,
    /// When it was last looked whether the client is there.
    looked: Option<Instant>,
}

/// How often that is.
const LOOK: Duration = Duration::from_millis(500);

impl<B> Answer<B> {
    pub(super) fn new(body: B, exchange: Exchange) -> Answer<B> {
        Answer { body, exchange, looked: None }
    }

    fn is_left(&mut self) -> bool {
        let pulse = &self.exchange.0;
        if !pulse.streams.load(Ordering::Relaxed) || self.looked.is_some_and(|at| at.elapsed() < LOOK) {
            return false;
        }
        self.looked = Some(Instant::now());
        pulse.is_left()
    }
}

impl<B: Body<Data = Bytes> + Unpin> Body for Answer<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        match Pin::new(&mut self.body).poll_frame(cx) {
            // A stream wakes once a second, also when it has nothing to tell.
            Poll::Pending if self.is_left() => Poll::Ready(None),
            polled => polled,
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// What the stream waits for while no request is in work, and until when. It lapses as soon as
/// another request has been served.
#[derive(Debug, Clone, Copy)]
struct Wait {
    head: bool,
    by: Instant,
    served: usize,
}

#[derive(Debug)]
pub(super) struct Paced<S> {
    stream: S,
    pulse: Arc<Pulse>,
    patience: Patience,
    timer: Pin<Box<Sleep>>,
    wait: Wait,
    /// Set while the peer takes nothing.
    write_by: Option<Instant>,
}

/// A second handle of a connection, to look at what nobody reads.
#[derive(Debug)]
pub(super) struct Second {
    socket: net::TcpStream,
    /// Whoever leaves says so by bytes; during a stream there are no others.
    says_goodbye: bool,
}

/// A connection of which a second handle can be had.
pub(super) trait Line {
    fn second(&self) -> Option<Second> {
        None
    }
}

impl Line for TcpStream {
    fn second(&self) -> Option<Second> {
        let socket = self.as_fd().try_clone_to_owned().ok().map(net::TcpStream::from)?;
        Some(Second { socket, says_goodbye: false })
    }
}

impl Line for TlsStream<TcpStream> {
    fn second(&self) -> Option<Second> {
        self.get_ref().0.second().map(|second| Second { says_goodbye: true, ..second })
    }
}

impl Line for UnixStream {}

#[cfg(test)]
impl Line for tokio::io::DuplexStream {}

impl<S: Line> Paced<S> {
    /// A stream begins to be written: from now on the client may leave unnoticed.
    fn begin_stream(&self) {
        if self.pulse.streams.load(Ordering::Relaxed) && self.pulse.second.get().is_none() {
            let _ = self.pulse.second.set(self.stream.second());
        }
    }
}

impl<S> Paced<S> {
    pub(super) fn new(stream: S, pulse: Arc<Pulse>, patience: Patience) -> Paced<S> {
        let by = pulse.accepted + patience.head;
        let timer = Box::pin(sleep_until(by.min(pulse.accepted + patience.idle)));
        Paced { stream, pulse, patience, timer, wait: Wait { head: true, by, served: 0 }, write_by: None }
    }

    /// Bytes came: between requests they start a head.
    fn received(&mut self) {
        let served = self.pulse.served.load(Ordering::Acquire);
        let between = self.pulse.open.load(Ordering::Relaxed) == 0 && !self.pulse.multiplexed.load(Ordering::Relaxed);
        if between && !(self.wait.head && self.wait.served == served) {
            self.wait = Wait { head: true, by: Instant::now() + self.patience.head, served };
        }
    }

    /// Nothing comes: has that lasted too long?
    fn starved(&mut self, cx: &mut Context<'_>) -> bool {
        if self.pulse.upgraded.load(Ordering::Relaxed) {
            return false;
        }
        if self.pulse.open.load(Ordering::Relaxed) > 0 {
            // Nobody wakes the stream when the answer is sent: have it look again in time.
            while self.timer.as_mut().poll(cx).is_ready() {
                self.timer.as_mut().reset(Instant::now() + self.patience.idle);
            }
            return false;
        }
        let served = self.pulse.served.load(Ordering::Acquire);
        if self.wait.served != served {
            self.wait = Wait { head: false, by: self.pulse.ended() + self.patience.idle, served };
        }
        self.over(self.wait.by, cx)
    }

    /// Whether `by` has passed; if not, the task is woken then at the latest.
    fn over(&mut self, by: Instant, cx: &mut Context<'_>) -> bool {
        if self.timer.deadline() > by {
            self.timer.as_mut().reset(by);
        }
        while self.timer.as_mut().poll(cx).is_ready() {
            if Instant::now() >= by {
                return true;
            }
            self.timer.as_mut().reset(by);
        }
        false
    }

    fn written(&mut self, polled: Poll<io::Result<usize>>, cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        if polled.is_ready() {
            self.write_by = None;
            return polled;
        }
        let streams = self.pulse.streams.load(Ordering::Relaxed);
        let patience = if streams { self.patience.stream } else { self.patience.write };
        let by = *self.write_by.get_or_insert_with(|| Instant::now() + patience);
        if self.over(by, cx) { Poll::Ready(Err(late("the peer takes no bytes"))) } else { Poll::Pending }
    }
}

fn late(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, what)
}

impl<S: AsyncRead + Unpin> AsyncRead for Paced<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(cx, buf);
        match polled {
            Poll::Ready(Ok(())) if buf.filled().len() > before => self.received(),
            Poll::Pending if self.starved(cx) => return Poll::Ready(Err(late("no request came in time"))),
            _ => {}
        }
        polled
    }
}

impl<S: AsyncWrite + Line + Unpin> AsyncWrite for Paced<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.begin_stream();
        let polled = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.written(polled, cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.begin_stream();
        let polled = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.written(polled, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};

    const SHORT: Duration = Duration::from_millis(20);
    const LONG: Duration = Duration::from_secs(60);

    fn pair(patience: Patience) -> (DuplexStream, Paced<DuplexStream>, Arc<Pulse>) {
        let (client, server) = duplex(8);
        let pulse = Pulse::new();
        (client, Paced::new(server, pulse.clone(), patience), pulse)
    }

    async fn timed_out(server: &mut Paced<DuplexStream>) {
        let read = tokio::time::timeout(LONG / 2, server.read_u8());
        let error = read.await.expect("not the long one").expect_err("nothing comes");
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn a_head_that_does_not_end_is_given_up() {
        let (mut client, mut server, pulse) = pair(Patience { head: SHORT, idle: LONG, write: LONG, stream: LONG });
        client.write_all(b"G").await.expect("write");
        server.read_u8().await.expect("first byte");
        timed_out(&mut server).await;
        drop(pulse.begin(http::Version::HTTP_11));
        let idle = tokio::time::timeout(SHORT * 3, server.read_u8()).await;
        assert!(idle.is_err(), "between requests there is more time");
        client.write_all(b"G").await.expect("write");
        server.read_u8().await.expect("first byte of the next");
        timed_out(&mut server).await;
    }

    #[tokio::test]
    async fn an_idle_connection_is_given_up_and_a_busy_one_not() {
        let (_client, mut server, pulse) = pair(Patience { head: LONG, idle: SHORT, write: LONG, stream: LONG });
        let exchange = pulse.begin(http::Version::HTTP_11);
        let busy = tokio::time::timeout(SHORT * 3, server.read_u8()).await;
        assert!(busy.is_err(), "a request in work has no deadline");
        // The end of the answer does not wake the read that is already waiting.
        tokio::join!(biased; timed_out(&mut server), async { drop(exchange) });
    }

    #[tokio::test]
    async fn a_peer_that_takes_nothing_is_given_up() {
        let (mut client, mut server, _) = pair(Patience { head: LONG, idle: LONG, write: SHORT, stream: LONG });
        server.write_all(b"12345678").await.expect("fits");
        let error = server.write_all(b"9").await.expect_err("full");
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        client.read_u8().await.expect("byte");
        server.write_all(b"9").await.expect("room again");
    }

    #[tokio::test]
    async fn streams_and_sockets_have_patience_of_their_own() {
        let (mut client, mut server, pulse) =
            pair(Patience { head: LONG, idle: SHORT, write: SHORT, stream: SHORT * 4 });
        pulse.answers(StatusCode::SWITCHING_PROTOCOLS, &HeaderMap::new());
        let silent = tokio::time::timeout(SHORT * 3, server.read_u8()).await;
        assert!(silent.is_err(), "its protocol watches over it");
        server.write_all(b"12345678").await.expect("fits");
        let begun = Instant::now();
        let error = server.write_all(b"9").await.expect_err("full");
        assert!(error.kind() == io::ErrorKind::TimedOut && begun.elapsed() >= SHORT * 4);
        client.read_u8().await.expect("byte");
    }
}
