//! `jobcelis embed`: what pages of others show of the project's webhooks, by tokens of their own.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::noun::{Ids, Noun, Paging};
use super::output::print;
use super::value;
use crate::base::Json;
use crate::client::{Auth, Request};

pub const TOKEN: Noun<'_> = Noun {
    one: "embed token",
    many: "tokens",
    path: "/embed/tokens",
    list: "",
    auth: Auth::Project,
    key: "data",
    everything: Some(("include", "inactive")),
    columns: &["id", "name", "prefix", "scopes", "tenant", "allowed_origins", "status", "expires_at"],
    wide: &["metadata", "inserted_at"],
};

/// The portal for pages of others: its tokens, and what to paste there
#[derive(Debug, clap::Subcommand)]
pub enum Embed {
    /// The tokens that open the portal
    #[command(subcommand, visible_alias = "token")]
    Tokens(Tokens),
    Snippet(Snippet),
    /// List tokens, as the official client does
    #[command(hide = true)]
    TokensList,
    #[command(hide = true)]
    TokensCreate(Create),
    /// Revoke tokens
    #[command(hide = true)]
    TokensRevoke(Ids),
}

/// The tokens that open the portal
#[derive(Debug, clap::Subcommand)]
pub enum Tokens {
    #[command(visible_alias = "ls")]
    List(List),
    #[command(visible_alias = "new")]
    Create(Create),
    /// End tokens at once
    #[command(visible_alias = "rm")]
    Revoke(Ids),
}

/// List tokens; what they are is never shown again
#[derive(Debug, clap::Args)]
pub struct List {
    /// Revoked and expired ones too
    #[arg(long)]
    include_inactive: bool,
    #[command(flatten)]
    paging: Paging,
}

/// Make a token, which is shown this once
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis embed tokens create --name Shop --tenant customer-7 --origins https://app.example.com --expires-in 1h
  jobcelis embed tokens create --tenant customer-7 --scopes webhooks:read,deliveries:read")]
pub struct Create {
    #[arg(long)]
    name: Option<String>,
    /// webhooks:read, webhooks:write, deliveries:read, deliveries:retry; all four if not given
    #[arg(long, value_name = "A,B")]
    scopes: Option<String>,
    /// Pages it is for, such as https://app.example.com or https://*.example.com; any if not given
    #[arg(long, value_name = "A,B")]
    origins: Option<String>,
    /// Whose webhooks it is about: they see and make those of this name only
    #[arg(long, value_name = "NAME")]
    tenant: Option<String>,
    /// A JSON object to keep with it: JSON, @file or - for stdin
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    metadata: Option<String>,
    /// How long it holds, such as 1h or 30d
    #[arg(long, value_name = "TIME", conflicts_with = "expires_at")]
    expires_in: Option<String>,
    /// When it ends: RFC 3339, a date, or words like +7d
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    expires_at: Option<String>,
}

/// Print what to paste into a page
#[derive(Debug, clap::Args)]
pub struct Snippet {
    /// The whole token; - reads it from stdin
    #[arg(value_name = "TOKEN")]
    token: String,
    /// Language of the portal
    #[arg(long, value_name = "LANGUAGE", value_parser = ["en", "es"])]
    locale: Option<String>,
}

pub fn run(app: &App, command: &Embed) -> Outcome {
    match command {
        Embed::Tokens(Tokens::List(list)) => app.list(&TOKEN, TOKEN.listing_of(list.include_inactive), &list.paging),
        Embed::Tokens(Tokens::Create(create)) => create.run(app, |answer| app.out.value(answer)),
        Embed::Tokens(Tokens::Revoke(ids)) | Embed::TokensRevoke(ids) => {
            app.each(&TOKEN, ids, |id| Request::delete(&TOKEN.at(id, "")))
        }
        Embed::Snippet(snippet) => snippet.run(app),
        Embed::TokensList => app.out.value(&member(&app.call(TOKEN.listing())?.json()?, "data")),
        Embed::TokensCreate(create) => create.run(app, |answer| {
            print(&format!("Token: {}\n", answer.lookup("token").and_then(Json::as_str).unwrap_or_default()))?;
            app.out.value(&member(answer, "data"))
        }),
    }
}

fn member(answer: &Json<'_>, name: &str) -> Json<'static> {
    answer.lookup(name).cloned().unwrap_or(Json::Null).into_owned()
}

impl Create {
    fn run(&self, app: &App, show: impl Fn(&Json<'_>) -> Outcome) -> Outcome {
        let seconds = self.expires_in.as_deref().map(seconds).transpose()?;
        let ends = value::maybe_time("--expires-at", &self.expires_at)?;
        let metadata = value::maybe_json("--metadata", &self.metadata)?;
        let body = value::object([
            ("name", value::string(&self.name)),
            ("scopes", value::list(&self.scopes)),
            ("allowed_origins", value::list(&self.origins)),
            ("tenant", value::string(&self.tenant)),
            ("metadata", metadata),
            ("expires_in", seconds.map(value::number)),
            ("expires_at", ends.map(Json::string)),
        ]);
        let answer = app.call(Request::post(TOKEN.path).json(&body))?;
        if self.tenant.is_none() {
            app.out.note("warning: without --tenant this token shows every webhook of the project to whoever holds it");
        }
        show(&answer.json()?)
    }
}

/// Of `1h`, `30d`, or a bare number of them.
fn seconds(text: &str) -> Outcome<u64> {
    let span = text.parse().ok().or_else(|| Some(value::duration(text)?.as_secs()));
    span.ok_or_else(|| {
        Failure::usage(format!("--expires-in {text}: not a length of time")).hint("such as 1h, 30d or 3600")
    })
}

impl Snippet {
    fn run(&self, app: &App) -> Outcome {
        let token = match self.token.as_str() {
            "-" => String::from_utf8_lossy(&value::stdin("the token")?).trim().to_owned(),
            token => token.to_owned(),
        };
        let base = app.settings.base_url.to_string();
        let options = value::object([("token", Some(Json::string(token))), ("locale", value::string(&self.locale))]);
        // Nothing in a script may look like its end.
        let options = options.to_text().replace('<', "\\u003c");
        let source = base.trim_end_matches('/').replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        print(&format!(
            "<div id=\"jobcelis-portal\"></div>\n<script src=\"{source}/embed.js\"></script>\n\
             <script>JobcelisPortal.init({options});</script>\n"
        ))
    }
}
