//! The settings of mail: what is refused at the start, what is never shown, and what `doctor`
//! makes of them.

use super::daemon;
use crate::support::{Cli, MailServer};

const URL: &str = "smtps://ana:Secret-4711@mail.example.org";

#[test]
fn bad_ones_are_refused_without_repeating_secrets() {
    for (args, told) in [
        (&["--smtp-url", URL][..], "--mail-from: must be given where mail is sent"),
        (&["--resend-api-key", "re_Secret-4711"], "--mail-from: must be given where mail is sent"),
        (
            &["--smtp-url", URL, "--resend-api-key", "re_Secret-4711", "--mail-from", "a@b.example"],
            "cannot be used together",
        ),
        (&["--smtp-url", "http://ana:Secret-4711@mail"], "--smtp-url ***: must be smtps://"),
        (&["--smtp-url", "smtps://ana:***@mail"], "must have the password"),
        (&["--mail-from", "Ana <a@b.example>"], "--mail-from Ana <a@b.example>: must be a plain address"),
        (&["--mail-from-name", "a\nb"], "must be a name"),
        (&["--default-locale", "fr"], "must be one of en, es"),
    ] {
        let run = Cli::new(["serve", "--check"].iter().chain(args)).run();
        assert_eq!(run.code, Some(2), "{args:?}: {}", run.stderr);
        assert!(run.stderr.contains(told), "{args:?}: {}", run.stderr);
        assert!(!run.stderr.contains("Secret-4711"), "{}", run.stderr);
    }
    let run = Cli::new(["serve", "--check"]).env("JOBCELIS_SMTP_URL", "mail:Secret-4711").run();
    assert!(run.code == Some(2) && !run.stderr.contains("Secret-4711"), "{}", run.stderr);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("server.toml");
    std::fs::write(&file, "sync = \"full\"\nsmtp_url = \"smtps://ana:Secret-4711@mail\" x\n").unwrap();
    let run = Cli::new(["serve", "--check", "--config", file.to_str().unwrap()]).run();
    assert!(run.code == Some(2) && run.stderr.contains("line 2"), "{}", run.stderr);
    assert!(!run.stderr.contains("Secret-4711"), "{}", run.stderr);
}

#[test]
fn secrets_are_hidden_where_settings_are_shown() {
    let run =
        Cli::new(["serve", "--print-config"]).env("JOBCELIS_SMTP_URL", URL).env("MAILER_FROM_EMAIL", "a@b.example");
    let run = run.run();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        run.stdout.contains("smtp_url = \"smtps://ana:***@mail.example.org:465\"  # environment"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("mail_from = \"a@b.example\"  # environment"), "{}", run.stdout);
    let run =
        Cli::new(["serve", "--print-config", "--mail-from", "a@b.example"]).env("RESEND_API_KEY", "re_Secret-4711");
    let run = run.run();
    assert!(run.stdout.contains("resend_api_key = \"***\"") && !run.stdout.contains("Secret"), "{}", run.stdout);
}

#[test]
fn doctor_tries_the_mail_server() {
    let mail = MailServer::start();
    let daemon = daemon(&mail);
    let look = |url: &str| {
        let (data, listen) = (daemon.data_dir(), daemon.address().to_string());
        let run = Cli::new(["doctor", "--data-dir", data.to_str().unwrap(), "--listen", &listen]);
        run.env("JOBCELIS_SMTP_URL", url).env("JOBCELIS_MAIL_FROM", "a@b.example").run()
    };
    let url = format!("smtp://{}", mail.address());
    let run = look(&url.replace("smtp://", "smtp://ana:Right-4711@"));
    assert!(run.code == Some(0) && run.stdout.contains("takes letters"), "{}{}", run.stdout, run.stderr);
    for (url, told) in [
        (url.replace("smtp://", "smtp://ana:Secret-4711@"), "login failed: answer 535"),
        (url.replace("smtp://", "smtps://"), "corrupt message"),
        (format!("{url}?tls=required"), "does not offer STARTTLS"),
        ("smtp://127.0.0.1:1".to_owned(), "refused"),
    ] {
        let run = look(&url);
        assert!(run.code == Some(1) && run.stdout.contains(told), "{url}: {}{}", run.stdout, run.stderr);
        assert!(!run.stdout.contains("Secret-4711"), "{}", run.stdout);
    }
    assert!(mail.letters().is_empty(), "nothing is sent");
}
