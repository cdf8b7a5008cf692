//! The same load by another door of the server, right after the usual one, and what it reaches of
//! that. The events go on being numbered, so the receiver tells them apart.

use super::load::{Load, Run};
use super::receiver::{Arrivals, Receiver};
use super::report::Percentiles;
use super::target::Target;
use super::{Bench, WARM_UP, machine, settle};
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
    pub server_cpu_us_per_event: Option<f64>,
    pub accept_ms: Percentiles,
}

/// Sends by the face of the bench, after `before` events; with what the server spent on it.
pub async fn drive(
    bench: &Bench,
    load: &mut Load,
    target: &Target,
    receiver: &Receiver,
    before: u64,
) -> Outcome<(Run, Option<Duration>)> {
    let [hook] = &target.hooks[..] else { return Err(Failure::usage("--face: needs exactly one webhook.")) };
    load.turn_to(&target.api, bench.size, hook);
    let warmed = load.drive(WARM_UP).await?;
    settle(receiver, before + warmed.accepted() as u64).await;
    let cpu = || target.pid().and_then(machine::cpu);
    let spent_before = cpu();
    let run = load.drive(Duration::from_secs(bench.seconds.into())).await?;
    settle(receiver, before + (warmed.accepted() + run.accepted()) as u64).await;
    let spent = cpu().zip(spent_before).map(|(after, before)| after.saturating_sub(before));
    Ok((run, spent))
}

/// What the face reached of `usual` events a second.
pub fn compare((run, cpu): &(Run, Option<Duration>), arrivals: &Arrivals, usual: f64) -> ByFace {
    let (joined, accepted_per_s) = (arrivals.join(run), run.accepted() as f64 / run.elapsed.as_secs_f64());
    ByFace {
        face: "ingest",
        accepted_per_s,
        delivered_per_s: joined.per_second(run.started),
        lost: joined.lost,
        share: accepted_per_s / usual,
        server_cpu_us_per_event: cpu.map(|cpu| cpu.as_secs_f64() * 1e6 / run.accepted().max(1) as f64),
        accept_ms: Percentiles::of(run.latencies()),
    }
}
