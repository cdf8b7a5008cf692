//! From a request to its caller: where credentials may stand, what each class of route accepts,
//! and the order of refusals (401, address, limit, right). Checking a credential is the engine's.

use super::cx::{Caller, query};
use super::limits::{Limit, Subject, peek_calls, take_call};
use super::routes::Class;
use super::{Site, cookie, socket};
use crate::base::{Error, Kind, Result};
use crate::domain::access::{Access, Account, Actor, Who};
use crate::domain::embed;
use crate::domain::rate::Quota;
use crate::engine::access::cookies::CookieHash;
use crate::engine::access::{
    UserSession, authenticate_cookie, authenticate_embed, authenticate_key, authenticate_user, no_user, project_of_user,
};
use crate::engine::admin;
use http::HeaderMap;
use http::header::{AUTHORIZATION, ORIGIN};
use http::request::Parts;
use std::borrow::Cow;
use std::net::IpAddr;

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
        if let Some(key) = found.key.as_deref() {
            return self.key_actor(key, access).await;
        }
        match self.user(&found).await? {
            Some(session) => self.user_actor(session, access).await,
            None => Err(Error::new(Kind::Unauthorized, "Invalid API key")),
        }
    }

    /// The caller of a socket. Never by a cookie: browsers send those along from any page.
    async fn listener(&mut self, access: Access) -> Result<Actor> {
        let found = Presented::of_socket(self.parts);
        match (found.key.as_deref(), found.token.as_deref()) {
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

    async fn key_actor(&mut self, key: &str, access: Access) -> Result<Actor> {
        let engine = &self.site.engine;
        let key = authenticate_key(engine, key).await?;
        let project = engine.project(key.project).await?;
        let calls = self.site.calls_per_minute(&project);
        if !key.allowed_ips.allows(self.ip) || !project.allowed_ips.allows(self.ip) {
            self.quota = peek_calls(&project.live.calls, calls);
            return Err(Error::new(Kind::Forbidden, "IP not allowed"));
        }
        self.quota = take_call(&project.live.calls, calls)?;
        access.check_key(&key.scopes)?;
        let who = Who::Key { id: key.key, prefix: key.prefix.clone(), owner: key.owner };
        Ok(Actor { who, project: key.project, ip: self.ip, user_agent: self.user_agent() })
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
    key: Option<Cow<'r, str>>,
    token: Option<Cow<'r, str>>,
}

impl<'r> Presented<'r> {
    fn of(parts: &'r Parts) -> Presented<'r> {
        let mut found = Presented::default();
        found.add(bearer(&parts.headers).map(Cow::Borrowed));
        found.add(text(&parts.headers, "x-api-key").map(Cow::Borrowed));
        found.add(query(parts.uri.query(), "api_key").and_then(trimmed));
        found
    }

    /// Of a socket: first in the address, as its clients have it, and last among the protocols.
    fn of_socket(parts: &'r Parts) -> Presented<'r> {
        let mut found = Presented::default();
        found.add(query(parts.uri.query(), "token").and_then(trimmed));
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
        let slot = if is_user_token(&credential) { &mut self.token } else { &mut self.key };
        slot.get_or_insert(credential);
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
        (found.key.map(Cow::into_owned), found.token.map(Cow::into_owned))
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
