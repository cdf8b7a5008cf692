//! The start of a server: its data and its sockets are opened, and it says what it is.

use super::inherited::Inherited;
use crate::cli::failure::{Failure, Outcome};
use crate::config::{Listen, Loaded, Registration, ServerSettings};
use crate::engine::{Engine, offline};
use crate::server::{Connections, Doors, Listener, MetricsListener, Tls};
use sd_notify::NotifyState;
use std::io::Write;
use std::sync::Arc;

/// A server that is ready to serve.
#[derive(Debug)]
pub struct Opened {
    pub engine: Arc<Engine>,
    pub doors: Doors,
    pub has_superadmin: bool,
}

/// Opens the data and the listeners.
pub async fn open(loaded: &Loaded, inherited: &mut Inherited) -> Outcome<Opened> {
    let tls = certificate(&loaded.settings)?.map(Arc::new);
    // Listeners first, for the port that goes into the public URL. But when both fail, another
    // server is running on these data, and that is what must be said.
    let listeners = listen(loaded, inherited).await;
    let mut settings = loaded.settings.clone();
    if let Ok(bound) = &listeners {
        settings.listen = bound.iter().map(|listener| listener.at().clone()).collect();
        if loaded.is_default("registration") {
            settings.registration = Registration::fitting(&settings.listen);
        }
        if let (Some(first), true) = (bound.first(), loaded.is_default("public_url")) {
            settings.public_url = first.at().url(tls.is_some());
        }
    }
    let engine = Engine::open(&settings)?;
    let listeners = listeners?;
    let metrics = bind_metrics(loaded).await?;
    let has_superadmin = offline::first_superadmin(&engine).await?;
    let own = listeners.iter().filter_map(Listener::address).chain(metrics.as_ref().map(MetricsListener::address));
    engine.run(own.collect());
    if let Some(tls) = &tls {
        engine.outbound.set_certificate(tls.certificate());
    }
    let doors = Doors { listeners, metrics, tls, connections: Connections::default() };
    Ok(Opened { engine, doors, has_superadmin })
}

/// Reads the certificate, if there is to be one.
pub fn certificate(settings: &ServerSettings) -> Outcome<Option<Tls>> {
    let (Some(cert), Some(key)) = (&settings.tls_cert, &settings.tls_key) else { return Ok(None) };
    let hint = "--tls-cert takes the certificate and its chain, --tls-key the private key, both in PEM";
    Tls::load(cert, key).map(Some).map_err(|e| Failure::usage(e.message()).hint(hint))
}

/// Sockets that others have bound for us take the place of the usual one, and come before those
/// that are asked for.
async fn listen(loaded: &Loaded, inherited: &mut Inherited) -> Outcome<Vec<Listener>> {
    let mut listeners = inherited.listeners().map_err(|e| Failure::failed(e.message()))?;
    if listeners.is_empty() || !loaded.is_default("listen") {
        for wanted in &loaded.settings.listen {
            let bound = Listener::bind(wanted).await;
            let hint = "choose another address with --listen";
            listeners.push(bound.map_err(|e| Failure::failed(e.message()).hint(hint))?);
        }
    }
    Ok(listeners)
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

/// The first lines of stderr; scripts read the address from here. The URL of the first listener.
pub fn announce(doors: &Doors) -> String {
    let scheme = if doors.tls.is_some() { "https" } else { "http" };
    let mut err = std::io::stderr().lock();
    for listener in &doors.listeners {
        let place = match listener.at() {
            Listen::Tcp(addr) => format!("{scheme}://{addr}"),
            unix => unix.to_string(),
        };
        let _ = writeln!(err, "jobcelis {} listening on {place}", env!("CARGO_PKG_VERSION"));
    }
    let _ = sd_notify::notify(&[NotifyState::Ready]);
    doors.listeners.first().map(|first| first.at().url(doors.tls.is_some())).unwrap_or_default()
}

/// What an operator should know of the settings at a glance.
pub fn tell(settings: &ServerSettings, loaded: &Loaded, has_superadmin: bool) {
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
    if let Some(proxy) = &settings.egress_proxy.0 {
        tracing::info!(%proxy, "deliveries go through a proxy, to addresses that are checked here");
    }
    if !has_superadmin && !settings.dev {
        tracing::info!("there is no superadmin yet; to make one: {}", first_command(settings, loaded));
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
