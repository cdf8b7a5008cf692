//! The result of a bench, as text and as JSON.

use super::face::ByFace;
use super::machine::Machine;
use super::readers::Streams;
use serde::Serialize;
use std::fmt::Write;

/// Percentiles in milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Percentiles {
    pub p50: f64,
    pub p95: f64,
    pub p99: f64,
}

impl Percentiles {
    /// Of times in microseconds; all zero when there are none.
    pub fn of(mut times: Vec<u64>) -> Percentiles {
        times.sort_unstable();
        let at = |share: f64| {
            let rank = (times.len() as f64 * share).ceil() as usize;
            times.get(rank.saturating_sub(1)).map_or(0.0, |us| *us as f64 / 1e3)
        };
        Percentiles { p50: at(0.50), p95: at(0.95), p99: at(0.99) }
    }
}

/// Everything a bench tells; the field names are the JSON.
#[derive(Debug, Serialize)]
pub struct Report {
    pub version: &'static str,
    pub durability: String,
    pub connections: u32,
    pub rate: Option<u32>,
    pub size: u32,
    pub webhooks: u32,
    pub failing: f64,
    pub hanging: f64,
    pub seconds: f64,
    pub accepted: usize,
    pub refused: u64,
    pub refusal: Option<String>,
    pub accepted_per_s: f64,
    pub delivered: u64,
    pub delivered_per_s: f64,
    pub lost: u64,
    pub duplicates: u64,
    /// Only with readers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streams: Option<Streams>,
    /// Only with a face.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_face: Option<ByFace>,
    /// From sending a request to its answer.
    pub accept_ms: Percentiles,
    /// From that answer to the arrival at the receiver.
    pub arrival_ms: Percentiles,
    pub server_cpu_us_per_event: Option<f64>,
    pub bench_cpu_us_per_event: Option<f64>,
    pub server_peak_mib: Option<f64>,
    pub machine: Machine,
}

impl Report {
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    pub fn text(&self) -> String {
        let mut out = String::new();
        // Writing into a String cannot fail.
        let _ = self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        let rate = self.rate.map_or("as fast as answered".to_owned(), |r| format!("{r} events/s"));
        let bad = if self.failing + self.hanging > 0.0 {
            format!(" ({} failing, {} hanging)", self.failing, self.hanging)
        } else {
            String::new()
        };
        writeln!(out, "jobcelis {}, durability {}", self.version, self.durability)?;
        let (connections, size, webhooks) = (self.connections, self.size, self.webhooks);
        writeln!(out, "load       {connections} connections, {rate}, {size}-byte events, {webhooks} webhook(s){bad}")?;
        let (per_s, count, seconds) = (self.accepted_per_s, self.accepted, self.seconds);
        writeln!(out, "accepted   {per_s:.0}/s  ({count} in {seconds:.1} s, {} refused)", self.refused)?;
        if let Some(refusal) = &self.refusal {
            writeln!(out, "           first refusal: {refusal}")?;
        }
        let (per_s, count) = (self.delivered_per_s, self.delivered);
        writeln!(out, "delivered  {per_s:.0}/s  ({count}, {} lost, {} duplicates)", self.lost, self.duplicates)?;
        for (name, what, p) in
            [("accept", "request to answer", self.accept_ms), ("arrival", "answer to receiver", self.arrival_ms)]
        {
            writeln!(out, "{name:<10} p50 {:.2} ms  p95 {:.2} ms  p99 {:.2} ms  ({what})", p.p50, p.p95, p.p99)?;
        }
        if let Some(streams) = &self.streams {
            let Streams { readers, stalled, told, missing, disordered, told_per_s, delay_ms: p } = streams;
            writeln!(
                out,
                "told       {told_per_s:.0}/s  ({told} to {readers} readers, {missing} missing, {disordered} out of order, {stalled} stalled)"
            )?;
            writeln!(
                out,
                "delay      p50 {:.2} ms  p95 {:.2} ms  p99 {:.2} ms  (request to reader)",
                p.p50, p.p95, p.p99
            )?;
        }
        if let Some(by) = &self.by_face {
            let (accepted, delivered, p) = (by.accepted_per_s, by.delivered_per_s, by.accept_ms);
            let (face, lost, share) = (by.face, by.lost, by.share);
            writeln!(
                out,
                "{face:<10} {accepted:.0}/s accepted, {delivered:.0}/s delivered, {lost} lost: {share:.2} of the above"
            )?;
            let cpu = by.server_cpu_us_per_event.unwrap_or_default();
            let (p50, p95, p99) = (p.p50, p.p95, p.p99);
            writeln!(out, "           p50 {p50:.2} ms  p95 {p95:.2} ms  p99 {p99:.2} ms, {cpu:.1} µs CPU per event")?;
        }
        if let (Some(cpu), Some(peak)) = (self.server_cpu_us_per_event, self.server_peak_mib) {
            let own = self.bench_cpu_us_per_event.unwrap_or_default();
            writeln!(
                out,
                "server     {cpu:.1} µs CPU per event, {peak:.0} MiB peak  (driver and receiver {own:.1} µs)"
            )?;
        }
        let machine = &self.machine;
        let parts = [machine.cpu.as_deref(), machine.kernel.as_deref(), machine.filesystem.as_deref()];
        let known: Vec<&str> = parts.into_iter().flatten().collect();
        writeln!(out, "machine    {} cores, {}", machine.cores, known.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_occurred() {
        let p = Percentiles::of((1..=100).rev().map(|ms| ms * 1000).collect());
        assert_eq!(p, Percentiles { p50: 50.0, p95: 95.0, p99: 99.0 });
        assert_eq!(Percentiles::of(vec![7000]), Percentiles { p50: 7.0, p95: 7.0, p99: 7.0 });
        assert_eq!(Percentiles::of(Vec::new()), Percentiles::default());
    }
}
