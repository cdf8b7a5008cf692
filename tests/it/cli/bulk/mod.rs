//! Sending many events from a file: every form of file, what is rejected, what happens after an
//! interruption, and sizes that a server does not take.

mod again;
mod batches;
mod sizes;

use crate::support::{Account, Cli, Daemon, Output};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with a file of events in it.
struct Work {
    folder: TempDir,
    file: PathBuf,
}

impl Work {
    fn new(name: &str, text: &str) -> Work {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(name);
        std::fs::write(&file, text).expect("written");
        Work { folder, file }
    }

    fn beside(&self, suffix: &str) -> PathBuf {
        PathBuf::from(format!("{}{suffix}", self.file.display()))
    }

    fn state(&self) -> PathBuf {
        self.beside(".jobcelis-state.json")
    }

    fn rejects(&self) -> Vec<Value> {
        let text = std::fs::read_to_string(self.beside(".rejected.ndjson")).unwrap_or_default();
        text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
    }

    fn cli(&self, url: &str, key: &str, more: &[&str]) -> Cli {
        cli(url, key, &[&["--file", self.file.to_str().expect("a path")], more].concat())
    }

    #[track_caller]
    fn send(&self, url: &str, key: &str, more: &[&str]) -> Output {
        self.cli(url, key, more).run()
    }

    fn files(&self) -> usize {
        std::fs::read_dir(self.folder.path()).expect("a folder").count()
    }
}

fn cli(url: &str, key: &str, args: &[&str]) -> Cli {
    Cli::new([&["events", "send"], args].concat()).env("JOBCELIS_BASE_URL", url).env("JOBCELIS_API_KEY", key)
}

fn url(daemon: &Daemon) -> String {
    format!("http://{}", daemon.address())
}

/// The summary, after a check of the exit code.
#[track_caller]
fn summary(output: &Output, code: i32) -> Value {
    assert_eq!(output.code, Some(code), "{}{}", output.stdout, output.stderr);
    output.read()
}

/// Every event of the project, oldest first.
#[track_caller]
fn events(account: &Account) -> Vec<Value> {
    let (mut all, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = account.get(&format!("/events?limit=200{cursor}")).ok(200);
        all.extend(page["events"].as_array().expect("a list").clone());
        match page["next_cursor"].as_str() {
            Some(next) if page["has_next"] == true => cursor = format!("&cursor={next}"),
            _ => break,
        }
    }
    all.reverse();
    all
}

fn sha256(path: &Path) -> String {
    use sha2::Digest;
    hex::encode(sha2::Sha256::digest(std::fs::read(path).expect("the file")))
}

#[test]
fn every_form_of_file_becomes_the_same_events() {
    let daemon = Daemon::shared();
    for (name, text, more) in [
        (
            "lines.ndjson",
            "{\"topic\":\"a\",\"payload\":{\"n\":1.10}}\r\n\r\n{\"payload\":{\"n\":\"two\"}}\r\n",
            &["--topic", "t"][..],
        ),
        ("array.json", " [{\"topic\":\"a\",\"n\":1.10},\n {\"n\":\"two\",\"topic\":null}]\n", &["--topic", "t"]),
        ("raw.ndjson", "{\"n\":1.10}\n{\"n\":\"two\"}", &["--topic", "t", "--payload-only"]),
        ("table.csv", "topic,n\na,1.10\n,two\n", &["--topic", "t", "--csv"]),
    ] {
        let (account, work) = (daemon.register(), Work::new(name, text));
        let done = summary(&work.send(&url(&daemon), &account.key, more), 0);
        assert_eq!((&done["accepted"], &done["rejected"], &done["rejects_file"]), (&json!(2), &json!(0), &Value::Null));
        assert!(done["events_per_second"].is_number() && done["elapsed_s"].is_number(), "{done}");
        assert_eq!(work.files(), 1, "{name}: no state and no rejects are left");
        let keys = &sha256(&work.file)[..16];
        let second = if name == "lines.ndjson" || name.ends_with("csv") { 3 } else { 2 };
        let first = if name.ends_with("csv") { 2 } else { 1 };
        let all = events(&account);
        let one = if name.ends_with("csv") { json!("1.10") } else { serde_json::from_str("1.10").unwrap() };
        let topic = if name == "raw.ndjson" { "t" } else { "a" };
        let brief = |e: &Value| json!([e["topic"], e["payload"], e["idempotency_key"]]);
        assert_eq!(
            all.iter().map(brief).collect::<Vec<_>>(),
            [
                json!([topic, {"n": one}, format!("{keys}-{first}")]),
                json!(["t", {"n": "two"}, format!("{keys}-{second}")]),
            ],
            "{name}"
        );
    }
}

#[test]
fn stdin_is_sent_too_and_numbers_keep_their_text() {
    let (daemon, text) = (Daemon::shared(), "{\"topic\":\"a\",\"payload\":{\"n\":12345678901234567890123}}\n[1]\n");
    let account = daemon.register();
    let home = tempfile::tempdir().expect("a folder");
    let rejects = home.path().join("rejects").to_str().expect("a path").to_owned();
    let output = cli(&url(&daemon), &account.key, &["--file", "-", "--rejects", &rejects]).stdin(text).run();
    let done = summary(&output, 9);
    assert_eq!((&done["accepted"], &done["rejected"]), (&json!(1), &json!(1)));
    assert_eq!(done["rejects_file"], rejects.as_str());
    let raw = account.get("/events").text;
    assert!(raw.contains("12345678901234567890123"), "{raw}");
    let output = cli(&url(&daemon), &account.key, &["--file", "-", "--resume"]).stdin(text).run();
    assert_eq!(output.code, Some(2), "{}", output.stderr);
}

#[test]
fn what_is_not_accepted_is_kept_with_its_line_and_reason() {
    let daemon = Daemon::shared();
    let long = "x".repeat(300);
    let text =
        format!("{{\"topic\":\"a\"}}\nnope\n{{\"topic\":7}}\n[]\n{{\"topic\":\"{long}\"}}\n{{\"topic\":\"b\"}}\n");
    let (account, work) = (daemon.register(), Work::new("in.ndjson", &text));
    let output = work.send(&url(&daemon), &account.key, &[]);
    let done = summary(&output, 9);
    assert_eq!((&done["accepted"], &done["rejected"]), (&json!(2), &json!(4)));
    assert!(output.stderr.contains("4 of 6 events were rejected"), "{}", output.stderr);
    let rejects = work.rejects();
    let brief: Vec<_> = rejects.iter().map(|r| (r["line"].as_u64().unwrap(), r["error"].as_str().unwrap())).collect();
    assert_eq!(brief[0], (2, "not JSON: expected ident at column 2"));
    assert_eq!((brief[1], brief[2]), ((3, "topic must be a string"), (4, "an event must be a JSON object")));
    assert_eq!((brief[3].0, brief.len()), (5, 4));
    assert_eq!((&rejects[0]["event"], &rejects[1]["event"]["topic"]), (&json!("nope"), &json!(7)));
    assert!(!work.state().exists());

    let skipped = work.send(&url(&daemon), &account.key, &["--skip-invalid"]);
    assert_eq!(summary(&skipped, 9)["rejected"], 2);
    assert!(skipped.stderr.contains("2 records were passed over"), "{}", skipped.stderr);
    let only = Work::new("in.ndjson", "nope\n{\"topic\":\"a\"}\n");
    assert_eq!(summary(&only.send(&url(&daemon), &account.key, &["--skip-invalid"]), 0)["accepted"], 1);
    assert_eq!(only.files(), 1);
}

#[test]
fn the_first_reject_can_end_the_run() {
    let daemon = Daemon::shared();
    let text: String = (0..200).map(|n| if n == 20 { "nope\n".into() } else { format!("{{\"n\":{n}}}\n") }).collect();
    let (account, work) = (daemon.register(), Work::new("in.ndjson", &text));
    let options = ["--fail-fast", "--batch-size", "10", "--concurrency", "1"];
    let output = work.send(&url(&daemon), &account.key, &options);
    let done = summary(&output, 9);
    assert!(done["accepted"].as_u64().is_some_and(|n| (29..199).contains(&n)), "{done}");
    assert!(output.stderr.contains("--resume"), "{}", output.stderr);
    let rest = work.send(&url(&daemon), &account.key, &["--resume"]);
    let done = summary(&rest, 9);
    assert_eq!((&done["accepted"], &done["rejected"]), (&json!(199), &json!(1)));
    assert_eq!((events(&account).len(), work.rejects().len()), (199, 1));
}

#[test]
fn an_array_that_breaks_off_is_sent_as_far_as_it_goes() {
    let daemon = Daemon::shared();
    let (account, work) = (daemon.register(), Work::new("in.json", "[{\"n\":1},{\"n\":2},{\"n\":"));
    let output = work.send(&url(&daemon), &account.key, &[]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(2), ""), "{}", output.stderr);
    assert!(output.stderr.contains("after element 2 the input ends"), "{}", output.stderr);
    assert_eq!(events(&account).len(), 2);
}

#[test]
fn a_dry_run_shows_the_first_request_and_leaves_nothing() {
    let work = Work::new("in.ndjson", "{\"topic\":\"a\"}\n");
    let output = work.send("http://127.0.0.1:1", "jc_live_abcdefgh", &["--dry-run"]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    assert!(output.stdout.starts_with("POST http://127.0.0.1:1/api/v1/events/batch\n"), "{}", output.stdout);
    let body = format!("{{\"events\":[{{\"topic\":\"a\",\"idempotency_key\":\"{}-1\"}}]}}", &sha256(&work.file)[..16]);
    assert!(output.stdout.contains(&body) && !output.stdout.contains("abcdefgh"), "{}", output.stdout);
    assert_eq!(work.files(), 1);
}

#[test]
fn wrong_calls_end_with_2_and_refusals_with_their_code() {
    let daemon = Daemon::shared();
    let work = Work::new("in.ndjson", "{}\n");
    for more in [
        &["--batch-size", "1001"][..],
        &["--concurrency", "0"],
        &["--rate", "fast"],
        &["--payload", "{}"],
        &["--csv", "--topic", "a", "b"],
    ] {
        assert_eq!(work.send(&url(&daemon), "jc_live_x", more).code, Some(2), "{more:?}");
    }
    assert_eq!(cli(&url(&daemon), "jc_live_x", &["--file", "/nonexistent"]).run().code, Some(2));
    assert_eq!(cli(&url(&daemon), "jc_live_x", &["a", "{}", "--resume"]).run().code, Some(2));
    let denied = work.send(&url(&daemon), "jc_live_x", &[]);
    assert_eq!((denied.code, denied.stdout.as_str()), (Some(4), ""), "{}", denied.stderr);
    assert_eq!(work.send("http://127.0.0.1:1", "jc_live_x", &[]).code, Some(8));
    let quiet = Work::new("in.ndjson", "nope\n").send(&url(&daemon), &daemon.register().key, &["-q"]);
    assert_eq!(quiet.stderr.lines().count(), 1, "{}", quiet.stderr);
}
