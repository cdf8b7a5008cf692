//! What settings must be together, beyond what each must be by itself.

use super::source::wrong;
use super::{Loaded, ServerSettings};
use crate::base::Result;
use std::path::{Path, PathBuf};

/// A database that leaves nothing on a disk.
const MEMORY: &str = ":memory:";
/// Where the system keeps files in memory.
const MEMORY_FILES: &str = "/dev/shm";

/// Refuses what cannot be, and puts a database in memory where its files are to be.
pub(super) fn check(loaded: &mut Loaded) -> Result<()> {
    if loaded.settings.data_dir.as_os_str().is_empty() {
        return Err(wrong("--data-dir".to_owned(), "must be given: this user has no home folder"));
    }
    check_url(&loaded.settings)?;
    check_mail(&loaded.settings)?;
    check_tls(&loaded.settings)?;
    if loaded.settings.db == Path::new(MEMORY) {
        keep_in_memory(loaded, Path::new(MEMORY_FILES))?;
    }
    Ok(())
}

fn check_url(settings: &ServerSettings) -> Result<()> {
    let url = url::Url::parse(&settings.public_url).ok();
    url.filter(|u| matches!(u.scheme(), "http" | "https") && u.host().is_some())
        .map(drop)
        .ok_or_else(|| wrong(format!("public_url {:?}", settings.public_url), "must be an http or https URL"))
}

fn check_mail(settings: &ServerSettings) -> Result<()> {
    let (smtp, resend) = (settings.smtp_url.0.is_some(), settings.resend_api_key.0.is_some());
    if smtp && resend {
        return Err(wrong("--smtp-url".to_owned(), "cannot be used together with --resend-api-key"));
    }
    if (smtp || resend) && settings.mail_from.0.is_none() {
        return Err(wrong("--mail-from".to_owned(), "must be given where mail is sent"));
    }
    Ok(())
}

fn check_tls(settings: &ServerSettings) -> Result<()> {
    match (&settings.tls_cert, &settings.tls_key) {
        (Some(_), None) => Err(wrong("--tls-key".to_owned(), "must be given together with --tls-cert")),
        (None, Some(_)) => Err(wrong("--tls-cert".to_owned(), "must be given together with --tls-key")),
        (Some(_), Some(_)) if settings.dev => {
            Err(wrong("--tls-cert".to_owned(), "cannot be used together with --dev, which speaks plain http"))
        }
        _ => Ok(()),
    }
}

/// The database needs files of its kind; these lie in memory, in a folder that goes with the server.
fn keep_in_memory(loaded: &mut Loaded, files: &Path) -> Result<()> {
    let given = |key| !loaded.is_default(key);
    let (name, dev) = (format!("--db {MEMORY}"), loaded.settings.dev);
    if !dev {
        return Err(wrong(name, "needs --dev: a server that is to last keeps its data in a file"));
    }
    if given("data_dir") || given("key_file") {
        return Err(wrong(name, "cannot be used together with --data-dir or --key-file"));
    }
    if !files.is_dir() {
        return Err(wrong(name, "cannot be done: this system keeps no files in memory; leave it out"));
    }
    let settings = &mut loaded.settings;
    let folder = files.join(settings.data_dir.file_name().map(PathBuf::from).unwrap_or_default());
    settings.db = folder.join("jobcelis.db");
    settings.key_file = folder.join("secret.key");
    settings.data_dir = folder;
    Ok(())
}
