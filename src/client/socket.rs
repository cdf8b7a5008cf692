//! A WebSocket to the server: the handshake as a request like others, then texts both ways. It
//! knows nothing of what they say. Proxies are not gone through.

use super::{Answer, Client, Fault, Request, tls};
use crate::base::crypto::{base64_encode, random_bytes, websocket_accept};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Error, Message, WebSocket};
use ureq::http::{HeaderMap, HeaderName, HeaderValue};

/// Longest head of an answer.
const HEAD: usize = 16 * 1024;
/// Longest message that is taken.
const MESSAGE: usize = 64 << 20;

/// An open socket.
pub struct Socket(WebSocket<Link>);

/// What comes over it.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    Text(String),
    /// Nothing within the pause.
    Silence,
    /// The server has closed it.
    Closed,
}

enum Link {
    Plain(TcpStream),
    Tls(Box<tls::Wrapped>),
}

impl Read for Link {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        match self {
            Link::Plain(stream) => stream.read(buf),
            Link::Tls(stream) => stream.read(buf),
        }
    }
}

impl Write for Link {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        match self {
            Link::Plain(stream) => stream.write(buf),
            Link::Tls(stream) => stream.write(buf),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Link::Plain(stream) => stream.flush(),
            Link::Tls(stream) => stream.flush(),
        }
    }
}

impl Client {
    /// Opens a socket where the request says; `pause` is how long a silence is told after.
    pub fn socket(&self, request: &Request, pause: Duration) -> Result<Socket, Fault> {
        let url = request.url(self.base_url());
        let url = url::Url::parse(&url).map_err(|e| Fault::unusable(format!("{url}: {e}")))?;
        let stream = self.dial(&url)?;
        stream.set_read_timeout(Some(self.options.timeout)).map_err(Fault::cut)?;
        let mut link = match url.scheme() {
            "https" => {
                let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
                let wrapped = tls::wrap(&self.options, host, stream.try_clone().map_err(Fault::cut)?);
                Link::Tls(Box::new(wrapped.map_err(Fault::network)?))
            }
            _ => Link::Plain(stream.try_clone().map_err(Fault::cut)?),
        };
        let key = base64_encode(&random_bytes::<16>());
        link.write_all(head(request, &url, &key).as_bytes()).and_then(|()| link.flush()).map_err(Fault::cut)?;
        let answer = answer(&mut link)?;
        let accepts = answer.header("sec-websocket-accept") == Some(&websocket_accept(key.as_bytes()));
        match answer.status {
            101 if accepts => {}
            // No success, whatever its number says.
            101 | 200..300 => return Err(Fault::network("the server speaks no WebSocket here")),
            _ => return Err(Fault::check(answer).err().unwrap_or_else(|| Fault::network("refused"))),
        }
        stream.set_read_timeout(Some(pause)).map_err(Fault::cut)?;
        let config = WebSocketConfig::default().max_message_size(Some(MESSAGE)).max_frame_size(Some(MESSAGE));
        Ok(Socket(WebSocket::from_raw_socket(link, Role::Client, Some(config))))
    }

    fn dial(&self, url: &url::Url) -> Result<TcpStream, Fault> {
        let (host, port) = (url.host_str().unwrap_or_default(), url.port_or_known_default().unwrap_or(80));
        let named = host.trim_matches(['[', ']']);
        let mut last = Fault::network(format!("{host}: no such host"));
        for address in (named, port).to_socket_addrs().map_err(|e| Fault::cut(e).at(self.base_url()))? {
            match TcpStream::connect_timeout(&address, self.options.connect_timeout) {
                Ok(stream) => {
                    let _ = stream.set_nodelay(true);
                    return Ok(stream);
                }
                Err(e) => {
                    let refused = e.kind() == ErrorKind::ConnectionRefused;
                    last = Fault::Network { message: e.to_string(), refused, sent: false };
                }
            }
        }
        Err(last.at(self.base_url()))
    }
}

impl Socket {
    pub fn send(&mut self, text: &str) -> Result<(), Fault> {
        self.0.send(Message::text(text)).map_err(|e| Fault::network(e.to_string()))
    }

    /// The next text, or that there is none.
    pub fn hear(&mut self) -> Result<Heard, Fault> {
        loop {
            match self.0.read() {
                Ok(Message::Text(text)) => return Ok(Heard::Text(text.to_string())),
                Ok(Message::Close(_)) | Err(Error::ConnectionClosed | Error::AlreadyClosed) => {
                    return Ok(Heard::Closed);
                }
                Ok(_) => {}
                Err(Error::Io(e)) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                    return Ok(Heard::Silence);
                }
                Err(e) => return Err(Fault::network(e.to_string())),
            }
        }
    }
}

fn head(request: &Request, url: &url::Url, key: &str) -> String {
    let target = &url[url::Position::BeforePath..url::Position::AfterQuery];
    let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
    let mut head = format!(
        "GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\nUser-Agent: {}\r\n",
        concat!("jobcelis/", env!("CARGO_PKG_VERSION"))
    );
    for (name, value) in request.all_headers() {
        head += &format!("{name}: {}\r\n", value.replace(['\r', '\n'], ""));
    }
    head + "\r\n"
}

/// The head of the answer; what follows it is left for the socket.
fn answer(from: &mut impl Read) -> Result<Answer, Fault> {
    let mut seen = Vec::new();
    while !seen.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        if seen.len() == HEAD || from.read(&mut byte).map_err(Fault::cut)? == 0 {
            return Err(Fault::network("the server answered with something other than HTTP"));
        }
        seen.push(byte[0]);
    }
    let text = String::from_utf8_lossy(&seen);
    let mut lines = text.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let status = status.ok_or_else(|| Fault::network("the server answered with something other than HTTP"))?;
    let field = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((HeaderName::try_from(name).ok()?, HeaderValue::try_from(value.trim()).ok()?))
    };
    Ok(Answer { status, headers: lines.filter_map(field).collect::<HeaderMap>(), body: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_written_and_read() {
        let url = url::Url::parse("http://[::1]:4000/base/ws/websocket?vsn=2.0.0&token=k").expect("URL");
        let text = head(&Request::get("/x").header("X-Project-Id", "p\r\nEvil: 1"), &url, "abc");
        assert!(
            text.starts_with("GET /base/ws/websocket?vsn=2.0.0&token=k HTTP/1.1\r\nHost: [::1]:4000\r\n"),
            "{text}"
        );
        assert!(text.contains("X-Project-Id: pEvil: 1\r\n") && text.ends_with("\r\n\r\n"), "{text}");
        let mut from = &b"HTTP/1.1 429 Too Many\r\nRetry-After: 7\r\n\r\n\x81\x00"[..];
        let read = answer(&mut from).expect("a head");
        assert_eq!((read.status, read.header("retry-after")), (429, Some("7")));
        assert_eq!(from, b"\x81\x00", "what follows is left");
        assert!(answer(&mut &b"garbage"[..]).is_err() && answer(&mut &b"garbage\r\n\r\n"[..]).is_err());
    }
}
