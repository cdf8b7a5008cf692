//! What is told of the routes of members.

use super::MemberView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

fn role() -> Shape {
    words(&["admin", "member", "viewer", "editor"])
}

pub(super) fn list(book: &mut Book) -> About {
    About::new("List the members of a project").page_or_all().answers(
        200,
        "Members, newest first.",
        book.list::<MemberView>("data"),
    )
}

pub(super) fn invite(book: &mut Book) -> About {
    let body = object()
        .maybe("email", text().nullable().note("Or `user_id`."))
        .maybe("user_id", text().nullable())
        .maybe("role", role().nullable().default("viewer"));
    About::new("Invite a user")
        .body(body)
        .answers(201, "The invitation.", book.data::<MemberView>())
        .refuses(403, "`Access denied`")
        .refuses(409, "`User is already a member or invited`")
}

pub(super) fn update(book: &mut Book) -> About {
    About::new("Change the role of a member")
        .body(object().with("role", role()))
        .answers(200, "The member.", book.data::<MemberView>())
        .refuses(403, "`Access denied`")
}

pub(super) fn remove(_: &mut Book) -> About {
    About::new("Remove a member, or leave")
        .answers(200, "They are no member any more.", done())
        .refuses(403, "`Access denied`")
        .refuses(422, "`Cannot remove owner`")
}
