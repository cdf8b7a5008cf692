//! What is told of a route: beside its row stands a function that makes an [`About`]. What follows
//! from the row itself (who may call, limits, ids in the path) is not repeated here.

use super::shape::{Shape, flag, int, moment, text, words};

/// A description of one route, built member by member.
#[derive(Debug)]
pub struct About {
    pub(super) summary: &'static str,
    pub(super) note: Option<&'static str>,
    pub(super) params: Vec<Param>,
    pub(super) body: Option<Shape>,
    pub(super) answers: Vec<Answer>,
    pub(super) refusals: Vec<(u16, &'static str)>,
}

#[derive(Debug)]
pub(super) struct Param {
    /// `query`, `header` or `path`.
    pub place: &'static str,
    pub name: &'static str,
    pub shape: Shape,
    pub text: &'static str,
}

/// An answer that is no refusal in the usual form.
#[derive(Debug)]
pub(super) struct Answer {
    pub status: u16,
    pub text: &'static str,
    /// By media type; none for an answer without a body.
    pub content: Vec<(&'static str, Shape)>,
}

impl About {
    /// `summary` is one line, as in a list of routes.
    pub fn new(summary: &'static str) -> About {
        About { summary, note: None, params: Vec::new(), body: None, answers: Vec::new(), refusals: Vec::new() }
    }

    pub fn note(mut self, text: &'static str) -> About {
        self.note = Some(text);
        self
    }

    fn param(mut self, place: &'static str, name: &'static str, shape: Shape, text: &'static str) -> About {
        self.params.push(Param { place, name, shape, text });
        self
    }

    pub fn query(self, name: &'static str, shape: Shape, text: &'static str) -> About {
        self.param("query", name, shape, text)
    }

    pub fn header(self, name: &'static str, shape: Shape, text: &'static str) -> About {
        self.param("header", name, shape, text)
    }

    /// A parameter of the path that is no id.
    pub fn path(self, name: &'static str, shape: Shape, text: &'static str) -> About {
        self.param("path", name, shape, text)
    }

    /// `limit` and `cursor`.
    pub fn page(self, default: i64, most: i64) -> About {
        self.query("limit", int(1, most).default(default), "Rows of a page.")
            .query("cursor", text(), "`next_cursor` of the page before.")
            .refuses(400, "`Invalid cursor`")
    }

    /// As [`About::page`], of a list that is whole when neither is given.
    pub fn page_or_all(self) -> About {
        self.query("limit", int(1, 200), "Rows of a page; without `limit` and `cursor` all, at most 1000.")
            .query("cursor", text(), "`next_cursor` of the page before.")
            .refuses(400, "`Invalid cursor`")
    }

    /// `include=inactive`.
    pub fn inactive(self) -> About {
        self.query("include", words(&["inactive"]), "Also those that were switched off or deleted.")
    }

    /// `from` and `to`.
    pub fn period(self) -> About {
        self.query("from", moment(), "Not before this time.")
            .query("to", moment(), "Not after this time; a date means its end.")
            .refuses(400, "`from` or `to` is no time")
    }

    /// `name=true`.
    pub fn switch(self, name: &'static str, text: &'static str) -> About {
        self.query(name, flag(), text)
    }

    /// The JSON object that the route reads; optional when nothing in it is required.
    pub fn body(mut self, shape: Shape) -> About {
        self.body = Some(shape);
        self
    }

    /// An answer with a JSON body.
    pub fn answers(self, status: u16, text: &'static str, shape: Shape) -> About {
        self.answers_as(status, text, vec![("application/json", shape)])
    }

    /// An answer in one of several media types; in none when it has no body.
    pub fn answers_as(mut self, status: u16, text: &'static str, content: Vec<(&'static str, Shape)>) -> About {
        self.answers.push(Answer { status, text, content });
        self
    }

    /// A refusal in the usual form, and when.
    pub fn refuses(mut self, status: u16, text: &'static str) -> About {
        self.refusals.push((status, text));
        self
    }
}
