//! A user's place in a project: role, how it came about, and what an invitation may turn into.
//! What a role allows is `access`.

use super::access::Role;
use super::account::UserId;
use super::project::ProjectId;
use crate::base::fields::Fields;
use crate::base::{Error, Id, Kind, Result, Timestamp};

#[derive(Debug)]
pub enum MemberTag {}
/// Id of a user's place in a project.
pub type MemberId = Id<MemberTag>;

/// Where a place stands. A user has one place in a project, whatever happened to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberStatus {
    /// Invited, not answered yet: no right at all.
    Pending,
    Accepted,
    Rejected,
    Removed,
}

impl MemberStatus {
    pub fn as_str(self) -> &'static str {
        match self {
            MemberStatus::Pending => "pending",
            MemberStatus::Accepted => "accepted",
            MemberStatus::Rejected => "rejected",
            MemberStatus::Removed => "removed",
        }
    }

    pub fn parse(word: &str) -> Option<MemberStatus> {
        use MemberStatus::{Accepted, Pending, Rejected, Removed};
        [Pending, Accepted, Rejected, Removed].into_iter().find(|s| s.as_str() == word)
    }

    /// Invited or in.
    pub fn is_present(self) -> bool {
        matches!(self, MemberStatus::Pending | MemberStatus::Accepted)
    }
}

/// A user's place in a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: MemberId,
    pub project: ProjectId,
    pub user: UserId,
    pub role: Role,
    pub status: MemberStatus,
    /// None for the owner.
    pub invited_by: Option<UserId>,
    pub updated_at: Timestamp,
}

impl Member {
    /// Takes the invitation. 422 when there is none to take.
    pub fn accept(&mut self, now: Timestamp) -> Result<()> {
        match self.status {
            MemberStatus::Accepted => Err(Error::new(Kind::Invalid, "Already accepted")),
            _ => self.answer(MemberStatus::Accepted, now),
        }
    }

    /// Turns the invitation down. 422 when there is none.
    pub fn reject(&mut self, now: Timestamp) -> Result<()> {
        self.answer(MemberStatus::Rejected, now)
    }

    fn answer(&mut self, status: MemberStatus, now: Timestamp) -> Result<()> {
        if self.status != MemberStatus::Pending {
            return Err(Error::new(Kind::Invalid, "Not pending"));
        }
        (self.status, self.updated_at) = (status, now);
        Ok(())
    }
}

/// The role in a request: any but that of the owner. 422 `Role must be one of …`.
fn read_role(text: &str) -> Result<Role> {
    let role = Role::parse(text).filter(|role| *role != Role::Owner);
    role.ok_or_else(|| Error::invalid("role", "Role must be one of admin, member, viewer"))
}

/// The new role of a member; 400 when none is given, 422 when it cannot be given.
pub fn required_role(fields: Fields<'_>) -> Result<Role> {
    read_role(fields.required_str("role")?)
}

/// Who is to be invited; whether there is such a user is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guest {
    /// `None` for a text that cannot be anyone's id.
    Id(Option<UserId>),
    Email(String),
}

/// A request to invite someone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    pub guest: Guest,
    pub role: Role,
}

impl Invite {
    /// Reads `user_id` or `email`, and `role`, which is viewer unless given. 400 when nobody is
    /// named, 422 when a value is no good.
    pub fn read(fields: Fields<'_>) -> Result<Invite> {
        let guest = match (fields.filled_str("user_id")?, fields.filled_str("email")?) {
            (Some(id), _) => Guest::Id(UserId::parse(id)),
            (None, Some(email)) => Guest::Email(super::account::normalise_email(email)),
            (None, None) => return Err(Error::missing("email")),
        };
        let role = fields.filled_str("role")?.map_or(Ok(Role::Viewer), read_role)?;
        Ok(Invite { guest, role })
    }
}

/// 422: nobody has this id or address.
pub fn unknown_guest() -> Error {
    Error::new(Kind::Invalid, "User not found. Provide a valid user_id or email.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Json;
    use crate::base::id::IdSource;

    fn member(status: MemberStatus) -> Member {
        let ids = IdSource::default();
        let updated_at = Timestamp::from_secs(1);
        Member {
            id: ids.next(),
            project: ids.next(),
            user: ids.next(),
            role: Role::Viewer,
            status,
            invited_by: None,
            updated_at,
        }
    }

    #[test]
    fn invitations_are_answered_once() {
        use MemberStatus::{Accepted, Pending, Rejected, Removed};
        let now = Timestamp::from_secs(2);
        for (status, accepted, rejected) in [
            (Pending, None, None),
            (Accepted, Some("Already accepted"), Some("Not pending")),
            (Rejected, Some("Not pending"), Some("Not pending")),
            (Removed, Some("Not pending"), Some("Not pending")),
        ] {
            type Answer = fn(&mut Member, Timestamp) -> Result<()>;
            let answers: [(Answer, _, _); 2] =
                [(Member::accept, accepted, Accepted), (Member::reject, rejected, Rejected)];
            for (answer, refused, then) in answers {
                let mut member = member(status);
                let result = answer(&mut member, now);
                assert_eq!(result.as_ref().err().map(Error::message), refused, "{status:?}");
                let expected = if refused.is_none() { (then, now) } else { (status, Timestamp::from_secs(1)) };
                assert_eq!((member.status, member.updated_at), expected);
            }
            assert_eq!(MemberStatus::parse(status.as_str()), Some(status));
        }
        assert_eq!(MemberStatus::parse("active"), None);
    }

    #[test]
    fn requests_name_someone_and_a_role() {
        let id = "0199b5a0-1111-7000-8000-000000000001";
        let email = |text: &str| Guest::Email(text.to_owned());
        let by_id = format!(r#"{{"user_id":"{id}","email":"x@y","role":"editor"}}"#);
        for (text, expected) in [
            (r#"{"email":" Ana@Example.org "}"#, Ok((email("ana@example.org"), Role::Viewer))),
            (r#"{"email":"a@b","user_id":"","role":null}"#, Ok((email("a@b"), Role::Viewer))),
            (&by_id, Ok((Guest::Id(UserId::parse(id)), Role::Member))),
            (r#"{"user_id":"x","role":"admin"}"#, Ok((Guest::Id(None), Role::Admin))),
            ("{}", Err("Missing required field: email")),
            (r#"{"email":""}"#, Err("Missing required field: email")),
            (r#"{"email":5}"#, Err("email must be a string")),
            (r#"{"email":"a@b","role":"owner"}"#, Err("Role must be one of admin, member, viewer")),
            (r#"{"email":"a@b","role":"boss"}"#, Err("Role must be one of admin, member, viewer")),
        ] {
            let json = Json::parse(text).expect("json");
            let read = Invite::read(Fields(json.as_object().expect("object")));
            let read = read.map(|invite| (invite.guest, invite.role));
            assert_eq!(read.as_ref().map_err(Error::message), expected.as_ref().map_err(|e| *e), "{text}");
        }
    }
}
