//! `jobcelis jobs cron-preview`: the coming times of an expression, from the server or from here.

use crate::base::{Json, Timestamp};
use crate::cli::app::App;
use crate::cli::failure::{Failure, Outcome};
use crate::cli::value;
use crate::client::Request;
use crate::domain::job::Preview;

/// Show the coming times of a cron expression
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis jobs cron-preview '*/15 * * * *'
  jobcelis jobs cron-preview '0 9 * * 1-5' --timezone Europe/Madrid --count 10 --local")]
pub struct CronPreview {
    /// Minute, hour, day of month, month, day of week; or @daily and its like
    #[arg(value_name = "EXPRESSION", required_unless_present = "cron", conflicts_with = "cron")]
    expression: Option<String>,
    /// The same as an option
    #[arg(long, value_name = "EXPRESSION")]
    cron: Option<String>,
    /// Times to show, 1 to 100
    #[arg(long, value_name = "N")]
    count: Option<usize>,
    /// Zone whose wall clock is meant, such as Europe/Madrid
    #[arg(long, value_name = "ZONE")]
    timezone: Option<String>,
    /// Times after this one: RFC 3339, a date, or words like 2h
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    from: Option<String>,
    /// Compute it here, without a server
    #[arg(long)]
    local: bool,
}

impl CronPreview {
    pub fn run(&self, app: &App) -> Outcome {
        let expression = self.expression.as_ref().or(self.cron.as_ref()).map_or("", String::as_str);
        let from = value::maybe_time("--from", &self.from)?;
        if self.local {
            return show(app, &self.here(expression, from)?);
        }
        // Under both names: servers know one or the other.
        let request = Request::get("/jobs/cron-preview")
            .query("expression", Some(expression))
            .query("cron", Some(expression))
            .query("count", self.count)
            .query("timezone", self.timezone.as_ref())
            .query("from", from);
        show(app, &app.call(request)?.json()?)
    }

    fn here(&self, expression: &str, from: Option<String>) -> Outcome<Json<'static>> {
        let from = from.and_then(|text| Timestamp::parse(&text)).unwrap_or_else(Timestamp::now);
        let count = self.count.unwrap_or(Preview::SHOWN);
        let preview = Preview::of(expression, self.timezone.as_deref(), from, count);
        Ok(preview.map_err(|refused| Failure::usage(refused.message().to_owned()))?.to_json())
    }
}

/// People see the times, one per line.
fn show(app: &App, answer: &Json<'_>) -> Outcome {
    if !app.out.format.is_table() {
        return app.out.value(answer);
    }
    let mut items = app.out.items(&["time"], &[]);
    for time in answer.lookup("next_executions").and_then(Json::as_array).unwrap_or_default() {
        items.push(value::object([("time", Some(time.clone().into_owned()))]))?;
    }
    items.finish("runs before the year 2100")
}
