//! Requests and answers as people read them: on stderr while tracing, as a preview, as a curl
//! command. Secrets are masked everywhere but in a curl command's body, which is to work.

use super::{Answer, Client, Request, redact};
use std::io::Write;

/// How much a client tells on stderr: 0 nothing, 1 retries, 2 requests, 3 headers and bodies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Trace(pub u8);

impl Trace {
    pub fn note(self, level: u8, text: impl FnOnce() -> String) {
        if self.0 >= level {
            // Nobody is left to tell when stderr is gone.
            let _ = writeln!(std::io::stderr(), "{}", text().trim_end());
        }
    }
}

pub(super) fn plain(client: &Client, request: &Request) -> String {
    let mut text = format!("{} {}\n", request.method, request.url(client.base_url()));
    for (name, value) in request.all_headers() {
        text += &format!("{name}: {value}\n");
    }
    if let Some(body) = &request.body {
        text += &format!("\n{body}\n");
    }
    redact(&text)
}

pub(super) fn answer(answer: &Answer) -> String {
    let mut text = format!("< {}\n", answer.status);
    for (name, value) in &answer.headers {
        text += &format!("< {name}: {}\n", String::from_utf8_lossy(value.as_bytes()));
    }
    text += &String::from_utf8_lossy(&answer.body);
    redact(&text)
}

pub(super) fn curl(client: &Client, request: &Request) -> String {
    let mut text = String::from("curl");
    if request.method != "GET" {
        text += &format!(" -X {}", request.method);
    }
    text += &format!(" {}", quoted(&request.url(client.base_url())));
    for (name, value) in request.all_headers() {
        if name == "Authorization" {
            let is_token = value.starts_with("Bearer eyJ");
            let variable = if is_token { "JOBCELIS_TOKEN" } else { "JOBCELIS_API_KEY" };
            text += &format!(" \\\n  -H \"Authorization: Bearer ${variable}\"");
        } else {
            text += &format!(" \\\n  -H {}", quoted(&format!("{name}: {value}")));
        }
    }
    if let Some(body) = &request.body {
        text += &format!(" \\\n  -d {}", quoted(body));
    }
    text + "\n"
}

/// For a POSIX shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::*;
    use crate::base::Json;
    use std::time::Duration;

    fn client() -> Client {
        let seconds = Duration::from_secs(1);
        let options = Options {
            base_url: "https://x.test/base/".into(),
            timeout: seconds,
            connect_timeout: seconds,
            retries: 0,
            ca_cert: None,
            insecure: false,
            trace: Trace(0),
        };
        Client::new(options).expect("made")
    }

    #[test]
    fn a_preview_hides_the_key() {
        let body = Json::parse(r#"{"topic":"it's","n":1.10}"#).expect("JSON");
        let mut request = Request::post("/events").json(&body);
        request.bearer = Some("jc_live_abcdefgh".into());
        assert_eq!(
            client().preview(&request),
            "POST https://x.test/base/api/v1/events\nAccept: application/json\nAuthorization: Bearer jc_live_***\n\
             Content-Type: application/json\n\n{\"topic\":\"it's\",\"n\":1.10}\n"
        );
        assert_eq!(
            client().curl(&request),
            "curl -X POST 'https://x.test/base/api/v1/events' \\\n  -H 'Accept: application/json' \\\n  \
             -H \"Authorization: Bearer $JOBCELIS_API_KEY\" \\\n  -H 'Content-Type: application/json' \\\n  \
             -d '{\"topic\":\"it'\\''s\",\"n\":1.10}'\n"
        );
    }
}
