//! Dead letters: deliveries, and callbacks of tasks, that ended in failure and wait for a person.

use super::delivery::DeliveryId;
use super::event::EventId;
use super::task::TaskId;
use super::webhook::WebhookId;
use crate::base::{Id, Timestamp};

#[derive(Debug)]
pub enum DeadLetterTag {}
pub type DeadLetterId = Id<DeadLetterTag>;

/// Longest part of a response body in the error text, in characters.
const MAX_BODY: usize = 500;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLetter {
    pub id: DeadLetterId,
    /// `None` once the delivery or the event was purged.
    pub delivery: Option<DeliveryId>,
    pub event: Option<EventId>,
    /// `None` for the callback of a task.
    pub webhook: Option<WebhookId>,
    /// The task whose callback did not arrive.
    pub task: Option<TaskId>,
    /// Where it was to go.
    pub webhook_url: String,
    pub topic: Option<String>,
    /// The payload that was meant for the receiver, as JSON text.
    pub payload: String,
    /// How many events were to be delivered together; the payload is then the whole body.
    pub batch_size: Option<u32>,
    pub last_error: String,
    pub last_response_status: Option<u16>,
    /// Attempts made.
    pub attempts: u32,
    /// The first time it was resolved.
    pub resolved_at: Option<Timestamp>,
}

/// The error of the last attempt; an HTTP error is followed by the start of the response body.
pub fn last_error(error: &str, response_body: Option<&str>) -> String {
    match response_body.filter(|body| error.starts_with("HTTP ") && !body.is_empty()) {
        None => error.to_owned(),
        Some(body) => {
            let end = body.char_indices().nth(MAX_BODY).map_or(body.len(), |(at, _)| at);
            format!("{error}: {}", &body[..end])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_errors_show_the_start_of_the_body() {
        let long = "é".repeat(501);
        for (error, body, expected) in [
            ("Connection refused", None, "Connection refused".to_owned()),
            ("Timeout", Some("late"), "Timeout".to_owned()),
            ("HTTP 500", None, "HTTP 500".to_owned()),
            ("HTTP 500", Some(""), "HTTP 500".to_owned()),
            ("HTTP 500", Some("oops"), "HTTP 500: oops".to_owned()),
            ("HTTP 500", Some(long.as_str()), format!("HTTP 500: {}", "é".repeat(500))),
        ] {
            assert_eq!(last_error(error, body), expected);
        }
    }
}
