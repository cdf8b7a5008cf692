//! The schemas that events are held against: per topic the one that applies, compiled when an
//! event first asks for it. Checks that take long, or much of the stack, get a thread of their own.

use super::super::Engine;
use super::super::directory::ProjectView;
use crate::base::{Error, Result};
use crate::domain::event_schema::{EventSchema, SchemaId};
use crate::domain::schema::{Fault, Schema, refusal};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
use tokio::sync::{Semaphore, oneshot};

/// Long checks at a time.
const LONG_CHECKS: usize = 2;
/// What the heaviest schema may take for the deepest payload; only what is used is ever real.
const STACK: usize = 64 * 1024 * 1024;

/// The schemas of one project by their topics.
#[derive(Debug, Default)]
pub struct Applied(HashMap<String, Arc<Rule>>);

/// The schema that applies to a topic.
#[derive(Debug)]
pub struct Rule {
    pub id: SchemaId,
    pub version: i64,
    text: String,
    compiled: OnceLock<Arc<Schema>>,
}

impl Applied {
    pub fn new(schemas: Vec<EventSchema>) -> Applied {
        let rule = |EventSchema { id, topic, version, text, .. }| {
            (topic, Arc::new(Rule { id, version, text, compiled: OnceLock::new() }))
        };
        Applied(schemas.into_iter().map(rule).collect())
    }

    /// The rule for events of this very topic.
    pub fn rule(&self, topic: Option<&str>) -> Option<&Arc<Rule>> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(topic?)
    }
}

impl Rule {
    /// What is wrong with a payload, JSON text.
    pub async fn check(&self, engine: &Engine, payload: &str) -> Result<Vec<Fault>> {
        let compiled = match self.compiled.get() {
            Some(compiled) => compiled,
            None => {
                let compiled = Arc::new(Schema::compile(&self.text).map_err(Error::internal)?);
                self.compiled.get_or_init(|| compiled)
            }
        };
        check(engine, compiled, payload).await
    }
}

/// The refusal of an event by the schema of its topic, if there is one and it does not fit.
pub async fn refused(engine: &Engine, view: &ProjectView, topic: Option<&str>, payload: &str) -> Result<Option<Error>> {
    let Some(rule) = view.schemas.rule(topic) else { return Ok(None) };
    let faults = rule.check(engine, payload).await?;
    Ok(if faults.is_empty() { None } else { Some(refusal(&faults)) })
}

/// The room for long checks.
#[derive(Debug)]
pub struct Room(Arc<Semaphore>);

impl Default for Room {
    fn default() -> Room {
        Room(Arc::new(Semaphore::new(LONG_CHECKS)))
    }
}

/// What is wrong with a payload by a schema.
pub(super) async fn check(engine: &Engine, schema: &Arc<Schema>, payload: &str) -> Result<Vec<Fault>> {
    if schema.is_quick(payload) {
        return schema.check(payload);
    }
    let permit = engine.checks.0.clone().acquire_owned().await.map_err(Error::internal)?;
    let (schema, payload) = (schema.clone(), payload.to_owned());
    let (tell, told) = oneshot::channel();
    let thread = std::thread::Builder::new().name("check".to_owned()).stack_size(STACK);
    thread.spawn(move || {
        let checked = schema.check(&payload);
        drop(permit);
        let _ = tell.send(checked);
    })?;
    told.await.map_err(Error::internal)?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, Timestamp};
    use crate::domain::status::Status;
    use crate::engine::testing::TestEngine;

    fn applied(topic: &str, text: &str) -> Applied {
        let (id, updated_at) = (Id::MIN, Timestamp::from_secs(1));
        let schema = EventSchema {
            id,
            topic: topic.to_owned(),
            version: 1,
            text: text.to_owned(),
            status: Status::Active,
            updated_at,
        };
        Applied::new(vec![schema])
    }

    #[test]
    fn rules_are_found_by_the_whole_topic() {
        let applied = applied("a.b", "true");
        for (topic, found) in [(Some("a.b"), true), (Some("a"), false), (Some("A.B"), false), (None, false)] {
            assert_eq!(applied.rule(topic).is_some(), found, "{topic:?}");
        }
        assert!(Applied::default().rule(Some("a.b")).is_none());
    }

    #[tokio::test]
    async fn deep_payloads_are_checked_with_a_stack_of_their_own() {
        let engine = TestEngine::new();
        let part = |n: usize| format!(r##""d{n}":{{"oneOf":[{{"$ref":"#/definitions/d{}"}},false]}}"##, n - 1);
        let parts: Vec<String> = (1..=48).map(part).collect();
        let text = format!(
            r##"{{"$ref":"#/definitions/d48","definitions":{{"d0":{{"properties":{{"a":{{"$ref":"#/definitions/d48"}},"x":{{"type":"string"}}}}}},{}}}}}"##,
            parts.join(",")
        );
        let applied = applied("t", &text);
        let rule = applied.rule(Some("t")).expect("there");
        let nested = |x: &str| format!("{}{{\"x\":{x}}}{}", "{\"a\":".repeat(63), "}".repeat(63));
        assert_eq!(rule.check(&engine, &nested("\"y\"")).await.expect("checked"), []);
        assert_eq!(rule.check(&engine, &nested("1")).await.expect("checked").len(), 1);
    }
}
