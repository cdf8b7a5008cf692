//! The nouns and their rules, pure: no async, SQL, HTTP, clock or randomness.

pub mod access;
pub mod account;
pub mod allowlist;
pub mod project;
pub mod webhook;
