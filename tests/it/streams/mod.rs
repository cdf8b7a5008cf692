//! Live streams, as server-sent events and over WebSockets: what is told, in which order, from
//! where it is resumed, and when it ends.

mod cli;
mod end;
mod limits;
mod resume;
mod slow;
mod socket;
mod sse;
mod table;
mod users;

use crate::support::{Api, Reply, connect, until};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocket};
use tokio_tungstenite::tungstenite::{Error, Message};

/// One message of an event stream.
#[derive(Debug, Clone, PartialEq)]
struct Told {
    id: Option<String>,
    data: Value,
}

impl Told {
    fn kind(&self) -> &str {
        self.data["type"].as_str().expect("a type")
    }

    /// A field of the data as text.
    fn field(&self, name: &str) -> &str {
        self.data["data"][name].as_str().unwrap_or_else(|| panic!("no {name} in {}", self.data))
    }
}

/// An open event stream.
struct Sse {
    headers: Vec<(String, String)>,
    lines: BufReader<Chunks>,
}

impl Sse {
    /// Opens `/api/v1/stream<query>` with these headers and expects it to begin.
    #[track_caller]
    fn open(api: &Api, key: &str, query: &str, headers: &[(&str, &str)]) -> Sse {
        let mut sse = Sse::begin(api, key, query, headers).unwrap_or_else(|r| panic!("{}: {}", r.status, r.text));
        let hello = sse.next().expect("a first message");
        assert_eq!((hello.kind(), &hello.id), ("connected", &None));
        sse
    }

    /// Opens it, or tells why not.
    fn begin(api: &Api, key: &str, query: &str, headers: &[(&str, &str)]) -> Result<Sse, Box<Reply>> {
        let mut stream = connect(api.address()).expect("a connection");
        let mut head = format!("GET /api/v1/stream{query} HTTP/1.1\r\nHost: x\r\n");
        if !key.is_empty() {
            head += &format!("Authorization: Bearer {key}\r\n");
        }
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        stream.write_all(format!("{head}\r\n").as_bytes()).expect("sent");
        let mut from = BufReader::new(stream);
        let mut seen = Vec::new();
        while !seen.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            from.read_exact(&mut byte).expect("a head");
            seen.push(byte[0]);
        }
        let head = String::from_utf8(seen.clone()).expect("text");
        if !head.starts_with("HTTP/1.1 200") {
            let rest = crate::support::read_reply(&mut seen.as_slice().chain(from), false);
            return Err(Box::new(rest.expect("an answer")));
        }
        let fields = head.lines().skip(1).filter_map(|line| line.split_once(": "));
        let headers = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Ok(Sse { headers, lines: BufReader::new(Chunks { from, left: 0 }) })
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The next message; `None` at the end of the stream.
    fn next(&mut self) -> Option<Told> {
        let (mut id, mut data) = (None, None);
        loop {
            let mut line = String::new();
            if self.lines.read_line(&mut line).expect("the stream goes on") == 0 {
                return None;
            }
            match line.trim_end().split_once(": ") {
                Some(("id", value)) => id = Some(value.to_owned()),
                Some(("data", value)) => {
                    assert!(data.is_none(), "one line of data a message");
                    data = Some(serde_json::from_str(value).expect("JSON"));
                }
                Some(("retry", value)) => assert_eq!(value, "3000"),
                Some(("", _)) => {}
                Some(other) => panic!("{other:?}"),
                None if line == "\n" && data.is_some() => return Some(Told { id, data: data.unwrap() }),
                None => {}
            }
        }
    }

    #[track_caller]
    fn must(&mut self) -> Told {
        self.next().expect("a message")
    }

    /// The ids of the next events.
    #[track_caller]
    fn events(&mut self, count: usize) -> Vec<String> {
        let mut found = Vec::new();
        while found.len() < count {
            let told = self.must();
            if told.kind() == "event.created" {
                found.push(told.field("id").to_owned());
            }
        }
        found
    }

    /// Waits for the end of the stream, and says how long that took.
    #[track_caller]
    fn ends(mut self) -> Duration {
        let begun = Instant::now();
        while self.next().is_some() {}
        begun.elapsed()
    }
}

/// The body of a chunked answer, as it comes.
struct Chunks {
    from: BufReader<TcpStream>,
    left: usize,
}

impl Read for Chunks {
    fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            let mut line = String::new();
            self.from.read_line(&mut line)?;
            if line.trim().is_empty() {
                line.clear();
                self.from.read_line(&mut line)?;
            }
            // A connection that breaks in the middle is no clean end.
            self.left = usize::from_str_radix(line.trim(), 16).map_err(std::io::Error::other)?;
            if self.left == 0 {
                return Ok(0);
            }
        }
        let room = buf.len().min(self.left);
        let n = self.from.read(&mut buf[..room])?;
        self.left -= n;
        Ok(n)
    }
}

/// An open socket.
struct Socket(WebSocket<TcpStream>);

impl Socket {
    /// Opens `/ws<query>` and expects it to succeed.
    #[track_caller]
    fn open(api: &Api, query: &str) -> Socket {
        Socket::begin(api, &format!("/ws{query}"), &[]).unwrap_or_else(|r| panic!("{} {}", r.status, r.text)).1
    }

    /// Opens a socket; also gives the head of the answer.
    fn begin(api: &Api, target: &str, headers: &[(&str, &str)]) -> Result<(Reply, Socket), Box<Reply>> {
        let mut stream = connect(api.address()).expect("a connection");
        let mut head = format!("GET {target} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n");
        head += "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        stream.write_all(format!("{head}\r\n").as_bytes()).expect("sent");
        let mut seen = Vec::new();
        while !seen.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).expect("a head");
            seen.push(byte[0]);
        }
        if !seen.starts_with(b"HTTP/1.1 101") {
            let rest = crate::support::read_reply(&mut BufReader::new(seen.as_slice().chain(stream)), false);
            return Err(Box::new(rest.expect("an answer")));
        }
        // Read as an answer without a body.
        let text = String::from_utf8(seen).expect("text").replacen("101", "204", 1);
        let reply = crate::support::read_reply(&mut text.as_bytes(), false).expect("a head");
        Ok((reply, Socket(WebSocket::from_raw_socket(stream, Role::Client, None))))
    }

    #[track_caller]
    fn send(&mut self, frame: &str) {
        self.0.send(Message::text(frame)).expect("sent");
    }

    /// The next text frame.
    #[track_caller]
    fn text(&mut self) -> String {
        loop {
            match self.0.read().expect("the socket is open") {
                Message::Text(text) => return text.to_string(),
                Message::Close(frame) => panic!("closed: {frame:?}"),
                _ => {}
            }
        }
    }

    #[track_caller]
    fn frame(&mut self) -> Value {
        serde_json::from_str(&self.text()).expect("JSON")
    }

    /// Sends a frame and expects exactly this one back.
    #[track_caller]
    fn exchange(&mut self, frame: &str, expected: &str) {
        self.send(frame);
        assert_eq!(self.text(), expected, "after {frame}");
    }

    /// Joins the channel of a project with version 2.
    #[track_caller]
    fn join(&mut self, project: &str, payload: Value) {
        self.send(&json!(["1", "1", format!("events:{project}"), "phx_join", payload]).to_string());
        let ok = json!({"status": "ok", "response": {}});
        assert_eq!(self.frame(), json!(["1", "1", format!("events:{project}"), "phx_reply", ok]));
    }

    /// Reads to the close of the server and returns its code, with the texts before.
    fn closed(mut self) -> (Option<u16>, Vec<String>) {
        let mut texts = Vec::new();
        loop {
            match self.0.read() {
                Ok(Message::Text(text)) => texts.push(text.to_string()),
                Ok(Message::Close(frame)) => return (frame.map(|f| f.code.into()), texts),
                Ok(_) => {}
                Err(Error::ConnectionClosed) => return (None, texts),
                Err(e) => panic!("{e}"),
            }
        }
    }
}

/// Opens a stream once there is room for it.
fn when_free(api: &Api, key: &str) -> Sse {
    until("there is room for a stream", || Sse::begin(api, key, "", &[]).ok())
}
