//! `jobcelis webhooks`: who receives which events, and how well that goes.

mod input;
mod transfer;

use super::app::App;
use super::deliveries::DELIVERY;
use super::failure::{FAILED, Failure, Outcome};
use super::noun::{Ids, Noun, Paging};
use crate::base::Json;
use crate::client::{Auth, Fault, Request};
use input::{Create, Update};
pub use transfer::CONFIG;
use transfer::{Export, Import};

pub const WEBHOOK: Noun<'_> = Noun {
    one: "webhook",
    many: "webhooks",
    path: "/webhooks",
    list: "",
    auth: Auth::Project,
    key: "webhooks",
    everything: Some(("include", "inactive")),
    columns: &["id", "url", "topics", "status", "circuit_state", "inserted_at"],
    wide: &["name", "consecutive_failures", "updated_at"],
};

/// Receivers of events
#[derive(Debug, clap::Subcommand)]
pub enum Webhooks {
    #[command(visible_alias = "ls")]
    List(List),
    /// Show webhooks
    Get(Ids),
    #[command(visible_alias = "new")]
    Create(Create),
    Update(Update),
    /// Delete webhooks: nothing more is sent to them
    #[command(visible_alias = "rm")]
    Delete(Ids),
    /// Send to them again
    Enable(Ids),
    /// Stop sending to them
    Disable(Ids),
    /// List ready-made configurations for create --template
    Templates,
    Health(Health),
    /// Send a test call now; exit code 1 when it fails
    Test(Ids),
    Deliveries(Deliveries),
    /// Replace the secret; the new one is shown once
    RotateSecret(Ids),
    Export(Export),
    Import(Import),
}

/// List webhooks
#[derive(Debug, clap::Args)]
pub struct List {
    /// Deleted and disabled ones too
    #[arg(long)]
    include_inactive: bool,
    /// Only those with this topic pattern
    #[arg(long)]
    topic: Option<String>,
    #[command(flatten)]
    paging: Paging,
}

/// How well deliveries went in the last 24 hours; of all webhooks without an id
#[derive(Debug, clap::Args)]
pub struct Health {
    #[arg(value_name = "ID")]
    ids: Vec<String>,
}

/// List the deliveries of a webhook
#[derive(Debug, clap::Args)]
pub struct Deliveries {
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    paging: Paging,
}

const HEALTH_COLUMNS: [&str; 6] =
    ["webhook_id", "url", "health.status", "health.success_rate_percent", "health.total", "health.avg_latency_ms"];

pub fn run(app: &App, command: &Webhooks) -> Outcome {
    let each = |ids: &Ids, request: fn(&str) -> Request| app.each(&WEBHOOK, ids, request);
    match command {
        Webhooks::List(list) => list.run(app),
        Webhooks::Get(ids) => each(ids, |id| Request::get(&WEBHOOK.at(id, ""))),
        Webhooks::Create(create) => app.run(create.request(app)?),
        Webhooks::Update(update) => update.run(app),
        Webhooks::Delete(ids) => each(ids, |id| Request::delete(&WEBHOOK.at(id, ""))),
        Webhooks::Enable(ids) => each(ids, |id| switch(id, "active")),
        Webhooks::Disable(ids) => each(ids, |id| switch(id, "inactive")),
        Webhooks::Templates => templates(app),
        Webhooks::Health(health) => health.run(app),
        Webhooks::Test(ids) => app.each_with(&WEBHOOK, ids, |id| test(app, id)),
        Webhooks::Deliveries(of) => {
            let id = app.id(&WEBHOOK, &of.id)?;
            app.list(&DELIVERY, Request::get(DELIVERY.path).query("webhook_id", Some(id)), &of.paging)
        }
        Webhooks::RotateSecret(ids) => each(ids, |id| Request::post(&WEBHOOK.at(id, "/rotate-secret"))),
        Webhooks::Export(export) => export.run(app),
        Webhooks::Import(import) => import.run(app),
    }
}

fn switch(id: &str, status: &'static str) -> Request {
    let body = super::value::object([("status", Some(Json::string(status)))]);
    Request::patch(&WEBHOOK.at(id, "")).json(&body)
}

impl List {
    fn run(&self, app: &App) -> Outcome {
        let request = WEBHOOK.listing_of(self.include_inactive);
        let Some(topic) = &self.topic else { return app.list(&WEBHOOK, request, &self.paging) };
        let mut items = app.out.items(WEBHOOK.columns, WEBHOOK.wide);
        for webhook in app.call(request)?.json()?.lookup("webhooks").and_then(Json::as_array).unwrap_or_default() {
            let topics = webhook.lookup("topics").and_then(Json::as_array).unwrap_or_default();
            if topics.iter().any(|t| t.as_str() == Some(topic)) {
                items.push(webhook.clone())?;
            }
        }
        items.finish(WEBHOOK.many)
    }
}

impl Health {
    fn run(&self, app: &App) -> Outcome {
        if !self.ids.is_empty() {
            let ids = Ids { ids: self.ids.clone() };
            return app.each(&WEBHOOK, &ids, |id| Request::get(&WEBHOOK.at(id, "/health")));
        }
        app.short_list(Request::get("/webhooks/health"), &HEALTH_COLUMNS, WEBHOOK.many)
    }
}

fn templates(app: &App) -> Outcome {
    app.short_list(Request::get("/webhooks/templates"), &["id", "name", "url", "description"], WEBHOOK.many)
}

/// A call that failed is a result to show, whatever its status; the exit code tells it apart.
fn test(app: &App, id: &str) -> Outcome {
    let request = Request::post(&WEBHOOK.at(id, "/test")).json(&Json::Object(Default::default()));
    let body = match app.exchange(request)? {
        Ok(answer) => answer.json()?,
        Err(Fault::Refused(refusal)) if refusal.status == 422 => {
            let text = String::from_utf8_lossy(&refusal.body).into_owned();
            let body = Json::parse(&text).ok().filter(|body| body.lookup("success").is_some()).map(Json::into_owned);
            body.ok_or_else(|| Failure::from(Fault::Refused(refusal)))?
        }
        Err(fault) => return Err(fault.into()),
    };
    app.out.value(&body)?;
    match body.lookup("success").and_then(Json::as_bool) {
        Some(false) => Err(Failure::silent(FAILED)),
        _ => Ok(()),
    }
}
