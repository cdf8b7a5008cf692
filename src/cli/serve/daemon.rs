//! The daemon's life: open, say where, serve until asked to stop, finish what is in flight.

use super::inherited::Inherited;
use super::opening::{self, Opened};
use super::reload::Reload;
use super::signals::{Asked, Signals, Wish};
use super::{dev, logging, state};
use crate::base::Result;
use crate::cli::failure::{Failure, Outcome};
use crate::cli::scratch::Scratch;
use crate::config::{Face, Loaded};
use crate::engine::Engine;
use crate::server::{self, Connections};
use sd_notify::NotifyState;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::{JoinError, JoinHandle};
use tokio_util::sync::CancellationToken;

/// Requests and attempts in flight get so long to end after the first signal.
const GRACE: Duration = Duration::from_secs(20);

/// What a server begins with.
pub struct Begin<'a> {
    pub loaded: Loaded,
    /// Reads the settings again, from where they came.
    pub again: &'a (dyn Fn() -> Result<Loaded> + Sync),
    pub inherited: Inherited,
    /// A trial server shows what it delivers.
    pub echo: bool,
}

/// Serves until a signal; a second signal ends at once, and the next start repairs.
pub async fn run(begin: Begin<'_>) -> Outcome<ExitCode> {
    let Begin { loaded, again, mut inherited, echo } = begin;
    let mut signals = Signals::listen()?;
    let log = logging::start(&loaded.settings).map_err(|e| {
        let file = loaded.settings.log_file.as_deref().unwrap_or(std::path::Path::new("")).display();
        Failure::failed(format!("{file}: {e}")).hint("choose another file with --log-file")
    })?;
    let temporary = loaded.settings.dev && loaded.is_default("data_dir");
    let _folder = temporary.then(|| Scratch::at(loaded.settings.data_dir.clone())).transpose()?;
    let Opened { engine, doors, has_superadmin } = opening::open(&loaded, &mut inherited).await?;
    let (tls, connections, stop) = (doors.tls.clone(), doors.connections.clone(), CancellationToken::new());
    let url = opening::announce(&doors);
    let mut serving = tokio::spawn(server::serve(Arc::clone(&engine), doors, stop.clone()));
    log.release();
    opening::tell(&engine.settings, &loaded, has_superadmin);
    inherited.ready(&url);
    let email =
        if temporary { "dev@localhost".to_owned() } else { format!("dev-{:08x}@localhost", rand::random::<u32>()) };
    let mut reload = Reload { again, applied: loaded, tls, log: &log };
    let is_dev = engine.settings.dev;
    let ended = tokio::select! {
        ended = &mut serving => flatten(ended),
        ended = dev::trial(&url, &email, echo, engine.settings.faces.contains(Face::Hub)), if is_dev => ended,
        () = engine.store.broken() => Err(Failure::failed("the database can no longer be written; the log says why")),
        () = obey(&mut signals, &engine, &mut reload, &connections) => Ok(()),
    };
    // Both at once: a request that does not end must not eat the time of the attempts in flight.
    stop.cancel();
    engine.stop_work();
    tokio::select! {
        () = finish(&engine, serving) => ended.map(|()| ExitCode::SUCCESS),
        () = signals.end() => Ok(ExitCode::from(130)),
    }
}

/// Does what signals ask for, until one asks to end.
async fn obey(signals: &mut Signals, engine: &Engine, reload: &mut Reload<'_>, connections: &Connections) {
    loop {
        match signals.next().await {
            Asked::End => return,
            Asked::For(Wish::Reload) => reload.run(engine),
            Asked::For(Wish::State) => state::tell(engine, connections),
        }
    }
}

/// Lets requests and then attempts end, for the time of grace in all.
async fn finish(engine: &Arc<Engine>, serving: JoinHandle<Result<()>>) {
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

fn flatten(ended: std::result::Result<Result<()>, JoinError>) -> Outcome {
    ended.map_err(|e| Failure::failed(e.to_string()))?.map_err(Failure::from)
}
