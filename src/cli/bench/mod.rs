//! `jobcelis bench`: what this machine can do. Starts a server of the same binary on a fresh
//! folder (or drives the one at `--url`), sends events and receives their deliveries in this
//! process, and reports rates, latencies and what the server used. Speaks only the public API.

mod face;
mod load;
mod machine;
mod readers;
mod receiver;
mod report;
mod target;

use super::failure::Outcome;
use readers::Readers;
use receiver::Receiver;
use report::{Percentiles, Report};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use target::Target;

/// Measure how many events a server accepts and delivers
#[derive(Debug, Clone, clap::Args)]
pub struct Bench {
    /// Server to drive; without it one is started for the run
    #[arg(long, value_name = "URL", requires = "api_key")]
    url: Option<String>,
    /// Key of the project that takes the events of --url
    #[arg(long, value_name = "KEY", env = "JOBCELIS_API_KEY", hide_env_values = true)]
    api_key: Option<String>,
    /// Process whose CPU and memory count as the server's, with --url
    #[arg(long, value_name = "PID", requires = "url")]
    pid: Option<u32>,
    /// Connections that send at the same time
    #[arg(long, value_name = "N", default_value_t = 64, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    connections: u32,
    /// Events per second in all; without it each connection sends as soon as it is answered
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,
    /// Bytes of each request body
    #[arg(long, value_name = "BYTES", default_value_t = 190, value_parser = clap::value_parser!(u32).range(100..=200_000))]
    size: u32,
    /// Webhooks that receive every event
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(0..=1000))]
    webhooks: u32,
    /// Share of the webhooks that answer 500
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share)]
    failing: f64,
    /// Share of the webhooks that never answer
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share)]
    hanging: f64,
    /// Readers of the live stream that are told of every event
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=5_000))]
    readers: u32,
    /// Further readers that open the stream and read nothing
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=5_000))]
    stalled: u32,
    /// Length of the measurement
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=3600))]
    seconds: u32,
    /// Durability of the server that is started
    #[arg(long, value_name = "full|normal", default_value = "full", value_parser = ["full", "normal"], conflicts_with = "url")]
    sync: String,
    /// Folder to hold the data of the server that is started; decides which disk is measured
    #[arg(long, value_name = "DIR", conflicts_with = "url")]
    dir: Option<PathBuf>,
    /// Then send as much by this face, and compare; needs exactly one webhook, which answers
    #[arg(long, value_enum, conflicts_with_all = ["failing", "hanging", "readers", "stalled"])]
    face: Option<face::Face>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

fn share(text: &str) -> Result<f64, String> {
    let value: f64 = text.parse().map_err(|_| "must be a number from 0 to 1")?;
    if (0.0..=1.0).contains(&value) { Ok(value) } else { Err("must be from 0 to 1".to_owned()) }
}

/// Connections warm up, caches fill and the adaptive windows open before anything counts.
const WARM_UP: Duration = Duration::from_secs(1);
/// Deliveries still missing when none has arrived for so long are lost.
const PATIENCE: Duration = Duration::from_secs(10);

pub fn run(bench: &Bench) -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let local = tokio::task::LocalSet::new();
    let report = runtime.block_on(local.run_until(measure(bench)))?;
    super::print(&if bench.json { report.json() } else { report.text() })
}

async fn measure(bench: &Bench) -> Outcome<Report> {
    let start = Instant::now();
    let receiver = Receiver::start(roles(bench), start)?;
    let target = Target::prepare(bench, receiver.address()).await?;
    let mut load = load::Load::new(&target.api, bench, start);
    let readers = match bench.readers + bench.stalled {
        0 => None,
        _ => Some(Readers::start(&target.api, bench.readers, bench.stalled, start).await?),
    };

    let warmed = load.drive(WARM_UP).await?;
    settle(&receiver, warmed.accepted() as u64).await;

    let server = target.pid();
    let (before, own_before) = (server.and_then(machine::cpu), machine::cpu(std::process::id()));
    let run = load.drive(Duration::from_secs(bench.seconds.into())).await?;
    settle(&receiver, (warmed.accepted() + run.accepted()) as u64).await;
    let streams = match readers {
        Some(readers) => Some(readers.finish((warmed.accepted() + run.accepted()) as u64, bench.readers).await),
        None => None,
    };
    let spent = |before: Option<Duration>, pid: Option<u32>| Some(pid.and_then(machine::cpu)?.saturating_sub(before?));
    let (server_cpu, own_cpu) = (spent(before, server), spent(own_before, Some(std::process::id())));
    let peak = server.and_then(machine::peak_memory);
    let machine = machine::facts(target.folder());
    let before = (warmed.accepted() + run.accepted()) as u64;
    let by_face = match bench.face {
        Some(_) => Some(face::drive(bench, &mut load, &target, &receiver, before).await?),
        None => None,
    };
    target.finish().await?;
    let arrivals = receiver.stop();

    let per_event = |cpu: Duration| cpu.as_secs_f64() * 1e6 / run.accepted().max(1) as f64;
    let joined = arrivals.join(&run);
    let accepted_per_s = run.accepted() as f64 / run.elapsed.as_secs_f64();
    let by_face = by_face.map(|other| face::compare(&other, &arrivals, accepted_per_s));
    Ok(Report {
        version: env!("CARGO_PKG_VERSION"),
        durability: if bench.url.is_some() { "as the server is set" } else { &bench.sync }.to_owned(),
        connections: bench.connections,
        rate: bench.rate,
        size: bench.size,
        webhooks: bench.webhooks,
        failing: bench.failing,
        hanging: bench.hanging,
        seconds: run.elapsed.as_secs_f64(),
        accepted: run.accepted(),
        refused: run.refused,
        refusal: run.refusal.clone(),
        accepted_per_s,
        delivered: joined.delivered,
        delivered_per_s: joined.per_second(run.started),
        lost: joined.lost,
        streams,
        duplicates: arrivals.duplicates,
        by_face,
        accept_ms: Percentiles::of(run.latencies()),
        arrival_ms: Percentiles::of(joined.delays),
        server_cpu_us_per_event: server_cpu.map(per_event),
        bench_cpu_us_per_event: own_cpu.map(per_event),
        server_peak_mib: peak,
        machine,
    })
}

/// What each webhook's receiver does: the failing first, then the hanging, then the good.
fn roles(bench: &Bench) -> Vec<receiver::Role> {
    let count = |share: f64| (f64::from(bench.webhooks) * share).round() as usize;
    let (failing, hanging) = (count(bench.failing), count(bench.hanging));
    let role = |i: usize| match i {
        i if i < failing => receiver::Role::Fails,
        i if i < failing + hanging => receiver::Role::Hangs,
        _ => receiver::Role::Answers,
    };
    (0..bench.webhooks as usize).map(role).collect()
}

/// Waits until every good receiver has all events, or nothing has arrived for a while.
async fn settle(receiver: &Receiver, events: u64) {
    let want = events * receiver.good() as u64;
    let (mut seen, mut since) = (receiver.arrived(), Instant::now());
    while seen < want && since.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(20)).await;
        if receiver.arrived() > seen {
            (seen, since) = (receiver.arrived(), Instant::now());
        }
    }
}
