//! The nouns of the product and their rules: plain functions over plain data. No clock, no
//! randomness, no I/O; `now` and fresh ids are arguments.

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
