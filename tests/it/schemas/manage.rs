//! Creating, changing, listing and deleting schemas; versions, refusals, what the log says.

use super::{path, schema, versions};
use crate::support::{Daemon, NO_ID};
use serde_json::{Value, json};

#[test]
fn the_object_stands_under_data_and_is_mirrored() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let rules = json!({"type": "object", "required": ["order_id"], "properties": {"order_id": {"type": "string"}}});
    let created = account.post("/event-schemas", json!({"topic": "order.created", "schema": rules})).ok(201);
    let data = &created["data"];
    let names: Vec<_> = data.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected =
        ["id", "project_id", "topic", "schema", "version", "status", "inserted_at", "updated_at"].to_vec();
    expected.sort_unstable();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected);
    assert_eq!((&data["project_id"], &data["topic"]), (&json!(account.project_id), &json!("order.created")));
    assert_eq!((&data["schema"], &data["version"], &data["status"]), (&rules, &json!(1), &json!("active")));
    assert_eq!(data["inserted_at"], data["updated_at"]);
    for name in names.iter().filter(|name| **name != "version") {
        assert_eq!(created[name], data[name], "{name}");
    }
    assert_eq!(created["version"], "1", "two clients declare a text here");
    assert_eq!(account.get(&path(data)).ok(200), created);
    assert_eq!(account.get("/event-schemas").ok(200)["data"], json!([data]));
}

#[test]
fn fields() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let post = |body: Value| account.post("/event-schemas", body);
    for body in [json!({}), json!({"schema": {}}), json!({"topic": "", "schema": {}}), json!({"topic": null})] {
        post(body).fails(400, "Missing required field: topic");
    }
    for body in [json!({"topic": "t"}), json!({"topic": "t", "schema": null})] {
        post(body).fails(400, "Missing required field: schema");
    }
    for (field, value, message) in [
        ("topic", json!(5), "topic must be a string"),
        ("topic", json!("x".repeat(256)), "topic must have at most 255 characters"),
        ("topic", json!("a\nb"), "topic must not contain control characters"),
        ("topic", json!("order.*"), "topic must be a topic, not a pattern"),
        ("topic", json!("#.created"), "topic must be a topic, not a pattern"),
        ("topic", json!("*"), "topic must be a topic, not a pattern"),
        ("schema", json!([]), "schema must be an object or a boolean"),
        ("schema", json!("{}"), "schema must be an object or a boolean"),
        ("schema", json!({"title": "x".repeat(65_536)}), "schema must have at most 65536 bytes"),
        ("version", json!(0), "version must be a positive integer"),
        ("version", json!(-1), "version must be a positive integer"),
        ("version", json!(1.5), "version must be a positive integer"),
        ("version", json!("one"), "version must be a positive integer"),
        ("version", json!([1]), "version must be a positive integer"),
        ("status", json!("on"), "status must be active or inactive"),
    ] {
        let mut body = json!({"topic": "t", "schema": {}});
        body[field] = value.clone();
        post(body).fails(422, message).invalid(field);
        if field != "topic" || value != json!(5) {
            let made = schema(&account, "patched", json!({}));
            account.patch(&path(&made), json!({ field: value })).fails(422, message).invalid(field);
        }
    }
    assert_eq!(versions(&account, "t"), [0; 0]);
    let long = "é".repeat(255);
    for topic in [long.as_str(), "ord*", "a b", "x"] {
        schema(&account, topic, json!(true));
    }
}

#[test]
fn schemas_that_cannot_work_are_refused() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for schema in [
        json!({"type": "text"}),
        json!({"type": 5}),
        json!({"required": "a"}),
        json!({"properties": {"a": {"minimum": "1"}}}),
        json!({"properties": {"a": {"pattern": "("}}}),
        json!({"properties": {"a": {"pattern": "(?=a)b"}}}),
        json!({"properties": {"a": {"pattern": "(?<!a)b"}}}),
        json!({"properties": {"a": {"pattern": "(a)\\1"}}}),
        json!({"$ref": "#/definitions/none"}),
        json!({"$ref": "https://example.org/schema.json"}),
        json!({"$ref": "http://127.0.0.1:9/x"}),
        json!({"$ref": "file:///etc/passwd"}),
        json!({"$schema": "https://example.org/draft"}),
        json!({"$ref": "#"}),
        json!({"$ref": "#/definitions/d24", "definitions": (1..=24).fold(json!({"d0": {}}), |mut all, n| {
            let part = json!({"$ref": format!("#/definitions/d{}", n - 1)});
            all[format!("d{n}")] = json!({"allOf": [part, part]});
            all
        })}),
    ] {
        let reply = account.post("/event-schemas", json!({"topic": "t", "schema": schema}));
        let text = reply.invalid("schema").json["error"].as_str().unwrap().to_owned();
        assert!(text.starts_with("Invalid JSON Schema: "), "{schema}: {text}");
        let reply = account.post("/event-schemas/validate", json!({"topic": "t", "schema": schema}));
        reply.invalid("schema").fails(422, &text);
    }
    assert_eq!(account.get("/event-schemas?include=inactive").ok(200)["data"], json!([]));
}

#[test]
fn versions_rise_by_themselves_or_as_told() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let create = |version: Value| {
        account.post("/event-schemas", json!({"topic": "t", "schema": {"title": "x"}, "version": version}))
    };
    for (given, version) in [
        (json!(null), 1),
        (json!(""), 2),
        (json!(7), 7),
        (json!("8.0"), 8),
        (json!("10-beta"), 10),
        (json!(null), 11),
        (json!(5), 5),
        (json!(null), 12),
    ] {
        assert_eq!(create(given.clone()).ok(201)["data"]["version"], version, "{given}");
    }
    for taken in [json!(1), json!("7"), json!("12.9")] {
        create(taken).fails(409, "Schema version already exists");
    }
    // Another topic counts on its own, and so does a stranger.
    assert_eq!(schema(&account, "u", json!({}))["version"], 1);
    assert_eq!(schema(&daemon.register(), "t", json!({}))["version"], 1);
    // An inactive one takes no version.
    let off = account.post("/event-schemas", json!({"topic": "t", "schema": {}, "version": 12, "status": "inactive"}));
    assert_eq!(off.ok(201)["data"]["status"], "inactive");
    for row in account.get("/event-schemas?topic=t").ok(200)["data"].as_array().unwrap() {
        account.delete(&path(row)).ok(200);
    }
    assert_eq!(create(json!(null)).ok(201)["data"]["version"], 1, "also after deletion");
}

#[test]
fn a_patch_changes_what_it_names() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = schema(&account, "t", json!({"type": "object"}));
    let (one, patch) = (path(&made), |body: Value| account.patch(&path(&made), body).ok(200)["data"].clone());
    for same in [
        json!({}),
        json!({"topic": "", "schema": null, "version": "", "status": ""}),
        json!({"topic": "t", "schema": {"type": "object"}, "version": 1, "status": "active", "other": 5}),
    ] {
        assert_eq!(patch(same.clone()), made, "{same}");
    }
    let changed = patch(json!({"schema": {"type": "array"}}));
    assert_eq!((&changed["version"], &changed["schema"]), (&json!(2), &json!({"type": "array"})));
    assert_eq!((&changed["id"], &changed["inserted_at"]), (&made["id"], &made["inserted_at"]));
    assert!(changed["updated_at"].as_str() > made["updated_at"].as_str());
    let told = patch(json!({"schema": {"type": "null"}, "version": 9}));
    assert_eq!((&told["version"], &told["schema"]), (&json!(9), &json!({"type": "null"})));
    assert_eq!(patch(json!({"version": "3"}))["version"], 3);
    assert_eq!(patch(json!({"topic": "moved"}))["version"], 3, "the schema is the same");
    assert_eq!(versions(&account, "t"), [0; 0]);
    // The next free one where others are in the way.
    let other = account.post("/event-schemas", json!({"topic": "moved", "schema": {}, "version": 4})).ok(201);
    assert_eq!(patch(json!({"schema": {}}))["version"], 5);
    account.patch(&one, json!({"version": 4})).fails(409, "Schema version already exists");
    let off = account.patch(&path(&other), json!({"status": "inactive"})).ok(200);
    assert_eq!((&off["status"], &off["data"]["version"]), (&json!("inactive"), &json!(4)));
    assert_eq!(patch(json!({"version": 4}))["version"], 4);
    account.patch(&path(&other), json!({"status": "active"})).fails(409, "Schema version already exists");
    let on = account.patch(&path(&other), json!({"status": "active", "version": 6})).ok(200);
    assert_eq!((&on["status"], &on["data"]["version"]), (&json!("active"), &json!(6)));
    // A topic where the version is taken.
    account.post("/event-schemas", json!({"topic": "full", "schema": {}, "version": 4})).ok(201);
    account.patch(&one, json!({"topic": "full"})).fails(409, "Schema version already exists");
    assert_eq!(account.get(&one).ok(200)["topic"], "moved");
}

#[test]
fn deleted_ones_leave_the_list_and_are_still_found() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = [schema(&account, "a", json!({})), schema(&account, "a", json!(true)), schema(&account, "b", json!({}))];
    assert_eq!(account.delete(&path(&made[1])).ok(200), json!({"ok": true}));
    assert_eq!(account.delete(&path(&made[1])).ok(200), json!({"ok": true}));
    let ids = |query: &str| -> Vec<Value> {
        let list = account.get(&format!("/event-schemas{query}")).ok(200);
        list["data"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect()
    };
    let [first, second, third] = &made;
    for (query, found) in [
        ("", vec![third, first]),
        ("?include=inactive", vec![third, second, first]),
        ("?topic=a", vec![first]),
        ("?topic=a&include=inactive", vec![second, first]),
        ("?topic=A", vec![]),
        ("?topic=*", vec![]),
        ("?limit=1", vec![third]),
    ] {
        assert_eq!(
            ids(query).iter().collect::<Vec<_>>(),
            found.iter().map(|s| &s["id"]).collect::<Vec<_>>(),
            "{query}"
        );
    }
    let page = account.get("/event-schemas?limit=1").ok(200);
    assert_eq!((&page["has_next"], &page["next_cursor"]), (&json!(true), &third["id"]));
    let rest = account.get(&format!("/event-schemas?cursor={}", third["id"].as_str().unwrap())).ok(200);
    assert_eq!((&rest["data"], &rest["has_next"]), (&json!([first]), &json!(false)));
    let found = account.get(&path(second)).ok(200);
    assert_eq!((&found["status"], &found["version"]), (&json!("inactive"), &json!("2")));
}

#[test]
fn what_is_not_there() {
    let daemon = Daemon::shared();
    let (account, stranger) = (daemon.register(), daemon.register());
    let made = schema(&account, "t", json!({}));
    for id in [made["id"].as_str().unwrap(), NO_ID, "nonsense", "1"] {
        for method in ["GET", "PATCH", "DELETE"] {
            let call = stranger.call(method, &format!("/event-schemas/{id}"));
            call.json(json!({"status": "inactive"})).send().fails(404, "Schema not found");
        }
    }
    assert_eq!(account.get(&path(&made)).ok(200)["status"], "active");
}

#[test]
fn changes_are_recorded() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = schema(&account, "order.created", json!({"title": "of the order"}));
    account.patch(&path(&made), json!({"topic": "u", "schema": {}})).ok(200);
    account.delete(&path(&made)).ok(200);
    let id = made["id"].as_str().unwrap();
    let entries = account.get(&format!("/audit-log?resource_id={id}")).ok(200);
    let mut told = Vec::new();
    for entry in entries["data"].as_array().unwrap() {
        assert_eq!(entry["resource_type"], "event_schema");
        let mut metadata = entry["metadata"].clone();
        metadata.as_object_mut().unwrap().remove("api_key_prefix").expect("a key was used");
        told.push((entry["action"].as_str().unwrap().to_owned(), metadata));
    }
    let expected = [
        ("event_schema.deleted", json!({})),
        ("event_schema.updated", json!({"changed": ["topic", "schema", "version"]})),
        ("event_schema.created", json!({"topic": "order.created", "version": 1})),
    ];
    assert_eq!(told, expected.map(|(action, metadata)| (action.to_owned(), metadata)));
}
