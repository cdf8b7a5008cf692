//! The body of a delivery of several events. Which events and when is decided elsewhere.

use super::event::EventId;
use crate::base::Timestamp;

/// Bytes of a body at most, unless its only event is larger.
pub const MAX_BODY: usize = 1 << 20;
/// More than what stands around the events, with the numbers at their longest.
const FRAME: usize = 200;

/// A body that is being filled.
#[derive(Debug, Default)]
pub struct Parcel {
    first: Option<EventId>,
    count: usize,
    events: String,
}

impl Parcel {
    /// Adds the body that an event would have alone; false when it does not fit beside the others.
    pub fn add(&mut self, event: EventId, body: &str) -> bool {
        if self.count > 0 && FRAME + self.events.len() + 1 + body.len() > MAX_BODY {
            return false;
        }
        if self.count > 0 {
            self.events.push(',');
        }
        self.first.get_or_insert(event);
        self.count += 1;
        self.events.push_str(body);
        true
    }

    pub fn count(&self) -> usize {
        self.count
    }

    /// The first event and the body that goes out at `now`; `None` of an empty one.
    pub fn finish(self, now: Timestamp) -> Option<(EventId, String)> {
        let Parcel { first, count, events } = self;
        let first = first?;
        let body = format!(
            r#"{{"batch":true,"count":{count},"events":[{events}],"topic":null,"event_id":"{first}","occurred_at":"{now}"}}"#
        );
        Some((first, body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn id(n: u8) -> EventId {
        EventId::parse(&format!("0199b5a0-1111-7000-8000-0000000000{n:02}")).expect("id")
    }

    #[test]
    fn a_body_names_its_first_event_and_holds_all_in_order() {
        let mut parcel = Parcel::default();
        assert!(parcel.add(id(1), r#"{"n":1.10}"#) && parcel.add(id(2), r#"{"n":2}"#));
        assert_eq!(parcel.count(), 2);
        let (first, body) = parcel.finish(Timestamp::from_secs(1_768_473_000)).expect("not empty");
        assert_eq!(first, id(1));
        assert!(body.contains(r#"[{"n":1.10},{"n":2}]"#), "as they are: {body}");
        let body: Value = serde_json::from_str(&body).expect("JSON");
        assert_eq!((&body["batch"], &body["count"], &body["topic"]), (&json!(true), &json!(2), &Value::Null));
        assert_eq!(body["event_id"], id(1).to_string());
        assert_eq!(body["occurred_at"], "2026-01-15T10:30:00.000000Z");
        assert!(Parcel::default().finish(Timestamp::from_secs(0)).is_none());
    }

    #[test]
    fn a_body_is_at_most_a_mebibyte_but_for_one_event_alone() {
        let large = format!("\"{}\"", "x".repeat(MAX_BODY / 3));
        let mut parcel = Parcel::default();
        let fit = (0..9).take_while(|n| parcel.add(id(*n), &large)).count();
        assert_eq!(fit, 2);
        assert!(parcel.finish(Timestamp::from_secs(0)).expect("full").1.len() <= MAX_BODY);
        let mut parcel = Parcel::default();
        assert!(parcel.add(id(1), &large.repeat(4)) && !parcel.add(id(2), "1"));
        // The frame is as long as it can be.
        let mut parcel = Parcel::default();
        for n in 0..1000 {
            parcel.add(id(n as u8 % 90), "1");
        }
        let body = parcel.finish(Timestamp::from_secs(1)).expect("full").1;
        assert!(body.len() <= 1000 + 999 + FRAME, "{}", body.len());
    }
}
