//! Request bodies: taken late, counted while they stream, and read as one JSON object whatever
//! harmless form a client gave it. It does not know which members a route wants.

use crate::base::{Error, Json, Kind, Result, json::Members};
use bytes::{Bytes, BytesMut};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue};
use http_body::Body as HttpBody;
use http_body_util::BodyExt;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use url::form_urlencoded;

/// Longest time the whole body may take to arrive.
const DEADLINE: Duration = Duration::from_secs(60);

/// Bodies up to this many bytes are bounded by the number of connections.
const SMALL: usize = 16 * 1024;
/// Bytes of larger bodies in work at a time: what a handler builds from one is several times as
/// much, and a crowd of batches must not take the memory of the machine.
const LARGE_TOTAL: usize = 32 * 1024 * 1024;
/// Longest wait for room among them.
const ROOM_WAIT: Duration = Duration::from_secs(10);
/// The unit in which room is counted, in bytes.
const UNIT: usize = 1024;

/// The room for large bodies that all requests share.
#[derive(Debug, Clone)]
pub(super) struct Room(Arc<Semaphore>);

impl Default for Room {
    fn default() -> Room {
        Room(Arc::new(Semaphore::new(LARGE_TOTAL / UNIT)))
    }
}

impl Room {
    /// Takes room for a body of at most `bytes`; 503 when none becomes free in time.
    async fn take(&self, bytes: usize) -> Result<Option<OwnedSemaphorePermit>> {
        if bytes <= SMALL {
            return Ok(None);
        }
        let units = bytes.min(LARGE_TOTAL).div_ceil(UNIT) as u32;
        let taken = tokio::time::timeout(ROOM_WAIT, self.0.clone().acquire_many_owned(units)).await;
        let permit = taken.map_err(|e| Error::unavailable().because(e))?;
        permit.map(Some).map_err(|e| Error::unavailable().because(e))
    }
}

/// The bytes of a request body and how they are to be read.
#[derive(Debug)]
pub struct Body {
    bytes: Bytes,
    form: bool,
    /// Given back with the body, when the handler is done with it.
    _room: Option<OwnedSemaphorePermit>,
}

/// A body that has arrived.
#[derive(Debug)]
pub(super) struct Collected {
    bytes: Bytes,
    room: Option<OwnedSemaphorePermit>,
}

impl Body {
    /// 415 for a content type that is neither JSON nor a form, unless the body is empty.
    pub(super) fn new(Collected { bytes, room }: Collected, headers: &HeaderMap) -> Result<Body> {
        let form = match media(headers.get(CONTENT_TYPE)) {
            Media::Json => false,
            Media::Form => true,
            Media::Other if bytes.is_empty() => false,
            Media::Other => {
                return Err(Error::new(Kind::UnsupportedMedia, "Unsupported media type. Send application/json."));
            }
        };
        Ok(Body { bytes, form, _room: room })
    }

    /// A body that is not read as JSON.
    pub(super) fn untyped(Collected { bytes, room }: Collected) -> Body {
        Body { bytes, form: false, _room: room }
    }

    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The members of the object: none for an empty body and for `[]`. 400 when it cannot be
    /// read, 422 when it is something else than an object.
    pub fn json(&self) -> Result<Members<'_>> {
        // `curl -d '{…}'` calls everything a form; no form starts like an object.
        if self.form && !self.bytes.trim_ascii_start().starts_with(b"{") {
            return Ok(form_members(&self.bytes));
        }
        let text = std::str::from_utf8(&self.bytes).map_err(|e| invalid().because(e))?;
        if text.trim_ascii().is_empty() {
            return Ok(Members::default());
        }
        match Json::parse(text)? {
            Json::Object(members) => Ok(members),
            Json::Array(items) if items.is_empty() => Ok(Members::default()),
            _ => Err(Error::new(Kind::Invalid, "Body must be a JSON object")),
        }
    }
}

fn invalid() -> Error {
    Error::new(Kind::Malformed, "Invalid JSON body")
}

fn form_members(bytes: &[u8]) -> Members<'_> {
    form_urlencoded::parse(bytes).map(|(name, value)| (name, Json::String(value))).collect()
}

#[derive(Debug, PartialEq, Eq)]
enum Media {
    Json,
    Form,
    Other,
}

fn media(value: Option<&HeaderValue>) -> Media {
    let Some(value) = value else { return Media::Json };
    let text = value.as_bytes();
    let kind = text.split(|b| *b == b';').next().unwrap_or_default().trim_ascii();
    let json = kind.is_empty()
        || kind.eq_ignore_ascii_case(b"application/json")
        || (kind.contains(&b'/') && kind.last_chunk().is_some_and(|end: &[u8; 5]| end.eq_ignore_ascii_case(b"+json")));
    match () {
        () if json => Media::Json,
        () if kind.eq_ignore_ascii_case(b"application/x-www-form-urlencoded") => Media::Form,
        () => Media::Other,
    }
}

/// 413 with the limit in it.
pub(super) fn too_large(limit: usize) -> Error {
    let size = match limit {
        n if n % (1024 * 1024) == 0 => format!("{} MB", n / (1024 * 1024)),
        n => format!("{} KB", n / 1024),
    };
    Error::new(Kind::TooLarge, format!("Payload too large. Maximum is {size}."))
}

/// Reads a body to its end: 413 above `limit` bytes, 400 when the client stops or stalls, 503 when
/// there is no room for a large one. Nothing is read before there is.
pub(super) async fn collect(body: axum::body::Body, limit: usize, room: &Room) -> Result<Collected> {
    let most = body.size_hint().upper().map_or(limit, |upper| limit.min(upper as usize));
    let room = room.take(most).await?;
    let late = |_| Error::new(Kind::Malformed, "Request body was not received in time");
    let bytes = tokio::time::timeout(DEADLINE, gather(body, limit)).await.map_err(late)??;
    Ok(Collected { bytes, room })
}

/// The usual body is one frame, handed on without a copy.
async fn gather(mut body: axum::body::Body, limit: usize) -> Result<Bytes> {
    let mut first = Bytes::new();
    let mut more = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|e| Error::new(Kind::Malformed, "Request body ended early").because(e))?;
        let Ok(data) = frame.into_data() else { continue };
        if first.len() + more.len() + data.len() > limit {
            return Err(too_large(limit));
        }
        if first.is_empty() && more.is_empty() {
            first = data;
            continue;
        }
        if more.is_empty() {
            let expected = body.size_hint().lower() as usize + first.len() + data.len();
            more.reserve(expected.min(limit));
            more.extend_from_slice(&first);
            first = Bytes::new();
        }
        more.extend_from_slice(&data);
    }
    Ok(if more.is_empty() { first } else { more.freeze() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body_util::StreamBody;

    fn read(content_type: &str, bytes: &'static [u8]) -> Result<String> {
        let mut headers = HeaderMap::new();
        if !content_type.is_empty() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type.to_owned().leak()));
        }
        let body = Body::new(Collected { bytes: Bytes::from_static(bytes), room: None }, &headers)?;
        body.json().map(|members| Json::Object(members).to_text())
    }

    #[test]
    fn bodies_are_objects() {
        let json = "application/json";
        for (content_type, bytes, expected) in [
            (json, &b""[..], "{}"),
            (json, b" \r\n", "{}"),
            (json, b"[]", "{}"),
            (json, b" [ ] ", "{}"),
            (json, br#"{"a":1.10}"#, r#"{"a":1.10}"#),
            ("", br#"{"a":1}"#, r#"{"a":1}"#),
            (" ", br#"{"a":1}"#, r#"{"a":1}"#),
            ("Application/JSON; charset=utf-8", br#"{"a":1}"#, r#"{"a":1}"#),
            ("application/vnd.api+json", br#"{"a":1,"a":2}"#, r#"{"a":2}"#),
            ("text/plain", b"", "{}"),
            ("application/x-www-form-urlencoded", b"a=1&b=x+y%21&a=2", r#"{"b":"x y!","a":"2"}"#),
            ("application/x-www-form-urlencoded; charset=utf-8", b"", "{}"),
            ("application/x-www-form-urlencoded", br#" {"a":1}"#, r#"{"a":1}"#),
        ] {
            assert_eq!(read(content_type, bytes).expect(content_type), expected, "{content_type}");
        }
    }

    #[test]
    fn others_are_refused() {
        let deep: &[u8] = (r#"{"a":"#.repeat(65) + "1" + &"}".repeat(65)).leak().as_bytes();
        for (content_type, bytes, kind, message) in [
            ("text/plain", &b"{}"[..], Kind::UnsupportedMedia, "Unsupported media type. Send application/json."),
            ("+json", b"{}", Kind::UnsupportedMedia, "Unsupported media type. Send application/json."),
            ("", b"[1]", Kind::Invalid, "Body must be a JSON object"),
            ("", b"null", Kind::Invalid, "Body must be a JSON object"),
            ("", b"\"x\"", Kind::Invalid, "Body must be a JSON object"),
            ("", b"{", Kind::Malformed, "Invalid JSON body"),
            ("", b"{} {}", Kind::Malformed, "Invalid JSON body"),
            ("", b"{\"a\":\"\xff\"}", Kind::Malformed, "Invalid JSON body"),
            ("", deep, Kind::Malformed, "Invalid JSON body"),
        ] {
            let error = read(content_type, bytes).expect_err(message);
            assert_eq!((error.kind(), error.message()), (kind, message));
        }
    }

    fn streamed(frames: &[&'static [u8]]) -> axum::body::Body {
        let frames: Vec<_> =
            frames.iter().map(|f| Ok::<_, std::io::Error>(http_body::Frame::data(Bytes::from_static(f)))).collect();
        axum::body::Body::new(StreamBody::new(futures_util::stream::iter(frames)))
    }

    #[tokio::test]
    async fn large_bodies_share_the_room_and_small_ones_do_not() {
        let room = Room::default();
        let units = || room.0.available_permits();
        let free = units();
        let text: &'static [u8] = vec![b'1'; SMALL + 1].leak();
        let large = || collect(axum::body::Body::from(text), LARGE_TOTAL, &room);
        let held = large().await.expect("room");
        assert_eq!(units(), free - (SMALL + 1).div_ceil(UNIT));
        // Of unknown length: as much as it may become.
        let unknown = collect(streamed(&[b"1"]), LARGE_TOTAL / 2, &room).await.expect("room");
        assert_eq!(units(), free / 2 - (SMALL + 1).div_ceil(UNIT));
        let rest = room.0.clone().acquire_many_owned(units() as u32).await.expect("the rest");
        collect(axum::body::Body::from(&text[..SMALL]), LARGE_TOTAL, &room).await.expect("always");
        let mut waits = Box::pin(large());
        assert!(futures_util::poll!(&mut waits).is_pending());
        drop(held);
        waits.await.expect("room again");
        drop((unknown, rest));
        assert_eq!(units(), free);
    }

    async fn collect_upto(body: axum::body::Body, limit: usize) -> Result<Bytes> {
        collect(body, limit, &Room::default()).await.map(|collected| collected.bytes)
    }

    #[tokio::test]
    async fn bytes_are_counted_while_they_stream() {
        assert_eq!(collect_upto(streamed(&[]), 4).await.expect("empty"), "");
        assert_eq!(collect_upto(streamed(&[b"abcd"]), 4).await.expect("one"), "abcd");
        assert_eq!(collect_upto(streamed(&[b"ab", b"", b"c", b"d"]), 4).await.expect("some"), "abcd");
        let refused = collect_upto(streamed(&[b"ab", b"cd", b"e"]), 4).await.expect_err("over");
        assert_eq!(refused.kind(), Kind::TooLarge);
        assert_eq!(too_large(262_144).message(), "Payload too large. Maximum is 256 KB.");
        assert_eq!(too_large(10 * 1024 * 1024).message(), "Payload too large. Maximum is 10 MB.");
    }
}
