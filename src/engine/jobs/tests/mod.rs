//! Due jobs without a clock: due times are written into the table, and the scheduler's sweep is
//! run by hand.

mod many;
mod turns;

use super::scheduler::sweep;
use super::*;
use crate::base::Json;
use crate::domain::status::Status;
use crate::engine::accounts::Registered;
use crate::engine::testing::{TestEngine, owner};
use crate::params;

/// An engine with an account that has jobs.
struct Scene {
    engine: TestEngine,
    actor: Actor,
}

impl Scene {
    async fn new() -> Scene {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        Scene { actor: owner(&engine, &made).await, engine }
    }

    /// Another account on the same engine.
    async fn neighbour(&self) -> (Registered, Actor) {
        let made = self.engine.register("eva@example.org").await;
        let actor = owner(&self.engine, &made).await;
        (made, actor)
    }

    async fn job(&self, body: &str) -> JobId {
        self.job_of(&self.actor, body).await
    }

    async fn job_of(&self, actor: &Actor, body: &str) -> JobId {
        let json = Json::parse(body).expect(body);
        create(&self.engine, actor, json.as_object().expect("object")).await.expect(body).id
    }

    /// Makes a job due at an instant.
    async fn due(&self, job: JobId, at: Timestamp) {
        let write = self.engine.store.write(move |tx| {
            let sql = "UPDATE jobs SET next_run_at = ?2 WHERE id = ?1";
            tx.exec(sql, params![&job, at])
        });
        assert_eq!(write.await.expect("writes"), 1);
    }

    async fn sweep(&self) {
        sweep(&self.engine).await.expect("sweeps");
    }

    async fn get(&self, job: JobId) -> (Job, Vec<Run>) {
        get(&self.engine, &self.actor, job).await.expect("there")
    }

    /// Topic and payload of all events, oldest first.
    async fn events(&self) -> Vec<(Option<String>, String)> {
        let sql = "SELECT topic, payload FROM events ORDER BY id";
        let read = self.engine.store.read(move |snap| snap.all(sql, &[], |row| Ok((row.opt_text(0)?, row.text(1)?))));
        read.await.expect("reads")
    }

    async fn count(&self, table: &'static str) -> i64 {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        self.engine.store.read(move |snap| snap.one(&sql, &[], |row| row.int(0))).await.expect("counts")
    }
}

/// The last time that a minute began, which no job of these tests was made after.
fn this_minute() -> Timestamp {
    Timestamp::from_secs(Timestamp::now().secs().div_euclid(60) * 60)
}

fn outcome(run: &Run) -> (&str, &str) {
    (run.status.as_str(), run.result.as_deref().unwrap_or_default())
}
