//! Lanes as a table of moments: what starts, what is asked of the table, when they wake.

use super::*;
use crate::base::Id;
use crate::base::id::IdSource;
use crate::base::json::Members;
use crate::domain::event::Draft;
use crate::engine::dispatch::Carried;
use std::sync::Arc;
use std::time::Duration;

struct Bench {
    lanes: Lanes,
    ids: IdSource,
    now: Timestamp,
}

impl Bench {
    fn new(total: usize) -> Bench {
        Bench {
            lanes: Lanes::new(total, &[], HashSet::new(), Arc::default()),
            ids: IdSource::default(),
            now: Timestamp::from_secs(1_790_000_000),
        }
    }

    fn profile(&self) -> Profile {
        let (webhook, project) = (self.ids.next(), self.ids.next());
        Profile { webhook, project, circuit: Circuit::default(), limits: RateLimit::default() }
    }

    /// A lane that knows that the table has nothing for it.
    fn ready(&mut self, profile: Profile) -> Profile {
        self.lanes.open(profile);
        self.lanes.claim_done(profile.webhook, [false; 2], None);
        profile
    }

    fn job(&self, webhook: WebhookId) -> Job {
        self.job_of(Id::MIN, webhook)
    }

    fn job_of(&self, project: ProjectId, webhook: WebhookId) -> Job {
        let event = Draft::read(Members::default(), None, self.now).expect("reads").accept(self.ids.next());
        let carried = Carried::new(project, event);
        Job::first(self.ids.next(), webhook, Arc::new(carried), None, None)
    }

    /// Reserves and fulfils `n` deliveries, then pumps.
    fn offer(&mut self, profile: Profile, n: usize) -> Vec<Action> {
        let mut actions = Vec::new();
        for _ in 0..n {
            let job = self.job(profile.webhook);
            self.lanes.reserve(profile, job.size(), 0).expect("room");
            self.lanes.fulfil(job);
            self.lanes.pump(profile.webhook, self.now, &mut actions);
        }
        actions
    }

    fn finish(&mut self, webhook: WebhookId, overloaded: bool) -> Vec<Action> {
        let mut actions = Vec::new();
        let slot = Slot { webhook, probe: false, replayed: false };
        self.lanes.finished(slot, None, overloaded, self.now, &mut actions);
        actions
    }

    fn pump(&mut self, webhook: WebhookId) -> Vec<Action> {
        let mut actions = Vec::new();
        self.lanes.pump(webhook, self.now, &mut actions);
        actions
    }

    fn after(&mut self, duration: Duration) {
        self.now = self.now.plus(duration);
    }
}

fn started(actions: &[Action]) -> usize {
    actions.iter().filter(|a| matches!(a, Action::Start(_))).count()
}

fn claims(actions: &[Action]) -> Vec<usize> {
    let limit = |a: &Action| if let Action::Claim { want, .. } = a { Some(want.limit) } else { None };
    actions.iter().filter_map(limit).collect()
}

#[test]
fn the_window_bounds_what_is_in_flight_and_grows_while_full() {
    let mut bench = Bench::new(1024);
    let lane = bench.profile();
    let lane = bench.ready(lane);
    let actions = bench.offer(lane, 40);
    assert_eq!(started(&actions), 16);
    assert_eq!(started(&bench.finish(lane.webhook, false)), 2);
    assert_eq!(bench.lanes.in_flight(), 17);
    assert_eq!(started(&bench.finish(lane.webhook, true)), 0);
    assert_eq!(bench.lanes.in_flight(), 16);
}

#[test]
fn a_new_lane_looks_at_the_table_first() {
    let mut bench = Bench::new(1024);
    let lane = bench.profile();
    assert_eq!(bench.lanes.reserve(lane, 10, 0), Err(None));
    assert_eq!(claims(&bench.pump(lane.webhook)), [CLAIM]);
    assert_eq!(claims(&bench.pump(lane.webhook)), [0; 0], "one claim at a time");
    let later = bench.now.plus(Duration::from_secs(9));
    bench.lanes.claim_done(lane.webhook, [false; 2], Some(later));
    bench.lanes.take_in(lane.webhook, vec![bench.job(lane.webhook)]);
    assert_eq!(started(&bench.pump(lane.webhook)), 1);
    assert_eq!(bench.lanes.next_wake(), Some(later));
    assert!(bench.lanes.reserve(lane, 10, 0).is_ok());
}

#[test]
fn what_does_not_fit_waits_in_the_table_and_keeps_its_order() {
    let mut bench = Bench::new(1);
    let lane = bench.profile();
    let lane = bench.ready(lane);
    bench.offer(lane, HELD_PER_LANE + 1);
    assert_eq!(bench.lanes.reserve(lane, 10, 0), Err(None));
    for _ in 0..100 {
        bench.finish(lane.webhook, false);
    }
    assert_eq!(bench.lanes.reserve(lane, 10, 0), Err(None), "nothing overtakes the rows in the table");
}

#[test]
fn replayed_ones_go_one_by_one_beside_live_ones_where_a_receiver_is_fast() {
    let mut bench = Bench::new(1024);
    let lane = bench.profile();
    let Profile { webhook, .. } = bench.ready(lane);
    let replay = bench.ids.next();
    let replayed = |job: Job| Job { priority: 1, replay: Some(replay), ..job };
    let end = |bench: &mut Bench, replayed| {
        let (slot, mut actions) = (Slot { webhook, probe: false, replayed }, Vec::new());
        bench.lanes.finished(slot, Some(Duration::from_micros(200)), false, bench.now, &mut actions);
        started(&actions)
    };
    assert_eq!(started(&bench.offer(lane, 1)), 1);
    assert_eq!(end(&mut bench, false), 0, "its answer says how fast the receiver is");
    bench.lanes.live.note(bench.now);
    let rows = (0..30).map(|_| replayed(bench.job(webhook))).collect();
    bench.lanes.take_in(webhook, rows);
    assert_eq!(started(&bench.pump(webhook)), 1);
    assert_eq!(started(&bench.offer(lane, 2)), 2, "live ones wait for none of them");
    assert_eq!(end(&mut bench, false), 0);
    assert_eq!(end(&mut bench, true), 1, "the next one");
    let retry = Job { attempts: 1, ..replayed(bench.job(webhook)) };
    bench.lanes.lane(webhook).expect("is there").ready[1].push_front(retry);
    assert_eq!(started(&bench.pump(webhook)), 1, "a retry is no first attempt");
    bench.after(Duration::from_secs(2));
    assert_eq!(started(&bench.pump(webhook)), 13, "alone they take the whole window");
}

#[test]
fn replayed_ones_are_held_from_birth_and_leave_room() {
    let mut bench = Bench::new(1);
    let lane = bench.profile();
    let lane = bench.ready(lane);
    let replay = bench.ids.next();
    bench.offer(lane, 1);
    for _ in 0..HELD_BEHIND {
        let job = Job { priority: 1, replay: Some(replay), ..bench.job(lane.webhook) };
        bench.lanes.reserve(lane, job.size(), 1).expect("room");
        bench.lanes.fulfil(job);
    }
    assert_eq!(bench.lanes.reserve(lane, 10, 1), Err(None), "the rest waits in the table");
    assert!(bench.lanes.reserve(lane, 10, 0).is_ok(), "and no live one for it");
}

#[test]
fn what_comes_after_first_attempts_does_not_hold_them_up() {
    let mut bench = Bench::new(1);
    let lane = bench.profile();
    let lane = bench.ready(lane);
    let behind = |job: Job| Job { priority: 1, ..job };
    bench.offer(lane, 1);
    let (mut actions, now) = (Vec::new(), bench.now);
    bench.lanes.schedule_behind(lane.project, lane.webhook, now, &mut actions);
    assert!(matches!(actions[..], [Action::Claim { want: Want { behind: true, .. }, .. }]), "{actions:?}");
    bench.lanes.claim_done(lane.webhook, [false, true], None);
    let rows = (0..CLAIM).map(|_| behind(bench.job(lane.webhook))).collect();
    bench.lanes.take_in(lane.webhook, rows);
    assert!(bench.pump(lane.webhook).is_empty(), "one is in flight, and there is enough behind it");
    assert_eq!(bench.lanes.reserve(lane, 10, 1), Err(None), "its like in the table is not overtaken");
    // A live delivery is held in memory and goes next.
    let job = bench.job(lane.webhook);
    let id = job.id;
    bench.lanes.reserve(lane, job.size(), 0).expect("room");
    bench.lanes.fulfil(job);
    let actions = bench.finish(lane.webhook, false);
    assert!(matches!(&actions[..], [Action::Start(job)] if job.id == id), "{actions:?}");
    // One that had to go into the table is fetched at once, alone.
    let mut actions = Vec::new();
    bench.lanes.schedule(lane.project, lane.webhook, now, now, &mut actions);
    assert!(matches!(actions[..], [Action::Claim { want: Want { behind: false, .. }, .. }]), "{actions:?}");
}

#[test]
fn memory_is_bounded_over_all_lanes_and_starves_none() {
    let mut bench = Bench::new(1);
    let (big, small) = (bench.profile(), bench.profile());
    let (big, small) = (bench.ready(big), bench.ready(small));
    assert!(bench.lanes.reserve(big, HELD_BYTES, 0).is_ok());
    assert_eq!(bench.lanes.reserve(small, weight(10), 0), Err(None));
    let actions = bench.pump(small.webhook);
    assert!(matches!(actions[..], [Action::Claim { want: Want { bytes: 1, .. }, .. }]), "{actions:?}");
    bench.lanes.unreserve(big.webhook, HELD_BYTES, bench.now);
    bench.lanes.claim_done(small.webhook, [false; 2], None);
    assert!(bench.lanes.reserve(small, weight(10), 0).is_ok());
}

#[test]
fn broken_promises_leave_no_lane_asleep() {
    let mut bench = Bench::new(1024);
    let lane = bench.profile();
    let lane = bench.ready(lane);
    for _ in 0..100 {
        bench.lanes.reserve(lane, weight(10), 0).expect("room");
    }
    let mut actions = Vec::new();
    bench.lanes.schedule(lane.project, lane.webhook, bench.now, bench.now, &mut actions);
    assert!(actions.is_empty(), "what is promised is enough for now: {actions:?}");
    let asked = (0..100).filter(|_| bench.lanes.unreserve(lane.webhook, weight(10), bench.now)).count();
    assert_eq!((asked, bench.lanes.next_wake()), (1, Some(bench.now)));
    assert_eq!(bench.lanes.take_due(bench.now), [lane.webhook]);
    assert!(matches!(bench.pump(lane.webhook)[..], [Action::Claim { .. }]));
}

#[test]
fn of_many_retries_by_hand_one_is_the_probe() {
    let mut bench = Bench::new(1024);
    let lane = bench.profile();
    let lane = bench.ready(lane);
    let now = bench.now;
    let circuit = &mut bench.lanes.lane(lane.webhook).expect("open").circuit;
    for _ in 0..5 {
        circuit.on_failure(false, now, 0.0);
    }
    let reopen = circuit.reopen_at.expect("opened");
    let mut actions = Vec::new();
    for _ in 0..3 {
        let job = bench.job(lane.webhook);
        bench.lanes.probe(job, now, &mut actions);
    }
    assert_eq!((started(&actions), bench.lanes.in_flight()), (1, 1));
    let back =
        |a: &&Action| matches!(a, Action::Release { ids, due_at, .. } if ids.len() == 1 && *due_at == Some(reopen));
    assert_eq!(actions.iter().filter(back).count(), 2, "{actions:?}");
}

#[test]
fn an_open_circuit_postpones_and_lets_one_probe_through() {
    let mut bench = Bench::new(1024);
    let lane = bench.profile();
    let lane = bench.ready(lane);
    bench.offer(lane, 20);
    let now = bench.now;
    let circuit = &mut bench.lanes.lane(lane.webhook).expect("open").circuit;
    for _ in 0..5 {
        circuit.on_failure(false, now, 0.0);
    }
    let reopen = circuit.reopen_at.expect("opened");
    let actions = bench.finish(lane.webhook, true);
    let released = actions
        .iter()
        .find_map(|a| if let Action::Release { ids, due_at, .. } = a { Some((ids.len(), *due_at)) } else { None });
    assert_eq!(released, Some((4, Some(reopen))));
    assert_eq!((started(&actions), bench.lanes.next_wake()), (0, Some(reopen)));
    assert_eq!(bench.lanes.reserve(lane, 10, 0), Err(Some(reopen)));
    while bench.lanes.in_flight() > 0 {
        assert_eq!(started(&bench.finish(lane.webhook, true)), 0);
    }

    bench.now = reopen;
    assert_eq!(bench.lanes.take_due(reopen), [lane.webhook]);
    assert_eq!(claims(&bench.pump(lane.webhook)), [1]);
    bench.lanes.claim_done(lane.webhook, [true; 2], None);
    bench.lanes.take_in(lane.webhook, vec![bench.job(lane.webhook)]);
    let actions = bench.pump(lane.webhook);
    assert!(matches!(&actions[..], [Action::Start(job)] if job.probe), "{actions:?}");
    assert_eq!((started(&bench.pump(lane.webhook)), claims(&bench.pump(lane.webhook))), (0, vec![]));

    let open = bench.lanes.lane(lane.webhook).expect("open");
    open.circuit.on_success(true);
    open.has_backlog();
    assert_eq!(claims(&bench.finish(lane.webhook, false)), [CLAIM]);
}

#[test]
fn a_rate_limit_defers_to_the_window_that_frees() {
    let mut bench = Bench::new(1024);
    let mut lane = bench.profile();
    lane.limits.per_second = Some(2);
    let lane = bench.ready(lane);
    assert_eq!(started(&bench.offer(lane, 5)), 2);
    let free = bench.lanes.next_wake().expect("wakes");
    assert_eq!(free, bench.now.plus(Duration::from_secs(1)));
    assert_eq!(bench.lanes.lane(lane.webhook).and_then(|l| l.rate_free()), Some(free));
    bench.after(Duration::from_secs(1));
    bench.lanes.take_due(bench.now);
    assert_eq!(started(&bench.pump(lane.webhook)), 2);
}

#[test]
fn no_lane_holds_more_than_a_quarter_while_another_waits() {
    let mut bench = Bench::new(16);
    let (greedy, other) = (bench.profile(), bench.profile());
    let (greedy, other) = (bench.ready(greedy), bench.ready(other));
    assert_eq!(started(&bench.offer(greedy, 30)), 16);
    assert_eq!(started(&bench.offer(other, 3)), 0);
    for _ in 0..3 {
        let actions = bench.finish(greedy.webhook, false);
        assert!(matches!(&actions[..], [Action::Start(job), ..] if job.webhook == other.webhook), "{actions:?}");
        assert_eq!(bench.lanes.in_flight(), 16);
        bench.pump(other.webhook);
    }
}

#[test]
fn a_webhook_without_a_lane_wakes_the_timer_with_its_project() {
    let mut bench = Bench::new(16);
    let Profile { webhook, project, .. } = bench.profile();
    let (due, mut actions) = (bench.now.plus(Duration::from_secs(5)), Vec::new());
    bench.lanes.schedule(project, webhook, due, bench.now, &mut actions);
    assert!(matches!(actions[..], [Action::Rewake]));
    assert_eq!((bench.lanes.next_wake(), bench.lanes.project(webhook)), (Some(due), Some(project)));
    assert_eq!(bench.lanes.take_due(bench.now), []);
    assert_eq!(bench.lanes.take_due(due), [webhook]);
    bench.lanes.forget(webhook);
    assert_eq!((bench.lanes.next_wake(), bench.lanes.project(webhook)), (None, None));
}

#[test]
fn dropped_deliveries_give_their_memory_back() {
    let mut bench = Bench::new(1);
    let (one, two) = (bench.profile(), bench.profile());
    let (one, two) = (bench.ready(one), bench.ready(two));
    bench.offer(one, 3);
    bench.offer(two, 3);
    bench.lanes.drop_jobs(Some(one.webhook), |_| true);
    assert_eq!(bench.lanes.lane(one.webhook).map(|l| l.held()), Some(0));
    assert_eq!(bench.lanes.lane(two.webhook).map(|l| l.held()), Some(3));
    bench.lanes.drop_jobs(None, |_| true);
    assert_eq!(bench.lanes.held_bytes, 0);
}

#[test]
fn nothing_starts_while_paused_or_stopping() {
    for stop in [|lanes: &mut Lanes| lanes.paused = true, |lanes: &mut Lanes| lanes.stopping = true] {
        let mut bench = Bench::new(16);
        let lane = bench.profile();
        let lane = bench.ready(lane);
        let job = bench.job(lane.webhook);
        bench.lanes.reserve(lane, job.size(), 0).expect("room");
        bench.lanes.fulfil(job);
        stop(&mut bench.lanes);
        assert!(bench.pump(lane.webhook).is_empty());
    }
}

/// How many deliveries go back to the table as they were.
fn parked(actions: &[Action]) -> usize {
    let ids = |a: &Action| if let Action::Release { ids, due_at: None, .. } = a { ids.len() } else { 0 };
    actions.iter().map(ids).sum()
}

#[test]
fn a_held_project_rests_until_it_is_let_go() {
    let mut bench = Bench::new(1024);
    let (lane, other) = (bench.profile(), bench.profile());
    let (lane, other) = (bench.ready(lane), bench.ready(other));
    assert_eq!(started(&bench.offer(lane, 20)), 16);
    let mut actions = Vec::new();
    bench.lanes.hold(lane.project, true, bench.now, &mut actions);
    assert_eq!((parked(&actions), started(&actions)), (4, 0));
    assert_eq!(bench.lanes.held_bytes, 0);
    // What is in flight ends, and nothing follows.
    let actions = bench.finish(lane.webhook, false);
    assert!(actions.is_empty(), "{actions:?}");
    assert_eq!(bench.lanes.reserve(lane, 10, 0), Err(None));
    // A claim that was under way, a row that is due now and a retry by hand.
    bench.lanes.take_in(lane.webhook, vec![bench.job(lane.webhook)]);
    let mut actions = bench.pump(lane.webhook);
    bench.lanes.schedule(lane.project, lane.webhook, bench.now, bench.now, &mut actions);
    assert_eq!((actions.len(), parked(&actions)), (1, 1));
    let (job, mut actions) = (bench.job_of(lane.project, lane.webhook), Vec::new());
    bench.lanes.probe(job, bench.now, &mut actions);
    assert_eq!((actions.len(), parked(&actions)), (1, 1));
    assert_eq!((bench.lanes.next_wake(), bench.lanes.held_bytes), (None, 0));
    assert_eq!(started(&bench.offer(other, 1)), 1, "others go on");

    let mut actions = Vec::new();
    bench.lanes.hold(lane.project, false, bench.now, &mut actions);
    assert_eq!((claims(&actions), parked(&actions)), (vec![CLAIM], 0));
}

#[test]
fn a_held_project_without_lanes_is_woken_too() {
    let mut bench = Bench::new(1024);
    let lane = bench.profile();
    let backlog = [Backlog { project: lane.project, webhook: lane.webhook, next: bench.now }];
    bench.lanes = Lanes::new(1024, &backlog, HashSet::from([lane.project]), Arc::default());
    assert_eq!(bench.lanes.take_due(bench.now), [lane.webhook]);
    assert!(bench.lanes.is_held(lane.project) && bench.lanes.next_wake().is_none());
    bench.lanes.hold(lane.project, false, bench.now, &mut Vec::new());
    assert_eq!(bench.lanes.take_due(bench.now), [lane.webhook]);
    assert_eq!(bench.lanes.project(lane.webhook), Some(lane.project));
}

#[test]
fn an_erased_project_leaves_nothing_behind() {
    let mut bench = Bench::new(1024);
    let (lane, other) = (bench.profile(), bench.profile());
    let (lane, other) = (bench.ready(lane), bench.ready(other));
    bench.offer(lane, 1);
    bench.lanes.hold(lane.project, true, bench.now, &mut Vec::new());
    bench.lanes.forget_project(lane.project);
    assert!(bench.lanes.lane(lane.webhook).is_some(), "an attempt is under way");
    bench.finish(lane.webhook, false);
    bench.lanes.forget_project(lane.project);
    assert!(bench.lanes.lane(lane.webhook).is_none() && bench.lanes.lane(other.webhook).is_some());
    bench.lanes.take_in(lane.webhook, vec![bench.job(lane.webhook)]);
    assert_eq!((bench.lanes.held_bytes, bench.lanes.in_flight()), (0, 0));
}
