//! Giving back to the disk what removed rows have left free.

use crate::base::Result;
use crate::store::Tx;

/// Gives back free pages of the file, up to `limit` and for as long as `go_on` says so; 0 when
/// there are none.
pub fn give_back(tx: &Tx<'_>, limit: usize, go_on: impl Fn() -> bool) -> Result<usize> {
    let free = |tx: &Tx<'_>| tx.one("PRAGMA freelist_count", &[], |row| row.int(0));
    let before = free(tx)?;
    if before == 0 {
        return Ok(0);
    }
    // Each row of this statement is one page given back.
    tx.each(&format!("PRAGMA incremental_vacuum({limit})"), &[], |_| Ok(go_on()))?;
    Ok((before - free(tx)?).max(0) as usize)
}
