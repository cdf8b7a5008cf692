//! `jobcelis migrate import`: projects with their webhooks, schemas, pipelines and jobs, copied
//! from another server over its API. What is there already stays as it is, so it can be repeated.

use super::other::Other;
use super::parts::{Copies, PARTS, Part, text};
use crate::base::Json;
use crate::cli::app::App;
use crate::cli::failure::{FAILED, Failure, Outcome, PARTIAL};
use crate::cli::noun::{Noun, whole};
use crate::cli::output::Items;
use crate::cli::projects::PROJECT;
use crate::cli::settings::Proof;
use crate::cli::value;
use crate::client::{Auth, Fault, Request};
use std::collections::HashMap;

/// Copy projects from another server: their webhooks, schemas, pipelines and jobs, no events
#[derive(Debug, clap::Args)]
#[command(after_help = "What no server hands out has to be entered again: the report says where a secret is missing.
A user's copies go to projects of the same names, which are made; with --project, or an API key
of this server, into that one project. What is there already is left alone.

Examples:
  jobcelis migrate import --from-url https://hooks.example.com --token @token.txt --dry-run
  jobcelis migrate import --from-url https://hooks.example.com --token @token.txt --hold-jobs
  jobcelis migrate import --from-url https://hooks.example.com --token @key.txt --project shop")]
pub struct Import {
    /// The server to copy from
    #[arg(long, value_name = "URL")]
    from_url: String,
    /// Token of a user of that server, or the API key of a project there; @file or - for stdin.
    /// In the place of the shared option of this name
    #[arg(long, value_name = "JWT|KEY", required = true)]
    token: String,
    /// Only this project of that server, by id or name; repeatable
    #[arg(long, value_name = "ID|NAME")]
    only: Vec<String>,
    /// Leave the copied jobs switched off
    #[arg(long)]
    hold_jobs: bool,
}

const COLUMNS: [&str; 5] = ["project", "kind", "name", "result", "missing"];
const WIDE: [&str; 2] = ["id", "error"];

impl Import {
    pub fn run(&self, app: &App) -> Outcome {
        let other = Other::new(app, &self.from_url, value::text("--token", &self.token)?.trim().to_owned())?;
        let projects = self.chosen(other.projects()?)?;
        let here = Here::open(app, projects.len())?;
        let (hold_jobs, report) = (self.hold_jobs, app.out.items(&COLUMNS, &WIDE));
        let mut copy = Copy { app, other, here, hold_jobs, report, made: 0, failed: 0 };
        let done = projects.iter().try_for_each(|project| copy.project(project));
        let Copy { report, made, failed, .. } = copy;
        report.finish("projects")?;
        done?;
        match (made, failed) {
            (_, 0) => Ok(()),
            (0, _) => Err(Failure::silent(FAILED)),
            _ => Err(Failure::silent(PARTIAL)),
        }
    }

    fn chosen(&self, projects: Vec<Json<'static>>) -> Outcome<Vec<Json<'static>>> {
        let is = |project: &Json<'_>, named: &String| [text(project, "id"), text(project, "name")].contains(&&**named);
        if let Some(unknown) = self.only.iter().find(|named| !projects.iter().any(|project| is(project, named))) {
            return Err(Failure::usage(format!("--only {unknown}: there is no such project at {}", self.from_url)));
        }
        let wanted = |project: &Json<'static>| self.only.is_empty() || self.only.iter().any(|named| is(project, named));
        Ok(projects.into_iter().filter(wanted).collect())
    }
}

/// Where copies go.
enum Here {
    /// To the project of this id, or that of the key in use.
    One(Option<String>),
    /// To projects of the same names: what there is of the user's own.
    ByName(Vec<Json<'static>>),
}

impl Here {
    fn open(app: &App, projects: usize) -> Outcome<Here> {
        let is_user = matches!(app.settings.for_user(), Some(Proof::Token { .. }));
        let named = app.global.project.as_deref().filter(|_| is_user);
        if (named.is_some() || !is_user) && projects > 1 {
            let fault = format!("{projects} projects cannot be copied into one: choose with --only");
            return Err(Failure::usage(fault).hint("or log in here as a user, and leave out --project"));
        }
        if !is_user {
            return Ok(Here::One(None));
        }
        let all = whole(&PROJECT, &PROJECT.listing(), |request| Ok(send(app, request)??))?;
        let Some(named) = named else {
            return Ok(Here::ByName(all.into_iter().filter(|project| text(project, "role") == "owner").collect()));
        };
        let found = all.iter().find(|project| [text(project, "id"), text(project, "name")].contains(&named));
        let id = found.map(|project| text(project, "id").to_owned());
        id.map(|id| Here::One(Some(id)))
            .ok_or_else(|| Failure::usage(format!("--project {named}: there is no such project")))
    }
}

/// Sends a request also where only those that change something are held back.
fn send(app: &App, request: Request) -> Outcome<Result<Json<'static>, Fault>> {
    let request = app.proven(request)?;
    Ok(app.client()?.call(&request).and_then(|answer| answer.json()))
}

struct Copy<'a> {
    app: &'a App,
    other: Other,
    here: Here,
    hold_jobs: bool,
    report: Items<'a>,
    made: usize,
    failed: usize,
}

/// One line of the report.
struct Line<'a> {
    project: &'a str,
    kind: &'a str,
    name: &'a str,
    missing: &'a [&'static str],
}

impl Copy<'_> {
    fn project(&mut self, from: &Json<'_>) -> Outcome {
        let (name, mut to) = (text(from, "name"), None);
        match &self.here {
            Here::One(id) => to.clone_from(id),
            Here::ByName(all) => {
                let line = Line { project: name, kind: PROJECT.one, name, missing: &["api key"] };
                match all.iter().find(|project| text(project, "name") == name) {
                    Some(found) => {
                        to = Some(text(found, "id").to_owned());
                        self.tell(&Line { missing: &[], ..line }, "present", to.as_deref(), None)?;
                    }
                    None => {
                        to = self.make_project(&line, from)?;
                        if to.is_none() && !self.app.sends_nothing() {
                            return Ok(());
                        }
                    }
                }
            }
        }
        let is_new = to.is_none() && matches!(self.here, Here::ByName(_));
        let mut copies = Copies::new();
        for part in &PARTS {
            let mut present = if is_new { HashMap::new() } else { self.present(part, to.as_deref())? };
            for item in self.other.list(part.noun, from)? {
                let line =
                    Line { project: name, kind: part.noun.one, name: part.name(&item), missing: &part.missing(&item) };
                let copy = match present.get_mut(&part.key(&item)).and_then(Vec::pop) {
                    Some(found) => {
                        self.tell(&Line { missing: &[], ..line }, "present", Some(&found), None)?;
                        Some(found)
                    }
                    None => {
                        let mut body = part.body(&item, &copies);
                        if part.is_job() && self.hold_jobs {
                            body.set("status", Json::string("inactive"));
                        }
                        let request = Request::post(part.noun.path).json(&Json::Object(body));
                        self.make(&line, at(request, to.as_deref()))?
                    }
                };
                if let Some(copy) = copy.filter(|_| part.is_webhook()) {
                    copies.insert(text(&item, "id").to_owned(), copy);
                }
            }
        }
        Ok(())
    }

    /// Makes a project with what its members have set on it.
    fn make_project(&mut self, line: &Line<'_>, from: &Json<'_>) -> Outcome<Option<String>> {
        let value =
            |name: &str| from.lookup(name).filter(|value| !value.is_null()).map(|value| value.clone().into_owned());
        let body = value::object([("name", Some(Json::string(line.name.to_owned()))), ("settings", value("settings"))]);
        let made = self.make(line, Request::post(PROJECT.path).auth(Auth::User).json(&body))?;
        let retention = value("retention_policy").filter(|policy| policy.as_object().is_some_and(|p| !p.is_empty()));
        if let (Some(id), Some(policy)) = (&made, retention) {
            let body = value::object([("retention_policy", Some(policy))]);
            let request = Request::api("PATCH", &PROJECT.at(id, "")).auth(Auth::User).json(&body);
            if let Err(fault) = send(self.app, request)? {
                self.failed += 1;
                let line = Line { kind: "retention", missing: &[], ..*line };
                self.tell(&line, "failed", Some(id), Some(&Failure::from(fault)))?;
            }
        }
        Ok(made)
    }

    /// What is here already, by what it is known again by.
    fn present(&self, part: &Part, project: Option<&str>) -> Outcome<HashMap<String, Vec<String>>> {
        let noun: &Noun<'_> = part.noun;
        let mut listing = at(noun.listing(), project);
        // What was left switched off is there too.
        if part.is_job() {
            listing = noun.everything.into_iter().fold(listing, |r, (name, value)| r.query(name, Some(value)));
        }
        let mut present: HashMap<String, Vec<String>> = HashMap::new();
        for item in whole(noun, &listing, |request| Ok(send(self.app, request)??))? {
            present.entry(part.key(&item)).or_default().push(text(&item, "id").to_owned());
        }
        Ok(present)
    }

    /// Makes a copy and returns its id; a refusal is told of and goes no further.
    fn make(&mut self, line: &Line<'_>, request: Request) -> Outcome<Option<String>> {
        if self.app.sends_nothing() {
            self.tell(line, "would be made", None, None)?;
            return Ok(None);
        }
        match send(self.app, request)? {
            Ok(made) => {
                self.made += 1;
                let id = text(&made, "id").to_owned();
                self.tell(line, "made", Some(&id), None)?;
                Ok(Some(id))
            }
            Err(fault @ Fault::Refused(_)) if fault.status().is_some_and(|status| status < 500) => {
                self.failed += 1;
                self.tell(line, "failed", None, Some(&Failure::from(fault)))?;
                Ok(None)
            }
            Err(fault) => Err(fault.into()),
        }
    }

    fn tell(&mut self, line: &Line<'_>, result: &str, id: Option<&str>, error: Option<&Failure>) -> Outcome {
        let string = |text: &str| Some(Json::string(text.to_owned()));
        let missing = line.missing.iter().map(|what| Json::string(*what)).collect();
        self.report.push(value::object([
            ("project", string(line.project)),
            ("kind", string(line.kind)),
            ("name", string(line.name)),
            ("result", string(result)),
            ("missing", Some(Json::Array(missing))),
            ("id", Some(id.map_or(Json::Null, |id| Json::string(id.to_owned())))),
            ("error", Some(error.map_or(Json::Null, |failure| Json::string(failure.message().to_owned())))),
        ]))
    }
}

/// A request to a project; with the key of one it goes there by itself.
fn at(request: Request, project: Option<&str>) -> Request {
    let request = request.auth(Auth::User);
    match project {
        Some(id) => request.header("X-Project-Id", id),
        None => request,
    }
}
