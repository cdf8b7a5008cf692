//! HTTPS on the listeners: certificates, their renewal, and connections that never agree on keys.

use crate::support::tls::{Pair, ask};
use crate::support::{Cli, Daemon, PASSWORD, connect, unique, until};
use serde_json::json;
use std::io::{Read, Write};

const HEALTH: &str = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";

fn serving(pair: &Pair, more: &[&str]) -> Daemon {
    let flags = pair.flags();
    Daemon::with(&[&flags.each_ref().map(String::as_str)[..], more].concat())
}

#[test]
fn requests_over_https() {
    let pair = Pair::new();
    let daemon = serving(&pair, &[]);
    let first = daemon.log().lines().next().unwrap().to_owned();
    assert!(first.ends_with(&format!(" listening on https://{}", daemon.address())), "{first}");
    let reply = pair.ask(daemon.address(), HEALTH);
    assert_eq!(reply.status, 200, "{}", reply.text);
    // The public URL is https by itself.
    assert_eq!(reply.header("strict-transport-security"), Some("max-age=31536000"));
    until("the log has it", || {
        daemon.log().contains(&format!("public_url=\"https://{}", daemon.address())).then_some(())
    });
    for (offered, taken) in
        [(&["h2", "http/1.1"][..], Some(&b"h2"[..])), (&["http/1.1"], Some(b"http/1.1")), (&[], None)]
    {
        let connection = pair.connect(daemon.address(), offered).unwrap();
        assert_eq!(connection.get_ref().conn.alpn_protocol(), taken);
    }
    let mut connection = pair.connect(daemon.address(), &[]).unwrap();
    for _ in 0..3 {
        assert_eq!(ask(&mut connection, HEALTH).status, 200, "a connection is used again");
    }
    let mut plain = connect(daemon.address()).unwrap();
    plain.write_all(HEALTH.as_bytes()).unwrap();
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer);
    assert!(!answer.starts_with(b"HTTP"), "nothing is answered in clear");
}

#[test]
fn the_client_trusts_it_when_told_to() {
    let pair = Pair::new();
    let daemon = serving(&pair, &[]);
    let url = format!("https://{}", daemon.address());
    let status = |more: &[&str]| Cli::new([&["status", "--base-url", &url, "--retries", "0"], more].concat()).run();
    let trusted = status(&["--ca-cert", pair.cert().to_str().unwrap()]);
    assert_eq!(trusted.code, Some(0), "{}", trusted.stderr);
    assert_eq!(status(&[]).code, Some(8), "nobody vouches for it");
}

#[test]
fn a_renewed_certificate_is_taken_up_and_a_bad_one_is_not() {
    let mut pair = Pair::new();
    let daemon = serving(&pair, &[]);
    let mut old = pair.connect(daemon.address(), &[]).unwrap();
    pair.renew();
    assert!(pair.connect(daemon.address(), &[]).is_err(), "nobody asked for it yet");
    daemon.signal("HUP");
    until("the new certificate is shown", || pair.connect(daemon.address(), &[]).ok());
    assert_eq!(ask(&mut old, HEALTH).status, 200, "what stands goes on");
    let good = std::fs::read(pair.key()).unwrap();
    for (key, problem) in [
        (&b"nonsense"[..], "holds no private key in PEM"),
        (&std::fs::read(Pair::new().key()).unwrap(), "is not the key of"),
    ] {
        std::fs::write(pair.key(), key).unwrap();
        daemon.signal("HUP");
        until("it says so", || {
            let log = daemon.log();
            log.lines().any(|l| l.contains("the certificate stays as it was") && l.contains(problem)).then_some(())
        });
        assert_eq!(pair.ask(daemon.address(), HEALTH).status, 200);
    }
    std::fs::write(pair.key(), good).unwrap();
    daemon.signal("HUP");
    until("it is taken again", || {
        (daemon.log().matches("new connections get the certificate as it is now").count() == 2).then_some(())
    });
}

#[test]
fn pairs_that_do_not_hold_are_refused_at_the_start() {
    let (pair, other) = (Pair::new(), Pair::new());
    let [cert, key, foreign] = [pair.cert(), pair.key(), other.key()].map(|p| p.to_str().unwrap().to_owned());
    let root = tempfile::tempdir().unwrap();
    let data = root.path().join("data");
    for (flags, problem) in [
        (&["--tls-cert", &cert][..], "--tls-key: must be given together with --tls-cert"),
        (&["--tls-key", &key], "--tls-cert: must be given together with --tls-key"),
        (&["--tls-cert", &cert, "--tls-key", &foreign], "is not the key of"),
        (&["--tls-cert", &key, "--tls-key", &key], "holds no certificate in PEM"),
        (&["--tls-cert", &cert, "--tls-key", &cert], "holds no private key in PEM"),
        (&["--tls-cert", "/nowhere.pem", "--tls-key", &key], "/nowhere.pem cannot be read"),
        (&["--tls-cert", &cert, "--tls-key", &key, "--dev"], "cannot be used together with --dev"),
    ] {
        for check in [&["--check"][..], &["--listen", "127.0.0.1:0"]] {
            let place = ["serve", "--data-dir", data.to_str().unwrap()];
            let run = Cli::new([&place[..], flags, check].concat()).run();
            assert_eq!((run.code, run.stderr.contains(problem)), (Some(2), true), "{flags:?}: {}", run.stderr);
        }
    }
    assert!(!data.exists(), "nothing was made");
    let good = Cli::new(["serve", "--check", "--tls-cert", &cert, "--tls-key", &key]).run();
    assert_eq!(good.code, Some(0), "{}", good.stderr);
}

/// The number of this name in the newest line of state.
fn state(daemon: &Daemon, name: &str) -> usize {
    let before = daemon.log().matches("state: state").count();
    daemon.signal("USR1");
    until("the state is told", || {
        let log = daemon.log();
        let line = log.lines().rfind(|l| l.contains("state: state"))?;
        let fresh = log.matches("state: state").count() > before;
        let value = line.split_whitespace().find_map(|word| word.strip_prefix(&format!("{name}=")))?;
        fresh.then(|| value.parse().ok()).flatten()
    })
}

#[test]
fn whoever_never_agrees_on_keys_takes_a_place_and_loses_it() {
    let pair = Pair::new();
    let daemon = serving(&pair, &[]);
    let mut silent = connect(daemon.address()).unwrap();
    until("it takes a place", || (state(&daemon, "connections") == 1).then_some(()));
    let started = std::time::Instant::now();
    assert_eq!(silent.read(&mut [0]).unwrap_or(0), 0, "it is closed");
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    until("the place is free", || (state(&daemon, "connections") == 0).then_some(()));
}

/// The key of a fresh account, made over TLS.
fn register(pair: &Pair, daemon: &Daemon) -> String {
    let email = format!("{}@example.org", unique("tls"));
    let body = json!({"email": email, "password": PASSWORD, "name": "T"}).to_string();
    let head = "POST /api/v1/auth/register HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length";
    let made = pair.ask(daemon.address(), &format!("{head}: {}\r\n\r\n{body}", body.len()));
    made.json["api_key"].as_str().unwrap_or_else(|| panic!("no key: {}", made.text)).to_owned()
}

#[test]
fn streams_and_sockets_over_tls() {
    let pair = Pair::new();
    let daemon = serving(&pair, &[]);
    let (url, key) = (format!("https://{}", daemon.address()), register(&pair, &daemon));
    let cert = pair.cert();
    let run = |args: &[&str]| Cli::new(args).env("JOBCELIS_BASE_URL", &url).env("JOBCELIS_API_KEY", &key).run();
    let trust = ["--ca-cert", cert.to_str().unwrap()];
    let sent = run(&[&["events", "send", "order.created", r#"{"a":1}"#], &trust[..]].concat());
    assert_eq!(sent.code, Some(0), "{}", sent.stderr);
    for more in [&[][..], &["--ws"]] {
        let tail = ["events", "tail", "--since", "10m", "--count", "1", "--for", "15s"];
        let read = run(&[&tail[..], more, &trust].concat());
        assert!(read.stdout.contains("order.created"), "{more:?}: {} {}", read.stdout, read.stderr);
    }
}

#[test]
fn our_own_sandbox_needs_nobody_to_vouch_for_us() {
    let mut pair = Pair::new();
    let daemon = serving(&pair, &[]);
    let (url, key) = (format!("https://{}", daemon.address()), register(&pair, &daemon));
    for round in ["first", "renewed"] {
        let trust = ["--ca-cert".to_owned(), pair.cert().to_str().unwrap().to_owned()];
        let run = |args: &[&str]| {
            let args = args.iter().map(ToString::to_string).chain(trust.clone());
            Cli::new(args).env("JOBCELIS_BASE_URL", &url).env("JOBCELIS_API_KEY", &key).run()
        };
        let made = run(&["sandbox", "create", "--name", round]);
        let made: serde_json::Value = serde_json::from_str(&made.stdout).expect(&made.stderr);
        let place = made["full_url"].as_str().unwrap();
        assert!(place.starts_with("https://"), "{place}");
        let hook = run(&["webhooks", "create", "--url", place, "--topics", round]);
        assert_eq!(hook.code, Some(0), "{}", hook.stderr);
        let sent = run(&["events", "send", round, "{}", "--wait=20s"]);
        assert_eq!(sent.code, Some(0), "{round}: {}{}", sent.stdout, sent.stderr);
        if round == "first" {
            pair.renew();
            daemon.signal("HUP");
            until("the new certificate is shown", || pair.connect(daemon.address(), &[]).ok());
        }
    }
}

#[test]
fn a_reader_of_a_stream_who_leaves_is_missed() {
    let pair = Pair::new();
    let daemon = serving(&pair, &[]);
    let key = register(&pair, &daemon);
    let mut reader = pair.connect(daemon.address(), &["http/1.1"]).unwrap();
    write!(reader.get_mut(), "GET /api/v1/stream HTTP/1.1\r\nHost: x\r\nX-Api-Key: {key}\r\n\r\n").unwrap();
    reader.get_mut().flush().unwrap();
    until("the stream is open", || (state(&daemon, "event_streams") == 1).then_some(()));
    reader.get_mut().conn.send_close_notify();
    reader.get_mut().flush().unwrap();
    drop(reader);
    until("its place is free", || (state(&daemon, "event_streams") == 0).then_some(()));
}

#[test]
fn the_socket_file_beside_stays_plain() {
    let (pair, folder) = (Pair::new(), tempfile::tempdir().unwrap());
    let path = folder.path().join("http.sock");
    let daemon = serving(&pair, &["--listen", &format!("unix:{}", path.display())]);
    let mut socket = std::os::unix::net::UnixStream::connect(&path).unwrap();
    socket.write_all(b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert_eq!(pair.ask(daemon.address(), HEALTH).status, 200);
}
