//! Tokens and their ends, and what the audit log and the queue hold of them.

use super::*;
use crate::base::Kind;
use crate::engine::me;
use crate::engine::testing::{PASSWORD, TestEngine, account, client};
use crate::store::letters;

const NEW: &str = "Fresh-lenta-78";

/// With a mail server that is never called: the services of these engines do not run.
fn with_mail() -> TestEngine {
    TestEngine::with(&[
        ("registration", "open"),
        ("smtp_url", "smtp://127.0.0.1:1"),
        ("mail_from", "jobcelis@example.org"),
    ])
}

/// Purposes of what a user was written about.
async fn purposes(engine: &TestEngine) -> Vec<String> {
    let sql = "SELECT purpose FROM letter_marks ORDER BY queued_at";
    engine.store.read(move |snap| snap.all(sql, &[], |row| row.text(0))).await.expect("reads")
}

/// The token in the newest letter.
async fn token(engine: &TestEngine) -> String {
    let (keys, late) = (engine.keys.clone(), Timestamp::now().plus_micros(86_400_000_000));
    let read = engine.store.read(move |snap| letters::due(snap, &keys, late, 100));
    let letters = read.await.expect("reads");
    let content = letters.into_iter().filter_map(|letter| letter.content).rfind(|text| text.contains("4000/"));
    let link = content.expect("a letter with a link");
    link.split("\\n").find_map(|line| line.strip_prefix("http://")?.rsplit('/').next()).expect("a link").to_owned()
}

async fn ask(engine: &TestEngine, email: &str) {
    let (engine_, email) = (Arc::clone(engine), email.to_owned());
    engine.store.write(move |tx| request(tx, &engine_, &email, &client())).await.expect("asks");
}

fn given(token: &str, password: &str) -> NewPassword {
    NewPassword { token: token.to_owned(), password: password.to_owned(), again: None }
}

async fn refused(engine: &TestEngine, token: &str) {
    let error = reset(engine, given(token, NEW), client()).await.expect_err("refused");
    assert_eq!((error.kind(), error.message()), (Kind::Unauthorized, "Invalid or expired token"));
}

async fn actions(engine: &TestEngine) -> Vec<String> {
    engine.audited().await.into_iter().skip(3).map(|(action, _)| action).collect()
}

#[tokio::test]
async fn a_reset_is_recorded_and_told() {
    let engine = with_mail();
    let made = engine.register("ana@example.org").await;
    for _ in 0..5 {
        let wrong = "Wrong-pass1".to_owned();
        let caller = account(&engine, &made).await;
        crate::engine::reauth::confirm(&engine, &caller, wrong).await.expect_err("wrong");
    }
    ask(&engine, "ana@example.org").await;
    let secret = token(&engine).await;
    reset(&engine, given(&secret, NEW), client()).await.expect("resets");
    let seen = actions(&engine).await;
    assert_eq!(seen[6..], ["user.password_reset_requested", "user.unlocked", "user.password_reset"]);
    assert_eq!(engine.audited().await[10].1, r#"{"reason":"password_reset"}"#);
    assert_eq!(purposes(&engine).await, ["confirm_email", "reset_password", "password_changed"]);
    let texts = engine.audited().await.into_iter().map(|(_, metadata)| metadata).collect::<String>();
    assert!(!texts.contains(&secret) && !texts.contains("ana@"));
    refused(&engine, &secret).await;
}

#[tokio::test]
async fn tokens_end_with_their_time_their_user_and_their_address() {
    for end in [
        "UPDATE one_time_tokens SET expires_at = created_at",
        "UPDATE users SET deactivated_at = 1",
        "UPDATE users SET email_hash = randomblob(32)",
        "DELETE FROM one_time_tokens",
    ] {
        let engine = with_mail();
        engine.register("ana@example.org").await;
        let confirmation = token(&engine).await;
        ask(&engine, "ana@example.org").await;
        let secret = token(&engine).await;
        assert_ne!(confirmation, secret);
        refused(&engine, &confirmation).await;
        confirm(&engine, &secret, client()).await.expect_err("another purpose");
        engine.sql(end).await;
        refused(&engine, &secret).await;
        let error = confirm(&engine, &confirmation, client()).await.expect_err(end);
        assert_eq!(error.kind(), Kind::Unauthorized, "{end}");
        assert_eq!(actions(&engine).await, ["user.password_reset_requested"], "{end}");
    }
}

#[tokio::test]
async fn the_inactive_and_the_unknown_get_no_letter() {
    let engine = with_mail();
    engine.register("ana@example.org").await;
    ask(&engine, "nobody@example.org").await;
    engine.sql("UPDATE users SET deactivated_at = 1").await;
    ask(&engine, "ana@example.org").await;
    assert_eq!(purposes(&engine).await, ["confirm_email"]);
    assert_eq!(actions(&engine).await, ["user.password_reset_requested"]);
}

#[tokio::test]
async fn one_letter_in_five_minutes_and_ten_of_all_kinds() {
    let engine = with_mail();
    let user = engine.register("ana@example.org").await.user.id;
    for _ in 0..3 {
        ask(&engine, "ana@example.org").await;
    }
    let count = |sql: &'static str| engine.store.read(move |snap| snap.one(sql, &[], |row| row.int(0)));
    assert_eq!(count("SELECT COUNT(*) FROM letters").await.expect("reads"), 2);
    assert_eq!(count("SELECT COUNT(*) FROM one_time_tokens").await.expect("reads"), 2, "no token without a letter");
    engine.sql("UPDATE letter_marks SET queued_at = queued_at - 300000000").await;
    ask(&engine, "ana@example.org").await;
    assert_eq!(count("SELECT COUNT(*) FROM letters").await.expect("reads"), 3);
    let engine_ = Arc::clone(&engine);
    let flood = engine.store.write(move |tx| {
        for n in 0..30 {
            let letter = Letter::Invited { project: format!("p{n}"), role: "viewer".to_owned() };
            mail::queue(tx, &engine_, user, letter)?;
        }
        Ok(())
    });
    flood.await.expect("writes");
    assert_eq!(count("SELECT COUNT(*) FROM letters").await.expect("reads"), 3 + 9);
}

#[tokio::test]
async fn operators_make_links_with_and_without_mail() {
    for engine in [with_mail(), TestEngine::new()] {
        let user = engine.register("ana@example.org").await.user.id;
        let engine_ = Arc::clone(&engine);
        let made = engine.store.write(move |tx| reset_link(tx, &engine_, user)).await;
        let (url, until) = made.expect("a link");
        let left = until.since(Timestamp::now()).as_secs();
        assert!(url.starts_with("http://127.0.0.1:4000/reset-password/") && (3590..=3600).contains(&left), "{url}");
        let secret = url.rsplit('/').next().expect("token");
        reset(&engine, given(secret, NEW), client()).await.expect("resets");
        refused(&engine, secret).await;
        let engine_ = Arc::clone(&engine);
        let nobody = engine.ids.next();
        let error = engine.store.write(move |tx| reset_link(tx, &engine_, nobody)).await.expect_err("nobody");
        assert_eq!(error.message(), "User not found");
    }
}

#[tokio::test]
async fn a_token_counts_once_even_when_used_twice_at_once() {
    let engine = with_mail();
    engine.register("ana@example.org").await;
    ask(&engine, "ana@example.org").await;
    let secret = token(&engine).await;
    let (one, two) = tokio::join!(
        reset(&engine, given(&secret, NEW), client()),
        reset(&engine, given(&secret, "Other-lenta-79"), client())
    );
    assert!(one.is_ok() != two.is_ok());
}

#[tokio::test]
async fn changes_of_address_are_recorded() {
    let engine = with_mail();
    let made = engine.register("ana@example.org").await;
    let caller = account(&engine, &made).await;
    change(&engine, &caller, " Eva@Example.org ", PASSWORD.to_owned()).await.expect("asks");
    let asked = me::show(&engine, &caller).await.expect("shown");
    assert_eq!(
        (asked.user.email.as_str(), asked.pending_email.as_deref()),
        ("ana@example.org", Some("eva@example.org"))
    );
    let secret = token(&engine).await;
    confirm(&engine, &secret, client()).await.expect("confirms");
    assert_eq!(actions(&engine).await, ["user.email_change_requested", "user.email_changed"]);
    assert_eq!(purposes(&engine).await, ["confirm_email", "confirm_change", "change_requested"]);

    let engine = TestEngine::new();
    let made = engine.register("ana@example.org").await;
    let caller = account(&engine, &made).await;
    change(&engine, &caller, "eva@example.org", PASSWORD.to_owned()).await.expect("changes");
    let done = me::show(&engine, &caller).await.expect("shown");
    assert_eq!((done.user.email.as_str(), done.user.email_verified_at), ("eva@example.org", None));
    assert_eq!(actions(&engine).await, ["user.email_changed"]);
    change(&engine, &caller, "mia@example.org", "Wrong-pass1".to_owned()).await.expect_err("wrong password");
    assert_eq!(actions(&engine).await, ["user.email_changed", "user.reauth_failed"]);
}

#[tokio::test]
async fn a_mistyped_new_address_can_be_put_right() {
    let engine = with_mail();
    let made = engine.register("ana@example.org").await;
    let caller = account(&engine, &made).await;
    change(&engine, &caller, "wrong@example.org", PASSWORD.to_owned()).await.expect("asks");
    let wrong = token(&engine).await;
    engine.sql("UPDATE letter_marks SET queued_at = queued_at - 300000000").await;
    change(&engine, &caller, "right@example.org", PASSWORD.to_owned()).await.expect("asks again");
    confirm(&engine, &wrong, client()).await.expect_err("that address is wanted no more");
    engine.sql("UPDATE letter_marks SET queued_at = queued_at - 300000000").await;
    resend(&engine, &caller).await.expect("sends again");
    confirm(&engine, &token(&engine).await, client()).await.expect("confirms");
    let id = made.user.id;
    let keys = engine.keys.clone();
    let email = engine.store.read(move |snap| store::users::email_of(snap, &keys, id)).await.expect("reads");
    assert_eq!(email.as_deref(), Some("right@example.org"));
}
