//! Completion by the program: what it offers, what it remembers, and that nothing else ever
//! comes of it.

use crate::support::{Account, Cli, Daemon, Output};
use serde_json::json;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A shell of a user with a configuration and a cache.
struct Shell(TempDir);

impl Shell {
    fn new(config: &str) -> Shell {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("config.toml");
        std::fs::write(&file, config).unwrap();
        std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
        Shell(home)
    }

    fn of(daemon: &Daemon, account: &Account) -> Shell {
        let (place, key) = (daemon.address(), &account.key);
        Shell::new(&format!(
            "[profiles.default]\nbase_url = \"http://{place}\"\napi_key = \"{key}\"\n[profiles.other]\n"
        ))
    }

    /// What is offered for the last word.
    #[track_caller]
    fn offers(&self, words: &[&str]) -> Vec<String> {
        let run = self.run(words);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{words:?}");
        run.stdout.lines().map(str::to_owned).collect()
    }

    fn run(&self, words: &[&str]) -> Output {
        let path = |name: &str| self.0.path().join(name).to_str().unwrap().to_owned();
        let cli = Cli::new(["--", "jobcelis"].iter().chain(words)).env("COMPLETE", "fish");
        cli.env("JOBCELIS_CONFIG", &path("config.toml")).env("XDG_CACHE_HOME", &path("cache")).run()
    }

    fn kept(&self) -> Vec<std::path::PathBuf> {
        let folder = self.0.path().join("cache/jobcelis/completion");
        std::fs::read_dir(folder).map(|list| list.map(|entry| entry.unwrap().path()).collect()).unwrap_or_default()
    }
}

#[test]
fn commands_and_options() {
    let shell = Shell::new("");
    assert_eq!(shell.offers(&["doc"])[0].split('\t').next(), Some("doctor"));
    assert_eq!(shell.offers(&["completion", "z"]), ["zsh"]);
    assert!(shell.offers(&["events", "list", "--fi"])[0].starts_with("--fields\t"));
}

#[test]
fn ids_topics_and_profiles() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let shell = Shell::of(&daemon, &account);
    let make = |url: &str| account.webhook_id(url, json!({"topics": ["order.*"]}));
    let (first, second) = (make("http://127.0.0.1:9/a"), make("http://127.0.0.1:9/b"));
    account.event("order.created", json!({}));

    let both = [format!("{second}\thttp://127.0.0.1:9/b"), format!("{first}\thttp://127.0.0.1:9/a")];
    assert_eq!(shell.offers(&["webhooks", "get", ""]), both, "values alone, the newest first");
    assert_eq!(shell.offers(&["deliveries", "list", "--webhook", &second]), both[..1]);
    assert_eq!(shell.offers(&["events", "list", "--topic", "order"]), ["order.created\t1 event"]);
    assert_eq!(shell.offers(&["webhooks", "create", "--topics", "a,o"]), ["a,order.created\t1 event"]);
    assert_eq!(shell.offers(&["--profile", "o"]), ["other"]);
    assert_eq!(shell.offers(&["profile", "use", "o"]), ["other"]);

    for file in shell.kept() {
        let mode = std::os::unix::fs::PermissionsExt::mode(&file.metadata().unwrap().permissions());
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(mode & 0o077 == 0 && !text.contains(&account.key), "{}", file.display());
    }
    daemon.stop();
    assert_eq!(shell.offers(&["webhooks", "get", ""]), both, "what is remembered needs no server");
    let line = ["--profile", "other", "webhooks", "get", "0"];
    assert_eq!(shell.offers(&line), [""; 0], "what one profile knows is nothing to another");
}

#[test]
fn a_server_that_does_not_answer_is_not_waited_for() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let place = silent.local_addr().unwrap();
    let shell = Shell::new(&format!("[profiles.default]\nbase_url = \"http://{place}\"\napi_key = \"jc_live_x\"\n"));
    let begun = Instant::now();
    assert_eq!(shell.offers(&["webhooks", "get", "0"]), [""; 0]);
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    drop(silent);
    assert_eq!(shell.offers(&["webhooks", "get", "0"]), [""; 0]);
    assert!(shell.kept().is_empty(), "a failure is not remembered");
}

#[test]
fn no_command_is_run_and_no_input_is_read_for_a_key() {
    let marker = tempfile::tempdir().unwrap();
    let path = marker.path().join("ran");
    let command = format!("touch {}; echo jc_live_x", path.display());
    let shell = Shell::new(&format!(
        "[profiles.default]\nbase_url = \"http://127.0.0.1:1\"\napi_key_command = \"{command}\"\n"
    ));
    assert_eq!(shell.offers(&["webhooks", "get", "0"]), [""; 0]);
    assert_eq!(shell.offers(&["--api-key-stdin", "webhooks", "get", "0"]), [""; 0]);
    assert!(!path.exists());
    let broken = Shell::new("= nonsense");
    assert_eq!(broken.offers(&["webhooks", "get", "0"]), [""; 0]);
}

#[test]
fn files_stand_behind_an_at() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("order.json"), "{}").unwrap();
    let word = format!("@{}/or", folder.path().display());
    assert_eq!(Shell::new("").offers(&["events", "send", "t", &word]), [format!("{word}der.json")]);
}

#[test]
fn a_stray_variable_changes_nothing() {
    let run = Cli::new(["version"]).env("COMPLETE", "yes").run();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains(env!("CARGO_PKG_VERSION")), "{}", run.stdout);
}

/// Runs a script with the program on the PATH; `None` without that shell.
fn in_shell(shell: &str, script: &str) -> Option<String> {
    let program = Path::new(env!("CARGO_BIN_EXE_jobcelis")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(shell);
    command.arg("-c").arg(script).env("PATH", path).env("HOME", home.path()).stdin(Stdio::null());
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().ok()?;
    assert!(output.stderr.is_empty(), "{shell}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_scripts_complete_in_their_shells() {
    let bash = ". completions/jobcelis.bash; COMP_WORDS=(jobcelis doct); COMP_CWORD=1; COMP_TYPE=9
        $(complete -p jobcelis | sed 's/.*-F \\([^ ]*\\).*/\\1/') jobcelis doct jobcelis; echo \"${COMPREPLY[@]}\"";
    let fish = "source completions/jobcelis.fish; complete -C 'jobcelis doct'";
    for (shell, script) in [("bash", bash), ("fish", fish)] {
        if let Some(said) = in_shell(shell, script) {
            assert!(said.starts_with("doctor"), "{shell}: {said:?}");
        }
    }
    if let Some(said) = in_shell("zsh", "zmodload zsh/parameter; zsh -n completions/_jobcelis && echo fine") {
        assert_eq!(said, "fine\n");
    }
    // Where the program is not found, the script knows what to offer.
    let alone = bash.replacen(". completions", "PATH=/usr/bin:/bin; . completions", 1).replace("2>/dev/null", "");
    if let Some(said) = in_shell("bash", &alone) {
        assert!(said.contains("doctor"), "{said:?}");
    }
}
