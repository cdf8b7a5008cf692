//! Deliveries: the request, its body, retries, the circuit, pace, manual retries and dead letters.

mod body;
mod circuit;
mod classify;
mod connection;
mod dead_letters;
mod manual;
mod pace;
mod record;
mod request;
mod schedule;

use crate::support::{Account, Daemon, Receiver, Shared};
use serde_json::Value;

/// An account with one webhook.
struct Bench {
    _daemon: Shared,
    account: Account,
    receiver: Receiver,
    hook: String,
}

impl Bench {
    fn new(config: Value) -> Bench {
        let daemon = Daemon::shared();
        let account = daemon.register();
        let receiver = Receiver::start();
        let hook = account.webhook_id(&receiver.url("/in"), config);
        Bench { _daemon: daemon, account, receiver, hook }
    }
}

/// Seconds from the start of the last attempt to the next one.
pub fn delay(delivery: &Value) -> f64 {
    let time = |v: &Value| chrono::DateTime::parse_from_rfc3339(v.as_str().expect("a time")).unwrap();
    let attempts = delivery["attempts"].as_array().expect("the list of attempts");
    let started = time(&attempts.last().expect("an attempt")["started_at"]);
    (time(&delivery["next_retry_at"]) - started).as_seconds_f64()
}
