//! Black-box tests: the real binary on a temporary directory, spoken to over HTTP and delivering
//! to a real receiver. One module per resource; `support` holds what they share.

#![forbid(unsafe_code)]
#![deny(warnings)]

mod access;
mod at_rest;
mod audit;
mod bad_input;
mod cli;
mod completion;
mod conventions;
mod deliveries;
mod doctor;
mod events;
mod install;
mod isolation;
mod jobs;
mod projects;
mod recovery;
mod serve;
mod shape;
mod support;
mod webhooks;
