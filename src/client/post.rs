//! Handing a body to a receiver of the user's own, as a delivery would: no credential of ours, no
//! redirects, no proxy to this machine.

use super::is_local;
use std::time::Duration;
use ureq::Agent;
use ureq::tls::TlsConfig;

/// Bytes of an answer that are read away.
const ANSWER: u64 = 64 << 10;

/// One receiver.
#[derive(Debug, Clone)]
pub struct Receiver {
    agent: Agent,
    url: String,
}

impl Receiver {
    /// The error says what is wrong with the URL.
    pub fn new(url: &str, timeout: Duration, any_certificate: bool) -> Result<Receiver, String> {
        let parsed = url::Url::parse(url).map_err(|e| format!("{url}: {e}"))?;
        if !matches!(parsed.scheme(), "http" | "https") || !parsed.has_host() {
            return Err(format!("{url}: must be an http or https URL"));
        }
        let mut config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(timeout))
            .tls_config(TlsConfig::builder().disable_verification(any_certificate).build());
        if is_local(&parsed) {
            config = config.proxy(None);
        }
        Ok(Receiver { agent: config.build().new_agent(), url: parsed.into() })
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// The status of the answer; the error says why there is none.
    pub fn post(&self, headers: &[(String, String)], body: &[u8]) -> Result<u16, String> {
        let mut request = self.agent.post(&self.url);
        for (name, value) in headers {
            request = request.header(name.as_str(), value.as_str());
        }
        let mut answer = request.send(body).map_err(|e| e.to_string())?;
        // Read to its end, so that the connection can be used again.
        let _ = answer.body_mut().with_config().limit(ANSWER).read_to_vec();
        Ok(answer.status().as_u16())
    }
}
