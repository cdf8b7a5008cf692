//! A run that calls a URL: stored as running, sent once, and stored again with what came of it.

use super::running::Turn;
use super::{fire, tell};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::attempt::Answer;
use crate::domain::job::{Job, Outcome, Post, Run};
use crate::domain::project::ProjectId;
use crate::domain::signing::{Schemes, Secret, SigningKeys};
use crate::engine::{Engine, directory, dispatch};
use crate::store::{Tx, job_runs};
use bytes::Bytes;
use futures_util::FutureExt;
use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, Method, Request};
use http_body_util::Full;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

const X_JOB_ID: HeaderName = HeaderName::from_static("x-job-id");
const X_JOB_RUN_ID: HeaderName = HeaderName::from_static("x-job-run-id");

/// How long a result waits for a disk that is full.
const AGAIN: Duration = Duration::from_secs(1);

/// A request that has its turn.
#[derive(Debug)]
pub(super) struct Call {
    pub project: ProjectId,
    pub run: Run,
    pub job: Job,
    pub secret: Option<Secret>,
    pub turn: Turn,
}

impl Call {
    /// Stores the run as under way and sends the request once that is durable; nothing when its
    /// slot has had its run.
    pub fn store(self, engine: &Arc<Engine>, tx: &Tx<'_>) -> Result<()> {
        if job_runs::insert(tx, self.project, &self.run)? {
            let engine = engine.clone();
            tx.after_commit(move || drop(engine.clone().tasks.spawn(make(engine, self))));
        }
        Ok(())
    }
}

/// As [`Call::store`], and returns the finished run.
pub(super) async fn begin(engine: Arc<Engine>, call: Call) -> Result<Run> {
    let (project, run) = (call.project, call.run.clone());
    engine.store.write(move |tx| job_runs::insert(tx, project, &run)).await?;
    Ok(make(engine, call).await)
}

/// Sends the request and stores what came of it.
async fn make(engine: Arc<Engine>, call: Call) -> Run {
    let Call { project, mut run, job, secret, turn } = call;
    let sent = AssertUnwindSafe(send(&engine, &job, &run, secret)).catch_unwind().await;
    let outcome = sent.unwrap_or_else(|_| {
        tracing::error!(job = %job.id, "a run panicked");
        Outcome::failed("Internal server error")
    });
    run.finish(outcome, Timestamp::now());
    loop {
        let (ended, engine_) = (run.clone(), engine.clone());
        let write = engine.store.write(move |tx| {
            job_runs::finish(tx, project, &ended)?;
            tell::ended(tx, &engine_, project, &ended)
        });
        match write.await {
            Ok(()) => break,
            Err(e) if e.kind() == Kind::Unavailable && !engine.stopping().is_cancelled() => {
                tokio::time::sleep(AGAIN).await;
            }
            // The next start says that it was interrupted.
            Err(e) => {
                tracing::error!(job = %job.id, error = ?e, "the end of a run was not stored");
                break;
            }
        }
    }
    drop(turn);
    // Another request may have waited for the room.
    engine.jobs.alarm.set(Some(Timestamp::now()));
    run
}

async fn send(engine: &Engine, job: &Job, run: &Run, secret: Option<Secret>) -> Outcome {
    let Some(post) = job.action.post() else { return Outcome::failed("Internal server error") };
    let request = match request(engine, job, post, run, secret) {
        Ok(request) => request,
        Err(refused) => return Outcome::refused(&refused),
    };
    let exchange = engine.outbound.send(request, engine.settings.delivery_timeout).await;
    match exchange.result {
        Ok(received) => {
            let answer = Answer::Status { code: received.status, retry_after: None };
            Outcome::answered(received.status, exchange.latency.as_millis(), &received.body, answer.error())
        }
        Err(failure) => Outcome::failed(failure.text()),
    }
}

fn request(engine: &Engine, job: &Job, post: &Post, run: &Run, secret: Option<Secret>) -> Result<Request<Full<Bytes>>> {
    let mut headers = directory::request_headers(engine, &post.headers);
    let body = if post.method.has_body() {
        Bytes::from(fire::payload(job, run)?.1)
    } else {
        if !post.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type")) {
            headers.remove(CONTENT_TYPE);
        }
        Bytes::new()
    };
    let id = run.id.to_string();
    for (name, value) in [(X_JOB_ID, job.id.to_string()), (X_JOB_RUN_ID, id.clone())] {
        headers.insert(name, HeaderValue::try_from(value).map_err(Error::internal)?);
    }
    if let Some(secret) = secret {
        let keys = SigningKeys::new(&[secret.expose()]);
        let signatures = keys.sign(Schemes::default(), &id, run.started_at.secs(), &body);
        dispatch::put_signatures(&mut headers, &id, run.started_at, &signatures);
    }
    let mut request = Request::new(Full::new(body));
    *request.method_mut() = Method::try_from(post.method.as_str()).map_err(Error::internal)?;
    *request.uri_mut() = post.url.parse().map_err(Error::internal)?;
    *request.headers_mut() = headers;
    Ok(request)
}
