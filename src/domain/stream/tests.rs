//! Texts of messages as the contract shows them, cursors, and what readers ask for.

use super::*;
use crate::base::Json;
use crate::domain::event::Draft;

fn event(body: &str) -> Event {
    let Json::Object(members) = Json::parse(body).expect("JSON") else { panic!("{body}") };
    let id = EventId::parse("0199b5a0-1111-7abc-8000-000000000001").expect("id");
    Draft::read(members, None, id.time()).expect("draft").accept(id)
}

#[test]
fn an_event_with_and_without_its_payload() {
    let message = Message::created(&event(r#"{"topic":"a\"b","payload":{"n":1.10}}"#));
    let at = EventId::parse("0199b5a0-1111-7abc-8000-000000000001").expect("id").time();
    let data = format!(
        r#"{{"id":"0199b5a0-1111-7abc-8000-000000000001","topic":"a\"b","payload":{{"n":1.10}},"occurred_at":"{at}"}}"#
    );
    assert_eq!(message.text(Form::Whole).data(), data);
    assert_eq!(message.text(Form::Whole).json(), format!(r#"{{"type":"event.created","data":{data}}}"#));
    let bare = data.replace(r#","payload":{"n":1.10}"#, "");
    assert_eq!(message.text(Form::Bare).data(), bare);
    let marked = data.replace(r#"Z"}"#, r#"Z","nested":true}"#);
    assert_eq!(message.text(Form::Marked).data(), marked);
    let none = Message::created(&event(r#"{"n":1}"#));
    assert!(none.text(Form::Whole).data().contains(r#""topic":null,"payload":{"n":1}"#));
}

#[test]
fn an_attempt_in_full() {
    let id = DeliveryId::parse("a2f1c3d4-1111-7222-8333-944455556666").expect("id");
    let of = |success, next_retry_at| Updated {
        position: Position::of(7),
        id,
        success,
        event: EventId::parse("0c6a1f0e-6f0e-7a39-8a51-3f4ad3f0a111").expect("id"),
        webhook: WebhookId::parse("9d8c7b6a-1234-7321-8888-aaaabbbbcccc").expect("id"),
        attempt: 1,
        response_status: Some(200).filter(|_| success),
        latency_ms: Some(84),
        next_retry_at,
        topic: Some("order.created".to_owned()),
    };
    assert_eq!(
        Message::updated(&of(true, None)).text(Form::Bare).json(),
        r#"{"type":"delivery.updated","data":{"id":"a2f1c3d4-1111-7222-8333-944455556666","status":"success","event_id":"0c6a1f0e-6f0e-7a39-8a51-3f4ad3f0a111","webhook_id":"9d8c7b6a-1234-7321-8888-aaaabbbbcccc","attempt_number":1,"response_status":200,"response_latency_ms":84,"next_retry_at":null,"topic":"order.created"}}"#
    );
    let failed = Message::updated(&of(false, Some(Timestamp::from_secs(0))));
    for part in
        [r#""status":"failed""#, r#""response_status":null"#, r#""next_retry_at":"1970-01-01T00:00:00.000000Z""#]
    {
        assert!(failed.text(Form::Whole).data().contains(part), "{part}");
    }
}

#[test]
fn cursors_are_places_or_ids_of_events() {
    let place = Position::of(7_339_520_401_408_123);
    assert_eq!(Position::parse(&place.to_string()), Some(place));
    let id = event(r#"{"a":1}"#).id;
    assert_eq!(Position::parse(&id.to_string()), Some(Position::of(id.tick())));
    for bad in ["", "x", "12-3", "-1", "+1", "1.5", "9999999999999999999", " 1"] {
        assert_eq!(Position::parse(bad), None, "{bad}");
    }
    let at = id.time();
    assert!(position_at(at) < Position::of(id.tick()) && position_at(at.plus_micros(1)) >= Position::of(id.tick()));
    let gap = Gap::new(&"é\"".repeat(99), place);
    assert!(gap.requested.chars().count() == MAX_CURSOR && Json::parse(&gap.text()).is_ok());
}

#[test]
fn readers_narrow_what_they_get() {
    let message = Message::created(&event(r#"{"topic":"order.created","payload":{}}"#));
    for (topics, types, wanted) in [
        ("", "", true),
        ("order.*", "", true),
        (" user.* , order.# ", "event.created", true),
        ("user.*", "", false),
        ("", "delivery.updated", false),
        ("order.created", "delivery.updated, event.created", true),
    ] {
        let asked = Wanted::default().topics(topics.split(',')).types(types.split(',')).expect("known");
        assert_eq!(asked.wants(&message), wanted, "{topics} {types}");
    }
    assert!(Wanted::default().types(["event.deleted"]).is_err());
}

#[test]
fn only_users_are_told_what_is_theirs() {
    let (ana, eva) = (crate::base::Id::MIN, crate::base::Id::MAX);
    let to_all = Message::note(Kind::Captured, None, r#"{"endpoint_id":"e"}"#);
    assert_eq!(to_all.text(Form::Bare).json(), r#"{"type":"sandbox.request","data":{"endpoint_id":"e"}}"#);
    assert_eq!(to_all.text(Form::Whole).data(), r#"{"endpoint_id":"e"}"#);
    let to_ana = Message::note(Kind::Notified, Some(ana), "{}");
    let of = |types: &str| Wanted::of_user(ana).topics(["order.*"]).types(types.split(',')).expect("known");
    for (wanted, all, one) in [
        (of(""), true, true),
        (of("event.created,sandbox.request"), true, false),
        (of("event.created"), false, false),
        (Wanted::of_user(eva), true, false),
        (Wanted::default(), false, false),
    ] {
        assert_eq!((wanted.wants(&to_all), wanted.wants(&to_ana)), (all, one), "{wanted:?}");
    }
    let refused = Wanted::default().types(["sandbox.request"]).expect_err("not for keys");
    assert_eq!(refused.message(), "types must be event.created or delivery.updated");
}
