//! One way down: what each layer may import of ours, and the words it never says.

use super::files::{Source, sources};

/// Layer → the modules of ours it may import.
const MAY_IMPORT: [(&str, &[&str]); 8] = [
    ("base", &[]),
    ("config", &["base"]),
    ("domain", &["base"]),
    ("store", &["domain", "base"]),
    ("engine", &["store", "domain", "config", "base"]),
    ("server", &["engine", "domain", "config", "base"]),
    ("client", &["base"]),
    ("cli", &["server", "engine", "client", "domain", "config", "base"]),
];

/// Layer → fragments of code that would show it knows too much.
const NEVER_SAYS: [(&str, &[&str]); 5] = [
    ("domain", &["async fn", "tokio", "::now()", "SystemTime", "Instant", "rand::", "rusqlite", "http::", "hyper"]),
    ("store", &["StatusCode", "hyper", "axum", "http::"]),
    ("engine", &["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE FROM", "\"/api/"]),
    ("server", &["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE FROM", "rusqlite"]),
    ("cli", &["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE FROM", "rusqlite"]),
];

fn layer(path: &str) -> &str {
    path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// The modules of ours that a line names by a path from the crate root.
fn imports(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for start in ["crate::", "jobcelis::"] {
        for (at, _) in line.match_indices(start) {
            let rest = &line[at + start.len()..];
            let names = rest.strip_prefix('{').map_or(rest, |list| list.split('}').next().unwrap_or_default());
            let parts = if rest.starts_with('{') { names.split(',').collect() } else { vec![names] };
            for part in parts {
                let end = |c: char| !c.is_alphanumeric() && c != '_';
                found.push(part.trim().split(end).next().unwrap_or_default().to_owned());
            }
        }
    }
    found
}

fn check(source: &Source, allowed: &[&str], broken: &mut Vec<String>) {
    let here = layer(&source.path);
    for (n, line) in source.code() {
        for name in imports(line) {
            let ours = MAY_IMPORT.iter().any(|(l, _)| *l == name);
            if ours && name != here && !allowed.contains(&name.as_str()) {
                broken.push(format!("{}:{n} imports {name}", source.path));
            }
        }
    }
}

#[test]
fn layers_import_only_what_lies_below() {
    let mut broken = Vec::new();
    for source in sources("src") {
        let here = layer(&source.path);
        match MAY_IMPORT.iter().find(|(l, _)| *l == here) {
            Some((_, allowed)) => check(&source, allowed, &mut broken),
            None if here == "lib" => {}
            None if here == "main" => check(&source, &["cli"], &mut broken),
            None => broken.push(format!("{} belongs to no layer", source.path)),
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn no_module_climbs_into_another_layer() {
    // `super::super::x` from the top of a layer would get around the check above.
    let mut broken = Vec::new();
    for source in sources("src") {
        let depth = source.path.split('/').count();
        for (n, line) in source.code() {
            let climbs = line.matches("super::").count();
            if climbs >= depth + usize::from(!source.path.ends_with("mod.rs")) && line.contains("super::super") {
                broken.push(format!("{}:{n}", source.path));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn layers_do_not_speak_of_what_they_must_not_know() {
    let mut broken = Vec::new();
    for source in sources("src") {
        let words = NEVER_SAYS.iter().find(|(l, _)| *l == layer(&source.path)).map_or(&[][..], |(_, w)| w);
        for (n, line) in source.product() {
            for word in words.iter().filter(|w| line.contains(**w)) {
                broken.push(format!("{}:{n} says {word}", source.path));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn imports_are_seen_in_both_forms() {
    assert_eq!(imports("use crate::base::Id;"), ["base"]);
    assert_eq!(imports("use crate::{base::Id, store};"), ["base", "store"]);
    assert_eq!(imports("let x = crate::engine::run(crate::store::open());"), ["engine", "store"]);
    assert_eq!(imports("use std::io;"), [""; 0]);
}
