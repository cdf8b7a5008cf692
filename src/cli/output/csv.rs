//! Lines of CSV (RFC 4180): quoted where needed, CRLF at the end.

use crate::base::Json;

/// The line of titles, or nothing.
pub fn titles(columns: &[String], wanted: bool) -> String {
    if wanted { line(columns.iter().map(String::as_str)) } else { String::new() }
}

/// One item; lists and objects stand as compact JSON.
pub fn row(columns: &[String], item: &Json<'_>) -> String {
    let cells: Vec<String> = columns.iter().map(|path| text(item.lookup(path))).collect();
    line(cells.iter().map(String::as_str))
}

fn text(value: Option<&Json<'_>>) -> String {
    match value {
        None | Some(Json::Null) => String::new(),
        Some(Json::String(text)) => text.to_string(),
        Some(other) => other.to_text(),
    }
}

fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.map(quoted).collect();
    cells.join(",") + "\r\n"
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_needed() {
        let item = Json::parse(r#"{"id":"x","t":["a","b"],"n":1.10,"s":"say \"hi\", you","z":null}"#).expect("JSON");
        let columns: Vec<String> = ["id", "t", "n", "s", "z", "t.1"].map(str::to_owned).into();
        assert_eq!(titles(&columns, true), "id,t,n,s,z,t.1\r\n");
        assert_eq!(row(&columns, &item), "x,\"[\"\"a\"\",\"\"b\"\"]\",1.10,\"say \"\"hi\"\", you\",,b\r\n");
        assert_eq!(titles(&columns, false), "");
    }
}
