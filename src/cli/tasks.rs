//! `jobcelis tasks`: what is done once, and waiting for what comes of it.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::noun::{Ids, Noun, Paging};
use super::value;
use crate::base::Json;
use crate::client::{Auth, Request};
use std::time::{Duration, Instant};

pub const TASK: Noun<'_> = Noun {
    one: "task",
    many: "tasks",
    path: "/tasks",
    list: "",
    auth: Auth::Project,
    key: "tasks",
    everything: None,
    columns: &["id", "type", "tenant_id", "status", "attempts", "callback_status", "error", "inserted_at"],
    wide: &["next_run_at", "callback_url", "idempotency_key", "completed_at"],
};

/// The first pause between two looks; it doubles up to `LONGEST`.
const FIRST: Duration = Duration::from_millis(50);
const LONGEST: Duration = Duration::from_secs(1);

/// Things to be done once
#[derive(Debug, clap::Subcommand)]
pub enum Tasks {
    #[command(visible_alias = "ls")]
    List(List),
    /// Show tasks with their attempts
    Get(Ids),
    #[command(visible_alias = "new")]
    Create(Create),
    /// Run tasks now, also those that have ended
    Retry(Ids),
    /// End tasks that have not ended
    #[command(visible_alias = "rm")]
    Cancel(Ids),
    Wait(Wait),
    #[command(subcommand)]
    CallbackSecret(CallbackSecret),
}

/// The secret by which callbacks are signed
#[derive(Debug, clap::Subcommand)]
pub enum CallbackSecret {
    /// Show it
    Get,
    /// Put a new one before it; the old one goes on signing too
    Rotate,
}

/// List tasks, newest first
#[derive(Debug, clap::Args)]
pub struct List {
    /// queued, running, retry, succeeded, fatal or cancelled
    #[arg(long)]
    status: Option<String>,
    /// Only of this type
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    /// Only of this tenant
    #[arg(long, value_name = "ID")]
    tenant: Option<String>,
    #[command(flatten)]
    paging: Paging,
}

/// Have something done once
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis tasks create --type http --payload '{\"url\":\"https://example.com/\",\"method\":\"GET\"}' --wait
  jobcelis tasks create --type email --payload '{\"to\":\"ana@example.org\",\"subject\":\"Hi\",\"body\":\"Hello\"}'
  jobcelis tasks create --type resize --payload @image.json --callback-url https://example.com/done")]
pub struct Create {
    /// http, email, or a word: a webhook with the topic task.WORD does it
    #[arg(long = "type", value_name = "TYPE")]
    kind: String,
    /// What it needs to know: a JSON object, @file or - for stdin
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    payload: Option<String>,
    /// For whom it is done
    #[arg(long, value_name = "ID")]
    tenant: Option<String>,
    /// URL that is told of the end
    #[arg(long, value_name = "URL")]
    callback_url: Option<String>,
    /// A second task with the same key is the first one
    #[arg(long, value_name = "KEY")]
    idempotency_key: Option<String>,
    /// Wait until it has ended, for so long at most; exit code 1 unless it succeeds
    #[arg(long, value_name = "TIME", num_args = 0..=1, default_missing_value = "10m", require_equals = true,
          value_parser = span)]
    wait: Option<Duration>,
}

/// Wait until tasks have ended; exit code 1 unless all succeed
#[derive(Debug, clap::Args)]
pub struct Wait {
    #[command(flatten)]
    ids: Ids,
    /// For so long at most, each
    #[arg(long, value_name = "TIME", default_value = "10m", value_parser = span)]
    within: Duration,
}

fn span(text: &str) -> Result<Duration, String> {
    value::duration(text).ok_or_else(|| "not a length of time, such as 30s or 10m".to_owned())
}

pub fn run(app: &App, command: &Tasks) -> Outcome {
    match command {
        Tasks::List(list) => app.list(&TASK, list.request(), &list.paging),
        Tasks::Get(ids) => app.each(&TASK, ids, |id| Request::get(&TASK.at(id, ""))),
        Tasks::Create(create) => create.run(app),
        Tasks::Retry(ids) => app.each(&TASK, ids, |id| Request::post(&TASK.at(id, "/retry"))),
        Tasks::Cancel(ids) => app.each(&TASK, ids, |id| Request::delete(&TASK.at(id, ""))),
        Tasks::Wait(wait) => app.each_with(&TASK, &wait.ids, |id| until_over(app, id, wait.within)),
        Tasks::CallbackSecret(CallbackSecret::Get) => app.run(Request::get("/tasks/callback-secret")),
        Tasks::CallbackSecret(CallbackSecret::Rotate) => app.run(Request::post("/tasks/callback-secret/rotate")),
    }
}

impl List {
    fn request(&self) -> Request {
        Request::get(TASK.path)
            .query("status", self.status.as_ref())
            .query("type", self.kind.as_ref())
            .query("tenant_id", self.tenant.as_ref())
    }
}

impl Create {
    fn run(&self, app: &App) -> Outcome {
        let answer = app.call(self.request()?)?;
        let Some(limit) = self.wait else { return app.show(&answer) };
        let made = answer.json()?;
        let id = made.lookup("id").and_then(Json::as_str);
        until_over(app, id.ok_or_else(|| Failure::failed("the server's answer holds no id"))?, limit)
    }

    fn request(&self) -> Outcome<Request> {
        let payload = value::maybe_json("--payload", &self.payload)?;
        let body = value::object([
            ("type", Some(Json::string(self.kind.clone()))),
            ("payload", payload),
            ("tenant_id", value::string(&self.tenant)),
            ("callback_url", value::string(&self.callback_url)),
            ("idempotency_key", value::string(&self.idempotency_key)),
        ]);
        Ok(Request::post(TASK.path).json(&body))
    }
}

/// Follows a task to its end and prints what it is then.
fn until_over(app: &App, id: &str, limit: Duration) -> Outcome {
    let (begun, mut pause) = (Instant::now(), FIRST);
    loop {
        let task = app.call(Request::get(&TASK.at(id, "")))?.json()?;
        let status = task.lookup("status").and_then(Json::as_str).unwrap_or_default();
        if ["queued", "running", "retry"].contains(&status) {
            let left = limit.saturating_sub(begun.elapsed());
            if left.is_zero() {
                let text = format!("the task is {status} after {} s", limit.as_secs());
                return Err(Failure::failed(text).hint(format!("see jobcelis tasks get {id}")));
            }
            std::thread::sleep(pause.min(left));
            pause = (pause * 2).min(LONGEST);
            continue;
        }
        app.out.value(&task)?;
        let error = task.lookup("error").and_then(Json::as_str).map(|error| format!(": {error}"));
        return match status {
            "succeeded" => Ok(()),
            _ => Err(Failure::failed(format!("the task is {status}{}", error.unwrap_or_default()))),
        };
    }
}
