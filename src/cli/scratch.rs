//! A private folder that goes when its owner does.

use std::fs::DirBuilder;
use std::io::Result;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

/// A folder only this user can read; removed with all it holds on drop.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// A new folder of an unused name inside `parent`, which is made if need be.
    pub fn new(parent: &Path, name: &str) -> Result<Scratch> {
        Scratch::at(parent.join(format!("{name}-{:08x}", rand::random::<u32>())))
    }

    /// The folder of that name, which must not exist yet.
    pub fn at(path: PathBuf) -> Result<Scratch> {
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Scratch(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // At worst a folder stays behind in a place for such folders.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_scratch_folder_is_private_and_goes() {
        let parent = tempfile::tempdir().expect("folder");
        let scratch = Scratch::new(&parent.path().join("deep"), "x").expect("made");
        let path = scratch.path().to_owned();
        std::fs::write(path.join("file"), "x").expect("written");
        assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o700);
        assert!(Scratch::at(path.clone()).is_err());
        drop(scratch);
        assert!(!path.exists());
    }
}
