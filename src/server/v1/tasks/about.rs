//! What is told of the routes of tasks.

use super::{SecretView, TaskView};
use crate::domain::task::Status;
use crate::server::openapi::shape::*;
use crate::server::openapi::{About, Book};

pub(super) fn list(book: &mut Book) -> About {
    About::new("List tasks")
        .query("status", words(&Status::ALL.map(Status::as_str)), "Of this status.")
        .query("type", text(), "Of this type.")
        .query("tenant_id", text(), "Of this tenant.")
        .page(50, 200)
        .answers(200, "Tasks, newest first.", book.list::<TaskView<'_>>("tasks"))
        .refuses(422, "`status` is none of these")
}

pub(super) fn create(book: &mut Book) -> About {
    let payload = "What it needs to know. Of `http`: `url`, `method`, `headers`, `body`. Of `email`: `to`, `subject`, \
        `body`, `html`, `from_name`.";
    let body = object()
        .with(
            "type",
            text().note("`http`, `email`, or a word: the oldest webhook with the topic `task.<word>` does it."),
        )
        .maybe("payload", object().nullable().note(payload))
        .maybe("tenant_id", text().nullable().note("For whom it is done."))
        .maybe("callback_url", text().nullable().note("Told of its end, signed."))
        .maybe("idempotency_key", text().nullable().note("Holds for seven days and per tenant."));
    About::new("Create a task")
        .note("It is begun at once, and tried again after 30, 60 and 120 seconds.")
        .header("Idempotency-Key", text(), "In place of `idempotency_key`.")
        .body(body)
        .answers(201, "The task.", book.of::<TaskView<'_>>())
        .answers(200, "The task that the key stands for already.", book.of::<TaskView<'_>>())
        .refuses(401, "`Tenant is not authorised`")
        .refuses(403, "`Processing restricted`")
        .refuses(409, "`Idempotency-Key was used with a different payload`")
}

pub(super) fn show(book: &mut Book) -> About {
    let path = About::new("Show a task").path("id", text(), "The id, or `job_` and its 32 digits.");
    path.answers(200, "The task and its attempts.", book.of::<TaskView<'_>>())
}

pub(super) fn retry(book: &mut Book) -> About {
    About::new("Run a task now")
        .path("id", text(), "The id, or `job_` and its 32 digits.")
        .note("Also one that has ended; nothing happens while it runs.")
        .answers(200, "The task.", book.of::<TaskView<'_>>())
        .refuses(403, "`Processing restricted`")
}

pub(super) fn cancel(book: &mut Book) -> About {
    About::new("Cancel a task")
        .path("id", text(), "The id, or `job_` and its 32 digits.")
        .answers(200, "The task.", book.of::<TaskView<'_>>())
        .refuses(422, "`Task has already ended`")
}

pub(super) fn secret(book: &mut Book) -> About {
    About::new("Show the secret that signs callbacks").answers(200, "The secret.", book.of::<SecretView<'_>>())
}

pub(super) fn rotate_secret(book: &mut Book) -> About {
    About::new("Replace the secret that signs callbacks")
        .note("The one before it goes on signing too, until the next replacement.")
        .answers(200, "The new secret.", book.of::<SecretView<'_>>())
}
