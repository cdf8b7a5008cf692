//! A real proxy that opens tunnels: it records what it is asked for and can ask for a login.

use super::wire;
use std::io::{self, BufReader, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// One request for a tunnel.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The first line.
    pub line: String,
    pub headers: Vec<(String, String)>,
}

/// The proxy; it lives as long as the test's process.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Proxy {
    pub fn start() -> Proxy {
        Proxy::asking_for(None)
    }

    /// One that opens tunnels only for this value of `Proxy-Authorization`.
    pub fn asking_for(login: Option<&str>) -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().unwrap();
        let asked = Arc::<Mutex<Vec<Asked>>>::default();
        let (noted, login) = (asked.clone(), login.map(ToOwned::to_owned));
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let (noted, login) = (noted.clone(), login.clone());
                thread::spawn(move || serve(client, login.as_deref(), &noted));
            }
        });
        Proxy { address, asked }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The tunnels that were asked for so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

/// Ends with the tunnel; what goes wrong is the peers' business.
fn serve(client: TcpStream, login: Option<&str>, noted: &Mutex<Vec<Asked>>) -> io::Result<()> {
    let mut from = BufReader::new(client.try_clone()?);
    let line = wire::read_line(&mut from)?;
    let headers = wire::read_fields(&mut from)?;
    let shown = headers.iter().find(|(n, _)| n.eq_ignore_ascii_case("proxy-authorization")).map(|(_, v)| v.clone());
    noted.lock().unwrap().push(Asked { line: line.clone(), headers });
    let mut client = client;
    if login.is_some() && shown.as_deref() != login {
        return client.write_all(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
    }
    let target = line.strip_prefix("CONNECT ").and_then(|rest| rest.strip_suffix(" HTTP/1.1"));
    let Some(Ok(target)) = target.map(TcpStream::connect) else {
        return client.write_all(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    };
    client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")?;
    assert!(from.buffer().is_empty(), "nobody speaks before the tunnel stands");
    let (back, to) = (target.try_clone()?, client.try_clone()?);
    thread::spawn(move || pump(back, to));
    pump(client, target)
}

fn pump(from: TcpStream, mut to: TcpStream) -> io::Result<()> {
    let copied = io::copy(&mut BufReader::new(from), &mut to);
    let _ = to.shutdown(Shutdown::Write);
    copied.map(drop)
}
