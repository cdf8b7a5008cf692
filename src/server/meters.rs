//! How often each route was called, with which answers, and how long these took. A meter belongs
//! to a row of the route table; what fits no row is not metered.

use axum::response::Response;
use http::Method;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::histogram::Histogram;
use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use crate::engine::metrics::Samples;

/// The answers that are told apart; all others count as the last.
const STATUSES: [u16; 20] =
    [200, 201, 202, 204, 206, 304, 400, 401, 403, 404, 405, 409, 413, 415, 422, 423, 429, 500, 503, 0];
const SECONDS: [f64; 12] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// All meters of the server.
#[derive(Debug, Default)]
pub(super) struct Meters(Mutex<Vec<Arc<Meter>>>);

/// One route.
#[derive(Debug)]
pub(super) struct Meter {
    method: String,
    path: String,
    answers: [Counter; STATUSES.len()],
    seconds: Histogram,
}

impl Meters {
    /// A new meter for a row.
    pub fn of(&self, method: &Method, path: &str) -> Arc<Meter> {
        let meter = Arc::new(Meter {
            method: method.to_string(),
            path: path.to_owned(),
            answers: Default::default(),
            seconds: Histogram::new(SECONDS),
        });
        self.0.lock().unwrap_or_else(|e| e.into_inner()).push(meter.clone());
        meter
    }

    /// The meters of routes that were called.
    pub fn used(&self) -> Used {
        let all = self.0.lock().unwrap_or_else(|e| e.into_inner());
        Used(all.iter().filter(|meter| meter.answers.iter().any(|count| count.get() > 0)).cloned().collect())
    }
}

impl Meter {
    /// Counts an answer when its head is there.
    pub async fn watch(self: Arc<Meter>, answer: impl Future<Output = Response>) -> Response {
        let begun = Instant::now();
        let response = answer.await;
        let status = response.status().as_u16();
        let at = STATUSES.iter().position(|known| *known == status).unwrap_or(STATUSES.len() - 1);
        self.answers[at].inc();
        self.seconds.observe(begun.elapsed().as_secs_f64());
        response
    }
}

/// What is told of them.
#[derive(Debug)]
pub(super) struct Used(Vec<Arc<Meter>>);

impl Samples for Used {
    fn write(&self, to: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let mut family =
            to.encode_descriptor("jobcelis_http_requests", "Answered requests", None, MetricType::Counter)?;
        for meter in &self.0 {
            for (status, count) in STATUSES.iter().zip(&meter.answers).filter(|(_, count)| count.get() > 0) {
                let status = if *status == 0 { "other".to_owned() } else { status.to_string() };
                let labels = [("method", &meter.method), ("route", &meter.path), ("status", &status)];
                count.encode(family.encode_family(&labels)?)?;
            }
        }
        let name = "jobcelis_http_request_duration_seconds";
        let mut family =
            to.encode_descriptor(name, "Time until the head of the answer", None, MetricType::Histogram)?;
        for meter in &self.0 {
            let labels = [("method", &meter.method), ("route", &meter.path)];
            meter.seconds.encode(family.encode_family(&labels)?)?;
        }
        Ok(())
    }
}
