//! The members of a project: listing, inviting, changing roles, removing. Roles are read in the
//! transaction that they allow.

use super::audit::{self, Entry};
use super::mail::{self, Letter};
use super::{Engine, notices, projects};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::{Account, Actor, Role, RoleKind};
use crate::domain::account::UserId;
use crate::domain::member::{Guest, Invite, Member, MemberId, MemberStatus, MemberTag, unknown_guest};
use crate::domain::project::ProjectId;
use crate::store::{self, Snapshot, Tx, members};
use serde_json::{Value, json};
use std::sync::Arc;

pub use crate::store::members::Person;

/// Members and invited users of a project at most.
const MAX_MEMBERS: usize = 1000;

/// Those who are in or invited, the owner first, then by the time of their first invitation.
pub async fn list(
    engine: &Engine,
    account: &Account,
    project: ProjectId,
    page: Page<MemberTag>,
) -> Result<Slice<Person, MemberTag>> {
    let (keys, account) = (engine.keys.clone(), account.clone());
    let read = engine.store.read(move |snap| {
        projects::member(snap, &account, project)?;
        members::list(snap, &keys, project, page)
    });
    read.await
}

/// Invites a user; they belong to the project once they accept.
pub async fn invite(engine: &Arc<Engine>, account: &Account, project: ProjectId, invite: Invite) -> Result<Person> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let (actor, role) = manager(tx, &account, project)?;
        role.require_manage(invite.role)?;
        let user = find_guest(tx, &engine_, invite.guest)?;
        if user == account.user {
            return Err(Error::new(Kind::Invalid, "Cannot invite yourself"));
        }
        let member = place(tx, &engine_, &actor, user, invite.role)?;
        let project = projects::get(tx, project)?;
        notices::invited(tx, &engine_, &member, &project)?;
        let letter = Letter::Invited { project: project.name, role: member.role.as_str().to_owned() };
        mail::queue(tx, &engine_, user, letter)?;
        record(tx, &engine_, &actor, "member.invited", &member, None)?;
        shown(tx, &engine_, &member)
    });
    write.await
}

/// The caller, who must be an admin at least, and their role.
fn manager(tx: &Tx<'_>, account: &Account, project: ProjectId) -> Result<(Actor, Role)> {
    let (actor, role) = projects::member(tx, account, project)?;
    role.require(RoleKind::Admin)?;
    Ok((actor, role))
}

fn find_guest(snap: &Snapshot<'_>, engine: &Engine, guest: Guest) -> Result<UserId> {
    let found = match guest {
        Guest::Id(id) => id,
        Guest::Email(email) => store::users::by_email(snap, &store::email_hash(&engine.keys, &email))?,
    };
    match found {
        Some(user) if store::users::is_active(snap, user)? => Ok(user),
        _ => Err(unknown_guest()),
    }
}

/// Makes the place of an invited user, or uses again the one they had.
fn place(tx: &Tx<'_>, engine: &Engine, actor: &Actor, user: UserId, role: Role) -> Result<Member> {
    let (project, invited_by, status) = (actor.project, actor.user(), MemberStatus::Pending);
    let earlier = members::of_user(tx, project, user)?;
    if earlier.as_ref().is_some_and(|member| member.status.is_present()) {
        return Err(Error::new(Kind::Conflict, "User is already a member or invited"));
    }
    if members::count(tx, project)? >= MAX_MEMBERS {
        return Err(Error::new(Kind::Invalid, format!("Limit reached: {MAX_MEMBERS} members")));
    }
    if let Some(member) = earlier {
        let member = Member { role, status, invited_by, updated_at: Timestamp::now(), ..member };
        members::update(tx, &member)?;
        return Ok(member);
    }
    let id: MemberId = engine.ids.next();
    let member = Member { id, project, user, role, status, invited_by, updated_at: id.time() };
    members::insert(tx, &member)?;
    Ok(member)
}

/// Gives a member another role. The owner's stays, and nobody changes their own.
pub async fn change_role(
    engine: &Arc<Engine>,
    account: &Account,
    project: ProjectId,
    id: MemberId,
    role: Role,
) -> Result<Person> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let (actor, own) = manager(tx, &account, project)?;
        let mut member = find(tx, &engine_, project, id)?.member;
        if member.role == Role::Owner {
            return Err(Error::new(Kind::Invalid, "Cannot change the owner's role"));
        }
        if member.user == account.user {
            return Err(Error::new(Kind::Forbidden, "Access denied"));
        }
        own.require_manage(member.role)?;
        own.require_manage(role)?;
        let from = std::mem::replace(&mut member.role, role);
        if from != role {
            member.updated_at = Timestamp::now();
            members::update(tx, &member)?;
            record(tx, &engine_, &actor, "member.role_changed", &member, Some(from))?;
            engine_.rights_changed(tx, project);
        }
        shown(tx, &engine_, &member)
    });
    write.await
}

/// Takes a member out or an invitation back; everyone but the owner may take themselves out.
pub async fn remove(engine: &Arc<Engine>, account: &Account, project: ProjectId, id: MemberId) -> Result<()> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let (actor, role) = projects::member(tx, &account, project)?;
        let member = find(tx, &engine_, project, id)?.member;
        let leaves = member.user == account.user;
        if !leaves {
            role.require(RoleKind::Admin)?;
        }
        if member.role == Role::Owner {
            return Err(Error::new(Kind::Invalid, "Cannot remove owner"));
        }
        if !leaves {
            role.require_manage(member.role)?;
        }
        take_out(tx, &engine_, &actor, member, if leaves { "member.left" } else { "member.removed" })
    });
    write.await
}

fn take_out(tx: &Tx<'_>, engine: &Arc<Engine>, actor: &Actor, member: Member, action: &'static str) -> Result<()> {
    let now = Timestamp::now();
    let member = Member { status: MemberStatus::Removed, updated_at: now, ..member };
    members::update(tx, &member)?;
    store::projects::move_default(tx, member.project, Some(member.user))?;
    store::notifications::read_about(tx, member.id, now)?;
    record(tx, engine, actor, action, &member, None)?;
    engine.rights_changed(tx, member.project);
    Ok(())
}

/// Someone who is in or invited; 404 otherwise.
fn find(snap: &Snapshot<'_>, engine: &Engine, project: ProjectId, id: MemberId) -> Result<Person> {
    let found = members::find(snap, &engine.keys, project, id)?;
    found.filter(|person| person.member.status.is_present()).ok_or_else(|| Error::not_found("Member"))
}

fn shown(snap: &Snapshot<'_>, engine: &Engine, member: &Member) -> Result<Person> {
    members::find(snap, &engine.keys, member.project, member.id)?.ok_or_else(|| Error::not_found("Member"))
}

/// Records what happened to a member; `from` is the role before.
pub(super) fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    actor: &Actor,
    action: &'static str,
    member: &Member,
    from: Option<Role>,
) -> Result<()> {
    let mut metadata = json!({"user_id": member.user, "role": member.role.as_str()});
    if let Some(from) = from {
        metadata["from"] = Value::from(from.as_str());
    }
    audit::record(tx, engine, Entry::of(actor, action, "member", Some(member.id.to_string()), metadata))
}
