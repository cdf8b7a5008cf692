//! What is told of the routes of users.

use super::SeenView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

fn role() -> Shape {
    words(&["user", "moderator", "admin", "superadmin"])
}

pub(super) fn list(book: &mut Book) -> About {
    About::new("List users")
        .query("q", text(), "Text within address or name.")
        .query("role", role(), "With this role.")
        .query("status", words(&["active", "inactive", "restricted"]), "Of this status.")
        .page(50, 200)
        .answers(200, "Users, newest first.", book.list::<SeenView>("data"))
        .refuses(422, "`role` or `status` is none of these")
}

pub(super) fn create(book: &mut Book) -> About {
    let body = object()
        .with("email", text())
        .maybe("name", text().nullable())
        .maybe("role", role().nullable().default("user"))
        .maybe("password", text().nullable().note("Required without `send_invite`."))
        .maybe("send_invite", flag().nullable().note("They choose a password themselves."));
    let members = object()
        .with("id", uuid())
        .with("email", text())
        .with("name", text().nullable())
        .with("role", role())
        .with("status", words(&["invited"]))
        .with("invite_token", text())
        .with("url", text())
        .with("expires_at", time())
        .with("inserted_at", time());
    let invited = members.clone().with("data", members);
    let shape = one_of(vec![book.data::<SeenView>(), invited]);
    About::new("Create or invite a user")
        .body(body)
        .answers(201, "The user, or the invitation.", shape)
        .refuses(409, "`Email already registered`")
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show a user").answers(200, "The user.", book.data::<SeenView>())
}

pub(super) fn update(book: &mut Book) -> About {
    let body = object()
        .maybe("name", text().nullable())
        .maybe("email", text().nullable())
        .maybe("role", role().nullable())
        .maybe("status", words(&["active", "inactive"]).nullable());
    About::new("Change a user")
        .body(body)
        .answers(200, "The user.", book.data::<SeenView>())
        .refuses(409, "`Email already registered`, or the last superadmin would be lost")
}

pub(super) fn erase(_: &mut Book) -> About {
    About::new("Erase a user")
        .answers(200, "They are gone.", done())
        .refuses(409, "`The last superadmin cannot be deleted`")
}

pub(super) fn unlock(_: &mut Book) -> About {
    About::new("Unlock a user").answers(200, "They may log in again.", done())
}

pub(super) fn revoke_sessions(_: &mut Book) -> About {
    About::new("End all sessions of a user").answers(200, "They are over.", done())
}

pub(super) fn reset_link(_: &mut Book) -> About {
    About::new("Make a link to set a new password")
        .answers(200, "The link, which works once.", object().with("url", text()).with("expires_at", time()))
        .refuses(409, "`Account is inactive`")
}

pub(super) fn reset_mfa(_: &mut Book) -> About {
    About::new("Turn the second factor of a user off")
        .answers(200, "It is off.", done())
        .refuses(409, "`MFA is not enabled`")
}
