//! What operations on keys leave behind.

use super::super::access::{authenticate_key, authenticate_named_key};
use super::super::testing::{PASSWORD, TestEngine, owner};
use super::*;
use crate::base::Json;

fn members(text: &str) -> Members<'static> {
    match Json::parse(text).expect("json").into_owned() {
        Json::Object(members) => members,
        _ => panic!("{text}"),
    }
}

#[tokio::test]
async fn every_change_is_recorded_and_in_force() {
    let engine = TestEngine::new();
    let actor = owner(&engine, &engine.register("ana@example.org").await).await;
    let read: Reader = ApiKeyPatch::read_one;
    let new = members(r#"{"description":"CI","scopes":["events:read"]}"#);
    let (key, secret) = create(&engine, &actor, &new, read).await.expect("made");
    authenticate_named_key(&engine, key.id, &secret).await.expect("lives");
    let other = engine.ids.next();
    assert_eq!(authenticate_named_key(&engine, other, &secret).await.expect_err("other").message(), "Invalid API key");
    let body = members(r#"{"tenants":["t"],"status":"disabled"}"#);
    let changed = update(&engine, &actor, key.id, &body, read).await.expect("changes");
    assert!(!changed.is_enabled() && authenticate_key(&engine, &secret).await.is_err());
    update(&engine, &actor, key.id, &body, read).await.expect("nothing to do");
    update(&engine, &actor, key.id, &members(r#"{"status":"active"}"#), read).await.expect("changes");
    let view = authenticate_key(&engine, &secret).await.expect("lives again");
    let by_key = Actor { who: view.who(), ..actor.clone() };
    assert!(by_key.allows_tenant("t") && !by_key.allows_tenant("u") && actor.allows_tenant("u"));
    let (_, next) = rotate(&engine, &actor, key.id).await.expect("rotates");
    assert!(authenticate_key(&engine, &secret).await.is_err());
    let shown = reveal(&engine, &actor, key.id, PASSWORD.to_owned()).await.expect("shown").1;
    assert_eq!(shown, next);
    assert!(reveal(&engine, &by_key, key.id, PASSWORD.to_owned()).await.is_err());
    delete(&engine, &actor, key.id).await.expect("ends");
    assert!(authenticate_key(&engine, &next).await.is_err());
    let entries: Vec<_> = engine.audited().await.into_iter().skip(3).collect();
    let actions: Vec<&str> = entries.iter().map(|(action, _)| action.as_str()).collect();
    let expected = ["created", "updated", "disabled", "enabled", "rotated", "revealed", "deleted"];
    assert_eq!(actions, expected.map(|verb| format!("api_key.{verb}")));
    assert_eq!(entries[1].1, r#"{"scopes":["events:read"],"allowed_ips":[],"tenants":["t"]}"#);
    assert!(entries.iter().all(|(_, noted)| !noted.contains(&secret) && !noted.contains(&next)));
}

#[tokio::test]
async fn a_copy_is_sealed_or_there_is_none() {
    for (no_reveal, copies) in [("false", 1), ("true", 0)] {
        let engine = TestEngine::with(&[("registration", "open"), ("no_reveal", no_reveal)]);
        let actor = owner(&engine, &engine.register("ana@example.org").await).await;
        let sql = "SELECT COUNT(secret) FROM api_keys";
        let count = engine.store.read(move |snap| snap.one(sql, &[], |row| row.int(0))).await.expect("reads");
        assert_eq!(count, copies);
        let id = list(&engine, &actor, Page { limit: 1, before: None }).await.expect("reads").rows[0].id;
        assert_eq!(reveal(&engine, &actor, id, PASSWORD.to_owned()).await.is_ok(), copies == 1);
    }
}
