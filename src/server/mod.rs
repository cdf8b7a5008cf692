//! The HTTP faces: listening, the edge around all requests, the route tables and their handlers.
//! Handlers call one operation of the engine each; SQL and rules are below.

mod auth;
mod body;
mod cookie;
mod cx;
mod edge;
mod faces;
mod fault;
mod headers;
mod health;
mod intake;
mod limits;
mod listen;
mod meters;
mod metrics;
mod openapi;
mod pace;
mod pages;
mod peer;
mod refusal;
mod reply;
mod routes;
mod sandbox;
mod socket;
mod status;
#[cfg(test)]
mod testing;
mod tls;
mod v1;
mod widget;

pub use body::Body;
pub use cx::Cx;
pub use limits::Limit;
pub use listen::{Connections, Listener};
pub use metrics::MetricsListener;
pub use reply::Reply;
pub use routes::{Class, Routes, Row};
pub use tls::Tls;

use crate::base::Result;
use crate::config::Faces;
use crate::engine::Engine;
use crate::engine::directory::ProjectView;
use edge::{Edge, Options};
use limits::Limits;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// How long open sockets may take to end once no request is in work.
const FAREWELL: Duration = Duration::from_secs(5);

/// What all requests share.
#[derive(Debug)]
struct Site {
    engine: Arc<Engine>,
    limits: Limits,
    meters: Arc<meters::Meters>,
    max_body: usize,
    bodies: body::Room,
    /// Made when somebody asks for it.
    description: OnceLock<openapi::Description>,
    /// The conversations over sockets, which outlive their requests.
    sockets: TaskTracker,
}

impl Site {
    fn new(engine: Arc<Engine>) -> Site {
        let settings = &engine.settings;
        let (limits, max_body) = (Limits::new(engine.limits.callers()), settings.max_body);
        Site {
            limits,
            max_body,
            meters: Arc::default(),
            bodies: body::Room::default(),
            description: OnceLock::new(),
            sockets: TaskTracker::new(),
            engine,
        }
    }

    /// Whether others reach the server by https.
    fn https(&self) -> bool {
        self.engine.settings.public_url.starts_with("https://")
    }

    /// Calls a project may make in a minute; 0 is no limit.
    fn calls_per_minute(&self, view: &ProjectView) -> u32 {
        view.project.rate_limit_api_calls_per_minute.unwrap_or(self.engine.limits.calls())
    }
}

/// The routes of the server in its own words.
pub fn routes() -> Routes {
    let health = health::routes().merge(status::routes()).merge(openapi::routes());
    let unlisted = [pages::routes(), sandbox::routes(), socket::routes(), widget::routes(), v1::downloads()];
    unlisted
        .into_iter()
        .fold(health.area("Health"), |all, routes| all.merge(routes.unlisted()))
        .merge(v1::routes().under("/api/v1"))
}

/// Those and the routes of the faces that are switched on.
fn all_routes(on: Faces) -> Routes {
    routes().merge(faces::routes(on))
}

/// Where a server is reached.
#[derive(Debug)]
pub struct Doors {
    pub listeners: Vec<Listener>,
    /// Where the page for Prometheus is served, in clear.
    pub metrics: Option<MetricsListener>,
    /// What the TCP listeners among them speak, if not plain HTTP.
    pub tls: Option<Arc<Tls>>,
    pub connections: Connections,
}

/// Serves until `stop`, then lets requests in work finish for at most 20 seconds.
pub async fn serve(engine: Arc<Engine>, doors: Doors, stop: CancellationToken) -> Result<()> {
    let site = Arc::new(Site::new(engine));
    let settings = &site.engine.settings;
    let options = Options {
        max_body: settings.max_body,
        trusted_proxies: settings.trusted_proxies.0.clone(),
        https: site.https(),
        faces: settings.faces,
        origins: settings.cors_origin.clone(),
    };
    let routes = all_routes(settings.faces);
    let rows = routes.rows().to_vec();
    let edge = Edge::new(options, &rows, routes.into_router(&site));
    let page = doors.metrics.map(|listener| tokio::spawn(metrics::run(site.clone(), listener, stop.clone())));
    listen::run(Arc::new(edge), doors.listeners, (doors.tls, doors.connections), stop).await;
    if let Some(page) = page {
        let _ = page.await;
    }
    site.sockets.close();
    let _ = tokio::time::timeout(FAREWELL, site.sockets.wait()).await;
    Ok(())
}
