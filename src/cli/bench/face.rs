//! The same load by another door of the server, right after the usual one, and what it reaches of
//! that. The events go on being numbered, so the receiver tells them apart.

use super::load::{Load, Run};
use super::receiver::{Arrivals, Receiver};
use super::report::Percentiles;
use super::target::Target;
use super::{Bench, WARM_UP, settle};
use crate::cli::failure::{Failure, Outcome};
use serde::Serialize;
use std::time::Duration;

/// A door that takes events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Face {
    /// POST /e/{endpoint}, signed
    Ingest,
}

/// What a face reached; the field names are the JSON.
#[derive(Debug, Serialize)]
pub struct ByFace {
    pub face: &'static str,
    pub accepted_per_s: f64,
    pub delivered_per_s: f64,
    pub lost: u64,
    /// Of the rate at which the usual door accepted.
    pub share: f64,
    pub accept_ms: Percentiles,
}

/// Sends by the face of the bench; `before` are the events that were sent already.
pub async fn drive(bench: &Bench, load: &mut Load, target: &Target, receiver: &Receiver, before: u64) -> Outcome<Run> {
    let [hook] = &target.hooks[..] else { return Err(Failure::usage("--face: needs exactly one webhook.")) };
    load.turn_to(&target.api, bench.size, hook);
    let warmed = load.drive(WARM_UP).await?;
    settle(receiver, before + warmed.accepted() as u64).await;
    let run = load.drive(Duration::from_secs(bench.seconds.into())).await?;
    settle(receiver, before + (warmed.accepted() + run.accepted()) as u64).await;
    Ok(run)
}

/// What the face reached of `usual` events a second.
pub fn compare(run: &Run, arrivals: &Arrivals, usual: f64) -> ByFace {
    let (joined, accepted_per_s) = (arrivals.join(run), run.accepted() as f64 / run.elapsed.as_secs_f64());
    ByFace {
        face: "ingest",
        accepted_per_s,
        delivered_per_s: joined.per_second(run.started),
        lost: joined.lost,
        share: accepted_per_s / usual,
        accept_ms: Percentiles::of(run.latencies()),
    }
}
