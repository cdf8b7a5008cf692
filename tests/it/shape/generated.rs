//! The checked-in completion scripts and manual pages are what the program makes now.

use crate::support::Cli;
use std::collections::BTreeMap;
use std::path::Path;

/// Every file of a folder with its text.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let read = |entry: std::fs::DirEntry| {
        (entry.file_name().into_string().unwrap(), std::fs::read_to_string(entry.path()).unwrap())
    };
    entries.map(|entry| read(entry.unwrap())).collect()
}

#[test]
fn completions_and_manual_pages_are_fresh() {
    for (command, name) in [("completion", "completions"), ("man", "man")] {
        let made = tempfile::tempdir().unwrap();
        let run = Cli::new([command, "--dir", made.path().to_str().unwrap()]).run();
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let kept = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name));
        let made = files(made.path());
        let stale: Vec<&String> =
            made.keys().chain(kept.keys()).filter(|file| made.get(*file) != kept.get(*file)).collect();
        assert!(stale.is_empty(), "make {stale:?} anew with: rm -r {name}; cargo run -- {command} --dir {name}");
    }
}

#[test]
fn scripts_and_pages_are_printed_for_a_pipe() {
    let script = Cli::new(["completion", "bash"]).run();
    assert_eq!(script.code, Some(0), "{}", script.stderr);
    assert!(script.stdout.contains("complete -F _jobcelis") && script.stderr.is_empty(), "{}", script.stdout);
    let page = Cli::new(["man", "serve"]).run();
    assert!(page.stdout.contains(".TH jobcelis-serve 1"), "{}", page.stdout);
    for args in [&["man", "nonsense"][..], &["completion", "tcsh"], &["completion"]] {
        let run = Cli::new(args).run();
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{args:?}: {}", run.stderr);
    }
}
