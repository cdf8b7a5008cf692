//! What workers and receivers of callbacks are sent, as JSON text.

use super::{Status, Task};
use crate::base::json::write_string;
use std::fmt::Write;

impl Task {
    /// What its worker is given.
    pub fn order(&self) -> String {
        let mut out = String::with_capacity(self.payload.len() + 192);
        let _ = write!(out, "{{\"jobId\":\"{}\",\"tenantId\":", self.word());
        match &self.tenant {
            Some(tenant) => write_string(&mut out, tenant),
            None => out.push_str("null"),
        }
        out.push_str(",\"type\":");
        write_string(&mut out, &self.kind);
        let _ = write!(out, ",\"attempt\":{},\"payload\":{}}}", self.attempts, self.payload);
        out
    }

    /// What is told of its end; the same again until it is run again.
    pub fn report(&self) -> String {
        let mut out = String::with_capacity(self.payload.len() + 256);
        let (status, attempts) = (self.status.told(), self.attempts);
        let _ = write!(out, "{{\"jobId\":\"{}\",\"status\":\"{status}\",\"attempts\":{attempts}", self.word());
        let _ = write!(out, ",\"payload\":{},\"completedAt\":\"", self.payload);
        self.completed_at.unwrap_or(self.updated_at).write_to(&mut out);
        out.push('"');
        if let Some(error) = self.error.as_ref().filter(|_| self.status != Status::Succeeded) {
            out.push_str(",\"error\":");
            write_string(&mut out, error);
        }
        if let Some(result) = &self.result {
            out.push_str(",\"result\":");
            out.push_str(result);
        }
        out.push('}');
        out
    }

    /// The id of that message: another one after every run.
    pub fn report_id(&self) -> String {
        format!("{}_{}", self.word(), self.attempts)
    }
}
