//! The face hub: requests of inbound providers, and what operators see of them. Every answer is in
//! one envelope; a project may be named in the path.

mod about;
mod envelope;
mod events;
mod intake;
mod query;
mod views;

pub(super) use about::FAILURE;
pub(super) use envelope::failure;

use crate::server::Routes;
use http::Method;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .open_get ("/health",                              None, intake::health).about(about::health)
        .open_post("/webhooks/{provider}",                 None, intake::receive).about(about::receive)
        .open_post("/internal/delivery-sink/{provider}",   None, intake::sink).about(about::sink)
        .managed(Method::GET,  "/integrations",            events::integrations).about(about::integrations)
        .managed(Method::GET,  "/events",                  events::list).about(about::events)
        .managed(Method::GET,  "/events/{id}",             events::show).about(about::show)
        .managed(Method::GET,  "/events/{id}/status",      events::status).about(about::status)
        .managed(Method::GET,  "/processing-status/{id}",  events::status).about(about::status)
        .managed(Method::POST, "/events/{id}/replay",      events::replay).about(about::replay)
        .managed(Method::GET,  "/deliveries",              events::deliveries).about(about::deliveries)
        .managed(Method::GET,  "/audit-entries",           events::audit_entries).about(about::audit_entries)
}
