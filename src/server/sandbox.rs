//! What anyone may send to a sandbox endpoint: any method, any content type, any path below it. It
//! is kept as it came; who may look at it is said in `v1/sandbox.rs`.

use super::cx::Cx;
use super::reply::Reply;
use super::routes::Routes;
use crate::base::Result;
use crate::engine::sandbox::capture::{self, Arrived};
use http::HeaderMap;
use serde_json::{Map, Value, json};

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .open_any("/sandbox/{slug}",         receive)
        .open_any("/sandbox/{slug}/",        receive)
        .open_any("/sandbox/{slug}/{*rest}", receive)
}

async fn receive(mut cx: Cx) -> Result<Reply> {
    let opening = capture::open(&cx.engine, cx.segment("slug").unwrap_or_default()).await?;
    let body = cx.any_body().await?;
    let (method, uri) = cx.line();
    let arrived = Arrived {
        method: method.as_str().to_owned(),
        path: uri.path().to_owned(),
        query: uri.query().map(str::to_owned),
        headers: headers(cx.headers()),
        body: body.bytes().clone(),
        ip: cx.ip(),
    };
    capture::keep(&cx.engine, &opening, arrived).await?;
    Ok(Reply::ok(json!({"status": "received", "endpoint": opening.slug})).quota(opening.quota))
}

/// Name → values joined by `, `; bytes that are no text are replaced.
fn headers(headers: &HeaderMap) -> String {
    let joined = headers.keys().map(|name| {
        let values = headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
        (name.to_string(), Value::String(values.collect::<Vec<_>>().join(", ")))
    });
    Value::Object(joined.collect::<Map<_, _>>()).to_string()
}
