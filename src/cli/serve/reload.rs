//! Taking in a changed configuration while the server runs: what can be exchanged is, and what
//! cannot is named. Nothing that does not hold replaces what does.

use super::logging::Log;
use crate::base::Result;
use crate::config::Loaded;
use crate::engine::Engine;
use crate::server::Tls;
use sd_notify::NotifyState;
use std::sync::Arc;

/// The settings that take effect at once; files of theirs are read again whether they changed or not.
const AT_ONCE: [&str; 7] = [
    "auth_rate_limit",
    "log_level",
    "max_projects",
    "max_streams_per_project",
    "rate_limit",
    "task_rate_limit",
    "webhook_rate_limit",
];

/// What a reload needs and what it acts upon.
pub struct Reload<'a> {
    pub again: &'a (dyn Fn() -> Result<Loaded> + Sync),
    /// The settings in force.
    pub applied: Loaded,
    pub tls: Option<Arc<Tls>>,
    pub log: &'a Log,
}

impl Reload<'_> {
    /// Reads everything again. What fails is told in the log, and the rest goes on.
    pub fn run(&mut self, engine: &Engine) {
        let _ = NotifyState::monotonic_usec_now().and_then(|at| sd_notify::notify(&[NotifyState::Reloading, at]));
        if let Err(error) = self.log.reopen() {
            tracing::error!(%error, "the file of the log cannot be opened; the log goes where it went");
        }
        match (self.again)() {
            Ok(loaded) => self.apply(engine, loaded),
            Err(e) => tracing::error!("the configuration stays as it was: {}", e.message()),
        }
        if let Some(tls) = &self.tls {
            renew(engine, tls);
        }
        let _ = sd_notify::notify(&[NotifyState::Ready]);
    }

    fn apply(&mut self, engine: &Engine, loaded: Loaded) {
        let changed = self.changed(&loaded);
        let (taken, left): (Vec<&str>, Vec<&str>) = changed.into_iter().partition(|key| AT_ONCE.contains(key));
        engine.set_limits(&loaded.settings);
        self.log.set_level(loaded.settings.log_level);
        tracing::info!(changed = taken.join(" "), "the configuration was read again");
        if !left.is_empty() {
            tracing::warn!(settings = left.join(" "), "these need a restart to change");
        }
        for (old, new) in self.applied.shown.iter_mut().zip(loaded.shown) {
            if AT_ONCE.contains(&old.key) {
                *old = new;
            }
        }
    }

    /// The settings with another value than the one in force. A default is what it was, even if it is made up
    /// anew.
    fn changed(&self, loaded: &Loaded) -> Vec<&'static str> {
        let pairs = self.applied.shown.iter().zip(&loaded.shown);
        let given = |key| !(self.applied.is_default(key) && loaded.is_default(key));
        pairs.filter(|(old, new)| old.value != new.value && given(old.key)).map(|(old, _)| old.key).collect()
    }
}

fn renew(engine: &Engine, tls: &Tls) {
    match tls.reload() {
        Ok(()) => {
            engine.outbound.set_certificate(tls.certificate());
            tracing::info!("new connections get the certificate as it is now");
        }
        Err(e) => tracing::error!("the certificate stays as it was: {}", e.message()),
    }
}
