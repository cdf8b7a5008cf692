//! One action on everything that a list holds: first the count, then a question, then the work.

use super::app::App;
use super::failure::{Failure, Outcome, PARTIAL, USAGE};
use super::noun::{Noun, items_of};
use super::value;
use crate::base::Json;
use crate::client::Request;

/// What is done to each.
#[derive(Debug, Clone, Copy)]
pub struct Action {
    /// As it is asked: `Retry`.
    pub verb: &'static str,
    /// As it is reported: `retried`.
    pub done: &'static str,
}

impl App {
    /// Acts on every item of a list. Without --yes and without a terminal it only says how many
    /// there are and ends with 2.
    pub fn in_bulk(
        &self,
        noun: &Noun<'_>,
        list: Request,
        action: Action,
        request: impl Fn(&str) -> Request,
    ) -> Outcome {
        let ids = self.all_ids(noun, &list)?;
        if ids.is_empty() {
            self.out.note(&format!("No {}.", noun.many));
            return Ok(());
        }
        let question = format!("{} {} {}", action.verb, ids.len(), if ids.len() == 1 { noun.one } else { noun.many });
        if !self.global.yes && !self.can_ask() {
            self.out.note(&question);
            return Err(Failure::new(USAGE, "not confirmed").hint("confirm with --yes"));
        }
        self.confirm(&question)?;
        let (mut done, mut failed) = (0u64, 0u64);
        for id in &ids {
            match self.call(request(id)) {
                Ok(_) => done += 1,
                Err(failure) => {
                    failure.of(id).report(self.global.wants_json());
                    failed += 1;
                }
            }
        }
        let number = |n: u64| Some(value::number(n));
        self.out.value(&value::object([(action.done, number(done)), ("failed", number(failed))]))?;
        if failed == 0 { Ok(()) } else { Err(Failure::silent(PARTIAL)) }
    }

    fn all_ids(&self, noun: &Noun<'_>, list: &Request) -> Outcome<Vec<String>> {
        let (mut ids, mut cursor) = (Vec::new(), None::<String>);
        loop {
            let request = list.clone().query("limit", Some(200)).query("cursor", cursor.as_deref());
            let page = self.call(request)?.json()?;
            let found = items_of(&page, noun).iter().filter_map(|item| item.lookup("id")?.as_str());
            ids.extend(found.map(str::to_owned));
            let next = page.lookup("next_cursor").and_then(Json::as_str).map(str::to_owned);
            if next.is_none() || next == cursor {
                return Ok(ids);
            }
            cursor = next;
        }
    }
}
