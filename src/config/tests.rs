//! The sources against each other, and every kind of value with good and bad texts.

use super::*;
use std::path::Path;

fn resolve(args: &[&str], env: &[(&str, &str)], file: Option<&Path>) -> crate::base::Result<Loaded> {
    let command = clap::Command::new("serve").no_binary_name(true).args(flags());
    let matches = command.try_get_matches_from(args).expect("flags");
    load(&matches, |name| env.iter().find(|(k, _)| *k == name).map(|(_, v)| (*v).to_owned()), file)
}

fn empty_file() -> tempfile::NamedTempFile {
    tempfile::NamedTempFile::new().expect("file")
}

fn file(text: &str) -> tempfile::NamedTempFile {
    let file = empty_file();
    std::fs::write(file.path(), text).expect("write");
    file
}

fn message(args: &[&str], env: &[(&str, &str)], text: &str) -> String {
    resolve(args, env, Some(file(text).path())).expect_err("refused").message().to_owned()
}

#[test]
fn flag_beats_environment_beats_file_beats_default() {
    let file =
        file("cache_mb = 1\njwt_days = 1\nmax_body = 2048\nlisten = [\"127.0.0.1:1\", \"unix:/run/x\"]\ndev = true\n");
    let env = [("JOBCELIS_CACHE_MB", "2"), ("JOBCELIS_JWT_DAYS", "2"), ("JOBCELIS_USER_AGENT", "")];
    let loaded = resolve(&["--cache-mb", "3", "--dev=off"], &env, Some(file.path())).expect("loads");
    let s = &loaded.settings;
    assert_eq!((s.cache_mb, s.jwt_days, s.max_body, s.delivery_workers, s.dev), (3, 2, 2048, 1024, false));
    assert_eq!(s.listen[1], Listen::Unix("/run/x".into()));
    let origin = |key| loaded.shown.iter().find(|s| s.key == key).map(|s| s.origin.clone());
    assert_eq!(origin("cache_mb"), Some(Origin::Flag));
    assert_eq!(origin("jwt_days"), Some(Origin::Environment));
    assert_eq!(origin("max_body"), Some(Origin::File(file.path().to_owned())));
    assert_eq!(origin("user_agent"), Some(Origin::Default));
    assert!(loaded.is_default("delivery_workers") && !loaded.is_default("cache_mb"));
}

#[test]
fn errors_name_the_setting_and_its_source() {
    assert_eq!(message(&["--cache-mb", "0"], &[], ""), "--cache-mb 0: must be from 1 to 65536");
    assert_eq!(
        message(&[], &[("JOBCELIS_SYNC", "off")], ""),
        "JOBCELIS_SYNC=off in the environment: must be one of full, normal"
    );
    let unknown = message(&[], &[], "cache = 1");
    assert!(unknown.starts_with("cache in ") && unknown.ends_with(": there is no such setting"), "{unknown}");
    let table = message(&[], &[], "[dev]\nx = 1");
    assert!(table.ends_with("must be a text, a number, on, off or a list of texts"), "{table}");
    let absent = resolve(&[], &[], Some(Path::new("/nonexistent/server.toml"))).expect_err("refused");
    assert!(absent.message().starts_with("/nonexistent/server.toml: "));
}

#[test]
fn values_are_read_and_shown() {
    let file = empty_file();
    let rows: &[(&str, &str, Option<&str>)] = &[
        ("--listen", "0.0.0.0:80", Some("[\"0.0.0.0:80\"]")),
        ("--listen", "localhost:0, [::1]:5", Some("[\"127.0.0.1:0\", \"[::1]:5\"]")),
        ("--listen", "4000", None),
        ("--instance-name", "Señales & Co.", Some("\"Señales & Co.\"")),
        ("--instance-name", "", None),
        ("--instance-name", " x", None),
        ("--instance-name", "a:b", None),
        ("--instance-name", "a\nb", None),
        ("--rate-limit", "off", Some("\"off\"")),
        ("--rate-limit", "600_000", Some("600000")),
        ("--rate-limit", "-1", None),
        ("--auth-rate-limit", "off", Some("false")),
        ("--auth-rate-limit", "maybe", None),
        ("--trusted-proxies", "10.1.2.3/8,192.0.2.1", Some("[\"10.0.0.0/8\", \"192.0.2.1/32\"]")),
        ("--trusted-proxies", "all", None),
        ("--delivery-timeout", "1500ms", Some("\"1.5s\"")),
        ("--delivery-timeout", "2m", Some("\"120s\"")),
        ("--delivery-timeout", "0", None),
        ("--delivery-timeout", "1h", None),
        ("--webhook-rate-limit", "50,3000", Some("\"50,3000\"")),
        ("--webhook-rate-limit", "50", Some("\"50\"")),
        ("--webhook-rate-limit", "fast", None),
        ("--registration", "invite", Some("\"invite\"")),
        ("--user-agent", "a\nb", None),
        ("--public-url", "https://hooks.example.org", Some("\"https://hooks.example.org\"")),
        ("--public-url", "hooks.example.org", None),
        ("--cors-origin", "*", Some("\"*\"")),
        ("--cors-origin", "https://a.test,http://b.test:81/", Some("[\"https://a.test\", \"http://b.test:81\"]")),
        ("--cors-origin", "a.test", None),
        ("--egress-proxy", "http://proxy:3128", Some("\"http://proxy:3128\"")),
        ("--egress-proxy", "http://ana:x@proxy:3128", Some("\"http://***:***@proxy:3128\"")),
        ("--egress-proxy", "socks5://proxy:1080", None),
        ("--log-file", "/var/log/jobcelis.log", Some("\"/var/log/jobcelis.log\"")),
        ("--ready-fd", "3", Some("3")),
        ("--ready-fd", "stdout", None),
        ("--tls-cert", "cert.pem", None),
        ("--log-level", "warn", Some("\"warn\"")),
        ("--log-level", "loud", None),
        ("--data-dir", "", None),
    ];
    for (flag, text, shown) in rows {
        let key = flag.trim_start_matches('-').replace('-', "_");
        let loaded = resolve(&[&format!("{flag}={text}")], &[], Some(file.path()));
        let value = loaded.ok().map(|l| l.shown.iter().find(|s| s.key == key).expect("listed").value.to_string());
        assert_eq!(value.as_deref(), *shown, "{flag} {text}");
    }
}

#[test]
fn defaults_depend_on_the_listeners_and_on_dev() {
    let file = empty_file();
    let settings = |args: &[&str]| resolve(args, &[], Some(file.path())).expect("loads").settings;
    for (listen, mode) in [
        ("127.0.0.1:0,unix:/run/x", Registration::Open),
        ("[::1]:0", Registration::Open),
        ("127.0.0.1:0,0.0.0.0:0", Registration::First),
        ("[::ffff:127.0.0.1]:0", Registration::Open),
    ] {
        assert_eq!(settings(&["--listen", listen]).registration, mode, "{listen}");
    }
    assert_eq!(settings(&["--listen", "0.0.0.0:80"]).public_url, "http://localhost:80");
    let pair = ["--tls-cert", "cert.pem", "--tls-key", "key.pem"];
    assert_eq!(settings(&[&["--listen", "0.0.0.0:443"][..], &pair].concat()).public_url, "https://localhost:443");
    assert_eq!(settings(&[&["--listen", "unix:/run/x"][..], &pair].concat()).public_url, "http://localhost");
    let plain = settings(&["--data-dir", "/d"]);
    assert_eq!((plain.db, plain.key_file), ("/d/jobcelis.db".into(), "/d/secret.key".into()));
    assert_eq!((plain.allow_http_destinations, plain.allow_private_destinations.0.0.len()), (false, 0));
    let dev = settings(&["--dev"]);
    assert!(dev.allow_http_destinations && dev.allow_private_destinations.contains([127, 0, 0, 1].into()));
    assert!(!dev.allow_private_destinations.contains([10, 0, 0, 1].into()));
    assert!(settings(&["--allow-private-destinations"]).allow_private_destinations.contains([10, 0, 0, 1].into()));
    assert!(dev.data_dir.starts_with(std::env::temp_dir()) && dev.db.starts_with(&dev.data_dir));
}

#[test]
fn what_is_printed_is_a_configuration_file() {
    let empty = empty_file();
    let first =
        resolve(&["--sync", "normal", "--listen", "127.0.0.1:0", "--rate-limit", "off"], &[], Some(empty.path()));
    let printed = first.expect("loads").to_string();
    let again = resolve(&[], &[], Some(file(&printed).path())).expect("loads");
    let values = |text: &str| text.lines().map(|l| l.split("  # ").next().unwrap_or("").to_owned()).collect::<Vec<_>>();
    assert_eq!(values(&again.to_string()), values(&printed));
}

#[test]
fn names_that_other_servers_use_are_taken_too() {
    let secret = file("s3cret\n");
    let path = secret.path().to_str().expect("a path");
    let env = [
        ("PORT", "8080"),
        ("ADMIN_EMAIL", "ana@example.org"),
        ("SUPERADMIN_EMAIL", "root@example.org"),
        ("ADMIN_PASSWORD", "Correct Horse"),
        ("JOBCELIS_METRICS_TOKEN_FILE", path),
        ("JOBCELIS_ADMIN_PASSWORD_FILE", "/nowhere"),
    ];
    let empty = empty_file();
    let loaded = resolve(&[], &env, Some(empty.path())).expect("loads");
    let settings = &loaded.settings;
    assert_eq!(settings.listen, ["127.0.0.1:8080"].map(|at| Listen::Tcp(at.parse().expect("address"))));
    assert_eq!(settings.admin_email.as_deref(), Some("root@example.org"));
    assert_eq!(settings.admin_password.0.as_deref(), Some("Correct Horse"));
    assert_eq!(settings.metrics_token.0.as_deref(), Some("s3cret"));
    assert_eq!(settings.admin_password_file.as_deref(), Some(Path::new("/nowhere")), "it is read when it is needed");
    let shown: String = loaded.shown.iter().map(|shown| shown.value.to_string()).collect();
    assert!(!shown.contains("s3cret") && !shown.contains("Horse"), "{shown}");
    let own = [("PORT", "8080"), ("JOBCELIS_LISTEN", "127.0.0.1:1")];
    let loaded = resolve(&[], &own, Some(empty.path())).expect("loads");
    assert_eq!(loaded.settings.listen, [Listen::Tcp("127.0.0.1:1".parse().expect("address"))]);
    assert!(message(&[], &[("PORT", "http")], "").starts_with("PORT=http in the environment: "));
    let missing = message(&[], &[("JOBCELIS_SMTP_URL_FILE", "/nowhere")], "");
    assert!(missing.starts_with("JOBCELIS_SMTP_URL_FILE=/nowhere in the environment: "), "{missing}");
}
