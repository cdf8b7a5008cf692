//! Pages of the server's own, without scripts: those behind mailed links. Showing one changes
//! nothing, for scanners of mail open every link; its form does what the API route does.

mod html;
mod locale;
mod words;

pub(super) use locale::locale;

use super::cx::Cx;
use super::fault;
use super::limits::Limit;
use super::reply::Reply;
use super::routes::Routes;
use crate::base::fields::Fields;
use crate::base::{Kind, Result};
use crate::engine::recovery::{self, NewPassword};
use html::{button, new_password_form, page, problem, text};
use http::StatusCode;
use words::Words;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .open_get ("/locale/{locale}",        None,                  locale::choose)
        .open_get ("/reset-password/{token}", None,                  reset_form)
        .open_post("/reset-password/{token}", Limit::RESET_PASSWORD, reset)
        .open_get ("/confirm-email/{token}",  None,                  confirm_form)
        .open_post("/confirm-email/{token}",  Limit::CONFIRM_EMAIL,  confirm)
}

async fn reset_form(cx: Cx) -> Result<Reply> {
    let words = words(&cx);
    Ok(page(words, words.reset_title, &new_password_form(words)))
}

async fn reset(mut cx: Cx) -> Result<Reply> {
    let words = words(&cx);
    let error = match try_reset(&mut cx).await {
        Ok(()) => return Ok(page(words, words.reset_title, &text(words.password_set))),
        Err(error) => error,
    };
    let told = match error.kind() {
        Kind::Unauthorized => problem(words.dead_link),
        Kind::Malformed => problem(words.missing) + &new_password_form(words),
        Kind::Invalid => {
            let rules = error.details().iter().flat_map(|(_, rules)| rules);
            let told: String = rules.map(|rule| problem(words.rule(rule))).collect();
            told + &new_password_form(words)
        }
        _ => return Err(error),
    };
    Ok(page(words, words.reset_title, &told).status(fault::status(error.kind())))
}

async fn try_reset(cx: &mut Cx) -> Result<()> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    let password = fields.required_str("password")?.to_owned();
    let again = Some(fields.opt_str("password_confirm")?.unwrap_or_default().to_owned());
    recovery::reset(&cx.engine, NewPassword { token: token(cx), password, again }, cx.client()).await
}

async fn confirm_form(cx: Cx) -> Result<Reply> {
    let words = words(&cx);
    Ok(page(words, words.confirm_title, &(text(words.confirm_text) + &button(words.confirm))))
}

async fn confirm(cx: Cx) -> Result<Reply> {
    let words = words(&cx);
    let (status, told) = match recovery::confirm(&cx.engine, &token(&cx), cx.client()).await {
        Ok(_) => (StatusCode::OK, text(words.confirmed)),
        Err(error) => match error.kind() {
            Kind::Unauthorized => (fault::status(error.kind()), problem(words.dead_link)),
            Kind::Conflict => (fault::status(error.kind()), problem(words.taken)),
            _ => return Err(error),
        },
    };
    Ok(page(words, words.confirm_title, &told).status(status))
}

fn token(cx: &Cx) -> String {
    cx.segment("token").unwrap_or_default().to_owned()
}

/// In the language of the visitor.
fn words(cx: &Cx) -> &'static Words {
    Words::of(locale(cx))
}
