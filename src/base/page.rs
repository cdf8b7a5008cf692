//! One page of a newest-first list: how many, from where, and whether more follows.

use super::id::Id;

/// What a caller asks for. `limit` is already clamped to 1..=200 (or the list's own maximum).
#[derive(Debug)]
pub struct Page<T> {
    pub limit: usize,
    /// Only rows with an id below this one.
    pub before: Option<Id<T>>,
}

impl<T> Clone for Page<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Page<T> {}

/// Rows of one page; `next` is the cursor of the following page, `None` at the end.
#[derive(Debug)]
pub struct Slice<R, T> {
    pub rows: Vec<R>,
    pub next: Option<Id<T>>,
}

impl<R, T> Slice<R, T> {
    /// Cuts a list that was fetched with one row more than `limit`.
    pub fn cut(mut rows: Vec<R>, limit: usize, id: impl Fn(&R) -> Id<T>) -> Slice<R, T> {
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(id);
        Slice { rows, next }
    }
}
