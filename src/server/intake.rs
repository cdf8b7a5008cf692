//! The body of a request as handlers get it. One that nobody read to the end is read away in the
//! background: closing the socket on a client that is still sending would reset the connection
//! before it sees the answer.

use bytes::Bytes;
use http::HeaderMap;
use http::header::EXPECT;
use http_body::{Body, Frame, SizeHint};
use http_body_util::BodyExt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// What is read away at most; after that the connection is closed.
const SPARE_BYTES: usize = 16 * 1024 * 1024;
const SPARE_TIME: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub(super) struct Intake<B: Body<Data = Bytes> + Send + Unpin + 'static> {
    /// `None` after the end or a failure.
    body: Option<B>,
    /// The client sends only when asked to go on; then there is nothing to read away.
    waits: bool,
}

impl<B: Body<Data = Bytes> + Send + Unpin + 'static> Intake<B> {
    pub(super) fn new(body: B, headers: &HeaderMap) -> Intake<B> {
        Intake { body: Some(body), waits: headers.contains_key(EXPECT) }
    }
}

impl<B: Body<Data = Bytes> + Send + Unpin + 'static> Body for Intake<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        let polled = Pin::new(body).poll_frame(cx);
        self.waits = false;
        if matches!(polled, Poll::Ready(None | Some(Err(_)))) {
            self.body = None;
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(|| SizeHint::with_exact(0), Body::size_hint)
    }
}

impl<B: Body<Data = Bytes> + Send + Unpin + 'static> Drop for Intake<B> {
    fn drop(&mut self) {
        if let Some(body) = self.body.take()
            && !self.waits
            && !body.is_end_stream()
            && let Ok(runtime) = tokio::runtime::Handle::try_current()
        {
            runtime.spawn(tokio::time::timeout(SPARE_TIME, read_away(body)));
        }
    }
}

async fn read_away<B: Body<Data = Bytes> + Unpin>(mut body: B) {
    let mut left = SPARE_BYTES;
    while let Some(Ok(frame)) = body.frame().await {
        match left.checked_sub(frame.data_ref().map_or(0, Bytes::len)) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}
