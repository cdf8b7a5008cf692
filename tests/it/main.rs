//! Black-box tests: the real binary on a temporary directory, spoken to over HTTP and delivering
//! to a real receiver. One module per resource; `support` holds what they share.

#![forbid(unsafe_code)]
#![deny(warnings)]

mod access;
mod account;
mod admin;
mod at_rest;
mod audit;
mod audit_walk;
mod bad_input;
mod cli;
mod completion;
mod conventions;
mod deliveries;
mod doctor;
mod events;
mod exports;
mod install;
mod isolation;
mod mail;
mod pipelines;
mod privacy;
mod projects;
mod recovery;
mod schemas;
mod serve;
mod shape;
mod streams;
mod support;
mod webhooks;
