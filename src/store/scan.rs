//! Newest-first pages over rows of which not all are wanted. A page never costs more than a fixed
//! amount of looking: a scan that finds little stops, answers what it has and says that more may
//! follow, with a cursor where it stopped. It knows nothing of the tables.

use crate::base::page::Slice;
use crate::base::{Id, Result, Timestamp};
use std::collections::BinaryHeap;

/// What one page may cost at most, in rows looked at.
const BUDGET: usize = 5_000;
/// Bytes of text whose looking through, and whose parsing, costs as much as one more row.
const TEXT: usize = 2_048;
const JSON: usize = 96;
/// What it costs to find one row apart from its neighbours.
pub(super) const LEAP: usize = 4;

/// What it costs to look through a text of this length.
pub(super) fn reading(text: usize) -> usize {
    text / TEXT
}

/// What it costs to parse one.
pub(super) fn parsing(text: usize) -> usize {
    1 + text / JSON
}

/// Ids from `low` up to, without, `high`.
#[derive(Debug)]
pub(super) struct Range<T> {
    pub low: Id<T>,
    pub high: Id<T>,
}

impl<T> Clone for Range<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Range<T> {}

impl<T> Range<T> {
    /// Ids below the cursor whose time is in `from..=to`, to the microsecond.
    pub fn new(before: Option<Id<T>>, from: Option<Timestamp>, to: Option<Timestamp>) -> Range<T> {
        let end = to.map_or(Id::MAX, |t| Id::floor(t.plus_micros(1)));
        Range { low: from.map_or(Id::MIN, Id::floor), high: before.map_or(end, |cursor| cursor.min(end)) }
    }
}

/// Gathers one page from rows visited newest first.
#[derive(Debug)]
pub(super) struct Gather<R, T> {
    limit: usize,
    rows: Vec<R>,
    last: Option<Id<T>>,
    spent: usize,
    next: Option<Id<T>>,
}

impl<R, T> Gather<R, T> {
    pub fn new(limit: usize) -> Self {
        Gather { limit, rows: Vec::new(), last: None, spent: 0, next: None }
    }

    /// Takes the next row, `None` when it is not wanted. False ends the scan.
    pub fn visit(&mut self, id: Id<T>, cost: usize, row: Option<R>) -> bool {
        self.spent += cost;
        if let Some(row) = row {
            if self.rows.len() == self.limit {
                self.next = self.last;
                return false;
            }
            self.rows.push(row);
            self.last = Some(id);
        }
        let tired = self.spent >= BUDGET;
        if tired {
            self.next = Some(id);
        }
        !tired
    }

    pub fn limit(&self) -> usize {
        self.limit
    }

    pub fn finish(self) -> Slice<R, T> {
        Slice { rows: self.rows, next: self.next }
    }
}

/// Several id lists, each newest first, as one. `read(list, high, n)` gives up to `n` ids of a
/// list below `high`.
pub(super) struct Merge<T, F> {
    read: F,
    heads: BinaryHeap<(Id<T>, usize)>,
    lists: Vec<Vec<Id<T>>>,
    batch: usize,
}

impl<T, F: FnMut(usize, Id<T>, usize) -> Result<Vec<Id<T>>>> Merge<T, F> {
    /// `wanted` is about how many ids will be taken: many lists are read in small batches.
    pub fn open(lists: usize, high: Id<T>, wanted: usize, read: F) -> Result<Self> {
        let batch = (2 * wanted / lists.max(1)).clamp(1, 64);
        let mut merge = Merge { read, heads: BinaryHeap::with_capacity(lists), lists: Vec::new(), batch };
        merge.lists.resize_with(lists, Vec::new);
        for list in 0..lists {
            merge.fill(list, high)?;
        }
        Ok(merge)
    }

    fn fill(&mut self, list: usize, high: Id<T>) -> Result<()> {
        let mut ids = (self.read)(list, high, self.batch)?;
        ids.reverse();
        self.heads.extend(ids.pop().map(|id| (id, list)));
        self.lists[list] = ids;
        Ok(())
    }

    /// The newest id that was not given yet.
    pub fn next(&mut self) -> Result<Option<Id<T>>> {
        let Some((id, list)) = self.heads.pop() else { return Ok(None) };
        match self.lists[list].pop() {
            Some(next) => self.heads.push((next, list)),
            None => self.fill(list, id)?,
        }
        Ok(Some(id))
    }
}

/// The ids that are in each of several lists, newest first: it leaps from one index to the next,
/// so the rarest list sets the price. `read(list, high)` gives the newest id of a list below `high`.
pub(super) struct Meet<T, F> {
    read: F,
    lists: usize,
    high: Id<T>,
}

/// Where [`Meet`] came to.
#[derive(Debug)]
pub(super) enum Met<T> {
    /// In every list.
    Here(Id<T>),
    /// Nothing from this id on upwards; look on below.
    NotAbove(Id<T>),
    End,
}

impl<T, F: FnMut(usize, Id<T>) -> Result<Option<Id<T>>>> Meet<T, F> {
    pub fn open(lists: usize, high: Id<T>, read: F) -> Self {
        Meet { read, lists, high }
    }

    pub fn next(&mut self) -> Result<Met<T>> {
        let Some(id) = (self.read)(0, self.high)? else { return Ok(Met::End) };
        for list in 1..self.lists {
            match (self.read)(list, id.above())? {
                None => return Ok(Met::End),
                Some(same) if same == id => {}
                Some(lower) => {
                    self.high = lower.above();
                    return Ok(Met::NotAbove(self.high));
                }
            }
        }
        self.high = id;
        Ok(Met::Here(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Thing;

    fn id(n: u128) -> Id<Thing> {
        Id::from_bytes(&n.to_be_bytes()).expect("16 bytes")
    }

    /// Ids of a list below `high`, newest first.
    fn below(list: &[u128], high: Id<Thing>) -> Vec<Id<Thing>> {
        let mut ids: Vec<_> = list.iter().map(|n| id(*n)).filter(|i| *i < high).collect();
        ids.sort_by(|a, b| b.cmp(a));
        ids
    }

    #[test]
    fn merged_lists_come_newest_first() {
        let lists: [&[u128]; 4] = [&[1, 5, 9, 10, 11, 12], &[], &[2, 3, 4], &[7]];
        for wanted in [1, 2, 50] {
            let read = |list: usize, high, n| Ok(below(lists[list], high).into_iter().take(n).collect());
            let mut merge = Merge::open(lists.len(), id(12), wanted, read).expect("opens");
            let mut got = Vec::new();
            while let Some(next) = merge.next().expect("reads") {
                got.push(next);
            }
            assert_eq!(got, [11u128, 10, 9, 7, 5, 4, 3, 2, 1].map(id));
        }
    }

    #[test]
    fn only_common_ids_meet() {
        let lists: [&[u128]; 3] = [&[1, 2, 3, 5, 8, 13, 21], &[2, 3, 5, 7, 11, 13], &[2, 4, 5, 13, 40]];
        let mut meet = Meet::open(3, Id::MAX, |list: usize, high| Ok(below(lists[list], high).into_iter().next()));
        let mut got = Vec::new();
        loop {
            match meet.next().expect("reads") {
                Met::Here(id) => got.push(id),
                Met::NotAbove(_) => {}
                Met::End => break,
            }
        }
        assert_eq!(got, [13u128, 5, 2].map(id));
    }

    #[test]
    fn pages_end_exactly_or_when_tired() {
        let page = |limit, wanted: &dyn Fn(u128) -> bool| {
            let mut gather = Gather::new(limit);
            for n in (1..=20_000u128).rev() {
                if !gather.visit(id(n), 1, wanted(n).then_some(n)) {
                    break;
                }
            }
            let slice = gather.finish();
            (slice.rows, slice.next)
        };
        assert_eq!(page(2, &|n| n % 10 == 0), (vec![20_000, 19_990], Some(id(19_990))));
        assert_eq!(page(3, &|n| n == 19_999 || n == 4), (vec![19_999], Some(id(15_001))));
        let mut short = Gather::new(2);
        assert!(short.visit(id(2), 1, Some(2)) && short.visit(id(1), 1, Some(1)));
        assert_eq!(short.finish().next, None);
    }
}
