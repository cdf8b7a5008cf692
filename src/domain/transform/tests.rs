//! The vectors of the delivered body.

use super::*;

const ID: &str = "0199b5a0-1111-7000-8000-000000000001";
const META: &str = r#""event_id":"0199b5a0-1111-7000-8000-000000000001","topic":"order.created","occurred_at":"2026-01-15T10:30:00.000000Z"}"#;
const P: &str = r#"{"order_id":"12345","amount":99.99,"internal":{"cost":40},"note":null}"#;

fn event(nested: bool) -> EventParts<'static> {
    EventParts { id: ID, topic: Some("order.created"), occurred_at: Timestamp::from_secs(1_768_473_000), nested }
}

fn compile(config: &str) -> Result<BodyConfig> {
    BodyConfig::compile(&Json::parse(config).expect(config))
}

fn build(config: &str, nested: bool, payload: &str) -> String {
    let body = compile(config).expect(config).build(&event(nested), payload).expect(payload);
    Json::parse(&body).expect(&body);
    body
}

#[test]
fn the_table_of_bodies() {
    let single = r#"{"order_id":"12345"}"#;
    for (config, nested, payload, start) in [
        ("{}", false, P, r#"{"order_id":"12345","amount":99.99,"internal":{"cost":40},"note":null,"#),
        ("{}", true, single, r#"{"order_id":"12345","payload":{"order_id":"12345"},"#),
        (
            r#"{"body_mode":"pick","body_pick":["order_id","missing"]}"#,
            false,
            P,
            r#"{"order_id":"12345","missing":null,"#,
        ),
        (r#"{"mode":"pick","pick":["payload"]}"#, true, single, r#"{"payload":{"order_id":"12345"},"#),
        (
            r#"{"body_rename":{"order_id":"id"}}"#,
            false,
            P,
            r#"{"amount":99.99,"internal":{"cost":40},"note":null,"id":"12345","#,
        ),
        (r#"{"body_rename":{"a":"b","b":"a"}}"#, false, r#"{"a":1,"b":2}"#, r#"{"b":1,"a":2,"#),
        (
            r#"{"body_rename":{"note":"remark"}}"#,
            false,
            P,
            r#"{"order_id":"12345","amount":99.99,"internal":{"cost":40},"note":null,"#,
        ),
        (
            r#"{"body_mode":"pick","body_pick":["order_id","amount"],"body_rename":{"amount":"total"},"body_extra":{"source":"shop"}}"#,
            false,
            P,
            r#"{"order_id":"12345","total":99.99,"source":"shop","#,
        ),
        (r#"{"body_extra":{"topic":"x","amount":1}}"#, false, r#"{"amount":5}"#, r#"{"amount":1,"#),
        ("{}", false, r#"{"event_id":"mine","x":1}"#, r#"{"x":1,"#),
        ("{}", false, "{}", "{"),
        ("{}", true, "{}", r#"{"payload":{},"#),
        ("{}", true, r#"{"payload":1,"x":2}"#, r#"{"payload":{"payload":1,"x":2},"x":2,"#),
        ("{}", false, r#"{"deep":{"topic":"t"}}"#, r#"{"deep":{"topic":"t"},"#),
        (r#"{"pick":[]}"#, false, r#"{"a":1}"#, r#"{"a":1,"#),
        (r#"{"mode":"pick"}"#, false, r#"{"a":1}"#, "{"),
        (r#"{"mode":"full","pick":["a"]}"#, false, r#"{"a":1,"b":2}"#, r#"{"a":1,"b":2,"#),
        (r#"{"mode":"rename","rename":{"a":"b"}}"#, false, r#"{"a":1,"b":2}"#, r#"{"b":1,"#),
        (r#"{"mode":"extra","extra":{"x":{"n":1.10}}}"#, false, "{}", r#"{"x":{"n":1.10},"#),
        (r#"{"rename":{"a":"event_id"}}"#, false, r#"{"a":1}"#, "{"),
        ("{}", false, r#"{"n":12345678901234567890123}"#, r#"{"n":12345678901234567890123,"#),
        (r#"{"extra":{"z":0}}"#, false, "{\"q\\\"\":\"\\u0001\"}", "{\"q\\\"\":\"\\u0001\",\"z\":0,"),
    ] {
        assert_eq!(build(config, nested, payload), format!("{start}{META}"), "{config} {payload}");
    }
}

#[test]
fn events_without_topic_say_null() {
    let event = EventParts { topic: None, ..event(false) };
    let body = BodyConfig::default().build(&event, "{}").expect("builds");
    assert_eq!(body, format!(r#"{{"event_id":"{ID}","topic":null,"occurred_at":"2026-01-15T10:30:00.000000Z"}}"#));
}

#[test]
fn templates_are_filled() {
    for (template, expected) in [
        (
            r#"{"text":"{{topic}} received","b":["{{ order_id }}",5,{"x":"{{event_id}}"}]}"#,
            r#"{"text":"order.created received","b":["12345",5,{"x":"0199b5a0-1111-7000-8000-000000000001"}]}"#,
        ),
        (r#"{"at":"{{occurred_at}}"}"#, r#"{"at":"2026-01-15T10:30:00.000000Z"}"#),
        (
            r#"{"all":"{{payload}}"}"#,
            r#"{"all":"{\"order_id\":\"12345\",\"amount\":99.99,\"internal\":{\"cost\":40},\"note\":null}"}"#,
        ),
        (
            r#"{"a":"{{amount}} {{internal}} {{internal.cost}} {{payload.amount}}"}"#,
            r#"{"a":"99.99 {\"cost\":40} 40 99.99"}"#,
        ),
        (r#"{"a":"[{{nope}}{{}}]","b":"{{note}}"}"#, r#"{"a":"[]","b":"null"}"#),
        (r#"{"a":"open {{ end","b":"}} {{topic}"}"#, r#"{"a":"open {{ end","b":"}} {{topic}"}"#),
        (r#"{"{{topic}}":null}"#, r#"{"{{topic}}":null}"#),
        ("{}", "{}"),
    ] {
        let config = format!(r#"{{"body_mode":"custom","template":{template}}}"#);
        assert_eq!(build(&config, false, P), expected, "{template}");
    }
    let config = r#"{"mode":"custom","body_template":{"a":1,"b":2},"extra":{"b":3,"c":4}}"#;
    assert_eq!(build(config, true, P), r#"{"a":1,"b":3,"c":4}"#);
}

#[test]
fn a_template_names_no_topic_as_empty() {
    let config = compile(r#"{"mode":"custom","template":{"t":"<{{topic}}>"}}"#).expect("compiles");
    let body = config.build(&EventParts { topic: None, ..event(false) }, "{}").expect("builds");
    assert_eq!(body, r#"{"t":"<>"}"#);
}

#[test]
fn bad_configs_are_refused() {
    for (config, message) in [
        ("[]", "body_config must be an object"),
        (r#"{"mode":"half"}"#, "body_config.mode must be full, pick, rename, extra or custom"),
        (r#"{"body_mode":5}"#, "body_config.body_mode must be full, pick, rename, extra or custom"),
        (r#"{"body_pick":"a"}"#, "body_config.body_pick must be an array of strings"),
        (r#"{"pick":[1]}"#, "body_config.pick must be an array of strings"),
        (r#"{"rename":["a"]}"#, "body_config.rename must be an object of strings"),
        (r#"{"body_rename":{"a":1}}"#, "body_config.body_rename must be an object of strings"),
        (r#"{"extra":[]}"#, "body_config.extra must be an object"),
        (r#"{"mode":"custom"}"#, "body_config.template must be an object"),
        (r#"{"mode":"custom","template":"x"}"#, "body_config.template must be an object"),
    ] {
        let error = compile(config).expect_err(config);
        assert_eq!((error.message(), error.details()[0].0.as_str()), (message, "body_config"));
    }
}

#[test]
fn the_short_way_and_the_long_way_agree() {
    let long = compile(r#"{"rename":{"none":"such"}}"#).expect("compiles");
    for payload in ["{}", P, r#"{"a":{"topic":1,"payload":2}}"#, r#"{"topic":1,"b":"\"topic\":"}"#] {
        for nested in [false, true] {
            let short = BodyConfig::default().build(&event(nested), payload).expect(payload);
            assert_eq!(short, long.build(&event(nested), payload).expect(payload));
        }
    }
}
