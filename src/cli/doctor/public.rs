//! Whether a server is reached under the URL that it gives to others: links in letters lead there.

use super::report::Report;
use crate::cli::global::Global;
use crate::cli::settings;
use crate::client::{Auth, Client, Request};

/// Asks the server that is said to be there for its health.
pub fn check(report: &mut Report, global: &Global, url: &str) {
    let client = match settings::options(global, url) {
        Ok(options) => Client::new(options),
        Err(failure) => Err(failure.message().to_owned()),
    };
    let request = Request::at("GET", "/health").auth(Auth::Open).once();
    let answer = client.map(|client| client.call(&request));
    let hint = "is --public-url right, and does its proxy lead here?";
    match answer {
        Ok(Ok(answer)) if answer.json().is_ok_and(|json| json.lookup("status").is_some()) => {
            report.ok("public URL", format!("{url} leads to a server"));
        }
        Ok(Ok(_)) => report.warn("public URL", format!("{url} leads to something else"), hint),
        // From here it may not be reached although it is from elsewhere.
        Ok(Err(fault)) => report.warn("public URL", format!("{url}: {fault}"), hint),
        Err(text) => report.fail("public URL", text, hint),
    }
}
