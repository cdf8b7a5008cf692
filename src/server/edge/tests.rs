//! The edge around a small router of its own: no engine, no sockets.

use super::*;
use crate::base::{Error, Kind};
use axum::routing::{get, patch, post};
use http::StatusCode;
use http_body_util::{BodyExt, Full};

fn edge() -> Edge {
    let json = |text: String| super::super::reply::json_response(StatusCode::OK, text);
    let router = Router::new()
        .route("/api/v1/big", get(move || async move { json("x".repeat(2000)) }))
        .route("/api/v1/small", get(move || async move { json("x".repeat(860)) }))
        .route("/api/v1/stream", get(|| async { ([("content-type", "text/event-stream")], "x".repeat(2000)) }))
        .route("/api/v1/things", post(|body: Bytes| async move { body.len().to_string() }).get(|| async { "list" }))
        .route("/api/v1/things/{id}", patch(|| async { "patched" }))
        .route(
            "/api/v1/panic",
            get(|| async {
                if true {
                    panic!("boom")
                }
            }),
        )
        .route("/page", get(|| async { ([("content-type", "text/html; charset=utf-8")], "<p>") }))
        .fallback(|| async { fault::response(&Error::new(Kind::NotFound, "Not found")) })
        .method_not_allowed_fallback(|| async {
            fault::response(&Error::new(Kind::MethodNotAllowed, "Method not allowed"))
        });
    let (faces, origins) = (crate::config::Faces::ALL, Origins::Any);
    Edge::new(Options { max_body: 100, trusted_proxies: Vec::new(), https: false, faces, origins }, &[], router)
}

async fn ask(method: &str, path: &str, headers: &[(&str, &str)], body: &'static str) -> (http::response::Parts, Bytes) {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Full::new(Bytes::from_static(body.as_bytes()))).expect("request");
    let response = edge().answer(IpAddr::from([192, 0, 2, 1]), request).await;
    let (parts, body) = response.into_parts();
    (parts, body.collect().await.expect("body").to_bytes())
}

#[tokio::test]
async fn every_answer_carries_the_common_headers() {
    for (method, path, status, body) in [
        ("GET", "/api/v1/things", 200, "list"),
        ("GET", "/api/v1/none", 404, r#"{"error":"Not found"}"#),
        ("DELETE", "/api/v1/things", 405, r#"{"error":"Method not allowed"}"#),
        ("GET", "/api/v1/panic", 500, r#"{"error":"Internal server error"}"#),
        ("OPTIONS", "/api/v1/none", 200, ""),
    ] {
        let (parts, text) = ask(method, path, &[], "").await;
        assert_eq!((parts.status.as_u16(), &text[..]), (status, body.as_bytes()), "{method} {path}");
        for (name, value) in [
            ("x-api-version", "1"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "strict-origin-when-cross-origin"),
            ("cache-control", "no-store"),
            ("access-control-allow-origin", "*"),
        ] {
            assert_eq!(parts.headers.get(name).map(HeaderValue::as_bytes), Some(value.as_bytes()), "{path} {name}");
        }
        assert_eq!(parts.headers["x-request-id"].len(), 36);
        assert_eq!(parts.headers.contains_key("access-control-max-age"), method == "OPTIONS");
    }
    let (parts, _) = ask("DELETE", "/api/v1/things", &[], "").await;
    let allow = parts.headers["allow"].to_str().expect("text");
    assert!(allow.contains("GET") && allow.contains("POST"), "{allow}");
}

#[tokio::test]
async fn other_areas_have_their_own() {
    let (parts, _) = ask("GET", "/page", &[], "").await;
    assert_eq!(parts.headers["permissions-policy"], "geolocation=(), microphone=(), camera=()");
    for absent in ["access-control-allow-origin", "x-api-version", "cache-control", "strict-transport-security"] {
        assert!(!parts.headers.contains_key(absent), "{absent}");
    }
    let (parts, _) = ask("OPTIONS", "/page", &[], "").await;
    assert_eq!(parts.status, StatusCode::METHOD_NOT_ALLOWED);
    let (parts, _) = ask("GET", "/reset-password/x", &[], "").await;
    assert_eq!(parts.headers["referrer-policy"], "no-referrer");
}

#[tokio::test]
async fn decent_request_ids_are_kept() {
    let long = "a".repeat(200);
    for (given, kept) in [
        ("0123456789.abc_DEF:=+/-", true),
        (long.as_str(), true),
        ("short", false),
        ("0123456789 0123456789 x", false),
        ("0123456789\"0123456789", false),
    ] {
        let (parts, _) = ask("GET", "/api/v1/things", &[("x-request-id", given)], "").await;
        assert_eq!(parts.headers["x-request-id"] == given, kept, "{given}");
    }
}

#[tokio::test]
async fn paths_and_methods_are_forgiving() {
    for (method, path, headers, body) in [
        ("GET", "/api/v1/things/", &[][..], "list"),
        ("GET", "/api/v1/things//?limit=1", &[], "list"),
        ("POST", "/api/v1/things/7", &[("x-http-method-override", "PATCH")], "patched"),
        ("POST", "/api/v1/things/7/", &[("x-http-method-override", " patch ")], "patched"),
        ("POST", "/api/v1/things", &[("x-http-method-override", "GET")], "0"),
        ("HEAD", "/api/v1/things", &[], ""),
    ] {
        let (parts, text) = ask(method, path, headers, "").await;
        assert_eq!((parts.status.as_u16(), &text[..]), (200, body.as_bytes()), "{method} {path}");
    }
    let (parts, _) = ask("GET", "/api/v1/things/7", &[("x-http-method-override", "PATCH")], "").await;
    assert_eq!(parts.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn announced_sizes_are_judged_first() {
    let body: &'static str = "x".repeat(101).leak();
    let (parts, text) = ask("POST", "/api/v1/things", &[], body).await;
    assert_eq!(parts.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(text.starts_with(b"{\"error\":\"Payload too large."));
    assert_eq!(parts.headers["access-control-allow-origin"], "*");
    let (parts, text) = ask("POST", "/api/v1/things", &[], &body[..100]).await;
    assert_eq!((parts.status, &text[..]), (StatusCode::OK, &b"100"[..]));
}

#[tokio::test]
async fn large_answers_are_compressed_on_request() {
    for (path, accepts, gzip) in [
        ("/api/v1/big", "gzip, br", true),
        ("/api/v1/big", "*", true),
        ("/api/v1/big", "identity;q=0, gzip;q=0.5", true),
        ("/api/v1/big", "gzip;q=0, identity;q=0", false),
        ("/api/v1/big", "br", false),
        ("/api/v1/small", "gzip", false),
        ("/api/v1/stream", "gzip", false),
    ] {
        let (parts, _) = ask("GET", path, &[("accept-encoding", accepts)], "").await;
        assert_eq!(parts.status, StatusCode::OK);
        assert_eq!(parts.headers.get("content-encoding").is_some_and(|v| v == "gzip"), gzip, "{path} {accepts}");
        assert_eq!(parts.headers.contains_key("vary"), gzip);
    }
}
