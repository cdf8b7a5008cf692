//! Walks the sources and checks what holds for every file.

use std::path::{Path, PathBuf};

/// A source file: its path from the given root with `/`, and its text.
#[derive(Debug)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// Its lines with numbers, comments cut off; string literals stay.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(n, line)| (n + 1, line.split("//").next().unwrap_or_default()))
    }
}

impl Source {
    /// As [`Source::code`], without what only tests compile.
    pub fn product(&self) -> impl Iterator<Item = (usize, &str)> {
        let only_tests = ["tests.rs", "testing.rs", "conformance.rs"].iter().any(|name| self.path.ends_with(name))
            || self.path.contains("/tests/");
        let end = self.text.find("\n#[cfg(test)]\nmod tests {").unwrap_or(self.text.len());
        let lines = if only_tests { 0 } else { self.text[..end].lines().count() };
        self.code().take(lines)
    }
}

/// Every `.rs` file below a folder of the package, in order of path.
pub fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let read = |file: PathBuf| Source {
        path: file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"),
        text: std::fs::read_to_string(&file).unwrap(),
    };
    files.into_iter().map(read).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<_> = ["src", "tests"]
        .iter()
        .flat_map(|folder| sources(folder))
        .filter(|s| !s.text.starts_with("//! "))
        .map(|s| s.path)
        .collect();
    assert!(silent.is_empty(), "files that do not start with `//!`: {silent:?}");
}

#[test]
fn no_file_is_too_long() {
    for (folder, limit) in [("src", 600), ("tests", 400)] {
        let long: Vec<_> = sources(folder)
            .into_iter()
            .map(|s| (s.path, s.text.lines().count()))
            .filter(|(_, lines)| *lines > limit)
            .collect();
        assert!(long.is_empty(), "over {limit} lines in {folder}/: {long:?}");
    }
}

#[test]
fn half_of_the_files_are_short() {
    let mut sizes: Vec<_> = sources("src").iter().map(|s| s.text.lines().count()).collect();
    sizes.sort_unstable();
    let median = sizes[sizes.len() / 2];
    assert!(median <= 150, "the median file has {median} lines");
}

#[test]
fn nothing_is_left_unfinished() {
    let mut found = Vec::new();
    for source in sources("src") {
        for (n, line) in source.code() {
            for word in ["todo!(", "unimplemented!(", "dbg!(", "unsafe {", "unsafe fn"] {
                if line.contains(word) {
                    found.push(format!("{}:{n} {word}", source.path));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
