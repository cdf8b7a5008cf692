//! The two states of a thing that is switched off instead of removed.

/// `active` or `inactive`; an inactive thing leaves the default lists but is still found by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    #[default]
    Active,
    Inactive,
}

impl Status {
    pub fn parse(word: &str) -> Option<Status> {
        match word {
            "active" => Some(Status::Active),
            "inactive" => Some(Status::Inactive),
            _ => None,
        }
    }

    pub const fn of(active: bool) -> Status {
        if active { Status::Active } else { Status::Inactive }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Status::Active => "active",
            Status::Inactive => "inactive",
        }
    }

    pub const fn is_active(self) -> bool {
        matches!(self, Status::Active)
    }

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub const fn from_code(code: i64) -> Status {
        Status::of(code == 0)
    }
}
