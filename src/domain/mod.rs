//! The nouns of the product and their rules: plain functions over plain data. No clock, no
//! randomness, no I/O; `now` and fresh ids are arguments.

pub mod access;
pub mod account;
pub mod address;
pub mod allowlist;
pub mod api_key;
pub mod attempt;
pub mod audit;
pub mod circuit;
pub mod condition;
pub mod dead_letter;
pub mod delivery;
pub mod destination;
pub mod event;
pub mod filter;
pub mod gallery;
pub mod health;
pub mod lockout;
pub mod options;
pub mod password;
pub mod pipeline;
pub mod project;
pub mod query;
pub mod rate;
pub mod replay;
pub mod retention;
pub mod retry;
pub mod sent;
pub mod session;
pub mod signing;
pub mod status;
pub mod template;
pub mod topic;
pub mod transform;
pub mod webhook;
