//! What a user was told in the application: reading it, and marking it as read.

use super::Engine;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Result, Timestamp};
use crate::domain::access::Account;
use crate::domain::notification::{NotificationId, NotificationTag, Received};
use crate::store::notifications;

/// Rows changed by one operation at most.
const CHUNK: usize = 500;

/// One page, newest first, and how many are unread; `unread` leaves out what was read.
pub async fn list(
    engine: &Engine,
    account: &Account,
    unread: bool,
    page: Page<NotificationTag>,
) -> Result<(Slice<Received, NotificationTag>, i64)> {
    let user = account.user;
    let read = move |snap: &crate::store::Snapshot<'_>| {
        Ok((notifications::of_user(snap, user, unread, page)?, notifications::unread(snap, user)?))
    };
    engine.store.read(read).await
}

/// Marks one as read; 404 when the user has no such one.
pub async fn read(engine: &Engine, account: &Account, id: NotificationId) -> Result<()> {
    let user = account.user;
    let known = engine.store.write(move |tx| notifications::read(tx, user, id, Timestamp::now())).await?;
    if known { Ok(()) } else { Err(Error::not_found("Notification")) }
}

/// Marks all there are at this moment as read; returns how many were not.
pub async fn read_all(engine: &Engine, account: &Account) -> Result<usize> {
    let (user, before, now) = (account.user, engine.ids.next(), Timestamp::now());
    let mut count = 0;
    loop {
        let some = engine.store.write(move |tx| notifications::read_some(tx, user, before, now, CHUNK)).await?;
        count += some;
        if some < CHUNK {
            return Ok(count);
        }
    }
}
