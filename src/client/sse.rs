//! Server-sent events as they come over a connection. It knows the form, not what is told.

use super::Fault;
use std::io::{BufRead, BufReader, Read};

/// Longest line that is taken; a longer one is an error rather than memory.
const LONGEST: u64 = 64 << 20;

/// One event with data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The last id that came, with this event or before it.
    pub id: Option<String>,
    pub data: String,
}

/// The events of a body.
pub struct Events<R> {
    lines: BufReader<R>,
    id: Option<String>,
}

impl<R: Read> Events<R> {
    pub fn new(body: R) -> Events<R> {
        Events { lines: BufReader::new(body), id: None }
    }

    /// The next event; `None` at the end of the body.
    pub fn read(&mut self) -> Result<Option<Event>, Fault> {
        let mut data: Option<String> = None;
        loop {
            let mut line = String::new();
            let mut limited = (&mut self.lines).take(LONGEST);
            let read = limited.read_line(&mut line).map_err(Fault::cut)?;
            if read as u64 == LONGEST {
                return Err(Fault::network("a message of the stream is too long"));
            }
            if read == 0 {
                return Ok(None);
            }
            let line = line.trim_end_matches(['\r', '\n']);
            if line.is_empty() {
                match data {
                    Some(data) => return Ok(Some(Event { id: self.id.clone(), data })),
                    None => continue,
                }
            }
            let (name, value) = line.split_once(':').unwrap_or((line, ""));
            let value = value.strip_prefix(' ').unwrap_or(value);
            match (name, &mut data) {
                ("id", _) => self.id = Some(value.to_owned()).filter(|id| !id.contains('\0')),
                ("data", Some(data)) => {
                    data.push('\n');
                    data.push_str(value);
                }
                ("data", None) => data = Some(value.to_owned()),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_as_the_standard_has_them() {
        let text = "retry: 3000\ndata: hello\n\n: keepalive\n\nid: 7\r\nevent: x\r\ndata: a\r\ndata:b\r\n\r\ndata\n\nid\ndata: c\n\ndata: cut";
        let mut events = Events::new(text.as_bytes());
        let mut found = Vec::new();
        while let Some(event) = events.read().expect("readable") {
            found.push((event.id, event.data));
        }
        let id = |id: &str| Some(id.to_owned());
        let expected = [(None, "hello"), (id("7"), "a\nb"), (id("7"), ""), (id(""), "c")];
        assert_eq!(found, expected.map(|(id, data)| (id, data.to_owned())));
    }
}
