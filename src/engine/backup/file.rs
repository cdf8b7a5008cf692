//! The file of a backup: a database compressed and, where asked for, encrypted, on its way in and
//! out in constant memory; and the one scratch file through which it goes. Names are not decided
//! here.

use crate::base::crypto::stream::{Hashed, MAGIC, Opener, Passphrase, Sealer};
use crate::base::{Error, Kind, Result};
use crate::engine::lock;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// Level of compression: events shrink to a tenth, at the speed of a disk.
const LEVEL: i32 = 3;
/// Bytes in memory at a time.
const BLOCK: usize = 1 << 20;
/// Bytes after which what was written is handed to the disk, so that no other file waits long.
const SYNC_EVERY: usize = 4 << 20;

/// Asked now and then whether to go on.
pub type GoOn<'a> = &'a (dyn Fn() -> bool + Send + Sync);

/// Why it stops when it is told to.
pub fn stopped() -> Error {
    Error::new(Kind::Unavailable, "the server is stopping")
}

/// An uncompressed copy beside the database, for one backup at a time. Locked while it is in use,
/// by whichever process, and gone afterwards.
#[derive(Debug)]
pub struct Scratch {
    path: PathBuf,
    file: File,
}

impl Scratch {
    /// 409 while another backup of these data is made or read.
    pub fn take(db: &Path) -> Result<Scratch> {
        let path = with_suffix(db, ".copy");
        loop {
            let mut options = OpenOptions::new();
            let file = options.read(true).write(true).create(true).truncate(false).open(&path).map_err(at(&path))?;
            if file.try_lock().is_err() {
                return Err(Error::new(Kind::Conflict, "A backup is being made or checked already"));
            }
            // Whoever had it before may have removed its name meanwhile.
            if is_same(&file, &path) {
                lock::private(&path, 0o600)?;
                file.set_len(0).map_err(at(&path))?;
                return Ok(Scratch { path, file });
            }
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Fills it with what is in a backup.
    pub fn unpack(&mut self, from: &Path, passphrase: Option<&Passphrase>, go_on: GoOn<'_>) -> Result<()> {
        self.file.set_len(0).and_then(|()| self.file.rewind()).map_err(at(&self.path))?;
        let mut reader = zstd::Decoder::new(opened(from, passphrase)?).map_err(at(from))?;
        flow(&mut reader, &mut self.file, None, (from, &self.path), go_on)
    }

    /// Makes what is in it last.
    pub fn sync(&self) -> Result<()> {
        self.file.sync_all().map_err(at(&self.path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |meta: &fs::Metadata| (meta.dev(), meta.ino());
    matches!((file.metadata(), fs::metadata(path)), (Ok(a), Ok(b)) if place(&a) == place(&b))
}

#[cfg(not(unix))]
fn is_same(_: &File, path: &Path) -> bool {
    path.exists()
}

/// The path with something behind its name.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.to_path_buf().into_os_string();
    name.push(suffix);
    name.into()
}

/// An empty file that only its owner can read.
pub fn create(path: &Path) -> Result<File> {
    let file = OpenOptions::new().write(true).create(true).truncate(true).open(path).map_err(at(path))?;
    lock::private(path, 0o600)?;
    Ok(file)
}

enum Lane {
    Plain(Hashed<File>),
    Sealed(Box<Sealer<Hashed<File>>>),
}

impl Lane {
    fn finish(self) -> io::Result<Hashed<File>> {
        match self {
            Lane::Plain(hashed) => Ok(hashed),
            Lane::Sealed(sealer) => sealer.finish(),
        }
    }
}

impl Write for Lane {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Lane::Plain(to) => to.write(bytes),
            Lane::Sealed(to) => to.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Compresses a file into another one, which is on the disk then; returns its size and SHA-256.
pub fn pack(from: &Path, to: &Path, passphrase: Option<&Passphrase>, go_on: GoOn<'_>) -> Result<(u64, [u8; 32])> {
    let file = create(to)?;
    let disk = file.try_clone().map_err(at(to))?;
    let hashed = Hashed::new(file);
    let lane = match passphrase {
        Some(passphrase) => Lane::Sealed(Box::new(Sealer::new(hashed, passphrase).map_err(at(to))?)),
        None => Lane::Plain(hashed),
    };
    let mut encoder = zstd::Encoder::new(lane, LEVEL).map_err(at(to))?;
    encoder.include_checksum(true).map_err(at(to))?;
    let mut source = File::open(from).map_err(at(from))?;
    flow(&mut source, &mut encoder, Some(&disk), (from, to), go_on)?;
    let (file, size, hash) = encoder.finish().and_then(Lane::finish).map_err(at(to))?.finish();
    file.sync_all().map_err(at(to))?;
    Ok((size, hash))
}

/// What a backup holds, still compressed.
fn opened(from: &Path, passphrase: Option<&Passphrase>) -> Result<Box<dyn Read>> {
    let mut file = File::open(from).map_err(at(from))?;
    let mut magic = Vec::new();
    (&mut file).take(MAGIC.len() as u64).read_to_end(&mut magic).map_err(at(from))?;
    file.rewind().map_err(at(from))?;
    if magic != MAGIC {
        return Ok(Box::new(file));
    }
    let passphrase =
        passphrase.ok_or_else(|| Error::new(Kind::Invalid, format!("{} needs its passphrase", from.display())))?;
    Ok(Box::new(Opener::new(BufReader::new(file), passphrase).map_err(at(from))?))
}

fn flow(
    from: &mut dyn Read,
    to: &mut dyn Write,
    disk: Option<&File>,
    (source, target): (&Path, &Path),
    go_on: GoOn<'_>,
) -> Result<()> {
    let (mut block, mut unsynced) = (vec![0; BLOCK], 0);
    loop {
        if !go_on() {
            return Err(stopped());
        }
        let count = match from.read(&mut block) {
            Ok(0) => return Ok(()),
            Ok(count) => count,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(at(source)(e)),
        };
        to.write_all(&block[..count]).map_err(at(target))?;
        unsynced += count;
        if let Some(disk) = disk.filter(|_| unsynced >= SYNC_EVERY) {
            disk.sync_data().map_err(at(target))?;
            unsynced = 0;
        }
    }
}

/// What cannot be read for what is in it is invalid; the rest is the disk's fault.
pub fn at(path: &Path) -> impl Fn(io::Error) -> Error {
    let path = path.display().to_string();
    move |e| {
        let kind = match e.kind() {
            io::ErrorKind::NotFound => Kind::NotFound,
            // How zstd says that its data are damaged.
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof | io::ErrorKind::Other => Kind::Invalid,
            _ => Kind::Unavailable,
        };
        Error::new(kind, format!("{path}: {e}"))
    }
}
