//! What is told of the routes of notifications.

use super::NotificationView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn list(book: &mut Book) -> About {
    let shape = book.list::<NotificationView<'_>>("data").with("unread_count", count());
    About::new("List the own notifications").switch("unread", "Only those not read yet.").page(20, 200).answers(
        200,
        "Notifications, newest first.",
        shape,
    )
}

pub(super) fn read_all(_: &mut Book) -> About {
    About::new("Mark all notifications as read").answers(200, "How many.", object().with("count", count()))
}

pub(super) fn read(_: &mut Book) -> About {
    About::new("Mark a notification as read").answers(200, "It is read.", done())
}
