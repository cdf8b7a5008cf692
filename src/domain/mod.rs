//! The nouns and their rules, pure: no async, SQL, HTTP, clock or randomness.

pub mod project;
pub mod webhook;
