//! What an export is made of, how a caller wants it, and the body that its rows become.

use super::super::filters::unreadable;
use super::format::{Cell, Format, Sheet};
use crate::base::Result;
use crate::engine::export::{Export, Order};
use crate::server::{Cx, Reply};
use axum::body::Body;
use futures_util::{StreamExt, future, stream};
use http::header::{ACCEPT, CONTENT_DISPOSITION};

/// A column and where its cells come from.
pub(super) type Column<R> = (&'static str, fn(&R) -> Cell<'_>);

/// What can be exported.
pub(super) struct Table<R: 'static> {
    /// Of the file, and in the audit log.
    pub name: &'static str,
    /// Rows read at a time; they are all the memory that an export takes.
    pub chunk: usize,
    /// In this order, unless the caller wants another.
    pub columns: &'static [Column<R>],
}

impl<R> Table<R> {
    /// The columns that `a,b` names, each once; 400 for one that there is not.
    fn chosen(&self, names: &str) -> Result<Vec<Column<R>>> {
        let mut chosen: Vec<Column<R>> = Vec::new();
        for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            let found = self.columns.iter().find(|(known, _)| *known == name);
            let known = || self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
            let column = found.ok_or_else(|| unreadable(format!("columns must be among {}", known())))?;
            if chosen.iter().all(|(other, _)| *other != name) {
                chosen.push(*column);
            }
        }
        Ok(if chosen.is_empty() { self.columns.to_vec() } else { chosen })
    }
}

/// How a caller wants an export.
pub(super) struct Wanted<R: 'static> {
    columns: Vec<Column<R>>,
    sheet: Sheet,
    pub order: Order,
}

impl<R: Send + 'static> Wanted<R> {
    /// 400 for a format or a column that there is not.
    pub fn read(cx: &Cx, table: &Table<R>) -> Result<Wanted<R>> {
        let format = match cx.query("format") {
            Some(name) => Format::parse(&name).ok_or_else(|| unreadable("format must be csv, json or ndjson"))?,
            None => Format::accepted(cx.header(ACCEPT.as_str()).unwrap_or_default()),
        };
        let columns = table.chosen(&cx.query("columns").unwrap_or_default())?;
        let on = |name| cx.query(name).is_some_and(|value| matches!(&*value, "1" | "true"));
        let sheet = Sheet::new(format, columns.iter().map(|(name, _)| *name).collect(), on("bom"), on("safe"));
        let limit = cx.number("limit").map(|n| n.max(1));
        let order = Order { kind: table.name, format: format.name(), limit, chunk: table.chunk };
        Ok(Wanted { columns, sheet, order })
    }

    /// The answer to a caller who wants to know its headers only; nothing is handed out.
    pub fn head(&self) -> Reply {
        self.reply(Body::empty())
    }

    fn reply(&self, body: Body) -> Reply {
        let Order { kind, format, .. } = self.order;
        Reply::raw(self.sheet.format.content_type(), body)
            .header(CONTENT_DISPOSITION, format!("attachment; filename=\"{kind}.{format}\""))
    }

    /// The answer begins with the first rows, so that what fails at once is refused as such. What
    /// fails later breaks the body off, and nobody takes it for complete.
    pub async fn stream(self, rows: Export<R>) -> Result<Reply> {
        let empty = self.head();
        let (first, rest) = Pouring { rows, columns: self.columns, sheet: self.sheet }.next().await?;
        let rest = stream::try_unfold(rest, |pouring| async {
            match pouring {
                Some(pouring) => pouring.next().await.map(Some),
                None => Ok(None),
            }
        });
        Ok(empty.body(Body::from_stream(stream::once(future::ready(Ok(first))).chain(rest))))
    }
}

/// A body on its way.
struct Pouring<R: 'static> {
    rows: Export<R>,
    columns: Vec<Column<R>>,
    sheet: Sheet,
}

impl<R> Pouring<R> {
    /// The next piece of text, and what comes after it.
    async fn next(mut self) -> Result<(Vec<u8>, Option<Pouring<R>>)> {
        let mut text = Vec::new();
        let Some(rows) = self.rows.next().await? else {
            self.sheet.close(&mut text)?;
            return Ok((text, None));
        };
        for row in &rows {
            let cells: Vec<Cell<'_>> = self.columns.iter().map(|(_, cell)| cell(row)).collect();
            self.sheet.add(&mut text, &cells)?;
        }
        Ok((text, Some(self)))
    }
}
