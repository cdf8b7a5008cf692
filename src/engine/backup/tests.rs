//! What counts as a backup, what is found wrong with one, what a failed run leaves, and that a
//! restore takes what is sound and nothing else.

use super::service::Running;
use super::*;
use crate::domain::account::UserRole;
use crate::engine::testing::TestEngine;
use crate::engine::{Engine, offline};

fn folder(engine: &TestEngine) -> PathBuf {
    engine.settings.backup_dir.0.clone().expect("on")
}

/// Makes a backup now; its path.
fn backup(settings: &ServerSettings, secret: Option<&Passphrase>) -> PathBuf {
    let target = Target::Folder(settings.backup_dir.0.clone().expect("on"));
    let mut draft = draft(&settings.db, &target, secret, &|| true).expect("written");
    draft.verify(secret, &|| true).expect("whole");
    draft.publish().expect("named").0
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("list")
        .map(|e| e.expect("entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn only_whole_ones_are_listed_and_the_newest_stay() {
    let engine = TestEngine::new();
    engine.register("ana@example.org").await;
    let folder = folder(&engine);
    assert!(list(&folder).expect("no folder").is_empty());
    let made: Vec<PathBuf> = (0..3).map(|_| backup(&engine.settings, None)).collect();
    let listed = list(&folder).expect("listed");
    assert_eq!(listed.len(), 3);
    assert!(listed.iter().all(|stored| stored.manifest.verified && stored.manifest.rows["users"] == 1));
    assert_eq!(folder.join(&listed[0].name), made[2]);
    assert_eq!(names(&folder).len(), 6, "each with its manifest, and nothing else");
    assert!(!with_suffix(&engine.settings.db, ".copy").exists());

    fs::write(folder.join("jobcelis-20260101T000000Z-v1.db.zst"), "no manifest").expect("written");
    fs::write(with_suffix(&made[0], ".part"), "left by a kill").expect("written");
    let cut = fs::read(&made[1]).expect("read");
    fs::write(&made[1], &cut[1..]).expect("written");
    assert_eq!(list(&folder).expect("listed").len(), 2, "one is not as long as it was");
    assert_eq!(prune(&folder, Keep::Newest(1)).expect("pruned").len(), 1);
    assert!(made[2].exists() && !made[0].exists() && !with_suffix(&made[0], ".part").exists());
    assert!(prune(&folder, Keep::Days(1)).expect("pruned").is_empty());
}

#[tokio::test]
async fn a_byte_that_changed_is_found() {
    let engine = TestEngine::new();
    engine.register("ana@example.org").await;
    let (settings, secret) = (&engine.settings, Passphrase::new("correct horse".to_owned()));
    for secret in [None, secret.as_ref()] {
        let path = backup(settings, secret);
        let checked = |secret| verify(&settings.db, &path, secret, &|| true).map_err(|e| e.message().to_owned());
        assert!(checked(secret).expect("whole").is_some());
        let mut bytes = fs::read(&path).expect("read");
        let at = bytes.len() / 2;
        bytes[at] ^= 1;
        fs::write(&path, &bytes).expect("written");
        assert!(checked(secret).expect_err("damaged").contains("checksum"));
        assert!(!list(&folder(&engine)).expect("listed")[0].manifest.verified, "and remembered");
        fs::remove_file(make::manifest_of(&path)).expect("removed");
        assert!(checked(secret).is_err(), "also without its manifest");
        fs::remove_file(path).expect("removed");
    }
    let path = backup(settings, secret.as_ref());
    assert!(verify(&settings.db, &path, None, &|| true).expect_err("sealed").message().contains("passphrase"));
    let wrong = Passphrase::new("wrong horse".to_owned());
    assert!(verify(&settings.db, &path, wrong.as_ref(), &|| true).is_err());
}

#[tokio::test]
async fn one_at_a_time_and_none_half_made() {
    let engine = TestEngine::new();
    let target = Target::Folder(folder(&engine));
    let first = draft(&engine.settings.db, &target, None, &|| true).expect("written");
    let second = draft(&engine.settings.db, &target, None, &|| true).expect_err("busy");
    assert_eq!(second.kind(), Kind::Conflict);
    drop(first);
    let stopped = draft(&engine.settings.db, &target, None, &|| false).expect_err("stopped");
    assert_eq!(stopped.kind(), Kind::Unavailable);
    assert_eq!(names(&folder(&engine)), [""; 0], "what was not published is gone");
    let running = Running::begin(&engine).expect("free");
    assert!(Running::begin(&engine).is_none());
    drop(running);
    assert!(Running::begin(&engine).is_some());
}

#[tokio::test]
async fn a_run_is_recorded_and_a_failed_one_told() {
    let engine = TestEngine::with(&[("registration", "open"), ("backup_exec", "test -s")]);
    let (_, root) = engine.operator("root@example.org", UserRole::Superadmin).await;
    assert!(Running::begin(&engine).expect("free").make(&engine).await);
    let (action, metadata) = engine.audited().await.pop().expect("entry");
    assert_eq!(action, "system.backup_completed");
    assert!(metadata.contains(r#""storage":"local""#) && metadata.contains("size_bytes"), "{metadata}");
    assert!(engine.backups.newest().is_some());

    let engine = TestEngine::with(&[("registration", "open"), ("backup_exec", "exit 3; :")]);
    let (_, root_) = engine.operator("root@example.org", UserRole::Superadmin).await;
    for _ in 0..2 {
        assert!(!Running::begin(&engine).expect("free").make(&engine).await);
        let (action, metadata) = engine.audited().await.pop().expect("entry");
        assert_eq!(action, "system.backup_failed");
        assert!(metadata.contains("exit status: 3"), "{metadata}");
    }
    let page = crate::base::page::Page { limit: 9, before: None };
    let (told, _) = crate::engine::notifications::list(&engine, &root_, true, page).await.expect("listed");
    let told: Vec<&str> = told.rows.iter().map(|notice| notice.kind.as_str()).filter(|k| *k != "new_login").collect();
    assert_eq!(told, ["system_health"], "once a day is enough");
    drop(root);
}

/// The data of a stopped server with one account, and a backup of them.
fn scene(secret: Option<&Passphrase>) -> (ServerSettings, PathBuf, tempfile::TempDir) {
    let made = offline::block_on(async {
        let engine = TestEngine::new();
        engine.register("ana@example.org").await;
        let settings = engine.settings.clone();
        engine.shutdown(Duration::ZERO).await;
        let path = backup(&settings, secret);
        Ok((settings, path, engine.into_folder()))
    });
    made.expect("set up")
}

fn order(backup: &Path) -> Order<'_> {
    Order { backup, passphrase: None, hold: false, force: false }
}

fn users(settings: &ServerSettings) -> i64 {
    let count = offline::with(settings, async |engine| {
        let sql = "SELECT COUNT(*) FROM users";
        engine.store.read(move |snap| snap.one(sql, &[], |row| row.int(0))).await
    });
    count.expect("opens")
}

#[test]
fn what_is_restored_is_what_was_saved() {
    let secret = Passphrase::new("correct horse".to_owned());
    let (settings, path, _folder) = scene(secret.as_ref());
    offline::with(&settings, async |engine| {
        offline::make_superadmin(engine, "late@example.org", Some("Tr4vesura-lenta".to_owned())).await
    })
    .expect("made");
    assert_eq!(users(&settings), 2);
    assert!(restore(&settings, &order(&path)).is_err(), "it is encrypted");
    let restored = restore(&settings, &Order { passphrase: secret.as_ref(), ..order(&path) }).expect("restored");
    assert_eq!(users(&settings), 1);
    let previous = restored.previous.expect("kept");
    let old = ServerSettings { db: previous, ..settings.clone() };
    assert_eq!(users(&old), 2, "what was there before is whole");
    let actions = offline::with(&settings, async |engine| {
        let sql = "SELECT action FROM audit_log ORDER BY id DESC LIMIT 1";
        engine.store.read(move |snap| snap.one(sql, &[], |row| row.text(0))).await
    });
    assert_eq!(actions.expect("read"), "system.restored");
}

#[test]
fn what_does_not_fit_is_refused_and_nothing_changes() {
    let (settings, path, _folder) = scene(None);
    let before = fs::read(&settings.db).expect("data");
    let unchanged = |what: &str| assert_eq!(fs::read(&settings.db).expect("data"), before, "{what}");

    let key = fs::read(&settings.key_file).expect("key");
    fs::write(&settings.key_file, [9; 32]).expect("written");
    let error = restore(&settings, &order(&path)).expect_err("the key of another");
    assert!(error.message().contains("another master key"), "{error}");
    fs::remove_file(&settings.key_file).expect("removed");
    assert_eq!(restore(&settings, &order(&path)).expect_err("no key").kind(), Kind::NotFound);
    assert!(!settings.key_file.exists(), "none is made");
    fs::write(&settings.key_file, key).expect("written");
    unchanged("keys");

    let cut = path.with_extension("cut");
    fs::write(&cut, &fs::read(&path).expect("read")[..2000]).expect("written");
    assert_eq!(restore(&settings, &order(&cut)).expect_err("half").kind(), Kind::Invalid);
    fs::write(&cut, "no backup at all").expect("written");
    assert_eq!(restore(&settings, &order(&cut)).expect_err("other").kind(), Kind::Invalid);
    unchanged("damage");

    offline::block_on(async {
        let engine = Engine::open(&settings)?;
        let error = restore(&settings, &order(&path)).expect_err("it runs");
        assert_eq!(error.kind(), Kind::Conflict);
        engine.shutdown(Duration::ZERO).await;
        Ok(())
    })
    .expect("ran");

    let mut manifest = make::read_manifest(&path).expect("there");
    manifest.rows.insert("users".to_owned(), 7);
    make::write_manifest(&path, &manifest).expect("written");
    assert!(restore(&settings, &order(&path)).expect_err("rows").message().contains("users"));
    let forced = restore(&settings, &Order { force: true, ..order(&path) }).expect("forced");
    assert_eq!(forced.forced.len(), 1);
    assert_eq!(users(&settings), 1);
}
