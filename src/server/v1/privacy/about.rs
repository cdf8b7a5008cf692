//! What is told of the routes by which users dispose of their data.

use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

fn guarded(about: About) -> About {
    about.refuses(401, "`Invalid password`").refuses(423, "`Account locked. Try again later.`")
}

pub(super) fn data(_: &mut Book) -> About {
    let rows = || array(object());
    let mut data = object()
        .with("format", text())
        .with("schema_version", text())
        .with("exported_at", time())
        .with("profile", object());
    let lists = ["projects", "webhooks", "events", "deliveries", "jobs", "notifications", "consents", "memberships"];
    for name in lists.into_iter().chain(["sessions", "audit_entries", "activity"]) {
        data = data.with(name, rows());
    }
    let data = data.with("truncated", map(flag()).note("Of which lists there is more."));
    About::new("Take a copy of the own data").answers(200, "The copy.", object().with("data", data))
}

pub(super) fn restrict(_: &mut Book) -> About {
    guarded(About::new("Restrict the processing of the own data")).body(object().with("password", text())).answers(
        200,
        "Processing rests.",
        state("restricted").with("restricted_at", time()),
    )
}

pub(super) fn unrestrict(_: &mut Book) -> About {
    About::new("Lift the restriction").answers(200, "Processing goes on.", state("active"))
}

fn standing() -> Shape {
    object().with("processing_consent", flag())
}

pub(super) fn object_to(_: &mut Book) -> About {
    About::new("Object to the processing of the own data").answers(200, "Processing rests.", standing())
}

pub(super) fn consent(_: &mut Book) -> About {
    About::new("Take the objection back").answers(200, "Processing goes on.", standing())
}

pub(super) fn delete(_: &mut Book) -> About {
    let body = object().with("password", text()).maybe("code", any()).maybe("backup_code", text().nullable());
    guarded(About::new("Erase the own account"))
        .body(body)
        .answers(200, "It is gone.", state("deleted"))
        .refuses(401, "`Invalid MFA code`")
        .refuses(409, "`The last superadmin cannot be deleted`")
}
