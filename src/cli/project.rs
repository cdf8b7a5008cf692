//! `jobcelis project`: the project that the credential belongs to, its topics and its key.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::value;
use crate::base::Json;
use crate::client::Request;

/// The current project, its topics and its API key
#[derive(Debug, clap::Subcommand)]
pub enum Project {
    /// Show the project
    Get,
    Update(Changes),
    /// List the topics that events have used
    Topics,
    /// Show what is known of the API key
    Token,
    RegenerateToken(Regenerate),
    RestrictToken(Restrict),
}

/// Change the project
#[derive(Debug, clap::Args)]
pub struct Changes {
    #[arg(long)]
    name: Option<String>,
    /// Settings as JSON; they replace the old ones
    #[arg(long, value_name = "JSON")]
    settings: Option<String>,
    /// How long data are kept, as JSON
    #[arg(long, value_name = "JSON")]
    retention_policy: Option<String>,
}

/// Replace the API key: the old one stops working at once
#[derive(Debug, clap::Args)]
pub struct Regenerate {
    /// Keep the new key in the profile
    #[arg(long)]
    save: bool,
}

/// Limit what the API key may do and from where
#[derive(Debug, clap::Args)]
pub struct Restrict {
    /// Scopes, such as events:write,webhooks:read; * is all
    #[arg(long, value_name = "A,B")]
    scopes: Option<String>,
    /// Addresses or networks that may use it; empty is any
    #[arg(long, value_name = "IP,CIDR")]
    allowed_ips: Option<String>,
    #[arg(long)]
    name: Option<String>,
}

pub fn run(app: &App, command: &Project) -> Outcome {
    match command {
        Project::Get => app.run(Request::get("/project")),
        Project::Update(update) => app.run(Request::patch("/project").json(&update.body()?)),
        Project::Topics => topics(app),
        Project::Token => app.run(Request::get("/token")),
        Project::RegenerateToken(regenerate) => replace(app, regenerate),
        Project::RestrictToken(restrict) => app.run(restrict.request()?),
    }
}

impl Changes {
    /// What is to change.
    pub fn body(&self) -> Outcome<Json<'static>> {
        let body = value::object([
            ("name", value::string(&self.name)),
            ("settings", value::maybe_json("--settings", &self.settings)?),
            ("retention_policy", value::maybe_json("--retention-policy", &self.retention_policy)?),
        ]);
        if body == value::object([]) {
            return Err(Failure::usage("--name <name> is required.").hint("or --settings, or --retention-policy"));
        }
        Ok(body)
    }
}

impl Restrict {
    fn request(&self) -> Outcome<Request> {
        let body = value::object([
            ("scopes", value::list(&self.scopes)),
            ("allowed_ips", value::list(&self.allowed_ips)),
            ("name", value::string(&self.name)),
        ]);
        if body == value::object([]) {
            return Err(Failure::usage("one of --scopes, --allowed-ips and --name is required"));
        }
        Ok(Request::patch("/token").json(&body))
    }
}

/// People see how often each topic was used; programs the body.
fn topics(app: &App) -> Outcome {
    app.short_list(Request::get("/topics"), &["name", "event_count"], "topics")
}

fn replace(app: &App, regenerate: &Regenerate) -> Outcome {
    // Scripts have always been able to do this without a question.
    if app.can_ask() {
        app.confirm("The old API key stops working at once. Replace it")?;
    }
    let answer = app.call(Request::post("/token/regenerate"))?;
    // First what is shown once only; a question may be broken off.
    app.show(&answer)?;
    let profile = &app.settings.profile;
    let offer = !regenerate.save && !app.global.yes && app.can_ask();
    if regenerate.save || (offer && app.agrees(&format!("Keep the new key in profile {profile}"))?) {
        let body = answer.json()?;
        app.keep(&[("api_key", body.lookup("token").and_then(Json::as_str))])?;
        app.out.note(&format!("The new key is kept in profile {profile}."));
    }
    Ok(())
}
