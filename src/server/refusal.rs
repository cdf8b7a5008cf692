//! The answers that the HTTP library gives by itself, before there is a request: a head that cannot
//! be read or is too large. They come without a body; this stream puts the usual error in their
//! place. It knows them by their bytes, for the library offers no other sign.

use super::edge::Edge;
use bytes::Bytes;
use http::StatusCode;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// No bare answer is longer, in bytes.
const LONGEST: usize = 256;

pub(super) struct Worded<S> {
    stream: S,
    edge: Arc<Edge>,
    /// What is left to write instead of a bare answer.
    instead: Option<Bytes>,
}

impl<S> Worded<S> {
    pub(super) fn new(stream: S, edge: Arc<Edge>) -> Worded<S> {
        Worded { stream, edge, instead: None }
    }
}

/// The status of an answer that says nothing else: one of ours always has a request id.
fn bare(written: &[u8]) -> Option<StatusCode> {
    let rest = written.strip_prefix(b"HTTP/1.1 ").filter(|rest| rest.first() == Some(&b'4'))?;
    if written.len() > LONGEST || !written.ends_with(b"\r\n\r\n") {
        return None;
    }
    let text = std::str::from_utf8(rest).ok()?;
    let head: Vec<&str> = text.trim_end().split("\r\n").collect();
    let empty = head.contains(&"content-length: 0");
    let known = |line: &str| ["content-length:", "connection:", "date:"].iter().any(|name| line.starts_with(name));
    let status = StatusCode::from_bytes(rest.get(..3)?).ok()?;
    (empty && head[1..].iter().all(|line| known(line))).then_some(status)
}

/// What to say for a status that the library chose.
pub(super) fn message(status: StatusCode) -> &'static str {
    match status {
        StatusCode::URI_TOO_LONG => "URI too long",
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => "Request header fields too large",
        _ => "Malformed request",
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Worded<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Worded<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        if self.instead.is_none() {
            let Some(status) = bare(buf) else { return Pin::new(&mut self.stream).poll_write(cx, buf) };
            self.instead = Some(self.edge.refusal(status));
        }
        while let Some(mut left) = self.instead.take() {
            let n = match Pin::new(&mut self.stream).poll_write(cx, &left) {
                Poll::Ready(written) => written?,
                Poll::Pending => 0,
            };
            let pending = n == 0 && !left.is_empty();
            let _ = left.split_to(n);
            if !left.is_empty() {
                self.instead = Some(left);
            }
            if pending {
                return Poll::Pending;
            }
        }
        Poll::Ready(Ok(buf.len()))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match bufs {
            [one] => self.poll_write(cx, one),
            _ => Pin::new(&mut self.stream).poll_write_vectored(cx, bufs),
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_flush(cx))?;
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bare_answers_are_known() {
        let end = "\r\ncontent-length: 0\r\ndate: Sat, 21 Nov 2026 12:00:00 GMT\r\n\r\n";
        for (text, status) in [
            (format!("HTTP/1.1 400 Bad Request\r\nconnection: close{end}"), Some(400)),
            (format!("HTTP/1.1 431 Request Header Fields Too Large{end}"), Some(431)),
            (format!("HTTP/1.1 404 Not Found\r\nx-request-id: 1{end}"), None),
            (format!("HTTP/1.1 200 OK{end}"), None),
            (format!("HTTP/1.1 400 Bad Request{end}x"), None),
            (format!("HTTP/1.1 400 Bad Request\r\nconnection: {}{end}", "x".repeat(LONGEST)), None),
            ("HTTP/1.1 400 Bad Request\r\ncontent-length: 10\r\n\r\n".to_owned(), None),
            ("HTTP/1.1 4\r\n\r\n".to_owned(), None),
            (String::new(), None),
        ] {
            assert_eq!(bare(text.as_bytes()).map(|s| s.as_u16()), status, "{text}");
        }
    }
}
