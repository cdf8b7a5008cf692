//! `/embed.js`: the portal that other people's pages load. It is one file within the binary, the
//! same for everybody, and speaks to the portal routes with the token of the page.

use super::cx::Cx;
use super::reply::Reply;
use super::routes::Routes;
use crate::base::{Result, crypto};
use http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, ETAG};
use http::{HeaderName, HeaderValue, StatusCode};
use std::sync::LazyLock;

const SCRIPT: &str = include_str!("embed.js");

/// Changes with the script. Weak, for it is the same when the script is sent compressed.
static TAG: LazyLock<String> = LazyLock::new(|| {
    let hash = crypto::base64url(&crypto::sha256(SCRIPT.as_bytes()));
    format!("W/\"{}\"", &hash[..22])
});

pub(super) fn routes() -> Routes {
    Routes::new().open_get("/embed.js", None, script)
}

async fn script(cx: Cx) -> Result<Reply> {
    let known = cx.header("if-none-match").unwrap_or_default();
    let reply = match known.split(',').any(|tag| tag.trim() == "*" || tag.trim() == TAG.as_str()) {
        true => Reply::no_content().status(StatusCode::NOT_MODIFIED),
        false => Reply::raw(HeaderValue::from_static("application/javascript; charset=utf-8"), SCRIPT),
    };
    Ok(reply
        .header(ETAG, TAG.as_str())
        .header(CACHE_CONTROL, "public, max-age=3600")
        .header(ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_small_and_sets_texts_only() {
        assert!(SCRIPT.len() < 25_000, "{} bytes", SCRIPT.len());
        for markup in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"] {
            assert!(!SCRIPT.contains(markup), "{markup}");
        }
    }
}
