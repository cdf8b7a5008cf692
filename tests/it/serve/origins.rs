//! Whose pages may call the API, where it is not everybody's.

use crate::support::{Cli, Daemon};

#[test]
fn listed_origins_alone_may_read_the_api() {
    let flags = ["--cors-origin", "https://app.example.org", "--cors-origin", "http://localhost:3000/"];
    let daemon = Daemon::with(&flags);
    let account = daemon.register();
    for (origin, known) in [
        ("https://app.example.org", true),
        ("http://localhost:3000", true),
        ("https://app.example.org.evil.test", false),
        ("http://app.example.org", false),
        ("null", false),
    ] {
        let preflight = account.call("OPTIONS", "/events").header("Access-Control-Request-Method", "POST");
        for call in [preflight, account.call("GET", "/topics"), account.call("GET", "/nowhere")] {
            let reply = call.header("Origin", origin).send();
            assert_eq!(reply.header("access-control-allow-origin"), known.then_some(origin), "{origin}");
            assert_eq!(reply.header("access-control-expose-headers").is_some(), known);
            assert_eq!(reply.header("access-control-allow-credentials"), None);
            let vary: Vec<_> = reply.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("vary")).collect();
            assert!(vary.iter().any(|(_, value)| value == "Origin"), "answers differ by it: {vary:?}");
        }
    }
    let nobody = account.get("/topics");
    assert_eq!((nobody.status, nobody.header("access-control-allow-origin")), (200, None), "programs have no origin");
}

#[test]
fn what_is_no_origin_is_refused() {
    for text in ["app.example.org", "https://app.example.org/path", "ftp://x", "*,https://x.test", "null"] {
        let run = Cli::new(["serve", "--check", "--cors-origin", text]).run();
        assert_eq!(run.code, Some(2), "{text}: {}", run.stderr);
        assert!(run.stderr.contains("must be * or origins such as https://app.example.org"), "{text}: {}", run.stderr);
    }
}
