//! The second factor from the command line: set up in steps, asked for at the login.

use crate::support::{Account, Authenticator, Cli, Daemon, Output, PASSWORD};
use serde_json::json;
use tempfile::TempDir;

/// A caller with a configuration file of their own.
struct Caller<'d> {
    daemon: &'d Daemon,
    folder: TempDir,
}

impl Caller<'_> {
    fn new(daemon: &Daemon) -> Caller<'_> {
        Caller { daemon, folder: tempfile::tempdir().unwrap() }
    }

    fn run(&self, args: &[&str]) -> Output {
        let file = self.folder.path().join("config.toml");
        let cli = Cli::new(args).env("JOBCELIS_CONFIG", file.to_str().unwrap());
        cli.at(self.daemon.address()).run()
    }

    fn login(&self, account: &Account, more: &[&str]) -> Output {
        self.run(&[&["login", "--email", &account.email, "--password", PASSWORD], more].concat())
    }
}

#[test]
fn a_login_takes_the_code() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let app = Authenticator::enable(&account);
    let caller = Caller::new(&daemon);
    let nobody_to_ask = caller.login(&account, &[]);
    assert_eq!(nobody_to_ask.code, Some(2), "{}", nobody_to_ask.stderr);
    assert!(nobody_to_ask.stderr.contains("--code is required"), "{}", nobody_to_ask.stderr);
    let wrong = caller.login(&account, &["--code", "000000"]);
    assert_eq!(wrong.code, Some(4), "{}", wrong.stderr);
    assert!(wrong.stderr.starts_with("error: Invalid MFA code"), "{}", wrong.stderr);
    assert_eq!(caller.run(&["whoami"]).code, Some(4), "nothing is kept of it");
    let right = caller.login(&account, &["--code", &app.next()]);
    assert_eq!((right.code, right.stdout.as_str()), (Some(0), ""), "{}", right.stderr);
    assert_eq!(caller.run(&["auth", "mfa", "status"]).json()["backup_codes_remaining"], 10);
    let backup = caller.login(&account, &["--code", &app.backup_codes[0]]);
    assert_eq!(backup.code, Some(0), "{}", backup.stderr);
    let status = caller.run(&["auth", "mfa", "status"]).json();
    assert_eq!((&status["enabled"], &status["backup_codes_remaining"]), (&json!(true), &json!(9)));

    let challenge = caller.run(&["auth", "login", "--email", &account.email, "--password", PASSWORD]).json();
    let token = challenge["mfa_token"].as_str().unwrap();
    let done = caller.run(&["auth", "mfa-verify", "--token", token, "--code", &app.backup_codes[1]]).json();
    assert_eq!(done["user"]["email"], account.email);
}

#[test]
fn it_is_set_up_step_by_step() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let caller = Caller::new(&daemon);
    assert_eq!(caller.run(&["auth", "mfa", "status"]).code, Some(4), "not logged in");
    assert_eq!(caller.login(&account, &[]).code, Some(0));
    let drawn = caller.run(&["auth", "mfa", "setup", "--password", PASSWORD, "-o", "table"]);
    assert_eq!(drawn.code, Some(0), "{}", drawn.stderr);
    assert!(drawn.stdout.starts_with("████") && drawn.stdout.contains("\nSecret: "), "{}", drawn.stdout);
    assert!(drawn.stdout.contains("\notpauth://totp/Jobcelis:") && drawn.stderr.contains("auth mfa enable --code"));
    assert!(!drawn.stdout.contains("<svg") && drawn.stdout.lines().all(|line| line.chars().count() < 200));

    let setup = caller.run(&["auth", "mfa", "setup", "--password", PASSWORD]).json();
    let totp = totp_rs::Totp::from_url(setup["otpauth_url"].as_str().unwrap()).unwrap();
    assert_eq!(caller.run(&["auth", "mfa", "enable", "--code", "000000"]).code, Some(4));
    let code = totp.generate_current().to_string();
    let enabled = caller.run(&["auth", "mfa", "enable", "--code", &code, "-o", "table"]);
    let codes: Vec<&str> = enabled.stdout.lines().collect();
    assert!(codes.len() == 10 && codes.iter().all(|code| code.len() == 11), "{} {}", enabled.stdout, enabled.stderr);
    let renewed = ["auth", "mfa", "backup-codes", "--password", PASSWORD, "--code", codes[0]];
    let renewed = caller.run(&renewed).json();
    let code = renewed["backup_codes"][0].as_str().unwrap();
    let off = caller.run(&["auth", "mfa", "disable", "--password", PASSWORD, "--code", code]);
    assert_eq!(off.json(), json!({"enabled": false}));
}

#[test]
fn a_preview_shows_no_secret() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let caller = Caller::new(&daemon);
    assert_eq!(caller.login(&account, &[]).code, Some(0));
    for args in [
        &["auth", "mfa", "disable", "--password", "Geheim-Wort-1", "--code", "987654"][..],
        &["auth", "mfa", "enable", "--code", "987654"],
    ] {
        let output = caller.run(&[args, &["--dry-run"]].concat());
        assert_eq!(output.code, Some(0), "{}", output.stderr);
        let text = output.stdout + &output.stderr;
        assert!(text.contains("/me/mfa/") && !text.contains("Geheim") && !text.contains("987654"), "{text}");
    }
    let traced = caller.run(&["auth", "mfa", "setup", "--password", PASSWORD, "-vvv"]);
    let secret = traced.json()["secret"].as_str().unwrap().to_owned();
    assert!(traced.stderr.contains("/me/mfa/setup"), "{}", traced.stderr);
    assert!(!traced.stderr.contains(&secret) && !traced.stderr.contains("<svg"), "{}", traced.stderr);
}
