//! The same from the command line: the answers of the routes, and what a trace shows of them.

use super::daemon;
use crate::support::{Account, Cli, Daemon, MailServer, Output, PASSWORD, unique};
use serde_json::Value;

fn run(daemon: &Daemon, account: &Account, args: &[&str], stdin: &str) -> Output {
    let url = format!("http://{}", daemon.address());
    let cli = Cli::new(["auth"].iter().chain(args)).env("JOBCELIS_BASE_URL", &url);
    cli.env("JOBCELIS_TOKEN", &account.token).stdin(stdin).run()
}

#[track_caller]
fn answer(run: &Output) -> Value {
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    serde_json::from_str(&run.stdout).expect("JSON")
}

#[test]
fn accounts_are_recovered_and_confirmed() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let account = daemon.register();
    let auth = |args: &[&str], stdin: &str| run(&daemon, &account, args, stdin);
    let token = mail.letter(&account.email, "Confirm").token();
    let refused = auth(&["confirm-email", "--resend"], "");
    assert!(refused.code != Some(0) && refused.stderr.contains("Rate limit"), "{}", refused.stderr);
    assert!(answer(&auth(&["confirm-email", "--token", "-"], &format!("{token}\n")))["email_verified_at"].is_string());

    let wanted = format!("{}@example.org", unique("new"));
    let changed = answer(&auth(&["email", &wanted, "--password", "-"], &format!("{PASSWORD}\n")));
    assert_eq!(changed["pending_email"], wanted.as_str());

    assert_eq!(answer(&auth(&["forgot-password", "--email", &account.email], ""))["ok"], true);
    let token = mail.letter(&account.email, "Reset").token();
    let done = auth(&["reset-password", &format!("--token={token}"), "--password", "-", "-v"], "Fresh-Horse-78\n");
    assert_eq!(answer(&done)["ok"], true);
    assert!(!done.stderr.contains(&token) && !done.stderr.contains("Fresh-Horse"), "{}", done.stderr);
    for args in
        [&["confirm-email"][..], &["confirm-email", "--token", "x", "--resend"], &["reset-password", "--token", "x"]]
    {
        assert_eq!(auth(args, "").code, Some(2), "{args:?}");
    }
}
