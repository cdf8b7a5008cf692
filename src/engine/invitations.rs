//! The invitations of a user: what is open, and answering it.

use super::Engine;
use super::members::{Person, record};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Account;
use crate::domain::member::{Member, MemberId, MemberStatus, MemberTag};
use crate::store::{self, Tx, members};
use std::sync::Arc;

/// Open invitations with the names of their projects, newest first.
pub async fn pending(
    engine: &Engine,
    account: &Account,
    page: Page<MemberTag>,
) -> Result<Slice<(Person, String), MemberTag>> {
    let (keys, user) = (engine.keys.clone(), account.user);
    engine.store.read(move |snap| members::invitations(snap, &keys, user, page)).await
}

/// Takes an invitation: from now on the user belongs to the project. 403 while mail could prove the
/// address of the user and has not.
pub async fn accept(engine: &Arc<Engine>, account: &Account, id: MemberId) -> Result<Person> {
    answer(engine, account, id, "member.accepted", Member::accept).await
}

/// Turns an invitation down.
pub async fn reject(engine: &Arc<Engine>, account: &Account, id: MemberId) -> Result<Person> {
    answer(engine, account, id, "member.rejected", Member::reject).await
}

async fn answer(
    engine: &Arc<Engine>,
    account: &Account,
    id: MemberId,
    action: &'static str,
    change: fn(&mut Member, Timestamp) -> Result<()>,
) -> Result<Person> {
    let (engine_, account, now) = (engine.clone(), account.clone(), Timestamp::now());
    let write = engine.store.write(move |tx| {
        let found = members::own(tx, &engine_.keys, account.user, id)?;
        let mut person = found.ok_or_else(|| Error::not_found("Invitation"))?;
        change(&mut person.member, now)?;
        settle(tx, &engine_, &account, &person.member, action)?;
        Ok(person)
    });
    write.await
}

fn settle(tx: &Tx<'_>, engine: &Arc<Engine>, account: &Account, member: &Member, action: &'static str) -> Result<()> {
    members::update(tx, member)?;
    if member.status == MemberStatus::Accepted {
        // Else someone could register the address of a colleague and take what is meant for them.
        if engine.mail.is_configured() && !store::addresses::is_verified(tx, member.user)? {
            return Err(Error::new(Kind::Forbidden, "Confirm your email first"));
        }
        store::projects::offer_default(tx, member.user, member.project)?;
    }
    store::notifications::read_about(tx, member.id, member.updated_at)?;
    record(tx, engine, &account.within(member.project, member.role), action, member, None)?;
    engine.rights_changed(tx, member.project);
    Ok(())
}
