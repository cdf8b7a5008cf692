//! Tables: one line per item, as wide as the terminal; one line per field for a single object.

use super::cell::{Cell, Mood, Style, cell, is_id, shown_length, title};
use super::{Format, Out};
use crate::base::{Json, Timestamp};
use crate::cli::global::variable;
use comfy_table::presets::{NOTHING, UTF8_FULL_CONDENSED};
use comfy_table::{Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, Row, Table};

impl Out {
    fn style(&self) -> Style {
        Style { exact: self.format == Format::Wide, utc: self.utc, now: Timestamp::now() }
    }

    fn table(&self) -> Table {
        let mut table = Table::new();
        if self.format == Format::Wide {
            table.set_content_arrangement(ContentArrangement::Disabled);
        } else {
            table.set_content_arrangement(ContentArrangement::Dynamic);
            if let Some(width) = variable("COLUMNS").and_then(|text| text.parse().ok()) {
                table.set_width(width);
            }
        }
        if self.color {
            table.enforce_styling();
        } else {
            table.force_no_tty();
            if let Some(width) = width(self) {
                table.set_width(width);
            }
        }
        table
    }

    fn paint(&self, cell: Cell) -> comfy_table::Cell {
        let painted = comfy_table::Cell::new(cell.text);
        let painted = if cell.number { painted.set_alignment(CellAlignment::Right) } else { painted };
        match cell.mood {
            Mood::Good => painted.fg(Color::Green),
            Mood::Bad => painted.fg(Color::Red),
            Mood::Waiting => painted.fg(Color::Yellow),
            Mood::Plain => painted,
        }
    }
}

/// The terminal's width, which a table without colours does not look for itself.
pub fn width(out: &Out) -> Option<u16> {
    let asked = variable("COLUMNS").and_then(|text| text.parse().ok());
    asked.or_else(|| if out.terminal { Table::new().width() } else { None })
}

/// A list with these columns.
pub fn rows(out: &Out, columns: &[String], items: &[Json<'_>]) -> String {
    let style = out.style();
    let mut table = out.table();
    table.load_style(UTF8_FULL_CONDENSED);
    if out.headers {
        let titles = columns.iter().map(|path| comfy_table::Cell::new(title(path)).add_attribute(Attribute::Bold));
        table.set_header(Row::from(titles.collect::<Vec<_>>()));
    }
    let mut grid: Vec<Vec<Cell>> =
        items.iter().map(|item| columns.iter().map(|path| cell(path, item.lookup(path), style)).collect()).collect();
    // Whole ids where a program may read them.
    if out.format == Format::Table && out.terminal {
        for column in 0..columns.len() {
            shorten(&mut grid, column);
        }
    }
    let narrow: Vec<usize> = (0..columns.len()).filter(|n| keeps_width(&grid, *n)).collect();
    for cells in grid {
        let mut row = Row::from(cells.into_iter().map(|cell| out.paint(cell)).collect::<Vec<_>>());
        if out.format == Format::Table {
            row.max_height(1);
        }
        table.add_row(row);
    }
    for column in narrow {
        if let Some(column) = table.column_mut(column) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    table.trim_fmt() + "\n"
}

/// Half an id, a state or a number says nothing: long texts give way to them.
fn keeps_width(grid: &[Vec<Cell>], column: usize) -> bool {
    grid.iter().all(|row| row[column].text.chars().count() <= 13)
}

fn shorten(grid: &mut [Vec<Cell>], column: usize) {
    let ids: Vec<&str> = grid.iter().map(|row| row[column].text.as_str()).filter(|text| is_id(text)).collect();
    let length = shown_length(&ids);
    for row in grid.iter_mut().filter(|row| is_id(&row[column].text)) {
        row[column].text.truncate(length);
    }
}

/// The fields of one object, one per line.
pub fn object(out: &Out, json: &Json<'_>) -> String {
    let style = Style { exact: true, ..out.style() };
    let mut table = out.table();
    table.load_style(NOTHING);
    let names: Vec<String> = json.as_object().into_iter().flat_map(|m| m.iter().map(|(k, _)| k.to_string())).collect();
    for path in out.columns(names) {
        // Looked up as a whole first: a member's own name may hold dots.
        let shown = cell(&path, json.lookup(&path), style);
        let name = comfy_table::Cell::new(path.replace('_', " ")).add_attribute(Attribute::Bold);
        table.add_row(Row::from(vec![name, out.paint(Cell { number: false, ..shown })]));
    }
    table.trim_fmt() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn out(format: Format) -> Out {
        Out { format, fields: None, headers: true, utc: true, color: false, terminal: false, quiet: false }
    }

    #[test]
    fn a_list_and_an_object() {
        let item = r#"{"id":"0199b5a0-1111-7000-8000-000000000001","status":"active","n":7}"#;
        let items = [Json::parse(item).expect("JSON")];
        let columns: Vec<String> = ["id", "status", "n"].map(str::to_owned).into();
        let expected = "\
┌──────────────────────────────────────┬──────────┬───┐
│ ID                                   ┆ STATUS   ┆ N │
╞══════════════════════════════════════╪══════════╪═══╡
│ 0199b5a0-1111-7000-8000-000000000001 ┆ ✓ active ┆ 7 │
└──────────────────────────────────────┴──────────┴───┘
";
        assert_eq!(rows(&out(Format::Wide), &columns, &items), expected);
        let short = Out { terminal: true, ..out(Format::Table) };
        assert!(rows(&short, &columns, &items).contains("│ 0199b5a0 ┆ ✓ active ┆"));
        let text = object(&out(Format::Table), &items[0]);
        assert_eq!(text.lines().nth(1).map(str::trim), Some("status  ✓ active"));
    }
}
