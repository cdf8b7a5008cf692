//! What the system tells of processes and of the machine. Only Linux tells; elsewhere the
//! figures are left out.

use serde::Serialize;
use std::fs::read_to_string;
use std::path::Path;
use std::time::Duration;

/// Linux counts a process's time in hundredths of a second, whatever the kernel's own tick.
const TICK: Duration = Duration::from_millis(10);

/// Processor time a process has used, user and system.
pub fn cpu(pid: u32) -> Option<Duration> {
    let stat = read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name may hold blanks and brackets; the fields are counted from behind it.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |i: usize| fields.get(i)?.parse::<u32>().ok();
    Some(TICK * (ticks(11)? + ticks(12)?))
}

/// The most memory a process has had resident, in MiB.
pub fn peak_memory(pid: u32) -> Option<f64> {
    let status = read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<f64>().ok().map(|kib| kib / 1024.0)
}

/// What figures depend on.
#[derive(Debug, Serialize)]
pub struct Machine {
    pub cores: usize,
    pub cpu: Option<String>,
    pub kernel: Option<String>,
    /// File system of the server's data, when it was started here.
    pub filesystem: Option<String>,
}

pub fn facts(folder: Option<&Path>) -> Machine {
    let info = read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|l| l.strip_prefix("model name")?.split_once(':'));
    let kernel = read_to_string("/proc/sys/kernel/osrelease").ok();
    Machine {
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        cpu: model.map(|(_, name)| name.trim().to_owned()),
        kernel: kernel.map(|k| format!("Linux {}", k.trim())),
        filesystem: folder.and_then(filesystem),
    }
}

/// The type of the file system that holds `folder`: of the mounts above it, the deepest.
fn filesystem(folder: &Path) -> Option<String> {
    let folder = folder.canonicalize().ok()?;
    let mounts = read_to_string("/proc/self/mounts").ok()?;
    let rows = mounts.lines().filter_map(|line| {
        let mut fields = line.split(' ').skip(1);
        Some((fields.next()?, fields.next()?))
    });
    let holding = rows.filter(|(point, _)| folder.starts_with(point));
    holding.max_by_key(|(point, _)| point.len()).map(|(_, kind)| kind.to_owned())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_system_tells() {
        assert!(cpu(std::process::id()).is_some() && cpu(u32::MAX).is_none());
        assert!(peak_memory(std::process::id()).is_some_and(|mib| mib > 1.0));
        let facts = facts(Some(Path::new("/")));
        assert!(facts.cores > 0 && facts.kernel.is_some() && facts.filesystem.is_some());
    }
}
