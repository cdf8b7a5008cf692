//! The frame of a page and its pieces. Whatever stands in a page is escaped here.

use super::words::Words;
use crate::base::crypto::{base64_encode, random_bytes};
use crate::server::reply::Reply;
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName};

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:12vh auto;padding:0 1rem;\
    color:#1c1e21;background:#fff}label,input,button{display:block;width:100%;box-sizing:border-box;font:inherit}\
    input,button{margin:.25rem 0 1rem;padding:.6rem;border:1px solid #888;border-radius:.4rem}\
    button{background:#1c4fd6;color:#fff;border:0;cursor:pointer}.problem{color:#a40000}\
    @media(prefers-color-scheme:dark){body{color:#eee;background:#16181c}input{background:#222;color:#eee}\
    .problem{color:#ff8a80}}";

/// A page of these pieces, not to be kept or found by anyone.
pub(super) fn page(words: &Words, title: &str, pieces: &str) -> Reply {
    let title = escape(title);
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} – Jobcelis</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n{pieces}</main>\n</body>\n</html>\n",
        words.language
    );
    Reply::raw(HeaderValue::from_static("text/html; charset=utf-8"), html)
        .header(CONTENT_SECURITY_POLICY, policy())
        .header(CACHE_CONTROL, "no-store")
        .header(HeaderName::from_static("x-robots-tag"), "noindex, nofollow")
}

/// What a page may load; the nonce is for scripts, of which these pages have none.
fn policy() -> String {
    let nonce = base64_encode(&random_bytes::<16>());
    format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; \
         base-uri 'self'; form-action 'self'"
    )
}

pub(super) fn text(text: &str) -> String {
    format!("<p>{}</p>\n", escape(text))
}

pub(super) fn problem(text: &str) -> String {
    format!("<p class=\"problem\" role=\"alert\">{}</p>\n", escape(text))
}

/// A form that is one button; it goes to the address of its page.
pub(super) fn button(label: &str) -> String {
    format!("<form method=\"post\">\n<button>{}</button>\n</form>\n", escape(label))
}

/// The form for a new password, typed twice.
pub(super) fn new_password_form(words: &Words) -> String {
    let field = |name: &str, label: &str| {
        format!(
            "<label for=\"{name}\">{}</label>\n<input id=\"{name}\" name=\"{name}\" type=\"password\" required \
             minlength=\"8\" maxlength=\"128\" autocomplete=\"new-password\">\n",
            escape(label)
        )
    };
    let fields = field("password", words.password) + &field("password_confirm", words.again);
    format!(
        "{}<form method=\"post\">\n{fields}<button>{}</button>\n</form>\n",
        text(words.rules),
        escape(words.set_password)
    )
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_escaped() {
        assert_eq!(text("<b>&\"'"), "<p>&lt;b&gt;&amp;&quot;&#39;</p>\n");
    }

    #[test]
    fn every_answer_has_a_nonce_of_its_own() {
        let (one, two) = (policy(), policy());
        assert!(one != two && one.contains("'nonce-") && one.contains("frame-ancestors 'none'"), "{one}");
    }
}
