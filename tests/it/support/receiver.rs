//! A real HTTP server for deliveries: it records what arrives and follows a script per path, so
//! it can also stall, break off, answer without end or vanish.

use super::{DEADLINE, wire};
use serde_json::Value;
use std::collections::{HashMap, HashSet, VecDeque};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// One request as it arrived.
#[derive(Debug, Clone)]
pub struct Hit {
    pub method: String,
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    pub at: Instant,
}

impl Hit {
    /// The first header of that name, in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the body is UTF-8")
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }
}

/// What the receiver does with a request.
#[derive(Debug, Clone)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    how: How,
}

#[derive(Debug, Clone, PartialEq)]
enum How {
    Whole,
    After(Duration),
    Hang,
    Reset,
    HalfClose,
    Truncated,
    Endless,
}

impl Answer {
    pub fn status(status: u16) -> Answer {
        Answer { status, headers: Vec::new(), body: b"ok".to_vec(), how: How::Whole }
    }

    pub fn redirect(to: &str) -> Answer {
        Answer::status(302).header("Location", to)
    }

    /// Reads the request and never answers.
    pub fn hang() -> Answer {
        Answer { how: How::Hang, ..Answer::status(200) }
    }

    /// Reads the request and resets the connection.
    pub fn reset() -> Answer {
        Answer { how: How::Reset, ..Answer::status(200) }
    }

    /// Reads the request and closes its own side without a word.
    pub fn half_close() -> Answer {
        Answer { how: How::HalfClose, ..Answer::status(200) }
    }

    /// Announces a longer body than it sends.
    pub fn truncated() -> Answer {
        Answer { how: How::Truncated, ..Answer::status(200) }
    }

    /// A body without end, until the other side closes.
    pub fn endless() -> Answer {
        Answer { how: How::Endless, ..Answer::status(200) }
    }

    pub fn header(mut self, name: &str, value: &str) -> Answer {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Answer {
        self.body = body.into();
        self
    }

    pub fn after(mut self, delay: Duration) -> Answer {
        self.how = How::After(delay);
        self
    }
}

#[derive(Debug, Default)]
struct State {
    hits: Vec<Hit>,
    scripts: HashMap<String, VecDeque<Answer>>,
    held: HashSet<String>,
    streams: Vec<TcpStream>,
    connections: usize,
    endless_bytes: usize,
    stopping: bool,
}

#[derive(Debug, Default)]
struct Board {
    state: Mutex<State>,
    changed: Condvar,
}

impl Board {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|e| e.into_inner())
    }

    fn change(&self, f: impl FnOnce(&mut State)) {
        f(&mut self.lock());
        self.changed.notify_all();
    }
}

/// The server; paths without a script answer 200.
#[derive(Debug)]
pub struct Receiver {
    address: SocketAddr,
    board: Arc<Board>,
    acceptor: Option<JoinHandle<()>>,
}

impl Receiver {
    pub fn start() -> Receiver {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().unwrap();
        let board = Arc::new(Board::default());
        let shared = board.clone();
        let acceptor = std::thread::spawn(move || accept(&listener, &shared));
        Receiver { address, board, acceptor: Some(acceptor) }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Answers requests to the path one after the other; the last answer repeats.
    pub fn script(&self, path: &str, answers: impl IntoIterator<Item = Answer>) {
        let answers = answers.into_iter().collect();
        self.board.change(|s| {
            s.scripts.insert(path.to_owned(), answers);
        });
    }

    /// Keeps answers of the path back until `release`.
    pub fn hold(&self, path: &str) {
        self.board.change(|s| {
            s.held.insert(path.to_owned());
        });
    }

    pub fn release(&self, path: &str) {
        self.board.change(|s| {
            s.held.remove(path);
        });
    }

    /// What has arrived at the path so far, in order.
    pub fn hits(&self, path: &str) -> Vec<Hit> {
        select(&self.board.lock(), path)
    }

    /// Waits until at least that many requests have arrived at the path.
    #[track_caller]
    pub fn wait_for(&self, path: &str, count: usize) -> Vec<Hit> {
        let started = Instant::now();
        let mut state = self.board.lock();
        loop {
            let hits = select(&state, path);
            if hits.len() >= count {
                return hits;
            }
            let left = DEADLINE.saturating_sub(started.elapsed());
            assert!(!left.is_zero(), "{} of {count} requests arrived at {path}", hits.len());
            state = self.board.changed.wait_timeout(state, left).unwrap_or_else(|e| e.into_inner()).0;
        }
    }

    /// How many connections were ever opened.
    pub fn connections(&self) -> usize {
        self.board.lock().connections
    }

    /// How many bytes of endless bodies the other side let us send.
    pub fn endless_bytes(&self) -> usize {
        self.board.lock().endless_bytes
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.board.change(|s| {
            s.stopping = true;
            for stream in s.streams.drain(..) {
                stream.shutdown(Shutdown::Both).ok();
            }
        });
        // Wakes the acceptor, which then sees that it is over.
        TcpStream::connect(self.address).ok();
        if let Some(acceptor) = self.acceptor.take() {
            acceptor.join().ok();
        }
    }
}

fn select(state: &State, path: &str) -> Vec<Hit> {
    state.hits.iter().filter(|h| h.path.split('?').next() == Some(path)).cloned().collect()
}

fn accept(listener: &TcpListener, board: &Arc<Board>) {
    for stream in listener.incoming().map_while(Result::ok) {
        let mut state = board.lock();
        if state.stopping {
            return;
        }
        state.connections += 1;
        state.streams.extend(stream.try_clone());
        drop(state);
        let board = board.clone();
        std::thread::spawn(move || serve(stream, &board));
    }
}

/// One connection: requests until the client closes or a script breaks off.
fn serve(stream: TcpStream, board: &Board) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    while let Some(hit) = read_request(&mut reader)? {
        let path = hit.path.split('?').next().unwrap_or_default().to_owned();
        board.change(|s| s.hits.push(hit));
        if !answer(&stream, board, &path)? {
            return Ok(());
        }
    }
    Ok(())
}

/// Follows the script; says whether the connection may go on.
fn answer(mut stream: &TcpStream, board: &Board, path: &str) -> io::Result<bool> {
    let mut state = board.lock();
    let script = state.scripts.get_mut(path);
    let next = script.and_then(|s| if s.len() > 1 { s.pop_front() } else { s.front().cloned() });
    let answer = next.unwrap_or_else(|| Answer::status(200));
    while state.held.contains(path) && !state.stopping {
        state = board.changed.wait(state).unwrap_or_else(|e| e.into_inner());
    }
    drop(state);
    let length = answer.body.len() + if answer.how == How::Truncated { 100 } else { 0 };
    let mut head = format!("HTTP/1.1 {} Scripted\r\nContent-Length: {length}\r\n", answer.status);
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let whole = [head.as_bytes(), b"\r\n", &answer.body].concat();
    match answer.how {
        How::Whole => stream.write_all(&whole)?,
        How::After(delay) => {
            std::thread::sleep(delay);
            stream.write_all(&whole)?;
        }
        How::Hang => {
            io::copy(&mut stream, &mut io::sink())?;
            return Ok(false);
        }
        How::Reset => {
            reset(stream, board)?;
            return Ok(false);
        }
        How::HalfClose | How::Truncated => {
            if answer.how == How::Truncated {
                stream.write_all(&whole)?;
            }
            stream.shutdown(Shutdown::Write)?;
            io::copy(&mut stream, &mut io::sink())?;
            return Ok(false);
        }
        How::Endless => {
            flood(stream, board)?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// Sends up to 64 MiB or until the other side has had enough.
fn flood(mut stream: &TcpStream, board: &Board) -> io::Result<()> {
    stream.write_all(b"HTTP/1.1 200 Scripted\r\nTransfer-Encoding: chunked\r\n\r\n")?;
    let chunk = [format!("{:x}\r\n", 16 * 1024).as_bytes(), &[b'x'; 16 * 1024], b"\r\n"].concat();
    for _ in 0..4096 {
        stream.write_all(&chunk)?;
        board.change(|s| s.endless_bytes += 16 * 1024);
    }
    Ok(())
}

/// Closes with RST: no lingering, and the last handle of the connection.
fn reset(stream: &TcpStream, board: &Board) -> io::Result<()> {
    let peer = stream.peer_addr()?;
    board.change(|s| s.streams.retain(|other| other.peer_addr().is_ok_and(|a| a != peer)));
    tokio::net::TcpSocket::from_std_stream(stream.try_clone()?).set_zero_linger()
}

fn read_request(reader: &mut BufReader<TcpStream>) -> io::Result<Option<Hit>> {
    if reader.fill_buf()?.is_empty() {
        return Ok(None);
    }
    let first = wire::read_line(reader)?;
    let headers = wire::read_fields(reader)?;
    let mut words = first.split(' ');
    let mut word = || words.next().unwrap_or_default().to_owned();
    let mut hit = Hit { method: word(), path: word(), headers, body: Vec::new(), at: Instant::now() };
    let length = hit.header("content-length").and_then(|v| v.parse().ok()).unwrap_or(0);
    reader.take(length).read_to_end(&mut hit.body)?;
    Ok(Some(hit))
}
