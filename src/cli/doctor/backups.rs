//! The backups of a server: whether there are any, how old the newest is, and whether it could be
//! restored with the master key that is there.

use super::report::Report;
use crate::base::{Kind, Timestamp};
use crate::config::ServerSettings;
use crate::domain::backup::is_stale;
use crate::engine::backup;

/// Looks at the newest; `full` reads all of it. `key_check` is what recognises the key of the data.
pub fn check(report: &mut Report, settings: &ServerSettings, key_check: Option<&str>, full: bool) {
    let Some(folder) = &settings.backup_dir.0 else { return report.ok("backup", "backups are off") };
    let place = folder.display();
    let found = match backup::list(folder) {
        Ok(found) => found,
        Err(e) => return report.fail("backup", e.message().to_owned(), "run this as the user of the server"),
    };
    let Some(newest) = found.first() else {
        return report.ok("backup", format!("there is none in {place} yet; the server makes one every day"));
    };
    let (created, now) = (newest.manifest.created(), Timestamp::now());
    let text = format!("{} of {} in {place}", newest.name, newest.manifest.created_at);
    if newest.manifest.key_check.as_deref() != key_check && key_check.is_some() {
        let hint = "keep the master key it was made under until there is a newer one";
        report.warn("backup", format!("{text} belongs to another master key"), hint);
    } else if is_stale(now, created) {
        let days = now.since(created).as_secs() / 86_400;
        report.warn(
            "backup",
            format!("{text} is {days} days old"),
            "the log of the server says why; or `jobcelis backup`",
        );
    } else if newest.manifest.verified {
        report.ok("backup", text);
    } else {
        report.warn("backup", format!("{text} was not found whole"), "jobcelis backup verify FILE");
    }
    if full {
        let secret = backup::passphrase(settings);
        let path = folder.join(&newest.name);
        let checked = secret.and_then(|secret| backup::verify(&settings.db, &path, secret.as_ref(), &|| true));
        match checked {
            Ok(_) => report.ok("restorable", format!("{} was read to its last page", newest.name)),
            Err(e) if e.kind() == Kind::Conflict => report.ok("restorable", e.message().to_owned()),
            Err(e) => report.fail("restorable", e.message().to_owned(), "make a new one with `jobcelis backup`"),
        }
    }
}
