//! Puts the commit and its date into the version, where there is a repository to ask.

use std::process::Command;

fn git(args: &[&str]) -> Option<String> {
    let output = Command::new("git").args(args).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn main() {
    let version = env!("CARGO_PKG_VERSION");
    let commit = git(&["log", "-1", "--format=%h, %cs"]);
    let hash = commit.as_deref().and_then(|commit| commit.split(',').next()).unwrap_or("unknown");
    println!("cargo::rustc-env=JOBCELIS_COMMIT={hash}");
    let version = commit.map_or_else(|| version.to_owned(), |commit| format!("{version} ({commit})"));
    println!("cargo::rustc-env=JOBCELIS_VERSION={version}");
    // The log of HEAD grows with every commit and checkout.
    for name in ["HEAD", "logs/HEAD"] {
        if let Some(path) = git(&["rev-parse", "--git-path", name]) {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    println!("cargo::rerun-if-changed=build.rs");
    // Read by a macro, which does not say so itself.
    println!("cargo::rerun-if-changed=src/store/schema");
}
