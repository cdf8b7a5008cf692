//! All users, for those who look after them. A list narrows by indexes and is otherwise a bounded
//! look at every user, for addresses and names can only be compared once they are opened.

use crate::base::crypto::Keys;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Id, Result, Timestamp};
use crate::domain::account::{User, UserId, UserRole, UserTag};
use crate::domain::lockout::Lockout;
use crate::domain::operator::UserQuery;
use crate::domain::profile::Profile;
use crate::params;
use crate::store::scan::Gather;
use crate::store::{Snapshot, Tx, email_hash, lockout, profiles, projects, users};

/// Ids read at a time.
const BATCH: usize = 256;

/// A user with what else an operator is shown.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Without the projects they are in.
    pub profile: Profile,
    /// Active projects that they own.
    pub projects: u64,
    /// Until when logins are refused after too many failures.
    pub locked_until: Option<Timestamp>,
}

/// One page of the users that fit, newest first.
pub fn list(
    snap: &Snapshot<'_>,
    keys: &Keys,
    query: &UserQuery,
    page: Page<UserTag>,
    now: Timestamp,
) -> Result<Slice<Seen, UserTag>> {
    let (mut gather, mut high) = (Gather::new(page.limit), page.before.unwrap_or(Id::MAX));
    'all: loop {
        let ids = below(snap, query, high)?;
        for id in &ids {
            let user = users::find(snap, keys, *id)?.filter(|user| query.fits(user));
            if !gather.visit(*id, 1, user) {
                break 'all;
            }
        }
        match ids.last() {
            Some(last) if ids.len() == BATCH => high = *last,
            _ => break,
        }
    }
    let Slice { rows, next } = gather.finish();
    let rows = rows.into_iter().map(|user| seen(snap, keys, user, now)).collect::<Result<_>>()?;
    Ok(Slice { rows, next })
}

/// Ids that may fit, from the index that narrows most.
fn below(snap: &Snapshot<'_>, query: &UserQuery, high: UserId) -> Result<Vec<UserId>> {
    let sql = ids(query);
    match query.role {
        Some(role) => snap.all(&sql, params![&high, BATCH as i64, role.code()], |row| row.id(0)),
        None => snap.all(&sql, params![&high, BATCH as i64], |row| row.id(0)),
    }
}

fn ids(query: &UserQuery) -> String {
    let condition = match (query.role, query.status) {
        (Some(_), _) => "role = ?3 AND",
        (None, Some("inactive")) => "deactivated_at IS NOT NULL AND",
        (None, Some("restricted")) => "restricted_at IS NOT NULL AND",
        _ => "",
    };
    format!("SELECT id FROM users WHERE {condition} id < ?1 ORDER BY id DESC LIMIT ?2")
}

/// Adds what else is shown of a user.
pub fn seen(snap: &Snapshot<'_>, keys: &Keys, user: User, now: Timestamp) -> Result<Seen> {
    let lock = lockout::find(snap, &email_hash(keys, &user.email))?;
    Ok(Seen {
        projects: projects::count_owned(snap, user.id)?,
        locked_until: lock.and_then(|lock: Lockout| lock.locked_until).filter(|until| *until > now),
        profile: profiles::of(snap, keys, user)?,
    })
}

/// What an active user is on the server.
pub fn role_of(snap: &Snapshot<'_>, id: UserId) -> Result<Option<UserRole>> {
    let sql = "SELECT role FROM users WHERE id = ?1 AND deactivated_at IS NULL";
    snap.opt(sql, params![&id], |row| {
        UserRole::from_code(row.int(0)?).ok_or_else(|| Error::internal("unknown user role"))
    })
}

/// The active users of a role, oldest first.
pub fn active(snap: &Snapshot<'_>, role: UserRole) -> Result<Vec<UserId>> {
    let sql = "SELECT id FROM users WHERE role = ?1 AND deactivated_at IS NULL ORDER BY id";
    snap.all(sql, params![role.code()], |row| row.id(0))
}

/// Writes everything that operators change; the address must be free.
pub fn save(tx: &Tx<'_>, keys: &Keys, user: &User) -> Result<()> {
    let (email, name) = users::sealed_identity(keys, user)?;
    let sql = "UPDATE users SET email = ?2, email_hash = ?3, name = ?4, role = ?5, email_verified_at = ?6, \
               deactivated_at = ?7, updated_at = ?8 WHERE id = ?1";
    tx.exec(
        sql,
        params![
            &user.id,
            &email,
            &email_hash(keys, &user.email),
            name.as_ref(),
            user.role.code(),
            user.email_verified_at,
            user.deactivated_at,
            user.updated_at,
        ],
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::conformance::{Db, pages, plan};

    fn query(role: Option<UserRole>, status: Option<&'static str>) -> UserQuery {
        UserQuery { text: None, role, status }
    }

    #[tokio::test]
    async fn lists_come_from_indexes_and_meet_their_filters() {
        let db = Db::open();
        let ids = db.ids.clone();
        db.write(move |tx| {
            let keys = Keys::derive(&[7; 32])?;
            for n in 0..600 {
                let mut user = User::new(ids.next(), format!("u{n}@example.org"), None, ids.next());
                users::insert(tx, &keys, &user, "x")?;
                user.role = if n % 100 == 0 { UserRole::Admin } else { UserRole::User };
                user.deactivated_at = (n % 50 == 0).then(|| Timestamp::from_secs(1));
                save(tx, &keys, &user)?;
            }
            Ok(())
        })
        .await;
        db.read(|snap| {
            let keys = Keys::derive(&[7; 32])?;
            for (query, index, count) in [
                (query(None, None), "autoindex", 600),
                (query(Some(UserRole::Admin), None), "users_role", 6),
                (query(Some(UserRole::Admin), Some("active")), "users_role", 0),
                (query(None, Some("inactive")), "users_inactive", 12),
                (query(None, Some("restricted")), "users_restricted", 0),
                (query(None, Some("active")), "autoindex", 588),
                (UserQuery { text: Some("u59".into()), ..UserQuery::default() }, "autoindex", 11),
            ] {
                let plan = plan(snap, &super::ids(&query))?;
                assert!(plan.contains(index) && !plan.contains("SCAN"), "{query:?}: {plan}");
                let found = pages(100, |page| list(snap, &keys, &query, page, Timestamp::now()))?;
                assert_eq!(found.len(), count, "{query:?}");
                assert!(found.windows(2).all(|pair| pair[0].profile.user.id > pair[1].profile.user.id));
            }
            assert!(active(snap, UserRole::Admin)?.is_empty());
            Ok(())
        })
        .await;
    }
}
