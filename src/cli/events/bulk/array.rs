//! Records of one JSON array: its elements, found by counting brackets outside strings. Whether
//! an element is JSON is judged by whoever reads it.

use super::input::{Bytes, LARGEST_RECORD, Place, Record, text_of, too_large};
use crate::cli::failure::{Failure, Outcome};
use std::io::BufRead;

/// Reads elements.
pub struct Array {
    from: Bytes,
    at: Place,
}

/// Where in an element a byte stands.
#[derive(Default)]
struct Scan {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

enum Step {
    /// The byte belongs to the element.
    Part,
    /// The byte is its last.
    Last,
    /// The byte is behind it.
    Behind,
}

impl Scan {
    fn step(&mut self, byte: u8) -> Step {
        if self.in_string {
            self.in_string = byte != b'"' || self.escaped;
            self.escaped = byte == b'\\' && !self.escaped;
            return if !self.in_string && self.depth == 0 { Step::Last } else { Step::Part };
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' | b',' if self.depth == 0 => return Step::Behind,
            b'}' | b']' => {
                self.depth -= 1;
                return if self.depth == 0 { Step::Last } else { Step::Part };
            }
            _ => {}
        }
        Step::Part
    }
}

impl Array {
    /// `at` is the array's start or a place behind one of its elements.
    pub fn new(from: Bytes, at: Place) -> Array {
        Array { from, at }
    }

    pub fn next(&mut self) -> Outcome<Option<Record>> {
        let expected = if self.at.lines == 0 { b'[' } else { b',' };
        match self.ahead()? {
            Some(byte) if byte == expected => self.take(1),
            Some(b']') => return self.end(),
            found => return Err(self.wrong(found)),
        }
        match self.ahead()? {
            Some(b']') if expected == b'[' => return self.end(),
            found @ (None | Some(b']' | b',')) => return Err(self.wrong(found)),
            Some(_) => {}
        }
        let text = self.element()?;
        self.at.lines += 1;
        Ok(Some(Record { line: self.at.lines, after: self.at, text }))
    }

    /// The text from here to the element's end.
    fn element(&mut self) -> Outcome<Result<String, String>> {
        let (mut scan, mut text, mut length) = (Scan::default(), Vec::new(), 0);
        loop {
            let ahead = self.from.fill_buf()?;
            if ahead.is_empty() {
                return Err(self.wrong(None));
            }
            let end = ahead.iter().enumerate().find_map(|(n, byte)| match scan.step(*byte) {
                Step::Part => None,
                Step::Last => Some(n + 1),
                Step::Behind => Some(n),
            });
            let taken = end.unwrap_or(ahead.len());
            length += taken;
            if length <= LARGEST_RECORD {
                text.extend_from_slice(&ahead[..taken]);
            }
            self.take(taken);
            if end.is_some() {
                return Ok(if length <= LARGEST_RECORD { text_of(text) } else { Err(too_large()) });
            }
        }
    }

    /// Behind the array nothing may follow.
    fn end(&mut self) -> Outcome<Option<Record>> {
        self.take(1);
        match self.ahead()? {
            None => Ok(None),
            found => Err(self.wrong(found)),
        }
    }

    /// Goes to the next byte that is not blank and looks at it.
    fn ahead(&mut self) -> Outcome<Option<u8>> {
        loop {
            let ahead = self.from.fill_buf()?;
            if ahead.is_empty() {
                return Ok(None);
            }
            let blank = ahead.iter().take_while(|b| b.is_ascii_whitespace()).count();
            let found = ahead.get(blank).copied();
            self.take(blank);
            if found.is_some() {
                return Ok(found);
            }
        }
    }

    fn take(&mut self, count: usize) {
        self.from.consume(count);
        self.at.bytes += count as u64;
    }

    fn wrong(&self, found: Option<u8>) -> Failure {
        let found = found.map_or("the input ends".to_owned(), |byte| format!("there is {:?}", char::from(byte)));
        Failure::usage(format!("the array is not well formed: after element {} {found}", self.at.lines))
    }
}
