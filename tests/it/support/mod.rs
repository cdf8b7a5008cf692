//! What the black-box tests stand on: the real binary, a real receiver, a plain HTTP client and
//! waiting for conditions. It knows the public contract only, never the crate's own types.

mod account;
mod api;
mod authenticator;
mod cli;
mod daemon;
mod described;
mod proxy;
mod receiver;
mod selftest;
mod sign;
mod smtp;
pub mod tls;
mod wire;

pub use account::{Account, PASSWORD};
pub use api::{Api, Call};
pub use authenticator::Authenticator;
pub use cli::{Cli, Output, finish};
pub use daemon::{Daemon, Shared};
pub use proxy::Proxy;
pub use receiver::{Answer, Hit, Receiver};
pub use sign::{bearer_jwt, hmac_hex, jobcelis_signature, pj_signature, standard_signature};
pub use smtp::{Letter, MailServer, Turn};
pub use wire::{Reply, connect, exchange, read_reply, try_exchange};

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How long a condition may take before the test gives up; generous, since two cores run it all.
pub const DEADLINE: Duration = Duration::from_secs(20);

/// Polls `look` until it answers, and fails with `what` once the deadline has passed.
pub fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(started.elapsed() < DEADLINE, "gave up waiting until {what}");
        std::thread::sleep(Duration::from_millis(15));
    }
}

/// A word that no other test of this run uses.
pub fn unique(prefix: &str) -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    format!("{prefix}{}x{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// RFC 3339 text of an instant that many milliseconds from now.
pub fn in_millis(ms: i64) -> String {
    let at = chrono::Utc::now() + chrono::TimeDelta::milliseconds(ms);
    at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
}

/// A well-formed id that no row has.
pub const NO_ID: &str = "0199b5a0-ffff-7000-8000-00000000dead";
