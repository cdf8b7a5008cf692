//! Registering, logging in and out, and exchanging tokens.

mod about;

use crate::base::fields::Fields;
use crate::base::{Error, Result, Timestamp};
use crate::domain::account::{User, UserId};
use crate::domain::mfa::Code;
use crate::domain::project::ProjectId;
use crate::domain::session::SessionKind;
use crate::engine::accounts::{self, NewAccount};
use crate::engine::login::{self, Credentials, LoggedIn, Login};
use crate::engine::sessions::{self, Pass, Tokens};
use crate::engine::{local, mfa};
use crate::server::{Cx, Limit, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .open_post   ("/auth/register",         Limit::REGISTER, register).about(about::register)
        .open_post   ("/auth/login",            Limit::LOGIN,    login).about(about::login)
        .open_post   ("/auth/mfa/verify",       Limit::MFA,      verify).about(about::verify)
        .open_post   ("/auth/local",            Limit::LOGIN,    local).about(about::local)
        .open_post   ("/auth/local/superadmin", Limit::LOGIN,    superadmin).about(about::superadmin)
        .open_post   ("/auth/refresh",          Limit::REFRESH,  refresh).about(about::refresh)
        .account_post("/auth/logout",                            logout).about(about::logout)
}

/// A user as they are shown to themselves on signing in.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SignedInUser")]
struct UserView {
    id: UserId,
    email: String,
    name: Option<String>,
    role: &'static str,
    email_verified: bool,
}

impl From<User> for UserView {
    fn from(user: User) -> UserView {
        UserView {
            id: user.id,
            email: user.email,
            name: user.name,
            role: user.role.as_str(),
            email_verified: user.email_verified_at.is_some(),
        }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tokens")]
struct TokensView {
    token: String,
    refresh_token: String,
    expires_at: Timestamp,
}

impl From<Tokens> for TokensView {
    fn from(tokens: Tokens) -> TokensView {
        TokensView { token: tokens.access, refresh_token: tokens.refresh, expires_at: tokens.expires_at }
    }
}

/// What a browser is told; its session is in the cookie, where no script can read it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "SignedInBrowser")]
struct BrowserView {
    user: UserView,
    csrf_token: String,
    expires_at: Timestamp,
}

#[derive(Serialize, JsonSchema)]
struct SignedIn {
    user: UserView,
    #[serde(flatten)]
    tokens: TokensView,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    project_id: Option<ProjectId>,
}

async fn register(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    let given = NewAccount {
        email: fields.required_str("email")?.to_owned(),
        password: fields.required_str("password")?.to_owned(),
        name: fields.opt_str("name")?.map(str::to_owned),
        invite_token: fields.filled_str("invite_token")?.map(str::to_owned),
    };
    let made = accounts::register(&cx.engine, given, cx.client()).await?;
    Ok(Reply::created(SignedIn {
        user: made.user.into(),
        tokens: made.tokens.into(),
        api_key: Some(made.api_key),
        project_id: Some(made.project),
    }))
}

async fn login(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    let given = Credentials {
        email: fields.required_str("email")?.to_owned(),
        password: fields.required_str("password")?.to_owned(),
        kind: kind(&cx, fields)?,
    };
    Ok(match login::login(&cx.engine, given, cx.client()).await? {
        Login::Done(done) => signed_in(&cx, *done),
        Login::Waiting(mfa::Waiting { token, expires_in }) => {
            Reply::ok(json!({"mfa_required": true, "mfa_token": token, "expires_in": expires_in}))
        }
    })
}

async fn verify(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    let given = match fields.filled_str("mfa_token")? {
        Some(token) => Some(token),
        None => fields.filled_str("token")?,
    };
    let token = given.or(cx.bearer()).ok_or_else(|| Error::missing("mfa_token"))?;
    let done = mfa::verify(&cx.engine, token, Code::required(fields)?, kind(&cx, fields)?, cx.client()).await?;
    Ok(signed_in(&cx, done))
}

/// What a login is for: tokens, or with `"cookie": true` the session of a browser, which with
/// `"remember": true` outlives its window.
pub(super) fn kind(cx: &Cx, fields: Fields<'_>) -> Result<SessionKind> {
    if fields.opt_bool("cookie")? != Some(true) {
        return Ok(SessionKind::Api);
    }
    cx.require_own_page()?;
    Ok(SessionKind::Web { remember: fields.opt_bool("remember")?.unwrap_or(false) })
}

/// The answer to a completed login.
pub(super) fn signed_in(cx: &Cx, done: LoggedIn) -> Reply {
    let user = done.user.into();
    match done.pass {
        Pass::Tokens(tokens) => Reply::ok(SignedIn { user, tokens: tokens.into(), api_key: None, project_id: None }),
        Pass::Cookie(cookie) => {
            let (csrf_token, expires_at) = (cookie.csrf_token.clone(), cookie.expires_at);
            cx.set_cookie(Reply::ok(BrowserView { user, csrf_token, expires_at }), &cookie)
        }
    }
}

/// For `login --local` on the machine the server runs on.
async fn local(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    let (email, proof) = (fields.filled_str("email")?.map(str::to_owned), fields.required_str("proof")?.to_owned());
    let done = local::login(&cx.engine, email, proof, cx.client()).await?;
    Ok(signed_in(&cx, done))
}

/// For `admin create-superadmin` on the machine the server runs on.
async fn superadmin(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    let proof = fields.required_str("proof")?.to_owned();
    let given = (fields.required_str("email")?.to_owned(), fields.filled_str("password")?.map(str::to_owned));
    let id = local::make_superadmin(&cx.engine, given, proof, cx.client()).await?;
    Ok(Reply::ok(json!({"user_id": id})))
}

async fn refresh(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    let given = match fields.filled_str("refresh_token")? {
        Some(token) => Some(token),
        None => fields.filled_str("token")?,
    };
    let token = given.or(cx.bearer()).ok_or_else(|| Error::missing("token"))?;
    let tokens = sessions::refresh(&cx.engine, token, cx.client()).await?;
    Ok(Reply::ok(TokensView::from(tokens)))
}

async fn logout(cx: Cx) -> Result<Reply> {
    sessions::logout(&cx.engine, cx.account()).await?;
    Ok(cx.clear_cookie(Reply::ok(json!({"ok": true}))))
}

#[cfg(test)]
mod tests {
    use crate::engine::testing::{PASSWORD, TestEngine};
    use crate::server::testing::Api;
    use serde_json::{Value, json};

    fn keys(object: &Value) -> Vec<&str> {
        object.as_object().expect("object").keys().map(String::as_str).collect()
    }

    #[tokio::test]
    async fn an_account_lives() {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        let body = json!({"email": "ana@example.org", "password": PASSWORD, "name": "Ana", "plan": "pro"}).to_string();
        let (status, made) = api.call("POST /auth/register", "ignored", &body).await;
        assert_eq!(status, 201);
        assert_eq!(keys(&made), ["user", "token", "refresh_token", "expires_at", "api_key", "project_id"]);
        let user = json!({"id": made["user"]["id"], "email": "ana@example.org", "name": "Ana", "role": "user",
            "email_verified": false});
        assert_eq!(made["user"], user);
        let (status, again) = api.call("POST /auth/register", "", &body).await;
        assert_eq!((status, again), (409, json!({"error": "Email already registered"})));

        let (status, login) = api.call("POST /auth/login", "", &body).await;
        assert_eq!((status, keys(&login)), (200, vec!["user", "token", "refresh_token", "expires_at"]));
        let token = login["token"].as_str().expect("token");
        let refresh_token = login["refresh_token"].as_str().expect("token");
        for (bearer, body) in [
            ("", json!({"token": token})),
            ("", json!({"refresh_token": token})),
            ("", json!({"token": refresh_token})),
            ("", json!({"refresh_token": refresh_token, "token": "x"})),
            (token, json!({})),
        ] {
            let (status, next) = api.call("POST /auth/refresh", bearer, &body.to_string()).await;
            assert_eq!((status, keys(&next)), (200, vec!["token", "refresh_token", "expires_at"]), "{body}");
        }
        assert_eq!(api.call("POST /auth/logout", token, "").await, (200, json!({"ok": true})));
        let refused = json!({"error": "Unauthorized", "message": "A valid user token is required"});
        assert_eq!(api.call("POST /auth/logout", token, "").await, (401, refused));
        let (status, refused) = api.call("POST /auth/refresh", "", &json!({"token": token}).to_string()).await;
        assert_eq!((status, refused), (401, json!({"error": "Invalid or expired token"})));
    }

    #[tokio::test]
    async fn bad_bodies_are_refused() {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        for (call, body, status, error) in [
            ("POST /auth/register", r#"{"password":"x"}"#, 400, "Missing required field: email"),
            ("POST /auth/register", r#"{"email":"a@b","password":""}"#, 400, "Missing required field: password"),
            (
                "POST /auth/register",
                r#"{"email":"ab","password":"Tr4vesura-lenta"}"#,
                422,
                "Email is not a valid address",
            ),
            ("POST /auth/register", r#"{"email":1,"password":"x"}"#, 422, "email must be a string"),
            ("POST /auth/login", "{}", 400, "Missing required field: email"),
            ("POST /auth/login", r#"{"email":"a@b","password":"x"}"#, 401, "Invalid email or password"),
            ("POST /auth/refresh", "", 400, "Missing required field: token"),
            ("POST /auth/refresh", r#"{"refresh_token":"jcr_x"}"#, 401, "Invalid or expired token"),
        ] {
            let (code, answer) = api.call(call, "", body).await;
            assert_eq!((code, answer["error"].as_str()), (status, Some(error)), "{call} {body}");
        }
    }
}
