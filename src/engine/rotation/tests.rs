//! A new key opens everything and the old one nothing; wherever a rotation is killed, the next
//! start has the right key.

use super::super::Engine;
use super::super::access::authenticate_key;
use super::super::accounts::Registered;
use super::super::sandbox::capture::{self, Arrived};
use super::super::sources::intake::{self, Incoming, Outcome};
use super::super::testing::{PASSWORD, TestEngine, client, owner};
use super::super::{channels, hub, jobs, origins, sandbox, sources, tasks, webhooks};
use super::*;
use crate::base::json::Members;
use crate::base::{Json, Timestamp};
use crate::domain::account::UserRole;
use crate::domain::mfa::Secret;
use crate::domain::session::SessionKind;
use crate::engine::login::{self, Credentials};
use crate::engine::sessions;
use crate::store::admin::invites::Invite;
use std::sync::Arc;

fn members(text: &str) -> Members<'_> {
    match Json::parse(text).expect("JSON") {
        Json::Object(members) => members,
        other => panic!("{other:?}"),
    }
}

/// Makes what is sealed beyond accounts and their logins.
async fn fill(engine: &Arc<Engine>, made: &Registered, other: &Registered) {
    let actor = owner(engine, made).await;
    let hook = webhooks::create(engine, &actor, &members(r#"{"url":"https://example.com/hook"}"#)).await;
    let hook = hook.expect("created").webhook.id;
    webhooks::update(engine, &actor, hook, &members(r#"{"secret":"new"}"#)).await.expect("rotated");
    let job = r#"{"name":"n","cron":"0 0 1 1 *","url":"https://example.com/job","secret":"of the job"}"#;
    jobs::create(engine, &actor, &members(job)).await.expect("created");
    let alerts = r#"{"channel":"webhook","config":{"url":"https://example.com/alerts","secret":"of alerts"}}"#;
    channels::put(engine, &actor, &members(alerts)).await.expect("set");
    let (endpoint, _) = sandbox::create(engine, &actor, &members("{}")).await.expect("created");
    let opening = capture::open(engine, &endpoint.slug).await.expect("open");
    let arrived = Arrived {
        method: "POST".to_owned(),
        path: endpoint.path(),
        query: None,
        headers: "{}".to_owned(),
        body: Default::default(),
        ip: client().ip,
    };
    capture::keep(engine, &opening, arrived).await.expect("kept");
    let (engine_, new, letter, user) = (engine.clone(), engine.ids.next(), engine.ids.next(), other.user.id);
    let write = engine.store.write(move |tx| {
        let (keys, now) = (&engine_.keys, Timestamp::now());
        origins::resolve(&engine_, tx, &actor)?;
        let until = now.plus(std::time::Duration::from_secs(60));
        let (email, name, role) = ("eva@example.org".to_owned(), Some("Eva".to_owned()), UserRole::User);
        let invited_by = engine_.ids.next();
        let invite = Invite { id: new, email, name, role, invited_by, expires_at: until };
        store::admin::invites::put(tx, keys, &invite, &[1; 32])?;
        store::letters::insert(tx, keys, (letter, user), "{}", until)?;
        store::addresses::set_pending(tx, keys, user, Some("new@example.org"), now)?;
        let secret = Secret::new([7; 20]);
        store::mfa::enable(tx, keys, user, (&secret, 1), now)?;
        store::mfa::begin_setup(tx, keys, user, &secret, until)
    });
    write.await.expect("stored");
}

/// Makes what is sealed of senders from outside and of callbacks.
async fn fill_doors(engine: &Arc<Engine>, made: &Registered) {
    let actor = owner(engine, made).await;
    tasks::callback_secret(engine, &actor).await.expect("made");
    tasks::rotate_callback_secret(engine, &actor).await.expect("rotated");
    let source = sources::create(engine, &actor, &members(r#"{"preset":"globex"}"#)).await.expect("created");
    let rotated = sources::rotate_secret(engine, &actor, source.source.id).await.expect("rotated");
    let token = rotated.secret.expect("new").expose().to_owned();
    let body = r#"{"id":"g-1","type":"t","timestamp":"2026-01-15T10:30:00Z","resource":{}}"#.into();
    let send = async |token: &str| {
        let mut headers = http::HeaderMap::new();
        headers.insert("x-globex-token", token.parse().expect("a value"));
        let incoming = Incoming { headers: &headers, body: &body, ip: std::net::Ipv4Addr::LOCALHOST.into() };
        intake::receive(engine, actor.project, "globex", incoming).await
    };
    send("wrong").await.expect_err("refused");
    let Outcome::Accepted { event, .. } = send(&token).await.expect("taken in") else { panic!("no challenge") };
    hub::events::replay(engine, &actor, event, "Ana".to_owned(), "lost".to_owned()).await.expect("asked for");
}

/// Data of every sort that is sealed, in a folder that no engine holds any more.
struct Scene {
    settings: ServerSettings,
    refresh: String,
    access: String,
    api_key: String,
    folder: tempfile::TempDir,
}

impl Scene {
    fn new() -> Scene {
        super::super::offline::block_on(async {
            let engine = TestEngine::new();
            let made = engine.register("ana@example.org").await;
            let wrong = attempt(&engine, "Wrong-pass1").await;
            assert!(wrong.is_err());
            let other = engine.register("mia@example.org").await;
            fill(&engine, &made, &other).await;
            fill_doors(&engine, &made).await;
            let settings = engine.settings.clone();
            engine.shutdown(std::time::Duration::ZERO).await;
            let (refresh, access, api_key) = (made.tokens.refresh, made.tokens.access, made.api_key);
            Ok(Scene { settings, refresh, access, api_key, folder: engine.into_folder() })
        })
        .expect("set up")
    }

    fn key(&self) -> Vec<u8> {
        fs::read(&self.settings.key_file).expect("a key")
    }

    /// All works with the key that is there; its access tokens count or do not.
    fn works(&self, same_key: bool) {
        let (settings, refresh, access, api_key) = (&self.settings, &self.refresh, &self.access, &self.api_key);
        let run = super::super::offline::block_on(async {
            let engine = Engine::open(settings)?;
            let keys = engine.keys.clone();
            let counts = engine.store.read(move |snap| store::rotation::check(snap, &keys)).await.expect("opens");
            assert!(counts.iter().all(|(_, count)| *count > 0), "the scene has nothing of some column: {counts:?}");
            attempt(&engine, PASSWORD).await.expect("logs in");
            authenticate_key(&engine, api_key).await.expect("keys stay");
            let token = super::super::access::authenticate_user(&engine, access).await;
            assert_eq!(token.is_ok(), same_key, "access tokens are signed with the key");
            sessions::refresh(&engine, refresh, client()).await.expect("logins stay");
            let failures = "SELECT COUNT(*) FROM login_attempts";
            let read = engine.store.read(move |snap| snap.one(failures, &[], |row| row.int(0)));
            assert_eq!(read.await.expect("reads"), 0, "the lock of the address was found and cleared");
            let user = "SELECT id FROM users ORDER BY id LIMIT 1";
            let keys = engine.keys.clone();
            let read = engine.store.read(move |snap| {
                let id = snap.one(user, &[], |row| row.id(0))?;
                store::users::find(snap, &keys, id)
            });
            let user = read.await.expect("opens").expect("ana");
            assert_eq!((user.email.as_str(), user.name.as_deref()), ("ana@example.org", Some("Ana")));
            engine.shutdown(std::time::Duration::ZERO).await;
            Ok(())
        });
        run.expect("opens");
        assert!(!beside(&self.settings).exists(), "nothing is left behind in {}", self.folder.path().display());
    }
}

async fn attempt(engine: &Arc<Engine>, password: &str) -> Result<login::Login> {
    let given = Credentials { email: "ana@example.org".into(), password: password.into(), kind: SessionKind::Api };
    login::login(engine, given, client()).await
}

#[test]
fn a_new_key_takes_over() {
    let scene = Scene::new();
    let old = scene.key();
    let count = rotate(&scene.settings).expect("rotates");
    assert!(count > 8, "{count}");
    assert_ne!(scene.key(), old);
    scene.works(false);
    fs::write(&scene.settings.key_file, old).expect("written");
    let refused = Engine::open(&scene.settings).expect_err("the old key opens nothing");
    assert!(refused.message().contains("does not belong to this database"), "{refused}");
}

#[test]
fn a_kill_before_the_change_leaves_the_old_key() {
    for torn in [false, true] {
        let scene = Scene::new();
        let old = scene.key();
        prepare(&scene.settings, &crypto::random_bytes()).expect("written");
        if torn {
            fs::write(beside(&scene.settings), b"half a key").expect("written");
        }
        scene.works(true);
        assert_eq!(scene.key(), old);
    }
}

#[test]
fn a_kill_after_the_change_leaves_the_new_key() {
    let scene = Scene::new();
    let (old, new) = (scene.key(), crypto::random_bytes::<32>());
    prepare(&scene.settings, &new).expect("written");
    change(&scene.settings, old.as_slice().try_into().expect("32 bytes"), &new).expect("changed");
    scene.works(false);
    assert_eq!(scene.key(), new);
    rotate(&scene.settings).expect("and again");
}

#[test]
fn an_interrupted_one_is_completed_by_the_next() {
    let scene = Scene::new();
    let (old, new) = (scene.key(), crypto::random_bytes::<32>());
    prepare(&scene.settings, &new).expect("written");
    change(&scene.settings, old.as_slice().try_into().expect("32 bytes"), &new).expect("changed");
    rotate(&scene.settings).expect("rotates from the key that waited");
    assert!(scene.key() != old && scene.key() != new);
    scene.works(false);
}

#[test]
fn a_change_that_fails_changes_nothing() {
    let scene = Scene::new();
    let old = scene.key();
    let wrong = crypto::random_bytes::<32>();
    change(&scene.settings, &wrong, &crypto::random_bytes()).expect_err("not its key");
    fs::write(&scene.settings.key_file, wrong).expect("written");
    rotate(&scene.settings).expect_err("nor here");
    assert!(!beside(&scene.settings).exists());
    fs::write(&scene.settings.key_file, old).expect("written");
    scene.works(true);
}

#[test]
fn data_in_use_or_absent_are_left_alone() {
    let scene = Scene::new();
    let lock = Lock::take(&scene.settings).expect("locked");
    let refused = rotate(&scene.settings).expect_err("in use");
    assert!(refused.message().contains(&format!("process {}", std::process::id())), "{refused}");
    drop(lock);
    let nowhere = tempfile::tempdir().expect("folder");
    let settings = ServerSettings::for_test(nowhere.path(), &[]);
    assert_eq!(rotate(&settings).expect_err("nothing there").kind(), Kind::NotFound);
}
