//! Records of a text: one per line, ended by LF or CRLF; blank lines are none.

use super::input::{Bytes, LARGEST_RECORD, Place, Record, text_of, too_large};
use crate::cli::failure::Outcome;
use std::io::{BufRead, Read};

/// Reads lines.
pub struct Lines {
    from: Bytes,
    at: Place,
}

impl Lines {
    pub fn new(from: Bytes, at: Place) -> Lines {
        Lines { from, at }
    }

    pub fn next(&mut self) -> Outcome<Option<Record>> {
        loop {
            let mut line = Vec::new();
            let most = LARGEST_RECORD as u64 + 2;
            let mut read = (&mut self.from).take(most).read_until(b'\n', &mut line)? as u64;
            if read == 0 {
                return Ok(None);
            }
            let whole = line.ends_with(b"\n") || read < most;
            if !whole {
                read += self.from.skip_until(b'\n')? as u64;
            }
            self.at.bytes += read;
            self.at.lines += 1;
            while line.last().is_some_and(u8::is_ascii_whitespace) {
                line.pop();
            }
            if !line.is_empty() {
                let text = if whole { text_of(line) } else { Err(too_large()) };
                return Ok(Some(Record { line: self.at.lines, after: self.at, text }));
            }
        }
    }
}
