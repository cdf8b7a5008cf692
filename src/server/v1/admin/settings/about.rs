//! What is told of the settings of the server.

use crate::server::openapi::shape::{any, object};
use crate::server::openapi::{About, Book};

pub(super) fn show(_: &mut Book) -> About {
    let shape = object().set("additionalProperties", true).with("data", object().note("By name; secrets are masked."));
    About::new("Show the settings of the server").answers(200, "All settings.", shape.maybe("db", any()))
}
