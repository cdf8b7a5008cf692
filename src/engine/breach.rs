//! Breach detection: a look at the audit log every few minutes, and at each login whether it comes
//! from a place the user is known to be at. It tells people; it blocks nothing.

use super::mail::{self, Letter};
use super::{Engine, channels, notices};
use crate::base::crypto::hmac_sha256;
use crate::base::{Result, Timestamp};
use crate::domain::account::{SessionId, UserId, UserRole};
use crate::domain::alert::AlertKind;
use crate::domain::anomaly::{
    Anomaly, EVERY, EXPORTS, FAILURES_OF_ALL, FAILURES_OF_ONE, Found, QUIET, REMEMBERED, WINDOW, network,
};
use crate::domain::audit::{ActorType, AuditEntry};
use crate::store::breach::{self, Span};
use crate::store::{self, Snapshot, Tx};
use serde_json::json;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

const FAILED: &str = "user.login_failed";

/// Looks now and then every few minutes, until the server stops.
pub(super) async fn run(engine: &Arc<Engine>) {
    loop {
        if let Err(e) = check(engine, Timestamp::now()).await {
            tracing::warn!(error = ?e, "breach detection failed; it looks again in a few minutes");
        }
        tokio::select! {
            () = engine.stopping().cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Looks at what was recorded until `now` and tells what was not told yet: an audit entry, the log,
/// a notification to every operator, and a letter when it is bad.
pub async fn check(engine: &Arc<Engine>, now: Timestamp) -> Result<Option<Found>> {
    let span = Span::new(back(now, WINDOW), now);
    let anomalies = engine.store.read(move |snap| look(snap, span)).await?;
    if anomalies.is_empty() {
        return Ok(None);
    }
    let engine_ = engine.clone();
    let write = engine.store.write(move |tx| {
        let mut fresh = Vec::new();
        for anomaly in anomalies {
            if breach::tell(tx, anomaly.kind(), &anomaly.subject(), back(now, QUIET), now)? {
                fresh.push(anomaly);
            }
        }
        breach::forget(tx, back(now, QUIET))?;
        let Some(found) = Found::new(fresh) else { return Ok(None) };
        tell(tx, &engine_, &found, span)?;
        Ok(Some(found))
    });
    write.await
}

fn back(now: Timestamp, by: Duration) -> Timestamp {
    now.plus_micros(-(by.as_micros() as i64))
}

fn look(snap: &Snapshot<'_>, span: Span) -> Result<Vec<Anomaly>> {
    let mut found = Vec::new();
    let of_one = breach::by_address(snap, FAILED, span, FAILURES_OF_ONE)?;
    found.extend(of_one.into_iter().map(|(ip_hash, count)| Anomaly::BruteForce { ip_hash, count }));
    let count = breach::count(snap, FAILED, span)?;
    if count > FAILURES_OF_ALL {
        found.push(Anomaly::CoordinatedAttack { count });
    }
    let mut exports: BTreeMap<UserId, i64> = BTreeMap::new();
    for action in ["gdpr.data_export", "data.exported"] {
        for (user, count) in breach::by_user(snap, action, span)? {
            if let Some(user) = user {
                *exports.entry(user).or_default() += count;
            }
        }
    }
    let many = exports.into_iter().filter(|(_, count)| *count > EXPORTS);
    found.extend(many.map(|(user, count)| Anomaly::DataExfiltration { user, count }));
    let locked = breach::by_user(snap, "user.locked", span)?;
    found.extend(locked.into_iter().map(|(user, _)| Anomaly::AccountLockout { user }));
    let reused = breach::by_user(snap, "user.refresh_reuse_detected", span)?;
    found.extend(reused.into_iter().map(|(user, _)| Anomaly::RefreshReuse { user }));
    Ok(found)
}

fn tell(tx: &Tx<'_>, engine: &Arc<Engine>, found: &Found, span: Span) -> Result<()> {
    let mut addresses = Vec::new();
    for anomaly in found.anomalies() {
        if let Anomaly::BruteForce { ip_hash, .. } = anomaly {
            addresses.extend(breach::address(tx, &engine.keys, FAILED, span, ip_hash)?);
        }
    }
    // The metadata are stored in clear: the worst address goes where addresses are sealed.
    let entry = AuditEntry {
        id: engine.ids.next(),
        project: None,
        user: None,
        actor_type: ActorType::System.as_str().to_owned(),
        action: "security.anomaly_detected".to_owned(),
        resource_type: "security".to_owned(),
        resource_id: None,
        metadata: found.metadata().to_string(),
        ip: addresses.first().cloned(),
        user_agent: None,
    };
    store::audit::insert(tx, &engine.keys, &entry)?;
    let (severity, types) = (found.severity().as_str(), found.kinds());
    let payload = json!({"message": found.describe(), "severity": severity, "types": types});
    for role in [UserRole::Superadmin, UserRole::Admin] {
        for operator in store::admin::users::active(tx, role)? {
            notices::anomalies(tx, engine, operator, found)?;
            channels::raise_to_operators(tx, engine, operator, AlertKind::SecurityAnomaly, &payload)?;
            if found.severity().is_breach() {
                let letter = Letter::Anomaly { severity: severity.to_owned(), types: types.clone() };
                mail::queue(tx, engine, operator, letter)?;
            }
        }
    }
    let text = found.describe();
    tx.after_commit(move || tracing::warn!(severity, ?types, ?addresses, "security anomaly: {text}"));
    Ok(())
}

/// Notes where a login comes from and tells its user when that is new.
pub(super) fn located(tx: &Tx<'_>, engine: &Engine, user: UserId, session: SessionId, ip: IpAddr) -> Result<()> {
    let now = session.time();
    let place = hmac_sha256(&engine.keys.ip, &[b"network\0", user.as_bytes(), network(ip).to_string().as_bytes()]);
    if breach::note_network(tx, user, &place, back(now, REMEMBERED), now)? {
        notices::new_login(tx, engine, user, session)?;
        mail::queue(tx, engine, user, Letter::NewLogin)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
