//! The file of what was not accepted: one line per record with its number, the reason and the
//! record itself. It is made when the first one comes.

use super::batch::Reject;
use super::state::private;
use crate::base::json::write_string;
use crate::cli::failure::{Failure, Outcome};
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The file, and how much of it is written.
#[derive(Debug)]
pub struct Rejects {
    path: PathBuf,
    file: Option<File>,
    pub bytes: u64,
}

impl Rejects {
    /// `bytes` of an earlier run stay; what it wrote beyond is written again.
    pub fn new(path: PathBuf, bytes: u64) -> Rejects {
        Rejects { path, file: None, bytes }
    }

    /// The path, if there is anything in the file.
    pub fn path(&self) -> Option<&Path> {
        (self.bytes > 0).then_some(self.path.as_path())
    }

    /// Appends and syncs.
    pub fn add<'r>(&mut self, rejects: impl Iterator<Item = &'r Reject>) -> Outcome {
        let text: String = rejects.map(line).collect();
        if text.is_empty() {
            return Ok(());
        }
        self.write(text.as_bytes()).map_err(|e| Failure::failed(format!("{}: {e}", self.path.display())))
    }

    fn write(&mut self, text: &[u8]) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            None => {
                let mut file = private().open(&self.path)?;
                file.set_len(self.bytes)?;
                file.seek(SeekFrom::Start(self.bytes))?;
                self.file.insert(file)
            }
        };
        file.write_all(text)?;
        file.sync_data()?;
        self.bytes += text.len() as u64;
        Ok(())
    }
}

fn line(reject: &Reject) -> String {
    let mut text = format!("{{\"line\":{},\"error\":", reject.line);
    write_string(&mut text, &reject.error);
    if let Some(details) = &reject.details {
        text += &format!(",\"validation_errors\":{details}");
    }
    text + &format!(",\"event\":{}}}\n", reject.event)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reject(line: u64) -> Reject {
        let (error, event) = ("is \"bad\"".to_owned(), "{\"a\":1}".to_owned());
        Reject { line, error, details: None, event, invalid: true }
    }

    #[test]
    fn another_run_goes_on_where_the_kept_part_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("r.ndjson");
        let mut rejects = Rejects::new(path.clone(), 0);
        rejects.add(std::iter::empty()).expect("nothing to do");
        assert!(!path.exists() && rejects.path().is_none());
        rejects.add([reject(1)].iter()).expect("written");
        let kept = rejects.bytes;
        rejects.add([reject(2), reject(3)].iter()).expect("written");
        let mut again = Rejects::new(path.clone(), kept);
        let detailed = Reject { details: Some("[1]".into()), ..reject(4) };
        again.add([detailed].iter()).expect("written");
        let expected = "{\"line\":1,\"error\":\"is \\\"bad\\\"\",\"event\":{\"a\":1}}\n\
                        {\"line\":4,\"error\":\"is \\\"bad\\\"\",\"validation_errors\":[1],\"event\":{\"a\":1}}\n";
        assert_eq!(std::fs::read_to_string(&path).expect("text"), expected);
        assert_eq!(again.bytes, expected.len() as u64);
    }
}
