//! A real mail server for tests: it speaks SMTP over TCP, keeps what it is handed and follows a
//! script of refusals, so that it can also be short of patience, break off or be away.

use super::until;
use base64::Engine as _;
use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::Duration;

/// A letter as it was handed in.
#[derive(Debug, Clone)]
pub struct Letter {
    pub from: String,
    pub to: Vec<String>,
    /// Headers and body, with plain line ends.
    pub text: String,
}

impl Letter {
    /// Every header of that name, continuation lines joined.
    pub fn headers(&self, name: &str) -> Vec<String> {
        let head = self.text.split("\n\n").next().unwrap_or_default().replace("\n ", " ").replace("\n\t", " ");
        let of =
            |line: &str| line.split_once(": ").filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.to_owned());
        head.lines().filter_map(of).collect()
    }

    #[track_caller]
    pub fn header(&self, name: &str) -> String {
        let [one] = &self.headers(name)[..] else { panic!("not one {name}: {}", self.text) };
        one.clone()
    }

    /// The body without its transfer encoding.
    pub fn body(&self) -> String {
        let body = self.text.split_once("\n\n").map_or("", |(_, body)| body);
        match self.header("Content-Transfer-Encoding").as_str() {
            "quoted-printable" => quoted_printable(body),
            "base64" => {
                let bytes = base64::engine::general_purpose::STANDARD.decode(body.replace('\n', "")).expect("base64");
                String::from_utf8(bytes).expect("UTF-8").replace("\r\n", "\n")
            }
            _ => body.to_owned(),
        }
    }

    /// The link that stands on a line of its own.
    #[track_caller]
    pub fn link(&self) -> String {
        let body = self.body();
        let link = body.lines().find(|line| line.starts_with("http"));
        link.unwrap_or_else(|| panic!("no link: {body}")).to_owned()
    }

    /// The last part of the link.
    #[track_caller]
    pub fn token(&self) -> String {
        self.link().rsplit('/').next().unwrap().to_owned()
    }
}

fn quoted_printable(text: &str) -> String {
    let joined = text.replace("=\n", "");
    let (mut bytes, mut rest) = (Vec::new(), joined.as_bytes());
    while let [first, after @ ..] = rest {
        rest = match (first, after) {
            (b'=', [a, b, after @ ..]) => {
                bytes.push(u8::from_str_radix(std::str::from_utf8(&[*a, *b]).unwrap(), 16).expect("hex"));
                after
            }
            _ => {
                bytes.push(*first);
                after
            }
        };
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// What the server does in place of a yes.
#[derive(Debug, Clone)]
pub enum Turn {
    /// Answers a command that starts so with this line, once.
    Refuse(&'static str, &'static str),
    /// Closes the connection at a command that starts so, once.
    Hang(&'static str),
}

#[derive(Debug, Default)]
struct State {
    letters: Vec<Letter>,
    turns: VecDeque<Turn>,
    streams: Vec<TcpStream>,
    connections: usize,
    stopping: bool,
}

/// A running mail server; it ends when dropped. It knows one login, `ana` with `Right-4711`, and asks
/// nobody for it.
#[derive(Debug)]
pub struct MailServer {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    thread: Option<JoinHandle<()>>,
}

impl MailServer {
    pub fn start() -> MailServer {
        MailServer::at(SocketAddr::from(([127, 0, 0, 1], 0)))
    }

    /// On an address where one was before.
    pub fn at(address: SocketAddr) -> MailServer {
        let listener = until("the mail server has its port", || TcpListener::bind(address).ok());
        let address = listener.local_addr().unwrap();
        let state: Arc<Mutex<State>> = Arc::default();
        let shared = state.clone();
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let mut open = lock(&shared);
                if open.stopping {
                    return;
                }
                open.connections += 1;
                open.streams.push(stream.try_clone().unwrap());
                let shared = shared.clone();
                std::thread::spawn(move || serve(&stream, &shared).ok());
            }
        });
        MailServer { address, state, thread: Some(thread) }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What a server is told to send its mail here.
    pub fn flags(&self) -> [String; 4] {
        let url = format!("smtp://{}", self.address);
        ["--smtp-url".to_owned(), url, "--mail-from".to_owned(), "jobcelis@mail.example".to_owned()]
    }

    /// Does this, in this order, at the next commands that it fits.
    pub fn script(&self, turns: impl IntoIterator<Item = Turn>) {
        lock(&self.state).turns = turns.into_iter().collect();
    }

    pub fn letters(&self) -> Vec<Letter> {
        lock(&self.state).letters.clone()
    }

    pub fn connections(&self) -> usize {
        lock(&self.state).connections
    }

    /// Whether the whole script was followed.
    pub fn is_done(&self) -> bool {
        lock(&self.state).turns.is_empty()
    }

    /// The first letter to that address with these words in its subject.
    #[track_caller]
    pub fn letter(&self, to: &str, subject: &str) -> Letter {
        self.nth_letter(to, subject, 0)
    }

    /// As [`MailServer::letter`], after so many others like it.
    #[track_caller]
    pub fn nth_letter(&self, to: &str, subject: &str, nth: usize) -> Letter {
        let fits = |letter: &Letter| letter.to == [to] && letter.header("Subject").contains(subject);
        until(&format!("{to} gets {subject:?}"), || self.letters().into_iter().filter(fits).nth(nth))
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        lock(&self.state).stopping = true;
        TcpStream::connect(self.address).ok();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
        for stream in lock(&self.state).streams.drain(..) {
            stream.shutdown(std::net::Shutdown::Both).ok();
        }
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(|e| e.into_inner())
}

/// One conversation.
fn serve(stream: &TcpStream, state: &Mutex<State>) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let (mut lines, mut out) = (BufReader::new(stream).lines(), stream);
    let mut say = |line: &str| out.write_all(format!("{line}\r\n").as_bytes());
    let (mut from, mut to) = (String::new(), Vec::new());
    say("220 mail.example ready")?;
    while let Some(line) = lines.next().transpose()? {
        match turn(state, &line) {
            Some(Turn::Hang(_)) => {
                stream.shutdown(std::net::Shutdown::Both).ok();
                return Ok(());
            }
            Some(Turn::Refuse(_, answer)) => {
                say(answer)?;
                continue;
            }
            None => {}
        }
        let address = || line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        match line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase().as_str() {
            "EHLO" => say("250-mail.example\r\n250-8BITMIME\r\n250-AUTH PLAIN\r\n250 SIZE 1000000")?,
            "AUTH" if line == "AUTH PLAIN AGFuYQBSaWdodC00NzEx" => say("235 welcome")?,
            "AUTH" => say("535 5.7.8 ana is not welcome")?,
            "MAIL" => {
                (from, to) = (address(), Vec::new());
                say("250 ok")?;
            }
            "RCPT" => {
                to.push(address());
                say("250 ok")?;
            }
            "DATA" => {
                say("354 go on")?;
                let mut text = String::new();
                loop {
                    match lines.next().transpose()? {
                        Some(line) if line == "." => break,
                        Some(line) => text += &format!("{}\n", line.strip_prefix('.').unwrap_or(&line)),
                        None => return Ok(()),
                    }
                }
                if let Some(Turn::Refuse(_, answer)) = turn(state, "END") {
                    say(answer)?;
                    continue;
                }
                lock(state).letters.push(Letter { from: from.clone(), to: to.clone(), text });
                say("250 taken")?;
            }
            "QUIT" => {
                say("221 bye")?;
                return Ok(());
            }
            "RSET" | "NOOP" => say("250 ok")?,
            _ => say("502 what?")?,
        }
    }
    Ok(())
}

/// The next turn of the script, if it is about this command.
fn turn(state: &Mutex<State>, command: &str) -> Option<Turn> {
    let mut state = lock(state);
    let (Turn::Refuse(start, _) | Turn::Hang(start)) = state.turns.front()?;
    if command.starts_with(start) { state.turns.pop_front() } else { None }
}
