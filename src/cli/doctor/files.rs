//! Whether others can read what is secret.

use super::report::{Level, Report};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// What is expected of a path.
#[derive(Debug, Clone, Copy)]
pub struct Secret {
    pub name: &'static str,
    pub mode: u32,
    /// How bad it is when others can read it.
    pub otherwise: Level,
}

/// A folder is only the way to its files, which have modes of their own.
pub const FOLDER: Secret = Secret { name: "folder", mode: 0o700, otherwise: Level::Warn };

/// Looks at the mode of a path that exists; what is well is not worth a line.
pub fn check(report: &mut Report, secret: Secret, path: &Path, fix: bool) {
    let Ok(meta) = fs::metadata(path) else { return };
    let mode = meta.permissions().mode() & 0o777;
    if mode & 0o077 == 0 {
        return;
    }
    let Secret { name, mode: wanted, otherwise } = secret;
    let found = format!("{} can be reached by other users (mode {mode:04o})", path.display());
    if !fix {
        let hint = format!("jobcelis doctor --fix, or: chmod {wanted:o} {}", path.display());
        return report.add(otherwise, name, found, hint);
    }
    match fs::set_permissions(path, Permissions::from_mode(wanted)) {
        Ok(()) => report.ok(name, format!("{} had mode {mode:04o} and has {wanted:04o} now", path.display())),
        Err(e) => report.add(otherwise, name, format!("{found} and cannot be changed: {e}"), ""),
    }
}
