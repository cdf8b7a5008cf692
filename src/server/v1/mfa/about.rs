//! What is told of the routes of the second factor.

use super::{EnabledView, SetupView, StatusView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

/// The password and a code.
fn proof() -> Shape {
    object().with("password", text()).maybe("code", any()).maybe("backup_code", text().nullable())
}

fn guarded(about: About) -> About {
    about.refuses(401, "`Invalid password` · `Invalid MFA code`").refuses(423, "`Account locked. Try again later.`")
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show whether a second factor is on").answers(200, "How it stands.", book.of::<StatusView>())
}

pub(super) fn setup(book: &mut Book) -> About {
    guarded(About::new("Begin to set up a second factor"))
        .body(object().with("password", text()))
        .answers(200, "The secret for the authenticator.", book.of::<SetupView>())
        .refuses(409, "`MFA is already enabled`")
}

pub(super) fn enable(book: &mut Book) -> About {
    guarded(About::new("Turn the second factor on"))
        .body(object().maybe("code", any().note("Of the authenticator.")))
        .answers(200, "It is on; the backup codes are only shown here.", book.of::<EnabledView>())
        .refuses(409, "`MFA is already enabled` · `Start MFA setup first`")
}

pub(super) fn disable(_: &mut Book) -> About {
    guarded(About::new("Turn the second factor off"))
        .body(proof())
        .answers(200, "It is off.", object().with("enabled", flag()))
        .refuses(409, "`MFA is not enabled`")
}

pub(super) fn backup_codes(_: &mut Book) -> About {
    guarded(About::new("Make new backup codes"))
        .body(proof())
        .answers(200, "The codes, which are only shown here.", object().with("backup_codes", texts()))
        .refuses(409, "`MFA is not enabled`")
}
