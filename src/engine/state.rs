//! What the engine is busy with at this moment, for an operator who asks why. All of it is in
//! memory, so it can be told when the database cannot answer.

use super::Engine;
use super::bus::Protocol;
use super::metrics::process;
use crate::base::Timestamp;
pub use crate::engine::dispatch::{Busy, Totals};
use std::time::Duration;

/// Lanes that are told of one by one.
const LANES: usize = 20;

/// The engine at one moment.
#[derive(Debug)]
pub struct State {
    pub uptime: Duration,
    /// Deliveries that are not finished, wherever they are.
    pub pending: i64,
    pub lanes: Totals,
    pub busiest: Vec<Busy>,
    /// Open streams by how they are sent.
    pub streams: [(&'static str, usize); 2],
    /// How long the last write waited for its turn.
    pub write_wait: Duration,
    /// The database can no longer be written.
    pub broken: bool,
    pub stopping: bool,
    /// What the system tells of the process: name and value.
    pub process: Vec<(&'static str, f64)>,
}

pub fn state(engine: &Engine) -> State {
    let process = process::gauges(engine.started).into_iter().map(|(name, _, value)| (name, value));
    let (lanes, busiest) = engine.dispatch.look(LANES);
    State {
        uptime: Timestamp::now().since(engine.started),
        pending: engine.directory.pending(),
        lanes,
        busiest,
        streams: Protocol::ALL.map(|protocol| (protocol.as_str(), engine.bus.open(protocol))),
        write_wait: engine.store.write_wait(),
        broken: engine.store.is_broken(),
        stopping: engine.stopping.is_cancelled(),
        process: process.chain(process::cpu_seconds().map(|used| ("process_cpu_seconds", used))).collect(),
    }
}
