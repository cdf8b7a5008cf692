//! Every crate with one owner: the places that may name it, as the map of the project says.

use super::files::sources;

/// Crate → path prefixes below `src/` that may name it. A file that became a folder keeps its name.
const OWNERS: &[(&str, &[&str])] = &[
    ("rusqlite", &["store/"]),
    ("refinery", &["store/"]),
    ("deadpool_sqlite", &["store/"]),
    ("axum", &["server/"]),
    ("tower", &["server/", "engine/outbound"]),
    ("tower_http", &["server/"]),
    ("hyper", &["server/", "engine/outbound"]),
    ("hyper_util", &["server/", "engine/outbound"]),
    ("hyper_rustls", &["engine/outbound"]),
    ("rustls", &["engine/outbound", "client/tls", "server/tls"]),
    ("tokio_rustls", &["server/listen", "server/pace", "server/tls"]),
    ("listenfd", &["cli/serve"]),
    ("sd_notify", &["cli/serve"]),
    ("webpki_roots", &["client/tls", "engine/outbound"]),
    ("ureq", &["client/"]),
    ("clap", &["cli/", "config"]),
    ("clap_complete", &["cli/"]),
    ("clap_complete_nushell", &["cli/"]),
    ("clap_mangen", &["cli/"]),
    ("comfy_table", &["cli/output"]),
    ("indicatif", &["cli/output"]),
    ("dirs", &["config"]),
    ("open", &["cli/"]),
    ("regex", &["cli/events/tail"]),
    ("toml", &["config"]),
    ("hmac", &["base/crypto"]),
    ("hkdf", &["base/crypto"]),
    ("sha1", &["base/crypto"]),
    ("sha2", &["base/crypto"]),
    ("tokio_tungstenite", &["server/socket", "client/socket"]),
    ("base64", &["base/crypto"]),
    ("argon2", &["base/crypto"]),
    ("aes_gcm", &["base/crypto"]),
    ("subtle", &["base/crypto"]),
    ("totp_rs", &["domain/mfa"]),
    ("qrcode", &["base/qr"]),
    ("lettre", &["engine/mail"]),
    ("chrono", &["base/time", "domain/cron", "domain/schedule"]),
    ("chrono_tz", &["domain/schedule"]),
    ("cron", &["domain/cron"]),
    ("jsonschema", &["domain/schema", "server/openapi/tests"]),
    ("schemars", &["server/"]),
    ("zstd", &["engine/backup"]),
    ("prometheus_client", &["engine/metrics", "server/meters"]),
    ("tokio", &["store/", "engine/", "server/", "cli/serve", "cli/bench", "cli/stop", "cli/wire", "cli/api"]),
];

/// Whether the line names the crate as the first part of a path.
fn names(line: &str, krate: &str) -> bool {
    line.match_indices(krate).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + krate.len()..];
        let starts = before.is_none_or(|c| !c.is_alphanumeric() && !"_:\".".contains(c));
        let import = line.trim_start().starts_with("use ") && (after.starts_with(';') || after.starts_with(" as "));
        starts && (after.starts_with("::") || import)
    })
}

#[test]
fn crates_are_named_by_their_owner_only() {
    let mut broken = Vec::new();
    for source in sources("src") {
        for (n, line) in source.code() {
            for &(krate, owners) in OWNERS {
                if names(line, krate) && !owners.iter().any(|o| source.path.starts_with(o)) {
                    broken.push(format!("{}:{n} names {krate}", source.path));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn names_are_told_from_lookalikes() {
    for (line, krate, expected) in [
        ("use hyper::Request;", "hyper", true),
        ("use hyper;", "hyper", true),
        ("    let x = tokio::spawn(f);", "tokio", true),
        ("use hyper_util::rt::TokioIo;", "hyper", false),
        ("use self::toml::Reader;", "toml", false),
        ("let dirs = 3;", "dirs", false),
    ] {
        assert_eq!(names(line, krate), expected, "{line}");
    }
}
