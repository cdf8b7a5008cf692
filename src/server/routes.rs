//! The table of routes: nothing is mounted without saying who may call it. Wraps an axum router
//! and keeps the rows, so that one table feeds the door, the labels and the tests.

use super::Site;
use super::auth::Door;
use super::cx::Cx;
use super::faces;
use super::fault::{self, LIMIT, REMAINING, RESET, Words};
use super::limits::Limit;
use super::openapi::{About, Book, Failure, NATIVE};
use super::peer::ClientIp;
use super::reply::Reply;
use super::socket;
use crate::base::{Error, Kind, Result};
use crate::domain::access::Access;
use crate::domain::rate::Quota;
use axum::Router;
use axum::extract::{FromRequestParts, RawPathParams, Request};
use axum::response::Response;
use axum::routing::{MethodFilter, any, on};
use futures_util::future::BoxFuture;
use http::{HeaderMap, HeaderValue, Method};
use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

/// A boxed `async fn(Cx) -> Result<Reply>`.
pub type Handler = Arc<dyn Fn(Cx) -> BoxFuture<'static, Result<Reply>> + Send + Sync>;

/// Who may call a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Anyone; credentials are not looked at.
    Open,
    /// A signed-in user.
    Account,
    /// An API key, or a user in a project, with this right.
    Project(Access),
    /// A signed-in user in a project with this right; no key will do.
    Member(Access),
    /// The holder of an embed token with this right.
    Embed(Access),
    /// A signed-in user in the project that the address names, with this right: for links on pages,
    /// where a browser sends its cookie and nothing else.
    Download(Access),
    /// As a project, over a WebSocket: the credential may stand in further places.
    Socket(Access),
    /// An API key with this right. One without it is refused like one that does not hold.
    Key(Access),
    /// Who holds the management key of the server or an API key with full rights, in the project
    /// that the path means.
    Manager,
    /// A signed-in operator of the server.
    Admin { superadmin: bool },
}

/// What the description of the API tells of a route.
#[derive(Debug, Clone, Copy)]
pub(super) enum Told {
    /// Not thought of yet; a test finds it.
    Nothing,
    About(fn(&mut Book) -> About),
    /// It is no call of the API: a page, a script, a socket.
    Unlisted,
}

/// What stands for every method in a row.
const ANY: &[u8] = b"ANY";

/// One route.
#[derive(Clone)]
pub struct Row {
    /// `ANY` is every method.
    pub method: Method,
    /// With `{name}` for parameters.
    pub path: String,
    pub class: Class,
    /// Calls per minute and address or user; class defaults apply when absent.
    pub limit: Option<Limit>,
    /// Bytes of the body, where it is not the general maximum.
    pub body_limit: Option<usize>,
    /// How it tells of a failure.
    words: Words,
    /// The heading under which it is described.
    pub(super) area: &'static str,
    pub(super) told: Told,
    /// What its failures look like.
    pub(super) failure: Failure,
    handler: Handler,
}

/// Routes in the order they were written.
#[derive(Debug, Clone, Default)]
pub struct Routes {
    rows: Vec<Row>,
}

macro_rules! verbs {
    ($($project:ident $account:ident $admin:ident $embed:ident $method:ident)*) => {
        $(
            /// A project route of this method.
            pub fn $project<F>(self, path: &str, access: Access, handler: impl Fn(Cx) -> F + Send + Sync + 'static) -> Routes
            where
                F: Future<Output = Result<Reply>> + Send + 'static,
            {
                self.add(Method::$method, path, Class::Project(access), None, handler)
            }

            /// A route of this method for signed-in users.
            pub fn $account<F>(self, path: &str, handler: impl Fn(Cx) -> F + Send + Sync + 'static) -> Routes
            where
                F: Future<Output = Result<Reply>> + Send + 'static,
            {
                self.add(Method::$method, path, Class::Account, None, handler)
            }

            /// A route of this method for holders of embed tokens.
            pub fn $embed<F>(self, path: &str, access: Access, handler: impl Fn(Cx) -> F + Send + Sync + 'static) -> Routes
            where
                F: Future<Output = Result<Reply>> + Send + 'static,
            {
                self.add(Method::$method, path, Class::Embed(access), None, handler)
            }

            /// A route of this method for operators.
            pub fn $admin<F>(self, path: &str, handler: impl Fn(Cx) -> F + Send + Sync + 'static) -> Routes
            where
                F: Future<Output = Result<Reply>> + Send + 'static,
            {
                self.add(Method::$method, path, Class::Admin { superadmin: false }, None, handler)
            }
        )*
    };
}

impl Routes {
    pub fn new() -> Routes {
        Routes::default()
    }

    verbs! {
        get account_get admin_get embed_get GET
        post account_post admin_post embed_post POST
        put account_put admin_put embed_put PUT
        patch account_patch admin_patch embed_patch PATCH
        delete account_delete admin_delete embed_delete DELETE
    }

    /// A route for anyone, with a limit per address or `None`.
    pub fn open_get<F>(
        self,
        path: &str,
        limit: impl Into<Option<Limit>>,
        handler: impl Fn(Cx) -> F + Send + Sync + 'static,
    ) -> Routes
    where
        F: Future<Output = Result<Reply>> + Send + 'static,
    {
        self.add(Method::GET, path, Class::Open, limit.into(), handler)
    }

    /// As [`Routes::open_get`].
    pub fn open_post<F>(
        self,
        path: &str,
        limit: impl Into<Option<Limit>>,
        handler: impl Fn(Cx) -> F + Send + Sync + 'static,
    ) -> Routes
    where
        F: Future<Output = Result<Reply>> + Send + 'static,
    {
        self.add(Method::POST, path, Class::Open, limit.into(), handler)
    }

    /// A route for anyone and of every method.
    pub fn open_any<F>(self, path: &str, handler: impl Fn(Cx) -> F + Send + Sync + 'static) -> Routes
    where
        F: Future<Output = Result<Reply>> + Send + 'static,
    {
        match Method::from_bytes(ANY) {
            Ok(any) => self.add(any, path, Class::Open, None, handler),
            Err(_) => self,
        }
    }

    /// Keeps the project route just written for signed-in users.
    pub fn member(mut self) -> Routes {
        if let Some(Row { class, .. }) = self.rows.last_mut()
            && let Class::Project(access) = *class
        {
            *class = Class::Member(access);
        }
        self
    }

    /// What a page links to for a signed-in user in a project.
    pub fn download<F>(self, path: &str, access: Access, handler: impl Fn(Cx) -> F + Send + Sync + 'static) -> Routes
    where
        F: Future<Output = Result<Reply>> + Send + 'static,
    {
        self.add(Method::GET, path, Class::Download(access), None, handler)
    }

    /// A WebSocket of a project.
    pub fn socket<F>(self, path: &str, access: Access, handler: impl Fn(Cx) -> F + Send + Sync + 'static) -> Routes
    where
        F: Future<Output = Result<Reply>> + Send + 'static,
    {
        self.add(Method::GET, path, Class::Socket(access), None, handler)
    }

    /// A route for API keys alone.
    pub fn keyed<F>(
        self,
        method: Method,
        path: &str,
        access: Access,
        handler: impl Fn(Cx) -> F + Send + Sync + 'static,
    ) -> Routes
    where
        F: Future<Output = Result<Reply>> + Send + 'static,
    {
        self.add(method, path, Class::Key(access), None, handler)
    }

    /// A route for managers of inbound providers.
    pub fn managed<F>(self, method: Method, path: &str, handler: impl Fn(Cx) -> F + Send + Sync + 'static) -> Routes
    where
        F: Future<Output = Result<Reply>> + Send + 'static,
    {
        self.add(method, path, Class::Manager, None, handler)
    }

    /// Gives the route just written a limit of its own.
    pub fn limit(mut self, limit: Limit) -> Routes {
        if let Some(row) = self.rows.last_mut() {
            row.limit = Some(limit);
        }
        self
    }

    /// Keeps the route just written for superadmins.
    pub fn superadmin(mut self) -> Routes {
        if let Some(row) = self.rows.last_mut() {
            row.class = Class::Admin { superadmin: true };
        }
        self
    }

    /// Gives the route just written a larger body.
    pub fn body_limit(mut self, bytes: usize) -> Routes {
        if let Some(row) = self.rows.last_mut() {
            row.body_limit = Some(bytes);
        }
        self
    }

    /// Describes the route just written.
    pub(super) fn about(mut self, describe: fn(&mut Book) -> About) -> Routes {
        if let Some(row) = self.rows.last_mut() {
            row.told = Told::About(describe);
        }
        self
    }

    /// Leaves all these routes out of the description.
    pub(super) fn unlisted(mut self) -> Routes {
        for row in &mut self.rows {
            row.told = Told::Unlisted;
        }
        self
    }

    /// Says what the failures of all these routes look like.
    pub(super) fn failing(mut self, failure: Failure) -> Routes {
        for row in &mut self.rows {
            row.failure = failure;
        }
        self
    }

    /// Puts all these routes under a heading.
    pub(super) fn area(mut self, name: &'static str) -> Routes {
        for row in &mut self.rows {
            row.area = name;
        }
        self
    }

    pub fn merge(mut self, other: Routes) -> Routes {
        self.rows.extend(other.rows);
        self
    }

    /// Puts all routes under a prefix.
    pub fn under(mut self, prefix: &str) -> Routes {
        for row in &mut self.rows {
            row.path.insert_str(0, prefix);
        }
        self
    }

    /// The routes of these paths alone.
    pub(super) fn only(mut self, paths: &[&str]) -> Routes {
        self.rows.retain(|row| paths.contains(&row.path.as_str()));
        self
    }

    /// Gives all routes the words of a dialect for their failures.
    pub(super) fn worded(mut self, words: Words) -> Routes {
        for row in &mut self.rows {
            row.words = words;
        }
        self
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    fn add<F>(
        mut self,
        method: Method,
        path: &str,
        class: Class,
        limit: Option<Limit>,
        handler: impl Fn(Cx) -> F + Send + Sync + 'static,
    ) -> Routes
    where
        F: Future<Output = Result<Reply>> + Send + 'static,
    {
        let handler: Handler = Arc::new(move |cx| Box::pin(handler(cx)));
        self.rows.push(Row {
            method,
            path: path.to_owned(),
            class,
            limit,
            body_limit: None,
            words: fault::native,
            area: "",
            told: Told::Nothing,
            failure: NATIVE,
            handler,
        });
        self
    }

    /// The router over these rows. Static segments win over parameters.
    pub(super) fn into_router(self, site: &Arc<Site>) -> Router {
        let mut router = Router::new();
        for row in self.rows {
            let filter = MethodFilter::try_from(row.method.clone());
            let meter = site.meters.of(&row.method, &row.path);
            let (site, path, row) = (site.clone(), row.path.clone(), Arc::new(row));
            let every = row.method.as_str().as_bytes() == ANY;
            let handle = move |request: Request| meter.clone().watch(run(site.clone(), row.clone(), request));
            router = match filter {
                _ if every => router.route(&path, any(handle)),
                Ok(filter) => router.route(&path, on(filter, handle)),
                Err(_) => router,
            };
        }
        let on = site.engine.settings.faces;
        router
            .fallback(move |request: Request| async move {
                let words = faces::words(on, request.uri().path());
                fault::worded(words, &Error::new(Kind::NotFound, "Not found"))
            })
            .method_not_allowed_fallback(move |request: Request| async move {
                let path = request.uri().path();
                match socket::is_path(path) {
                    true => fault::response(&socket::no_upgrade()),
                    false => {
                        fault::worded(faces::words(on, path), &Error::new(Kind::MethodNotAllowed, "Method not allowed"))
                    }
                }
            })
    }
}

/// One request on its row: admit, handle, answer.
async fn run(site: Arc<Site>, row: Arc<Row>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let socket = matches!(row.class, Class::Socket(_));
    if socket && !socket::is_asked(&parts) {
        return fault::response(&socket::no_upgrade());
    }
    let params = match row.path.contains('{') {
        true => RawPathParams::from_request_parts(&mut parts, &()).await.ok(),
        false => None,
    };
    let ip = parts.extensions.get::<ClientIp>().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |client| client.0);
    let mut door = Door { site: &site, parts: &parts, ip, quota: None, cookie: None };
    let admitted = door.admit(row.class, row.limit).await;
    let (mut quota, cookie) = (door.quota, door.cookie);
    let outcome = match admitted {
        Ok(caller) => {
            let body_limit = row.body_limit.unwrap_or(0).max(site.max_body);
            let (engine, site) = (site.engine.clone(), site.clone());
            (row.handler)(Cx { engine, site, caller, cookie, ip, parts, params, body: body.into(), body_limit }).await
        }
        Err(error) => Err(error),
    };
    let mut response = match outcome.and_then(Reply::into_response) {
        Ok(response) => response,
        Err(error) => {
            if error.kind() == Kind::Unauthorized && row.class != Class::Open {
                quota = quota.or(site.limits.note_failure(ip));
            }
            let refusal = fault::worded(row.words, &error);
            if socket { socket::refused(refusal) } else { refusal }
        }
    };
    if let Some(quota) = quota {
        tell(quota, response.headers_mut());
    }
    response
}

/// The headers of a limit, unless the answer already tells of another one.
fn tell(quota: Quota, headers: &mut HeaderMap) {
    if !headers.contains_key(LIMIT) {
        headers.insert(LIMIT, HeaderValue::from(quota.limit));
        headers.insert(REMAINING, HeaderValue::from(quota.remaining));
        headers.insert(RESET, HeaderValue::from(quota.reset));
    }
}

impl Row {
    /// The status that the dialect of the row has for one of `/api/v1`.
    pub(super) fn status(&self, native: u16) -> u16 {
        use Kind::{Forbidden, Invalid, Malformed, NotFound, TooLarge, Unauthorized, UnsupportedMedia};
        let kinds = [Malformed, Unauthorized, Forbidden, NotFound, TooLarge, UnsupportedMedia, Invalid];
        let kind = kinds.into_iter().find(|kind| fault::status(*kind).as_u16() == native);
        kind.map_or(native, |kind| (self.words)(&Error::new(kind, "")).0.as_u16())
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {:?}", self.method, self.path, self.class)
    }
}
