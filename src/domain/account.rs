//! People: what is known of a user, who operates the server, and what an address and a name
//! may look like. Passwords, sessions and the lock after failed logins have files of their own.

use super::consent::Purpose;
use super::project::ProjectId;
use crate::base::{Error, Id, Kind, Result, Timestamp};

#[derive(Debug)]
pub enum UserTag {}
/// Id of a user.
pub type UserId = Id<UserTag>;

#[derive(Debug)]
pub enum SessionTag {}
/// Id of one login of a user.
pub type SessionId = Id<SessionTag>;

#[derive(Debug)]
pub enum ConsentTag {}
/// Id of a [`Consent`].
pub type ConsentId = Id<ConsentTag>;

/// An agreement of a user to one version of one text.
#[derive(Debug, Clone, Copy)]
pub struct Consent<'a> {
    pub id: ConsentId,
    pub user: UserId,
    pub purpose: Purpose,
    pub version: &'a str,
}

/// What a user may do on the server as a whole; rights in a project are a
/// [`Role`](super::access::Role).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserRole {
    User,
    Moderator,
    Admin,
    Superadmin,
}

impl UserRole {
    pub fn as_str(self) -> &'static str {
        match self {
            UserRole::User => "user",
            UserRole::Moderator => "moderator",
            UserRole::Admin => "admin",
            UserRole::Superadmin => "superadmin",
        }
    }

    const EVERY: [UserRole; 4] = [UserRole::User, UserRole::Moderator, UserRole::Admin, UserRole::Superadmin];

    pub fn parse(word: &str) -> Option<UserRole> {
        UserRole::EVERY.into_iter().find(|role| role.as_str() == word)
    }

    /// Whether it lets its holder operate the server.
    pub fn is_operator(self) -> bool {
        matches!(self, UserRole::Admin | UserRole::Superadmin)
    }

    pub fn code(self) -> i64 {
        self as i64
    }

    pub fn from_code(code: i64) -> Option<UserRole> {
        UserRole::EVERY.into_iter().find(|role| role.code() == code)
    }
}

/// A person with a login.
#[derive(Debug, Clone)]
pub struct User {
    pub id: UserId,
    /// Normalised by [`normalise_email`].
    pub email: String,
    pub name: Option<String>,
    pub role: UserRole,
    pub email_verified_at: Option<Timestamp>,
    pub last_login_at: Option<Timestamp>,
    /// Since when logins need a code of the second factor too.
    pub mfa_enabled_at: Option<Timestamp>,
    /// False once the user objected to processing.
    pub processing_consent: bool,
    pub restricted_at: Option<Timestamp>,
    /// Set by an operator; no login, no keys, no processing.
    pub deactivated_at: Option<Timestamp>,
    pub default_project: Option<ProjectId>,
    pub updated_at: Timestamp,
}

impl User {
    /// A user who has just registered.
    pub fn new(id: UserId, email: String, name: Option<String>, default_project: ProjectId) -> User {
        User {
            id,
            email,
            name,
            role: UserRole::User,
            email_verified_at: None,
            last_login_at: None,
            mfa_enabled_at: None,
            processing_consent: true,
            restricted_at: None,
            deactivated_at: None,
            default_project: Some(default_project),
            updated_at: id.time(),
        }
    }

    pub fn status(&self) -> &'static str {
        match (self.deactivated_at, self.restricted_at) {
            (Some(_), _) => "inactive",
            (None, Some(_)) => "restricted",
            (None, None) => "active",
        }
    }

    /// Whether the projects of this user are held: intake refused, deliveries and jobs paused.
    pub fn is_held(&self) -> bool {
        self.deactivated_at.is_some() || self.restricted_at.is_some() || !self.processing_consent
    }
}

/// Trimmed and in lower case; the form that is stored, compared and hashed.
pub fn normalise_email(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Checks a normalised address: 3 to 254 bytes, one `@` between non-empty sides, no blanks. 422.
pub fn check_email(email: &str) -> Result<()> {
    let sides = email.split_once('@').is_some_and(|(user, host)| !user.is_empty() && !host.is_empty());
    let one = email.matches('@').count() == 1;
    let clean = !email.chars().any(|c| c.is_whitespace() || c.is_control());
    match sides && one && clean && (3..=254).contains(&email.len()) {
        true => Ok(()),
        false => Err(not_an_address()),
    }
}

/// 422 for what nobody can be written to at.
pub fn not_an_address() -> Error {
    Error::new(Kind::Invalid, "Email is not a valid address").detail("email", "is not a valid address")
}

/// The name of a person: trimmed, empty is none, at most 255 characters and no control ones. 422.
pub fn check_name(text: &str) -> Result<Option<String>> {
    let name = text.trim();
    let message = match (name.chars().count() > 255, name.chars().any(char::is_control)) {
        (true, _) => "should be at most 255 characters",
        (_, true) => "must not contain control characters",
        _ => return Ok(Some(name.to_owned()).filter(|n| !n.is_empty())),
    };
    Err(Error::new(Kind::Invalid, format!("Name {message}")).detail("name", message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let long = format!("{}@example.org", "a".repeat(243));
        for (text, good) in [
            ("ana@example.org", true),
            ("  Ana@Example.ORG ", true),
            ("a@b", true),
            ("root@localhost", true),
            ("ñandú@example.org", true),
            (&long[1..], true),
            (&long, false),
            ("", false),
            ("@b", false),
            ("a@", false),
            ("ab", false),
            ("a@b@c", false),
            ("a b@c", false),
            ("a\u{7}@c", false),
        ] {
            assert_eq!(check_email(&normalise_email(text)).is_ok(), good, "{text}");
        }
        assert_eq!(normalise_email("  Ana@Example.ORG "), "ana@example.org");
    }

    #[test]
    fn names() {
        assert_eq!(check_name(" Ana ").expect("good"), Some("Ana".to_owned()));
        assert_eq!(check_name("   ").expect("none"), None);
        assert!(check_name(&"ñ".repeat(255)).is_ok());
        for (name, message) in [
            ("ñ".repeat(256), "Name should be at most 255 characters"),
            ("a\nb".to_owned(), "Name must not contain control characters"),
        ] {
            assert_eq!(check_name(&name).expect_err("refused").message(), message);
        }
    }

    #[test]
    fn states() {
        let ids = crate::base::id::IdSource::default();
        let now = Timestamp::from_secs(1);
        let base = User::new(ids.next(), "a@b".into(), None, ids.next());
        for (deactivated, restricted, consent, status, held) in [
            (None, None, true, "active", false),
            (None, None, false, "active", true),
            (None, Some(now), true, "restricted", true),
            (Some(now), Some(now), true, "inactive", true),
        ] {
            let user = User {
                deactivated_at: deactivated,
                restricted_at: restricted,
                processing_consent: consent,
                ..base.clone()
            };
            assert_eq!((user.status(), user.is_held()), (status, held));
        }
        for role in [UserRole::User, UserRole::Moderator, UserRole::Admin, UserRole::Superadmin] {
            assert_eq!((UserRole::from_code(role.code()), UserRole::parse(role.as_str())), (Some(role), Some(role)));
        }
    }
}
