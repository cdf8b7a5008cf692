//! Those who run the server: on whom they may act, and what they may ask for and change of users.
//! It does not know how many superadmins there are.

use super::account::{User, UserId, UserRole, check_email, check_name, normalise_email};
use crate::base::fields::Fields;
use crate::base::{Error, Kind, Result};

/// An operator at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operator {
    pub id: UserId,
    pub role: UserRole,
}

impl Operator {
    /// 403 for those who are none.
    pub fn new(id: UserId, role: UserRole) -> Result<Operator> {
        match role.is_operator() {
            true => Ok(Operator { id, role }),
            false => Err(Error::new(Kind::Forbidden, "Admin role required")),
        }
    }

    /// 403 for admins.
    pub fn require_superadmin(self) -> Result<()> {
        match self.role {
            UserRole::Superadmin => Ok(()),
            _ => Err(Error::new(Kind::Forbidden, "Superadmin role required")),
        }
    }

    /// 403 when users of this role are out of reach: an admin neither touches nor makes operators.
    pub fn manage(self, role: UserRole) -> Result<()> {
        match self.role == UserRole::Superadmin || !role.is_operator() {
            true => Ok(()),
            false => Err(Error::new(Kind::Forbidden, "Access denied")),
        }
    }

    /// 403 when the change is one that nobody makes to themselves.
    pub fn change(self, user: &User, patch: &UserPatch) -> Result<()> {
        self.manage(user.role)?;
        patch.role.map_or(Ok(()), |role| self.manage(role))?;
        let alters = patch.demotes(user) || patch.role.is_some_and(|role| role != user.role);
        match user.id == self.id && alters {
            true => Err(Error::new(Kind::Forbidden, "Access denied")),
            false => Ok(()),
        }
    }
}

/// Which users to list; all of it must hold.
#[derive(Debug, Clone, Default)]
pub struct UserQuery {
    /// Part of an address or name, in lower case.
    pub text: Option<String>,
    pub role: Option<UserRole>,
    /// A word of [`User::status`].
    pub status: Option<&'static str>,
}

impl UserQuery {
    /// The status of that name.
    pub fn status(word: &str) -> Result<&'static str> {
        let known = ["active", "inactive", "restricted"].into_iter().find(|known| *known == word);
        known.ok_or_else(|| Error::invalid("status", "status must be active, inactive or restricted"))
    }

    pub fn fits(&self, user: &User) -> bool {
        let named = |text: &String| {
            let name = user.name.as_deref().unwrap_or_default().to_lowercase();
            user.email.contains(text.as_str()) || name.contains(text.as_str())
        };
        self.role.is_none_or(|role| role == user.role)
            && self.status.is_none_or(|status| status == user.status())
            && self.text.as_ref().is_none_or(named)
    }
}

/// The role of that name; 422.
pub fn role(word: &str) -> Result<UserRole> {
    let text = "role must be user, moderator, admin or superadmin";
    UserRole::parse(word).ok_or_else(|| Error::invalid("role", text))
}

/// Somebody who is to get an account.
#[derive(Clone)]
pub struct NewUser {
    /// Normalised.
    pub email: String,
    pub name: Option<String>,
    pub role: UserRole,
    /// None when they are to register themselves.
    pub password: Option<String>,
}

impl NewUser {
    /// Reads the members an operator may send; the password is not judged here. 400, 422.
    pub fn read(fields: Fields<'_>) -> Result<NewUser> {
        let email = normalise_email(fields.required_str("email")?);
        let invited = fields.opt_bool("send_invite")?.unwrap_or(false);
        let password = fields.filled_str("password")?.map(str::to_owned);
        match (&password, invited) {
            (Some(_), true) => return Err(Error::invalid("send_invite", "Give either password or send_invite")),
            (None, false) => return Err(Error::missing("password")),
            _ => {}
        }
        check_email(&email)?;
        let name = check_name(fields.opt_str("name")?.unwrap_or_default())?;
        let role = fields.opt_str("role")?.map_or(Ok(UserRole::User), role)?;
        Ok(NewUser { email, name, role, password })
    }
}

impl std::fmt::Debug for NewUser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewUser").field("role", &self.role).finish_non_exhaustive()
    }
}

/// What an operator may change on a user; `None` leaves it.
#[derive(Debug, Clone, Default)]
pub struct UserPatch {
    /// An inner `None` takes the name away.
    pub name: Option<Option<String>>,
    pub email: Option<String>,
    pub role: Option<UserRole>,
    pub active: Option<bool>,
}

impl UserPatch {
    /// Reads the members an operator may send. 422.
    pub fn read(fields: Fields<'_>) -> Result<UserPatch> {
        let email = fields.opt_str("email")?.map(normalise_email);
        email.as_deref().map(check_email).transpose()?;
        Ok(UserPatch {
            name: fields.opt_str("name")?.map(check_name).transpose()?,
            email,
            role: fields.opt_str("role")?.map(role).transpose()?,
            active: match fields.opt_str("status")? {
                None => None,
                Some("active") => Some(true),
                Some("inactive") => Some(false),
                Some(_) => return Err(Error::invalid("status", "status must be active or inactive")),
            },
        })
    }

    /// Whether it takes the rights of an operator from the user, by role or altogether.
    pub fn demotes(&self, user: &User) -> bool {
        let deactivates = self.active == Some(false) && user.deactivated_at.is_none();
        deactivates || self.role.is_some_and(|role| role.code() < user.role.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;
    use crate::base::{Json, Timestamp};
    use UserRole::{Admin, Moderator, Superadmin, User as Plain};

    fn user(role: UserRole) -> User {
        let ids = IdSource::default();
        User { role, ..User::new(ids.next(), "ana@example.org".into(), Some("Ana María".into()), ids.next()) }
    }

    fn with<T>(text: &str, read: impl Fn(Fields<'_>) -> Result<T>) -> Result<T> {
        let json = Json::parse(text).expect("json");
        read(Fields(json.as_object().expect("object")))
    }

    #[test]
    fn who_acts_on_whom() {
        let id = IdSource::default().next();
        for role in [Plain, Moderator] {
            assert_eq!(Operator::new(id, role).expect_err("none").message(), "Admin role required");
        }
        for (role, target, allowed) in [
            (Admin, Plain, true),
            (Admin, Moderator, true),
            (Admin, Admin, false),
            (Admin, Superadmin, false),
            (Superadmin, Plain, true),
            (Superadmin, Moderator, true),
            (Superadmin, Admin, true),
            (Superadmin, Superadmin, true),
        ] {
            let operator = Operator::new(id, role).expect("operator");
            assert_eq!(operator.manage(target).is_ok(), allowed, "{role:?} {target:?}");
            assert_eq!(operator.require_superadmin().is_ok(), role == Superadmin);
            let promoted = UserPatch { role: Some(target), ..UserPatch::default() };
            assert_eq!(operator.change(&user(Plain), &promoted).is_ok(), allowed, "{role:?} makes {target:?}");
        }
    }

    #[test]
    fn nobody_changes_what_they_are() {
        let own = user(Superadmin);
        let operator = Operator::new(own.id, own.role).expect("operator");
        for (patch, allowed) in [
            (r#"{"name":"Eva","email":"eva@example.org","role":"superadmin","status":"active"}"#, true),
            (r#"{"role":"admin"}"#, false),
            (r#"{"role":"user"}"#, false),
            (r#"{"status":"inactive"}"#, false),
        ] {
            let patch = with(patch, UserPatch::read).expect("patch");
            assert_eq!(operator.change(&own, &patch).is_ok(), allowed, "{patch:?}");
            assert!(operator.change(&user(Superadmin), &patch).is_ok());
        }
    }

    #[test]
    fn queries_narrow() {
        let one = user(Plain);
        let gone = User { deactivated_at: Some(Timestamp::from_secs(1)), ..user(Admin) };
        let text = |text: &str| UserQuery { text: Some(text.to_owned()), ..UserQuery::default() };
        for (query, fits) in [
            (UserQuery::default(), [true, true]),
            (text("a@exam"), [true, true]),
            (text("maría"), [true, true]),
            (text("bob"), [false, false]),
            (UserQuery { role: Some(Admin), ..UserQuery::default() }, [false, true]),
            (UserQuery { status: Some("active"), ..UserQuery::default() }, [true, false]),
            (UserQuery { status: Some("inactive"), ..UserQuery::default() }, [false, true]),
        ] {
            assert_eq!([query.fits(&one), query.fits(&gone)], fits, "{query:?}");
        }
        assert!(UserQuery::status("gone").is_err() && UserQuery::status("restricted").is_ok());
    }

    #[test]
    fn input_is_checked() {
        for (text, message) in [
            ("{}", "Missing required field: email"),
            (r#"{"email":"a@b"}"#, "Missing required field: password"),
            (r#"{"email":"a@b","password":"x","send_invite":true}"#, "Give either password or send_invite"),
            (r#"{"email":"ab","send_invite":true}"#, "Email is not a valid address"),
            (r#"{"email":"a@b","password":"x","role":"root"}"#, "role must be user, moderator, admin or superadmin"),
        ] {
            assert_eq!(with(text, NewUser::read).expect_err(text).message(), message);
        }
        let read = with(r#"{"email":" A@B ","password":"x","name":" ","role":"admin"}"#, NewUser::read).expect("read");
        assert_eq!((read.email.as_str(), read.name, read.role), ("a@b", None, Admin));
        for (text, message) in [
            (r#"{"status":"restricted"}"#, "status must be active or inactive"),
            (r#"{"email":"x"}"#, "Email is not a valid address"),
            (r#"{"role":1}"#, "role must be a string"),
        ] {
            assert_eq!(with(text, UserPatch::read).expect_err(text).message(), message);
        }
    }
}
