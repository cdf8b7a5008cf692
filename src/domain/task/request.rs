//! What a task of type `http` sends: read from its payload when it is made, and again when it runs.

use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::base::{Error, Json, Result};
use crate::domain::destination::UrlPolicy;
use crate::domain::job::Method;
use crate::domain::webhook::CustomHeaders;

/// One request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub url: String,
    pub method: Method,
    pub headers: CustomHeaders,
    /// Text as it is, everything else as JSON; none for methods that have no body.
    pub body: Option<String>,
    /// Whether the body is JSON.
    pub is_json: bool,
}

impl Request {
    /// `{url, method, headers, body}`; without a policy the URL has been checked before. 400, 422.
    pub fn read(payload: &Members<'_>, policy: Option<&UrlPolicy>) -> Result<Request> {
        let fields = Fields(payload);
        let url = fields.required_str("url").map_err(|e| within(&e))?;
        let url = match policy {
            Some(policy) => policy.read("payload.url", url)?.into(),
            None => url.to_owned(),
        };
        let method = fields.filled_str("method").map_err(|e| within(&e))?;
        let method = method.map_or(Ok(Method::Post), Method::parse).map_err(|e| within(&e))?;
        let headers = fields.get("headers").map(CustomHeaders::compile).transpose().map_err(|e| within(&e))?;
        let (body, is_json) = match fields.get("body").filter(|_| method.has_body()) {
            None => (None, false),
            Some(Json::String(text)) => (Some(text.to_string()), false),
            Some(json) => (Some(json.to_text()), true),
        };
        Ok(Request { url, method, headers: headers.unwrap_or_default(), body, is_json })
    }
}

/// The same failure, of a member of the payload.
pub(super) fn within(error: &Error) -> Error {
    let message = match error.message().strip_prefix("Missing required field: ") {
        Some(name) => return Error::missing(&format!("payload.{name}")),
        None => format!("payload.{}", error.message()),
    };
    match error.details().first() {
        Some((field, _)) => Error::invalid(&format!("payload.{field}"), message),
        None => Error::new(error.kind(), message),
    }
}
