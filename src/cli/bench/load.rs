//! The load driver: connections that send numbered events and note when each was answered. It
//! shares the processor with the server, so requests are written into prepared bytes and the
//! connections live on one thread.

use super::Bench;
use crate::base::Timestamp;
use crate::base::crypto::HmacKey;
use crate::cli::api::{Api, Hook};
use crate::cli::failure::{Failure, Outcome};
use crate::cli::wire;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::{Duration, Instant};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// Sequence numbers start here: all have the same number of digits, so requests have one length.
pub const FIRST: u64 = 1_000_000_000;
pub const SEQ_KEY: &[u8] = b"\"seq\":";

/// An accepted event; times are microseconds since the start of the bench.
#[derive(Debug, Clone, Copy)]
pub struct Sent {
    /// Number of the event, from zero.
    pub index: usize,
    pub sent: u64,
    pub answered: u64,
}

/// What one stretch of load brought.
#[derive(Debug, Default)]
pub struct Run {
    pub sent: Vec<Sent>,
    pub refused: u64,
    /// The first answer that was not a success.
    pub refusal: Option<String>,
    /// Microseconds since the start of the bench.
    pub started: u64,
    pub elapsed: Duration,
}

impl Run {
    pub fn accepted(&self) -> usize {
        self.sent.len()
    }

    pub fn latencies(&self) -> Vec<u64> {
        self.sent.iter().map(|s| s.answered - s.sent).collect()
    }

    fn refuse(&mut self, why: impl FnOnce() -> String) {
        self.refused += 1;
        self.refusal.get_or_insert_with(why);
    }
}

/// The request that is sent again and again, and where its numbers stand.
#[derive(Debug, Clone)]
struct Request {
    bytes: Vec<u8>,
    seq: usize,
    time: usize,
    signed: Option<Signed>,
}

/// Where the signature of a request and what it covers stand.
#[derive(Debug, Clone)]
struct Signed {
    key: HmacKey,
    timestamp: usize,
    signature: usize,
    body: usize,
}

/// Digits of Unix seconds.
const SECONDS: usize = 10;

impl Request {
    fn new(api: &Api, size: usize) -> Request {
        Request::build(&api.head("POST", "/api/v1/events"), &body(size), None)
    }

    /// The same event, signed for the endpoint of a webhook.
    fn to_endpoint(api: &Api, size: usize, hook: &Hook) -> Request {
        let body = body(size).replacen("\"topic\"", "\"event_type\"", 1);
        let (zeros, digits) = ("0".repeat(64), "0".repeat(SECONDS));
        let head = api.head("POST", &format!("/e/{}", hook.id));
        let head = format!("{head}X-PJ-Timestamp: {digits}\r\nX-PJ-Signature: {zeros}\r\n");
        Request::build(&head, &body, Some(HmacKey::new(hook.secret.as_bytes())))
    }

    fn build(head: &str, body: &str, key: Option<HmacKey>) -> Request {
        let head = format!("{head}Content-Length: {}\r\n\r\n", body.len());
        let behind = |text: &str, key: &str| text.find(key).map_or(0, |at| at + key.len());
        let (seq, time) = (head.len() + behind(body, "\"seq\":"), head.len() + behind(body, "\"ts_us\":"));
        let (timestamp, signature) = (behind(&head, "X-PJ-Timestamp: "), behind(&head, "X-PJ-Signature: "));
        let signed = key.map(|key| Signed { key, timestamp, signature, body: head.len() });
        Request { bytes: [head.as_str(), body].concat().into_bytes(), seq, time, signed }
    }

    fn number(&mut self, seq: u64, time: u64) {
        write_digits(&mut self.bytes[self.seq..self.seq + 10], seq);
        write_digits(&mut self.bytes[self.time..self.time + 16], time);
        let Some(Signed { key, timestamp, signature, body }) = &self.signed else { return };
        let stamp = *timestamp..*timestamp + SECONDS;
        write_digits(&mut self.bytes[stamp.clone()], Timestamp::now().secs().unsigned_abs());
        let mac = key.sign(&[&self.bytes[stamp], b".", &self.bytes[*body..]]);
        self.bytes[*signature..*signature + 64].copy_from_slice(hex::encode(mac).as_bytes());
    }
}

/// An event of `size` bytes.
fn body(size: usize) -> String {
    let order = r#""order":{"id":"ord_1001","amount":129900,"currency":"EUR","items":[{"sku":"A-100","qty":2}]},"#;
    let with = |order: &str, note: usize| {
        let (seq, note) = (FIRST, "x".repeat(note));
        format!(r#"{{"topic":"order.created","payload":{{"seq":{seq},"ts_us":{seq}000000,{order}"note":"{note}"}}}}"#)
    };
    let order = if with(order, 0).len() <= size { order } else { "" };
    with(order, size.saturating_sub(with(order, 0).len()))
}

fn write_digits(place: &mut [u8], mut value: u64) {
    for digit in place.iter_mut().rev() {
        *digit = b'0' + (value % 10) as u8;
        value /= 10;
    }
}

/// The driver; keeps its connections and its count from one stretch to the next.
#[derive(Debug)]
pub struct Load {
    address: String,
    request: Request,
    rate: Option<u32>,
    start: Instant,
    next: u64,
    idle: VecDeque<Connection>,
    connections: usize,
}

#[derive(Debug)]
struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// What the connections of one stretch share.
#[derive(Debug)]
struct Stretch {
    address: String,
    start: Instant,
    begun: Instant,
    deadline: Instant,
    rate: Option<u32>,
    first: u64,
    next: u64,
    run: Run,
}

impl Load {
    pub fn new(api: &Api, bench: &Bench, start: Instant) -> Load {
        Load {
            address: api.address.clone(),
            request: Request::new(api, bench.size as usize),
            rate: bench.rate,
            start,
            next: 0,
            idle: VecDeque::new(),
            connections: bench.connections as usize,
        }
    }

    /// What is sent from now on: the same events, to the endpoint of this webhook.
    pub fn turn_to(&mut self, api: &Api, size: u32, hook: &Hook) {
        self.request = Request::to_endpoint(api, size as usize, hook);
    }

    /// Sends for `length` and waits for the last answers.
    pub async fn drive(&mut self, length: Duration) -> Outcome<Run> {
        while self.idle.len() < self.connections {
            self.idle.push_back(Connection::open(&self.address).await?);
        }
        let begun = Instant::now();
        let stretch = Rc::new(RefCell::new(Stretch {
            address: self.address.clone(),
            start: self.start,
            begun,
            deadline: begun + length,
            rate: self.rate,
            first: self.next,
            next: self.next,
            run: Run { started: micros(self.start), ..Run::default() },
        }));
        let spawn = |c| tokio::task::spawn_local(send(c, self.request.clone(), Rc::clone(&stretch)));
        let tasks: Vec<_> = self.idle.drain(..).map(spawn).collect();
        for task in tasks {
            let back = task.await.map_err(|e| Failure::failed(e.to_string()))?;
            self.idle.extend(back);
        }
        let mut stretch = stretch.borrow_mut();
        self.next = stretch.next;
        let mut run = std::mem::take(&mut stretch.run);
        run.elapsed = begun.elapsed();
        if run.sent.is_empty() {
            let why = run.refusal.unwrap_or_else(|| "no answer".to_owned());
            return Err(Failure::failed(format!("the server accepted nothing: {why}")));
        }
        Ok(run)
    }
}

impl Connection {
    async fn open(address: &str) -> std::io::Result<Connection> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream, buffer: Vec::with_capacity(4096) })
    }

    /// Sends the request; returns the status and, if that is no success, the answer's body.
    async fn exchange(&mut self, request: &Request) -> std::io::Result<(u16, Option<String>)> {
        self.stream.write_all(&request.bytes).await?;
        let Some(frame) = wire::read(&mut self.stream, &mut self.buffer).await? else {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        };
        let status = wire::status(&self.buffer);
        let good = (200..300).contains(&status);
        let text = (!good).then(|| String::from_utf8_lossy(frame.body(&self.buffer)).into_owned());
        self.buffer.drain(..frame.end);
        if frame.close {
            *self = Connection::open(&self.stream.peer_addr()?.to_string()).await?;
        }
        Ok((status, text))
    }
}

/// One connection's part of a stretch; gives the connection back if it still works.
async fn send(connection: Connection, mut request: Request, shared: Rc<RefCell<Stretch>>) -> Option<Connection> {
    let (address, start) = (shared.borrow().address.clone(), shared.borrow().start);
    let mut connection = connection;
    while let Some((index, due)) = take(&shared) {
        if let Some(due) = due {
            tokio::time::sleep_until(due.into()).await;
        }
        let sent = micros(start);
        request.number(FIRST + index, FIRST * 1_000_000 + sent);
        let answer = connection.exchange(&request).await;
        let answered = micros(start);
        let broken = answer.is_err();
        note(&mut shared.borrow_mut().run, Sent { index: index as usize, sent, answered }, answer);
        if broken {
            connection = Connection::open(&address).await.ok()?;
        }
    }
    Some(connection)
}

fn note(run: &mut Run, event: Sent, answer: std::io::Result<(u16, Option<String>)>) {
    match answer {
        Ok((_, None)) => run.sent.push(event),
        Ok((status, Some(text))) => run.refuse(|| format!("{status} {text}")),
        Err(e) => run.refuse(|| e.to_string()),
    }
}

/// The next event's number and, at a steady rate, when it is due; `None` when time is up.
fn take(shared: &Rc<RefCell<Stretch>>) -> Option<(u64, Option<Instant>)> {
    let mut s = shared.borrow_mut();
    let due = s.rate.map(|rate| s.begun + Duration::from_secs_f64((s.next - s.first) as f64 / f64::from(rate)));
    if due.unwrap_or_else(Instant::now) >= s.deadline {
        return None;
    }
    s.next += 1;
    Some((s.next - 1, due))
}

pub fn micros(start: Instant) -> u64 {
    start.elapsed().as_micros() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_have_the_size_asked_for() {
        for size in [100, 190, 500, 4000] {
            let text = body(size);
            assert_eq!(text.len(), size);
            serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
        }
    }

    #[test]
    fn digits_fill_their_place() {
        let mut place = *b"0000000000";
        write_digits(&mut place, FIRST + 42);
        assert_eq!(&place, b"1000000042");
    }
}
