//! The little of HTTP/1.1 that the load driver and the test receivers need: messages framed by
//! Content-Length on plain connections. They share the machine with the server they measure, so
//! a message costs one scan of its head and no allocation. Not for talking to strangers.

use std::io::{Error, ErrorKind, Result};
use tokio::io::{AsyncRead, AsyncReadExt};

/// Larger messages are an error rather than memory.
const LIMIT: usize = 4 << 20;

/// One whole message at the start of a buffer; the parts are offsets into it.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Where the head ends and the body starts.
    pub head: usize,
    /// Where the body ends and the next message starts.
    pub end: usize,
    /// The sender will not use the connection again.
    pub close: bool,
}

impl Frame {
    /// Finds a message; `None` when more bytes are needed.
    pub fn find(buffer: &[u8]) -> Result<Option<Frame>> {
        let Some(head) = buffer.windows(4).position(|w| w == b"\r\n\r\n").map(|p| p + 4) else {
            return if buffer.len() > LIMIT { Err(bad("a head that does not end")) } else { Ok(None) };
        };
        let (mut length, mut close) = (0, false);
        for line in lines(&buffer[..head]) {
            let Some((name, value)) = header(line) else { continue };
            if name.eq_ignore_ascii_case(b"content-length") {
                let digits = std::str::from_utf8(value).ok().and_then(|v| v.parse::<usize>().ok());
                length = digits.filter(|n| *n <= LIMIT).ok_or_else(|| bad("an unusable Content-Length"))?;
            } else if name.eq_ignore_ascii_case(b"transfer-encoding") {
                return Err(bad("a chunked body"));
            } else if name.eq_ignore_ascii_case(b"connection") {
                close = value.eq_ignore_ascii_case(b"close");
            }
        }
        let end = head + length;
        Ok((buffer.len() >= end).then_some(Frame { head, end, close }))
    }

    pub fn body<'a>(&self, buffer: &'a [u8]) -> &'a [u8] {
        &buffer[self.head..self.end]
    }

    /// The value of the first header of that name.
    pub fn header<'a>(&self, buffer: &'a [u8], name: &str) -> Option<&'a str> {
        let mut all = lines(&buffer[..self.head]).filter_map(header);
        let (_, value) = all.find(|(n, _)| n.eq_ignore_ascii_case(name.as_bytes()))?;
        std::str::from_utf8(value).ok()
    }
}

fn lines(head: &[u8]) -> impl Iterator<Item = &[u8]> {
    head.split(|b| *b == b'\n').skip(1)
}

fn header(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let colon = line.iter().position(|b| *b == b':')?;
    Some((&line[..colon], line[colon + 1..].trim_ascii()))
}

/// The status of an answer at the start of a buffer.
pub fn status(buffer: &[u8]) -> u16 {
    let digits = buffer.get(9..12).and_then(|d| std::str::from_utf8(d).ok());
    digits.and_then(|d| d.parse().ok()).unwrap_or(0)
}

/// The path of a request at the start of a buffer.
pub fn path(buffer: &[u8]) -> &[u8] {
    buffer.split(|b| *b == b' ').nth(1).unwrap_or_default()
}

/// Reads until one whole message stands at the start of `buffer`; `None` when the other side
/// closed between messages.
pub async fn read(stream: &mut (impl AsyncRead + Unpin), buffer: &mut Vec<u8>) -> Result<Option<Frame>> {
    loop {
        if let Some(frame) = Frame::find(buffer)? {
            return Ok(Some(frame));
        }
        match stream.read_buf(buffer).await? {
            0 if buffer.is_empty() => return Ok(None),
            0 => return Err(ErrorKind::UnexpectedEof.into()),
            _ => {}
        }
    }
}

fn bad(what: &str) -> Error {
    Error::new(ErrorKind::InvalidData, format!("the other side sent {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_found_one_after_the_other() {
        let two = b"POST /a/1 HTTP/1.1\r\nX-Topic: t\r\nCONTENT-LENGTH:  3\r\n\r\nabcPOST /b HTTP/1.1\r\n\r\n";
        let first = Frame::find(two).expect("readable").expect("whole");
        assert_eq!((first.body(two), path(two), first.close), (&b"abc"[..], &b"/a/1"[..], false));
        assert_eq!((first.header(two, "x-topic"), first.header(two, "x-none")), (Some("t"), None));
        let rest = &two[first.end..];
        assert_eq!((path(rest), Frame::find(rest).expect("readable").map(|f| f.end)), (&b"/b"[..], Some(rest.len())));
        for cut in 0..first.end {
            assert!(Frame::find(&two[..cut]).expect("readable").is_none(), "{cut}");
        }
    }

    #[test]
    fn answers_tell_their_status_and_end() {
        let answer = b"HTTP/1.1 202 Accepted\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}";
        assert_eq!((status(answer), status(b"HTT")), (202, 0));
        assert!(Frame::find(answer).expect("readable").expect("whole").close);
    }

    #[test]
    fn what_cannot_be_framed_is_refused() {
        for head in ["content-length: x", "content-length: 99999999999", "transfer-encoding: chunked"] {
            assert!(Frame::find(format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes()).is_err(), "{head}");
        }
    }
}
