//! The data folder: one process at a time, a master key beside the database, nobody else reads.

use crate::base::crypto::{self, Keys};
use crate::base::{Error, Kind, Result};
use crate::config::ServerSettings;
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, Write};
use std::path::Path;

/// Held while this process owns the database.
#[derive(Debug)]
pub struct Lock(#[allow(dead_code)] File);

impl Lock {
    /// Creates the data folder and locks `<db>.lock`; the error names the process that has it.
    pub fn take(settings: &ServerSettings) -> Result<Lock> {
        for path in [Some(settings.data_dir.as_path()), settings.db.parent(), settings.key_file.parent()] {
            make_folder(path.unwrap_or(Path::new(".")))?;
        }
        let path = settings.db.with_extension("lock");
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(at(&path))?;
        if file.try_lock().is_err() {
            let mut pid = String::new();
            let _ = file.read_to_string(&mut pid);
            let who =
                if pid.trim().is_empty() { "another process".to_owned() } else { format!("process {}", pid.trim()) };
            let text =
                format!("{} is in use by {who}; stop it first or choose another --data-dir", settings.db.display());
            return Err(Error::new(Kind::Conflict, text));
        }
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(std::process::id().to_string().as_bytes())?;
        private(&path, 0o600)?;
        Ok(Lock(file))
    }
}

/// The process that has the database, or `None` when nobody does. A file without a lock means
/// nothing: the system lets go of a lock when its process ends, however that was.
pub fn holder(settings: &ServerSettings) -> Result<Option<String>> {
    let path = settings.db.with_extension("lock");
    let mut file = match File::open(&path) {
        Ok(file) => file,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(at(&path)(e)),
    };
    if file.try_lock_shared().is_ok() {
        return Ok(None);
    }
    let mut pid = String::new();
    file.read_to_string(&mut pid)?;
    Ok(Some(pid.trim().to_owned()))
}

/// Reads the 32-byte master key, making it at the first start. A database without its key is
/// refused: a fresh key would make every sealed value unreadable for good.
pub fn master_key(settings: &ServerSettings) -> Result<[u8; 32]> {
    if let Some(key) = settings.master_key.0 {
        return Ok(key);
    }
    let path = &settings.key_file;
    match fs::read(path) {
        Ok(bytes) => bytes
            .try_into()
            .map_err(|_| Error::new(Kind::Invalid, format!("{} does not hold a key of 32 bytes", path.display()))),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound && !settings.db.exists() => {
            let key = crypto::random_bytes::<32>();
            write_key(path, &key)?;
            if !settings.dev {
                tracing::info!(path = %path.display(), "made a new master key; keep a copy of it apart from the backups");
            }
            Ok(key)
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Err(Error::new(
            Kind::NotFound,
            format!(
                "{} is missing, and without it {} cannot be read; restore it from where you keep it",
                path.display(),
                settings.db.display()
            ),
        )),
        Err(e) => Err(at(path)(e)),
    }
}

/// Writes a key to a file that only we can read, so that it is there after a power cut.
pub fn write_key(path: &Path, key: &[u8; 32]) -> Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(at(path))?;
    private(path, 0o600)?;
    file.write_all(key)?;
    file.sync_all()?;
    sync_folder(path)
}

/// Makes what happened to the name of a file last.
pub fn sync_folder(of: &Path) -> Result<()> {
    let folder = of.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(at(folder))
}

/// A value that only the right key produces; kept in the database to recognise a wrong one.
pub fn key_check(keys: &Keys) -> String {
    crypto::base64_encode(&crypto::hmac_sha256(&keys.code, &[b"jobcelis key check"]))
}

/// Takes the database files from other users whatever the umask was.
pub fn restrict(settings: &ServerSettings) -> Result<()> {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = settings.db.clone().into_os_string();
        name.push(suffix);
        let path = Path::new(&name);
        if path.exists() {
            private(path, 0o600)?;
        }
    }
    Ok(())
}

/// Makes a folder that only we can read, unless it is there.
pub fn make_folder(path: &Path) -> Result<()> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(path).map_err(at(path))?;
    private(path, 0o700)
}

#[cfg(unix)]
pub fn private(path: &Path, mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).map_err(at(path))
}

#[cfg(not(unix))]
pub fn private(_: &Path, _: u32) -> Result<()> {
    Ok(())
}

/// Makes a file belong to whom another one does.
#[cfg(unix)]
pub fn give_to_owner_of(model: &Path, path: &Path) -> Result<()> {
    use std::os::unix::fs::{MetadataExt, chown};
    let (wanted, present) = (fs::metadata(model).map_err(at(model))?, fs::metadata(path).map_err(at(path))?);
    if (wanted.uid(), wanted.gid()) == (present.uid(), present.gid()) {
        return Ok(());
    }
    chown(path, Some(wanted.uid()), Some(wanted.gid())).map_err(at(path))
}

#[cfg(not(unix))]
pub fn give_to_owner_of(_: &Path, _: &Path) -> Result<()> {
    Ok(())
}

fn at(path: &Path) -> impl Fn(std::io::Error) -> Error {
    let path = path.display().to_string();
    move |e| Error::new(Kind::Unavailable, format!("{path}: {e}")).because(e)
}
