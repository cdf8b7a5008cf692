//! The kinds of messages that streams tell. Two are stored with what they tell of and can be
//! resumed; the others are for the moment alone, and for users, not for keys.

/// What a message tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An event was accepted.
    Created,
    /// An attempt to deliver has its outcome.
    Updated,
    /// The user was told something in the application.
    Notified,
    /// A replay came further.
    Replayed,
    /// A sandbox endpoint took a request in.
    Captured,
    /// Work came into the delivery queue or went; for operators.
    Queued,
}

impl Kind {
    pub const ALL: [Kind; 6] =
        [Kind::Created, Kind::Updated, Kind::Notified, Kind::Replayed, Kind::Captured, Kind::Queued];
    /// Those that everyone may read.
    pub const STORED: [Kind; 2] = [Kind::Created, Kind::Updated];

    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Created => "event.created",
            Kind::Updated => "delivery.updated",
            Kind::Notified => "notification.created",
            Kind::Replayed => "replay.progress",
            Kind::Captured => "sandbox.request",
            Kind::Queued => "queue.changed",
        }
    }

    /// Whether it has a place in the order of commits, from which a reader resumes.
    pub fn is_stored(self) -> bool {
        Kind::STORED.contains(&self)
    }

    /// What stands before the data in the text of a message.
    pub(super) const fn opening(self) -> &'static str {
        match self {
            Kind::Created => "{\"type\":\"event.created\",\"data\":",
            Kind::Updated => "{\"type\":\"delivery.updated\",\"data\":",
            Kind::Notified => "{\"type\":\"notification.created\",\"data\":",
            Kind::Replayed => "{\"type\":\"replay.progress\",\"data\":",
            Kind::Captured => "{\"type\":\"sandbox.request\",\"data\":",
            Kind::Queued => "{\"type\":\"queue.changed\",\"data\":",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_begin_with_their_kind() {
        for kind in Kind::ALL {
            assert_eq!(kind.opening(), format!("{{\"type\":\"{}\",\"data\":", kind.as_str()));
        }
    }
}
