//! What is told of the routes of the face.

use super::wire::{JobView, MadeView};
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};
use serde_json::json;

pub(super) fn create(book: &mut Book) -> About {
    let body = object()
        .with("tenantId", text().note("For whom it is done."))
        .with("type", text().note("`http`, `email`, or a word of a worker."))
        .with("payload", object().note("What it needs to know."))
        .with("webhookUrl", text().note("Told of its end, signed."))
        .sample(json!({
            "tenantId": "t1", "type": "report", "payload": {"month": "2026-03"},
            "webhookUrl": "https://shop.example/done",
        }));
    About::new("Hand in a job")
        .header("Idempotency-Key", text().sample("report-2026-03"), "Required. Holds for seven days and per tenant.")
        .body(body)
        .answers(201, "The job.", book.of::<MadeView>())
        .answers(200, "The job that the key stands for already.", book.of::<MadeView>())
        .refuses(401, "`Tenant is not authorised`")
        .refuses(403, "`Processing restricted`")
        .refuses(409, "`Idempotency-Key was used with a different payload`")
}

pub(super) fn show(book: &mut Book) -> About {
    About::new("Show where a job stands")
        .path("jobId", prefixed("job_"), "The job.")
        .answers(200, "The job.", book.of::<JobView>())
        .refuses(401, "`Tenant is not authorised`")
}
