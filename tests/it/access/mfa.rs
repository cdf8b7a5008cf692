//! The second factor: setup, logins with a code, what a wrong one costs, and that a login that
//! waits for one opens nothing.

use crate::shape::routes::ROUTES;
use crate::support::{Account, Authenticator, Daemon, NO_ID, PASSWORD, Reply, bearer_jwt};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

const WRONG: &str = "000000";
/// A well-formed backup code that nobody has.
const NO_BACKUP: &str = "aaaaa-aaaaa";

/// Logs in with the password: the token that stands for it.
#[track_caller]
fn begin(account: &Account) -> String {
    let answer = account.login();
    assert_eq!(answer.as_object().unwrap().len(), 3, "{answer}");
    assert_eq!((&answer["mfa_required"], &answer["expires_in"]), (&json!(true), &json!(300)));
    answer["mfa_token"].as_str().unwrap().to_owned()
}

fn verify(account: &Account, body: Value) -> Reply {
    account.anonymous().post("/auth/mfa/verify", body)
}

/// The body of the documentation.
fn with_code(account: &Account, token: &str, code: &str) -> Reply {
    verify(account, json!({"mfa_token": token, "code": code}))
}

fn wrong_login(account: &Account) -> Reply {
    account.anonymous().post("/auth/login", json!({"email": account.email, "password": "Wrong-Horse-77"}))
}

#[track_caller]
fn signed_in(account: &Account, answer: &Value) {
    assert_eq!(answer["user"]["id"], account.user_id, "{answer}");
    let token = answer["token"].as_str().unwrap();
    assert_eq!(account.with(token).get("/project").ok(200)["id"], account.project_id);
    let refreshed = verify_refresh(account, answer["refresh_token"].as_str().unwrap());
    assert!(refreshed.ok(200)["token"].is_string());
    assert!(answer.get("api_key").is_none() && answer["expires_at"].as_str().unwrap().ends_with('Z'));
}

fn verify_refresh(account: &Account, token: &str) -> Reply {
    account.anonymous().post("/auth/refresh", json!({"refresh_token": token}))
}

#[test]
fn it_is_switched_on_and_off() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let user = account.user();
    let off = json!({"enabled": false, "enabled_at": null, "backup_codes_remaining": 0});
    assert_eq!(user.get("/me/mfa").ok(200), off);
    user.post("/me/mfa/enable", json!({"code": WRONG})).fails(409, "Start MFA setup first");
    user.post("/me/mfa/setup", json!({})).fails(400, "Missing required field: password");
    user.post("/me/mfa/setup", json!({"password": "Wrong-Horse-77"})).fails(401, "Invalid password");
    let other = account.login()["token"].as_str().unwrap().to_owned();

    let app = Authenticator::enable(&account);
    let secret = app.setup["secret"].as_str().unwrap();
    let address = account.email.replace('@', "%40");
    let url =
        format!("otpauth://totp/Jobcelis:{address}?secret={secret}&issuer=Jobcelis&algorithm=SHA1&digits=6&period=30");
    assert_eq!(app.setup["otpauth_url"], url);
    assert!(secret.len() == 32 && secret.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()));
    assert!(app.setup["qr_svg"].as_str().unwrap().starts_with("<svg"));
    assert_eq!((app.account(), &app.setup["expires_in"]), (account.email.as_str(), &json!(600)));
    let form = |code: &String| code.len() == 11 && code.as_bytes()[5] == b'-' && *code == code.to_lowercase();
    assert!(app.backup_codes.len() == 10 && app.backup_codes.iter().all(form), "{:?}", app.backup_codes);
    let on = json!({"enabled": true, "enabled_at": app.enabled["enabled_at"], "backup_codes_remaining": 10});
    assert_eq!(user.get("/me/mfa").ok(200), on);
    account.with(&other).get("/project").fails(401, "Unauthorized");
    user.post("/me/mfa/setup", json!({"password": PASSWORD})).fails(409, "MFA is already enabled");

    let proof = |password: &str, code: &str| json!({"password": password, "code": code});
    let codes = user.post("/me/mfa/backup-codes", proof(PASSWORD, &app.backup_codes[0])).ok(200);
    let new = codes["backup_codes"].as_array().unwrap().clone();
    assert_eq!((new.len(), codes.as_object().unwrap().len()), (10, 1));
    assert!(new.iter().all(|code| !app.backup_codes.iter().any(|old| code == old)));
    for path in ["/me/mfa/disable", "/me/mfa/backup-codes"] {
        user.post(path, json!({"password": PASSWORD})).fails(400, "Missing required field: code");
        user.post(path, proof("Wrong-Horse-77", &app.next())).fails(401, "Invalid password");
    }
    user.post("/me/mfa/disable", proof(PASSWORD, &app.backup_codes[1])).fails(401, "Invalid MFA code");
    assert_eq!(user.post("/me/mfa/disable", proof(PASSWORD, &app.next())).ok(200), json!({"enabled": false}));
    assert_eq!(user.get("/me/mfa").ok(200), off);
    user.post("/me/mfa/disable", proof(PASSWORD, WRONG)).fails(409, "MFA is not enabled");
    assert!(account.login()["token"].is_string(), "the password is enough again");

    let app = Authenticator::enable(&account);
    let by_backup = user.call("DELETE", "/me/mfa").json(proof(PASSWORD, &app.backup_codes[9])).send();
    assert_eq!(by_backup.ok(200), json!({"enabled": false}));
}

#[test]
fn a_new_setup_replaces_the_one_before() {
    let daemon = Daemon::with(&["--instance-name", "Acme & Söhne"]);
    let account = daemon.register();
    let user = account.user();
    let first = user.post("/me/mfa/setup", json!({"password": PASSWORD})).ok(200);
    let app = Authenticator::enable(&account);
    assert_ne!(first["secret"], app.setup["secret"]);
    assert_eq!(app.issuer(), Some("Acme & Söhne"));
    user.post("/me/mfa/enable", json!({"code": app.next()})).fails(409, "Start MFA setup first");
}

#[test]
fn every_known_body_completes_a_login() {
    let daemon = Daemon::shared();
    type Form = fn(&Account, &str, &str) -> Reply;
    let forms: [Form; 6] = [
        |account, token, code| verify(account, json!({"mfa_token": token, "code": code})),
        |account, token, code| verify(account, json!({"token": token, "code": code})),
        |account, token, code| verify(account, json!({"token": token, "mfa_token": token, "code": code})),
        |account, token, code| verify(account, json!({"token": token, "code": code.parse::<u32>().unwrap()})),
        |account, token, code| {
            let call = account.with(token).call("POST", "/auth/mfa/verify").header("X-Api-Key", "");
            call.json(json!({"code": format!("{} {}", &code[..3], &code[3..])})).send()
        },
        |account, token, code| {
            let call = account.call("POST", "/auth/mfa/verify").header("X-Api-Key", &account.key);
            call.json(json!({"token": token, "code": format!("{}-{}", &code[..3], &code[3..])})).send()
        },
    ];
    for form in forms {
        let account = daemon.register();
        let app = Authenticator::enable(&account);
        signed_in(&account, &form(&account, &begin(&account), &app.next()).ok(200));
    }
    let account = daemon.register();
    let app = Authenticator::enable(&account);
    for (n, body) in [
        |code: &str| json!({ "code": code }),
        |code: &str| json!({"code": code.replace('-', "").to_uppercase()}),
        |code: &str| json!({ "backup_code": code }),
        |code: &str| json!({"code": "", "backup_code": code.replace('-', " ")}),
    ]
    .into_iter()
    .enumerate()
    {
        let mut body = body(&app.backup_codes[n]);
        body["mfa_token"] = json!(begin(&account));
        signed_in(&account, &verify(&account, body).ok(200));
    }
    assert_eq!(account.user().get("/me/mfa").ok(200)["backup_codes_remaining"], 6);
}

#[test]
fn refused_bodies() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for body in [json!({}), json!({"code": "123456"}), json!({"mfa_token": "", "token": null, "code": "123456"})] {
        verify(&account, body).fails(400, "Missing required field: mfa_token");
    }
    for body in [json!({"mfa_token": "x"}), json!({"token": "x", "code": ""}), json!({"token": "x", "code": null})] {
        verify(&account, body).fails(400, "Missing required field: code");
    }
    verify(&account, json!({"token": "x", "code": 1.5})).invalid("code");
    verify(&account, json!({"token": "x", "backup_code": 5})).invalid("backup_code");
    let no_token = "Invalid or expired MFA token";
    for token in ["x", account.token.as_str(), account.refresh_token.as_str(), account.key.as_str()] {
        with_code(&account, token, WRONG).fails(401, no_token);
        account.with(token).post("/auth/mfa/verify", json!({"code": WRONG})).fails(401, no_token);
    }
}

#[test]
fn a_code_counts_once() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let app = Authenticator::enable(&account);
    let (first, second) = (begin(&account), begin(&account));
    with_code(&account, &first, &app.used).fails(401, "Invalid MFA code");
    let code = app.next();
    with_code(&account, &first, &code).ok(200);
    with_code(&account, &second, &code).fails(401, "Invalid MFA code");
    with_code(&account, &first, &app.backup_codes[0]).fails(401, "Invalid or expired MFA token");
    with_code(&account, &second, &app.backup_codes[0]).ok(200);
    with_code(&account, &begin(&account), &app.backup_codes[0]).fails(401, "Invalid MFA code");
    let proof = json!({"password": PASSWORD, "code": app.backup_codes[0]});
    account.user().post("/me/mfa/disable", proof).fails(401, "Invalid MFA code");
    assert_eq!(account.user().get("/me/mfa").ok(200)["backup_codes_remaining"], 9);
}

#[test]
fn five_wrong_codes_end_the_login() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let app = Authenticator::enable(&account);
    let token = begin(&account);
    for wrong in [WRONG, NO_BACKUP, "not a code"] {
        with_code(&account, &token, wrong).fails(401, "Invalid MFA code");
    }
    // Another login is completed meanwhile, so that the address is not locked.
    with_code(&account, &begin(&account), &app.backup_codes[0]).ok(200);
    for _ in 0..2 {
        with_code(&account, &token, WRONG).fails(401, "Invalid MFA code");
    }
    with_code(&account, &token, &app.next()).fails(401, "Invalid or expired MFA token");
    with_code(&account, &begin(&account), &app.next()).ok(200);
}

#[track_caller]
fn locked(reply: &Reply) {
    reply.fails(423, "Account locked. Try again later.");
    let wait = reply.json["retry_after"].as_u64().expect("seconds");
    assert!((840..=900).contains(&wait), "{wait}");
}

#[test]
fn codes_are_guessed_no_longer_than_passwords() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let app = Authenticator::enable(&account);
    for _ in 0..3 {
        wrong_login(&account).fails(401, "Invalid email or password");
    }
    // The right password alone forgets nothing.
    let (first, second) = (begin(&account), begin(&account));
    with_code(&account, &first, WRONG).fails(401, "Invalid MFA code");
    locked(&with_code(&account, &second, NO_BACKUP));
    locked(&with_code(&account, &first, &app.next()));
    locked(&with_code(&account, &second, &app.backup_codes[0]));
    locked(&wrong_login(&account));
    let proof = json!({"password": PASSWORD, "code": app.next()});
    locked(&account.user().post("/me/mfa/disable", proof.clone()));
    locked(&account.user().post("/me/mfa/backup-codes", proof));
    account.user().get("/project").ok(200);

    let account = daemon.register();
    let app = Authenticator::enable(&account);
    for _ in 0..2 {
        for _ in 0..4 {
            wrong_login(&account).fails(401, "Invalid email or password");
        }
        let n = account.user().get("/me/mfa").ok(200)["backup_codes_remaining"].as_u64().unwrap();
        with_code(&account, &begin(&account), &app.backup_codes[n as usize - 1]).ok(200);
    }
}

#[test]
fn wrong_codes_of_a_stolen_session_lock_too() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    Authenticator::enable(&account);
    let proof = json!({"password": PASSWORD, "code": WRONG});
    for path in ["disable", "backup-codes", "disable", "backup-codes"] {
        account.user().post(&format!("/me/mfa/{path}"), proof.clone()).fails(401, "Invalid MFA code");
    }
    locked(&account.user().call("DELETE", "/me/mfa").json(proof).send());
    locked(&wrong_login(&account));
}

#[test]
fn guesses_at_the_same_time_count_each() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let app = Authenticator::enable(&account);
    let at_once = |token: &str, code: &str| -> Vec<u16> {
        std::thread::scope(|s| {
            let calls: Vec<_> = (0..8).map(|_| s.spawn(|| with_code(&account, token, code).status)).collect();
            calls.into_iter().map(|call| call.join().unwrap()).collect()
        })
    };
    let statuses = at_once(&begin(&account), &app.next());
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    let statuses = at_once(&begin(&account), WRONG);
    assert_eq!(statuses.iter().filter(|status| **status == 423).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [401, 423].contains(status)), "{statuses:?}");
}

#[test]
fn a_login_that_waits_opens_no_route() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    Authenticator::enable(&account);
    let token = begin(&account);
    for &(method, path) in ROUTES {
        let path = path.replace("{id}", NO_ID);
        if path.starts_with("/auth/") && path != "/auth/logout" {
            continue;
        }
        let of_visitors = path.starts_with("/embed/") && !path.starts_with("/embed/tokens");
        let refused = if of_visitors { "Invalid or expired embed token" } else { "Unauthorized" };
        let as_bearer = account.with(&token).call(method, &path).json(json!({})).send();
        as_bearer.fails(401, refused);
        let as_key = account.anonymous().call(method, &path).header("X-Api-Key", &token).json(json!({})).send();
        as_key.fails(401, refused);
    }
    let in_query = account.anonymous().call("GET", &format!("/projects?api_key={token}")).send();
    in_query.fails(401, "Unauthorized");
    for body in [json!({"token": token}), json!({"refresh_token": token})] {
        account.anonymous().post("/auth/refresh", body).fails(401, "Invalid or expired token");
    }
    account.with(&token).post("/auth/refresh", json!({})).fails(401, "Invalid or expired token");
}

#[test]
fn forged_tokens() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let app = Authenticator::enable(&account);
    let token = begin(&account);
    let parts: Vec<&str> = token.split('.').collect();
    let read = |part: &str| -> Value { serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap() };
    let (header, claims) = (read(parts[0]), read(parts[1]));
    assert_eq!(header, json!({"alg": "HS256", "typ": "JWT"}));
    assert_eq!((&claims["typ"], &claims["sub"]), (&json!("mfa_challenge"), &json!(account.user_id)));
    assert!(claims.get("sid").is_none() && claims["jti"].is_string());
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 300);
    let changed = |name: &str, value: Value| {
        let mut claims = claims.clone();
        claims[name] = value;
        claims
    };
    let encoded = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let none = encoded(&json!({"alg": "none", "typ": "JWT"}));
    let session = read(account.token.split('.').nth(1).unwrap());
    for forged in [
        format!("{none}.{}.", parts[1]),
        format!("{none}.{}.{}", parts[1], parts[2]),
        format!("{}.{}.", parts[0], parts[1]),
        format!("{}.{}.{}", parts[0], encoded(&changed("typ", json!("access"))), parts[2]),
        format!("{}.{}.{}", parts[0], encoded(&changed("exp", json!(4_000_000_000u64))), parts[2]),
        format!("{}.{}.{}", parts[0], parts[1], account.token.split('.').nth(2).unwrap()),
        bearer_jwt(&header, &claims, b""),
        bearer_jwt(&header, &claims, b"secret"),
        bearer_jwt(&json!({"alg": "HS512", "typ": "JWT"}), &claims, b"secret"),
        bearer_jwt(&header, &changed("typ", json!("access")), b"secret"),
        bearer_jwt(&header, &changed("sid", session["sid"].clone()), b"secret"),
    ] {
        with_code(&account, &forged, &app.backup_codes[0]).fails(401, "Invalid or expired MFA token");
        account.with(&forged).get("/projects").fails(401, "Unauthorized");
    }
    with_code(&account, &token, &app.backup_codes[0]).ok(200);
}

#[test]
fn all_of_it_survives_a_kill() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let app = Authenticator::enable(&account);
    let (spent, tried, waiting) = (begin(&account), begin(&account), begin(&account));
    let code = app.next();
    for _ in 0..3 {
        with_code(&account, &tried, WRONG).fails(401, "Invalid MFA code");
    }
    with_code(&account, &spent, &code).ok(200);
    daemon.kill9();
    daemon.restart();
    with_code(&account, &spent, &app.backup_codes[0]).fails(401, "Invalid or expired MFA token");
    with_code(&account, &tried, &code).fails(401, "Invalid MFA code");
    with_code(&account, &tried, WRONG).fails(401, "Invalid MFA code");
    with_code(&account, &tried, &app.backup_codes[0]).fails(401, "Invalid or expired MFA token");
    with_code(&account, &waiting, &app.backup_codes[0]).ok(200);
    with_code(&account, &begin(&account), &app.backup_codes[0]).fails(401, "Invalid MFA code");
    let left = account.user().get("/me/mfa").ok(200);
    assert_eq!((&left["enabled"], &left["backup_codes_remaining"]), (&json!(true), &json!(9)));
}
