//! Webhooks: fields, changes, secrets, routing, health, test calls and the guard on destinations.

mod change;
mod create;
mod end;
mod guard;
mod health;
mod routing;
mod secret;
mod templates;
mod test_call;
