//! `jobcelis verify-signature` and `jobcelis sign`: all schemes, offline and in constant time.

mod claim;

use super::failure::{FAILED, Failure, Outcome};
use super::global::{Global, variable};
use super::output::print;
use super::value;
use crate::base::Timestamp;
use crate::client::Trace;
use crate::domain::signing::{self, Reason, SigningKeys};
use claim::{Claim, Scheme};
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
    /// Value of the webhook-timestamp or X-PJ-Timestamp header, in Unix seconds
    #[arg(long, value_name = "SECONDS")]
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
    /// How it was signed
    #[arg(long, value_enum, default_value_t = Scheme::Auto)]
    scheme: Scheme,
    /// Value of X-Signature or X-Signing-Signature, of webhook-signature together with --id and
    /// --timestamp, or of X-PJ-Signature together with --timestamp
    #[arg(long, value_name = "SIGNATURE", allow_hyphen_values = true, required_unless_present = "header_file")]
    signature: Option<String>,
    /// File with the headers of the delivery, one per line
    #[arg(long, value_name = "FILE", conflicts_with_all = ["signature", "id", "timestamp"])]
    header_file: Option<String>,
    /// A further secret that may have signed it
    #[arg(long, value_name = "SECRET", allow_hyphen_values = true)]
    any_secret: Vec<String>,
}

/// Print the signature of a body, as a request would carry it
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis sign --secret @secret --body @body.json
  jobcelis sign --scheme pj --secret @secret --timestamp $(date +%s) --body @body.json")]
pub struct Sign {
    #[command(flatten)]
    signed: Signed,
    /// How to sign; without it as X-Signature, or as webhook-signature with --id
    #[arg(long, value_enum)]
    scheme: Option<By>,
    /// The second secret of a webhook, for X-Signing-Signature
    #[arg(long, value_name = "SECRET", allow_hyphen_values = true)]
    second_secret: Option<String>,
}

/// How to sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum By {
    /// X-Signature
    Jobcelis,
    /// webhook-signature; needs --id and --timestamp
    Standard,
    /// X-PJ-Signature; needs --timestamp
    Pj,
    /// X-Signing-Signature, for now unless there is a --timestamp
    Portal,
    /// x-acme-signature
    Acme,
}

impl Signed {
    fn secret(&self) -> Outcome<String> {
        secret(self.secret.as_deref())
    }
}

/// The secret of an option, else of the environment.
pub(super) fn secret(option: Option<&str>) -> Outcome<String> {
    let given = match option {
        Some(given) => value::text("--secret", given)?,
        None => variable("JOBCELIS_WEBHOOK_SECRET").unwrap_or_default(),
    };
    if given.is_empty() { Err(Failure::usage("--secret <secret> is required.")) } else { Ok(given) }
}

pub fn sign(command: &Sign) -> Outcome {
    let signed = &command.signed;
    let secret = signed.secret()?;
    let body = value::bytes("--body", &signed.body)?;
    let needs = |option: &str| Failure::usage(format!("{option} is required for this scheme."));
    let timestamp = || signed.timestamp.ok_or_else(|| needs("--timestamp <seconds>"));
    let by = command.scheme.unwrap_or(if signed.id.is_some() { By::Standard } else { By::Jobcelis });
    if signed.timestamp.is_some() && matches!(by, By::Jobcelis | By::Acme) {
        return Err(Failure::usage("--timestamp is no part of this signature; see --id and --scheme."));
    }
    let value = match by {
        By::Jobcelis => signing::sign(&secret, &body),
        By::Standard => {
            let id = signed.id.as_ref().ok_or_else(|| needs("--id <id>"))?;
            signing::sign_standard(&secret, id, timestamp()?, &body)
        }
        By::Pj => signing::sign_pj(&secret, &timestamp()?.to_string(), &body),
        By::Portal => {
            let second = command.second_secret.as_deref().map(|given| value::text("--second-secret", given));
            let second = second.transpose()?;
            let secrets: Vec<&str> = std::iter::once(secret.as_str()).chain(second.as_deref()).collect();
            let now = || Timestamp::now().secs();
            SigningKeys::new(&secrets).sign_portal(signed.timestamp.unwrap_or_else(now), &body).unwrap_or_default()
        }
        By::Acme => signing::sign_hex(&secret, &body),
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
            return Claim::among(&value::text("--header-file", &format!("@{file}"))?, self.scheme);
        }
        let value = value::text("--signature", self.signature.as_deref().unwrap_or_default())?;
        if value.trim().is_empty() {
            return Err(Failure::usage("--signature <signature> is required."));
        }
        Claim::given(self.scheme, value, self.signed.id.as_ref(), self.signed.timestamp)
    }
}
