//! A server that takes batches as a closure says: for sizes and refusals the real one is too
//! generous or too well-behaved to show.

use serde_json::{Value, json};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What it heard: the bodies in order of arrival.
#[derive(Clone, Default)]
pub struct Heard(Arc<Mutex<Vec<Vec<u8>>>>);

impl Heard {
    pub fn bodies(&self) -> Vec<Vec<u8>> {
        self.0.lock().unwrap().clone()
    }

    pub fn sizes(&self) -> Vec<usize> {
        self.bodies().iter().map(Vec::len).collect()
    }
}

/// An answer: status, further header lines, body.
pub type Reply = (u16, &'static str, String);

/// Listens until the process ends; the closure is given each body and its number from zero.
pub fn server(answer: impl Fn(usize, &[u8]) -> Reply + Send + Sync + 'static) -> (String, Heard) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (heard, answer) = (Heard::default(), Arc::new(answer));
    let shared = heard.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let (heard, answer) = (shared.clone(), answer.clone());
            std::thread::spawn(move || serve(&stream, &heard, &*answer));
        }
    });
    (url, heard)
}

fn serve(stream: &TcpStream, heard: &Heard, answer: &dyn Fn(usize, &[u8]) -> Reply) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let (mut reader, mut writer) = (BufReader::new(stream), stream);
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let line = line.trim_end().to_ascii_lowercase();
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
            if line.is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        let number = {
            let mut heard = heard.0.lock().unwrap();
            heard.push(body.clone());
            heard.len() - 1
        };
        let (status, headers, text) = answer(number, &body);
        let length = text.len();
        writer.write_all(
            format!("HTTP/1.1 {status} Told\r\nContent-Length: {length}\r\n{headers}\r\n{text}").as_bytes(),
        )?;
    }
}

/// What a server says that takes every event of a batch.
pub fn taken(body: &[u8]) -> String {
    let body: Value = serde_json::from_slice(body).expect("a batch");
    let events = body["events"].as_array().expect("a list").len();
    let items: Vec<Value> = (0..events).map(|index| json!({"index": index, "status": "accepted"})).collect();
    json!({"accepted": events, "rejected": 0, "events": items}).to_string()
}
