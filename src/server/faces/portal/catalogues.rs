//! The catalogues of the project: what rights there are, ours and its own, and which events. Which
//! routes a scope opens is read from the table of routes.

use crate::base::fields::Fields;
use crate::base::{Json, Result};
use crate::domain::access::Scope;
use crate::domain::catalogue::{EventType, Item, Permission};
use crate::domain::webhook::WebhookTag;
use crate::engine::portal::catalogues;
use crate::server::{Class, Cx, Reply, routes};
use std::sync::OnceLock;

/// What a scope is for.
pub(super) fn of_scope(scope: Scope) -> &'static Permission {
    static ALL: OnceLock<Vec<Permission>> = OnceLock::new();
    let all = ALL.get_or_init(|| Scope::all().map(|scope| Permission::of_scope(scope, endpoints(scope))).collect());
    &all[scope as usize]
}

/// The native routes that a scope opens.
fn endpoints(scope: Scope) -> Vec<String> {
    if matches!(scope, Scope::All | Scope::Admin) {
        return vec!["* /api/v1/*".to_owned()];
    }
    let opened = |class| match class {
        Class::Project(access) | Class::Socket(access) => access.any_of.iter().any(|needed| scope.covers(*needed)),
        _ => false,
    };
    let rows = routes();
    rows.rows().iter().filter(|row| opened(row.class)).map(|row| format!("{} {}", row.method, row.path)).collect()
}

pub(super) async fn permissions(cx: Cx) -> Result<Reply> {
    let own = catalogues::list(&cx.engine, cx.actor()).await?;
    Ok(all(&own))
}

/// Ours, then the project's own.
fn all(own: &[Permission]) -> Reply {
    let mut rows: Vec<&Permission> = Scope::all().map(of_scope).collect();
    rows.extend(own);
    Reply::list::<WebhookTag>(Permission::KIND, rows, None)
}

pub(super) async fn set_permissions(mut cx: Cx) -> Result<Reply> {
    Ok(all(&replace(&mut cx).await?))
}

pub(super) async fn event_types(cx: Cx) -> Result<Reply> {
    let list: Vec<EventType> = catalogues::list(&cx.engine, cx.actor()).await?;
    Ok(Reply::list::<WebhookTag>(EventType::KIND, list, None))
}

pub(super) async fn set_event_types(mut cx: Cx) -> Result<Reply> {
    let list: Vec<EventType> = replace(&mut cx).await?;
    Ok(Reply::list::<WebhookTag>(EventType::KIND, list, None))
}

/// The list of the body: under its name, under `data`, or alone. Our own permissions, which a list
/// that was read holds too, are passed over.
async fn replace<T: Item>(cx: &mut Cx) -> Result<Vec<T>> {
    let body = cx.body().await?;
    let alone = body.bytes().trim_ascii_start().starts_with(b"[");
    let text = std::str::from_utf8(body.bytes()).unwrap_or_default();
    let items: Vec<Json<'_>> = match Json::parse(text) {
        Ok(Json::Array(items)) if alone => items,
        _ => {
            let members = body.json()?;
            let fields = Fields(&members);
            let named = if fields.get(T::KIND).is_some() { T::KIND } else { "data" };
            match fields.get(named) {
                Some(_) => fields.required_list(named)?.iter().map(|item| item.clone().into_owned()).collect(),
                None => return Err(crate::base::Error::missing(T::KIND)),
            }
        }
    };
    let ours = |item: &Json<'_>| item.lookup("name").and_then(Json::as_str).is_some_and(|n| Scope::parse(n).is_some());
    let own: Vec<Json<'_>> = items.into_iter().filter(|item| T::KIND != Permission::KIND || !ours(item)).collect();
    catalogues::replace(&cx.engine, cx.actor(), &own).await
}
