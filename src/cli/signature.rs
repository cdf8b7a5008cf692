//! `jobcelis verify-signature` and `jobcelis sign`: both schemes, offline and in constant time.

use super::failure::{FAILED, Failure, Outcome};
use super::global::{Global, variable};
use super::output::print;
use super::value;
use crate::base::Timestamp;
use crate::client::Trace;
use crate::domain::signing::{self, Reason};
use std::io::Write;

/// What both commands are given.
#[derive(Debug, clap::Args)]
pub struct Signed {
    /// Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]
    #[arg(long, value_name = "SECRET", allow_hyphen_values = true)]
    secret: Option<String>,
    /// Body, byte for byte: as it stands, @file or - for stdin
    #[arg(long, value_name = "BODY", allow_hyphen_values = true)]
    body: String,
    /// Value of the webhook-id header: the Standard Webhooks scheme
    #[arg(long, value_name = "ID", requires = "timestamp")]
    id: Option<String>,
    /// Value of the webhook-timestamp header, in Unix seconds
    #[arg(long, value_name = "SECONDS", requires = "id")]
    timestamp: Option<i64>,
}

/// Check the signature of a delivery: exit code 0 valid, 1 invalid
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis verify-signature --secret @secret --body @body.json --signature \"$X_SIGNATURE\"
  jobcelis verify-signature --body - --header-file headers.txt < body.json")]
pub struct Verify {
    #[command(flatten)]
    signed: Signed,
    /// Value of X-Signature, or of webhook-signature together with --id and --timestamp
    #[arg(long, value_name = "SIGNATURE", allow_hyphen_values = true, required_unless_present = "header_file")]
    signature: Option<String>,
    /// File with the headers of the delivery, one per line
    #[arg(long, value_name = "FILE", conflicts_with_all = ["signature", "id"])]
    header_file: Option<String>,
    /// A further secret that may have signed it
    #[arg(long, value_name = "SECRET", allow_hyphen_values = true)]
    any_secret: Vec<String>,
}

/// Print the signature of a body, as a delivery would carry it
#[derive(Debug, clap::Args)]
pub struct Sign {
    #[command(flatten)]
    signed: Signed,
}

/// A signature with what it is made over beside the body.
struct Claim {
    value: String,
    /// Id and time of the Standard Webhooks scheme.
    standard: Option<(String, i64)>,
}

impl Claim {
    fn check(&self, secret: &str, body: &[u8]) -> Result<(), Reason> {
        match &self.standard {
            Some((id, seconds)) => signing::verify_standard(secret, id, *seconds, body, &self.value),
            None => signing::verify(secret, body, &self.value),
        }
    }
}

impl Signed {
    fn secret(&self) -> Outcome<String> {
        let given = match &self.secret {
            Some(given) => value::text("--secret", given)?,
            None => variable("JOBCELIS_WEBHOOK_SECRET").unwrap_or_default(),
        };
        if given.is_empty() { Err(Failure::usage("--secret <secret> is required.")) } else { Ok(given) }
    }
}

pub fn sign(command: &Sign) -> Outcome {
    let signed = &command.signed;
    let secret = signed.secret()?;
    let body = value::bytes("--body", &signed.body)?;
    let value = match (&signed.id, signed.timestamp) {
        (Some(id), Some(seconds)) => signing::sign_standard(&secret, id, seconds, &body),
        _ => signing::sign(&secret, &body),
    };
    print(&(value + "\n"))
}

pub fn verify(global: &Global, command: &Verify) -> Outcome {
    let mut secrets = vec![command.signed.secret()?];
    for given in &command.any_secret {
        secrets.push(value::text("--any-secret", given)?);
    }
    let body = value::bytes("--body", &command.signed.body)?;
    let claim = command.claim()?;
    let verdicts: Vec<_> = secrets.iter().map(|secret| claim.check(secret, &body)).collect();
    let reason = if verdicts.contains(&Ok(())) { None } else { verdicts.into_iter().find_map(Result::err) };
    tell(global, reason)?;
    let Some(reason) = reason else { return Ok(()) };
    Trace(global.verbosity()).note(1, || format!("invalid: {}", reason.as_str()));
    let literal = !command.signed.body.starts_with(['@', '-']);
    if literal && !global.quiet && secrets.iter().any(|secret| line_end_matters(&claim, secret, &body)) {
        let _ = writeln!(std::io::stderr(), "hint: it would be valid with or without a line end after the body");
    }
    Err(Failure::silent(FAILED))
}

fn tell(global: &Global, reason: Option<Reason>) -> Outcome {
    if global.quiet {
        return Ok(());
    }
    match reason {
        None if global.wants_json() => print("{\"valid\":true}\n"),
        Some(reason) if global.wants_json() => {
            print(&format!("{{\"valid\":false,\"reason\":\"{}\"}}\n", reason.as_str()))
        }
        reason => print(if reason.is_none() { "true\n" } else { "false\n" }),
    }
}

/// Whether only a line end at the end of the body stands between it and its signature.
fn line_end_matters(claim: &Claim, secret: &str, body: &[u8]) -> bool {
    let with = [body, b"\n"].concat();
    let without = body.strip_suffix(b"\n").map(|b| b.strip_suffix(b"\r").unwrap_or(b));
    claim.check(secret, &with).is_ok() || without.is_some_and(|body| claim.check(secret, body).is_ok())
}

impl Verify {
    fn claim(&self) -> Outcome<Claim> {
        if let Some(file) = &self.header_file {
            return from_headers(&value::text("--header-file", &format!("@{file}"))?);
        }
        let value = value::text("--signature", self.signature.as_deref().unwrap_or_default())?;
        if value.trim().is_empty() {
            return Err(Failure::usage("--signature <signature> is required."));
        }
        Ok(Claim { value, standard: self.signed.id.clone().zip(self.signed.timestamp) })
    }
}

/// The signature among headers; `X-Signature` if both schemes are there.
fn from_headers(text: &str) -> Outcome<Claim> {
    let find = |wanted: &str| {
        let lines = text.lines().filter_map(|line| line.split_once(':'));
        let mut found = lines.filter(|(name, _)| name.trim().eq_ignore_ascii_case(wanted));
        found.next().map(|(_, value)| value.trim().to_owned())
    };
    if let Some(value) = find("x-signature") {
        return Ok(Claim { value, standard: None });
    }
    let missing = |name: &str| Failure::usage(format!("--header-file: there is no {name} header"));
    let value = find("webhook-signature").ok_or_else(|| missing("X-Signature or webhook-signature"))?;
    let id = find("webhook-id").ok_or_else(|| missing("webhook-id"))?;
    let at = find("webhook-timestamp").ok_or_else(|| missing("webhook-timestamp"))?;
    let seconds = at.parse().ok().or_else(|| Timestamp::parse(&at).map(Timestamp::secs));
    Ok(Claim { value, standard: Some((id, seconds.ok_or_else(|| missing("readable webhook-timestamp"))?)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_tell_the_scheme() {
        let standard = "webhook-id: m1\nWebhook-Timestamp: 7\r\nwebhook-signature: v1,x\n";
        let claim = from_headers(standard).expect("found");
        assert_eq!((claim.value.as_str(), claim.standard), ("v1,x", Some(("m1".to_owned(), 7))));
        let both = format!("HTTP/1.1 200 OK\nx-signature: sha256=y\n{standard}");
        let claim = from_headers(&both).expect("found");
        assert_eq!((claim.value.as_str(), claim.standard), ("sha256=y", None));
        assert!(from_headers("webhook-signature: v1,x").is_err());
        assert!(from_headers("").is_err());
    }
}
