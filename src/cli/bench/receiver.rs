//! The other end of the deliveries: one listener on a thread of its own that notes when each
//! event arrives at each webhook, and answers as the webhook's role says.

use super::load::{FIRST, Run, SEQ_KEY, micros};
use crate::cli::wire;
use std::cell::RefCell;
use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::Instant;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;

/// How the receiver of one webhook behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Answers,
    Fails,
    Hangs,
}

/// The receiver while it runs.
#[derive(Debug)]
pub struct Receiver {
    address: SocketAddr,
    good: usize,
    arrived: Arc<AtomicU64>,
    stop: CancellationToken,
    thread: JoinHandle<Arrivals>,
}

/// When what arrived.
#[derive(Debug, Default)]
pub struct Arrivals {
    /// By webhook with the role to answer, then by event; microseconds since the start, 0 = never.
    times: Vec<Vec<u64>>,
    /// Deliveries beyond the first of an event to a webhook.
    pub duplicates: u64,
}

/// Accepted events and their arrivals side by side.
#[derive(Debug, Default)]
pub struct Joined {
    pub delivered: u64,
    pub lost: u64,
    /// From the answer to the arrival, in microseconds; zero when the arrival came first.
    pub delays: Vec<u64>,
    last: u64,
}

impl Joined {
    /// Deliveries per second from `started` to the last arrival.
    pub fn per_second(&self, started: u64) -> f64 {
        let span = self.last.saturating_sub(started);
        if span == 0 { 0.0 } else { self.delivered as f64 * 1e6 / span as f64 }
    }
}

impl Arrivals {
    pub fn join(&self, run: &Run) -> Joined {
        let mut joined = Joined::default();
        for (webhook, sent) in self.times.iter().flat_map(|w| run.sent.iter().map(move |s| (w, s))) {
            match webhook.get(sent.index) {
                None | Some(0) => joined.lost += 1,
                Some(at) => {
                    joined.delivered += 1;
                    joined.last = joined.last.max(*at);
                    joined.delays.push(at.saturating_sub(sent.answered));
                }
            }
        }
        joined
    }
}

struct State {
    roles: Vec<Role>,
    /// Place of each answering webhook in `arrivals.times`.
    places: Vec<usize>,
    arrivals: Arrivals,
    arrived: Arc<AtomicU64>,
    start: Instant,
}

impl Receiver {
    pub fn start(roles: Vec<Role>, start: Instant) -> std::io::Result<Receiver> {
        let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let good = roles.iter().filter(|r| **r == Role::Answers).count();
        let arrived = Arc::new(AtomicU64::new(0));
        let (counter, stop) = (Arc::clone(&arrived), CancellationToken::new());
        let token = stop.clone();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let thread = std::thread::Builder::new().name("receiver".into()).spawn(move || {
            let places = (0..roles.len()).map(|i| roles[..i].iter().filter(|r| **r == Role::Answers).count()).collect();
            let arrivals = Arrivals { times: vec![Vec::new(); good], duplicates: 0 };
            let state = Rc::new(RefCell::new(State { roles, places, arrivals, arrived: counter, start }));
            let local = tokio::task::LocalSet::new();
            let accepting = accept(listener, Rc::clone(&state));
            runtime.block_on(local.run_until(token.run_until_cancelled(accepting)));
            std::mem::take(&mut state.borrow_mut().arrivals)
        })?;
        Ok(Receiver { address, good, arrived, stop, thread })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Webhooks that answer.
    pub fn good(&self) -> usize {
        self.good
    }

    /// First arrivals at webhooks that answer.
    pub fn arrived(&self) -> u64 {
        self.arrived.load(Ordering::Relaxed)
    }

    pub fn stop(self) -> Arrivals {
        self.stop.cancel();
        self.thread.join().unwrap_or_default()
    }
}

async fn accept(listener: std::net::TcpListener, state: Rc<RefCell<State>>) {
    let Ok(listener) = TcpListener::from_std(listener) else { return };
    loop {
        // A failed accept is the other side's or for want of descriptors; the next may do.
        if let Ok((stream, _)) = listener.accept().await {
            tokio::task::spawn_local(serve(stream, Rc::clone(&state)));
        }
    }
}

/// Ends with the connection; what fails here shows as a delivery that is missing.
async fn serve(mut stream: TcpStream, state: Rc<RefCell<State>>) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut buffer = Vec::with_capacity(4096);
    loop {
        let frame = wire::read(&mut stream, &mut buffer).await.ok()??;
        let answer: &[u8] = match state.borrow_mut().take(&buffer[..frame.end]) {
            Role::Answers => b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
            Role::Fails => b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n",
            Role::Hangs => b"",
        };
        buffer.drain(..frame.end);
        if answer.is_empty() {
            continue;
        }
        stream.write_all(answer).await.ok()?;
    }
}

impl State {
    /// Notes a delivery and tells what to do with it.
    fn take(&mut self, message: &[u8]) -> Role {
        let index = wire::path(message).rsplit(|b| *b == b'/').next().and_then(number).unwrap_or(u64::MAX);
        let Some(role) = self.roles.get(index as usize).copied() else { return Role::Fails };
        let seq = message.windows(SEQ_KEY.len()).position(|w| w == SEQ_KEY);
        let event = seq.and_then(|p| number(&message[p + SEQ_KEY.len()..])).and_then(|n| n.checked_sub(FIRST));
        let (Role::Answers, Some(event)) = (role, event) else { return role };
        let times = &mut self.arrivals.times[self.places[index as usize]];
        if times.len() <= event as usize {
            times.resize(event as usize + 1, 0);
        }
        match &mut times[event as usize] {
            time @ 0 => {
                *time = micros(self.start);
                self.arrived.fetch_add(1, Ordering::Relaxed);
            }
            _ => self.arrivals.duplicates += 1,
        }
        role
    }
}

/// The digits at the start of a text.
fn number(text: &[u8]) -> Option<u64> {
    let digits = text.iter().take_while(|b| b.is_ascii_digit()).count();
    std::str::from_utf8(&text[..digits]).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::load::Sent;
    use super::*;

    #[test]
    fn arrivals_join_with_what_was_accepted() {
        let state = |roles: Vec<Role>| State {
            places: vec![0, 0],
            arrivals: Arrivals { times: vec![Vec::new()], duplicates: 0 },
            arrived: Arc::default(),
            start: Instant::now() - std::time::Duration::from_millis(1),
            roles,
        };
        let mut state = state(vec![Role::Fails, Role::Answers]);
        let mut deliver = |path: &str, seq: u64| {
            state.take(format!("POST {path} HTTP/1.1\r\n\r\n{{\"seq\":{seq},\"x\":1}}").as_bytes())
        };
        assert_eq!(deliver("/0", FIRST), Role::Fails);
        assert_eq!(deliver("/1", FIRST), Role::Answers);
        assert_eq!(deliver("/1", FIRST), Role::Answers);
        assert_eq!(deliver("/1", FIRST + 2), Role::Answers);
        assert_eq!(deliver("/2", FIRST), Role::Fails);
        let sent = |index| Sent { index, sent: 0, answered: 1 };
        let run = Run { sent: vec![sent(0), sent(1), sent(2)], ..Run::default() };
        let joined = state.arrivals.join(&run);
        assert_eq!((joined.delivered, joined.lost, state.arrivals.duplicates), (2, 1, 1));
        assert_eq!(state.arrived.load(Ordering::Relaxed), 2);
    }
}
