//! What is told of the routes of backups.

use super::BackupView;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

fn named(about: About) -> About {
    about.path("name", text(), "The file of the backup.").refuses(409, "`Backups are off`")
}

pub(super) fn list(book: &mut Book) -> About {
    About::new("List backups")
        .answers(200, "All backups, newest first.", object().with("data", array(book.of::<BackupView>())))
        .refuses(409, "`Backups are off`")
}

pub(super) fn start(_: &mut Book) -> About {
    About::new("Make a backup")
        .answers(202, "It is being made.", state("started"))
        .refuses(409, "`Backups are off` · `A backup is being made already`")
}

pub(super) fn download(_: &mut Book) -> About {
    named(About::new("Download a backup")).answers_as(200, "The file.", vec![("application/octet-stream", any())])
}

pub(super) fn verify(_: &mut Book) -> About {
    let shape = object().with("verified", flag()).with("error", text().nullable());
    named(About::new("Read a backup back"))
        .answers(200, "Whether it can be restored.", shape)
        .refuses(409, "`A backup is being made or checked already`")
}
