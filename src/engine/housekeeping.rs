//! Removes what has had its time: at the start and every hour, in small bites, so that no caller
//! waits for it. What a row is kept for is said here, how it goes in the store.

use super::Engine;
use crate::base::{Result, Timestamp};
use crate::store::{Tx, purges, tasks};
use std::sync::Arc;
use std::time::Duration;

/// Rows removed by one operation at most.
const CHUNK: usize = 500;
const EVERY: Duration = Duration::from_secs(3600);

const DAY: Duration = Duration::from_secs(86_400);

/// Removes at most so many rows that ended before an instant; fewer means that none is left.
type Purge = fn(&Tx<'_>, Timestamp, usize) -> Result<usize>;

/// One kind of rows: what they are, how long they are kept after their end, how they go.
#[rustfmt::skip]
const CHORES: [(&str, Duration, Purge); 9] = [
    ("sessions",        Duration::from_secs(7 * 86_400), purges::sessions),
    ("failed logins",   DAY,                             purges::login_attempts),
    ("one-time tokens", Duration::ZERO,                  purges::one_time_tokens),
    ("sandboxes",       Duration::ZERO,                  purges::sandboxes),
    // Ninety days can be asked for, the present one included.
    ("days of topics",  Duration::from_secs(91 * 86_400), purges::topic_days),
    ("minutes of webhooks", Duration::from_secs(91 * 86_400), purges::webhook_minutes),
    ("alert marks",     DAY,                             purges::alert_marks),
    ("embed tokens",    Duration::from_secs(30 * 86_400), purges::embed_tokens),
    ("keys of tasks",   Duration::ZERO,                  tasks::purge_keys),
];

pub(super) async fn run(engine: &Arc<Engine>) {
    loop {
        for (what, kept, purge) in CHORES {
            match clear(engine, kept, purge).await {
                Ok(0) => {}
                Ok(rows) => tracing::debug!(what, rows, "removed what had its time"),
                // Nothing depends on it; the next hour tries again.
                Err(e) => tracing::warn!(what, error = ?e, "what had its time is not removed yet"),
            }
        }
        tokio::select! {
            () = engine.stopping().cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Removes all that is due of one kind; returns how many rows went.
async fn clear(engine: &Engine, kept: Duration, purge: Purge) -> Result<usize> {
    let before = Timestamp::now().minus(kept);
    let mut rows = 0;
    while !engine.stopping().is_cancelled() {
        let gone = engine.store.write(move |tx| purge(tx, before, CHUNK)).await?;
        rows += gone;
        if gone < CHUNK {
            break;
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::super::testing::TestEngine;
    use super::*;

    #[tokio::test]
    async fn all_that_is_due_goes_and_nothing_else() {
        let engine = TestEngine::new();
        for n in 0..3 {
            engine.register(&format!("ana{n}@example.org")).await;
        }
        let write = engine.store.write(|tx| {
            for n in 0..CHUNK + 10 {
                let sql = "INSERT INTO login_attempts (email_hash, failures, last_failed_at) VALUES (?1, 1, ?2)";
                let age = if n < 5 { 86_000 } else { 87_000 };
                let at = Timestamp::now().minus(Duration::from_secs(age));
                tx.exec(sql, crate::params![&n.to_be_bytes(), at])?;
            }
            let sql = "UPDATE sessions SET revoked_at = ?1 WHERE id = (SELECT id FROM sessions ORDER BY id LIMIT 1)";
            tx.exec(sql, crate::params![Timestamp::now().minus(8 * DAY)])
        });
        write.await.expect("writes");
        let mut gone = Vec::new();
        for (_, kept, purge) in CHORES {
            gone.push(clear(&engine, kept, purge).await.expect("clears"));
        }
        // A session goes with its token.
        assert_eq!(gone, [2, CHUNK + 5, 0, 0, 0, 0, 0, 0, 0]);
    }
}
