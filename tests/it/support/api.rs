//! Calls to the public API with one credential; the address follows its daemon over restarts.

use super::described;
use super::wire::{Reply, exchange, try_exchange};
use serde_json::Value;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

/// A caller: where the daemon is and how it proves itself.
#[derive(Debug, Clone)]
pub struct Api {
    address: Arc<Mutex<SocketAddr>>,
    bearer: Option<String>,
}

impl Api {
    pub fn new(address: Arc<Mutex<SocketAddr>>) -> Api {
        Api { address, bearer: None }
    }

    /// The same daemon with `Authorization: Bearer <token>`.
    pub fn with(&self, token: &str) -> Api {
        Api { address: self.address.clone(), bearer: Some(token.to_owned()) }
    }

    /// The same daemon without a credential.
    pub fn anonymous(&self) -> Api {
        Api::new(self.address.clone())
    }

    pub fn address(&self) -> SocketAddr {
        *self.address.lock().unwrap()
    }

    /// A call to `/api/v1<path>`.
    pub fn call(&self, method: &str, path: &str) -> Call {
        self.target(method, &format!("/api/v1{path}"))
    }

    /// A call to any path of the server.
    pub fn target(&self, method: &str, target: &str) -> Call {
        let head = format!("{method} {target} HTTP/1.1\r\n");
        let mut call = Call { to: self.address(), head, body: None };
        if let Some(token) = &self.bearer {
            call = call.header("Authorization", &format!("Bearer {token}"));
        }
        call
    }

    pub fn get(&self, path: &str) -> Reply {
        self.call("GET", path).send()
    }

    pub fn post(&self, path: &str, body: Value) -> Reply {
        self.call("POST", path).json(body).send()
    }

    pub fn patch(&self, path: &str, body: Value) -> Reply {
        self.call("PATCH", path).json(body).send()
    }

    pub fn delete(&self, path: &str) -> Reply {
        self.call("DELETE", path).send()
    }
}

/// One request under construction.
#[derive(Debug, Clone)]
pub struct Call {
    to: SocketAddr,
    head: String,
    body: Option<Vec<u8>>,
}

impl Call {
    pub fn header(mut self, name: &str, value: &str) -> Call {
        self.head.push_str(&format!("{name}: {value}\r\n"));
        self
    }

    pub fn json(self, body: Value) -> Call {
        self.raw("application/json", body.to_string())
    }

    /// A body sent as it stands; an empty type sends no `Content-Type`.
    pub fn raw(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Call {
        self.body = Some(body.into());
        if content_type.is_empty() { self } else { self.header("Content-Type", content_type) }
    }

    #[track_caller]
    pub fn send(&self) -> Reply {
        let bytes = self.bytes();
        let reply = exchange(self.to, &bytes);
        described::check(self.to, &bytes, &reply);
        reply
    }

    /// As `send`, for servers that may be dying.
    pub fn try_send(&self) -> io::Result<Reply> {
        try_exchange(self.to, &self.bytes())
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{}Host: {}\r\nConnection: close\r\n", self.head, self.to).into_bytes();
        if let Some(body) = &self.body {
            bytes.extend(format!("Content-Length: {}\r\n\r\n", body.len()).bytes());
            bytes.extend(body);
        } else {
            bytes.extend(b"\r\n");
        }
        bytes
    }
}
