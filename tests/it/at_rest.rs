//! Personal data and secrets on disk: none of them in clear, in no file of the data directory.

use crate::support::{Account, Authenticator, Daemon, PASSWORD, Receiver, finish, unique};
use serde_json::json;
use std::path::{Path, PathBuf};

const PROXIED: &str = "203.0.113.77";
const AGENT: &str = "Distinctive-Agent-4711";

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            files(&entry.path(), found);
        } else {
            found.push(entry.path());
        }
    }
}

/// The files below the folder that contain the text.
fn holding(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut all = Vec::new();
    files(folder, &mut all);
    assert!(!all.is_empty());
    let contains = |file: &PathBuf| {
        let bytes = std::fs::read(file).unwrap();
        bytes.windows(text.len()).any(|w| w == text.as_bytes())
    };
    all.into_iter().filter(contains).collect()
}

/// Uses everything that is secret or personal, and returns those texts.
fn use_everything(daemon: &Daemon) -> Vec<(&'static str, String)> {
    let api = daemon.api();
    let from = |path: &str, body: serde_json::Value| {
        let call = api.call("POST", path).header("X-Forwarded-For", PROXIED).header("User-Agent", AGENT);
        call.json(body).send()
    };
    let (local, name) = (unique("zaphod"), unique("Beeblebrox"));
    let email = format!("{local}@heart-of-gold.example");
    let answer = from("/auth/register", json!({"email": email, "password": PASSWORD, "name": name})).ok(201);
    let login = from("/auth/login", json!({"email": email, "password": PASSWORD})).ok(200);
    from("/auth/login", json!({"email": email, "password": "Wrong-Pass-12345"}))
        .fails(401, "Invalid email or password");
    let stranger = format!("{}@nowhere.example", unique("marvin"));
    from("/auth/login", json!({"email": stranger, "password": "x"})).fails(401, "Invalid email or password");
    let browser = from("/auth/login", json!({"email": email, "password": PASSWORD, "cookie": true}));
    let line = browser.header("set-cookie").expect("a cookie").to_owned();
    let cookie = line.split(['=', ';']).nth(1).unwrap().to_owned();
    let csrf = browser.ok(200)["csrf_token"].as_str().unwrap().to_owned();
    let text = |v: &serde_json::Value| v.as_str().unwrap().to_owned();
    let refreshed = from("/auth/refresh", json!({"refresh_token": login["refresh_token"]})).ok(200);
    let user = api.with(&text(&login["token"]));
    let regenerated = user.post("/token/regenerate", json!({})).ok(200);
    let key = api.with(&text(&regenerated["token"]));
    let embed = text(&key.post("/embed/tokens", json!({})).ok(201)["token"]);
    let chosen = unique("chosen-secret-");
    // Further projects and people: their key, their addresses, and from where they acted.
    let as_user = |token: &str, method: &str, path: &str, body: serde_json::Value| {
        let call = api.with(token).call(method, path).header("X-Forwarded-For", PROXIED).header("User-Agent", AGENT);
        call.json(body).send()
    };
    let token = text(&login["token"]);
    let shop = as_user(&token, "POST", "/projects", json!({"name": "Shop"})).ok(201);
    let guest = format!("{}@heart-of-gold.example", unique("trillian"));
    let joined = from("/auth/register", json!({"email": guest, "password": PASSWORD, "name": name})).ok(201);
    let members = format!("/projects/{}/members", text(&shop["id"]));
    let place = as_user(&token, "POST", &members, json!({"email": guest})).ok(201);
    let accept = format!("/invitations/{}/accept", text(&place["id"]));
    as_user(&text(&joined["token"]), "POST", &accept, json!({})).ok(200);
    let exported = as_user(&token, "GET", "/export/audit-log", json!({}));
    assert!(exported.text.contains(PROXIED), "{}", exported.text);
    let receiver = Receiver::start();
    let mut secrets = vec![("a chosen secret", chosen.clone())];
    for secret in [json!(chosen), json!(null)] {
        let hook = key.post("/webhooks", json!({"url": receiver.url("/in"), "secret": secret})).ok(201);
        secrets.push(("a webhook secret", text(&hook["secret"])));
        let rotated = key.post(&format!("/webhooks/{}/rotate-secret", text(&hook["id"])), json!({})).ok(200);
        secrets.push(("a rotated secret", text(&rotated["secret"])));
    }
    let signing = unique("job-secret-");
    let call = json!({"name": "n", "url": receiver.url("/job"), "secret": signing});
    let job = key.post("/jobs", call).ok(201);
    key.post(&format!("/jobs/{}/run", text(&job["id"])), json!({})).ok(200);
    secrets.push(("the secret of a job", signing));
    let call = key.call("POST", "/events").header("X-Forwarded-For", PROXIED).header("User-Agent", AGENT);
    call.json(json!({"topic": "control.topic.in.clear", "payload": {"a": 1}})).send().ok(202);
    receiver.wait_for("/in", 2);
    secrets.extend([
        ("the e-mail", email.clone()),
        ("its local part", local),
        ("the name", name),
        ("an unknown e-mail", stranger),
        ("the key of another project", text(&shop["api_key"])),
        ("the e-mail of a member", guest),
        ("a member's token", text(&joined["token"])),
        ("a member's refresh token", text(&joined["refresh_token"])),
        ("the password", PASSWORD.to_owned()),
        ("a wrong password", "Wrong-Pass-12345".to_owned()),
        ("the first key", text(&answer["api_key"])),
        ("the second key", text(&regenerated["token"])),
        ("a token", text(&login["token"])),
        ("an embed token", embed),
        ("the first refresh token", text(&answer["refresh_token"])),
        ("a refresh token", text(&login["refresh_token"])),
        ("the next refresh token", text(&refreshed["refresh_token"])),
        ("the id in a cookie", cookie),
        ("the token against forged requests", csrf),
        ("the address", PROXIED.to_owned()),
        ("the user agent", AGENT.to_owned()),
    ]);
    secrets
}

/// The second factor in every state: on and used, off again, set up and waiting.
fn use_second_factors(daemon: &Daemon) -> Vec<(&'static str, String)> {
    let text = |v: &serde_json::Value| v.as_str().unwrap().to_owned();
    let (on, off, waiting) = (daemon.register(), daemon.register(), daemon.register());
    let app = Authenticator::enable(&on);
    let challenge = text(&on.login()["mfa_token"]);
    let verify = |code: &str| on.anonymous().post("/auth/mfa/verify", json!({"token": challenge, "code": code}));
    verify("zzzzz-zzzzz").fails(401, "Invalid MFA code");
    verify(&app.backup_codes[0]).ok(200);
    let former = Authenticator::enable(&off);
    let proof = json!({"password": PASSWORD, "code": former.backup_codes[0]});
    off.user().post("/me/mfa/disable", proof).ok(200);
    let setup = waiting.user().post("/me/mfa/setup", json!({"password": PASSWORD})).ok(200);
    let mut secrets = vec![
        ("an MFA secret", text(&app.setup["secret"])),
        ("a former MFA secret", text(&former.setup["secret"])),
        ("an MFA secret to be", text(&setup["secret"])),
        ("an MFA token", challenge),
        ("a wrong backup code", "zzzzz-zzzzz".to_owned()),
    ];
    for code in app.backup_codes.iter().chain(&former.backup_codes) {
        secrets.extend([("a backup code", code.clone()), ("a bare backup code", code.replace('-', ""))]);
    }
    secrets
}

#[test]
fn nothing_secret_stands_in_clear() {
    let mut daemon = Daemon::with(&["--trusted-proxies", "127.0.0.0/8"]);
    let mut secrets = use_everything(&daemon);
    secrets.extend(use_second_factors(&daemon));
    let check = |daemon: &Daemon, when: &str| {
        let dir = daemon.data_dir();
        assert!(!holding(&dir, "control.topic.in.clear").is_empty(), "{when}: the search looks in the wrong place");
        for (what, text) in &secrets {
            assert_eq!(holding(&dir, text), Vec::<PathBuf>::new(), "{when}: {what} stands in clear");
        }
    };
    check(&daemon, "while it runs, with its write-ahead log");
    daemon.kill9();
    check(&daemon, "after a kill");
    daemon.restart();
    daemon.stop();
    check(&daemon, "after a clean end");
    for (what, text) in &secrets {
        assert!(!daemon.log().contains(text.as_str()), "{what} stands in the log");
    }
}

#[test]
fn only_the_owner_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let daemon = Daemon::start();
    daemon.register();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&daemon.data_dir()), 0o700);
    let mut all = Vec::new();
    files(&daemon.data_dir(), &mut all);
    let names: Vec<_> = all.iter().map(|f| f.file_name().unwrap().to_string_lossy().into_owned()).collect();
    for name in ["jobcelis.db", "secret.key"] {
        assert!(names.iter().any(|n| n == name), "{name} is not in {names:?}");
    }
    for file in all {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn another_key_is_refused() {
    let mut daemon = Daemon::start();
    let account: Account = daemon.register();
    daemon.stop();
    let key = daemon.data_dir().join("secret.key");
    let good = std::fs::read(&key).unwrap();
    let other = Daemon::start();
    let foreign = std::fs::read(other.data_dir().join("secret.key")).unwrap();
    assert_ne!(good, foreign, "every installation has its own key");
    std::fs::write(&key, foreign).unwrap();
    let run = finish(&mut daemon.command(), b"");
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.to_lowercase().contains("key"), "it says what is wrong: {}", run.stderr);
    std::fs::write(&key, good).unwrap();
    daemon.restart();
    account.login();
}

#[test]
fn a_lost_key_is_not_replaced() {
    let mut daemon = Daemon::start();
    daemon.register();
    daemon.stop();
    std::fs::remove_file(daemon.data_dir().join("secret.key")).unwrap();
    let run = finish(&mut daemon.command(), b"");
    assert_eq!(run.code, Some(1), "a new key would make all sealed data unreadable");
}
