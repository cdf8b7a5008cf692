//! Tasks by tables: what an attempt makes of them, and what can be asked for.

use super::*;
use crate::base::id::IdSource;
use crate::base::{Json, Kind};
use crate::domain::destination::UrlPolicy;

const FACE: Names = Names { tenant: "tenantId", callback: "webhookUrl", strict: true };

fn read(body: &str, names: Names) -> Result<NewTask> {
    let json = Json::parse(body).expect("json");
    let policy = UrlPolicy::new(false, Vec::new(), []);
    NewTask::read(json.as_object().expect("an object"), names, None, &policy)
}

fn task(body: &str) -> Task {
    read(body, Names::NATIVE).expect(body).create(IdSource::default().next())
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_secs(seconds)
}

fn failed(task: &mut Task, at: Timestamp) {
    task.begin(at);
    task.finish(&End::failed(Outcome::Retry, "HTTP 500"), at);
}

#[test]
fn four_attempts_and_then_the_callback() {
    let mut task = task(r#"{"type":"resize","callback_url":"https://example.com/done"}"#);
    assert_eq!((task.status, task.callback_status), (Status::Queued, CallbackStatus::Pending));
    for (n, wait) in [(1, 30), (2, 60), (3, 120)] {
        failed(&mut task, at(1000));
        assert_eq!((task.attempts, task.status, task.next_run_at()), (n, Status::Retry, Some(at(1000 + wait))));
        assert_eq!(task.completed_at, None);
    }
    failed(&mut task, at(2000));
    assert_eq!((task.status, task.due_at, task.next_run_at()), (Status::Fatal, Some(at(2000)), None));
    assert_eq!((task.error.as_deref(), task.completed_at), (Some("HTTP 500"), Some(at(2000))));
    for (n, wait) in [(1, 30), (2, 60), (3, 120)] {
        task.begin(at(3000));
        assert!(!task.called_back(false, at(3000)));
        assert_eq!((task.callback_attempts, task.due_at), (n, Some(at(3000 + wait))));
    }
    task.begin(at(4000));
    assert!(task.called_back(false, at(4000)) && task.due_at.is_none());
    assert_eq!((task.callback_status, task.status, task.attempts), (CallbackStatus::Dead, Status::Fatal, 4));
    assert!(task.call_back_again(at(5000)) && task.due_at == Some(at(5000)));
    task.begin(at(5000));
    assert!(!task.called_back(false, at(5000)) && task.due_at == Some(at(5030)), "all retries are before it again");
    task.begin(at(5030));
    assert!(!task.called_back(true, at(5031)) && task.due_at.is_none());
    assert_eq!((task.callback_status, task.callback_attempts), (CallbackStatus::Delivered, 6));
}

#[test]
fn what_ends_it_at_once() {
    for (doer, status, outcome) in [
        (Doer::Worker, 200, Outcome::Success),
        (Doer::Worker, 299, Outcome::Success),
        (Doer::Worker, 400, Outcome::Final),
        (Doer::Worker, 401, Outcome::Final),
        (Doer::Worker, 403, Outcome::Final),
        (Doer::Worker, 404, Outcome::Final),
        (Doer::Worker, 410, Outcome::Final),
        (Doer::Worker, 422, Outcome::Final),
        (Doer::Worker, 402, Outcome::Retry),
        (Doer::Worker, 409, Outcome::Retry),
        (Doer::Worker, 429, Outcome::Retry),
        (Doer::Worker, 302, Outcome::Retry),
        (Doer::Worker, 500, Outcome::Retry),
        (Doer::Http, 404, Outcome::Retry),
    ] {
        assert_eq!(End::answered(doer, status, None, None).outcome, outcome, "{status}");
    }
    let mut one = task(r#"{"type":"resize"}"#);
    one.begin(at(9));
    one.finish(&End::failed(Outcome::Final, "HTTP 404"), at(9));
    assert_eq!((one.status, one.due_at, one.callback_status), (Status::Fatal, None, CallbackStatus::None));
    one.begin(at(9));
    assert_eq!(one.callback_attempts, 1, "what has ended never runs by itself");
}

#[test]
fn users_run_again_and_cancel() {
    let mut one = task(r#"{"type":"resize","callback_url":"https://example.com/done"}"#);
    failed(&mut one, at(1));
    assert!(one.retry(at(2)));
    assert_eq!((one.status, one.attempts, one.due_at), (Status::Queued, 1, Some(at(2))));
    failed(&mut one, at(2));
    assert_eq!((one.status, one.due_at), (Status::Retry, Some(at(32))), "a cycle of its own");
    one.begin(at(32));
    assert!(!one.retry(at(33)), "it runs");
    assert!(one.cancel(at(34)).expect("cancels") && !one.cancel(at(35)).expect("again"));
    assert_eq!((one.status, one.error.as_deref(), one.due_at), (Status::Cancelled, Some("Cancelled"), Some(at(34))));
    assert!(one.report().contains(r#""status":"fatal","attempts":3"#), "{}", one.report());
    assert!(one.retry(at(36)) && one.error.is_none() && one.completed_at.is_none());
    one.begin(at(36));
    one.finish(&End { outcome: Outcome::Success, result: Some("[1.50]".into()), error: None }, at(37));
    let refused = one.cancel(at(38)).expect_err("it has ended");
    assert_eq!((refused.kind(), refused.message()), (Kind::Invalid, "Task has already ended"));
    let mut given = task(r#"{"type":"email","payload":{"to":"a@b.example","subject":"s","body":"b"}}"#);
    assert_eq!(given.lane(), Lane::Letters);
    given.begin(at(1));
    given.give_back(at(2));
    assert_eq!((given.status, given.attempts, given.due_at), (Status::Queued, 0, Some(at(2))));
}

#[test]
fn messages_are_exact() {
    let mut one = task(
        r#"{"type":"resize","tenant_id":"t \"1\"","payload":{"n":1.50,"a":[]},"callback_url":"https://example.com/"}"#,
    );
    one.id = Id::parse("0199b5a0-1111-7000-8000-000000000001").expect("an id");
    one.begin(at(0));
    let order = r#"{"jobId":"job_0199b5a0111170008000000000000001","tenantId":"t \"1\"","type":"resize","attempt":1,"payload":{"n":1.50,"a":[]}}"#;
    assert_eq!(one.order(), order);
    one.finish(&End { outcome: Outcome::Success, result: Some(r#"{"w":3}"#.into()), error: None }, at(1));
    let report = r#"{"jobId":"job_0199b5a0111170008000000000000001","status":"succeeded","attempts":1,"payload":{"n":1.50,"a":[]},"completedAt":"1970-01-01T00:00:01.000000Z","result":{"w":3}}"#;
    assert_eq!(one.report(), report);
    assert_eq!(one.report_id(), "job_0199b5a0111170008000000000000001_1");
}

#[test]
fn what_is_refused() {
    let long = "x".repeat(256);
    for (body, names, kind, message) in [
        ("{}", Names::NATIVE, Kind::Malformed, "Missing required field: type"),
        (r#"{"type":""}"#, Names::NATIVE, Kind::Malformed, "Missing required field: type"),
        (r#"{"type":1}"#, Names::NATIVE, Kind::Invalid, "type must be a string"),
        (
            r#"{"type":"a b"}"#,
            Names::NATIVE,
            Kind::Invalid,
            "type must have 1 to 64 letters, digits, dots, dashes or underscores",
        ),
        (r#"{"type":"x","payload":[]}"#, Names::NATIVE, Kind::Invalid, "payload must be an object"),
        (r#"{"type":"x","tenant_id":7}"#, Names::NATIVE, Kind::Invalid, "tenant_id must be a string"),
        (r#"{"type":"x","callback_url":"ftp://x"}"#, Names::NATIVE, Kind::Invalid, "URL must start with https://"),
        (r#"{"type":"http"}"#, Names::NATIVE, Kind::Malformed, "Missing required field: payload.url"),
        (
            r#"{"type":"http","payload":{"url":"https://127.0.0.1/"}}"#,
            Names::NATIVE,
            Kind::Invalid,
            "payload.url points to a blocked address",
        ),
        (
            r#"{"type":"http","payload":{"url":"https://example.com/","method":"TRACE"}}"#,
            Names::NATIVE,
            Kind::Invalid,
            "payload.method must be one of: POST, PUT, PATCH, GET, DELETE",
        ),
        (
            r#"{"type":"http","payload":{"url":"https://example.com/","headers":{"Host":"x"}}}"#,
            Names::NATIVE,
            Kind::Invalid,
            "payload.header Host must not be set",
        ),
        (r#"{"type":"email","payload":{}}"#, Names::NATIVE, Kind::Malformed, "Missing required field: payload.to"),
        (
            r#"{"type":"email","payload":{"to":["a@b.c","x"],"subject":"s","body":"b"}}"#,
            Names::NATIVE,
            Kind::Invalid,
            "payload.to must be an address or an array of addresses",
        ),
        (
            r#"{"type":"email","payload":{"to":"a@b.c","body":"b"}}"#,
            Names::NATIVE,
            Kind::Malformed,
            "Missing required field: payload.subject",
        ),
        (
            r#"{"type":"email","payload":{"to":"a@b.c","subject":"s\nBcc: x","body":"b"}}"#,
            Names::NATIVE,
            Kind::Invalid,
            "payload.subject must have at most 255 characters and none of control",
        ),
        (r#"{"type":"x"}"#, FACE, Kind::Malformed, "Missing required field: tenantId"),
        (r#"{"type":"x","tenantId":"t","payload":{}}"#, FACE, Kind::Malformed, "Missing required field: webhookUrl"),
        (
            r#"{"type":"x","tenantId":"t","webhookUrl":"https://example.com/"}"#,
            FACE,
            Kind::Malformed,
            "Missing required field: payload",
        ),
        (
            &format!(r#"{{"type":"x","idempotency_key":"{long}"}}"#),
            Names::NATIVE,
            Kind::Invalid,
            "idempotency_key must have at most 255 characters and none of control",
        ),
    ] {
        let error = read(body, names).expect_err(body);
        assert_eq!((error.kind(), error.message()), (kind, message), "{body}");
    }
}

#[test]
fn the_same_is_the_same_in_every_dialect() {
    let native = read(
        r#"{"payload":{"b":1,"a":"é"},"type":"x","tenant_id":"t","callback_url":"https://example.com","idempotency_key":"k"}"#,
        Names::NATIVE,
    );
    let face = read(
        r#"{"tenantId":"t","type":"x","payload":{"a":"\u00e9","b":1},"webhookUrl":"https://example.com/","note":1}"#,
        FACE,
    );
    let (native, face) = (native.expect("native"), face.expect("face"));
    assert_eq!((native.hash, native.key.as_deref(), face.key), (face.hash, Some("k"), None));
    let other =
        read(r#"{"tenantId":"t","type":"x","payload":{"a":"é","b":1.0},"webhookUrl":"https://example.com/"}"#, FACE);
    assert_ne!(face.hash, other.expect("other").hash);
}
