//! `/embed.js` as it is served.

use crate::support::Daemon;

#[test]
fn pages_of_any_origin_may_load_and_keep_it() {
    let daemon = Daemon::shared();
    let api = daemon.api();
    let reply = api.target("GET", "/embed.js").header("Origin", "https://shop.test").send();
    assert_eq!(reply.status, 200);
    for (name, value) in [
        ("content-type", "application/javascript; charset=utf-8"),
        ("cache-control", "public, max-age=3600"),
        ("access-control-allow-origin", "*"),
        ("cross-origin-resource-policy", "cross-origin"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(reply.header(name), Some(value), "{name}");
    }
    assert!(reply.body.len() < 25_000 && reply.text.contains("JobcelisPortal"));
    let tag = reply.header("etag").expect("a tag").to_owned();
    for known in [tag.clone(), format!("\"x\", {tag}"), "*".to_owned()] {
        let again = api.target("GET", "/embed.js").header("If-None-Match", &known).send();
        assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, Some(tag.as_str())));
    }
    assert_eq!(api.target("GET", "/embed.js").header("If-None-Match", "\"x\"").send().status, 200);
    let head = api.target("HEAD", "/embed.js").send();
    assert_eq!((head.status, head.body.len()), (200, 0));
    let packed = api.target("GET", "/embed.js").header("Accept-Encoding", "gzip").send();
    assert_eq!((packed.header("content-encoding"), packed.header("etag")), (Some("gzip"), Some(tag.as_str())));
    assert_eq!(api.target("POST", "/embed.js").send().status, 405);
}
