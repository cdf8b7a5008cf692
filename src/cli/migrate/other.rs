//! The server that is copied from: its projects and what is in them, read with a credential of its
//! own. Nothing is ever written there.

use super::parts::text;
use crate::base::Json;
use crate::cli::app::App;
use crate::cli::failure::{DENIED, Failure, Outcome};
use crate::cli::noun::{Noun, whole};
use crate::cli::projects::PROJECT;
use crate::cli::settings::{is_jwt, options};
use crate::client::{Client, Request};

pub struct Other {
    client: Client,
    bearer: String,
}

impl Other {
    /// `bearer` is the token of a user, or the key of one project.
    pub fn new(app: &App, url: &str, bearer: String) -> Outcome<Other> {
        let client = Client::new(options(&app.global, url)?).map_err(|e| Failure::usage(format!("--from-url {e}")))?;
        Ok(Other { client, bearer })
    }

    /// The active projects of its own of the user, or that of the key.
    pub fn projects(&self) -> Outcome<Vec<Json<'static>>> {
        if !is_jwt(&self.bearer) {
            return Ok(vec![self.call(Request::get("/project"))?]);
        }
        let all = whole(&PROJECT, &PROJECT.listing(), |request| self.call(request))?;
        // Some servers do not say, for they list nothing else.
        let is = |item: &Json<'_>, name: &str, word: &str| ["", word].contains(&text(item, name));
        Ok(all.into_iter().filter(|item| is(item, "role", "owner") && is(item, "status", "active")).collect())
    }

    /// All active items of a project.
    pub fn list(&self, noun: &Noun<'_>, project: &Json<'_>) -> Outcome<Vec<Json<'static>>> {
        let listing = noun.listing().header("X-Project-Id", text(project, "id"));
        whole(noun, &listing, |request| self.call(request))
    }

    fn call(&self, mut request: Request) -> Outcome<Json<'static>> {
        request.bearer = Some(self.bearer.clone());
        let answer = self.client.call(&request).and_then(|answer| answer.json());
        answer.map_err(|fault| {
            let denied = fault.status() == Some(401);
            let failure = Failure::from(fault).of(self.client.base_url());
            match denied && failure.code() == DENIED {
                true => failure.hint(
                    "--token is for the server that is copied from: a user's token, or where it takes none \
                     for this, the API key of a project, once for each",
                ),
                false => failure,
            }
        })
    }
}
