//! A receiver on this machine that prints every delivery, one line each: time, topic, whether
//! the signature holds, body.

use crate::base::Timestamp;
use crate::cli::failure::Outcome;
use crate::cli::print;
use crate::cli::wire::{self, Frame};
use crate::domain::signing;
use std::sync::Arc;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// The receiver before it runs.
#[derive(Debug)]
pub struct Echo {
    listener: TcpListener,
    url: String,
}

impl Echo {
    pub async fn open() -> Outcome<Echo> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/", listener.local_addr()?);
        Ok(Echo { listener, url })
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// Receives; its connections end with it.
    pub async fn run(self, secret: String) -> Outcome {
        let secret: Arc<str> = secret.into();
        let mut connections = JoinSet::new();
        loop {
            tokio::select! {
                accepted = self.listener.accept() => { connections.spawn(receive(accepted?.0, Arc::clone(&secret))); }
                Some(_) = connections.join_next() => {}
            }
        }
    }
}

/// Ends with the connection; the server tries again what went wrong here.
async fn receive(mut stream: TcpStream, secret: Arc<str>) -> Option<()> {
    let mut buffer = Vec::new();
    loop {
        let frame = wire::read(&mut stream, &mut buffer).await.ok()??;
        print(&format!("{} {}\n", Timestamp::now(), shown(&buffer, &frame, &secret))).ok()?;
        buffer.drain(..frame.end);
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").await.ok()?;
    }
}

/// Topic, verdict and body of a delivery.
fn shown(message: &[u8], frame: &Frame, secret: &str) -> String {
    let body = frame.body(message);
    let topic = frame.header(message, "x-topic").unwrap_or("-");
    let signature = frame.header(message, "x-signature").unwrap_or_default();
    let verdict = if signing::verify(secret, body, signature).is_ok() { "ok" } else { "WRONG" };
    format!("{topic} signature {verdict} {}", String::from_utf8_lossy(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delivery_is_shown_with_its_verdict() {
        let show = |signature: &str, topic: &str| {
            let text = format!("POST / HTTP/1.1\r\n{topic}X-Signature: {signature}\r\nContent-Length: 2\r\n\r\n{{}}");
            let frame = Frame::find(text.as_bytes()).expect("readable").expect("whole");
            shown(text.as_bytes(), &frame, "k")
        };
        let good = "sha256=rdhTsQP7zJNqGU+esV4pxP8Ir25H1dG8pPICGOMeT/8";
        assert_eq!(show(good, "X-Topic: a.b\r\n"), "a.b signature ok {}");
        assert_eq!(show("sha256=AAAA", ""), "- signature WRONG {}");
    }
}
