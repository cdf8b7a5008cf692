//! What a job does: it makes events, or it calls a URL.

use super::given::Given;
use crate::base::json::Members;
use crate::base::{Error, Id, Json, Result};
use crate::domain::destination::UrlPolicy;
use crate::domain::event::MAX_BYTES;
use crate::domain::given::text;
use crate::domain::topic;
use crate::domain::webhook::{CustomHeaders, WebhookId};

/// Topics of one job at most: each run makes an event of each.
const MAX_TOPICS: usize = 100;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    Emit(Emit),
    Post(Post),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionKind {
    Emit,
    Post,
}

/// One event per topic; without a topic one event without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emit {
    pub topics: Vec<String>,
    /// Compact JSON text of an object.
    pub payload: String,
    /// The only webhook that gets them, whatever its topics.
    pub webhook: Option<WebhookId>,
}

/// One HTTP request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// In canonical form.
    pub url: String,
    pub method: Method,
    pub headers: CustomHeaders,
    /// Compact JSON text of any value.
    pub payload: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Post,
    Put,
    Patch,
    Get,
    Delete,
}

impl Method {
    const ALL: [Method; 5] = [Method::Post, Method::Put, Method::Patch, Method::Get, Method::Delete];

    pub const fn as_str(self) -> &'static str {
        match self {
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Get => "GET",
            Method::Delete => "DELETE",
        }
    }

    pub const fn has_body(self) -> bool {
        matches!(self, Method::Post | Method::Put | Method::Patch)
    }

    /// 422 on `method`.
    pub fn parse(name: &str) -> Result<Method> {
        let found = Method::ALL.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(name));
        let fault = || Error::invalid("method", "method must be one of: POST, PUT, PATCH, GET, DELETE");
        found.ok_or_else(fault)
    }
}

impl ActionKind {
    pub const fn as_str(self) -> &'static str {
        match self {
            ActionKind::Emit => "emit_event",
            ActionKind::Post => "post_url",
        }
    }

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub const fn from_code(code: i64) -> ActionKind {
        if code == 0 { ActionKind::Emit } else { ActionKind::Post }
    }

    fn read(given: &Given<'_>) -> Result<Option<ActionKind>> {
        let fault = || Error::invalid("action_type", "action_type must be one of: emit_event, post_url");
        match text("action_type", given.body.get("action_type")).map_err(|_| fault())? {
            None => Ok(None),
            Some("emit_event") => Ok(Some(ActionKind::Emit)),
            Some("post_url") => Ok(Some(ActionKind::Post)),
            Some(_) => Err(fault()),
        }
    }
}

impl Action {
    /// Reads what a new job does; without a word about it, it makes events named after the job.
    pub(super) fn create(given: &Given<'_>, name: &str, policy: &UrlPolicy) -> Result<Action> {
        let kind = ActionKind::read(given)?;
        let url = given.text_of_action("url")?;
        match kind.unwrap_or(if url.is_some() { ActionKind::Post } else { ActionKind::Emit }) {
            ActionKind::Post => Post::read(given, None, Some(policy)).map(Action::Post),
            ActionKind::Emit => {
                let mut emit = Emit::read(given, None)?;
                if kind.is_none() && read_topics(given)?.is_none() {
                    emit.topics = vec![topic_of(name)];
                }
                if let (false, Some(queue)) = (given.says_action(), text("queue", given.body.get("queue"))?) {
                    let members = [("queue".into(), Json::string(queue))].into_iter().collect();
                    emit.payload = Json::Object(members).to_text();
                }
                Ok(Action::Emit(emit))
            }
        }
    }

    /// Reads what a changed job does: as before where the request says nothing, unless it replaces
    /// the whole or asks for the other kind.
    pub(super) fn change(&self, given: &Given<'_>, policy: &UrlPolicy) -> Result<Action> {
        let called = given.text_of_action("url")?.map(|_| ActionKind::Post);
        let kind = ActionKind::read(given)?.or(called).unwrap_or(self.kind());
        let kept = Some(self).filter(|_| given.action.is_none());
        Ok(match kind {
            ActionKind::Emit => Action::Emit(Emit::read(given, kept.and_then(Action::emit))?),
            ActionKind::Post => Action::Post(Post::read(given, kept.and_then(Action::post), Some(policy))?),
        })
    }

    /// Reads the two columns that keep it.
    pub fn restore(kind: ActionKind, config: &str) -> Result<Action> {
        let damaged = || Error::internal("a stored action cannot be read");
        let (config, nothing) = (Json::parse(config)?, Members::default());
        let given = Given::stored_action(config.as_object().ok_or_else(damaged)?, &nothing);
        let read = match kind {
            ActionKind::Emit => Emit::read(&given, None).map(Action::Emit),
            ActionKind::Post => Post::read(&given, None, None).map(Action::Post),
        };
        read.map_err(|e| damaged().because(e))
    }

    pub fn kind(&self) -> ActionKind {
        match self {
            Action::Emit(_) => ActionKind::Emit,
            Action::Post(_) => ActionKind::Post,
        }
    }

    pub fn emit(&self) -> Option<&Emit> {
        if let Action::Emit(emit) = self { Some(emit) } else { None }
    }

    pub fn post(&self) -> Option<&Post> {
        if let Action::Post(post) = self { Some(post) } else { None }
    }

    /// The payload as JSON text.
    pub fn payload(&self) -> &str {
        match self {
            Action::Emit(emit) => &emit.payload,
            Action::Post(post) => &post.payload,
        }
    }

    /// `action_config` as it is kept.
    pub fn config(&self) -> Result<Members<'_>> {
        let mut config = Members::default();
        match self {
            Action::Emit(emit) => {
                match &emit.topics[..] {
                    [] => {}
                    [topic] => config.set("topic", Json::string(topic)),
                    topics => config.set("topics", Json::Array(topics.iter().map(Json::string).collect())),
                }
                config.set("payload", Json::parse(&emit.payload)?);
                if let Some(webhook) = emit.webhook {
                    config.set("webhook_id", Json::string(webhook.to_string()));
                }
            }
            Action::Post(post) => {
                config.set("url", Json::string(&post.url));
                config.set("method", Json::string(post.method.as_str()));
                config.set("headers", post.headers.to_json());
                config.set("payload", Json::parse(&post.payload)?);
            }
        }
        Ok(config)
    }
}

impl Emit {
    fn read(given: &Given<'_>, kept: Option<&Emit>) -> Result<Emit> {
        let topics = read_topics(given)?.or_else(|| kept.map(|emit| emit.topics.clone()));
        let payload = match given.payload() {
            Some(payload) if payload.as_object().is_none() => {
                return Err(Error::invalid("payload", "payload must be an object"));
            }
            Some(payload) => checked_size(payload.to_text())?,
            None => kept.map_or_else(|| "{}".to_owned(), |emit| emit.payload.clone()),
        };
        let webhook = match given.text_of_action("webhook_id")? {
            Some(id) => Some(Id::parse(id).ok_or_else(unknown_webhook)?),
            None => kept.and_then(|emit| emit.webhook),
        };
        Ok(Emit { topics: topics.unwrap_or_default(), payload, webhook })
    }
}

impl Post {
    /// Without a policy the URL has been checked before.
    fn read(given: &Given<'_>, kept: Option<&Post>, policy: Option<&UrlPolicy>) -> Result<Post> {
        let url = match (given.text_of_action("url")?, policy) {
            (Some(url), Some(policy)) => policy.read("url", url)?.into(),
            (Some(url), None) => url.to_owned(),
            (None, _) => kept.map(|post| post.url.clone()).ok_or_else(|| Error::missing("url"))?,
        };
        let method = given.text_of_action("method")?.map(Method::parse).transpose()?;
        let headers = given.of_action("headers").map(CustomHeaders::compile).transpose()?;
        let payload = given.payload().map(|payload| checked_size(payload.to_text())).transpose()?;
        Ok(Post {
            url,
            method: method.or(kept.map(|post| post.method)).unwrap_or(Method::Post),
            headers: headers.or_else(|| kept.map(|post| post.headers.clone())).unwrap_or_default(),
            payload: payload.or_else(|| kept.map(|post| post.payload.clone())).unwrap_or_else(|| "{}".to_owned()),
        })
    }
}

/// 422 for a webhook that the project does not have.
pub(super) fn unknown_webhook() -> Error {
    Error::invalid("webhook_id", "webhook_id does not exist")
}

fn checked_size(payload: String) -> Result<String> {
    if payload.len() > MAX_BYTES {
        return Err(Error::invalid("payload", format!("payload must have at most {MAX_BYTES} bytes")));
    }
    Ok(payload)
}

/// `topic`, else the list `topics`; an empty list asks for one event without a topic.
fn read_topics(given: &Given<'_>) -> Result<Option<Vec<String>>> {
    if let Some(one) = given.text_of_action("topic")? {
        topic::check(one)?;
        return Ok(Some(vec![one.to_owned()]));
    }
    let fault = |rule: &str| Error::invalid("topics", format!("topics must {rule}"));
    let Some(list) = given.of_action("topics") else { return Ok(None) };
    let items = list.as_array().ok_or_else(|| fault("be an array of strings"))?;
    if items.len() > MAX_TOPICS {
        return Err(fault(&format!("have at most {MAX_TOPICS} items")));
    }
    let topic = |item: &Json<'_>| {
        let topic = item.as_str().filter(|t| !t.is_empty()).ok_or_else(|| fault("be an array of strings"))?;
        topic::check(topic)?;
        Ok(topic.to_owned())
    };
    items.iter().map(topic).collect::<Result<_>>().map(Some)
}

/// The topic of a job that names none: `job.` and its name in lower case, with a dash for all that is no letter or digit of ASCII.
pub fn topic_of(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    let mut topic = if slug.is_empty() { "job".to_owned() } else { format!("job.{slug}") };
    topic.truncate(topic::MAX_CHARS);
    topic
}
