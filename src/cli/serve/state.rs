//! The state of the server as lines of the log, when a signal asks for it: whatever level is
//! logged. One line for the whole, one for each of the busiest lanes.

use super::logging::STATE;
use crate::base::Timestamp;
use crate::engine::Engine;
use crate::engine::state::{Busy, state};
use crate::server::Connections;

/// Writes it down.
pub fn tell(engine: &Engine, connections: &Connections) {
    let state = state(engine);
    let [(_, events), (_, sockets)] = state.streams;
    let process = |name: &str| state.process.iter().find(|(n, _)| *n == name).map(|(_, value)| *value);
    let lanes = state.lanes;
    tracing::info!(
        target: STATE,
        pid = std::process::id(),
        uptime_s = state.uptime.as_secs(),
        connections = connections.open(),
        event_streams = events,
        sockets,
        deliveries_pending = state.pending,
        in_flight = lanes.in_flight,
        workers = lanes.room,
        lanes = lanes.lanes,
        lanes_behind = lanes.behind,
        held = lanes.held,
        held_bytes = lanes.held_bytes,
        projects_resting = lanes.resting,
        paused = lanes.paused,
        write_wait_us = state.write_wait.as_micros() as u64,
        database_broken = state.broken,
        stopping = state.stopping,
        memory_bytes = process("process_resident_memory_bytes").map(|n| n as u64),
        open_files = process("process_open_fds").map(|n| n as u64),
        open_files_limit = process("process_max_fds").map(|n| n as u64),
        cpu_s = process("process_cpu_seconds"),
        "state"
    );
    state.busiest.iter().for_each(lane);
}

fn lane(busy: &Busy) {
    let waited = busy.since.map(|since| Timestamp::now().since(since).as_millis() as u64);
    tracing::info!(
        target: STATE,
        webhook = %busy.webhook,
        project = %busy.project,
        in_flight = busy.in_flight,
        held = busy.held,
        behind = busy.behind,
        circuit = busy.circuit.as_str(),
        oldest_ms = waited,
        "lane"
    );
}
