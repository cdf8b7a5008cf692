//! Jobcelis: webhook and event infrastructure that one person can run alone.
//!
//! One binary is both the server and the command line. The layers, from the top; each imports
//! only from those below it (a test enforces this):
//!
//! ```text
//! cli → server → engine → store → domain → base
//!   └→ client ─────────────────────────────┘
//! ```
//!
//! `ARCHITECTURE.md` tells how a request and a delivery flow through them.

#![forbid(unsafe_code)]
#![deny(warnings)]

pub mod base;
pub mod cli;
pub mod client;
pub mod config;
pub mod domain;
pub mod engine;
pub mod server;
pub mod store;
