//! Tasks of type `email`, against a real mail server.

use super::{ended, in_state, task};
use crate::support::{Daemon, MailServer, Turn, until};
use serde_json::json;

fn server(mail: &MailServer) -> Daemon {
    let flags = mail.flags();
    Daemon::with(&flags.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_letter_goes_to_all_who_are_named() {
    let mail = MailServer::start();
    let daemon = server(&mail);
    let account = daemon.register();
    let payload = json!({"to": ["ana@shop.test", "bob@shop.test"], "subject": "Señal", "body": "Hola\n", "html": "<p>Hola</p>", "from_name": "Tienda"});
    let path = task(&account, json!({"type": "email", "payload": payload}));
    let done = ended(&account, &path);
    assert_eq!((&done["status"], &done["attempts"], &done["result"]), (&json!("succeeded"), &json!(1), &json!(null)));
    let letter = until("it is there", || mail.letters().into_iter().find(|letter| letter.text.contains("Tienda")));
    assert_eq!(letter.to, ["ana@shop.test", "bob@shop.test"]);
    assert_eq!(letter.header("From"), "Tienda <jobcelis@mail.example>");
    assert!(letter.text.contains("text/html") && letter.text.contains("<p>Hola</p>"), "{}", letter.text);
    let id = done["id"].as_str().unwrap();
    assert_eq!(letter.header("Message-ID"), format!("<{id}@mail.example>"));
    let path = task(
        &account,
        json!({"type": "email", "payload": {"to": "eva@shop.test", "subject": "s", "body": "Buenos días"}}),
    );
    ended(&account, &path);
    assert_eq!(mail.letter("eva@shop.test", "s").body().trim_end(), "Buenos días");
}

#[test]
fn refusals_are_for_now_or_for_good() {
    let mail = MailServer::start();
    let daemon = server(&mail);
    let account = daemon.register();
    mail.letter(&account.email, "Confirm");
    let body = json!({"type": "email", "payload": {"to": "ana@shop.test", "subject": "s", "body": "b"}});
    mail.script([Turn::Refuse("RCPT", "550 no such user")]);
    let done = ended(&account, &task(&account, body.clone()));
    assert_eq!((&done["status"], &done["attempts"]), (&json!("fatal"), &json!(1)));
    assert_eq!(done["error"], "the recipient was refused: answer 550");
    mail.script([Turn::Refuse("RCPT", "451 later")]);
    let shown = in_state(&account, &task(&account, body), &["retry"]);
    assert_eq!(shown["error"], "the recipient was refused: answer 451");
    assert!(shown["next_run_at"].is_string());
}

#[test]
fn without_mail_it_fails_at_once() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let payload = json!({"to": "ana@shop.test", "subject": "s", "body": "b"});
    let done = ended(&account, &task(&account, json!({"type": "email", "payload": payload})));
    assert_eq!((&done["status"], &done["error"]), (&json!("fatal"), &json!("Email is not configured on this server")));
    account.post("/tasks", json!({"type": "email", "payload": {"to": 1}})).invalid("payload.to");
}
