//! Removal that a member asks for: first its extent, then the deed. The one looks at the same rows
//! as the other does.

use super::clear::{Tell, Work, count, count_entries, give_back};
use crate::base::{Error, Result};
use crate::domain::access::{Actor, Who};
use crate::domain::purge::{Purge, Selection};
use crate::engine::Engine;
use crate::engine::audit::{self, Entry};
use crate::store::retention::{self, Log, Position, Removal, Tally};
use serde_json::{Value, json};
use std::sync::Arc;

const ACTION: &str = "data.purged";

/// What would be removed.
pub async fn preview(engine: &Engine, actor: &Actor, purge: &Purge) -> Result<Tally> {
    match selection(actor, purge) {
        Some(selection) => count(engine, selection).await,
        None => {
            let log = Log::OfProject(actor.project);
            let rows = count_entries(engine, log, purge.cutoff, Position::START).await?;
            Ok(Tally { rows, ..Tally::default() })
        }
    }
}

fn selection(actor: &Actor, purge: &Purge) -> Option<Selection> {
    Some(Selection { project: actor.project, before: purge.cutoff, what: purge.what.clone()? })
}

/// Removes it for good and tells what went. It goes on when its caller is gone; what a stop
/// breaks off is on record as far as it came.
pub async fn purge(engine: &Arc<Engine>, actor: &Actor, purge: Purge) -> Result<Tally> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let work = engine.tasks.spawn(async move { carry_out(engine_, actor, purge).await });
    work.await.map_err(Error::internal)?
}

async fn carry_out(engine: Arc<Engine>, actor: Actor, purge: Purge) -> Result<Tally> {
    let (purge, id) = (Arc::new(purge), engine.ids.next());
    let entry = Entry::of(&actor, ACTION, purge.kind.as_str(), None, json!({}));
    let removal = Removal {
        id,
        project: Some(actor.project),
        user: actor.user(),
        actor_type: entry.actor_type().as_str().to_owned(),
        action: ACTION.to_owned(),
        resource_type: purge.kind.as_str().to_owned(),
        metadata: String::new(),
    };
    let mut shown = 0;
    if purge.what.is_none() {
        shown = count_entries(&engine, Log::OfProject(actor.project), purge.cutoff, Position::EVENTS).await?;
    }
    let (told, prefix) = (purge.clone(), prefix(&actor));
    let tell: Tell = Arc::new(move |tally| metadata(&told, tally.rows + shown, prefix.as_deref()));
    let work = Work { engine: engine.clone(), removal };
    let done = match selection(&actor, &purge) {
        Some(selection) => work.rows(selection, tell).await,
        None => work.entries(Log::OfProject(actor.project), purge.cutoff, tell).await,
    };
    let done = done.map(|tally| Tally { rows: tally.rows + shown, ..tally });
    if let Ok(tally) = &done {
        let (engine_, tally) = (engine.clone(), *tally);
        let write = engine.store.write(move |tx| {
            retention::forget(tx, id)?;
            let metadata = metadata(&purge, tally.rows, None);
            audit::record(tx, &engine_, Entry::of(&actor, ACTION, purge.kind.as_str(), None, metadata))
        });
        write.await?;
    } else {
        super::run::finish_left(&engine, move |left| left.id == id).await?;
    }
    engine.tasks.spawn(give_back(engine.clone()));
    done
}

fn prefix(actor: &Actor) -> Option<String> {
    match &actor.who {
        Who::Key { prefix, .. } => Some(prefix.clone()),
        Who::User { .. } | Who::Embed { .. } | Who::System => None,
    }
}

fn metadata(purge: &Purge, deleted: u64, prefix: Option<&str>) -> Value {
    let mut metadata = json!({"type": purge.kind.as_str(), "deleted_count": deleted, "older_than": purge.older_than});
    let narrowed = [
        ("topic", purge.topic.as_ref().map(|topic| topic.text().to_owned())),
        ("status", purge.status.clone()),
        ("webhook_id", purge.webhook.map(|id| id.to_string())),
        ("api_key_prefix", prefix.map(str::to_owned)),
    ];
    for (name, value) in narrowed {
        if let Some(value) = value {
            metadata[name] = json!(value);
        }
    }
    metadata
}
