//! Records of a CSV table: each row an event whose payload holds the columns as texts. Columns
//! named like a member that steers an event, such as `topic`, become that member.

use super::input::{Bytes, LARGEST_RECORD, Place, Record, too_large};
use crate::base::Json;
use crate::base::json::Members;
use crate::cli::failure::{Failure, Outcome};
use csv::{ByteRecord, Reader, ReaderBuilder};
use std::io::{self, Read};

const STEERING: [&str; 3] = ["topic", "idempotency_key", "deliver_at"];

/// Reads rows.
pub struct Rows {
    from: Reader<Bounded<Bytes>>,
    titles: Vec<String>,
    bare: bool,
    start: u64,
    at: Place,
}

/// Ends a row without end, such as one behind a quote that is never closed.
struct Bounded<R> {
    inner: R,
    left: usize,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::other("a row does not end; is a quote not closed?"));
        }
        let most = into.len().min(self.left);
        let read = self.inner.read(&mut into[..most])?;
        self.left -= read;
        Ok(read)
    }
}

impl Rows {
    /// The titles stand at the start of the bytes unless they are given.
    pub fn new(bytes: Bytes, titles: Option<Vec<String>>, bare: bool, at: Place) -> Outcome<Rows> {
        let mut rows = Rows { from: reader(bytes), titles: Vec::new(), bare, start: at.bytes, at };
        rows.titles = match titles {
            Some(titles) => titles,
            None => {
                rows.at.lines += 1;
                read_titles(&mut rows.from)?
            }
        };
        Ok(rows)
    }

    /// The titles of a table, for a reader that begins in its middle.
    pub fn titles(bytes: impl Read) -> Outcome<Vec<String>> {
        read_titles(&mut reader(bytes))
    }

    pub fn next(&mut self) -> Outcome<Option<Record>> {
        self.from.get_mut().left = LARGEST_RECORD * 2;
        let mut row = ByteRecord::new();
        if !self.from.read_byte_record(&mut row).map_err(wrong)? {
            return Ok(None);
        }
        self.at = Place { bytes: self.start + self.from.position().byte(), lines: self.at.lines + 1 };
        Ok(Some(Record { line: self.at.lines, after: self.at, text: self.event(&row) }))
    }

    fn event(&self, row: &ByteRecord) -> Result<String, String> {
        if row.len() != self.titles.len() {
            return Err(format!("has {} fields where the titles are {}", row.len(), self.titles.len()));
        }
        let (mut event, mut payload) = (Members::default(), Members::default());
        for (title, field) in self.titles.iter().zip(row) {
            let field = std::str::from_utf8(field).map_err(|_| "is not UTF-8".to_owned())?;
            if self.bare || !STEERING.contains(&title.as_str()) {
                payload.set(title.as_str(), Json::string(field));
            } else if !field.is_empty() {
                event.set(title.as_str(), Json::string(field));
            }
        }
        let event = if self.bare {
            payload
        } else {
            event.set("payload", Json::Object(payload));
            event
        };
        let text = Json::Object(event).to_text();
        if text.len() <= LARGEST_RECORD { Ok(text) } else { Err(too_large()) }
    }
}

fn reader<R: Read>(bytes: R) -> Reader<Bounded<R>> {
    let bounded = Bounded { inner: bytes, left: LARGEST_RECORD };
    ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bounded)
}

fn read_titles<R: Read>(from: &mut Reader<Bounded<R>>) -> Outcome<Vec<String>> {
    let mut row = ByteRecord::new();
    if !from.read_byte_record(&mut row).map_err(wrong)? {
        return Err(Failure::usage("the table has no line of titles"));
    }
    let titles: Vec<String> = row.iter().map(|title| String::from_utf8_lossy(title).trim().to_owned()).collect();
    for (n, title) in titles.iter().enumerate() {
        if title.is_empty() {
            return Err(Failure::usage(format!("column {} of the table has no title", n + 1)));
        }
        if titles[..n].contains(title) {
            return Err(Failure::usage(format!("two columns of the table are called {title:?}")));
        }
    }
    Ok(titles)
}

fn wrong(error: csv::Error) -> Failure {
    match error.into_kind() {
        csv::ErrorKind::Io(e) => Failure::usage(e.to_string()),
        other => Failure::usage(format!("the table cannot be read: {other:?}")),
    }
}
