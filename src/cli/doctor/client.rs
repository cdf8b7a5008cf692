//! The client half: configuration, way to the server, its clock, and what the credential may do.

use super::report::{Level, Report};
use super::{Doctor, files};
use crate::base::{Json, Timestamp};
use crate::cli::app::{App, expiry};
use crate::cli::failure::Outcome;
use crate::cli::global::Global;
use crate::cli::settings::{DEFAULT_URL, Proof, config_file};
use crate::client::{Answer, Auth, Fault, Request};
use crate::config::Profiles;

/// Clocks this many seconds apart are worth a word, and at this many signatures are refused.
const APART: [u64; 2] = [30, 300];

/// Looks at the way to the server that commands would talk to. Where only a server lives, having
/// no such way is no fault.
pub fn check(report: &mut Report, doctor: &Doctor, global: &Global, has_server: bool) -> Outcome {
    if let Some(path) = Profiles::place(config_file(global).as_deref()) {
        let secret = files::Secret { name: "configuration", mode: 0o600, otherwise: Level::Fail };
        files::check(report, secret, &path, doctor.fix);
        if let Some(folder) = path.parent().filter(|_| config_file(global).is_none()) {
            files::check(report, files::FOLDER, folder, doctor.fix);
        }
    }
    let app = match App::open(global.clone()) {
        Ok(app) => app,
        Err(failure) => {
            report.fail("configuration", failure.message(), "");
            return Ok(());
        }
    };
    let profile = &app.settings.profile;
    if app.settings.profiles.contains(profile) {
        report.ok("configuration", format!("{}, profile {profile}", app.settings.profiles.path().display()));
    } else if global.profile.is_some() {
        report.fail("configuration", format!("there is no profile {profile}"), "jobcelis profile list");
    }
    let proof = match app.settings.for_project() {
        Ok(proof) => proof,
        Err(failure) => {
            report.fail("credential", failure.message(), "jobcelis profile show");
            None
        }
    };
    if proof.is_none() && app.settings.base_url == DEFAULT_URL {
        let level = if has_server { Level::Ok } else { Level::Warn };
        let hint = if has_server { "" } else { "jobcelis login, or set JOBCELIS_BASE_URL and JOBCELIS_API_KEY" };
        report.add(level, "credential", "no server and no credential are set up", hint);
        return Ok(());
    }
    if reach(report, &app)? {
        credential(report, &app, proof.as_ref())?;
    }
    Ok(())
}

/// Whether the server answers at all; its health, clock and version.
fn reach(report: &mut Report, app: &App) -> Outcome<bool> {
    let place = &app.settings.base_url;
    let begun = Timestamp::now();
    match app.exchange(Request::at("GET", "/health").auth(Auth::Open).once())? {
        Ok(answer) => {
            let word = answer.json().ok();
            let word =
                word.as_ref().and_then(|json| json.lookup("status")).and_then(Json::as_str).unwrap_or("reachable");
            report.ok("reach", format!("{place} is {word}, {} ms", Timestamp::now().since(begun).as_millis()));
            clock(report, &answer);
            version(report, &answer);
            Ok(true)
        }
        Err(Fault::Refused(refusal)) => {
            let text = format!("{place} answers {}: {}", refusal.status, refusal.message);
            report.fail("reach", text, if refusal.status == 404 { "is the base URL right?" } else { "" });
            Ok(refusal.status != 404)
        }
        Err(fault) => {
            let refused = matches!(fault, Fault::Network { refused: true, .. });
            let hint = if refused { "is the server running? `jobcelis serve` starts one on this machine" } else { "" };
            report.fail("reach", format!("{place}: {fault}"), hint);
            Ok(false)
        }
    }
}

fn clock(report: &mut Report, answer: &Answer) {
    let Some(theirs) = answer.header("date").and_then(Timestamp::parse_http_date) else { return };
    let ours = Timestamp::now();
    let (apart, word) = match ours.secs() >= theirs.secs() {
        true => (ours.secs() - theirs.secs(), "ahead of"),
        false => (theirs.secs() - ours.secs(), "behind"),
    };
    let text = format!("this machine is {apart} s {word} the server");
    let hint = "set the clock by NTP: signatures carry a time and are refused when it is far off";
    match apart.unsigned_abs() {
        n if n >= APART[1] => report.fail("clock", text, hint),
        n if n >= APART[0] => report.warn("clock", text, hint),
        _ => report.ok("clock", "agrees with the server's"),
    }
}

fn version(report: &mut Report, answer: &Answer) {
    let here = env!("CARGO_PKG_VERSION");
    match answer.header("x-api-version").or_else(|| answer.header("server")) {
        Some(there) => report.ok("version", format!("program {here}, server {there}")),
        None => {
            report.warn("version", format!("program {here}, the server does not say its own"), "is the base URL right?")
        }
    }
}

fn credential(report: &mut Report, app: &App, proof: Option<&Proof>) -> Outcome {
    let Some(proof) = proof else {
        report.warn("credential", "there is none", "jobcelis login, or set JOBCELIS_API_KEY");
        return Ok(());
    };
    let ends = match proof {
        Proof::Token { value, .. } => expiry(value),
        Proof::Key(_) => None,
    };
    let project = match app.exchange(Request::get("/project").once()) {
        Ok(Ok(answer)) => answer.json().ok(),
        Ok(Err(fault)) if fault.status() == Some(403) => None,
        Ok(Err(fault)) => {
            report.fail(
                "credential",
                fault.to_string(),
                if fault.status() == Some(401) { "jobcelis login" } else { "" },
            );
            return Ok(());
        }
        Err(failure) => {
            report.fail("credential", failure.message(), "");
            return Ok(());
        }
    };
    let name = project.as_ref().and_then(|json| json.lookup("name")).and_then(Json::as_str);
    let of = name.map(|name| format!(" of project {name}")).unwrap_or_default();
    match ends {
        Some(at) => report.ok("credential", format!("token{of}, valid until {at}")),
        None => report.ok("credential", format!("API key{of}, may: {}", scopes(app)?)),
    }
    Ok(())
}

/// What the key may do, in the server's words.
fn scopes(app: &App) -> Outcome<String> {
    let key = app.exchange(Request::get("/token").once())?.ok().and_then(|answer| answer.json().ok());
    let list = key.as_ref().and_then(|key| key.lookup("scopes")).and_then(Json::as_array).unwrap_or_default();
    let words: Vec<&str> = list.iter().filter_map(Json::as_str).collect();
    Ok(match words[..] {
        [] => "the server does not say".to_owned(),
        ["*"] => "everything".to_owned(),
        _ => words.join(", "),
    })
}
