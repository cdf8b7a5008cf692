//! The daemon's life: open, say where, serve until asked to stop, finish what is in flight.

use super::signals::Signals;
use super::{dev, logging};
use crate::cli::failure::{Failure, Outcome};
use crate::cli::scratch::Scratch;
use crate::config::{Face, Listen, Loaded, Registration, ServerSettings};
use crate::engine::{Engine, offline};
use crate::server::{self, Listener, MetricsListener};
use sd_notify::NotifyState;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::{JoinError, JoinHandle};
use tokio_util::sync::CancellationToken;

/// Requests and attempts in flight get so long to end after the first signal.
const GRACE: Duration = Duration::from_secs(20);

/// Serves until a signal; a second signal ends at once, and the next start repairs.
pub async fn run(loaded: Loaded, echo: bool) -> Outcome<ExitCode> {
    let mut signals = Signals::listen()?;
    let log = logging::start(&loaded.settings);
    let temporary = loaded.settings.dev && loaded.is_default("data_dir");
    let _folder = temporary.then(|| Scratch::at(loaded.settings.data_dir.clone())).transpose()?;
    let Opened { engine, listeners, metrics, has_superadmin } = open(&loaded).await?;
    let stop = CancellationToken::new();
    announce(&listeners);
    let url = listeners[0].at().url();
    let mut serving = tokio::spawn(server::serve(Arc::clone(&engine), listeners, metrics, stop.clone()));
    log.release();
    tell(&engine.settings, &loaded);
    if !has_superadmin && !engine.settings.dev {
        tracing::info!("there is no superadmin yet; to make one: {}", first_command(&engine.settings, &loaded));
    }
    let email =
        if temporary { "dev@localhost".to_owned() } else { format!("dev-{:08x}@localhost", rand::random::<u32>()) };
    let ended = tokio::select! {
        ended = &mut serving => flatten(ended),
        ended = dev::trial(&url, &email, echo, engine.settings.faces.contains(Face::Hub)), if loaded.settings.dev => ended,
        () = engine.store.broken() => Err(Failure::failed("the database can no longer be written; the log says why")),
        () = signals.next() => Ok(()),
    };
    // Both at once: a request that does not end must not eat the time of the attempts in flight.
    stop.cancel();
    engine.stop_work();
    tokio::select! {
        () = finish(&engine, serving) => ended.map(|()| ExitCode::SUCCESS),
        () = signals.next() => Ok(ExitCode::from(130)),
    }
}

/// A server that is ready to serve.
struct Opened {
    engine: Arc<Engine>,
    listeners: Vec<Listener>,
    metrics: Option<MetricsListener>,
    has_superadmin: bool,
}

/// Opens the data and the listeners.
async fn open(loaded: &Loaded) -> Outcome<Opened> {
    // Listeners first, for the port that goes into the public URL. But when both fail, another
    // server is running on these data, and that is what must be said.
    let listeners = bind(&loaded.settings.listen).await;
    let mut settings = loaded.settings.clone();
    if let (Ok([first, ..]), true) = (listeners.as_deref(), loaded.is_default("public_url")) {
        settings.public_url = first.at().url();
    }
    let engine = Engine::open(&settings)?;
    let listeners = listeners?;
    let metrics = bind_metrics(loaded).await?;
    let has_superadmin = offline::first_superadmin(&engine).await?;
    let own = listeners.iter().filter_map(Listener::address).chain(metrics.as_ref().map(MetricsListener::address));
    engine.run(own.collect());
    Ok(Opened { engine, listeners, metrics, has_superadmin })
}

/// The listener of the metrics. Nobody asked for the usual port: another server may have it.
async fn bind_metrics(loaded: &Loaded) -> Outcome<Option<MetricsListener>> {
    let Some(address) = loaded.settings.metrics_listen.0 else { return Ok(None) };
    match MetricsListener::bind(address).await {
        Ok(bound) => {
            tracing::info!("metrics at http://{}/metrics", bound.address());
            Ok(Some(bound))
        }
        Err(e) if loaded.is_default("metrics_listen") => {
            tracing::info!("no metrics: {}", e.message());
            Ok(None)
        }
        Err(e) => Err(Failure::failed(e.message()).hint("choose another address with --metrics-listen")),
    }
}

async fn bind(wanted: &[Listen]) -> Outcome<Vec<Listener>> {
    let mut listeners = Vec::with_capacity(wanted.len());
    for listen in wanted {
        let bound = Listener::bind(listen).await;
        listeners.push(bound.map_err(|e| Failure::failed(e.message()).hint("choose another address with --listen"))?);
    }
    Ok(listeners)
}

/// The first lines of stderr; scripts read the address from here.
fn announce(listeners: &[Listener]) {
    let mut err = std::io::stderr().lock();
    for listener in listeners {
        let place = match listener.at() {
            Listen::Tcp(addr) => format!("http://{addr}"),
            unix => unix.to_string(),
        };
        let _ = writeln!(err, "jobcelis {} listening on {place}", env!("CARGO_PKG_VERSION"));
    }
    let _ = sd_notify::notify(&[NotifyState::Ready]);
}

/// What an operator should know of the settings at a glance.
fn tell(settings: &ServerSettings, loaded: &Loaded) {
    tracing::info!(data = %settings.db.display(), public_url = settings.public_url, "ready");
    let why = match (loaded.is_default("registration"), settings.registration) {
        (true, Registration::Open) => "every listener is on this machine",
        (true, _) => "others can reach this server, so only the first account registers freely",
        (false, _) => "as configured",
    };
    tracing::info!(mode = settings.registration.as_str(), why, "registration");
    let private = &settings.allow_private_destinations.0.0;
    if !private.is_empty() && !loaded.is_default("allow_private_destinations") {
        tracing::warn!(networks = ?private, "deliveries may reach private addresses");
    }
}

/// The line that makes the first superadmin of this server.
fn first_command(settings: &ServerSettings, loaded: &Loaded) -> String {
    let mut line = "jobcelis admin create-superadmin --email ADDRESS".to_owned();
    let places = [("data_dir", &settings.data_dir), ("db", &settings.db), ("key_file", &settings.key_file)];
    for (key, path) in places.into_iter().filter(|(key, _)| !loaded.is_default(key)) {
        line += &format!(" --{} {}", key.replace('_', "-"), path.display());
    }
    line
}

/// Lets requests and then attempts end, for the time of grace in all.
async fn finish(engine: &Arc<Engine>, serving: JoinHandle<crate::base::Result<()>>) {
    let _ = sd_notify::notify(&[NotifyState::Stopping]);
    tracing::info!("stopping");
    // Results that cannot be stored are not worth waiting for.
    let grace = if engine.store.is_broken() { Duration::ZERO } else { GRACE };
    let begun = Instant::now();
    if !serving.is_finished() {
        let _ = tokio::time::timeout(grace, serving).await;
    }
    engine.shutdown(grace.saturating_sub(begun.elapsed())).await;
    tracing::info!("stopped");
}

fn flatten(ended: Result<crate::base::Result<()>, JoinError>) -> Outcome {
    ended.map_err(|e| Failure::failed(e.to_string()))?.map_err(Failure::from)
}
