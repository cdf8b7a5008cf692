//! Whether an address has an account is told neither by what is answered nor by how long it takes.

use crate::support::{Account, Api, Daemon, PASSWORD, Reply, unique};
use serde_json::json;
use std::time::{Duration, Instant};

/// An answer and the time it took.
fn timed(call: impl FnOnce() -> Reply) -> (Duration, Reply) {
    let begun = Instant::now();
    let reply = call();
    (begun.elapsed(), reply)
}

/// The same answers to a known and an unknown address, and medians that no other load of the
/// machine can tell apart, whereas one hash more or less would.
#[track_caller]
fn alike(calls: impl Iterator<Item = [(Duration, Reply); 2]>) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for [(time, reply), (other_time, other)] in calls {
        let names = |reply: &Reply| reply.headers.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!((reply.status, &reply.text, names(&reply)), (other.status, &other.text, names(&other)));
        known.push(time);
        unknown.push(other_time);
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        times[times.len() / 2]
    };
    let (known, unknown) = (median(&mut known), median(&mut unknown));
    let near = known.max(unknown) <= 3 * known.min(unknown) + Duration::from_millis(5);
    assert!(near, "known {known:?}, unknown {unknown:?}");
}

fn nobody() -> String {
    format!("{}@example.org", unique("nobody"))
}

#[test]
fn at_login() {
    let daemon = Daemon::start();
    let api = daemon.api();
    let login = |email: &str| timed(|| api.post("/auth/login", json!({"email": email, "password": "Wrong-Horse-77"})));
    // Four tries each, for the fifth locks.
    let pairs: Vec<(Account, String)> = (0..6).map(|_| (daemon.register(), nobody())).collect();
    let tries = pairs.iter().flat_map(|pair| [pair; 4]);
    alike(tries.enumerate().map(|(n, (account, unknown))| match n % 2 {
        0 => [login(&account.email), login(unknown)],
        _ => {
            let second = login(unknown);
            [login(&account.email), second]
        }
    }));
    let locked = |email: &str| login(email).1;
    for (account, unknown) in &pairs[..2] {
        for _ in 0..2 {
            let (known, unknown) = (locked(&account.email), locked(unknown));
            known.fails(423, "Account locked. Try again later.");
            unknown.fails(423, "Account locked. Try again later.");
        }
    }
}

#[test]
fn at_a_registration_that_is_closed() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    daemon.stop();
    daemon.restart_with(&["--registration", "closed", "--auth-rate-limit", "off"]);
    let api: Api = daemon.api();
    let register = |email: &str| timed(|| api.post("/auth/register", json!({"email": email, "password": PASSWORD})));
    let once = |_| [register(&account.email), register(&nobody())];
    register(&account.email).1.fails(403, "Registration is disabled");
    alike((0..40).map(once));
}
