//! From a request to its caller: where credentials may stand, what each class of route accepts,
//! and the order of refusals (401, address, limit, right). Checking a credential is the engine's.

use super::cx::{Caller, query};
use super::limits::{Limit, Subject, peek_calls, take_call};
use super::routes::Class;
use super::{Site, cookie, faces, socket};
use crate::base::crypto::{base64_decode, constant_time_eq, sha256};
use crate::base::{Error, Kind, Result};
use crate::domain::access::{Access, Account, Actor, KeyId, Who};
use crate::domain::embed;
use crate::domain::project::ProjectId;
use crate::domain::rate::Quota;
use crate::engine::access::cookies::CookieHash;
use crate::engine::access::{
    KeyView, UserSession, authenticate_cookie, authenticate_embed, authenticate_key, authenticate_named_key,
    authenticate_user, no_user, project_of_user,
};
use crate::engine::{admin, hub};
use http::HeaderMap;
use http::header::{AUTHORIZATION, ORIGIN};
use http::request::Parts;
use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;

/// Longest user agent that is kept, in bytes.
const USER_AGENT: usize = 512;

/// The door of one request. `quota` tells afterwards which limit was counted, `cookie` how the
/// caller came in.
pub(super) struct Door<'r> {
    pub site: &'r Site,
    pub parts: &'r Parts,
    pub ip: IpAddr,
    pub quota: Option<Quota>,
    /// The cookie that let the caller in, if it was one.
    pub cookie: Option<CookieHash>,
}

impl Door<'_> {
    /// Lets the caller in as what the class of the route asks for, or says why not.
    pub(super) async fn admit(&mut self, class: Class, limit: Option<Limit>) -> Result<Caller> {
        match class {
            Class::Open => {
                if let Some(limit) = limit {
                    self.quota = self.site.limits.take(limit, Subject::Ip(self.ip))?;
                }
                Ok(Caller::Anyone)
            }
            Class::Account => {
                self.site.limits.check_failures(self.ip)?;
                self.account(limit.unwrap_or(Limit::ACCOUNT)).await.map(Caller::Account)
            }
            Class::Project(access) => {
                self.site.limits.check_failures(self.ip)?;
                self.actor(access).await.map(Caller::Actor)
            }
            Class::Member(access) => {
                self.site.limits.check_failures(self.ip)?;
                self.member(access, limit.unwrap_or(Limit::ACCOUNT)).await.map(Caller::Actor)
            }
            Class::Download(access) => {
                self.site.limits.check_failures(self.ip)?;
                let session = self.user(&Presented::of(self.parts)).await?.ok_or_else(no_user)?;
                let named = query(self.parts.uri.query(), "project");
                self.user_in(session, access, named).await.map(Caller::Actor)
            }
            Class::Socket(access) => {
                self.site.limits.check_failures(self.ip)?;
                self.listener(access).await.map(Caller::Actor)
            }
            Class::Embed(access) => {
                self.site.limits.check_failures(self.ip)?;
                self.visitor(access).await.map(Caller::Actor)
            }
            Class::Key(access) => {
                self.site.limits.check_failures(self.ip)?;
                self.key_alone(access).await.map(Caller::Actor)
            }
            Class::Manager => {
                self.site.limits.check_failures(self.ip)?;
                self.manager().await.map(Caller::Actor)
            }
            Class::Admin { superadmin } => {
                self.site.limits.check_failures(self.ip)?;
                let account = self.account(limit.unwrap_or(Limit::ACCOUNT)).await?;
                admin::enter(&self.site.engine, &account, superadmin).await?;
                Ok(Caller::Account(account))
            }
        }
    }

    async fn account(&mut self, limit: Limit) -> Result<Account> {
        let found = Presented::of(self.parts);
        let session = self.user(&found).await?.ok_or_else(no_user)?;
        self.quota = self.site.limits.take(limit, Subject::User(session.user))?;
        Ok(Account { user: session.user, session: session.session, ip: self.ip, user_agent: self.user_agent() })
    }

    async fn actor(&mut self, access: Access) -> Result<Actor> {
        let found = Presented::of(self.parts);
        if let Some(key) = &found.key {
            return self.key_actor(key, access).await;
        }
        match self.user(&found).await? {
            Some(session) => self.user_actor(session, access).await,
            None => Err(Error::new(Kind::Unauthorized, "Invalid API key")),
        }
    }

    /// A user at work in a project: what they do is counted by user and by project.
    async fn member(&mut self, access: Access, limit: Limit) -> Result<Actor> {
        let found = Presented::of(self.parts);
        let session = self.user(&found).await?.ok_or_else(no_user)?;
        let own = self.site.limits.take(limit, Subject::User(session.user))?;
        let actor = self.user_actor(session, access).await?;
        self.quota = own.or(self.quota.take());
        Ok(actor)
    }

    /// The caller of a route for API keys, in either header.
    async fn key_alone(&mut self, access: Access) -> Result<Actor> {
        let found = Presented::of_headers(self.parts);
        let refused = || Error::new(Kind::Unauthorized, "Invalid API key");
        let key = self.key(found.key.as_ref().ok_or_else(refused)?).await?;
        access.check_key(&key.scopes).map_err(|e| refused().because(e))?;
        self.enter(&key, access).await
    }

    /// Who holds the management key, or an API key with full rights of the project that is meant.
    async fn manager(&mut self) -> Result<Actor> {
        let engine = &self.site.engine;
        let refused = || Error::new(Kind::Unauthorized, "A management key is required");
        let given = text(&self.parts.headers, "x-internal-api-key").ok_or_else(refused)?;
        let named = faces::project_named(self.parts.uri.path());
        let master = engine.settings.hub_management_key.0.as_deref().map(|key| sha256(key.as_bytes()));
        if master.is_some_and(|master| constant_time_eq(&master, &sha256(given.as_bytes()))) {
            let project = hub::project(engine, named).await?;
            let view = engine.project(project).await?;
            self.quota = take_call(&view.live.calls, self.site.calls_per_minute(&view))?;
            return Ok(Actor { who: Who::System, project, ip: self.ip, user_agent: self.user_agent() });
        }
        let key = authenticate_key(engine, given).await.map_err(|e| refused().because(e))?;
        Access::ADMIN.check_key(&key.scopes).map_err(|e| refused().because(e))?;
        let set = engine.settings.hub_project.as_ref().map(|set| set.0.as_str());
        let meant = named.or(set).is_none_or(|id| ProjectId::parse(id) == Some(key.project));
        if !meant {
            return Err(refused());
        }
        self.enter(&key, Access::ADMIN).await
    }

    /// The caller of a socket. Never by a cookie: browsers send those along from any page.
    async fn listener(&mut self, access: Access) -> Result<Actor> {
        let found = Presented::of_socket(self.parts);
        match (&found.key, found.token.as_deref()) {
            (Some(key), _) => self.key_actor(key, access).await,
            (None, Some(token)) => {
                let session = authenticate_user(&self.site.engine, token).await?;
                self.user_actor(session, access).await
            }
            (None, None) => Err(Error::new(Kind::Unauthorized, "Invalid API key")),
        }
    }

    /// The user of the token, or of the cookie when no header and no query holds a credential.
    async fn user(&mut self, found: &Presented<'_>) -> Result<Option<UserSession>> {
        let engine = &self.site.engine;
        if let Some(token) = found.token.as_deref() {
            return authenticate_user(engine, token).await.map(Some);
        }
        let cookie = if found.key.is_none() { cookie::presented(self.site, self.parts) } else { None };
        let Some(presented) = cookie else { return Ok(None) };
        let session = authenticate_cookie(engine, presented).await?;
        self.cookie = Some(presented);
        Ok(Some(session))
    }

    async fn key_actor(&mut self, key: &Key<'_>, access: Access) -> Result<Actor> {
        let key = self.key(key).await?;
        self.enter(&key, access).await
    }

    async fn key(&self, key: &Key<'_>) -> Result<Arc<KeyView>> {
        match key.id {
            Some(id) => authenticate_named_key(&self.site.engine, id, &key.secret).await,
            None => authenticate_key(&self.site.engine, &key.secret).await,
        }
    }

    /// Lets in who has a key that holds, from where it may be used and as often.
    async fn enter(&mut self, key: &KeyView, access: Access) -> Result<Actor> {
        let engine = &self.site.engine;
        let project = engine.project(key.project).await?;
        let calls = self.site.calls_per_minute(&project);
        if !key.allowed_ips.allows(self.ip) || !project.allowed_ips.allows(self.ip) {
            self.quota = peek_calls(&project.live.calls, calls);
            return Err(Error::new(Kind::Forbidden, "IP not allowed"));
        }
        self.quota = take_call(&project.live.calls, calls)?;
        access.check_key(&key.scopes)?;
        Ok(Actor { who: key.who(), project: key.project, ip: self.ip, user_agent: self.user_agent() })
    }

    async fn user_actor(&mut self, session: UserSession, access: Access) -> Result<Actor> {
        let chosen = match text(&self.parts.headers, "x-project-id") {
            Some(id) => Some(Cow::Borrowed(id)),
            None => query(self.parts.uri.query(), "project_id"),
        };
        self.user_in(session, access, chosen).await
    }

    /// A user in a project that was named, or in their default one.
    async fn user_in(&mut self, session: UserSession, access: Access, chosen: Option<Cow<'_, str>>) -> Result<Actor> {
        let engine = &self.site.engine;
        let (project, role) = project_of_user(engine, &session, chosen.as_deref()).await?;
        let view = engine.project(project).await?;
        self.quota = take_call(&view.live.calls, self.site.calls_per_minute(&view))?;
        access.check_role(role)?;
        let who = Who::User { id: session.user, session: session.session, role };
        Ok(Actor { who, project, ip: self.ip, user_agent: self.user_agent() })
    }

    /// The holder of an embed token, on a page that the token is for.
    async fn visitor(&mut self, access: Access) -> Result<Actor> {
        let engine = &self.site.engine;
        let (token, project) = authenticate_embed(engine, &embed_token(self.parts).unwrap_or_default()).await?;
        if self
            .parts
            .headers
            .get(ORIGIN)
            .is_some_and(|origin| !token.origins.allow(origin.to_str().unwrap_or_default()))
        {
            return Err(Error::new(Kind::Forbidden, "Origin not allowed"));
        }
        let own = self.site.limits.take(Limit::EMBED, Subject::Embed(token.id))?;
        let view = engine.project(project).await?;
        let calls = take_call(&view.live.calls, self.site.calls_per_minute(&view))?;
        self.quota = own.or(calls);
        access.check_key(&token.scopes)?;
        let who = Who::Embed { token: Box::new(token) };
        Ok(Actor { who, project, ip: self.ip, user_agent: self.user_agent() })
    }

    fn user_agent(&self) -> Option<String> {
        let text = text(&self.parts.headers, "user-agent")?;
        Some(text[..text.len().min(USER_AGENT)].to_owned())
    }
}

/// The first API key and the first user token among the three places, in their order.
#[derive(Debug, Default)]
struct Presented<'r> {
    key: Option<Key<'r>>,
    token: Option<Cow<'r, str>>,
}

/// An API key as it was presented.
#[derive(Debug)]
struct Key<'r> {
    secret: Cow<'r, str>,
    /// The key that the secret is said to be of.
    id: Option<KeyId>,
}

impl<'r> Presented<'r> {
    fn of_headers(parts: &'r Parts) -> Presented<'r> {
        let mut found = Presented { key: basic(&parts.headers), token: None };
        found.add(bearer(&parts.headers).map(Cow::Borrowed));
        found.add(text(&parts.headers, "x-api-key").map(Cow::Borrowed));
        found
    }

    fn of(parts: &'r Parts) -> Presented<'r> {
        let mut found = Presented::of_headers(parts);
        found.add(query(parts.uri.query(), "api_key").and_then(trimmed));
        found
    }

    /// Of a socket: first in the address, as its clients have it, and last among the protocols.
    fn of_socket(parts: &'r Parts) -> Presented<'r> {
        let mut found = Presented::default();
        found.add(query(parts.uri.query(), "token").and_then(trimmed));
        found.key = found.key.or_else(|| basic(&parts.headers));
        found.add(bearer(&parts.headers).map(Cow::Borrowed));
        found.add(text(&parts.headers, "x-api-key").map(Cow::Borrowed));
        found.add(query(parts.uri.query(), "api_key").and_then(trimmed));
        if found.key.is_none() && found.token.is_none() {
            found.add(socket::offered_token(&parts.headers).map(Cow::Owned).and_then(trimmed));
        }
        found
    }

    fn add(&mut self, credential: Option<Cow<'r, str>>) {
        let Some(credential) = credential else { return };
        if is_user_token(&credential) {
            self.token.get_or_insert(credential);
        } else {
            self.key.get_or_insert(Key { secret: credential, id: None });
        }
    }
}

/// The embed token among its three places: the first that looks like one, else the first.
fn embed_token(parts: &Parts) -> Option<Cow<'_, str>> {
    let given = [
        bearer(&parts.headers).map(Cow::Borrowed),
        text(&parts.headers, "x-embed-token").map(Cow::Borrowed),
        query(parts.uri.query(), "token").and_then(trimmed),
    ];
    let mut given: Vec<_> = given.into_iter().flatten().collect();
    given.sort_by_key(|token| !token.starts_with(embed::PREFIX));
    given.into_iter().next()
}

/// The token of the first `Authorization` header, if its scheme is Bearer.
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = text(headers, AUTHORIZATION.as_str())?.split_once([' ', '\t'])?;
    Some(token.trim()).filter(|token| scheme.eq_ignore_ascii_case("bearer") && !token.is_empty())
}

/// The key of the first `Authorization` header, if its scheme is Basic and its user is the id of a
/// key: what other users and passwords are for is another server's affair.
fn basic(headers: &HeaderMap) -> Option<Key<'static>> {
    let (scheme, encoded) = text(headers, AUTHORIZATION.as_str())?.split_once([' ', '\t'])?;
    let encoded = Some(encoded.trim()).filter(|_| scheme.eq_ignore_ascii_case("basic"))?;
    let pair = String::from_utf8(base64_decode(encoded)?).ok()?;
    let (user, secret) = pair.split_once(':')?;
    Some(Key { id: Some(KeyId::parse(user)?), secret: secret.to_owned().into() })
}

/// The first header of a name, trimmed; an empty one counts as absent.
fn text<'r>(headers: &'r HeaderMap, name: &str) -> Option<&'r str> {
    let value = headers.get(name)?.to_str().ok()?.trim();
    Some(value).filter(|value| !value.is_empty())
}

fn trimmed(value: Cow<'_, str>) -> Option<Cow<'_, str>> {
    let kept = match value {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    };
    Some(kept).filter(|text| !text.is_empty())
}

/// Three dot-separated base64url parts, the first of a JSON object. An unsigned token has an
/// empty third part and is one too: it must be refused as a token, not be looked up as a key.
fn is_user_token(text: &str) -> bool {
    let part = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    text.starts_with("eyJ") && text.split('.').count() == 3 && text.split('.').all(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderName, HeaderValue, Request};

    const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln-_";

    fn presented(headers: &[(&'static str, &str)], uri: &str) -> (Option<String>, Option<String>) {
        let mut request = Request::builder().uri(uri).body(()).expect("request");
        for (name, value) in headers {
            let value = HeaderValue::from_str(value).expect("value");
            request.headers_mut().append(HeaderName::from_static(name), value);
        }
        let (parts, ()) = request.into_parts();
        let found = Presented::of(&parts);
        (found.key.map(|key| key.secret.into_owned()), found.token.map(Cow::into_owned))
    }

    #[test]
    fn tokens_have_three_parts() {
        for (text, yes) in [
            (JWT, true),
            ("eyJh.eyJz.", true),
            ("eyJh.eyJz", false),
            ("eyJh.e.e.e", false),
            ("eyJh.e y.z", false),
            ("jc_live_abc", false),
            ("a.b.c", false),
            ("eyJ", false),
        ] {
            assert_eq!(is_user_token(text), yes, "{text}");
        }
    }

    #[test]
    fn keys_may_be_named() {
        let id = "0199b5a0-1111-7000-8000-000000000001";
        let basic = |user: &str| format!("Basic {}", crate::base::crypto::base64_encode(user.as_bytes()));
        for (value, found) in [
            (basic(&format!("{id}:jc_live_a:b")), Some("jc_live_a:b")),
            (basic(&format!("{id}:jc_live_a")).replace("Basic", "bASIC "), Some("jc_live_a")),
            (basic(&format!("{id}:")), Some("")),
            (basic(id), None),
            (basic("ana:secret"), None),
            ("Basic !".to_owned(), None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(AUTHORIZATION, HeaderValue::from_str(&value).expect("value"));
            let key = super::basic(&headers);
            assert_eq!(key.as_ref().map(|key| &*key.secret), found, "{value}");
            assert_eq!(key.and_then(|key| key.id).map(|id| id.to_string()).as_deref(), found.map(|_| id));
        }
        let both = [("authorization", &*basic(&format!("{id}:first"))), ("x-api-key", "second")];
        assert_eq!(presented(&both, "/").0.as_deref(), Some("first"));
    }

    #[test]
    fn credentials_stand_in_three_places() {
        type Row<'r> = (&'r [(&'static str, &'r str)], &'r str, Option<&'r str>, Option<&'r str>);
        let bearer_jwt = format!("Bearer {JWT}");
        let rows: &[Row<'_>] = &[
            (&[], "/", None, None),
            (&[("authorization", "Bearer k1")], "/", Some("k1"), None),
            (&[("authorization", "bEARER   k1 ")], "/", Some("k1"), None),
            (&[("authorization", "Basic k1")], "/", None, None),
            (&[("authorization", "Bearer")], "/", None, None),
            (&[("authorization", "k1")], "/", None, None),
            (&[("authorization", "Bearer k1"), ("x-api-key", "k2")], "/?api_key=k3", Some("k1"), None),
            (&[("x-api-key", " k2 "), ("x-api-key", "k9")], "/", Some("k2"), None),
            (&[("x-api-key", " ")], "/?api_key=k3", Some("k3"), None),
            (&[], "/?api_key=&api_key=k%33", Some("k3"), None),
            (&[], "/?api_key=+k3+", Some("k3"), None),
            (&[("authorization", &bearer_jwt), ("x-api-key", "k2")], "/", Some("k2"), Some(JWT)),
            (&[("authorization", "Bearer k1"), ("x-api-key", JWT)], "/", Some("k1"), Some(JWT)),
            (&[("x-api-key", JWT)], "/", None, Some(JWT)),
            (&[], "/?api_key=eyJh.eyJz.c2ln", None, Some("eyJh.eyJz.c2ln")),
        ];
        for (headers, uri, key, token) in rows {
            let (found_key, found_token) = presented(headers, uri);
            assert_eq!((found_key.as_deref(), found_token.as_deref()), (*key, *token), "{headers:?} {uri}");
        }
    }
}
