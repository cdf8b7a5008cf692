//! What the API is, for programs and for people: `/api/openapi.json` and the page `/docs`, both
//! made from the table of routes and the types that are serialised, so that they cannot say
//! anything else than what is served.

mod about;
mod book;
mod document;
mod page;
pub mod shape;
#[cfg(test)]
mod tests;
mod types;

pub use about::About;
pub use book::Book;
pub use types::{Items, Object};

use super::cx::Cx;
use super::reply::Reply;
use super::routes::Routes;
use crate::base::Result;
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use http::{HeaderValue, StatusCode};
use serde_json::Value;
use shape::{any, object, text};
use std::sync::LazyLock;

const PAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/// The same for everybody and for as long as the process runs.
static DOCUMENT: LazyLock<Value> = LazyLock::new(|| document::document(super::routes().rows()));
static TEXT: LazyLock<String> = LazyLock::new(|| DOCUMENT.to_string());
static PAGE: LazyLock<Bytes> = LazyLock::new(|| Bytes::from(page::page(&DOCUMENT)));

pub(super) fn routes() -> Routes {
    Routes::new().open_get("/api/openapi.json", None, json).about(own).open_get("/docs", None, docs).about(told)
}

async fn json(_: Cx) -> Result<Reply> {
    Ok(Reply::raw_json(StatusCode::OK, TEXT.clone()))
}

async fn docs(_: Cx) -> Result<Reply> {
    Ok(Reply::raw(HeaderValue::from_static("text/html; charset=utf-8"), PAGE.clone())
        .header(CONTENT_SECURITY_POLICY, PAGE_POLICY)
        .header(CACHE_CONTROL, "no-cache"))
}

fn own(_: &mut Book) -> About {
    let shape = ["info", "servers", "tags", "paths", "components"]
        .into_iter()
        .fold(object().with("openapi", text()), |shape, name| shape.with(name, any()));
    About::new("Show this description").answers(200, "As OpenAPI 3.1.", shape)
}

fn told(_: &mut Book) -> About {
    About::new("Show this description as a page").answers_as(200, "A page.", vec![("text/html", text())])
}
