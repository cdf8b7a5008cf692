//! When a webhook is looked at, without a clock.

use super::*;
use crate::base::id::IdSource;

struct Bench {
    batches: Batches,
    ids: IdSource,
    project: ProjectId,
    now: Timestamp,
}

const BATCH: Batch = Batch { window: Duration::from_secs(60), max_size: 3 };

impl Bench {
    fn new() -> Bench {
        let ids = IdSource::default();
        Bench { batches: Batches::default(), project: ids.next(), ids, now: Timestamp::from_secs(1000) }
    }

    fn at(&self, secs: u64) -> Timestamp {
        self.now.plus(Duration::from_secs(secs))
    }

    fn join(&self, webhook: WebhookId, secs: u64) {
        self.batches.joined(self.project, webhook, BATCH, self.at(secs));
    }

    fn left(&self, webhook: WebhookId, secs: u64, count: usize) {
        self.batches.later(self.project, webhook, Left { at: self.at(secs), count, most: 3 });
    }

    fn due(&self, secs: u64) -> Option<WebhookId> {
        self.batches.take(self.at(secs)).map(|(_, webhook)| webhook)
    }
}

#[test]
fn the_oldest_event_sets_the_time() {
    let bench = Bench::new();
    let (a, b): (WebhookId, WebhookId) = (bench.ids.next(), bench.ids.next());
    bench.join(a, 0);
    bench.join(b, 5);
    bench.join(a, 30);
    assert_eq!(bench.batches.next(), Some(bench.at(60)));
    assert_eq!(bench.due(59), None);
    assert_eq!((bench.due(60), bench.due(60)), (Some(a), None));
    assert_eq!(bench.batches.next(), Some(bench.at(65)));
    bench.left(a, 90, 1);
    assert_eq!((bench.due(90), bench.due(90), bench.due(900)), (Some(b), Some(a), None));
    assert!(bench.batches.waiting().of.is_empty() && bench.batches.next().is_none());
}

#[test]
fn enough_events_are_due_at_once() {
    let bench = Bench::new();
    let a: WebhookId = bench.ids.next();
    bench.join(a, 0);
    bench.join(a, 1);
    assert_eq!(bench.due(1), None);
    bench.join(a, 2);
    assert_eq!(bench.due(2), Some(a));
    // What a look left counts on.
    bench.left(a, 62, 2);
    assert_eq!(bench.due(3), None);
    bench.join(a, 3);
    assert_eq!(bench.due(3), Some(a));
}

#[test]
fn what_joins_during_a_look_is_not_overlooked() {
    let bench = Bench::new();
    let a: WebhookId = bench.ids.next();
    bench.join(a, 0);
    assert_eq!(bench.due(60), Some(a));
    bench.join(a, 60);
    bench.left(a, 120, 2);
    assert_eq!(bench.batches.take(Timestamp::now()).map(|(_, webhook)| webhook), Some(a), "two and one are three");
}

#[test]
fn a_change_of_the_webhook_has_it_looked_at_now() {
    let bench = Bench::new();
    let (a, idle): (WebhookId, WebhookId) = (bench.ids.next(), bench.ids.next());
    bench.batches.joined(bench.project, a, BATCH, Timestamp::now());
    bench.batches.changed(a);
    bench.batches.changed(idle);
    assert_eq!(bench.batches.take(Timestamp::now()).map(|(_, webhook)| webhook), Some(a));
    assert_eq!(bench.batches.next(), None);
}

#[test]
fn a_start_looks_at_everything() {
    let bench = Bench::new();
    let webhooks = [(bench.project, bench.ids.next(), 7), (bench.project, bench.ids.next(), 1)];
    let batches = Batches::found(&webhooks, bench.now);
    assert_eq!(batches.next(), Some(bench.now));
    assert!(batches.take(bench.now).is_some() && batches.take(bench.now).is_some());
    assert!(batches.take(bench.now).is_none());
}
