//! The same from the command line: the answers of the routes, and what a trace shows of them.

use super::daemon;
use crate::support::{Account, MailServer, Output, PASSWORD, unique};

fn run(account: &Account, args: &[&str], stdin: &str) -> Output {
    account.user_cli(["auth"].iter().chain(args)).stdin(stdin).run()
}

#[test]
fn accounts_are_recovered_and_confirmed() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let account = daemon.register();
    let auth = |args: &[&str], stdin: &str| run(&account, args, stdin);
    let token = mail.letter(&account.email, "Confirm").token();
    let refused = auth(&["confirm-email", "--resend"], "");
    assert!(refused.code != Some(0) && refused.stderr.contains("Rate limit"), "{}", refused.stderr);
    assert!(auth(&["confirm-email", "--token", "-"], &format!("{token}\n")).json()["email_verified_at"].is_string());

    let wanted = format!("{}@example.org", unique("new"));
    let changed = auth(&["email", &wanted, "--password", "-"], &format!("{PASSWORD}\n")).json();
    assert_eq!(changed["pending_email"], wanted.as_str());

    assert_eq!(auth(&["forgot-password", "--email", &account.email], "").json()["ok"], true);
    let token = mail.letter(&account.email, "Reset").token();
    let done = auth(&["reset-password", &format!("--token={token}"), "--password", "-", "-v"], "Fresh-Horse-78\n");
    assert_eq!(done.json()["ok"], true);
    assert!(!done.stderr.contains(&token) && !done.stderr.contains("Fresh-Horse"), "{}", done.stderr);
    for args in
        [&["confirm-email"][..], &["confirm-email", "--token", "x", "--resend"], &["reset-password", "--token", "x"]]
    {
        assert_eq!(auth(args, "").code, Some(2), "{args:?}");
    }
}
