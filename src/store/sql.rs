//! What SQL functions speak: values in, rows out, and the two handles that run statements.
//! The text of a statement keeps to the subset that PostgreSQL accepts too.

use super::counters::Counter;
use crate::base::{Error, Id, Json, Result, Timestamp};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql};
use std::cell::RefCell;
use std::ops::Deref;

/// A statement parameter; build lists with [`params!`](crate::params).
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Blob(&'a [u8]),
}

/// A parameter list: `params![id, "text", 5, None::<i64>]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::store::sql::Value::from($value)),*][..] };
}

impl From<i64> for Value<'_> {
    fn from(v: i64) -> Self {
        Value::Int(v)
    }
}
impl From<bool> for Value<'_> {
    fn from(v: bool) -> Self {
        Value::Int(i64::from(v))
    }
}
impl From<Timestamp> for Value<'_> {
    fn from(v: Timestamp) -> Self {
        Value::Int(v.micros())
    }
}
impl<'a> From<&'a str> for Value<'a> {
    fn from(v: &'a str) -> Self {
        Value::Text(v)
    }
}
impl<'a> From<&'a String> for Value<'a> {
    fn from(v: &'a String) -> Self {
        Value::Text(v)
    }
}
impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(v: &'a [u8]) -> Self {
        Value::Blob(v)
    }
}
impl<'a> From<&'a Vec<u8>> for Value<'a> {
    fn from(v: &'a Vec<u8>) -> Self {
        Value::Blob(v)
    }
}
impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(v: &'a [u8; N]) -> Self {
        Value::Blob(v)
    }
}
impl<'a, T> From<&'a Id<T>> for Value<'a> {
    fn from(v: &'a Id<T>) -> Self {
        Value::Blob(v.as_bytes())
    }
}
impl<'a, V: Into<Value<'a>>> From<Option<V>> for Value<'a> {
    fn from(v: Option<V>) -> Self {
        v.map_or(Value::Null, Into::into)
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Value::Null => ValueRef::Null,
            Value::Int(v) => ValueRef::Integer(v),
            Value::Text(v) => ValueRef::Text(v.as_bytes()),
            Value::Blob(v) => ValueRef::Blob(v),
        }))
    }
}

/// One row of an answer; columns by position.
#[derive(Debug)]
pub struct Row<'r>(&'r rusqlite::Row<'r>);

impl Row<'_> {
    fn value(&self, i: usize) -> Result<ValueRef<'_>> {
        Ok(self.0.get_ref(i)?)
    }

    fn mismatch(i: usize) -> Error {
        Error::internal(format!("column {i} does not hold what was expected"))
    }

    pub fn opt_int(&self, i: usize) -> Result<Option<i64>> {
        match self.value(i)? {
            ValueRef::Null => Ok(None),
            ValueRef::Integer(v) => Ok(Some(v)),
            _ => Err(Self::mismatch(i)),
        }
    }

    pub fn int(&self, i: usize) -> Result<i64> {
        self.opt_int(i)?.ok_or_else(|| Self::mismatch(i))
    }

    pub fn flag(&self, i: usize) -> Result<bool> {
        Ok(self.int(i)? != 0)
    }

    pub fn opt_time(&self, i: usize) -> Result<Option<Timestamp>> {
        Ok(self.opt_int(i)?.map(Timestamp::from_micros))
    }

    pub fn time(&self, i: usize) -> Result<Timestamp> {
        self.int(i).map(Timestamp::from_micros)
    }

    pub fn opt_text(&self, i: usize) -> Result<Option<String>> {
        match self.value(i)? {
            ValueRef::Null => Ok(None),
            ValueRef::Text(v) => Ok(Some(std::str::from_utf8(v).map_err(Error::internal)?.to_owned())),
            _ => Err(Self::mismatch(i)),
        }
    }

    pub fn text(&self, i: usize) -> Result<String> {
        self.opt_text(i)?.ok_or_else(|| Self::mismatch(i))
    }

    /// A list of texts, as [`texts`] writes it.
    pub fn opt_texts(&self, i: usize) -> Result<Option<Vec<String>>> {
        let Some(text) = self.opt_text(i)? else { return Ok(None) };
        let json = Json::parse(&text)?;
        let items = json.as_array().ok_or_else(|| Self::mismatch(i))?;
        Ok(Some(items.iter().filter_map(Json::as_str).map(str::to_owned).collect()))
    }

    pub fn opt_bytes(&self, i: usize) -> Result<Option<Vec<u8>>> {
        match self.value(i)? {
            ValueRef::Null => Ok(None),
            ValueRef::Blob(v) => Ok(Some(v.to_owned())),
            _ => Err(Self::mismatch(i)),
        }
    }

    pub fn bytes(&self, i: usize) -> Result<Vec<u8>> {
        self.opt_bytes(i)?.ok_or_else(|| Self::mismatch(i))
    }

    pub fn opt_id<T>(&self, i: usize) -> Result<Option<Id<T>>> {
        match self.value(i)? {
            ValueRef::Null => Ok(None),
            ValueRef::Blob(v) => Id::from_bytes(v).map(Some).ok_or_else(|| Self::mismatch(i)),
            _ => Err(Self::mismatch(i)),
        }
    }

    pub fn id<T>(&self, i: usize) -> Result<Id<T>> {
        self.opt_id(i)?.ok_or_else(|| Self::mismatch(i))
    }
}

/// A list of texts as it stands in one column.
pub fn texts(list: &[String]) -> String {
    Json::Array(list.iter().map(|text| Json::string(text.as_str())).collect()).to_text()
}

/// Reads from one consistent state of the database.
#[derive(Debug)]
pub struct Snapshot<'c>(pub(super) &'c Connection);

impl Snapshot<'_> {
    /// Every row, mapped.
    pub fn all<T>(
        &self,
        sql: &str,
        params: &[Value<'_>],
        mut map: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut rows = Vec::new();
        self.each(sql, params, |row| {
            rows.push(map(row)?);
            Ok(true)
        })?;
        Ok(rows)
    }

    /// Calls `visit` for each row until it answers false.
    pub fn each(&self, sql: &str, params: &[Value<'_>], mut visit: impl FnMut(&Row<'_>) -> Result<bool>) -> Result<()> {
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(params))?;
        while let Some(row) = rows.next()? {
            if !visit(&Row(row))? {
                break;
            }
        }
        Ok(())
    }

    /// The first row, if any.
    pub fn opt<T>(
        &self,
        sql: &str,
        params: &[Value<'_>],
        mut map: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut found = None;
        self.each(sql, params, |row| {
            found = Some(map(row)?);
            Ok(false)
        })?;
        Ok(found)
    }

    /// The first row; none is a fault of ours (aggregates always have one).
    pub fn one<T>(&self, sql: &str, params: &[Value<'_>], map: impl FnMut(&Row<'_>) -> Result<T>) -> Result<T> {
        self.opt(sql, params, map)?.ok_or_else(|| Error::internal("a row was expected"))
    }
}

pub(super) type Hook = Box<dyn FnOnce() + Send>;

/// Reads and writes within the transaction that is open on the writer.
pub struct Tx<'c> {
    pub(super) snapshot: Snapshot<'c>,
    pub(super) hooks: RefCell<Vec<Hook>>,
    pub(super) counters: &'c RefCell<Vec<(Counter, i64)>>,
}

impl Tx<'_> {
    /// Runs a statement and returns how many rows it changed.
    pub fn exec(&self, sql: &str, params: &[Value<'_>]) -> Result<usize> {
        let mut statement = self.snapshot.0.prepare_cached(sql)?;
        Ok(statement.execute(rusqlite::params_from_iter(params))?)
    }

    /// Runs `hook` once the transaction is durable, in the order of registration and before the
    /// caller learns the result. Nothing may be announced in another way.
    pub fn after_commit(&self, hook: impl FnOnce() + Send + 'static) {
        self.hooks.borrow_mut().push(Box::new(hook));
    }

    /// Adds to a counter row; additions of one commit are written together.
    pub fn count(&self, counter: Counter, delta: i64) {
        self.counters.borrow_mut().push((counter, delta));
    }
}

impl<'c> Deref for Tx<'c> {
    type Target = Snapshot<'c>;
    fn deref(&self) -> &Snapshot<'c> {
        &self.snapshot
    }
}

impl std::fmt::Debug for Tx<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tx")
    }
}

impl From<rusqlite::Error> for Error {
    fn from(e: rusqlite::Error) -> Error {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, DiskFull};
        use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;
        match e.sqlite_error() {
            // The index of the log could not grow: the disk is full, in other words.
            Some(e_) if e_.extended_code == SQLITE_IOERR_SHMSIZE => Error::unavailable().because(e),
            Some(e_) if matches!(e_.code, DatabaseBusy | DatabaseLocked | DiskFull) => Error::unavailable().because(e),
            _ => Error::internal(e),
        }
    }
}
