//! Reading the audit log: of a project, of a user what names them, and for operators that of the
//! whole server.

use super::Engine;
use super::export::{self, Export, Order};
use crate::base::Result;
use crate::base::page::{Page, Slice};
use crate::domain::access::{Account, Actor};
use crate::domain::account::{self, UserId};
use crate::domain::audit::{AuditEntry, AuditQuery, AuditTag};
use crate::domain::project::ProjectId;
use crate::store::{self, Snapshot};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

/// An entry and the address of the user it names.
#[derive(Debug)]
pub struct Listed {
    pub entry: AuditEntry,
    pub actor_email: Option<String>,
}

/// One page of the entries that fit, newest first; `email` keeps those of one user, none when
/// nobody has that address.
pub async fn list(
    engine: &Engine,
    actor: &Actor,
    query: AuditQuery,
    email: Option<&str>,
    page: Page<AuditTag>,
) -> Result<Slice<Listed, AuditTag>> {
    all(engine, Some(actor.project), query, email, page).await
}

/// As [`list`], over all projects and what belongs to none, or over one project. Accepted events
/// are listed with their project only.
pub async fn all(
    engine: &Engine,
    project: Option<ProjectId>,
    query: AuditQuery,
    email: Option<&str>,
    page: Page<AuditTag>,
) -> Result<Slice<Listed, AuditTag>> {
    let keys = engine.keys.clone();
    let hash = email_hash(engine, email);
    let read = engine.store.read(move |snap| {
        let Some(query) = of_address(snap, query, hash)? else { return Ok(Slice { rows: Vec::new(), next: None }) };
        let Slice { rows, next } = match project {
            Some(project) => store::audit::list(snap, &keys, project, &query, page)?,
            None => store::audit::all(snap, &keys, &query, page)?,
        };
        let mut emails: HashMap<UserId, Option<String>> = HashMap::new();
        for user in rows.iter().filter_map(|entry| entry.user) {
            if let Entry::Vacant(unknown) = emails.entry(user) {
                unknown.insert(store::users::email_of(snap, &keys, user)?);
            }
        }
        let listed = |entry: AuditEntry| {
            let actor_email = entry.user.and_then(|user| emails.get(&user).cloned().flatten());
            Listed { entry, actor_email }
        };
        Ok(Slice { rows: rows.into_iter().map(listed).collect(), next })
    });
    read.await
}

/// One page of what the caller did, in whatever project and in none, newest first.
pub async fn own(engine: &Engine, account: &Account, page: Page<AuditTag>) -> Result<Slice<Listed, AuditTag>> {
    let (keys, user) = (engine.keys.clone(), account.user);
    let read = engine.store.read(move |snap| {
        let email = store::users::email_of(snap, &keys, user)?;
        let Slice { rows, next } = store::audit::own(snap, &keys, user, page)?;
        let listed = |entry| Listed { entry, actor_email: email.clone() };
        Ok(Slice { rows: rows.into_iter().map(listed).collect(), next })
    });
    read.await
}

/// All entries that [`list`] would show page by page, without addresses.
pub async fn export(
    engine: &Arc<Engine>,
    actor: &Actor,
    query: AuditQuery,
    email: Option<&str>,
    order: Order,
) -> Result<Export<AuditEntry>> {
    let (hash, project) = (email_hash(engine, email), actor.project);
    let query = engine.store.read(move |snap| of_address(snap, query, hash)).await?;
    let read = move |engine: Arc<Engine>, page| {
        let query = query.clone();
        async move {
            let Some(query) = query else { return Ok(Slice { rows: Vec::new(), next: None }) };
            let keys = engine.keys.clone();
            engine.store.read(move |snap| store::audit::list(snap, &keys, project, &query, page)).await
        }
    };
    Ok(export::start(engine, actor, order, read))
}

fn email_hash(engine: &Engine, email: Option<&str>) -> Option<[u8; 32]> {
    email.map(|text| store::email_hash(&engine.keys, &account::normalise_email(text)))
}

/// The query narrowed to the user with an address; `None` when nothing can fit.
fn of_address(snap: &Snapshot<'_>, mut query: AuditQuery, hash: Option<[u8; 32]>) -> Result<Option<AuditQuery>> {
    let Some(hash) = hash else { return Ok(Some(query)) };
    let Some(user) = store::users::by_email(snap, &hash)? else { return Ok(None) };
    let fits = query.user.is_none_or(|wanted| wanted == user);
    query.user = Some(user);
    Ok(fits.then_some(query))
}
