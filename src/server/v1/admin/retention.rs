//! Removing what is too old now instead of at its time.

mod about;

use crate::base::Result;
use crate::engine::retention;
use crate::server::{Cx, Reply, Routes};

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .admin_post("/admin/retention/run", run).superadmin().about(about::run)
}

async fn run(cx: Cx) -> Result<Reply> {
    Ok(Reply::data(retention::now(&cx.engine, cx.account()).await?))
}
