//! The rules of every field, of creating and of changing a webhook.

use super::*;
use crate::base::Kind;
use crate::domain::circuit::State;
use crate::domain::destination::UrlPolicy;

const NOW: Timestamp = Timestamp::from_secs(1_768_473_000);

fn create(body: &str) -> Result<NewWebhook> {
    let json = Json::parse(body).expect(body);
    NewWebhook::read(json.as_object().expect(body), &UrlPolicy::default())
}

fn patch(body: &str) -> Result<WebhookPatch> {
    let json = Json::parse(body).expect(body);
    WebhookPatch::read(json.as_object().expect(body), &UrlPolicy::default())
}

fn webhook() -> Webhook {
    create(r#"{"url":"https://example.com/hook"}"#).expect("creates").create(Id::floor(NOW))
}

#[test]
fn defaults_are_filled_in() {
    for body in [
        r#"{"url":"https://example.com/hook"}"#,
        r#"{"url":"https://example.com/hook","name":"","secret":"","topics":null,"filters":null,"batch_config":null,"status":null}"#,
    ] {
        let new = create(body).expect(body);
        let expected = NewWebhook {
            url: "https://example.com/hook".into(),
            name: None,
            secret: None,
            status: Status::Active,
            config: Config::default(),
        };
        assert_eq!(new, expected);
    }
    let rules = Config::default().compile().expect("compiles");
    assert_eq!(rules, Rules::default());
}

#[test]
fn every_field_is_kept_as_it_was_sent() {
    let new = create(
        r#"{"url":"https://example.com/hook","name":" Shop ","secret":"k","topics":"order.*",
            "filters":[ {"path":"a","op":"gt","value":1.10} ],"body_config":{"mode":"pick","pick":["a"]},
            "headers":{"X-A":5,"Authorization":"Bearer x","X-B":true},"retry_config":{"max_attempts":3,"note":"x"},
            "rate_limit":{"max_per_second":10},"batch_config":{"enabled":true,"window_seconds":5},
            "signature_schemes":["standard"],"active":false}"#,
    )
    .expect("creates");
    assert_eq!((new.name.as_deref(), new.status), (Some("Shop"), Status::Inactive));
    assert_eq!(new.secret.as_ref().map(|s| s.expose()), Some("k"));
    let Config { topics, filters, body, headers, retry, rate_limit, batch, .. } = &new.config;
    assert_eq!(topics, &["order.*"]);
    assert_eq!(filters, r#"[{"path":"a","op":"gt","value":1.10}]"#);
    assert_eq!(body, r#"{"mode":"pick","pick":["a"]}"#);
    assert_eq!(headers, r#"{"X-A":"5","Authorization":"Bearer x","X-B":"true"}"#);
    assert_eq!(retry, r#"{"max_attempts":3,"note":"x"}"#);
    assert_eq!(rate_limit, r#"{"max_per_second":10}"#);
    assert_eq!(batch.as_deref(), Some(r#"{"enabled":true,"window_seconds":5}"#));
    let rules = new.config.compile().expect("compiles");
    assert_eq!(rules.batch, Some(Batch { window: Duration::from_secs(5), max_size: 100 }));
    assert_eq!(rules.headers.iter().next(), Some(("X-A", "5")));
    assert_eq!((rules.retry.max_attempts(), rules.rate_limit.per_second), (3, Some(10)));
    assert_eq!(rules.schemes.names().collect::<Vec<_>>(), ["standard"]);
}

#[test]
fn bad_fields_are_refused() {
    let quoted = |n: usize| format!("\"{}\"", "x".repeat(n));
    let topics = format!("[{}]", vec!["\"a\""; 101].join(","));
    let headers: Vec<String> = (0..33).map(|i| format!("\"x-{i}\":\"\"")).collect();
    for (field, value, message) in [
        ("url", "5".to_owned(), "url must be a string"),
        ("url", "\"http://example.com\"".into(), "URL must start with https://"),
        ("url", "\"https://127.0.0.1/\"".into(), "url points to a blocked address"),
        ("name", "5".into(), "name must be a string"),
        ("name", quoted(256), "name must have at most 255 characters"),
        ("name", "\"a\\nb\"".into(), "name must not contain control characters"),
        ("secret", "5".into(), "secret must be a string"),
        ("secret", quoted(257), "secret must have at most 256 characters"),
        ("topics", "5".into(), "topics must be an array of strings"),
        ("topics", "[5]".into(), "topics must be an array of strings"),
        ("topics", "[\"\"]".into(), "each topic must have 1 to 255 characters"),
        ("topics", quoted(256), "each topic must have 1 to 255 characters"),
        ("topics", topics, "topics must have at most 100 items"),
        ("filters", "{}".into(), "filters must be an array"),
        ("body_config", "[]".into(), "body_config must be an object"),
        ("headers", "[]".into(), "headers must be an object"),
        ("headers", format!("{{{}}}", headers.join(",")), "headers must have at most 32 items"),
        ("headers", r#"{"X-A":null}"#.into(), "header X-A must be a string"),
        ("headers", r#"{"X A":"x"}"#.into(), "header name \"X A\" is not valid"),
        ("headers", r#"{"":"x"}"#.into(), "header name \"\" is not valid"),
        ("headers", r#"{"X-A":"x\r\nEvil: 1"}"#.into(), "header X-A must not contain control characters"),
        ("headers", r#"{"X-A":"\u0000"}"#.into(), "header X-A must not contain control characters"),
        ("headers", format!(r#"{{"X-A":{}}}"#, quoted(4097)), "header X-A must have at most 4096 bytes"),
        ("headers", r#"{"HOST":"x"}"#.into(), "header HOST must not be set"),
        ("headers", r#"{"X-Signature-Mine":"x"}"#.into(), "header X-Signature-Mine must not be set"),
        ("headers", r#"{"Webhook-Id":"x"}"#.into(), "header Webhook-Id must not be set"),
        ("headers", r#"{"x-attempt":"x"}"#.into(), "header x-attempt must not be set"),
        ("retry_config", "5".into(), "retry_config must be an object"),
        ("rate_limit", "[]".into(), "rate_limit must be an object"),
        ("batch_config", "[]".into(), "batch_config must be an object"),
        ("batch_config", r#"{"enabled":1}"#.into(), "batch_config.enabled must be a boolean"),
        (
            "batch_config",
            r#"{"window_seconds":0}"#.into(),
            "batch_config.window_seconds must be an integer between 1 and 3600",
        ),
        (
            "batch_config",
            r#"{"max_batch_size":1001}"#.into(),
            "batch_config.max_batch_size must be an integer between 1 and 1000",
        ),
        ("signature_schemes", "[\"x\"]".into(), "signature_schemes must be an array of jobcelis, standard, portal"),
        ("status", "\"paused\"".into(), "status must be active or inactive"),
        ("active", "1".into(), "active must be a boolean"),
        ("circuit_state", "\"open\"".into(), "circuit_state can only be set to closed"),
    ] {
        let error = patch(&format!(r#"{{"{field}":{value}}}"#)).expect_err(field);
        assert_eq!((error.kind(), error.message()), (Kind::Invalid, message), "{field} {value}");
        assert_eq!(error.details()[0].0, field);
    }
}

#[test]
fn all_faults_are_reported_and_a_missing_url_comes_first() {
    let error = create(r#"{"url":"ftp://x","topics":5,"filters":{}}"#).expect_err("three faults");
    assert_eq!(error.message(), "URL must start with https://");
    assert_eq!(error.details().iter().map(|(f, _)| f.as_str()).collect::<Vec<_>>(), ["url", "topics", "filters"]);
    for body in ["{}", r#"{"url":null,"topics":5}"#, r#"{"url":""}"#] {
        let error = create(body).expect_err(body);
        assert_eq!((error.kind(), error.message()), (Kind::Malformed, "Missing required field: url"));
    }
}

#[test]
fn empty_changes_change_nothing() {
    for body in [
        "{}",
        r#"{"url":"","name":"","topics":"","status":"","circuit_state":"","secret":null,"headers":null,"unknown":1}"#,
        r#"{"url":"https://EXAMPLE.com/hook","topics":[],"filters":[],"headers":{},"active":true,"batch_config":null}"#,
    ] {
        let mut changed = webhook();
        let changes = patch(body).expect(body).apply(&mut changed, NOW.plus(Duration::from_secs(1)));
        assert_eq!((changes, changed), (Changes::default(), webhook()), "{body}");
    }
}

#[test]
fn changes_name_their_fields() {
    let mut changed = webhook();
    let later = NOW.plus(Duration::from_secs(1));
    let body = r#"{"name":"n","topics":["a"],"filters":["a exists"],"body_config":{"x":1},"headers":{"A":"b"},"retry_config":{"y":1},"rate_limit":{"z":1},"batch_config":{},"signature_schemes":["jobcelis"]}"#;
    let changes = patch(body).expect(body).apply(&mut changed, later);
    let expected =
        ["name", "topics", "filters", "body_config", "headers", "retry_config", "rate_limit", "batch_config"];
    assert_eq!(changes.fields[..8], expected);
    assert_eq!((changes.fields[8], changed.updated_at), ("signature_schemes", later));
    assert_eq!((changed.config.filters.as_str(), changed.config.batch.as_deref()), ("[\"a exists\"]", Some("{}")));
    let cleared = patch(r#"{"batch_config":null}"#).expect("reads").apply(&mut changed, later);
    assert_eq!((cleared.fields, changed.config.batch), (vec!["batch_config"], None));
}

#[test]
fn secrets_are_set_and_removed() {
    for (body, has_secret, fields) in [
        (r#"{"secret":"new"}"#, true, vec!["secret"]),
        (r#"{"secret_encrypted":"new"}"#, true, vec!["secret"]),
        (r#"{"secret":""}"#, false, vec!["secret"]),
        (r#"{"secret":null}"#, true, vec![]),
    ] {
        let mut changed = webhook();
        let changes = patch(body).expect(body).apply(&mut changed, NOW);
        assert_eq!((changed.has_secret, changes.fields), (has_secret, fields), "{body}");
    }
    let new = create(r#"{"url":"https://example.com/","secret_encrypted":"x","circuit_state":"open"}"#);
    assert_eq!(new.expect("creates").secret, None);
}

#[test]
fn some_changes_close_the_circuit() {
    // was active, change, fields, circuit reset, deactivated
    for (active, body, fields, reset, deactivated) in [
        (true, r#"{"url":"https://example.com/new"}"#, vec!["url"], true, false),
        (true, r#"{"url":"https://example.com/hook"}"#, vec![], false, false),
        (true, r#"{"active":false}"#, vec!["status"], false, true),
        (true, r#"{"active":true,"status":"inactive"}"#, vec!["status"], false, true),
        (false, r#"{"active":true}"#, vec!["status"], true, false),
        (false, r#"{"status":"inactive"}"#, vec![], false, false),
        (true, r#"{"circuit_state":"closed"}"#, vec!["circuit_state"], true, false),
        (true, r#"{"name":"x"}"#, vec!["name"], false, false),
    ] {
        let open =
            Circuit { state: State::Open, failures: 5, opened_at: Some(NOW), reopen_at: Some(NOW), probing: false };
        let mut changed = Webhook { status: Status::of(active), circuit: open, ..webhook() };
        let changes = patch(body).expect(body).apply(&mut changed, NOW);
        assert_eq!(changes, Changes { fields, circuit_reset: reset, deactivated }, "{body}");
        assert_eq!(changed.circuit, if reset { Circuit::default() } else { open }, "{body}");
    }
}
