//! One HTTP/1.1 exchange over a plain socket: the bytes of the request are exactly those given,
//! so a test can also say what no client library would.

use serde_json::Value;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// An answer as it came over the wire.
#[derive(Debug, Clone)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// The body read as UTF-8, broken bytes replaced.
    pub text: String,
    /// The body as JSON; null when it is none.
    pub json: Value,
}

impl Reply {
    /// The first header of that name, in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
    }

    /// The body, if the status is the expected one.
    #[track_caller]
    pub fn ok(self, status: u16) -> Value {
        assert_eq!(self.status, status, "unexpected status, body: {}", self.text);
        self.json
    }

    /// Expects this status with this `error` text in the one error shape.
    #[track_caller]
    pub fn fails(&self, status: u16, error: &str) -> &Reply {
        assert_eq!(self.status, status, "unexpected status, body: {}", self.text);
        assert_eq!(self.json["error"], error, "unexpected error text: {}", self.text);
        self.error_shape()
    }

    /// Expects 422 with `details` for this field.
    #[track_caller]
    pub fn invalid(&self, field: &str) -> &Reply {
        assert_eq!(self.status, 422, "{field}: unexpected status, body: {}", self.text);
        self.error_shape();
        assert!(self.json["details"][field].is_array(), "no details for {field}: {}", self.text);
        self
    }

    /// Expects any error, in the one shape and with the headers every answer carries.
    #[track_caller]
    pub fn error_shape(&self) -> &Reply {
        assert!((400..600).contains(&self.status), "not an error: {} {}", self.status, self.text);
        let body = self.json.as_object().unwrap_or_else(|| panic!("not a JSON object: {:?}", self.text));
        assert!(body["error"].as_str().is_some_and(|e| !e.is_empty()), "no error text: {}", self.text);
        if let Some(details) = body.get("details") {
            let lists = details.as_object().expect("details is an object").values();
            for list in lists {
                let texts = list.as_array().unwrap_or_else(|| panic!("details holds no list: {}", self.text));
                assert!(!texts.is_empty() && texts.iter().all(Value::is_string), "details: {}", self.text);
            }
        }
        assert_eq!(self.header("content-type"), Some("application/json; charset=utf-8"));
        assert_eq!(self.header("access-control-allow-origin"), Some("*"), "no CORS header on {}", self.text);
        assert!(self.header("x-request-id").is_some(), "no request id on {}", self.text);
        self
    }
}

/// A connection with time limits, so that a silent server fails the test instead of hanging it.
pub fn connect(to: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect_timeout(&to, Duration::from_secs(5))?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.set_write_timeout(Some(Duration::from_secs(10)))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Sends the bytes on a fresh connection and reads one answer.
#[track_caller]
pub fn exchange(to: SocketAddr, request: &[u8]) -> Reply {
    try_exchange(to, request).unwrap_or_else(|e| panic!("no answer: {e}"))
}

/// As `exchange`, for servers that may be dying.
pub fn try_exchange(to: SocketAddr, request: &[u8]) -> io::Result<Reply> {
    let mut stream = connect(to)?;
    // A server may answer and close before it has read all of an oversize body.
    let sent = stream.write_all(request);
    match read_reply(&mut BufReader::new(stream), request.starts_with(b"HEAD ")) {
        Err(e) => Err(sent.err().unwrap_or(e)),
        reply => reply,
    }
}

/// Reads one answer; interim 1xx answers are skipped.
pub fn read_reply(from: &mut impl BufRead, head_only: bool) -> io::Result<Reply> {
    let (mut status, mut headers) = read_head(from)?;
    while (100..200).contains(&status) {
        (status, headers) = read_head(from)?;
    }
    let get = |name: &str| headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str());
    let mut body = Vec::new();
    if head_only || status == 204 || status == 304 {
    } else if get("transfer-encoding").is_some_and(|v| v.eq_ignore_ascii_case("chunked")) {
        read_chunks(from, &mut body)?;
    } else if let Some(length) = get("content-length") {
        let length = length.parse().map_err(io::Error::other)?;
        from.take(length).read_to_end(&mut body)?;
        if (body.len() as u64) < length {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    } else {
        from.read_to_end(&mut body)?;
    }
    let text = String::from_utf8_lossy(&body).into_owned();
    let json = serde_json::from_str(&text).unwrap_or(Value::Null);
    Ok(Reply { status, headers, body, text, json })
}

fn read_head(from: &mut impl BufRead) -> io::Result<(u16, Vec<(String, String)>)> {
    let first = read_line(from)?;
    let status = first.split(' ').nth(1).and_then(|s| s.parse().ok());
    let status = status.ok_or_else(|| io::Error::other(format!("no status line: {first:?}")))?;
    Ok((status, read_fields(from)?))
}

/// Header lines up to the empty one.
pub fn read_fields(from: &mut impl BufRead) -> io::Result<Vec<(String, String)>> {
    let mut headers = Vec::new();
    loop {
        let line = read_line(from)?;
        if line.is_empty() {
            return Ok(headers);
        }
        let (name, value) = line.split_once(':').ok_or_else(|| io::Error::other(format!("header {line:?}")))?;
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
}

/// One line without its end; none left is an error.
pub fn read_line(from: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    if from.read_line(&mut line)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    line.truncate(line.trim_end_matches(['\r', '\n']).len());
    Ok(line)
}

fn read_chunks(from: &mut impl BufRead, body: &mut Vec<u8>) -> io::Result<()> {
    loop {
        let size = u64::from_str_radix(read_line(from)?.trim(), 16).map_err(io::Error::other)?;
        from.take(size).read_to_end(body)?;
        read_line(from)?;
        if size == 0 {
            return Ok(());
        }
    }
}
