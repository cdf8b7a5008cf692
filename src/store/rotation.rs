//! Putting another master key in the place of one: every sealed value is sealed anew and every
//! keyed hash made anew. What is only known as a keyed hash of something that is nowhere else is
//! forgotten. A column of bytes that none of the lists here names fails a test.

use super::sql::Value;
use super::{Tx, email_hash, inbound, ip_hash};
use crate::base::crypto::{Keys, hmac_sha256};
use crate::base::{Error, Id, Result};
use crate::params;
use std::collections::HashMap;

/// Rows read at a time.
const BATCH: i64 = 500;

/// A column of sealed values.
struct Sealed {
    table: &'static str,
    /// The column that names the row.
    row: &'static str,
    /// It does so only within a project.
    in_project: bool,
    column: &'static str,
    /// What the value is sealed for, before the row.
    place: &'static str,
    /// What it is, so that hashes of it follow.
    what: What,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Other,
    /// Hashes of addresses anywhere follow, and the one in this column of the row.
    Address(Option<&'static str>),
    /// With its hash in this column of the row.
    Ip(&'static str),
}

const fn sealed(table: &'static str, column: &'static str, place: &'static str, what: What) -> Sealed {
    Sealed { table, row: "id", in_project: false, column, place, what }
}

#[rustfmt::skip]
const SEALED: &[Sealed] = &[
    sealed("users", "email", "users.email", What::Address(Some("email_hash"))),
    sealed("users", "name", "users.name", What::Other),
    sealed("sessions", "ip", "sessions.ip", What::Ip("ip_hash")),
    sealed("sessions", "user_agent", "sessions.user_agent", What::Other),
    sealed("consents", "ip", "consents.ip", What::Other),
    sealed("audit_log", "ip", "audit_log.ip", What::Ip("ip_hash")),
    sealed("audit_log", "user_agent", "audit_log.user_agent", What::Other),
    sealed("origins", "ip", "origins.ip", What::Ip("ip_hash")),
    sealed("webhooks", "secret", "webhooks.secret", What::Other),
    sealed("webhooks", "previous_secret", "webhooks.secret", What::Other),
    sealed("jobs", "secret", "jobs.secret", What::Other),
    sealed("api_keys", "secret", "api_keys.secret", What::Other),
    sealed("users", "pending_email", "users.pending_email", What::Address(None)),
    sealed("letters", "content", "letters.content", What::Other),
    Sealed { table: "mfa_factors", row: "user_id", in_project: false, column: "secret", place: "mfa_factors.secret", what: What::Other },
    Sealed { table: "mfa_setups", row: "user_id", in_project: false, column: "secret", place: "mfa_setups.secret", what: What::Other },
    Sealed { table: "task_secrets", row: "project_id", in_project: false, column: "secret", place: "task_secrets.secret", what: What::Other },
    Sealed {
        table: "task_secrets", row: "project_id", in_project: false, column: "previous_secret", place: "task_secrets.secret", what: What::Other
    },
    sealed("alert_channels", "value", "alert_channels.value", What::Other),
    sealed("alert_channels", "secret", "alert_channels.secret", What::Other),
    sealed("sandbox_requests", "headers", "sandbox_requests.headers", What::Other),
    sealed("sandbox_requests", "ip", "sandbox_requests.ip", What::Other),
    sealed("sources", "secret", "sources.secret", What::Other),
    sealed("sources", "previous_secret", "sources.secret", What::Other),
    sealed("source_rejections", "headers", "source_rejections.headers", What::Other),
    sealed("source_rejections", "ip", "source_rejections.ip", What::Other),
    Sealed { table: "inbound", row: "event_id", in_project: true, column: "headers", place: inbound::HEADERS, what: What::Other },
    Sealed { table: "replay_requests", row: "replay_id", in_project: false, column: "requested_by", place: "replay_requests.requested_by", what: What::Other },
    Sealed { table: "replay_requests", row: "replay_id", in_project: false, column: "reason", place: "replay_requests.reason", what: What::Other },
    sealed("registration_invites", "email", "registration_invites.email", What::Address(Some("email_hash"))),
    sealed("registration_invites", "name", "registration_invites.name", What::Other),
];

/// Hashes of addresses in other tables; rows of an address that is nowhere else go.
const ADDRESSES: &[(&str, &str)] = &[("login_attempts", "email_hash"), ("one_time_tokens", "address_hash")];

/// Hashes that only keep a row from being made twice: replaced by what nothing hashes to.
const FINGERPRINTS: &[(&str, &str)] = &[("origins", "fingerprint")];

/// Tables of keyed hashes of what is stored nowhere. A key is replaced when it may be known, and
/// then what it protected is better forgotten anyway.
const FORGOTTEN: &[&str] = &["user_networks", "anomalies", "mfa_backup_codes"];

/// Seals and hashes everything anew, within the transaction of the caller; returns how many sealed
/// values there were.
pub fn reseal(tx: &Tx<'_>, old: &Keys, new: &Keys) -> Result<u64> {
    let (mut count, mut addresses) = (0, HashMap::new());
    for cell in SEALED {
        count += cell.reseal(tx, old, new, &mut addresses)?;
    }
    for (table, column) in ADDRESSES {
        rehash(tx, table, column, &addresses)?;
    }
    for (table, column) in FINGERPRINTS {
        replace(tx, table, column, new)?;
    }
    for table in FORGOTTEN {
        tx.exec(&format!("DELETE FROM {table}"), &[])?;
    }
    Ok(count)
}

impl Sealed {
    fn reseal(&self, tx: &Tx<'_>, old: &Keys, new: &Keys, addresses: &mut HashMap<Vec<u8>, [u8; 32]>) -> Result<u64> {
        match self.in_project {
            false => self.reseal_rows(tx, old, new, addresses, None),
            true => {
                let projects = tx.all("SELECT id FROM projects", &[], |row| row.id::<()>(0))?;
                let reseal = |project| self.reseal_rows(tx, old, new, addresses, Some(project));
                projects.into_iter().map(reseal).sum()
            }
        }
    }

    fn reseal_rows(
        &self,
        tx: &Tx<'_>,
        old: &Keys,
        new: &Keys,
        addresses: &mut HashMap<Vec<u8>, [u8; 32]>,
        project: Option<Id<()>>,
    ) -> Result<u64> {
        let Sealed { table, row, column, place, what, .. } = self;
        // In the place of a hash: no column has both.
        let within = if project.is_some() { " AND project_id = ?3" } else { "" };
        let read = format!(
            "SELECT {row}, {column} FROM {table} WHERE {row} > ?1{within} AND {column} IS NOT NULL ORDER BY {row} LIMIT ?2"
        );
        let hashed = match what {
            What::Other | What::Address(None) => None,
            What::Address(Some(hash)) | What::Ip(hash) => Some(hash),
        };
        let also = hashed.map(|hash| format!(", {hash} = ?3")).unwrap_or_default();
        let write = format!("UPDATE {table} SET {column} = ?2{also} WHERE {row} = ?1{within}");
        let (mut after, mut count) = (Id::<()>::MIN, 0);
        loop {
            let mut bound = params![&after, BATCH].to_vec();
            bound.extend(project.as_ref().map(Value::from));
            let batch = tx.all(&read, &bound, |r| Ok((r.id::<()>(0)?, r.bytes(1)?)))?;
            for (id, value) in &batch {
                let place = format!("{place}:{id}");
                let text = old.open_text(&place, value)?;
                let value = new.seal_text(&place, &text)?;
                let hash = self.hash(&text, old, new, addresses);
                let hash = hash.filter(|_| hashed.is_some());
                let mut bound = params![id, &value].to_vec();
                bound.extend(hash.as_ref().map(Value::from).or(project.as_ref().map(Value::from)));
                tx.exec(&write, &bound)?;
            }
            count += batch.len() as u64;
            match batch.last() {
                Some((last, _)) if batch.len() as i64 == BATCH => after = *last,
                _ => return Ok(count),
            }
        }
    }

    fn hash(&self, text: &str, old: &Keys, new: &Keys, known: &mut HashMap<Vec<u8>, [u8; 32]>) -> Option<[u8; 32]> {
        match self.what {
            What::Other => None,
            What::Ip(_) => Some(ip_hash(new, text)),
            What::Address(_) => {
                let hash = email_hash(new, text);
                known.insert(email_hash(old, text).to_vec(), hash);
                Some(hash)
            }
        }
    }
}

fn rehash(tx: &Tx<'_>, table: &str, column: &str, addresses: &HashMap<Vec<u8>, [u8; 32]>) -> Result<()> {
    let stored = tx.all(&format!("SELECT DISTINCT {column} FROM {table}"), &[], |row| row.bytes(0))?;
    for old in stored {
        match addresses.get(&old) {
            Some(new) => {
                let sql = format!("UPDATE {table} SET {column} = ?2 WHERE {column} = ?1");
                tx.exec(&sql, params![&old, new])?;
            }
            None => {
                tx.exec(&format!("DELETE FROM {table} WHERE {column} = ?1"), params![&old])?;
            }
        }
    }
    Ok(())
}

fn replace(tx: &Tx<'_>, table: &str, column: &str, new: &Keys) -> Result<()> {
    for id in tx.all(&format!("SELECT id FROM {table}"), &[], |row| row.id::<()>(0))? {
        let none = hmac_sha256(&new.ip, &[b"replaced\0", id.as_bytes()]);
        tx.exec(&format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1"), params![&id, &none])?;
    }
    Ok(())
}

/// Puts the value that recognises the new key in the place of the one of the old key.
pub fn set_key_check(tx: &Tx<'_>, check: &str) -> Result<()> {
    match tx.exec("UPDATE meta SET value = ?1 WHERE name = 'key_check'", params![check])? {
        1 => Ok(()),
        _ => Err(Error::internal("a database without the mark of its key")),
    }
}

/// For tests: that every sealed value opens with this key and its hash is made with it, and how
/// many of each column there are.
#[cfg(test)]
pub fn check(snap: &super::Snapshot<'_>, keys: &Keys) -> Result<Vec<(String, usize)>> {
    let mut counts = Vec::new();
    for Sealed { table, row, column, place, what, .. } in SEALED {
        let hash = match what {
            What::Other | What::Address(None) => "NULL",
            What::Address(Some(hash)) | What::Ip(hash) => hash,
        };
        let sql = format!("SELECT {row}, {column}, {hash} FROM {table} WHERE {column} IS NOT NULL");
        let found = snap.all(&sql, &[], |r| Ok((r.id::<()>(0)?, r.bytes(1)?, r.opt_bytes(2)?)))?;
        for (id, value, stored) in &found {
            let text = keys.open_text(&format!("{place}:{id}"), value)?;
            let made = match what {
                What::Ip(_) => ip_hash(keys, &text),
                _ => email_hash(keys, &text),
            };
            assert!(stored.as_deref().is_none_or(|stored| stored == made), "{table}.{hash} is of another key");
        }
        counts.push((format!("{table}.{column}"), found.len()));
    }
    Ok(counts)
}

#[cfg(test)]
mod tests;
