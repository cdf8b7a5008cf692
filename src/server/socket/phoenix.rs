//! The frames of Phoenix channels, versions 1 (objects) and 2 (arrays): reading what clients send
//! and writing what they are sent. It knows texts, neither sockets nor what is talked about.

use crate::base::Json;
use crate::base::json::{Members, write_string};
use std::borrow::Cow;

/// How frames are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Version 1.
    Objects,
    /// Version 2.
    Arrays,
}

impl Dialect {
    /// Of the `vsn` parameter; the error is a version that is not spoken.
    pub fn of_version(version: &str) -> Result<Dialect, ()> {
        let parts: Vec<&str> = version.split('.').collect();
        let numbers = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
        match parts[..] {
            ["1", _, _] if numbers => Ok(Dialect::Objects),
            ["2", _, _] if numbers => Ok(Dialect::Arrays),
            _ => Err(()),
        }
    }
}

/// What a client sent. References are texts, numbers or null, and told again as they came.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Frame {
    pub join_ref: Json<'static>,
    pub refer: Json<'static>,
    pub topic: String,
    pub event: String,
    pub payload: Json<'static>,
}

impl Frame {
    /// Reads either form, whatever the connection speaks; `None` for anything else.
    pub fn read(text: &str) -> Option<(Frame, Dialect)> {
        match Json::parse(text).ok()?.into_owned() {
            Json::Array(items) => {
                let [join_ref, refer, topic, event, payload]: [Json<'static>; 5] = items.try_into().ok()?;
                Some((Frame::of(join_ref, refer, &topic, &event, payload)?, Dialect::Arrays))
            }
            Json::Object(mut members) => {
                let mut take = |key: &str| members.remove(key).unwrap_or(Json::Null);
                let [join_ref, refer, topic, event, payload] =
                    ["join_ref", "ref", "topic", "event", "payload"].map(&mut take);
                Some((Frame::of(join_ref, refer, &topic, &event, payload)?, Dialect::Objects))
            }
            _ => None,
        }
    }

    /// A push in the binary form of version 2; its data is nobody's here.
    pub fn read_binary(bytes: &[u8]) -> Option<Frame> {
        let [0, a, b, c, d, rest @ ..] = bytes else { return None };
        let mut rest = rest;
        let mut part = |length: u8| {
            let (part, behind) = rest.split_at_checked(usize::from(length))?;
            rest = behind;
            std::str::from_utf8(part).ok().map(str::to_owned)
        };
        let (join_ref, refer, topic, event) = (part(*a)?, part(*b)?, part(*c)?, part(*d)?);
        let refer_of = |text: String| if text.is_empty() { Json::Null } else { Json::string(text) };
        let payload = Json::Object(Members::default());
        Some(Frame { join_ref: refer_of(join_ref), refer: refer_of(refer), topic, event, payload })
    }

    fn of(
        join_ref: Json<'static>,
        refer: Json<'static>,
        topic: &Json<'_>,
        event: &Json<'_>,
        payload: Json<'static>,
    ) -> Option<Frame> {
        let is_ref = |json: &Json<'_>| matches!(json, Json::Null | Json::String(_) | Json::Number(_));
        let (topic, event) = (topic.as_str()?.to_owned(), event.as_str()?.to_owned());
        (is_ref(&join_ref) && is_ref(&refer)).then_some(Frame { join_ref, refer, topic, event, payload })
    }
}

/// What a client is sent; payloads are JSON texts.
#[derive(Debug)]
pub(super) struct Sent<'a> {
    pub join_ref: &'a Json<'a>,
    pub refer: &'a Json<'a>,
    pub topic: &'a str,
    pub event: &'a str,
    pub payload: Cow<'a, str>,
}

impl<'a> Sent<'a> {
    /// The answer to a frame.
    pub fn reply(frame: &'a Frame, join_ref: &'a Json<'a>, error: Option<&str>) -> Sent<'a> {
        let payload = match error {
            None => Cow::Borrowed("{\"status\":\"ok\",\"response\":{}}"),
            Some(reason) => {
                let mut text = String::from("{\"status\":\"error\",\"response\":{\"reason\":");
                write_string(&mut text, reason);
                text.push_str("}}");
                Cow::Owned(text)
            }
        };
        Sent { join_ref, refer: &frame.refer, topic: &frame.topic, event: "phx_reply", payload }
    }

    /// The end or the fault of a channel: its reference is that of the join.
    pub fn about_channel(join_ref: &'a Json<'a>, topic: &'a str, event: &'a str, payload: &'a str) -> Sent<'a> {
        Sent { join_ref, refer: join_ref, topic, event, payload: Cow::Borrowed(payload) }
    }

    pub fn write(&self, dialect: Dialect) -> String {
        let mut out = String::with_capacity(self.payload.len() + self.topic.len() + 96);
        match dialect {
            Dialect::Arrays => {
                out.push('[');
                self.join_ref.write(&mut out, false);
                out.push(',');
                self.refer.write(&mut out, false);
                out.push(',');
                write_string(&mut out, self.topic);
                out.push(',');
                write_string(&mut out, self.event);
                out.push(',');
                out.push_str(&self.payload);
                out.push(']');
            }
            Dialect::Objects => {
                out.push_str("{\"topic\":");
                write_string(&mut out, self.topic);
                out.push_str(",\"event\":");
                write_string(&mut out, self.event);
                out.push_str(",\"payload\":");
                out.push_str(&self.payload);
                out.push_str(",\"ref\":");
                self.refer.write(&mut out, false);
                out.push('}');
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_one_and_two() {
        for (version, dialect) in [
            ("1.0.0", Ok(Dialect::Objects)),
            ("2.0.0", Ok(Dialect::Arrays)),
            ("2.13.1", Ok(Dialect::Arrays)),
            ("3.0.0", Err(())),
            ("2", Err(())),
            ("2.0", Err(())),
            ("2.0.x", Err(())),
            ("2.0.0.0", Err(())),
            ("", Err(())),
        ] {
            assert_eq!(Dialect::of_version(version), dialect, "{version}");
        }
    }

    #[test]
    fn frames_are_known_by_their_shape() {
        let (array, dialect) = Frame::read(r#"["3",7,"events:P","phx_join",{"a":1}]"#).expect("a frame");
        assert_eq!(dialect, Dialect::Arrays);
        assert_eq!((array.topic.as_str(), array.event.as_str()), ("events:P", "phx_join"));
        assert_eq!((array.join_ref.to_text(), array.refer.to_text()), (r#""3""#.to_owned(), "7".to_owned()));
        let (object, dialect) =
            Frame::read(r#"{"topic":"phoenix","event":"heartbeat","payload":{},"ref":"8"}"#).expect("a frame");
        assert_eq!((dialect, object.refer.to_text(), object.join_ref), (Dialect::Objects, r#""8""#.into(), Json::Null));
        for bad in ["", "x", "1", "[]", r#"["1","2","t","e"]"#, r#"["1","2",3,"e",{}]"#, r#"[{},"2","t","e",{}]"#, "{}"]
        {
            assert_eq!(Frame::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn binary_pushes_are_read() {
        let frame = Frame::read_binary(b"\x00\x01\x02\x08\x0335\x36events:Pabcdata").expect("a push");
        assert_eq!((frame.topic.as_str(), frame.event.as_str()), ("events:P", "abc"));
        assert_eq!((frame.join_ref.as_str(), frame.refer.as_str()), (Some("3"), Some("56")));
        for bad in
            [&b""[..], b"\x00\x01\x02", b"\x01\x00\x00\x00\x00", b"\x00\x00\x00\x00\x05ab", b"\x00\x00\x00\x01\x00\xff"]
        {
            assert_eq!(Frame::read_binary(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn what_is_sent_has_two_forms() {
        let (frame, _) = Frame::read(r#"["3","7","events:P","whatever",{}]"#).expect("a frame");
        let null = Json::Null;
        for (sent, array, object) in [
            (
                Sent::reply(&frame, &frame.join_ref, None),
                r#"["3","7","events:P","phx_reply",{"status":"ok","response":{}}]"#,
                r#"{"topic":"events:P","event":"phx_reply","payload":{"status":"ok","response":{}},"ref":"7"}"#,
            ),
            (
                Sent::reply(&frame, &null, Some("unmatched topic")),
                r#"[null,"7","events:P","phx_reply",{"status":"error","response":{"reason":"unmatched topic"}}]"#,
                r#"{"topic":"events:P","event":"phx_reply","payload":{"status":"error","response":{"reason":"unmatched topic"}},"ref":"7"}"#,
            ),
            (
                Sent::about_channel(&frame.join_ref, "events:P", "phx_close", "{}"),
                r#"["3","3","events:P","phx_close",{}]"#,
                r#"{"topic":"events:P","event":"phx_close","payload":{},"ref":"3"}"#,
            ),
            (
                Sent {
                    join_ref: &frame.join_ref,
                    refer: &null,
                    topic: "events:P",
                    event: "event:created",
                    payload: "{\"a\":1}".into(),
                },
                r#"["3",null,"events:P","event:created",{"a":1}]"#,
                r#"{"topic":"events:P","event":"event:created","payload":{"a":1},"ref":null}"#,
            ),
        ] {
            assert_eq!(sent.write(Dialect::Arrays), array);
            assert_eq!(sent.write(Dialect::Objects), object);
        }
    }
}
