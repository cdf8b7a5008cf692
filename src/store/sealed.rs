//! Personal data on its way into and out of a row: sealed for its column and row, or hashed
//! with a key where it must be found again.

use crate::base::Result;
use crate::base::crypto::{Keys, hmac_sha256};
use std::fmt::Display;

/// Seals a text for one cell; `column` is `table.column`.
pub(super) fn seal(keys: &Keys, column: &str, row: impl Display, text: &str) -> Result<Vec<u8>> {
    keys.seal_text(&format!("{column}:{row}"), text)
}

pub(super) fn seal_opt(keys: &Keys, column: &str, row: impl Display, text: Option<&str>) -> Result<Option<Vec<u8>>> {
    text.map(|text| seal(keys, column, row, text)).transpose()
}

pub(super) fn open(keys: &Keys, column: &str, row: impl Display, sealed: &[u8]) -> Result<String> {
    keys.open_text(&format!("{column}:{row}"), sealed)
}

pub(super) fn open_opt(
    keys: &Keys,
    column: &str,
    row: impl Display,
    sealed: Option<Vec<u8>>,
) -> Result<Option<String>> {
    sealed.map(|sealed| open(keys, column, row, &sealed)).transpose()
}

/// What an address is found by; takes the normalised form.
pub fn email_hash(keys: &Keys, email: &str) -> [u8; 32] {
    hmac_sha256(&keys.email, &[email.as_bytes()])
}

/// What rows of one client are grouped by.
pub fn ip_hash(keys: &Keys, ip: &str) -> [u8; 32] {
    hmac_sha256(&keys.ip, &[ip.as_bytes()])
}
