//! Handing out every row of a list, however many there are: a task reads them in chunks, never
//! more than one ahead of the caller, and the audit log tells how many left. It knows no format.

use super::Engine;
use super::audit::{self, Entry};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Result};
use crate::domain::access::Actor;
use serde_json::json;
use std::sync::Arc;
use tokio::sync::mpsc;

/// What is wanted, and under which words the audit log remembers it.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    /// What the rows are, e.g. `audit_log`.
    pub kind: &'static str,
    pub format: &'static str,
    /// Rows in all; `None` is every one.
    pub limit: Option<usize>,
    /// Rows of one read, so that neither a reader of the store nor memory is held for long.
    pub chunk: usize,
}

/// Rows on their way to a caller.
#[derive(Debug)]
pub struct Export<R> {
    parts: mpsc::Receiver<Result<Part<R>>>,
}

#[derive(Debug)]
enum Part<R> {
    Rows(Vec<R>),
    /// Without it the rows are not all: whoever reads them must not take them for complete.
    End,
}

impl<R> Export<R> {
    /// The next rows, newest first. `None` when these were all and the audit log says so; an error
    /// when there are more that cannot be had.
    pub async fn next(&mut self) -> Result<Option<Vec<R>>> {
        match self.parts.recv().await {
            Some(Ok(Part::Rows(rows))) => Ok(Some(rows)),
            Some(Ok(Part::End)) => Ok(None),
            Some(Err(error)) => Err(error),
            None => Err(Error::internal("an export broke off")),
        }
    }
}

/// Begins to read. `read` gives the page of a list; it is asked again with the cursor it answered.
pub(super) fn start<R, T, F, P>(engine: &Arc<Engine>, actor: &Actor, order: Order, read: F) -> Export<R>
where
    R: Send + 'static,
    T: Send + 'static,
    F: Fn(Arc<Engine>, Page<T>) -> P + Send + Sync + 'static,
    P: Future<Output = Result<Slice<R, T>>> + Send + 'static,
{
    // One part waits while the one before it is sent: a slow caller is not read ahead of.
    let (to, parts) = mpsc::channel(1);
    let task = Task { engine: engine.clone(), actor: actor.clone(), order, to, sent: 0 };
    engine.tasks.spawn(task.run(read));
    Export { parts }
}

/// The reading end of an export; it ends soon after its caller is gone.
struct Task<R> {
    engine: Arc<Engine>,
    actor: Actor,
    order: Order,
    to: mpsc::Sender<Result<Part<R>>>,
    /// Rows that left.
    sent: u64,
}

impl<R: Send + 'static> Task<R> {
    async fn run<T: Send, F, P>(mut self, read: F)
    where
        F: Fn(Arc<Engine>, Page<T>) -> P,
        P: Future<Output = Result<Slice<R, T>>>,
    {
        let mut last = self.pour(read).await;
        // The entry comes before the end: what is complete is also recorded, and so is what broke
        // off after rows had left.
        if last.is_ok() || self.sent > 0 {
            last = self.record().await.and(last);
        }
        if let Err(error) = &last {
            tracing::warn!(kind = self.order.kind, rows = self.sent, ?error, "an export broke off");
        }
        // Nobody is left to tell when the caller is gone.
        let _ = self.to.send(last.map(|()| Part::End)).await;
    }

    /// Sends rows until all are sent or the caller is gone.
    async fn pour<T, F, P>(&mut self, read: F) -> Result<()>
    where
        F: Fn(Arc<Engine>, Page<T>) -> P,
        P: Future<Output = Result<Slice<R, T>>>,
    {
        let (mut left, mut before) = (self.order.limit.unwrap_or(usize::MAX), None);
        while left > 0 && !self.to.is_closed() {
            let page = Page { limit: left.min(self.order.chunk), before };
            let Slice { rows, next } = read(self.engine.clone(), page).await?;
            let count = rows.len();
            if count > 0 && self.to.send(Ok(Part::Rows(rows))).await.is_ok() {
                self.sent += count as u64;
            }
            left = left.saturating_sub(count);
            before = next;
            if before.is_none() {
                break;
            }
        }
        Ok(())
    }

    async fn record(&self) -> Result<()> {
        let (engine, actor, rows) = (self.engine.clone(), self.actor.clone(), self.sent);
        let Order { kind, format, .. } = self.order;
        let write = self.engine.store.write(move |tx| {
            let metadata = json!({ "type": kind, "format": format, "rows": rows });
            audit::record(tx, &engine, Entry::of(&actor, "data.exported", kind, None, metadata))
        });
        write.await
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestEngine, owner};
    use super::*;
    use crate::base::{Id, Kind};
    use std::sync::atomic::{AtomicUsize, Ordering};

    const ORDER: Order = Order { kind: "number", format: "csv", limit: None, chunk: 3 };

    fn id(n: usize) -> Id<()> {
        Id::from_bytes(&(n as u128 + 1).to_be_bytes()).expect("16 bytes")
    }

    /// Numbers downwards from `count`, by cursors, counting how often it is asked.
    fn numbers(
        count: usize,
        asked: Arc<AtomicUsize>,
    ) -> impl Fn(Arc<Engine>, Page<()>) -> std::future::Ready<Result<Slice<usize, ()>>> {
        move |_, page| {
            asked.fetch_add(1, Ordering::Relaxed);
            let below = (0..=count).rev().find(|n| page.before.is_none_or(|before| id(*n) < before)).unwrap_or(0);
            let rows: Vec<usize> = (1..=below).rev().take(page.limit).collect();
            let next = rows.last().filter(|last| **last > 1).map(|last| id(*last));
            std::future::ready(Ok(Slice { rows, next }))
        }
    }

    async fn exported(engine: &TestEngine) -> Vec<String> {
        let all = engine.audited().await;
        all.into_iter().filter(|(action, _)| action == "data.exported").map(|(_, metadata)| metadata).collect()
    }

    #[tokio::test]
    async fn all_rows_come_once_and_are_recorded_before_the_end() {
        let engine = TestEngine::new();
        let actor = owner(&engine, &engine.register("ana@example.org").await).await;
        for (count, limit, rows) in [(10, None, 10), (9, None, 9), (0, None, 0), (10, Some(4), 4), (10, Some(99), 10)] {
            let before = exported(&engine).await.len();
            let mut export = start(&engine, &actor, Order { limit, ..ORDER }, numbers(count, Arc::default()));
            let mut got = Vec::new();
            while let Some(part) = export.next().await.expect("rows") {
                assert!(part.len() <= 3);
                got.extend(part);
            }
            assert_eq!(got, (1..=count).rev().take(rows).collect::<Vec<_>>());
            let entries = exported(&engine).await;
            let wanted = format!(r#"{{"type":"number","format":"csv","rows":{rows}}}"#);
            assert_eq!((entries.len(), entries.last()), (before + 1, Some(&wanted)));
        }
    }

    #[tokio::test]
    async fn nothing_is_read_ahead_of_a_slow_caller() {
        let engine = TestEngine::new();
        let actor = owner(&engine, &engine.register("ana@example.org").await).await;
        let asked = Arc::new(AtomicUsize::new(0));
        let mut export = start(&engine, &actor, ORDER, numbers(1000, asked.clone()));
        for taken in 1..20 {
            export.next().await.expect("rows");
            for _ in 0..50 {
                tokio::task::yield_now().await;
            }
            let ahead = asked.load(Ordering::Relaxed) - taken;
            assert!(ahead <= 2, "one part waits and one is ready to: {ahead}");
        }
        // Who leaves early is recorded with what had left by then.
        drop(export);
        while exported(&engine).await.is_empty() {
            tokio::task::yield_now().await;
        }
        let entry = &exported(&engine).await[0];
        let rows = [57, 60].map(|rows| format!(r#"{{"type":"number","format":"csv","rows":{rows}}}"#));
        assert!(rows.contains(entry), "{entry}");
    }

    #[tokio::test]
    async fn a_failure_is_no_end() {
        let engine = TestEngine::new();
        let actor = owner(&engine, &engine.register("ana@example.org").await).await;
        let all = numbers(10, Arc::default());
        let mut export = start(&engine, &actor, ORDER, move |engine, page| {
            let slice = all(engine, page);
            async move { if page.before.is_some() { Err(Error::unavailable()) } else { slice.await } }
        });
        assert_eq!(export.next().await.expect("the first rows"), Some(vec![10, 9, 8]));
        assert_eq!(export.next().await.expect_err("no more").kind(), Kind::Unavailable);
        assert_eq!(exported(&engine).await, [r#"{"type":"number","format":"csv","rows":3}"#]);
        // What fails at once hands out nothing and leaves no entry.
        let fails = |_, _: Page<()>| std::future::ready(Err::<Slice<usize, ()>, _>(Error::unavailable()));
        let mut export = start(&engine, &actor, ORDER, fails);
        assert!(export.next().await.is_err());
        assert_eq!(exported(&engine).await.len(), 1);
    }
}
