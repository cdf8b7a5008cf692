//! Embed tokens as rows, found by the hash of the whole token, and the tenants of webhooks.

use super::sql::{Value, texts};
use super::{Row, Snapshot, Tx};
use crate::base::page::{Page, Slice};
use crate::base::{Id, Json, Result, Timestamp};
use crate::domain::access::ScopeSet;
use crate::domain::embed::{EmbedTag, EmbedToken, EmbedTokenId, Origins};
use crate::domain::project::ProjectId;
use crate::domain::webhook::{Webhook, WebhookId, WebhookTag};
use crate::params;

const COLUMNS: &str =
    "t.id, t.prefix, t.name, t.scopes, t.allowed_origins, t.metadata, t.tenant, t.active, t.expires_at";

fn read(row: &Row<'_>) -> Result<EmbedToken> {
    Ok(EmbedToken {
        id: row.id(0)?,
        prefix: row.text(1)?,
        name: row.text(2)?,
        scopes: ScopeSet::parse(&Json::parse(&row.text(3)?)?)?,
        origins: Origins::parse(&Json::parse(&row.text(4)?)?)?,
        metadata: row.text(5)?,
        tenant: row.opt_text(6)?,
        revoked: !row.flag(7)?,
        expires_at: row.opt_time(8)?,
    })
}

pub fn insert(tx: &Tx<'_>, project: ProjectId, token: &EmbedToken, hash: &[u8; 32]) -> Result<()> {
    let sql = "INSERT INTO embed_tokens (id, project_id, hash, prefix, name, scopes, allowed_origins, metadata, tenant, \
               active, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?10)";
    let scopes = texts(&token.scopes.names().map(str::to_owned).collect::<Vec<_>>());
    let (origins, tenant) = (texts(token.origins.list()), token.tenant.as_deref());
    let (prefix, name, metadata) = (&token.prefix, &token.name, &token.metadata);
    tx.exec(
        sql,
        params![&token.id, &project, hash, prefix, name, &scopes, &origins, metadata, tenant, token.expires_at],
    )
    .map(drop)
}

/// A usable token and its project: not revoked, not expired, project active, owner not deactivated.
pub fn find_usable(snap: &Snapshot<'_>, hash: &[u8; 32], now: Timestamp) -> Result<Option<(EmbedToken, ProjectId)>> {
    let sql = format!(
        "SELECT {COLUMNS}, t.project_id FROM embed_tokens t JOIN projects p ON p.id = t.project_id \
         JOIN users u ON u.id = p.owner_id WHERE t.hash = ?1 AND t.active = 1 \
         AND (t.expires_at IS NULL OR t.expires_at > ?2) AND p.active = 1 AND u.deactivated_at IS NULL"
    );
    snap.opt(&sql, params![hash, now], |row| Ok((read(row)?, row.id(9)?)))
}

/// One page, newest first; without `inactive` only those that can be used.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    page: Page<EmbedTag>,
    inactive: bool,
    now: Timestamp,
) -> Result<Slice<EmbedToken, EmbedTag>> {
    let usable = if inactive { "" } else { " AND t.active = 1 AND (t.expires_at IS NULL OR t.expires_at > ?4)" };
    let sql = format!(
        "SELECT {COLUMNS} FROM embed_tokens t WHERE t.project_id = ?1 AND t.id < ?2{usable} ORDER BY t.id DESC LIMIT ?3"
    );
    let high = page.before.unwrap_or(Id::MAX);
    let limit = page.limit as i64 + 1;
    let values = params![&project, &high, limit, now];
    let rows = snap.all(&sql, if inactive { &values[..3] } else { values }, read)?;
    Ok(Slice::cut(rows, page.limit, |token| token.id))
}

/// Ends a token; false when the project has none of this id.
pub fn revoke(tx: &Tx<'_>, project: ProjectId, id: EmbedTokenId) -> Result<bool> {
    let sql = "UPDATE embed_tokens SET active = 0 WHERE project_id = ?1 AND id = ?2";
    Ok(tx.exec(sql, params![&project, &id])? > 0)
}

pub fn is_active(snap: &Snapshot<'_>, project: ProjectId, id: EmbedTokenId) -> Result<bool> {
    let sql = "SELECT 1 FROM embed_tokens WHERE project_id = ?1 AND id = ?2 AND active = 1";
    Ok(snap.opt(sql, params![&project, &id], |_| Ok(()))?.is_some())
}

/// Ends every token of a project.
pub fn revoke_all(tx: &Tx<'_>, project: ProjectId) -> Result<()> {
    tx.exec("UPDATE embed_tokens SET active = 0 WHERE project_id = ?1 AND active = 1", params![&project]).map(drop)
}

/// Says whose a webhook is; it stays so.
pub fn set_tenant(tx: &Tx<'_>, project: ProjectId, webhook: WebhookId, tenant: &str) -> Result<()> {
    let sql = "UPDATE webhooks SET tenant = ?3 WHERE project_id = ?1 AND id = ?2";
    tx.exec(sql, params![&project, &webhook, tenant]).map(drop)
}

/// Whether the project has this webhook and, when a tenant is named, it is theirs.
pub fn is_visible(snap: &Snapshot<'_>, project: ProjectId, tenant: Option<&str>, webhook: WebhookId) -> Result<bool> {
    let sql = "SELECT tenant FROM webhooks WHERE project_id = ?1 AND id = ?2";
    let of = snap.opt(sql, params![&project, &webhook], |row| row.opt_text(0))?;
    Ok(of.is_some_and(|of| tenant.is_none_or(|tenant| of.as_deref() == Some(tenant))))
}

/// The webhooks of a tenant, active or not.
pub fn webhooks_of(snap: &Snapshot<'_>, project: ProjectId, tenant: &str) -> Result<Vec<WebhookId>> {
    let sql = "SELECT id FROM webhooks WHERE project_id = ?1 AND tenant = ?2 ORDER BY id";
    snap.all(sql, params![&project, tenant], |row| row.id(0))
}

/// One page of the webhooks of a tenant, newest first.
pub fn list_webhooks(
    snap: &Snapshot<'_>,
    project: ProjectId,
    tenant: &str,
    page: Page<WebhookTag>,
    include_inactive: bool,
) -> Result<Slice<Webhook, WebhookTag>> {
    let high = page.before.unwrap_or(Id::MAX);
    let values: [Value<'_>; 4] = [(&project).into(), tenant.into(), (&high).into(), Value::Int(page.limit as i64 + 1)];
    let active = if include_inactive { "" } else { " AND status = 0" };
    let rows = super::webhooks::read_all(
        snap,
        &format!("tenant = ?2 AND id < ?3{active} ORDER BY id DESC LIMIT ?4"),
        &values,
    )?;
    Ok(Slice::cut(rows, page.limit, |webhook| webhook.id))
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, pages, plan};
    use super::*;
    use crate::domain::embed::NewEmbedToken;

    fn token(db: &Db, body: &str) -> EmbedToken {
        let json = Json::parse(body).expect("JSON");
        let new = NewEmbedToken::read(json.as_object().expect("object"), Timestamp::from_secs(0)).expect("valid");
        new.create(db.ids.next(), "emb_abcdefghijk")
    }

    #[tokio::test]
    async fn rows_keep_what_was_given() {
        let db = Db::open();
        let whole = r#"{"name":"n","scopes":["webhooks:read"],"allowed_origins":["https://*.a.test"],"metadata":{"a":1},
            "tenant":"t","expires_in":50}"#;
        let (one, two) = (token(&db, whole), token(&db, "{}"));
        let (project, other, at) = (db.project, db.ids.next(), Timestamp::from_secs);
        let run = db.write(move |tx| {
            insert(tx, project, &one, &[1; 32])?;
            insert(tx, project, &two, &[2; 32])?;
            let listed = |inactive, now| pages(1, |page| list(tx, project, page, inactive, at(now)));
            assert_eq!(listed(false, 0)?, [two.clone(), one.clone()]);
            assert_eq!(listed(false, 50)?, std::slice::from_ref(&two));
            assert!(!revoke(tx, other, two.id)? && is_active(tx, project, two.id)?, "of another project");
            assert!(revoke(tx, project, two.id)? && !is_active(tx, project, two.id)?);
            assert_eq!(listed(false, 0)?, std::slice::from_ref(&one));
            assert_eq!(listed(true, 50)?.iter().map(|t| t.revoked).collect::<Vec<_>>(), [true, false]);
            revoke_all(tx, project)?;
            assert!(listed(false, 0)?.is_empty());
            Ok(())
        });
        run.await;
    }

    #[tokio::test]
    async fn webhooks_have_a_tenant_or_none() {
        let db = Db::open();
        let (one, two, none) = (db.webhook().await, db.webhook().await, db.webhook().await);
        let (project, other) = (db.project, db.ids.next());
        let run = db.write(move |tx| {
            set_tenant(tx, project, one, "a")?;
            set_tenant(tx, project, two, "b")?;
            set_tenant(tx, other, none, "b")?;
            for (tenant, webhook, visible) in [
                (None, one, true),
                (None, none, true),
                (Some("a"), one, true),
                (Some("A"), one, false),
                (Some("a"), two, false),
                (Some("a"), none, false),
                (Some(""), none, false),
            ] {
                assert_eq!(is_visible(tx, project, tenant, webhook)?, visible, "{tenant:?}");
                assert!(!is_visible(tx, other, tenant, webhook)?, "of another project");
            }
            assert_eq!((webhooks_of(tx, project, "a")?, webhooks_of(tx, project, "c")?), (vec![one], vec![]));
            let listed = pages(1, |page| list_webhooks(tx, project, "b", page, false))?;
            assert_eq!(listed.iter().map(|w| w.id).collect::<Vec<_>>(), [two]);
            let sql = "SELECT id FROM webhooks WHERE project_id = ?1 AND tenant = ?2 ORDER BY id";
            assert!(plan(tx, sql)?.contains("webhooks_tenant"), "{}", plan(tx, sql)?);
            Ok(())
        });
        run.await;
    }
}
