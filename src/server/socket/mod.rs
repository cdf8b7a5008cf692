//! The live stream of a project over a WebSocket, as Phoenix channels: the upgrade of the
//! connection. A refusal is a bare 403, which is all that a browser tells its page anyway.

mod phoenix;
mod talk;

use super::{Cx, Reply, Routes};
use crate::base::crypto::websocket_accept;
use crate::base::{Error, Kind, Result};
use crate::domain::access::Access;
use crate::domain::stream::Wanted;
use crate::engine::bus::Protocol;
use crate::engine::streams;
use axum::response::Response;
use http::header::{
    CONNECTION, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_PROTOCOL, SEC_WEBSOCKET_VERSION, UPGRADE,
};
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode};
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use phoenix::Dialect;
use talk::Visit;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

/// Bytes of a message of a client.
const MESSAGE: usize = 64 * 1024;
/// The protocol that clients with a token in their protocols speak, and what that token starts with.
const PROTOCOL: &str = "phoenix";
const TOKEN: &str = "base64url.bearer.phx.";

pub(super) fn routes() -> Routes {
    Routes::new().socket("/ws", Access::EVENTS_READ, open).socket("/ws/websocket", Access::EVENTS_READ, open)
}

/// The paths of sockets, for methods that no socket has.
pub(super) fn is_path(path: &str) -> bool {
    matches!(path, "/ws" | "/ws/websocket")
}

/// 400 of everything that does not begin a WebSocket.
pub(super) fn no_upgrade() -> Error {
    Error::new(Kind::Malformed, "Expected a WebSocket upgrade")
}

/// Whether a request asks for a WebSocket, in the way this server speaks it.
pub(super) fn is_asked(parts: &Parts) -> bool {
    let lists = |name, word: &str| words(&parts.headers, name).any(|found| found.eq_ignore_ascii_case(word));
    parts.method == Method::GET
        && lists(UPGRADE.as_str(), "websocket")
        && lists(CONNECTION.as_str(), "upgrade")
        && parts.headers.get(SEC_WEBSOCKET_VERSION).is_some_and(|version| version == "13")
        && parts.headers.contains_key(SEC_WEBSOCKET_KEY)
        && parts.extensions.get::<OnUpgrade>().is_some()
}

/// The token among the protocols that a client offers.
pub(super) fn offered_token(headers: &HeaderMap) -> Option<String> {
    let encoded = words(headers, SEC_WEBSOCKET_PROTOCOL.as_str()).find_map(|word| word.strip_prefix(TOKEN))?;
    String::from_utf8(crate::base::crypto::base64url_decode(encoded)?).ok()
}

/// The words of a list in all headers of that name.
fn words<'h>(headers: &'h HeaderMap, name: &str) -> impl Iterator<Item = &'h str> + use<'h> {
    let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(str::trim).collect::<Vec<_>>().into_iter()
}

/// What a refusal of the route table looks like here.
pub(super) fn refused(mut response: Response) -> Response {
    if matches!(response.status(), StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND) {
        response = Response::default();
        *response.status_mut() = StatusCode::FORBIDDEN;
    }
    response
}

async fn open(mut cx: Cx) -> Result<Reply> {
    let dialect = match cx.query("vsn") {
        Some(version) => {
            let known = Dialect::of_version(&version);
            Some(known.map_err(|()| Error::new(Kind::Forbidden, "This version is not spoken"))?)
        }
        None => None,
    };
    let list = |name| cx.query(name).unwrap_or_default();
    let wanted = Wanted::default().topics(list("topics").split(',')).types(list("types").split(','))?;
    let wanted = wanted.after(cx.query("last_event_id").map(Into::into));
    let upgrade = cx.parts.extensions.remove::<OnUpgrade>().ok_or_else(no_upgrade)?;
    let accept = cx.parts.headers.get(SEC_WEBSOCKET_KEY).map(|key| websocket_accept(key.as_bytes()));
    let speaks = words(&cx.parts.headers, SEC_WEBSOCKET_PROTOCOL.as_str()).any(|word| word == PROTOCOL);
    let seat = streams::sit(&cx.engine, cx.actor().project, Protocol::Socket, None)?;
    let visit = Visit { engine: cx.engine.clone(), actor: cx.actor().clone(), seat, wanted, dialect };
    cx.site.sockets.spawn(async move {
        // Nothing to tell when it fails: the client is gone.
        if let Ok(connection) = upgrade.await {
            let config = WebSocketConfig::default().max_message_size(Some(MESSAGE)).max_frame_size(Some(MESSAGE));
            let io = TokioIo::new(connection);
            talk::talk(WebSocketStream::from_raw_socket(io, Role::Server, Some(config)).await, visit).await;
        }
    });
    let reply = Reply::no_content().status(StatusCode::SWITCHING_PROTOCOLS);
    let reply = reply.header(CONNECTION, "Upgrade").header(UPGRADE, "websocket");
    let reply = reply.header(SEC_WEBSOCKET_ACCEPT, accept.unwrap_or_default());
    Ok(if speaks { reply.header(SEC_WEBSOCKET_PROTOCOL, PROTOCOL) } else { reply })
}
