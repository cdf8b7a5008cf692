//! Tokens that travel in a link and count once: what each is good for and for how long.

use super::account::UserId;
use crate::base::Timestamp;
use std::time::Duration;

/// What a token allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Setting a new password.
    Reset,
    /// Confirming the address of an account.
    Confirm,
    /// Confirming the address an account is to have.
    Change,
}

impl Purpose {
    pub fn code(self) -> i64 {
        self as i64
    }

    pub fn from_code(code: i64) -> Option<Purpose> {
        [Purpose::Reset, Purpose::Confirm, Purpose::Change].into_iter().find(|p| p.code() == code)
    }

    /// How long a token counts.
    pub fn validity(self) -> Duration {
        const HOUR: u64 = 3600;
        Duration::from_secs(match self {
            Purpose::Reset => HOUR,
            Purpose::Confirm => 7 * 24 * HOUR,
            Purpose::Change => 24 * HOUR,
        })
    }
}

/// A token as it is stored: by its hash, bound to a user and to the address it was made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneTime {
    pub purpose: Purpose,
    pub user: UserId,
    /// Keyed hash of the address.
    pub address: [u8; 32],
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

impl OneTime {
    pub fn new(purpose: Purpose, user: UserId, address: [u8; 32], now: Timestamp) -> OneTime {
        OneTime { purpose, user, address, created_at: now, expires_at: now.plus(purpose.validity()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_count_as_long_as_their_purpose_says() {
        let user = crate::base::id::IdSource::default().next();
        for (purpose, code, minutes) in
            [(Purpose::Reset, 0, 60), (Purpose::Confirm, 1, 7 * 24 * 60), (Purpose::Change, 2, 24 * 60)]
        {
            let token = OneTime::new(purpose, user, [0; 32], Timestamp::from_secs(0));
            assert_eq!(token.expires_at, Timestamp::from_secs(minutes * 60));
            assert_eq!((purpose.code(), Purpose::from_code(code)), (code, Some(purpose)));
        }
        assert_eq!(Purpose::from_code(3), None);
    }
}
