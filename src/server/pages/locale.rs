//! The language of pages: which one a visitor chose, prefers, or gets; and the link that chooses.

use super::words;
use crate::base::Result;
use crate::config::Locale;
use crate::server::{Cx, Reply};
use http::StatusCode;
use http::header::{CACHE_CONTROL, HOST, LOCATION, REFERER, SET_COOKIE};

const NAME: &str = "locale";
const YEAR: u32 = 31_536_000;

/// The language that was chosen, else the one the browser prefers if it is one of ours, else that of
/// the server.
pub(in crate::server) fn locale(cx: &Cx) -> Locale {
    let chosen = cx.cookie(NAME).and_then(|word| parse(&word));
    let preferred = || cx.header("accept-language").and_then(words::preferred);
    chosen.or_else(preferred).unwrap_or(cx.engine.settings.default_locale)
}

fn parse(word: &str) -> Option<Locale> {
    match word {
        "en" => Some(Locale::En),
        "es" => Some(Locale::Es),
        _ => None,
    }
}

/// Keeps the choice, and goes back to where the link was. An unknown language is English.
pub(super) async fn choose(cx: Cx) -> Result<Reply> {
    let word = cx.segment("locale").filter(|word| parse(word).is_some()).unwrap_or("en");
    let secure = if cx.engine.settings.public_url.starts_with("https://") { "; Secure" } else { "" };
    let cookie = format!("{NAME}={word}; Path=/; Max-Age={YEAR}; SameSite=Lax{secure}");
    let back = back(cx.header(REFERER.as_str()), cx.header(HOST.as_str()), &cx.engine.settings.public_url);
    let reply = Reply::no_content().status(StatusCode::SEE_OTHER).header(LOCATION, back);
    Ok(reply.header(SET_COOKIE, cookie).header(CACHE_CONTROL, "no-store"))
}

/// The path that a visitor came from, if it is on this server; nobody is sent elsewhere.
fn back(from: Option<&str>, host: Option<&str>, public_url: &str) -> String {
    let Some(url) = from.and_then(|from| url::Url::parse(from).ok()) else { return "/".to_owned() };
    let authority = &url[url::Position::BeforeHost..url::Position::AfterPort];
    let public = url::Url::parse(public_url).is_ok_and(|public| public.origin() == url.origin());
    if !public && host != Some(authority) {
        return "/".to_owned();
    }
    let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
    // Two slashes would begin the name of another host.
    if path.starts_with("//") || path.starts_with("/\\") { "/".to_owned() } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visitors_go_back_to_this_server_only() {
        let public = "https://hooks.example.org";
        for (from, path) in [
            (None, "/"),
            (Some("http://10.0.0.7:4000/status?x=1#top"), "/status?x=1"),
            (Some("https://hooks.example.org/a/b"), "/a/b"),
            (Some("https://hooks.example.org.evil.test/a"), "/"),
            (Some("https://evil.test/a"), "/"),
            (Some("http://10.0.0.7:4000//evil.test/a"), "/"),
            (Some("http://user@evil.test/10.0.0.7:4000"), "/"),
            (Some("javascript:alert(1)"), "/"),
            (Some("nothing"), "/"),
        ] {
            assert_eq!(back(from, Some("10.0.0.7:4000"), public), path, "{from:?}");
        }
    }
}
