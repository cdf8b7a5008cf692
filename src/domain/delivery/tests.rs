//! What attempts and manual retries make of deliveries.

use super::super::attempt::Failure;
use super::super::circuit::State;
use super::*;
use crate::base::Json;
use std::time::Duration;

const NOW: Timestamp = Timestamp::from_secs(1_768_473_000);

fn attempted(answer: &Answer, attempts: u32, cycle_start: u32) -> Attempted<'_> {
    Attempted { attempts, cycle_start, answer, probe: false, now: NOW, chances: [0.5, 0.0] }
}

fn status(code: u16) -> Answer {
    Answer::Status { code, retry_after: None }
}

#[test]
fn the_table_of_settlements() {
    let wait = |code, seconds| Answer::Status { code, retry_after: Some(Duration::from_secs(seconds)) };
    // answer, attempts before, cycle start, due in seconds, dead, error
    for (answer, attempts, start, due, dead, error) in [
        (status(200), 0, 0, None, false, None),
        (status(204), 4, 0, None, false, None),
        (status(500), 0, 0, Some(60), false, Some("HTTP 500")),
        (status(500), 1, 0, Some(300), false, Some("HTTP 500")),
        (status(500), 3, 0, Some(3600), false, Some("HTTP 500")),
        (status(500), 4, 0, None, true, Some("HTTP 500")),
        (status(500), 5, 5, Some(60), false, Some("HTTP 500")),
        (status(500), 9, 5, None, true, Some("HTTP 500")),
        (status(404), 0, 0, None, true, Some("HTTP 404")),
        (status(302), 0, 0, Some(60), false, Some("HTTP 302: redirects are not followed")),
        (wait(429, 120), 0, 0, Some(120), false, Some("HTTP 429")),
        (wait(503, 10), 0, 0, Some(60), false, Some("HTTP 503")),
        (wait(503, 86_400), 0, 0, Some(3600), false, Some("HTTP 503")),
        (wait(500, 120), 0, 0, Some(60), false, Some("HTTP 500")),
        (wait(503, 120), 4, 0, None, true, Some("HTTP 503")),
        (Answer::Nothing(Failure::Timeout), 2, 0, Some(900), false, Some("Timeout")),
        (Answer::Nothing(Failure::Blocked), 0, 0, None, true, Some("Destination address not allowed")),
    ] {
        let done = settle(&attempted(&answer, attempts, start), &RetryPlan::default(), &mut Circuit::default());
        let expected = Settlement {
            outcome: answer.outcome(&RetryPlan::default()),
            attempts: attempts + 1,
            status: if error.is_some() { Status::Failed } else { Status::Success },
            due_at: due.map(|s| NOW.plus(Duration::from_secs(s))),
            error: error.map(str::to_owned),
            dead,
            change: None,
        };
        assert_eq!(done, expected, "{answer:?} {attempts} {start}");
    }
}

#[test]
fn one_attempt_only_dies_at_once() {
    let config = Json::parse(r#"{"max_attempts":1}"#).expect("parses");
    let plan = RetryPlan::compile(&config).expect("compiles");
    assert!(settle(&attempted(&status(500), 0, 0), &plan, &mut Circuit::default()).dead);
}

#[test]
fn attempts_are_counted_in_the_circuit() {
    let plan = RetryPlan::default();
    let mut circuit = Circuit { failures: 4, ..Circuit::default() };
    let done = settle(&attempted(&status(500), 0, 0), &plan, &mut circuit);
    assert_eq!((done.change, circuit.state), (Some(Change::Opened), State::Open));
    let success = status(200);
    let probe = Attempted { probe: true, ..attempted(&success, 1, 0) };
    circuit.begin_probe();
    assert_eq!(settle(&probe, &plan, &mut circuit).change, Some(Change::Closed));
    assert_eq!(circuit, Circuit::default());
}

fn delivery(status: Status, due_at: Option<Timestamp>, claimed: bool) -> Delivery {
    Delivery {
        id: Id::floor(NOW),
        event: Id::floor(NOW),
        webhook: Id::floor(NOW),
        topic: None,
        status,
        attempts: 0,
        cycle_start: 0,
        due_at,
        claimed,
        response_status: None,
        latency_ms: None,
        error: None,
        payload: None,
        batch_size: None,
        updated_at: NOW,
    }
}

#[test]
fn shown_times_and_manual_retries() {
    let later = NOW.plus(Duration::from_secs(9));
    for (status, due, claimed, shown, is_final, requeue) in [
        (Status::Pending, Some(NOW), false, None, false, Requeue::Hasten),
        (Status::Pending, Some(later), false, Some(later), false, Requeue::Hasten),
        (Status::Pending, Some(later), true, None, false, Requeue::Nothing),
        (Status::Failed, Some(later), false, Some(later), false, Requeue::Restart),
        (Status::Failed, Some(later), true, Some(later), false, Requeue::Nothing),
        (Status::Failed, None, false, None, true, Requeue::Restart),
        (Status::Success, None, false, None, true, Requeue::Restart),
    ] {
        let delivery = delivery(status, due, claimed);
        assert_eq!(
            (delivery.next_retry_at(NOW), delivery.is_final(), delivery.requeue()),
            (shown, is_final, requeue),
            "{delivery:?}"
        );
    }
}

#[test]
fn words_are_read_and_printed() {
    for status in [Status::Pending, Status::Success, Status::Failed] {
        assert_eq!(Status::from_code(status.code()), status);
        assert_eq!(StatusFilter::parse(status.as_str()).expect("a status"), StatusFilter::Is(status));
    }
    assert_eq!(StatusFilter::parse("circuit_open").expect("a filter"), StatusFilter::CircuitOpen);
    assert!(StatusFilter::parse("open").is_err());
}
