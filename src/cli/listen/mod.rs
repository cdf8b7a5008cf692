//! `jobcelis listen`: events of the project, handed to a program on this machine as the server
//! would deliver them. The server keeps no record of it.

mod forward;
mod rules;

use super::app::App;
use super::failure::{FAILED, Failure, Outcome};
use super::follow::{Ask, Go, Told, follow, since};
use super::output::print;
use super::stop::{Keyboard, Stop};
use crate::base::crypto::random_bytes;
use crate::client::Receiver;
use crate::domain::signing::Secret;
use forward::{Forward, Pool};
use rules::Rules;
use std::sync::Arc;
use std::time::Duration;

/// Hand events to a program on this machine, signed like real deliveries
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis listen --forward-to 3000
  jobcelis listen --forward-to localhost:3000/hook --topics 'order.*'
  jobcelis listen --forward-to 3000 --webhook 0c6a1f0e --retry 5
  jobcelis listen --no-forward --print-json")]
pub struct Listen {
    /// Where to send: a port, host:port/path, or a URL
    #[arg(long, value_name = "URL")]
    forward_to: Option<String>,
    /// Only these topics or patterns
    #[arg(long, value_name = "A,B.*", value_delimiter = ',')]
    topics: Vec<String>,
    /// Apply topics, filters, body and headers of this webhook
    #[arg(long, value_name = "ID")]
    webhook: Option<String>,
    /// Add a header
    #[arg(short = 'H', long = "header", value_name = "NAME:VALUE")]
    headers: Vec<String>,
    /// Sign with this secret instead of the one kept in the profile
    #[arg(long, value_name = "SECRET", allow_hyphen_values = true)]
    secret: Option<String>,
    /// Print each event as a line of JSON
    #[arg(long)]
    print_json: bool,
    /// Accept any certificate of the program
    #[arg(long)]
    skip_verify: bool,
    /// Begin with what happened since then: a time like 10m, an event's id, or a cursor
    #[arg(long, value_name = "TIME|ID|CURSOR", allow_hyphen_values = true)]
    since: Option<String>,
    /// Events that are sent at the same time
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=256))]
    concurrency: u16,
    /// Send again so often when the program fails or cannot be reached
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=20))]
    retry: u32,
    /// Send nothing, only tell of the events
    #[arg(long, conflicts_with = "forward_to")]
    no_forward: bool,
    /// Exit code 1 at the end if any answer was not 2xx
    #[arg(long)]
    fail_on_error: bool,
}

pub fn run(app: &App, listen: &Listen) -> Outcome {
    let rules = Rules::of(app, listen.webhook.as_deref(), &listen.headers)?;
    let ask = Ask {
        topics: listen.topics.clone(),
        types: vec!["event.created".to_owned()],
        nested: true,
        after: since(listen.since.as_deref())?,
        ..Ask::default()
    };
    let stop = Stop::default();
    let (pool, ready) = listen.pool(app, rules.clone())?;
    let _keyboard = Keyboard::listen(&stop)?;
    watch(&stop, pool.clone(), listen.fail_on_error);
    let mut ready = Some(ready);
    let heard = follow(app, ask, &stop, &mut |event| {
        if event.kind() == "connected" {
            ready.take().into_iter().for_each(|ready| app.out.note(&ready));
        }
        listen.hear(event, &rules, pool.as_deref())
    });
    finish(pool.as_deref());
    heard?;
    match pool.is_some_and(|pool| pool.failed()) && listen.fail_on_error {
        true => Err(Failure::silent(FAILED)),
        false => Ok(()),
    }
}

impl Listen {
    /// What sends, none when nothing is to be sent; and what to say once events come.
    fn pool(&self, app: &App, rules: Arc<Rules>) -> Outcome<(Option<Arc<Pool>>, String)> {
        let Some(to) = self.forward_to.as_deref().filter(|_| !self.no_forward && !app.sends_nothing()) else {
            return Ok((None, "Ready. (Ctrl-C to quit)".to_owned()));
        };
        let secret = self.secret(app)?;
        let receiver = Receiver::new(&url(to), Duration::from_secs(30), self.skip_verify).map_err(Failure::usage)?;
        let pool = Pool::start(Forward::new(receiver, rules, &secret, self.retry), usize::from(self.concurrency));
        Ok((Some(pool), format!("Ready. Signing secret {secret} (Ctrl-C to quit)")))
    }

    fn secret(&self, app: &App) -> Outcome<String> {
        if let Some(given) = &self.secret {
            return super::value::text("--secret", given);
        }
        if let Some(kept) = app.settings.kept("listen.secret") {
            return Ok(kept.to_owned());
        }
        let secret = Secret::generate(random_bytes()).expose().to_owned();
        app.keep(&[("listen.secret", Some(&secret))])?;
        Ok(secret)
    }

    fn hear(&self, event: &Told, rules: &Rules, pool: Option<&Pool>) -> Outcome<Go> {
        if event.kind() != "event.created" || !rules.want(event) {
            return Ok(Go::On);
        }
        let topic = event.field("topic").unwrap_or("-");
        print(&format!("--> {topic} [{}]\n", short(event)))?;
        if self.print_json {
            print(&format!("{}\n", event.text))?;
        }
        if let Some(pool) = pool {
            pool.send(event)?;
        }
        Ok(Go::On)
    }
}

/// Ends the command once someone asked for it, although the stream may be silent.
fn watch(stop: &Stop, pool: Option<Arc<Pool>>, fail_on_error: bool) {
    let stop = stop.clone();
    std::thread::spawn(move || {
        while !stop.wait(Duration::from_secs(3600)) {}
        finish(pool.as_deref());
        let failed = fail_on_error && pool.is_some_and(|pool| pool.failed());
        let _line = std::io::stdout().lock();
        std::process::exit(i32::from(failed));
    });
}

/// Waits for what is being sent.
fn finish(pool: Option<&Pool>) {
    if let Some(pool) = pool {
        pool.finish();
    }
}

/// `3000`, `localhost:3000/hook` and URLs; the scheme is http unless given.
fn url(given: &str) -> String {
    match given {
        port if port.bytes().all(|b| b.is_ascii_digit()) => format!("http://localhost:{port}/"),
        url if url.contains("://") => url.to_owned(),
        rest => format!("http://{rest}"),
    }
}

/// The beginning of the event's id.
fn short(event: &Told) -> &str {
    let id = event.field("id").unwrap_or_default();
    id.get(..8).unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::url;

    #[test]
    fn places_are_written_in_short() {
        for (given, expected) in [
            ("3000", "http://localhost:3000/"),
            ("localhost:3000/hook", "http://localhost:3000/hook"),
            ("127.0.0.1:80", "http://127.0.0.1:80"),
            ("https://localhost/x?y=1", "https://localhost/x?y=1"),
        ] {
            assert_eq!(url(given), expected);
        }
    }
}
