//! Calls to the HTTP API of a server: base URL, credentials, time limits, retries, and errors in
//! one shape. Blocking, so that a command needs no runtime. Knows nothing of commands or printing
//! beyond its own trace on stderr.

mod fault;
mod post;
mod redact;
mod request;
mod retry;
mod show;
mod socket;
mod sse;
mod tls;

pub use fault::Fault;
pub use post::Receiver;
pub use redact::redact;
pub use request::{Auth, Request, segment};
pub use retry::Policy;
pub use show::Trace;
pub use socket::{Heard, Socket};
pub use sse::{Event, Events};

use crate::base::Json;
use std::io::Read;
use std::time::{Duration, Instant};
use ureq::Agent;
use ureq::http::HeaderMap;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// Larger answers are an error rather than memory.
const LARGEST_ANSWER: u64 = 256 << 20;
/// Connections kept for the next request: one for each thread that may share a client.
const MOST_IDLE: usize = 64;

/// How a server is reached.
#[derive(Debug, Clone)]
pub struct Options {
    /// `http` or `https`, with the path of the API's root if it has one.
    pub base_url: String,
    pub timeout: Duration,
    pub connect_timeout: Duration,
    /// Tries after the first.
    pub retries: u32,
    /// PEM text of the only roots to trust, instead of the public ones.
    pub ca_cert: Option<Vec<u8>>,
    /// Accept any certificate.
    pub insecure: bool,
    pub trace: Trace,
}

/// A server to call.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    options: Options,
}

/// A successful answer.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as JSON; an empty one is null.
    pub fn json(&self) -> Result<Json<'static>, Fault> {
        if self.body.trim_ascii().is_empty() {
            return Ok(Json::Null);
        }
        let text = std::str::from_utf8(&self.body).ok().and_then(|text| Json::parse(text).ok());
        text.map(Json::into_owned)
            .ok_or_else(|| Fault::network("the server answered with something other than JSON; is the base URL right?"))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

impl Client {
    /// A client for one server; the error names the option that cannot be used.
    pub fn new(options: Options) -> Result<Client, String> {
        let url = url::Url::parse(&options.base_url).map_err(|e| format!("{}: {e}", options.base_url))?;
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(format!("{}: must be an http or https URL", options.base_url));
        }
        let mut config = Agent::config_builder()
            .http_status_as_error(false)
            // A redirected POST would lose its body or carry the key to another host.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(options.timeout))
            .timeout_connect(Some(options.connect_timeout))
            .max_idle_connections(MOST_IDLE)
            .max_idle_connections_per_host(MOST_IDLE)
            .user_agent(concat!("jobcelis/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls_config(&options)?);
        if is_local(&url) {
            config = config.proxy(None);
        }
        let agent = config.build().new_agent();
        Ok(Client { agent, options })
    }

    pub fn base_url(&self) -> &str {
        self.options.base_url.trim_end_matches('/')
    }

    /// Sends the request, again where that is safe and may help.
    pub fn call(&self, request: &Request) -> Result<Answer, Fault> {
        self.fetch(request, |mut answer, body| {
            body.read_to_end(&mut answer.body).map_err(Fault::cut)?;
            self.options.trace.note(3, || show::answer(&answer));
            Ok(answer)
        })
    }

    /// As [`Client::call`], with the body still to come: `read` is called for each try that succeeds
    /// so far, and what it fails with is a reason to try again like any other.
    pub fn fetch<T>(
        &self,
        request: &Request,
        mut read: impl FnMut(Answer, &mut dyn Read) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let retries = if request.once { 0 } else { self.options.retries };
        let policy = Policy { retries, repeatable: request.is_repeatable() };
        let mut tries = 0;
        loop {
            let result = self.open(request, &mut read);
            let Err(fault) = result else { return result };
            tries += 1;
            let Some(pause) = policy.pause(tries, &fault, rand::random()) else { return Err(fault) };
            self.options.trace.note(1, || format!("{fault}; trying again in {:.1} s", pause.as_secs_f64()));
            std::thread::sleep(pause);
        }
    }

    /// The request as it would be sent.
    pub fn preview(&self, request: &Request) -> String {
        show::plain(self, request)
    }

    /// The request as a curl command that takes the credential from the environment.
    pub fn curl(&self, request: &Request) -> String {
        show::curl(self, request)
    }

    /// One try. A success is given to `read` with the body still to come, for callers that repeat by
    /// rules of their own or keep no copy of a large answer.
    pub fn open<T>(
        &self,
        request: &Request,
        read: impl FnOnce(Answer, &mut dyn Read) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let mut built = request.build(self.base_url())?;
        if request.long {
            let patience = Some(self.options.timeout);
            let patient = self.agent.configure_request(built).timeout_global(None);
            built = patient.timeout_recv_response(patience).timeout_per_read(request.pause.or(patience)).build();
        }
        if request.slow {
            built = self.agent.configure_request(built).timeout_global(None).build();
        }
        let trace = self.options.trace;
        trace.note(3, || self.preview(request));
        let begun = Instant::now();
        let told = |text: &str| {
            let url = redact(&request.url(self.base_url()));
            format!("{} {url} {} ms {text}", request.method, begun.elapsed().as_millis())
        };
        let lost = |fault: &Fault| trace.note(2, || told(&fault.to_string()));
        let (head, body) =
            self.agent.run(built).map_err(|e| Fault::from(e).at(self.base_url())).inspect_err(lost)?.into_parts();
        let mut answer = Answer { status: head.status.as_u16(), headers: head.headers, body: Vec::new() };
        trace.note(2, || told(&format!("{} {}", answer.status, answer.header("x-request-id").unwrap_or("-"))));
        let limit = if request.long { u64::MAX } else { LARGEST_ANSWER };
        let mut body = body.into_with_config().limit(limit).reader();
        if (200..300).contains(&answer.status) {
            return read(answer, &mut body).inspect_err(lost);
        }
        body.read_to_end(&mut answer.body).map_err(Fault::cut)?;
        trace.note(3, || show::answer(&answer));
        read(Fault::check(answer)?, &mut std::io::empty())
    }
}

fn tls_config(options: &Options) -> Result<TlsConfig, String> {
    let mut tls = TlsConfig::builder().disable_verification(options.insecure);
    if let Some(roots) = own_roots(options)? {
        tls = tls.root_certs(RootCerts::new_with_certs(&roots));
    }
    Ok(tls.build())
}

/// The only roots to trust, if some were given.
fn own_roots(options: &Options) -> Result<Option<Vec<Certificate<'static>>>, String> {
    let Some(pem) = &options.ca_cert else { return Ok(None) };
    let mut roots: Vec<Certificate<'static>> = Vec::new();
    for item in parse_pem(pem) {
        if let PemItem::Certificate(root) = item.map_err(|e| format!("--ca-cert: {e}"))? {
            roots.push(root);
        }
    }
    match roots.is_empty() {
        true => Err("--ca-cert: no certificate in that file".to_owned()),
        false => Ok(Some(roots)),
    }
}

/// This machine is never reached through a proxy.
fn is_local(url: &url::Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}
