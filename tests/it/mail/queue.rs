//! What becomes of a letter while the mail server is away, refuses or breaks off; and that nobody
//! reads it on the way.

use super::{daemon, stands_on_disk};
use crate::support::{Daemon, MailServer, Turn, unique, until};
use serde_json::json;

#[test]
fn letters_outlive_the_server_and_its_mail_server() {
    let away = MailServer::start();
    let (address, flags) = (away.address(), away.flags());
    drop(away);
    let mut daemon = Daemon::with(&flags.each_ref().map(String::as_str));
    let account = daemon.register();
    account.patch("/project", json!({"name": "control in clear"})).ok(200);
    daemon.api().post("/auth/forgot-password", json!({"email": account.email})).ok(200);
    // What was asked for is done after its answer; a clean end waits for that.
    daemon.stop();
    daemon.restart();
    until("it is logged", || daemon.log().contains("letters wait").then_some(()));
    assert!(stands_on_disk(&daemon, "control in clear"), "the search looks in the wrong place");
    for text in [account.email.as_str(), "example.org", "reset-password/", "Reset your password"] {
        assert!(!stands_on_disk(&daemon, text), "{text} stands in clear");
    }
    daemon.kill9();
    let mail = MailServer::at(address);
    daemon.restart();
    let tokens = ["Confirm", "Reset"].map(|subject| mail.letter(&account.email, subject).token());
    for token in &tokens {
        assert!(!stands_on_disk(&daemon, token) && !daemon.log().contains(token), "a token stands in clear");
    }
    daemon.api().post("/auth/confirm-email", json!({"token": tokens[0]})).ok(200);
    daemon.api().post("/auth/reset-password", json!({"token": tokens[1], "password": "Fresh-Horse-78"})).ok(200);
    mail.letter(&account.email, "Your password was changed");
    daemon.stop();
    assert_eq!(mail.letters().len(), 3, "each letter came once");
    assert!(!daemon.log().contains(&account.email), "the log names the recipient:\n{}", daemon.log());
}

#[test]
fn what_is_refused_for_now_comes_later() {
    let mail = MailServer::start();
    mail.script([
        Turn::Refuse("RCPT", "451 4.7.1 greylisted, come back, <recipient> please"),
        Turn::Hang("DATA"),
        Turn::Refuse("END", "452 4.3.1 no room"),
    ]);
    let daemon = daemon(&mail);
    let account = daemon.register();
    let letter = mail.letter(&account.email, "Confirm");
    assert!(mail.is_done() && mail.letters().len() == 1);
    daemon.api().post("/auth/confirm-email", json!({"token": letter.token()})).ok(200);
    assert!(daemon.log().contains("answer 451") && !daemon.log().contains("please"), "{}", daemon.log());
}

#[test]
fn what_is_refused_for_good_is_given_up_and_holds_up_nothing() {
    let mail = MailServer::start();
    mail.script([Turn::Refuse("RCPT", "550 5.1.1 <someone@example.org> is unknown here")]);
    let daemon = daemon(&mail);
    let (lost, kept) = (daemon.register(), daemon.register());
    mail.letter(&kept.email, "Confirm");
    until("it is logged", || daemon.log().contains("a letter was given up").then_some(()));
    assert!(mail.letters().iter().all(|letter| letter.to != [lost.email.clone()]));
    let log = daemon.log();
    assert!(log.contains("answer 550") && !log.contains("someone@") && !log.contains(&lost.email), "{log}");
}

#[test]
fn many_letters_share_a_connection() {
    let away = MailServer::start();
    let (address, flags) = (away.address(), away.flags());
    drop(away);
    let daemon = Daemon::with(&flags.each_ref().map(String::as_str));
    let accounts: Vec<_> = (0..12).map(|_| daemon.register()).collect();
    let mail = MailServer::at(address);
    for account in &accounts {
        mail.letter(&account.email, "Confirm");
    }
    assert_eq!(mail.letters().len(), accounts.len());
    assert!(mail.connections() < accounts.len(), "{}", mail.connections());
}

#[test]
fn a_log_that_tells_everything_tells_no_letter() {
    let mail = MailServer::start();
    for password in ["Right-4711", "Wrong-4711"] {
        let mut flags: Vec<String> = mail.flags().into();
        flags[1] = flags[1].replace("smtp://", &format!("smtp://ana:{password}@"));
        flags.extend(["--log-level".to_owned(), "trace".to_owned()]);
        let daemon = Daemon::with(&flags.iter().map(String::as_str).collect::<Vec<_>>());
        let account = daemon.register();
        if password == "Right-4711" {
            mail.letter(&account.email, "Confirm");
        } else {
            until("it is logged", || daemon.log().contains("login failed: answer 535").then_some(()));
        }
        for text in [account.email.as_str(), password, "confirm-email/", "AGFuYQ", "welcome"] {
            assert!(!daemon.log().contains(text), "{text} is logged");
        }
    }
}

#[test]
fn one_letter_that_breaks_off_keeps_no_other_waiting() {
    let mail = MailServer::start();
    mail.script([Turn::Hang("DATA"), Turn::Hang("DATA")]);
    let daemon = daemon(&mail);
    let accounts = [daemon.register(), daemon.register(), daemon.register()];
    for account in &accounts {
        mail.letter(&account.email, "Confirm");
    }
    assert!(!daemon.log().contains("letters wait"), "{}", daemon.log());
}

#[test]
fn a_slow_mail_server_does_not_hold_up_the_end() {
    // Takes the connection and never says a word.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", silent.local_addr().unwrap());
    let mut daemon = Daemon::with(&["--smtp-url", &url, "--mail-from", "jobcelis@mail.example"]);
    daemon.register();
    let _stream = silent.accept().unwrap();
    let started = std::time::Instant::now();
    daemon.stop();
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
}

#[test]
fn a_chosen_language_is_spoken() {
    let mail = MailServer::start();
    let mut flags: Vec<String> = mail.flags().into();
    flags.extend(["--default-locale", "es", "--mail-from-name", "Señales, \"S\" <x@y>"].map(str::to_owned));
    let daemon = Daemon::with(&flags.iter().map(String::as_str).collect::<Vec<_>>());
    let email = format!("{}@example.org", unique("ana"));
    let name = "Ana\u{2028}Bcc: eva@example.org";
    let body = json!({"email": email, "password": crate::support::PASSWORD, "name": name});
    daemon.api().post("/auth/register", body).ok(201);
    let letter = until("a letter comes", || mail.letters().pop());
    assert!(letter.body().contains("Para confirmar que es tuya, abre este enlace"), "{}", letter.body());
    assert_eq!((letter.to.as_slice(), letter.headers("Bcc").len()), (&[email][..], 0));
    assert!(letter.header("From").ends_with(" <jobcelis@mail.example>"), "{}", letter.header("From"));
    assert!(letter.text.is_ascii());
}
