//! `jobcelis ingest`: signed events to one endpoint, as senders of the face ingest make them.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::{signature, value};
use crate::base::{Prefixed, Timestamp};
use crate::client::Request;
use crate::domain::signing;
use crate::domain::webhook::WebhookTag;

/// Send signed events to one endpoint
#[derive(Debug, clap::Subcommand)]
pub enum Ingest {
    Send(Send),
}

/// Sign an event and send it to an endpoint
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis ingest send ep_0199b5a0222270008000000000000001 --secret @secret --event-type user.created --body '{\"id\":1}'
  jobcelis ingest send 0199b5a0-2222-7000-8000-000000000001 --correlation-id order-17 --body @event.json")]
pub struct Send {
    /// Id of the endpoint, which is that of a webhook
    #[arg(value_name = "ENDPOINT")]
    endpoint: String,
    /// Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]
    #[arg(long, value_name = "SECRET", allow_hyphen_values = true)]
    secret: Option<String>,
    /// Body, any JSON: as it stands, @file or - for stdin
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    body: String,
    /// Type of the event; wins over that in the body
    #[arg(long, value_name = "TYPE")]
    event_type: Option<String>,
    /// What the event belongs to; sent on as X-Correlation-ID
    #[arg(long, value_name = "ID")]
    correlation_id: Option<String>,
}

pub fn run(app: &App, command: &Ingest) -> Outcome {
    match command {
        Ingest::Send(send) => app.run(send.request(Timestamp::now())?),
    }
}

impl Send {
    fn request(&self, now: Timestamp) -> Outcome<Request> {
        if Prefixed::<WebhookTag>::parse("ep_", &self.endpoint).is_none() {
            return Err(Failure::usage(format!(
                "{}: an endpoint is called ep_ and 32 digits, or by the id of a webhook",
                self.endpoint
            )));
        }
        let secret = signature::secret(self.secret.as_deref())?;
        let body = String::from_utf8(value::bytes("--body", &self.body)?);
        let body = body.map_err(|_| Failure::usage("--body must be UTF-8 text"))?;
        let timestamp = now.secs().to_string();
        let signed = signing::sign_pj(&secret, &timestamp, body.as_bytes());
        let mut request = Request::at("POST", format!("/e/{}", self.endpoint));
        request = request.header("X-PJ-Timestamp", timestamp).header("X-PJ-Signature", signed);
        for (name, value) in [("X-PJ-Event-Type", &self.event_type), ("X-PJ-Correlation-ID", &self.correlation_id)] {
            if let Some(value) = value {
                request = request.header(name, value.clone());
            }
        }
        request.body = Some(body);
        Ok(request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_signed() {
        let mut send = Send {
            endpoint: "ep_0199b5a0222270008000000000000001".to_owned(),
            secret: Some("one".to_owned()),
            body: r#"{"event_type":"user.created"}"#.to_owned(),
            event_type: None,
            correlation_id: Some("c-1".to_owned()),
        };
        let request = send.request(Timestamp::from_secs(1_768_473_000)).expect("a request");
        assert_eq!((request.method, request.path), ("POST", format!("/e/{}", send.endpoint)));
        let signed = signing::sign_pj("one", "1768473000", send.body.as_bytes());
        let headers = [("X-PJ-Timestamp", "1768473000"), ("X-PJ-Signature", &signed), ("X-PJ-Correlation-ID", "c-1")];
        let headers: Vec<_> = headers.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        assert_eq!((request.headers, request.body), (headers, Some(send.body.clone())));
        send.endpoint = "../v1".to_owned();
        assert!(send.request(Timestamp::now()).is_err());
    }
}
