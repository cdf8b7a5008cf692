//! `jobcelis sandbox`: public URLs that keep whatever is sent to them, to be looked at.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::noun::{Ids, Noun, Paging, items_of};
use super::output::{Format, Out, print};
use super::value;
use crate::base::Json;
use crate::client::{Auth, Request};
use std::time::Duration;

pub const SANDBOX: Noun<'_> = Noun {
    one: "sandbox endpoint",
    many: "sandbox",
    path: "/sandbox-endpoints",
    list: "",
    auth: Auth::Project,
    key: "data",
    everything: Some(("include", "expired")),
    columns: &["id", "name", "full_url", "requests_count", "expires_at"],
    wide: &["slug", "inserted_at"],
};

const REQUEST: Noun<'_> = Noun {
    one: "request",
    many: "requests",
    columns: &["received_at", "method", "path", "body_raw", "size", "ip"],
    wide: &["id", "query_params", "headers"],
    everything: None,
    ..SANDBOX
};

/// Between two looks at what has arrived.
const PAUSE: Duration = Duration::from_secs(1);

/// Public URLs that keep whatever is sent to them, to be looked at
#[derive(Debug, clap::Subcommand)]
pub enum Sandbox {
    #[command(visible_alias = "ls")]
    List(List),
    #[command(visible_alias = "new")]
    Create(Create),
    #[command(visible_alias = "rename")]
    Update(Update),
    /// Delete endpoints and what they have kept
    #[command(visible_alias = "rm")]
    Delete(Ids),
    /// Print the URLs that requests are sent to
    Url(Ids),
    Requests(Requests),
}

/// List endpoints
#[derive(Debug, clap::Args)]
pub struct List {
    /// Expired ones too, until they are erased
    #[arg(long)]
    include_expired: bool,
    #[command(flatten)]
    paging: Paging,
}

/// Make an endpoint
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis sandbox create --name checkout
  jobcelis webhooks create --topics 'order.*' --url $(jobcelis sandbox create --fields full_url -o csv --no-headers)")]
pub struct Create {
    #[arg(long)]
    name: Option<String>,
    /// Hours until it expires, 1 to 720; a week if not given
    #[arg(long, value_name = "HOURS")]
    ttl_hours: Option<u32>,
    /// Open its URL in the browser, as a first request
    #[arg(long)]
    open: bool,
}

/// Rename endpoints; their URLs stay
#[derive(Debug, clap::Args)]
pub struct Update {
    #[command(flatten)]
    ids: Ids,
    #[arg(long)]
    name: String,
}

/// Show what an endpoint has kept, newest first
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis sandbox requests 0199b5a0-9999 --limit 5
  jobcelis sandbox requests 0199b5a0-9999 --follow -o ndjson | jq .body")]
pub struct Requests {
    #[arg(value_name = "ID")]
    id: String,
    /// Show each request as it arrives, until Ctrl-C
    #[arg(long, conflicts_with_all = ["limit", "cursor", "all", "watch"])]
    follow: bool,
    /// With --follow: end after so many requests
    #[arg(long, value_name = "N", requires = "follow")]
    count: Option<u64>,
    #[command(flatten)]
    paging: Paging,
}

pub fn run(app: &App, command: &Sandbox) -> Outcome {
    match command {
        Sandbox::List(list) => {
            let request = SANDBOX.listing().query("include", list.include_expired.then_some("expired"));
            app.list(&SANDBOX, request, &list.paging)
        }
        Sandbox::Create(create) => create.run(app),
        Sandbox::Update(update) => {
            let body = value::object([("name", Some(Json::string(update.name.clone())))]);
            app.each(&SANDBOX, &update.ids, |id| Request::patch(&SANDBOX.at(id, "")).json(&body))
        }
        Sandbox::Delete(ids) => app.each(&SANDBOX, ids, |id| Request::delete(&SANDBOX.at(id, ""))),
        Sandbox::Url(ids) => app.each_with(&SANDBOX, ids, |id| url(app, id)),
        Sandbox::Requests(requests) => requests.run(app),
    }
}

fn url(app: &App, id: &str) -> Outcome {
    let page = app.call(SANDBOX.listing().query("include", Some("expired")))?.json()?;
    let found = items_of(&page, &SANDBOX).iter().find(|item| text(item, "id") == id);
    let found = found.ok_or_else(|| Failure::failed(format!("{id}: no such sandbox endpoint")))?;
    print(&format!("{}\n", text(found, "full_url")))
}

fn text<'j>(item: &'j Json<'_>, name: &str) -> &'j str {
    item.lookup(name).and_then(Json::as_str).unwrap_or_default()
}

impl Create {
    fn run(&self, app: &App) -> Outcome {
        let ttl = self.ttl_hours.map(value::number);
        let body = value::object([("name", value::string(&self.name)), ("ttl_hours", ttl)]);
        let answer = app.call(Request::post(SANDBOX.path).json(&body))?;
        app.show(&answer)?;
        let made = answer.json()?;
        match self.open.then(|| open::that_detached(text(&made, "full_url"))) {
            Some(Err(e)) => Err(Failure::failed(format!("no browser could be opened: {e}"))),
            _ => Ok(()),
        }
    }
}

impl Requests {
    fn run(&self, app: &App) -> Outcome {
        let id = app.id(&SANDBOX, &self.id)?;
        let request = Request::get(&SANDBOX.at(&id, "/requests"));
        if self.follow { self.follow(app, &request) } else { app.list(&REQUEST, request, &self.paging) }
    }

    /// Prints what arrives from now on, oldest first.
    fn follow(&self, app: &App, request: &Request) -> Outcome {
        let newest = app.call(request.clone().query("limit", Some(1)))?.json()?;
        let mut last = items_of(&newest, &REQUEST).first().map_or("", |item| text(item, "id")).to_owned();
        let (out, mut left) = (lines(&app.out), self.count);
        app.out.note("Waiting for requests. Ctrl-C ends.");
        loop {
            for item in since(app, request, &last)? {
                out.value(&item)?;
                last = text(&item, "id").to_owned();
                left = left.map(|left| left.saturating_sub(1));
                if left == Some(0) {
                    return Ok(());
                }
            }
            std::thread::sleep(PAUSE);
        }
    }
}

/// One item on a line where programs read.
fn lines(out: &Out) -> Out {
    let mut out = out.clone();
    if out.format == Format::Json {
        out.format = Format::Ndjson;
    }
    out
}

/// What arrived after a request, oldest first.
fn since(app: &App, request: &Request, last: &str) -> Outcome<Vec<Json<'static>>> {
    let (mut found, mut cursor) = (Vec::new(), None::<String>);
    loop {
        let page = app.call(request.clone().query("limit", Some(50)).query("cursor", cursor))?.json()?;
        let items = items_of(&page, &REQUEST);
        let newer = items.iter().take_while(|item| text(item, "id") > last);
        found.extend(newer.map(|item| item.clone().into_owned()));
        let next = page.lookup("next_cursor").and_then(Json::as_str).map(str::to_owned);
        let whole = items.iter().all(|item| text(item, "id") > last);
        match next.filter(|_| whole) {
            Some(next) => cursor = Some(next),
            None => break,
        }
    }
    found.reverse();
    Ok(found)
}
