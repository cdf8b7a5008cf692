//! The local half: settings, data and surroundings of a server on this machine.

use super::report::{Level, Report};
use super::{Doctor, backups, files, machine, public};
use crate::cli::global::Global;
use crate::config::{self, Listen, Loaded, ServerSettings};
use crate::engine::checkup::{self, Checkup, Key};
use crate::server::Tls;
use std::path::PathBuf;

const MIB: u64 = 1 << 20;

/// Looks at the server whose settings these are; whether there is one.
pub fn check(report: &mut Report, doctor: &Doctor, global: &Global) -> bool {
    let variable = |name: &str| std::env::var(name).ok();
    let loaded = match config::load(&doctor.place.0, variable, doctor.server_config.as_deref()) {
        Ok(loaded) => loaded,
        Err(e) => {
            report.fail("server settings", e.message(), "jobcelis serve --print-config");
            return true;
        }
    };
    let settings = &loaded.settings;
    if !settings.db.exists() {
        let place = settings.db.display();
        if loaded.is_default("data_dir") && loaded.is_default("db") {
            report.ok("server", format!("there is none on this machine ({place})"));
        } else {
            report.warn(
                "server",
                format!("there is no database {place}"),
                "`jobcelis serve` makes one at its first start",
            );
        }
        return false;
    }
    modes(report, settings, doctor.fix);
    let seen = checkup::look(settings, doctor.full);
    let holder = data(report, settings, &seen);
    let key_check = seen.database.as_ref().ok().and_then(|found| found.key_check.as_deref());
    backups::check(report, settings, key_check, doctor.full);
    surroundings(report, settings, holder.as_deref());
    exposure(report, &loaded);
    certificate(report, settings);
    if holder.is_some() && !loaded.is_default("public_url") {
        public::check(report, global, &settings.public_url);
    }
    mail(report, settings);
    true
}

/// Who can read the data.
fn modes(report: &mut Report, settings: &ServerSettings, fix: bool) {
    let secret = |name| files::Secret { name, mode: 0o600, otherwise: Level::Fail };
    files::check(report, files::FOLDER, &settings.data_dir, fix);
    for suffix in ["", "-wal", "-shm"] {
        files::check(report, secret("database"), &beside(settings, suffix), fix);
    }
    if settings.master_key.0.is_none() {
        files::check(report, secret("master key"), &settings.key_file, fix);
    }
}

fn beside(settings: &ServerSettings, suffix: &str) -> PathBuf {
    let mut name = settings.db.clone().into_os_string();
    name.push(suffix);
    name.into()
}

/// The database, its key and who has them; the process that does.
fn data(report: &mut Report, settings: &ServerSettings, seen: &Checkup) -> Option<String> {
    let place = settings.db.display();
    let holder = match &seen.holder {
        Ok(holder) => holder.clone(),
        Err(e) => {
            report.fail("lock", e.message(), "run this as the user of the server");
            None
        }
    };
    match &holder {
        Some(pid) => report.ok("server", format!("process {pid} serves {place}")),
        None => report.ok("server", format!("is not running on {place}")),
    }
    match &seen.database {
        Ok(found) if found.schema > found.newest => report.fail(
            "database",
            format!("its schema {} is newer than this program's {}", found.schema, found.newest),
            "install the version of jobcelis that wrote it, or a newer one",
        ),
        Ok(found) if found.schema < found.newest => report.warn(
            "database",
            format!("its schema {} is older than this program's {}", found.schema, found.newest),
            "the next start of the server migrates it; back it up first",
        ),
        Ok(found) => report.ok("database", format!("{place}, schema {}", found.schema)),
        Err(e) => {
            report.fail("database", format!("{place} cannot be read: {}", why(e)), "run this as the user of the server")
        }
    }
    if let Ok(Some(damage)) = seen.database.as_ref().map(|found| &found.damage) {
        match damage.first() {
            None => report.ok("integrity", "every page and index is sound"),
            Some(first) => {
                let text = format!("{} complaints, the first: {first}", damage.len());
                report.fail("integrity", text, "stop the server and restore the last backup");
            }
        }
    }
    key(report, settings, &seen.key);
    log(report, settings);
    holder
}

/// Causes that only the log of a server would tell, for who asks here may know them.
fn why(error: &crate::base::Error) -> String {
    let causes = std::iter::successors(std::error::Error::source(error), |&cause| cause.source());
    causes.last().map_or_else(|| error.message().to_owned(), ToString::to_string)
}

fn key(report: &mut Report, settings: &ServerSettings, key: &Key) {
    let place = settings.key_place();
    let restore = "restore it from where you keep it; without it sealed data cannot be read";
    match key {
        Key::Good => report.ok("master key", format!("{place} opens this database")),
        Key::Missing => report.fail("master key", format!("{place} is missing"), restore),
        Key::Foreign => report.fail("master key", format!("{place} is the key of another database"), restore),
        Key::Unusable(e) => report.fail("master key", format!("{place}: {}", why(e)), restore),
    }
}

/// Copied into the database while the server runs; a large one means that this does not happen.
fn log(report: &mut Report, settings: &ServerSettings) {
    let size = std::fs::metadata(beside(settings, "-wal")).map_or(0, |meta| meta.len());
    let text = format!("{} of changes not yet in the database file", machine::size(size));
    if size > 512 * MIB {
        report.warn("write-ahead log", text, "a reader may hold it; restart the server");
    } else {
        report.ok("write-ahead log", text);
    }
}

fn surroundings(report: &mut Report, settings: &ServerSettings, holder: Option<&str>) {
    if let Some(free) = machine::free_disk(&settings.db) {
        let text = format!("{} free", machine::size(free));
        match free {
            n if n < 100 * MIB => report.fail("disk", text, "make room: a full disk refuses events"),
            n if n < 1024 * MIB => report.warn("disk", text, "make room: a full disk refuses events"),
            _ => report.ok("disk", text),
        }
    }
    if let Some(limit) = machine::open_files(holder) {
        let wanted = settings.delivery_workers as u64 + 512;
        let text = format!("{limit} at a time");
        if limit < wanted {
            let hint = format!(
                "raise it to {wanted} or more: LimitNOFILE of the service, or ulimit -n; or lower --delivery-workers"
            );
            report.warn("open files", text, hint);
        } else {
            report.ok("open files", text);
        }
    }
    for listen in &settings.listen {
        let Listen::Tcp(address) = listen else { continue };
        match (machine::is_taken(*address), holder) {
            (Ok(false), None) => report.ok("port", format!("{address} is free")),
            (Ok(true), Some(_)) => report.ok("port", format!("{address} is in use, the server runs")),
            (Ok(false), Some(_)) => {
                report.warn(
                    "port",
                    format!("nobody listens on {address}, though the server runs"),
                    "was it started with another --listen?",
                );
            }
            (Ok(true), None) => report.fail(
                "port",
                format!("another program listens on {address}"),
                "choose another address with --listen",
            ),
            (Err(e), _) => report.fail("port", format!("{address}: {e}"), "choose another address with --listen"),
        }
    }
}

/// The way out for letters.
fn mail(report: &mut Report, settings: &ServerSettings) {
    match (checkup::mail(settings), &settings.smtp_url.0) {
        (Some(Ok(())), Some(smtp)) => report.ok("mail", format!("{smtp} takes letters")),
        (Some(Err(why)), Some(smtp)) => {
            report.fail("mail", format!("{smtp}: {why}"), "letters wait for a day; check --smtp-url");
        }
        _ if settings.resend_api_key.0.is_some() => report.ok("mail", "goes through Resend; not tried"),
        _ => report.ok("mail", "is not configured: no letters, links are made by operators"),
    }
}

/// What strangers could make the server do.
/// The pair that a start would read.
fn certificate(report: &mut Report, settings: &ServerSettings) {
    if let (Some(cert), Some(key)) = (&settings.tls_cert, &settings.tls_key) {
        match Tls::load(cert, key) {
            Ok(_) => report.ok("certificate", format!("{} can be read and its key fits", cert.display())),
            Err(e) => {
                report.fail("certificate", e.message(), "see --tls-cert and --tls-key; a SIGHUP has them read again")
            }
        }
    }
}

fn exposure(report: &mut Report, loaded: &Loaded) {
    let settings = &loaded.settings;
    let private = &settings.allow_private_destinations.0.0;
    let reachable = settings.listen.iter().any(|listen| !listen.is_local());
    if private.is_empty() {
        report.ok("destinations", "private addresses are refused");
    } else if reachable && !settings.dev {
        let nets = private.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        report.warn(
            "destinations",
            format!("others reach this server, and it may deliver to {nets}"),
            "list only the networks that are meant in --allow-private-destinations",
        );
    } else {
        report.ok("destinations", "private addresses are allowed; only this machine reaches the server");
    }
}
