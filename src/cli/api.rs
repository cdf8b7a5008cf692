//! The few API calls that the trial server and the bench make on their own behalf. They are
//! callers like any other: nothing here reaches behind the public API.

use super::failure::{Failure, Outcome};
use super::wire;
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// A server and the key to call it with.
#[derive(Debug, Clone)]
pub struct Api {
    /// `HOST:PORT`, plain HTTP.
    pub address: String,
    /// Empty before there is one.
    pub key: String,
}

/// A new account as its owner needs it.
#[derive(Debug)]
pub struct Account {
    pub email: String,
    pub password: String,
}

/// A webhook as its receiver needs it.
#[derive(Debug)]
pub struct Hook {
    pub id: String,
    pub secret: String,
}

impl Api {
    /// Registers an account with a password of its own; the calls then use its key.
    pub async fn register(address: &str, email: &str) -> Outcome<(Api, Account)> {
        let mut api = Api { address: address.to_owned(), key: String::new() };
        let password = format!("Aa1-{:016x}", rand::random::<u64>());
        let body = json!({ "email": email, "password": password });
        let made = api.call("POST", "/api/v1/auth/register", Some(&body)).await?;
        api.key = text(&made, "api_key");
        Ok((api, Account { email: email.to_owned(), password }))
    }

    /// A webhook for every event.
    pub async fn hook(&self, url: &str) -> Outcome<Hook> {
        let body = json!({ "url": url, "topics": [] });
        let made = self.call("POST", "/api/v1/webhooks", Some(&body)).await?;
        Ok(Hook { id: text(&made, "id"), secret: text(&made, "secret") })
    }

    /// A source made from a preset, with this secret, and the base of its project in the face hub.
    pub async fn source(&self, preset: &str, secret: &str) -> Outcome<String> {
        let body = json!({ "preset": preset, "secret": secret });
        let made = self.call("POST", "/api/v1/sources", Some(&body)).await?;
        let url = text(&made, "url");
        let path = url.find("/hub/").map_or_else(String::new, |at| url[at..].to_owned());
        Ok(path.split("/webhooks/").next().unwrap_or_default().to_owned())
    }

    /// A webhook for the events of some topics.
    pub async fn hook_for(&self, url: &str, topics: &str) -> Outcome {
        let body = json!({ "url": url, "topics": [topics] });
        self.call("POST", "/api/v1/webhooks", Some(&body)).await.map(drop)
    }

    pub async fn unhook(&self, id: &str) -> Outcome {
        self.call("DELETE", &format!("/api/v1/webhooks/{id}"), None).await.map(drop)
    }

    pub async fn send(&self, topic: &str, payload: Value) -> Outcome {
        let body = json!({ "topic": topic, "payload": payload });
        self.call("POST", "/api/v1/events", Some(&body)).await.map(drop)
    }

    /// The head of a request up to its length.
    pub fn head(&self, method: &str, path: &str) -> String {
        let mut head =
            format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n", self.address);
        if !self.key.is_empty() {
            head += &format!("Authorization: Bearer {}\r\n", self.key);
        }
        head
    }

    /// One call on a connection of its own.
    async fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Outcome<Value> {
        let wrong = |why: String| Failure::failed(format!("{method} http://{}{path}: {why}", self.address));
        let (status, text) = self.exchange(method, path, body).await.map_err(|e| wrong(e.to_string()))?;
        if !(200..300).contains(&status) {
            return Err(wrong(format!("{status} {}", String::from_utf8_lossy(&text))));
        }
        Ok(serde_json::from_slice(&text).unwrap_or_default())
    }

    async fn exchange(&self, method: &str, path: &str, body: Option<&Value>) -> std::io::Result<(u16, Vec<u8>)> {
        let body = body.map(Value::to_string).unwrap_or_default();
        let request = format!("{}Content-Length: {}\r\n\r\n{body}", self.head(method, path), body.len());
        let mut stream = TcpStream::connect(&self.address).await?;
        stream.write_all(request.as_bytes()).await?;
        let mut buffer = Vec::new();
        let frame = wire::read(&mut stream, &mut buffer).await?.ok_or(std::io::ErrorKind::UnexpectedEof)?;
        Ok((wire::status(&buffer), frame.body(&buffer).to_vec()))
    }
}

fn text(object: &Value, key: &str) -> String {
    object[key].as_str().unwrap_or_default().to_owned()
}
