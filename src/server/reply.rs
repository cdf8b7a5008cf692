//! What handlers answer: a status, headers and a body, with the envelopes all resources share.
//! It does not know any resource, nor the headers that every response gets.

use super::fault::{LIMIT, REMAINING, RESET};
use crate::base::{Error, Id, Result};
use crate::domain::rate::Quota;
use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;

/// Room for what a handler, the limits and the edge add, so that the map never grows.
const HEADERS: usize = 24;

const JSON: HeaderValue = HeaderValue::from_static("application/json; charset=utf-8");

/// A successful answer.
#[derive(Debug)]
pub struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: Content,
}

#[derive(Debug)]
enum Content {
    /// A JSON text.
    Json(Vec<u8>),
    /// Anything else; its content type is among the headers.
    Other(Body),
    /// The value could not be written: a fault of ours.
    Broken(Error),
}

impl Reply {
    /// 200 with a JSON value.
    pub fn ok(value: impl Serialize) -> Reply {
        Reply::json(StatusCode::OK, value)
    }

    /// 201 with a JSON value.
    pub fn created(value: impl Serialize) -> Reply {
        Reply::json(StatusCode::CREATED, value)
    }

    /// 202 with a JSON value.
    pub fn accepted(value: impl Serialize) -> Reply {
        Reply::json(StatusCode::ACCEPTED, value)
    }

    /// 204.
    pub fn no_content() -> Reply {
        Reply::new(StatusCode::NO_CONTENT, Content::Other(Body::empty()))
    }

    /// 200 with a page.
    pub fn html(text: String) -> Reply {
        Reply::new(StatusCode::OK, Content::Other(Body::from(text))).header(CONTENT_TYPE, "text/html; charset=utf-8")
    }

    /// A JSON text that is already written.
    pub fn raw_json(status: StatusCode, text: String) -> Reply {
        Reply::new(status, Content::Json(text.into_bytes()))
    }

    /// 200 with a body of another type; a stream when it has no known length.
    pub fn raw(content_type: HeaderValue, body: impl Into<Body>) -> Reply {
        Reply::new(StatusCode::OK, Content::Other(body.into())).header(CONTENT_TYPE, content_type)
    }

    /// The same answer with another body.
    pub fn body(mut self, body: impl Into<Body>) -> Reply {
        self.body = Content::Other(body.into());
        self
    }

    /// 200 with a list: under its key, the same again under `data`, and where the next page starts.
    pub fn list<T>(key: &str, rows: Vec<impl Serialize>, next: Option<Id<T>>) -> Reply {
        Reply::written(StatusCode::OK, || list_text(key, &serde_json::to_vec(&rows)?, next))
    }

    /// 200 with an object under `data` whose members are mirrored at top level.
    pub fn data(value: impl Serialize) -> Reply {
        Reply::written(StatusCode::OK, || {
            let object = serde_json::to_vec(&value)?;
            Ok(mirrored(&object, &object))
        })
    }

    /// As [`Reply::data`], where clients read some members differently at top level.
    pub fn data_as(value: impl Serialize, top: impl Serialize) -> Reply {
        Reply::written(StatusCode::OK, || Ok(mirrored(&serde_json::to_vec(&value)?, &serde_json::to_vec(&top)?)))
    }

    fn json(status: StatusCode, value: impl Serialize) -> Reply {
        Reply::written(status, || serde_json::to_vec(&value))
    }

    fn written(status: StatusCode, write: impl FnOnce() -> serde_json::Result<Vec<u8>>) -> Reply {
        let content = write().map_or_else(|e| Content::Broken(Error::internal(e)), Content::Json);
        Reply::new(status, content)
    }

    fn new(status: StatusCode, body: Content) -> Reply {
        Reply { status, headers: HeaderMap::with_capacity(HEADERS), body }
    }

    pub fn status(mut self, status: StatusCode) -> Reply {
        self.status = status;
        self
    }

    /// Sets a header; an impossible value is left out.
    pub fn header(mut self, name: HeaderName, value: impl TryInto<HeaderValue>) -> Reply {
        if let Ok(value) = value.try_into() {
            self.headers.insert(name, value);
        }
        self
    }

    /// Tells of a limit, in headers.
    pub fn quota(self, quota: Quota) -> Reply {
        self.header(LIMIT, quota.limit).header(REMAINING, quota.remaining).header(RESET, quota.reset)
    }

    /// Adds a member at the end of the JSON object of the body.
    pub fn member(mut self, name: &str, value: impl Serialize) -> Reply {
        if let Content::Json(text) = &mut self.body
            && let Err(e) = add_member(text, name, &value)
        {
            self.body = Content::Broken(Error::internal(e));
        }
        self
    }

    pub(super) fn into_response(self) -> Result<Response> {
        let mut headers = self.headers;
        let body = match self.body {
            Content::Json(text) => {
                headers.entry(CONTENT_TYPE).or_insert(JSON);
                Body::from(text)
            }
            Content::Other(body) => body,
            Content::Broken(error) => return Err(error),
        };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        *response.headers_mut() = headers;
        Ok(response)
    }
}

/// A JSON answer outside of handlers.
pub(super) fn json_response(status: StatusCode, text: impl Into<Bytes>) -> Response {
    let mut headers = HeaderMap::with_capacity(HEADERS);
    headers.insert(CONTENT_TYPE, JSON);
    let mut response = Response::new(Body::from(text.into()));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

fn list_text<T>(key: &str, rows: &[u8], next: Option<Id<T>>) -> serde_json::Result<Vec<u8>> {
    let mut out = Vec::with_capacity(2 * rows.len() + key.len() + 96);
    out.extend_from_slice(b"{\"");
    out.extend_from_slice(key.as_bytes());
    out.extend_from_slice(b"\":");
    out.extend_from_slice(rows);
    if key != "data" {
        out.extend_from_slice(b",\"data\":");
        out.extend_from_slice(rows);
    }
    out.extend_from_slice(if next.is_some() { b",\"has_next\":true" } else { b",\"has_next\":false" });
    out.extend_from_slice(b",\"next_cursor\":");
    serde_json::to_writer(&mut out, &next)?;
    out.push(b'}');
    Ok(out)
}

fn mirrored(object: &[u8], top: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(object.len() + top.len() + 16);
    out.extend_from_slice(b"{\"data\":");
    out.extend_from_slice(object);
    match top {
        [b'{', rest @ ..] if rest.len() > 1 => {
            out.push(b',');
            out.extend_from_slice(rest);
        }
        _ => out.push(b'}'),
    }
    out
}

fn add_member(text: &mut Vec<u8>, name: &str, value: &impl Serialize) -> serde_json::Result<()> {
    if text.pop_if(|last| *last == b'}').is_none() {
        return Ok(());
    }
    if text.last() != Some(&b'{') {
        text.push(b',');
    }
    serde_json::to_writer(&mut *text, name)?;
    text.push(b':');
    serde_json::to_writer(&mut *text, value)?;
    text.push(b'}');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    enum Tag {}

    fn text(reply: Reply) -> String {
        match reply.body {
            Content::Json(text) => String::from_utf8(text).expect("utf-8"),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn lists_stand_under_their_key_and_data() {
        let next: Option<Id<Tag>> = Id::parse("0199b5a0-1111-7000-8000-000000000001");
        for (reply, expected) in [
            (
                Reply::list("events", vec![json!({"a":1})], next),
                r#"{"events":[{"a":1}],"data":[{"a":1}],"has_next":true,"next_cursor":"0199b5a0-1111-7000-8000-000000000001"}"#,
            ),
            (Reply::list::<Tag>("data", vec![1, 2], None), r#"{"data":[1,2],"has_next":false,"next_cursor":null}"#),
        ] {
            assert_eq!(text(reply), expected);
        }
    }

    #[test]
    fn objects_under_data_are_mirrored() {
        assert_eq!(text(Reply::data(json!({"id":"x","n":1}))), r#"{"data":{"id":"x","n":1},"id":"x","n":1}"#);
        assert_eq!(text(Reply::data(json!({}))), r#"{"data":{}}"#);
        assert_eq!(text(Reply::data_as(json!({"n":1}), json!({"n":"1"}))), r#"{"data":{"n":1},"n":"1"}"#);
        let extra = Reply::data(json!({"id":"x"})).member("api_key", "k\"");
        assert_eq!(text(extra), r#"{"data":{"id":"x"},"id":"x","api_key":"k\""}"#);
        assert_eq!(text(Reply::ok(json!({})).member("ok", true)), r#"{"ok":true}"#);
    }

    #[test]
    fn headers_of_the_handler_win() {
        let reply = Reply::ok(1).header(CONTENT_TYPE, "application/problem+json").status(StatusCode::IM_A_TEAPOT);
        let response = reply.into_response().expect("written");
        assert_eq!(response.headers()[CONTENT_TYPE], "application/problem+json");
        assert_eq!(response.status(), StatusCode::IM_A_TEAPOT);
    }
}
