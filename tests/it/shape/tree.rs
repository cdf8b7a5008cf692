//! The dependency tree stays free of second TLS stacks and second HTTP clients.

use std::process::Command;

/// The packages of the whole tree, `name version` per line, without asking the network.
fn packages() -> String {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--prefix", "none"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "cargo tree: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_tree_has_one_tls_and_one_client() {
    let tree = packages();
    assert!(tree.lines().any(|l| l.starts_with("rustls ")), "the tree looks empty");
    for unwanted in ["aws-lc-rs", "aws-lc-sys", "openssl-sys", "openssl", "native-tls", "reqwest", "rsa"] {
        let found = tree.lines().find(|l| l.split(' ').next() == Some(unwanted));
        assert_eq!(found, None, "{unwanted} is in the dependency tree");
    }
}

#[test]
fn no_crate_of_ours_stands_twice() {
    let tree = packages();
    for name in ["rustls", "hyper", "tokio", "rusqlite", "http", "serde_json", "ring"] {
        let mut versions: Vec<_> = tree.lines().filter_map(|l| l.strip_prefix(name)?.strip_prefix(' ')).collect();
        versions.iter_mut().for_each(|v| *v = v.split(' ').next().unwrap_or_default());
        versions.sort_unstable();
        versions.dedup();
        assert_eq!(versions.len(), 1, "{name}: {versions:?}");
    }
}
