//! Events: how a body becomes one, its hash, idempotency, delays, batches, lists and simulation.

mod batch;
mod body;
mod delayed;
mod hash;
mod idempotency;
mod list;
mod one;
mod simulate;
