//! What the tests of the store share: a database in a temporary folder, rows to put into it, and
//! the plan of a statement. Every store function is judged on a real file.

use super::intake::{self, NewDelivery};
use super::queue::{self, Settled};
use super::sql::Value;
use super::{Options, Snapshot, Store, Tx, deliveries, webhooks};
use crate::base::id::IdSource;
use crate::base::page::{Page, Slice};
use crate::base::{Id, Json, Result, Timestamp};
use crate::domain::delivery::{DeliveryId, Status};
use crate::domain::event::{Draft, Event, EventId};
use crate::domain::project::ProjectId;
use crate::domain::webhook::{NewWebhook, WebhookId};
use crate::params;
use std::sync::Arc;

pub(super) struct Db {
    _dir: tempfile::TempDir,
    pub store: Store,
    pub ids: Arc<IdSource>,
    pub project: ProjectId,
}

impl Db {
    pub fn open() -> Db {
        let dir = tempfile::tempdir().expect("dir");
        let options = Options { path: dir.path().join("t.db"), full_sync: false, cache_mb: 4 };
        let (store, ()) = Store::open(&options, |_| Ok(())).expect("opens");
        let ids = IdSource::default();
        let project = ids.next();
        Db { _dir: dir, store, ids: Arc::new(ids), project }
    }

    pub fn path(&self) -> std::path::PathBuf {
        self._dir.path().join("t.db")
    }

    pub async fn write<T: Send + 'static>(&self, f: impl FnOnce(&Tx<'_>) -> Result<T> + Send + 'static) -> T {
        self.store.write(f).await.expect("writes")
    }

    pub async fn read<T: Send + 'static>(&self, f: impl FnOnce(&Snapshot<'_>) -> Result<T> + Send + 'static) -> T {
        self.store.read(f).await.expect("reads")
    }

    pub async fn webhook(&self) -> WebhookId {
        let (id, project) = (self.ids.next(), self.project);
        let body = Json::parse(r#"{"url":"https://example.com/hook","topics":["a.*"]}"#).expect("json");
        let new = NewWebhook::read(body.as_object().expect("object"), &Default::default()).expect("valid");
        let webhook = new.create(id);
        self.write(move |tx| webhooks::insert(tx, project, &webhook, &Default::default())).await;
        id
    }
}

/// Reads a body as an event and stores it.
pub(super) fn event(tx: &Tx<'_>, project: ProjectId, id: EventId, body: &str) -> Result<Event> {
    let Json::Object(members) = Json::parse(body)? else { panic!("{body}") };
    let event = Draft::read(members, None, id.time())?.accept(id);
    let topic: Option<Arc<str>> = event.topic.as_deref().map(Into::into);
    intake::insert_event(tx, project, &event, intake::Beside { topic: topic.as_ref(), ..Default::default() })?;
    Ok(event)
}

/// Stores a pending delivery that is due at its creation.
pub(super) fn delivery(
    tx: &Tx<'_>,
    project: ProjectId,
    id: DeliveryId,
    event: EventId,
    webhook: WebhookId,
) -> Result<()> {
    intake::insert_delivery(tx, &NewDelivery::new(project, id, event, webhook))
}

/// What an attempt that succeeds makes of a delivery that was claimed when it was new.
pub(super) fn result(project: ProjectId, id: DeliveryId, webhook: WebhookId) -> Settled {
    let now = Timestamp::now();
    Settled {
        project,
        id,
        event: Id::MIN,
        webhook,
        directed: false,
        inbound: false,
        claim: queue::FRESH,
        was: Status::Pending,
        status: Status::Success,
        attempt: 1,
        due_at: None,
        started_at: now,
        latency_ms: 1,
        response_status: Some(200),
        error: None,
        destination_ip: None,
        request_headers: "{}".to_owned(),
        request_body: None,
        response_headers: None,
        response_body: None,
        logged: None,
        now,
    }
}

/// Settles a pending delivery without a trace of how.
pub(super) fn settled(tx: &Tx<'_>, project: ProjectId, id: DeliveryId, status: Status) -> Result<()> {
    let sql = "UPDATE deliveries SET status = ?3, due_at = NULL, attempts = 1 WHERE project_id = ?1 AND id = ?2";
    let found = deliveries::find(tx, project, id)?.expect("stored").delivery;
    queue::count_move(tx, found.webhook, id, found.status, status);
    tx.exec(sql, params![&project, &id, status.code()]).map(drop)
}

/// Follows a list to its end, page by page.
pub(super) fn pages<R, T>(limit: usize, mut list: impl FnMut(Page<T>) -> Result<Slice<R, T>>) -> Result<Vec<R>> {
    let (mut rows, mut before) = (Vec::new(), None);
    loop {
        let slice = list(Page { limit, before })?;
        assert!(slice.rows.len() <= limit);
        rows.extend(slice.rows);
        match slice.next {
            None => return Ok(rows),
            Some(next) => {
                assert!(before.is_none_or(|b: Id<T>| next < b), "the cursor goes on");
                before = Some(next);
            }
        }
    }
}

/// The plan of a statement in one line.
pub(super) fn plan(snap: &Snapshot<'_>, sql: &str) -> Result<String> {
    let unbound = vec![Value::Null; (1..10).filter(|n| sql.contains(&format!("?{n}"))).count()];
    let steps = snap.all(&format!("EXPLAIN QUERY PLAN {sql}"), &unbound, |row| row.text(3))?;
    Ok(steps.join("; "))
}

/// A small reproducible source of choices.
pub(super) struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    pub fn maybe<T>(&mut self, one_in: u64, value: impl FnOnce(&mut Dice) -> T) -> Option<T> {
        (self.roll(one_in) == 0).then(|| value(self))
    }
}
