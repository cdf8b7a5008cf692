//! A file of events as a run of records, whatever its form. Reads ahead by a buffer at most, and
//! a record that is too large is passed over without being kept. Knows nothing of events.

use super::array::Array;
use super::lines::Lines;
use super::rows::Rows;
use crate::cli::failure::{Failure, Outcome};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Records beyond this are not kept in memory, and no server takes them.
pub const LARGEST_RECORD: usize = 1 << 20;
const BUFFER: usize = 256 << 10;
const MARK: &[u8] = b"\xef\xbb\xbf";

pub type Bytes = BufReader<Box<dyn Read + Send>>;

/// How far an input is read: all before this place is done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    pub bytes: u64,
    /// Lines of a text, elements of an array, rows of a table with the titles.
    pub lines: u64,
}

/// One record: a line, an element or a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its number, from 1.
    pub line: u64,
    /// Where the next one begins.
    pub after: Place,
    /// Its text, not yet judged, or why there is none.
    pub text: Result<String, String>,
}

/// Why there is no text of a record that is over [`LARGEST_RECORD`].
pub fn too_large() -> String {
    format!("larger than {} MiB", LARGEST_RECORD >> 20)
}

/// Bytes of a record as text.
pub fn text_of(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|_| "is not UTF-8".to_owned())
}

/// What is sent: a regular file, or a stream that can be read once.
#[derive(Debug)]
pub struct Source {
    pub path: PathBuf,
    /// The size of a regular file as it was found; what is added meanwhile is left for later.
    pub size: Option<u64>,
    file: Option<File>,
}

impl Source {
    /// Opens a file; `-` is stdin.
    pub fn open(path: &Path) -> Outcome<Source> {
        if path.as_os_str() == "-" {
            return Ok(Source { path: path.to_owned(), size: None, file: None });
        }
        let wrong = |e: std::io::Error| Failure::usage(format!("{}: {e}", path.display()));
        let file = File::open(path).map_err(wrong)?;
        let about = file.metadata().map_err(wrong)?;
        if about.is_dir() {
            return Err(Failure::usage(format!("{}: is a folder", path.display())));
        }
        Ok(Source { path: path.to_owned(), size: about.is_file().then_some(about.len()), file: Some(file) })
    }

    /// The file from its start, read on its own.
    pub fn head(&self) -> std::io::Result<File> {
        File::open(&self.path)
    }

    fn bytes(self, from: u64) -> std::io::Result<Bytes> {
        let bytes: Box<dyn Read + Send> = match (self.file, self.size) {
            (Some(mut file), Some(size)) => {
                file.seek(SeekFrom::Start(from))?;
                Box::new(file.take(size.saturating_sub(from)))
            }
            (Some(file), None) => Box::new(file),
            (None, _) => Box::new(std::io::stdin()),
        };
        Ok(BufReader::with_capacity(BUFFER, bytes))
    }
}

/// A source with its form known.
pub enum Input {
    Lines(Lines),
    Array(Array),
    Rows(Rows),
}

impl Input {
    /// Begins to read at a place where an earlier run stopped, or at the start. The first byte
    /// tells an array from lines; a table is one because the caller says so, and `bare` leaves
    /// all its columns in the payload.
    pub fn open(source: Source, table: bool, bare: bool, at: Place) -> Outcome<Input> {
        let name = source.path.display().to_string();
        let wrong = |e: std::io::Error| Failure::usage(format!("{name}: {e}"));
        if at.bytes > 0 {
            return Input::go_on(source, table, bare, at).map_err(wrong)?;
        }
        let mut bytes = source.bytes(0).map_err(wrong)?;
        if table {
            return Ok(Input::Rows(Rows::new(bytes, None, bare, at)?));
        }
        let (skipped, first) = skip_blank(&mut bytes).map_err(wrong)?;
        Ok(match first {
            Some(b'[') => Input::Array(Array::new(bytes, Place { lines: 0, ..skipped })),
            _ => Input::Lines(Lines::new(bytes, skipped)),
        })
    }

    /// As an earlier run would have gone on: what its start said still holds.
    fn go_on(source: Source, table: bool, bare: bool, mut at: Place) -> std::io::Result<Outcome<Input>> {
        if table {
            let titles = Rows::titles(source.head()?);
            let bytes = source.bytes(at.bytes)?;
            return Ok(titles.and_then(|titles| Ok(Input::Rows(Rows::new(bytes, Some(titles), bare, at)?))));
        }
        let (_, first) = skip_blank(&mut BufReader::with_capacity(BUFFER, source.head()?))?;
        if first == Some(b'[') {
            return Ok(Ok(Input::Array(Array::new(source.bytes(at.bytes)?, at))));
        }
        let mut bytes = source.bytes(at.bytes - 1)?;
        let mut last = [0];
        bytes.read_exact(&mut last)?;
        if last != *b"\n" {
            // The file ended within this line then: what has come since is still of it.
            at.lines -= 1;
        }
        Ok(Ok(Input::Lines(Lines::new(bytes, at))))
    }

    /// The next record; `None` at the end. An error is one of the input as a whole.
    pub fn next(&mut self) -> Outcome<Option<Record>> {
        match self {
            Input::Lines(lines) => lines.next(),
            Input::Array(array) => array.next(),
            Input::Rows(rows) => rows.next(),
        }
    }
}

/// Goes to the first byte that is not blank, over a byte order mark too.
fn skip_blank<R: Read>(bytes: &mut BufReader<R>) -> std::io::Result<(Place, Option<u8>)> {
    let mut skipped = Place::default();
    if bytes.fill_buf()?.starts_with(MARK) {
        bytes.consume(MARK.len());
        skipped.bytes += MARK.len() as u64;
    }
    loop {
        let ahead = bytes.fill_buf()?;
        if ahead.is_empty() {
            return Ok((skipped, None));
        }
        let blank = ahead.iter().take_while(|b| b.is_ascii_whitespace()).count();
        skipped.lines += ahead[..blank].iter().filter(|b| **b == b'\n').count() as u64;
        skipped.bytes += blank as u64;
        let first = ahead.get(blank).copied();
        bytes.consume(blank);
        if first.is_some() {
            return Ok((skipped, first));
        }
    }
}

#[cfg(test)]
mod tests;
