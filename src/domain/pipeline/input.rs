//! What clients send to create or change a pipeline: every field checked, all faults reported
//! together. A field that is absent or null is left as it is, except where it says otherwise.

use super::{Pipeline, PipelineId, Steps};
use crate::base::json::Members;
use crate::base::{Error, Json, Result, Timestamp};
use crate::domain::given::{self, replace, text};
use crate::domain::options::Faults;
use crate::domain::status::Status;
use crate::domain::webhook::WebhookId;

const MAX_DESCRIPTION: usize = 2000;

/// A pipeline to create.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPipeline {
    name: String,
    /// Everything else, as a change of a pipeline that has nothing yet.
    rest: PipelinePatch,
}

/// A change of a pipeline; `None` leaves a field as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PipelinePatch {
    pub name: Option<String>,
    /// `Some(None)` clears it.
    pub description: Option<Option<String>>,
    pub topics: Option<Vec<String>>,
    /// The text as sent, and what it means.
    pub steps: Option<(String, Steps)>,
    /// `Some(None)` clears it.
    pub webhook: Option<Option<WebhookId>>,
    pub status: Option<Status>,
}

impl NewPipeline {
    /// 400 without `name`, 422 for every field that is not valid.
    pub fn read(body: &Members<'_>) -> Result<NewPipeline> {
        let blank = |name: &Json<'_>| name.as_str().is_some_and(|name| name.trim().is_empty());
        if body.get("name").is_none_or(|name| name.is_null() || blank(name)) {
            return Err(Error::missing("name"));
        }
        let mut rest = PipelinePatch::read(body)?;
        let name = rest.name.take().unwrap_or_default();
        Ok(NewPipeline { name, rest })
    }

    /// What the steps are and who gets the output; both may name webhooks.
    pub fn patch(&self) -> &PipelinePatch {
        &self.rest
    }

    /// The pipeline under its id, whose time is the time of creation.
    pub fn create(self, id: PipelineId) -> Pipeline {
        let PipelinePatch { description, topics, steps, webhook, status, .. } = self.rest;
        Pipeline {
            id,
            name: self.name,
            description: description.flatten(),
            topics,
            steps: steps.map_or_else(|| "[]".to_owned(), |(text, _)| text),
            webhook: webhook.flatten(),
            status: status.unwrap_or_default(),
            updated_at: id.time(),
        }
    }
}

impl PipelinePatch {
    /// 422 for every field that is not valid.
    pub fn read(body: &Members<'_>) -> Result<PipelinePatch> {
        let mut faults = Faults::default();
        let get = |name: &str| body.get(name).filter(|value| !value.is_null());
        let steps = |value: &Json<'_>| Steps::read(value).map(|steps| (value.to_text(), steps));
        let patch = PipelinePatch {
            name: faults.keep(given::name(get("name"))).flatten(),
            description: faults.keep(get("description").map(description).transpose()).flatten(),
            topics: faults.keep(topics(get("topics"), get("source_topic"))).flatten(),
            steps: faults.keep(get("steps").map(steps).transpose()).flatten(),
            webhook: faults.keep(webhook(body.get("webhook_id"))).flatten(),
            status: faults.keep(given::status(get("status"), get("active"))).flatten(),
        };
        faults.finish()?;
        Ok(patch)
    }

    /// Applies the change and returns the names of the fields that it changed.
    pub fn apply(self, pipeline: &mut Pipeline, now: Timestamp) -> Vec<&'static str> {
        let mut fields = Vec::new();
        replace(&mut fields, "name", &mut pipeline.name, self.name);
        replace(&mut fields, "description", &mut pipeline.description, self.description);
        replace(&mut fields, "topics", &mut pipeline.topics, self.topics.map(Some));
        replace(&mut fields, "steps", &mut pipeline.steps, self.steps.map(|(text, _)| text));
        replace(&mut fields, "webhook_id", &mut pipeline.webhook, self.webhook);
        replace(&mut fields, "status", &mut pipeline.status, self.status);
        if !fields.is_empty() {
            pipeline.updated_at = now;
        }
        fields
    }
}

/// An empty text clears it.
fn description(value: &Json<'_>) -> Result<Option<String>> {
    let text = text("description", Some(value))?;
    if text.is_some_and(|text| text.chars().count() > MAX_DESCRIPTION) {
        let message = format!("description must have at most {MAX_DESCRIPTION} characters");
        return Err(Error::invalid("description", message));
    }
    Ok(text.map(str::to_owned))
}

/// The topics, or else the one topic of clients that know only one.
fn topics(list: Option<&Json<'_>>, source: Option<&Json<'_>>) -> Result<Option<Vec<String>>> {
    if let Some(topics) = given::topics("topics", list)? {
        return Ok(Some(topics));
    }
    text("source_topic", source)?;
    given::topics("source_topic", source)
}

/// Whether the project has it is for others to say.
fn webhook(value: Option<&Json<'_>>) -> Result<Option<Option<WebhookId>>> {
    let Some(value) = value else { return Ok(None) };
    if value.is_null() {
        return Ok(Some(None));
    }
    let Some(id) = text("webhook_id", Some(value))? else { return Ok(None) };
    let id = WebhookId::parse(id).ok_or_else(|| Error::invalid("webhook_id", "webhook_id does not exist"))?;
    Ok(Some(Some(id)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Kind;

    const HOOK: &str = "0199b5a0-2222-7000-8000-000000000001";

    fn members(text: &str) -> Members<'_> {
        match Json::parse(text).expect(text) {
            Json::Object(members) => members,
            other => panic!("{other:?}"),
        }
    }

    fn new(text: &str) -> Result<Pipeline> {
        let id = crate::base::Id::parse("0199b5a0-7777-7000-8000-000000000001").expect("id");
        NewPipeline::read(&members(text)).map(|new| new.create(id))
    }

    #[test]
    fn what_is_not_given_has_a_default() {
        let bare = new(r#"{"name":" p "}"#).expect("valid");
        assert_eq!((bare.name.as_str(), bare.description.as_deref(), &bare.topics), ("p", None, &None));
        assert_eq!((bare.steps.as_str(), bare.webhook, bare.status), ("[]", None, Status::Active));
        assert!(bare.topic_set().matches(None) && bare.compile().expect("steps").is_empty());
        let text = r#"{"name":"p","description":"d","topics":["a.*"],"source_topic":"b","webhook_id":"0199b5a0-2222-7000-8000-000000000001","active":false,"steps":[{"type":"filter","field":"n","gt":1.10}]}"#;
        let full = new(text).expect("valid");
        assert_eq!((full.description.as_deref(), full.topics), (Some("d"), Some(vec!["a.*".to_owned()])));
        assert_eq!(full.steps, r#"[{"type":"filter","field":"n","gt":1.10}]"#);
        assert_eq!((full.webhook, full.status), (WebhookId::parse(HOOK), Status::Inactive));
        for (text, topics) in [
            (r#"{"name":"p","source_topic":"b"}"#, Some(vec!["b".to_owned()])),
            (r#"{"name":"p","topics":"b"}"#, Some(vec!["b".to_owned()])),
            (r#"{"name":"p","topics":[]}"#, Some(Vec::new())),
            (r#"{"name":"p","topics":null,"source_topic":""}"#, None),
        ] {
            assert_eq!(new(text).expect(text).topics, topics, "{text}");
        }
    }

    #[test]
    fn faults_are_told_together() {
        for name in [r#"{}"#, r#"{"name":null}"#, r#"{"name":""}"#, r#"{"name":"  "}"#] {
            let error = new(name).expect_err(name);
            assert_eq!((error.kind(), error.message()), (Kind::Malformed, "Missing required field: name"));
        }
        let error = new(&format!(
            r#"{{"name":5,"description":"{}","topics":5,"steps":[{{"type":"x"}}],"webhook_id":"x","status":"on"}}"#,
            "é".repeat(2001)
        ));
        let error = error.expect_err("faults");
        assert_eq!(error.message(), "name must be a string");
        let fields: Vec<&str> = error.details().iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["name", "description", "topics", "steps", "webhook_id", "status"]);
        assert_eq!(error.details()[3].1, ["step 1: unknown type"]);
        for (text, message) in [
            (r#"{"name":"p","steps":[{"type":"x"}]}"#, "Validation failed"),
            (r#"{"name":"p","steps":5}"#, "Validation failed"),
            (r#"{"name":"p","source_topic":["a"]}"#, "source_topic must be a string"),
            (r#"{"name":"p","webhook_id":5}"#, "webhook_id must be a string"),
            (r#"{"name":"p","webhook_id":"x"}"#, "webhook_id does not exist"),
        ] {
            assert_eq!(new(text).expect_err(text).message(), message, "{text}");
        }
    }

    #[test]
    fn a_patch_changes_what_it_names() {
        let now = Timestamp::from_secs(1_800_000_000);
        let whole = format!(r#"{{"name":"p","description":"d","topics":["a"],"webhook_id":"{HOOK}"}}"#);
        for (patch, changed) in [
            (r#"{}"#, &[][..]),
            (r#"{"name":"","description":null,"topics":null,"steps":null,"status":""}"#, &[]),
            (r#"{"name":"p","topics":["a"],"active":true}"#, &[]),
            (r#"{"name":"q","description":"","topics":[]}"#, &["name", "description", "topics"]),
            (r#"{"steps":[{"type":"delay","seconds":1}],"webhook_id":null}"#, &["steps", "webhook_id"]),
            (r#"{"source_topic":"b","status":"inactive","active":true}"#, &["topics", "status"]),
        ] {
            let mut pipeline = new(&whole).expect("valid");
            let fields = PipelinePatch::read(&members(patch)).expect(patch).apply(&mut pipeline, now);
            assert_eq!(fields, changed, "{patch}");
            assert_eq!(pipeline.updated_at == now, !changed.is_empty(), "{patch}");
        }
        let mut pipeline = new(&whole).expect("valid");
        let patch = PipelinePatch::read(&members(r#"{"description":"","webhook_id":null}"#)).expect("valid");
        patch.apply(&mut pipeline, now);
        assert_eq!((pipeline.description, pipeline.webhook), (None, None));
    }
}
