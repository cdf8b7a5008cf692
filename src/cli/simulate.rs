//! `jobcelis simulate`: which webhooks an event would go to, without sending one.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::value;
use crate::base::Json;
use crate::client::Request;

/// Show which webhooks an event would go to
#[derive(Debug, clap::Args)]
pub struct Simulate {
    #[arg(long)]
    topic: String,
    /// JSON, @file or - for stdin
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    payload: String,
    /// Set a text in the payload; dots reach into objects
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// Set a JSON value in the payload
    #[arg(long, value_name = "KEY=JSON")]
    set_json: Vec<String>,
    /// Exit code 1 when another number of webhooks matches
    #[arg(long, value_name = "N")]
    expect: Option<i64>,
}

pub fn run(app: &App, simulate: &Simulate) -> Outcome {
    let payload = value::set(value::json("--payload", &simulate.payload)?, &simulate.set, &simulate.set_json)?;
    let body = value::object([("topic", Some(Json::string(simulate.topic.clone()))), ("payload", Some(payload))]);
    let answer = app.call(Request::post("/simulate").json(&body).safe())?;
    let body = answer.json()?;
    if app.out.format.is_table() {
        let columns = ["webhook_id", "webhook_url", "matched_topics", "via", "would_send_body"];
        app.out.list(&columns, &[], body.lookup("results"), "matching webhooks")?;
    } else {
        app.show(&answer)?;
    }
    let matching = body.lookup("matching_webhooks").and_then(Json::as_i64).unwrap_or(0);
    match simulate.expect.filter(|expected| *expected != matching) {
        Some(expected) => Err(Failure::failed(format!("{matching} webhooks match, not {expected}"))),
        None => Ok(()),
    }
}
