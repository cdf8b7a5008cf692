//! Every form of input, read in one go and from each place where a run may have stopped.

use super::*;
use std::io::Write;
use tempfile::NamedTempFile;

fn file(text: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().expect("a temporary file");
    file.write_all(text).expect("written");
    file
}

fn read(file: &NamedTempFile, table: bool, at: Place) -> Outcome<Vec<Record>> {
    let mut input = Input::open(Source::open(file.path())?, table, false, at)?;
    let mut records = Vec::new();
    while let Some(record) = input.next()? {
        records.push(record);
    }
    Ok(records)
}

fn short(records: &[Record]) -> Vec<(u64, &str)> {
    records.iter().map(|r| (r.line, r.text.as_deref().unwrap_or_else(|error| error))).collect()
}

/// Reads it whole, then again from behind each record.
#[track_caller]
fn check(text: &[u8], table: bool, expected: &[(u64, &str)]) {
    let file = file(text);
    let all = read(&file, table, Place::default()).expect("readable");
    assert_eq!(short(&all), expected, "{}", String::from_utf8_lossy(text));
    for n in 0..all.len() {
        let rest = read(&file, table, all[n].after).expect("readable");
        assert_eq!(rest, all[n + 1..], "after record {n} of {}", String::from_utf8_lossy(text));
    }
}

#[test]
fn lines() {
    check(b"", false, &[]);
    check(b"\n \r\n", false, &[]);
    check(b"{}\n{\"a\":1}\n", false, &[(1, "{}"), (2, "{\"a\":1}")]);
    check(b"{}\r\n\r\n{\"a\":1}  \r\nx", false, &[(1, "{}"), (3, "{\"a\":1}"), (4, "x")]);
    check(b"\xef\xbb\xbf\n{}\n\xff\n[]\n", false, &[(2, "{}"), (3, "is not UTF-8"), (4, "[]")]);
    let large = [b"{}\n".to_vec(), vec![b'x'; LARGEST_RECORD + 3], b"\n{}\n".to_vec()].concat();
    check(&large, false, &[(1, "{}"), (2, "larger than 1 MiB"), (3, "{}")]);
}

#[test]
fn arrays() {
    check(b" [ ] ", false, &[]);
    check(b"[{}]", false, &[(1, "{}")]);
    check(
        b"\xef\xbb\xbf[\n {\"a\":\"]}\\\"\"} ,\r\n[1,{}], \"x,y\" ,7,nope]\n",
        false,
        &[(1, "{\"a\":\"]}\\\"\"}"), (2, "[1,{}]"), (3, "\"x,y\""), (4, "7"), (5, "nope")],
    );
    let large = [b"[{}, \"".to_vec(), vec![b'x'; LARGEST_RECORD], b"\",{}]".to_vec()].concat();
    check(&large, false, &[(1, "{}"), (2, "larger than 1 MiB"), (3, "{}")]);
}

#[test]
fn arrays_that_are_not_well_formed_are_told_with_their_place() {
    for (text, told) in [
        ("[", "after element 0 the input ends"),
        ("[,1]", "after element 0 there is ','"),
        ("[1,]", "after element 1 there is ']'"),
        ("[{} {}]", "after element 1 there is '{'"),
        ("[{},{\"a\":", "after element 1 the input ends"),
        ("[{}] x", "after element 1 there is 'x'"),
    ] {
        let error = read(&file(text.as_bytes()), false, Place::default()).expect_err(text);
        assert_eq!(error.to_string(), format!("the array is not well formed: {told}"), "{text}");
        assert_eq!(error.code(), 2);
    }
}

#[test]
fn tables() {
    let expected = [
        (2, r#"{"topic":"a","payload":{"n":"1","note":"x,\"y\"\nz"}}"#),
        (3, r#"{"payload":{"n":"007","note":""}}"#),
        (4, "has 1 fields where the titles are 3"),
        (5, r#"{"topic":"b","payload":{"n":"é","note":" "}}"#),
    ];
    let text = "topic,n, note\na,1,\"x,\"\"y\"\"\nz\"\n,007,\nzz\nb,é, \n";
    check(text.as_bytes(), true, &expected);
    let windows = text.replace("\nz", "~").replace('\n', "\r\n").replace('~', "\nz");
    check(format!("\u{feff}{windows}").as_bytes(), true, &expected);
    check(b"a\n", true, &[]);
    for (text, told) in [
        ("", "the table has no line of titles"),
        ("a,,b\n", "column 2 of the table has no title"),
        ("a,b,a\n", "two columns of the table are called \"a\""),
    ] {
        let error = read(&file(text.as_bytes()), true, Place::default()).expect_err(text);
        assert_eq!(error.to_string(), told);
    }
}

#[test]
fn a_quote_that_is_never_closed_ends_the_table() {
    let text = [b"a\n\"".to_vec(), vec![b'x'; LARGEST_RECORD * 3]].concat();
    let error = read(&file(&text), true, Place::default()).expect_err("endless");
    assert!(error.to_string().contains("quote"), "{error:?}");
}

#[test]
fn a_bare_row_is_the_payload() {
    let file = file(b"topic,n\na,1\n");
    let mut input =
        Input::open(Source::open(file.path()).expect("opens"), true, true, Place::default()).expect("opens");
    let record = input.next().expect("readable").expect("a row");
    assert_eq!(record.text.as_deref(), Ok(r#"{"topic":"a","n":"1"}"#));
}

#[test]
fn a_line_that_was_cut_off_keeps_its_number() {
    let mut file = file(b"{}\n{\"a\":");
    let all = read(&file, false, Place::default()).expect("readable");
    assert_eq!(short(&all), [(1, "{}"), (2, "{\"a\":")]);
    file.write_all(b"1}\n{}\n").expect("written");
    let rest = read(&file, false, all[1].after).expect("readable");
    assert_eq!(short(&rest), [(2, "1}"), (3, "{}")]);
}

#[test]
fn what_is_no_file_is_refused() {
    assert_eq!(Source::open(Path::new("/nonexistent")).expect_err("absent").code(), 2);
    assert_eq!(Source::open(Path::new("/")).expect_err("a folder").code(), 2);
}
