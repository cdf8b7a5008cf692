//! How a webhook is doing: the judgement over the deliveries of its last day.

/// What the numbers amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// Nothing was delivered.
    Unknown,
    Healthy,
    Degraded,
    Failing,
}

impl Health {
    pub fn of(success: u64, failed: u64) -> Health {
        match success_rate(success, failed) {
            _ if success + failed == 0 => Health::Unknown,
            rate if rate >= 0.98 => Health::Healthy,
            rate if rate >= 0.90 => Health::Degraded,
            _ => Health::Failing,
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Health::Unknown => "unknown",
            Health::Healthy => "healthy",
            Health::Degraded => "degraded",
            Health::Failing => "failing",
        }
    }

    /// The second set of words for the same judgement.
    pub const fn score(self) -> &'static str {
        match self {
            Health::Unknown => "no_data",
            Health::Healthy => "healthy",
            Health::Degraded => "degraded",
            Health::Failing => "critical",
        }
    }
}

/// Successful deliveries as a fraction with four decimals; 1 when there were none at all.
pub fn success_rate(success: u64, failed: u64) -> f64 {
    let total = success + failed;
    if total == 0 { 1.0 } else { (success as f64 / total as f64 * 10_000.0).round() / 10_000.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_and_their_words() {
        for (success, failed, rate, status, score) in [
            (0, 0, 1.0, "unknown", "no_data"),
            (98, 2, 0.98, "healthy", "healthy"),
            (97, 3, 0.97, "degraded", "degraded"),
            (9, 1, 0.9, "degraded", "degraded"),
            (2, 1, 0.6667, "failing", "critical"),
            (0, 5, 0.0, "failing", "critical"),
        ] {
            let health = Health::of(success, failed);
            assert_eq!((success_rate(success, failed), health.as_str(), health.score()), (rate, status, score));
        }
    }
}
