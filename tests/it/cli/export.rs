//! Exports to files: names, formats, what exists already, and what breaks off.

use super::stub::{Stub, json};
use crate::support::{Answer, Cli, Daemon};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

const TARGET: &str = "/api/v1/export/audit-log";

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The day as the name of a file has it; a test that runs over midnight looks twice.
fn today() -> String {
    chrono::Utc::now().format("%Y-%m-%d").to_string()
}

#[test]
fn the_bare_command_writes_the_file_of_the_day() {
    let stub = Stub::start();
    stub.script(TARGET, [json(200, r#"{"data":[],"total":0}"#), json(200, r#"{"data":[1],"total":1}"#)]);
    let folder = tempfile::tempdir().unwrap();
    let before = today();
    for expected in [r#"{"data":[],"total":0}"#, r#"{"data":[1],"total":1}"#] {
        let output = stub.cli(&["export", "audit-log"]).within(folder.path()).run();
        let file = names(folder.path()).remove(0);
        let said = format!("Exported audit log to {file}\n");
        assert_eq!((output.code, output.stdout, output.stderr.as_str()), (Some(0), said, ""));
        assert!([before.clone(), today()].iter().any(|day| file == format!("audit-log-export-{day}.json")), "{file}");
        assert_eq!(std::fs::read_to_string(folder.path().join(&file)).unwrap(), expected);
    }
    let hits = stub.hits(TARGET);
    assert_eq!((hits[0].path.as_str(), hits[0].header("accept")), (TARGET, Some("application/json")));
}

#[test]
fn a_file_of_ones_own_is_replaced_only_by_force() {
    let stub = Stub::start();
    let csv = |text: &str| Answer::status(200).header("Content-Type", "text/csv").body(text);
    stub.script(TARGET, [csv("id\n1\n"), csv("id\n2\n")]);
    let folder = tempfile::tempdir().unwrap();
    let line = ["export", "audit-log", "--format", "csv", "--safe", "--from", "2026-01-01", "-f", "log.csv"];
    let run = |more: &[&str]| stub.cli(&[&line[..], more].concat()).within(folder.path()).run();
    let (first, again, forced) = (run(&[]), run(&[]), run(&["--force", "-q"]));
    assert_eq!((first.code, first.stdout.as_str()), (Some(0), "Exported audit log to log.csv\n"));
    assert_eq!((again.code, again.stdout.as_str()), (Some(2), ""), "{}", again.stderr);
    assert!(again.stderr.contains("--force"), "{}", again.stderr);
    assert_eq!((forced.code, forced.stdout.as_str()), (Some(0), ""), "{}", forced.stderr);
    assert_eq!(std::fs::read_to_string(folder.path().join("log.csv")).unwrap(), "id\n2\n");
    assert_eq!(names(folder.path()), ["log.csv"]);
    let query: Vec<String> = stub.hits(TARGET).into_iter().map(|hit| hit.path).collect();
    assert_eq!(query, vec![format!("{TARGET}?from=2026-01-01&format=csv&safe=1"); 2]);
    let mode = std::os::unix::fs::PermissionsExt::mode(
        &std::fs::metadata(folder.path().join("log.csv")).unwrap().permissions(),
    );
    assert_eq!(mode & 0o777, 0o600, "it names people and addresses");
}

#[test]
fn a_refusal_leaves_no_file() {
    let stub = Stub::start();
    stub.script(TARGET, [json(403, r#"{"error":"Insufficient scope: audit:read"}"#)]);
    let folder = tempfile::tempdir().unwrap();
    let output = stub.cli(&["export", "audit-log"]).within(folder.path()).run();
    assert_eq!((output.code, output.stdout.as_str()), (Some(4), ""), "{}", output.stderr);
    assert_eq!(names(folder.path()), [""; 0]);
    let output = stub.cli(&["export", "audit-log", "-f", "no/such/folder.json"]).within(folder.path()).run();
    assert_eq!(output.code, Some(4), "{}", output.stderr);
}

/// A server whose answers break off in the middle, but for the last.
fn breaking(answers: usize) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for n in 1..=answers {
            let mut stream = begin(&listener);
            let end = if n == answers { "0\r\n\r\n" } else { "" };
            // A client that has seen enough may be gone.
            stream.write_all(format!("6\r\n[1,2]\n\r\n{end}").as_bytes()).ok();
        }
    });
    url
}

/// Takes one request and begins to answer it in chunks.
fn begin(listener: &TcpListener) -> TcpStream {
    let (mut stream, _) = listener.accept().unwrap();
    let request = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
    let _ = request.take_while(|line| !line.is_empty()).count();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    stream.write_all(head.as_bytes()).ok();
    stream
}

#[test]
fn the_time_limit_is_for_each_pause_and_not_for_the_whole() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        let mut stream = begin(&listener);
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_millis(2500) {
            // Slow, but never as slow as the limit.
            std::thread::sleep(Duration::from_millis(100));
            stream.write_all(b"2\r\n1\n\r\n").unwrap();
        }
        stream.write_all(b"0\r\n\r\n").unwrap();
        // From here on nothing comes.
        (begin(&listener), listener)
    });
    let run = |_| {
        let cli = Cli::new(["export", "audit-log", "-f", "-", "--timeout", "2"]).env("JOBCELIS_BASE_URL", &url);
        cli.env("JOBCELIS_API_KEY", "jc_live_test").run()
    };
    let [slow, silent] = [0, 1].map(run);
    assert_eq!((slow.code, slow.stderr.as_str()), (Some(0), ""));
    assert!(slow.stdout.lines().all(|line| line == "1") && slow.stdout.len() > 10, "{}", slow.stdout);
    assert_eq!((silent.code, silent.stdout.as_str()), (Some(8), ""), "{}", silent.stderr);
    drop(server.join().unwrap());
}

#[test]
fn what_breaks_off_is_fetched_again_and_never_taken_for_whole() {
    let folder = tempfile::tempdir().unwrap();
    let run = |url: &str, line: &[&str]| {
        let cli = Cli::new([&["export", "audit-log"], line].concat()).env("JOBCELIS_BASE_URL", url);
        cli.env("JOBCELIS_API_KEY", "jc_live_test").within(folder.path()).run()
    };
    let output = run(&breaking(9), &["-f", "log.json", "--retries", "0"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(8), ""), "{}", output.stderr);
    assert_eq!(names(folder.path()), [""; 0]);
    let output = run(&breaking(9), &["-f", "-"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(8), "[1,2]\n"), "printed once: {}", output.stderr);
    let output = run(&breaking(2), &["-f", "log.json"]);
    assert_eq!((output.code, output.stderr.as_str()), (Some(0), ""));
    assert_eq!(std::fs::read_to_string(folder.path().join("log.json")).unwrap(), "[1,2]\n");
    assert_eq!(names(folder.path()), ["log.json"]);
}

#[test]
fn the_servers_own_export_in_every_format() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.event("t", serde_json::json!({}));
    let run = |format: &str| {
        let line = ["export", "audit-log", "--action", "*.created", "--format", format, "-f", "-"];
        account.cli(line).run().ok().stdout
    };
    // A star stands at the end only: nothing fits this one.
    assert_eq!(run("csv"), "id,action,resource_type,resource_id,user_id,ip_address,inserted_at\n");
    assert_eq!((run("json"), run("ndjson")), (r#"{"data":[],"total":0}"#.to_owned(), String::new()));
}
