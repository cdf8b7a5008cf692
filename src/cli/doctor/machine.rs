//! What the machine has for a server: room on its disk, files it may open, the port.

use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::Command;

/// Bytes that are free where the path is; POSIX `df` knows everywhere.
pub fn free_disk(path: &Path) -> Option<u64> {
    let run = Command::new("df").arg("-Pk").arg(path).output().ok().filter(|run| run.status.success())?;
    let text = String::from_utf8(run.stdout).ok()?;
    available(&text)
}

fn available(df: &str) -> Option<u64> {
    let line = df.lines().nth(1)?;
    // Counted from the percentage, for the name of a file system may hold blanks.
    let words: Vec<&str> = line.split_whitespace().collect();
    let percent = words.iter().position(|word| word.ends_with('%') && word.len() > 1)?;
    words.get(percent.checked_sub(1)?)?.parse::<u64>().ok().map(|kib| kib * 1024)
}

/// Files that process, or one started here, may have open at a time; `None` is unknown.
pub fn open_files(pid: Option<&str>) -> Option<u64> {
    let of = |pid: &str| std::fs::read_to_string(format!("/proc/{pid}/limits")).ok();
    if let Some(limits) = of(pid.unwrap_or("self")) {
        let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
        return number(line.split_whitespace().next()?);
    }
    let run = Command::new("sh").args(["-c", "ulimit -n"]).output().ok()?;
    number(std::str::from_utf8(&run.stdout).ok()?.trim())
}

fn number(text: &str) -> Option<u64> {
    if text == "unlimited" { Some(u64::MAX) } else { text.parse().ok() }
}

/// Whether something else listens there; other problems are errors.
pub fn is_taken(address: SocketAddr) -> std::io::Result<bool> {
    match TcpListener::bind(address) {
        Ok(_) => Ok(false),
        Err(e) if e.kind() == ErrorKind::AddrInUse => Ok(true),
        Err(e) => Err(e),
    }
}

/// `3.2 GiB`
pub fn size(bytes: u64) -> String {
    match bytes as f64 {
        n if n >= 1_073_741_824.0 => format!("{:.1} GiB", n / 1_073_741_824.0),
        n => format!("{:.1} MiB", n / 1_048_576.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_is_asked() {
        assert!(free_disk(&std::env::temp_dir()).is_some());
        assert!(open_files(None).is_some_and(|n| n > 2));
        let taken = TcpListener::bind("127.0.0.1:0").expect("bound");
        assert!(is_taken(taken.local_addr().expect("address")).expect("answered"));
    }

    #[test]
    fn sizes_are_read_and_shown() {
        let df = "Filesystem 1024-blocks Used Available Capacity Mounted on\nmy disk 100 60 40 60% /mnt/a b\n";
        assert_eq!(available(df), Some(40 * 1024));
        assert_eq!((size(3_435_973_837).as_str(), size(1_048_576).as_str()), ("3.2 GiB", "1.0 MiB"));
        assert_eq!((number("unlimited"), number("12")), (Some(u64::MAX), Some(12)));
    }
}
