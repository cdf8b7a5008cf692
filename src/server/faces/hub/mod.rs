//! The face hub: requests of inbound providers, and what operators see of them. Every answer is in
//! one envelope; a project may be named in the path.

mod envelope;
mod events;
mod intake;
mod query;
mod views;

pub(super) use envelope::failure;

use crate::server::Routes;
use http::Method;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .open_get ("/health",                              None, intake::health)
        .open_post("/webhooks/{provider}",                 None, intake::receive)
        .open_post("/internal/delivery-sink/{provider}",   None, intake::sink)
        .managed(Method::GET,  "/integrations",            events::integrations)
        .managed(Method::GET,  "/events",                  events::list)
        .managed(Method::GET,  "/events/{id}",             events::show)
        .managed(Method::GET,  "/events/{id}/status",      events::status)
        .managed(Method::GET,  "/processing-status/{id}",  events::status)
        .managed(Method::POST, "/events/{id}/replay",      events::replay)
        .managed(Method::GET,  "/deliveries",              events::deliveries)
        .managed(Method::GET,  "/audit-entries",           events::audit_entries)
}
