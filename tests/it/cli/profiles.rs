//! Logins and profiles: what is kept, who may read it, and which source wins.

use super::stub::{Stub, json};
use crate::support::{Cli, Daemon, Output, PASSWORD};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use tempfile::TempDir;

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).expect("it exists").permissions().mode() & 0o777
}

/// A configuration file that outlives a run.
struct Config(TempDir);

impl Config {
    fn new() -> Config {
        Config(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self) -> std::path::PathBuf {
        self.0.path().join("deep").join("config.toml")
    }

    fn cli(&self, args: &[&str]) -> Cli {
        Cli::new(args).env("JOBCELIS_CONFIG", self.path().to_str().expect("a readable path"))
    }

    fn run(&self, args: &[&str]) -> Output {
        self.cli(args).run()
    }

    fn text(&self) -> String {
        std::fs::read_to_string(self.path()).unwrap_or_default()
    }
}

#[test]
fn a_login_is_kept_used_and_ended() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (config, url) = (Config::new(), format!("http://{}", daemon.address()));
    let wrong = config.cli(&["login", "--base-url", &url, "--email", &account.email, "--password", "-"]);
    let output = wrong.stdin("Wrong-pass1\n").run();
    assert_eq!((output.code, config.text().as_str()), (Some(4), ""), "{}", output.stderr);
    let right = config.cli(&["login", "--base-url", &url, "--email", &account.email, "--password", "-"]);
    let output = right.stdin(&format!("{PASSWORD}\n")).run();
    assert_eq!((output.code, output.stdout.as_str()), (Some(0), ""), "{}", output.stderr);
    assert_eq!((mode(&config.path()), mode(config.path().parent().unwrap())), (0o600, 0o700));
    assert!(!config.text().contains(PASSWORD));

    let whoami = config.run(&["whoami", "-o", "ndjson", "--fields", "credential,user,project_id,role"]).stdout;
    let expected = format!(
        "{{\"credential\":\"token\",\"user\":\"{}\",\"project_id\":\"{}\",\"role\":\"owner\"}}\n",
        account.email, account.project_id
    );
    assert_eq!(whoami, expected);
    assert_eq!(config.run(&["events", "send", "a", "{}"]).code, Some(0));
    let token = config.run(&["auth", "token"]).stdout;
    let shown = config.run(&["profile", "show"]).stdout;
    assert!(!shown.contains(token.trim()) && shown.contains("eyJ"), "{shown}");

    assert_eq!(config.run(&["logout"]).code, Some(0));
    assert_eq!(config.run(&["whoami"]).code, Some(4));
    assert_eq!(config.run(&["logout"]).code, Some(4));
    account.anonymous().with(token.trim()).call("POST", "/auth/logout").send().fails(401, "Unauthorized");
}

#[test]
fn a_key_is_checked_before_it_is_kept() {
    let stub = Stub::start();
    let config = Config::new();
    stub.script("/api/v1/project", [json(401, r#"{"error":"Invalid API key"}"#), json(200, r#"{"name":"Shop"}"#)]);
    let login = || config.cli(&["login", "--with-api-key", "--base-url", &stub.url()]).stdin("jc_live_kept\n").run();
    assert_eq!((login().code, config.text().as_str()), (Some(4), ""));
    assert_eq!(login().code, Some(0));
    assert_eq!(config.run(&["project", "get"]).code, Some(0));
    assert_eq!(stub.hits("/api/v1/project")[2].header("authorization"), Some("Bearer jc_live_kept"));
}

#[test]
fn a_token_about_to_end_is_renewed() {
    let stub = Stub::start();
    let config = Config::new();
    std::fs::create_dir_all(config.path().parent().unwrap()).unwrap();
    // {"exp":1000000000}: long over.
    let old = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjEwMDAwMDAwMDB9.x";
    let text = format!(
        "[profiles.default]\nbase_url = \"{}\"\ntoken = \"{old}\"\nrefresh = \"jcr_1\"\nfuture = 1\n",
        stub.url()
    );
    std::fs::write(config.path(), text).unwrap();
    std::fs::set_permissions(config.path(), std::fs::Permissions::from_mode(0o600)).unwrap();
    // {"exp":9999999999}
    let new = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjk5OTk5OTk5OTl9.y";
    let answer = format!(r#"{{"token":"{new}","refresh_token":"jcr_2"}}"#);
    stub.script("/api/v1/auth/refresh", [json(200, &answer), json(401, r#"{"error":"Invalid or expired token"}"#)]);
    stub.script("/api/v1/project", [json(200, "{}")]);
    for _ in 0..2 {
        let output = config.run(&["project", "get"]);
        assert_eq!(output.code, Some(0), "{}", output.stderr);
    }
    let asked = stub.hits("/api/v1/auth/refresh");
    assert_eq!((asked.len(), asked[0].text()), (1, r#"{"refresh_token":"jcr_1","token":"jcr_1"}"#));
    let bearer = format!("Bearer {new}");
    assert!(stub.hits("/api/v1/project").iter().all(|hit| hit.header("authorization") == Some(bearer.as_str())));
    assert!(config.text().contains("jcr_2") && config.text().contains("future = 1"), "{}", config.text());
    config.run(&["profile", "set", "token", ""]);
    assert_eq!(config.cli(&["profile", "set", "token", "-"]).stdin(old).run().code, Some(0));
    assert_eq!(config.run(&["project", "get"]).code, Some(4), "an expired login says so");
}

#[test]
fn flag_beats_variable_beats_profile() {
    let stub = Stub::start();
    let config = Config::new();
    stub.script("/api/v1/project", [json(200, "{}")]);
    config.run(&["profile", "set", "base_url", &stub.url()]);
    config.cli(&["profile", "set", "api_key", "-"]).stdin("of-profile").run();
    config.run(&["profile", "set", "api_key_command", "echo of-command", "-p", "other"]);
    config.run(&["profile", "set", "base_url", &stub.url(), "-p", "other"]);
    let key = |cli: Cli| {
        let output = cli.run();
        assert_eq!(output.code, Some(0), "{}", output.stderr);
        let hits = stub.hits("/api/v1/project");
        hits.last().unwrap().header("authorization").unwrap().to_owned()
    };
    assert_eq!(key(config.cli(&["project", "get"])), "Bearer of-profile");
    assert_eq!(key(config.cli(&["project", "get", "-p", "other"])), "Bearer of-command");
    assert_eq!(key(config.cli(&["project", "get"]).env("JOBCELIS_PROFILE", "other")), "Bearer of-command");
    let with_variable = |args: &[&str]| config.cli(args).env("JOBCELIS_API_KEY", "of-variable");
    assert_eq!(key(with_variable(&["project", "get"])), "Bearer of-variable");
    assert_eq!(key(with_variable(&["project", "get", "--api-key", "of-flag"])), "Bearer of-flag");
    let stdin = with_variable(&["--api-key-stdin", "project", "get"]).stdin("of-stdin\n");
    assert_eq!(key(stdin), "Bearer of-stdin");
    let elsewhere = Stub::start();
    for profile in ["default", "other"] {
        let output = config.run(&["project", "get", "-p", profile, "--base-url", &elsewhere.url()]);
        assert_eq!(output.code, Some(4), "another server sees no credential of the profile");
    }
    assert!(elsewhere.hits("/api/v1/project").is_empty());
}

#[test]
fn profiles_are_managed() {
    let config = Config::new();
    for name in ["one", "two"] {
        config.run(&["profile", "set", "base_url", "http://127.0.0.1:9", "-p", name]);
    }
    assert_eq!(config.run(&["profile", "use", "two"]).code, Some(0));
    assert_eq!(config.run(&["profile", "use", "three"]).code, Some(5));
    assert_eq!(config.run(&["profile", "rename", "two", "one"]).code, Some(2));
    assert_eq!(config.run(&["profile", "rename", "two", "deux"]).code, Some(0));
    let list = config.run(&["profile", "list", "-o", "csv", "--fields", "name,default"]).stdout;
    assert_eq!(list, "name,default\r\ndeux,true\r\none,false\r\n");
    assert_eq!(config.run(&["profile", "delete", "one"]).code, Some(0));
    assert_eq!(config.run(&["profile", "set", "api_key", "jc_live_on_argv"]).code, Some(2));
    std::fs::set_permissions(config.path(), std::fs::Permissions::from_mode(0o644)).unwrap();
    let output = config.run(&["profile", "list"]);
    assert_eq!(output.code, Some(2));
    assert!(output.stderr.contains("chmod 600"), "{}", output.stderr);
}

#[test]
fn the_owner_of_the_data_needs_no_password() {
    let daemon = Daemon::start();
    let (config, url) = (Config::new(), format!("http://{}", daemon.address()));
    let folder = daemon.data_dir().to_str().expect("a readable path").to_owned();
    let local = ["login", "--local", "--base-url", &url, "--data-dir", &folder];
    for _ in 0..2 {
        let output = config.run(&local);
        assert_eq!((output.code, output.stdout.as_str()), (Some(0), ""), "{}", output.stderr);
        assert!(output.stderr.contains("as local@localhost"), "{}", output.stderr);
        assert_eq!(config.run(&["events", "send", "order.created", r#"{"id":1}"#]).code, Some(0));
    }
    let ana = daemon.register();
    assert_eq!(config.run(&[&local[..], &["--email", &ana.email]].concat()).code, Some(0));
    let shown = config.run(&["whoami", "-o", "ndjson", "--fields", "user"]).stdout;
    assert_eq!(shown, format!("{{\"user\":\"{}\"}}\n", ana.email));

    let other = Daemon::start();
    let theirs = other.data_dir().to_str().expect("a readable path").to_owned();
    for folder in [theirs.as_str(), "/no/such/folder"] {
        let output = config.run(&["login", "--local", "--base-url", &url, "--data-dir", folder]);
        assert_eq!(output.code, Some(4), "{}", output.stderr);
    }
}
