//! The settings the server runs with.

mod about;

use crate::base::{Error, Result};
use crate::server::{Cx, Reply, Routes};
use serde_json::{Map, Value};

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .admin_get("/admin/settings", show).about(about::show)
}

/// As `--print-config` prints them, so secrets are masked.
async fn show(cx: Cx) -> Result<Reply> {
    let one = |(key, value): (&str, _)| Ok((key.to_owned(), serde_json::to_value(value).map_err(Error::internal)?));
    let settings: Map<String, Value> = cx.engine.settings.shown().into_iter().map(one).collect::<Result<_>>()?;
    Ok(Reply::data(settings))
}
