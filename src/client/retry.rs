//! When a failed call is made again, and after how long. Pure: randomness is an argument.

use super::Fault;
use std::time::Duration;

/// The first pause; each further one is twice as long.
const FIRST: Duration = Duration::from_millis(250);
/// The longest pause, also when the server asks for more.
const LONGEST: Duration = Duration::from_secs(60);

/// How often a request may be repeated.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    pub retries: u32,
    /// Carrying it out twice does no harm.
    pub repeatable: bool,
}

impl Policy {
    /// The pause before the next try after `tries` failed ones; `None` is to give up. `chance` is
    /// uniform in `0..1` and keeps many callers from coming back at once.
    pub fn pause(&self, tries: u32, fault: &Fault, chance: f64) -> Option<Duration> {
        if tries > self.retries {
            return None;
        }
        let asked = match fault {
            // Refused for its number before anything was done: any request may be repeated.
            Fault::Refused(refusal) if refusal.status == 429 => refusal.retry_after,
            Fault::Refused(refusal) if matches!(refusal.status, 502..=504) && self.repeatable => refusal.retry_after,
            Fault::Network { sent, refused, .. } if !refused && (self.repeatable || !sent) => None,
            _ => return None,
        };
        let own = FIRST.saturating_mul(1 << (tries - 1).min(16)).mul_f64(0.5 + chance.clamp(0.0, 1.0));
        Some(asked.map_or(own, Duration::from_secs).min(LONGEST))
    }
}

#[cfg(test)]
mod tests {
    use super::super::fault::Refusal;
    use super::*;

    fn refused(status: u16, retry_after: Option<u64>) -> Fault {
        let message = String::new();
        let refusal = Refusal { status, message, details: None, request_id: None, retry_after, body: Vec::new() };
        Fault::Refused(Box::new(refusal))
    }

    #[test]
    fn what_is_tried_again_and_when() {
        let lost = Fault::network("reset");
        let unsent = Fault::Network { message: String::new(), refused: false, sent: false };
        let nobody = Fault::Network { message: String::new(), refused: true, sent: false };
        for (fault, repeatable, once) in [
            (refused(429, Some(7)), false, Some(7_000)),
            (refused(429, Some(3600)), false, Some(60_000)),
            (refused(429, None), false, Some(250)),
            (refused(503, Some(5)), true, Some(5_000)),
            (refused(503, Some(5)), false, None),
            (refused(500, None), true, None),
            (refused(404, None), true, None),
            (lost.clone(), true, Some(250)),
            (lost, false, None),
            (unsent, false, Some(250)),
            (nobody, true, None),
        ] {
            let policy = Policy { retries: 3, repeatable };
            let pause = policy.pause(1, &fault, 0.5).map(|p| p.as_millis());
            assert_eq!(pause, once, "{fault:?}");
        }
    }

    #[test]
    fn pauses_grow_and_end() {
        let policy = Policy { retries: 3, repeatable: true };
        let pauses = (1..=4).map(|n| policy.pause(n, &refused(502, None), 0.5).map(|p| p.as_millis()));
        assert_eq!(pauses.collect::<Vec<_>>(), [Some(250), Some(500), Some(1000), None]);
        assert_eq!(Policy { retries: 0, ..policy }.pause(1, &refused(502, None), 0.5), None);
    }
}
