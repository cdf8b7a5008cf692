//! `jobcelis api`: any call of the API with the credential and the output of the other commands.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::output::{pretty, print};
use super::value;
use crate::base::Json;
use crate::client::{Answer, Auth, Request};

/// Call the API: jobcelis api [METHOD] PATH
///
/// A path without a known first segment is taken to be below /api/v1. The method is GET, or POST
/// when there are fields or a body.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis api events
  jobcelis api POST events -f topic=order.created -F payload='{\"id\":1}'
  jobcelis api DELETE /api/v1/webhooks/ID")]
pub struct Api {
    /// Method and path, or the path alone
    #[arg(value_name = "METHOD PATH", required = true, num_args = 1..=2)]
    target: Vec<String>,
    /// Set a text; of a GET in the query
    #[arg(short = 'f', long = "field", value_name = "KEY=VALUE")]
    texts: Vec<String>,
    /// Set a JSON value
    #[arg(short = 'F', long = "json-field", value_name = "KEY=JSON")]
    values: Vec<String>,
    /// Body from a file, or - for stdin
    #[arg(long, value_name = "FILE", conflicts_with_all = ["texts", "values"])]
    input: Option<String>,
    #[arg(short = 'H', long = "header", value_name = "NAME:VALUE")]
    headers: Vec<String>,
    /// Also print the status and the headers of the answer
    #[arg(short, long)]
    include: bool,
    /// Follow the pages and print each
    #[arg(long)]
    paginate: bool,
}

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
/// What is not below `/api/v1`.
const ROOTS: [&str; 7] = ["api", "health", "status", "docs", "metrics", "sandbox", "e"];
/// Routes of users below `/api/v1`.
const OF_USERS: [&str; 5] = ["projects", "invitations", "me", "admin", "auth"];

pub fn run(app: &App, api: &Api) -> Outcome {
    let request = api.request()?;
    let mut cursor: Option<String> = None;
    loop {
        let page = match &cursor {
            Some(cursor) => request.clone().query("cursor", Some(cursor)),
            None => request.clone(),
        };
        let answer = app.call(page)?;
        if api.include {
            print(&head(&answer))?;
        }
        show(app, &answer)?;
        let next = answer.json().ok().and_then(|body| Some(body.lookup("next_cursor")?.as_str()?.to_owned()));
        match next.filter(|next| api.paginate && cursor.as_ref() != Some(next)) {
            Some(next) => cursor = Some(next),
            None => return Ok(()),
        }
    }
}

/// JSON unless another format was asked for: the shape of the answer is not known here.
fn show(app: &App, answer: &Answer) -> Outcome {
    match answer.json() {
        Ok(json) if app.global.format().is_none() && !answer.body.is_empty() => print(&(pretty(&json) + "\n")),
        _ => app.show(answer),
    }
}

fn head(answer: &Answer) -> String {
    let mut text = format!("HTTP {}\n", answer.status);
    for (name, value) in &answer.headers {
        text += &format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes()));
    }
    text + "\n"
}

impl Api {
    fn request(&self) -> Outcome<Request> {
        let (method, path) = match &self.target[..] {
            [path] if self.texts.is_empty() && self.values.is_empty() && self.input.is_none() => ("GET", path),
            [path] => ("POST", path),
            [method, path, ..] => (method.as_str(), path),
            [] => return Err(Failure::usage("a path is required")),
        };
        let known = METHODS.into_iter().find(|known| known.eq_ignore_ascii_case(method));
        let method = known.ok_or_else(|| Failure::usage(format!("{method}: no such method")))?;
        let path = path.trim_start_matches('/');
        let first = path.split(['/', '?']).next().unwrap_or_default();
        let mut request = match ROOTS.contains(&first) {
            true => Request::at(method, format!("/{path}")),
            false => Request::api(method, &format!("/{path}")),
        };
        let area = path.strip_prefix("api/v1/").unwrap_or(path).split(['/', '?']).next().unwrap_or_default();
        if OF_USERS.contains(&area) {
            request = request.auth(Auth::User);
        }
        for header in &self.headers {
            let (name, value) = header
                .split_once(':')
                .ok_or_else(|| Failure::usage(format!("--header {header}: must be NAME:VALUE")))?;
            request = request.header(name.trim(), value.trim());
        }
        self.with_body(request)
    }

    fn with_body(&self, mut request: Request) -> Outcome<Request> {
        if let Some(file) = &self.input {
            let given = if file == "-" { "-".to_owned() } else { format!("@{file}") };
            request.body = Some(value::text("--input", &given)?);
            return Ok(request);
        }
        let fields = value::set(Json::Object(Default::default()), &self.texts, &self.values)?;
        let Json::Object(members) = &fields else { return Ok(request) };
        if request.method == "GET" {
            for (name, value) in members.iter() {
                let text = value.as_str().map_or_else(|| value.to_text(), str::to_owned);
                request = request.query(name, Some(text));
            }
        } else if !members.is_empty() {
            request = request.json(&fields);
        }
        Ok(request)
    }
}
