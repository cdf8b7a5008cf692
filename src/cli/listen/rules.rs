//! Which events are sent, and as what: the rules of a webhook, or the usual ones.

use crate::base::Json;
use crate::base::Timestamp;
use crate::cli::app::App;
use crate::cli::failure::{Failure, Outcome};
use crate::cli::follow::Told;
use crate::cli::webhooks::WEBHOOK;
use crate::client::Request;
use crate::domain::condition::Subject;
use crate::domain::filter::Filters;
use crate::domain::topic::TopicSet;
use crate::domain::transform::{BodyConfig, EventParts};
use crate::domain::webhook::CustomHeaders;
use std::sync::Arc;

#[derive(Debug, Default)]
pub struct Rules {
    topics: TopicSet,
    filters: Filters,
    body: BodyConfig,
    /// Of the webhook, then of the command line.
    pub headers: Vec<(String, String)>,
}

impl Rules {
    /// The rules of a webhook, which is asked for, and headers of the command line.
    pub fn of(app: &App, webhook: Option<&str>, headers: &[String]) -> Outcome<Arc<Rules>> {
        let mut rules = match webhook {
            Some(id) => Rules::read(&app.call(Request::get(&WEBHOOK.at(&app.id(&WEBHOOK, id)?, "")))?.json()?)?,
            None => Rules::default(),
        };
        for header in headers {
            let (name, value) =
                header.split_once(':').ok_or_else(|| Failure::usage(format!("-H {header}: must be NAME:VALUE")))?;
            rules.headers.push((name.trim().to_owned(), value.trim().to_owned()));
        }
        Ok(Arc::new(rules))
    }

    fn read(webhook: &Json<'_>) -> Outcome<Rules> {
        let empty = Json::Object(Default::default());
        let part = |name: &str| webhook.step(name).filter(|value| !value.is_null());
        let topics: Vec<&str> = match part("topics").and_then(Json::as_array) {
            Some(list) => list.iter().filter_map(Json::as_str).collect(),
            None => Vec::new(),
        };
        let headers = CustomHeaders::compile(part("headers").unwrap_or(&empty))?;
        Ok(Rules {
            topics: TopicSet::compile(&topics),
            filters: part("filters").map_or_else(|| Ok(Filters::default()), Filters::compile)?,
            body: BodyConfig::compile(part("body_config").unwrap_or(&empty))?,
            headers: headers.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        })
    }

    pub fn want(&self, event: &Told) -> bool {
        let topic = event.field("topic");
        let payload = event.json.lookup("data.payload").unwrap_or(&Json::Null);
        self.topics.matches(topic) && self.filters.hold(&Subject::new(payload, topic))
    }

    /// The body of a delivery of the event, byte for byte.
    pub fn body(&self, event: &Told) -> Outcome<String> {
        let payload = event.json.lookup("data.payload").map(Json::to_text);
        let at = event.field("occurred_at").and_then(Timestamp::parse);
        let (Some(id), Some(payload), Some(occurred_at)) = (event.field("id"), payload, at) else {
            return Err(Failure::failed("an event of the stream has no id, payload or time"));
        };
        // A server that does not say is asked in the usual form.
        let nested = event.json.lookup("data.nested").and_then(Json::as_bool).unwrap_or(true);
        let parts = EventParts { id, topic: event.field("topic"), occurred_at, nested };
        Ok(self.body.build(&parts, &payload)?)
    }
}
