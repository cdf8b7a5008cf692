//! Events that came from a source: where they stand as a whole, which follows from their
//! deliveries, and what a list of them can be asked for.

use super::delivery::{DeliveryId, Status};
use super::event::EventId;
use super::pipeline::PipelineId;
use super::query::Period;
use super::webhook::WebhookId;
use crate::base::Timestamp;

/// Where such an event stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// No attempt yet.
    Pending,
    /// An attempt is under way, or some deliveries are through and others not.
    Processing,
    /// Every delivery succeeded, or nobody wanted it.
    Processed,
    /// Some delivery failed and will be tried again.
    Retrying,
    /// Some delivery failed for good.
    Failed,
}

impl State {
    pub const ALL: [State; 5] = [State::Pending, State::Processing, State::Processed, State::Retrying, State::Failed];

    pub const fn as_str(self) -> &'static str {
        match self {
            State::Pending => "pending",
            State::Processing => "processing",
            State::Processed => "processed",
            State::Retrying => "retrying",
            State::Failed => "failed",
        }
    }

    pub fn parse(word: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub fn from_code(code: i64) -> State {
        State::ALL.into_iter().find(|state| state.code() == code).unwrap_or(State::Pending)
    }

    /// What follows from the deliveries of an event, newest first; `waits` when it is also to go
    /// with others. Of what was sent again to the same receiver the last time counts.
    pub fn of(legs: &[Leg], waits: bool) -> State {
        let newest = |at: usize, leg: &Leg| !legs[..at].iter().any(|later| later.to == leg.to);
        let last: Vec<&Leg> =
            legs.iter().enumerate().filter(|(at, leg)| newest(*at, leg)).map(|(_, leg)| leg).collect();
        let any = |fits: fn(&Leg) -> bool| last.iter().any(|leg| fits(leg));
        match () {
            () if any(|leg| leg.in_flight) => State::Processing,
            () if any(|leg| leg.status == Status::Failed && !leg.due) => State::Failed,
            () if any(|leg| leg.status == Status::Failed) => State::Retrying,
            () if waits || any(|leg| leg.status == Status::Pending) => match any(|leg| leg.attempts > 0) {
                true => State::Processing,
                false => State::Pending,
            },
            () => State::Processed,
        }
    }
}

/// A delivery as far as it decides about its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leg {
    pub to: (WebhookId, Option<PipelineId>),
    pub status: Status,
    pub attempts: u32,
    /// Something will still happen to it.
    pub due: bool,
    /// It is in hand for an attempt.
    pub in_flight: bool,
}

/// By what a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    /// The order in which they came in.
    #[default]
    Created,
    Occurred,
    Status,
}

/// Which of them to list; all of it must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InboundQuery {
    pub provider: Option<String>,
    pub state: Option<State>,
    pub kind: Option<String>,
    /// Part of the subject, in lower case.
    pub subject: Option<String>,
    pub occurred: Period,
    pub sort: SortBy,
    pub ascending: bool,
}

/// One of them, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inbound<I> {
    pub event: I,
    pub provider: String,
    pub external_id: String,
    pub kind: String,
    pub subject: Option<String>,
    pub occurred_at: Timestamp,
    pub state: State,
}

/// A page of a list that has numbered pages.
#[derive(Debug)]
pub struct Numbered<R> {
    pub rows: Vec<R>,
    pub total: u64,
}

/// Which rows of a list to answer.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    pub offset: usize,
    pub limit: usize,
}

/// One attempt of an event of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Its place in the order of commits.
    pub seq: i64,
    pub event: EventId,
    pub delivery: DeliveryId,
    pub n: i64,
    pub started_at: Timestamp,
    pub latency_ms: Option<i64>,
    pub response_status: Option<i64>,
    pub error: Option<String>,
    pub succeeded: bool,
}

/// Which attempts to list.
#[derive(Debug, Clone, Copy, Default)]
pub struct AttemptQuery {
    pub event: Option<EventId>,
    pub succeeded: Option<bool>,
}

impl InboundQuery {
    /// Whether it fits.
    pub fn fits<I>(&self, row: &Inbound<I>) -> bool {
        let same = |wanted: &Option<String>, have: &str| wanted.as_deref().is_none_or(|wanted| wanted == have);
        let has = |wanted: &String| row.subject.as_ref().is_some_and(|have| have.to_lowercase().contains(wanted));
        same(&self.provider, &row.provider)
            && same(&self.kind, &row.kind)
            && self.state.is_none_or(|wanted| wanted == row.state)
            && self.occurred.from.is_none_or(|from| from <= row.occurred_at)
            && self.occurred.to.is_none_or(|to| row.occurred_at <= to)
            && self.subject.as_ref().is_none_or(has)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[test]
    fn the_state_follows_from_the_deliveries() {
        let (a, b) = (Id::from_tick(1), Id::from_tick(2));
        let leg = |to, status, attempts, due, in_flight| Leg { to: (to, None), status, attempts, due, in_flight };
        let done = |to| leg(to, Status::Success, 1, false, false);
        let dead = |to| leg(to, Status::Failed, 5, false, false);
        let retry = |to| leg(to, Status::Failed, 1, true, false);
        let fresh = |to| leg(to, Status::Pending, 0, true, false);
        let flying = |to| leg(to, Status::Pending, 0, true, true);
        for (legs, waits, state) in [
            (vec![], false, State::Processed),
            (vec![], true, State::Pending),
            (vec![fresh(a)], false, State::Pending),
            (vec![fresh(a), fresh(b)], false, State::Pending),
            (vec![flying(a), fresh(b)], false, State::Processing),
            (vec![leg(a, Status::Failed, 2, true, true)], false, State::Processing),
            (vec![done(a), fresh(b)], false, State::Processing),
            (vec![done(a), done(b)], false, State::Processed),
            (vec![done(a)], true, State::Processing),
            (vec![done(a), retry(b)], false, State::Retrying),
            (vec![dead(a), retry(b)], false, State::Failed),
            (vec![dead(a), done(b)], false, State::Failed),
            (vec![done(a), dead(a)], false, State::Processed),
            (vec![fresh(a), dead(a)], false, State::Pending),
            (vec![dead(a), done(a)], false, State::Failed),
        ] {
            assert_eq!(State::of(&legs, waits), state, "{legs:?}");
        }
        for state in State::ALL {
            assert_eq!((State::parse(state.as_str()), State::from_code(state.code())), (Some(state), state));
        }
    }

    #[test]
    fn all_of_a_question_must_hold() {
        let at = Timestamp::from_secs;
        let row = Inbound {
            event: (),
            provider: "acme".to_owned(),
            external_id: "e".to_owned(),
            kind: "order.created".to_owned(),
            subject: Some("Order ÄB-1".to_owned()),
            occurred_at: at(10),
            state: State::Failed,
        };
        let some = |text: &str| Some(text.to_owned());
        let base = InboundQuery::default;
        for (query, fits) in [
            (base(), true),
            (InboundQuery { provider: some("acme"), kind: some("order.created"), ..base() }, true),
            (InboundQuery { provider: some("Acme"), ..base() }, false),
            (InboundQuery { kind: some("order"), ..base() }, false),
            (InboundQuery { state: Some(State::Failed), ..base() }, true),
            (InboundQuery { state: Some(State::Pending), ..base() }, false),
            (InboundQuery { subject: some("äb"), ..base() }, true),
            (InboundQuery { subject: some("xy"), ..base() }, false),
            (InboundQuery { occurred: Period { from: Some(at(10)), to: Some(at(10)) }, ..base() }, true),
            (InboundQuery { occurred: Period { from: Some(at(11)), to: None }, ..base() }, false),
            (InboundQuery { occurred: Period { from: None, to: Some(at(9)) }, ..base() }, false),
        ] {
            assert_eq!(query.fits(&row), fits, "{query:?}");
        }
        let bare = Inbound { subject: None, ..row };
        assert!(!InboundQuery { subject: some("a"), ..base() }.fits(&bare));
    }
}
