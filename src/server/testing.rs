//! Calling routes in a test, without sockets or the edge around them.

use super::{Site, routes};
use crate::engine::Engine;
use axum::Router;
use axum::body::Body;
use http::Request;
use http_body_util::BodyExt;
use serde_json::Value;
use std::sync::Arc;
use tower::ServiceExt;

/// All routes over one engine.
pub(super) struct Api(Router);

impl Api {
    pub fn new(engine: &Arc<Engine>) -> Api {
        Api(routes().into_router(&Arc::new(Site::new(engine.clone()))))
    }

    /// Status and JSON body; an empty `token` sends no credential, an empty `body` none.
    pub async fn call(&self, call: &str, token: &str, body: &str) -> (u16, Value) {
        let (method, path) = call.split_once(' ').expect("method and path");
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        if !token.is_empty() {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let request = request.body(Body::from(body.to_owned())).expect("request");
        let response = self.0.clone().oneshot(request).await.expect("answers");
        let status = response.status().as_u16();
        let bytes = response.into_body().collect().await.expect("body").to_bytes();
        (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }
}
