//! What the system knows of this process, under the names that Prometheus has for it.

use crate::base::Timestamp;
use std::fs;

/// Ticks of a second, as Linux shows them to programs.
const TICKS: f64 = 100.0;

/// Processor seconds used so far.
pub fn cpu_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in brackets, may hold blanks.
    let mut words = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let mut ticks = || words.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / TICKS)
}

/// Gauges of memory and files; none where the system does not tell.
pub fn gauges(started: Timestamp) -> Vec<(&'static str, &'static str, f64)> {
    let mut found = vec![("process_start_time_seconds", "When the process started", started.micros() as f64 / 1e6)];
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<f64>().ok().map(|kib| kib * 1024.0)
    };
    if let Some(bytes) = kib("VmRSS:") {
        found.push(("process_resident_memory_bytes", "Resident memory", bytes));
    }
    if let Some(bytes) = kib("VmSize:") {
        found.push(("process_virtual_memory_bytes", "Virtual memory", bytes));
    }
    if let Ok(files) = fs::read_dir("/proc/self/fd") {
        found.push(("process_open_fds", "Open files", files.count() as f64));
    }
    let limits = fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let limit = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    if let Some(limit) = limit.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok()) {
        found.push(("process_max_fds", "Files that may be open", limit));
    }
    found
}
