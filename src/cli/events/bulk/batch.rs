//! Batches: as many events as fit by number and by size, as the body of one request.

use super::event::Shape;
use super::input::{Place, Record};
use super::limit::Limit;
use crate::base::Json;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

const OPEN: &str = "{\"events\":[";
const CLOSE: &str = "]}";

/// A record that became no event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    pub line: u64,
    pub error: String,
    /// What the server says in detail, as JSON.
    pub details: Option<String>,
    /// The record as JSON.
    pub event: String,
    /// It was no event before any server saw it.
    pub invalid: bool,
}

/// Events of one request, and what was refused on the way to it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Its number in the order of the input.
    pub number: u64,
    /// Everything before this place is in this batch or an earlier one.
    pub after: Place,
    /// The body of the request.
    pub body: String,
    pub events: Vec<Entry>,
    pub rejects: Vec<Reject>,
}

/// An event in a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub line: u64,
    at: Range<usize>,
}

impl Batch {
    /// The text of an event.
    pub fn text(&self, entry: &Entry) -> &str {
        &self.body[entry.at.clone()]
    }

    /// Two batches of half the events; `None` when there is but one.
    pub fn halve(&self) -> Option<[Batch; 2]> {
        let (first, second) =
            self.events.split_at_checked(self.events.len() / 2).filter(|(first, _)| !first.is_empty())?;
        Some([first, second].map(|events| {
            let mut half = Batch::default();
            for entry in events {
                half.add(entry.line, self.text(entry));
            }
            half.close();
            half
        }))
    }

    fn add(&mut self, line: u64, text: &str) {
        self.body.push_str(if self.events.is_empty() { OPEN } else { "," });
        let start = self.body.len();
        self.body.push_str(text);
        self.events.push(Entry { line, at: start..self.body.len() });
    }

    fn close(&mut self) {
        if !self.events.is_empty() {
            self.body.push_str(CLOSE);
        }
    }

    fn is_empty(&self) -> bool {
        self.events.is_empty() && self.rejects.is_empty()
    }
}

/// Bodies that were sent, to be filled again: allocators give back large blocks late, and a run
/// would hold many times what it uses.
#[derive(Debug, Default)]
pub struct Spare(Mutex<Vec<String>>);

impl Spare {
    pub fn put(&self, mut body: String) {
        body.clear();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(body);
    }

    /// An empty body with room for a size: growing by doubling would hold twice as much.
    fn take(&self, size: usize) -> String {
        let spare = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        spare.filter(|body| body.capacity() >= size).unwrap_or_else(|| String::with_capacity(size))
    }
}

/// Makes batches of records.
#[derive(Debug)]
pub struct Batcher<'a> {
    shape: &'a Shape,
    limit: &'a Limit,
    spare: &'a Spare,
    most: usize,
    open: Batch,
    /// Bytes of the rejects in the open batch.
    refused: usize,
    event: String,
}

impl<'a> Batcher<'a> {
    /// `most` is the largest number of records in a batch.
    pub fn new(shape: &'a Shape, limit: &'a Limit, spare: &'a Spare, most: usize) -> Batcher<'a> {
        Batcher { shape, limit, spare, most, open: Batch::default(), refused: 0, event: String::new() }
    }

    /// Takes a record; returns the batch that is full with it or before it.
    pub fn push(&mut self, record: &Record) -> Option<Batch> {
        self.event.clear();
        let written = self.shape.write(record, &mut self.event).map_err(|error| (error, true));
        let largest = self.limit.largest_event();
        let written = written.and_then(|()| match OPEN.len() + self.event.len() + CLOSE.len() {
            size if size > largest => {
                Err((format!("larger than a request to this server may be ({largest} bytes)"), false))
            }
            size => Ok(size),
        });
        let (size, held) = (self.limit.bytes(), self.open.body.len() + self.refused);
        let fits = match &written {
            Ok(_) => self.open.events.is_empty() || held + 1 + self.event.len() + CLOSE.len() <= size,
            Err(_) => held <= size,
        };
        let full = if fits { None } else { self.finish() };
        match written {
            Ok(alone) => {
                if self.open.events.is_empty() {
                    self.open.body = self.spare.take(size.max(alone));
                }
                self.open.add(record.line, &self.event);
            }
            Err((error, invalid)) => {
                let event = self.shown(record);
                self.refused += event.len();
                self.open.rejects.push(Reject { line: record.line, error, details: None, event, invalid });
            }
        }
        self.open.after = record.after;
        let is_full = self.open.events.len() + self.open.rejects.len() >= self.most;
        full.or_else(|| if is_full { self.finish() } else { None })
    }

    /// What is left at the end.
    pub fn finish(&mut self) -> Option<Batch> {
        if self.open.is_empty() {
            return None;
        }
        let next = Batch { number: self.open.number + 1, after: self.open.after, ..Batch::default() };
        let mut full = std::mem::replace(&mut self.open, next);
        self.refused = 0;
        full.close();
        Some(full)
    }

    /// A record that is no event: as it is if it is JSON, else as a text.
    fn shown(&self, record: &Record) -> String {
        match &record.text {
            Ok(text) => Json::parse(text).unwrap_or_else(|_| Json::string(text.as_str())).to_text(),
            Err(_) => "null".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(line: u64, text: &str) -> Record {
        Record { line, after: Place { bytes: line * 10, lines: line }, text: Ok(text.to_owned()) }
    }

    fn batches(limit: &Limit, most: usize, texts: &[&str]) -> Vec<Batch> {
        let shape = Shape { topic: None, payload_only: false, keys: "k".into() };
        let spare = Spare::default();
        let mut batcher = Batcher::new(&shape, limit, &spare, most);
        let mut all: Vec<Batch> =
            (1..).zip(texts).filter_map(|(line, text)| batcher.push(&record(line, text))).collect();
        all.extend(batcher.finish());
        all
    }

    fn lines(batches: &[Batch]) -> Vec<Vec<u64>> {
        batches.iter().map(|b| b.events.iter().map(|e| e.line).collect()).collect()
    }

    #[test]
    fn batches_hold_a_number_of_records() {
        let all = batches(&Limit::new(1), 2, &["{}", "{}", "{}", "{", "{}"]);
        assert_eq!(lines(&all), [vec![1, 2], vec![3], vec![5]]);
        assert_eq!(all[0].body, r#"{"events":[{"idempotency_key":"k-1"},{"idempotency_key":"k-2"}]}"#);
        assert_eq!(all[0].text(&all[0].events[1]), r#"{"idempotency_key":"k-2"}"#);
        assert_eq!(all.iter().map(|b| (b.number, b.after.lines)).collect::<Vec<_>>(), [(0, 2), (1, 4), (2, 5)]);
        let reject = &all[1].rejects[0];
        assert_eq!((reject.line, reject.event.as_str(), reject.invalid), (4, "\"{\"", true));
    }

    #[test]
    fn batches_keep_to_the_size() {
        let event = format!(r#"{{"p":"{}"}}"#, "x".repeat(100_000));
        let limit = Limit::new(1);
        let all = batches(&limit, 1000, &[&event, "{}", &event, &event, &event]);
        assert_eq!(lines(&all), [vec![1, 2, 3], vec![4, 5]]);
        assert!(all.iter().all(|b| b.body.len() <= limit.bytes()));
        let large = format!(r#"{{"p":"{}"}}"#, "x".repeat(300_000));
        assert_eq!(lines(&batches(&limit, 9, &["{}", &large, "{}"])), [vec![1], vec![2], vec![3]]);
        limit.learn(false, 0, std::time::Duration::ZERO);
        let all = batches(&limit, 9, &["{}", &large, "{}"]);
        assert_eq!(lines(&all), [vec![1], vec![3]]);
        assert_eq!((all[0].rejects[0].line, all[0].rejects[0].invalid), (2, false));
    }

    #[test]
    fn rejects_count_for_the_size_too() {
        let limit = Limit::new(1);
        let junk = "x".repeat(100_000);
        let all = batches(&limit, 1000, &[junk.as_str(); 7]);
        assert!(all.len() > 1 && all.iter().all(|b| b.events.is_empty() && b.rejects.len() < 5));
        assert_eq!(all.iter().map(|b| b.rejects.len()).sum::<usize>(), 7);
    }

    #[test]
    fn halves_hold_what_the_whole_held() {
        let whole = &batches(&Limit::new(1), 9, &["{\"a\":1}", "{}", "{\"b\":2}"])[0];
        let [first, second] = whole.halve().expect("two");
        assert_eq!(first.body, r#"{"events":[{"a":1,"idempotency_key":"k-1"}]}"#);
        assert_eq!(lines(&[first, second]), [vec![1], vec![2, 3]]);
        assert!(batches(&Limit::new(1), 9, &["{}"])[0].halve().is_none());
    }
}
