//! What is told of the routes for registering and logging in.

use super::{BrowserView, SignedIn, TokensView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

/// The answers of a login: tokens, or the session of a browser.
fn session(about: About, book: &mut Book, more: Vec<Shape>) -> About {
    let mut forms = vec![book.of::<SignedIn>(), book.of::<BrowserView>()];
    forms.extend(more);
    about.answers(200, "Tokens; with `cookie` the session of a browser.", one_of(forms))
}

/// What decides between the two.
fn browser(body: Shape) -> Shape {
    body.maybe("cookie", flag().nullable().note("A session in a cookie instead of tokens."))
        .maybe("remember", flag().nullable().note("The session outlives the window of the browser."))
}

pub(super) fn register(book: &mut Book) -> About {
    let body = object()
        .with("email", email())
        .with("password", text())
        .maybe("name", text().nullable())
        .maybe("invite_token", text().nullable());
    About::new("Register")
        .body(body)
        .answers(201, "The account, its first project and the key of that.", book.of::<SignedIn>())
        .refuses(403, "`Registration is disabled`")
        .refuses(409, "`Email already registered`")
}

pub(super) fn login(book: &mut Book) -> About {
    let waiting = object().with("mfa_required", flag()).with("mfa_token", text()).with("expires_in", count());
    session(About::new("Log in"), book, vec![waiting.note("A code is asked for next.")])
        .body(browser(object().with("email", text()).with("password", text())))
        .refuses(401, "`Invalid email or password`")
        .refuses(403, "`Account is inactive`, or a cookie was asked for by a page of another origin")
        .refuses(423, "`Account locked. Try again later.`")
}

pub(super) fn verify(book: &mut Book) -> About {
    let body = object()
        .maybe("mfa_token", text().nullable().note("Of the login. Also `token`, or as a bearer token."))
        .maybe("token", text().nullable())
        .maybe("code", any().note("Of the authenticator."))
        .maybe("backup_code", text().nullable());
    session(About::new("Complete a login with a code"), book, Vec::new())
        .body(browser(body))
        .refuses(401, "`Invalid or expired MFA token` · `Invalid MFA code`")
        .refuses(403, "`Account is inactive`, or a cookie was asked for by a page of another origin")
        .refuses(423, "`Account locked. Try again later.`")
}

pub(super) fn local(book: &mut Book) -> About {
    About::new("Log in on the machine of the server")
        .body(object().with("proof", text().note("Of the master key.")).maybe("email", text().nullable()))
        .answers(200, "Tokens.", book.of::<SignedIn>())
        .refuses(401, "`Invalid or expired token`")
        .refuses(403, "`Account is inactive`")
        .refuses(404, "There is no such user")
}

pub(super) fn superadmin(_: &mut Book) -> About {
    let body = object()
        .with("proof", text().note("Of the master key."))
        .with("email", text())
        .maybe("password", text().nullable().note("For a new account."));
    About::new("Make a superadmin on the machine of the server")
        .body(body)
        .answers(200, "Who it is.", object().with("user_id", uuid()))
        .refuses(401, "`Invalid or expired token`")
        .refuses(403, "`Account is inactive`")
        .refuses(404, "There is no such user")
}

pub(super) fn refresh(book: &mut Book) -> About {
    let body = object()
        .maybe("refresh_token", text().nullable().note("Also `token`, or as a bearer token."))
        .maybe("token", text().nullable());
    About::new("Exchange a refresh token")
        .body(body)
        .answers(200, "New tokens; the old ones are dead.", book.of::<TokensView>())
        .refuses(401, "`Invalid or expired token`")
}

pub(super) fn logout(_: &mut Book) -> About {
    About::new("Log out").answers(200, "The session is over.", done())
}
