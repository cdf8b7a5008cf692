//! What breach detection looks for: the thresholds, how bad each finding is, how it is told. It
//! holds no address of a client, for its texts are stored in clear.

use super::account::UserId;
use ipnet::IpNet;
use serde_json::{Value, json};
use std::net::IpAddr;
use std::time::Duration;

/// How far back a look goes, and how often it is taken.
pub const WINDOW: Duration = Duration::from_secs(10 * 60);
pub const EVERY: Duration = Duration::from_secs(5 * 60);
/// The same about the same is told once in this time.
pub const QUIET: Duration = Duration::from_secs(60 * 60);
/// A network counts as known to a user for so long after their last login from it.
pub const REMEMBERED: Duration = Duration::from_secs(90 * 86_400);

/// More of these than allowed within [`WINDOW`] are an anomaly.
pub const FAILURES_OF_ONE: i64 = 20;
pub const FAILURES_OF_ALL: i64 = 50;
pub const EXPORTS: i64 = 5;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Medium,
    High,
    Critical,
}

impl Severity {
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Medium => "medium",
            Severity::High => "high",
            Severity::Critical => "critical",
        }
    }

    /// Whether those whose data it is about may have to be told.
    pub fn is_breach(self) -> bool {
        self >= Severity::High
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anomaly {
    /// Many failed logins from one address, by its keyed hash.
    BruteForce { ip_hash: Vec<u8>, count: i64 },
    /// Many failed logins in all.
    CoordinatedAttack { count: i64 },
    /// Many exports of data by one user.
    DataExfiltration { user: UserId, count: i64 },
    /// An address was locked; without a user when it has no account.
    AccountLockout { user: Option<UserId> },
    /// A refresh token came back after it was replaced.
    RefreshReuse { user: Option<UserId> },
}

impl Anomaly {
    pub fn kind(&self) -> &'static str {
        match self {
            Anomaly::BruteForce { .. } => "brute_force_ip",
            Anomaly::CoordinatedAttack { .. } => "coordinated_attack",
            Anomaly::DataExfiltration { .. } => "data_exfiltration",
            Anomaly::AccountLockout { .. } => "account_lockout",
            Anomaly::RefreshReuse { .. } => "refresh_reuse",
        }
    }

    pub fn severity(&self) -> Severity {
        match self {
            Anomaly::BruteForce { .. } | Anomaly::AccountLockout { .. } => Severity::Medium,
            Anomaly::CoordinatedAttack { .. } | Anomaly::RefreshReuse { .. } => Severity::High,
            Anomaly::DataExfiltration { .. } => Severity::Critical,
        }
    }

    /// What tells findings of one kind apart.
    pub fn subject(&self) -> Vec<u8> {
        match self {
            Anomaly::BruteForce { ip_hash, .. } => ip_hash.clone(),
            Anomaly::CoordinatedAttack { .. } => Vec::new(),
            Anomaly::DataExfiltration { user, .. } => user.as_bytes().to_vec(),
            Anomaly::AccountLockout { user } | Anomaly::RefreshReuse { user } => {
                user.map(|user| user.as_bytes().to_vec()).unwrap_or_default()
            }
        }
    }

    fn metadata(&self) -> Value {
        let mut told = json!({"type": self.kind(), "severity": self.severity().as_str()});
        match self {
            Anomaly::BruteForce { count, .. } | Anomaly::CoordinatedAttack { count } => told["count"] = json!(count),
            Anomaly::DataExfiltration { user, count } => {
                told["user_id"] = json!(user);
                told["count"] = json!(count);
            }
            Anomaly::AccountLockout { user } | Anomaly::RefreshReuse { user } => told["user_id"] = json!(user),
        }
        told
    }

    fn describe(&self) -> String {
        match self {
            Anomaly::BruteForce { count, .. } => format!("{count} failed logins from one address"),
            Anomaly::CoordinatedAttack { count } => format!("{count} failed logins in all"),
            Anomaly::DataExfiltration { count, .. } => format!("{count} exports of data by one user"),
            Anomaly::AccountLockout { .. } => "an account was locked".to_owned(),
            Anomaly::RefreshReuse { .. } => "a replaced login token came back".to_owned(),
        }
    }
}

/// What one look found that was not told yet; never empty.
#[derive(Debug, Clone)]
pub struct Found(Vec<Anomaly>);

impl Found {
    /// None when there is nothing to tell.
    pub fn new(anomalies: Vec<Anomaly>) -> Option<Found> {
        (!anomalies.is_empty()).then_some(Found(anomalies))
    }

    pub fn anomalies(&self) -> &[Anomaly] {
        &self.0
    }

    /// That of the worst one.
    pub fn severity(&self) -> Severity {
        self.0.iter().map(Anomaly::severity).max().unwrap_or(Severity::Medium)
    }

    /// The kinds of all, each once.
    pub fn kinds(&self) -> Vec<String> {
        let mut kinds: Vec<String> = self.0.iter().map(|anomaly| anomaly.kind().to_owned()).collect();
        kinds.dedup();
        kinds
    }

    /// As the audit log keeps it.
    pub fn metadata(&self) -> Value {
        json!({
            "anomalies": self.0.iter().map(Anomaly::metadata).collect::<Vec<_>>(),
            "window_minutes": WINDOW.as_secs() / 60,
            "severity": self.severity().as_str(),
            "breach_notification_required": self.severity().is_breach(),
        })
    }

    /// For people.
    pub fn describe(&self) -> String {
        let mut all: Vec<String> = self.0.iter().take(5).map(Anomaly::describe).collect();
        if self.0.len() > all.len() {
            all.push(format!("{} more", self.0.len() - all.len()));
        }
        format!("In the last 10 minutes: {}.", all.join("; "))
    }
}

/// The part of an address that stands for a place: /24 of IPv4, /48 of IPv6.
pub fn network(ip: IpAddr) -> IpNet {
    let ip = ip.to_canonical();
    let bits = if ip.is_ipv4() { 24 } else { 48 };
    IpNet::new(ip, bits).map_or(IpNet::from(ip), |net| net.trunc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;

    #[test]
    fn findings_are_told_by_the_worst() {
        let user = IdSource::default().next();
        let lockout = Anomaly::AccountLockout { user: None };
        let attack = Anomaly::CoordinatedAttack { count: 51 };
        let leak = Anomaly::DataExfiltration { user, count: 6 };
        let force = Anomaly::BruteForce { ip_hash: vec![1; 32], count: 21 };
        for (all, severity, breach) in [
            (vec![lockout.clone()], "medium", false),
            (vec![force.clone(), lockout.clone()], "medium", false),
            (vec![lockout.clone(), attack.clone()], "high", true),
            (vec![Anomaly::RefreshReuse { user: Some(user) }], "high", true),
            (vec![attack.clone(), leak.clone()], "critical", true),
        ] {
            let told = Found::new(all).expect("something").metadata();
            assert_eq!((&told["severity"], &told["breach_notification_required"]), (&json!(severity), &json!(breach)));
            assert_eq!(told["window_minutes"], 10);
        }
        let told = Found::new(vec![force, leak]).expect("something");
        let anomalies = json!([
            {"type": "brute_force_ip", "severity": "medium", "count": 21},
            {"type": "data_exfiltration", "severity": "critical", "user_id": user, "count": 6},
        ]);
        assert_eq!(told.metadata()["anomalies"], anomalies);
        assert!(told.describe().contains("21 failed logins from one address; 6 exports"));
        assert!(Found::new(Vec::new()).is_none());
    }

    #[test]
    fn networks() {
        for (ip, net) in [
            ("203.0.113.77", "203.0.113.0/24"),
            ("::ffff:203.0.113.77", "203.0.113.0/24"),
            ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ] {
            assert_eq!(network(ip.parse().expect("ip")).to_string(), net);
        }
    }
}
