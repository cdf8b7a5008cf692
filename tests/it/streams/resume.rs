//! Resuming: across breaks and restarts nothing is lost and nothing comes twice.

use super::{Sse, Told};
use crate::support::{Account, Daemon, Receiver};
use serde_json::json;
use std::collections::BTreeSet;

/// Sends so many events from several connections and returns their ids.
fn send(account: &Account, count: usize) -> BTreeSet<String> {
    std::thread::scope(|scope| {
        let tasks: Vec<_> = (0..4)
            .map(|task| {
                scope.spawn(move || {
                    let own = (0..count).filter(|n| n % 4 == task);
                    own.map(|n| account.event("t.x", json!({"n": n}))).collect::<Vec<_>>()
                })
            })
            .collect();
        tasks.into_iter().flat_map(|task| task.join().unwrap()).collect()
    })
}

#[test]
fn nothing_is_lost_or_doubled_across_breaks_and_restarts() {
    let (mut daemon, receiver) = (Daemon::start(), Receiver::start());
    let account = daemon.register();
    account.webhook(&receiver.url("/hook"), json!({}));
    let mut stream = Sse::open(&account, &account.key, "", &[]);
    let (mut sent, mut told): (BTreeSet<String>, Vec<Told>) = Default::default();
    for round in 0..3 {
        sent.extend(send(&account, 40));
        // A part is read, the rest is missed.
        told.extend((0..15).map(|_| stream.must()));
        drop(stream);
        sent.extend(send(&account, 20));
        match round {
            0 => {}
            1 => {
                daemon.stop();
                daemon.restart();
            }
            _ => {
                daemon.kill9();
                daemon.restart();
            }
        }
        sent.extend(send(&account, 5));
        let last = told.last().and_then(|t| t.id.clone()).expect("an id");
        stream = match round {
            0 => Sse::open(&account, &account.key, &format!("?last_event_id={last}"), &[]),
            // The header wins.
            _ => Sse::open(&account, &account.key, "?last_event_id=1", &[("Last-Event-ID", &last)]),
        };
    }
    let (mut events, mut outcomes) = (Vec::new(), BTreeSet::new());
    loop {
        for one in told.drain(..) {
            match one.kind() {
                "event.created" => events.push(one.field("id").to_owned()),
                // A kill may have cost an answer: then the attempt is made again and told again.
                _ => drop(outcomes.insert(one.field("event_id").to_owned())),
            }
        }
        if events.len() >= sent.len() && outcomes.len() >= sent.len() {
            break;
        }
        told.push(stream.must());
    }
    assert_eq!(events.len(), sent.len(), "an event came twice");
    assert_eq!(events.iter().cloned().collect::<BTreeSet<_>>(), sent);
    assert_eq!(outcomes, sent);
    assert!(events.is_sorted(), "ids are in the order of commits");
}

#[test]
fn places_rise_and_one_is_enough() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let mut stream = Sse::open(&account, &account.key, "", &[]);
    let ids: Vec<String> = (0..5).map(|n| account.event("a", json!({"n": n}))).collect();
    let told: Vec<Told> = (0..5).map(|_| stream.must()).collect();
    let places: Vec<u64> = told.iter().map(|t| t.id.as_ref().unwrap().parse().unwrap()).collect();
    assert!(places.is_sorted_by(|a, b| a < b) && told.iter().all(|t| t.id.as_ref().unwrap().len() <= 64));
    // The id of an event is a place, too.
    let mut sent = ids.clone();
    for after in [told[1].id.clone().unwrap(), ids[1].clone()] {
        let mut again = Sse::open(&account, &account.key, "", &[("Last-Event-ID", &after)]);
        assert_eq!(again.events(sent.len() - 2), sent[2..]);
        let live = account.event("a", json!({}));
        assert_eq!((again.events(1), stream.events(1)), (vec![live.clone()], vec![live.clone()]));
        sent.push(live);
    }
}

#[test]
fn what_is_not_known_is_a_gap() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let mut stream = Sse::open(&account, &account.key, "", &[]);
    let first = account.event("a", json!({}));
    let place = stream.must().id.unwrap();
    for after in ["12-3", "1", "999999999999999999", "x"] {
        let mut again = Sse::open(&account, &account.key, "", &[("Last-Event-ID", after)]);
        let gap = again.must();
        assert_eq!((gap.kind(), &gap.id, gap.field("requested")), ("gap", &None, after));
        // From the place it names everything that is stored can be had.
        let oldest = gap.field("oldest").to_owned();
        assert!(oldest.parse::<u64>().unwrap() < place.parse().unwrap());
        let mut whole = Sse::open(&account, &account.key, "", &[("Last-Event-ID", &oldest)]);
        assert_eq!(whole.events(1), [first.as_str()]);
        let live = account.event("a", json!({}));
        assert_eq!(again.events(1), [live]);
    }
}
