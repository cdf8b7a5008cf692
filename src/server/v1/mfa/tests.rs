//! The bodies of a login with a code, the routes of the second factor, and a walk over the whole
//! table: what waits for a code opens nothing.

use crate::engine::testing::{App, PASSWORD, TestEngine, account};
use crate::server::testing::Api;
use crate::server::{Class, routes};
use serde_json::{Value, json};

const EMAIL: &str = "ana@example.org";

struct Scene {
    engine: TestEngine,
    api: Api,
    token: String,
    app: App,
}

impl Scene {
    async fn new() -> Scene {
        let engine = TestEngine::with(&[("registration", "open"), ("auth_rate_limit", "off")]);
        let made = engine.register(EMAIL).await;
        let app = App::enable(&engine, &account(&engine, &made).await).await;
        Scene { api: Api::new(&engine), engine, token: made.tokens.access, app }
    }

    async fn begin(&self) -> String {
        let body = json!({"email": EMAIL, "password": PASSWORD}).to_string();
        let (status, answer) = self.api.call("POST /auth/login", "", &body).await;
        assert_eq!((status, keys(&answer)), (200, vec!["mfa_required", "mfa_token", "expires_in"]));
        assert_eq!((&answer["mfa_required"], &answer["expires_in"]), (&json!(true), &json!(300)));
        answer["mfa_token"].as_str().expect("token").to_owned()
    }
}

fn keys(object: &Value) -> Vec<&str> {
    object.as_object().expect("object").keys().map(String::as_str).collect()
}

#[tokio::test]
async fn a_login_is_completed_by_every_known_body() {
    let scene = Scene::new().await;
    for form in 0..8 {
        // Steps may be used again here, so that each form sees a code of the app.
        scene.engine.sql("UPDATE mfa_factors SET last_step = 0").await;
        let (token, code) = (scene.begin().await, scene.app.digits(0));
        let number: u32 = code.parse().expect("digits");
        let backup = &scene.app.backup_codes[form];
        let (bearer, body) = match form {
            0 => ("", json!({"mfa_token": token, "code": code})),
            1 => ("", json!({"token": token, "code": code})),
            2 => (token.as_str(), json!({"code": code})),
            3 => ("jc_live_x", json!({"mfa_token": token, "token": "other", "code": number})),
            4 => {
                ("eyJ.x.y", json!({"token": token, "mfa_token": "", "code": format!("{} {}", &code[..3], &code[3..])}))
            }
            5 => ("", json!({"mfa_token": token, "code": backup.to_uppercase()})),
            6 => ("", json!({"mfa_token": token, "backup_code": backup.replace('-', "")})),
            _ => (token.as_str(), json!({"mfa_token": null, "code": null, "backup_code": backup})),
        };
        let (status, done) = scene.api.call("POST /auth/mfa/verify", bearer, &body.to_string()).await;
        assert_eq!(
            (status, keys(&done)),
            (200, vec!["user", "token", "refresh_token", "expires_at"]),
            "{form}: {done}"
        );
        assert_eq!(keys(&done["user"]), ["id", "email", "name", "role", "email_verified"]);
        let token = done["token"].as_str().expect("token");
        assert_eq!(scene.api.call("GET /projects", token, "").await.0, 200);
    }
}

#[tokio::test]
async fn bodies_that_lack_something() {
    let scene = Scene::new().await;
    for (body, status, error) in [
        (r#"{}"#, 400, "Missing required field: mfa_token"),
        (r#"{"code":"123456"}"#, 400, "Missing required field: mfa_token"),
        (r#"{"mfa_token":"x"}"#, 400, "Missing required field: code"),
        (r#"{"token":"x","code":""}"#, 400, "Missing required field: code"),
        (r#"{"token":"x","code":[]}"#, 422, "code must be a string or an integer"),
        (r#"{"mfa_token":5,"code":"1"}"#, 422, "mfa_token must be a string"),
        (r#"{"mfa_token":"x","code":"123456"}"#, 401, "Invalid or expired MFA token"),
    ] {
        let (code, answer) = scene.api.call("POST /auth/mfa/verify", "", body).await;
        assert_eq!((code, answer["error"].as_str()), (status, Some(error)), "{body}");
    }
    for (call, body, status, error) in [
        ("POST /me/mfa/setup", "{}", 400, "Missing required field: password"),
        ("POST /me/mfa/setup", r#"{"password":"no"}"#, 401, "Invalid password"),
        ("POST /me/mfa/enable", "{}", 400, "Missing required field: code"),
        ("POST /me/mfa/enable", r#"{"code":"123456"}"#, 409, "Start MFA setup first"),
        ("POST /me/mfa/disable", r#"{"code":"123456"}"#, 400, "Missing required field: password"),
        ("DELETE /me/mfa", r#"{"password":"x"}"#, 400, "Missing required field: code"),
        ("POST /me/mfa/backup-codes", r#"{"password":"x"}"#, 400, "Missing required field: code"),
    ] {
        let (code, answer) = scene.api.call(call, &scene.token, body).await;
        assert_eq!((code, answer["error"].as_str()), (status, Some(error)), "{call} {body}");
    }
}

#[tokio::test]
async fn the_second_factor_of_the_caller() {
    let engine = TestEngine::new();
    let made = engine.register(EMAIL).await;
    let (api, token) = (Api::new(&engine), &made.tokens.access);
    let off = json!({"enabled": false, "enabled_at": null, "backup_codes_remaining": 0});
    assert_eq!(api.call("GET /me/mfa", token, "").await, (200, off.clone()));
    let password = json!({"password": PASSWORD}).to_string();
    let (status, setup) = api.call("POST /me/mfa/setup", token, &password).await;
    assert_eq!((status, keys(&setup)), (200, vec!["secret", "otpauth_url", "qr_svg", "expires_in"]));
    assert_eq!((&setup["expires_in"], setup["secret"].as_str().map(str::len)), (&json!(600), Some(32)));
    assert_eq!(api.call("GET /me/mfa", token, "").await, (200, off.clone()));

    let app = App::enable(&engine, &account(&engine, &made).await).await;
    let (_, on) = api.call("GET /me/mfa", token, "").await;
    assert_eq!((&on["enabled"], &on["backup_codes_remaining"]), (&json!(true), &json!(10)));
    assert!(on["enabled_at"].as_str().is_some_and(|at| at.len() == 27 && at.ends_with('Z')), "{on}");
    let proof = json!({"password": PASSWORD, "code": app.digits(1)}).to_string();
    let (status, made) = api.call("POST /me/mfa/backup-codes", token, &proof).await;
    assert_eq!((status, made["backup_codes"].as_array().map(Vec::len)), (200, Some(10)));
    let proof = json!({"password": PASSWORD, "code": made["backup_codes"][0]}).to_string();
    assert_eq!(api.call("DELETE /me/mfa", token, &proof).await, (200, json!({"enabled": false})));
    assert_eq!(api.call("GET /me/mfa", token, "").await, (200, off));
    let refused = json!({"error": "MFA is not enabled"});
    assert_eq!(api.call("POST /me/mfa/disable", token, &proof).await, (409, refused));
}

#[tokio::test]
async fn what_waits_for_a_code_opens_nothing() {
    let scene = Scene::new().await;
    let token = scene.begin().await;
    let (table, mut walked) = (routes(), 0);
    // A socket is begun by another request; its door is the same.
    let asks = |class| !matches!(class, Class::Open | Class::Socket(_));
    let of_api = |row: &&crate::server::Row| asks(row.class) && row.path.starts_with("/api/v1");
    for row in table.rows().iter().filter(of_api) {
        let refused =
            if matches!(row.class, Class::Embed(_)) { "Invalid or expired embed token" } else { "Unauthorized" };
        let path = row.path.strip_prefix("/api/v1").expect("only these rows ask who calls");
        let path = path.replace("{id}", &"0".repeat(36)).replace("{mid}", &"0".repeat(36));
        let (status, answer) = scene.api.call(&format!("{} {path}", row.method), &token, "{}").await;
        assert_eq!((status, &answer["error"]), (401, &json!(refused)), "{} {path}", row.method);
        walked += 1;
    }
    assert!(walked > 40, "the table was not walked");
    for body in [json!({"token": token}), json!({"refresh_token": token})] {
        let (status, answer) = scene.api.call("POST /auth/refresh", "", &body.to_string()).await;
        assert_eq!((status, &answer["error"]), (401, &json!("Invalid or expired token")));
    }
}
