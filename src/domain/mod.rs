//! The nouns and their rules, pure: no async, SQL, HTTP, clock or randomness.

pub mod access;
pub mod account;
pub mod allowlist;
pub mod api_key;
pub mod audit;
pub mod lockout;
pub mod password;
pub mod project;
pub mod retention;
pub mod session;
pub mod webhook;
