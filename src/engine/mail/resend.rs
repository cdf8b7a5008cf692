//! Handing letters to the service Resend over its HTTP API.

use super::message::{Mail, Sender};
use super::{Content, Refused};
use crate::engine::outbound::{Exchange, Outbound};
use bytes::Bytes;
use http::Request;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http_body_util::Full;
use serde_json::json;
use std::time::Duration;

const ADDRESS: &str = "https://api.resend.com/emails";
const PATIENCE: Duration = Duration::from_secs(30);

/// Hands in one letter; a second time for the same letter changes nothing.
pub(super) async fn hand_in(
    outbound: &Outbound,
    (key, sender): (&str, &Sender),
    mail: &Mail,
    content: &Content,
) -> Result<(), Refused> {
    let request = request(key, sender, mail, content).map_err(|e| Refused::Way(e.to_string()))?;
    verdict(&outbound.send(request, PATIENCE).await)
}

fn request(key: &str, sender: &Sender, mail: &Mail, content: &Content) -> Result<Request<Full<Bytes>>, http::Error> {
    let mut body = json!({
        "from": sender.of(content).text(),
        "to": content.recipients().collect::<Vec<_>>(),
        "subject": content.subject,
        "text": content.body,
        "headers": {"Auto-Submitted": "auto-generated"},
    });
    if let Some(html) = &content.html {
        body["html"] = json!(html);
    }
    Request::post(ADDRESS)
        .header(AUTHORIZATION, format!("Bearer {key}"))
        .header(CONTENT_TYPE, "application/json")
        .header("idempotency-key", mail.id.to_string())
        .body(Full::new(Bytes::from(body.to_string())))
}

/// The key and the sender are ours, so what is wrong with them is not the letter's fault.
fn verdict(exchange: &Exchange) -> Result<(), Refused> {
    match exchange.result.as_ref().map(|received| received.status) {
        Ok(200..=299) => Ok(()),
        Ok(status @ (400 | 413 | 422)) => Err(Refused::Never(format!("the letter was refused: answer {status}"))),
        Ok(409) => Err(Refused::Later("it is being handed in already".to_owned())),
        Ok(status) => Err(Refused::Way(format!("answer {status}"))),
        Err(failure) => Err(Refused::Way(failure.text().into_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::super::message::write;
    use super::*;
    use crate::base::id::IdSource;
    use crate::config::ServerSettings;
    use crate::domain::attempt::Failure;
    use crate::engine::outbound::Received;
    use http_body_util::BodyExt;

    #[tokio::test]
    async fn letters_become_requests() {
        let settings = [("mail_from", "jobcelis@example.org"), ("mail_from_name", "Jobs")];
        let settings = ServerSettings::for_test(std::path::Path::new("/nonexistent"), &settings);
        let sender = Sender::new(&settings).expect("good").expect("there");
        let content =
            Content { to: "ana@example.org".into(), subject: "S".into(), body: "text".into(), ..Content::default() };
        let mail = write(&sender, IdSource::default().next(), &content).expect("written");
        let request = request("re_1", &sender, &mail, &content).expect("request");
        assert_eq!((request.method().as_str(), request.uri().to_string().as_str()), ("POST", ADDRESS));
        assert_eq!(request.headers()["authorization"], "Bearer re_1");
        assert_eq!(request.headers()["idempotency-key"], mail.id.to_string().as_str());
        let body = request.into_body().collect().await.expect("body").to_bytes();
        let body: serde_json::Value = serde_json::from_slice(&body).expect("json");
        assert_eq!((&body["from"], &body["to"]), (&"Jobs <jobcelis@example.org>".into(), &json!(["ana@example.org"])));
    }

    #[test]
    fn answers_say_whose_fault_it_is() {
        let exchange = |result| Exchange { result, latency: Duration::ZERO, ip: None };
        let answered = |status| {
            let (headers, body) = (http::HeaderMap::new(), Bytes::new());
            verdict(&exchange(Ok(Received { status, headers, body })))
        };
        assert!(answered(200).is_ok());
        for status in [401, 403, 429, 500, 302] {
            assert!(matches!(answered(status), Err(Refused::Way(_))), "{status}");
        }
        assert!(matches!(answered(422), Err(Refused::Never(_))) && matches!(answered(409), Err(Refused::Later(_))));
        assert!(matches!(verdict(&exchange(Err(Failure::Timeout))), Err(Refused::Way(_))));
    }
}
