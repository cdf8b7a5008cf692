//! `jobcelis status`: whether the server works. Needs no credential; the exit code is the answer.

use super::app::App;
use super::failure::{FAILED, Failure, Outcome, UNREACHABLE};
use super::output::print;
use crate::base::Json;
use crate::client::{Auth, Fault, Request};
use std::time::Duration;

/// Whether the server works: exit code 0 healthy, 1 degraded, 8 down
#[derive(Debug, clap::Args)]
pub struct Status {
    /// Ask again every so many seconds
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "2", require_equals = true,
          value_parser = super::global::seconds)]
    watch: Option<f64>,
}

pub fn run(app: &App, status: &Status) -> Outcome {
    loop {
        let result = check(app);
        let Some(pause) = status.watch else { return result };
        if let Err(failure) = result {
            failure.report(app.global.wants_json());
        }
        std::thread::sleep(Duration::from_secs_f64(pause));
        if app.out.format.is_table() {
            print("\x1b[2J\x1b[H")?;
        }
    }
}

fn check(app: &App) -> Outcome {
    let body = match app.exchange(Request::at("GET", "/health").auth(Auth::Open).once())? {
        Ok(answer) => answer.json()?,
        // A server in trouble still says so in its own words.
        Err(Fault::Refused(refusal)) if refusal.status == 503 => {
            let text = String::from_utf8_lossy(&refusal.body).into_owned();
            let body = Json::parse(&text).map(Json::into_owned);
            body.map_err(|_| Failure::from(Fault::Refused(refusal)))?
        }
        Err(fault) => return Err(fault.into()),
    };
    app.out.value(&body)?;
    match body.lookup("status").and_then(Json::as_str) {
        Some("healthy" | "ok") => Ok(()),
        Some("degraded") => Err(Failure::silent(FAILED)),
        _ => Err(Failure::silent(UNREACHABLE)),
    }
}
