//! Reading and changing sources, and the form in which their events go on.

use super::*;
use crate::base::Json;

fn read(body: &str) -> Result<NewSource> {
    let json = Json::parse(body).expect("json");
    NewSource::read(json.as_object().expect("object"))
}

fn made(body: &str) -> Source {
    let id = SourceId::parse("0199b5a0-8888-7000-8000-000000000001").expect("id");
    read(body).expect(body).create(id)
}

#[test]
fn presets_fill_in_what_is_not_given() {
    let source = made(r#"{"preset":"github"}"#);
    let names = (&*source.name, &*source.provider, &*source.slug, &*source.topic_prefix);
    assert_eq!(names, ("GitHub", "github", "github", "github."));
    assert_eq!((source.preset.as_deref(), source.has_secret, source.status), (Some("github"), true, Status::Active));
    let own = made(
        r#"{"preset":"github","slug":"gh-2","name":"Two","provider":"hub","topic_prefix":"","verification":{"type":"token","header":"X-T"},"mapping":{"type":"kind"},"status":"inactive"}"#,
    );
    let names = (&*own.name, &*own.provider, &*own.slug, &*own.topic_prefix);
    assert_eq!(names, ("Two", "hub", "gh-2", ""));
    assert_eq!((own.verification.kind(), own.status), ("token", Status::Inactive));
    let open = made(r#"{"slug":"open","verification":{"type":"none"},"allow_unverified":true,"secret":"x"}"#);
    assert!(!open.has_secret, "a secret would have no meaning");
}

#[test]
fn what_cannot_be_a_source_is_refused() {
    let long = "x".repeat(257);
    for (body, message) in [
        ("{}", "Missing required field: slug"),
        (r#"{"slug":"a"}"#, "Missing required field: verification"),
        (r#"{"preset":"nobody"}"#, "Unknown preset: nobody"),
        (r#"{"preset":"acme","slug":"A b"}"#, "slug must have 1 to 64 characters of a-z, 0-9 and -"),
        (r#"{"slug":"a","verification":{"type":"none"}}"#, "verification none needs allow_unverified: true"),
        (r#"{"preset":"acme","mapping":5}"#, "mapping must be an object"),
        (r#"{"preset":"acme","topic_prefix":5}"#, "topic_prefix must have at most 128 characters"),
        (r#"{"preset":"acme","provider":5}"#, "provider must be a string"),
        (&format!(r#"{{"preset":"acme","secret":"{long}"}}"#), "secret must have at most 256 characters"),
    ] {
        assert_eq!(read(body).expect_err(body).message(), message, "{body}");
    }
    let both = read(r#"{"slug":"?","name":5,"preset":"acme"}"#).expect_err("two faults");
    assert_eq!(both.details().len(), 2);
}

#[test]
fn changes_name_their_fields() {
    let mut source = made(r#"{"preset":"acme"}"#);
    let patch = |body: &str| {
        let json = Json::parse(body).expect("json");
        SourcePatch::read(json.as_object().expect("object")).expect(body)
    };
    let now = Timestamp::from_secs(2_000_000_000);
    assert!(patch(r#"{"name":"Acme","slug":"acme","name":null}"#).apply(&mut source, now).is_empty());
    assert_ne!(source.updated_at, now);
    let whole = r#"{"name":"N","slug":"n","provider":"p","verification":{"type":"slack"},"mapping":{},"topic_prefix":"t.","secret":"s","active":false}"#;
    let fields = patch(whole).apply(&mut source, now);
    let all = ["slug", "name", "provider", "verification", "mapping", "topic_prefix", "secret", "status"];
    assert_eq!((fields, source.updated_at), (all.to_vec(), now));
}

#[test]
fn events_go_on_in_one_form() {
    let source = made(r#"{"preset":"acme"}"#);
    let body = r#"{"eventId":"e","eventType":"order.created","occurredAt":"2026-01-15T10:30:00Z","data":{"n":1.10}}"#;
    let json = Json::parse(body).expect("json");
    let request = Request {
        header: &|_| None,
        body: json.as_object().expect("object"),
        bytes: body.as_bytes(),
        received: Timestamp::from_secs(5),
    };
    let told = source.mapping.tell(request).expect("told");
    let wanted = r#"{"provider":"acme","externalEventId":"e","eventType":"order.created","occurredAt":"2026-01-15T10:30:00.000000Z","subject":null,"data":{"n":1.10}}"#;
    assert_eq!(source.envelope(&told).to_text(), wanted);
    assert_eq!(source.topic(&told.kind).expect("topic"), "acme.order.created");
    for bad in ["a\u{1}", &"x".repeat(300)] {
        let error = source.topic(bad).expect_err("bad");
        assert_eq!((error.kind(), &*error.details()[0].0), (Kind::Malformed, "type"));
    }
}
