//! The channels of projects as rows; their values and secrets are sealed here.

use super::sealed::{open_opt, seal_opt};
use super::sql::texts;
use super::{Row, Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::{Error, Result, Timestamp};
use crate::domain::alert::AlertKind;
use crate::domain::channel::{Channel, ChannelId, Channels, Last, Medium};
use crate::domain::project::ProjectId;
use crate::params;

const COLUMNS: &str = "id, medium, enabled, value, secret, events, last_status, last_error, last_sent_at";

fn read(row: &Row<'_>, keys: &Keys) -> Result<Channel> {
    let id: ChannelId = row.id(0)?;
    Ok(Channel {
        id,
        medium: Medium::parse(&row.text(1)?).map_err(Error::internal)?,
        enabled: row.flag(2)?,
        value: open_opt(keys, "alert_channels.value", id, row.opt_bytes(3)?)?,
        secret: open_opt(keys, "alert_channels.secret", id, row.opt_bytes(4)?)?,
        events: row.opt_texts(5)?.map(|words| words.iter().filter_map(|word| AlertKind::parse(word)).collect()),
        last: Last { status: row.opt_text(6)?, error: row.opt_text(7)?, sent_at: row.opt_time(8)? },
    })
}

/// What a project has set, if anything.
pub fn find(snap: &Snapshot<'_>, keys: &Keys, project: ProjectId) -> Result<Option<Channels>> {
    let sql = "SELECT id, updated_at FROM notification_channels WHERE project_id = ?1";
    let Some((id, updated_at)) = snap.opt(sql, params![&project], |row| Ok((row.id(0)?, row.time(1)?)))? else {
        return Ok(None);
    };
    let sql = format!("SELECT {COLUMNS} FROM alert_channels WHERE project_id = ?1");
    let mut list = snap.all(&sql, params![&project], |row| read(row, keys))?;
    list.sort_by_key(|channel| channel.medium);
    Ok(Some(Channels { id, list, updated_at }))
}

/// One channel, enabled or not.
pub fn one(snap: &Snapshot<'_>, keys: &Keys, project: ProjectId, medium: Medium) -> Result<Option<Channel>> {
    let sql = format!("SELECT {COLUMNS} FROM alert_channels WHERE project_id = ?1 AND medium = ?2");
    snap.opt(&sql, params![&project, medium.as_str()], |row| read(row, keys))
}

/// The channels that want an alert of this kind. Opens nothing that is sealed.
pub fn listening(snap: &Snapshot<'_>, project: ProjectId, kind: AlertKind) -> Result<Vec<Medium>> {
    let sql = "SELECT medium, events FROM alert_channels WHERE project_id = ?1 AND enabled = 1";
    let rows = snap.all(sql, params![&project], |row| {
        let wanted = row.opt_texts(1)?.is_none_or(|words| words.iter().any(|word| word == kind.as_str()));
        Ok((Medium::parse(&row.text(0)?).map_err(Error::internal)?, wanted))
    })?;
    Ok(rows.into_iter().filter(|(_, wanted)| *wanted).map(|(medium, _)| medium).collect())
}

/// Puts these channels in the place of those that there are.
pub fn save(tx: &Tx<'_>, keys: &Keys, project: ProjectId, channels: &Channels) -> Result<()> {
    let sql = "INSERT INTO notification_channels (id, project_id, updated_at) VALUES (?1, ?2, ?3) \
               ON CONFLICT (project_id) DO UPDATE SET updated_at = excluded.updated_at";
    tx.exec(sql, params![&channels.id, &project, channels.updated_at])?;
    tx.exec("DELETE FROM alert_channels WHERE project_id = ?1", params![&project])?;
    for c in &channels.list {
        let value = seal_opt(keys, "alert_channels.value", c.id, c.value.as_deref())?;
        let secret = seal_opt(keys, "alert_channels.secret", c.id, c.secret.as_deref())?;
        let words = |kinds: &Vec<AlertKind>| texts(&kinds.iter().map(|k| k.as_str().to_owned()).collect::<Vec<_>>());
        let events = c.events.as_ref().map(words);
        let (status, error) = (c.last.status.as_deref(), c.last.error.as_deref());
        let sql = format!(
            "INSERT INTO alert_channels ({COLUMNS}, project_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
        );
        tx.exec(
            &sql,
            params![
                &c.id,
                c.medium.as_str(),
                c.enabled,
                value.as_ref(),
                secret.as_ref(),
                events.as_deref(),
                status,
                error,
                c.last.sent_at,
                &project,
            ],
        )?;
    }
    Ok(())
}

/// Removes all channels and what waits for them; false when there were none.
pub fn delete(tx: &Tx<'_>, project: ProjectId) -> Result<bool> {
    for table in ["alerts", "alert_marks", "alert_hours", "alert_channels"] {
        tx.exec(&format!("DELETE FROM {table} WHERE project_id = ?1"), params![&project])?;
    }
    Ok(tx.exec("DELETE FROM notification_channels WHERE project_id = ?1", params![&project])? > 0)
}

/// Notes that an alert arrived.
pub fn arrived(tx: &Tx<'_>, project: ProjectId, medium: Medium, now: Timestamp) -> Result<()> {
    let sql = "UPDATE alert_channels SET last_status = 'ok', last_error = NULL, last_sent_at = ?3 \
               WHERE project_id = ?1 AND medium = ?2";
    tx.exec(sql, params![&project, medium.as_str(), now]).map(drop)
}

/// Notes that an alert was given up, and why.
pub fn failed(tx: &Tx<'_>, project: ProjectId, medium: Medium, error: &str) -> Result<()> {
    let sql = "UPDATE alert_channels SET last_status = 'failed', last_error = ?3 WHERE project_id = ?1 AND medium = ?2";
    tx.exec(sql, params![&project, medium.as_str(), error]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::super::conformance::Db;
    use super::*;
    use std::sync::Arc;

    #[tokio::test]
    async fn rows_keep_what_was_set() {
        let db = Db::open();
        let keys = Arc::new(Keys::derive(&[7; 32]).expect("keys"));
        let channel = |medium, events| Channel {
            id: db.ids.next(),
            medium,
            enabled: true,
            value: Some("v".to_owned()),
            secret: Some("s".to_owned()),
            events,
            last: Last::default(),
        };
        let list = vec![channel(Medium::Slack, None), channel(Medium::MetaWebhook, Some(vec![AlertKind::JobFailed]))];
        let (project, other, now) = (db.project, db.ids.next(), Timestamp::from_secs(9));
        let channels = Channels { id: db.ids.next(), list, updated_at: now };
        let run = db.write(move |tx| {
            assert_eq!(find(tx, &keys, project)?, None);
            save(tx, &keys, project, &channels)?;
            save(tx, &keys, project, &channels)?;
            assert_eq!(find(tx, &keys, project)?.as_ref(), Some(&channels));
            assert_eq!(one(tx, &keys, project, Medium::Slack)?.as_ref(), channels.list.first());
            assert_eq!(listening(tx, project, AlertKind::DlqEntry)?, [Medium::Slack]);
            assert_eq!(listening(tx, project, AlertKind::JobFailed)?.len(), 2);
            assert!(listening(tx, other, AlertKind::JobFailed)?.is_empty());
            failed(tx, project, Medium::Slack, "no")?;
            let last = one(tx, &keys, project, Medium::Slack)?.map(|c| c.last);
            let failed = Last { status: Some("failed".into()), error: Some("no".into()), sent_at: None };
            assert_eq!(last, Some(failed));
            arrived(tx, project, Medium::Slack, now)?;
            let last = one(tx, &keys, project, Medium::Slack)?.map(|c| c.last);
            assert_eq!(last, Some(Last { status: Some("ok".into()), error: None, sent_at: Some(now) }));
            assert!(delete(tx, project)? && !delete(tx, project)?);
            Ok(())
        });
        run.await;
    }
}
