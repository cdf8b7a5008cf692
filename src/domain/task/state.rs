//! Where a task stands, and where its callback stands: the words of users and the numbers of rows.

/// Where a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// No attempt yet in this cycle.
    Queued,
    Running,
    /// The last attempt failed; another one follows.
    Retry,
    Succeeded,
    Fatal,
    Cancelled,
}

impl Status {
    pub const ALL: [Status; 6] =
        [Status::Queued, Status::Running, Status::Retry, Status::Succeeded, Status::Fatal, Status::Cancelled];

    pub const fn as_str(self) -> &'static str {
        match self {
            Status::Queued => "queued",
            Status::Running => "running",
            Status::Retry => "retry",
            Status::Succeeded => "succeeded",
            Status::Fatal => "fatal",
            Status::Cancelled => "cancelled",
        }
    }

    /// As those are told who know no tasks that were cancelled.
    pub const fn told(self) -> &'static str {
        match self {
            Status::Cancelled => Status::Fatal.as_str(),
            status => status.as_str(),
        }
    }

    pub fn parse(word: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// Whether nothing will be attempted any more but the callback.
    pub const fn has_ended(self) -> bool {
        matches!(self, Status::Succeeded | Status::Fatal | Status::Cancelled)
    }

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub const fn from_code(code: i64) -> Status {
        match code {
            0 => Status::Queued,
            1 => Status::Running,
            2 => Status::Retry,
            3 => Status::Succeeded,
            4 => Status::Fatal,
            _ => Status::Cancelled,
        }
    }
}

/// Where the callback stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallbackStatus {
    /// Nobody is to be told.
    None,
    /// It is still to come, or to arrive.
    Pending,
    Delivered,
    /// It never arrived.
    Dead,
}

impl CallbackStatus {
    /// That of a task that has not ended.
    pub const fn of(wanted: bool) -> CallbackStatus {
        if wanted { CallbackStatus::Pending } else { CallbackStatus::None }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            CallbackStatus::None => "none",
            CallbackStatus::Pending => "pending",
            CallbackStatus::Delivered => "delivered",
            CallbackStatus::Dead => "dead",
        }
    }

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub const fn from_code(code: i64) -> CallbackStatus {
        match code {
            0 => CallbackStatus::None,
            1 => CallbackStatus::Pending,
            2 => CallbackStatus::Delivered,
            _ => CallbackStatus::Dead,
        }
    }
}
