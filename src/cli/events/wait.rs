//! `events send --wait`: watches the deliveries of an event until none needs another attempt.

use crate::base::Json;
use crate::cli::app::App;
use crate::cli::deliveries::DELIVERY;
use crate::cli::failure::{Failure, Outcome};
use crate::cli::noun::items_of;
use crate::client::Request;
use std::time::{Duration, Instant};

/// The first pause between two looks; it doubles up to `LONGEST`.
const FIRST: Duration = Duration::from_millis(50);
const LONGEST: Duration = Duration::from_secs(1);

/// How the deliveries of an event stand.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    success: usize,
    failed: usize,
    open: usize,
}

/// Waits for the deliveries of an event; exit code 1 when one failed or time ran out.
pub fn wait(app: &App, event: &str, limit: Duration) -> Outcome {
    let (begun, mut pause) = (Instant::now(), FIRST);
    loop {
        let request = Request::get(DELIVERY.path).query("event_id", Some(event)).query("limit", Some(200));
        let page = app.call(request)?.json()?;
        let tally = count(items_of(&page, &DELIVERY));
        if tally.open == 0 {
            let Tally { success, failed, .. } = tally;
            app.out.note(&format!("Deliveries: {success} succeeded, {failed} failed."));
            return if failed == 0 { Ok(()) } else { Err(Failure::failed(format!("{failed} deliveries failed"))) };
        }
        let left = limit.saturating_sub(begun.elapsed());
        if left.is_zero() {
            let text = format!("{} deliveries are not finished after {} s", tally.open, limit.as_secs());
            return Err(Failure::failed(text).hint(format!("see jobcelis deliveries list --event {event}")));
        }
        std::thread::sleep(pause.min(left));
        pause = (pause * 2).min(LONGEST);
    }
}

/// A failed delivery with a time for its next attempt is still open.
fn count(deliveries: &[Json<'_>]) -> Tally {
    let mut tally = Tally::default();
    for delivery in deliveries {
        let again = delivery.lookup("next_retry_at").is_some_and(|at| !at.is_null());
        match delivery.lookup("status").and_then(Json::as_str) {
            Some("success") => tally.success += 1,
            Some("failed") if !again => tally.failed += 1,
            _ => tally.open += 1,
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retry_to_come_is_not_the_end() {
        let list = Json::parse(
            r#"[{"status":"success","next_retry_at":null},{"status":"failed","next_retry_at":null},
                {"status":"failed","next_retry_at":"2026-01-01T00:00:00Z"},{"status":"pending","next_retry_at":null}]"#,
        )
        .expect("JSON");
        let tally = count(list.as_array().expect("list"));
        assert_eq!(tally, Tally { success: 1, failed: 1, open: 2 });
    }
}
