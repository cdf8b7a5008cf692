//! What is told of the routes of invitations.

use super::InvitationView;
use crate::server::openapi::{About, Book};
use crate::server::v1::members::MemberView;

pub(super) fn pending(book: &mut Book) -> About {
    About::new("List the own invitations").page_or_all().answers(
        200,
        "Invitations, newest first.",
        book.list::<InvitationView>("data"),
    )
}

pub(super) fn accept(book: &mut Book) -> About {
    About::new("Accept an invitation")
        .answers(200, "The membership.", book.data::<MemberView>())
        .refuses(403, "`Confirm your email first`")
        .refuses(422, "`Already accepted` · `Not pending`")
}

pub(super) fn reject(book: &mut Book) -> About {
    About::new("Reject an invitation")
        .answers(200, "The membership.", book.data::<MemberView>())
        .refuses(422, "`Not pending`")
}
