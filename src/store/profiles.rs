//! What users prefer, and their own view of their account.

use super::{Snapshot, Tx, addresses, mfa, projects, users};
use crate::base::crypto::Keys;
use crate::base::page::Page;
use crate::base::{Error, Result, Timestamp};
use crate::domain::account::{User, UserId};
use crate::domain::profile::{Locale, Place, Profile, ProfilePatch, Theme};
use crate::domain::project::ProjectId;
use crate::params;

/// Projects of a user that are listed at most.
const PROJECTS: usize = 1000;

pub fn find(snap: &Snapshot<'_>, keys: &Keys, id: UserId) -> Result<Option<Profile>> {
    let Some(user) = users::find(snap, keys, id)? else { return Ok(None) };
    let mut profile = of(snap, keys, user)?;
    let all = projects::of_user(snap, id, Page { limit: PROJECTS, before: None })?;
    let place =
        |(project, role): (crate::domain::project::Project, _)| Place { id: project.id, name: project.name, role };
    profile.projects = all.rows.into_iter().map(place).collect();
    profile.last_project = match profile.last_project {
        Some(last) if projects::role_of(snap, last, id)?.is_some() => Some(last),
        _ => None,
    };
    Ok(Some(profile))
}

/// The same without a look at the projects.
pub fn of(snap: &Snapshot<'_>, keys: &Keys, user: User) -> Result<Profile> {
    let (pending_email, backup_codes_left) =
        (addresses::pending(snap, keys, user.id)?, mfa::backup_codes_left(snap, user.id)?);
    let sql = "SELECT restriction_reason, locale, theme, last_project_id FROM users WHERE id = ?1";
    let (restriction_reason, locale, theme, last_project) = snap.one(sql, params![&user.id], |row| {
        let locale = row.opt_text(1)?.map(|word| stored(Locale::parse(&word))).transpose()?;
        let theme = row.opt_text(2)?.map(|word| stored(Theme::parse(&word))).transpose()?;
        Ok((row.opt_text(0)?, locale, theme, row.opt_id(3)?))
    })?;
    Ok(Profile {
        user,
        pending_email,
        backup_codes_left,
        restriction_reason,
        locale,
        theme: theme.unwrap_or(Theme::System),
        last_project,
        projects: Vec::new(),
    })
}

/// The language a user has chosen.
pub fn locale(snap: &Snapshot<'_>, id: UserId) -> Result<Option<Locale>> {
    let sql = "SELECT locale FROM users WHERE id = ?1 AND locale IS NOT NULL";
    snap.opt(sql, params![&id], |row| stored(Locale::parse(&row.text(0)?)))
}

/// An unknown word in a row is a fault of ours, not of a caller.
fn stored<T>(word: Result<T>) -> Result<T> {
    word.map_err(|e| Error::internal(e.message().to_owned()))
}

/// Writes what the patch holds of name, language and theme.
pub fn update(tx: &Tx<'_>, keys: &Keys, id: UserId, patch: &ProfilePatch, now: Timestamp) -> Result<()> {
    if let Some(name) = &patch.name {
        users::set_name(tx, keys, id, name)?;
    }
    let (locale, theme) = (patch.locale.map(Locale::as_str), patch.theme.map(Theme::as_str));
    let sql =
        "UPDATE users SET locale = COALESCE(?2, locale), theme = COALESCE(?3, theme), updated_at = ?4 WHERE id = ?1";
    tx.exec(sql, params![&id, locale, theme, now]).map(drop)
}

/// Remembers the project shown last.
pub fn set_last_project(tx: &Tx<'_>, id: UserId, project: ProjectId) -> Result<()> {
    tx.exec("UPDATE users SET last_project_id = ?2 WHERE id = ?1", params![&id, &project]).map(drop)
}
