//! Second factors from setup to end, logins with them, and what wrong codes cost.

use super::super::access::authenticate_user;
use super::super::accounts::Registered;
use super::super::login::{Credentials, LoggedIn, Login, login};
use super::super::sessions::Pass;
use super::super::testing::{App, PASSWORD, TestEngine, account, client};
use super::*;
use crate::domain::session::SessionKind;

const EMAIL: &str = "ana@example.org";
const WRONG: &str = "000000";

struct Scene {
    engine: TestEngine,
    made: Registered,
    caller: Account,
    app: App,
}

impl Scene {
    async fn new() -> Scene {
        let engine = TestEngine::new();
        let made = engine.register(EMAIL).await;
        let caller = account(&engine, &made).await;
        let app = App::enable(&engine, &caller).await;
        Scene { engine, made, caller, app }
    }

    async fn login(&self, password: &str) -> Result<Login> {
        let given = Credentials { email: EMAIL.into(), password: password.into(), kind: SessionKind::Api };
        login(&self.engine, given, client()).await
    }

    /// The token of a login whose password was right.
    async fn begin(&self) -> String {
        match self.login(PASSWORD).await.expect("the right password") {
            Login::Waiting(waiting) => waiting.token,
            Login::Done(_) => panic!("no code was asked for"),
        }
    }

    async fn verify(&self, token: &str, code: &str) -> Result<LoggedIn> {
        verify(&self.engine, token, Code::parse(code), SessionKind::Api, client()).await
    }

    /// Actions since `from` entries, with their metadata.
    async fn entries(&self, from: usize) -> Vec<(String, String)> {
        self.engine.audited().await.split_off(from)
    }

    async fn count(&self, table: &str) -> i64 {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        self.engine.store.read(move |snap| snap.one(&sql, &[], |row| row.int(0))).await.expect("counted")
    }
}

#[track_caller]
fn refused<T>(result: Result<T>) -> (Kind, String) {
    let error = result.err().expect("refused");
    (error.kind(), error.message().to_owned())
}

fn access_of(pass: Pass) -> String {
    let Pass::Tokens(tokens) = pass else { panic!("no tokens") };
    tokens.access
}

fn wrong_code() -> (Kind, String) {
    (Kind::Unauthorized, "Invalid MFA code".to_owned())
}

fn no_token() -> (Kind, String) {
    (Kind::Unauthorized, "Invalid or expired MFA token".to_owned())
}

fn owned(entries: &[(&str, &str)]) -> Vec<(String, String)> {
    entries.iter().map(|(action, metadata)| ((*action).to_owned(), (*metadata).to_owned())).collect()
}

#[tokio::test]
async fn a_login_takes_a_password_and_a_code() {
    let scene = Scene::new().await;
    let before = scene.engine.audited().await.len();
    let token = scene.begin().await;
    assert_eq!(scene.entries(before).await, [], "nothing has happened yet");
    assert!(authenticate_user(&scene.engine, &token).await.is_err());
    assert!(super::super::sessions::refresh(&scene.engine, &token, client()).await.is_err());
    assert_eq!(refused(scene.verify(&token, WRONG).await), wrong_code());
    let done = scene.verify(&token, &scene.app.digits(1)).await.expect("logs in");
    assert_eq!(done.user.id, scene.made.user.id);
    assert!(done.user.last_login_at.is_some() && done.user.mfa_enabled_at.is_some());
    authenticate_user(&scene.engine, &access_of(done.pass)).await.expect("a session");
    let expected = owned(&[
        ("user.mfa_failed", r#"{"method":"totp_api"}"#),
        ("user.mfa_verified", r#"{"method":"totp_api"}"#),
        ("user.login", r#"{"method":"api"}"#),
    ]);
    assert_eq!(scene.entries(before).await, expected);
    assert_eq!(refused(scene.verify(&token, &scene.app.backup_codes[0]).await), no_token(), "spent");
    assert_eq!(scene.count("mfa_challenges").await, 0);
}

#[tokio::test]
async fn no_code_counts_twice() {
    let scene = Scene::new().await;
    let (first, second) = (scene.begin().await, scene.begin().await);
    assert_eq!(refused(scene.verify(&first, &scene.app.used).await), wrong_code(), "it has enabled MFA");
    let code = scene.app.digits(1);
    scene.verify(&first, &code).await.expect("logs in");
    assert_eq!(refused(scene.verify(&second, &code).await), wrong_code());
    let before = scene.engine.audited().await.len();
    let backup = scene.app.backup_codes[0].to_uppercase();
    scene.verify(&second, &backup).await.expect("logs in");
    let expected = owned(&[
        ("user.mfa_backup_used", r#"{"remaining_codes":9}"#),
        ("user.mfa_verified", r#"{"method":"backup_code"}"#),
        ("user.login", r#"{"method":"api"}"#),
    ]);
    assert_eq!(scene.entries(before).await, expected);
    assert_eq!(refused(scene.verify(&scene.begin().await, &backup).await), wrong_code());
    let last = scene.engine.audited().await.pop().expect("entry");
    assert_eq!(last, ("user.mfa_failed".to_owned(), r#"{"method":"backup_code"}"#.to_owned()));
}

#[tokio::test]
async fn the_right_password_forgets_no_failures() {
    let scene = Scene::new().await;
    for _ in 0..4 {
        assert_eq!(refused(scene.login("Wrong-pass1").await).0, Kind::Unauthorized);
    }
    let token = scene.begin().await;
    assert_eq!(refused(scene.verify(&token, WRONG).await).0, Kind::Locked);
    assert_eq!(refused(scene.verify(&token, &scene.app.digits(1)).await).0, Kind::Locked, "not looked at");
    assert_eq!(refused(scene.login(PASSWORD).await).0, Kind::Locked);
    scene.engine.sql("UPDATE login_attempts SET locked_until = 1").await;
    scene.verify(&token, &scene.app.digits(1)).await.expect("logs in after the lock");
    assert_eq!(scene.count("login_attempts").await, 0, "a completed login forgets them");
    let entries = scene.engine.audited().await;
    let locked = entries.iter().find(|(action, _)| action == "user.locked").expect("audited");
    assert_eq!(locked.1, r#"{"failed_attempts":5,"lockout_minutes":15}"#);
}

#[tokio::test]
async fn five_wrong_codes_end_a_login() {
    let scene = Scene::new().await;
    let (token, other) = (scene.begin().await, scene.begin().await);
    for n in 1..=5 {
        scene.engine.sql("DELETE FROM login_attempts").await;
        assert_eq!(refused(scene.verify(&token, WRONG).await), wrong_code(), "{n}");
    }
    assert_eq!(refused(scene.verify(&token, &scene.app.digits(1)).await), no_token());
    scene.verify(&other, &scene.app.digits(1)).await.expect("another login goes on");
}

#[tokio::test]
async fn guesses_at_the_same_time_count_each() {
    let scene = Scene::new().await;
    let token = scene.begin().await;
    let answers = futures_util::future::join_all((0..8).map(|_| scene.verify(&token, WRONG))).await;
    let kinds: Vec<Kind> = answers.into_iter().map(|answer| refused(answer).0).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == Kind::Locked).count(), 1, "{kinds:?}");
    assert_eq!(scene.count("mfa_challenges").await, 0);
    let scene = Scene::new().await;
    let (token, code) = (scene.begin().await, scene.app.digits(1));
    let answers = futures_util::future::join_all((0..4).map(|_| scene.verify(&token, &code))).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
}

#[tokio::test]
async fn a_login_waits_for_one_user_five_minutes_and_no_longer() {
    for end in [
        "UPDATE mfa_challenges SET expires_at = 1",
        "DELETE FROM mfa_challenges",
        "UPDATE mfa_challenges SET user_id = x'00112233445566778899aabbccddeeff'",
        "UPDATE users SET deactivated_at = 1",
    ] {
        let scene = Scene::new().await;
        let token = scene.begin().await;
        scene.engine.sql(end).await;
        assert_eq!(refused(scene.verify(&token, &scene.app.digits(1)).await), no_token(), "{end}");
        assert_eq!(scene.count("login_attempts").await, 0, "a dead token is no guess");
    }
    let scene = Scene::new().await;
    for token in ["", "x", &scene.made.tokens.access, &scene.made.tokens.refresh, &scene.made.api_key] {
        assert_eq!(refused(scene.verify(token, &scene.app.digits(1)).await), no_token(), "{token}");
    }
    let token = scene.begin().await;
    let (id, now) = (scene.made.user.id, Timestamp::now());
    let write = scene.engine.store.write(move |tx| store::sessions::revoke_all(tx, id, None, now));
    write.await.expect("revoked");
    assert_eq!(refused(scene.verify(&token, &scene.app.digits(1)).await), no_token(), "ended with the sessions");
}

#[tokio::test]
async fn it_is_set_up_with_the_password_and_switched_on_with_a_code() {
    let engine = TestEngine::with(&[("registration", "open"), ("instance_name", "Señales & Co")]);
    let made = engine.register(EMAIL).await;
    let caller = account(&engine, &made).await;
    let off = Status { enabled_at: None, backup_codes_left: 0 };
    assert_eq!(status(&engine, &caller).await.expect("status"), off);
    assert_eq!(refused(setup(&engine, &caller, "Wrong-pass1".into()).await).1, "Invalid password");
    let none = (Kind::Conflict, "Start MFA setup first".to_owned());
    assert_eq!(refused(enable(&engine, &caller, Code::parse(WRONG)).await), none);

    let first = setup(&engine, &caller, PASSWORD.into()).await.expect("set up");
    let second = setup(&engine, &caller, PASSWORD.into()).await.expect("set up again");
    assert!(
        second.url.starts_with("otpauth://totp/Se%C3%B1ales%20%26%20Co:ana%40example.org?secret="),
        "{}",
        second.url
    );
    assert!(second.url.contains(&second.secret) && second.svg.starts_with("<svg"));
    let code = |setup: &Setup| {
        let secret = Secret::parse(&setup.secret).expect("secret");
        Code::parse(&secret.code_of(Timestamp::now().secs() / 30))
    };
    for wrong in [code(&first), Code::parse(WRONG), Code::parse("aaaaa-bbbbb"), Code::Malformed] {
        assert_eq!(refused(enable(&engine, &caller, wrong).await), wrong_code());
    }
    assert_eq!(status(&engine, &caller).await.expect("status"), off);

    engine.sql("UPDATE mfa_setups SET expires_at = 1").await;
    assert_eq!(refused(enable(&engine, &caller, code(&second)).await), none, "after ten minutes");
    let third = setup(&engine, &caller, PASSWORD.into()).await.expect("set up again");
    let done = enable(&engine, &caller, code(&third)).await.expect("enabled");
    let on = Status { enabled_at: Some(done.enabled_at), backup_codes_left: 10 };
    assert_eq!(status(&engine, &caller).await.expect("status"), on);
    let already = (Kind::Conflict, "MFA is already enabled".to_owned());
    assert_eq!(refused(setup(&engine, &caller, PASSWORD.into()).await), already);
    assert_eq!(refused(enable(&engine, &caller, code(&third)).await), none);
}

#[tokio::test]
async fn switching_on_ends_all_other_sessions() {
    let engine = TestEngine::new();
    let made = engine.register(EMAIL).await;
    let given = Credentials { email: EMAIL.into(), password: PASSWORD.into(), kind: SessionKind::Api };
    let Login::Done(other) = login(&engine, given, client()).await.expect("logs in") else { panic!("no MFA yet") };
    let caller = account(&engine, &made).await;
    let app = App::enable(&engine, &caller).await;
    authenticate_user(&engine, &made.tokens.access).await.expect("the caller stays");
    assert!(authenticate_user(&engine, &access_of(other.pass)).await.is_err());
    assert_eq!(engine.audited().await.pop().expect("entry").0, "user.mfa_enabled");
    let mut codes = app.backup_codes.clone();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 10);
    assert!(codes.iter().all(|code| code.len() == 11 && code.as_bytes()[5] == b'-'), "{codes:?}");
}

#[tokio::test]
async fn switching_off_takes_password_and_code() {
    let scene = Scene::new().await;
    let off = async |password: &str, code: &str| {
        disable(&scene.engine, &scene.caller, password.to_owned(), Code::parse(code)).await
    };
    let backup = scene.app.backup_codes[3].clone();
    let token = scene.begin().await;
    assert_eq!(refused(off("Wrong-pass1", &backup).await).1, "Invalid password");
    assert_eq!(refused(off(PASSWORD, WRONG).await), wrong_code());
    assert_eq!(refused(off(PASSWORD, &scene.app.used).await), wrong_code(), "used already");
    off(PASSWORD, &backup).await.expect("off");
    let off_now = Status { enabled_at: None, backup_codes_left: 0 };
    assert_eq!(status(&scene.engine, &scene.caller).await.expect("status"), off_now);
    let entries = scene.engine.audited().await;
    let last: Vec<&str> = entries[entries.len() - 2..].iter().map(|(action, _)| action.as_str()).collect();
    assert_eq!(last, ["user.mfa_backup_used", "user.mfa_disabled"]);
    assert_eq!(refused(scene.verify(&token, &scene.app.digits(1)).await), no_token());
    let not_on = (Kind::Conflict, "MFA is not enabled".to_owned());
    assert_eq!(refused(off(PASSWORD, &backup).await), not_on);
    assert!(matches!(scene.login(PASSWORD).await, Ok(Login::Done(_))));
    for table in ["mfa_factors", "mfa_setups", "mfa_backup_codes", "mfa_challenges"] {
        assert_eq!(scene.count(table).await, 0, "{table}");
    }
}

#[tokio::test]
async fn new_backup_codes_end_the_old_ones() {
    let scene = Scene::new().await;
    let renew =
        async |code: &str| backup_codes(&scene.engine, &scene.caller, PASSWORD.to_owned(), Code::parse(code)).await;
    let new = renew(&scene.app.digits(1)).await.expect("renewed");
    assert_eq!(scene.engine.audited().await.pop().expect("entry").0, "user.mfa_backup_regenerated");
    assert_eq!((new.len(), scene.count("mfa_backup_codes").await), (10, 10));
    assert_eq!(refused(renew(&scene.app.backup_codes[0]).await), wrong_code());
    renew(&new[0]).await.expect("renewed");
    for _ in 0..3 {
        assert_eq!(refused(renew(WRONG).await).0, Kind::Unauthorized);
    }
    assert_eq!(refused(renew(WRONG).await).0, Kind::Locked, "guesses of a stolen session count too");
    assert_eq!(refused(scene.login(PASSWORD).await).0, Kind::Locked);
}

#[tokio::test]
async fn a_code_is_asked_of_those_who_have_one() {
    let scene = Scene::new().await;
    let asked = async |caller: &Account, code: Option<Code>| {
        let (engine, caller) = ((*scene.engine).clone(), caller.clone());
        let write = scene.engine.store.write(move |tx| prove(tx, &engine, &caller, code.as_ref()));
        write.await.expect("written")
    };
    let missing = (Kind::Malformed, "Missing required field: code".to_owned());
    assert_eq!(refused(asked(&scene.caller, None).await), missing);
    assert_eq!(refused(asked(&scene.caller, Some(Code::Malformed)).await), wrong_code());
    assert_eq!(scene.engine.audited().await.pop().expect("entry").0, "user.mfa_failed");
    let code = scene.app.code(1);
    asked(&scene.caller, Some(code.clone())).await.expect("proven");
    assert_eq!(refused(asked(&scene.caller, Some(code)).await), wrong_code());
    let plain = scene.engine.register("eva@example.org").await;
    let plain = account(&scene.engine, &plain).await;
    for code in [None, Some(Code::Malformed)] {
        asked(&plain, code).await.expect("nothing to prove");
    }
    let foreign = Code::parse(&scene.app.backup_codes[0]);
    App::enable(&scene.engine, &plain).await;
    assert_eq!(refused(asked(&plain, Some(foreign)).await), wrong_code(), "codes belong to one user");
}

#[tokio::test]
async fn an_operator_can_take_it_away() {
    let scene = Scene::new().await;
    for had in [true, false] {
        let (engine, user) = ((*scene.engine).clone(), scene.made.user.id);
        let write = scene.engine.store.write(move |tx| reset(tx, &engine, user));
        assert_eq!(write.await.expect("reset"), had);
    }
    assert!(matches!(scene.login(PASSWORD).await, Ok(Login::Done(_))));
}
