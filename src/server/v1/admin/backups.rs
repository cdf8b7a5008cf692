//! Backups of the whole server: what there is, one now, a check, a download.

mod about;

use crate::base::{Error, Result};
use crate::domain::backup::{Manifest, Stored};
use crate::engine::backup;
use crate::server::{Cx, Reply, Routes};
use axum::body::Body;
use futures_util::StreamExt;
use http::HeaderValue;
use http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use tokio::io::AsyncReadExt;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .admin_get ("/admin/backups",               list)    .superadmin().about(about::list)
        .admin_post("/admin/backups",               start)   .superadmin().about(about::start)
        .admin_get ("/admin/backups/{name}",        download).superadmin().about(about::download)
        .admin_post("/admin/backups/{name}/verify", verify)  .superadmin().about(about::verify)
}

/// Bytes of a download in memory at a time.
const BLOCK: usize = 256 << 10;

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Backup")]
struct BackupView {
    name: String,
    size_bytes: u64,
    sha256: String,
    schema: i64,
    verified: bool,
    encrypted: bool,
    created_at: String,
}

impl BackupView {
    fn of(Stored { name, manifest }: Stored) -> BackupView {
        let Manifest { size, sha256, schema, verified, encrypted, created_at, .. } = manifest;
        BackupView { name, size_bytes: size, sha256, schema, verified, encrypted, created_at }
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let all: Vec<BackupView> = backup::all(&cx.engine).await?.into_iter().map(BackupView::of).collect();
    Ok(Reply::ok(json!({ "data": all })))
}

async fn start(cx: Cx) -> Result<Reply> {
    backup::start(&cx.engine, cx.account()).await?;
    Ok(Reply::accepted(json!({"status": "started"})))
}

async fn verify(cx: Cx) -> Result<Reply> {
    let name = cx.segment("name").unwrap_or_default();
    let error = backup::verify_stored(&cx.engine, cx.account(), name).await?;
    Ok(Reply::ok(json!({"verified": error.is_none(), "error": error})))
}

async fn download(cx: Cx) -> Result<Reply> {
    let found = backup::download(&cx.engine, cx.account(), cx.segment("name").unwrap_or_default()).await?;
    let file = tokio::fs::File::open(&found.path).await.map_err(Error::internal)?;
    let body = futures_util::stream::unfold(file, |mut file| async move {
        let mut block = Vec::with_capacity(BLOCK);
        match (&mut file).take(BLOCK as u64).read_to_end(&mut block).await {
            Ok(0) => None,
            Ok(_) => Some((Ok(block), file)),
            Err(e) => Some((Err(e), file)),
        }
    });
    // Some readers ask once more after the end.
    let body = body.fuse();
    let name = format!("attachment; filename=\"{}\"", found.stored.name);
    Ok(Reply::raw(HeaderValue::from_static("application/octet-stream"), Body::from_stream(body))
        .header(CONTENT_LENGTH, found.stored.manifest.size)
        .header(CONTENT_DISPOSITION, name))
}
