//! The request of an attempt as it is shown: what was kept of it, and what follows from the row.
//! Only what cannot be derived is stored, because most of a request repeats its delivery.

use super::attempt::Attempt;
use super::delivery::Delivery;
use super::topic;
use super::transform::{BodyConfig, EventParts};
use crate::base::{Json, Result};

/// Headers as a JSON object: the kept ones and those that every request has.
pub fn headers(kept: &str, delivery: &Delivery, attempt: &Attempt) -> Result<String> {
    let Json::Object(mut members) = Json::parse(kept)? else { return Ok(kept.to_owned()) };
    let event = delivery.event.to_string();
    members.set("x-event-id", Json::string(event.clone()));
    members.set("x-delivery-id", Json::string(delivery.id.to_string()));
    members.set("x-attempt", Json::string(attempt.n.to_string()));
    if let Some(topic) = &delivery.topic {
        members.set("x-topic", Json::String(topic::header_value(topic)));
    }
    members.set("webhook-id", Json::string(event));
    members.set("webhook-timestamp", Json::string(attempt.started_at.secs().to_string()));
    Ok(Json::Object(members).to_text())
}

/// The body of an event for a webhook without a body configuration.
pub fn default_body(delivery: &Delivery, payload: &str, nested: bool) -> Result<String> {
    let (id, topic) = (delivery.event.to_string(), delivery.topic.as_deref());
    let parts = EventParts { id: &id, topic, occurred_at: delivery.event.time(), nested };
    BodyConfig::default().build(&parts, payload)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, Timestamp};
    use crate::domain::delivery::Status;

    #[test]
    fn a_request_is_shown_as_it_was_sent() {
        let at = Timestamp::from_secs(1_768_473_000);
        let delivery = Delivery {
            id: Id::parse("0199b5a0-3333-7000-8000-000000000001").expect("id"),
            event: Id::floor(at),
            webhook: Id::MAX,
            topic: Some("order created".to_owned()),
            status: Status::Failed,
            attempts: 2,
            cycle_start: 0,
            due_at: None,
            claimed: false,
            response_status: None,
            latency_ms: None,
            error: None,
            payload: None,
            batch_size: None,
            updated_at: at,
        };
        let attempt = Attempt {
            n: 2,
            started_at: at.plus_micros(999_999),
            latency_ms: None,
            response_status: None,
            error: None,
            destination_ip: None,
            request_headers: None,
            request_body: None,
            response_headers: None,
            response_body: None,
        };
        let event = delivery.event;
        let kept = r#"{"content-type":"application/json","x-topic":"mine","x-signature":"sha256=abc"}"#;
        assert_eq!(
            headers(kept, &delivery, &attempt).expect("json"),
            format!(
                r#"{{"content-type":"application/json","x-topic":"order%20created","x-signature":"sha256=abc","x-event-id":"{event}","x-delivery-id":"0199b5a0-3333-7000-8000-000000000001","x-attempt":"2","webhook-id":"{event}","webhook-timestamp":"1768473000"}}"#
            )
        );
        assert_eq!(
            default_body(&delivery, r#"{"n":1.10}"#, false).expect("object"),
            format!(r#"{{"n":1.10,"event_id":"{event}","topic":"order created","occurred_at":"{at}"}}"#)
        );
    }
}
