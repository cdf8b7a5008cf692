//! The page that Prometheus reads, in either of its two forms. The library writes OpenMetrics; the
//! older form differs in the names of counters.

use super::facts::{self, Facts};
use super::{Attempts, Series, locked, process};
use crate::base::{Error, Result, Timestamp};
use crate::domain::channel::Medium;
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;
use crate::engine::Engine;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::Registry;
use std::fmt;
use std::sync::Arc;

/// Which form is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `text/plain; version=0.0.4`
    Text,
    OpenMetrics,
}

/// What others have counted: written where the page goes.
pub trait Samples: fmt::Debug + Send + Sync + 'static {
    fn write(&self, encoder: &mut DescriptorEncoder<'_>) -> fmt::Result;
}

/// Writes the page; `more` comes after what the engine tells.
pub async fn page(engine: &Arc<Engine>, more: Box<dyn Samples>, format: Format) -> Result<String> {
    engine.metrics.forget_idle(Timestamp::now());
    let all = All { facts: facts::gather(engine).await, counted: Counted::of(engine), more };
    let mut registry = Registry::default();
    registry.register_collector(Box::new(all));
    let mut text = String::new();
    prometheus_client::encoding::text::encode(&mut text, &registry).map_err(Error::internal)?;
    Ok(if format == Format::OpenMetrics { text } else { older(&text) })
}

/// Handles of all that is counted, taken together.
#[derive(Debug)]
struct Counted {
    events: Vec<((ProjectId, Arc<str>), Counter)>,
    attempts: Vec<(Series, Arc<Attempts>)>,
    circuits: Vec<((ProjectId, WebhookId), [Counter; 2])>,
    alerts: Vec<((Medium, bool), Counter)>,
    tasks: [Counter; 2],
}

impl Counted {
    fn of(engine: &Engine) -> Counted {
        let metrics = &engine.metrics;
        let mut counted = Counted {
            events: locked(&metrics.events).iter().map(|(key, count)| (key.clone(), count.clone())).collect(),
            attempts: locked(&metrics.attempts).iter().map(|(key, series)| (key.clone(), series.clone())).collect(),
            circuits: locked(&metrics.circuits)
                .iter()
                .map(|(key, circuit)| (*key, [circuit.opened.clone(), circuit.closed.clone()]))
                .collect(),
            alerts: locked(&metrics.alerts).iter().map(|(key, count)| (*key, count.clone())).collect(),
            tasks: metrics.tasks.clone(),
        };
        counted.events.sort_by(|a, b| a.0.cmp(&b.0));
        counted.attempts.sort_by(|a, b| a.0.cmp(&b.0));
        counted.circuits.sort_by_key(|(key, _)| *key);
        counted
    }
}

#[derive(Debug)]
struct All {
    facts: Facts,
    counted: Counted,
    more: Box<dyn Samples>,
}

impl Collector for All {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        self.events(&mut encoder)?;
        self.attempts(&mut encoder)?;
        self.circuits(&mut encoder)?;
        self.alerts(&mut encoder)?;
        self.tasks(&mut encoder)?;
        self.gauges(&mut encoder)?;
        self.more.write(&mut encoder)
    }
}

impl All {
    fn events(&self, to: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let mut family =
            to.encode_descriptor("jobcelis_events_created", "Events that were accepted", None, MetricType::Counter)?;
        for ((project, topic), count) in &self.counted.events {
            let labels = [("project_id", project.to_string()), ("topic", topic.to_string())];
            count.encode(family.encode_family(&labels)?)?;
        }
        Ok(())
    }

    fn attempts(&self, to: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let labels = |(project, webhook, topic): &Series| {
            [("project_id", project.to_string()), ("webhook_id", webhook.to_string()), ("topic", topic.to_string())]
        };
        let name = "jobcelis_deliveries_success";
        let mut family = to.encode_descriptor(name, "Attempts that succeeded", None, MetricType::Counter)?;
        for (key, series) in &self.counted.attempts {
            series.success.encode(family.encode_family(&labels(key))?)?;
        }
        let name = "jobcelis_deliveries_failed";
        let mut family = to.encode_descriptor(name, "Attempts that failed", None, MetricType::Counter)?;
        for (key, series) in &self.counted.attempts {
            series.failed.encode(family.encode_family(&labels(key))?)?;
        }
        let name = "jobcelis_delivery_latency_milliseconds";
        let help = "Time of successful attempts until their answer";
        let mut family = to.encode_descriptor(name, help, None, MetricType::Histogram)?;
        for (key, series) in &self.counted.attempts {
            series.latency.encode(family.encode_family(&labels(key))?)?;
        }
        Ok(())
    }

    fn circuits(&self, to: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let names = [
            ("jobcelis_circuit_breaker_opened", "Circuits that opened"),
            ("jobcelis_circuit_breaker_closed", "Circuits that closed again"),
        ];
        for (at, (name, help)) in names.into_iter().enumerate() {
            let mut family = to.encode_descriptor(name, help, None, MetricType::Counter)?;
            for ((project, webhook), counts) in &self.counted.circuits {
                let labels = [("project_id", project.to_string()), ("webhook_id", webhook.to_string())];
                counts[at].encode(family.encode_family(&labels)?)?;
            }
        }
        Ok(())
    }

    fn alerts(&self, to: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let help = "Alerts that arrived or were given up";
        let mut family = to.encode_descriptor("jobcelis_alerts_sent", help, None, MetricType::Counter)?;
        for ((medium, arrived), count) in &self.counted.alerts {
            let labels = [("channel", medium.as_str()), ("result", if *arrived { "ok" } else { "failed" })];
            count.encode(family.encode_family(&labels)?)?;
        }
        Ok(())
    }

    fn tasks(&self, to: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let help = "One-off tasks that ended";
        let mut family = to.encode_descriptor("jobcelis_tasks", help, None, MetricType::Counter)?;
        for (status, count) in ["fatal", "succeeded"].into_iter().zip(&self.counted.tasks) {
            count.encode(family.encode_family(&[("status", status)])?)?;
        }
        Ok(())
    }

    fn gauges(&self, to: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let name = "jobcelis_build_info";
        let mut info = to.encode_descriptor(name, "The program", None, MetricType::Gauge)?;
        let labels = [("version", env!("CARGO_PKG_VERSION")), ("commit", env!("JOBCELIS_COMMIT"))];
        ConstGauge::new(1_i64).encode(info.encode_family(&labels)?)?;
        let name = "jobcelis_queue_depth";
        let mut depth = to.encode_descriptor(name, "Work that waits or is under way", None, MetricType::Gauge)?;
        for (state, count) in self.facts.queue {
            let labels = [("queue", "delivery"), ("state", state)];
            ConstGauge::new(count).encode(depth.encode_family(&labels)?)?;
        }
        let name = "jobcelis_queue_oldest_seconds";
        let mut oldest = to.encode_descriptor(name, "How long the oldest due work waits", None, MetricType::Gauge)?;
        for (queue, seconds) in &self.facts.oldest {
            ConstGauge::new(*seconds).encode(oldest.encode_family(&[("queue", *queue)])?)?;
        }
        let mut open = to.encode_descriptor("jobcelis_streams_open", "Open streams", None, MetricType::Gauge)?;
        for (kind, count) in self.facts.streams {
            ConstGauge::new(count).encode(open.encode_family(&[("kind", kind)])?)?;
        }
        let help = "How often a reader of a stream was so slow that it went on from storage";
        let name = "jobcelis_stream_overflows";
        ConstCounter::new(self.facts.overflows).encode(to.encode_descriptor(
            name,
            help,
            None,
            MetricType::Counter,
        )?)?;
        for (name, help, value) in &self.facts.plain {
            ConstGauge::new(*value).encode(to.encode_descriptor(name, help, None, MetricType::Gauge)?)?;
        }
        if let Some(seconds) = process::cpu_seconds() {
            let counter = ConstCounter::new(seconds);
            let help = "Processor time";
            counter.encode(to.encode_descriptor("process_cpu_seconds", help, None, MetricType::Counter)?)?;
        }
        Ok(())
    }
}

/// The same page in the older form: there a counter is called by the name of its samples, and the
/// end is not marked.
fn older(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut help: Option<&str> = None;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("# HELP ") {
            help = Some(rest);
            continue;
        }
        if let Some((name, kind)) = line.strip_prefix("# TYPE ").and_then(|rest| rest.split_once(' ')) {
            let end = if kind == "counter" { "_total" } else { "" };
            if let Some((_, help)) = help.take().and_then(|help| help.split_once(' ')) {
                out += &format!("# HELP {name}{end} {help}\n");
            }
            out += &format!("# TYPE {name}{end} {kind}\n");
        } else if line != "# EOF" {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_older_form_names_counters_by_their_samples() {
        let text =
            "# HELP a Things.\n# TYPE a counter\na_total{x=\"# HELP\"} 1\n# HELP b More.\n# TYPE b gauge\nb 2\n# EOF\n";
        let wanted = "# HELP a_total Things.\n# TYPE a_total counter\na_total{x=\"# HELP\"} 1\n# HELP b More.\n# TYPE b gauge\nb 2\n";
        assert_eq!(older(text), wanted);
    }
}
