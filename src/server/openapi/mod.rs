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

pub use about::{About, Failure};
pub use book::Book;
pub(in crate::server) use document::NATIVE;
pub use types::{Items, Object};

use super::cx::Cx;
use super::reply::Reply;
use super::routes::{Routes, Row};
use crate::base::Result;
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use http::{HeaderValue, StatusCode};
use shape::{any, object, text};

const PAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/// What a server tells of itself: the same for everybody and for as long as it runs.
#[derive(Debug)]
pub(super) struct Description {
    text: String,
    page: Bytes,
}

impl Description {
    fn of(rows: &[Row]) -> Description {
        let document = document::document(rows);
        Description { text: document.to_string(), page: Bytes::from(page::page(&document)) }
    }
}

fn description(cx: &Cx) -> &Description {
    let make = || Description::of(super::all_routes(cx.engine.settings.faces).rows());
    cx.site.description.get_or_init(make)
}

pub(super) fn routes() -> Routes {
    Routes::new().open_get("/api/openapi.json", None, json).about(own).open_get("/docs", None, docs).about(told)
}

async fn json(cx: Cx) -> Result<Reply> {
    Ok(Reply::raw_json(StatusCode::OK, description(&cx).text.clone()))
}

async fn docs(cx: Cx) -> Result<Reply> {
    Ok(Reply::raw(HeaderValue::from_static("text/html; charset=utf-8"), description(&cx).page.clone())
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
