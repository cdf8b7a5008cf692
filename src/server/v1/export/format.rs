//! The formats of exports: which one a caller means, and rows as their text. It knows cells, not
//! what they tell of.

use crate::base::{Error, Result};
use csv::{Terminator, WriterBuilder};
use http::HeaderValue;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// What spreadsheets take for the beginning of a formula, also in its wide form.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
const BOM: &[u8] = b"\xef\xbb\xbf";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Csv,
    Json,
    Ndjson,
}

impl Format {
    pub fn parse(name: &str) -> Option<Format> {
        [Format::Csv, Format::Json, Format::Ndjson].into_iter().find(|format| format.name() == name)
    }

    /// What an `Accept` header means: CSV unless it names another format and not CSV too.
    pub fn accepted(accept: &str) -> Format {
        let names = |media: &str| {
            let media_of = |part: &str| part.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
            accept.split(',').any(|part| media_of(part) == media)
        };
        match () {
            () if names("text/csv") || names("*/*") => Format::Csv,
            () if names("application/json") => Format::Json,
            () if names("application/x-ndjson") => Format::Ndjson,
            () => Format::Csv,
        }
    }

    /// In queries, at the end of file names and in the audit log.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Ndjson => "ndjson",
        }
    }

    pub fn content_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Json => "application/json; charset=utf-8",
            Format::Ndjson => "application/x-ndjson; charset=utf-8",
        })
    }
}

/// One value of a row.
#[derive(Debug)]
pub(super) enum Cell<'a> {
    Null,
    Text(Cow<'a, str>),
    Number(i64),
    /// A text that is JSON: a value of its own in NDJSON, a string elsewhere.
    Json(&'a RawValue),
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Cell<'a> {
        Cell::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Cell::Text(Cow::Owned(text))
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Cell::Number(number)
    }
}

impl<'a> From<&'a RawValue> for Cell<'a> {
    fn from(json: &'a RawValue) -> Cell<'a> {
        Cell::Json(json)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Cell<'a> {
        value.map_or(Cell::Null, Into::into)
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Null => s.serialize_none(),
            Cell::Text(text) => s.serialize_str(text),
            Cell::Number(number) => s.serialize_i64(*number),
            Cell::Json(json) => json.serialize(s),
        }
    }
}

/// The text of an export, from its first byte to its last.
#[derive(Debug)]
pub(super) struct Sheet {
    pub format: Format,
    names: Vec<&'static str>,
    bom: bool,
    safe: bool,
    /// Rows so far; `None` before the beginning has been written.
    rows: Option<u64>,
}

impl Sheet {
    /// `bom` and `safe` are for spreadsheets: they change CSV alone.
    pub fn new(format: Format, names: Vec<&'static str>, bom: bool, safe: bool) -> Sheet {
        Sheet { format, names, bom, safe, rows: None }
    }

    /// Adds a row to the text.
    pub fn add(&mut self, text: &mut Vec<u8>, cells: &[Cell<'_>]) -> Result<()> {
        let before = self.begin(text)?;
        self.rows = Some(before + 1);
        match self.format {
            Format::Csv => return line(text, cells.iter().map(|cell| self.cell(cell))),
            Format::Json if before > 0 => text.push(b','),
            Format::Json | Format::Ndjson => {}
        }
        let as_text = self.format == Format::Json;
        serde_json::to_writer(&mut *text, &Object { names: &self.names, cells, as_text }).map_err(Error::internal)?;
        if self.format == Format::Ndjson {
            text.push(b'\n');
        }
        Ok(())
    }

    /// Adds what belongs behind the last row.
    pub fn close(&mut self, text: &mut Vec<u8>) -> Result<()> {
        let rows = self.begin(text)?;
        if self.format == Format::Json {
            text.extend(format!("],\"total\":{rows}}}").bytes());
        }
        Ok(())
    }

    /// The rows so far, once what belongs before the first is written.
    fn begin(&mut self, text: &mut Vec<u8>) -> Result<u64> {
        if let Some(rows) = self.rows {
            return Ok(rows);
        }
        self.rows = Some(0);
        match self.format {
            Format::Csv => {
                text.extend(if self.bom { BOM } else { &[] });
                line(text, self.names.iter().map(|name| Cow::Borrowed(*name)))?;
            }
            Format::Json => text.extend(b"{\"data\":["),
            Format::Ndjson => {}
        }
        Ok(0)
    }

    fn cell<'c>(&self, cell: &'c Cell<'_>) -> Cow<'c, str> {
        let text = match cell {
            Cell::Null => return Cow::Borrowed(""),
            // A number is no formula, whatever its sign.
            Cell::Number(number) => return Cow::Owned(number.to_string()),
            Cell::Text(text) => text,
            Cell::Json(json) => json.get(),
        };
        let guarded = self.safe && text.starts_with(FORMULA);
        if guarded { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
    }
}

/// One line of CSV, quoted where RFC 4180 wants it.
fn line<'a>(text: &mut Vec<u8>, cells: impl Iterator<Item = Cow<'a, str>>) -> Result<()> {
    let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(text);
    let cells = cells.collect::<Vec<_>>();
    writer.write_record(cells.iter().map(|cell| cell.as_bytes())).map_err(Error::internal)?;
    writer.flush().map_err(Error::internal)
}

/// A row as a JSON object.
struct Object<'a> {
    names: &'a [&'static str],
    cells: &'a [Cell<'a>],
    /// JSON stands as a string.
    as_text: bool,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut map = s.serialize_map(Some(self.names.len()))?;
        for (name, cell) in self.names.iter().zip(self.cells) {
            match cell {
                Cell::Json(json) if self.as_text => map.serialize_entry(name, json.get())?,
                cell => map.serialize_entry(name, cell)?,
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(format: Format, bom: bool, safe: bool, rows: &[&[Cell<'_>]]) -> String {
        let (mut sheet, mut text) = (Sheet::new(format, vec!["a", "b"], bom, safe), Vec::new());
        for row in rows {
            sheet.add(&mut text, row).expect("written");
        }
        sheet.close(&mut text).expect("written");
        String::from_utf8(text).expect("UTF-8")
    }

    #[test]
    fn rows_in_every_format() {
        let json = RawValue::from_string(r#"{"n":1.10,"t":"x"}"#.to_owned()).expect("JSON");
        let rows: [&[Cell<'_>]; 3] = [
            &["plain".into(), None::<&str>.into()],
            &["a,b \"c\"\r\nd".into(), (-5).into()],
            &["é".to_owned().into(), (&*json).into()],
        ];
        for (format, none, all) in [
            (
                Format::Csv,
                "a,b\n",
                "a,b\nplain,\n\"a,b \"\"c\"\"\r\nd\",-5\né,\"{\"\"n\"\":1.10,\"\"t\"\":\"\"x\"\"}\"\n",
            ),
            (
                Format::Json,
                r#"{"data":[],"total":0}"#,
                r#"{"data":[{"a":"plain","b":null},{"a":"a,b \"c\"\r\nd","b":-5},{"a":"é","b":"{\"n\":1.10,\"t\":\"x\"}"}],"total":3}"#,
            ),
            (
                Format::Ndjson,
                "",
                "{\"a\":\"plain\",\"b\":null}\n{\"a\":\"a,b \\\"c\\\"\\r\\nd\",\"b\":-5}\n{\"a\":\"é\",\"b\":{\"n\":1.10,\"t\":\"x\"}}\n",
            ),
        ] {
            assert_eq!(sheet(format, false, false, &[]), none);
            assert_eq!(sheet(format, false, false, &rows), all);
        }
    }

    #[test]
    fn spreadsheets_are_protected_when_asked() {
        for (cell, exact, safe) in [
            ("=1+1", "=1+1", "'=1+1"),
            ("+1", "+1", "'+1"),
            ("-1", "-1", "'-1"),
            ("@x", "@x", "'@x"),
            ("\tx", "\tx", "'\tx"),
            ("\rx", "\"\rx\"", "\"'\rx\""),
            ("＝1", "＝1", "'＝1"),
            ("=a,b", "\"=a,b\"", "\"'=a,b\""),
            ("a=1", "a=1", "a=1"),
            ("'x", "'x", "'x"),
        ] {
            let row: &[Cell<'_>] = &[cell.into(), (-1).into()];
            assert_eq!(sheet(Format::Csv, false, false, &[row]), format!("a,b\n{exact},-1\n"));
            assert_eq!(sheet(Format::Csv, true, true, &[row]), format!("\u{feff}a,b\n{safe},-1\n"));
        }
        let row: &[Cell<'_>] = &["=1".into(), None::<i64>.into()];
        assert_eq!(sheet(Format::Ndjson, true, true, &[row]), "{\"a\":\"=1\",\"b\":null}\n");
    }

    #[test]
    fn what_accept_means() {
        for (accept, format) in [
            ("", Format::Csv),
            ("application/json", Format::Json),
            ("Application/JSON; charset=utf-8", Format::Json),
            ("application/json, text/plain;q=0.5", Format::Json),
            ("application/json, */*", Format::Csv),
            ("text/csv, application/json", Format::Csv),
            ("*/*", Format::Csv),
            ("text/html", Format::Csv),
            ("application/x-ndjson", Format::Ndjson),
            ("application/x-ndjson, application/json", Format::Json),
        ] {
            assert_eq!(Format::accepted(accept), format, "{accept}");
        }
        assert_eq!((Format::parse("ndjson"), Format::parse("CSV")), (Some(Format::Ndjson), None));
    }
}
